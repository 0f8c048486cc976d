/**
 * The text of recurrences as iCalendar writes it (RFC 5545, 3.3.10 and 3.8.5): read into parts, nothing yet decided about what can be held.
 */
import { dayOf } from '../calendar.ts'
import { limits } from '../limits.ts'
import { weekdayCodes } from '../schedule/scheduled-dates.ts'
import { problem, type Problem, type Says } from '../problem.ts'
import type { Values } from '../words/words.ts'

export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const

/** A weekday: 0 for Monday; nth 0 means each of them. */
export interface ByDay {
  weekday: number
  nth: number
}

export interface RuleParts {
  freq: (typeof frequencies)[number]
  interval: number
  until: Moment | null
  count: number | null
  by_month: number[] | null
  by_month_day: number[] | null
  by_day: ByDay[] | null
  by_set_pos: number[] | null
  /** The weekday on which weeks start, 0 for Monday. */
  week_start: number
}

/** A day, and the time of day if one was written: seconds, in UTC or as clocks go where the person is. */
export interface Moment {
  day: number
  seconds: number | null
  is_utc: boolean
}

export interface Recurrence {
  rule: RuleParts | null
  start: Moment | null
  also: Moment[]
  except: Moment[]
}

type Read<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

type Unreadable = Extract<Says, `rrule_is_not_readable.${string}`>
type NotHeld = Extract<Says, `rrule_part_is_not_supported.${string}`>
const unreadable = (says: Unreadable, part: string, values: Values = {}): Problem => problem(says, part === '' ? '' : `/${part}`, values)
export const notHeld = (says: NotHeld, part: string): Problem => problem(says, `/${part}`, { part })

/** Lines RRULE, DTSTART, RDATE and EXDATE, or a bare rule; folded lines and small letters are read too. */
export function readRecurrence(text: string): Read<Recurrence> {
  if (text.length > limits.rrule_characters) {
    return { ok: false, problems: [problem('rrule_is_too_long', '', { most: limits.rrule_characters })] }
  }
  const found: Recurrence = { rule: null, start: null, also: [], except: [] }
  const problems: Problem[] = []
  const lines = text
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]/g, '')
    .toUpperCase()
    .split('\n')
    .map((line) => line.trim())
  for (const line of lines) {
    if (line === '') continue
    const colon = line.indexOf(':')
    const [name = ''] = line.slice(0, Math.max(colon, 0)).split(';')
    const value = line.slice(colon + 1)
    if (name === 'RRULE' || colon < 0) {
      const rule = readRule(value)
      if (!rule.ok) problems.push(...rule.problems)
      else if (found.rule) problems.push(notHeld('rrule_part_is_not_supported.two_rules', 'RRULE'))
      else found.rule = rule.value
    } else if (name === 'DTSTART' || name === 'RDATE' || name === 'EXDATE') {
      const moments = value.split(',').map(readMoment)
      if (moments.includes(null) || (name === 'DTSTART' && moments.length > 1))
        problems.push(unreadable('rrule_is_not_readable.dates', name))
      else if (name === 'DTSTART') found.start = moments[0]!
      else found[name === 'RDATE' ? 'also' : 'except'].push(...(moments as Moment[]))
    } else if (name === 'EXRULE') problems.push(notHeld('rrule_part_is_not_supported.exrule', 'EXRULE'))
    else problems.push(unreadable('rrule_is_not_readable.lines', ''))
  }
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, limits.problems_listed) } : { ok: true, value: found }
}

const notParts: Record<string, NotHeld> = {
  BYHOUR: 'rrule_part_is_not_supported.time_of_day',
  BYMINUTE: 'rrule_part_is_not_supported.time_of_day',
  BYSECOND: 'rrule_part_is_not_supported.time_of_day',
  BYYEARDAY: 'rrule_part_is_not_supported.year_day',
  BYWEEKNO: 'rrule_part_is_not_supported.week_number',
  RSCALE: 'rrule_part_is_not_supported.calendar',
  SKIP: 'rrule_part_is_not_supported.skip',
}

function readRule(text: string): Read<RuleParts> {
  const parts = new Map<string, string>()
  const problems: Problem[] = []
  for (const part of text.split(';')) {
    const [name = '', value = '', ...more] = part.split('=')
    if (part === '' || more.length > 0 || value === '' || parts.has(name))
      problems.push(unreadable('rrule_is_not_readable.parts', nameable(name)))
    else parts.set(name, value)
  }
  const read = <T>(name: string, of: (value: string) => T | null, otherwise: Unreadable, values: Values = {}): T | null => {
    const value = parts.get(name)
    parts.delete(name)
    if (value === undefined) return null
    const told = of(value)
    if (told === null) problems.push(unreadable(otherwise, name, values))
    return told
  }
  const numbers = (most: number, signed: boolean) => (value: string) => listOf(value, (one) => wholeNumber(one, most, signed))
  const freq = parts.get('FREQ')
  parts.delete('FREQ')
  if (freq === undefined) problems.push(unreadable('rrule_is_not_readable.no_frequency', 'FREQ'))
  else if (['SECONDLY', 'MINUTELY', 'HOURLY'].includes(freq)) problems.push(notHeld('rrule_part_is_not_supported.within_a_day', 'FREQ'))
  else if (!(frequencies as readonly string[]).includes(freq)) problems.push(unreadable('rrule_is_not_readable.frequency', 'FREQ'))
  const rule: RuleParts = {
    freq: freq as RuleParts['freq'],
    interval:
      read('INTERVAL', (value) => wholeNumber(value, limits.schedule_every, false), 'rrule_is_not_readable.number', {
        part: 'INTERVAL',
        most: limits.schedule_every,
      }) ?? 1,
    until: read('UNTIL', readMoment, 'rrule_is_not_readable.until'),
    count: read('COUNT', (value) => wholeNumber(value, limits.rule_dates, false), 'rrule_is_not_readable.number', {
      part: 'COUNT',
      most: limits.rule_dates,
    }),
    by_month: read('BYMONTH', numbers(12, false), 'rrule_is_not_readable.months'),
    by_month_day: read('BYMONTHDAY', numbers(31, true), 'rrule_is_not_readable.month_days'),
    by_day: read('BYDAY', (value) => listOf(value, readByDay), 'rrule_is_not_readable.weekdays'),
    by_set_pos: read('BYSETPOS', numbers(366, true), 'rrule_is_not_readable.places'),
    week_start: read('WKST', (value) => weekdayIndex(value), 'rrule_is_not_readable.week_start') ?? 0,
  }
  for (const name of parts.keys())
    problems.push(
      Object.hasOwn(notParts, name) ? notHeld(notParts[name]!, name) : unreadable('rrule_is_not_readable.unknown_part', nameable(name)),
    )
  if (rule.count !== null && rule.until !== null) problems.push(unreadable('rrule_is_not_readable.two_ends', 'UNTIL'))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: rule }
}

/** A name fit for the path of a problem; what is no name is left out. */
const nameable = (name: string): string => (/^[A-Z-]{1,20}$/.test(name) ? name : '')

function listOf<T>(text: string, of: (one: string) => T | null): T[] | null {
  const list = text.split(',').map(of)
  return list.includes(null) || list.length > 400 ? null : (list as T[])
}

function wholeNumber(text: string, most: number, signed: boolean): number | null {
  if (!/^[+-]?\d{1,5}$/.test(text)) return null
  const value = Number(text)
  return Math.abs(value) >= 1 && Math.abs(value) <= most && (signed || value > 0) ? value : null
}

function weekdayIndex(text: string): number | null {
  const index = (weekdayCodes as readonly string[]).indexOf(text)
  return index < 0 ? null : index
}

function readByDay(text: string): ByDay | null {
  const weekday = weekdayIndex(text.slice(-2))
  const nth = text.length === 2 ? 0 : wholeNumber(text.slice(0, -2), 53, true)
  return weekday === null || nth === null ? null : { weekday, nth }
}

/** `20260131`, `20260131T090000` or `20260131T090000Z`; null for anything else. */
function readMoment(text: string): Moment | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(text)
  const day = match && dayOf(`${match[1]}-${match[2]}-${match[3]}`)
  if (!match || day === null) return null
  if (match[4] === undefined) return { day, seconds: null, is_utc: false }
  const [hours, minutes, seconds] = [Number(match[4]), Number(match[5]), Number(match[6])]
  return hours > 23 || minutes > 59 || seconds > 60
    ? null
    : { day, seconds: hours * 3600 + minutes * 60 + seconds, is_utc: match[7] === 'Z' }
}
