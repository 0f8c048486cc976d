/** What is said of single dates of transfers and of a card's payments: paid, left out, moved, back; at the doors where bills are said. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../core/calendar.ts'
import { checkScenario } from '../../core/edit/check-scenario.ts'
import type { Said } from '../../core/payments/date-said.ts'
import { editSaid } from '../../core/payments/edit-said.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import { eventsBetween } from '../../core/projection/events.ts'
import { accountByDay } from '../../core/projection/figures/accounts.ts'
import { problemText } from '../../core/problem.ts'
import type { Account, Scenario, Transfer } from '../../core/scenario.ts'
import type { DuePayment } from '../../core/payments/settling.ts'
import { english } from '../../server/words/words.ts'
import { accountOf, anyAccountsPlan, cardOf, transferOf } from './accountPlans.ts'
import { at, idOf, planOf, projected } from './projectionPlans.ts'
import { runs } from './runs.ts'

const [first, second] = [idOf(5, 0), idOf(5, 1)]
const monthly = { every: 1, unit: 'month' as const }
const january = '2026-01-20'
const visa = accountOf(0, 'card', -40_000, { card: cardOf({ closing_day: 28, statement_cents: 30_000 }) })
const household = (accounts: Account[], transfers: Transfer[] = []): Scenario => ({ ...planOf({ balance: 90_000 }), accounts, transfers })
const ofCard = (nominal_date = january, amount_cents = 30_000): DuePayment => ({
  collection: 'accounts',
  id: first,
  nominal_date,
  date: nominal_date,
  amount_cents,
})

/** What it becomes; one undo takes all of it back. */
function said(scenario: Scenario, payment: DuePayment, what: Said): Scenario {
  const made = editSaid(scenario, payment, what)
  const applied = made.ok ? applyEdit(scenario, made.edit, at) : made
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
  const back = applyEdit(applied.scenario, applied.inverse, at)
  const { accounts, transfers, planning_balance_cents } = scenario
  expect(back).toMatchObject({ ok: true, scenario: { accounts, transfers, planning_balance_cents } })
  return applied.scenario
}
const payments = (scenario: Scenario): [string, number][] => {
  const { simulation, start_day, day_count } = projected(scenario, '2026-01-01', '2026-04-01')
  return simulation
    .accounts!.payments.flat()
    .filter(({ day }) => day < day_count)
    .map(({ day, cents }) => [new Date((start_day + day) * 86_400_000).toISOString().slice(0, 10), cents])
}
const onDays = (scenario: Scenario, from: string): number[][] => {
  const projection = projected(scenario, '2026-01-01', '2026-12-01')
  const first_day = dayOf(from)! - projection.start_day
  return [
    projection.total_cents,
    ...scenario.accounts.map(({ id }) => accountByDay(projection, id)!.subarray(0, projection.day_count)),
  ].map((days) => [...days.subarray(first_day)])
}

describe("a card's payment", () => {
  const plan = household([visa])
  it('without anything said takes the statement, and what came since the month after', () => {
    expect(payments(plan)).toEqual([
      [january, 30_000],
      ['2026-02-20', 10_000],
    ])
  })
  it('that is made and not in the balances leaves one account and comes onto the card, and the rest of the plan as it was', () => {
    const paid = said(plan, ofCard(), { said: 'paid', is_counted: false })
    expect([paid.planning_balance_cents, paid.accounts[0]!.balance_cents, paid.accounts[0]!.card!.statement_cents]).toEqual([
      60_000, -10_000, 0,
    ])
    expect(payments(paid)).toEqual([['2026-02-20', 10_000]])
    expect(onDays(paid, january)).toEqual(onDays(plan, january))
  })
  it('that the balances have already changes neither', () => {
    const paid = said(plan, ofCard(), { said: 'paid', is_counted: true })
    expect([paid.planning_balance_cents, paid.accounts[0]!.balance_cents]).toEqual([90_000, -40_000])
    expect(payments(said(paid, ofCard(), { said: 'open' }))).toEqual([
      [january, 30_000],
      ['2026-02-20', 10_000],
    ])
  })
  it('is left out, put on another day, and back', () => {
    const skipped = said(plan, ofCard(), { said: 'skipped' })
    expect(payments(skipped)).toEqual([['2026-02-20', 40_000]])
    expect(payments(said(skipped, ofCard(), { said: 'back' }))).toEqual(payments(plan))
    const moved = said(plan, ofCard(), { said: 'moved', to: '2026-01-27' })
    expect(payments(moved)[0]).toEqual(['2026-01-27', 30_000])
    expect(said(moved, ofCard(), { said: 'moved', to: january }).accounts[0]!.exceptions).toEqual({})
  })
  it('on a day on which none is due is a problem', () => {
    const wrong = editSaid(plan, ofCard('2026-01-21'), { said: 'skipped' })
    expect(wrong.ok ? null : wrong.problems.map((one) => problemText(one, english))).toEqual([expect.stringContaining('2026')])
  })
  it('of the least that must be paid leaves the rest to bear interest', () => {
    const carried = household([
      { ...visa, interest: { rate_basis_points: 2_000 }, card: cardOf({ closing_day: 28, pays: 'minimum', minimum_cents: 5_000 }) },
    ])
    const paid = said(carried, ofCard(january, 5_000), { said: 'paid', is_counted: false })
    expect(projected(paid, '2026-01-01', '2026-03-01').accounts[0]!.interest_cents).toBeGreaterThan(0)
  })
})

describe('a transfer', () => {
  const plan = household(
    [accountOf(0, 'savings', 500), accountOf(1, 'loan', -1_500)],
    [transferOf(0, { from_account_id: first, to_account_id: second, due_date: '2026-01-10', schedule: monthly })],
  )
  const of = (nominal_date: string): DuePayment => ({
    collection: 'transfers',
    id: plan.transfers[0]!.id,
    nominal_date,
    date: nominal_date,
    amount_cents: 1_000,
  })
  it('that is made leaves one account and comes onto the other, or changes neither where both have it', () => {
    expect(said(plan, of('2026-01-10'), { said: 'paid', is_counted: false }).accounts.map(({ balance_cents }) => balance_cents)).toEqual([
      -500, -500,
    ])
    expect(said(plan, of('2026-01-10'), { said: 'paid', is_counted: true }).accounts.map(({ balance_cents }) => balance_cents)).toEqual([
      500, -1_500,
    ])
  })
  it('that is the last of a loan takes what is owed and no more', () => {
    const once = said(plan, of('2026-01-10'), { said: 'paid', is_counted: false })
    expect(said(once, of('2026-02-10'), { said: 'paid', is_counted: false }).accounts.map(({ balance_cents }) => balance_cents)).toEqual([
      -1_000, 0,
    ])
  })
  it('onto a card before its statement closes is taken off the last one, and a purchase is none of it', () => {
    const onCard = household([visa], [transferOf(0, { to_account_id: first, due_date: '2026-01-10' })])
    const paid = said(onCard, of('2026-01-10'), { said: 'paid', is_counted: false })
    expect([paid.accounts[0]!.card!.statement_cents, payments(paid), onDays(paid, january)]).toEqual([
      29_000,
      payments(onCard),
      onDays(onCard, january),
    ])
    const bought: Scenario = {
      ...planOf({ balance: 90_000, bills: [{ amount_cents: 700, due_date: '2026-01-08', account_id: first }] }),
      accounts: [{ ...visa, card: cardOf({ closing_day: 28 }) }],
    }
    const counted = said(
      bought,
      { collection: 'bills', id: bought.bills[0]!.id, nominal_date: '2026-01-08', date: '2026-01-08', amount_cents: 700 },
      { said: 'paid', is_counted: false },
    )
    expect([payments(counted), counted.accounts[0]!.card!.statement_cents]).toEqual([payments(bought), 40_000])
  })
  it('is left out, put on another day, and back', () => {
    expect(onDays(said(plan, of('2026-01-10'), { said: 'skipped' }), '2026-01-10')[1]![0]).toBe(500)
    expect(said(plan, of('2026-01-10'), { said: 'moved', to: '2026-01-12' }).transfers[0]!.exceptions).toEqual({
      '2026-01-10': { moved_to: '2026-01-12' },
    })
  })
})

// What comes onto a card or a loan early is taken off what it would have come after.
it(
  "a transfer or a card's payment said to be made leaves every plan without interest and pots as it was from its day on",
  { timeout: 300_000 },
  () => {
    fc.assert(
      fc.property(anyAccountsPlan, fc.nat(9), (drawn, nth) => {
        const scenario: Scenario = {
          ...drawn,
          allocations: [],
          opening_pots: [],
          accounts: drawn.accounts.map((account) => ({
            ...account,
            interest: null,
            card: account.card && { ...account.card, pays: 'statement' },
          })),
        }
        if (checkScenario(scenario).length > 0) return
        const projection = projected(scenario, scenario.start_date, '2026-04-01')
        const isDebtAt = (account_id: string | null): boolean =>
          ['card', 'loan'].includes(scenario.accounts.find(({ id }) => id === account_id)?.kind ?? '')
        const transfers = eventsBetween(projection, scenario.start_date, '2026-04-01')
          .filter(
            ({ kind, to_account_id, from_account_id }) => kind === 'transfer' && !isDebtAt(to_account_id) && !isDebtAt(from_account_id),
          )
          .map((event): DuePayment => ({ ...event, collection: 'transfers' }))
        const day = (index: number): string => new Date((projection.start_day + index) * 86_400_000).toISOString().slice(0, 10)
        const onCards = projection.simulation.accounts!.payments.flatMap(([next]) =>
          next &&
          next.day < 60 &&
          next.closing_day < projection.start_day &&
          !isDebtAt(scenario.accounts[next.place - 1]!.card!.paid_from_account_id)
            ? [
                {
                  collection: 'accounts' as const,
                  id: scenario.accounts[next.place - 1]!.id,
                  nominal_date: day(next.scheduled_day - projection.start_day),
                  date: day(next.day),
                  amount_cents: next.cents,
                },
              ]
            : [],
        )
        const due = [...onCards, ...transfers]
        if (due.length === 0) return
        const payment = due[nth % due.length]!
        const after = said(scenario, payment, { said: 'paid', is_counted: false })
        expect(onDays(after, payment.date).map((days) => days.at(-1))).toEqual(onDays(scenario, payment.date).map((days) => days.at(-1)))
      }),
      { numRuns: runs(500) },
    )
  },
)
