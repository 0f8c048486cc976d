/** Payments of cards of another sum than is due: in parts, more than once, before their statement closes, late, on the day of the balance. */
import { describe, expect, it } from 'vitest'
import type { HeldAccount } from '../../../core/actuals/linked.ts'
import { addDays } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { begun, bringOnce, saidOf, type InTurn } from './inTurn.ts'
import { paid, paidInFull, plan, rowId } from './plans.ts'

const CARD = rowId(7)
const visa = { id: CARD, name: 'Visa', kind: 'card' as const, balance_cents: -50_000, card: paidInFull() }
const scenario = plan({ accounts: [visa] })
const dayOn = (day: number): string => addDays('2026-02-28', day)

const fileOf = (transactions: readonly AccountTransaction[], day: number): HeldAccount => {
  const all = [paid('2026-02-20', -5, 'KIOSK'), ...transactions].filter(({ date }) => date <= dayOn(day))
  const since = all.filter(({ date }) => date >= '2026-03-01').reduce((sum, { amount_cents }) => sum + amount_cents, 0)
  return { account: 'MAIN', transactions: all, balance_cents: 200_000 + since, balance_date: dayOn(day), balance_agrees: true }
}

/** What the plan says after files that end on these days. */
const after = (one: Scenario, transactions: readonly AccountTransaction[], ...days: number[]): string[] =>
  saidOf(days.reduce<InTurn>((now, day) => bringOnce(now, [fileOf(transactions, day)], { MAIN: null }, dayOn(day)), begun(one)).plan)

/** The same in however many files. */
function inAnyCut(one: Scenario, transactions: readonly AccountTransaction[], ...cuts: number[][]): string[] {
  const once = after(one, transactions, cuts[0]!.at(-1)!)
  for (const days of cuts) expect(after(one, transactions, ...days), days.join()).toEqual(once)
  return once
}

describe('a card’s payment of less than is due', () => {
  it('leaves the rest due on its very day, and on the next statement from the day after', () => {
    const less = [paid(7, -40_000, 'VISA AUTOPAY'), paid(8, -1, 'BAKERY')]
    expect(inAnyCut(scenario, less, [7], [5, 7], [7, 7])).toEqual([
      '2026-03-07 main 160000',
      'Visa -10000',
      '2026-03-07 Visa 2000',
      '2026-04-07 Visa 8000',
    ])
    expect(inAnyCut(scenario, less, [8], [7, 8], [5, 7, 8], [7, 8, 8])).toEqual([
      '2026-03-08 main 159999',
      'Visa -10000',
      '2026-04-07 Visa 10000',
    ])
  })
  it('that comes more than five days late is the card’s by what its words say, and not by how long it was open', () => {
    for (const words of ['VISA AUTOPAY', 'VISA CREDIT CARD PAYMENT'])
      inAnyCut(scenario, [paid(2, -1, 'BAKERY'), paid(14, -40_000, words)], [14], [10, 14], [8, 10, 13, 14])
  })
  it('in parts pays what is due with the last of them', () => {
    const parts = [paid(2, -20_000, 'VISA CREDIT CARD PAYMENT'), paid(7, -22_000, 'VISA AUTOPAY'), paid(9, -1, 'BAKERY')]
    expect(inAnyCut(scenario, parts, [9], [2, 9], [5, 7, 9], [7, 9], [8, 9])).toEqual([
      '2026-03-09 main 157999',
      'Visa -8000',
      '2026-04-07 Visa 8000',
    ])
  })
})

describe('a payment before a statement closes', () => {
  const early = [paid(7, -42_000, 'VISA AUTOPAY'), paid(15, -3_000, 'VISA CREDIT CARD PAYMENT'), paid(40, -1, 'BAKERY')]
  it('only lowers what stands on it: its date is still due', () => {
    expect(inAnyCut(scenario, early, [40], [16, 40], [7, 15, 30, 40])).toEqual([
      '2026-04-09 main 154999',
      'Visa -5000',
      '2026-04-09 Visa 5000',
    ])
  })
})

describe('what is set aside for a card', () => {
  const set = plan({ accounts: [visa] }, { opening_pots: [{ target: `account:${CARD}`, amount_cents: 42_000 }], balance_allocated: true })
  const pot = (cents: number): string => `pot account:${CARD} ${cents}`
  it('pays a payment of another sum as well, also on the day of the balance', () => {
    const less = [paid(2, -1, 'BAKERY'), paid(7, -40_000, 'VISA AUTOPAY'), paid(9, -1, 'BAKERY')]
    expect(inAnyCut(set, less, [7], [3, 7])).toContain(pot(2_000))
    expect(inAnyCut(set, less, [9], [7, 9], [3, 8, 9])).toContain(pot(2_000))
    const extra = [paid(1, -5_000, 'VISA CREDIT CARD PAYMENT'), paid(2, -1, 'BAKERY')]
    expect(inAnyCut(set, extra, [2], [1, 2])).toContain(pot(37_000))
  })
  it('pays a fixed sum that is paid otherwise on the day of the balance', () => {
    const fixed = plan(
      { accounts: [{ ...visa, card: paidInFull({ pays: 'fixed', fixed_cents: 10_000 }) }] },
      { opening_pots: [{ target: `account:${CARD}`, amount_cents: 10_000 }], balance_allocated: true },
    )
    const paying = [paid(2, -1, 'BAKERY'), paid(7, -6_000, 'VISA AUTOPAY')]
    expect(inAnyCut(fixed, paying, [7], [3, 7])).toEqual(['2026-03-07 main 193999', 'Visa -44000', pot(4_000), '2026-04-07 Visa 10000'])
  })
})

describe('a card that a second account pays, whose file is not of the same days as the main one’s', () => {
  const SECOND = rowId(8)
  const second = { id: SECOND, name: 'Second', kind: 'checking' as const, balance_cents: 90_000 }
  const there = plan({ accounts: [{ ...visa, card: paidInFull({ paid_from_account_id: SECOND }) }, second] })
  const paying = [paid(2, -100, 'BAKERY'), paid(9, -41_000, 'VISA CREDIT CARD PAYMENT'), paid(14, -2_000, 'VISA CREDIT CARD PAYMENT')]
  const ofSecond = (day: number): HeldAccount => {
    const file = fileOf(paying, day)
    return { ...file, account: 'SECOND', balance_cents: file.balance_cents! - 110_000 }
  }
  const said = (...turns: [number, number][]): string[] =>
    saidOf(
      turns.reduce<InTurn>((now, [main, other]) => {
        const files = [...(main > 0 ? [fileOf([], main)] : []), ofSecond(other)]
        return bringOnce(now, files, { MAIN: null, SECOND }, dayOn(Math.max(main, other)))
      }, begun(there)).plan,
    )
  it('has what left the second account before a file of the main one was read', () => {
    const once = said([12, 11])
    expect(once).toEqual(['2026-03-12 main 200000', 'Visa -9000', 'Second 48900', '2026-04-07 Visa 9000'])
    expect(said([0, 11], [12, 11])).toEqual(once)
    expect(said([0, 10], [0, 11], [12, 11], [12, 11])).toEqual(once)
  })
  it('has what a later file of the second account tells of days on which the plan was already', () => {
    const once = said([16, 15])
    expect(once.slice(0, 3)).toEqual(['2026-03-16 main 200000', 'Visa -7000', 'Second 46900'])
    expect(said([16, 11], [16, 15])).toEqual(once)
    expect(said([10, 11], [16, 12], [16, 15], [16, 15])).toEqual(once)
  })
})
