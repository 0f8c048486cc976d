import { describe, expect, it } from 'vitest'
import { balanceToBegin } from '../../../core/actuals/begin-with.ts'

const plan = { start_date: '2030-09-10', planning_balance_cents: 1_000, currency_code: 'USD' }
const held = (account: string, balance_cents: number | null, balance_date: string | null, more: object = {}) => ({
  account,
  currency: 'USD',
  transactions: [],
  balance_cents,
  balance_date,
  ...more,
})
const main = held('1', 5_000, '2030-09-20')
const visa = held('2', -4_000, '2030-09-25')
const links = { 1: null, 2: 'a card' }

describe('the balance that a plan can begin with', () => {
  it('is the main account’s, never a card’s', () => {
    expect(balanceToBegin(plan, [main, visa], links)).toBe(main)
    expect(balanceToBegin(plan, [visa], links)).toBeNull()
    expect(balanceToBegin(plan, [main], {})).toBe(main)
    // Which of two it is has not been said yet.
    expect(balanceToBegin(plan, [main, visa], {})).toBeNull()
  })
  it('is the newest of its readings, and none that is older than what the plan has', () => {
    const older = held('3', 700, '2030-09-12')
    expect(balanceToBegin(plan, [older, main], { 1: null, 3: null })).toBe(main)
    expect(balanceToBegin({ ...plan, start_date: '2030-10-20' }, [main], links)).toBeNull()
    expect(balanceToBegin({ ...plan, start_date: '2030-09-20', planning_balance_cents: 5_000 }, [main], links)).toBeNull()
    expect(balanceToBegin({ ...plan, start_date: '2030-09-20' }, [main], links)).toBe(main)
  })
  it('is none that its file does not lead to, nor one in another currency, nor one that is not told', () => {
    expect(balanceToBegin(plan, [{ ...main, balance_agrees: false }], links)).toBeNull()
    expect(balanceToBegin(plan, [{ ...main, currency: 'EUR' }], links)).toBeNull()
    expect(balanceToBegin(plan, [held('1', null, null)], links)).toBeNull()
  })
})
