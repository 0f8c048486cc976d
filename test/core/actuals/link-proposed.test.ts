import { expect, it } from 'vitest'
import { linksByBalance } from '../../../core/actuals/link-proposed.ts'
import type { Account } from '../../../core/scenario.ts'

const held = (account: string, balance_cents: number | null) => ({ account, transactions: [], balance_cents, balance_date: '2026-11-29' })
const of = (id: string, balance_cents: number): Account => ({ id, balance_cents }) as Account

it('an account of the bank is proposed as the one of the plan that has its balance to the cent', () => {
  const plan = { planning_balance_cents: 124_000, accounts: [of('visa', -31_240), of('savings', 0)] }
  expect(linksByBalance(plan, [held('', 124_000), held('#2', -31_240), held('#3', 5), held('#4', 0), held('#5', null)])).toEqual({
    '': null,
    '#2': 'visa',
  })
})

it('nothing is proposed where two have it', () => {
  const plan = { planning_balance_cents: 100, accounts: [of('one', 200), of('other', 200)] }
  expect(linksByBalance(plan, [held('', 100), held('#2', 100), held('#3', 200)])).toEqual({})
})

it('nor the one of the plan that another of the bank is already, nor beside another of the bank that has as much', () => {
  const plan = { planning_balance_cents: 100, accounts: [of('visa', -50)] }
  const all = [held('', 100), held('#2', -50), held('#3', 70)]
  expect(linksByBalance(plan, [all[1]!], { held: all, links: { '': null } })).toEqual({ '#2': 'visa' })
  expect(linksByBalance(plan, [all[1]!], { held: all, links: { '': null, '#3': 'visa' } })).toEqual({})
  expect(linksByBalance(plan, [all[1]!], { held: [...all, held('#4', -50)], links: { '': null } })).toEqual({})
})
