/** What a word about a payment does to everyday spending: what no date stands for was spent, and what pays a date after all was not. */
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { rowEdit } from '../edit/row-edits.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { sumOf } from '../money/money.ts'
import type { Problem } from '../problem.ts'
import type { Bill, Scenario } from '../scenario.ts'
import { changesMade, type Dated, type RowChange } from '../schedule/schedule-changes.ts'
import { billTeller } from '../spending/everyday.ts'
import { periodOn } from '../spending/spending-bills.ts'
import { lessSpent, notedChanges, type GivenOnDay } from '../spending/spending-noted.ts'
import { spentAnew, type SpentAnew } from '../spending/spent-anew.ts'

/** `edit`: null where nothing changes, as in a plan that has no bill for such payments. */
export type SpendingSaid = { ok: true; edit: ScenarioEdit | null } | { ok: false; problems: Problem[] }

/**
 * Notes payments of an account as spent, the main one where none is named, or takes back that they were; the bill's pot pays them, or has
 * again what it gave. `payments`: from the plan's
 * earlier start date until its own.
 */
export function spendingSaid(
  scenario: Scenario,
  payments: readonly AccountTransaction[],
  is_spent: boolean,
  account_id: string | null = null,
): SpendingSaid {
  const edits: ScenarioEdit[] = []
  for (const [bill, own] of Map.groupBy(payments, billTeller(scenario, account_id))) {
    if (bill === null) continue
    const from = own.reduce((first, { date }) => (date < first ? date : first), scenario.start_date)
    const anew = spentAnew(bill, own, { from, to: scenario.start_date })
    const noted = is_spent ? notedChanges(bill, anew, givenFor(scenario, bill, anew)) : notSpentChanges(bill, own)
    const changed = changesMade(bill, noted)
    if (!changed.ok) return changed
    if (Object.keys(changed.fields).length === 0) continue
    const delta_cents = fromPotOf(bill) - fromPotOf({ ...bill, ...changed.fields })
    const pots = delta_cents === 0 ? [] : [{ target: `bill:${bill.id}`, delta_cents }]
    edits.push(
      rowEdit('bills', bill, changed.fields),
      ...(pots.length > 0 ? [{ type: 'adjust_balance' as const, delta_cents: 0, pots }] : []),
    )
  }
  return { ok: true, edit: edits.length === 0 ? null : edits.length === 1 ? edits[0]! : { type: 'batch', edits } }
}

/** What the pot of a bill of the main account gives for what is said to be spent: what it holds, in the order of the days. */
function givenFor({ opening_pots }: Scenario, { id, account_id }: Bill, { days }: SpentAnew): GivenOnDay {
  const own = account_id === null ? opening_pots.filter(({ target }) => target === `bill:${id}`) : []
  let left = sumOf(own.map(({ amount_cents }) => amount_cents))
  const given = new Map<string, number>()
  for (const { period, day, cents, back_cents } of days) {
    const part = Math.min(left, cents - back_cents)
    given.set(`${period} ${day}`, part)
    left -= part
  }
  return (period, day) => given.get(`${period} ${day}`) ?? 0
}

/** What of all that is noted of a bill its pot gave; minor units. */
const fromPotOf = ({ exceptions }: Pick<Bill, 'exceptions'>): number =>
  sumOf(Object.values(exceptions).flatMap(({ paid = [] }) => paid.map(({ from_pot_cents = 0 }) => from_pot_cents)))

/** Of its day first, then of later days of the period, which earlier ones may be summed into, then of those before. */
const notSpentChanges = (bill: Bill, payments: readonly AccountTransaction[]): ((row: Dated) => RowChange)[] =>
  payments.flatMap(({ date, amount_cents }) => {
    const period = periodOn(bill, date)
    const rankOn = (day: string): number => (day === date ? 0 : day > date ? 1 : 2)
    return period === null || amount_cents >= 0
      ? []
      : [(row: Dated) => lessSpent(row, 0 - amount_cents, (one, of) => (of === period ? rankOn(one.date) : Infinity))]
  })

/** What a bill had noted before a payment became spending of it, by the key of what was asked. */
export interface SpentNote {
  key: string
  bill_id: string
  noted: string
}

const notedOf = ({ exceptions }: Bill): string => JSON.stringify(exceptions)

/** `scenario`: before they are noted as spent. */
export function spentNotes(scenario: Scenario, payments: readonly AccountTransaction[], key: string): SpentNote[] {
  const bills = new Set(payments.map(billTeller(scenario)).filter((bill) => bill !== null))
  return [...bills].map((bill) => ({ key, bill_id: bill.id, noted: notedOf(bill) }))
}

/**
 * false: it was taken back, since its bill is as it was before it, or before something that was said earlier. `notes`: in the order in
 * which they were said.
 */
export function isStillSpent({ bills }: Pick<Scenario, 'bills'>, notes: readonly SpentNote[], key: string): boolean {
  return !notes.some((note, nth) => {
    const bill = note.key === key ? bills.find(({ id }) => id === note.bill_id) : undefined
    return (
      bill !== undefined && notes.slice(0, nth + 1).some((earlier) => earlier.bill_id === note.bill_id && earlier.noted === notedOf(bill))
    )
  })
}
