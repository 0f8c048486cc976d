/** What has not come by the day of the bank's balance is due on each day after it, and named wherever it is subtracted. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overdueOf } from '../../../core/actuals/overdue.ts'
import { reconcile } from '../../../core/actuals/reconcile.ts'
import { addDays, dayOf } from '../../../core/calendar.ts'
import { sumOf } from '../../../core/money/money.ts'
import type { Said } from '../../../core/payments/date-said.ts'
import { editSaid } from '../../../core/payments/edit-said.ts'
import { fellDue, rollForward } from '../../../core/payments/roll-forward.ts'
import { paymentsAhead } from '../../../core/payments/payments-ahead.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { projected } from '../projectionPlans.ts'
import { leastSaid, runs } from '../runs.ts'
import { household } from './household.ts'
import { edited, evidence, match, monthly, paid, plan, rowId } from './plans.ts'

const rent = {
  id: rowId(1),
  name: 'Rent',
  amount_cents: 95_000,
  due_date: '2026-03-03',
  schedule: monthly,
  evidence: evidence('HARBOUR PROPERTIES'),
}
const phone = { id: rowId(2), name: 'Phone', amount_cents: 2_000, due_date: '2026-03-05', schedule: monthly, evidence: evidence('TELEKOM') }
const gift = { id: rowId(3), name: 'Gift', amount_cents: 4_000, due_date: '2026-03-06' }

function brought(scenario: Scenario, transactions: readonly AccountTransaction[], date: string, accounts?: Record<string, string | null>) {
  const options = accounts ? { accounts } : {}
  const matched = match(scenario, transactions, date, { covered_until: date, ...options })
  const result = reconcile(scenario, matched, { balance: { date, amount_cents: 120_000 }, transactions, ...options })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return edited(scenario, result.edit)
}

/** What is named from a day on to before another: day, name, amount. */
const named = (scenario: Scenario, today: string, until: string): string[] =>
  paymentsAhead(projected(scenario, today, until), today, until)
    .filter(({ state }) => state === 'planned')
    .map(({ date, name, amount_cents }) => `${date} ${name} ${amount_cents}`)

describe('what has not come by the day of the balance', () => {
  const pay = { id: rowId(4), name: 'Pay', amount_cents: 250_000, due_date: '2026-03-20', schedule: monthly }
  const before = plan({ bills: [{ ...rent, due_date: '2026-03-08' }, phone, gift], incomes: [pay] })
  const after = brought(before, [paid(4, -1_000, 'COFFEE')], '2026-03-08')

  it.each(['2026-03-08', '2026-03-09', '2026-03-12'])(
    'is due on %s, whether it repeats, is due once, or fell due on that very day',
    (today) => {
      const { due_before_payday, simulation, day_count } = projected(after, today, '2026-03-20')
      const all = [95_000, 2_000, 4_000]
      expect(due_before_payday).toMatchObject({ count: 3, amount_cents: sumOf(all) })
      expect(named(after, today, '2026-03-20').sort()).toEqual([`${today} Gift 4000`, `${today} Phone 2000`, `${today} Rent 95000`])
      expect(fellDue(after, today)).toEqual([])
      expect(simulation.total_cents[day_count - 1]).toBe(120_000 - sumOf(all))
    },
  )
  it('is late, and missing once it is more than three days past its day', () => {
    const overdueOn = (today: string) =>
      paymentsAhead(projected(after, today, '2026-03-20'), today, '2026-03-20').map((one) => [one.name, overdueOf(after, one, today)])
    expect(overdueOn('2026-03-08')).toEqual([
      ['Rent', null],
      ['Phone', 'late'],
      ['Gift', null],
    ])
    expect(overdueOn('2026-03-09')).toEqual([
      ['Rent', 'late'],
      ['Phone', 'missing'],
      ['Gift', 'late'],
    ])
  })
  it.each([
    ['a Saturday', 'after', '2026-03-07', '2026-03-09'],
    ['a Sunday', 'before', '2026-03-08', '2026-03-06'],
  ] as const)('is due on its very day, and late from the next one on, where its date is %s', (_day, shift, due_date, ruled) => {
    const shifted = plan({ bills: [{ ...rent, due_date, schedule: { ...monthly, shift } }] })
    const overdueOn = (today: string) => {
      const then = brought(shifted, [], today)
      return paymentsAhead(projected(then, today, '2026-03-20'), today, '2026-03-20').map((one) => overdueOf(then, one, today))
    }
    expect(overdueOn(ruled)).toEqual([null])
    expect(overdueOn(addDays(ruled, 1))).toEqual(['late'])
    expect(overdueOn(addDays(ruled, 3))).toEqual(['late'])
    expect(overdueOn(addDays(ruled, 4))).toEqual(['missing'])
  })
  it('stays due after the next file, and after that is paid or left out like any other', () => {
    const later = brought(after, [], '2026-03-15')
    expect(named(later, '2026-03-16', '2026-03-20').sort()).toEqual([
      '2026-03-16 Gift 4000',
      '2026-03-16 Phone 2000',
      '2026-03-16 Rent 95000',
    ])
    const came = brought(
      later,
      [paid(16, -95_000, 'HARBOUR PROPERTIES'), paid(17, -2_000, 'TELEKOM'), paid(17, -4_000, 'GIFT')],
      '2026-03-17',
    )
    expect(named(came, '2026-03-18', '2026-03-20')).toEqual([])
  })
  it('stays due also where no bank told it: what is said to be open as the plan is rolled forward', () => {
    const open = fellDue(before, '2026-03-07').filter(({ name }) => name !== 'Rent')
    const rolled = rollForward(before, { today: '2026-03-07', planning_balance_cents: 120_000, open, divides_anew: false })
    if (!rolled.ok) throw new Error('refused')
    const then = edited(before, rolled.edit)
    expect(named(then, '2026-03-10', '2026-03-20').sort()).toEqual(['2026-03-10 Gift 4000', '2026-03-10 Phone 2000'])
    expect(fellDue(then, '2026-03-10').map(({ name }) => name)).toEqual(['Rent'])
  })
})

describe('a payment that a person put on another day', () => {
  const days = fc.record({
    moved: fc.integer({ min: 1, max: 20 }),
    turns: fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean()), { minLength: 1, maxLength: 8 }),
  })
  it('is late after that day alone, however often the plan is brought on by files and by hand', () => {
    fc.assert(
      fc.property(days, ({ moved, turns }) => {
        const own = addDays('2026-03-05', moved)
        const schedule = { ...monthly, count: 1 }
        const start = plan({ bills: [{ ...phone, schedule, exceptions: { '2026-03-05': { moved_to: own } } }] })
        let now = start
        for (const [more, isByHand] of turns) {
          const date = addDays(now.start_date, more)
          const open = fellDue(now, date)
          const rolled = rollForward(now, { today: date, planning_balance_cents: 120_000, open, divides_anew: false })
          now = isByHand && more > 0 && rolled.ok ? edited(now, rolled.edit) : brought(now, [], date)
          const [first] = paymentsAhead(projected(now, date, '2026-06-01'), date, '2026-06-01')
          expect(first).toMatchObject({ nominal_date: '2026-03-05', date: date > own ? date : own, amount_cents: 2_000, state: 'planned' })
          const late = dayOf(date)! - dayOf(own)!
          expect(overdueOf(now, first!, date)).toBe(late <= 0 ? null : late <= 3 ? 'late' : 'missing')
          const { missing } = match(now, [], date, { covered_until: date })
          expect(missing.map(({ days_overdue }) => days_overdue)).toEqual(late < 0 ? [] : [late])
        }
      }),
      { numRuns: runs(200) },
    )
  })
  it('is due again where it is said to be open after it was paid', () => {
    const carried = brought(plan({ bills: [{ ...phone, exceptions: { '2026-03-05': { moved_to: '2026-03-07' } } }] }), [], '2026-03-10')
    const payment = paymentsAhead(projected(carried, '2026-03-10', '2026-03-20'), '2026-03-10', '2026-03-20')[0]!
    const said = (scenario: Scenario, word: Said): Scenario => {
      const result = editSaid(scenario, payment, word)
      if (!result.ok) throw new Error(JSON.stringify(result.problems))
      return edited(scenario, result.edit)
    }
    const made = said(carried, { said: 'paid', is_counted: false })
    expect(named(made, '2026-03-10', '2026-03-20')).toEqual([])
    const back = said(made, { said: 'open', gives_back: true })
    expect(named(back, '2026-03-11', '2026-03-20')).toEqual(['2026-03-11 Phone 2000'])
    expect(back.planning_balance_cents).toBe(carried.planning_balance_cents)
  })
})

describe('a household some days after its last file', () => {
  it('is told every payment that its balance ahead has: as one that is due, or as one that fell due since', () => {
    let overdue = 0
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 0, max: 6 }),
        (seed, days, since) => {
          const home = household(seed)
          const date = addDays(home.start_date, days)
          const held = home.transactions.filter((one) => one.date <= date)
          const after = brought(home.plan, held, date, home.accounts)
          const today = addDays(date, since)
          const until = addDays(today, 20)
          const projection = projected(after, today, until)
          const told = [...fellDue(after, today), ...paymentsAhead(projection, today, until).filter(({ state }) => state === 'planned')]
          const onMain = told.filter(({ account_id }) => account_id === null)
          const cents = sumOf(onMain.map((one) => (one.collection === 'incomes' ? one.amount_cents : 0 - one.amount_cents)))
          expect(after.planning_balance_cents + cents).toBe(projection.total_cents.at(-1)!)
          // The bank has told all until the balance's day: nothing that was due by then is taken to be paid.
          expect(fellDue(after, today).filter((one) => one.date <= date)).toEqual([])
          overdue += paymentsAhead(projection, today, until).filter((one) => overdueOf(after, one, today) !== null).length
        },
      ),
      { numRuns: runs(100) },
    )
    expect(overdue).toBeGreaterThanOrEqual(leastSaid)
  })
})
