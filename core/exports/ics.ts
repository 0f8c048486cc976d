/** A plan's bills and paydays as an iCalendar (RFC 5545): whole days, one event a row, dates that differ as events of their own. */
import ICAL from 'ical.js'
import { addDays, dateOf, dayOf } from '../calendar.ts'
import { limits } from '../limits.ts'
import { decimalText, minorUnitDigits } from '../money.ts'
import { datesAtMost, stepsOf } from '../projection/work.ts'
import { scheduleToRRule } from '../rrule/export.ts'
import type { Payment, Scenario } from '../scenario.ts'
import { lastEffective, occurrences, type Schedule } from '../schedule.ts'

export interface CalendarAsked {
  /** false: names alone, for a calendar that others see. */
  shows_amounts: boolean
}

/** How often programs that read an address may come again. */
const refresh = 'PT12H'

/**
 * The calendar's text, event by event. An event's UID is its row's and its scenario's, so that it stays the same event however the row
 * changes; its stamp is when the row was last changed. Settled dates and undated rows have none.
 */
export function* calendarOf(scenario: Scenario, { shows_amounts }: CalendarAsked): Generator<string> {
  const calendar = new ICAL.Component('vcalendar')
  calendar.updatePropertyWithValue('version', '2.0')
  calendar.updatePropertyWithValue('prodid', '-//pyNance//Planning//EN')
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN')
  calendar.updatePropertyWithValue('method', 'PUBLISH')
  calendar.updatePropertyWithValue('name', scenario.name)
  calendar.updatePropertyWithValue('x-wr-calname', scenario.name)
  calendar.addProperty(propertyFrom(`REFRESH-INTERVAL;VALUE=DURATION:${refresh}`))
  calendar.updatePropertyWithValue('x-published-ttl', refresh)
  yield calendar.toString().slice(0, -closing.length)
  for (const collection of ['incomes', 'bills'] as const) {
    for (const row of scenario[collection]) {
      for (const event of eventsOf(scenario, row, collection === 'incomes' ? 'Income' : 'Bill', shows_amounts)) yield event.toString() + newline
    }
  }
  yield closing + newline
}

const newline = '\r\n'
const closing = 'END:VCALENDAR'

function* eventsOf(scenario: Scenario, row: Payment, kind: string, shows_amounts: boolean): Generator<ICAL.Component> {
  if (row.due_date === null) return
  const schedule = unsettled(row)
  if (schedule === undefined) return
  const rule = scheduleToRRule(schedule, row.due_date)
  if (!rule) return
  const { currency_code } = scenario
  const words = (amount_cents: number): string => (shows_amounts ? `${row.name} ${decimalText(amount_cents, minorUnitDigits(currency_code))} ${currency_code}` : row.name)
  const event = (date: string, summary: string, lines: readonly string[]): ICAL.Component => {
    const added = new ICAL.Component('vevent')
    added.updatePropertyWithValue('uid', `${row.id}.${scenario.id}@pynance-planning`)
    added.addProperty(propertyFrom(`DTSTAMP:${row.updated_at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`))
    added.addProperty(propertyFrom(`DTSTART;VALUE=DATE:${plain(date)}`))
    for (const line of lines) added.addProperty(propertyFrom(line))
    added.updatePropertyWithValue('summary', summary)
    added.updatePropertyWithValue('categories', row.category ?? kind)
    added.updatePropertyWithValue('transp', 'TRANSPARENT')
    return added
  }
  yield event(rule.start, words(row.amount_cents), rule.lines)
  if (!shows_amounts || !schedule?.amounts) return
  for (const { date, amount_cents } of ownAmounts(schedule, row.due_date)) yield event(date, words(amount_cents), [`RECURRENCE-ID;VALUE=DATE:${plain(date)}`])
}

/** The rule without the dates that are settled; undefined when nothing is left of it. */
function unsettled({ schedule, due_date, settled }: Payment): Schedule | null | undefined {
  if (schedule === null) return settled.includes(due_date!) ? undefined : null
  return settled.length === 0 ? schedule : { ...schedule, skip: [...new Set([...(schedule.skip ?? []), ...settled])].sort() }
}

/** The dates with an amount of their own, on the days on which they happen. */
function ownAmounts(schedule: Schedule, anchor: string): { date: string; amount_cents: number }[] {
  const named = Object.keys(schedule.amounts!).sort()
  const moved = Object.values(schedule.move ?? {})
  const [first, last] = [[named[0]!, ...moved].sort()[0]!, [named.at(-1)!, ...moved].sort().at(-1)!]
  const until = Math.min(dayOf(addDays(last, 4))!, lastEffective(schedule, dayOf(anchor)!) + 1)
  return occurrences(schedule, anchor, addDays(first, -4), dateOf(until)).flatMap(({ date, amount_cents }) => (amount_cents === null ? [] : [{ date, amount_cents }]))
}

const plain = (date: string): string => date.replaceAll('-', '')
const propertyFrom = (line: string): ICAL.Property => ICAL.Property.fromString(line)

/** An event is as much work as so many dates. */
const dates_an_event = 20

/** What a calendar names at most, in dates. */
export function calendarDates({ incomes, bills }: Scenario, { shows_amounts }: CalendarAsked): number {
  return [...incomes, ...bills].reduce((total, row) => {
    const { due_date, schedule, settled } = row
    if (due_date === null || schedule === null) return total + dates_an_event
    const amounts = shows_amounts && schedule.amounts ? Object.keys(schedule.amounts).length : 0
    const named = settled.length + (schedule.skip?.length ?? 0) + (schedule.move ? Object.keys(schedule.move).length : 0)
    return total + dates_an_event * (1 + amounts) + named + (mayBeListed(row) ? listedAtMost(row) : 0) + stepsOf(row)
  }, 0)
}

/** Whether no rule of iCalendar may say these dates; days of a month that all months have, and rules by the day or week, it can. */
const mayBeListed = ({ schedule, due_date }: Payment): boolean => schedule!.shift !== undefined || (schedule!.unit !== 'day' && schedule!.unit !== 'week' && (schedule!.on !== undefined || Number(due_date!.slice(8)) > 28))

function listedAtMost(row: Payment): number {
  const start_day = dayOf(row.due_date!)!
  return Math.min(limits.dates_in_a_list, datesAtMost(row, { start_day, until_day: start_day + limits.horizon_years * 366 }))
}
