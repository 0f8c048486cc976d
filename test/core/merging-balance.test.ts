/** Several people, tabs or devices mark payments of one plan as made: the balance is less all of them, whoever was first. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Card } from '../../core/accounts/account.ts'
import { mergeScenarios } from '../../core/comparison/merge.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { paymentsBetween, type DatedPayment } from '../../core/payments/payments-between.ts'
import { rowDefaults, type Account, type Allocation, type Scenario, type Transfer } from '../../core/scenario.ts'
import { settle, type DuePayment } from '../../core/payments/settling.ts'
import { at, idOf, planOf } from './projectionPlans.ts'
import { runs } from './runs.ts'

const monthly = { every: 1, unit: 'month' as const }
const dated = (name: string, amount_cents: number) => ({ name, amount_cents, due_date: '2026-01-10', schedule: monthly })
const base = planOf({
  balance: 100_000,
  bills: [dated('Gym', 5_000), dated('Phone', 5_000), dated('Rent', 60_000)],
  incomes: [dated('Pay', 5_000)],
})

function applied(scenario: Scenario, edit: ScenarioEdit): Scenario {
  const done = applyEdit(scenario, edit, at)
  if (!done.ok) throw new Error(JSON.stringify(done.problems))
  return done.scenario
}
const paymentOf = (scenario: Scenario, name: string): DatedPayment =>
  paymentsBetween(scenario, '2026-01-01', '2026-03-01').find((payment) => payment.name === name && payment.state === 'planned')!
function marking(scenario: Scenario, payment: DatedPayment, is_counted = false): ScenarioEdit {
  const settled = settle(scenario, payment, is_counted)
  if (!settled.ok) throw new Error(JSON.stringify(settled.problems))
  return settled.edit
}
const paid = (scenario: Scenario, name: string, is_counted = false): Scenario =>
  applied(scenario, marking(scenario, paymentOf(scenario, name), is_counted))
const typed = (scenario: Scenario, planning_balance_cents: number): Scenario =>
  applied(scenario, { type: 'set_fields', fields: { planning_balance_cents } })
const balance = (mine: Scenario, theirs: Scenario): unknown => {
  const { clashes, scenario } = mergeScenarios(base, mine, theirs)
  return clashes.length > 0 ? clashes.map(({ key }) => key) : scenario.planning_balance_cents
}

describe('two devices mark payments as made', () => {
  it('different bills of one amount: both are taken off', () => {
    expect(balance(paid(base, 'Gym'), paid(base, 'Phone'))).toBe(90_000)
  })
  it('the same bill: it is taken off once, also where each marks another one beside it', () => {
    expect(balance(paid(base, 'Gym'), paid(base, 'Gym'))).toBe(95_000)
    expect(balance(paid(paid(base, 'Gym'), 'Rent'), paid(paid(base, 'Phone'), 'Gym'))).toBe(30_000)
  })
  it('a bill and an income of the same sum there: whether the balance there has them can not be told, so it is asked', () => {
    const there = paid(paid(base, 'Pay'), 'Gym')
    expect([there.planning_balance_cents, balance(paid(base, 'Pay'), there), balance(paid(base, 'Rent'), there)]).toEqual([
      100_000,
      ['balance'],
      40_000,
    ])
  })
  it('a bill that one of them says is off the balance already stays off', () => {
    expect(balance(paid(paid(base, 'Gym'), 'Phone', true), paid(base, 'Rent'))).toBe(35_000)
  })
  it('an income here, a bill there', () => {
    expect(balance(paid(base, 'Pay'), paid(base, 'Rent'))).toBe(45_000)
  })
  it('a balance that is typed here stands; against a payment marked there it is asked, unless both come to the same', () => {
    expect(balance(typed(base, 77_700), base)).toBe(77_700)
    expect(balance(typed(base, 77_700), paid(base, 'Rent'))).toEqual(['balance'])
    expect(balance(typed(base, 95_000), paid(base, 'Gym'))).toBe(95_000)
    expect(balance(typed(base, 77_700), typed(base, 77_700))).toBe(77_700)
  })
  it('one says of a bill that the balance has it, the other takes it off: it is asked', () => {
    expect(balance(paid(paid(base, 'Rent', true), 'Gym'), paid(paid(base, 'Rent'), 'Phone'))).toEqual(['balance'])
    expect(balance(paid(base, 'Rent', true), paid(base, 'Rent'))).toEqual(['balance'])
  })
  it('two payments that change the balance by as much, though not by their sums alone, are not one: it is asked', () => {
    const joint = idOf(5, 0)
    const account = {
      ...(rowDefaults.accounts as Account),
      id: joint,
      name: 'Joint',
      kind: 'checking' as const,
      position: 0,
      created_at: at,
      updated_at: at,
    }
    // A pot of the main account pays a bill that is on another one.
    const filled = planOf({
      balance: 100_000,
      bills: [{ ...dated('Gym', 5_000), schedule: { every: 1, unit: 'week' } }],
      opening_pots: [{ target: `bill:${idOf(1, 0)}`, amount_cents: 50_000 }],
    })
    const plan = { ...filled, accounts: [account], bills: filled.bills.map((bill) => ({ ...bill, account_id: joint })) }
    const [first, second] = paymentsBetween(plan, '2026-01-01', '2026-02-01')
    const [mine, theirs] = [first!, second!].map((payment) => applied(plan, marking(plan, payment)))
    expect([mine!.planning_balance_cents, theirs!.planning_balance_cents]).toEqual([95_000, 95_000])
    expect(mergeScenarios(plan, mine!, theirs!).clashes.map(({ key }) => key)).toEqual(['balance'])
  })
  it('pots give and get what both payments move', () => {
    const allocations: Partial<Allocation>[] = [
      { target: `bill:${idOf(1, 0)}`, kind: 'fixed', value: 3_000, base: 'balance' },
      { target: `bill:${idOf(1, 1)}`, kind: 'fixed', value: 2_000, base: 'balance' },
      { target: 'savings:Car', kind: 'percent', value: 10, base: 'income' },
    ]
    const plan = planOf({
      balance: 100_000,
      bills: [dated('Gym', 5_000), dated('Phone', 5_000)],
      incomes: [dated('Pay', 20_000), dated('Bonus', 20_000)],
      allocations,
    })
    const merged = mergeScenarios(plan, paid(paid(plan, 'Pay'), 'Gym'), paid(paid(plan, 'Phone'), 'Bonus'))
    expect(merged.clashes).toEqual([])
    expect(merged.scenario).toMatchObject({
      planning_balance_cents: 130_000,
      balance_allocated: true,
      opening_pots: [{ target: 'savings:Car', amount_cents: 4_000 }],
    })
  })
})

describe('an edit that adjusts the balance', () => {
  const fits: ScenarioEdit = {
    type: 'adjust_balance',
    delta_cents: -300,
    pots: [
      { target: 'savings:Car', delta_cents: -900 },
      { target: 'goal:Boat', delta_cents: 40 },
    ],
  }
  const plan = planOf({
    balance: 1_000,
    opening_pots: [
      { target: 'savings:Car', amount_cents: 500 },
      { target: 'goal:Roof', amount_cents: 7 },
    ],
  })
  it('a pot gives what it holds; taken back, everything is as it was, and what others did meanwhile stays', () => {
    const done = applyEdit(plan, fits, at)
    if (!done.ok) throw new Error()
    expect(done.scenario).toMatchObject({
      planning_balance_cents: 700,
      opening_pots: [
        { target: 'goal:Roof', amount_cents: 7 },
        { target: 'goal:Boat', amount_cents: 40 },
      ],
    })
    expect(applied(done.scenario, done.inverse)).toMatchObject({ planning_balance_cents: 1_000, opening_pots: plan.opening_pots })
    const meanwhile = applied(done.scenario, { type: 'adjust_balance', delta_cents: -50, pots: [{ target: 'goal:Roof', delta_cents: 1 }] })
    expect(applied(meanwhile, done.inverse)).toMatchObject({
      planning_balance_cents: 950,
      opening_pots: [
        { target: 'savings:Car', amount_cents: 500 },
        { target: 'goal:Roof', amount_cents: 8 },
      ],
    })
  })
  it('says where it is wrong, and changes nothing', () => {
    const codes = (edit: object): unknown => {
      const done = applyEdit(plan, edit as ScenarioEdit, at)
      return done.ok ? null : done.problems.map(({ code, path }) => `${code} ${path}`)
    }
    expect(codes({ type: 'adjust_balance', delta_cents: 0.5 })).toEqual(['amount_must_be_a_whole_number /delta_cents'])
    expect(codes({ type: 'adjust_balance', delta_cents: 900_000_000_000_000 })).toEqual(['amount_is_too_large /planning_balance_cents'])
    expect(codes({ type: 'adjust_balance', delta_cents: 1, pots: [{ target: 'Car', delta_cents: 1 }] })).toEqual([
      'target_is_malformed /pots/0/target',
    ])
  })
})

/** Bills and incomes of few amounts, so that sums meet, some with pots. */
const plans = fc
  .record({
    bills: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 }),
    incomes: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
    pots: fc.array(fc.nat(7), { maxLength: 3 }),
    base: fc.constantFrom('balance' as const, 'income' as const),
  })
  .map(({ bills, incomes, pots, base: of }) =>
    planOf({
      balance: 100_000,
      bills: bills.map((amount, index) => ({ ...dated(`Bill ${index}`, amount * 1_000), schedule: null })),
      incomes: incomes.map((amount, index) => ({ ...dated(`Income ${index}`, amount * 1_000), schedule: null })),
      allocations: [...new Set(pots.filter((nth) => nth < bills.length))].map((nth) => ({
        target: `bill:${idOf(1, nth)}`,
        kind: 'fixed',
        value: 700,
        base: of,
      })),
    }),
  )

describe('however devices take turns', () => {
  it('tabs that apply edits to what the others stored end with the balance less all that was marked', () => {
    fc.assert(
      fc.property(plans, fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }), (plan, tabs) => {
        const payments = paymentsBetween(plan, '2026-01-01', '2026-02-01')
        // Each tab marks on top of what it has seen last, which may be nothing of the others.
        const seen = new Map(tabs.map((tab) => [tab, plan]))
        let stored = plan
        for (const [nth, payment] of payments.entries()) {
          const tab = tabs[nth % tabs.length]!
          const edit = marking(seen.get(tab)!, payment)
          stored = applied(stored, edit)
          seen.set(tab, nth % 3 === 0 ? stored : applied(seen.get(tab)!, edit))
        }
        expect(stored.planning_balance_cents).toBe(less(plan, payments))
      }),
      { numRuns: runs(500) },
    )
  })
  it('devices that merge end with the balance less all that was marked, each payment once', () => {
    fc.assert(
      fc.property(
        plans,
        fc.array(fc.record({ device: fc.nat(3), nth: fc.nat(10), stores: fc.boolean() }), { maxLength: 20 }),
        (plan, steps) => {
          const payments = paymentsBetween(plan, '2026-01-01', '2026-02-01')
          const devices = Array.from({ length: 4 }, () => ({ base: plan, mine: plan }))
          let stored = plan
          const marked = new Map<string, DatedPayment>()
          const store = (device: { base: Scenario; mine: Scenario }): void => {
            const { clashes, edit } = mergeScenarios(device.base, device.mine, stored)
            expect(clashes).toEqual([])
            stored = applied(stored, edit)
            Object.assign(device, { base: stored, mine: stored })
          }
          for (const { device, nth, stores } of steps) {
            const on = devices[device]!
            const payment = payments[nth % payments.length]!
            const key = `${payment.collection}/${payment.id}`
            // Of the same payment two devices are told in a case of its own.
            if (!marked.has(key)) {
              marked.set(key, payment)
              on.mine = applied(on.mine, marking(on.mine, payment))
            }
            if (stores) store(on)
          }
          devices.forEach(store)
          expect(stored.planning_balance_cents).toBe(less(plan, [...marked.values()]))
          expect(stored.opening_pots.every(({ amount_cents }) => amount_cents > 0)).toBe(true)
        },
      ),
      { numRuns: runs(500) },
    )
  })
  it('a payment that several devices mark is taken off once, or it is asked; the sides may be swapped', () => {
    fc.assert(
      fc.property(plans, fc.array(fc.nat(10)), fc.array(fc.nat(10)), (plan, first, second) => {
        const payments = paymentsBetween(plan, '2026-01-01', '2026-02-01')
        const markedIn = (nths: readonly number[]): Set<DatedPayment> => new Set(nths.map((nth) => payments[nth % payments.length]!))
        const [mine, theirs] = [markedIn(first), markedIn(second)]
        const side = (marked: Set<DatedPayment>): Scenario =>
          [...marked].reduce((now, payment) => applied(now, marking(now, payment)), plan)
        const [one, other] = [mergeScenarios(plan, side(mine), side(theirs)), mergeScenarios(plan, side(theirs), side(mine))]
        expect(one.clashes.length).toBe(other.clashes.length)
        if (one.clashes.length > 0) {
          expect(mine.intersection(theirs).size).toBeGreaterThan(0)
          return
        }
        expect([one, other].map(({ scenario }) => scenario.planning_balance_cents)).toEqual(
          Array(2).fill(less(plan, [...mine.union(theirs)])),
        )
        expect(one.scenario.opening_pots).toEqual(other.scenario.opening_pots)
      }),
      { numRuns: runs(500) },
    )
  })
})

const less = (plan: Scenario, payments: readonly DatedPayment[]): number =>
  payments.reduce(
    (left, { collection, amount_cents }) => left + (collection === 'incomes' ? amount_cents : -amount_cents),
    plan.planning_balance_cents,
  )

it('of several opening pots of one target the one that was emptied comes back where it was', () => {
  const pots = [
    { target: 'savings:Car', amount_cents: 300 },
    { target: 'goal:Boat', amount_cents: 10 },
    { target: 'savings:Car', amount_cents: 200 },
  ]
  const plan = planOf({ balance: 0, opening_pots: pots })
  const emptied = applyEdit(plan, { type: 'adjust_balance', delta_cents: 0, pots: [{ target: 'savings:Car', delta_cents: -300 }] }, at)
  if (!emptied.ok) throw new Error('refused')
  expect(emptied.scenario.opening_pots).toEqual(pots.slice(1))
  const back = applyEdit(emptied.scenario, emptied.inverse, at)
  expect(back.ok && back.scenario.opening_pots).toEqual(pots)
})

describe('two devices change an account', () => {
  const head = (kind: number, position: number) => ({ id: idOf(kind, position), position, created_at: at, updated_at: at })
  const card: Card = {
    closing_day: 28,
    due_day: 20,
    shift: null,
    paid_from_account_id: null,
    pays: 'statement',
    minimum_percent: 0,
    minimum_cents: 0,
    fixed_cents: 0,
    statement_cents: null,
  }
  const visa: Account = {
    ...head(5, 0),
    name: 'Visa',
    kind: 'card',
    balance_cents: -40_000,
    floor_cents: null,
    interest: null,
    card,
    exceptions: {},
  }
  const savings: Account = { ...visa, ...head(5, 1), name: 'Savings', kind: 'savings', balance_cents: 7_000, card: null }
  const aside: Transfer = {
    ...(rowDefaults.transfers as Transfer),
    ...head(6, 0),
    name: 'Aside',
    amount_cents: 2_000,
    due_date: '2026-01-10',
    schedule: monthly,
    to_account_id: savings.id,
  }
  const onVisa = (name: string, amount_cents: number) => ({ ...dated(name, amount_cents), account_id: visa.id })
  const plan: Scenario = {
    ...planOf({ balance: 100_000, bills: [onVisa('Gym', 5_000), onVisa('Phone', 5_000), dated('Rent', 60_000)] }),
    accounts: [visa, savings],
    transfers: [aside],
  }
  const saidPaid = (scenario: Scenario, due: DuePayment, is_counted = false): Scenario => {
    const settled = settle(scenario, due, is_counted)
    if (!settled.ok) throw new Error(JSON.stringify(settled.problems))
    return applied(scenario, settled.edit)
  }
  const put = (scenario: Scenario, row: Partial<Account> & { id: string }): Scenario =>
    applied(scenario, { type: 'put_row', collection: 'accounts', row })
  const ofCard: DuePayment = { collection: 'accounts', id: visa.id, nominal_date: '2026-01-20', date: '2026-01-20', amount_cents: 40_000 }
  const ofTransfer: DuePayment = {
    collection: 'transfers',
    id: aside.id,
    nominal_date: '2026-01-10',
    date: '2026-01-10',
    amount_cents: 2_000,
  }
  const merged = (mine: Scenario, theirs: Scenario): unknown => {
    const { clashes, scenario } = mergeScenarios(plan, mine, theirs)
    return clashes.length > 0
      ? clashes.map(({ key }) => key)
      : [scenario.planning_balance_cents, ...scenario.accounts.map(({ balance_cents }) => balance_cents)]
  }

  it('each marks another purchase on one card: both are on it, also where they cost the same', () => {
    expect(merged(paid(plan, 'Gym'), paid(plan, 'Phone'))).toEqual([100_000, -50_000, 7_000])
  })
  it('both mark the same transfer or the same payment of a card: it is made once, on both accounts', () => {
    expect(merged(saidPaid(plan, ofTransfer), saidPaid(paid(plan, 'Rent'), ofTransfer))).toEqual([38_000, -40_000, 9_000])
    expect(merged(saidPaid(plan, ofCard), saidPaid(plan, ofCard))).toEqual([60_000, 0, 7_000])
  })
  it('one pays the card, the other marks a transfer and a purchase: all of it holds', () => {
    expect(merged(saidPaid(plan, ofCard), saidPaid(paid(plan, 'Rent'), ofTransfer))).toEqual([-2_000, 0, 9_000])
  })
  it('a balance that is typed is asked against what was marked there, and stands where nothing was', () => {
    expect(merged(put(plan, { id: visa.id, balance_cents: -41_234 }), paid(plan, 'Gym'))).toEqual([`accounts/${visa.id}/balance_cents`])
    expect(merged(put(plan, { id: visa.id, balance_cents: -41_234 }), paid(plan, 'Rent'))).toEqual([40_000, -41_234, 7_000])
  })
  it('different fields of one account, and different days of one card, are no question', () => {
    const mine = put(put(plan, { id: visa.id, name: 'Blue card' }), { id: visa.id, card: { ...card, due_day: 15 } })
    const theirs = put(put(plan, { id: visa.id, floor_cents: -200_000 }), { id: visa.id, card: { ...card, statement_cents: 30_000 } })
    expect(mergeScenarios(plan, mine, theirs)).toMatchObject({
      clashes: [],
      scenario: { accounts: [{ name: 'Blue card', floor_cents: -200_000, card: { due_day: 15, statement_cents: 30_000 } }, {}] },
    })
    expect(merged(mine, put(plan, { id: visa.id, card: { ...card, due_day: 16 } }))).toEqual([`accounts/${visa.id}/card`])
  })
  it('whatever either marks, each payment is made once on each account, or it is asked; the sides may be swapped', () => {
    const payments: DuePayment[] = [
      ...paymentsBetween(plan, '2026-01-01', '2026-03-01').filter(({ collection }) => collection !== 'transfers'),
      ofTransfer,
      ofCard,
      { ...ofTransfer, nominal_date: '2026-02-10', date: '2026-02-10' },
    ]
    const nths = fc.uniqueArray(fc.nat(payments.length - 1), { maxLength: 4 })
    fc.assert(
      fc.property(nths, nths, fc.nat(255), (first, second, counted) => {
        const side = (marked: readonly number[]): Scenario =>
          marked.reduce((now, nth) => saidPaid(now, payments[nth]!, ((counted >> nth) & 1) === 1), plan)
        const [one, other] = [mergeScenarios(plan, side(first), side(second)), mergeScenarios(plan, side(second), side(first))]
        expect(one.clashes.length).toBe(other.clashes.length)
        const balances = ({ planning_balance_cents, accounts }: Scenario): number[] => [
          planning_balance_cents,
          ...accounts.map(({ balance_cents }) => balance_cents),
        ]
        if (one.clashes.length > 0) return
        expect([one, other].map(({ scenario }) => balances(scenario))).toEqual(
          Array(2).fill(balances(side([...new Set([...first, ...second])]))),
        )
      }),
      { numRuns: runs(500) },
    )
  })
})
