/** Files of several accounts that end on different days, held against one plan. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { bringToBank, settleSaid } from '../../../core/actuals/bring-to-bank.ts'
import { accountsWith } from '../../../core/actuals/told-balances.ts'
import { heldAgainst, type HeldAccount } from '../../../core/actuals/linked.ts'
import { matchPayments } from '../../../core/actuals/match-payments.ts'
import { addDays } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { edited, evidence, monthly, paid, plan, rowId, start_date } from './plans.ts'
import { seeded } from '../runs.ts'

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
    for (let seed = 1; seed <= seeded(200); seed += 1) {
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

describe('a transfer to an account whose file is known as well', () => {
  const savings = { id: rowId(8), name: 'Savings', kind: 'savings' as const, balance_cents: 100_000 }
  const saving = {
    id: rowId(3),
    name: 'Monthly saving',
    amount_cents: 20_000,
    due_date: '2026-03-10',
    schedule: monthly,
    from_account_id: null,
    to_account_id: savings.id,
  }
  const scenario = plan({ transfers: [saving], accounts: [savings] })
  const out = (cents = -20_000) => paid(10, cents, 'XFER 0099 REF 1', { account: 'MAIN' })
  const into = (cents = 20_000) => paid(11, cents, 'XFER 0099', { account: 'SAVINGS' })
  const both = { MAIN: null, SAVINGS: savings.id }
  const matchOf = (transactions: AccountTransaction[], accounts: Record<string, string | null> = both) =>
    matchPayments(scenario, transactions, { today: '2026-03-12', accounts, covered_until: '2026-03-12' }).matches[0]

  it('is sure by both of its legs, whatever the bank calls it; not by one, nor where the other is elsewhere or of another sum', () => {
    expect(matchOf([out(), into()])).toMatchObject({ sure: true, reason: { doubts: [] } })
    expect(matchOf([out()])).toMatchObject({ sure: false })
    expect(matchOf([out(), into()], { MAIN: null, SAVINGS: rowId(9) })).toMatchObject({ sure: false })
    expect(matchOf([out(-20_100), into(20_100)])?.sure ?? false).toBe(false)
  })

  it('is on it where its file has it, ends later or holds the other leg, and comes onto it where its file ends before', () => {
    const transactions = [out()]
    const options = { balance: { date: '2026-03-12', amount_cents: 180_000 }, transactions, accounts: { MAIN: null } }
    const matched = matchPayments(scenario, transactions, { today: '2026-03-12', accounts: { MAIN: null }, covered_until: '2026-03-12' })
    const sure = { ...matched, matches: matched.matches.map((one) => ({ ...one, sure: true, reason: { ...one.reason, doubts: [] } })) }
    for (const [date, cents] of [
      ['2026-03-09', 120_000],
      ['2026-03-10', 100_000],
      ['2026-03-12', 100_000],
    ] as const) {
      const balances = [{ account_id: savings.id, amount_cents: 100_000, date }]
      const known = bringToBank(scenario, sure, { ...options, balances })
      if (!known.ok) throw new Error('refused')
      expect(edited(scenario, known.edit).accounts[0]!.balance_cents, date).toBe(cents)
      const asked = bringToBank(scenario, matched, { ...options, balances })
      if (!asked.ok) throw new Error('refused')
      const now = edited(scenario, asked.edit)
      const [one] = asked.asked
      const settled = settleSaid(now, one!, accountsWith(now, balances, one!))
      if (!settled.ok) throw new Error('refused')
      expect(edited(now, settled.edit).accounts[0]!.balance_cents, date).toBe(cents)
    }
  })
})
