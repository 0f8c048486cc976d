import { say } from '../../words/say.ts'

/** What an answer rests on, line by line, once it is wanted. */
export function Proof({ lines }: { lines: readonly string[] }) {
  return (
    <details className="ask-proof">
      <summary className="min-h-6 text-quiet">{say('ask.proof')}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
