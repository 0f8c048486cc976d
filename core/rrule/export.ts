/** Schedules as recurrences of iCalendar (RFC 5545). What no rule can say is written date by date. */
import { civilOf, dateOf, dayOf, lastDay, weekdayOf } from '../calendar.ts'
import { limits } from '../limits.ts'
import { weekdayCodes, weekdayIn } from '../nominal-dates.ts'
import { expand, firstNominal, lastEffective, offWeekend, type Schedule } from '../schedule.ts'
import { datesAt } from './dates.ts'
import { isSameRule, kindsOf, type MonthDays } from './months.ts'

export interface ToRRule {
  /** DTSTART: the first date, YYYY-MM-DD; itself a date unless EXDATE takes it away. */
  start: string
  /** RRULE, EXDATE and RDATE, unfolded; none for one date alone. */
  lines: string[]
  /** null: every date is said. Else the last date that is: of a rule that goes on and on and that no RRULE can say. */
  complete_until: string | null
}

/** How far ahead dates are written one by one: 50 years. */
const listed_days = limits.horizon_years * 366

/**
 * Effective dates as lines that any calendar reads; `scheduleFromRRule(lines.join('\n'), start)` has the same ones. A calendar holds
 * a date once, even where two payments fall on it. null: no date is left.
 */
export function scheduleToRRule(schedule: Schedule | null, anchor: string): ToRRule | null {
  if (schedule === null) return { start: anchor, lines: [], complete_until: null }
  const from = dayOf(anchor)!
  const { skip: _skip, move: _move, amounts: _amounts, ...rule } = schedule
  const parts = partsOf(rule, from)
  return parts === null ? asDates(schedule, from) : asRule(schedule, rule, parts, from)
}

const written = (day: number): string => dateOf(day).replaceAll('-', '')
const dateLines = (name: string, days: readonly number[]): string[] => (days.length === 0 ? [] : [`${name};VALUE=DATE:${days.toSorted((a, b) => a - b).map(written).join(',')}`])

function asRule(schedule: Schedule, rule: Schedule, parts: string[], anchor: number): ToRRule | null {
  const start = firstEffective(rule, anchor)
  if (start === null || lastEffective(schedule, anchor) === -Infinity) return null
  const at = datesAt(rule, anchor)
  const isDate = (day: number): boolean => at(offWeekend(day, rule.shift)).includes(day)
  const skipped = new Set(schedule.skip?.map((date) => dayOf(date)!).filter(isDate))
  const moved = Object.entries(schedule.move ?? {}).map(([date, to]) => [dayOf(date)!, dayOf(to)!] as const).filter(([day]) => !skipped.has(day) && isDate(day))
  // No two dates of such a rule fall on one day, so what is taken away is still there only where another was moved to it.
  const to = new Set(moved.map(([, day]) => day))
  const gone = [...skipped, ...moved.map(([day]) => day)].map((day) => offWeekend(day, rule.shift)).filter((day) => !to.has(day))
  const added = [...to].filter((day) => at(day).length === 0)
  const lines = [`RRULE:${[...parts, ...endOf(rule, parts, anchor)].join(';')}`, ...dateLines('EXDATE', gone), ...dateLines('RDATE', added)]
  return { start: dateOf(start), lines, complete_until: null }
}

/** COUNT, or UNTIL, which is about the dates once shifted. Readers that count a date twice where two places of BYSETPOS meet are given no COUNT there. */
function endOf(rule: Schedule, parts: string[], anchor: number): string[] {
  if (rule.until === undefined && rule.count === undefined) return []
  const isCounted = rule.until === undefined && !parts.some((part) => part.startsWith('BYSETPOS') && part.includes(','))
  if (isCounted) return [`COUNT=${rule.count}`]
  return [`UNTIL=${written(rule.shift || rule.count !== undefined ? lastEffective(rule, anchor) : dayOf(rule.until!)!)}`]
}

function asDates(schedule: Schedule, anchor: number): ToRRule | null {
  const last = lastEffective(schedule, anchor)
  const first = firstNominal(schedule, anchor)
  if (first === null || last === -Infinity) return null
  let days: readonly number[] = []
  let listed: number[] = []
  // In growing steps, since a rule by the day has all it may list within a few years. One whose first dates are skipped, or far apart, is followed until there is one.
  for (let ahead = listed_days / 8; listed.length < limits.dates_in_a_list && (days.length === 0 || ahead <= listed_days) && first + ahead < 2 * lastDay; ahead *= 2) {
    days = expand(schedule, anchor, -Infinity, first + ahead).effective
    listed = [...new Set(days)].slice(0, limits.dates_in_a_list)
  }
  if (listed.length === 0) return null
  return { start: dateOf(listed[0]!), lines: dateLines('RDATE', listed.slice(1)), complete_until: last === listed.at(-1) ? null : dateOf(listed.at(-1)!) }
}

function firstEffective(rule: Schedule, anchor: number): number | null {
  return expand({ ...rule, count: 1 }, anchor, -Infinity, Infinity).effective[0] ?? null
}

/** The parts of an RRULE that gives the same effective dates when it starts on the first of them; null when there is none. */
function partsOf(rule: Schedule, anchor: number): string[] | null {
  const every = rule.every === 1 ? [] : [`INTERVAL=${rule.every}`]
  if (rule.unit === 'day') {
    if (!rule.shift) return ['FREQ=DAILY', ...every]
    return rule.every % 7 === 0 ? partsOf({ ...rule, unit: 'week', every: rule.every / 7 }, anchor) : null
  }
  if (rule.unit === 'week') {
    const days = weekdaysOf(rule, anchor)
    return days && ['FREQ=WEEKLY', ...every, `BYDAY=${days.join(',')}`, ...(rule.every > 1 ? ['WKST=MO'] : [])]
  }
  const month = civilOf(anchor).month
  const on = rule.on ?? [civilOf(anchor).day]
  const kinds = kindsOf(rule.unit === 'year' ? [month] : null)
  const days = monthDaysOf(on, rule.shift).find((one) => isSameRule(one, { on, short_month: rule.short_month, shift: rule.shift }, kinds))
  if (!days) return null
  return [rule.unit === 'year' ? 'FREQ=YEARLY' : 'FREQ=MONTHLY', ...every, ...(rule.unit === 'year' ? [`BYMONTH=${month}`] : []), ...daysWritten(days)]
}

/** The weekdays once shifted; null where two fall on one, or where only some go over into the next week of a rule that leaves weeks out. */
function weekdaysOf({ every, on, shift }: Schedule, anchor: number): string[] | null {
  const weekdays = on ? [...new Set(on.map((day) => weekdayIn(String(day)).weekday))] : [weekdayOf(anchor)]
  const shifted = weekdays.map((weekday) => (weekday > 4 && shift ? (shift === 'before' ? 4 : 0) : weekday))
  const isOver = (weekday: number): boolean => weekday > 4 && shift === 'after'
  if (new Set(shifted).size < shifted.length || (every > 1 && weekdays.some(isOver) && !weekdays.every(isOver))) return null
  return shifted.sort((a, b) => a - b).map((weekday) => weekdayCodes[weekday]!)
}

const workdays = [0, 1, 2, 3, 4].map((weekday) => ({ weekday, nth: 0 }))
const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Ways in which RFC 5545 may say these days; which of them do is for months.ts to tell. */
function* monthDaysOf(on: readonly (number | string)[], shift: Schedule['shift']): Generator<MonthDays> {
  if (typeof on[0] === 'string') {
    yield { by_month_day: null, by_day: on.map((day) => weekdayIn(String(day))), by_set_pos: null }
    return
  }
  const days = [...new Set(on.map(Number))].sort((a, b) => a - b)
  yield { by_month_day: days, by_day: null, by_set_pos: null }
  const longest = days.at(-1)!
  if (days[0]! > 0 && longest > 28) {
    // A day that falls on a short month's last one: of the days from 28 to it, the last there is.
    const early = days.filter((day) => day < 28)
    const places = [...early.keys(), ...days.filter((day) => day >= 28 && day < longest).map((day) => early.length + day - 28)].map((index) => index + 1)
    yield { by_month_day: [...early, ...span(28, longest)], by_day: null, by_set_pos: [...places, -1] }
  }
  yield { by_month_day: days.map((day) => (day === 31 ? -1 : day)), by_day: null, by_set_pos: null }
  if (days.length !== 1 || !shift) return
  const [day] = days as [number]
  // The workday at or next to a day: of the three days that end or start there, the last or the first that is one.
  if (day === -1 || day === 31 || day === 1) yield { by_month_day: null, by_day: workdays, by_set_pos: [shift === 'before' ? -1 : 1] }
  const around = shift === 'after' ? span(day, day + 2) : span(day > 0 ? Math.min(day, 28) - 2 : day - 2, day)
  yield { by_month_day: around, by_day: workdays, by_set_pos: [shift === 'before' ? -1 : 1] }
}

function daysWritten({ by_month_day, by_day, by_set_pos }: MonthDays): string[] {
  return [
    ...(by_month_day ? [`BYMONTHDAY=${by_month_day.join(',')}`] : []),
    ...(by_day ? [`BYDAY=${by_day.map(({ weekday, nth }) => `${nth === 0 ? '' : nth}${weekdayCodes[weekday]}`).join(',')}`] : []),
    ...(by_set_pos ? [`BYSETPOS=${by_set_pos.join(',')}`] : []),
  ]
}
