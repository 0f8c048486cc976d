/** A tenth of what test/slow/actuals.test.ts lives through: 1,000 household months. */
import { describe, expect, it } from 'vitest'
import { manyRuns, seeded } from '../runs.ts'
import { household } from './household.ts'
import { live } from './months.ts'
import { addScore, noScore, type Score } from './monthsScore.ts'

const households = seeded(200)

describe('household months, file after file', () => {
  const total: Score = noScore()
  const broken: string[] = []
  it('bring the plan to the bank’s balance each time, and nothing is counted twice or lost', () => {
    for (let seed = 1; seed <= manyRuns(households); seed += 1) {
      const lived = live(household(seed), seed)
      addScore(total, lived.score)
      broken.push(...lived.broken.map((what) => `household ${seed}: ${what}`))
    }
    expect(broken.slice(0, 5)).toEqual([])
  })
  it('match the payments that were made: 99 in 100 right, 2 in 1,000 wrong at most, 5 in 10,000 of the sure ones', () => {
    // A handful of households is too few to tell thousandths.
    const slack = manyRuns(households) < households ? 0.02 : 0
    expect(total.right / total.payments).toBeGreaterThanOrEqual(0.985 - slack)
    expect(total.wrong / total.said).toBeLessThanOrEqual(0.003 + slack)
    expect(total.sure_wrong / total.sure).toBeLessThanOrEqual(0.0005 + slack)
    expect(total.transfers_right / total.transfers).toBeGreaterThanOrEqual(0.99 - slack)
  })
})
