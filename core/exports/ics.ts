/**
 * A plan's bills, paydays, transfers and payments of cards as an iCalendar (RFC 5545) of whole days, written so that every reader shows the
 * same: a rule where all read one alike, with its moved and changed dates under their RECURRENCE-ID, else each date as an event of its own.
 */
import ICAL from 'ical.js'
import { addDays, dayOf } from '../calendar.ts'
import { eachException, exceptionDays } from '../schedule/exceptions.ts'
import { limits } from '../limits.ts'
import { decimalText, minorUnitDigits } from '../money/money.ts'
import { asDue, isLeftOpen, isSettled } from '../payments/part-payments.ts'
import { datesAtMost, stepsOf } from '../projection/work.ts'
import { scheduleToRRule, type ToRRule } from '../rrule/export.ts'
import type { Account, Payment, Scenario, Transfer } from '../scenario.ts'
import type { DatedRow, Occurrence } from '../schedule/schedule.ts'
import { separateRows } from '../schedule/stretches.ts'
import type { Say } from '../words/words.ts'
import { accountsAhead, card_horizon } from './card-events.ts'
import { eachTextOnce } from './each-text-once.ts'
import { endedWithLoan } from './loan-payments.ts'
import { singleDates } from './single-dates.ts'

export interface CalendarAsked {
  /** false: names alone, for a calendar that others see. */
  shows_amounts: boolean
  /** The person's day: what is left of a date that is past is due then; before the plan begins, and without it, on the plan's first day. */
  today?: string
}

/** Whether the calendar is another one from day to day: something is left of a date, which is due on the day on which it is read. */
export const followsToday = (scenario: Scenario): boolean =>
  payments(scenario).some(({ row }) => Object.keys(row.exceptions).some((date) => isLeftOpen(row, date)))

/** How often programs that read an address may come again. */
const refresh = 'PT12H'

/**
 * The calendar's text, event by event; its description says how far it goes.
 * The UID of a series is made of its row's id and its scenario's, that of a single event of the
 * scheduled date too, and that of a series which begins with a change of the row of its date, so that they stay the same however the row
 * changes. SEQUENCE is the scenario's revision and DTSTAMP when it last changed: neither goes back. A bill that leaves over the days of its
 * periods is there on the first of each. Settled and skipped dates, and undated rows, have no event.
 */
export function* calendarOf(
  scenario: Scenario,
  { shows_amounts, today = scenario.start_date }: CalendarAsked,
  say: Say,
): Generator<string> {
  const calendar = new ICAL.Component('vcalendar')
  calendar.updatePropertyWithValue('version', '2.0')
  calendar.updatePropertyWithValue('prodid', '-//pyNance//Planning//EN')
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN')
  calendar.updatePropertyWithValue('method', 'PUBLISH')
  calendar.updatePropertyWithValue('name', scenario.name)
  // ical.js knows no type of an X- property and would write the text as it is.
  calendar.updatePropertyWithValue('x-wr-calname', escaped(scenario.name))
  calendar.addProperty(propertyFrom(`REFRESH-INTERVAL;VALUE=DURATION:${refresh}`))
  calendar.updatePropertyWithValue('x-published-ttl', refresh)
  const now = today > scenario.start_date ? today : scenario.start_date
  const ahead = accountsAhead(scenario, now)
  const dated = payments(ahead.taking).flatMap(({ row: whole, kind }) => {
    const due = asDue(endedWithLoan(whole, ahead.loan_ends), now)
    if (due.due_date === null) return []
    return separateRows(due).map(({ row, begins }) => {
      const open = openRow(row)
      return { row, begins, kind, open, series: scheduleToRRule(open) }
    })
  })
  const listed = dated.filter(({ series }) => series === null)
  const { dates, until } = singleDates(
    listed.map(({ open }) => open),
    scenario.start_date,
  )
  const reach = say('exports.calendar', { cards: lastBefore(ahead.until), dates: lastBefore(until) })
  calendar.updatePropertyWithValue('description', reach)
  calendar.updatePropertyWithValue('x-wr-caldesc', escaped(reach))
  yield calendar.toString().slice(0, -closing.length)
  const datesOf = new Map(listed.map((one, index) => [one, dates[index]!]))
  for (const one of dated) {
    const events = one.series
      ? seriesEvents(one.series, one.begins ?? '', shows_amounts)
      : singleEvents(datesOf.get(one)!, one.row.schedule === null)
    yield* eventsOf(scenario, one, events, { shows_amounts, say })
  }
  for (const { account, events } of ahead.cards) {
    const row = { ...account, amount_cents: 0, category: null }
    const unruled = events.map((event) => ({ ...event, lines: [] }))
    yield* eventsOf(scenario, { row, kind: 'card_payment' }, unruled, { shows_amounts, say })
  }
  yield closing + newline
}

/** The last day that is told of, for the sentence that says how far the calendar goes; `none`: there is nothing that ends. */
const lastBefore = (until: string | null): string => (until === null ? 'none' : addDays(until, -1))

const newline = '\r\n'
const closing = 'END:VCALENDAR'

type Kind = 'income' | 'bill' | 'transfer' | 'card_payment'
const kinds = { incomes: 'income', bills: 'bill', transfers: 'transfer' } as const

const payments = (scenario: Scenario): { row: Payment; kind: Kind }[] =>
  (['incomes', 'bills', 'transfers'] as const).flatMap((collection) =>
    scenario[collection].map((row) => ({ row, kind: kinds[collection] })),
  )

interface CalendarEvent {
  /** What stands behind the row's id in the UID: of a series the date from which it is otherwise than the one before, else "". */
  nominal_date: string
  date: string
  /** null: the row's. */
  amount_cents: number | null
  lines: readonly string[]
}

function seriesEvents({ start, lines, changed }: ToRRule, nominal_date: string, shows_amounts: boolean): CalendarEvent[] {
  const overrides = changed
    .filter(({ slot, date }) => shows_amounts || slot !== date)
    .map(({ slot, date, amount_cents }) => ({ nominal_date, date, amount_cents, lines: [`RECURRENCE-ID;VALUE=DATE:${plain(slot)}`] }))
  return [{ nominal_date, date: start, amount_cents: null, lines }, ...overrides]
}

/** What is due once has its row's own UID. */
const singleEvents = (dates: readonly Occurrence[], isOnce: boolean): CalendarEvent[] =>
  dates.map(({ nominal_date, date, amount_cents }) => ({ nominal_date: isOnce ? '' : nominal_date, date, amount_cents, lines: [] }))

/** The events of a row, in their order. What all of them say, and a sum that comes again, is laid out once. */
function* eventsOf(
  scenario: Scenario,
  { row, kind }: { row: Pick<Payment, 'id' | 'name' | 'amount_cents' | 'category'>; kind: Kind },
  events: readonly CalendarEvent[],
  { shows_amounts, say }: CalendarAsked & { say: Say },
): Generator<string> {
  const { id, currency_code, revision, updated_at } = scenario
  const changed = linesOf(propertyFrom(`DTSTAMP:${updated_at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`), propertyOf('sequence', revision))
  const kept = linesOf(propertyOf('categories', row.category ?? say(`exports.${kind}`)), propertyOf('transp', 'TRANSPARENT'))
  const sign = signs[wayOf(row, kind)]
  const summaryOf = eachTextOnce((text) => linesOf(propertyOf('summary', text)))
  const uidOf = uidsOf(row.id, id)
  for (const { nominal_date, date, amount_cents, lines } of events) {
    const cents = amount_cents ?? row.amount_cents
    const amount = `${cents === 0 ? '' : sign}${writtenAmount(cents, currency_code, say)}`
    const summary = shows_amounts ? say('exports.event', { name: row.name, amount, currency: currency_code }) : row.name
    const due = `DTSTART;VALUE=DATE:${plain(date)}${newline}${lines.length > 0 ? linesOf(...lines.map(propertyFrom)) : ''}`
    yield `${event_begins}${uidOf(nominal_date)}${changed}${due}${summaryOf(summary)}${kept}${event_ends}`
  }
}

/** The lines of the UIDs of a row: those with a date are laid out once, since it stands before the first fold. */
function uidsOf(row_id: string, id: string): (nominal_date: string) => string {
  const once = linesOf(propertyOf('uid', `${row_id}.${id}@pynance-planning`))
  const dated = linesOf(propertyOf('uid', `${row_id}.00000000.${id}@pynance-planning`))
  const at = `UID:${row_id}.`.length
  const [head, tail] = [dated.slice(0, at), dated.slice(at + 8)]
  return (nominal_date) => (nominal_date ? `${head}${plain(nominal_date)}${tail}` : once)
}

const event_begins = `BEGIN:VEVENT${newline}`
const event_ends = `END:VEVENT${newline}`

/** The lines of properties as they stand in an event, folded and escaped. */
function linesOf(...properties: ICAL.Property[]): string {
  const event = new ICAL.Component('vevent')
  for (const property of properties) event.addProperty(property)
  return `${event.toString().slice(event_begins.length, -(event_ends.length - newline.length))}`
}

function propertyOf(name: string, value: string | number): ICAL.Property {
  const property = new ICAL.Property(name)
  property.setValue(value as string)
  return property
}

/** How the main account sees it, and of a bill or an income the account that it is on; what passes between others has no sign. */
const signs = { in: '+', out: '-', between: '' } as const
function wayOf(row: object, kind: Kind): keyof typeof signs {
  if (kind === 'income' || kind === 'bill') return kind === 'income' ? 'in' : 'out'
  const [from, to] =
    kind === 'card_payment'
      ? [(row as Partial<Account>).card?.paid_from_account_id ?? null, undefined]
      : [(row as Transfer).from_account_id, (row as Transfer).to_account_id]
  return from === null ? 'out' : to === null ? 'in' : 'between'
}

/** The dates of a row without those that are settled. */
const openRow = (row: Payment): DatedRow => ({
  ...row,
  exceptions: eachException(row.exceptions, (exception, date) => (isSettled(row, date) ? { skipped: true } : exception)),
})

/** Minor units with the language's sign before the cents: what a person reads, where nothing calculates with it. */
function writtenAmount(cents: number, currency_code: string, say: Say): string {
  const [whole = '', fraction] = decimalText(cents, minorUnitDigits(currency_code)).split('.')
  return fraction === undefined ? whole : say('exports.amount', { whole, fraction })
}

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&')
const plain = (date: string): string => date.replaceAll('-', '')
const propertyFrom = (line: string): ICAL.Property => ICAL.Property.fromString(line)

/** An event is as much work as so many dates. */
const dates_an_event = 20

/** What a calendar names at most, in dates. */
export function calendarDates({ incomes, bills, transfers, accounts }: Scenario, { shows_amounts }: CalendarAsked): number {
  let [dates, singles] = [0, 0]
  for (const { row } of [...incomes, ...bills, ...transfers].flatMap(separateRows<Payment>)) {
    const { due_date, schedule, exceptions } = row
    dates += dates_an_event
    if (due_date === null || schedule === null) continue
    const { skipped, moved, amounts, settled } = exceptionDays(exceptions)
    dates += dates_an_event * (moved.size + (shows_amounts ? amounts.size : 0)) + settled.size + skipped.size + stepsOf(row)
    if (mayBeListed(row)) singles += listedAtMost(row)
  }
  const paid = accounts.filter(({ card }) => card !== null).length * Math.ceil((card_horizon.count * 366) / 28)
  return dates + dates_an_event * (Math.min(singles, limits.calendar_single_events) + paid)
}

/** Whether no rule may say these dates in a calendar; days of a month that all months have, and rules by the day or week, it can. */
const mayBeListed = ({ schedule, due_date }: Payment): boolean =>
  schedule!.shift !== undefined ||
  (schedule!.unit !== 'day' && schedule!.unit !== 'week' && (schedule!.on !== undefined || Number(due_date!.slice(8)) > 28))

function listedAtMost(row: Payment): number {
  const start_day = dayOf(row.due_date!)!
  return datesAtMost(row, { start_day, until_day: start_day + (limits.calendar_single_years + 1) * 366 })
}
