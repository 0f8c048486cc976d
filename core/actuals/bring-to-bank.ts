/**
 * A plan brought to the bank in one step: what is sure is settled, the balance and those of linked accounts are taken, and what needs a
 * word is told apart, so that it can be said later.
 */
import { applyEdit } from '../edit/edit.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { sumOf } from '../money/money.ts'
import type { Problem } from '../problem.ts'
import { rowEdit } from '../edit/row-edits.ts'
import type { Payment, Scenario } from '../scenario.ts'
import { adjustmentsOf, type Settled } from '../payments/settling.ts'
import { openedAgain } from './cards-counted.ts'
import { idsOf, withAnswers, type PaymentAnswers } from './answers.ts'
import { type BankBalance, type Difference, type DifferenceItem, differenceOf } from './difference.ts'
import type { MatchedPayments, PaymentMatch } from './matched.ts'
import { dateKey } from './plan-dates.ts'
import { paymentMoved, type SaidBefore } from './payment-moved.ts'
import { freshOf, hasBalance, reconcile, type ReconcileOptions } from './reconcile.ts'
import { toldBalancesTaken } from './told-balances.ts'
import { changesMade, type RowChange } from '../schedule/schedule-changes.ts'
import { onceCarried, paidChanges } from './row-changes.ts'

export interface BringOptions extends Omit<ReconcileOptions, 'balance'> {
  /** Of the main account; null: no file is of it, and the plan stays on its day. */
  balance: BankBalance | null
}

/** Why the balance is another one, as far as was said; what waits for a word is counted by itself. */
export interface ToldDifference extends Difference {
  /** What the payments and dates that are asked about add to the balance; minor units, in none of the other sums. */
  waiting_cents: number
}

export type Brought =
  | {
      ok: true
      /** null: nothing changes. */
      edit: ScenarioEdit | null
      /** null: the balance says nothing of the plan, or the plan has it already. */
      difference: ToldDifference | null
      /** Which need a word. */
      asked: PaymentMatch[]
    }
  | { ok: false; problems: Problem[] }

/** Settles what is sure; see reconcile.ts for what becomes of the rest. */
export function bringToBank(before: Scenario, matched: MatchedPayments, options: BringOptions): Brought {
  const { scenario, edits: opened } = openedAgain(before, options)
  const { known, asked } = withAnswers(matched, new Map())
  const none = { date: '1000-01-01', amount_cents: 0 }
  const reconciled = reconcile(scenario, known, { ...options, waiting: idsOf(asked), balance: options.balance ?? none })
  if (!reconciled.ok) return reconciled
  const applied = applyEdit(scenario, reconciled.edit ?? { type: 'batch', edits: [] }, scenario.updated_at)
  if (!applied.ok) return applied
  const came = { ...options, base: scenario, matches: known.matches, until: options.balance?.date ?? null }
  const taken = toldBalancesTaken(applied.scenario, options.balances ?? [], came)
  const edits = [...opened, ...(reconciled.edit ? [reconciled.edit] : []), ...taken]
  const edit: ScenarioEdit | null = edits.length === 0 ? null : edits.length === 1 ? edits[0]! : { type: 'batch', edits }
  const told = reconciled.difference && apart(reconciled.difference, asked)
  return { ok: true, edit, difference: told, asked }
}

/** The same difference once more is known: of the plan as it was before it was brought to the bank. */
export function differenceSaid(
  scenario: Scenario,
  matched: MatchedPayments,
  answers: PaymentAnswers,
  options: BringOptions,
): ToldDifference | null {
  const { balance } = options
  if (balance === null || balance.date < scenario.start_date || hasBalance(scenario, balance)) return null
  const { known, asked } = withAnswers(matched, answers)
  const told = differenceOf(scenario, known, freshOf(scenario, { ...options, balance }), balance)
  return told.ok ? apart(told.difference, asked) : null
}

/** Takes what waits for a word out of the sums. */
function apart(difference: Difference, asked: readonly PaymentMatch[]): ToldDifference {
  const ids = idsOf(asked)
  const dates = new Set(asked.map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  const waits = ({ of, transactions }: DifferenceItem): boolean =>
    (of !== null && dates.has(dateKey(of.row, of.scheduled_date))) || transactions.some((id) => ids.has(id))
  const items = difference.items.filter((item) => !waits(item))
  const sum = (...kinds: DifferenceItem['kind'][]): number =>
    sumOf(items.filter(({ kind }) => kinds.includes(kind)).map(({ cents }) => cents))
  return {
    ...difference,
    amount_cents: sum('amount'),
    earlier_or_later_cents: sum('earlier', 'later'),
    missing_cents: sum('missing'),
    unplanned_cents: sum('unplanned', 'transfer'),
    waiting_cents: sumOf(difference.items.filter(waits).map(({ cents }) => cents)),
    items,
  }
}

/**
 * The edit that settles what was asked about, once the plan has been brought to the bank. Of a date that was paid in part the rest stays
 * due. `known`: the accounts whose balance the bank has told, so that they have the payment; null stands for the main one. `before`: the
 * plan as it was before it was brought to the bank, and what was said since.
 */
export function settleSaid(scenario: Scenario, match: PaymentMatch, known: ReadonlySet<string | null>, before?: SaidBefore): Settled {
  const { row, date, paid_cents, rest_cents, account_id } = match
  const { collection } = row
  const found = (scenario[collection] as readonly Payment[]).find(({ id }) => id === row.id)
  if (!found) return { ok: false, problems: [] }
  // What is due once has the day it was carried to as its date.
  const nominal_date = found.schedule === null ? (found.due_date ?? match.scheduled_date) : match.scheduled_date
  const moved = paymentMoved(scenario, match, nominal_date, known, before)
  if (!moved.ok) return moved
  const isWithPots = moved.pots_are_moved || rest_cents > 0 || collection === 'transfers'
  const day = date < scenario.start_date ? scenario.start_date : date
  // What other accounts have of it is in `moved`; its pots are still to be.
  const is_counted = account_id !== null || known.has(null)
  const made = { collection, id: row.id, nominal_date, date: day, amount_cents: paid_cents, is_counted }
  const potted = isWithPots ? [] : adjustmentsOf(scenario, [made])
  const from_pot_cents = account_id === null ? (moved.from_pot_cents ?? givenBy(potted, `bill:${row.id}`)) : 0
  const noted = changesMade(found, saidPaid(match, found, nominal_date, from_pot_cents))
  if (!noted.ok) return noted
  return { ok: true, edit: { type: 'batch', edits: [...potted, rowEdit(collection, found, noted.fields), ...moved.edits] } }
}

/** What some edits take out of a pot; minor units. */
const givenBy = (edits: readonly ScenarioEdit[], target: string): number =>
  0 -
  sumOf(
    edits.flatMap((edit) =>
      edit.type === 'adjust_balance' ? (edit.pots ?? []).filter((pot) => pot.target === target).map(({ delta_cents }) => delta_cents) : [],
    ),
  )

/**
 * Of what was paid whole the day is the plan's own again, from which the date was carried to the day of the bank's balance while it was
 * not known to be paid.
 */
function saidPaid(match: PaymentMatch, { schedule }: Payment, nominal_date: string, from_pot: number): ((row: Payment) => RowChange)[] {
  if (match.rest_cents > 0) return paidChanges(match, nominal_date, from_pot)
  const back = (row: Payment): RowChange => onceCarried(row, nominal_date, match.date)
  return [back, ...paidChanges(match, schedule === null ? match.date : nominal_date, from_pot)]
}
