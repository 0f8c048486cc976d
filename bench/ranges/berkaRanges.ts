/**
 * Whether the ranges of plans made of real accounts hold: 31 days ahead at three cut-offs an account, as `baseline.mjs` beside the data looks at them
 * (block bootstrap: CRPS of the end .411, of the lowest point .275, cover .878 and .884, Brier .033).
 */
import { dateOf, dayOf } from '../../core/calendar.ts'
import { predictBills } from '../../core/prediction/predictBills.ts'
import { project } from '../../core/projection/project.ts'
import { eachRun, varyingPlan } from '../../core/ranges/ranges.ts'
import { berkaEnd, berkaLedger, hasBerka, readBerka } from '../prediction/berka.ts'
import { planOf } from '../prediction/plans.ts'
import type { Part } from '../report.ts'

const days_ahead = 31
/** Days before the last one that is known in full. */
const origins = [0, 10, 20]
const seen_days = 352
const runs = 300
const baseline = { low: 0.275, end: 0.411 }
const levels = Array.from({ length: 19 }, (_, nth) => (nth + 1) / 20)

interface Case {
  /** In monthly outflows. */
  crps: { low: number; end: number }
  within: { low: boolean; end: boolean }
  below: { happened: boolean; said: number } | null
}

export function benchBerkaRanges(): Part {
  const title = 'Berka: ranges of plans made of what was predicted and everyday spending'
  if (!hasBerka()) return { title, findings: [], table: [], notes: ['Skipped: ../shared/data/berka is not there, seen from the repository.'], measured: null }
  const { transactions } = berkaLedger(readBerka(), 'payee', null)
  const last = berkaEnd - 1
  const accounts = [...Map.groupBy(transactions.filter(({ date }) => dayOf(date)! <= last), ({ account }) => account!)]
  const cases = origins.flatMap((back) => {
    const cutoff_day = last + 1 - days_ahead - back
    const cutoff = dateOf(cutoff_day)
    const old = accounts.filter(([, own]) => last + 1 - Math.min(...own.map(({ date }) => dayOf(date)!)) >= seen_days)
    const proposals = Map.groupBy(predictBills(old.flatMap(([, own]) => own.filter(({ date }) => date < cutoff)), cutoff), ({ account }) => account)
    return old.flatMap(([account, own]): Case[] => {
      const first = own.reduce((least, { date }) => (date < least ? date : least), '9999-12-31')
      const byDay = new Map<number, number>()
      for (const { date, amount_cents } of own) byDay.set(dayOf(date)!, (byDay.get(dayOf(date)!) ?? 0) + amount_cents)
      const balance = [...byDay].reduce((sum, [day, cents]) => (day < cutoff_day ? sum + cents : sum), 0)
      const from = Math.max(dayOf(first)!, cutoff_day - 365)
      const month = (own.reduce((sum, { date, amount_cents }) => (amount_cents < 0 && dayOf(date)! >= from && dayOf(date)! < cutoff_day ? sum - amount_cents : sum), 0) / (cutoff_day - from)) * 30.4
      if (month < 50_000) return []
      const plan = planOf(own, { balance, cutoff, first, proposals: proposals.get(account) ?? [] })
      const asked = { today: cutoff, until: dateOf(cutoff_day + days_ahead) }
      const found = varyingPlan(plan, asked)
      const certain = project(plan, asked)
      if (!found.ok || !certain.ok) throw new Error(`${account} can't be projected.`)
      const [ends, lows]: [number[], number[]] = [[], []]
      const hear = ({ total_cents }: { total_cents: Float64Array }): void => {
        ends.push(total_cents[days_ahead - 1]! - balance)
        lows.push(total_cents.subarray(0, days_ahead).reduce((least, cents) => Math.min(least, cents - balance), 0))
      }
      if (found.plan.draws.length === 0) hear(certain.projection)
      else eachRun(found.plan, { runs, seed: 1 }, hear)
      let [sum, least] = [0, 0]
      for (let day = 0; day < days_ahead; day += 1) {
        sum += byDay.get(cutoff_day + day) ?? 0
        least = Math.min(least, sum)
      }
      const [end, low] = [scored(ends, sum), scored(lows, least)]
      const floor = month / 4
      const below = balance < floor ? null : { happened: balance + least < floor, said: lows.filter((cents) => balance + cents < floor).length / lows.length }
      return [{ crps: { low: low.crps / month, end: end.crps / month }, within: { low: low.isWithin, end: end.isWithin }, below }]
    })
  })
  return told(title, cases)
}

/** The mean pinball loss over the levels, twice; and whether the middle eight tenths hold it. */
function scored(values: number[], truth: number): { crps: number; isWithin: boolean } {
  values.sort((a, b) => a - b)
  const at = levels.map((level) => {
    const place = (values.length - 1) * level
    const [lower, upper] = [values[Math.floor(place)]!, values[Math.ceil(place)]!]
    return lower + (upper - lower) * (place - Math.floor(place))
  })
  const crps = (2 / levels.length) * at.reduce((sum, value, nth) => sum + Math.max(levels[nth]! * (truth - value), (levels[nth]! - 1) * (truth - value)), 0)
  return { crps, isWithin: at[1]! - 0.01 <= truth && truth <= at[17]! + 0.01 }
}

function told(title: string, cases: readonly Case[]): Part {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const below = cases.flatMap((one) => (one.below ? [one.below] : []))
  const often = mean(below.map(({ happened }) => Number(happened)))
  const figures = {
    low: mean(cases.map(({ crps }) => crps.low)), end: mean(cases.map(({ crps }) => crps.end)),
    lowHeld: mean(cases.map(({ within }) => Number(within.low))), endHeld: mean(cases.map(({ within }) => Number(within.end))),
    brier: mean(below.map(({ happened, said }) => (said - Number(happened)) ** 2)), always: often * (1 - often),
  }
  const from = `${cases.length} plans`
  return {
    title,
    findings: [
      { name: 'CRPS of the lowest point beside the block bootstrap', value: figures.low / baseline.low, unit: '', bound: { at: 'most', value: 0.7 }, from },
      { name: 'the 80% band holds the lowest point, at least', value: figures.lowHeld, unit: '', bound: { at: 'least', value: 0.78 }, from },
      { name: 'the 80% band holds the lowest point, at most', value: figures.lowHeld, unit: '', bound: { at: 'most', value: 0.82 }, from },
      { name: 'Brier score of falling below a quarter of a month’s outflow, beside saying always how often', value: figures.brier / figures.always, unit: '', bound: { at: 'most', value: 1 }, from },
    ],
    table: [
      ['', 'CRPS', 'the bootstrap’s', 'held'],
      ['lowest point', figures.low.toFixed(3), baseline.low.toFixed(3), figures.lowHeld.toFixed(3)],
      ['end', figures.end.toFixed(3), baseline.end.toFixed(3), figures.endHeld.toFixed(3)],
      ['below the floor', figures.brier.toFixed(4), figures.always.toFixed(4), often.toFixed(3)],
    ],
    notes: ['CRPS in monthly outflows; of “below the floor” the Brier score, that of always saying how often, and how often.'],
    measured: cases,
  }
}
