/** Fields and what they hold, in words: one place for differences, conflicts and whatever else tells of a row. */
import { isSameRule } from '../../../core/comparison/cuts.ts'
import { changesOfChanges, type ChangeFromDate } from '../../../core/schedule/dated-changes.ts'
import { describeSchedule } from '../../../core/schedule/describe-schedule.ts'
import { exceptionFields, type DateException, type ExceptionField, type Exceptions } from '../../../core/schedule/exceptions.ts'
import { confidenceWords } from '../../../core/prediction/confidence-words.ts'
import { partOn } from '../../../core/schedule/row-parts.ts'
import type { Row } from '../../../core/comparison/content.ts'
import type { AccountKind, Card } from '../../../core/accounts/account.ts'
import type { Account, Allocation, Collection, Evidence, OpeningPot, Payment, Scenario, Transfer } from '../../../core/scenario.ts'
import type { Schedule } from '../../../core/schedule/rule.ts'
import type { WordId } from '../../../core/words/words.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney, formatMoneyRange, formatPercent } from '../../format/money.ts'
import { formatRate } from '../../format/rate.ts'
import { say } from '../../words/say.ts'
import { targetWords } from '../planning/targetWords.ts'

/** The plan that a value is told of: amounts are in its currency, targets are called by its bills and accounts. */
export type Told = Pick<Scenario, 'currency_code' | 'bills'> & Partial<Pick<Scenario, 'accounts'>>

type Balance = Pick<Scenario, 'planning_balance_cents' | 'start_date' | 'opening_pots' | 'balance_allocated'> & {
  /** What is on accounts beside the main one, where a merge asks about that too. */
  accounts?: readonly Pick<Account, 'id' | 'balance_cents'>[]
}

const rowFields: Readonly<Record<string, WordId>> = {
  name: 'rows.field.name',
  amount_cents: 'rows.field.amount',
  due_date: 'rows.field.when',
  amount_low_cents: 'rows.field.range',
  category: 'rows.field.category',
  predicted: 'rows.field.predicted',
  exceptions: 'rows.field.exceptions',
  changes: 'rows.field.changes',
  evidence: 'rows.field.evidence',
  target: 'rows.field.target',
  value: 'rows.field.value',
  base: 'rows.field.base',
  keeps_filling: 'rows.field.covered',
  spread: 'rows.field.spread',
  target_cents: 'rows.field.target_amount',
  target_date: 'rows.field.by_when',
  account_id: 'rows.field.account',
  to_account_id: 'rows.field.way',
  kind: 'rows.field.kind',
  balance_cents: 'rows.field.balance',
  floor_cents: 'rows.field.floor',
  interest: 'rows.field.interest',
  card: 'rows.field.card',
}

const scenarioFields: Readonly<Record<string, WordId>> = {
  name: 'rows.plan.name',
  balance: 'rows.plan.balance',
  floor_cents: 'rows.plan.floor_cents',
  safety_days: 'rows.plan.safety_days',
  currency_code: 'rows.plan.currency_code',
}

/** A group of fields that change together (core/comparison/content.ts), by its name. */
export function fieldWord(collection: Collection | null, field: string): string {
  const id = (collection === null ? scenarioFields : rowFields)[field]
  return id ? say(id) : field
}

/** What a person knows a row by; an allocation by what it is for. */
export const rowName = (collection: Collection | null, name: string, told: Told): string =>
  collection === 'allocations' ? targetWords(name, told).name : name

/** What a group of fields holds. */
export function fieldValueWords(field: string, value: unknown, told: Told): string {
  const money = (cents: number): string => formatMoney(cents, told.currency_code)
  if (field === 'account_id') return accountWords(value as string | null, told)
  if (value === null || value === undefined) return say(field === 'target_date' ? 'rows.no_date' : 'rows.none')
  switch (field) {
    case 'amount_cents':
    case 'target_cents':
    case 'floor_cents':
    case 'balance_cents':
      return money(value as number)
    case 'to_account_id': {
      const { from_account_id, to_account_id } = value as Pick<Transfer, 'from_account_id' | 'to_account_id'>
      return say('rows.way', { from: accountWords(from_account_id, told), to: accountWords(to_account_id, told) })
    }
    case 'kind':
      return say('rows.kind', { kind: value as AccountKind })
    case 'interest':
      return interestWords(value as NonNullable<Account['interest']>)
    case 'card':
      return cardWords(value as Card, told)
    case 'due_date':
      return dateWords(value as Dates, told)
    case 'amount_low_cents':
      return rangeWords(value as Pick<Payment, 'amount_low_cents' | 'amount_high_cents'>, told)
    case 'predicted':
      return say(value ? 'rows.origin.predicted' : 'rows.origin.yours')
    case 'exceptions':
      return exceptionsWords(value as Exceptions, told)
    case 'changes':
      return someOf((value as ChangeFromDate[]).map((change) => changeWords(change, told)))
    case 'evidence':
      return evidenceWords(value as Evidence)
    case 'target':
      return targetWords(value as string, told).name
    case 'value':
      return shareWords(value as Pick<Allocation, 'kind' | 'value'>, told)
    case 'base':
      return say(`rows.base.${value as Allocation['base']}`)
    case 'keeps_filling':
      return say(value ? 'rows.covered.goes_on' : 'rows.covered.stops')
    case 'spread':
      return say(value ? 'rows.spread.days' : 'rows.spread.one_day')
    case 'target_date':
      return formatDate(value as string)
    case 'safety_days':
      return say('rows.days', { days: value as number })
    case 'balance':
      return balanceWords(value as Balance, told)
    default:
      return String(value)
  }
}

/** An account's name; of one that the plan does not have, that it has none. */
const accountWords = (id: string | null, { accounts = [] }: Told): string =>
  id === null ? say('rows.main_account') : (accounts.find((account) => account.id === id)?.name ?? say('rows.some.accounts'))

/** The rate, and until when what it brings is counted where that is not booked yet. */
const interestWords = ({ rate_basis_points, accrued }: NonNullable<Account['interest']>): string =>
  say('rows.interest', { rate: formatRate(rate_basis_points), until: accrued ? formatDate(accrued.on) : 'booked' })

/** When statements close and are due, what is paid, and what stood on the last one. */
function cardWords({ closing_day, due_day, pays, fixed_cents, statement_cents }: Card, { currency_code }: Told): string {
  const [amount, statement] = [
    formatMoney(fixed_cents, currency_code),
    statement_cents === null ? 'all' : formatMoney(statement_cents, currency_code),
  ]
  return say('rows.card', { closing: closing_day, due: due_day, pays, amount, statement })
}

/** A whole row in one line; a name in front where the heading does not say it. */
export function rowWords(collection: Collection, row: Row, told: Told, withName: boolean): string {
  const name = withName ? [rowName(collection, 'name' in row ? row.name : row.target, told)] : []
  return [...name, ...partsOf(row, told)].join(', ')
}

function partsOf(row: Row, told: Told): string[] {
  if ('balance_cents' in row) return [formatMoney(row.balance_cents, told.currency_code)]
  if ('target' in row) return [say(`rows.share.${row.base}`, { share: shareWords(row, told) })]
  if ('target_cents' in row)
    return [
      formatMoney(row.target_cents, told.currency_code),
      ...(row.target_date ? [say('rows.by_date', { date: formatDate(row.target_date) })] : []),
    ]
  const range = row.amount_low_cents === null ? [] : [say('rows.between', { range: rangeWords(row, told) })]
  return [
    formatMoney(row.amount_cents, told.currency_code),
    ...range,
    dateWords({ due_date: row.due_date, schedule: row.schedule, changes: row.changes }, told),
    ...(row.category ? [row.category] : []),
  ]
}

interface Dates {
  due_date: string | null
  schedule: Schedule | null
  /** Told where they are given. */
  exceptions?: Exceptions
  changes?: readonly ChangeFromDate[]
}

function dateWords({ due_date, schedule, exceptions = {}, changes = [] }: Dates, told: Told): string {
  if (due_date === null) return say('rows.no_date')
  const rule = describeSchedule({ due_date, schedule, exceptions }, say, (date) => formatDate(date))
  const begun = schedule === null || schedule.count === 1 ? rule : say('rows.rule_from', { rule, date: formatDate(due_date) })
  const whole = [begun, ...changes.map((change) => changeWords(change, told))].join(', ')
  const settled = Object.keys(exceptions).filter((date) => exceptions[date]!.rest === 'dropped')
  return settled.length === 0 ? whole : say('rows.paid_dates', { rule: whole, dates: someOf(settled.map((date) => formatDate(date))) })
}

/** What is said of single dates, each by itself. */
const exceptionsWords = (exceptions: Exceptions, told: Told): string =>
  someOf(
    Object.entries(exceptions).map(([date, exception]) =>
      say('rows.date.said', { date: formatDate(date), what: saidOfDate(exception, told) }),
    ),
  )

const saidOfDate = (exception: DateException, told: Told): string =>
  exceptionFields
    .filter((field) => exception[field] !== undefined)
    .map((field) => exceptionWords(field, exception, told))
    .join(', ')

/** What one field says of a date; of one that it does not name, that it is as usual. */
export function exceptionWords(
  field: ExceptionField,
  { skipped, moved_to, amount_cents, paid = [], rest }: DateException,
  { currency_code }: Told,
): string {
  switch (field) {
    case 'amount_cents':
      return amount_cents === undefined ? say('rows.date.usual_amount') : formatMoney(amount_cents, currency_code)
    case 'paid':
      return paid.length === 0
        ? say('rows.date.open')
        : someOf(
            paid.map((part) =>
              say('rows.date.part', { amount: formatMoney(part.amount_cents, currency_code), date: formatDate(part.date) }),
            ),
          )
    case 'rest':
      return say(rest === 'dropped' ? 'rows.date.paid' : 'rows.date.open')
    case 'skipped':
    case 'moved_to':
      if (skipped) return say('rows.date.skipped')
      return moved_to ? say('rows.date.moved', { date: formatDate(moved_to) }) : say('rows.date.as_usual')
  }
}

/** What is otherwise from a date on. */
const changeWords = (change: ChangeFromDate, told: Told): string =>
  say('rows.otherwise_from', { what: changedWords(change, told), date: formatDate(change.from) })

/** The same without its date; `near` is a day whose year needs no saying. */
export function changedWords(change: Omit<ChangeFromDate, 'from'>, told: Told, near?: string): string {
  const { amount_cents, amount_low_cents, amount_high_cents, due_date, schedule } = change
  const date = (text: string): string => formatDate(text, near)
  return [
    ...(amount_cents === undefined ? [] : [formatMoney(amount_cents, told.currency_code)]),
    ...(amount_low_cents === undefined || amount_high_cents === undefined
      ? []
      : [say('rows.between', { range: rangeWords({ amount_low_cents, amount_high_cents }, told) })]),
    ...(schedule
      ? [describeSchedule({ due_date: due_date ?? '2000-01-01', schedule, exceptions: {} }, say, date)]
      : due_date === undefined
        ? []
        : [say('rows.counted_from', { date: date(due_date) })]),
  ].join(', ')
}

/** What became of what a row is from dates on: by date, how it was to be from then, and how it is. */
export function changedFrom(before: Payment, after: Payment, tolds: readonly [Told, Told]): { date: string; words: [string, string] }[] {
  return Object.keys(changesOfChanges(before.changes, after.changes)).map((date) => ({
    date,
    words: goesOnWords(asOn(before, date), asOn(after, date), tolds),
  }))
}

/** A row as it is from a date on. */
function asOn(row: Payment, date: string): Payment {
  if (row.due_date === null) return row
  const { amount_cents, amount_low_cents, amount_high_cents, due_date, schedule } = partOn(row, date)
  return {
    ...row,
    due_date,
    schedule,
    amount_cents: amount_cents ?? row.amount_cents,
    ...(amount_low_cents !== null && { amount_low_cents, amount_high_cents }),
  }
}

/** How a row was to go on, and how it goes on from a date: what of it differs, of both the same fields. */
export function goesOnWords(whole: Payment, later: Payment, [ofWhole, ofLater]: readonly [Told, Told]): [string, string] {
  const isOtherCurrency = ofWhole.currency_code !== ofLater.currency_code
  const [ranges, otherRange] = [[whole, later].some(({ amount_low_cents }) => amount_low_cents !== null), isOtherEnd(whole, later)]
  const amount = (row: Payment, told: Told): string => formatMoney(row.amount_cents, told.currency_code)
  const differing = [
    ...(whole.amount_cents !== later.amount_cents || isOtherCurrency ? [amount] : []),
    ...(otherRange || (ranges && isOtherCurrency) ? [rangeWords] : []),
    ...(isSameRule(whole.schedule, later.schedule) ? [] : [goingOnWords]),
    ...(whole.category === later.category ? [] : [({ category }: Payment) => category ?? say('rows.no_category')]),
  ]
  const parts = differing.length === 0 ? [amount] : differing
  return [parts.map((words) => words(whole, ofWhole)).join(', '), parts.map((words) => words(later, ofLater)).join(', ')]
}

const isOtherEnd = (one: Payment, other: Payment): boolean =>
  one.amount_low_cents !== other.amount_low_cents || one.amount_high_cents !== other.amount_high_cents

/** A rule without its end. */
function goingOnWords({ due_date, schedule }: Payment): string {
  if (due_date === null) return say('rows.no_date')
  return describeSchedule(
    { due_date, schedule: schedule && { ...schedule, until: undefined, count: undefined }, exceptions: {} },
    say,
    (date) => formatDate(date),
  )
}

const rangeWords = (
  { amount_low_cents, amount_high_cents }: Pick<Payment, 'amount_low_cents' | 'amount_high_cents'>,
  { currency_code }: Told,
): string =>
  amount_low_cents === null || amount_high_cents === null
    ? say('rows.none')
    : formatMoneyRange(amount_low_cents, amount_high_cents, currency_code)

const shareWords = ({ kind, value }: Pick<Allocation, 'kind' | 'value'>, { currency_code }: Told): string =>
  kind === 'percent' ? formatPercent(value) : formatMoney(value, currency_code)

const evidenceWords = ({ confidence, charges, first_date, last_date }: Evidence): string =>
  say('rows.evidence', {
    confidence: confidenceWords(confidence, say),
    charges,
    first: formatDate(first_date),
    last: formatDate(last_date),
  })

function balanceWords(balance: Balance, told: Told): string {
  const { planning_balance_cents, start_date, opening_pots, balance_allocated, accounts = [] } = balance
  const pots = opening_pots.map(({ target, amount_cents }: OpeningPot) =>
    say('rows.balance.pot', { amount: formatMoney(amount_cents, told.currency_code), target: targetWords(target, told).name }),
  )
  const main = say('rows.balance', {
    amount: formatMoney(planning_balance_cents, told.currency_code),
    date: formatDate(start_date),
    hasPots: pots.length > 0 ? 'yes' : 'no',
    pots: someOf(pots),
    isDivided: balance_allocated ? 'yes' : 'no',
  })
  const others = accounts.map(({ id, balance_cents }) => `${accountWords(id, told)}: ${formatMoney(balance_cents, told.currency_code)}`)
  return [main, ...others].join('; ')
}

const named_most = 4

/** All of a few, the first of many and how many more. */
function someOf(texts: readonly string[]): string {
  if (texts.length === 0) return say('rows.none')
  if (texts.length <= named_most) return texts.join(', ')
  return say('rows.and_more', { first: texts.slice(0, named_most - 1).join(', '), more: texts.length - named_most + 1 })
}
