/**
 * Why the balance at the bank is not what the plan had said for that day, to the cent:
 *
 *   balance − what the plan said = amount + earlier_or_later + missing + unplanned + untold
 */
import { addDays, dayOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import type { Problem } from '../problem.ts'
import { eventsBetween } from '../projection/events.ts'
import { movementsBetween, type MovementKind } from '../projection/movements.ts'
import { project } from '../projection/project.ts'
import type { Projection } from '../projection/projection.ts'
import type { Payment, Scenario } from '../scenario.ts'
import { dayOfDate } from '../payments/part-payments.ts'
import { hasEveryday } from '../spending/everyday.ts'
import type { MatchedPayments, PaymentMatch } from './matched.ts'
import { late_days } from './overdue.ts'
import { dateKey, planDates, type RowRef } from './plan-dates.ts'

/**
 * amount: it was another amount than planned, or some of it went back. earlier, later: it came before its day, or has not come yet,
 * or less than all
 * of it; or it came later than the balance had it. missing: it should have come some days ago. unplanned, transfer: no date stands
 * for it.
 */
export type DifferenceKind = 'amount' | 'earlier' | 'later' | 'missing' | 'unplanned' | 'transfer'

export interface DifferenceItem {
  kind: DifferenceKind
  /** What it adds to the balance, signed; minor units, never 0. */
  cents: number
  /** The date it is of; null: of none. */
  of: { row: RowRef; scheduled_date: string } | null
  /** Transactions that it rests on. */
  transactions: readonly string[]
  /** The account that the plan had money go to by itself: a card that is paid, a rule that moves money. Left out of others. */
  account_id?: string
}

export interface Difference {
  /** What the plan said for the end of the day of the balance, and what the bank says; minor units. */
  planned_cents: number
  balance_cents: number
  amount_cents: number
  earlier_or_later_cents: number
  missing_cents: number
  /** Transfers are among it. */
  unplanned_cents: number
  /** What no transaction tells: the files do not hold all there was. 0 where they do. */
  untold_cents: number
  items: DifferenceItem[]
}

export interface BankBalance {
  /** The end of the day on which it was so. */
  date: string
  /** Minor units. */
  amount_cents: number
}

export type Told = { ok: true; difference: Difference } | { ok: false; problems: Problem[] }

/** `fresh`: the transactions of the main account that the plan's balance does not have yet, up to the balance's day, by id. */
export function differenceOf(
  scenario: Scenario,
  matched: MatchedPayments,
  fresh: ReadonlyMap<string, AccountTransaction>,
  balance: BankBalance,
): Told {
  const until = addDays(balance.date, 1)
  const projected = project(scenario, { today: balance.date, until })
  if (!projected.ok) return projected
  // What was left of everyday spending on the plan's own day is over by now, so that nothing is due of it: the plan had said it.
  const then = hasEveryday(scenario) ? project(scenario, { today: scenario.start_date, until }) : projected
  if (!then.ok) return then
  const everyday = everydayPlanned(then.projection)
  const [said, left] = [everyday, everydayPlanned(projected.projection)].map((items) => sumOf(items.map(({ cents }) => cents)))
  // Of the plan's own day with nothing new the balance has what was spent on it, and what was planned since makes no difference.
  const isKnown = fresh.size === 0 && balance.date === scenario.start_date
  const planned_cents = projected.projection.total_cents.at(-1)! + left! - (isKnown ? 0 : said!)
  const moved = movedByItself(projected.projection, balance.date)
  const { ofCards, others } = cardsPaid(moved, matched.card_payments ?? [], fresh)
  const items = withoutMoved(others, [
    ...ofCards,
    ...matched.matches.flatMap((match) =>
      match.account_id === null
        ? itemsOfMatch(match, fresh, balance)
        : legsOf(match).map((id) => itemOf('transfer', sumFresh(fresh, [id]), null, [id])),
    ),
    ...notCome(scenario, matched, balance),
    ...(isKnown ? [] : everyday),
    ...matched.refunds.map(({ row, scheduled_date, transaction, due }) => {
      const kind = due === 'nothing' ? 'amount' : lateness(dayOf(ruledOn(scenario, row, scheduled_date))!, balance)
      return itemOf(kind, sumFresh(fresh, [transaction]), { row, scheduled_date }, [transaction])
    }),
    ...matched.unplanned.map(({ transactions }) => itemOf('unplanned', sumFresh(fresh, transactions), null, transactions)),
    ...matched.transfers.map(({ from_transaction, to_transaction }) =>
      itemOf('transfer', sumFresh(fresh, [from_transaction, to_transaction]), null, [from_transaction, to_transaction]),
    ),
  ]).filter(({ cents }) => cents !== 0)
  const sum = (...kinds: DifferenceKind[]): number => sumOf(items.filter(({ kind }) => kinds.includes(kind)).map(({ cents }) => cents))
  const told = {
    amount_cents: sum('amount'),
    earlier_or_later_cents: sum('earlier', 'later'),
    missing_cents: sum('missing'),
    unplanned_cents: sum('unplanned', 'transfer'),
  }
  const untold_cents = balance.amount_cents - planned_cents - sumOf(Object.values(told))
  return { ok: true, difference: { planned_cents, balance_cents: balance.amount_cents, ...told, untold_cents, items } }
}

/** What a date is that has not come, or is due again. */
const lateness = (day: number, balance: BankBalance): 'missing' | 'later' => (dayOf(balance.date)! - day > late_days ? 'missing' : 'later')

/** The day on which a row's rule has one of its dates. */
function ruledOn(scenario: Scenario, { collection, id }: RowRef, scheduled_date: string): string {
  const row = (scenario[collection] as readonly Payment[]).find((one) => one.id === id)
  return row ? dayOfDate(row, scheduled_date) : scheduled_date
}

const itemOf = (kind: DifferenceKind, cents: number, of: DifferenceItem['of'], transactions: readonly string[]): DifferenceItem => ({
  kind,
  cents,
  of,
  transactions,
})

const sumFresh = (fresh: ReadonlyMap<string, AccountTransaction>, ids: readonly string[]): number =>
  sumOf(ids.map((id) => fresh.get(id)?.amount_cents ?? 0))

/** Of what was matched on another account, the leg that may be on the main one. */
const legsOf = ({ other_leg }: PaymentMatch): string[] => (other_leg === null ? [] : [other_leg])

/** What a matched date does to the balance that the plan did not say: by its amount, and by its day. */
function itemsOfMatch(match: PaymentMatch, fresh: ReadonlyMap<string, AccountTransaction>, balance: BankBalance): DifferenceItem[] {
  const { row, scheduled_date, state, sign, date, paid_cents, amount_cents, rest_cents, transactions } = match
  const came = sumFresh(fresh, transactions)
  const isFresh = transactions.some((id) => fresh.has(id))
  // The balance has what is settled, at the amount the plan has for it; what is past it was only taken to have.
  const isCounted = state === 'open' ? date <= balance.date : state === 'settled' && isFresh
  const by_all = came - (isCounted ? sign * amount_cents : 0)
  const by_amount = isFresh && rest_cents === 0 ? sign * (paid_cents - amount_cents) : 0
  const of = { row, scheduled_date }
  const isEarly = state === 'open' && (date > balance.date || !isFresh)
  return [itemOf('amount', by_amount, of, transactions), itemOf(isEarly ? 'earlier' : 'later', by_all - by_amount, of, transactions)]
}

/** What the plan had for everyday spending: that it was spent is told by the payments that no date stands for. */
function everydayPlanned({ scenario, start_date, until, ...projection }: Projection): DifferenceItem[] {
  const spread = new Set(scenario.bills.flatMap(({ id, spread: isSpread, account_id }) => (isSpread && account_id === null ? [id] : [])))
  if (spread.size === 0) return []
  const events = eventsBetween({ scenario, start_date, until, ...projection }, start_date, until).filter(
    ({ kind, id }) => kind === 'bill' && spread.has(id),
  )
  const byDate = Map.groupBy(events, ({ id, nominal_date }) => `${id} ${nominal_date}`)
  return [...byDate.values()].map((days) => {
    const { id, nominal_date } = days[0]!
    return itemOf(
      'unplanned',
      sumOf(days.map(({ amount_cents }) => amount_cents)),
      { row: { collection: 'bills', id }, scheduled_date: nominal_date },
      [],
    )
  })
}

/** The dates that the plan counted until then and that have not come. */
function notCome(scenario: Scenario, matched: MatchedPayments, balance: BankBalance): DifferenceItem[] {
  const came = new Set(matched.matches.map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  const [from, end] = [dayOf(scenario.start_date)!, dayOf(balance.date)!]
  return planDates(scenario, from, end + 1, balance.date).flatMap(
    ({ row, scheduled_date, account_id, state, sign, amount_cents, to_day }) => {
      if (account_id !== null || state !== 'open' || came.has(dateKey(row, scheduled_date))) return []
      return [itemOf(lateness(to_day, balance), 0 - sign * amount_cents, { row, scheduled_date }, [])]
    },
  )
}

/** What moves money between the main account and others without a row of its own: cards, rules, and pots that pay a bill on another account. */
const byItself = new Set<MovementKind>(['card_payment', 'moved', 'from_pot'])

/** What the plan had leave the main account, or reach it, in such a way. */
function movedByItself(projection: Projection, date: string): Moved[] {
  const { start_date, accounts, bills } = projection.scenario
  if (accounts.length === 0) return []
  const accountOf = (bill: string): string | null | undefined => bills.find(({ id }) => id === bill)?.account_id
  return movementsBetween(projection, start_date, addDays(date, 1)).flatMap((moved) => {
    const account_id = moved.kind === 'from_pot' ? accountOf(moved.row!.id) : moved.accounts[0]?.account_id
    if (!byItself.has(moved.kind) || !account_id) return []
    return [{ date: moved.date, item: { ...itemOf('transfer', 0 - moved.available_cents - moved.pot_cents, null, []), account_id } }]
  })
}

/** What moves by itself, on which day. */
interface Moved {
  date: string
  item: DifferenceItem
}

/** How many days from its own a card's payment may leave: it is due once a month. */
const most_days_apart = 14

/** What cards were paid, as a person said, beside what the plan had for them; and what else it had move by itself. */
function cardsPaid(
  moved: readonly Moved[],
  paid: NonNullable<MatchedPayments['card_payments']>,
  fresh: ReadonlyMap<string, AccountTransaction>,
): { ofCards: DifferenceItem[]; others: DifferenceItem[] } {
  const left = [...moved]
  const ofCards = paid.map(({ account_id, scheduled_date, transactions }): DifferenceItem => {
    const isIt = ({ date, item }: Moved): boolean =>
      item.account_id === account_id && scheduled_date !== null && Math.abs(dayOf(date)! - dayOf(scheduled_date)!) <= most_days_apart
    const at = left.findIndex(isIt)
    const planned = at < 0 ? undefined : left.splice(at, 1)[0]!.item
    const cents = sumFresh(fresh, transactions) + (planned?.cents ?? 0)
    return { ...itemOf(planned ? 'amount' : 'earlier', cents, null, transactions), account_id }
  })
  return { ofCards, others: left.map(({ item }) => item) }
}

/** Money that came as it was planned to move by itself is as planned; the others, of both, are told. */
function withoutMoved(planned: readonly DifferenceItem[], items: readonly DifferenceItem[]): DifferenceItem[] {
  const left = [...items]
  const open = planned.filter(({ cents }) => {
    const isWhatCame = ({ kind, cents: came }: DifferenceItem): boolean => (kind === 'transfer' || kind === 'unplanned') && came === -cents
    const same = cents === 0 ? -1 : left.findIndex(isWhatCame)
    if (same >= 0) left.splice(same, 1)
    return same < 0
  })
  return [...left, ...open]
}
