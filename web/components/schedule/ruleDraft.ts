/** A schedule while it is being written: every control's text, whether it makes a rule already or not. */
import { civilOf, dayOf, weekdayOf } from '../../../core/calendar.ts'
import { weekdayCodes } from '../../../core/schedule/scheduled-dates.ts'
import { problemsOf } from '../../../core/problem.ts'
import { checkSchedule, isOnce } from '../../../core/schedule/schedule.ts'
import { scheduleSchema, type Schedule } from '../../../core/schedule/rule.ts'
import type { Dated } from '../../../core/schedule/schedule-changes.ts'
import { presetOf, rhythmOf, type Preset } from './presets.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'

export type Day = number | string

export interface RuleDraft {
  /** The first date; "": none. */
  due_date: string
  repeats: boolean
  every: string
  unit: Schedule['unit']
  /** null: the first date's own day. */
  on: readonly Day[] | null
  short_month: 'last' | 'skip'
  shift: 'none' | 'before' | 'after'
  /** both: whichever comes first. */
  ends: 'never' | 'until' | 'count' | 'both'
  until: string
  count: string
}

export function draftOf({ due_date, schedule }: Pick<Dated, 'due_date' | 'schedule'>): RuleDraft {
  const repeats = !isOnce(schedule)
  return {
    due_date: due_date ?? '',
    repeats,
    every: String(repeats ? schedule!.every : 1),
    unit: repeats ? schedule!.unit : 'month',
    on: schedule?.on ?? null,
    short_month: schedule?.short_month ?? 'last',
    shift: schedule?.shift ?? 'none',
    ends: repeats ? endsOf(schedule!) : 'never',
    until: schedule?.until ?? '',
    count: repeats ? String(schedule!.count ?? '') : '',
  }
}

function endsOf({ until, count }: Schedule): RuleDraft['ends'] {
  if (until !== undefined) return count === undefined ? 'until' : 'both'
  return count === undefined ? 'never' : 'count'
}

export const endsOnDay = ({ ends }: RuleDraft): boolean => ends === 'until' || ends === 'both'
export const endsByCount = ({ ends }: RuleDraft): boolean => ends === 'count' || ends === 'both'

/** The days that a draft means, named or not. */
export function daysMeant({ on, unit, due_date }: RuleDraft): readonly Day[] {
  if (on) return on
  const anchor = dayOf(due_date)
  if (anchor === null) return []
  return unit === 'week' ? [weekdayCodes[weekdayOf(anchor)]!] : [civilOf(anchor).day]
}

/** Names days; those of the first date itself go unnamed, so that they follow it. */
export function withDays(draft: RuleDraft, days: readonly Day[]): RuleDraft {
  const own = daysMeant({ ...draft, on: null })
  return { ...draft, on: days.length === 1 && days[0] === own[0] ? null : days }
}

/** Whether some month that the rule meets lacks one of its days, so that it matters what happens then. */
export function canBeShort(draft: RuleDraft): boolean {
  if (!draft.repeats || (draft.unit !== 'month' && draft.unit !== 'year')) return false
  const most = Math.max(...daysMeant(draft).map((day) => (typeof day === 'number' ? Math.abs(day) : 0)))
  const anchor = dayOf(draft.due_date)
  if (draft.unit === 'month' || anchor === null) return most > 28
  const { month } = civilOf(anchor)
  return most > (month === 2 ? 28 : [4, 6, 9, 11].includes(month) ? 30 : 31)
}

/** Whether it can fall on a weekend at all. */
export const canBeOnWeekend = (draft: RuleDraft): boolean =>
  draft.repeats && !(draft.unit === 'week' && daysMeant(draft).every((day) => day !== 'SA' && day !== 'SU'))

export function withPreset(draft: RuleDraft, preset: Preset, today: string): RuleDraft {
  const due_date = draft.due_date || (preset === 'once' ? '' : today)
  const rhythm = rhythmOf(preset, due_date || null)
  if (rhythm === null) return { ...draft, due_date, repeats: false }
  return { ...draft, due_date, repeats: true, every: String(rhythm.every), unit: rhythm.unit, on: rhythm.on ?? null }
}

/** The preset that a draft is, or null. */
export function presetIn(draft: RuleDraft): Preset | null {
  const { repeats, every, unit, on } = draft
  return presetOf(repeats ? { every: Number(every), unit, on: on ? [...on] : undefined } : null)
}

export type ReadRule = { ok: true; due_date: string | null; schedule: Schedule | null } | { ok: false; problem: string }

/** The rule that a draft makes, in place of the one `before`. */
export function readRule(draft: RuleDraft, before: Schedule | null): ReadRule {
  const { due_date, repeats, every, unit, on, short_month, shift, until, count } = draft
  if (!repeats) return { ok: true, due_date: due_date || null, schedule: due_date !== '' && isOnce(before) ? before : null }
  if (due_date === '') return { ok: false, problem: say('schedule.wants.first_date') }
  if (endsOnDay(draft) && until === '') return { ok: false, problem: say('schedule.wants.last_day') }
  const read = scheduleSchema.safeParse({
    every: Number(every),
    unit,
    ...(on && { on: [...on] }),
    ...(canBeShort(draft) && short_month === 'skip' && { short_month }),
    ...(shift !== 'none' && canBeOnWeekend(draft) && { shift }),
    ...(endsOnDay(draft) && { until }),
    ...(endsByCount(draft) && { count: Number(count) }),
  })
  if (!read.success) return { ok: false, problem: textOf(problemsOf(read.error)[0]!) }
  const [found] = checkSchedule(read.data, due_date, '')
  return found ? { ok: false, problem: textOf(found) } : { ok: true, due_date, schedule: read.data }
}
