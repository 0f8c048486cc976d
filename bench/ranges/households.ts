/** Whether the bands of generated households hold what then comes, each amount drawn by itself from its range. */
import { normalAt } from '../../core/ranges/normal.ts'
import { runsWith, simulate, varyingPlan } from '../../core/ranges/ranges.ts'
import { chanceOf } from '../prediction/seeded.ts'
import type { Part } from '../report.ts'
import { household, household_start } from './household.ts'

const until = '2026-07-01'
const households = 120
const futures = 25

export function benchHouseholds(): Part {
  const held = { days: 0, allDays: 0, lows: 0, allLows: 0 }
  for (let number = 1; number <= households; number += 1) {
    const asked = { today: household_start, until }
    const [said, found] = [simulate(household(number), asked), varyingPlan(household(number), asked)]
    if (!said.ok || !found.ok) throw new Error(`Household ${number} can't be projected.`)
    const { days, lowest } = said.ranges.main
    const { now, watched, draws } = found.plan
    const { next } = chanceOf(number + 10_000)
    runsWith(
      found.plan,
      Int32Array.from({ length: draws.length * futures }, () => normalAt(Math.floor(next() * 4_294_967_296))),
      ({ available_cents }) => {
        days.low_cents.forEach((low, day) => {
          // What is certain is always held, and says nothing.
          if (low === days.high_cents[day]) return
          held.allDays += 1
          held.days += Number(low <= available_cents[now + day]! && available_cents[now + day]! <= days.high_cents[day]!)
        })
        if (lowest.low_cents === lowest.high_cents) return
        const least = available_cents.subarray(now, watched).reduce((found_least, cents) => Math.min(found_least, cents), Infinity)
        held.allLows += 1
        held.lows += Number(lowest.low_cents <= least && least <= lowest.high_cents)
      },
    )
  }
  const [days, lows] = [held.days / held.allDays, held.lows / held.allLows]
  const from = `${households} households, ${futures} futures each`
  const between = (name: string, value: number) => [
    { name: `${name}, at least`, value, unit: '' as const, bound: { at: 'least' as const, value: 0.78 }, from },
    { name: `${name}, at most`, value, unit: '' as const, bound: { at: 'most' as const, value: 0.82 }, from },
  ]
  return {
    title: 'Ranges: what the 80% bands of generated households hold',
    findings: [...between('days', days), ...between('lowest points', lows)],
    table: [
      ['', 'held'],
      ['days', days.toFixed(3)],
      ['lowest points', lows.toFixed(3)],
    ],
    notes: ['Days and lowest points that nothing uncertain reaches are left out.'],
    measured: held,
  }
}
