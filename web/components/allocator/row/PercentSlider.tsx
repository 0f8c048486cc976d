import { useState, type CSSProperties } from 'react'
import type { Problem } from '../../../../core/problem.ts'
import { putRow } from '../../../../core/store.ts'
import { planningActions } from '../../../context/PlanningContext.tsx'
import { formatPercent } from '../../../format/money.ts'
import { useDraft, type Read } from '../../../ui/draft.ts'
import { say } from '../../../words/say.ts'

interface Props {
  id: string
  name: string
  percent: number
  /** Where the slider stops: what the other percents leave of 100. */
  room: number
  /** The amount it comes to, for whoever hears the slider. */
  share: string
}

/** A whole percent by slider and by number; both stop at the room left and say so. A drag is one step of undo. */
export function PercentSlider({ id, name, percent, room, share }: Props) {
  const [isAtStop, setIsAtStop] = useState(false)
  const { dispatch, endGesture } = planningActions()
  const slide = (wanted: number): void => {
    setIsAtStop(wanted > room)
    const value = Math.min(wanted, room)
    if (value !== percent) dispatch(putRow('allocations', { id, value }), { gesture: `percent ${id}` })
  }
  const save = (wanted: number): readonly Problem[] => {
    setIsAtStop(wanted > room)
    return dispatch(putRow('allocations', { id, value: Math.min(wanted, room) }))
  }
  const draft = useDraft({ value: percent, show: String, read: readPercent, save })
  const stop = isAtStop && percent === room

  return (
    <>
      <input
        type="range"
        className="slider rule-slider"
        min={0}
        max={100}
        step={1}
        value={percent}
        aria-label={say('allocator.percent_for', { name })}
        aria-valuetext={say('allocator.percent_value', { percent: formatPercent(percent), share, stop: stop ? 'yes' : 'no' })}
        style={{ '--filled': `${percent}%`, '--stop': `${room}%` } as CSSProperties}
        onChange={(event) => slide(event.currentTarget.valueAsNumber)}
        onPointerUp={endGesture}
        onKeyUp={endGesture}
        onBlur={endGesture}
      />
      <span className="rule-percent">
        <input
          className="field field-amount w-14! px-2!"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          aria-label={say('allocator.percent_number', { name })}
          aria-invalid={draft.problem !== null}
          aria-describedby={`${id}-percent-note`}
          value={draft.text}
          data-draft={draft.isChanged || undefined}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => draft.change(event.currentTarget.value)}
          onBlur={draft.commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') draft.commit()
            if (event.key === 'Escape') draft.revert()
          }}
        />{' '}
        %
      </span>
      <p id={`${id}-percent-note`} className={`rule-note ${draft.problem ? 'problem' : 'text-sm text-quiet'}`} aria-live="polite">
        {draft.problem ??
          (stop
            ? room === 0
              ? say('allocator.percent_none_left')
              : say('allocator.percent_left', { percent: formatPercent(room) })
            : null)}
      </p>
    </>
  )
}

function readPercent(text: string): Read<number> {
  const digits = text.trim().replace(/\s*%$/, '')
  return /^\d{1,3}$/.test(digits)
    ? { ok: true, value: Math.min(100, Number(digits)) }
    : { ok: false, problem: say('allocator.percent_wanted') }
}
