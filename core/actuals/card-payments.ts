/**
 * A payment at the bank that pays a card of the plan, where a person says so: of which of its dates, and what that makes of the card once
 * the plan has been brought to the bank.
 */
import { cardDateSaid, cardPaymentNoted, noteDate } from '../accounts/card-date-said.ts'
import { cardDues, dueAfter, isCarriedDate, lastClosing } from '../accounts/card-dates.ts'
import { dateOf, dayOf } from '../calendar.ts'
import { applyEdit } from '../edit/edit.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { accountsAdjusted } from '../edit/account-adjusted.ts'
import type { Problem } from '../problem.ts'
import { cardPotPaid } from '../payments/settling.ts'
import { creditedOn, openingStatement, withStatement } from '../projection/card-money.ts'
import { changesOfDates, withChanges, type DateChange, type DateChanges } from '../schedule/exceptions.ts'
import type { Account, Scenario } from '../scenario.ts'
import { isPaidFrom } from '../spending/own-accounts.ts'
import { bringToBank, type BringOptions } from './bring-to-bank.ts'
import { isSaidPaid } from './card-notes.ts'
import { openedAgain } from './cards-counted.ts'
import type { MatchedPayments } from './matched.ts'
import { notLeftYet } from './paid-between.ts'
import { potEdits } from './payment-moved.ts'
import { hasPayment } from './told-balances.ts'

/** A payment of a card that a payment at the bank may be. */
export interface CardDate {
  account_id: string
  /** The date on which its rule has it due; null: nothing pays the card by itself, or it only lowers what is owed. */
  scheduled_date: string | null
  /** Of one that only lowers what is owed, the date of which it is noted; left out: its own day. */
  noted_on?: string
}

export interface PaidAtBank {
  /** In the card's own file; left out, null: it is not there. */
  other_leg?: string | null
  date: string
  /** The account at the bank; null: the main one. */
  account_id: string | null
  /** Signed; minor units. */
  amount_cents: number
}

/** Days before and after a due date on which a card may be paid. */
const days_early = 35
const days_late = 25
/** So many dates of a card can be told apart in a list. */
const most_dates = 2

/** What leaves an account may pay each card that is paid from it, what comes onto a card pays that; of each the dates nearest to it. */
export function cardDatesFor(
  scenario: Scenario,
  { date, account_id, amount_cents }: PaidAtBank,
  taken: readonly CardDate[] = [],
): CardDate[] {
  const day = dayOf(date)!
  const start = dayOf(scenario.start_date)!
  const mayBe = (account: Account): boolean =>
    account.kind === 'card' && (amount_cents < 0 ? isPaidFrom(account, account_id) : account.id === account_id)
  return scenario.accounts.filter(mayBe).flatMap(({ id, card, exceptions }): CardDate[] => {
    if (card === null) return [{ account_id: id, scheduled_date: null }]
    return cardDues(card, exceptions, Math.max(start, day - days_late), day + days_early)
      .filter(({ state }) => state === 'due')
      .sort((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day))
      .map(({ scheduled_day }) => ({ account_id: id, scheduled_date: dateOf(scheduled_day) }))
      .filter(({ scheduled_date }) => !taken.some((one) => one.account_id === id && one.scheduled_date === scheduled_date))
      .slice(0, most_dates)
  })
}

/** What a person said a payment is. */
export interface CardPaid {
  card: CardDate
  payment: PaidAtBank
  /** By id. */
  transactions: readonly string[]
}

/** Said payments of cards stand apart from what was not planned. */
export function withCardsPaid(matched: MatchedPayments, paid: readonly CardPaid[]): MatchedPayments {
  const ids = new Set(paid.flatMap(({ transactions }) => transactions))
  return {
    ...matched,
    transfers: matched.transfers.filter(({ from_transaction }) => !ids.has(from_transaction)),
    unplanned: matched.unplanned.filter(({ transactions }) => !transactions.some((id) => ids.has(id))),
    card_payments: paid.map(({ card, transactions }) => ({ ...card, transactions: [...transactions] })),
  }
}

/** The plan as it was before it was brought to the bank, with what it was, and what was said of cards since. */
export interface BroughtBefore {
  base: Scenario
  matched: MatchedPayments
  options: BringOptions
  said: readonly CardPaid[]
}

type Made = { ok: true; edit: ScenarioEdit } | { ok: false; problems: Problem[] }

/**
 * The edit that says it of the plan as it is now: the card has what it would have, had the plan known on which day it is paid and how much;
 * its date is settled, and the payment is noted of it. Accounts whose balance the bank has told stay as they are.
 */
export function cardPaidSaid(scenario: Scenario, before: BroughtBefore, paid: CardPaid): Made {
  const brought = { ...before, base: openedAgain(before.base, before.options).scenario }
  const { account_id, scheduled_date } = paid.card
  const account = scenario.accounts.find(({ id }) => id === account_id)
  if (!account) return { ok: false, problems: [] }
  const { date } = paid.payment
  const amount_cents = Math.abs(paid.payment.amount_cents)
  const of = noteDate(paid.card, date)
  const settled = (change: DateChange): ScenarioEdit => ({
    type: 'set_dates',
    collection: 'accounts',
    id: account_id,
    dates: { [of]: change },
  })
  const isBrought = brought.base.start_date < scenario.start_date && account.card !== null
  if (scheduled_date === null) {
    const noted = settled(cardPaymentNoted(account.exceptions[of], { date, amount_cents }))
    const moved = isBrought ? movedThen(scenario, brought, paid) : { ok: true as const, edits: movedNow(scenario, brought, paid, account) }
    return moved.ok ? { ok: true, edit: { type: 'batch', edits: [...moved.edits, noted] } } : moved
  }
  const said = cardDateSaid(account, scheduled_date, { said: 'paid', amount_cents, on: date })
  if (!said.ok) return said
  // Where it was carried along while it was open, it is back on its own day.
  const moved_to = dayOf(account.exceptions[scheduled_date]?.moved_to ?? '')
  const carriedTo = [brought.base.start_date, scenario.start_date].map((day) => dayOf(day)!)
  const wasCarried = carriedTo.some(
    (day) => day === moved_to && isCarriedDate(account, { scheduled_day: dayOf(scheduled_date)!, day: moved_to }, day),
  )
  const back = wasCarried ? { moved_to: null } : {}
  const isThen = isBrought || isSaidPaid(account, scheduled_date, scenario.start_date)
  const moved = isThen ? movedThen(scenario, brought, paid) : { ok: true as const, edits: movedNow(scenario, brought, paid, account) }
  return moved.ok ? { ok: true, edit: { type: 'batch', edits: [...moved.edits, settled({ ...said.change, ...back })] } } : moved
}

/** The accounts whose balance the bank has told, and that have a payment in it. */
function toldWith({ accounts }: Scenario, { balances = [] }: BringOptions, { payment, card }: CardPaid): Set<string> {
  const { date: paid_on, other_leg = null, account_id } = payment
  const has = balances.filter((balance) => {
    const account = accounts.find(({ id }) => id === balance.account_id)
    const isOwn = balance.account_id === account_id || balance.account_id !== card.account_id
    return account === undefined || isOwn || hasPayment(balance, account, { paid_on, other_leg })
  })
  return new Set(has.map((one) => one.account_id))
}

/** What a payment changes on accounts of which the bank has told nothing, of a plan that stayed on its day; and what the card's pot gave for it. */
function movedNow(scenario: Scenario, brought: BroughtBefore, paid: CardPaid, { id, card }: Account): ScenarioEdit[] {
  const { payment } = paid
  const { options } = brought
  const paid_cents = Math.abs(payment.amount_cents)
  const from = payment.amount_cents < 0 ? payment.account_id : (card?.paid_from_account_id ?? null)
  const told = toldWith(scenario, options, paid)
  const changes = new Map([
    [id, paid_cents],
    [from ?? '', 0 - paid_cents],
  ])
  for (const known of told) if (known !== id || !isEarly(scenario, brought, paid)) changes.delete(known)
  const leavesMain = from === null && options.balance === null && payment.date >= scenario.start_date
  const main: ScenarioEdit[] = leavesMain ? [{ type: 'adjust_balance', delta_cents: 0 - paid_cents }] : []
  const pots = from === null ? cardPotPaid(scenario, { id, amount_cents: paid_cents }, { accounts: changes }) : []
  const potted: ScenarioEdit[] = pots.length === 0 ? [] : [{ type: 'adjust_balance', delta_cents: 0, pots }]
  return [...main, ...potted, ...adjustedOf(scenario, changes, id, payment.date)]
}

/**
 * What comes onto accounts by a payment of a card. One from before its last statement closed lessens what stands on that, and is none of
 * what came since.
 */
function adjustedOf(scenario: Scenario, changes: ReadonlyMap<string, number>, card_id: string, paid_on: string): ScenarioEdit[] {
  const edits = accountsAdjusted(scenario, changes)
  const account = scenario.accounts.find(({ id }) => id === card_id)!
  const start = dayOf(scenario.start_date)!
  const { card } = account
  const cents = changes.get(card_id) ?? 0
  if (card === null || cents === 0 || dayOf(paid_on)! > lastClosing(card, start)) return edits
  const { statement_cents } = openingStatement({ ...account, card }, start)
  const stated = withStatement(card, Math.max(0, statement_cents - cents), creditedOn(card, start), scenario.start_date)
  return [...edits, { type: 'put_row', collection: 'accounts', row: { id: card_id, card: stated } }]
}

/** Whether a payment stands in the card's own file and was not counted onto it, since it had not left the account that pays it. */
function isEarly(scenario: Scenario, { base, options }: BroughtBefore, { card: { account_id }, transactions }: CardPaid): boolean {
  const account = base.accounts.find(({ id }) => id === account_id)
  const told = options.balances?.find((one) => one.account_id === account_id)
  if (!account || !told) return false
  const until = options.balance?.date ?? base.start_date
  const early = notLeftYet(base, account, { own: told.own ?? [], date: told.date ?? until }, { ...options, until }, scenario)
  return early.some(({ id }) => transactions.includes(id))
}

/** What is otherwise on accounts and in pots where a card is paid as it was, rather than as it was planned; and which other dates are due. */
function movedThen(
  scenario: Scenario,
  { base, matched, options, said }: BroughtBefore,
  paid: CardPaid,
): { ok: true; edits: ScenarioEdit[] } | { ok: false; problems: Problem[] } {
  const last = scenario.start_date
  const dated = [...said, paid].map((one, nth) => asDated(base, one, nth))
  const bring = (known: readonly CardPaid[]): ReturnType<typeof broughtWith> =>
    broughtWith(
      known.reduce((plan, one) => withCardPaid(plan, one, last), base),
      matched,
      { ...options, cards_paid: known },
    )
  const [before, after] = [bring(dated.slice(0, -1)), bring(dated)]
  if (!before.ok) return before
  if (!after.ok) return after
  const { account_id } = paid.card
  const own_date = dated.at(-1)!.card.scheduled_date
  const edits = before.scenario.accounts.flatMap((was, nth): ScenarioEdit[] => {
    const is = after.scenario.accounts[nth]!
    const dates = changesOfDates(was.exceptions, is.exceptions)
    if (is.id === account_id && own_date !== null) delete dates[own_date]
    const delta_cents = is.balance_cents - was.balance_cents
    const isSame = JSON.stringify(is.card) === JSON.stringify(was.card)
    return [
      ...(delta_cents === 0 ? [] : [{ type: 'adjust_balance' as const, account_id: is.id, delta_cents }]),
      ...(isSame ? [] : [{ type: 'put_row' as const, collection: 'accounts' as const, row: { id: is.id, card: is.card } }]),
      ...(Object.keys(dates).length === 0 ? [] : [{ type: 'set_dates' as const, collection: 'accounts' as const, id: is.id, dates }]),
    ]
  })
  const pots = potEdits(before.scenario, after.scenario)
  return {
    ok: true,
    edits: [...pots, ...edits, ...accountsAdjusted(scenario, onLastDay(scenario, { base, matched, options, said }, paid))],
  }
}

/** What comes onto accounts beside that: the plan has what is on them as its day begins, and is still to have what was paid on that day. */
function onLastDay(scenario: Scenario, { base, options }: BroughtBefore, { payment, card }: CardPaid): Map<string, number> {
  const account = base.accounts.find(({ id }) => id === card.account_id)!
  const cents = Math.abs(payment.amount_cents)
  // What was said by hand is on them already.
  const isThere = card.scheduled_date !== null && isSaidPaid(account, card.scheduled_date, base.start_date)
  if (isThere || payment.date < scenario.start_date) return new Map()
  const from = payment.amount_cents < 0 ? payment.account_id : (account.card?.paid_from_account_id ?? null)
  const isTold = (id: string): boolean => (options.balances ?? []).some((one) => one.account_id === id)
  const sides: [string | null, number][] = [
    [account.id, cents],
    [from, 0 - cents],
  ]
  return new Map(sides.flatMap(([id, change]) => (id === null || isTold(id) ? [] : [[id, change]])))
}

/** So far ahead no date of a card is looked at: what only lowers what is owed is paid as one of these. */
const days_far = 3_660
/** So many days lie between closings of different dates. */
const days_between = 62

function asDated({ accounts, start_date }: Scenario, paid: CardPaid, nth: number): CardPaid {
  const card = accounts.find(({ id }) => id === paid.card.account_id)?.card
  if (!card || paid.card.scheduled_date !== null) return paid
  const scheduled_date = dateOf(dueAfter(card, lastClosing(card, dayOf(start_date)! + days_far + nth * days_between)))
  return { ...paid, card: { ...paid.card, scheduled_date } }
}

/** A plan once it is brought to the bank. */
function broughtWith(base: Scenario, matched: MatchedPayments, options: BringOptions) {
  const brought = bringToBank(base, matched, options)
  if (!brought.ok) return brought
  return brought.edit === null ? { ok: true as const, scenario: base } : applyEdit(base, brought.edit, base.updated_at)
}

/** With a card's date on the day on which it was paid, `last` at the latest, at what was paid. */
function withCardPaid(base: Scenario, { card: { account_id, scheduled_date, noted_on }, payment }: CardPaid, last: string): Scenario {
  const account = base.accounts.find(({ id }) => id === account_id)
  if (scheduled_date === null || !account) return base
  if (isSaidPaid(account, scheduled_date, base.start_date)) return withPaymentOfSaid(base, account, scheduled_date, payment)
  const moved_to = payment.date < base.start_date ? base.start_date : payment.date > last ? last : payment.date
  const amount_cents = Math.abs(payment.amount_cents)
  const from = account.card?.paid_from_account_id ?? null
  const isBefore =
    from !== null && account.card!.pays === 'minimum' && dayOf(payment.date)! <= lastClosing(account.card!, dayOf(base.start_date)!)
  const changes = new Map([
    [account.id, amount_cents],
    [from ?? '', 0 - amount_cents],
  ])
  const now = isBefore
    ? withDate(withAdjusted(base, changes, account.id, payment.date), account, { [scheduled_date]: { skipped: true } })
    : withDate(base, account, { [scheduled_date]: { moved_to, amount_cents } })
  const of = noted_on ?? scheduled_date
  return withDate(now, account, { [of]: cardPaymentNoted(account.exceptions[of], { date: payment.date, amount_cents }) })
}

/** With the payment of a date that was said to be paid: what it was more, or less, came onto the card as well. */
function withPaymentOfSaid(base: Scenario, account: Account, scheduled_date: string, { date, amount_cents: signed }: PaidAtBank): Scenario {
  const { id, card, exceptions } = account
  const amount_cents = Math.abs(signed)
  const more_cents = amount_cents - exceptions[scheduled_date]!.amount_cents!
  const changes = new Map([
    [id, more_cents],
    [card?.paid_from_account_id ?? '', 0 - more_cents],
  ])
  return withDate(withAdjusted(base, changes, id, date), account, {
    [scheduled_date]: { amount_cents, ...cardPaymentNoted(exceptions[scheduled_date], { date, amount_cents }) },
  })
}

function withAdjusted(base: Scenario, changes: ReadonlyMap<string, number>, card_id: string, paid_on: string): Scenario {
  const applied = applyEdit(base, { type: 'batch', edits: adjustedOf(base, changes, card_id, paid_on) }, base.updated_at)
  return applied.ok ? applied.scenario : base
}

const withDate = (base: Scenario, { id }: Account, dates: DateChanges): Scenario => ({
  ...base,
  accounts: base.accounts.map((account) =>
    account.id === id ? { ...account, exceptions: withChanges(account.exceptions, dates) } : account,
  ),
})
