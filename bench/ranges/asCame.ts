/** A plan made of what an account showed until a day, and its ranges, against what came in the 31 days after it. */
import { dateOf, dayOf } from '../../core/calendar.ts'
import type { AccountTransaction } from '../../core/prediction/history.ts'
import type { Proposal } from '../../core/prediction/proposal.ts'
import { project } from '../../core/projection/project.ts'
import { eachRun, varyingPlan } from '../../core/ranges/ranges.ts'
import { planOf } from '../prediction/plans.ts'

export const days_ahead = 31
const runs = 300
const levels = Array.from({ length: 19 }, (_, nth) => (nth + 1) / 20)

export interface AsCame {
  /** In monthly outflows. */
  crps: { low: number; end: number }
  within: { low: boolean; end: boolean }
  /** What part of its own runs the band of the lowest point holds: more than eight tenths where many of them are at an end of it. */
  ownLow: number
  /** Of the runs whose lowest point is the one that came, as much counts as lies within the middle eight tenths. */
  lowFairly: number
  /** Of the days, the part that its band holds. */
  days: number
  below: { happened: boolean; said: number } | null
}

/** null: hardly anything leaves the account. `own`: its transactions, those after the cut-off too. */
export function asCame(
  own: readonly AccountTransaction[],
  { cutoff_day, proposals }: { cutoff_day: number; proposals?: readonly Proposal[] },
): AsCame | null {
  const first = own.reduce((least, { date }) => (date < least ? date : least), '9999-12-31')
  const byDay = new Map<number, number>()
  for (const { date, amount_cents } of own) byDay.set(dayOf(date)!, (byDay.get(dayOf(date)!) ?? 0) + amount_cents)
  const balance = [...byDay].reduce((sum, [day, cents]) => (day < cutoff_day ? sum + cents : sum), 0)
  const from = Math.max(dayOf(first)!, cutoff_day - 365)
  const month =
    (own.reduce(
      (sum, { date, amount_cents }) => (amount_cents < 0 && dayOf(date)! >= from && dayOf(date)! < cutoff_day ? sum - amount_cents : sum),
      0,
    ) /
      (cutoff_day - from)) *
    30.4
  if (month < 50_000) return null
  const cutoff = dateOf(cutoff_day)
  const plan = planOf(own, { balance, cutoff, first, ...(proposals && { proposals }) })
  const paths = runsOf(plan, cutoff).map((path) => path.map((cents) => cents - balance))
  const least = (path: ArrayLike<number>): number => Array.from(path).reduce((found, cents) => Math.min(found, cents), 0)
  let sum = 0
  const came = Array.from({ length: days_ahead }, (_, day) => (sum += byDay.get(cutoff_day + day) ?? 0))
  const [ends, lows] = [paths.map((path) => path[days_ahead - 1]!), paths.map(least)]
  const [end, low] = [scored(ends, sum), scored(lows, least(came))]
  const floor = month / 4
  const days =
    came.filter(
      (cents, day) =>
        scored(
          paths.map((path) => path[day]!),
          cents,
        ).isWithin,
    ).length / days_ahead
  const below =
    balance < floor
      ? null
      : { happened: balance + least(came) < floor, said: lows.filter((cents) => balance + cents < floor).length / lows.length }
  return {
    crps: { low: low.crps / month, end: end.crps / month },
    within: { low: low.isWithin, end: end.isWithin },
    ownLow: low.own,
    lowFairly: low.fairly,
    days,
    below,
  }
}

/** What is there at the end of each day, run by run. */
function runsOf(plan: ReturnType<typeof planOf>, today: string): Float64Array[] {
  const asked = { today, until: dateOf(dayOf(today)! + days_ahead) }
  const [found, certain] = [varyingPlan(plan, asked), project(plan, asked)]
  if (!found.ok || !certain.ok) throw new Error('A plan can’t be projected.')
  const paths: Float64Array[] = []
  if (found.plan.draws.length === 0) return [certain.projection.total_cents.slice(0, days_ahead)]
  eachRun(found.plan, { runs, seed: 1 }, ({ total_cents }) => paths.push(total_cents.slice(0, days_ahead)))
  return paths
}

/** The mean pinball loss over the levels, twice; whether the middle eight tenths hold it, and how many of the values themselves. */
function scored(values: number[], truth: number): { crps: number; isWithin: boolean; fairly: number; own: number } {
  values.sort((a, b) => a - b)
  const at = levels.map((level) => {
    const place = (values.length - 1) * level
    const [lower, upper] = [values[Math.floor(place)]!, values[Math.ceil(place)]!]
    return lower + (upper - lower) * (place - Math.floor(place))
  })
  const crps =
    (2 / levels.length) *
    at.reduce((sum, value, nth) => sum + Math.max(levels[nth]! * (truth - value), (levels[nth]! - 1) * (truth - value)), 0)
  const [less, alike] = [
    values.filter((value) => value < truth - 1).length / values.length,
    values.filter((value) => Math.abs(value - truth) <= 1).length / values.length,
  ]
  const inside = Math.max(0, Math.min(less + alike, 0.9) - Math.max(less, 0.1))
  const fairly = alike === 0 ? Number(less >= 0.1 && less <= 0.9) : inside / alike
  const holds = (value: number): boolean => at[1]! - 0.01 <= value && value <= at[17]! + 0.01
  return { crps, isWithin: holds(truth), fairly, own: values.filter(holds).length / values.length }
}

/** What all came to. */
export function meanOf(cases: readonly AsCame[]) {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const below = cases.flatMap((one) => (one.below ? [one.below] : []))
  const often = mean(below.map(({ happened }) => Number(happened)))
  return {
    low: mean(cases.map(({ crps }) => crps.low)),
    end: mean(cases.map(({ crps }) => crps.end)),
    lowHeld: mean(cases.map(({ within }) => Number(within.low))),
    endHeld: mean(cases.map(({ within }) => Number(within.end))),
    ownLow: mean(cases.map(({ ownLow }) => ownLow)),
    lowFairly: mean(cases.map(({ lowFairly }) => lowFairly)),
    days: mean(cases.map(({ days }) => days)),
    brier: mean(below.map(({ happened, said }) => (said - Number(happened)) ** 2)),
    often,
    always: often * (1 - often),
  }
}
