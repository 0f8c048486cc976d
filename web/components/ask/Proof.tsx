import { useLayoutEffect, useRef, useState } from 'react'
import { usePrinting } from '../../ui/printing.ts'
import { say } from '../../words/say.ts'

/** What an answer rests on, line by line, once it is wanted; on paper, where nothing opens, it stands there. */
export function Proof({ lines }: { lines: readonly string[] }) {
  const isPrinting = usePrinting()
  const [isOpen, setIsOpen] = useState(false)
  const details = useRef<HTMLDetailsElement>(null)
  // A press opens and closes it before this is told of it: paper has it open whatever was told.
  useLayoutEffect(() => void (details.current!.open = isOpen || isPrinting), [isOpen, isPrinting])
  return (
    <details
      ref={details}
      className="ask-proof"
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
