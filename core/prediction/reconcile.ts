/**
 * Proposals held against a plan: what was dismissed stays away, what was accepted is updated and not doubled, what a row of
 * the person's own already covers is offered to be linked to it, a transfer as well as a bill. Each row takes one proposal at most, the
 * nearest first.
 */
import { cardDues } from '../accounts/card-dates.ts'
import { changeFields, withFields, type ChangeField } from '../schedule/dated-changes.ts'
import { onlyFields, withChanges } from '../schedule/exceptions.ts'
import { isSameValue } from '../fields.ts'
import { partOn } from '../schedule/row-parts.ts'
import type { Account, Dismissed, Payment, Scenario } from '../scenario.ts'
import { occurrences } from '../schedule/schedule.ts'
import { isSpread } from '../schedule/spread.ts'
import { addDays, dayOf } from '../calendar.ts'
import { tellingWords } from './payees.ts'
import { evidenceOf, rowOf, type Proposal, type Way } from './proposal.ts'
import { ownPayments, type OwnPayment, type OwnPaymentTeller } from '../spending/own-accounts.ts'
import type { AccountTransaction } from './history.ts'

export type Reconciled =
  /** `goes_to`: by the bank's words it pays a card or a loan, or goes to savings, and the plan has no account that it clearly goes to. */
  | { kind: 'new'; proposal: Proposal; goes_to?: OwnPayment['kind'] }
  /** The person wanted to see it no more. */
  | { kind: 'dismissed'; proposal: Proposal }
  /** In the plan, accepted or linked before. `fields`: what would change in the row beside its evidence; none when all is as it was. */
  | { kind: 'known'; proposal: Proposal; row: Payment; fields: Partial<Payment> }
  /** A row of the plan says the same or nearly so, and adding would double it; `because` says by what. Never taken without asking. */
  | { kind: 'covered'; proposal: Proposal; row: Payment; because: 'name' | 'amount_and_dates' | 'amount_and_rhythm' }
  /**
   * It names an account of the plan that no transfer of it pays, or its other side is on one: money that moves, and no bill. `by_itself`: a
   * card, which the plan pays without a row; on these days, where only the name tells.
   */
  | { kind: 'moved'; proposal: Proposal; account: Account; by_itself: boolean }

/** A dismissed or accepted one is known again while its amount is within so much of what it was: prices rise. */
const kept_percent = 30
/** Two rows that say the same pay within so many days of each other. */
const near_days = 3
/** What a person writes down differs so much from what the bank takes: on the same days, or as often on others. */
const like_percent = 20
const alike_percent = 5

/** In the proposals' order. `charges`: the main account's transactions by id, where there are any, whose own words say what only moves. */
export function reconcile(
  proposals: readonly Proposal[],
  scenario: Pick<Scenario, 'bills' | 'incomes' | 'transfers' | 'accounts' | 'dismissed' | 'start_date'>,
  charges: ReadonlyMap<string, AccountTransaction> = new Map(),
): Reconciled[] {
  const taken = new Set<Payment>()
  const results = new Map<Proposal, Reconciled>()
  const rows = { out: ownRows(scenario, 'out'), in: ownRows(scenario, 'in') }
  const rowsFor = ({ direction, way }: Proposal): readonly Payment[] => (way ? rowsOn(scenario, way) : rows[direction])
  const match = (proposal: Proposal, row: Payment, result: Reconciled): void => {
    results.set(proposal, result)
    taken.add(row)
  }
  for (const [proposal, row] of nearestFirst(proposals, (one) =>
    rowsFor(one).filter(({ evidence }) => evidence?.payee === evidenceOf(one).payee),
  )) {
    if (!results.has(proposal) && !taken.has(row))
      match(proposal, row, { kind: 'known', proposal, row, fields: changedFields(row, proposal) })
  }
  const spent = new Set<Dismissed>()
  for (const [proposal, one] of nearestFirst(proposals, (proposal) => scenario.dismissed.filter((one) => isDismissedAs(proposal, one)))) {
    if (results.has(proposal) || spent.has(one)) continue
    results.set(proposal, { kind: 'dismissed', proposal })
    spent.add(one)
  }
  for (const [proposal, row] of nearestFirst(proposals, rowsFor)) {
    const because = results.has(proposal) || taken.has(row) ? null : whatCovers(row, proposal)
    if (because) match(proposal, row, { kind: 'covered', proposal, row, because })
  }
  const tell = ownPayments(scenario)
  return proposals.map((proposal) => results.get(proposal) ?? movedOf(proposal, scenario, tell, charges))
}

/** The rows of the plan that a series of charges may be, or of what comes in. Everyday spending has no dates, so it is none. */
export const ownRows = (
  { bills, incomes, transfers }: Pick<Scenario, 'bills' | 'incomes' | 'transfers'>,
  direction: Proposal['direction'],
): Payment[] =>
  direction === 'out'
    ? [...bills.filter((bill) => !isSpread(bill)), ...transfers.filter(({ from_account_id }) => from_account_id === null)]
    : [...incomes, ...transfers.filter(({ to_account_id }) => to_account_id === null)]

/** The rows of the plan that money on its way between two accounts may be: that pay it, or were written down as bills before both were known. */
const rowsOn = ({ bills, transfers }: Pick<Scenario, 'bills' | 'transfers'>, { from_account_id, to_account_id }: Way): Payment[] => [
  ...transfers.filter((row) => row.from_account_id === from_account_id && row.to_account_id === to_account_id),
  ...bills.filter((bill) => !isSpread(bill) && bill.account_id === from_account_id),
]

/**
 * An account whose name is in the proposal's, or to which most of its payments go by the bank's own words; those that only say that they go
 * to savings go to the only such account there is. Else it is new.
 */
function movedOf(
  proposal: Proposal,
  { accounts }: Pick<Scenario, 'accounts'>,
  tell: OwnPaymentTeller,
  charges: ReadonlyMap<string, AccountTransaction>,
): Reconciled {
  if (proposal.way) {
    const { from_account_id, to_account_id } = proposal.way
    const account = accounts.find(({ id }) => id === (to_account_id ?? from_account_id))!
    return { kind: 'moved', proposal, account, by_itself: account.card !== null && account.card.paid_from_account_id === from_account_id }
  }
  const said = new Set(wordsOf(`${proposal.payee} ${proposal.name}`))
  const isNamed = ({ name }: Account): boolean => wordsOf(name).length > 0 && wordsOf(name).every((word) => said.has(word))
  const named = accounts.filter(isNamed)
  const paid = proposal.direction === 'out' ? named.find((account) => isPaidThen(account, proposal)) : undefined
  const savings = accounts.filter(({ kind }) => kind === 'savings')
  const told = proposal.transaction_ids.flatMap((id) => charges.get(id) ?? []).map((charge) => tell(charge, null))
  const isMost = (is: (own: OwnPayment | null) => boolean): boolean => told.filter(is).length * 2 > told.length
  const goesTo = (own: OwnPayment | null): Account | null | undefined =>
    own?.kind === 'savings' && own.account === null && savings.length === 1 ? savings[0] : own?.account
  const account = paid ?? named[0] ?? accounts.find((one) => isMost((own) => goesTo(own) === one))
  if (account) return { kind: 'moved', proposal, account, by_itself: paid !== undefined || isPaidThen(account, proposal) }
  const goes_to = told.map((own) => own?.kind).find((kind) => kind !== undefined && isMost((own) => own?.kind === kind))
  return { kind: 'new', proposal, ...(goes_to && { goes_to }) }
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)

/** Whether the plan pays a card from the main account about when the proposal does. */
function isPaidThen({ card, exceptions }: Account, proposal: Proposal): boolean {
  if (card === null || card.paid_from_account_id !== null) return false
  const from = dayOf(proposal.due_date)!
  const dues = cardDues(card, exceptions, from - near_days, from + 366 + near_days).map(({ day }) => day)
  return areNear(
    occurrences(proposal, proposal.due_date, addDays(proposal.due_date, 366)).map(({ date }) => dayOf(date)!),
    dues,
  )
}

/** What dismissing a proposal adds to the plan. */
export const dismissal = (proposal: Proposal): Dismissed => ({
  direction: proposal.direction,
  payee: evidenceOf(proposal).payee,
  amount_cents: proposal.amount_cents,
})

const isDismissedAs = (proposal: Proposal, { direction, payee, amount_cents }: Dismissed): boolean =>
  direction === proposal.direction && payee === evidenceOf(proposal).payee && isNear(proposal, amount_cents)

/** Within the range, or not further off than prices move. */
const isNear = ({ amount_cents, amount_low_cents, amount_high_cents }: Proposal, other: number): boolean =>
  (other >= amount_low_cents && other <= amount_high_cents) ||
  Math.abs(other - amount_cents) * 100 <= kept_percent * Math.max(other, amount_cents)

/**
 * Pairs of a proposal and what may be the same, those whose amounts are nearest first; then those that pay on the same days, then by the
 * order of both.
 */
function nearestFirst<T extends Dismissed | Payment>(
  proposals: readonly Proposal[],
  othersFor: (proposal: Proposal) => readonly T[],
): [Proposal, T][] {
  const pairs = proposals.flatMap((proposal, nth) =>
    othersFor(proposal).map((other, place) => ({
      proposal,
      other,
      nth,
      place,
      apart: Math.abs(('schedule' in other ? asThen(other, proposal) : other).amount_cents - proposal.amount_cents),
      isAlike: 'schedule' in other && paysAlike(other, proposal),
    })),
  )
  return pairs
    .sort((a, b) => a.apart - b.apart || Number(b.isAlike) - Number(a.isAlike) || a.nth - b.nth || a.place - b.place)
    .map(({ proposal, other }) => [proposal, other])
}

/**
 * The person's own words stay: the name, the category, and a date or a rule that pays on the same days. A linked row of their own keeps its
 * amount unless it left the range.
 */
function changedFields(stored: Payment, proposal: Proposal): Partial<Payment> {
  const row = asThen(stored, proposal)
  const wanted = rowOf(proposal)
  const fields: Partial<Payment> = {}
  const isWithin = row.amount_cents >= proposal.amount_low_cents && row.amount_cents <= proposal.amount_high_cents
  if (row.amount_cents !== wanted.amount_cents && !(row.amount_low_cents === null && !row.predicted && isWithin))
    Object.assign(fields, { amount_cents: wanted.amount_cents })
  const { amount_low_cents, amount_high_cents } = wanted
  if (row.predicted && !(row.amount_low_cents === amount_low_cents && row.amount_high_cents === amount_high_cents))
    Object.assign(fields, { amount_low_cents, amount_high_cents })
  if (!paysAlike(row, proposal))
    Object.assign(fields, {
      schedule: wanted.schedule,
      due_date: wanted.due_date,
      exceptions: withChanges(onlyFields(row.exceptions, ['rest']), wanted.exceptions),
    })
  else if (row.predicted && row.schedule)
    Object.assign(fields, { exceptions: withChanges(row.exceptions, onlyFields(wanted.exceptions, ['amount_cents'])) })
  return intoChange(
    stored,
    proposal,
    Object.fromEntries(Object.entries(fields).filter(([field, value]) => !isSameValue(value, row[field as keyof Payment]))),
  )
}

/** A row as it is when the proposal's next payment is due. */
function asThen(row: Payment, { due_date }: Proposal): Payment {
  if (row.changes.length === 0) return row
  const { amount_cents, amount_low_cents, amount_high_cents } = partOn(row, due_date)
  return {
    ...row,
    amount_cents: amount_cents ?? row.amount_cents,
    ...(amount_low_cents !== null && { amount_low_cents, amount_high_cents }),
  }
}

/** What is otherwise from a date on by then is changed there. */
function intoChange(row: Payment, { due_date }: Proposal, fields: Partial<Payment>): Partial<Payment> {
  const change = row.due_date === null ? undefined : row.changes[partOn(row, due_date).nth]
  if (!change) return fields
  const edits = Object.fromEntries(Object.entries(fields).filter(([field]) => changeFields.includes(field as ChangeField)))
  const others = Object.fromEntries(Object.entries(fields).filter(([field]) => !(field in edits)))
  return { ...others, ...(Object.keys(edits).length > 0 && { changes: withFields(row.changes, { [change.from]: edits }) }) }
}

function whatCovers(stored: Payment, proposal: Proposal): Extract<Reconciled, { kind: 'covered' }>['because'] | null {
  const row = asThen(stored, proposal)
  if (row.evidence === null && isNear(proposal, row.amount_cents) && sharesWord(row.name, `${proposal.payee} ${proposal.name}`))
    return 'name'
  const isWithin = row.amount_cents >= proposal.amount_low_cents && row.amount_cents <= proposal.amount_high_cents
  const apart = isWithin ? 0 : Math.abs(row.amount_cents - proposal.amount_cents) * 100
  const larger = Math.max(row.amount_cents, proposal.amount_cents)
  if (apart <= like_percent * larger && fallsTogether(row, proposal)) return 'amount_and_dates'
  return row.evidence === null && apart <= alike_percent * larger && paysAsOften(row, proposal) ? 'amount_and_rhythm' : null
}

const sharesWord = (a: string, b: string): boolean => {
  const known = new Set(tellingWords(b))
  return tellingWords(a).some((word) => known.has(word))
}

/** The days of a year on which a row and a proposal pay, each with some days around the other's. */
function daysOfBoth(row: Payment, proposal: Proposal): { own: number[]; theirs: number[] } {
  const [from, until] = [proposal.due_date, addDays(proposal.due_date, 366)]
  const theirs = occurrences(proposal, from, until).map(({ date }) => dayOf(date)!)
  const own = occurrences(row, addDays(from, -near_days), addDays(until, near_days)).map(({ date }) => dayOf(date)!)
  return { own, theirs }
}

const areNear = (days: readonly number[], others: readonly number[]): boolean =>
  days.length > 0 && days.every((day) => others.some((other) => Math.abs(other - day) <= near_days))

/** Whether a row pays about when the proposal does: its next dates, over a year, each near one of the row's, and as many. */
function paysAlike(row: Payment, proposal: Proposal): boolean {
  const { own, theirs } = daysOfBoth(row, proposal)
  return Math.abs(theirs.length - own.length) <= 1 && areNear(theirs, own)
}

/** Whether all dates of one lie near dates of the other, also where one has more: a single date of a bill that comes each month. */
function fallsTogether(row: Payment, proposal: Proposal): boolean {
  const { own, theirs } = daysOfBoth(row, proposal)
  return own.length > 0 && (areNear(theirs, own) || areNear(own, theirs))
}

/** Whether both pay as often in a year, on whichever days. */
function paysAsOften(row: Payment, proposal: Proposal): boolean {
  const { own, theirs } = daysOfBoth(row, proposal)
  return row.schedule !== null && own.length > 1 && Math.abs(own.length - theirs.length) <= 1
}
