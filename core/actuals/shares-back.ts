/** Pay that goes back takes along what its rules had set aside of it; a bill that goes back gives its pot what that had given. */
import { addDays } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import { isSettled, paidAmount, wholeAmount } from '../payments/part-payments.ts'
import { postingsOf } from '../projection/postings.ts'
import { project } from '../projection/project.ts'
import type { Income, OpeningPot, Scenario } from '../scenario.ts'
import type { Refund } from './matched.ts'
import { dateKey } from './plan-dates.ts'

/**
 * Pots less the shares of what went back of incomes that were known to have come: what the rules set aside of all that came of a date, less
 * what they do of what is left of it. No pot gives more than it holds. What a rule moved to another account stays there.
 */
export function withSharesBack(scenario: Scenario, pots: readonly OpeningPot[], refunds: readonly Refund[]): OpeningPot[] {
  const back = new Map<string, number>()
  const ofIncomes = refunds.filter(({ row }) => row.collection === 'incomes')
  if (pots.length === 0 || ofIncomes.length === 0 || !scenario.allocations.some(({ base }) => base === 'income')) return [...pots]
  for (const list of Map.groupBy(ofIncomes, ({ row, scheduled_date }) => dateKey(row, scheduled_date)).values()) {
    const { row, scheduled_date } = list[0]!
    const income = scenario.incomes.find(({ id, account_id }) => id === row.id && account_id === null)
    if (!income) continue
    const came_cents = cameOf(income, income.schedule === null ? (income.due_date ?? scheduled_date) : scheduled_date)
    const left_cents = Math.max(0, came_cents - sumOf(list.map(({ amount_cents }) => amount_cents)))
    const [was, is] = [sharesOf(scenario, income, came_cents), sharesOf(scenario, income, left_cents)]
    for (const [target, cents] of was) back.set(target, (back.get(target) ?? 0) + cents - (is.get(target) ?? 0))
  }
  return pots
    .map(({ target, amount_cents }) => ({ target, amount_cents: amount_cents - Math.max(0, back.get(target) ?? 0) }))
    .filter(({ amount_cents }) => amount_cents > 0)
}

/** What was paid of bills, and went back, since what is noted of them and before some refunds. */
export interface BeforeRefunds {
  refunds: readonly Refund[]
  /** What was paid of the date that a refund is of until that came; and what its pot gave of it. Minor units. */
  paidUntil: (refund: Refund) => { paid_cents: number; from_pot_cents: number }
}
const nothingBefore: BeforeRefunds = { refunds: [], paidUntil: () => ({ paid_cents: 0, from_pot_cents: 0 }) }

/**
 * Pots with what goes back of bills that were known to be paid: of what is left of a payment, with what was paid of it since, the pot pays
 * as much as it did, or all that is left.
 */
export function withPotsBack(
  scenario: Scenario,
  pots: readonly OpeningPot[],
  refunds: readonly Refund[],
  before = nothingBefore,
): OpeningPot[] {
  const back = new Map<string, number>()
  const ofBills = refunds.filter(({ row }) => row.collection === 'bills')
  for (const list of Map.groupBy(ofBills, ({ row, scheduled_date }) => dateKey(row, scheduled_date)).values()) {
    const { row, scheduled_date } = list[0]!
    const bill = scenario.bills.find(({ id }) => id === row.id)
    const date = bill?.schedule === null ? (bill.due_date ?? scheduled_date) : scheduled_date
    const noted = bill?.exceptions[date]?.paid ?? []
    const earlier = before.refunds.filter((one) => dateKey(one.row, one.scheduled_date) === dateKey(row, scheduled_date))
    const wasLeft = Math.max(0, sumOf(noted.map(({ amount_cents }) => amount_cents)) - sumOf(earlier.map((one) => one.amount_cents)))
    const since = before.paidUntil(list.at(-1)!)
    const given = Math.min(wasLeft, sumOf(noted.map(({ from_pot_cents = 0 }) => from_pot_cents))) + since.from_pot_cents
    const left = Math.max(0, wasLeft + since.paid_cents - sumOf(list.map(({ amount_cents }) => amount_cents)))
    const target = `bill:${row.id}`
    if (given > left) back.set(target, (back.get(target) ?? 0) + given - left)
  }
  if (back.size === 0) return [...pots]
  const targets = new Set([...pots.map(({ target }) => target), ...back.keys()])
  const inPot = (target: string): number => pots.find((pot) => pot.target === target)?.amount_cents ?? 0
  return [...targets].map((target) => ({ target, amount_cents: inPot(target) + (back.get(target) ?? 0) }))
}

/** What came of a date, as it is noted; all of it where it is only known to have come. */
function cameOf(income: Income, date: string): number {
  const noted = income.exceptions[date]?.paid ?? []
  return noted.length > 0 ? paidAmount(income, date) : isSettled(income, date) ? wholeAmount(income, date) : 0
}

/** What the rules set aside of an income of some amount, by pot, where these are empty. */
function sharesOf(scenario: Scenario, income: Income, amount_cents: number): Map<string, number> {
  const { start_date: due_date } = scenario
  const alone = {
    ...income,
    amount_cents,
    amount_low_cents: null,
    amount_high_cents: null,
    due_date,
    schedule: null,
    exceptions: {},
    changes: [],
  }
  const only = { ...scenario, incomes: [alone], transfers: [], opening_pots: [], balance_allocated: true }
  const shares = new Map<string, number>()
  const projected = amount_cents > 0 ? project(only, { today: due_date, until: addDays(due_date, 1) }) : null
  if (!projected?.ok) return shares
  const { first_pot, pots } = projected.projection.setup
  for (const { to, cents } of postingsOf(projected.projection, ({ rule }) => rule === 'allocated_from_income', 1)) {
    const target = pots.targets[to - first_pot]
    if (target !== undefined) shares.set(target, (shares.get(target) ?? 0) + cents)
  }
  return shares
}
