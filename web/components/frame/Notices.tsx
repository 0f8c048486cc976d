import { useEffect, useLayoutEffect, useRef } from 'react'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import type { Notice } from '../../context/planning.ts'
import { CrossIcon } from '../../ui/icons.tsx'
import { dismiss, useScreen } from './screen.ts'

const quietAfter_ms = 10_000

/** What happened, said politely under the header. It stays in view while the page scrolls, and gives way to what is being edited. */
export function Notices() {
  const planned = usePlanning((planning) => planning.notices)
  const own = useScreen((screen) => screen.notices)
  const { dismissNotice } = planningActions()
  const region = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const edited = document.activeElement
    if (!region.current || !edited?.closest('main')) return
    const covered = region.current.getBoundingClientRect().bottom - edited.getBoundingClientRect().top
    if (covered > 0 && region.current.offsetHeight > 0) window.scrollBy(0, -covered - 8)
  }, [planned.length, own.length])
  return (
    <section ref={region} aria-label="Notices" aria-live="polite" className="no-print sticky top-0 z-20 mx-auto w-full max-w-6xl px-4 sm:px-6">
      {planned.map((notice) => (
        <Line key={notice.id} notice={notice} onDismiss={dismissNotice} />
      ))}
      {own.map((notice) => (
        <Line key={notice.id} notice={notice} onDismiss={dismiss} fades={notice.tone === 'info' && notice.action?.label === 'Undo'} />
      ))}
    </section>
  )
}

const edges = { info: 'border-accent', warning: 'border-amber', failure: 'border-red' } as const

function Line({ notice, onDismiss, fades = false }: { notice: Notice; onDismiss: (id: string) => void; fades?: boolean }) {
  const { id, tone, text, action } = notice
  useEffect(() => {
    if (!fades) return
    const timer = setTimeout(() => onDismiss(id), quietAfter_ms)
    return () => clearTimeout(timer)
  }, [fades, id, text, onDismiss])
  return (
    <div className={`mt-3 flex items-center gap-3 rounded-lg border border-l-4 bg-raised py-1 pr-1 pl-4 ${edges[tone]}`}>
      <p className="flex-1 py-1 wrap-anywhere">
        {tone !== 'info' && <strong>{tone === 'failure' ? 'That did not work. ' : 'Please note. '}</strong>}
        {text}
      </p>
      {action && (
        <button type="button" className="button" onClick={() => { action.run(); onDismiss(id) }}>
          {action.label}
        </button>
      )}
      <button type="button" className="button button-icon" aria-label="Dismiss this notice" onClick={() => onDismiss(id)}>
        <CrossIcon />
      </button>
    </div>
  )
}
