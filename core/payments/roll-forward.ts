/**
 * Brings a plan whose balance is some days old to today, in one edit: a new balance and start_date, what fell due in between taken
 * as paid but for what the person says is open, and what is in the pots by then carried over as opening pots.
 */
import type { Accrued } from '../accounts/account.ts'
import { applyEdit } from '../edit/edit.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { rowEdits } from '../edit/row-edits.ts'
import { withPastChanges } from '../schedule/past-changes.ts'
import { paymentsBetween, type DatedPayment } from './payments-between.ts'
import { project } from '../projection/project.ts'
import type { Problem } from '../problem.ts'
import { withStatement } from '../projection/card-money.ts'
import { tellInOrder } from '../projection/postings.ts'
import { asTaken, withTaken } from '../projection/taken.ts'
import { takenByLoans } from '../projection/taken-by-loans.ts'
import { datedCollections, type OpeningPot, type Payment, type Scenario } from '../scenario.ts'
import { changesMade, moveDate, payPart } from '../schedule/schedule-changes.ts'

/** One date of a bill or an income. */
export type OpenDate = Pick<DatedPayment, 'collection' | 'id' | 'nominal_date'>

/**
 * What counted from start_date to the day before `today`: by day, incomes first. Skipped and settled dates are not among it, nor are those
 * of which something is left, nor everyday spending; of a loan what it takes.
 */
export function fellDue(scenario: Scenario, today: string): DatedPayment[] {
  const bills = scenario.bills.filter(({ spread }) => !spread)
  const due = paymentsBetween({ ...scenario, bills }, scenario.start_date, today, today).filter(({ state }) => state === 'planned')
  return asTaken(due, takenByLoans(scenario, today, today))
}

export type Carried =
  | {
      ok: true
      /** On hand as today begins, as the plan has it; minor units. */
      planning_balance_cents: number
      /** What of it is set aside, where there is any. */
      opening_pots: OpeningPot[]
      /**
       * What is on the other accounts; of a card, what of its debt stood on the last statement and is still to be paid, and what came
       * since; what interest has accrued.
       */
      accounts: { id: string; balance_cents: number; statement_cents: number | null; credited_cents: number; accrued: Accrued }[]
    }
  | { ok: false; problems: Problem[] }

/**
 * What the plan itself says for the beginning of `today`, a day after start_date. `open` ones are neither paid nor in yet; the others are
 * at what `fellDue` says of them.
 */
export function carriedTo(scenario: Scenario, today: string, open: readonly OpenDate[]): Carried {
  const moved = withOpenDates(scenario, today, open)
  if (!moved.ok) return moved
  const projected = project(moved.scenario, { today, until: today })
  if (!projected.ok) return projected
  const { total_cents, pots, accounts, setup, day_count } = projected.projection
  const money = tellInOrder(setup, () => {}, day_count)?.money
  return {
    ok: true,
    planning_balance_cents: total_cents.at(-1)!,
    opening_pots: pots.flatMap(({ target, end_cents }) => (end_cents > 0 ? [{ target, amount_cents: end_cents }] : [])),
    accounts: accounts.map(({ id, end_cents }, nth) => {
      const card = money?.cards[nth + 1] ?? null
      const statement_cents = card && Math.max(0, card.statement_cents - card.credits_cents)
      return {
        id,
        balance_cents: end_cents,
        statement_cents,
        credited_cents: card?.credits_cents ?? 0,
        accrued: { on: today, ...money!.accruedBy(nth + 1, day_count) },
      }
    }),
  }
}

export interface RollForward {
  today: string
  /** What is on hand today, minor units. */
  planning_balance_cents: number
  /** Those of `fellDue` that are still open: they fall due today. */
  open: readonly OpenDate[]
  /** The pots are emptied, and the rules on the balance divide it again. */
  divides_anew: boolean
}

export type RolledForward = { ok: true; edit: ScenarioEdit } | { ok: false; problems: Problem[] }

/** The one edit that brings the plan to `today`, a day after start_date. Its inverse takes all of it back. */
export function rollForward(scenario: Scenario, { today, planning_balance_cents, open, divides_anew }: RollForward): RolledForward {
  const moves = openDatesMoved(scenario, today, open, (row) => withPastChanges(row, today))
  const carried = carriedTo(scenario, today, open)
  if (!moves.ok) return moves
  if (!carried.ok) return carried
  const pots = divides_anew
    ? { opening_pots: [], balance_allocated: false }
    : { opening_pots: carried.opening_pots, balance_allocated: true }
  return {
    ok: true,
    edit: {
      type: 'batch',
      edits: [
        ...moves.edits,
        ...accountsCarried(scenario, carried.accounts),
        { type: 'set_fields', fields: { start_date: today, planning_balance_cents, ...pots } },
      ],
    },
  }
}

/** What gives the other accounts what is on them by then. */
export function accountsCarried(scenario: Scenario, accounts: Extract<Carried, { ok: true }>['accounts']): ScenarioEdit[] {
  return accounts.map(({ id, balance_cents, statement_cents, credited_cents, accrued }): ScenarioEdit => {
    const { card, interest } = scenario.accounts.find((account) => account.id === id)!
    const row = {
      id,
      balance_cents,
      ...(card && { card: withStatement(card, statement_cents, credited_cents, accrued.on) }),
      ...(interest && interest.rate_basis_points > 0 && { interest: { ...interest, accrued } }),
    }
    return { type: 'put_row', collection: 'accounts', row }
  })
}

type Moves = { ok: true; edits: ScenarioEdit[] } | { ok: false; problems: Problem[] }

/**
 * Dates are said to be open, so that they stay due; what is due once has the new start_date as its date. All those of a row in one edit.
 * `more`: what else becomes of a row.
 */
function openDatesMoved(
  scenario: Scenario,
  today: string,
  open: readonly OpenDate[],
  more: (row: Payment) => Partial<Payment> = () => ({}),
): Moves {
  const edits: ScenarioEdit[] = []
  for (const collection of datedCollections) {
    for (const row of scenario[collection]) {
      const dates = open.filter((one) => one.collection === collection && one.id === row.id)
      if (dates.length === 0 && row.changes.length === 0) continue
      const moved: Payment = { ...row }
      for (const { nominal_date } of dates) {
        const change = changesMade(moved, [
          (now) => payPart(now, nominal_date, []),
          (now) => (now.schedule === null ? moveDate(now, nominal_date, today) : { ok: true, fields: {} }),
        ])
        if (!change.ok) return change
        Object.assign(moved, change.fields)
      }
      edits.push(...rowEdits(collection, row, { due_date: moved.due_date, exceptions: moved.exceptions, ...more(moved) }))
    }
  }
  return { ok: true, edits }
}

/** The plan with such dates still to come. */
export function withOpenDates(
  scenario: Scenario,
  today: string,
  open: readonly OpenDate[],
): { ok: true; scenario: Scenario } | { ok: false; problems: Problem[] } {
  if (open.length === 0) return { ok: true, scenario }
  const others = withTaken(scenario, takenByLoans(scenario, today, today), today)
  const moves = openDatesMoved(others, today, open)
  return moves.ok ? applyEdit(others, { type: 'batch', edits: moves.edits }, scenario.updated_at) : moves
}
