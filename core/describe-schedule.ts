/** A rule as a phrase of plain English, such as a person would say it: "every month on the last day, moved to Friday before a weekend". */
import { civilOf, dateOf, dayOf, weekdayOf } from './calendar.ts'
import { noExceptions, type Exceptions } from './exceptions.ts'
import { weekdayCodes, weekdayIn } from './nominal-dates.ts'
import { partsOf } from './row-parts.ts'
import { withoutStrays } from './schedule-changes.ts'
import { firstNominal, lastEffective, type DatedRow, type Schedule } from './schedule.ts'

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const ordinalWords = ['first', 'second', 'third', 'fourth', 'fifth']

/**
 * What the rule of a dated row says. Exceptions are counted where they name a date of the rule. `format` writes the dates within the
 * phrase as the person reads them; without it they are `YYYY-MM-DD`.
 */
export function describeSchedule(row: DatedRow & { due_date: string }, format: (date: string) => string = (date) => date): string {
  const { due_date: anchor, schedule, changes = [] } = row
  if (schedule === null) return `once, on ${format(onceOn(row))}`
  const parts = schedule.count === 1 ? [`once, on ${format(onceOn(row))}`] : [datesPhrase(schedule, anchor)]
  if (schedule.shift && schedule.count !== 1 && mayBeWeekend(schedule, anchor)) parts.push(schedule.shift === 'before' ? 'moved to Friday before a weekend' : 'moved to Monday after a weekend')
  if (schedule.until !== undefined && schedule.count !== 1) parts.push(`until ${format(schedule.until)}`)
  if (schedule.count !== undefined && schedule.count > 1) parts.push(schedule.count === 2 ? 'twice' : `${schedule.count} times`)
  const exceptions = exceptionsPhrase(withoutStrays(row))
  const later = partsOf(row).filter(({ nth, rule_of }) => nth >= 0 && rule_of === nth)
  const otherwise = later.map((part) => `; from ${format(changes[part.nth]!.from)} ${describeSchedule({ due_date: part.due_date, schedule: part.schedule, exceptions: noExceptions }, format)}`)
  return parts.join(', ') + otherwise.join('') + (exceptions === '' ? '' : `; ${exceptions}`)
}

/** The day of a rule of one date: the one it really is, off a weekend or moved; a skipped one by its rule. */
function onceOn(row: DatedRow & { due_date: string }): string {
  const day = lastEffective(row)
  return Number.isFinite(day) ? dateOf(day) : dateOf(firstNominal(row.schedule, dayOf(row.due_date)!) ?? dayOf(row.due_date)!)
}

function datesPhrase(schedule: Schedule, anchor: string): string {
  const { every, unit } = schedule
  if (unit === 'day') return everyUnit(every, unit)
  if (unit === 'week') return weeklyPhrase(every, schedule.on, anchor)
  const on = schedule.on ?? [civilOf(dayOf(anchor)!).day]
  if (unit === 'year') return `${everyUnit(every, unit)} on ${typeof on[0] === 'string' ? `the ${nthWeekdays(on.map(String))} of ${monthName(anchor)}` : daysOfYear(on.map(Number), schedule, anchor)}${missing(schedule, on, anchor)}`
  if (typeof on[0] === 'string') return `${everyUnit(every, unit)} on the ${nthWeekdays(on.map(String))}${missing(schedule, on, anchor)}`
  const days = daysOfMonth(on.map(Number), schedule.short_month)
  const phrase = every === 1 && on.length > 1 ? `on the ${listed(days)} of every month` : `${everyUnit(every, unit)} on the ${listed(days)}`
  return phrase + missing(schedule, on, anchor)
}

const numbers = ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const everyUnit = (every: number, unit: Schedule['unit']): string => (every === 1 ? `every ${unit}` : every === 2 ? `every second ${unit}` : `every ${numbers[every - 3] ?? every} ${unit}s`)

function weeklyPhrase(every: number, on: Schedule['on'], anchor: string): string {
  const weekdays = on ? [...new Set(on.map((day) => weekdayIn(String(day)).weekday))].sort() : [weekdayOf(dayOf(anchor)!)]
  const names = weekdays.map((weekday) => weekdayNames[weekday]!)
  if (every === 1 && names.length === 7) return 'every day'
  const isWorkingWeek = names.length === 5 && weekdays[4] === 4
  if (every === 1) return isWorkingWeek ? 'every weekday' : `every ${listed(names)}`
  if (every === 2 && names.length === 1) return `every second ${names[0]}`
  return `${everyUnit(every, 'week')} on ${names.length === 7 ? 'every day' : isWorkingWeek ? 'Monday to Friday' : listed(names)}`
}

/** `31` of a rule that falls on a shorter month's last day is the last day of every month. */
function daysOfMonth(on: number[], shortMonth: Schedule['short_month']): string[] {
  const days = on.map((day) => (day === 31 && shortMonth !== 'skip' ? -1 : day))
  return inOrder(days).map((day) => (day > 0 ? ordinal(day) : `${fromEnd(day)} day`))
}

function daysOfYear(on: number[], { short_month }: Schedule, anchor: string): string {
  const month = monthName(anchor)
  const longest = longestMonth(anchor)
  const known = on.filter((day) => day <= longest)
  const days = inOrder(short_month !== 'skip' ? on.map((day) => (day > longest ? -1 : day)) : known.length > 0 ? known : on)
  return `the ${listed(daysOfMonth(days, 'skip'))} of ${month}`
}

const longestMonth = (anchor: string): number => [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(anchor.slice(5, 7)) - 1]!
const monthName = (anchor: string): string => monthNames[Number(anchor.slice(5, 7)) - 1]!

/** First, third and last Friday: the weekday is said once for all of its ordinals that stand together. */
function nthWeekdays(on: string[]): string {
  const byWeekday = Map.groupBy(inOrder(on.map((day) => weekdayIn(day)), ({ nth }) => nth), ({ weekday }) => weekday)
  return [...byWeekday].map(([weekday, days]) => `${listed(days.map(({ nth }) => (nth > 0 ? ordinalWords[nth - 1]! : fromEnd(nth))))} ${weekdayNames[weekday]}`).join(' and the ')
}

/** What happens in a month or a year that lacks a day, where it says more than the days themselves. */
function missing({ unit, short_month }: Schedule, on: readonly (number | string)[], anchor: string): string {
  const lack = (day: number | string): boolean => (typeof day === 'string' ? Math.abs(weekdayIn(day).nth) === 5 : Math.abs(day) > 28)
  const isFebruary = anchor.slice(5, 7) === '02'
  if (typeof on[0] === 'string' || short_month === 'skip') {
    return on.some((day) => lack(day) && (unit === 'month' || typeof day === 'string' || isFebruary)) ? ', where there is one' : ''
  }
  if (unit === 'year') return isFebruary && on.includes(29) && !on.some((day) => Number(day) > 29 || day === -1) ? ', or the 28th' : ''
  if (on.some((day) => day === 31 || day === -1)) return ''
  if (on.some((day) => day === -31)) return ', or the last day of a shorter month'
  return on.some(lack) ? ', or the last day of February' : ''
}

/** Whether a date of the rule can fall on a Saturday or a Sunday, so that a shift says something. */
function mayBeWeekend({ unit, on }: Schedule, anchor: string): boolean {
  if (unit === 'week' && !on) return weekdayOf(dayOf(anchor)!) > 4
  return !on?.every((day) => typeof day === 'string' && weekdayCodes.indexOf(day.slice(-2) as 'MO') < 5)
}

function exceptionsPhrase(exceptions: Exceptions): string {
  const said = Object.values(exceptions)
  const left = (field: 'moved_to' | 'amount_cents'): number => said.filter((exception) => !exception.skipped && exception[field] !== undefined).length
  const counts = [[said.filter(({ skipped }) => skipped).length, 'skipped'], [left('moved_to'), 'moved'], [left('amount_cents'), 'with another amount']] as const
  return counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`).join(', ')
}

/** From the first on, then those that are counted from the end. */
function inOrder<T>(days: T[], of: (day: T) => number = Number): T[] {
  const rank = (day: T): number => (of(day) > 0 ? of(day) : 100 + of(day))
  return [...new Map(days.map((day) => [JSON.stringify(day), day])).values()].sort((a, b) => rank(a) - rank(b))
}

const ordinal = (day: number): string => `${day}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'}`
const fromEnd = (nth: number): string => (nth === -1 ? 'last' : `${ordinalWords[-nth - 1] ?? ordinal(-nth)}-to-last`)
const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`)
