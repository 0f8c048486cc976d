/**
 * Changes of the dates of one row: this one, this and all later ones. Each returns the row's fields as they become, or problems.
 * `date` is always a nominal date (core/schedule.ts). What says nothing is left out: a date moved back to its place has no entry.
 */
import { addDays, civilOf, dateOf, dayOf } from './calendar.ts'
import { tidied } from './exceptions.ts'
import { limits } from './limits.ts'
import { nominalDates, nominalTest } from './nominal-dates.ts'
import { problem, type Problem } from './problem.ts'
import type { Payment } from './scenario.ts'
import { firstNominal, lastEffective, occurrences, offWeekend, type Schedule } from './schedule.ts'

/** What a bill or an income has of its dates. */
export type Dated = Pick<Payment, 'amount_cents' | 'due_date' | 'schedule' | 'settled'>
export type RowChange = { ok: true; fields: Partial<Dated> } | { ok: false; problems: Problem[] }

/** Leaves one date out. A row without a schedule keeps its one date, as a skipped one. */
export function skipDate(row: Dated, date: string): RowChange {
  return withSchedule(row, date, (schedule) => ({ ...without(schedule, date), skip: [...(schedule.skip ?? []), date] }))
}

/** The nominal dates that a pause leaves out: those that fall on its days, first and last included, and are neither paid nor skipped already. */
export function datesToPause({ due_date, schedule, settled }: Pick<Dated, 'due_date' | 'schedule' | 'settled'>, from: string, to: string): string[] {
  if (due_date === null || schedule === null || to < from) return []
  const paid = new Set(settled)
  return occurrences(schedule, due_date, from, addDays(to, 1)).flatMap(({ nominal_date }) => (paid.has(nominal_date) ? [] : [nominal_date]))
}

/** Leaves out every date from a day to another. A rule with a count still ends where it did: skipped dates count. */
export function pauseDates(row: Dated, from: string, to: string): RowChange {
  const paused = datesToPause(row, from, to)
  if (!row.schedule || paused.length === 0) return refused('schedule_has_no_such_date', '', `No date that is still open falls on a day from ${from} to ${to}.`)
  const left = new Set(paused)
  const rest = partOf(row.schedule, (date) => !left.has(date))
  return checked({ schedule: tidied({ ...rest, skip: [...(rest.skip ?? []), ...paused] }) })
}

/** One date as the rule has it again: neither skipped nor moved nor with an amount of its own. */
export function restoreDate(row: Dated, date: string): RowChange {
  return withSchedule(row, date, (schedule) => without(schedule, date))
}

/** Puts one date on another day. A skipped one comes back there; on the day the rule itself gives, there is nothing to remember. */
export function moveDate(row: Dated, date: string, to: string): RowChange {
  if (dayOf(to) === null) return refused('date_must_be_a_calendar_day', '', 'A date is a day of the calendar, written YYYY-MM-DD.')
  if (!row.schedule) {
    if (row.due_date !== date) return noSuchDate(date)
    const others = row.settled.filter((settled) => settled !== date && settled !== to)
    return { ok: true, fields: { due_date: to, settled: row.settled.includes(date) ? [...others, to].sort() : others } }
  }
  return withSchedule(row, date, (schedule) => {
    const { [date]: _place, ...move } = schedule.move ?? {}
    const isItsPlace = dateOf(offWeekend(dayOf(date)!, schedule.shift)) === to
    return { ...schedule, skip: schedule.skip?.filter((skipped) => skipped !== date), move: isItsPlace ? move : { ...move, [date]: to } }
  })
}

/** Gives one date an amount of its own, in minor units ≥ 0; null, or the row's amount, takes it away. */
export function setDateAmount(row: Dated, date: string, amount_cents: number | null): RowChange {
  if (!row.schedule) return row.due_date === date ? { ok: true, fields: { amount_cents: amount_cents ?? row.amount_cents } } : noSuchDate(date)
  return withSchedule(row, date, (schedule) => {
    const { [date]: _amount, ...amounts } = schedule.amounts ?? {}
    return { ...schedule, amounts: amount_cents === null || amount_cents === row.amount_cents ? amounts : { ...amounts, [date]: amount_cents } }
  })
}

/** Says that one date is paid (or has come in), or that it is open. */
export function settleDate(row: Dated, date: string, isSettled: boolean): RowChange {
  if (!isDateOf(row, date)) return noSuchDate(date)
  const others = row.settled.filter((settled) => settled !== date)
  return checked({ settled: isSettled ? [...others, date].sort() : others })
}

/** A row cut in two: what it keeps, and the dates of a new row that goes on from there. */
export type RowSplit = { ok: true; earlier: Pick<Dated, 'schedule'> & Partial<Dated>; later: Pick<Dated, 'due_date' | 'schedule' | 'settled'> } | { ok: false; problems: Problem[] }

/**
 * This date and all later ones apart: the row ends the day before, a new one starts on it with the same dates as before. Skipped,
 * moved, settled dates and own amounts go with their dates. `null` where nothing comes before: then all dates are meant.
 */
export function splitAt(row: Dated, date: string): RowSplit | null {
  if (!isDateOf(row, date)) return noSuchDate(date)
  const { schedule, due_date, settled } = row
  const anchor = dayOf(due_date!)!
  const day = dayOf(date)!
  if (!schedule || firstNominal(schedule, anchor) === day) return null
  const [before, after] = [partOf(schedule, (one) => one < date), partOf(schedule, (one) => one >= date)]
  const { count: _count, ...uncounted } = before
  const count = schedule.count === undefined ? undefined : schedule.count - nominalDates(schedule, anchor, anchor, day).length
  return {
    ok: true,
    earlier: { schedule: { ...uncounted, until: dateOf(day - 1) }, settled: settled.filter((one) => one < date) },
    later: { due_date: date, schedule: tidied({ ...onItsDays(after, anchor, day), count }), settled: settled.filter((one) => one >= date) },
  }
}

/** Monthly and yearly rules take their day from the anchor; a new one on a shorter month's last day must still know it. */
export function onItsDays(schedule: Schedule, anchor: number, day: number): Schedule {
  const monthDay = civilOf(anchor).day
  const isByMonth = schedule.unit === 'month' || schedule.unit === 'year'
  return isByMonth && !schedule.on && monthDay !== civilOf(day).day ? { ...schedule, on: [monthDay] } : schedule
}

/** The rule with those of its exceptions whose nominal date is asked for. */
function partOf(schedule: Schedule, isMeant: (date: string) => boolean): Schedule {
  const pick = <V>(entries: Record<string, V> = {}): Record<string, V> => Object.fromEntries(Object.entries(entries).filter(([date]) => isMeant(date)))
  return tidied({ ...schedule, skip: schedule.skip?.filter(isMeant), move: pick(schedule.move), amounts: pick(schedule.amounts) })
}

const without = (schedule: Schedule, date: string): Schedule => partOf(schedule, (one) => one !== date)

/** The rule without its stray exceptions: those that name none of its dates, as when its days have changed. */
export function withoutStrays(schedule: Schedule, anchor: string): Schedule {
  const named = [...(schedule.skip ?? []), ...Object.keys(schedule.move ?? {}), ...Object.keys(schedule.amounts ?? {})].sort()
  if (named.length === 0) return schedule
  const isNominal = nominalTest(schedule, dayOf(anchor)!, dayOf(named.at(-1)!)!)
  return partOf(schedule, (date) => isNominal(dayOf(date)!))
}

/** The last date that a rule names, as a day number; Infinity when it goes on. The rule has a date at all. */
export const lastNominal = (schedule: Schedule, anchor: number): number => lastEffective({ ...schedule, shift: undefined, skip: undefined, move: undefined }, anchor)

/** A row without a schedule is a rule of one date. */
export const once: Schedule = { every: 1, unit: 'day', count: 1 }

export const isDateOf = (row: Pick<Dated, 'due_date' | 'schedule'>, date: string): boolean => dateTest(row)(date)

/** Tells whether a date is one of a row's nominal dates. */
export function dateTest({ due_date, schedule }: Pick<Dated, 'due_date' | 'schedule'>): (date: string) => boolean {
  const anchor = dayOf(due_date ?? '')
  if (anchor === null) return () => false
  const isNominal = nominalTest(schedule ?? once, anchor)
  return (date) => {
    const day = dayOf(date)
    return day !== null && isNominal(day)
  }
}

function withSchedule(row: Dated, date: string, change: (schedule: Schedule) => Schedule): RowChange {
  return isDateOf(row, date) ? checked({ schedule: tidied(change(row.schedule ?? once)) }) : noSuchDate(date)
}

function checked(fields: Partial<Dated>): RowChange {
  const { skip = [], move = {}, amounts = {} } = fields.schedule ?? {}
  const longest = Math.max(skip.length, Object.keys(move).length, Object.keys(amounts).length, fields.settled?.length ?? 0)
  if (longest <= limits.dates_in_a_list) return { ok: true, fields }
  return refused('too_many_dates', '', `A row keeps at most ${limits.dates_in_a_list} dates of a kind. Change all dates from one on instead.`)
}

export const refused = (...found: Parameters<typeof problem>): { ok: false; problems: Problem[] } => ({ ok: false, problems: [problem(...found)] })
export const noSuchDate = (date: string) => refused('schedule_has_no_such_date', '', `${date} is none of this row's dates.`)
