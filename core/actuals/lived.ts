/** A plan as its dates were really paid, and what that makes of its pots. */
import { addDays, dateOf } from '../calendar.ts'
import { applyEdit } from '../edit/edit.ts'
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { isLeftOpen } from '../payments/part-payments.ts'
import type { Problem } from '../problem.ts'
import { eventsBetween } from '../projection/events.ts'
import { allRules } from '../projection/all-rules.ts'
import { prepare, projectionOf } from '../projection/projecting.ts'
import type { Projection } from '../projection/projection.ts'
import type { OpeningPot, Payment, Scenario } from '../scenario.ts'
import type { GivenOnDay } from '../spending/spending-noted.ts'
import { isDateOf, moveDate, setDateAmount, settleDate, skipDate, type RowChange } from '../schedule/schedule-changes.ts'
import { withOpenCardDates, type OpenCardDate } from './cards-due.ts'
import type { PaymentMatch, Refund } from './matched.ts'
import { dateKey, type PlanDate, type RowRef } from './plan-dates.ts'
import { withPartsPaid } from './pot-dates.ts'
import type { SpentOfBills } from './pot-spent.ts'
import { withPotsBack, withSharesBack } from './shares-back.ts'
import { rowsChanged, takenBack, type ChangeOfRow, type RowChanges } from './row-changes.ts'

type PotsThen =
  | {
      ok: true
      opening_pots: OpeningPot[]
      /** What of a payment its bill's pot gave; minor units. */
      fromPot: (match: PaymentMatch) => number
      /** What on a day a bill's pot gave for everyday spending of a period. */
      givenOn: (bill_id: string) => GivenOnDay
    }
  | { ok: false; problems: Problem[] }

/** What is in the pots as a day ends, after all that was paid and spent until then on the days it was. */
export function potsLived(
  scenario: Scenario,
  became: Lived,
  date: string,
  { transactions, spent }: { transactions: readonly AccountTransaction[]; spent: SpentOfBills },
): PotsThen {
  const dates = withoutBack(became, transactions)
  const lived = livedUntil(scenario, dates, date, addDays(date, 1))
  if (!lived.ok) return lived
  const { before, after, paidUntil } = inTurn(dates, transactions)
  const begun = { ...lived.scenario, opening_pots: withPotsBack(scenario, lived.scenario.opening_pots, before) }
  const later = addDays(date, 1)
  const prepared = prepare(allRules, begun, { today: date, until: later })
  if (!prepared.ok) return prepared
  const projection = projectionOf({
    ...prepared,
    setup: withPartsPaid(prepared.setup, scenario, dates.open, { transactions, later, spent }),
  })
  const { pots } = projection
  const held = pots.flatMap(({ target, end_cents }) => (end_cents > 0 ? [{ target, amount_cents: end_cents }] : []))
  const { fromPot, givenOn } = potTeller(projection)
  const paidBefore = (refund: Refund): { paid_cents: number; from_pot_cents: number } => {
    const parts = paidUntil(refund)
    return { paid_cents: sumOf(parts.map(({ paid_cents }) => paid_cents)), from_pot_cents: sumOf(parts.map(fromPot)) }
  }
  const shared = withSharesBack(scenario, held, dates.refunds)
  return { ok: true, opening_pots: withPotsBack(scenario, shared, after, { refunds: before, paidUntil: paidBefore }), fromPot, givenOn }
}

/**
 * What went back of a bill's date after a payment of it lessens that payment, as if as much had never been paid; only what is more went
 * back from what was known to be paid before.
 */
function withoutBack(dates: Lived, transactions: readonly AccountTransaction[]): Lived {
  const { open, refunds } = dates
  if (refunds.length === 0) return dates
  const days = new Map(transactions.map(({ id, date }) => [id, date]))
  const back = refunds.map((refund) => ({ ...refund }))
  const left = open.flatMap((match): PaymentMatch[] => {
    const key = dateKey(match.row, match.scheduled_date)
    const isAfter = ({ row, scheduled_date, transaction }: Refund): boolean =>
      row.collection === 'bills' && dateKey(row, scheduled_date) === key && match.paid_on <= (days.get(transaction) ?? match.paid_on)
    let { paid_cents, rest_cents } = match
    for (const refund of back.filter(isAfter)) {
      const cents = Math.min(paid_cents, refund.amount_cents)
      if (refund.due === 'part') rest_cents += refund.amount_cents
      paid_cents -= cents
      refund.amount_cents -= cents
    }
    return paid_cents === 0 ? [] : [{ ...match, paid_cents, rest_cents }]
  })
  return { ...dates, open: left, refunds: back }
}

interface InTurn {
  before: Refund[]
  after: Refund[]
  /** What was paid until then of the date that a refund is of. */
  paidUntil: (refund: Refund) => PaymentMatch[]
}

/** What goes back before its bill is paid again, so that its pot has it by then; and what goes back after that. */
function inTurn({ open, refunds }: Lived, transactions: readonly AccountTransaction[]): InTurn {
  if (refunds.length === 0) return { before: [], after: [], paidUntil: () => [] }
  const days = new Map(transactions.map(({ id, date }) => [id, date]))
  const isUntil = (match: PaymentMatch, { row, transaction }: Refund): boolean =>
    match.row.id === row.id && match.paid_on <= (days.get(transaction) ?? match.paid_on)
  const isAfter = (refund: Refund): boolean => open.some((match) => isUntil(match, refund))
  const paidUntil = (refund: Refund): PaymentMatch[] =>
    open.filter((match) => match.scheduled_date === refund.scheduled_date && isUntil(match, refund))
  return { before: refunds.filter((one) => !isAfter(one)), after: refunds.filter(isAfter), paidUntil }
}

function potTeller(projection: Projection): Pick<Extract<PotsThen, { ok: true }>, 'fromPot' | 'givenOn'> {
  const { scenario, start_date, until } = projection
  const bills = new Map(scenario.bills.flatMap((bill) => (bill.account_id === null ? [[bill.id, bill]] : [])))
  const given = new Map<string, number>()
  for (const { kind, id, date, nominal_date, from_pot_cents } of eventsBetween(projection, start_date, until)) {
    if (kind !== 'bill' || from_pot_cents === 0 || !bills.has(id)) continue
    // What is due once has the day it was paid on as its date.
    const { schedule, spread } = bills.get(id)!
    const key = spread ? `${id} ${nominal_date} ${date}` : schedule === null ? id : `${id} ${nominal_date}`
    given.set(key, (given.get(key) ?? 0) + from_pot_cents)
  }
  return {
    fromPot: ({ row, scheduled_date }) => given.get(row.id) ?? given.get(dateKey(row, scheduled_date)) ?? 0,
    givenOn: (id) => (period, day) => given.get(`${id} ${period} ${dateOf(day)}`) ?? 0,
  }
}

/** What became of the dates of a plan. */
export interface Lived {
  open: readonly PaymentMatch[]
  kept: readonly PlanDate[]
  dropped: readonly { row: RowRef; scheduled_date: string }[]
  refunds: readonly Refund[]
  /** Dates of cards that are due still; left out: none. */
  cards?: readonly OpenCardDate[]
}

/** The plan with its dates on the days on which they were paid, `last` at the latest; those that are still open lie on `later`. */
export function livedUntil(
  scenario: Scenario,
  { open, kept, dropped, refunds, cards = [] }: Lived,
  last: string,
  later: string,
): ReturnType<typeof applyEdit> {
  const onItsDay = ({ scheduled_date, paid_on, paid_cents }: PaymentMatch): ChangeOfRow[] => {
    const day = paid_on < scenario.start_date ? scenario.start_date : paid_on > last ? last : paid_on
    return [
      (row) => settleDate(row, scheduled_date, false),
      (row) => setDateAmount(row, scheduled_date, paid_cents),
      (row) => moveDate(row, scheduled_date, day),
    ]
  }
  const paid = new Set(open.map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  const due = new Set(refunds.filter((one) => one.due !== 'nothing').map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  const isDueAgain = (key: string): boolean => due.has(key) && !paid.has(key)
  // What went back of such a date before goes with it.
  const back = refunds.filter(({ row, scheduled_date }) => isDueAgain(dateKey(row, scheduled_date)))
  const lived = rowsChanged(scenario, [
    ...open.map((match): RowChanges => [match.row, onItsDay(match)]),
    ...dropped.map(({ row, scheduled_date }): RowChanges => [row, [(one) => skipDate(one, scheduled_date)]]),
    ...kept.map(({ row, scheduled_date }): RowChanges => [row, [(one) => moveDate(one, scheduled_date, later)]]),
    ...back.map((refund): RowChanges => [refund.row, [takenBack(refund, later), (row) => restMoved(row, refund, later)]]),
  ])
  const then = withOpenCardDates(scenario, cards, later)
  return lived.ok ? applyEdit(then, { type: 'batch', edits: lived.edits }, scenario.updated_at) : lived
}

/** What is left of a date of which a part went back, on a day; of what is due once the row's own date. */
function restMoved(row: Payment, { scheduled_date }: Refund, day: string): RowChange {
  const date = row.schedule === null ? (row.due_date ?? scheduled_date) : scheduled_date
  return isLeftOpen(row, date) && isDateOf(row, date) ? moveDate(row, date, day) : { ok: true, fields: {} }
}
