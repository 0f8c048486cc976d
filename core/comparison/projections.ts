/** The figures of two to four projections side by side, each with what it is more or less than the first one's. */
import { formatTarget } from '../allocation.ts'
import { dateOf, dayOf } from '../calendar.ts'
import { explain, explainDifference } from '../projection/explain.ts'
import { amountOf } from '../projection/event-columns.ts'
import type { Explanation } from '../projection/explanation.ts'
import type { Figure } from '../projection/explanations.ts'
import { lowestPoint } from '../projection/figures/lowest-point.ts'
import type { DayBalance, GoalProgress, Projection } from '../projection/projection.ts'

export const comparedFigures = [
  /** Within the plan's safety_days, as everywhere. */
  'lowest_point',
  /** The least available within the days compared. */
  'lowest_in_span',
  'safe_to_spend',
  'due_before_payday',
  /** The day, and what is available then. */
  'first_below_floor',
  /** All incomes and all bills of the days compared. */
  'money_in',
  'money_out',
  /** Available, or available and pots, at the end of the last day. */
  'end_available',
  'end_total',
  /** The day it is reached, and what is saved at the end of the last day. */
  'goal',
] as const
export type ComparedName = (typeof comparedFigures)[number]

export interface ComparedValue {
  /** Minor units of the plan's own currency. Null: the plan has no such figure. */
  cents: number | null
  /** Of what is available on a day: available and pots then, what is on the account. Null: it is no such figure, or there is none. */
  total_cents: number | null
  /** The day it is of. Null: it is of no day, or that day does not come as far as was counted. */
  date: string | null
  /** Less the first plan's. Null: of the first itself, where either has none, between currencies, beyond what can be counted exactly. */
  delta_cents: number | null
  /** Days later than the first plan's; null as above. */
  delta_days: number | null
}

export interface ComparedFigure {
  figure: ComparedName
  /** The goal's name where it is first found; null: not about a goal. */
  goal: string | null
  /** The goal in each plan; null where it lacks it. Empty: not about a goal. */
  goal_ids: (string | null)[]
  /** One a plan, in their order. */
  values: ComparedValue[]
}

export interface ComparedProjections {
  /** The days compared: from the latest of today and the plans' start dates to before `until`. */
  from: string
  until: string
  figures: ComparedFigure[]
}

/**
 * Compares projections made with the same `today` and `until`, the first one being what the others are measured against.
 * Goals are the same by id, else by name. Across currencies every figure stands and every delta is null.
 */
export function compareProjections(projections: readonly Projection[]): ComparedProjections {
  const span = spanOf(projections)
  const compared = (figure: ComparedName, goal: ComparedGoal | null = null): ComparedFigure => {
    const values = projections.map((projection, nth) => valueOf(projection, figure, goal?.goals[nth] ?? null, span))
    return { figure, goal: goal?.name ?? null, goal_ids: goal?.goals.map((found) => found?.id ?? null) ?? [], values: values.map((value, nth) => withDeltas(value, values[0]!, nth > 0 && haveOneCurrency(projections, nth))) }
  }
  const plain = comparedFigures.filter((figure) => figure !== 'goal').map((figure) => compared(figure))
  return { from: span.from, until: span.until, figures: [...plain, ...goalsOf(projections).map((goal) => compared('goal', goal))] }
}

interface Span {
  from: string
  until: string
  last: string
}

function spanOf(projections: readonly Projection[]): Span {
  const { until } = projections[0]!
  const last = dateOf(dayOf(until)! - 1)
  const from = projections.flatMap(({ today, start_date }) => [today, start_date]).sort().at(-1)!
  return { from: from < last ? from : last, until, last }
}

const haveOneCurrency = (projections: readonly Projection[], nth: number): boolean => projections[nth]!.scenario.currency_code === projections[0]!.scenario.currency_code

type Value = Pick<ComparedValue, 'cents' | 'total_cents' | 'date'>

const balanceValue = (day: DayBalance | null): Value => ({ cents: day?.available_cents ?? null, total_cents: day?.total_cents ?? null, date: day?.date ?? null })
const plainValue = (cents: number | null, date: string | null = null): Value => ({ cents, total_cents: null, date })

function valueOf(projection: Projection, figure: ComparedName, goal: GoalProgress | null, { from, until, last }: Span): Value {
  switch (figure) {
    case 'lowest_point':
      return balanceValue(projection.lowest_point)
    case 'lowest_in_span':
      return balanceValue(lowestPoint(projection, from, until))
    case 'safe_to_spend':
      return plainValue(projection.safe_to_spend_cents)
    case 'due_before_payday':
      return plainValue(projection.due_before_payday.amount_cents)
    case 'first_below_floor':
      return balanceValue(projection.first_below_floor)
    case 'money_in':
      return plainValue(moneyMoved(projection, from, until).in_cents)
    case 'money_out':
      return plainValue(moneyMoved(projection, from, until).out_cents)
    case 'end_available':
      return { cents: projection.available_cents.at(-1) ?? null, total_cents: projection.total_cents.at(-1) ?? null, date: last }
    case 'end_total':
      return plainValue(projection.total_cents.at(-1) ?? null, last)
    case 'goal':
      return plainValue(goal && (projection.pots.find(({ target }) => target === targetOf(goal))?.end_cents ?? 0), goal?.reached_on ?? null)
  }
}

const targetOf = ({ name }: { name: string }): string => formatTarget({ to: 'goal', name })

/** What incomes bring and bills take from `from` to before `until`, on whichever day, account and from whichever pot. Transfers are neither. */
function moneyMoved({ events, scenario, start_day, income_count }: Projection, from: string, until: string): { in_cents: number; out_cents: number } {
  const sums = { in_cents: 0, out_cents: 0 }
  const end = events.first[Math.max(0, dayOf(until)! - start_day)] ?? 0
  for (let event = events.first[Math.max(0, dayOf(from)! - start_day)] ?? end; event < end; event += 1) {
    const row = events.row[event]!
    if (row < income_count + scenario.bills.length) sums[row < income_count ? 'in_cents' : 'out_cents'] += amountOf(events, event)
  }
  return sums
}

function withDeltas(value: Value, first: Value, isComparable: boolean): ComparedValue {
  const [day, firstDay] = [value, first].map(({ date }) => (date === null ? null : dayOf(date)))
  return {
    ...value,
    delta_cents: isComparable && value.cents !== null && first.cents !== null ? exactOrNull(value.cents - first.cents) : null,
    delta_days: isComparable && typeof day === 'number' && typeof firstDay === 'number' ? day - firstDay : null,
  }
}

const exactOrNull = (cents: number): number | null => (Number.isSafeInteger(cents) ? cents : null)

interface ComparedGoal {
  name: string
  /** One a plan; null: it lacks the goal. */
  goals: (GoalProgress | null)[]
}

function goalsOf(projections: readonly Projection[]): ComparedGoal[] {
  const found: ComparedGoal[] = []
  projections.forEach(({ goals }, nth) => {
    const place = (isSame: (other: GoalProgress, goal: GoalProgress) => boolean) => (goal: GoalProgress): boolean => {
      const same = found.find((known) => !known.goals[nth] && known.goals.some((other) => other && isSame(other, goal)))
      if (same) same.goals[nth] = goal
      return !same
    }
    const unknownId = goals.filter(place((other, goal) => other.id === goal.id))
    const unknownName = unknownId.filter(place((other, goal) => other.name === goal.name))
    found.push(...unknownName.map((goal) => ({ name: goal.name, goals: projections.map((_, index) => (index === nth ? goal : null)) })))
  })
  return found
}

/** What a figure of one plan is the sum of. Of a goal: what is saved on the day it is reached, or at the end. Null: it has no such figure. */
export function explainCompared(projections: readonly Projection[], compared: ComparedFigure, nth: number): Explanation | null {
  const projection = projections[nth]!
  const since = projection.today > projection.start_date ? projection.today : projection.start_date
  const asked = figureOf(compared.figure, spanOf(projections), compared.values[nth]!.date, goalOf(projection, compared, nth), since)
  return asked && explain(projection, asked)
}

/**
 * Why a figure of a plan is not the first plan's: what contributes to one of them alone, or differs, summing to the
 * delta. Where the figure is a day, it is explained on the earlier of both days that both plans have. Null: there is nothing to compare.
 */
export function explainDelta(projections: readonly Projection[], compared: ComparedFigure, nth: number): Explanation | null {
  if (nth === 0 || !haveOneCurrency(projections, nth)) return null
  const [first, other] = [projections[0]!, projections[nth]!]
  const [earliest] = [compared.values[0]!, compared.values[nth]!].flatMap(({ date }) => date ?? []).sort()
  const earlier = earliest === undefined ? null : [earliest, first.start_date, other.start_date].sort().at(-1)!
  const [goal, otherGoal] = [goalOf(first, compared, 0), goalOf(other, compared, nth)]
  const span = spanOf(projections)
  // Goals that are the same by name alone are explained by the pot that has it.
  const isByName = compared.figure === 'goal' && goal?.id !== otherGoal?.id
  if (isByName && (!goal || goal.name !== otherGoal?.name)) return null
  const asked: Figure | null = isByName ? { figure: 'pot', target: targetOf(goal!), date: earlier ?? span.last } : figureOf(compared.figure, span, earlier, goal)
  return asked && explainDifference(first, other, asked)
}

const goalOf = (projection: Projection, { goal_ids }: ComparedFigure, nth: number): GoalProgress | undefined => projection.goals.find(({ id }) => id === goal_ids[nth])

function figureOf(name: ComparedName, { from, until, last }: Span, date: string | null, goal: GoalProgress | undefined, since?: string): Figure | null {
  const begin = since === undefined ? {} : { since }
  switch (name) {
    case 'lowest_point':
    case 'safe_to_spend':
      return { figure: name, ...begin }
    case 'lowest_in_span':
      return { figure: 'lowest_point', from, until, ...begin }
    case 'due_before_payday':
      return { figure: name }
    case 'first_below_floor':
      return date === null ? null : { figure: 'available', date, ...begin }
    case 'money_in':
      return { figure: 'money_moved', way: 'in', from, until }
    case 'money_out':
      return { figure: 'money_moved', way: 'out', from, until }
    case 'end_available':
      return { figure: 'available', date: last, ...begin }
    case 'end_total':
      return { figure: 'total', date: last, ...begin }
    case 'goal':
      return goal ? { figure: 'goal', id: goal.id, date: date ?? last } : null
  }
}
