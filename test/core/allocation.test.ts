import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allocate,
  checkAllocations,
  checkValue,
  evenlyLeft,
  evenShare,
  fillsTo,
  formatTarget,
  largestRemainder,
  nearestPercent,
  parseTarget,
  percentRoom,
  potAfter,
} from '../../core/allocation.ts'
import { manyRuns } from './runs.ts'
import { told } from './toldProblems.ts'

const fixed = (value: number) => ({ kind: 'fixed' as const, value })
const percent = (value: number) => ({ kind: 'percent' as const, value })

describe('allocating an amount', () => {
  const cases: [string, number, ReturnType<typeof fixed | typeof percent>[], number[], number, number][] = [
    ['three of 33% of 100 leave 1', 100, [percent(33), percent(33), percent(33)], [33, 33, 33], 1, 0],
    ['50% of 1 is 1: the unallocated rest is last in ties', 1, [percent(50)], [1], 0, 0],
    ['what fixed ones leave is split by the percents as weights', 1_000, [fixed(300), percent(50), percent(30)], [300, 438, 262], 0, 100],
    ['percents are of the whole base, not of what the fixed ones left', 1_000, [fixed(200), percent(50)], [200, 500], 300, 0],
    ['fixed ones are served in list order as far as the money lasts', 500, [fixed(300), fixed(300), fixed(10)], [300, 200, 0], 0, 110],
    ['fixed ones come first wherever they stand', 100, [percent(100), fixed(60)], [40, 60], 0, 60],
    ['a base of 0 gives nothing', 0, [fixed(5), percent(50)], [0, 0], 0, 5],
    ['an overdrawn base gives nothing and leaves what the fixed ones want', -700, [fixed(5), percent(50)], [0, 0], 0, 5],
    ['100% takes the last cent', 101, [percent(50), percent(50)], [51, 50], 0, 0],
    ['percents that come to the last cent get what they want', 2, [percent(14), percent(59), percent(13)], [1, 1, 0], 0, 0],
    ['percents of 0 and amounts of 0 take nothing', 100, [percent(0), fixed(0), percent(10)], [0, 0, 10], 90, 0],
    ['more than 100% is cut to what is there, by the percents as weights', 100, [percent(100), percent(50)], [67, 33], 0, 0],
    ['no allocations leave everything', 42, [], [], 42, 0],
    [
      'no float can drift at the limit of an amount',
      900_000_000_000_000,
      [percent(33), percent(33), percent(34)],
      [297_000_000_000_000, 297_000_000_000_000, 306_000_000_000_000],
      0,
      0,
    ],
  ]
  it.each(cases)('%s', (_name, base, allocations, shares, remaining, over_by) => {
    expect(allocate(base, allocations)).toMatchObject({ shares, remaining, over_by })
  })

  const rules = fc
    .array(fc.oneof(fc.integer({ min: 0, max: 2_000_000 }).map(fixed), fc.integer({ min: 0, max: 30 }).map(percent)), { maxLength: 12 })
    .map((list) => {
      let room = 100
      return list.map((rule) => {
        if (rule.kind === 'fixed') return rule
        const value = Math.min(room, rule.value)
        room -= value
        return percent(value)
      })
    })
  const base = fc.oneof(
    fc.integer({ min: 0, max: 3_000_000 }),
    fc.integer({ min: 0, max: 900_000_000_000_000 }),
    fc.integer({ min: 0, max: 200 }),
  )

  it('shares and remaining add up to the base, and nobody gets more than they want', () => {
    fc.assert(
      fc.property(base, rules, (amount, list) => {
        const { shares, shortfalls, remaining, over_by } = allocate(amount, list)
        const sum = shares.reduce((total, share) => total + share, 0)
        expect(sum + remaining).toBe(amount)
        expect(remaining).toBeGreaterThanOrEqual(0)
        list.forEach((rule, index) => {
          expect(shares[index]!).toBeGreaterThanOrEqual(0)
          expect(shortfalls[index]!).toBeGreaterThanOrEqual(0)
          if (rule.kind === 'fixed') expect(shares[index]! + shortfalls[index]!).toBe(rule.value)
          // A largest-remainder share is within one of the exact one.
          else
            expect(
              Math.abs(shares[index]! + shortfalls[index]! - Number((BigInt(amount) * BigInt(rule.value)) / 100n)),
            ).toBeLessThanOrEqual(1)
        })
        const wanted = shares.reduce((total, share, index) => total + share + shortfalls[index]!, 0)
        expect(over_by).toBe(Math.max(0, wanted - amount))
        if (over_by > 0) expect(remaining).toBe(0)
      }),
      { numRuns: manyRuns(10_000) },
    )
  })

  it('an earlier fixed one is never short while a later one gets something', () => {
    fc.assert(
      fc.property(base, rules, (amount, list) => {
        const { shares, shortfalls } = allocate(amount, list)
        let isShort = false
        list.forEach((rule, index) => {
          if (isShort) expect(shares[index]!).toBe(rule.kind === 'fixed' ? 0 : shares[index])
          isShort ||= rule.kind === 'fixed' && shortfalls[index]! > 0
        })
        if (isShort) list.forEach((rule, index) => rule.kind === 'percent' && expect(shares[index]).toBe(0))
      }),
      { numRuns: manyRuns(10_000) },
    )
  })

  it.each([
    ['the cent that can’t be divided goes to the first of equals', 100, [1, 1, 1], [34, 33, 33]],
    ['and to the largest remainder, wherever it stands', 10, [1, 1, 4], [2, 2, 6]],
    ['who has no remainder gets no cent more', 2, [2, 1, 1], [1, 1, 0]],
    ['nobody gets anything by no weight', 100, [0, 0], [0, 0]],
    ['a weight of 0 gets nothing', 5, [0, 3, 0, 4], [0, 2, 0, 3]],
  ])('%s', (_name, amount, weights, shares) => {
    expect(largestRemainder(amount, weights)).toEqual(shares)
  })

  it('largest remainder follows the exact quotients to within one, and ties go by order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900_000_000_000_000 }),
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 9 }),
        (amount, weights) => {
          const total = weights.reduce((sum, weight) => sum + weight, 0)
          const shares = largestRemainder(amount, weights)
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total === 0 ? 0 : amount)
          weights.forEach((weight, index) => {
            const floor = total === 0 ? 0 : Number((BigInt(amount) * BigInt(weight)) / BigInt(total))
            expect([floor, floor + 1]).toContain(shares[index])
            const twin = weights.indexOf(weight)
            expect(shares[twin]!).toBeGreaterThanOrEqual(shares[index]!)
          })
        },
      ),
      { numRuns: manyRuns(10_000) },
    )
  })
})

describe('percents and targets', () => {
  it('a slider has the room that the others leave', () => {
    const base = 'balance' as const
    const rows = [
      { id: 'a', base, ...percent(40) },
      { id: 'b', base, ...percent(35) },
      { id: 'c', base, ...fixed(500) },
    ]
    expect(percentRoom(rows, 'a', 'balance')).toBe(65)
    expect(percentRoom(rows, 'new', 'balance')).toBe(25)
    expect(percentRoom([...rows, { id: 'd', base, ...percent(90) }], 'a', 'balance')).toBe(0)
    expect(percentRoom(rows, 'a', 'income')).toBe(100)
    expect(percentRoom([...rows, { id: 'e', base: 'income', ...percent(70) }], 'a', 'income')).toBe(30)
  })

  it.each([
    [0, 0, 0],
    [50, -5, 0],
    [0, 7, 0],
    [333, 1000, 33],
    [335, 1000, 34],
    [1000, 1000, 100],
    [899_999_999_999_999, 900_000_000_000_000, 100],
  ])('%d of %d is nearest to %d%%', (share, base, percent) => {
    expect(nearestPercent(share, base)).toBe(percent)
  })

  it('a fixed amount of a debt is no percent of it', () => {
    expect(nearestPercent(50, -1_000)).toBe(0)
  })

  it('percents over 100 are refused with by how much, 100 is not', () => {
    const rows = (...values: number[]) => values.map((value) => ({ target: 'savings:x', base: 'balance' as const, ...percent(value) }))
    expect(checkAllocations(rows(60, 40), new Set())).toEqual([])
    expect(told(checkAllocations(rows(60, 41), new Set()))).toMatchObject([
      { code: 'percents_must_not_exceed_100', path: '/allocations', message: expect.stringContaining('Lower them by 1') },
    ])
  })

  it('each base has a hundred percent of its own', () => {
    const on = (base: 'balance' | 'income', value: number) => ({ target: 'savings:x', base, ...percent(value) })
    expect(checkAllocations([on('balance', 100), on('income', 100)], new Set())).toEqual([])
    expect(told(checkAllocations([on('balance', 60), on('income', 90), on('income', 12)], new Set()))).toMatchObject([
      {
        code: 'percents_must_not_exceed_100',
        message: 'The percents of each income add up to 102. Lower them by 2 to come to 100 at most.',
      },
    ])
  })

  it('a bill target must name a bill of the plan', () => {
    const bill = '0d3b6a3e-8c58-4d7c-9f5e-2a8e6d1c4b7a'
    const rows = [{ target: `bill:${bill}`, base: 'balance' as const, ...fixed(1) }]
    expect(checkAllocations(rows, new Set([bill]))).toEqual([])
    expect(checkAllocations(rows, new Set())).toMatchObject([{ code: 'target_names_no_bill', path: '/allocations/0/target' }])
    // What is no target at all is refused where it is read.
    expect(checkAllocations([{ ...rows[0]!, target: 'rent' }], new Set())).toEqual([])
  })

  it('an account target must name an account of the plan, and the row that does not is the one named', () => {
    const account = '0d3b6a3e-8c58-4d7c-9f5e-2a8e6d1c4b7a'
    const rows = [
      { target: 'savings:x', base: 'balance' as const, ...fixed(1) },
      { target: `account:${account}`, base: 'income' as const, ...fixed(1) },
    ]
    expect(checkAllocations(rows, new Set(), new Set([account]))).toEqual([])
    expect(checkAllocations(rows, new Set([account]))).toMatchObject([
      { code: 'account_is_not_in_the_plan', path: '/allocations/1/target' },
    ])
  })

  it('a pot is named by 160 characters at most, as a person counts them', () => {
    const name = '🏡'.repeat(152)
    expect(parseTarget(`savings:${name}`)).toEqual({ to: 'savings', name })
    expect(parseTarget(`savings:${name}🏡`)).toBeNull()
  })

  it.each([
    ['bill:0D3B6A3E-8C58-4D7C-9F5E-2A8E6D1C4B7A', 'bill:0d3b6a3e-8c58-4d7c-9f5e-2a8e6d1c4b7a'],
    ['savings:  Rainy day ', 'savings:Rainy day'],
    ['goal:a:b', 'goal:a:b'],
    ['account: 0D3B6A3E-8C58-4D7C-9F5E-2A8E6D1C4B7A', 'account:0d3b6a3e-8c58-4d7c-9f5e-2a8e6d1c4b7a'],
  ])('%s is read as %s', (text, canonical) => {
    expect(formatTarget(parseTarget(text)!)).toBe(canonical)
  })

  it.each([
    '',
    'bill:',
    'bill:1',
    'account:',
    'account:1',
    'pot:x',
    'savings:',
    'goal:   ',
    'rent',
    'Savings:x',
    `savings:${'x'.repeat(153)}`,
  ])('%j is no target', (text) => {
    expect(parseTarget(text)).toBeNull()
  })

  it.each([
    ['percent', 100, []],
    ['percent', 101, ['percent_must_be_from_0_to_100']],
    ['percent', 12.5, ['percent_must_be_from_0_to_100']],
    ['percent', -1, ['percent_must_be_from_0_to_100']],
    ['fixed', 0, []],
    ['fixed', -1, ['amount_must_not_be_negative']],
    ['fixed', 900_000_000_000_000, []],
    ['fixed', 900_000_000_000_001, ['amount_is_too_large']],
    ['percent', 0, []],
  ] as const)('%s %d gives %j', (kind, value, codes) => {
    const found = checkValue(kind, value, '/value')
    expect(found.map(({ code }) => code)).toEqual(codes)
    expect(found.every(({ path }) => path === '/value')).toBe(true)
  })
})

describe('what leaves evenly over days', () => {
  it('100.00 over three days is 33.34, 33.33 and 33.33, and what is left goes down by it', () => {
    expect([0, 1, 2].map((nth) => evenShare(10_000, 3, nth))).toEqual([3_334, 3_333, 3_333])
    expect([0, 1, 2, 3].map((nth) => evenlyLeft(10_000, 3, nth))).toEqual([10_000, 6_666, 3_333, 0])
  })
  it('shares add up to the amount, a cent apart at most, the larger first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900_000_000_000_000 }), fc.integer({ min: 1, max: 400 }), (amount, days) => {
        let left = amount
        for (let nth = 0; nth < days; nth += 1) {
          expect(evenlyLeft(amount, days, nth)).toBe(left)
          left -= evenShare(amount, days, nth)
        }
        expect(left).toBe(0)
        const [first, last] = [evenShare(amount, days, 0), evenShare(amount, days, days - 1)]
        expect([0, 1]).toContain(first - last)
      }),
      { numRuns: manyRuns(300) },
    )
  })
})

describe('a pot', () => {
  it('is filled to what its next date costs, or to all it holds where its rule keeps filling', () => {
    expect(fillsTo(false, 50_000, 12_000)).toBe(12_000)
    expect(fillsTo(false, 50_000, 80_000)).toBe(50_000)
    expect(fillsTo(true, 50_000, 12_000)).toBe(50_000)
  })
  it.each([
    ['takes all of a share that fits', 100, 50, 200, 150],
    ['takes no more than it is filled to', 100, 50, 120, 120],
    ['keeps what it holds beyond that', 300, 50, 120, 300],
    ['has no end where none is said', 100, 50, Infinity, 150],
  ])('%s', (_name, held, share, filled, after) => {
    expect(potAfter(held, share, filled)).toBe(after)
  })
})
