/** Transfers of which only the file of the account that they reach tells, or tells first. */
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { HeldAccount } from '../../../core/actuals/linked.ts'
import { addDays } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { projected } from '../projectionPlans.ts'
import { runs } from '../runs.ts'
import { begun, bringOnce, saidOf } from './inTurn.ts'
import { monthly, paid, plan, rowId, weekly } from './plans.ts'

const [JOINT, OWED] = [rowId(8), rowId(7)]
const links = { MAIN: null, OWED }
const sum_cents = 20_000
const until = '2026-05-01'

/** The file of an account until a day of March, with its balance. */
const fileOf =
  (account: string, all: readonly AccountTransaction[], opening: number) =>
  (day: number): HeldAccount => {
    const balance_date = addDays('2026-02-28', day)
    const transactions = all.filter(({ date }) => date <= balance_date)
    const since = transactions.filter(({ date }) => date >= '2026-03-01').reduce((sum, { amount_cents }) => sum + amount_cents, 0)
    return { account, transactions, balance_cents: opening + since, balance_date, balance_agrees: true }
  }

const bakery = [2, 30].map((day) => paid(day, -100, 'BAKERY'))

interface Household {
  kind: 'loan' | 'savings'
  from: string | null
  schedule?: typeof monthly
  first?: number
  rate?: number
}

function planOf({ kind, from, schedule = monthly, first = 19, rate = 0 }: Household): Scenario {
  const interest = rate > 0 ? { interest: { rate_basis_points: rate } } : {}
  return plan({
    accounts: [
      { id: JOINT, name: 'Joint', kind: 'checking', balance_cents: 500_000 },
      { id: OWED, name: 'Car credit', kind, balance_cents: kind === 'loan' ? -1_000_000 : 1_000_000, ...interest },
    ],
    transfers: [
      {
        id: rowId(3),
        name: 'Car credit',
        amount_cents: sum_cents,
        due_date: addDays('2026-02-28', first),
        schedule,
        from_account_id: from,
        to_account_id: OWED,
      },
    ],
  })
}

function inTurn(scenario: Scenario, turns: readonly HeldAccount[][]): Scenario {
  let now = begun(scenario)
  for (const held of turns) now = bringOnce(now, held, links, '2026-03-31')
  return now.plan
}

/** What is on all accounts in the end. */
function endsOf(scenario: Scenario) {
  const { total_cents, accounts } = projected(scenario, scenario.start_date, until)
  return { main: total_cents.at(-1)!, ...Object.fromEntries(accounts.map(({ name, end_cents }) => [name, end_cents])) }
}

describe('a payment that the file of the loan or the savings ends with', () => {
  it.each(['loan', 'savings'] as const)('is still to come from an account that is not read, and comes once: %s', (kind) => {
    const scenario = planOf({ kind, from: JOINT })
    const opening = kind === 'loan' ? -1_000_000 : 1_000_000
    const own = fileOf('OWED', [paid('2026-02-19', sum_cents, 'PAYMENT RECEIVED'), paid(19, sum_cents, 'PAYMENT RECEIVED')], opening)
    const main = fileOf('MAIN', bakery, 200_000)
    const then = inTurn(scenario, [[main(19), own(19)]])
    expect(saidOf(then, 10)).toEqual([
      '2026-03-19 main 199900',
      'Joint 500000',
      `Car credit ${opening}`,
      `2026-03-19 Car credit ${sum_cents}`,
    ])
    expect(endsOf(then)).toEqual(endsOf(inTurn(scenario, [[main(20), own(20)]])))
  })

  it('bears the interest of its month once', () => {
    const scenario = planOf({ kind: 'loan', from: JOINT, rate: 600 })
    const charged = [paid('2026-02-19', 15_000, 'PAYMENT RECEIVED'), paid(19, -5_000, 'INTEREST'), paid(19, sum_cents, 'PAYMENT RECEIVED')]
    const own = fileOf('OWED', charged, -1_000_000)
    const main = fileOf('MAIN', bakery, 200_000)
    const ends = endsOf(inTurn(scenario, [[main(20), own(20)]]))
    expect(endsOf(inTurn(scenario, [[main(19), own(19)]]))).toEqual(ends)
    expect(endsOf(inTurn(scenario, [[main(17), own(19)]]))).toEqual({ ...ends })
    expect(endsOf(inTurn(scenario, [[own(19)]]))).toEqual({ ...ends, main: 200_000 })
  })
})

describe('in households whose files are taken in any turns', () => {
  const cases = fc.record({
    kind: fc.constantFrom('loan' as const, 'savings' as const),
    from: fc.constantFrom(JOINT, null),
    schedule: fc.constantFrom(monthly, weekly),
    first: fc.integer({ min: 4, max: 24 }),
    early: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
    turns: fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), { minLength: 1, maxLength: 8 }),
  })
  it('what moves between two accounts adds up all the time, and is moved as often as it is planned', () => {
    fc.assert(
      fc.property(cases, ({ early, turns, ...household }) => {
        const scenario = planOf(household)
        const opening = household.kind === 'loan' ? -1_000_000 : 1_000_000
        const days = household.schedule === weekly ? [0, 7, 14, 21, 28] : [0]
        const due = days.map((day) => household.first + day)
        const own = fileOf(
          'OWED',
          due.map((day, nth) => paid(addDays('2026-02-28', day - early[nth]!), sum_cents, 'PAYMENT RECEIVED')),
          opening,
        )
        const left = household.from === null ? due.map((day) => paid(addDays('2026-02-28', day), -sum_cents, 'CAR CREDIT')) : []
        const main = fileOf('MAIN', [...bakery, ...left], 200_000)
        const planned = endsOf(scenario)
        let [now, day, other] = [begun(scenario), 1, 1]
        for (const [more, less] of turns) {
          ;[day, other] = [Math.min(30, day + more), Math.min(30, other + less)]
          const held = [...(more > 0 ? [main(day)] : []), ...(less > 0 ? [own(other)] : [])]
          now = bringOnce(now, held, links, '2026-03-31')
          const spent = bakery.filter(({ date }) => date <= now.plan.start_date && now.plan.start_date > '2026-03-01').length * 100
          expect(endsOf(now.plan)).toEqual({ ...planned, main: planned.main - spent })
        }
      }),
      { numRuns: runs(300) },
    )
  })
})
