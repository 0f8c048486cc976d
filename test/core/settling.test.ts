import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../core/calendar.ts'
import { checkScenario } from '../../core/edit/check-scenario.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import { editSaid } from '../../core/payments/edit-said.ts'
import { levelOf } from '../../core/payments/level-amount.ts'
import { levelAmount } from '../../core/questions/bill-level.ts'
import { paymentsBetween, type DatedPayment } from '../../core/payments/payments-between.ts'
import { eventsBetween } from '../../core/projection/events.ts'
import { accountByDay } from '../../core/projection/figures/accounts.ts'
import { openingEdits, withOpeningPots } from '../../core/projection/opening-pots.ts'
import type { Scenario } from '../../core/scenario.ts'
import { adjustmentsOf, settle } from '../../core/payments/settling.ts'
import { daysOfPeriod, isSpread } from '../../core/schedule/spread.ts'
import { contentOf } from './arbitraries.ts'
import { accountId, accountOf, anyAccountsPlan, cardOf, transferOf } from './accountPlans.ts'
import { blank, grown } from './arbitraries.ts'
import { anyPlan, at, idOf, planOf, projected } from './projectionPlans.ts'
import { runs } from './runs.ts'
import { later } from './schedule-reference.ts'

function settled(scenario: Scenario, nth: number, is_counted: boolean): Scenario {
  const found = settle(scenario, paymentsBetween(scenario, scenario.start_date, later(scenario.start_date, 400))[nth]!, is_counted)
  const applied = found.ok ? applyEdit(scenario, found.edit, at) : found
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
  return applied.scenario
}

describe('saying that a payment is made', () => {
  const gym = { name: 'Gym', amount_cents: 5_000, due_date: '2026-01-02', schedule: { every: 1, unit: 'month' as const } }
  const pay = { name: 'Pay', amount_cents: 100_000, due_date: '2026-01-02' }

  it('taken off the balance, nothing more can be spent than before; counted already, the balance stays', () => {
    const plan = planOf({ balance: 50_000, bills: [gym] })
    const safe = (scenario: Scenario): number => projected(scenario, '2026-01-01', '2026-06-01').safe_to_spend_cents
    expect([safe(plan), safe(settled(plan, 0, false)), safe(settled(plan, 0, true))]).toEqual([35_000, 35_000, 40_000])
    expect(settled(plan, 0, false)).toMatchObject({
      planning_balance_cents: 45_000,
      bills: [{ exceptions: { '2026-01-02': { rest: 'dropped' } } }],
    })
  })
  it('its pot pays its part, whichever way it was filled', () => {
    const target = `bill:${idOf(1, 0)}`
    for (const given of [
      { opening_pots: [{ target, amount_cents: 4_000 }] },
      { allocations: [{ target, kind: 'fixed' as const, value: 4_000, base: 'balance' as const }] },
    ]) {
      const after = settled(planOf({ balance: 50_000, bills: [gym], ...given }), 0, false)
      expect(after).toMatchObject({ planning_balance_cents: 45_000, opening_pots: [] })
      expect(projected(after, '2026-01-01', '2026-01-02').available_cents[0]).toBe(45_000)
    }
  })
  it('an income that has arrived gives the pots their shares', () => {
    const plan = planOf({
      balance: 50_000,
      incomes: [pay],
      allocations: [{ target: 'savings:Car', kind: 'percent', value: 10, base: 'income' }],
    })
    expect(settled(plan, 0, false)).toMatchObject({
      planning_balance_cents: 150_000,
      opening_pots: [{ target: 'savings:Car', amount_cents: 10_000 }],
    })
    expect(settled(plan, 0, true)).toMatchObject({
      planning_balance_cents: 50_000,
      opening_pots: [{ target: 'savings:Car', amount_cents: 10_000 }],
    })
  })
  it('several dates said to be made at once leave balance and pots as one after the other would', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(30), fc.boolean(), fc.boolean(), (scenario, nth, first, second) => {
        const made = paymentsBetween(scenario, scenario.start_date, later(scenario.start_date, 60))
          .filter(({ state }) => state === 'planned')
          .slice(nth, nth + 2)
        let one = scenario
        for (const [index, payment] of made.entries()) {
          const found = settle(one, payment, [first, second][index]!)
          const applied = found.ok ? applyEdit(one, found.edit, at) : found
          if (!applied.ok) return
          one = applied.scenario
        }
        const adjusted = applyEdit(
          scenario,
          {
            type: 'batch',
            edits: adjustmentsOf(
              scenario,
              made.map((payment, index) => ({ ...payment, is_counted: [first, second][index]! })),
            ),
          },
          at,
        )
        if (!adjusted.ok) throw new Error(JSON.stringify(adjusted.problems))
        const { planning_balance_cents, opening_pots, balance_allocated } = adjusted.scenario
        expect({ planning_balance_cents, opening_pots, balance_allocated }).toEqual({
          planning_balance_cents: one.planning_balance_cents,
          opening_pots: one.opening_pots,
          balance_allocated: one.balance_allocated,
        })
      }),
      { numRuns: runs(300) },
    )
  })
  it('a date that is not in the plan yet changes the balance alone', () => {
    const plan = planOf({ balance: 50_000, bills: [gym] })
    const made = { collection: 'bills' as const, id: plan.bills[0]!.id, nominal_date: '2026-01-09', date: '2026-01-09', amount_cents: 700 }
    expect([adjustmentsOf(plan, [{ ...made, is_counted: false }]), adjustmentsOf(plan, [{ ...made, is_counted: true }])]).toEqual([
      [{ type: 'adjust_balance', delta_cents: -700 }],
      [],
    ])
  })
  it('leaves what the rules on the balance have set aside as it is, whatever is said to be paid first', () => {
    const row = fc.record({ amount_cents: fc.integer({ min: 1, max: 60_000 }), days: fc.integer({ min: 0, max: 40 }) })
    const plans = fc.record({
      balance: fc.integer({ min: 0, max: 200_000 }),
      percent: fc.integer({ min: 1, max: 100 }),
      fixed: fc.integer({ min: 1, max: 90_000 }),
      bills: fc.array(row, { maxLength: 3 }),
      incomes: fc.array(row, { maxLength: 2 }),
      transfers: fc.array(row, { maxLength: 2 }),
    })
    fc.assert(
      fc.property(plans, ({ balance, percent, fixed, bills, incomes, transfers }) => {
        const dated = ({ amount_cents, days }: { amount_cents: number; days: number }, nth: number) => ({
          name: `Row ${nth}`,
          amount_cents,
          due_date: later('2026-01-01', days),
        })
        const filled = planOf({
          balance,
          bills: bills.map(dated),
          incomes: incomes.map(dated),
          allocations: [
            { target: 'savings:Car', kind: 'fixed', value: fixed, base: 'balance' },
            { target: 'savings:House', kind: 'percent', value: percent, base: 'balance' },
          ],
        })
        const plan: Scenario = {
          ...filled,
          accounts: [accountOf(0, 'checking', 5_000)],
          transfers: transfers.map((one, nth) => transferOf(nth, { ...dated(one, nth), to_account_id: accountId(0) })),
        }
        const payment = paymentsBetween(plan, '2026-01-01', '2026-03-01')[0]
        if (payment === undefined) return
        const from = (scenario: Scenario): unknown => {
          const { available_cents, pots, accounts } = projected(scenario, '2026-01-01', '2026-03-01')
          const ends = pots.map(({ target, end_cents }) => [target, end_cents]).filter(([, cents]) => cents !== 0)
          return [[...available_cents].slice(dayOf(payment.date)! - dayOf('2026-01-01')!), ends, accounts.map(({ end_cents }) => end_cents)]
        }
        expect(from(settled(plan, 0, false))).toEqual(from(plan))
      }),
      { numRuns: runs(200) },
    )
  })
  it('a transfer is taken off the one account and put on the other; a loan takes no more than is owed', () => {
    const [joint, loan] = [idOf(5, 0), idOf(5, 1)]
    const plan = grown(blank(), [
      { type: 'set_fields', fields: { start_date: '2026-01-01', planning_balance_cents: 50_000 } },
      { type: 'put_row', collection: 'accounts', row: { id: joint, name: 'Joint', kind: 'checking', balance_cents: 10_000 } },
      { type: 'put_row', collection: 'accounts', row: { id: loan, name: 'Car loan', kind: 'loan', balance_cents: -3_000 } },
      {
        type: 'put_row',
        collection: 'transfers',
        row: { id: idOf(6, 0), name: 'House', amount_cents: 20_000, due_date: '2026-01-05', to_account_id: joint },
      },
      {
        type: 'put_row',
        collection: 'transfers',
        row: {
          id: idOf(6, 1),
          name: 'Instalment',
          amount_cents: 5_000,
          due_date: '2026-01-06',
          from_account_id: joint,
          to_account_id: loan,
        },
      },
    ])
    const balances = ({ planning_balance_cents, accounts }: Scenario): number[] => [
      planning_balance_cents,
      ...accounts.map(({ balance_cents }) => balance_cents),
    ]
    expect(balances(settled(plan, 0, false))).toEqual([30_000, 30_000, -3_000])
    expect(balances(settled(plan, 1, false))).toEqual([50_000, 7_000, 0])
    expect(balances(settled(plan, 0, true))).toEqual(balances(plan))
    const house = paymentsBetween(plan, plan.start_date, '2026-02-01')[0]!
    const opened = editSaid(settled(plan, 0, false), house, { said: 'open', gives_back: true })
    const again = opened.ok ? applyEdit(settled(plan, 0, false), opened.edit, at) : opened
    expect(again.ok && balances(again.scenario)).toEqual(balances(plan))
    expect(settled(plan, 0, true)).toMatchObject({ transfers: [{ exceptions: { '2026-01-05': { rest: 'dropped' } } }, {}] })
  })
  it('the payment of a card comes off its account and off what stood on the statement, and is not paid again', () => {
    const visa = idOf(5, 0)
    const card = {
      closing_day: 3,
      due_day: 20,
      shift: null,
      paid_from_account_id: null,
      pays: 'statement' as const,
      minimum_percent: 0,
      minimum_cents: 0,
      fixed_cents: 0,
      statement_cents: 30_000,
    }
    const plan = grown(blank(), [
      { type: 'set_fields', fields: { start_date: '2026-01-10', planning_balance_cents: 50_000 } },
      { type: 'put_row', collection: 'accounts', row: { id: visa, name: 'Visa', kind: 'card', balance_cents: -42_000, card } },
    ])
    const payment: DatedPayment = {
      collection: 'accounts',
      id: visa,
      name: 'Visa',
      predicted: false,
      date: '2026-01-20',
      nominal_date: '2026-01-20',
      amount_cents: 30_000,
      account_id: null,
      to_account_id: visa,
      state: 'planned',
    }
    const found = settle(plan, payment, false)
    const applied = found.ok ? applyEdit(plan, found.edit, at) : found
    if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
    expect(applied.scenario).toMatchObject({
      planning_balance_cents: 20_000,
      accounts: [{ balance_cents: -12_000, card: { statement_cents: 0 } }],
    })
    const { accounts } = projected(applied.scenario, '2026-01-10', '2026-06-01')
    expect(accounts[0]!.next_payment).toMatchObject({ date: '2026-02-20', amount_cents: 12_000 })
    const opened = editSaid(applied.scenario, payment, { said: 'open', gives_back: true })
    const again = opened.ok ? applyEdit(applied.scenario, opened.edit, at) : opened
    expect(again).toMatchObject({
      ok: true,
      scenario: { planning_balance_cents: 50_000, accounts: [{ balance_cents: -42_000, card: { statement_cents: 30_000 } }] },
    })
    const undone = applyEdit(applied.scenario, applied.inverse, at)
    expect(
      undone.ok && {
        ...undone.scenario,
        revision: 0,
        updated_at: '',
        accounts: undone.scenario.accounts.map((account) => ({ ...account, updated_at: '' })),
      },
    ).toEqual({ ...plan, revision: 0, updated_at: '', accounts: plan.accounts.map((account) => ({ ...account, updated_at: '' })) })
  })
  it('a bill taken off the balance never lets more be spent, in any plan; the account ends with the same', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(30), (scenario, nth) => {
        const payments = paymentsBetween(scenario, scenario.start_date, later(scenario.start_date, 60))
        const payment = payments[nth]
        if (payment?.collection !== 'bills' || payment.state !== 'planned') return
        // What leaves over the days of a longer period than is looked at has not left yet.
        const bill = scenario.bills.find(({ id }) => id === payment.id)!
        if (isSpread(bill) && daysOfPeriod(bill, dayOf(payment.nominal_date)!, dayOf(payment.date)!).until > dayOf('2027-06-01')!) return
        const found = settle(scenario, payment, false)
        const applied = found.ok ? applyEdit(scenario, found.edit, at) : found
        // Some random rules have no date at all, which an edit of their row is refused for.
        if (!applied.ok) {
          expect(new Set(applied.problems.map(({ code }) => code))).toEqual(new Set(['schedule_has_no_dates']))
          return
        }
        const after = projected(applied.scenario, scenario.start_date, '2027-06-01')
        const before = projected(scenario, scenario.start_date, '2027-06-01')
        expect(after.total_cents.at(-1)).toBe(before.total_cents.at(-1))
        if (scenario.allocations.length === 0) expect(after.safe_to_spend_cents).toBeLessThanOrEqual(before.safe_to_spend_cents)
      }),
      { numRuns: runs(400) },
    )
  })
})

/** The days of a plan as they end: available, on the main account, on each other one. */
function daysOf(scenario: Scenario): number[][] {
  const found = projected(scenario, '2026-01-01', '2026-09-01')
  const days = (all: Float64Array): number[] => Array.from(all.subarray(0, found.day_count))
  return [days(found.available_cents), days(found.total_cents), ...scenario.accounts.map(({ id }) => days(accountByDay(found, id)!))]
}
/** Without interest, whose days are not said anew, and without the least to be paid, which is a part of the whole statement. */
const plainAccounts = (scenario: Scenario): Scenario => ({
  ...scenario,
  accounts: scenario.accounts.map((row) => ({
    ...row,
    interest: null,
    card: row.card && { ...row.card, pays: row.card.pays === 'minimum' ? 'statement' : row.card.pays },
  })),
})

describe('a payment on another account than the main one', () => {
  const target = `bill:${idOf(1, 0)}`
  const monthly = { every: 1, unit: 'month' as const }
  const [savings, card] = [idOf(5, 0), idOf(5, 1)]
  const accounts = [accountOf(0, 'savings', 0), accountOf(1, 'card', -5_000, { card: cardOf({ closing_day: 25, due_day: 20 }) })]
  const bill = { amount_cents: 10_000, due_date: '2026-01-01', schedule: monthly }

  it('that its pot pays is paid by the pot first, and that account pays the rest', () => {
    const after = settled(
      {
        ...planOf({ balance: 50_000, opening_pots: [{ target, amount_cents: 4_000 }], bills: [{ ...bill, account_id: savings }] }),
        accounts,
      },
      0,
      false,
    )
    expect(after).toMatchObject({
      planning_balance_cents: 46_000,
      opening_pots: [],
      accounts: [{ balance_cents: -6_000 }, { balance_cents: -5_000 }],
    })
  })
  it('that is charged to a card is held for it by the pot, and is not on the statement before', () => {
    const after = settled(
      {
        ...planOf({ balance: 50_000, opening_pots: [{ target, amount_cents: 10_000 }], bills: [{ ...bill, account_id: card }] }),
        accounts,
      },
      0,
      false,
    )
    expect(after).toMatchObject({
      planning_balance_cents: 50_000,
      opening_pots: [{ target: `account:${card}`, amount_cents: 10_000 }],
      accounts: [{}, { balance_cents: -15_000, card: { statement_cents: 5_000 } }],
    })
  })
  it('that comes back onto a card lowers what its last statement wants', () => {
    const plan = {
      ...planOf({ incomes: [{ ...bill, amount_cents: 2_000, account_id: card }] }),
      accounts: [accounts[0]!, accountOf(1, 'card', -9_000, { card: cardOf({ closing_day: 25, due_day: 20, statement_cents: 5_000 }) })],
    }
    expect(settled(plan, 0, false)).toMatchObject({ accounts: [{}, { balance_cents: -7_000, card: { statement_cents: 3_000 } }] })
  })
  it('by a rule on an income goes there when it has come; what a rule on the balance moves is there before', () => {
    const rules = [
      { target: `account:${savings}`, kind: 'fixed' as const, value: 700, base: 'income' as const },
      { target: `account:${savings}`, kind: 'fixed' as const, value: 30, base: 'balance' as const },
      { target: 'savings:Car', kind: 'fixed' as const, value: 100, base: 'income' as const },
    ]
    const after = settled({ ...planOf({ balance: 1_000, incomes: [bill], allocations: rules }), accounts }, 0, false)
    expect(after).toMatchObject({
      planning_balance_cents: 10_270,
      balance_allocated: true,
      opening_pots: [{ target: 'savings:Car', amount_cents: 100 }],
      accounts: [{ balance_cents: 730 }, {}],
    })
  })
  it('leaves every account as it would have been, day by day, when it is made on the first day', () => {
    fc.assert(
      fc.property(anyAccountsPlan, (drawn) => {
        // Rules on a balance that is still to be divided divide what is there after the payment.
        const scenario = { ...plainAccounts(drawn), balance_allocated: true }
        const payment = paymentsBetween(scenario, scenario.start_date, later(scenario.start_date, 1)).find(
          ({ state }) => state === 'planned',
        )
        // What leaves over the days is paid at once then.
        const isSpread = scenario.bills.some(({ id, spread }) => spread && id === payment?.id)
        if (!payment || isSpread || checkScenario(scenario).length > 0) return
        const found = settle(scenario, payment, false)
        const applied = found.ok ? applyEdit(scenario, found.edit, at) : found
        if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
        expect(daysOf(applied.scenario)).toEqual(daysOf(scenario))
        const back = applyEdit(applied.scenario, applied.inverse, at)
        expect(back.ok && contentOf(back.scenario)).toEqual(contentOf(scenario))
      }),
      { numRuns: runs(300) },
    )
  })
})

it('a balance divided before it begins is the same plan with accounts, day by day', () => {
  fc.assert(
    fc.property(anyAccountsPlan, (drawn) => {
      const scenario = plainAccounts(drawn)
      if (checkScenario(scenario).length > 0) return
      const edits = openingEdits(projected(scenario, '2026-01-01', '2026-09-01'), new Map())
      const applied = applyEdit(scenario, { type: 'batch', edits }, at)
      if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
      expect(daysOf(applied.scenario)).toEqual(daysOf(scenario))
    }),
    { numRuns: runs(200) },
  )
})

it('a balance divided before it begins is the same plan, day by day', () => {
  fc.assert(
    fc.property(anyPlan, (scenario) => {
      const before = projected(scenario, '2026-01-01', '2027-06-01')
      const after = projected({ ...scenario, ...withOpeningPots(before, new Map()) }, '2026-01-01', '2027-06-01')
      expect(after.available_cents).toEqual(before.available_cents)
      expect(
        after.pots
          .filter(({ end_cents }) => end_cents > 0)
          .map(({ target, end_cents }) => `${target} ${end_cents}`)
          .sort(),
      ).toEqual(
        before.pots
          .filter(({ end_cents }) => end_cents > 0)
          .map(({ target, end_cents }) => `${target} ${end_cents}`)
          .sort(),
      )
    }),
    { numRuns: runs(300) },
  )
})

describe('the level amount of each payday', () => {
  const pay = { name: 'Pay', amount_cents: 100_000, due_date: '2026-01-10', schedule: { every: 1, unit: 'month' as const } }
  const insurance = { name: 'Insurance', amount_cents: 82_800, due_date: '2026-12-20', schedule: { every: 1, unit: 'year' as const } }
  const level = (plan: Parameters<typeof planOf>[0], base: 'income' | 'balance' = 'income') =>
    levelAmount(planOf({ balance: 10_000, ...plan }), idOf(1, 0), base, '2026-01-01')

  it.each([
    ['a yearly bill takes a twelfth of each month', { incomes: [pay], bills: [insurance] }, 6_900],
    [
      'what its pot holds is there already',
      { incomes: [pay], bills: [insurance], opening_pots: [{ target: `bill:${idOf(1, 0)}`, amount_cents: 10_800 }] },
      6_000,
    ],
    [
      'a payday on the day of the bill counts',
      { incomes: [pay], bills: [{ ...insurance, due_date: '2026-03-10', schedule: null }] },
      27_600,
    ],
    [
      'it is rounded up, so that the bill is covered',
      { incomes: [pay], bills: [{ ...insurance, amount_cents: 100, due_date: '2026-03-20' }] },
      34,
    ],
    [
      'a small income gives what it has, the others the rest',
      { incomes: [pay, { ...pay, name: 'Interest', amount_cents: 100 }], bills: [{ ...insurance, due_date: '2026-02-20' }] },
      41_300,
    ],
    [
      'a date before the next payday is left to the balance',
      {
        incomes: [pay],
        bills: [{ ...insurance, due_date: '2026-01-05', amount_cents: 6_000, schedule: { every: 1, unit: 'month' as const } }],
      },
      6_000,
    ],
    [
      'its next date counts with the amount it has',
      { incomes: [pay], bills: [{ ...insurance, schedule: { ...insurance.schedule, amounts: { '2026-12-20': 120_000 } } }] },
      10_000,
    ],
    ['without a payday or a date it is the bill', { incomes: [], bills: [insurance] }, 82_800],
    ['of an undated bill it is the bill', { incomes: [pay], bills: [{ ...insurance, due_date: null, schedule: null }] }, 82_800],
  ] as [string, Parameters<typeof planOf>[0], number][])('%s', (_what, plan, cents) => {
    expect(level(plan)).toBe(cents)
  })
  it('of the balance it is what the next date costs', () => {
    expect(
      level({ incomes: [pay], bills: [insurance], opening_pots: [{ target: `bill:${idOf(1, 0)}`, amount_cents: 800 }] }, 'balance'),
    ).toBe(82_000)
  })
  it('set aside, it covers the bill by its date, and a cent less does not', () => {
    const plan = planOf({ incomes: [pay], bills: [{ ...insurance, amount_cents: 82_801 }] })
    const value = levelAmount(plan, idOf(1, 0), 'income', '2026-01-01')
    const paidBy = (cents: number) =>
      eventsBetween(
        projected(
          {
            ...plan,
            allocations: planOf({ allocations: [{ target: `bill:${idOf(1, 0)}`, kind: 'fixed', value: cents, base: 'income' }] })
              .allocations,
          },
          '2026-01-01',
          '2027-01-01',
        ),
        '2026-12-20',
        '2026-12-21',
      )[0]!.from_pot_cents
    expect([paidBy(value), paidBy(value - 1) < 82_801]).toEqual([82_801, true])
  })
  it('comes to the sum over amounts of any size, with nothing to spare', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 3_000 }),
        (amounts, sum) => {
          const of = (cents: number): number => amounts.reduce((all, amount) => all + Math.min(amount, cents), 0)
          const found = levelOf(sum, amounts)
          if (of(1_000) < sum) expect(found).toBe(sum)
          else expect([of(found) >= sum, of(found - 1) < sum]).toEqual([true, true])
        },
      ),
      { numRuns: runs(500) },
    )
  })
})
