/** For any figure of a projection: the ordered contributions that sum to it exactly. */
import { dateOf, dayOf } from '../calendar.ts'
import { sumOf } from '../money.ts'
import type { Payment } from '../scenario.ts'
import { listened } from './listened.ts'
import type { Contribution, Explanation, Figure, MonthSum } from './explanation.ts'
import { lowestPoint } from './figures.ts'
import { layOutAll, nominalDateOf } from './layout.ts'
import type { Projection } from './projection.ts'
import type { Move } from './run.ts'

/** Null: the projection has no such figure, because its day, month, pot or goal is not in it. */
export function explain(projection: Projection, asked: Figure): Explanation | null {
  const { scenario, start_day } = projection
  switch (asked.figure) {
    case 'available':
    case 'total':
      return balanceOn(projection, asked.figure, asked.date, asked.since)
    case 'lowest_point': {
      const isHeadline = asked.from === undefined && asked.until === undefined
      const lowest = isHeadline ? projection.lowest_point : lowestPoint(projection, asked.from ?? projection.start_date, asked.until ?? projection.until)
      return lowest && balanceOn(projection, 'available', lowest.date, asked.since)
    }
    case 'safe_to_spend': {
      const lowest = balanceOn(projection, 'available', projection.lowest_point.date, asked.since)
      const floor = { ...nothing, date: null, name: 'Floor', cents: -scenario.floor_cents, rule: 'floor' as const }
      return lowest && summed([...lowest.contributions, floor])
    }
    case 'next_payday': {
      const payday = projection.next_payday
      return payday && summedMoves(projection, ({ rule, day }) => rule === 'income' && dateOf(start_day + day) === payday.date, inAndOut)
    }
    case 'due_before_payday': {
      const from = Math.max(dayOf(projection.today)! - start_day, 0)
      const until = dayOf(projection.due_before_payday.until)! - start_day
      return summedMoves(projection, ({ rule, day }) => rule === 'bill' && day >= from && day < until, paid)
    }
    case 'pot':
      return potOn(projection, asked.target, asked.date)
    case 'goal': {
      const goal = scenario.goals.find(({ id }) => id === asked.id)
      const now = projection.today < projection.start_date ? projection.start_date : projection.today
      return goal ? (potOn(projection, `goal:${goal.name}`, asked.date ?? now) ?? summed([])) : null
    }
    case 'month':
      return monthSum(projection, asked.month, asked.sum)
    case 'undated':
      return summed(scenario[asked.of].filter((row) => row.due_date === null).map((row) => ({ ...nothing, ...rowOf(asked.of, row, null), date: null, cents: row.amount_cents, rule: asked.of === 'bills' ? ('bill' as const) : ('income' as const) })))
  }
}

/**
 * Why a figure of one projection is not that of another: what contributes to one alone, or differs, summing to b − a.
 * Contributions match by rule, row, nominal date and target, so that what only moved within both is left out.
 */
export function explainDifference(a: Projection, b: Projection, figure: Figure): Explanation | null {
  const [inA, inB] = [explain(a, figure), explain(b, figure)]
  if (!inA || !inB) return null
  const differences = new Map<string, Contribution>()
  const add = (contribution: Contribution, sign: 1 | -1): void => {
    const key = keyOf(contribution)
    const known = differences.get(key)
    const cents = sign * contribution.cents
    differences.set(key, known ? { ...known, cents: known.cents + cents } : { ...contribution, cents })
  }
  for (const contribution of inB.contributions) add(contribution, 1)
  for (const contribution of inA.contributions) add(contribution, -1)
  return summed([...differences.values()].sort((one, other) => ((one.date ?? '~') < (other.date ?? '~') ? -1 : one.date === other.date ? 0 : 1)))
}

const keyOf = ({ rule, row, target, allocation_id }: Contribution): string => [rule, row?.collection, row?.id, row?.nominal_date, target, allocation_id].join('|')

type Amount = (move: Move) => number
const available: Amount = (move) => move.available_cents
const inPots: Amount = (move) => move.pot_cents
const inAndOut: Amount = (move) => move.available_cents + move.pot_cents
const paid: Amount = (move) => -inAndOut(move)
const paidByPots: Amount = (move) => -move.pot_cents

function balanceOn(projection: Projection, which: 'available' | 'total', date: string, since?: string): Explanation | null {
  const day = (dayOf(date) ?? -Infinity) - projection.start_day
  if (day < 0 || day >= projection.ran.total_cents.length) return null
  const from = since === undefined ? 0 : Math.min(day, (dayOf(since) ?? 0) - projection.start_day)
  const amount = which === 'available' ? available : inAndOut
  if (from <= 0) return summedMoves(projection, (move) => move.day <= day, amount)
  const before = sumOf(listened(projection, (move) => move.day < from).map(amount))
  const { contributions } = summedMoves(projection, (move) => move.day >= from && move.day <= day, amount)
  return summed([{ ...nothing, date: dateOf(projection.start_day + from), name: 'Before', cents: before, rule: 'before' }, ...contributions])
}

function potOn(projection: Projection, target: string, date: string): Explanation | null {
  const which = projection.pots.findIndex((pot) => pot.target === target)
  const day = (dayOf(date) ?? -Infinity) - projection.start_day
  if (which < 0 || day < 0 || day >= projection.ran.total_cents.length) return null
  return summedMoves(projection, (move) => move.pot === which && move.day <= day, inPots)
}

function monthSum(projection: Projection, name: string, sum: MonthSum): Explanation | null {
  const { start_date, start_day, until } = projection
  const month = projection.months.find((found) => found.month === name)
  if (!month) return null
  const first = name === start_date.slice(0, 7) ? start_date : `${name}-01`
  const isIn = ({ day }: Move): boolean => {
    const date = dateOf(start_day + day)
    return date.startsWith(name) && date < until
  }
  const last = projection.months.at(-1) === month ? dateOf(dayOf(until)! - 1) : dateOf(dayOf(projection.months[projection.months.indexOf(month) + 1]!.month + '-01')! - 1)
  switch (sum) {
    case 'in_cents':
      return summedMoves(projection, (move) => move.rule === 'income' && isIn(move), inAndOut)
    case 'out_cents':
      return summedMoves(projection, (move) => move.rule === 'bill' && isIn(move), paid)
    case 'out_from_pots_cents':
      return summedMoves(projection, (move) => move.rule === 'bill' && isIn(move), paidByPots)
    case 'allocated_cents':
      return summedMoves(projection, (move) => (move.rule === 'allocated_from_balance' || move.rule === 'allocated_from_income') && isIn(move), inPots)
    case 'released_cents':
      return summedMoves(projection, (move) => move.rule === 'released' && isIn(move), available)
    case 'end_available_cents':
      return balanceOn(projection, 'available', last, first)
    case 'end_total_cents':
      return balanceOn(projection, 'total', last, first)
    case 'lowest':
      return balanceOn(projection, 'available', month.lowest.date, first)
  }
}

const nothing = { row: null, target: null, allocation_id: null }

const summed = (contributions: Contribution[]): Explanation => {
  const told = contributions.filter((contribution) => contribution.cents !== 0)
  return { cents: sumOf(told.map((contribution) => contribution.cents)), contributions: told }
}

const summedMoves = (projection: Projection, passes: (move: Move) => boolean, amount: Amount): Explanation =>
  summed(listened(projection, (move) => passes(move) && amount(move) !== 0).map((move) => ({ ...contributionOf(projection, move), cents: amount(move) })))

function contributionOf(projection: Projection, { rule, day, event, pot, allocation }: Move): Omit<Contribution, 'cents'> {
  const { scenario, rows, income_count, pots, start_day } = projection
  const { calendar } = projection.setup
  const which = event < 0 ? -1 : layOutAll(calendar).row[event]!
  const row = which < 0 ? { name: 'Balance', row: null } : rowOf(which < income_count ? 'incomes' : 'bills', rows[which]!, nominalDateOf(calendar, day, event))
  return {
    ...row,
    name: pot < 0 || rule === 'bill' ? row.name : pots[pot]!.name,
    date: dateOf(start_day + day),
    rule,
    target: pot < 0 ? null : pots[pot]!.target,
    allocation_id: allocation < 0 ? null : scenario.allocations[allocation]!.id,
  }
}

const rowOf = (collection: 'bills' | 'incomes', { id, name }: Payment, nominal_date: string | null) => ({ name, row: { collection, id, nominal_date } })
