/** Everyday spending as bills that leave evenly over the days: proposed from an estimate, and what was spent of the running period. */
import { addDays, dateOf, dayOf } from '../calendar.ts'
import type { PartPayment } from '../schedule/exceptions.ts'
import { limits } from '../limits.ts'
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import type { Proposal } from '../prediction/proposal.ts'
import { rowScheduledDates } from '../schedule/row-parts.ts'
import type { Bill, BillInput, Scenario } from '../scenario.ts'
import { payPart, settleDate, type Dated, type RowChange } from '../schedule/schedule-changes.ts'
import { endOfPeriod } from '../schedule/spread.ts'
import type { EstimatedSpending, SpendingOfCategory } from './estimate-spending.ts'
import { nameOfPayee, spendingCategories, spendingCategoryOf, type SpendingCategory } from './spending-words.ts'

/** How the evidence of such a bill names its category. */
const evidencePrefix = 'everyday '

/**
 * The category of a bill that stands for everyday spending, by its evidence, else by its name; null: of all that no other such bill stands
 * for.
 */
export function categoryOfBill({ evidence, name }: Pick<Bill, 'evidence' | 'name'>): SpendingCategory | null {
  const named = evidence?.payee.startsWith(evidencePrefix) ? evidence.payee.slice(evidencePrefix.length) : null
  const byName = spendingCategoryOf({ payee: name, memo: '' })
  return spendingCategories.find((category) => category === named) ?? (byName === 'rest' ? null : byName)
}

export type SpendingProposal =
  /** `bill` without its name and category, which are words: the screen gives them. */
  | {
      kind: 'new'
      category: SpendingCategory
      estimate: SpendingOfCategory
      bill: Omit<BillInput, 'name' | 'category'>
      /** A bill with dates of its own that the plan has for this kind, from whichever account: both count. Left out: there is none. */
      beside?: Bill
    }
  /** The plan has one for it: `amount_cents` and its range are what it may become; null: it is about that already. */
  | {
      kind: 'known'
      category: SpendingCategory
      estimate: SpendingOfCategory
      bill: Bill
      change: Pick<Bill, 'amount_cents' | 'amount_low_cents' | 'amount_high_cents' | 'evidence'> | null
    }

/** Nearer than a tenth is the same. */
const sameTenth = (a: number, b: number): boolean => Math.abs(a - b) * 10 <= Math.max(a, b)

/** Taken over when rows did not say yet how their weeks varied. */
const isOlder = ({ evidence }: Pick<Bill, 'evidence'>): boolean => evidence !== null && evidence.varied === undefined

/**
 * The first day that is left to plan: the plan's own, or the day after it where the bank has told all of that day, since the balance has
 * what was spent on it.
 */
export const firstDayToPlan = ({ start_date }: Pick<Scenario, 'start_date'>, { until }: Pick<EstimatedSpending, 'until'>): string =>
  until === addDays(start_date, 1) ? until : start_date

/**
 * Whether it would count a kind twice for which the plan has a bill already, so that it is taken by a word of its own alone, never with all
 * others.
 */
export const isBeside = (one: SpendingProposal): boolean => one.kind === 'new' && one.beside !== undefined

/** So far ahead a bill has a date, if it goes on. */
const days_to_go_on = 366

/** The bill that has dates for a kind, known by its name or its category, and goes on from a day; what is due once is none. */
function billWithDates(bills: readonly Bill[], category: SpendingCategory, first_date: string): Bill | undefined {
  const day = dayOf(first_date)!
  const isOf = ({ name, category: said }: Bill): boolean =>
    [name, said ?? ''].some((text) => spendingCategoryOf({ payee: text, memo: '' }) === category)
  return category === 'rest'
    ? undefined
    : bills.find(
        (bill) => !bill.spread && bill.schedule !== null && isOf(bill) && rowScheduledDates(bill, day, day + days_to_go_on).length > 0,
      )
}

/**
 * A weekly bill for each category, from `first_date` on, on the account it was spent from; of those that the plan has by week what may
 * change.
 */
export function spendingProposals(
  { bills }: Pick<Scenario, 'bills'>,
  { from, until, categories, least_balance_cents }: EstimatedSpending,
  first_date: string,
  account_id: string | null = null,
): SpendingProposal[] {
  const spread = bills.filter((bill) => bill.spread && bill.account_id === account_id)
  return categories.map((estimate): SpendingProposal => {
    const {
      category,
      weekly_cents: amount_cents,
      low_cents: amount_low_cents,
      high_cents: amount_high_cents,
      payments: charges,
      seen: seen_cents,
    } = estimate
    const bill = spread.find((one) => categoryOfBill(one) === category)
    const amounts = { amount_cents, amount_low_cents, amount_high_cents }
    const varied = { amount_cents, low_cents: amount_low_cents, high_cents: amount_high_cents, seen_cents, least_balance_cents }
    const evidence = { payee: evidencePrefix + category, confidence: 1, charges, first_date: from, last_date: addDays(until, -1), varied }
    if (bill) {
      const isWeekly = bill.schedule?.unit === 'week' && bill.schedule.every === 1
      return {
        kind: 'known',
        category,
        estimate,
        bill,
        change: isWeekly && (isOlder(bill) || !sameTenth(bill.amount_cents, amount_cents)) ? { ...amounts, evidence } : null,
      }
    }
    const beside = billWithDates(bills, category, first_date)
    return {
      kind: 'new',
      category,
      estimate,
      ...(beside && { beside }),
      bill: { ...amounts, due_date: first_date, schedule: { every: 1, unit: 'week' }, spread: true, predicted: true, evidence, account_id },
    }
  })
}

/**
 * Whether a series that varies is of a kind that everyday spending in the plan stands for already, so that a bill of its own would count it
 * twice.
 */
export function isSpentByKind(
  { bills }: Pick<Scenario, 'bills'>,
  { direction, name, amount_low_cents, amount_high_cents }: Pick<Proposal, 'direction' | 'name' | 'amount_low_cents' | 'amount_high_cents'>,
): boolean {
  const category = spendingCategoryOf({ payee: name, memo: '' })
  return (
    direction === 'out' &&
    amount_low_cents < amount_high_cents &&
    category !== 'rest' &&
    bills.some((bill) => bill.spread && categoryOfBill(bill) === category)
  )
}

/** The bill for which a payment counts: that of its category, else the one for all the rest. */
export function billForPayment(bills: readonly Bill[], payment: Pick<AccountTransaction, 'payee' | 'memo'>): Bill | null {
  const spread = bills.filter((bill) => bill.spread)
  const category = spendingCategoryOf(payment)
  return (
    spread.find((bill) => categoryOfBill(bill) === category) ??
    spread.find((bill) => categoryOfBill(bill) === null) ??
    spread.find((bill) => categoryOfBill(bill) === 'rest') ??
    null
  )
}

/** The scheduled date whose period has a day in it; null: none. */
export function periodOn(bill: Bill, date: string): string | null {
  if (bill.due_date === null) return null
  const day = dayOf(date)!
  for (let days = 62; days < 60_000; days *= 4) {
    const scheduled = rowScheduledDates(bill, day - days, day + 1).at(-1)
    if (scheduled !== undefined) return endOfPeriod(bill, scheduled) > day ? dateOf(scheduled) : null
  }
  return null
}

/** As many sums as a period may note; those of the days before are one. */
const most_sums = limits.payments_of_a_date - 20

/** The days of which all payments are known, first and last included. */
export interface KnownDays {
  from: string
  to: string
  /** Who was paid before these days: what comes from there goes back, and is taken off what was noted then. */
  paidBefore?: ReadonlySet<string>
}

/** So many days after a purchase its money may go back. */
export const days_to_go_back = 60

/**
 * What was spent on some days, noted as payments of the periods it was spent in: a sum a day, out less what went back, and 0 where nothing
 * was. A period that is over by then is settled; of the one that runs, what is left is still due. Of one that the person has settled
 * nothing more is noted while it runs.
 */
export function spentChanges(
  bill: Bill,
  payments: readonly AccountTransaction[],
  { from, to, paidBefore = new Set() }: KnownDays,
): ((row: Dated) => RowChange)[] {
  if (bill.due_date === null) return []
  const isOver = (period: string): boolean => endOfPeriod(bill, dayOf(period)!) <= dayOf(to)! + 1
  const spent = Map.groupBy(
    payments.filter((one) => one.date <= to),
    (one) => periodOn(bill, one.date),
  )
  const first = [periodOn(bill, from) ?? from, ...[...spent.keys()].filter((period) => period !== null)].sort()[0]!
  const back: PartPayment[] = []
  const noted = rowScheduledDates(bill, dayOf(first)!, dayOf(to)! + 1)
    .map(dateOf)
    .flatMap((period): [string, PartPayment[]][] => {
      const { paid = [], rest, skipped } = bill.exceptions[period] ?? {}
      if (skipped || (rest === 'dropped' && !isOver(period))) return []
      const { sums, back: more } = sumsOfDays(spent.get(period) ?? [], most_sums - paid.length, paidBefore)
      back.push(...more)
      if (sums.length > 0 || paid.length > 0) return [[period, sums]]
      const last = dateOf(endOfPeriod(bill, dayOf(period)!) - 1)
      return [[period, [{ date: last < to ? last : to, amount_cents: 0 }]]]
    })
  const open = Object.keys(bill.exceptions).filter((period) => bill.exceptions[period]!.rest === 'open')
  const over = new Set([...noted.map(([period]) => period), ...open].filter(isOver))
  return [
    ...noted.map(
      ([period, sums]) =>
        (row: Dated): RowChange =>
          payPart(withRoom(row, period, sums.length), period, sums),
    ),
    ...[...over].map(
      (period) =>
        (row: Dated): RowChange =>
          settleDate(row, period, true),
    ),
    ...back.map(
      ({ date, amount_cents }) =>
        (row: Dated): RowChange =>
          lessSpent(row, amount_cents, (one) => daysBefore(one.date, date)),
    ),
  ]
}

/** Infinity: it is later, or longer ago than money goes back. */
function daysBefore(date: string, later: string): number {
  const days = dayOf(later)! - dayOf(date)!
  return days < 0 || days > days_to_go_back ? Infinity : days
}

/** Takes a sum off what is noted as spent, the lowest rank first; nothing of what is ranked Infinity. More than all is not told. */
export function lessSpent(row: Dated, amount_cents: number, rank: (one: PartPayment, period: string) => number): RowChange {
  const ranked = Object.entries(row.exceptions).flatMap(([period, { paid = [] }]) => paid.map((one) => ({ one, rank: rank(one, period) })))
  const less = new Map<PartPayment, number>()
  let left = amount_cents
  for (const { one } of ranked.filter((each) => each.rank < Infinity).sort((a, b) => a.rank - b.rank)) {
    const taken = Math.min(left, one.amount_cents)
    if (taken > 0) less.set(one, taken)
    left -= taken
  }
  if (less.size === 0) return { ok: true, fields: {} }
  const exceptions = Object.entries(row.exceptions).map(
    ([period, { paid, ...said }]) =>
      [
        period,
        { ...said, ...(paid && { paid: paid.map((one) => ({ ...one, amount_cents: one.amount_cents - (less.get(one) ?? 0) })) }) },
      ] as const,
  )
  return { ok: true, fields: { exceptions: Object.fromEntries(exceptions) } }
}

/**
 * What left on each day. What goes back is taken off the days before it, the nearest first, then off those after it; what is more than all
 * of them is told apart.
 */
function sumsOfDays(
  payments: readonly AccountTransaction[],
  most: number,
  paidBefore: ReadonlySet<string>,
): { sums: PartPayment[]; back: PartPayment[] } {
  const names = new Set([...paidBefore, ...payments.filter(({ amount_cents }) => amount_cents < 0).map(nameOfPayee)])
  const own = payments.filter((one) => one.amount_cents < 0 || names.has(nameOfPayee(one)))
  const sums = [...Map.groupBy(own, (one) => one.date)]
    .map(([date, list]) => ({ date, amount_cents: 0 - sumOf(list.map(({ amount_cents }) => amount_cents)) }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  for (const [at, sum] of sums.entries()) {
    if (sum.amount_cents >= 0) continue
    for (const other of [...sums.slice(0, at).reverse(), ...sums.slice(at + 1)]) {
      const back = Math.min(Math.max(0, 0 - sum.amount_cents), Math.max(0, other.amount_cents))
      sum.amount_cents += back
      other.amount_cents -= back
    }
  }
  const told = sums.filter(({ amount_cents }) => amount_cents > 0)
  const back = sums.flatMap(({ date, amount_cents }) => (amount_cents < 0 ? [{ date, amount_cents: 0 - amount_cents }] : []))
  return { sums: atMost(told, Math.max(1, most)), back }
}

/** The same sum in so many parts at most, ≥ 1: the first ones are one. */
function atMost(sums: readonly PartPayment[], most: number): PartPayment[] {
  const earlier = sums.slice(0, Math.max(0, sums.length - most + 1))
  if (earlier.length < 2) return [...sums]
  return [
    { date: earlier.at(-1)!.date, amount_cents: sumOf(earlier.map(({ amount_cents }) => amount_cents)) },
    ...sums.slice(earlier.length),
  ]
}

/** A row of whose date so many more payments can be noted, however often the bank's file is read in a period. */
function withRoom(row: Dated, date: string, more: number): Dated {
  const { paid = [], ...said } = row.exceptions[date] ?? {}
  const most = limits.payments_of_a_date - more
  return paid.length <= most ? row : { ...row, exceptions: { ...row.exceptions, [date]: { ...said, paid: atMost(paid, most) } } }
}
