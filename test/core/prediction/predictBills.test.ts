import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOf, dayOf } from '../../../core/calendar.ts'
import { predictBills, type AccountTransaction, type Proposal } from '../../../core/prediction/predictBills.ts'
import { checkSchedule } from '../../../core/schedule/schedule.ts'
import { scheduleSchema, type Schedule } from '../../../core/schedule/rule.ts'
import { runs } from '../runs.ts'
import { charges, datesOf, monthly, today } from './charges.ts'

const only = (transactions: AccountTransaction[], on: string = today): Proposal => {
  const proposals = predictBills(transactions, on)
  expect(proposals).toHaveLength(1)
  return proposals[0]!
}

describe('a subscription', () => {
  it('is a monthly bill: its day, its price, when next, and the charges it rests on', () => {
    const paid = charges('NETFLIX.COM 866-579-7172 CA', monthly('2025-07-08'), 1_549)
    expect(only(paid)).toMatchObject({
      direction: 'out',
      payee: 'NETFLIX',
      name: 'Netflix',
      category: 'subscriptions',
      amount_cents: 1_549,
      amount_low_cents: 1_549,
      amount_high_cents: 1_549,
      schedule: { every: 1, unit: 'month', on: [8] },
      due_date: '2026-07-08',
      state: 'steady',
      missed: [],
      price_changes: [],
      transaction_ids: paid.map(({ id }) => id),
      first_date: '2025-07-08',
      last_date: '2026-06-08',
    })
    expect(only(paid).confidence).toBeGreaterThan(0.95)
  })

  it('needs two charges, and is called early for the first few', () => {
    expect(predictBills(charges('Gym', ['2026-06-03'], 4_900), today)).toEqual([])
    expect(only(charges('Gym', ['2026-05-03', '2026-06-03'], 4_900)).state).toBe('early')
    expect(only(charges('Gym', monthly('2025-12-03'), 4_900)).state).toBe('steady')
  })

  it('whose price rose has the new price, and says when it rose', () => {
    const paid = charges('Spotify', monthly('2025-07-12'), (nth) => (nth < 7 ? 999 : 1_099))
    expect(only(paid)).toMatchObject({
      amount_cents: 1_099,
      amount_low_cents: 1_099,
      price_changes: [{ date: '2026-02-12', from_cents: 999, to_cents: 1_099 }],
    })
  })

  it.each([
    [
      'a day early and after a missed month',
      ['2025-11-06', '2025-12-08', '2026-01-08', '2026-02-08', '2026-03-08', '2026-05-09'],
      1_042,
      1_077,
    ],
    ['with few charges before', ['2026-02-09', '2026-03-09', '2026-04-10', '2026-05-10'], 1_311, 1_427],
    ['where weekends move it to and fro', ['2026-01-12', '2026-02-12', '2026-03-16', '2026-04-12', '2026-05-11'], 6_676, 7_223],
  ])('whose price rose with its latest charge goes on at that price: %s', (_case, dates, before, now) => {
    const paid = charges('Streaming', dates, (nth) => (nth < dates.length - 1 ? before : now))
    expect(only(paid, '2026-06-02')).toMatchObject({
      amount_cents: now,
      price_changes: [{ date: dates.at(-1), from_cents: before, to_cents: now }],
      transaction_ids: { length: dates.length },
    })
    expect(only(paid, '2026-06-02').state).not.toBe('lapsed')
  })

  it('that a payee sells besides, at quite another price, is not a new price of the bill', () => {
    const paid = charges('Streaming', monthly('2025-07-08', '2026-02-20'), 1_549)
    expect(only([...paid, ...charges('Streaming', ['2026-05-21'], 4_999)])).toMatchObject({ amount_cents: 1_549, state: 'lapsed' })
  })

  it('that missed a month says which', () => {
    const paid = charges(
      'Club',
      monthly('2025-07-12').filter((date) => date !== '2026-01-12'),
      2_500,
    )
    expect(only(paid)).toMatchObject({ state: 'steady', missed: ['2026-01-12'], transaction_ids: { length: 11 } })
  })

  it('whose latest charge did not come in time has missed it, before it counts as ended', () => {
    const paid = charges('Club', monthly('2025-07-05', '2026-05-10'), 2_500)
    const other = charges('Bakery', ['2026-06-19'], 300)
    expect(only([...paid, ...other], '2026-06-19')).toMatchObject({ state: 'steady', missed: ['2026-06-05'], due_date: '2026-07-05' })
  })

  it('that ended has lapsed, and comes after all that goes on', () => {
    const proposals = predictBills(
      [...charges('Old paper', monthly('2025-03-05', '2026-02-10'), 90_000), ...charges('Gym', monthly('2025-12-03'), 1_900)],
      today,
    )
    expect(proposals.map(({ payee, state }) => [payee, state])).toEqual([
      ['GYM', 'steady'],
      ['OLD PAPER', 'lapsed'],
    ])
  })

  it('is not called ended because the file ends', () => {
    const paid = charges('Club', monthly('2025-03-05', '2026-05-06'), 2_500)
    expect(only(paid, '2026-06-25')).toMatchObject({ state: 'steady', due_date: '2026-07-05' })
  })

  it('beside another of the same payee is another bill', () => {
    const proposals = predictBills(
      [...charges('APPLE.COM/BILL', monthly('2025-07-04'), 299), ...charges('APPLE.COM/BILL', monthly('2025-07-19'), 1_099)],
      today,
    )
    expect(proposals.map(({ amount_cents, schedule }) => [amount_cents, schedule.on])).toEqual([
      [1_099, [19]],
      [299, [4]],
    ])
  })

  it('of the same day and payee as another is told apart by its amount', () => {
    const proposals = predictBills(
      [...charges('Insurance', monthly('2025-07-04'), 2_990), ...charges('Insurance', monthly('2025-07-04'), 11_000)],
      today,
    )
    expect(proposals.map(({ amount_cents, transaction_ids }) => [amount_cents, transaction_ids.length])).toEqual([
      [11_000, 12],
      [2_990, 12],
    ])
  })

  it('of one payee under two contract numbers is two bills, also at one price', () => {
    const proposals = predictBills(
      [...charges('CITY POWER 77120934', monthly('2025-07-04'), 5_000), ...charges('CITY POWER 77999111', monthly('2025-07-05'), 5_000)],
      today,
    )
    expect(proposals.map(({ payee, schedule }) => [payee, schedule.on])).toEqual([
      ['CITY POWER', [4]],
      ['CITY POWER', [5]],
    ])
  })

  it('whose contract got another number is still one bill', () => {
    const proposal = only([
      ...charges('CITY POWER 77120934', monthly('2025-01-04', '2025-09-20'), 5_000),
      ...charges('CITY POWER 88200455', monthly('2025-10-04'), 5_500),
    ])
    expect(proposal).toMatchObject({ transaction_ids: { length: 18 }, price_changes: [{ from_cents: 5_000, to_cents: 5_500 }] })
  })

  it('among a payee’s other sales is found by its price', () => {
    const shopping = [
      '2025-07-02',
      '2025-08-19',
      '2025-08-27',
      '2025-10-11',
      '2025-11-28',
      '2025-12-05',
      '2025-12-17',
      '2026-02-03',
      '2026-04-22',
      '2026-05-30',
    ]
    const proposal = only([
      ...charges('MEGASTORE', monthly('2025-07-14'), 899),
      ...charges('MEGASTORE', shopping, (nth) => 1_231 + 1_987 * ((nth * 7) % 5) + nth),
    ])
    expect(proposal).toMatchObject({ amount_cents: 899, schedule: { on: [14] }, transaction_ids: { length: 12 } })
  })
})

describe('days', () => {
  const rules: [string, Schedule, string, Schedule][] = [
    ['weekly', { every: 1, unit: 'week' }, '2025-12-02', { every: 1, unit: 'week', on: ['TU'] }],
    ['every two weeks', { every: 2, unit: 'week' }, '2025-10-02', { every: 2, unit: 'week', on: ['TH'] }],
    ['every four weeks', { every: 4, unit: 'week' }, '2025-06-06', { every: 4, unit: 'week', on: ['FR'] }],
    ['twice a month', { every: 1, unit: 'month', on: [1, 15] }, '2025-10-01', { every: 1, unit: 'month', on: [1, 15] }],
    [
      'in the middle and at the end of a month',
      { every: 1, unit: 'month', on: [15, -1] },
      '2025-10-01',
      { every: 1, unit: 'month', on: [15, -1] },
    ],
    ['monthly', { every: 1, unit: 'month' }, '2025-09-10', { every: 1, unit: 'month', on: [10] }],
    ['on the last day', { every: 1, unit: 'month', on: [-1] }, '2025-08-31', { every: 1, unit: 'month', on: [-1] }],
    ['on the 30th', { every: 1, unit: 'month', on: [30] }, '2025-08-30', { every: 1, unit: 'month', on: [30] }],
    ['on the second Tuesday', { every: 1, unit: 'month', on: ['2TU'] }, '2025-06-10', { every: 1, unit: 'month', on: ['2TU'] }],
    ['on the last Friday', { every: 1, unit: 'month', on: ['-1FR'] }, '2025-06-27', { every: 1, unit: 'month', on: ['-1FR'] }],
    ['every two months', { every: 2, unit: 'month' }, '2025-03-17', { every: 2, unit: 'month', on: [17] }],
    ['quarterly', { every: 3, unit: 'month' }, '2024-09-22', { every: 3, unit: 'month', on: [22] }],
    ['half-yearly', { every: 6, unit: 'month' }, '2024-02-12', { every: 6, unit: 'month', on: [12] }],
    ['yearly', { every: 1, unit: 'year' }, '2023-03-09', { every: 1, unit: 'year', on: [9] }],
  ]
  it.each(rules)('%s', (_name, rule, anchor, schedule) => {
    const dates = datesOf(rule, anchor)
    const proposal = only(charges('Somebody Known', dates, 4_200))
    expect(proposal.schedule).toEqual(schedule)
    expect(proposal.due_date).toBe(datesOf(rule, anchor, addDays(today, 400)).find((date) => date >= today))
    expect(proposal.transaction_ids).toHaveLength(dates.length)
  })

  it('are an anchor and a rule that the plan takes as they are', () => {
    for (const [, rule, anchor] of rules) {
      const { schedule, due_date } = only(charges('Somebody Known', datesOf(rule, anchor), 4_200))
      expect(scheduleSchema.safeParse(schedule).success).toBe(true)
      expect(checkSchedule(schedule, due_date, '')).toEqual([])
    }
  })

  it('that leave the weekend say which way', () => {
    const later = charges('Rent', datesOf({ every: 1, unit: 'month', shift: 'after' }, '2025-03-01'), 95_000)
    expect(only(later).schedule).toEqual({ every: 1, unit: 'month', on: [1], shift: 'after' })
    const earlier = charges('Employer', datesOf({ every: 1, unit: 'month', on: [25], shift: 'before' }, '2025-03-25'), -310_000)
    expect(only(earlier)).toMatchObject({ direction: 'in', schedule: { on: [25], shift: 'before' } })
  })

  it('that slip by one now and then, and by a holiday more, are still the day they mean', () => {
    const dates = monthly('2025-05-10').map((date, nth) => addDays(date, [0, 0, 1, 0, 0, -1, 0, 3, 0, 0, 1, 0, 0, 0][nth]!))
    expect(only(charges('Water Works', dates, 3_100)).schedule).toEqual({ every: 1, unit: 'month', on: [10] })
  })

  it('that follow from the one before, as with a pass of 28 days, count from the last', () => {
    const gaps = [28, 30, 27, 29, 28, 31, 28, 27, 29, 28, 28, 30, 28, 26, 28, 29, 28, 30, 27, 28]
    const dates = ['2024-11-18']
    for (const gap of gaps) dates.push(addDays(dates.at(-1)!, gap))
    expect(only(charges('Tram', dates, 12_000))).toMatchObject({
      schedule: { every: 28, unit: 'day' },
      due_date: addDays(dates.at(-1)!, 28),
      transaction_ids: { length: 21 },
    })
  })
})

describe('amounts', () => {
  it('that vary have a range and a middle', () => {
    const paid = [6_120, 5_480, 7_215, 6_690, 5_935, 6_401, 7_020, 5_602, 6_177, 6_833]
    expect(only(charges('City Power', monthly('2025-09-18'), (nth) => paid[nth]!))).toMatchObject({
      amount_cents: 6_289,
      amount_low_cents: 5_480,
      amount_high_cents: 7_215,
      price_changes: [],
      category: 'utilities',
    })
  })

  it('of any size on the same day each month are a bill: what the card is owed', () => {
    const paid = [14_427, 60_536, 67_185, 68_833, 51_020, 30_299, 77_801, 45_644, 66_102, 58_790, 31_255, 70_018]
    expect(only(charges('Card Payoff', monthly('2025-07-09'), (nth) => paid[nth]!))).toMatchObject({
      amount_low_cents: 14_427,
      amount_high_cents: 77_801,
    })
  })

  it('that are paid in are a payday, also where the year’s limits change it for a while', () => {
    const pay = datesOf({ every: 2, unit: 'week' }, '2025-01-02')
    const proposal = only(charges('BayBook Payroll', pay, (nth) => -(nth % 26 < 20 ? 135_060 : 255_060)))
    expect(proposal).toMatchObject({
      direction: 'in',
      name: 'BayBook Payroll',
      category: 'salary',
      schedule: { every: 2, unit: 'week', on: ['TH'] },
      transaction_ids: { length: pay.length },
    })
  })
})

describe('what a bank prints', () => {
  it('with a number, a date or a town that changes each time is still one payee', () => {
    const dates = monthly('2025-09-06')
    const towns = ['SEATTLE WA', 'AUSTIN TX', 'BOSTON MA']
    const paid = dates.flatMap((date, nth) =>
      charges(`POS PURCHASE ${date.slice(5).replace('-', '/')} FITNESS FIRST #${1_000 + 37 * nth} ${towns[nth % 3]}`, [date], 3_900),
    )
    expect(only(paid)).toMatchObject({ payee: 'FITNESS FIRST', transaction_ids: { length: 10 } })
  })

  it('may add something else to the name each time', () => {
    const words = ['MILAN', 'OSLO', 'LYON', 'GENT', 'PORTO', 'TURIN', 'BASEL', 'GRAZ']
    const paid = monthly('2025-11-06').flatMap((date, nth) => charges(`STREAMBOX ${words[nth]}`, [date], 1_299))
    expect(only(paid)).toMatchObject({ payee: 'STREAMBOX', transaction_ids: { length: 8 } })
  })

  it('may say the same of everything, and the streams in it are still found', () => {
    const orders = [
      ...charges('DEBIT', monthly('2025-07-06'), 159_100),
      ...charges('DEBIT', monthly('2025-07-07'), 357_200),
      ...charges('DEBIT', monthly('2025-07-08'), 742_100),
    ]
    const cash = charges(
      'DEBIT',
      [
        '2025-08-04',
        '2025-08-24',
        '2025-09-01',
        '2025-09-30',
        '2025-10-22',
        '2025-11-30',
        '2026-01-04',
        '2026-01-18',
        '2026-01-27',
        '2026-03-11',
        '2026-04-30',
        '2026-05-02',
      ],
      (nth) => 10_000 * (13 + ((nth * 11) % 17)),
    )
    expect(predictBills([...orders, ...cash], today).map(({ amount_cents }) => amount_cents)).toEqual([742_100, 357_200, 159_100])
  })

  it('in the memo counts where no payee is named', () => {
    expect(only(charges('', monthly('2025-12-03'), 4_900, { memo: 'Monthly bank fee' }))).toMatchObject({
      payee: 'MONTHLY BANK FEE',
      category: 'bank_fees',
    })
  })
})

describe('accounts', () => {
  it('are kept apart, and each tells how far it is known', () => {
    const dates = monthly('2025-09-06', '2026-04-10')
    const proposals = predictBills(
      [
        ...charges('Club', dates, 3_900, { account: 'a' }),
        ...charges('Club', dates, 3_900, { account: 'b' }),
        ...charges('Bakery', ['2026-06-18'], 250, { account: 'b' }),
      ],
      today,
    )
    expect(proposals.map(({ account, state }) => [account, state])).toEqual([
      ['a', 'steady'],
      ['b', 'lapsed'],
    ])
  })
})

describe('input that says nothing', () => {
  it('gives no proposals and never throws', () => {
    const paid = charges('Club', monthly('2025-09-06'), 3_900)
    expect(predictBills([], today)).toEqual([])
    expect(predictBills(paid, 'tomorrow')).toEqual([])
    expect(
      predictBills(
        paid.map((one) => ({ ...one, date: '2026-13-41' })),
        today,
      ),
    ).toEqual([])
    expect(
      predictBills(
        paid.map((one) => ({ ...one, amount_cents: 0 })),
        today,
      ),
    ).toEqual([])
    expect(
      predictBills(
        paid.map((one) => ({ ...one, amount_cents: Number.NaN })),
        today,
      ),
    ).toEqual([])
  })

  it('in the days after today is left out', () => {
    expect(predictBills(charges('Club', monthly('2026-06-22', '2027-06-22'), 3_900), today)).toEqual([])
    expect(only(charges('Club', monthly('2025-09-06', '2026-12-22'), 3_900)).last_date).toBe('2026-06-06')
  })

  it('of any kind is taken, and what is proposed is sound', () => {
    const day = fc.integer({ min: dayOf('1000-01-01')!, max: dayOf('9997-12-31')! })
    const wild = fc.record({
      id: fc.string(),
      date: fc.oneof(day.map(dateOf), fc.string()),
      amount_cents: fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.double()),
      payee: fc.string({ unit: 'binary' }),
      memo: fc.string(),
      account: fc.option(fc.string(), { nil: undefined }),
    })
    const series = fc
      .tuple(day, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 900_000_000_000_000 }))
      .map(([from, gap, count, amount]) =>
        charges(
          'Wild',
          Array.from({ length: count }, (_, nth) => dateOf(Math.min(from + nth * gap, dayOf('9997-12-31')!))),
          amount,
        ),
      )
    fc.assert(
      fc.property(fc.array(wild, { maxLength: 20 }), fc.array(series, { maxLength: 4 }), day, (some, repeating, on) => {
        const last = repeating.flat().reduce((most, { date }) => (date > most ? date : most), dateOf(on))
        for (const proposal of predictBills([...some, ...repeating.flat()], last)) {
          expect(proposal.due_date >= last && dayOf(proposal.due_date) !== null).toBe(true)
          expect(proposal.amount_low_cents).toBeLessThanOrEqual(proposal.amount_cents)
          expect(proposal.amount_high_cents).toBeGreaterThanOrEqual(proposal.amount_cents)
          expect(checkSchedule(scheduleSchema.parse(proposal.schedule), proposal.due_date, '')).toEqual([])
          expect(proposal.confidence).toBeGreaterThan(0)
          expect(proposal.confidence).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: runs(300) },
    )
  })

  it('without a readable payee is named so', () => {
    expect(only(charges('', monthly('2025-12-03'), 4_900))).toMatchObject({ payee: 'UNNAMED', name: 'Unnamed' })
  })
})
