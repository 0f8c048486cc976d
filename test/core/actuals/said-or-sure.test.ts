/** What is said of a payment by a word does to the accounts beside the main one what a sure match does. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { bringToBank, settleSaid } from '../../../core/actuals/bring-to-bank.ts'
import { askedKey } from '../../../core/actuals/answers.ts'
import type { MatchedPayments, PaymentMatch } from '../../../core/actuals/matched.ts'
import { addDays } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { project } from '../../../core/projection/project.ts'
import type { ListInputs, Scenario } from '../../../core/scenario.ts'
import { runs, seeded } from '../runs.ts'
import { edited, evidence, match, monthly, paid, plan, rowId } from './plans.ts'

const allocationId = (nth: number): string => `e0000000-0000-4000-8000-00000000000${nth}`
const joint = { id: rowId(7), name: 'Joint', kind: 'checking' as const, balance_cents: 100_000 }
const savings = {
  id: rowId(8),
  name: 'Savings',
  kind: 'savings' as const,
  balance_cents: 300_000,
  interest: { rate_basis_points: 400 },
}
const loan = { id: rowId(9), name: 'Car loan', kind: 'loan' as const, balance_cents: -1_000_000, interest: { rate_basis_points: 1_200 } }
const linked = { '': null, j: joint.id }

/** Brings it to the bank, and says of whatever is asked that it is so. */
function broughtAndSaid(
  scenario: Scenario,
  matched: MatchedPayments,
  transactions: readonly AccountTransaction[],
  date: string,
  knows_before = false,
): { after: Scenario; asked: number } {
  const options = { balance: { date, amount_cents: 150_000 }, transactions, accounts: linked }
  const brought = bringToBank(scenario, matched, options)
  if (!brought.ok) throw new Error(JSON.stringify(brought.problems))
  let after = edited(scenario, brought.edit)
  const answers = new Map<string, PaymentMatch>()
  for (const asked of brought.asked) {
    const before = knows_before ? { base: scenario, matched, options, answers } : undefined
    const settled = settleSaid(after, asked, new Set([null]), before)
    if (!settled.ok) throw new Error(JSON.stringify([asked, settled.problems]))
    after = edited(after, settled.edit)
    answers.set(askedKey(asked), asked)
  }
  return { after, asked: brought.asked.length }
}

/** Which days its rows have, and what is noted of them. */
const datesOf = ({ bills, incomes, transfers }: Scenario): object[] =>
  [...bills, ...incomes, ...transfers].map(({ name, due_date, exceptions }) => ({ name, due_date, exceptions }))

/** What of each bill's payments its pot gave, by what is noted. */
const fromPots = ({ bills }: Scenario): number[] =>
  bills.map(({ exceptions }) =>
    Object.values(exceptions).reduce((all, { paid: noted = [] }) => noted.reduce((sum, one) => sum + (one.from_pot_cents ?? 0), all), 0),
  )
const potsOf = ({ opening_pots }: Scenario): object[] => opening_pots.toSorted((one, other) => (one.target < other.target ? -1 : 1))
const onAccount = ({ accounts }: Scenario, id: string): number => accounts.find((account) => account.id === id)!.balance_cents

function endOf(scenario: Scenario, until: string): number {
  const projected = project(scenario, { today: scenario.start_date, until })
  if (!projected.ok) throw new Error(JSON.stringify(projected.problems))
  return projected.projection.accounts[0]!.end_cents
}

describe('a word about a payment on another account', () => {
  const day = '2026-03-08'

  it.each([
    ['bills', -1],
    ['incomes', 1],
  ] as const)('moves there what was paid of one of its %s in part, and leaves the rest due', (list, sign) => {
    const row = {
      id: rowId(1),
      name: 'Rent',
      amount_cents: 50_000,
      due_date: '2026-03-05',
      account_id: joint.id,
      evidence: evidence('Rent'),
    }
    const scenario = plan({ accounts: [joint], [list]: [row] } as unknown as ListInputs)
    const transactions = [paid(5, sign * 20_000, 'Rent', { account: 'j' })]
    const matched = match(scenario, transactions, day, { accounts: linked, covered_until: day })
    const { after, asked } = broughtAndSaid(scenario, matched, transactions, day)
    expect([asked, onAccount(after, joint.id), endOf(after, '2026-04-01')]).toEqual([1, 100_000 + sign * 20_000, 100_000 + sign * 50_000])
  })

  it.each([50_300, 49_700])('moves there the sum that was paid, not the one that was planned (%i)', (cents) => {
    const row = { id: rowId(1), name: 'Rent', amount_cents: 50_000, due_date: '2026-03-05', account_id: joint.id }
    const scenario = plan({ accounts: [joint], bills: [row] })
    const transactions = [paid(5, -cents, 'SOMEBODY ELSE', { account: 'j' })]
    const matched = match(scenario, transactions, day, { accounts: linked, covered_until: day })
    const { after, asked } = broughtAndSaid(scenario, matched, transactions, day)
    expect([asked, onAccount(after, joint.id)]).toEqual([1, 100_000 - cents])
  })

  it('books a loan’s interest before its payment', () => {
    const row = {
      id: rowId(1),
      name: 'Car loan',
      amount_cents: 50_000,
      due_date: '2026-03-05',
      schedule: monthly,
      from_account_id: null,
      to_account_id: loan.id,
    }
    const scenario = plan({ accounts: [loan], transfers: [row] })
    const brought = ['Car loan', 'XYZ FINANCE 4711'].map((payee) => {
      const transactions = [paid(5, -50_000, payee)]
      return broughtAndSaid(scenario, match(scenario, transactions, day, { covered_until: day }), transactions, day)
    })
    expect(brought.map(({ asked }) => asked)).toEqual([0, 1])
    for (const { after } of brought) {
      expect(after.accounts[0]).toMatchObject({ balance_cents: -960_000, interest: { accrued: { booked_on: '2026-03-01' } } })
      expect(endOf(after, '2026-07-01')).toBe(endOf(brought[0]!.after, '2026-07-01'))
    }
  })
})

const pots = [
  { id: allocationId(1), target: 'savings:Rainy day', kind: 'percent', value: 10, base: 'income' },
  { id: allocationId(2), target: `bill:${rowId(1)}`, kind: 'percent', value: 30, base: 'income' },
  { id: allocationId(3), target: `bill:${rowId(2)}`, kind: 'fixed', value: 5_000, base: 'balance' },
]

/** A plan with rows on each account, and what came of it at the bank: on other days, and of other sums. */
function generated(seed: number, days = 30, early = false, allocations: readonly object[] = [], owed = 1_000_000) {
  const chance = chanceOf(seed)
  const start = '2026-03-01'
  const end = addDays(start, chance.whole(8, days))
  const row = (nth: number, name: string, more: object) => ({
    id: rowId(nth),
    name,
    amount_cents: chance.whole(1_000, 60_000),
    due_date: addDays(start, chance.whole(0, 27)),
    schedule: chance.happens(0.7) ? { ...monthly, every: chance.oneOf([1, 1, 3]) } : null,
    evidence: evidence(name),
    ...more,
  })
  const place = () => ({ account_id: chance.oneOf([null, joint.id]) })
  const to = (id: string) => ({ from_account_id: chance.oneOf([null, joint.id]), to_account_id: id })
  const scenario = plan({
    accounts: [joint, savings, { ...loan, balance_cents: 0 - owed }],
    bills: [row(1, 'Rent', place()), row(2, 'Internet', place()), row(3, 'Gym', place())],
    incomes: [row(4, 'Salary', place())],
    transfers: [row(5, 'Monthly saving', to(savings.id)), row(6, 'Car loan', to(loan.id))],
    allocations,
  } as unknown as ListInputs)
  const transactions = [...scenario.bills, ...scenario.incomes, ...scenario.transfers].flatMap((one): AccountTransaction[] => {
    const account_id = 'account_id' in one ? one.account_id : one.from_account_id
    const sign = one.id === rowId(4) ? 1 : -1
    const dates = one.schedule === null || one.schedule.every === 3 ? [0] : [0, 1]
    return dates.flatMap((months) => {
      const due = addDays(one.due_date!, months * 31)
      const date = addDays(due, chance.happens(0.5) ? 0 : chance.whole(-2, 3))
      const cents = one.amount_cents + (chance.happens(0.3) ? chance.whole(-50, 50) : 0)
      if (date > end || (date < start && !early) || chance.happens(0.1)) return []
      return [paid(date, sign * cents, one.name, { account: account_id === null ? '' : 'j' })]
    })
  })
  return { scenario, transactions, end }
}

describe('a plan of which all is asked', () => {
  it.each(Array.from({ length: seeded(80) }, (_, nth) => 400 + nth))(
    'has on its accounts what it has where all is sure (seed %i)',
    (seed) => {
      const { scenario, transactions, end } = generated(seed)
      const matched = match(scenario, transactions, end, { accounts: linked, covered_until: end })
      const whole = matched.matches.filter(({ state, rest_cents }) => state === 'open' && rest_cents === 0)
      const all = (sure: boolean): MatchedPayments => ({ ...matched, matches: whole.map((one) => ({ ...one, sure })) })
      const [sure, said] = [true, false].map((one) => broughtAndSaid(scenario, all(one), transactions, end))
      expect([sure!.asked, said!.asked]).toEqual([0, whole.length])
      expect(said!.after.accounts).toEqual(sure!.after.accounts)
      expect(datesOf(said!.after)).toEqual(datesOf(sure!.after))
      const moved = transactions.filter(({ account, id }) => account === 'j' && whole.some((one) => one.transactions.includes(id)))
      expect(onAccount(said!.after, joint.id)).toBe(100_000 + moved.reduce((sum, { amount_cents }) => sum + amount_cents, 0))
    },
  )

  it.each(Array.from({ length: seeded(80) }, (_, nth) => 600 + nth))(
    'has it over months and from before the plan’s first day, where it is known what the plan was (seed %i)',
    (seed) => {
      const { scenario, transactions, end } = generated(seed, 60, true, seed % 2 === 0 ? pots : [])
      const matched = match(scenario, transactions, end, { accounts: linked, covered_until: end })
      const whole = matched.matches.filter(({ state, rest_cents }) => state === 'open' && rest_cents === 0)
      const all = (sure: boolean): MatchedPayments => ({ ...matched, matches: whole.map((one) => ({ ...one, sure })) })
      const [sure, said] = [true, false].map((one) => broughtAndSaid(scenario, all(one), transactions, end, true))
      expect(said!.asked).toBe(whole.length)
      expect(said!.after.accounts).toEqual(sure!.after.accounts)
      expect(potsOf(said!.after)).toEqual(potsOf(sure!.after))
      expect(fromPots(said!.after)).toEqual(fromPots(sure!.after))
    },
  )

  it.each(Array.from({ length: runs(300) }, (_, nth) => 1 + nth))(
    'leaves a loan owing as much over months where it is not known what the plan was (seed %i)',
    (seed) => {
      const owed = seed % 2 === 0 ? 1_000_000 : 10_000 + 100 * (seed % 97)
      const { scenario, transactions, end } = generated(seed, 60, false, [], owed)
      const matched = match(scenario, transactions, end, { accounts: linked, covered_until: end })
      const whole = matched.matches.filter(({ state, rest_cents }) => state === 'open' && rest_cents === 0)
      const all = (sure: boolean): MatchedPayments => ({ ...matched, matches: whole.map((one) => ({ ...one, sure })) })
      const [sure, said] = [true, false].map((one) => broughtAndSaid(scenario, all(one), transactions, end))
      expect(onAccount(said!.after, loan.id)).toBe(onAccount(sure!.after, loan.id))
    },
  )
})
