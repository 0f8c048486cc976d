/** A payment that was charged twice is told; whatever comes more often, or went back, is not. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chargedTwice } from '../../../core/actuals/charged-twice.ts'
import { addDays } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { paid } from './plans.ts'

const months = ['2025-11-17', '2025-12-17', '2026-01-17', '2026-02-17', '2026-03-17']
const gym = (dates: readonly string[], cents = -2_900): AccountTransaction[] => dates.map((date) => paid(date, cents, 'IRON GYM 4711'))
const told = (transactions: readonly AccountTransaction[], since = '2026-02-01'): string[][] =>
  chargedTwice(transactions, since).map(({ dates }) => dates)

describe('a payment that was charged twice', () => {
  it('is told where it is paid once a month else, on one day or the next', () => {
    expect(told(gym([...months, '2026-03-17']))).toEqual([['2026-03-17', '2026-03-17']])
    expect(told(gym([...months, '2026-03-18']))).toEqual([['2026-03-17', '2026-03-18']])
    expect(chargedTwice(gym([...months, '2026-03-18']), '2026-02-01')[0]!.amount_cents).toBe(-2_900)
  })
  it('is not told of other sums, of what is long ago, of what went back, and of who is paid more often or hardly known', () => {
    expect(told(gym(months))).toEqual([])
    expect(told([...gym(months), ...gym(['2026-03-18'], -900)])).toEqual([])
    expect(told(gym([...months, '2026-03-18']), '2026-03-19')).toEqual([])
    expect(told([...gym([...months, '2026-03-18']), ...gym(['2026-03-24'], 2_900)])).toEqual([])
    expect(told(gym([...months, '2026-03-18', '2026-03-02']))).toEqual([])
    expect(told(gym(['2026-03-17', '2026-03-18']))).toEqual([])
    expect(told([...gym(months), ...gym(['2026-03-17']).map((one) => ({ ...one, account: 'other' }))])).toEqual([])
  })
  it('stays told, whatever is paid there in a later file', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }), fc.constantFrom(-2_900, -1_500), (days, cents) => {
        const twice = gym([...months, '2026-03-18'])
        const later = gym(
          days.map((nth) => addDays('2026-03-18', nth)),
          cents,
        )
        expect(told([...twice, ...later])).toContainEqual(['2026-03-17', '2026-03-18'])
      }),
    )
    const known_late = gym(['2026-02-17', '2026-02-18', '2026-03-17', '2026-04-17'])
    expect(told(known_late)).toEqual([['2026-02-17', '2026-02-18']])
    expect(told([...known_late, ...gym(['2026-04-20'])])).toEqual([['2026-02-17', '2026-02-18']])
  })
  it('is told whatever the order of the transactions, and never where no two are alike within a day', () => {
    const any = fc.array(fc.tuple(fc.integer({ min: 0, max: 150 }), fc.constantFrom(-2_900, -2_900, -1_000, 2_900)), { maxLength: 9 })
    fc.assert(
      fc.property(any, fc.boolean(), (list, turned) => {
        const all = list.flatMap(([days, cents]) => gym([addDays('2025-11-01', days)], cents))
        const found = told(turned ? all.toReversed() : all, '2025-11-01')
        expect(found.toSorted()).toEqual(told(all, '2025-11-01').toSorted())
        for (const [one, two] of found)
          expect(all.filter(({ date, amount_cents }) => amount_cents < 0 && (date === one || date === two)).length).toBeGreaterThan(1)
      }),
    )
  })
})
