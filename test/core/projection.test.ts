import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { occurrenceCache } from '../../core/projection/occurrences.ts'
import { balanceDivision, paydayDivisions, potByDay } from '../../core/projection/divisions.ts'
import { eventsBetween } from '../../core/projection/events.ts'
import { lowestPoint } from '../../core/projection/figures/lowest-point.ts'
import { levelOf } from '../../core/projection/levels.ts'
import { project } from '../../core/projection/project.ts'
import type { Projection } from '../../core/projection/projection.ts'
import type { Scenario } from '../../core/scenario.ts'
import { anyPlan, anyToday, idOf, planOf, projected } from './projectionPlans.ts'
import { referenceProjection, type ReferenceProjection } from './referenceProjection.ts'
import { manyRuns } from './runs.ts'
import { later } from './schedule-reference.ts'

/** The first day on which two columns differ; null when they are the same. */
function firstDifference(projection: Projection, ours: Float64Array, theirs: (bigint | undefined)[]): unknown {
  const day =
    ours.length === theirs.length
      ? theirs.findIndex((cents, index) => cents === undefined || BigInt(ours[index]!) !== cents)
      : Math.min(ours.length, theirs.length)
  return day < 0 ? null : { date: later(projection.start_date, day), ours: ours[day], theirs: theirs[day] }
}

describe('a projection, against one day at a time with bigints', () => {
  it('has the same days, pots, events and figures over five years', { timeout: 900_000 }, () => {
    fc.assert(
      fc.property(anyPlan, anyToday, (scenario, today) => {
        const until = '2031-01-01'
        const reference = referenceProjection(scenario, today, until)
        const projection = projected(scenario, today, until)
        expect(
          firstDifference(
            projection,
            projection.available_cents,
            reference.days.map((day) => day.available),
          ),
        ).toBeNull()
        expect(
          firstDifference(
            projection,
            projection.total_cents,
            reference.days.map((day) => day.total),
          ),
        ).toBeNull()
        for (const { target } of projection.pots)
          expect(
            firstDifference(
              projection,
              potByDay(projection, target)!,
              reference.days.map((day) => day.pots.get(target)),
            ),
          ).toBeNull()
        const events = eventsBetween(projection, scenario.start_date, until).map(
          ({ date, kind, id, nominal_date, amount_cents, from_pot_cents }) =>
            [date, kind, id, nominal_date, amount_cents, from_pot_cents].join(' '),
        )
        expect(events.join('\n')).toBe(
          reference.events
            .map(({ date, kind, id, nominal_date, amount, fromPot }) => [date, kind, id, nominal_date, amount, fromPot].join(' '))
            .join('\n'),
        )
        expect(projection.lowest_point).toEqual({
          date: reference.lowest.date,
          available_cents: Number(reference.lowest.available),
          total_cents: Number(reference.lowest.total),
        })
        expect(projection.worse_later && [projection.worse_later.first.date, projection.worse_later.lowest.date]).toEqual(
          reference.worseLater,
        )
        expect(projection.safe_to_spend_cents).toBe(Number(reference.safeToSpend))
        expect(projection.first_below_floor?.date ?? null).toBe(reference.firstBelowFloor)
        expect(
          projection.next_payday && { date: projection.next_payday.date, amount: BigInt(projection.next_payday.amount_cents) },
        ).toEqual(reference.nextPayday)
        expect(projection.due_before_payday).toEqual({
          amount_cents: Number(reference.due.amount),
          count: reference.due.count,
          everyday_cents: Number(reference.due.everyday),
          until: reference.due.until,
        })
        expect(projection.goals.map(({ id, saved_cents, reached_on }) => [id, saved_cents, reached_on])).toEqual(
          [...reference.goals].map(([id, { saved, reachedOn }]) => [id, Number(saved), reachedOn]),
        )
        for (const month of projection.months) expect(month).toMatchObject(monthOf(reference, month.month))
      }),
      { numRuns: manyRuns(2_000) },
    )
  })

  /** A month as its days and events add up. */
  function monthOf(reference: ReferenceProjection, month: string): Partial<Projection['months'][number]> {
    const days = reference.days.filter(({ date }) => date.startsWith(month))
    const events = reference.events.filter(({ date }) => date.startsWith(month))
    const sum = (kind: string, of: 'amount' | 'fromPot' = 'amount'): number =>
      Number(events.reduce((total, event) => total + (event.kind === kind ? event[of] : 0n), 0n))
    const lowest = days.reduce((least, day) => (day.available < least.available ? day : least))
    return {
      in_cents: sum('income'),
      out_cents: sum('bill'),
      out_from_pots_cents: sum('bill', 'fromPot'),
      end_available_cents: Number(days.at(-1)!.available),
      end_total_cents: Number(days.at(-1)!.total),
      lowest: { date: lowest.date, available_cents: Number(lowest.available), total_cents: Number(lowest.total) },
    }
  }
})

describe('what holds for every plan', () => {
  it('start balance + all income − all paid bills = available + pots, on every day, to the cent', () => {
    fc.assert(
      fc.property(anyPlan, (scenario) => {
        const projection = projected(scenario, '2026-01-01', '2029-01-01')
        const inPots = projection.pots.map(({ target }) => potByDay(projection, target)!)
        projection.pots.forEach((pot, nth) => expect([pot.now_cents, pot.end_cents]).toEqual([inPots[nth]![0], inPots[nth]!.at(-1)]))
        const moved = new Map<string, bigint>()
        for (const { date, kind, amount_cents } of eventsBetween(projection, '2026-01-01', '2029-01-01'))
          moved.set(date, (moved.get(date) ?? 0n) + BigInt(kind === 'income' ? amount_cents : -amount_cents))
        let expected = BigInt(scenario.planning_balance_cents)
        const wrong: string[] = []
        for (let day = 0, date = scenario.start_date; day < projection.day_count; day += 1, date = later(date, 1)) {
          expected += moved.get(date) ?? 0n
          const together = inPots.reduce((sum, pot) => sum + BigInt(pot[day]!), BigInt(projection.available_cents[day]!))
          if (together !== expected || BigInt(projection.total_cents[day]!) !== expected || inPots.some((pot) => pot[day]! < 0))
            wrong.push(date)
        }
        expect(wrong).toEqual([])
      }),
      { numRuns: manyRuns(300) },
    )
  })

  it('month by month, available moves by what comes in, goes out, is set aside and comes back', () => {
    fc.assert(
      fc.property(anyPlan, (scenario) => {
        const { months } = projected(scenario, '2026-01-01', '2029-01-15')
        let [available, all] = [
          scenario.planning_balance_cents - scenario.opening_pots.reduce((sum, pot) => sum + pot.amount_cents, 0),
          scenario.planning_balance_cents,
        ]
        for (const month of months) {
          available += month.in_cents - month.out_cents + month.out_from_pots_cents - month.allocated_cents + month.released_cents
          all += month.in_cents - month.out_cents
          expect([month.end_available_cents, month.end_total_cents]).toEqual([available, all])
        }
      }),
      { numRuns: manyRuns(500) },
    )
  })

  it('looking less far ahead is the same projection, cut; the figures of today do not change', () => {
    fc.assert(
      fc.property(anyPlan, anyToday, fc.integer({ min: 1, max: 900 }), (scenario, today, days) => {
        const [near, far] = [projected(scenario, today, later('2026-01-01', days)), projected(scenario, today, '2029-01-01')]
        expect([...near.available_cents]).toEqual([...far.available_cents.subarray(0, days)])
        expect([...near.total_cents]).toEqual([...far.total_cents.subarray(0, days)])
        expect(eventsBetween(near, '2026-01-01', '2029-01-01')).toEqual(eventsBetween(far, '2026-01-01', near.until))
        expect(near.months.slice(0, -1)).toEqual(far.months.slice(0, near.months.length - 1))
        const { lowest_point, safe_to_spend_cents, next_payday, due_before_payday } = far
        expect(near).toMatchObject({ lowest_point, safe_to_spend_cents, next_payday, due_before_payday })
        expect(near.pots.map((pot) => pot.now_cents)).toEqual(far.pots.map((pot) => pot.now_cents))
      }),
      { numRuns: manyRuns(500) },
    )
  })

  it('dates kept from the plan before give the same projection as fresh ones', () => {
    fc.assert(
      fc.property(
        anyPlan,
        fc.array(
          fc.tuple(
            fc.nat(20),
            fc.constantFrom('amount_cents', 'due_date', 'exceptions', 'schedule', 'gone', 'added'),
            fc.integer({ min: 0, max: 90_000 }),
          ),
          { maxLength: 6 },
        ),
        (plan, edits) => {
          const kept = occurrenceCache()
          let scenario = plan
          for (const [at, what, value] of edits) {
            const asked = { today: '2026-01-10', until: '2028-01-01' }
            const [warm, fresh] = [project(scenario, { ...asked, kept }), project(scenario, asked)]
            if (!warm.ok || !fresh.ok) throw new Error('These plans are small.')
            expect(warm.projection.available_cents).toEqual(fresh.projection.available_cents)
            expect(eventsBetween(warm.projection, '2026-01-01', '2028-01-01')).toEqual(
              eventsBetween(fresh.projection, '2026-01-01', '2028-01-01'),
            )
            expect(warm.projection.months).toEqual(fresh.projection.months)
            scenario = edited(scenario, at, what, value)
          }
        },
      ),
      { numRuns: manyRuns(500) },
    )
  })

  it('what is kept of a plan without rows reaches as far as is asked next', () => {
    const [kept, plan] = [occurrenceCache(), planOf({ balance: 500 })]
    const days = ['2027-03-01', '2028-01-01'].map((until) => {
      const found = project(plan, { today: '2026-01-10', until, kept })
      return found.ok ? [found.projection.available_cents.length, found.projection.total_cents.at(-1)] : null
    })
    expect(days).toEqual([
      [424, 500],
      [730, 500],
    ])
  })

  function edited(scenario: Scenario, at: number, what: string, value: number): Scenario {
    if (scenario.bills.length === 0) return scenario
    const which = at % scenario.bills.length
    const bill = scenario.bills[which]!
    const date = later('2026-01-01', value % 700)
    const changes: Record<string, object> = {
      amount_cents: { amount_cents: value },
      due_date: { due_date: date },
      exceptions: { exceptions: { [date]: value % 2 ? { rest: 'dropped' } : { moved_to: later(date, 3), amount_cents: value } } },
      schedule: { schedule: { every: 1 + (value % 3), unit: 'week' }, due_date: date },
    }
    if (what === 'gone')
      return {
        ...scenario,
        bills: scenario.bills.toSpliced(which, 1),
        allocations: scenario.allocations.filter(({ target }) => target !== `bill:${bill.id}`),
      }
    if (what === 'added')
      return { ...scenario, bills: scenario.bills.toSpliced(which, 0, { ...bill, id: idOf(7, value), amount_cents: value }) }
    return { ...scenario, bills: scenario.bills.with(which, { ...bill, ...changes[what] }) }
  }

  it('the lowest point of a span is its least day, the earliest of equals', () => {
    const projection = projected(
      planOf({
        balance: 100,
        bills: [
          { amount_cents: 40, due_date: '2026-01-03' },
          { amount_cents: 10, due_date: '2026-01-09' },
        ],
        incomes: [{ amount_cents: 10, due_date: '2026-01-06' }],
      }),
      '2026-01-01',
      '2026-02-01',
    )
    expect(lowestPoint(projection, '2026-01-01', '2026-02-01')).toEqual({ date: '2026-01-03', available_cents: 60, total_cents: 60 })
    expect(lowestPoint(projection, '2026-01-06', '2026-01-09')).toEqual({ date: '2026-01-06', available_cents: 70, total_cents: 70 })
    expect(lowestPoint(projection, '2027-01-01', '2027-02-01')).toBeNull()
  })
})

describe('today', () => {
  const paid = planOf({
    balance: 50_000,
    floor_cents: 10_000,
    safety_days: 30,
    bills: [{ amount_cents: 30_000, due_date: '2026-01-20', schedule: { every: 1, unit: 'month' } }],
    incomes: [{ amount_cents: 20_000, due_date: '2026-01-15', schedule: { every: 1, unit: 'month' } }],
  })
  it('on a payday the next one counts, and what is due until the day before it', () => {
    expect(projected(paid, '2026-01-15', '2027-01-01')).toMatchObject({
      next_payday: { date: '2026-02-15', amount_cents: 20_000 },
      due_before_payday: { amount_cents: 30_000, count: 1, everyday_cents: 0, until: '2026-02-15' },
    })
    expect(projected(paid, '2026-01-14', '2027-01-01')).toMatchObject({
      next_payday: { date: '2026-01-15' },
      due_before_payday: { amount_cents: 0, count: 0, everyday_cents: 0, until: '2026-01-15' },
    })
  })
  it('before start_date everything counts from there', () => {
    expect(projected(paid, '2025-11-01', '2027-01-01')).toMatchObject({
      lowest_point: { date: '2026-01-20', available_cents: 40_000 },
      next_payday: { date: '2026-01-15' },
      due_before_payday: { count: 0 },
    })
  })
  it('the headline looks safety_days ahead whatever is shown, and says what may be spent above the floor', () => {
    expect(projected(paid, '2026-02-01', '2026-01-10')).toMatchObject({
      lowest_point: { date: '2026-02-20', available_cents: 30_000 },
      safe_to_spend_cents: 20_000,
    })
    expect(projected(paid, '2026-02-21', '2026-01-10')).toMatchObject({
      lowest_point: { date: '2026-03-20', available_cents: 20_000 },
      safe_to_spend_cents: 10_000,
    })
  })
  it('what comes after the watched days and is worse is told beside: the first day below the floor, else below zero, else the lowest', () => {
    const fields = { balance: 50_000, floor_cents: 10_000, safety_days: 30 }
    const later = (bills: [string, number][], balance = 50_000) => {
      const { watched_until, counted_until, worse_later } = projected(
        planOf({ ...fields, balance, bills: bills.map(([due_date, amount_cents]) => ({ due_date, amount_cents })) }),
        '2026-01-01',
        '2026-02-01',
      )
      expect([watched_until, counted_until]).toEqual(['2026-01-31', '2027-01-02'])
      return worse_later && [worse_later.first, worse_later.lowest].map(({ date, available_cents }) => `${date} ${available_cents}`)
    }
    expect(later([['2026-01-20', 5_000]])).toBeNull()
    expect(
      later([
        ['2026-01-20', 5_000],
        ['2026-04-08', 20_000],
      ]),
    ).toEqual(['2026-04-08 25000', '2026-04-08 25000'])
    expect(
      later([
        ['2026-03-03', 42_000],
        ['2026-04-08', 20_000],
      ]),
    ).toEqual(['2026-03-03 8000', '2026-04-08 -12000'])
    expect(
      later([
        ['2026-01-20', 45_000],
        ['2026-03-03', 1_000],
        ['2026-04-08', 20_000],
        ['2026-05-08', 1_000],
      ]),
    ).toEqual(['2026-04-08 -16000', '2026-05-08 -17000'])
    expect(
      later([
        ['2026-01-20', 60_000],
        ['2026-04-08', 1_000],
        ['2026-05-08', 1_000],
      ]),
    ).toEqual(['2026-05-08 -12000', '2026-05-08 -12000'])
    expect(later([['2027-01-01', 90_000]])).toEqual(['2027-01-01 -40000', '2027-01-01 -40000'])
  })
  it('while pots hold what is missing, the account is not below zero; later it is, and that is worse though no lower', () => {
    const scenario = planOf({
      balance: 30_000,
      safety_days: 30,
      opening_pots: [{ target: 'goal:Roof', amount_cents: 26_000 }],
      goals: [{ name: 'Roof', target_cents: 26_000, target_date: null }],
      bills: [
        { amount_cents: 8_000, due_date: '2026-01-05' },
        { amount_cents: 26_000, due_date: '2026-03-05' },
      ],
      incomes: [{ amount_cents: 26_000, due_date: '2026-03-04' }],
    })
    const { lowest_point } = projected(scenario, '2026-01-01', '2026-02-01')
    expect(lowest_point).toEqual({ date: '2026-01-05', available_cents: -4_000, total_cents: 22_000 })
    expect(levelOf(lowest_point, 0)).toBe('in_pots')
    expect([
      levelOf({ available_cents: -1, total_cents: -1 }, 0),
      levelOf({ available_cents: -1, total_cents: 5 }, -10),
      levelOf({ available_cents: -11, total_cents: -10 }, -10),
      levelOf({ available_cents: 4, total_cents: 4 }, 5),
    ]).toEqual(['below_zero', 'fine', 'in_pots', 'below_floor'])
  })
  it('without a payday within a year, what is due counts for 30 days', () => {
    const unpaid = planOf({
      bills: paid.bills.map((bill) => ({ ...bill })),
      incomes: [
        { amount_cents: 0, due_date: '2026-01-15', schedule: { every: 1, unit: 'month' } },
        { amount_cents: 5, due_date: '2027-01-02' },
      ],
    })
    expect(projected(unpaid, '2026-01-01', '2027-01-01')).toMatchObject({
      next_payday: null,
      due_before_payday: { amount_cents: 30_000, count: 1, everyday_cents: 0, until: '2026-01-31' },
    })
    expect(projected(unpaid, '2026-01-02', '2027-01-01')).toMatchObject({ next_payday: { date: '2027-01-02', amount_cents: 5 } })
  })
  it('the first day below the floor lies today or later', () => {
    const short = planOf({
      balance: 5_000,
      floor_cents: 10_000,
      incomes: [{ amount_cents: 20_000, due_date: '2026-01-10' }],
      bills: [{ amount_cents: 16_000, due_date: '2026-03-01' }],
    })
    expect(projected(short, '2026-01-01', '2026-06-01').first_below_floor).toMatchObject({ date: '2026-01-01', available_cents: 5_000 })
    expect(projected(short, '2026-01-20', '2026-06-01').first_below_floor).toMatchObject({ date: '2026-03-01', available_cents: 9_000 })
  })
})

describe('pots', () => {
  const toBill = (index: number, value: number, base: 'balance' | 'income' = 'balance', kind: 'fixed' | 'percent' = 'fixed') => ({
    target: `bill:${idOf(1, index)}`,
    kind,
    value,
    base,
  })
  const goingOn = (index: number, value: number) => ({ ...toBill(index, value), keeps_filling: true })
  const potOf = (projection: Projection, target: string) => [...potByDay(projection, target)!]

  it('a bill is paid from its own pot first, which keeps what is over for the next time', () => {
    const scenario = planOf({
      balance: 1_000,
      bills: [{ amount_cents: 300, due_date: '2026-01-02', schedule: { every: 2, unit: 'day' } }],
      allocations: [goingOn(0, 500)],
    })
    const projection = projected(scenario, '2026-01-01', '2026-01-07')
    expect(potOf(projection, `bill:${idOf(1, 0)}`)).toEqual([500, 200, 200, 0, 0, 0])
    expect([...projection.available_cents]).toEqual([500, 500, 500, 400, 400, 100])
    expect(eventsBetween(projection, '2026-01-04', '2026-01-05')).toMatchObject([
      { amount_cents: 300, from_pot_cents: 200, from_available_cents: 100 },
    ])
  })
  it('a bill’s pot takes what its next date costs, on a payday and of the balance; the rest stays available, and after that date it fills again', () => {
    const amounts = { '2026-01-07': 250 }
    const bill = { amount_cents: 100, due_date: '2026-01-04', schedule: { every: 3, unit: 'day' as const, amounts } }
    const pay = { amount_cents: 200, due_date: '2026-01-02', schedule: { every: 1, unit: 'day' as const } }
    const rule = toBill(0, 60, 'income')
    const filled = (rules: object[], until = '2026-01-12') =>
      potOf(
        projected(planOf({ balance: 1_000, bills: [bill], incomes: [pay], allocations: rules as (typeof rule)[] }), '2026-01-01', until),
        `bill:${idOf(1, 0)}`,
      )
    expect(filled([rule])).toEqual([0, 60, 100, 0, 60, 120, 0, 60, 100, 0, 60])
    expect(filled([{ ...rule, keeps_filling: true }])).toEqual([0, 60, 120, 80, 140, 200, 10, 70, 130, 90, 150])
    expect(filled([toBill(0, 500)])).toEqual([100, 100, 100, 0, 0, 0, 0, 0, 0, 0, 0])
    // The same pot is filled by both: each stops, or goes on, by its own word.
    expect(filled([rule, { ...goingOn(0, 30), base: 'income' as const }])).toEqual([0, 90, 130, 60, 150, 240, 30, 120, 150, 80, 130])
    // How far one looks changes nothing, also where the next date lies beyond and has an amount of its own.
    expect(filled([rule], '2026-01-07')).toEqual([0, 60, 100, 0, 60, 120])
    const yearly = { ...bill, due_date: '2020-06-01', schedule: { every: 10, unit: 'year' as const, amounts: { '2030-06-01': 250 } } }
    expect(
      potOf(projected(planOf({ bills: [yearly], incomes: [pay], allocations: [rule] }), '2026-01-01', '2026-01-08'), `bill:${idOf(1, 0)}`),
    ).toEqual([0, 60, 120, 180, 240, 250, 250])
  })
  it('a bill’s pot that begins with more than its next date costs keeps that, and takes nothing until it holds less', () => {
    const scenario = planOf({
      balance: 1_000,
      opening_pots: [{ target: `bill:${idOf(1, 0)}`, amount_cents: 250 }],
      bills: [{ amount_cents: 100, due_date: '2026-01-03', schedule: { every: 1, unit: 'day' } }],
      incomes: [{ amount_cents: 500, due_date: '2026-01-02', schedule: { every: 1, unit: 'day' } }],
      allocations: [toBill(0, 60, 'income')],
    })
    expect(potOf(projected(scenario, '2026-01-01', '2026-01-07'), `bill:${idOf(1, 0)}`)).toEqual([250, 250, 150, 50, 0, 0])
  })
  it('an undated bill’s pot is full with what the bill costs', () => {
    const scenario = planOf({
      bills: [{ amount_cents: 100, due_date: null }],
      incomes: [{ amount_cents: 60, due_date: '2026-01-01', schedule: { every: 1, unit: 'day' } }],
      allocations: [toBill(0, 60, 'income')],
    })
    expect(potOf(projected(scenario, '2026-01-01', '2026-01-04'), `bill:${idOf(1, 0)}`)).toEqual([60, 100, 100])
  })
  it('a full pot leaves the others their part: they get what they would get beside it, and what it does not take stays available', () => {
    const scenario = planOf({
      bills: [{ amount_cents: 40, due_date: '2026-02-01', schedule: { every: 1, unit: 'month' } }],
      incomes: [{ amount_cents: 100, due_date: '2026-01-01', schedule: { every: 1, unit: 'day' } }],
      allocations: [toBill(0, 40, 'income'), { target: 'savings:Car', kind: 'fixed', value: 80, base: 'income' }],
    })
    const projection = projected(scenario, '2026-01-01', '2026-01-03')
    expect(
      paydayDivisions(projection, '2026-01-01', '2026-01-03').map(({ shares }) =>
        shares.map(({ share_cents, kept_cents, shortfall_cents }) => [share_cents, kept_cents, shortfall_cents]),
      ),
    ).toEqual([
      [
        [40, 40, 0],
        [60, 60, 20],
      ],
      [
        [40, 0, 0],
        [60, 60, 20],
      ],
    ])
    expect([...projection.available_cents]).toEqual([0, 40])
  })
  it('what is over after the last time goes back to available, and later shares stay there', () => {
    const scenario = planOf({
      balance: 1_000,
      bills: [{ amount_cents: 300, due_date: '2026-01-02', schedule: { every: 1, unit: 'day', count: 2 } }],
      incomes: [{ amount_cents: 100, due_date: '2026-01-02', schedule: { every: 1, unit: 'day', count: 4 } }],
      allocations: [goingOn(0, 700), { ...toBill(0, 50, 'income', 'percent'), keeps_filling: true }],
    })
    const projection = projected(scenario, '2026-01-01', '2026-01-06')
    expect(potOf(projection, `bill:${idOf(1, 0)}`)).toEqual([700, 450, 0, 0, 0])
    expect([...projection.available_cents]).toEqual([300, 350, 600, 700, 800])
    expect(paydayDivisions(projection, '2026-01-04', '2026-01-05')).toMatchObject([
      { base_cents: 100, shares: [{ share_cents: 50, kept_cents: 0, shortfall_cents: 0 }], remaining_cents: 50 },
    ])
  })
  it('a date that is settled or skipped is not the last time', () => {
    const bill = {
      amount_cents: 300,
      due_date: '2026-01-02',
      schedule: { every: 1, unit: 'day' as const, count: 3, skip: ['2026-01-03'] },
      settled: ['2026-01-04'],
    }
    expect(
      potOf(
        projected(planOf({ balance: 1_000, bills: [bill], allocations: [goingOn(0, 500)] }), '2026-01-01', '2026-01-05'),
        `bill:${idOf(1, 0)}`,
      ),
    ).toEqual([500, 0, 0, 0])
  })
  it('a bill whose dates have all passed gives its pot back on start_date, an undated one keeps it', () => {
    const scenario = planOf({
      balance: 1_000,
      bills: [
        { amount_cents: 300, due_date: '2025-12-31' },
        { amount_cents: 300, due_date: null },
      ],
      allocations: [toBill(0, 400), toBill(1, 200)],
      opening_pots: [{ target: `bill:${idOf(1, 0)}`, amount_cents: 100 }],
    })
    const projection = projected(scenario, '2026-01-01', '2026-01-03')
    expect(projection.pots).toMatchObject([
      { opening_cents: 100, now_cents: 0 },
      { opening_cents: 0, now_cents: 200, end_cents: 200 },
    ])
    expect([...projection.available_cents]).toEqual([800, 800])
    expect(projection.months[0]).toMatchObject({ allocated_cents: 200, released_cents: 100 })
  })
  it('the opening pot of a bill that is gone goes back to available on start_date, before the rules divide the balance', () => {
    const scenario = planOf({
      balance: 1_000,
      opening_pots: [{ target: `bill:${idOf(8, 8)}`, amount_cents: 600 }],
      allocations: [{ target: 'savings:Car', kind: 'percent', value: 50, base: 'balance' }],
    })
    const projection = projected(scenario, '2026-01-01', '2026-01-02')
    expect(balanceDivision(projection)).toMatchObject({
      base_cents: 1_000,
      shares: [{ share_cents: 500, kept_cents: 500 }],
      remaining_cents: 500,
    })
    expect(projection.available_cents[0]).toBe(500)
  })
  it('a goal’s pot stops at its target, whatever fills it; the rest stays available', () => {
    const scenario = planOf({
      balance: 1_000,
      incomes: [{ amount_cents: 100, due_date: '2026-01-02', schedule: { every: 1, unit: 'day' } }],
      allocations: [
        { target: 'goal:Roof', kind: 'fixed', value: 60, base: 'balance' },
        { target: 'goal:Roof', kind: 'percent', value: 30, base: 'income' },
      ],
      goals: [
        { name: 'Roof', target_cents: 110, target_date: '2026-01-02' },
        { name: 'Nothing', target_cents: 0, target_date: null },
      ],
    })
    const projection = projected(scenario, '2026-01-02', '2026-01-05')
    expect(potOf(projection, 'goal:Roof')).toEqual([60, 90, 110, 110])
    expect([...projection.available_cents]).toEqual([940, 1_010, 1_090, 1_190])
    expect(projection.goals).toMatchObject([
      { saved_cents: 90, reached_on: '2026-01-03', saved_by_target_date_cents: 90 },
      { saved_cents: 0, reached_on: null, saved_by_target_date_cents: null },
    ])
    expect(
      projected({ ...scenario, opening_pots: [{ target: 'goal:Roof', amount_cents: 150 }] }, '2026-01-01', '2026-01-05'),
    ).toMatchObject({ goals: [{ saved_cents: 110, reached_on: '2026-01-01' }, {}], pots: [{ opening_cents: 150, now_cents: 110 }] })
  })
  it('two rules to one target fill one pot; several opening pots of one target are one', () => {
    const scenario = planOf({
      balance: 1_000,
      opening_pots: [
        { target: 'savings:Car', amount_cents: 5 },
        { target: 'savings:Car', amount_cents: 6 },
      ],
      allocations: [
        { target: 'savings:Car', kind: 'fixed', value: 100, base: 'balance' },
        { target: 'savings:Car', kind: 'percent', value: 10, base: 'balance' },
      ],
    })
    expect(projected(scenario, '2026-01-01', '2026-01-02').pots).toEqual([
      { target: 'savings:Car', name: 'Car', opening_cents: 11, now_cents: 210, end_cents: 210 },
    ])
  })
  it('a balance that was divided before is not divided again', () => {
    const scenario = planOf({
      balance: 1_000,
      balance_allocated: true,
      opening_pots: [{ target: 'savings:Car', amount_cents: 400 }],
      allocations: [{ target: 'savings:Car', kind: 'percent', value: 50, base: 'balance' }],
    })
    const projection = projected(scenario, '2026-01-01', '2026-01-02')
    expect(balanceDivision(projection)).toBeNull()
    expect([projection.available_cents[0], projection.total_cents[0]]).toEqual([600, 1_000])
  })
  it('two thousand paydays of as many amounts are each divided', () => {
    const start = Date.parse('2026-01-01')
    const amounts = Object.fromEntries(
      Array.from({ length: 1_999 }, (_, day) => [new Date(start + day * 86_400_000).toISOString().slice(0, 10), 100 * (day + 1)]),
    )
    const scenario = planOf({
      incomes: [{ amount_cents: 7, due_date: '2026-01-01', schedule: { every: 1, unit: 'day', amounts } }],
      allocations: [{ target: 'savings:Car', kind: 'percent', value: 10, base: 'income' }],
    })
    expect(projected(scenario, '2026-01-01', '2031-06-23').pots).toMatchObject([{ now_cents: 10, end_cents: 10 * ((1_999 * 2_000) / 2) }])
  })
  it('an overdrawn start divides nothing and says what the fixed rules want', () => {
    const scenario = planOf({ balance: -300, allocations: [{ target: 'savings:Car', kind: 'fixed', value: 40, base: 'balance' }] })
    const projection = projected(scenario, '2026-01-01', '2026-01-02')
    expect(balanceDivision(projection)).toMatchObject({
      base_cents: -300,
      shares: [{ share_cents: 0, kept_cents: 0, shortfall_cents: 40 }],
      over_by_cents: 40,
    })
    expect(projection).toMatchObject({ lowest_point: { available_cents: -300 }, pots: [{ now_cents: 0 }] })
  })
  it('each income is divided by itself, in list order, before the bills of its day', () => {
    const scenario = planOf({
      incomes: [
        { amount_cents: 101, due_date: '2026-01-01' },
        { amount_cents: 0, due_date: '2026-01-01' },
        { amount_cents: 20, due_date: '2026-01-01' },
      ],
      bills: [{ amount_cents: 60, due_date: '2026-01-01' }],
      allocations: [toBill(0, 30, 'income'), { target: 'savings:Car', kind: 'percent', value: 50, base: 'income' }],
    })
    const projection = projected(scenario, '2026-01-01', '2026-01-02')
    expect(
      paydayDivisions(projection, '2026-01-01', '2026-01-02').map(({ base_cents, shares, over_by_cents }) => [
        base_cents,
        ...shares.map((share) => share.share_cents),
        over_by_cents,
      ]),
    ).toEqual([
      [101, 30, 51, 0],
      [0, 0, 0, 30],
      [20, 20, 0, 20],
    ])
    expect([projection.available_cents[0], projection.total_cents[0]]).toEqual([10, 61])
  })
})

describe('what is never counted', () => {
  it('dates before start_date, settled ones, and undated rows', () => {
    const scenario = planOf({
      balance: 1_000,
      bills: [
        { amount_cents: 10, due_date: '2025-12-31' },
        { amount_cents: 20, due_date: '2026-01-02', settled: ['2026-01-02'] },
        { amount_cents: 40, due_date: null },
      ],
      incomes: [
        { amount_cents: 80, due_date: null },
        { amount_cents: 160, due_date: '2025-12-01', schedule: { every: 1, unit: 'month' }, settled: ['2026-02-01'] },
      ],
    })
    const projection = projected(scenario, '2026-01-01', '2026-03-02')
    expect(eventsBetween(projection, '2025-01-01', '2027-01-01').map(({ date, amount_cents }) => [date, amount_cents])).toEqual([
      ['2026-01-01', 160],
      ['2026-03-01', 160],
    ])
    expect(projection.undated).toEqual({ bills: { cents: 40, count: 1 }, incomes: { cents: 80, count: 1 } })
  })
  it('which side of start_date a payment is on is said by its effective date', () => {
    // Saturday 3 January 2026 shifts to Friday the 2nd; 31 December is moved to the 5th.
    const rule = { every: 1, unit: 'month' as const, on: [3, 31], shift: 'before' as const, move: { '2025-12-31': '2026-01-05' } }
    const scenario = { ...planOf({ bills: [{ amount_cents: 10, due_date: '2025-12-31', schedule: rule }] }), start_date: '2026-01-03' }
    expect(
      eventsBetween(projected(scenario, '2026-01-03', '2026-02-03'), '2026-01-03', '2026-02-03').map(({ date, nominal_date }) => [
        date,
        nominal_date,
      ]),
    ).toEqual([
      ['2026-01-05', '2025-12-31'],
      ['2026-01-30', '2026-01-31'],
    ])
  })
})

describe('what is refused', () => {
  const refusal = (scenario: Scenario, today: string, until: string) => {
    const result = project(scenario, { today, until })
    return result.ok ? null : result.problems.map(({ code, path }) => `${code} ${path}`)
  }
  const plan = planOf({})
  it('a window without a day, one of more than 50 years, a date that is none, a today 50 years on', () => {
    expect(refusal(plan, '2026-01-01', '2026-01-01')).toEqual(['window_is_not_valid /until'])
    expect(refusal(plan, '2026-01-01', '2076-01-01')).toBeNull()
    expect(refusal(plan, '2026-01-01', '2077-01-01')).toEqual(['window_is_not_valid /until'])
    expect(refusal(plan, 'tomorrow', '2026-02-30')).toEqual(['date_must_be_a_calendar_day /today', 'date_must_be_a_calendar_day /until'])
    expect(refusal(plan, '2090-01-01', '2026-02-01')).toEqual(['window_is_not_valid /today'])
    expect(refusal({ ...plan, start_date: '9999-12-30' }, '2026-01-01', '9999-12-31')).toBeNull()
  })
  it('more than 200,000 payments', () => {
    const daily = (count: number) =>
      planOf({
        bills: Array.from({ length: count }, () => ({
          amount_cents: 1,
          due_date: '2026-01-01',
          schedule: { every: 1, unit: 'day' as const },
        })),
      })
    expect(refusal(daily(10), '2026-01-01', '2076-01-01')).toBeNull()
    expect(refusal(daily(11), '2026-01-01', '2076-01-01')).toEqual(['projection_too_large '])
  })
  it('sums that could not be counted to the cent; just below that every cent is right', () => {
    const rich = (amount_cents: number) =>
      planOf({
        balance: 7,
        bills: [{ amount_cents: 1, due_date: '2026-01-05' }],
        incomes: [{ amount_cents, due_date: '2026-01-01', schedule: { every: 1, unit: 'day', count: 10 } }],
      })
    expect(refusal(rich(900_000_000_000_001), '2026-01-01', '2027-01-01')).toBeNull()
    expect(projected(rich(900_000_000_000_001), '2026-01-01', '2027-01-01').available_cents.at(-1)).toBe(9_000_000_000_000_016)
    expect(refusal(rich(900_719_925_474_099), '2026-01-01', '2027-01-01')).toEqual(['amount_is_too_large '])
  })
})
