import { useId } from 'react'
import type { Mark } from '../../../core/schedule/schedule-rules.ts'
import { formatDate } from '../../format/date.ts'
import { say } from '../../words/say.ts'
import type { PaymentCollection } from '../sheet/collections.ts'
import type { RuleChange, RuleEffect } from './scheduleDraft.ts'

interface Props {
  collection: PaymentCollection
  change: RuleChange
  effect: RuleEffect
  near: string
  onChange: (change: RuleChange) => void
}

/** So many dates are named; more are counted. */
const named = 3

/** How far a new rule reaches, and what becomes of what was said of dates that it does not have. */
export function RuleReach({ collection, change, effect, near, onChange }: Props) {
  const id = useId()
  const { laterFrom, scope, canBeAll } = effect
  const lost = scope === 'later' ? effect.lost.filter(({ date }) => date >= laterFrom!) : effect.lost
  const choice = (value: 'all' | 'later', words: string) => (
    <label className="date-scope">
      <input
        type="radio"
        name={`${id}-scope`}
        className="size-4 accent-accent"
        checked={scope === value}
        onChange={() => onChange({ ...change, scope: value })}
      />
      {words}
    </label>
  )
  return (
    <>
      {laterFrom && (
        <fieldset className="mt-3">
          <legend className="text-sm text-quiet">{say('schedule.reach')}</legend>
          {canBeAll && choice('all', say('schedule.reach.all'))}
          {choice('later', say('schedule.reach.later', { date: formatDate(laterFrom, near) }))}
        </fieldset>
      )}
      {lost.length > 0 && (
        <label className="mt-2 block">
          <span className="block text-sm text-quiet" aria-live="polite">
            {lostWords(lost, collection, near)}
          </span>
          <select
            className="field"
            value={change.carries ? 'carry' : 'leave'}
            onChange={(event) => onChange({ ...change, carries: event.currentTarget.value === 'carry' })}
          >
            <option value="carry">{say('schedule.lost.keep')}</option>
            <option value="leave">{say('schedule.lost.leave')}</option>
          </select>
        </label>
      )}
    </>
  )
}

function lostWords(lost: readonly Mark[], collection: PaymentCollection, near: string): string {
  const days = lost
    .slice(0, named)
    .map(({ date, isPaid }) => say(isPaid ? 'schedule.lost.paid' : 'schedule.lost.changed', { date: formatDate(date, near), collection }))
    .join(', ')
  return say('schedule.lost', { days, more: Math.max(0, lost.length - named), far: lost.filter(({ nearest }) => nearest === null).length })
}
