import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import type { Notice } from '../../context/planning.ts'
import { CrossIcon } from '../../ui/icons.tsx'
import { say } from '../../words/say.ts'
import { useNoticePlace } from './noticePlace.ts'
import { dismiss, useScreen } from './screen.ts'
import { isOfMode, saidNow, shownOf } from './shownNotices.ts'

/** How long a notice stays: long enough to be read and taken back, and longer for what went wrong. */
const stays_ms = { info: 10_000, undo: 20_000, wrong: 60_000 }

/** How long a notice stays by itself; null: it waits for an answer. */
function staysFor({ tone, action, change, isOffer }: Notice): number | null {
  if (action && change === undefined && !action.isUndo && !isOffer) return null
  if (tone !== 'info') return stays_ms.wrong
  return action ? stays_ms.undo : stays_ms.info
}

/**
 * What happened, said politely under the header, at most two at once. It stays in view while the page scrolls, gives way to what is being
 * edited, and is at the bottom where the pointer is at the top.
 */
export function Notices() {
  const mode = usePlanning((planning) => planning.mode)
  const planned = usePlanning((planning) => planning.notices).filter(isOfMode(mode))
  const own = useScreen((screen) => screen.notices)
  const { dismissNotice } = planningActions()
  const newest = usePlanning((planning) => planning.newestChange)
  const openId = usePlanning((planning) => planning.scenario?.id)
  useEffect(() => {
    for (const { id, change, isOffer, planId } of useScreen.getState().notices) {
      const isOver = (change !== undefined && change !== newest) || ((change !== undefined || isOffer) && planId !== openId)
      if (isOver) dismiss(id)
    }
  }, [newest, openId])
  const region = useRef<HTMLElement>(null)
  const all = [
    ...planned.map((notice) => ({ notice, onDismiss: dismissNotice, stays_ms: notice.tone === 'info' ? staysFor(notice) : null })),
    ...own.map((notice) => ({ notice, onDismiss: dismiss, stays_ms: staysFor(notice) })),
  ]
  const place = useNoticePlace(region, all.length)
  useLayoutEffect(() => {
    const edited = document.activeElement
    if (!region.current || !edited?.closest('main')) return
    const [own_box, box] = [region.current.getBoundingClientRect(), edited.getBoundingClientRect()]
    if (own_box.height === 0 || box.bottom < own_box.top || box.top > own_box.bottom) return
    window.scrollBy(0, place === 'top' ? box.top - own_box.bottom - 8 : box.bottom - own_box.top + 8)
  }, [planned.length, own.length, place])
  return (
    <section
      ref={region}
      aria-label={say('common.notices')}
      aria-live="polite"
      className={`no-print z-20 mx-auto w-full max-w-6xl px-4 sm:px-6 ${places[place]}`}
    >
      {shownOf(all).map((line) => (
        <Line key={line.notice.id} {...line} />
      ))}
    </section>
  )
}

const places = {
  top: 'at-top',
  bottom: 'fixed inset-x-0 bottom-[calc(3.5rem+env(safe-area-inset-bottom))] mb-3 sm:bottom-0',
}
const frame = 'mt-3 flex flex-wrap items-center justify-end gap-x-3 rounded-lg border border-l-4 bg-raised py-1 pr-1 pl-4'
const edges = { info: 'border-accent', warning: 'border-amber', failure: 'border-red' } as const

/** Leaves when its time is over, counted anew whenever the person looks at it: the pointer is over it, or the focus in it. */
function Line({ notice, onDismiss, stays_ms: stays }: { notice: Notice; onDismiss: (id: string) => void; stays_ms: number | null }) {
  const { id, tone, action } = notice
  const text = saidNow(notice.text)
  const [isOver, setIsOver] = useState(false)
  const [isFocused, setIsFocused] = useState(false)
  const isHeld = isOver || isFocused
  useEffect(() => {
    if (stays === null || isHeld) return
    const timer = setTimeout(() => onDismiss(id), stays)
    return () => clearTimeout(timer)
  }, [stays, isHeld, id, text, onDismiss])
  return (
    <div
      className={`${frame} ${edges[tone]}`}
      onPointerEnter={() => setIsOver(true)}
      onPointerLeave={() => setIsOver(false)}
      onFocus={() => setIsFocused(true)}
      onBlur={() => setIsFocused(false)}
    >
      <p className="min-w-32 flex-1 py-1 wrap-anywhere">
        {tone !== 'info' && <strong>{say('common.tone', { tone })} </strong>}
        {text}
      </p>
      {action && (
        <button
          type="button"
          className="button"
          onClick={() => {
            action.run()
            onDismiss(id)
          }}
        >
          {saidNow(action.label)}
        </button>
      )}
      <button type="button" className="button button-icon" aria-label={say('common.dismiss')} onClick={() => onDismiss(id)}>
        <CrossIcon />
      </button>
    </div>
  )
}
