/** Orders of debts, held against projections of the plan with them, and against every order there is. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { addDays, dateOf, dayOf } from '../../../core/calendar.ts'
import { cardDues } from '../../../core/accounts/card-dates.ts'
import { changedPayment, loanPayments } from '../../../core/accounts/loan-outlook.ts'
import { checkScenario } from '../../../core/edit/check-scenario.ts'
import { everyOrder } from '../../../core/questions/best-order.ts'
import { payDays, payRuleOf } from '../../../core/questions/debt-days.ts'
import { openDebts, regularOf, setupsOf } from '../../../core/questions/debt-field.ts'
import { runDebts, type DebtOutcome } from '../../../core/questions/debt-run.ts'
import { looking } from '../../../core/questions/looking.ts'
import { debts, type DebtOrder, type DebtsOrdered, type OrderName, type PutOrder } from '../../../core/questions/debts.ts'
import type { Account, Scenario, Transfer } from '../../../core/scenario.ts'
import { anyAccountsPlan, accountOf, cardOf } from '../accountPlans.ts'
import { at, idOf, planOf, projected } from '../projectionPlans.ts'
import { later } from '../schedule-reference.ts'
import { edited } from './asking.ts'

export const rowOf = (account_id: string): { id: string; name: string } => ({ id: `eeeeeeee${account_id.slice(8)}`, name: 'Extra' })

/** A card that pays its minimum, or a fixed amount; a loan or mortgage that a transfer pays. */
const debt = fc.oneof(
  fc.record({
    kind: fc.constant('card' as const),
    owed: fc.integer({ min: 5_000, max: 900_000 }),
    rate: fc.integer({ min: 0, max: 2_900 }),
    closing_day: fc.integer({ min: 1, max: 31 }),
    due_day: fc.integer({ min: 1, max: 31 }),
    shift: fc.constantFrom(null, 'before' as const, 'after' as const),
    pays: fc.constantFrom('minimum' as const, 'minimum' as const, 'fixed' as const),
    percent: fc.integer({ min: 1, max: 5 }),
    least: fc.integer({ min: 1_000, max: 6_000 }),
  }),
  fc.record({
    kind: fc.constant('loan' as const),
    owed: fc.integer({ min: 50_000, max: 3_000_000 }),
    rate: fc.integer({ min: 0, max: 1_500 }),
    day: fc.integer({ min: 1, max: 31 }),
    months: fc.integer({ min: 12, max: 120 }),
    every: fc.constantFrom(1, 1, 1, 3),
  }),
)
type AnyDebt = typeof debt extends fc.Arbitrary<infer Of> ? Of : never

export const someDebts = (least: number, most: number) =>
  fc.record({
    debts: fc.array(debt, { minLength: least, maxLength: most, size: 'max' }),
    extra_cents: fc.integer({ min: 0, max: 60_000 }),
    payday: fc.integer({ min: 1, max: 31 }),
  })

export function planOfDebts(list: readonly AnyDebt[], payday: number): Scenario {
  const accounts = list.map((one, nth): Account =>
    accountOf(nth, one.kind, 0 - one.owed, {
      interest: { rate_basis_points: one.rate },
      ...(one.kind === 'card' && {
        card: cardOf({
          closing_day: one.closing_day,
          due_day: one.due_day,
          shift: one.shift,
          pays: one.pays,
          minimum_percent: one.percent,
          minimum_cents: one.least,
          fixed_cents: Math.ceil(one.owed / 40),
        }),
      }),
    }),
  )
  const transfers = list
    .flatMap((one, nth): Transfer[] => {
      if (one.kind !== 'loan') return []
      const amount_cents = Math.ceil((one.owed / one.months + (one.owed * one.rate) / 120_000) * one.every)
      return [
        {
          ...planOf({ bills: [{}] }).bills[0]!,
          id: idOf(6, nth),
          position: 0,
          created_at: at,
          updated_at: at,
          name: `Loan ${nth}`,
          amount_cents,
          due_date: later('2026-01-01', one.day - 1),
          schedule: { every: one.every, unit: 'month' },
          from_account_id: null,
          to_account_id: accounts[nth]!.id,
        } as unknown as Transfer,
      ]
    })
    .map(({ account_id: _account, spread: _spread, ...row }: Transfer & { account_id?: unknown; spread?: unknown }, position) => ({
      ...row,
      position,
    }))
  return {
    ...planOf({
      balance: 500_000,
      incomes: [{ name: 'Pay', amount_cents: 400_000, due_date: later('2026-01-01', payday - 1), schedule: { every: 1, unit: 'month' } }],
    }),
    accounts,
    transfers,
  }
}

export function ordered(scenario: Scenario, asked: Parameters<typeof debts>[1]): { answer: DebtsOrdered; put: PutOrder } {
  const found = debts(scenario, asked)
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found
}

/** With an order put in, the plan projects to the last days and the interest that were told. */
function holds(scenario: Scenario, today: string, order: DebtOrder, put: PutOrder, name: OrderName): void {
  const edit = put(name, rowOf)
  const after = edit ? edited(scenario, edit) : scenario
  if (order.paid_off_on === null) return
  const projection = projected(after, today, addDays(order.paid_off_on, 40))
  for (const { account_id, paid_off_on, interest_cents } of order.debts) {
    const figures = projection.accounts.find(({ id }) => id === account_id)!
    // Of what is gone on the first day a projection knows no day on which it was owed.
    expect([name, account_id, figures.paid_off_on, figures.interest_cents]).toEqual([name, account_id, paid_off_on, interest_cents])
  }
}

/** Every plan: what is told is what the plan with the order in it says, and no more leaves the main account than was said. */
export function debtsSuite(runs: number): number {
  let seen = 0
  const own = someDebts(1, 4).map((some) => ({ scenario: planOfDebts(some.debts, some.payday), extra_cents: some.extra_cents, wait: 0 }))
  const any = fc.record({
    scenario: anyAccountsPlan.filter((plan) => checkScenario(plan).length === 0),
    extra_cents: fc.integer({ min: 0, max: 90_000 }),
    wait: fc.integer({ min: 0, max: 60 }),
  })
  fc.assert(
    fc.property(fc.oneof({ weight: 2, arbitrary: own }, { weight: 1, arbitrary: any }), ({ scenario, extra_cents, wait }) => {
      const today = addDays(scenario.start_date, wait)
      const found = debts(scenario, { today, extra_cents })
      // Interest of fifty years may leave the exact integers.
      if (!found.ok) return void expect(found.problems[0]!.code).toMatch(/amount_is_too_large|projection_too_large/)
      const { answer, put } = found
      if (!answer.orders) return
      seen += 1
      for (const name of ['avalanche', 'snowball', 'best'] as const) holds(scenario, today, answer.orders[name], put, name)
      expect(answer.orders.best.interest_cents).toBeLessThanOrEqual(
        answer.orders.avalanche.paid_off_on === null ? Infinity : answer.orders.avalanche.interest_cents,
      )
      if (answer.orders.snowball.paid_off_on !== null)
        expect(answer.orders.best.interest_cents).toBeLessThanOrEqual(answer.orders.snowball.interest_cents)
    }),
    { numRuns: runs },
  )
  return seen
}

/** Against every order: how far the worst answer is above the least interest, as a part of it, and how long the slowest took of a processor. */
export function everyOrderSuite(runs: number, least: number, most: number): { worst: number; slowest_ms: number } {
  const seen = { worst: 0, slowest_ms: 0 }
  for (const some of fc.sample(someDebts(least, most), { numRuns: runs })) {
    const scenario = planOfDebts(some.debts, some.payday)
    const today = scenario.start_date
    const start = process.cpuUsage()
    const { answer } = ordered(scenario, { today, extra_cents: some.extra_cents })
    const { user, system } = process.cpuUsage(start)
    seen.slowest_ms = Math.max(seen.slowest_ms, (user + system) / 1_000)
    const { best } = answer.orders!
    if (best.paid_off_on === null) continue
    const every = outcomesOf(scenario, today, some.extra_cents)
      .filter((outcome) => outcome.debts.every(({ paid_off_on }) => paid_off_on !== null))
      .map(({ interest_cents }) => interest_cents)
    seen.worst = Math.max(seen.worst, best.interest_cents / Math.max(1, Math.min(...every)) - 1)
  }
  return seen
}

/** Of every order of a plan's debts what becomes of it. */
function outcomesOf(scenario: Scenario, today: string, extra_cents: number): DebtOutcome[] {
  const seen = looking(scenario, today, today, 430, '')
  if (!seen.ok) throw new Error(JSON.stringify(seen.problems))
  const { open } = openDebts(scenario, seen.look, today)
  const regular = regularOf(open, seen.look, dayOf(today)! - seen.look.start_day)
  const rules = open.map(({ account }) => payRuleOf(scenario, account, today))
  const orders = [...everyOrder(open.map((_, nth) => nth))]
  for (const made of setupsOf(scenario, new Set(open.map(({ account: { id } }) => id)), today)) {
    if (!made.ok) throw new Error(JSON.stringify(made.problems))
    const { setup } = made
    const outcomes = orders.map((order) =>
      runDebts(setup, {
        debts: regular.map((one, nth) => ({ ...one, days: payDays(setup.occurrences, rules[nth]!) })),
        order,
        extra_cents,
      }),
    )
    if (outcomes.some(({ debts: all }) => all.every(({ paid_off_on }) => paid_off_on !== null))) return outcomes
  }
  return []
}

/** A loan that is paid each month, or a card of which a fixed amount or its minimum is paid; a minimum that gets its debt down. */
const oneDebt = fc.oneof(
  fc.record({
    kind: fc.constant('card' as const),
    owed: fc.integer({ min: 5_000, max: 900_000 }),
    rate: fc.integer({ min: 0, max: 2_900 }),
    closing_day: fc.integer({ min: 1, max: 28 }),
    due_day: fc.integer({ min: 1, max: 31 }),
    shift: fc.constantFrom(null, 'before' as const, 'after' as const),
    pays: fc.constantFrom('minimum' as const, 'fixed' as const),
    percent: fc.integer({ min: 3, max: 5 }),
    least: fc.integer({ min: 1_000, max: 6_000 }),
  }),
  fc.record({
    kind: fc.constant('loan' as const),
    owed: fc.integer({ min: 50_000, max: 3_000_000 }),
    rate: fc.integer({ min: 0, max: 1_500 }),
    day: fc.integer({ min: 1, max: 31 }),
    months: fc.integer({ min: 12, max: 120 }),
    every: fc.constant(1),
  }),
)

/** With one debt: so much more a month is what its own payment, raised by as much from its next date on, comes to. */
export function oneDebtSuite(runs: number): void {
  const asked = fc.record({
    one: oneDebt,
    shift: fc.constantFrom(undefined, 'before' as const, 'after' as const),
    extra_cents: fc.integer({ min: 0, max: 60_000 }),
    payday: fc.integer({ min: 1, max: 31 }),
    wait: fc.integer({ min: 0, max: 60 }),
  })
  fc.assert(
    fc.property(asked, ({ one, shift, extra_cents, payday, wait }) => {
      const made = planOfDebts([one], payday)
      const scenario = {
        ...made,
        transfers: made.transfers.map((row) => ({ ...row, schedule: { ...row.schedule!, ...(shift && { shift }) } })),
      }
      const today = addDays(scenario.start_date, wait)
      const { answer } = ordered(scenario, { today, extra_cents })
      if (!answer.orders) return
      const { best } = answer.orders
      const raised = withMore(scenario, today, extra_cents)
      const outlook = projected(raised, today, addDays(best.paid_off_on ?? addDays(today, 10_000), 40)).accounts[0]!
      expect([best.paid_off_on, best.paid_off_on && best.interest_cents]).toEqual([
        outlook.paid_off_on,
        best.paid_off_on && outlook.interest_cents,
      ])
    }),
    { numRuns: runs },
  )
}

/** The one debt's own payment raised from its next date on: of a card what it takes, of its minimum what that is now. */
function withMore(scenario: Scenario, today: string, extra_cents: number): Scenario {
  const [account] = scenario.accounts as [Account]
  const [payment] = loanPayments(scenario, account.id, today)
  if (payment) {
    const changed = changedPayment(payment, payment.next.amount_cents + extra_cents)
    if (!changed.ok) throw new Error(JSON.stringify(changed.problems))
    return edited(scenario, changed.edit)
  }
  const next = projected(scenario, today, addDays(today, 1)).accounts[0]!.next_payment!
  // What is paid before stays as it is: the card has paid its payments of the past, and each of those ahead is as much.
  const ahead = projected(scenario, today, addDays(today, 4_000)).simulation.accounts!.payments[0]!
  const paidOn = new Map(ahead.map(({ scheduled_day, cents }) => [scheduled_day, cents]))
  const dues = cardDues(account.card!, {}, dayOf(scenario.start_date)!, dayOf(today)!)
  const past = Object.fromEntries(
    dues.map(({ scheduled_day }) => [dateOf(scheduled_day), { amount_cents: paidOn.get(scheduled_day) ?? 0 }]),
  )
  return {
    ...scenario,
    accounts: [{ ...account, exceptions: past, card: { ...account.card!, pays: 'fixed', fixed_cents: next.amount_cents + extra_cents } }],
  }
}
