/**
 * What pays a card or a loan of the plan, or goes to savings of it: money that moves within the plan, which has it as the account's own
 * payments and transfers. So it is no everyday spending, whether or not a date of the plan was near enough to be matched.
 */
import { cardDues, exceptionsOnOwnDays } from '../accounts/card-dates.ts'
import { dayOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { saysCardPayment } from '../prediction/own-money.ts'
import { textOf } from '../prediction/payees.ts'
import type { Account, Scenario } from '../scenario.ts'
import type { Exceptions } from '../schedule/exceptions.ts'
import { spendingCategoryOf } from './spending-words.ts'

export interface OwnPayment {
  kind: 'card' | 'loan' | 'savings'
  /** null: the plan has no such account, or several that it may be. */
  account: Account | null
}

/** `account_id`: the account of the plan that it left; null: the main one. Answers null for all else, and for what comes in. */
export type OwnPaymentTeller = (payment: AccountTransaction, account_id: string | null) => OwnPayment | null

/** A payment is about a card's due day where it is so many days before or after it at most. */
export const days_about = 5
/** Longest text that is looked at. */
const text_characters = 240

/** Without a name: what hardly any purchase is called. */
const surely: [OwnPayment['kind'], RegExp][] = [
  [
    'card',
    /\bPAYMENT[ ,-]{1,8}THANK ?YOU\b|\bCREDIT ?(?:CARD|CRD) (?:PAYMENT|PMT|PYMT|AUTOPAY|BILL)\b|\bKREDITKARTEN ?(?:AUSGLEICH|ABRECHNUNG|ZAHLUNG)|\b(?:AUSGLEICH|ABRECHNUNG) (?:DER )?KREDITKARTE\b/,
  ],
  ['loan', /\b(?:LOAN|MORTGAGE) (?:PAYMENT|PMT|PYMT)\b|\b(?:KREDIT|DARLEHENS)RATE\b/],
  [
    'savings',
    /\bTO (?:MY |YOUR )?(?:SAV(?:INGS?|G?S)?|SVGS?)(?: (?:ACCOUNT|ACCT|ACC))?\b(?!-)|\bSAVINGS? (?:TRANSFER|XFER|TFR)\b|\b(?:AN|AUF) (?:DAS |MEIN )?(?:SPARKONTO|TAGESGELD)|\bSPARRATE\b/,
  ],
]
/** What says that money moves. */
const moving = new Set(
  (
    'PAYMENT PAYMENTS PMT PYMT PAY AUTOPAY EPAY EPAYMENT BILLPAY TRANSFER TRANSFERS XFER TFR UEBERWEISUNG UBERWEISUNG ZAHLUNG ABRECHNUNG ' +
    'AUSGLEICH UMBUCHUNG UEBERTRAG UBERTRAG RATE TILGUNG SPARRATE DAUERAUFTRAG EINZUG'
  ).split(' '),
)
/** What names nobody beside that. */
const naming = new Set(
  (
    'CARD CARDS CREDIT CRD KARTE KREDITKARTE CREDITCARD BANK ACCOUNT KONTO ONLINE MOBILE AUTO AUTOMATIC ELECTRONIC DIRECT LASTSCHRIFT ' +
    'ACH SEPA WEB PPD THE MY YOUR AND FOR FROM TO AN AUF DER DIE DAS'
  ).split(' '),
)
/** Names of accounts that no shop has. */
const kinds = new Set(
  'SAVINGS SAVING LOAN MORTGAGE SPAREN SPARKONTO TAGESGELD TAGESGELDKONTO DARLEHEN KREDIT AUTOKREDIT RATENKREDIT HYPOTHEK'.split(' '),
)

const plain = (text: string): string =>
  text.slice(0, text_characters).normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace(/\s+/g, ' ')
const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** The words of an account's name by which it is known: those that say more than what it is, where there are any. */
function nameOf({ name, kind }: Account): string[] {
  const all = wordsOf(name).filter((word) => word.length > 1)
  const own = all.filter((word) => !naming.has(word) && !moving.has(word))
  return kind === 'card' && own.length > 0 ? own : all
}

interface Named {
  account: Account
  words: string[]
}

/** What a bank prints of a payment, and whose words it has beside those that only say that money moves. */
interface Printed {
  words: Set<string>
  isMoving: boolean
  isOf: (name: readonly string[]) => boolean
}

function printedOf(text: string): Printed {
  const words = wordsOf(text)
  const rest = words.filter((word) => word.length > 2 && /^\p{L}+$/u.test(word) && !moving.has(word) && !naming.has(word))
  return {
    words: new Set(words),
    isMoving: words.some((word) => moving.has(word)),
    isOf: (name) => rest.every((word) => name.includes(word)),
  }
}

/** What is said to who pays. */
const polite = new Set('THANK YOU THANKS DANKE VIELEN DANK'.split(' '))

/** Whether a text says that money goes to an account and nothing else: no other network, no insurance of it, no other one of its kind. */
export function saysOnly({ name }: Account, text: string): boolean {
  const own = new Set(wordsOf(name))
  return wordsOf(text).every(
    (word) => word.length <= 2 || !/^\p{L}+$/u.test(word) || [own, moving, naming, polite].some((words) => words.has(word)),
  )
}

/** Whether a text has a word by which one card of some is known, and no word of another. */
export function namesOne(accounts: readonly Account[], account: Account, text: string): boolean {
  const words = new Set(wordsOf(text))
  const named = accounts.filter((one) => nameOf(one).some((word) => words.has(word)))
  return named.length === 1 && named[0] === account
}

/** What of a plan says what only moves within it. */
export type MovingWithin = Pick<Scenario, 'accounts' | 'transfers' | 'start_date'>

/** Tells what only moves between a plan's accounts by what the bank prints, the account that it left and the day. */
export function ownPayments({ accounts, transfers, start_date }: MovingWithin): OwnPaymentTeller {
  const named = accounts.map((account): Named => ({ account, words: nameOf(account) }))
  const cards = named
    .filter(({ account }) => account.kind === 'card')
    .map((one) => ({ ...one, own_dates: exceptionsOnOwnDays(one.account, start_date) }))
  const others = named.filter(({ account, words }) => (account.kind === 'loan' || account.kind === 'savings') && words.length > 0)
  const transferred = transfers.flatMap(({ evidence, from_account_id: from, to_account_id }) => {
    const account = accounts.find(({ id, kind }) => id === to_account_id && (kind === 'loan' || kind === 'savings'))
    return account && evidence ? [{ account, words: wordsOf(evidence.payee), from }] : []
  })
  const tell = (payment: AccountTransaction, account_id: string | null, text: string): OwnPayment | null => {
    const day = dayOf(payment.date)
    if (payment.amount_cents >= 0 || day === null) return null
    const printed = printedOf(text)
    const sure = surely.find(([, pattern]) => pattern.test(text))?.[0]
    const other = others.find((one) => one.account.id !== account_id && isTo(one, printed))
    const to = other?.account ?? transferred.find((one) => one.from === account_id && isPaidTo(one, printed))?.account
    if (to) return { kind: to.kind === 'loan' ? 'loan' : 'savings', account: to }
    const card = cardPaid(
      cards.filter(({ account }) => isPaidFrom(account, account_id)),
      printed,
      { day, isSure: sure === 'card', says: saysCardPayment(text) && spendingCategoryOf(payment) === 'rest' },
    )
    if (card) return { kind: 'card', account: card.account }
    return sure === undefined ? null : { kind: sure, account: null }
  }
  // Some banks name themselves as who is paid, and say beside it for what.
  return (payment, account_id) => {
    const first = tell(payment, account_id, plain(textOf(payment)))
    const whole = plain(bothTexts(payment))
    return first?.account || whole === plain(textOf(payment)) ? first : (tell(payment, account_id, whole) ?? first)
  }
}

const bothTexts = ({ payee, memo }: AccountTransaction): string => `${payee} ${memo}`.trim()

/** Whether a text has a word by which a card is known, and says that money moves: of just the sum that is due it is its payment. */
export function mayPay(card: Account, payment: AccountTransaction): boolean {
  const printed = printedOf(plain(bothTexts(payment)))
  return printed.isMoving && nameOf(card).some((word) => printed.words.has(word))
}

/** A card that nothing pays by itself may be paid from any account but itself. */
export const isPaidFrom = ({ id, card }: Account, account_id: string | null): boolean =>
  card === null ? id !== account_id : card.paid_from_account_id === account_id

interface NamedCard extends Named {
  /** What is said of its dates, on their own days: how long one was open does not make a later payment one about it. */
  own_dates: Exceptions
}

const isAboutDue = ({ account: { card }, own_dates }: NamedCard, day: number): boolean =>
  card !== null && cardDues(card, own_dates, day - days_about, day + days_about + 1).length > 0

interface OfCard {
  day: number
  /** By words that no purchase has; by words that it may have as well. */
  isSure: boolean
  says: boolean
}

function cardPaid(cards: readonly NamedCard[], printed: Printed, { day, isSure, says }: OfCard): Named | undefined {
  const byName = cards.filter(({ words }) => words.some((word) => printed.words.has(word)))
  const due = (list: readonly NamedCard[]): NamedCard[] => list.filter((one) => isAboutDue(one, day))
  if (isSure) {
    const mayBe = byName.length > 0 ? byName : cards
    return mayBe.length === 1 ? mayBe[0] : due(mayBe)[0]
  }
  return due(byName).find(({ words }) => says || (printed.isMoving && printed.isOf(words)))
}

/**
 * By whom a transfer of the plan is known to be paid to, also where none of its dates is near: a loan that is paid off, say, and is paid
 * on.
 */
const isPaidTo = (named: Named, printed: Printed): boolean =>
  isTo(named, printed) || (named.words.length > 1 && named.words.every((word) => printed.words.has(word)))

/** By the whole name; where a shop may be called like that, nothing else may stand beside it. */
function isTo({ words }: Named, printed: Printed): boolean {
  if (!words.every((word) => printed.words.has(word))) return false
  const isTelling = words.length > 1 || words.some((word) => kinds.has(word))
  return printed.isMoving ? isTelling || printed.isOf(words) : isTelling && printed.isOf(words)
}

/** Why payments are not in the level of a week. */
export interface LeftOut extends OwnPayment {
  payments: number
  /** Together, minor units > 0. */
  amount_cents: number
}

/** A payment that only moves within the plan, and where it goes. */
export interface PaidWithin {
  payment: AccountTransaction
  own: OwnPayment
}

/** What moved on an account, without what only moves within the plan; and that by itself. */
export function spentApart(
  scenario: MovingWithin,
  transactions: readonly AccountTransaction[],
  account_id: string | null,
): { spent: AccountTransaction[]; within: PaidWithin[] } {
  const tell = ownPayments(scenario)
  const told = transactions.map((payment) => ({ payment, own: tell(payment, account_id) }))
  return {
    spent: told.flatMap(({ payment, own }) => (own === null ? [payment] : [])),
    within: told.flatMap(({ payment, own }) => (own === null ? [] : [{ payment, own }])),
  }
}

/** By where it goes, the largest first, as far as it was in [from, until). */
export function leftOut(within: readonly PaidWithin[], { from, until }: { from: string; until: string }): LeftOut[] {
  const known = within.filter(({ payment: { date } }) => date >= from && date < until)
  return [...Map.groupBy(known, ({ own }) => own.account?.id ?? own.kind).values()]
    .map((list): LeftOut => ({
      ...list[0]!.own,
      payments: list.length,
      amount_cents: 0 - sumOf(list.map(({ payment }) => payment.amount_cents)),
    }))
    .sort((a, b) => b.amount_cents - a.amount_cents)
}
