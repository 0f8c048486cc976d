/**
 * Payments of cards that nobody has to be asked about: their other leg stands in the card's own file, or the bank's words say so, and the
 * sum or the card's name as well. They are settled with what else is sure, so that none is still due on the day of the balance.
 */
import { cardDues, dueAfter, lastClosing } from '../accounts/card-dates.ts'
import { addDays, dateOf, dayOf } from '../calendar.ts'
import { applyEdit } from '../edit/edit.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import type { Problem } from '../problem.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { saysCardPayment } from '../prediction/own-money.ts'
import { textOf } from '../prediction/payees.ts'
import type { Account, Scenario } from '../scenario.ts'
import { days_about, isPaidFrom, mayPay, namesOne, ownPayments } from '../spending/own-accounts.ts'
import { bringToBank, differenceSaid, type Brought, type BringOptions } from './bring-to-bank.ts'
import { cardNotes, days_noted_apart, transactionsOfNotes, type CardNote } from './card-notes.ts'
import { isCounted, isRead, openedAgain } from './cards-counted.ts'
import { duesOfCards, explainedBy, isSumOf, stoodFor, type DueOfCard } from './cards-due.ts'
import { cardPaidSaid, withCardsPaid, type CardPaid } from './card-payments.ts'
import type { MatchedPayments } from './matched.ts'

/** Days before and after a due date in which a payment to the cent, or one that is surely the card's, is of it. */
const days_of_same = 14
const days_early = 35
const days_late = 25

interface Payment {
  account: Account
  /** What stands for it whatever the sum. */
  is_certain: boolean
  /** It came before the plan's start date, in a file that came after the plan was brought there: it may be of what has been open since. */
  is_late: boolean
  /** It came after all that was looked at on its account before, so that nothing has counted it. */
  is_new: boolean
  paid: Omit<CardPaid, 'card'>
  /** The date that was said to be paid which it is the payment of, by its sum; null: none. */
  said: CardNote | null
}

type Found = Omit<Payment, 'said' | 'is_new'>

/** Which transactions are payments that the plan notes of its cards, or that were said to have been made. */
const notesFound = (scenario: Scenario, { transactions, accounts, read = accounts }: BringOptions): Map<string, CardNote> =>
  transactionsOfNotes(cardNotes(scenario), transactions, (one) => (read === undefined ? null : read[one.account ?? '']))

/**
 * What left an account for a card, by the card's file or the bank's words; by day. What left in an earlier file was perhaps told then, so
 * that it is the payment of a date that is still due at that very sum, or of none.
 */
function paymentsOfCards(scenario: Scenario, matched: MatchedPayments, options: BringOptions): Payment[] {
  const { transactions, seen, accounts, read = accounts } = options
  const byId = new Map(transactions.map((one) => [one.id, one]))
  const before = new Set(seen)
  const cards = scenario.accounts.filter(({ kind, card }) => kind === 'card' && card !== null)
  const tell = ownPayments(scenario)
  const notes = notesFound(scenario, options)
  const accountOf = (id: string): string | null | undefined => (read === undefined ? null : read[byId.get(id)?.account ?? ''])
  const isLate = (id: string): boolean => !before.has(id) && byId.get(id)!.date < scenario.start_date
  const paidBy = (id: string, account_id: string | null, other_leg: string | null): Omit<CardPaid, 'card'> => {
    const { date, amount_cents } = byId.get(id)!
    return { payment: { date, account_id, amount_cents, other_leg }, transactions: other_leg === null ? [id] : [id, other_leg] }
  }
  const saidBy = (id: string, account_id: string | null): Found[] => {
    const one = byId.get(id)!
    const told = tell(one, account_id)?.account
    const [maybe, ...others] = cards.filter((card) => isPaidFrom(card, account_id) && one.amount_cents < 0 && mayPay(card, one))
    const account = told ?? (others.length === 0 ? maybe : undefined)
    if (!account || !cards.includes(account) || !isPaidFrom(account, account_id)) return []
    const is_certain = account === told && namesOne(cards, account, `${one.payee} ${one.memo}`)
    return [{ account, is_certain, is_late: isLate(id), paid: paidBy(id, account_id, null) }]
  }
  const cardOf = (id: string): Account | undefined => cards.find((one) => one.id === accountOf(id))
  // What names another card than that which it seems to have come onto is that card's.
  const crossed = matched.transfers.flatMap(({ from_transaction: id, to_transaction }) => {
    const to = cardOf(to_transaction)
    return to === undefined ? [] : saidBy(id, accountOf(id) ?? null).filter(({ account }) => account !== to)
  })
  const unplanned = matched.unplanned.flatMap(({ transactions: [id = '', ...more], account_id }) =>
    more.length > 0 || !byId.has(id) ? [] : saidBy(id, account_id),
  )
  const since = addDays(scenario.start_date, -days_late)
  // What was looked at on a later day than the plan was on then is not in it yet.
  const isAhead = ({ id, date }: AccountTransaction): boolean => before.has(id) && date > scenario.start_date
  // What came on the very day of the plan, in a file that came after it, is told by nothing else.
  const isOfThatDay = ({ id, date }: AccountTransaction): boolean => date === scenario.start_date && before.size > 0 && !before.has(id)
  const late =
    cards.length === 0 ? [] : transactions.filter((one) => one.date >= since && (isLate(one.id) || isOfThatDay(one) || isAhead(one)))
  const known = new Set([...explainedBy(matched), ...[...unplanned, ...crossed].flatMap(({ paid }) => paid.transactions)])
  const worthLate = late.flatMap(({ id }) => {
    const account_id = accountOf(id)
    return account_id === undefined || known.has(id) ? [] : saidBy(id, account_id)
  })
  const allWorded = [...unplanned, ...crossed, ...worthLate]
  // A stranger who was paid just as much some days away is no other side where one is named.
  const named = new Set<Found>()
  const sideOf = (id: string, to: AccountTransaction): string | null => {
    const [own] = saidBy(id, accountOf(id) ?? null)
    if (own?.account.id === accountOf(to.id)) return id
    const other = allWorded.find((one) => {
      const { date, amount_cents } = one.paid.payment
      const isNear = Math.abs(dayOf(date)! - dayOf(to.date)!) <= days_noted_apart
      return !named.has(one) && one.account.id === accountOf(to.id) && amount_cents === 0 - to.amount_cents && isNear
    })
    if (other) named.add(other)
    return other?.paid.transactions[0] ?? (own ? null : id)
  }
  const legs = matched.transfers.flatMap(({ from_transaction, to_transaction }): Found[] => {
    const account = cardOf(to_transaction)
    if (account === undefined) return []
    const id = sideOf(from_transaction, byId.get(to_transaction)!)
    const left = id === null ? undefined : accountOf(id)
    if (id === null || left === undefined || !isPaidFrom(account, left)) return []
    // What came of another payment that is noted is not the other side of this one, and makes nobody else's one of the card.
    const isOfOther = notes.get(to_transaction)?.is_noted && !notes.has(id)
    if (isOfOther && saidBy(id, left)[0]?.account !== account) return []
    return [{ account, is_certain: !before.has(id), is_late: isLate(id), paid: paidBy(id, left, isOfOther ? null : to_transaction) }]
  })
  const worded = allWorded.filter((one) => !named.has(one))
  // Where the account that pays a card is not read, the card's own file alone tells that it was paid.
  const own = transactions.flatMap((one): Found[] => {
    const account = one.amount_cents > 0 && saysCardPayment(textOf(one)) ? cardOf(one.id) : undefined
    const isOnly = account && !isRead(account.card!.paid_from_account_id, dayOf(one.date)!, options)
    if (!isOnly || known.has(one.id) || (before.has(one.id) && one.date <= scenario.start_date)) return []
    return [{ account, is_certain: true, is_late: isLate(one.id), paid: paidBy(one.id, account.id, null) }]
  })
  const isNew = newTeller(transactions, before)
  const dayOfOne = ({ paid }: Found): string => `${paid.payment.date} ${paid.transactions[0]}`
  // What the plan notes is none anew, nor what was looked at before where it was said by hand.
  const isOld = (id: string): boolean => before.has(id) && !isAhead(byId.get(id)!)
  const isKnown = ({ paid }: Found): boolean => paid.transactions.some((id) => notes.get(id)?.is_noted || (notes.has(id) && isOld(id)))
  return [...legs, ...worded, ...own]
    .filter((payment) => !isKnown(payment))
    .map((payment) => ({
      ...payment,
      is_new: isNew(payment.paid.transactions[0]!),
      said: notes.get(payment.paid.transactions[0]!) ?? null,
    }))
    .sort((a, b) => (dayOfOne(a) < dayOfOne(b) ? -1 : 1))
}

/** Whether something came after all that was looked at on its account before. Of an account of which nothing was, that is not known. */
function newTeller(transactions: readonly AccountTransaction[], before: ReadonlySet<string>): (id: string) => boolean {
  const seenUntil = new Map<string, string>()
  for (const { id, account = '', date } of transactions)
    if (before.has(id) && date > (seenUntil.get(account) ?? '')) seenUntil.set(account, date)
  const byId = new Map(transactions.map((one) => [one.id, one]))
  return (id) => byId.get(id)!.date > (seenUntil.get(byId.get(id)!.account ?? '') ?? '9999-12-31')
}

/** What a payment may be of: a date that is due, or one that was said to be paid. */
type Candidate = Pick<DueOfCard, 'account' | 'scheduled_date' | 'day' | 'own_day' | 'closing_day' | 'cents'> & { is_said: boolean }

/** What comes before a statement has closed can't be of it, unless its date was moved to before that. */
const isClosedBy = ({ day, closing_day }: Candidate, on: number): boolean => on > closing_day || day <= closing_day

/** Which payments surely pay which card; of which of its dates, or of none but only what is owed. In the order of their days. */
export function sureCards(scenario: Scenario, matched: MatchedPayments, options: BringOptions): CardPaid[] {
  const { balance } = options
  if (balance === null || balance.date < scenario.start_date) return []
  const payments = paymentsOfCards(scenario, matched, options)
  if (payments.length === 0) return []
  const until = dayOf(balance.date)!
  const cards = [...new Set(payments.map(({ account }) => account))]
  const dues = duesOfCards(scenario, cards, addDays(balance.date, days_early))
  const ofPayments = new Set(payments.flatMap(({ said }) => (said ? [keyOf(said)] : [])))
  const ofOthers = new Set([...notesFound(scenario, options).values()].map(keyOf).filter((key) => !ofPayments.has(key)))
  const free = candidates(scenario, cards, dues, (note) => ofOthers.has(keyOf(note)))
  // A date for which something of just its sum came is not that of another payment.
  const known = payments.map(({ paid }) => ({ card: { account_id: '', scheduled_date: null }, transactions: paid.transactions }))
  const stood = new Set([...stoodFor(scenario, matched, dues, { ...options, balance, cards_paid: known }).keys()].map(keyOf))
  const found = new Map<Payment, string | null>()
  // What came for a date that was left out may have been counted where nobody has looked at it here.
  const isKnownOf = new Set(options.seen).size > 0
  const take = (payment: Payment, isOf: (due: Candidate, late: number) => boolean): boolean => {
    const on = dayOf(payment.paid.payment.date)!
    const mayBe = (due: Candidate): boolean =>
      due.account === payment.account &&
      (due.is_said || (isClosedBy(due, on) && (!payment.is_late || payment.is_new || due.own_day < due.day)))
    const [nearest] = [...free]
      .filter((due) => mayBe(due) && isOf(due, on - due.own_day))
      .sort((a, b) => Math.abs(a.own_day - on) - Math.abs(b.own_day - on) || a.own_day - b.own_day)
    if (!nearest) return false
    free.delete(nearest)
    found.set(payment, nearest.scheduled_date)
    return true
  }
  const others = payments.filter((one) => !take(one, (due) => due.is_said && due.scheduled_date === one.said?.scheduled_date))
  const rest = others.filter((payment) => {
    const cents = Math.abs(payment.paid.payment.amount_cents)
    return !take(payment, (due, late) => !due.is_said && isSumOf(due, cents) && Math.abs(late) <= days_of_same)
  })
  for (const payment of rest) {
    const isLate = payment.is_late && !payment.is_new
    if (!payment.is_certain) {
      if ((!isLate || isKnownOf) && isOfLeftOut(scenario, payment, true)) found.set(payment, null)
      continue
    }
    const isFixed = payment.account.card!.pays === 'fixed'
    const isOf = (due: Candidate, late: number): boolean => {
      if (due.is_said) return late >= (isAbout(payment, due) ? -days_early : -days_about) && late <= days_late
      if (stood.has(keyOf(due))) return false
      // What is still to come pays what is left after it, but for a fixed amount, which is paid once a month.
      if (due.own_day >= until && !payment.is_late) return isFixed && Math.abs(late) <= days_about
      return late >= -days_about && late <= days_late
    }
    if (!take(payment, isOf) && (!isLate || (isKnownOf && isOfLeftOut(scenario, payment)))) found.set(payment, null)
  }
  return payments.flatMap((payment) => {
    const scheduled_date = found.get(payment)
    return scheduled_date === undefined ? [] : [{ card: cardDateOf(payment, scheduled_date), ...payment.paid }]
  })
}

const keyOf = ({ account, scheduled_date }: Pick<Candidate, 'account' | 'scheduled_date'>): string => `${account.id} ${scheduled_date}`

/** `isTaken`: of dates that were said to be paid, those of which the payment is known. */
function candidates(
  { start_date }: Scenario,
  cards: readonly Account[],
  dues: readonly DueOfCard[],
  isTaken: (note: CardNote) => boolean,
): Set<Candidate> {
  const said = cardNotes({ accounts: [...cards], start_date }).filter((note) => !note.is_noted && !isTaken(note))
  return new Set([
    ...dues.map((due) => ({ ...due, is_said: false })),
    ...said.map(({ account, scheduled_date, first_day, last_day, amount_cents: cents }) => ({
      account,
      scheduled_date,
      own_day: first_day,
      day: last_day,
      closing_day: first_day,
      cents,
      is_said: true,
    })),
  ])
}

/** Of a date that was said to be paid at another sum a payment is within so many percent of that. */
const percent_about = 15
const isAbout = ({ paid }: Payment, { cents }: Candidate): boolean =>
  Math.abs(Math.abs(paid.payment.amount_cents) - cents) * 100 <= cents * percent_about

/** What only lowers what is owed is noted of the date of the statement that closed before it. */
function cardDateOf({ account: { id: account_id, card }, paid }: Payment, scheduled_date: string | null): CardPaid['card'] {
  if (scheduled_date !== null) return { account_id, scheduled_date }
  const noted_on = dateOf(dueAfter(card!, lastClosing(card!, dayOf(paid.payment.date)!)))
  return { account_id, scheduled_date, noted_on }
}

/**
 * Whether a date of the card near it was left out since it had not come, so that it is owed still, or counted as it was planned.
 * `is_sum`: at just its sum.
 */
function isOfLeftOut({ start_date }: Scenario, { account, paid }: Payment, is_sum = false): boolean {
  const on = dayOf(paid.payment.date)!
  const cents = Math.abs(paid.payment.amount_cents)
  return cardDues(account.card!, account.exceptions, on - days_late, dayOf(start_date)! + 1).some(
    ({ state, scheduled_day, amount_cents }) =>
      (state === 'skipped' || isCounted(account, dateOf(scheduled_day), start_date)) &&
      (!is_sum || amount_cents === cents) &&
      on >= scheduled_day - days_of_same &&
      on <= scheduled_day + (is_sum ? days_of_same : days_late),
  )
}

export type BroughtWithCards =
  | (Extract<Brought, { ok: true }> & {
      /** Which payments were told to pay cards without a word. */
      cards: CardPaid[]
    })
  | { ok: false; problems: Problem[] }

/** Brings a plan to the bank (bring-to-bank.ts) with the payments of its cards that are sure. */
export function bringWithCards(scenario: Scenario, matched: MatchedPayments, given: BringOptions): BroughtWithCards {
  const cards_found = sureCards(scenario, matched, given)
  const options = { ...given, cards_found }
  const brought = bringToBank(scenario, matched, options)
  if (!brought.ok) return brought
  const opened = openedAgain(scenario, options)
  const cards = opened.edits.length === 0 ? cards_found : sureCards(opened.scenario, matched, options)
  if (cards.length === 0) return { ...brought, cards }
  const edits: ScenarioEdit[] = brought.edit ? [brought.edit] : []
  const said: CardPaid[] = []
  for (const paid of cards) {
    const now = applyEdit(scenario, { type: 'batch', edits }, scenario.updated_at)
    if (!now.ok) return now
    const made = cardPaidSaid(now.scenario, { base: scenario, matched, options, said }, paid)
    if (!made.ok) continue
    if (made.edit.type !== 'batch' || made.edit.edits.length > 0) edits.push(made.edit)
    said.push(paid)
  }
  const difference = brought.difference && differenceSaid(scenario, withCardsPaid(matched, said), new Map(), options)
  return { ...brought, edit: edits.length === 0 ? null : { type: 'batch', edits }, difference, cards: said }
}
