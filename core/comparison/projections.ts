/** The figures of two to four projections side by side, each with what it is more or less than the first one's. */
import { formatTarget } from '../allocation.ts'
import { dateOf, dayOf } from '../calendar.ts'
import { explain, explainDifference } from '../projection/explain.ts'
import { amountOf } from '../projection/event-columns.ts'
import type { Explanation } from '../projection/explanation.ts'
import type { Figure } from '../projection/explanations.ts'
import { isDebt } from '../projection/account-places.ts'
import { accountByDay, interestBetween } from '../projection/figures/accounts.ts'
import { lowestPoint } from '../projection/figures/lowest-point.ts'
import type { Projection } from '../projection/projection.ts'
import type { AccountDay, AccountFigures, DayBalance, GoalProgress } from '../projection/figures/figure.ts'
import { sameIn } from './same-in.ts'

export const comparedFigures = [
  /** Within the plan's safety_days, as everywhere. */
  'lowest_point',
  /** The least available within the days compared. */
  'lowest_in_span',
  'safe_to_spend',
  'due_before_payday',
  /** The day, and what is available then. */
  'first_below_floor',
  /** The balance as the days compared begin, where it is another one. */
  'begin_total',
  /** All incomes and all bills of the days compared, on whichever account. */
  'money_in',
  'money_out',
  /** What other accounts have more of that, or owe less. With these four and no interest the last total is what it is. */
  'onto_accounts',
  /** Available, or available and pots, at the end of the last day. */
  'end_available',
  'end_total',
  /** The day it is reached, and what is saved at the end of the last day. */
  'goal',
  /** Of an account beside the main one: its lowest point in the plan's safety_days, and the first day below its floor. */
  'account_lowest',
  'account_below_floor',
  /** What is there at the end of the last day. */
  'account_end',
  /** Of a debt the first day from which on nothing is owed; what it bears of interest, or brings, in the days compared. */
  'account_paid_off',
  'account_interest',
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
  /** The same of an account. */
  account: string | null
  account_ids: (string | null)[]
  /** One a plan, in their order. */
  values: ComparedValue[]
}

export interface ComparedProjections {
  /** The days compared: from the latest of today and the plans' start dates to before `until`. */
  from: string
  until: string
  figures: ComparedFigure[]
}

/** Whether all plans have the same there: one amount in one currency, on one day. What one of them lacks is not the same. */
export function isSameInAll({ values, goal_ids, account_ids }: ComparedFigure): boolean {
  const [first, ...others] = values
  const isLacked = (ids: readonly (string | null)[]): boolean => ids.includes(null)
  if (!first || others.length === 0 || isLacked(goal_ids) || isLacked(account_ids)) return false
  return others.every(
    ({ cents, total_cents, date, delta_cents }) =>
      cents === first.cents && total_cents === first.total_cents && date === first.date && (cents === null || delta_cents === 0),
  )
}

/**
 * Compares projections made with the same `today` and `until`, the first one being what the others are measured against.
 * Goals and accounts are the same by id, else by name. Across currencies every figure stands and every delta is null.
 */
export function compareProjections(projections: readonly Projection[]): ComparedProjections {
  const span = spanOf(projections)
  const compared = (figure: ComparedName, values: readonly Value[], of: Partial<ComparedFigure> = {}): ComparedFigure => ({
    figure,
    goal: null,
    goal_ids: [],
    account: null,
    account_ids: [],
    ...of,
    values: values.map((value, nth) => withDeltas(value, values[0]!, nth > 0 && haveOneCurrency(projections, nth))),
  })
  const plain = plainFigures.flatMap((figure) => {
    if (figure === 'onto_accounts' && projections.every(({ accounts }) => accounts.length === 0)) return []
    const values = projections.map((projection) => valueOf(projection, figure, span))
    const isSaid = figure !== 'begin_total' || values.some(({ cents }) => cents !== values[0]!.cents)
    return isSaid ? [compared(figure, values)] : []
  })
  const goals = sameIn(projections.map((projection) => projection.goals)).map(({ name, found }) =>
    compared(
      'goal',
      projections.map((projection, nth) => goalValue(projection, found[nth]!)),
      { goal: name, goal_ids: idsOf(found) },
    ),
  )
  const accounts = sameIn(projections.map((projection) => projection.accounts)).flatMap(({ name, found }) =>
    figuresOfAccount(projections, found, span).map((figure) =>
      compared(
        figure,
        projections.map((projection, nth) => accountValue(projection, figure, found[nth]!, span)),
        { account: name, account_ids: idsOf(found) },
      ),
    ),
  )
  return { from: span.from, until: span.until, figures: [...plain, ...goals, ...accounts] }
}

const idsOf = (found: readonly ({ id: string } | null)[]): (string | null)[] => found.map((one) => one?.id ?? null)

type AccountName = Extract<ComparedName, `account_${string}`>
type PlainName = Exclude<ComparedName, AccountName | 'goal'>
const isOfAccount = (figure: ComparedName): figure is AccountName => figure.startsWith('account_')
const plainFigures = comparedFigures.filter((figure): figure is PlainName => figure !== 'goal' && !isOfAccount(figure))

/** What is there to say of an account in any of the plans: a floor that is watched, a debt that ends, interest. */
function figuresOfAccount(
  projections: readonly Projection[],
  found: readonly (AccountFigures | null)[],
  { from, until }: Span,
): AccountName[] {
  const isAny = (has: (account: AccountFigures, projection: Projection) => boolean): boolean =>
    projections.some((projection, nth) => found[nth] !== null && has(found[nth]!, projection))
  const said: Record<AccountName, boolean> = {
    account_lowest: true,
    account_below_floor: isAny(({ id }, { scenario }) =>
      scenario.accounts.some((account) => account.id === id && account.floor_cents !== null),
    ),
    account_end: true,
    // Of a card that owes nothing there is no day to tell, nor of one that is paid in full with each statement.
    account_paid_off: isAny(
      (account, { scenario }) =>
        isDebt(account) &&
        (account.now_cents < 0 || account.paid_off_on !== null) &&
        scenario.accounts.find(({ id }) => id === account.id)?.card?.pays !== 'statement',
    ),
    account_interest: isAny(({ id }, projection) => interestBetween(projection, id, from, until) !== 0),
  }
  return comparedFigures.filter((figure): figure is AccountName => isOfAccount(figure) && said[figure])
}

function accountValue(projection: Projection, figure: AccountName, account: AccountFigures | null, { from, until, last }: Span): Value {
  if (account === null) return plainValue(null)
  const onDay = (day: AccountDay | null): Value => plainValue(day?.cents ?? null, day?.date ?? null)
  switch (figure) {
    case 'account_lowest':
      return onDay(account.lowest)
    case 'account_below_floor':
      return onDay(account.first_below_floor)
    case 'account_end':
      return plainValue(account.end_cents, last)
    case 'account_paid_off': {
      const date = account.paid_off_on
      return date === null
        ? plainValue(null)
        : plainValue(accountByDay(projection, account.id)![dayOf(date)! - projection.start_day]!, date)
    }
    case 'account_interest':
      return plainValue(interestBetween(projection, account.id, from, until))
  }
}

interface Span {
  from: string
  until: string
  last: string
}

function spanOf(projections: readonly Projection[]): Span {
  const { until } = projections[0]!
  const last = dateOf(dayOf(until)! - 1)
  const from = projections
    .flatMap(({ today, start_date }) => [today, start_date])
    .sort()
    .at(-1)!
  return { from: from < last ? from : last, until, last }
}

const haveOneCurrency = (projections: readonly Projection[], nth: number): boolean =>
  projections[nth]!.scenario.currency_code === projections[0]!.scenario.currency_code

type Value = Pick<ComparedValue, 'cents' | 'total_cents' | 'date'>

const balanceValue = (day: DayBalance | null): Value => ({
  cents: day?.available_cents ?? null,
  total_cents: day?.total_cents ?? null,
  date: day?.date ?? null,
})
const plainValue = (cents: number | null, date: string | null = null): Value => ({ cents, total_cents: null, date })

function valueOf(projection: Projection, figure: PlainName, { from, until, last }: Span): Value {
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
    case 'begin_total':
      return plainValue(totalBefore(projection, from))
    case 'money_in':
      return plainValue(moneyMoved(projection, from, until).in_cents)
    case 'money_out':
      return plainValue(moneyMoved(projection, from, until).out_cents)
    case 'onto_accounts': {
      const { in_cents, out_cents } = moneyMoved(projection, from, until)
      return plainValue(totalBefore(projection, from) + in_cents - out_cents - (projection.total_cents.at(-1) ?? 0))
    }
    case 'end_available':
      return { cents: projection.available_cents.at(-1) ?? null, total_cents: projection.total_cents.at(-1) ?? null, date: last }
    case 'end_total':
      return plainValue(projection.total_cents.at(-1) ?? null, last)
  }
}

/** What is on the main account, pots with it, as a day begins. */
function totalBefore({ scenario, start_day, total_cents }: Projection, date: string): number {
  const day = dayOf(date)! - start_day
  return day > 0 ? total_cents[day - 1]! : scenario.planning_balance_cents
}

const goalValue = ({ pots }: Projection, goal: GoalProgress | null): Value =>
  plainValue(goal && (pots.find(({ target }) => target === targetOf(goal))?.end_cents ?? 0), goal?.reached_on ?? null)

const targetOf = ({ name }: { name: string }): string => formatTarget({ to: 'goal', name })

/**
 * What incomes bring and bills take from `from` to before `until`, on whichever day, account and from whichever pot. Transfers are neither.
 */
function moneyMoved(
  { events, scenario, start_day, income_count }: Projection,
  from: string,
  until: string,
): { in_cents: number; out_cents: number } {
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

/**
 * What a figure of one plan is the sum of. Of a goal: what is saved on the day it is reached, or at the end. Null: it has no such figure.
 */
export function explainCompared(projections: readonly Projection[], compared: ComparedFigure, nth: number): Explanation | null {
  const projection = projections[nth]!
  const since = projection.today > projection.start_date ? projection.today : projection.start_date
  const span = spanOf(projections)
  const { date } = compared.values[nth]!
  const asked = isOfAccount(compared.figure)
    ? accountFigure(compared.figure, compared.account_ids[nth]!, span, date, since)
    : figureOf(compared.figure, span, date, goalOf(projection, compared, nth), since)
  return asked && explain(projection, asked)
}

/** Whether a plan has a figure later or earlier than the first, and not more or less: it is a day in both. */
export const differsInDays = ({ figure, values }: ComparedFigure, nth: number): boolean =>
  figure === 'goal' ? values[nth]!.delta_days !== null : figuresOfDays.includes(figure)

/** A day, of which it is told what is there then. */
export const figuresOfDays: readonly ComparedName[] = ['first_below_floor', 'account_below_floor', 'account_paid_off']

/**
 * Why a figure of a plan is not the first plan's: what contributes to one of them alone, or differs, summing to the
 * delta. Where that is in days, it is explained on the earlier of both days that both plans have. Null: there is nothing to compare.
 */
export function explainDelta(projections: readonly Projection[], compared: ComparedFigure, nth: number): Explanation | null {
  if (nth === 0 || !haveOneCurrency(projections, nth)) return null
  const [first, other] = [projections[0]!, projections[nth]!]
  const { figure, account_ids, values } = compared
  const span = spanOf(projections)
  const [earliest] = [values[0]!, values[nth]!].flatMap(({ date }) => date ?? []).sort()
  const earlier = earliest === undefined ? null : [earliest, first.start_date, other.start_date].sort().at(-1)!
  const date = differsInDays(compared, nth) ? earlier : null
  const [asked, inOther] = [0, nth].map((of) =>
    isOfAccount(figure)
      ? // The lowest points of both are of a day each.
        accountFigure(figure, account_ids[of]!, span, figure === 'account_lowest' ? values[of]!.date : date)
      : figureOf(figure, span, date, goalOf(projections[of]!, compared, of)),
  )
  return asked && inOther ? explainDifference(first, other, asked, inOther) : null
}

const goalOf = (projection: Projection, { goal_ids }: ComparedFigure, nth: number): GoalProgress | undefined =>
  projection.goals.find(({ id }) => id === goal_ids[nth])

/** Of days, what is on the account then. */
function accountFigure(
  name: AccountName,
  id: string | null,
  { from, until, last }: Span,
  date: string | null,
  since?: string,
): Figure | null {
  if (id === null) return null
  if (name === 'account_interest') return { figure: 'interest', id, from, until }
  const day = name === 'account_end' ? last : date
  return day === null ? null : { figure: 'account', id, date: day, ...(since !== undefined && { since }) }
}

function figureOf(
  name: Exclude<ComparedName, AccountName>,
  { from, until, last }: Span,
  date: string | null,
  goal: GoalProgress | undefined,
  since?: string,
): Figure | null {
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
    case 'onto_accounts':
      return { figure: 'onto_accounts', from, until }
    case 'begin_total':
      return { figure: 'begin_total', date: from }
    case 'end_available':
      return { figure: 'available', date: last, ...begin }
    case 'end_total':
      return { figure: 'total', date: last, ...begin }
    case 'goal':
      return goal ? { figure: 'goal', id: goal.id, date: date ?? last } : null
  }
}
