import { CrossIcon } from '../../ui/icons.tsx'
import { PlusIcon } from '../../ui/toolIcons.tsx'
import { say, sayWith } from '../../words/say.ts'
import { dayFrom, kindName, kindsOfDay, ordinal, ordinals, partsOf } from './names.ts'
import { daysMeant, withDays, type Day, type RuleDraft } from './ruleDraft.ts'

interface Props {
  draft: RuleDraft
  onDraft: (draft: RuleDraft) => void
  /** The month of a yearly rule. */
  month: string | null
}

/** So many days of a month stand in a sentence. */
const mostDays = 12

/** The days of a month: by number, from its end, or by weekday; several of one kind. */
export function DaysOfMonth({ draft, onDraft, month }: Props) {
  const days = daysMeant(draft)
  const put = (next: readonly Day[]): void => onDraft(withDays(draft, [...new Set(next)]))

  const setDay = (place: number, day: Day): void => {
    // Days of the month and weekdays don't stand together in a rule: one of the other kind takes the place of all.
    if (typeof day !== typeof days[place]) put([day])
    else put(days.with(place, day))
  }
  const add = (): void => {
    const { nth, of } = partsOf(days.at(-1)!)
    const free = ordinals({ nth, of }).filter((other) => !days.includes(dayFrom({ nth: other, of })))
    const next = free.find((other) => other > nth) ?? free[0]
    if (next !== undefined) put([...days, dayFrom({ nth: next, of })])
  }

  // A day is known by its place in the sentence: what it says changes while it has the focus.
  const places = days.map((_, place) => place)
  const choices = places.map((place) => (
    <DayChoice
      key={place}
      day={days[place]!}
      place={days.length > 1 ? place + 1 : 0}
      isFirst={place === 0}
      onDay={(next) => setDay(place, next)}
      onRemove={days.length > 1 ? () => put(days.filter((_, other) => other !== place)) : null}
    />
  ))
  return (
    <div className="rule-clause" role="group" aria-label={say('schedule.edit.days')}>
      {month ? sayWith('schedule.edit.on_days_of', { days: choices, month }) : sayWith('schedule.edit.on_days', { days: choices })}
      {days.length > 0 && days.length < mostDays && (
        <button
          type="button"
          className="button button-icon"
          aria-label={say('schedule.edit.another_day')}
          title={say('schedule.edit.another_day')}
          onClick={add}
        >
          <PlusIcon />
        </button>
      )}
    </div>
  )
}

interface DayChoiceProps {
  day: Day
  /** Its number among several, for the labels; 0: it is the only one. */
  place: number
  isFirst: boolean
  onDay: (day: Day) => void
  onRemove: (() => void) | null
}

function DayChoice({ day, place, isFirst, onDay, onRemove }: DayChoiceProps) {
  const { nth, of } = partsOf(day)
  const setKind = (kind: string): void => onDay(dayFrom({ nth: kind === 'day' || Math.abs(nth) <= 5 ? nth : 1, of: kind }))
  const selects = (
    <>
      <select
        className="field"
        aria-label={say('schedule.edit.which_day', { place })}
        value={nth}
        onChange={(event) => onDay(dayFrom({ nth: Number(event.currentTarget.value), of }))}
      >
        {ordinals({ nth, of }).map((other) => (
          <option key={other} value={other}>
            {ordinal(other)}
          </option>
        ))}
      </select>
      <select
        className="field"
        aria-label={say('schedule.edit.day_or_weekday', { place })}
        value={of}
        onChange={(event) => setKind(event.currentTarget.value)}
      >
        {kindsOfDay.map((kind) => (
          <option key={kind} value={kind}>
            {kindName(kind)}
          </option>
        ))}
      </select>
    </>
  )
  return (
    <span className="day-choice">
      {isFirst ? selects : sayWith('schedule.edit.and_day', { day: selects })}
      {onRemove && (
        <button
          type="button"
          className="button button-icon"
          aria-label={say('schedule.edit.leave_out', { day: ordinal(nth) })}
          onClick={onRemove}
        >
          <CrossIcon />
        </button>
      )}
    </span>
  )
}
