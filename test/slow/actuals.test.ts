/** 10,000 household months, as their banks have them: plan + paid = ledger every time, and the matches against what really was. */
import { describe, expect, it } from 'vitest'
import { household } from '../core/actuals/household.ts'
import { live } from '../core/actuals/months.ts'
import { addScore, noScore, type Score } from '../core/actuals/monthsScore.ts'

const households = 2_000

describe('10,000 household months', () => {
  const total: Score = noScore()
  it('bring the plan to the bank’s balance each time, and nothing is counted twice or lost', () => {
    const broken: string[] = []
    for (let seed = 1; seed <= households; seed += 1) {
      const lived = live(household(seed), seed)
      addScore(total, lived.score)
      broken.push(...lived.broken.map((what) => `household ${seed}: ${what}`))
    }
    expect(total.months).toBe(10_000)
    expect(broken.slice(0, 5)).toEqual([])
  })
  it('match the payments that were made: 99 in 100 right, 2 in 1,000 wrong at most, 5 in 10,000 of the sure ones', () => {
    expect(total.right / total.payments).toBeGreaterThanOrEqual(0.99)
    expect(total.wrong / total.said).toBeLessThanOrEqual(0.002)
    expect(total.sure_wrong / total.sure).toBeLessThanOrEqual(0.0005)
  })
})
