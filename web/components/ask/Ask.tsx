import { useEffect, useRef, useState } from 'react'
import type { Projection } from '../../../core/projection/projection.ts'
import '../../styles/ask.css'
import { CrossIcon } from '../../ui/icons.tsx'
import { say } from '../../words/say.ts'
import { isMac, withKeys } from '../frame/shortcuts.ts'
import AffordQuestion from './AffordQuestion.tsx'
import AsideQuestion from './AsideQuestion.tsx'
import DebtsQuestion from './DebtsQuestion.tsx'
import LossQuestion from './LossQuestion.tsx'
import MoveQuestion from './MoveQuestion.tsx'
import RiseQuestion from './RiseQuestion.tsx'
import SaveQuestion from './SaveQuestion.tsx'
import { useTyped, type About } from './typed.ts'

const questions: Record<About, typeof AffordQuestion> = {
  afford: AffordQuestion,
  save: SaveQuestion,
  aside: AsideQuestion,
  move: MoveQuestion,
  debts: DebtsQuestion,
  loss: LossQuestion,
  rise: RiseQuestion,
}
const abouts = Object.keys(questions) as About[]

/** A line to ask the plan something: sentences with fields in them, answered as they are written. */
export default function Ask({ projection }: { projection: Projection }) {
  const [isOpen, setOpen] = useState(false)
  const [about, setAbout] = useTyped(projection.scenario.id, 'about', 'afford')
  const Question = questions[about]
  const button = useRef<HTMLButtonElement>(null)
  useAskKey(() => setOpen(true))
  const close = (): void => {
    setOpen(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  if (!isOpen) {
    return (
      <p className="ask no-print">
        <button
          ref={button}
          type="button"
          className="button ask-open"
          title={withKeys(say('ask.open_hint'), askKeys())}
          aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
          onClick={() => setOpen(true)}
        >
          {say('ask.open')}
        </button>
      </p>
    )
  }
  return (
    <section
      className="ask ask-panel"
      aria-labelledby="ask-heading"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && close()}
    >
      <div className="flex items-start justify-between gap-2">
        <h2 id="ask-heading" className="text-xl">
          {say('ask.title')}
        </h2>
        <button
          type="button"
          className="button button-icon no-print"
          aria-label={say('ask.close')}
          title={say('ask.close')}
          onClick={close}
        >
          <CrossIcon />
        </button>
      </div>
      <div role="group" aria-label={say('ask.about')} className="ask-abouts no-print">
        {abouts.map((one) => (
          <button key={one} type="button" className="button button-quiet" aria-pressed={one === about} onClick={() => setAbout(one)}>
            {say(`ask.about.${one}`)}
          </button>
        ))}
      </div>
      <Question projection={projection} />
    </section>
  )
}

const askKeys = (): string => (isMac ? '⌘K' : say('ask.keys'))

/** Ctrl+K (⌘K on a Mac) opens it, wherever the focus is but in a dialog. */
function useAskKey(open: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || event.altKey || event.shiftKey || !(isMac ? event.metaKey : event.ctrlKey)) return
      if (event.target instanceof HTMLElement && event.target.closest('[role="dialog"]')) return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  })
}
