/** Fields and what they hold, in words: one place for differences, clashes and whatever else tells of a row. */
import { isSameRule } from '../../../core/comparison/cuts.ts'
import { changesOfChanges, type ChangeFromDate } from '../../../core/dated-changes.ts'
import { describeSchedule } from '../../../core/describe-schedule.ts'
import { exceptionFields, settledDates, type DateException, type ExceptionField, type Exceptions } from '../../../core/exceptions.ts'
import { confidenceWords } from '../../../core/prediction/confidence-words.ts'
import { partOn } from '../../../core/row-parts.ts'
import type { Allocation, Collection, Evidence, Goal, OpeningPot, Payment, Scenario } from '../../../core/scenario.ts'
import type { Schedule } from '../../../core/schedule.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney, formatMoneyRange, formatPercent } from '../../format/money.ts'
import { targetWords } from '../planning/figures.ts'

/** The plan that a value is told of: amounts are in its currency, targets are called by its bills. */
export type Told = Pick<Scenario, 'currency_code' | 'bills'>

const rowFieldWords: Record<string, string> = {
  name: 'name',
  amount_cents: 'amount',
  due_date: 'when',
  amount_low_cents: 'range',
  category: 'category',
  predicted: 'predicted or not',
  exceptions: 'single dates',
  changes: 'from a date on',
  evidence: 'what it was predicted from',
  target: 'what for',
  value: 'how much',
  base: 'of what',
  keeps_filling: 'when it is covered',
  target_cents: 'amount to save',
  target_date: 'by when',
}

const scenarioFieldWords: Record<string, string> = {
  name: 'Name of the plan',
  balance: 'Balance and its day',
  floor_cents: 'Floor',
  safety_days: 'Days ahead that are watched',
  currency_code: 'Currency',
}

export const collectionWords: Record<Collection, { many: string; one: string }> = {
  bills: { many: 'Bills', one: 'A bill' },
  incomes: { many: 'Income', one: 'An income' },
  allocations: { many: 'Set aside', one: 'Something set aside' },
  goals: { many: 'Goals', one: 'A goal' },
}

/** A group of fields that change together (core/comparison/content.ts), by its name. */
export const fieldWord = (collection: Collection | null, field: string): string => (collection === null ? scenarioFieldWords : rowFieldWords)[field] ?? field

/** What a person knows a row by; an allocation by what it is for. */
export const rowName = (collection: Collection | null, name: string, { bills }: Told): string => (collection === 'allocations' ? targetWords(name, bills).name : name)

/** What a group of fields holds. */
export function valueWords(field: string, value: unknown, told: Told): string {
  const money = (cents: number): string => formatMoney(cents, told.currency_code)
  if (value === null || value === undefined) return field === 'target_date' ? 'no date' : 'none'
  switch (field) {
    case 'amount_cents':
    case 'target_cents':
    case 'floor_cents':
      return money(value as number)
    case 'due_date':
      return dateWords(value as Dates, told)
    case 'amount_low_cents':
      return rangeWords(value as Pick<Payment, 'amount_low_cents' | 'amount_high_cents'>, told)
    case 'predicted':
      return value ? 'predicted' : 'yours'
    case 'exceptions':
      return exceptionsWords(value as Exceptions, told)
    case 'changes':
      return listed((value as ChangeFromDate[]).map((change) => changeWords(change, told)))
    case 'evidence':
      return evidenceWords(value as Evidence)
    case 'target':
      return targetWords(value as string, told.bills).name
    case 'value':
      return shareWords(value as Pick<Allocation, 'kind' | 'value'>, told)
    case 'base':
      return baseWords(value as Allocation['base'])
    case 'keeps_filling':
      return value ? 'goes on' : 'stops'
    case 'target_date':
      return formatDate(value as string)
    case 'safety_days':
      return `${String(value)} days`
    case 'balance':
      return balanceWords(value as Pick<Scenario, 'planning_balance_cents' | 'start_date' | 'opening_pots' | 'balance_allocated'>, told)
    default:
      return String(value)
  }
}

/** A whole row in one line; a name in front where the heading does not say it. */
export function rowWords(collection: Collection, row: Payment | Allocation | Goal, told: Told, withName: boolean): string {
  const name = withName ? [rowName(collection, 'name' in row ? row.name : row.target, told)] : []
  return [...name, ...partsOf(row, told)].join(', ')
}

function partsOf(row: Payment | Allocation | Goal, told: Told): string[] {
  if ('target' in row) return [`${shareWords(row, told)} ${baseWords(row.base)}`]
  if ('target_cents' in row) return [formatMoney(row.target_cents, told.currency_code), ...(row.target_date ? [`by ${formatDate(row.target_date)}`] : [])]
  const range = row.amount_low_cents === null ? [] : [`between ${rangeWords(row, told)}`]
  return [formatMoney(row.amount_cents, told.currency_code), ...range, dateWords({ due_date: row.due_date, schedule: row.schedule, changes: row.changes }, told), ...(row.category ? [row.category] : [])]
}

interface Dates {
  due_date: string | null
  schedule: Schedule | null
  /** Told where they are given. */
  exceptions?: Exceptions
  changes?: readonly ChangeFromDate[]
}

function dateWords({ due_date, schedule, exceptions = {}, changes = [] }: Dates, told: Told): string {
  if (due_date === null) return 'no date'
  const rule = describeSchedule({ due_date, schedule, exceptions }, (date) => formatDate(date))
  const settled = settledDates({ exceptions })
  const begins = [schedule === null || schedule.count === 1 ? rule : `${rule}, from ${formatDate(due_date)}`, ...changes.map((change) => changeWords(change, told))].join(', ')
  return settled.length === 0 ? begins : `${begins}, paid: ${listed(settled.map((date) => formatDate(date)))}`
}

/** What is said of single dates, each by itself. */
const exceptionsWords = (exceptions: Exceptions, told: Told): string =>
  listed(Object.entries(exceptions).map(([date, exception]) => `${formatDate(date)} ${exceptionFields.filter((field) => exception[field] !== undefined).map((field) => exceptionWords(field, exception, told)).join(', ')}`))

/** What one field says of a date; of one that it does not name, that it is as usual. */
export function exceptionWords(field: ExceptionField, { skipped, moved_to, amount_cents, rest }: DateException, { currency_code }: Told): string {
  switch (field) {
    case 'amount_cents':
      return amount_cents === undefined ? 'the usual amount' : formatMoney(amount_cents, currency_code)
    case 'rest':
      return rest === undefined ? 'open' : 'paid'
    case 'skipped':
    case 'moved_to':
      return skipped ? 'skipped' : moved_to ? `on ${formatDate(moved_to)}` : 'on its day'
  }
}

/** What of a row is otherwise from a date on: "$950 from 1 April". `near`: dates of its year leave the year out. */
export const changeWords = (change: ChangeFromDate, told: Told, near?: string): string => `${changedWords(change, told, near)} from ${formatDate(change.from, near)}`

/** The same without its date. */
export function changedWords({ amount_cents, amount_low_cents, amount_high_cents, due_date, schedule }: Omit<ChangeFromDate, 'from'>, told: Told, near?: string): string {
  const rule = due_date === undefined && schedule === undefined ? [] : [schedule ? describeSchedule({ due_date: due_date ?? '2000-01-01', schedule, exceptions: {} }, (date) => formatDate(date, near)) : `counted from ${formatDate(due_date!, near)}`]
  return [...(amount_cents === undefined ? [] : [formatMoney(amount_cents, told.currency_code)]), ...(amount_low_cents === undefined || amount_high_cents === undefined ? [] : [`between ${rangeWords({ amount_low_cents, amount_high_cents }, told)}`]), ...rule].join(', ')
}

/** What became of what a row is from dates on: by date, how it was to be from then, and how it is. */
export function changedFrom(before: Payment, after: Payment, tolds: readonly [Told, Told]): { date: string; words: [string, string] }[] {
  return Object.keys(changesOfChanges(before.changes, after.changes)).map((date) => ({ date, words: goesOnWords(asOn(before, date), asOn(after, date), tolds) }))
}

/** A row as it is from a date on. */
function asOn(row: Payment, date: string): Payment {
  if (row.due_date === null) return row
  const { amount_cents, amount_low_cents, amount_high_cents, due_date, schedule } = partOn(row, date)
  return { ...row, due_date, schedule, amount_cents: amount_cents ?? row.amount_cents, ...(amount_low_cents !== null && { amount_low_cents, amount_high_cents }) }
}

/** How a row was to go on, and how it goes on from a date: what of it differs, of both the same fields. */
export function goesOnWords(whole: Payment, later: Payment, [ofWhole, ofLater]: readonly [Told, Told]): [string, string] {
  const rule = ({ due_date, schedule }: Payment): string => (due_date === null ? 'no date' : describeSchedule({ due_date, schedule: schedule && { ...schedule, until: undefined, count: undefined }, exceptions: {} }, (date) => formatDate(date)))
  const pairs: [string, string][] = [
    [formatMoney(whole.amount_cents, ofWhole.currency_code), formatMoney(later.amount_cents, ofLater.currency_code)],
    [rangeWords(whole, ofWhole), rangeWords(later, ofLater)],
    ...(isSameRule(whole.schedule, later.schedule) ? [] : [[rule(whole), rule(later)] as [string, string]]),
    [whole.category ?? 'no category', later.category ?? 'no category'],
  ]
  const differing = pairs.filter(([one, other]) => one !== other)
  const told = differing.length === 0 ? pairs.slice(0, 1) : differing
  return [told.map(([one]) => one).join(', '), told.map(([, other]) => other).join(', ')]
}

const rangeWords = ({ amount_low_cents, amount_high_cents }: Pick<Payment, 'amount_low_cents' | 'amount_high_cents'>, { currency_code }: Told): string =>
  amount_low_cents === null || amount_high_cents === null ? 'none' : formatMoneyRange(amount_low_cents, amount_high_cents, currency_code)

const shareWords = ({ kind, value }: Pick<Allocation, 'kind' | 'value'>, { currency_code }: Told): string => (kind === 'percent' ? formatPercent(value) : formatMoney(value, currency_code))

const baseWords = (base: Allocation['base']): string => (base === 'income' ? 'of each income' : 'of the balance')

function evidenceWords({ confidence, charges, first_date, last_date }: Evidence): string {
  const when = charges === 1 ? `1 charge on ${formatDate(first_date)}` : `${charges} charges from ${formatDate(first_date)} to ${formatDate(last_date)}`
  return `${confidenceWords(confidence)}, ${when}`
}

function balanceWords({ planning_balance_cents, start_date, opening_pots, balance_allocated }: Pick<Scenario, 'planning_balance_cents' | 'start_date' | 'opening_pots' | 'balance_allocated'>, told: Told): string {
  const pots = opening_pots.map(({ target, amount_cents }: OpeningPot) => `${formatMoney(amount_cents, told.currency_code)} for ${targetWords(target, told.bills).name}`)
  const aside = pots.length === 0 ? '' : `, of it set aside ${listed(pots)}`
  return `${formatMoney(planning_balance_cents, told.currency_code)} on ${formatDate(start_date)}${aside}${balance_allocated ? ', divided already' : ''}`
}

const listed_most = 4

function listed(texts: readonly string[]): string {
  if (texts.length === 0) return 'none'
  return texts.length <= listed_most ? texts.join(', ') : `${texts.slice(0, listed_most - 1).join(', ')} and ${texts.length - listed_most + 1} more`
}
