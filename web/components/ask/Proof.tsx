import { useState } from 'react'
import { usePrinting } from '../../ui/printing.ts'
import { say } from '../../words/say.ts'

/** What an answer rests on, line by line, once it is wanted; on paper, where nothing opens, it stands there. */
export function Proof({ lines }: { lines: readonly string[] }) {
  const isPrinting = usePrinting()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details
      className="ask-proof"
      open={isOpen || isPrinting}
      onToggle={({ currentTarget }) => {
        if (!isPrinting) setIsOpen(currentTarget.open)
      }}
    >
      <summary className="min-h-6 text-quiet">{say('ask.proof')}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
