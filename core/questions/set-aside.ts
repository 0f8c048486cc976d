/**
 * What has to be set aside on each payday for a bill or a goal by its day: the level amount, and the most even one that never goes below
 * the floor.
 */
import { formatTarget, onBase } from '../allocation.ts'
import { dateOf, dayOf, isPlainDate } from '../calendar.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { smallerThan, type Smaller } from '../payments/level-amount.ts'
import { problem } from '../problem.ts'
import { lowReason, type LowReason } from '../projection/low-reason.ts'
import type { DayBalance } from '../projection/figures/figure.ts'
import type { Bill, Scenario } from '../scenario.ts'
import { putRow } from '../store.ts'
import {
  balanceWith,
  belowIn,
  firstChanged,
  freeOf,
  incomesFrom,
  looking,
  lookWith,
  slackOn,
  tightestDay,
  trial_row,
  type IncomeAhead,
  type Looking,
  type Refused,
} from './looking.ts'
import { lookedUntil, needOfBill, type Need } from './bill-need.ts'
import { leastLevel, leftByFixed, othersKeep } from './level-rule.ts'
import { smoothest } from './smoothest.ts'

export interface SetAsideAsked {
  /** The person's day, YYYY-MM-DD. */
  today: string
  /** `bill:<id>` of a bill of the plan that has a date and does not leave day by day, or `goal:<name>`. */
  target: string
  /** The day by which a goal is to be full; without it, its own day. Of a bill none is asked: its dates say it. */
  date?: string | undefined
}

export interface SetAside {
  target: string
  /** The bill's next date before which money comes in and that its pot does not cover, or the goal's day. */
  date: string
  /** What is missing by then as the plan is. 0: nothing is. */
  missing_cents: number
  /**
   * The least amount that comes to it where each income until then brings it, as far as other fixed amounts leave so much; null: all that
   * they leave is not enough, or nothing comes in.
   */
  level: LevelAmount | null
  /** Day by day of paydays, the most even amounts that come to it and keep the floor; null: there are none. */
  path: { date: string; cents: number }[] | null
  /** Where there is no such path: the most that can be set aside until then and keep the floor. */
  most_cents: number
  /**
   * The first day that this changes, of a payday from today on of which something is free; from it on the floor is held. Null: there is
   * none, or nothing is missing.
   */
  from: string | null
  /** The lowest of the days from today on before that one, where it is below the floor: what is set aside does not change it. */
  below_before: DayBalance | null
  /** The tightest day, which holds the most back, and why. Null: nothing holds it back but what comes in. */
  held_back: { day: DayBalance; reason: LowReason | null } | null
}

export interface LevelAmount {
  cents: number
  /** How many incomes land until then, from the start date on: from there on a rule counts. */
  incomes: number
  /** The day of the first of them, where it came before today; null: none did. */
  since: string | null
  /** Those of them of which other fixed amounts leave less than that: all that they leave is set aside. Null: each gives it whole. */
  smaller: Smaller | null
  /** It comes before percents: some of these get less of an income with it. */
  others_get_less: boolean
  /** What would be the lowest until then with it, from the first day on that it changes, and whether that keeps the floor. */
  lowest: DayBalance
  keeps_floor: boolean
}

/** The level amount as a rule on each income. `id` is the caller's. */
export const settingAside = (id: string, target: string, cents: number): ScenarioEdit =>
  putRow('allocations', { id, target, kind: 'fixed', value: cents, base: 'income', keeps_filling: false })

/** What of each payday from now on reaches a goal by its own day; null: it has none to come, nothing is missing by then, or no amount does. */
export function goalLevel(scenario: Scenario, name: string, today: string): LevelAmount | null {
  const day = scenario.goals.find((goal) => goal.name === name)?.target_date ?? null
  if (day === null || day <= today) return null
  const asked = setAside(scenario, { today, target: formatTarget({ to: 'goal', name }) })
  return asked.ok ? asked.answer.level : null
}

/** Whether a bill has dates for which something can be set aside: what leaves over the days of its periods is paid on none of them. */
export const hasDates = ({ due_date, schedule, spread }: Pick<Bill, 'due_date' | 'schedule' | 'spread'>): boolean =>
  due_date !== null && !(spread && schedule !== null)

/**
 * Problems: `value_is_not_valid` for a target that is none of the plan's or leaves day by day; `is_required` for a goal without a day;
 * `window_is_not_valid`; those of a projection.
 */
export function setAside(scenario: Scenario, asked: SetAsideAsked): { ok: true; answer: SetAside } | Refused {
  const bill = scenario.bills.find(({ id, due_date }) => due_date !== null && asked.target === formatTarget({ to: 'bill', bill_id: id }))
  const goal = scenario.goals.find(({ name }) => asked.target === formatTarget({ to: 'goal', name }))
  if (!bill && !goal) return { ok: false, problems: [problem('value_is_not_valid', '/target')] }
  if (bill && !hasDates(bill)) return { ok: false, problems: [problem('value_is_not_valid.spread', '/target', { name: bill.name })] }
  const by = goal ? (asked.date ?? goal.target_date) : null
  if (goal && by === null) return { ok: false, problems: [problem('is_required', '/date')] }
  const now_date = isPlainDate(asked.today) && asked.today > scenario.start_date ? asked.today : scenario.start_date
  // What a goal has by a day is read off it where that day is the goal's own.
  const meant: Scenario = goal
    ? { ...scenario, goals: scenario.goals.map((row) => (row.id === goal.id ? { ...row, target_date: by } : row)) }
    : scenario
  const seen = looking(meant, asked.today, by ?? lookedUntil(meant, bill!, now_date), scenario.safety_days + 1, '/date')
  if (!seen.ok) return seen
  const { look } = seen
  const need = goal ? needOfGoal(look, goal.id, by!) : needOfBill(look, bill!.id, lookedUntil(meant, bill!, now_date))
  const day = dayOf(need.date)! - look.start_day
  // What came since the plan began is divided by a rule too; the even amounts are of what is still to come.
  const counted = incomesFrom(look, 0, day).filter((income) => income.day >= need.from)
  const last = need.stays ? Math.min(day + scenario.safety_days, look.days) - 1 : day - 1
  const steps = stepsOf(
    look,
    freeOf(
      onBase(scenario.allocations, 'income'),
      counted.filter((income) => income.day >= look.now),
    ),
    last,
  )
  const path =
    need.cents === 0
      ? []
      : smoothest(
          steps.map(({ most, together }) => ({ most, together })),
          need.cents,
        )
  const most_cents = steps.reduce((sum, { most, together }) => Math.min(sum + most, together), 0)
  const binding = path === null ? steps.find(({ together }) => together === steps.at(-1)!.together) : undefined
  const brought = steps.reduce((sum, { most }) => sum + most, 0)
  return {
    ok: true,
    answer: {
      target: asked.target,
      date: need.date,
      missing_cents: need.cents,
      level: need.cents === 0 ? null : levelAmountOf(meant, look, asked.target, counted, need.cents, last),
      path: path && path.map((cents, nth) => ({ date: dateOf(look.start_day + steps[nth]!.day), cents })),
      most_cents,
      held_back: binding && most_cents < brought ? heldBack(look, binding.tightest) : null,
      ...(need.cents === 0 ? { from: null, below_before: null } : beginningOf(look, steps, path, last)),
    },
  }
}

/**
 * From which day on the floor is held: where days between paydays are below it as it is, nothing is set aside of the earlier ones, and
 * the day is that of the first payday behind these days.
 */
function beginningOf(
  look: Looking,
  steps: readonly PaydayStep[],
  path: readonly number[] | null,
  last: number,
): Pick<SetAside, 'from' | 'below_before'> {
  const gives = ({ most, together }: PaydayStep, nth: number): boolean => (path ? path[nth]! > 0 : Math.min(most, together) > 0)
  const first = steps.find(gives) ?? steps.find(({ most }) => most > 0)
  const until = first?.day ?? last + 1
  let below = until - 1
  while (below >= look.now && slackOn(look, below) >= 0) below -= 1
  const behind = steps.find(({ day, most }) => most > 0 && day > below)
  return { from: first && behind ? dateOf(look.start_day + behind.day) : null, below_before: belowIn(look, look.now, until) }
}

function needOfGoal({ projection }: Looking, id: string, date: string): Need {
  const { target_cents, saved_by_target_date_cents } = projection.goals.find((goal) => goal.id === id)!
  return { date, cents: Math.max(0, target_cents - (saved_by_target_date_cents ?? 0)), from: 0, stays: true }
}

interface PaydayStep {
  day: number
  most: number
  /** What all paydays until it may set aside and keep the floor on every day from it to the last. */
  together: number
  /** The day that says so. */
  tightest: number
}

function stepsOf(look: Looking, free: readonly IncomeAhead[], last: number): PaydayStep[] {
  const days = [...Map.groupBy(free, ({ day }) => day)]
  const steps: PaydayStep[] = []
  let [tightest, until] = [-1, last + 1]
  for (const [day, incomes] of days.toReversed()) {
    if (day < until) {
      const own = tightestDay(look, day, until)
      if (tightest < 0 || slackOn(look, own) <= slackOn(look, tightest)) tightest = own
      until = day
    }
    const most = incomes.reduce((sum, { cents }) => sum + cents, 0)
    steps.push({ day, most, together: tightest < 0 ? Number.MAX_SAFE_INTEGER : Math.max(0, slackOn(look, tightest)), tightest })
  }
  return steps.reverse()
}

/** The lowest day is that of the plan with the rule in it. */
function levelAmountOf(
  scenario: Scenario,
  look: Looking,
  target: string,
  incomes: readonly IncomeAhead[],
  missing_cents: number,
  last: number,
): LevelAmount | null {
  const cents = leastLevel(scenario, target, incomes, missing_cents)
  if (cents === null) return null
  const left = leftByFixed(scenario, incomes)
  const after = lookWith(scenario, look, settingAside(trial_row, target, cents)) ?? look
  let changed = look.now
  while (changed <= last && after.available_cents[changed]! >= look.available_cents[changed]!) changed += 1
  const isChanged = changed <= last
  const lowest = balanceWith(after, tightestDay(after, isChanged ? changed : firstChanged(look, left)!, last + 1), 0)
  return {
    cents,
    incomes: incomes.length,
    since: incomes[0]!.day < look.now ? dateOf(look.start_day + incomes[0]!.day) : null,
    smaller: smallerThan(
      cents,
      left.map((income) => income.cents),
    ),
    others_get_less: !othersKeep(onBase(scenario.allocations, 'income'), { kind: 'fixed', value: cents }, incomes),
    lowest,
    keeps_floor: !isChanged || lowest.available_cents >= look.floor_cents,
  }
}

const heldBack = (look: Looking, day: number): NonNullable<SetAside['held_back']> => ({
  day: balanceWith(look, day, 0),
  reason: lowReason(look.projection, dateOf(look.start_day + day)),
})
