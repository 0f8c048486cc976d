/** A planned transfer of which both accounts are read: its very sum on both says whose it is, whatever the bank calls it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { match, monthly, paid, plan, rowId } from './plans.ts'

const savings = { id: rowId(8), name: 'Nest egg', kind: 'savings' as const, balance_cents: 100_000 }
const accounts = { MAIN: null, SAVINGS: savings.id }
const [planned_cents, due_date] = [6_332, '2026-03-10']

const planOf = (comes: boolean) =>
  plan({
    accounts: [savings],
    transfers: [
      {
        id: rowId(3),
        name: 'Holiday fund',
        amount_cents: planned_cents,
        due_date,
        schedule: monthly,
        from_account_id: comes ? savings.id : null,
        to_account_id: comes ? null : savings.id,
      },
    ],
  })

const on = (account: keyof typeof accounts) => (date: string, cents: number, payee: string) => paid(date, cents, payee, { account })
const [main, own] = [on('MAIN'), on('SAVINGS')]
const found = (comes: boolean, transactions: AccountTransaction[]) =>
  match(planOf(comes), transactions, '2026-03-20', { accounts, covered_until: '2026-03-20' })

describe('a planned transfer whose very sum stands on both of its accounts', () => {
  const names = fc.constantFrom('ONLINE TRANSFER', 'TRANSFER 7781', 'FROM CHECKING', 'NEST EGG', 'HOLIDAY FUND')
  const cases = fc.record({
    comes: fc.boolean(),
    on_main: names,
    on_savings: names,
    late: fc.integer({ min: 0, max: 3 }),
    apart: fc.integer({ min: -2, max: 2 }),
    others: fc.array(fc.record({ days: fc.integer({ min: 1, max: 40 }), cents: fc.integer({ min: 10_000, max: 90_000 }) }), {
      maxLength: 5,
    }),
  })
  it('is its own, and sure, whatever the bank calls it and however many others it calls so', () => {
    fc.assert(
      fc.property(cases, ({ comes, on_main, on_savings, late, apart, others }) => {
        const sign = comes ? 1 : -1
        const day = addDays(due_date, late)
        const [mine, leg] = [main(day, sign * planned_cents, on_main), own(addDays(day, apart), -sign * planned_cents, on_savings)]
        const more = others.map(({ days, cents }) => main(addDays(due_date, -days), sign * cents, on_main))
        const { matches, missing, transfers } = found(comes, [...more, mine, leg])
        const one = matches.find(({ transactions }) => transactions.includes(mine.id))
        expect(one).toMatchObject({ scheduled_date: due_date, other_leg: leg.id, sure: true })
        expect(missing).toEqual([])
        expect(transfers).toEqual([])
      }),
    )
  })
  it('is none of as much that is paid elsewhere about then', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -4, max: 4 }).filter((days) => days !== 0),
        fc.integer({ min: 0, max: 4 }),
        (days, others) => {
          const shop = Array.from({ length: others }, (_, nth) => main(addDays(due_date, -20 - nth), -1_000 - nth, 'BAKERY'))
          const [mine, leg] = [main(due_date, -planned_cents, 'ONLINE TRANSFER'), own(due_date, planned_cents, 'FROM CHECKING')]
          const [one] = found(false, [...shop, main(addDays(due_date, days), -planned_cents, 'BAKERY'), mine, leg]).matches
          expect(one).toMatchObject({ transactions: [mine.id], other_leg: leg.id, sure: true })
        },
      ),
    )
  })
  it('is asked about where two of as much are as near to the other leg', () => {
    const twice = ['ONLINE TRANSFER', 'BAKERY'].map((payee) => main(due_date, -planned_cents, payee))
    expect(found(false, [...twice, own(due_date, planned_cents, 'FROM CHECKING')]).matches).toMatchObject([{ sure: false }])
  })
  it('is the one with its name where there is one', () => {
    const [mine, other] = [main('2026-03-11', -planned_cents, 'HOLIDAY FUND'), main(due_date, -planned_cents, 'ATM')]
    expect(found(false, [other, mine, own(due_date, planned_cents, 'FROM CHECKING')]).matches).toMatchObject([
      { transactions: [mine.id], sure: true },
    ])
  })
})
