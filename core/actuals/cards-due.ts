/**
 * Which dates of cards are due still as a plan is brought to a day. As a bill, what has not come by the end of the files stays due, on that
 * day at the earliest, and is paid by nobody until then; it does until the card's next statement closes, on which it stands from then on.
 */
import { cardDues, closingDays, isCarriedDate, ruledDay } from '../accounts/card-dates.ts'
import { addDays, dateOf, dayOf } from '../calendar.ts'
import { accountsAdjusted } from '../edit/account-adjusted.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { saysCardPayment } from '../prediction/own-money.ts'
import { textOf } from '../prediction/payees.ts'
import { paidAmount } from '../payments/part-payments.ts'
import { project } from '../projection/project.ts'
import type { Account, Scenario } from '../scenario.ts'
import { withChanges, type DateChange } from '../schedule/exceptions.ts'
import { days_about, ownPayments } from '../spending/own-accounts.ts'
import { spendingCategoryOf } from '../spending/spending-words.ts'
import type { LinkedAccounts } from './bank-side.ts'
import { cardNotes, transactionsOfNotes } from './card-notes.ts'
import { isRead, isToldOf, type KnownToPay } from './cards-counted.ts'
import type { MatchedPayments } from './matched.ts'
import { datedRows } from './plan-dates.ts'

/** A date of a card that is due from a plan's start date on. */
export interface DueOfCard {
  account: Account
  scheduled_date: string
  /** The day of it, and that which it was on before it was carried to the start date because it was open; as day numbers. */
  day: number
  own_day: number
  closing_day: number
  /** What the plan pays on it; minor units. */
  cents: number
}

/** The dates of cards before a day, by what the plan pays on them. */
export function duesOfCards(scenario: Scenario, cards: readonly Account[], until: string): DueOfCard[] {
  const [start, end] = [dayOf(scenario.start_date)!, dayOf(until)!]
  const due = cards.flatMap((account) =>
    account.card === null
      ? []
      : cardDues(account.card, account.exceptions, start, end).flatMap((one) => (one.state === 'due' ? [{ account, one }] : [])),
  )
  if (due.length === 0) return []
  const projected = project(scenario, { today: scenario.start_date, until })
  if (!projected.ok) return []
  const { simulation, setup } = projected.projection
  return due.map(({ account, one: { scheduled_day, day, closing_day } }) => {
    const nth = setup.places.accounts.findIndex(({ id }) => id === account.id)
    const paid = simulation.accounts?.payments[nth]?.find((payment) => payment.scheduled_day === scheduled_day)
    const own_day = isCarriedDate(account, { scheduled_day, day }, start) ? ruledDay(account.card!, scheduled_day) : day
    return { account, scheduled_date: dateOf(scheduled_day), day, own_day, closing_day, cents: paid?.cents ?? 0 }
  })
}

/** What becomes of one date. */
export interface OpenCardDate {
  account_id: string
  scheduled_date: string
  day: number
  /**
   * stays: it is due still. closed: it is left out, since its sum stands on the statement that has closed since. part: less came about its
   * day, which is past; the rest stands on the next statement. stood: something came that may be it; as it was planned it counts as paid.
   * counted: nothing tells of the account that pays it, so that it counts as it was planned.
   */
  state: 'stays' | 'closed' | 'part' | 'stood' | 'counted'
  /** What came of it; minor units. */
  came_cents: number
  /** Of one that is left out, what was to be paid; minor units. */
  due_cents?: number
  /** Of one that something stood for, the day of that; as a day number. */
  stood_day?: number
}

interface KnownOfCards {
  balance: { date: string }
  transactions: readonly AccountTransaction[]
  accounts?: LinkedAccounts | undefined
  read?: LinkedAccounts | undefined
  covered_of?: Readonly<Record<string, string>> | undefined
  waiting?: ReadonlySet<string> | undefined
  /** Which accounts the bank tells what is on. */
  balances?: readonly { account_id: string }[] | undefined
  /** Payments that are known to be of cards. */
  cards_paid?: readonly KnownToPay[] | undefined
}

/**
 * The dates of cards until the end of a day that nothing is known to have come for. One after the other: what an earlier one leaves owed
 * stands on the next.
 */
export function openCardDates(scenario: Scenario, matched: MatchedPayments, known: KnownOfCards): OpenCardDate[] {
  const { balance, cards_paid = [] } = known
  const said = new Set(cards_paid.map(({ card }) => `${card.account_id} ${card.scheduled_date}`))
  const later = addDays(balance.date, 1)
  const open: OpenCardDate[] = []
  const passed = new Set<string>()
  let now = scenario
  let changed: Set<string>
  do {
    changed = new Set()
    const cards = now.accounts.filter(({ kind }) => kind === 'card')
    const dues = duesOfCards(now, cards, later)
      .filter(({ account, scheduled_date }) => !said.has(`${account.id} ${scheduled_date}`))
      .sort((a, b) => a.day - b.day)
    const stood = dues.length === 0 ? new Map<DueOfCard, number>() : stoodFor(now, matched, dues, known)
    for (const due of dues) {
      const { account, scheduled_date } = due
      const key = `${account.id} ${scheduled_date}`
      // What is owed on a card whose date stays open is worked out anew before its next one is looked at.
      if (passed.has(key) || changed.has(account.id)) continue
      passed.add(key)
      const found = openDate(due, stood, known)
      if (found === null) continue
      open.push(found)
      now = withOpenCardDates(now, [found], later)
      if (!isAsPlanned(found)) changed.add(account.id)
    }
  } while (changed.size > 0)
  return open
}

/** What becomes of a date; null: it counts as it was planned. */
function openDate(due: DueOfCard, stood: ReadonlyMap<DueOfCard, number>, known: KnownOfCards): OpenCardDate | null {
  const { account, scheduled_date, day, own_day, closing_day, cents } = due
  const { balances = [] } = known
  const until = dayOf(known.balance.date)!
  const card = account.card!
  const one = { account_id: account.id, scheduled_date, day, came_cents: paidAmount(account, scheduled_date) }
  const stood_day = stood.get(due)
  const isStood = stood_day !== undefined && day !== until && isRead(card.paid_from_account_id, own_day, known)
  if (isStood) return cents === 0 ? null : { ...one, came_cents: cents, state: 'stood', stood_day }
  if (own_day < until && isPartPaid(due)) return { ...one, state: 'part' }
  const isClosed = closingDays(card, Math.max(own_day, closing_day + 1), until).length > 0
  const stays: OpenCardDate = { ...one, ...(isClosed ? { state: 'closed', due_cents: cents } : { state: 'stays' }) }
  if (day === until) return stays
  if (!isToldOf(account, own_day, known)) return cents === 0 ? null : { ...one, came_cents: cents, state: 'counted' }
  // Of which nothing is to pay by the plan, the card's own file may say otherwise.
  if (cents === 0 && (isClosed || !balances.some((told) => told.account_id === account.id))) return null
  return stays
}

/** Whether something is noted of a date that came about its day, or after it. */
const isPartPaid = ({ account, scheduled_date, own_day }: DueOfCard): boolean =>
  (account.exceptions[scheduled_date]?.paid ?? []).some(({ date }) => dayOf(date)! >= own_day - days_about)

/** Whether a sum is all of a date: what is left of it, or that and what is noted of it already. */
export const isSumOf = (
  { account, scheduled_date, cents }: Pick<DueOfCard, 'account' | 'scheduled_date' | 'cents'>,
  sum: number,
): boolean => sum === cents || sum === cents + paidAmount(account, scheduled_date)

/** Days before and after a date within which a payment of just its sum may be of it. */
const days_of_same = 14

/**
 * The dates for which something left the account that pays them that may be their payment, though it is not said yet: something of just
 * their sum, or of another one whose words say that it pays the card, each with the day of it. That stands for the nearest date. What is
 * known to be for something else does not.
 */
export function stoodFor(
  scenario: Scenario,
  matched: MatchedPayments,
  dues: readonly DueOfCard[],
  { transactions, accounts, read = accounts, waiting, cards_paid = [], balance }: KnownOfCards,
): Map<DueOfCard, number> {
  const until = dayOf(balance.date)!
  const first = Math.min(...dues.map(({ own_day }) => own_day)) - days_of_same
  const used = new Set([...(waiting ?? []), ...explainedBy(matched), ...cards_paid.flatMap((one) => one.transactions)])
  const isRow = notedOfRows(scenario)
  const notes = transactionsOfNotes(cardNotes(scenario), transactions, (one) => (read === undefined ? null : read[one.account ?? '']))
  const tell = ownPayments(scenario)
  const stood = new Map<DueOfCard, number>()
  for (const one of transactions) {
    const day = dayOf(one.date)
    if (day === null || day < first || day > until || one.amount_cents >= 0 || used.has(one.id) || notes.has(one.id)) continue
    const from = read === undefined ? null : read[one.account ?? '']
    if (from === undefined || isRow(from, one)) continue
    const says = saysCardPayment(textOf(one))
    const isOfNoShop = spendingCategoryOf(one) === 'rest'
    const told = tell(one, from)?.account ?? null
    const mayBe = (due: DueOfCard): boolean =>
      told === null ? says || (isSumOf(due, 0 - one.amount_cents) && isOfNoShop) : told.id === due.account.id
    const [nearest] = dues
      .filter((due) => due.account.card!.paid_from_account_id === from && !stood.has(due) && mayBe(due))
      .filter((due) => Math.abs(due.own_day - day) <= days_of_same)
      .sort((a, b) => Math.abs(a.own_day - day) - Math.abs(b.own_day - day))
    if (nearest) stood.set(nearest, day)
  }
  return stood
}

/** The transactions of which it is known what they are. */
export const explainedBy = ({ matches, transfers, refunds }: MatchedPayments): string[] => [
  ...matches.flatMap((match) => [...match.transactions, match.other_leg ?? '']),
  ...transfers.flatMap((one) => [one.from_transaction, one.to_transaction]),
  ...refunds.map(({ transaction }) => transaction),
]

/** Whether the plan notes a payment as that of one of its rows. */
function notedOfRows(scenario: Scenario): (account_id: string | null, one: AccountTransaction) => boolean {
  const rows = [...datedRows(scenario)].flatMap(({ row, account_id }) =>
    Object.values(row.exceptions).flatMap(({ paid = [] }) =>
      paid.map(({ date, amount_cents }) => `${account_id} ${date} ${0 - amount_cents}`),
    ),
  )
  const noted = new Set(rows)
  return (account_id, { date, amount_cents }) => noted.has(`${account_id} ${date} ${amount_cents}`)
}

/** The plan with them on a later day, those that are left out on none, and those that something stood for on the day of that. */
export function withOpenCardDates(scenario: Scenario, all: readonly OpenCardDate[], later: string): Scenario {
  const open = all.filter(({ state }) => state !== 'counted')
  if (open.length === 0) return scenario
  const byAccount = Map.groupBy(open, ({ account_id }) => account_id)
  return {
    ...scenario,
    accounts: scenario.accounts.map((account) => {
      const dates = byAccount.get(account.id)
      return dates
        ? {
            ...account,
            exceptions: withChanges(
              account.exceptions,
              changesOf(dates, (one) => (one.state === 'stood' ? stoodThen(one, scenario.start_date, later) : saidThen(one, later))),
            ),
          }
        : account
    }),
  }
}

/** The edits that say it of the plan on the day to which it is brought. `told`: of which accounts a balance of a day since is taken. */
export function openCardEdits(
  scenario: Scenario,
  open: readonly OpenCardDate[],
  date: string,
  told: readonly { account_id: string }[],
): ScenarioEdit[] {
  const dates = open.filter(({ day, state }) => day < dayOf(date)! || state !== 'stays')
  const said = [...Map.groupBy(dates, ({ account_id }) => account_id)].map(([id, list]): ScenarioEdit => ({
    type: 'set_dates',
    collection: 'accounts',
    id,
    dates: changesOf(list, (one) => becameOf(one, date)),
  }))
  // What stood for a date before the plan's start date had left its account by then.
  const payers = new Map(scenario.accounts.map(({ id, card }) => [id, card?.paid_from_account_id ?? '']))
  const payerOf = ({ account_id }: OpenCardDate): string => payers.get(account_id)!
  const before = dates
    .filter(({ stood_day = Infinity }) => stood_day < dayOf(scenario.start_date)!)
    .filter((one) => !told.some(({ account_id }) => account_id === payerOf(one)))
  return [...said, ...before.flatMap((one) => accountsAdjusted(scenario, new Map([[payerOf(one), one.came_cents]])))]
}

const changesOf = (dates: readonly OpenCardDate[], said: (one: OpenCardDate) => DateChange): Record<string, DateChange> =>
  Object.fromEntries(dates.map((one) => [one.scheduled_date, said(one)]))

const isAsPlanned = ({ state }: OpenCardDate): boolean => state === 'stood' || state === 'counted'

function becameOf(one: OpenCardDate, date: string): DateChange {
  if (one.state === 'counted') return { amount_cents: one.came_cents, moved_to: null }
  return one.state === 'part' || one.state === 'stood' ? paidSaid(one) : saidThen(one, date)
}

/** As the days went by: it was paid by nobody until then, or not at all. */
function saidThen({ state, due_cents = 0 }: OpenCardDate, later: string): DateChange {
  if (state === 'stays') return { moved_to: later }
  return { skipped: true, moved_to: null, ...(due_cents > 0 && { amount_cents: due_cents }) }
}

/** What stood for it left its account on that day. What is on the plan's last day is still to be counted. */
function stoodThen({ day, stood_day = day, came_cents }: OpenCardDate, start_date: string, later: string): DateChange {
  const on = stood_day < dayOf(later)! - 1 ? Math.max(stood_day, dayOf(start_date)!) : day
  return { moved_to: dateOf(on), amount_cents: came_cents }
}

const paidSaid = ({ came_cents }: OpenCardDate): DateChange => ({ amount_cents: came_cents, rest: 'dropped', moved_to: null })
