/** Files of several accounts that end on different days, held against one plan. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { heldAgainst, type HeldAccount } from '../../../core/actuals/linked.ts'
import { matchPayments } from '../../../core/actuals/match-payments.ts'
import { addDays } from '../../../core/calendar.ts'
import { evidence, monthly, paid, plan, rowId, start_date } from './plans.ts'

const card = { id: rowId(7), name: 'Visa', kind: 'card' as const, balance_cents: 0 }
const bill = (nth: number, name: string, account_id: string | null, due_date = '2026-03-10') => ({
  id: rowId(nth),
  name,
  amount_cents: 2_000 + nth,
  due_date,
  schedule: monthly,
  account_id,
  evidence: evidence(name),
})
const held = (account: string, transactions: HeldAccount['transactions'], balance_date: string | null = null): HeldAccount => ({
  account,
  transactions,
  balance_cents: balance_date === null ? null : 0,
  balance_date,
})

const links = { MAIN: null, CARD: card.id }

describe('a card whose file ends before the main account’s', () => {
  const scenario = plan({ bills: [bill(1, 'Cinema', card.id), bill(2, 'Water', null)], accounts: [card] })
  const missingOf = (of_card: HeldAccount): [string, number][] => {
    const found = heldAgainst(scenario, [held('MAIN', [paid(24, -500, 'BAKERY')], '2026-03-25'), of_card], links, '2026-03-25')
    const { transactions, accounts, covered_of, balance } = found
    return matchPayments(scenario, transactions, { today: '2026-03-25', accounts, covered_of, covered_until: balance!.date }).missing.map(
      ({ row, days_overdue }) => [row.id, days_overdue],
    )
  }
  it('misses nothing there that was due since', () => {
    expect(missingOf(held('CARD', [paid(8, -700, 'KIOSK')]))).toEqual([[rowId(2), 15]])
  })
  it('misses what was due until its last day, whether a payment or its balance tells of it', () => {
    expect(missingOf(held('CARD', [paid(14, -700, 'KIOSK')]))).toEqual([
      [rowId(1), 4],
      [rowId(2), 15],
    ])
    expect(missingOf(held('CARD', [paid(8, -700, 'KIOSK')], '2026-03-12'))).toEqual([
      [rowId(1), 2],
      [rowId(2), 15],
    ])
  })
  it('says so of each account by its own files, over generated ones', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const chance = chanceOf(seed)
      const due = addDays(start_date, chance.whole(0, 27))
      const ends = { MAIN: addDays(start_date, chance.whole(0, 40)), CARD: addDays(start_date, chance.whole(0, 40)) }
      const both = plan({ bills: [bill(1, 'Cinema', card.id, due), bill(2, 'Water', null, due)], accounts: [card] })
      const files = Object.entries(ends).map(([account, date]) => held(account, [paid(date, -100, 'KIOSK')], date))
      const { transactions, accounts, covered_of, balance } = heldAgainst(both, files, links, '2026-04-20')
      const { missing } = matchPayments(both, transactions, { today: '2026-04-20', accounts, covered_of, covered_until: balance!.date })
      for (const { account_id, scheduled_date } of missing) {
        expect(scheduled_date <= ends.MAIN, `seed ${seed}`).toBe(true)
        if (account_id !== null) expect(scheduled_date <= ends.CARD, `seed ${seed}`).toBe(true)
      }
      expect(
        missing.some(({ account_id }) => account_id === null),
        `seed ${seed}`,
      ).toBe(due <= ends.MAIN)
      expect(
        missing.some(({ account_id }) => account_id !== null),
        `seed ${seed}`,
      ).toBe(due <= ends.MAIN && due <= ends.CARD)
    }
  })
})
