/** Cases by name: what went wrong with cards, loans and transfers elsewhere. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardDues, closingDays, dueAfter } from '../../core/accounts/card-dates.ts'
import type { Card } from '../../core/accounts/account.ts'
import { dailyInterest, monthlyInterest } from '../../core/accounts/interest.ts'
import { addDays, dateOf, dayOf } from '../../core/calendar.ts'
import { dayLines } from '../../core/payments/day-lines.ts'
import { levelAmount } from '../../core/questions/bill-level.ts'
import { checkScenario } from '../../core/edit/check-scenario.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { paydayDivisions } from '../../core/projection/divisions.ts'
import { accountByDay } from '../../core/projection/figures/accounts.ts'
import { movementsBetween } from '../../core/projection/movements.ts'
import { inOrder } from './exampleFiles.ts'
import type { Projection } from '../../core/projection/projection.ts'
import { carriedTo, rollForward } from '../../core/payments/roll-forward.ts'
import { settle } from '../../core/payments/settling.ts'
import type { Account, Scenario, Transfer } from '../../core/scenario.ts'
import { accountOf, anyAccountsPlan, cardOf, transferOf } from './accountPlans.ts'
import { at, idOf, planOf, projected } from './projectionPlans.ts'
import { runs } from './runs.ts'

const [first, second] = [idOf(5, 0), idOf(5, 1)]
const monthly = { every: 1, unit: 'month' as const }

const withAccounts = (plan: Parameters<typeof planOf>[0], accounts: Account[], transfers: Transfer[] = []): Scenario => ({
  ...planOf(plan),
  accounts,
  transfers,
})
const until = (scenario: Scenario, date = '2026-07-01'): Projection => projected(scenario, '2026-01-01', date)
const payments = ({ simulation, start_day, day_count }: Projection): [string, number][] =>
  inOrder(simulation.accounts!.payments)
    .filter(({ day }) => day < day_count)
    .map(({ day, cents }) => [dateOf(start_day + day), cents])
const on = (projection: Projection, nth: number, date: string): number =>
  accountByDay(projection, idOf(5, nth))![dayOf(date)! - projection.start_day]!
const datesOf = (days: readonly number[]): string[] => days.map(dateOf)

describe('the dates of a card', () => {
  it('that closes on the 3rd and is due on the 7th is paid on the 7th of the same month', () => {
    expect(dateOf(dueAfter(cardOf({ closing_day: 3, due_day: 7 }), dayOf('2026-02-03')!))).toBe('2026-02-07')
    expect(dateOf(dueAfter(cardOf({ closing_day: 25, due_day: 7 }), dayOf('2026-02-25')!))).toBe('2026-03-07')
  })
  it('that closes on the 31st closes on the last day of each month, and on the 31st again', () => {
    expect(datesOf(closingDays(cardOf({ closing_day: 31 }), dayOf('2026-01-01')!, dayOf('2026-05-01')!))).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ])
  })
  it('that moves from the 31st to the 15th closes on the 15th from then on, once a month', () => {
    expect(datesOf(closingDays(cardOf({ closing_day: 15 }), dayOf('2026-02-01')!, dayOf('2026-04-01')!))).toEqual([
      '2026-02-15',
      '2026-03-15',
    ])
  })
  it('of which two statements are due on one day has one payment, of the later one', () => {
    const dues = cardDues(cardOf({ closing_day: 30, due_day: 31 }), {}, dayOf('2026-02-01')!, dayOf('2026-05-15')!)
    expect(dues.map(({ scheduled_day, closing_day }) => [dateOf(scheduled_day), dateOf(closing_day)])).toEqual([
      ['2026-03-31', '2026-03-30'],
    ])
  })
})

describe('a card', () => {
  const bought = (date: string, more: Partial<Account> = {}, card: Partial<Card> = {}) =>
    withAccounts({ balance: 50_000, bills: [{ amount_cents: 1_000, due_date: date, account_id: first }] }, [
      accountOf(0, 'card', 0, { card: cardOf(card), ...more }),
    ])

  it('has a purchase on its closing day on that statement, one on the day after on the next', () => {
    expect(payments(until(bought('2026-02-03')))).toEqual([['2026-02-20', 1_000]])
    expect(payments(until(bought('2026-02-04')))).toEqual([['2026-03-20', 1_000]])
  })
  it('leaves the main account alone until it is paid', () => {
    const projection = until(bought('2026-02-03'))
    expect([on(projection, 0, '2026-02-19'), on(projection, 0, '2026-02-20')]).toEqual([-1_000, 0])
    expect(projection.lowest_point).toMatchObject({ date: '2026-02-20', available_cents: 49_000 })
    expect(
      dayLines(projection, '2026-02-01', '2026-03-01').map(({ date, lines }) => [date, lines.map((line) => line.available_cents)]),
    ).toEqual([
      ['2026-02-03', [0]],
      ['2026-02-20', [-1_000]],
    ])
  })
  it('obeys what is said of a payment in every view: skipped, moved, another amount, settled', () => {
    const said = (exceptions: Account['exceptions']): Projection => until(bought('2026-02-03', { exceptions }))
    expect(payments(said({ '2026-02-20': { skipped: true } }))).toEqual([['2026-03-20', 1_000]])
    expect(payments(said({ '2026-02-20': { moved_to: '2026-02-25' } }))).toEqual([['2026-02-25', 1_000]])
    expect(payments(said({ '2026-02-20': { amount_cents: 400 } }))).toEqual([
      ['2026-02-20', 400],
      ['2026-03-20', 600],
    ])
    expect(payments(said({ '2026-02-20': { rest: 'dropped' } }))).toEqual([['2026-03-20', 1_000]])
    const moved = said({ '2026-02-20': { moved_to: '2026-02-25', amount_cents: 400 } })
    expect(movementsBetween(moved, '2026-02-01', '2026-03-01').filter(({ kind }) => kind === 'card_payment')).toMatchObject([
      {
        date: '2026-02-25',
        available_cents: -400,
        row: { collection: 'accounts', id: first, nominal_date: '2026-02-20' },
        accounts: [{ account_id: first, cents: 400 }],
      },
    ])
    expect(moved.accounts[0]!.next_payment).toEqual({
      date: '2026-02-25',
      nominal_date: '2026-02-20',
      amount_cents: 400,
      statement_closed_on: '2026-02-03',
    })
  })
  it('pays the statement less what was refunded since, and not what was charged since', () => {
    const scenario = withAccounts(
      {
        balance: 50_000,
        bills: [
          { amount_cents: 1_000, due_date: '2026-02-01', account_id: first },
          { amount_cents: 700, due_date: '2026-02-10', account_id: first },
        ],
        incomes: [{ amount_cents: 300, due_date: '2026-02-12', account_id: first }],
      },
      [accountOf(0, 'card', 0, { card: cardOf({}) })],
    )
    expect(payments(until(scenario))).toEqual([
      ['2026-02-20', 700],
      ['2026-03-20', 700],
    ])
    const refunded = { ...scenario, incomes: [{ ...scenario.incomes[0]!, amount_cents: 5_000 }] }
    expect(payments(until(refunded))).toEqual([])
  })
  it('is paid from a second account', () => {
    const scenario = withAccounts({ balance: 50_000, bills: [{ amount_cents: 1_000, due_date: '2026-02-01', account_id: first }] }, [
      accountOf(0, 'card', 0, { card: cardOf({ paid_from_account_id: second }) }),
      accountOf(1, 'checking', 3_000),
    ])
    const projection = until(scenario)
    expect([on(projection, 0, '2026-03-01'), on(projection, 1, '2026-03-01'), projection.lowest_point.available_cents]).toEqual([
      0, 2_000, 50_000,
    ])
  })
  it('with others pays the larger of a percent, rounded up, and a least amount, each for itself', () => {
    const cards = [2, 5].map((minimum_percent, nth) =>
      accountOf(nth, 'card', -100_001, { card: cardOf({ pays: 'minimum', minimum_percent, minimum_cents: 2_500 }) }),
    )
    expect(payments(until(withAccounts({ balance: 50_000 }, cards), '2026-02-01'))).toEqual([
      ['2026-01-20', 2_500],
      ['2026-01-20', 5_001],
    ])
    const small = withAccounts({ balance: 50_000 }, [
      accountOf(0, 'card', -900, { card: cardOf({ pays: 'minimum', minimum_percent: 2, minimum_cents: 2_500 }) }),
    ])
    expect(payments(until(small, '2026-02-01'))).toEqual([['2026-01-20', 900]])
  })
  it('pays of its opening debt what stood on the last statement', () => {
    expect(
      payments(
        until(
          withAccounts({ balance: 50_000 }, [
            accountOf(0, 'card', -5_000, { card: cardOf({ closing_day: 25, due_day: 10, statement_cents: 2_000 }) }),
          ]),
          '2026-03-01',
        ),
      ),
    ).toEqual([
      ['2026-01-10', 2_000],
      ['2026-02-10', 3_000],
    ])
  })
  it('whose payment was moved past the day on which the plan begins pays what it owes then', () => {
    const scenario = withAccounts({ balance: 50_000 }, [
      accountOf(0, 'card', -4_000, {
        card: cardOf({ closing_day: 3, due_day: 20 }),
        exceptions: { '2025-12-20': { moved_to: '2026-01-05' } },
      }),
    ])
    expect(payments(until(scenario))).toEqual([['2026-01-05', 4_000]])
  })
  it('bears no interest where statements are paid in full', () => {
    expect(until(bought('2026-02-03', { interest: { rate_basis_points: 1_899 } })).accounts[0]!.interest_cents).toBe(0)
  })
  it('holds what a pot has set aside for a bill that is charged to it, and pays with that first', () => {
    const scenario = withAccounts(
      {
        balance: 5_000,
        bills: [{ name: 'Gym', amount_cents: 1_000, due_date: '2026-02-01', account_id: first }],
        allocations: [{ target: `bill:${idOf(1, 0)}`, kind: 'fixed', value: 600, base: 'balance' }],
      },
      [accountOf(0, 'card', 0, { card: cardOf({}) })],
    )
    const projection = until(scenario)
    const day = (date: string) =>
      [projection.available_cents, projection.total_cents].map((days) => days[dayOf(date)! - projection.start_day])
    expect([day('2026-01-31'), day('2026-02-01'), day('2026-02-19'), day('2026-02-20')]).toEqual([
      [4_400, 5_000],
      [4_400, 5_000],
      [4_400, 5_000],
      [4_000, 4_000],
    ])
    expect(projection.pots.map(({ target }) => target)).toEqual([`bill:${idOf(1, 0)}`, `account:${first}`])
  })
})

describe('a loan', () => {
  const loan = (balance_cents: number, rate_basis_points: number, transfers: Partial<Transfer>[]) =>
    withAccounts(
      { balance: 900_000 },
      [accountOf(0, 'loan', balance_cents, { interest: { rate_basis_points } })],
      transfers.map((fields, nth) => transferOf(nth, { to_account_id: first, ...fields })),
    )

  it('takes as its last payment what is left, to the cent, and nothing after it', () => {
    const projection = until(loan(-25_000, 1_200, [{ amount_cents: 10_000, due_date: '2026-01-05', schedule: monthly }]))
    expect(['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-05'].map((date) => on(projection, 0, date))).toEqual([-15_250, -5_402, 0, 0])
    expect(projection.accounts[0]).toMatchObject({ paid_off_on: '2026-03-05', interest_cents: 250 + 152 + 54 })
    expect(projection.total_cents.at(-1)).toBe(900_000 - 25_000 - 456)
  })
  it('bears interest once a month, however often it is paid, and for the months that were left out', () => {
    expect(
      until(
        loan(-120_000, 1_000, [{ amount_cents: 1_000, due_date: '2026-01-05', schedule: { every: 1, unit: 'week' } }]),
        '2026-02-01',
      ).simulation.accounts!.payments.flat(),
    ).toEqual([])
    const weekly = until(
      loan(-120_000, 1_000, [
        { amount_cents: 0, due_date: '2026-01-05' },
        { amount_cents: 1, due_date: '2026-01-06' },
        { amount_cents: 1, due_date: '2026-01-20' },
      ]),
      '2026-02-01',
    )
    expect(on(weekly, 0, '2026-01-31')).toBe(-120_000 - 1_000 + 2)
    const quarterly = until(
      loan(-120_000, 1_000, [{ amount_cents: 1, due_date: '2026-01-05', schedule: { every: 3, unit: 'month' } }]),
      '2026-05-01',
    )
    expect(on(quarterly, 0, '2026-04-30')).toBe(-120_000 - 1_000 + 1 - 3_025 + 1)
  })
})

describe('interest', () => {
  it('is rounded half to even, exactly, also where products leave the exact whole numbers', () => {
    expect([monthlyInterest(60, 1_000, 1), monthlyInterest(180, 1_000, 1), monthlyInterest(61, 1_000, 1)]).toEqual([0, 2, 1])
    expect(dailyInterest(3_650_000, 1)).toBe(1)
    expect(dailyInterest(9_000_000_000_000_000, 3_000)).toBe(Number((9_000_000_000_000_000n * 3_000n + 1_825_000n) / 3_650_000n))
  })
  it('of savings is credited on the last day of the month, by day over 365 in a leap year too', () => {
    const scenario = {
      ...withAccounts({}, [accountOf(0, 'savings', 365_000, { interest: { rate_basis_points: 1_000 } })]),
      start_date: '2028-02-01',
    }
    const projection = projected(scenario, '2028-02-01', '2028-03-02')
    expect([on(projection, 0, '2028-02-28'), on(projection, 0, '2028-02-29')]).toEqual([365_000, 365_000 + 2_900])
  })
})

describe('transfers', () => {
  it('count on one day in both accounts, wherever that day is moved', () => {
    const projection = until(
      withAccounts(
        { balance: 9_000 },
        [accountOf(0, 'checking', 0)],
        [transferOf(0, { to_account_id: first, due_date: '2026-02-01', exceptions: { '2026-02-01': { moved_to: '2026-02-04' } } })],
      ),
    )
    const together = Array.from(
      accountByDay(projection, first)!.subarray(0, projection.day_count),
      (cents, day) => cents + projection.total_cents[day]!,
    )
    expect(new Set(together)).toEqual(new Set([9_000]))
    expect([on(projection, 0, '2026-02-03'), on(projection, 0, '2026-02-04')]).toEqual([0, 1_000])
  })
  it('by a rule on incomes move the money, and no more of it than is owed', () => {
    const scenario = withAccounts(
      {
        balance: 0,
        incomes: [{ amount_cents: 5_000, due_date: '2026-01-10', schedule: monthly }],
        allocations: [
          { target: `account:${first}`, kind: 'percent', value: 10, base: 'income' },
          { target: `account:${second}`, kind: 'fixed', value: 900, base: 'income' },
        ],
      },
      [accountOf(0, 'savings', 0), accountOf(1, 'loan', -1_000)],
    )
    const projection = until(scenario, '2026-03-01')
    expect([on(projection, 0, '2026-02-28'), on(projection, 1, '2026-02-28'), projection.available_cents.at(-1)]).toEqual([
      1_000,
      0,
      10_000 - 1_000 - 1_000,
    ])
    expect(projection.months.map(({ moved_cents }) => moved_cents)).toEqual([-1_400, -600])
  })
})

describe('an income that comes onto another account', () => {
  const pay = { name: 'Pay', amount_cents: 100_000, due_date: '2026-01-10', schedule: monthly }
  const interest = { ...pay, name: 'Interest', amount_cents: 5_000, account_id: first }
  const rule = { target: 'savings:Car', kind: 'fixed' as const, value: 30_000, base: 'income' as const }
  const insurance = { name: 'Insurance', amount_cents: 60_000, due_date: '2026-03-20' }
  const scenario = withAccounts({ balance: 10_000, incomes: [pay, interest], bills: [insurance], allocations: [rule] }, [
    accountOf(0, 'savings', 0),
  ])

  it('is divided by no rule, and is not told as divided', () => {
    const divisions = paydayDivisions(until(scenario), '2026-01-01', '2026-02-01')
    expect(divisions.map(({ income_id, base_cents, shares }) => [income_id, base_cents, shares[0]!.kept_cents])).toEqual([
      [idOf(2, 0), 100_000, 30_000],
    ])
  })
  it('brings a bill nothing: the level amount is taken from the others', () => {
    expect(levelAmount(scenario, idOf(1, 0), 'income', '2026-01-01')).toBe(20_000)
  })
})

describe('an account', () => {
  it('that is deleted leaves a card paid from it to the main account, and one edit takes it back', () => {
    const scenario = withAccounts(
      { balance: 5_000, bills: [{ amount_cents: 1_000, due_date: '2026-02-01', account_id: first }] },
      [accountOf(0, 'card', 0, { card: cardOf({ paid_from_account_id: second }) }), accountOf(1, 'checking', 3_000)],
      [transferOf(0, { from_account_id: second, to_account_id: first, due_date: '2026-02-10', amount_cents: 100 })],
    )
    const gone = applyEdit(scenario, { type: 'delete_row', collection: 'accounts', id: second }, at)
    if (!gone.ok) throw new Error('It can be deleted.')
    const projection = until(gone.scenario)
    expect([payments(projection), projection.available_cents.at(-1), gone.scenario.transfers]).toEqual([[['2026-02-20', 1_000]], 4_000, []])
    const back = applyEdit(gone.scenario, gone.inverse, at)
    if (!back.ok) throw new Error('It can be had back.')
    expect(payments(until(back.scenario))).toEqual([['2026-02-20', 900]])
  })
  it('that is brought to a later day bears the interest that it would have borne, to the cent', () => {
    const rolled = (scenario: Scenario, ...days: string[]): Scenario =>
      days.reduce((current, today) => {
        const carried = carriedTo(current, today, [])
        const found = carried.ok
          ? rollForward(current, { today, planning_balance_cents: carried.planning_balance_cents, open: [], divides_anew: false })
          : carried
        const applied = found.ok ? applyEdit(current, found.edit, at) : found
        if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
        return applied.scenario
      }, scenario)
    const end = (scenario: Scenario, date: string): number => on(projected(scenario, scenario.start_date, '2026-07-01'), 0, date)
    const savings = withAccounts({}, [accountOf(0, 'savings', 1_000_000, { interest: { rate_basis_points: 365 } })])
    expect([end(savings, '2026-01-31'), end(rolled(savings, '2026-01-08', '2026-01-16', '2026-01-29'), '2026-01-31')]).toEqual([
      1_003_100, 1_003_100,
    ])
    const loan = (schedule: Transfer['schedule']) =>
      withAccounts(
        {},
        [accountOf(0, 'loan', -100_000, { interest: { rate_basis_points: 1_200 } })],
        [transferOf(0, { due_date: '2026-01-01', schedule, amount_cents: 5_000, to_account_id: first })],
      )
    const [often, seldom] = [loan({ ...monthly, on: [1, 15] }), loan({ every: 3, unit: 'month' })]
    expect([end(often, '2026-01-31'), end(rolled(often, '2026-01-05'), '2026-01-31')]).toEqual([-91_000, -91_000])
    expect([end(seldom, '2026-04-01'), end(rolled(seldom, '2026-02-02', '2026-03-15'), '2026-04-01')]).toEqual([-93_880, -93_880])
    const card = withAccounts({}, [
      accountOf(0, 'card', -100_000, {
        interest: { rate_basis_points: 3_650 },
        card: cardOf({ pays: 'fixed', fixed_cents: 1_000, closing_day: 25, due_day: 10 }),
      }),
    ])
    expect([end(card, '2026-03-25'), end(rolled(card, '2026-02-20'), '2026-03-25')]).toEqual([
      end(card, '2026-03-25'),
      end(card, '2026-03-25'),
    ])
  })
  it('of which the least is paid wants no more of it for what came before, rolled forward, said to be made, and taken back', () => {
    // 2% of 2,000 are 40, of which an extra 10 leave 30, and an extra 50 nothing.
    for (const [extra_cents, paid_cents] of [
      [1_000, 3_000],
      [5_000, 0],
      [100_000, 0],
    ] as const) {
      const card = cardOf({
        closing_day: 3,
        due_day: 28,
        pays: 'minimum',
        minimum_percent: 2,
        minimum_cents: 2_500,
        statement_cents: 200_000,
      })
      const planned = {
        ...withAccounts(
          { balance: 1_000_000 },
          [accountOf(0, 'card', -200_000, { card })],
          [transferOf(0, { due_date: '2026-01-12', amount_cents: extra_cents, to_account_id: first })],
        ),
        start_date: '2026-01-10',
      }
      const end = (scenario: Scenario): number => on(projected(scenario, '2026-01-20', '2026-02-01'), 0, '2026-01-31')
      const edited = (scenario: Scenario, found: { ok: true; edit: ScenarioEdit } | { ok: false }): Scenario => {
        const applied = found.ok && applyEdit(scenario, found.edit, at)
        if (!applied || !applied.ok) throw new Error('It can’t be done.')
        return applied.scenario
      }
      const carried = carriedTo(planned, '2026-01-20', [])
      const rolled = edited(
        planned,
        rollForward(planned, {
          today: '2026-01-20',
          planning_balance_cents: carried.ok ? carried.planning_balance_cents : 0,
          open: [],
          divides_anew: false,
        }),
      )
      const payment = {
        collection: 'transfers',
        id: idOf(6, 0),
        nominal_date: '2026-01-12',
        date: '2026-01-12',
        amount_cents: extra_cents,
      } as const
      const made = edited(planned, settle(planned, payment, false))
      expect([end(planned), end(rolled), end(made)]).toEqual(Array(3).fill(-200_000 + extra_cents + paid_cents))
    }
  })
  it('goes from a later day on as it would have gone, in any plan', () => {
    fc.assert(
      fc.property(anyAccountsPlan, fc.integer({ min: 1, max: 100 }), (drawn, days) => {
        const scenario: Scenario = {
          ...drawn,
          accounts: drawn.accounts.map((row) => ({ ...row, card: row.card && { ...row.card, shift: null }, exceptions: {} })),
        }
        const today = addDays(scenario.start_date, days)
        const carried = carriedTo(scenario, today, [])
        const found = carried.ok
          ? rollForward(scenario, { today, planning_balance_cents: carried.planning_balance_cents, open: [], divides_anew: false })
          : carried
        if (!found.ok || checkScenario(scenario).length > 0) return
        const applied = applyEdit(scenario, found.edit, at)
        if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
        const days_of = (one: Scenario): number[][] => {
          const projection = projected(one, today, addDays(today, 200))
          return one.accounts.map(({ id }) =>
            Array.from(
              accountByDay(projection, id)!.subarray(dayOf(today)! - projection.start_day, dayOf(today)! - projection.start_day + 200),
            ),
          )
        }
        expect(days_of(applied.scenario)).toEqual(days_of(scenario))
      }),
      { numRuns: runs(200) },
    )
  })
  it('has the interest of a month once, where a balance from after the plan’s first day has it already', () => {
    const accrued = { on: '2026-01-01', cent_days: 0, carried_cents: 0, booked_on: '2026-01-31' }
    const planned = withAccounts({}, [accountOf(0, 'savings', 500_000, { interest: { rate_basis_points: 125, accrued } })])
    const found = rollForward(planned, { today: '2026-01-20', planning_balance_cents: 0, open: [], divides_anew: false })
    const applied = found.ok ? applyEdit(planned, found.edit, at) : found
    if (!applied.ok) throw new Error('It can’t be done.')
    const end = (one: Scenario): number =>
      accountByDay(projected(one, '2026-01-20', '2026-02-10'), one.accounts[0]!.id)![dayOf('2026-02-10')! - dayOf(one.start_date)!]!
    expect([end(planned), end(applied.scenario)]).toEqual([500_000, 500_000])
  })
  it('that is drawn later bears interest from then on', () => {
    const scenario = withAccounts(
      {},
      [accountOf(0, 'loan', 0, { interest: { rate_basis_points: 1_200 } })],
      [
        transferOf(0, { due_date: '2026-05-10', amount_cents: 100_000, from_account_id: first }),
        transferOf(1, { due_date: '2026-06-01', schedule: monthly, amount_cents: 10_000, to_account_id: first }),
      ],
    )
    expect(on(until(scenario), 0, '2026-06-01')).toBe(-91_000)
  })
  it('is brought to a later day with the plan', () => {
    const scenario = withAccounts(
      {
        balance: 90_000,
        bills: [{ amount_cents: 1_000, due_date: '2026-01-02', schedule: { every: 1, unit: 'week' }, account_id: first }],
      },
      [accountOf(0, 'card', -2_000, { card: cardOf({}) }), accountOf(1, 'savings', 500)],
      [transferOf(0, { to_account_id: second, due_date: '2026-01-15', schedule: monthly })],
    )
    const before = projected(scenario, '2026-02-10', '2026-07-01')
    const balance = before.total_cents[dayOf('2026-02-09')! - before.start_day]!
    const rolled = rollForward(scenario, { today: '2026-02-10', planning_balance_cents: balance, open: [], divides_anew: false })
    if (!rolled.ok) throw new Error('It can be brought there.')
    const applied = applyEdit(scenario, rolled.edit, at)
    if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
    const after = projected(applied.scenario, '2026-02-10', '2026-07-01')
    for (const id of [first, second])
      expect([...accountByDay(after, id)!.subarray(0, after.day_count)]).toEqual([
        ...accountByDay(before, id)!.subarray(dayOf('2026-02-10')! - before.start_day, before.day_count),
      ])
    expect(after.total_cents.at(-1)).toBe(before.total_cents.at(-1))
  })
})
