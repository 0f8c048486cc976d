/** The last date before a plan begins may be what comes late: what comes just before the next date's day is not taken to be that one's unasked. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOf, dayOf } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Schedule } from '../../../core/schedule/rule.ts'
import { leastSaid, runs } from '../runs.ts'
import { evidence, match, monthly, paid, plan, rowId, start_date, weekly } from './plans.ts'

const gym = (due_date: string, schedule: Schedule = weekly) =>
  plan({ bills: [{ id: rowId(1), name: 'Gym', amount_cents: 3_194, due_date, schedule, evidence: evidence('IRONWORKS FITNESS') }] })
const pays = (date: string): AccountTransaction => paid(date, -3_194, 'IRONWORKS FITNESS')
const doubtsOf = (plan: ReturnType<typeof gym>, files: AccountTransaction[], date: string): readonly string[] =>
  match(plan, files, addDays(date, 3)).matches.find(({ scheduled_date }) => scheduled_date === date)!.reason.doubts

describe('a payment on the eve of a date, where the one before the plan’s start is not known to be paid', () => {
  it.each([
    ['2026-02-27', '2026-03-05', '2026-03-06'],
    ['2026-02-23', '2026-03-01', '2026-03-02'],
  ])('of %s, comes on %s: whether it is that of %s is asked', (before, came, next) => {
    expect(doubtsOf(gym(before), [pays(came)], next)).toEqual(['another_date'])
    expect(doubtsOf(gym(before), [pays(before), pays(came)], next)).toEqual([])
    expect(doubtsOf(gym(before), [pays(next)], next)).toEqual([])
  })
  it('is never sure, whichever the rule and the days, unless that date was paid', () => {
    let early = 0
    fc.assert(
      fc.property(
        fc.constantFrom<Schedule>(weekly, { every: 2, unit: 'week' }, monthly),
        fc.integer({ min: 0, max: 27 }),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        (schedule, since, early_by, isPaid) => {
          const before = addDays(start_date, -1 - since)
          const [next] = nextOf(before, schedule)
          const came = addDays(next!, -early_by)
          if (came <= before || next! < start_date) return
          const files = isPaid ? [pays(before), pays(came)] : [pays(came)]
          const found = match(gym(before, schedule), files, addDays(next!, 3)).matches.find(({ scheduled_date }) => scheduled_date === next)
          if (!found) return
          early += 1
          if (!isPaid) expect(found.sure).toBe(false)
          else expect(found.reason.doubts).not.toContain('another_date')
        },
      ),
      { numRuns: runs(300) },
    )
    expect(early).toBeGreaterThanOrEqual(leastSaid)
  })
})

/** The first date of a rule after its anchor. */
function nextOf(date: string, { every, unit }: Schedule): string[] {
  const day = dayOf(date)!
  return [unit === 'week' ? dateOf(day + 7 * every) : date.replace(/^2026-0(\d)/, (_all, month: string) => `2026-0${Number(month) + 1}`)]
}
