/** Plans made of what real accounts of 1993–94 showed until a day, against the balances that came: beside three simple methods. */
import { addDays, dateOf, dayOf } from '../../core/calendar.ts'
import { predictBills } from '../../core/prediction/predictBills.ts'
import { project } from '../../core/projection/project.ts'
import { forecastError, forecast_days } from '../../core/spending/forecast-error.ts'
import { median } from '../measure.ts'
import type { Part } from '../report.ts'
import { berkaEnd, berkaLedger, hasBerka, readBerka } from './berka.ts'
import { planOf } from './plans.ts'

/** So many days an account must have been seen. */
const seen_days = 180

/** What an account had at each day's end, from a day on. */
interface Ahead {
  end: number
  low: number
}

const outlookOf = (balance: number, changes: readonly number[]): Ahead => {
  let [end, low] = [balance, Infinity]
  for (const change of changes) {
    end += change
    low = Math.min(low, end)
  }
  return { end, low }
}

export function benchBerkaBalances(): Part {
  const title = 'Berka: balances ahead of plans made of what was predicted and everyday spending'
  if (!hasBerka()) return { title, findings: [], table: [], notes: ['Skipped: ../shared/data/berka is not there, seen from the repository.'], measured: null }
  const { transactions } = berkaLedger(readBerka(), 'payee', null)
  const cutoff_day = berkaEnd + 1 - Math.max(...forecast_days)
  const cutoff = dateOf(cutoff_day)
  const known = transactions.filter(({ date }) => date < cutoff)
  const proposals = Map.groupBy(predictBills(known, cutoff).filter(({ state }) => state !== 'lapsed'), ({ account }) => account)
  const errors = new Map<string, number[]>()
  const note = (key: string, cents: number): void => void errors.set(key, [...(errors.get(key) ?? []), Math.abs(cents)])
  let accounts = 0
  for (const [account, own] of Map.groupBy(transactions, (one) => one.account!)) {
    const first = own.reduce((least, { date }) => (date < least ? date : least), '9999-12-31')
    if (dayOf(first)! > cutoff_day - seen_days) continue
    accounts += 1
    const byDay = new Map<number, number>()
    for (const { date, amount_cents } of own) byDay.set(dayOf(date)!, (byDay.get(dayOf(date)!) ?? 0) + amount_cents)
    const changesOn = (from: number, days: number, on: (day: number) => number): number[] => Array.from({ length: days }, (_, nth) => on(from + nth))
    const came = (day: number): number => byDay.get(day) ?? 0
    const balance = [...byDay].reduce((sum, [day, cents]) => (day < cutoff_day ? sum + cents : sum), 0)
    const plan = planOf(own, { balance, cutoff, first, proposals: proposals.get(account) ?? [] })
    for (const days of forecast_days) {
      const truth = outlookOf(balance, changesOn(cutoff_day, days, came))
      const day = addDays(cutoff, days)
      const told = forecastError([{ state: plan, from: cutoff }], { ...plan, start_date: day, planning_balance_cents: truth.end }, day).find((one) => one.days === days)
      note(`plan ${days} end`, told!.cents)
      const projected = project(plan, { today: cutoff, until: day })
      if (!projected.ok) throw new Error(JSON.stringify(projected.problems))
      note(`plan ${days} low`, Math.min(...projected.projection.total_cents) - truth.low)
      const simple: Record<string, Ahead> = {
        'last balance': { end: balance, low: balance },
        'same days of last month': outlookOf(balance, changesOn(cutoff_day, days, (on) => came(monthBefore(on)))),
        'median per day of the month': outlookOf(balance, changesOn(cutoff_day, days, (on) => usualOn(on, came, Math.max(dayOf(first)!, cutoff_day - 366), cutoff_day))),
      }
      for (const [name, said] of Object.entries(simple)) {
        note(`${name} ${days} end`, said.end - truth.end)
        note(`${name} ${days} low`, said.low - truth.low)
      }
    }
  }
  const methods = ['plan', 'last balance', 'same days of last month', 'median per day of the month']
  const mean = (key: string): number => errors.get(key)!.reduce((sum, cents) => sum + cents, 0) / errors.get(key)!.length
  const columns = forecast_days.flatMap((days) => ['end', 'low'].map((what) => `${days} ${what}`))
  const best = columns.map((column) => Math.min(...methods.slice(1).map((name) => mean(`${name} ${column}`))))
  return {
    title,
    findings: [],
    table: [
      ['mean error in crowns', ...columns.map((column) => column.replace(' ', ' days, '))],
      ...methods.map((name) => [name, ...columns.map((column) => (mean(`${name} ${column}`) / 100).toFixed(0))]),
      ['plan beside the best', ...columns.map((column, nth) => (mean(`plan ${column}`) / best[nth]!).toFixed(2))],
      ['median error of the plan', ...columns.map((column) => (median(errors.get(`plan ${column}`)!) / 100).toFixed(0))],
    ],
    notes: [`${accounts} accounts that were seen for ${seen_days} days before ${cutoff}, as they are. Wanted is 0.75 beside the best; what comes in without a rhythm is in no plan.`],
    measured: Object.fromEntries(errors),
  }
}

/** The same day of the month before, its last one where that is shorter. */
function monthBefore(day: number): number {
  const [year, month, on] = dateOf(day).split('-').map(Number) as [number, number, number]
  const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1]
  for (let date = on; ; date -= 1) {
    const found = dayOf(`${y}-${String(m).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
    if (found !== null) return found
  }
}

/** The middle of what came on this day of the month, of the months that were seen. */
function usualOn(day: number, came: (day: number) => number, from: number, until: number): number {
  const on = dateOf(day).slice(8)
  const found: number[] = []
  for (let other = from; other < until; other += 1) if (dateOf(other).slice(8) === on) found.push(came(other))
  return found.length === 0 ? 0 : Math.round(median(found))
}
