/** A card while the days go by: its statement, what has come onto it since, what of it is carried on, and what is paid. */
import { cardDues, closingDays, dueAfter, lastClosing, type CardDue } from '../accounts/card-dates.ts'
import { dateOf, dayOf } from '../calendar.ts'
import { dailyInterest } from '../accounts/interest.ts'
import { offWeekend } from '../schedule/schedule.ts'
import type { Account } from '../scenario.ts'
import type { Accrued, Card } from '../accounts/account.ts'
import type { DaySpan } from './occurrence-table.ts'

export interface CardMoney {
  /** Its payments in the days that are counted, in order, and which of them is next. */
  dues: readonly CardDue[]
  next_due: number
  /** When its statements close, and which of them is next. */
  closings: readonly number[]
  next_closing: number
  /** Of the last statement: what it came to, and what came onto the card since it closed. Minor units. */
  statement_cents: number
  credits_cents: number
  /** The day on which it closed. */
  closed_day: number
  /** What of a statement is left after its due date: it bears interest. */
  carried_cents: number
  /** Carried, summed over the days since interest was booked, up to before a day (its index). */
  carried_days_cents: number
  summed_until: number
}

interface CardDates extends DaySpan {
  dues: readonly CardDue[]
  closings: readonly number[]
}

/** An account is the same object until it is edited, and its dates with it. */
const known = new WeakMap<Account, CardDates>()

function datesOf(account: Account & { card: Card }, of: Account, { start_day, until_day }: DaySpan): CardDates {
  const before = known.get(of)
  if (before?.start_day === start_day && before.until_day === until_day) return before
  const dates = {
    start_day,
    until_day,
    dues: cardDues(account.card, account.exceptions, start_day, until_day),
    closings: closingDays(account.card, start_day, until_day),
  }
  known.set(of, dates)
  return dates
}

/** As the plan begins; null: it is no card, or nothing is paid by itself. */
export function cardMoney(of: Account, span: DaySpan): CardMoney | null {
  return of.card ? begun({ ...of, card: of.card }, of, span) : null
}

function begun(account: Account & { card: Card }, of: Account, span: DaySpan): CardMoney {
  const { closed_day, statement_cents, isPast } = openingStatement(account, span.start_day)
  const isCarried = isPast || account.card.pays !== 'statement'
  const accrued = accruedOn(account, span.start_day)
  const credits_cents = creditedOn(account.card, span.start_day)
  return {
    dues: datesOf(account, of, span).dues,
    next_due: 0,
    closings: datesOf(account, of, span).closings,
    next_closing: 0,
    statement_cents: statement_cents + credits_cents,
    credits_cents,
    closed_day,
    carried_cents: accrued ? Math.min(accrued.carried_cents, Math.max(0, -account.balance_cents)) : isCarried ? statement_cents : 0,
    carried_days_cents: accrued?.cent_days ?? 0,
    summed_until: 0,
  }
}

/** What is still to be paid of the last statement as a plan begins; `isPast`: it was due before. Minor units. */
export function openingStatement(
  account: Account & { card: Card },
  start_day: number,
): { closed_day: number; statement_cents: number; isPast: boolean } {
  const { card, balance_cents, exceptions } = account
  const owed = Math.max(0, -balance_cents)
  const closed_day = lastClosing(card, start_day)
  const scheduled_day = dueAfter(card, closed_day)
  const moved_to = exceptions[dateOf(scheduled_day)]?.moved_to
  const isPast = (moved_to === undefined ? offWeekend(scheduled_day, card.shift ?? undefined) : dayOf(moved_to)!) < start_day
  // Who pays statements in full has paid the one that was due: what is owed came later.
  const unsaid = isPast && card.pays === 'statement' ? 0 : owed
  return { closed_day, statement_cents: Math.min(owed, card.statement_cents ?? unsaid), isPast }
}

/** What came onto a card since its last statement closed, by the day on which a plan begins, as far as something says so; minor units. */
export const creditedOn = ({ credited_cents = 0, credited_on }: Card, start_day: number): number =>
  credited_on === dateOf(start_day) ? credited_cents : 0

/**
 * A card of which so much is left on its last statement, and so much came since. That counts as paid where the least is paid, and nowhere
 * else.
 */
export function withStatement(
  { credited_cents: _was, credited_on: _then, ...card }: Card,
  statement_cents: number | null,
  came_cents: number,
  on: string,
): Card {
  return { ...card, statement_cents, ...(card.pays === 'minimum' && came_cents > 0 && { credited_cents: came_cents, credited_on: on }) }
}

/** What has accrued by the day on which a plan begins; null: nothing says so. */
export function accruedOn({ interest }: Pick<Account, 'interest'>, start_day: number): Accrued | null {
  const accrued = interest?.accrued
  return accrued && accrued.on === dateOf(start_day) ? accrued : null
}

/** What is carried on a day, an index, and summed up to before it. */
export function carriedOn(money: CardMoney, day: number): Pick<Accrued, 'cent_days' | 'carried_cents'> {
  sumUp(money, day)
  return { cent_days: money.carried_days_cents, carried_cents: money.carried_cents }
}

/** Sums up what is carried at the end of each day before one, before it changes. */
function sumUp(money: CardMoney, day: number): void {
  money.carried_days_cents += money.carried_cents * (day - money.summed_until)
  money.summed_until = day
}

/** Money has come onto the card, by whatever way. Days are indexes. */
export function credit(money: CardMoney, cents: number, day: number): void {
  sumUp(money, day)
  money.credits_cents += cents
  money.carried_cents = Math.max(0, money.carried_cents - cents)
}

/** What is paid on a due date, of a card on which so much is owed. */
export function paymentOf(money: CardMoney, card: Card, due: CardDue, owed_cents: number): number {
  if (due.state !== 'due') return 0
  if (due.amount_cents !== null) return due.amount_cents
  // A payment that was moved before its statement closes is of what is owed by then.
  const isClosed = money.closed_day >= due.closing_day
  const statement = isClosed ? money.statement_cents : Math.max(0, owed_cents)
  const credits = isClosed ? money.credits_cents : 0
  const left = Math.max(0, statement - credits)
  if (card.pays === 'statement') return left
  if (card.pays === 'fixed') return Math.min(card.fixed_cents, left)
  const least = Math.max(percentOf(statement, card.minimum_percent), card.minimum_cents)
  return Math.max(0, Math.min(least, statement) - credits)
}

/** A percent, rounded up. */
function percentOf(cents: number, percent: number): number {
  const [whole, rest] = [Math.floor(cents / 100), cents % 100]
  return whole * percent + Math.ceil((rest * percent) / 100)
}

/** A due date has passed: what of the statement is left is carried on. */
export function passDue(money: CardMoney, card: Card, due: CardDue, day: number): void {
  sumUp(money, day)
  if (due.state === 'settled' && card.pays === 'statement') money.carried_cents = 0
  else if (money.closed_day >= due.closing_day) money.carried_cents = Math.max(0, money.statement_cents - money.credits_cents)
}

/** The interest that is booked as a statement closes at the end of a day. */
export function takeInterest(money: CardMoney, rate_basis_points: number, day: number): number {
  sumUp(money, day + 1)
  const cents = dailyInterest(money.carried_days_cents, rate_basis_points)
  money.carried_days_cents = 0
  return cents
}

/** The statement that closes with so much owed. */
export function closeStatement(money: CardMoney, day: number, owed_cents: number): void {
  money.statement_cents = Math.max(0, owed_cents)
  money.credits_cents = 0
  money.closed_day = day
}
