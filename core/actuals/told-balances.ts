/**
 * What the bank says is on accounts beside the main one. A file may end before the main account's: what is known to have come onto an
 * account since, or left it, is counted with it.
 */
import { lastClosing } from '../accounts/card-dates.ts'
import { addDays, dateOf, dayOf, firstOfMonth, monthOf } from '../calendar.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { creditedOn, openingStatement, withStatement } from '../projection/card-money.ts'
import type { Account, Scenario } from '../scenario.ts'
import type { PaymentMatch } from './matched.ts'
import type { ToldOnDay } from './accounts-lived.ts'
import { days_to_arrive } from './cards-counted.ts'
import { withDates, type StillToCome, type WithDates } from './not-left.ts'
import { dateKey, planDates } from './plan-dates.ts'
import { knownToPay, notLeftYet, type KnownOfAccounts } from './paid-between.ts'

export interface ToldBalance {
  account_id: string
  /** What is owed is negative; minor units. */
  amount_cents: number
  /** The end of the day on which it was so; left out: of the day of the main account's balance. */
  date?: string
  /** What the account's own files hold; left out: what is linked to it. */
  own?: readonly AccountTransaction[]
}

/** Whether a balance has what was paid on another account's day. `other_leg`: where it stands in the account's own file. */
export function hasPayment(
  { date }: Pick<ToldBalance, 'date'>,
  { kind }: Pick<Account, 'kind'>,
  paid: { paid_on: string; other_leg: string | null },
): boolean {
  if (paid.other_leg !== null || date === undefined) return true
  // A loan's own file may have it at other sums; a card's has it whole.
  return date >= (kind === 'card' ? addDays(paid.paid_on, days_to_arrive) : paid.paid_on)
}

/** The accounts whose balance the bank has told, and that have a payment in it; null: the main one. */
export function accountsWith(
  { accounts }: Pick<Scenario, 'accounts'>,
  balances: readonly ToldBalance[],
  match: Pick<PaymentMatch, 'account_id' | 'paid_on' | 'other_leg'>,
): Set<string | null> {
  const has = balances.filter((balance) => {
    const account = accounts.find(({ id }) => id === balance.account_id)
    return account === undefined || account.id === match.account_id || hasPayment(balance, account, match)
  })
  return new Set([null, ...has.map(({ account_id }) => account_id)])
}

/** What is held against the plan, and which of its dates came. */
export interface KnownOfDates extends KnownOfAccounts {
  matches: readonly PaymentMatch[]
  /** The last day that the main account's file tells of; null: none is read. */
  until: string | null
}

interface Known extends KnownOfDates {
  /** The plan as it was before. */
  base: Scenario
}

/**
 * Balances of days before the one to which the plan is brought, as far as it knows what moves since: they are taken as the plan goes
 * through these days (accounts-lived.ts). What is owed on a card is told with its statement.
 */
export function toldOnDays(base: Scenario, balances: readonly ToldBalance[], until: string, known: KnownOfDates): ToldOnDay[] {
  return balances.flatMap((balance): ToldOnDay[] => {
    const { account_id, date, amount_cents, own = [] } = balance
    const account = base.accounts.find(({ id }) => id === account_id)
    if (!account || account.kind === 'card' || date === undefined || date < base.start_date || date >= until) return []
    const told = { ...balance, date, own }
    const { early } = withDatesOf(base, account, told, { ...known, scenario: base, from: dayOf(date)! + 1 })
    const cents = amount_cents + movedBefore(base, account, told, base) - sumOfAll(early)
    return [{ account_id, date, amount_cents: cents, booked_on: borneWith(account, early) }]
  })
}

/** What an account has with a plan's dates, by its own file. */
function withDatesOf(
  base: Scenario,
  account: Account,
  { own, date, ...balance }: ToldBalance & Required<Pick<ToldBalance, 'own' | 'date'>>,
  plan: StillToCome,
): WithDates {
  const known = new Set(knownToPay(base, account, { ...balance, own, date }).flatMap(({ other_leg }) => other_leg ?? []))
  return withDates({ account_id: account.id, own, date, known }, plan)
}

const sumOfAll = (list: readonly AccountTransaction[]): number => sumOf(list.map(({ amount_cents }) => amount_cents))

/** The edits that take it, of a plan that is on its new day. */
export function toldBalancesTaken(scenario: Scenario, balances: readonly ToldBalance[], known: Known): ScenarioEdit[] {
  const taken = new Set(toldOnDays(known.base, balances, scenario.start_date, known).map(({ account_id }) => account_id))
  return balances.flatMap((balance): ScenarioEdit[] => {
    const account = scenario.accounts.find(({ id }) => id === balance.account_id)
    if (!account || taken.has(account.id)) return []
    const all = balance.own ?? known.transactions.filter((one) => known.accounts?.[one.account ?? ''] === account.id)
    // What has not left the account that pays a card has not come onto it either, so that it is paid once, when it does.
    const date = balance.date ?? scenario.start_date
    const toCards = notLeftYet(known.base, account, { own: all, date }, { ...known, until: scenario.start_date }, scenario)
    const toCome: StillToCome = { ...known, scenario, from: dayOf(scenario.start_date)! }
    const dates = withDatesOf(scenario, account, { ...balance, own: all, date }, toCome)
    const early = [...toCards, ...dates.early]
    const own = all.filter((one) => !early.includes(one))
    const told = { ...balance, amount_cents: balance.amount_cents - sumOfAll(early) }
    const movedAfter = (day: string): number =>
      movedSince(scenario, account, told, known.matches, day) +
      movedBefore(known.base, account, { ...told, own }, scenario, day) +
      dates.countedAfter(day)
    const moved = movedAfter('')
    const charged = chargedSince(known.base, account, told.date ?? scenario.start_date, known.matches, scenario.start_date)
    const balance_cents = told.amount_cents + moved - sumOf(charged.map(({ cents }) => cents))
    const card =
      account.card &&
      cardTold({ ...account, balance_cents, card: account.card }, told, { moved, movedAfter, own, charged }, scenario.start_date)
    const interest = interestTold(account, { told: date, borne_on: borneWith(account, dates.early) }, scenario.start_date)
    const fields = {
      ...(balance_cents !== account.balance_cents && { balance_cents }),
      ...(card && { card }),
      ...(interest && { interest }),
    }
    return Object.keys(fields).length === 0 ? [] : [{ type: 'put_row', collection: 'accounts', row: { id: account.id, ...fields } }]
  })
}

/** The day of the last payment of a loan that its balance has, and so the interest of its month; null: it has none. */
const borneWith = ({ kind }: Account, early: readonly AccountTransaction[]): string | null =>
  kind === 'loan' ? early.reduce<string | null>((last, { date }) => (last === null || date > last ? date : last), null) : null

/** Savings whose balance has what is booked as a month ends, and a loan that has its month's: it is not booked again. null: that stays as it is. */
function interestTold(
  { kind, interest }: Account,
  { told, borne_on }: { told: string; borne_on: string | null },
  start_date: string,
): Account['interest'] {
  const ends = dateOf(firstOfMonth(monthOf(dayOf(start_date)!) + 1) - 1)
  const booked_on = kind === 'loan' ? borne_on : kind === 'card' || ends > told ? null : told
  if (!interest || booked_on === null) return null
  const { accrued } = interest
  if (accrued?.on === start_date && accrued.booked_on === booked_on) return null
  const now = accrued?.on === start_date ? accrued : { on: start_date, cent_days: 0, carried_cents: 0 }
  return { ...interest, accrued: { ...now, booked_on } }
}

/** What matched transfers brought it, or took from it, after a day, that its balance does not have yet. */
function movedSince(
  { transfers }: Scenario,
  account: Account,
  balance: ToldBalance,
  matches: readonly PaymentMatch[],
  after: string,
): number {
  return sumOf(
    matches.map((match) => {
      const row = match.row.collection === 'transfers' && match.state === 'open' && transfers.find(({ id }) => id === match.row.id)
      if (!row || match.paid_on <= after || match.account_id === account.id || hasPayment(balance, account, match)) return 0
      return row.to_account_id === account.id ? match.paid_cents : row.from_account_id === account.id ? 0 - match.paid_cents : 0
    }),
  )
}

/** The same of what was known before: the plan notes it of its transfers and, as it is now, of the card's dates. */
function movedBefore(base: Scenario, account: Account, balance: ToldBalance, now: Scenario, after = ''): number {
  return sumOf(
    knownToPay(base, account, balance, now).map(({ amount_cents, ...paid }) =>
      paid.paid_on <= after || hasPayment(balance, account, paid) ? 0 : amount_cents,
    ),
  )
}

/** A charge that a card's file does not reach yet: as it was planned. */
interface Charge {
  day: number
  /** Minor units; below zero: it came onto the card. */
  cents: number
}

/** What the plan had charged to a card after its file's last day, before the day to which the plan is brought. */
function chargedSince(base: Scenario, { id, kind }: Account, told: string, matches: readonly PaymentMatch[], until: string): Charge[] {
  if (kind !== 'card' || told >= until) return []
  const came = new Set(matches.map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  return planDates(base, dayOf(told)! + 1, dayOf(until)!).flatMap(
    ({ row, scheduled_date, account_id, state, sign, amount_cents, day, to_day }) =>
      account_id !== id ||
      row.collection === 'transfers' ||
      state === 'settled' ||
      to_day <= dayOf(told)! ||
      came.has(dateKey(row, scheduled_date))
        ? []
        : [{ day, cents: 0 - sign * amount_cents }],
  )
}

type CardAccount = Account & { card: NonNullable<Account['card']> }

/** The card as its own file says: what stood on its last statement, and what came since. null: it stays as it is. */
function cardTold(
  account: CardAccount,
  balance: ToldBalance,
  {
    moved,
    movedAfter,
    own,
    charged,
  }: { moved: number; movedAfter: (day: string) => number; own: readonly AccountTransaction[]; charged: readonly Charge[] },
  start_date: string,
): CardAccount['card'] | null {
  const { card } = account
  const start_day = dayOf(start_date)!
  const owed = Math.max(0, 0 - account.balance_cents)
  const closed = dateOf(lastClosing(card, start_day))
  const until = balance.date ?? start_date
  // What was owed before a statement closed stands on it.
  if (until < closed) {
    const later = sumOf(charged.filter(({ day }) => day > dayOf(closed)!).map(({ cents }) => cents))
    return asStated(account, Math.max(0, owed - later), Math.max(0, movedAfter(closed)), start_date)
  }
  const isKnown = own.some(({ date }) => date <= closed)
  if (!isKnown) {
    const isLess = card.statement_cents !== null && card.statement_cents > owed
    return isLess ? { ...card, statement_cents: owed } : null
  }
  const since = own.filter(({ date }) => date > closed && date <= until).map(({ amount_cents }) => amount_cents)
  const statement = Math.max(0, sumOf(since) - balance.amount_cents)
  const came = sumOf(since.filter((cents) => cents > 0)) + Math.max(0, moved)
  const left = Math.min(owed, Math.max(0, statement - came))
  return asStated(account, left, came, start_date)
}

/** The card with so much left on its last statement, and so much that came since; null: it has. */
function asStated(account: CardAccount, left: number, came: number, start_date: string): CardAccount['card'] | null {
  const { card } = account
  const start_day = dayOf(start_date)!
  const was = openingStatement(account, start_day).statement_cents
  const isSame = was === left && (card.pays !== 'minimum' || creditedOn(card, start_day) === came)
  return isSame ? null : withStatement(card, left, came, start_date)
}
