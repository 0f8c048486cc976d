/** What is charged to a card after its file ends is not known yet: it counts as it was planned, until a file of the card tells it. */
import { describe, expect, it } from 'vitest'
import type { HeldAccount } from '../../../core/actuals/linked.ts'
import { addDays } from '../../../core/calendar.ts'
import { overdueOf } from '../../../core/actuals/overdue.ts'
import { paymentsAhead } from '../../../core/payments/payments-ahead.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { projected } from '../projectionPlans.ts'
import { begun, bringOnce, saidOf, type InTurn } from './inTurn.ts'
import { monthly, paid, paidInFull, plan, rowId } from './plans.ts'

const CARD = rowId(7)
const visa = { id: CARD, name: 'Visa', kind: 'card' as const, balance_cents: -50_000, card: paidInFull({ due_day: 27 }) }
const phone = { id: rowId(1), name: 'Phone', amount_cents: 3_000, due_date: '2026-03-08', schedule: monthly, account_id: CARD }
const scenario = plan({ accounts: [visa], bills: [phone] })
const dayOn = (day: number): string => addDays('2026-02-28', day)

const fileOf =
  (account: string, all: readonly AccountTransaction[], opening: number) =>
  (day: number): HeldAccount => {
    const transactions = all.filter(({ date }) => date <= dayOn(day))
    const since = transactions.filter(({ date }) => date >= '2026-03-01').reduce((sum, { amount_cents }) => sum + amount_cents, 0)
    return { account, transactions, balance_cents: opening + since, balance_date: dayOn(day), balance_agrees: true }
  }
const main = fileOf('MAIN', [paid('2026-02-20', -5, 'KIOSK'), paid(2, -100, 'BAKERY')], 200_000)
const own = [paid('2026-02-11', -42_000, 'SHOES'), paid('2026-02-25', -8_000, 'KIOSK'), paid(3, -300, 'KIOSK')]
const card = fileOf('CARD', [...own, paid(9, -3_000, 'PHONE')], -50_000)

const after = (...turns: [number, number][]): InTurn =>
  turns.reduce<InTurn>(
    (now, [one, two]) => bringOnce(now, [main(one), ...(two > 0 ? [card(two)] : [])], { MAIN: null, CARD }, dayOn(Math.max(one, two))),
    begun(scenario),
  )

describe('a bill on a card whose file ends before its day', () => {
  it('counts as it was planned, and is neither late nor due again', () => {
    const { plan: now } = after([10, 5])
    expect(saidOf(now, 40)).toEqual(['2026-03-10 main 199900', 'Visa -53300', '2026-03-27 Visa 53300', '2026-04-08 Phone 3000'])
    const ahead = paymentsAhead(projected(now, now.start_date, '2026-04-20'), now.start_date, '2026-04-20')
    expect(ahead.map((one) => overdueOf(now, one, '2026-03-14')).filter((late) => late !== null)).toEqual([])
  })
  it('is the same in however many files, and as the card’s file has it once that comes', () => {
    const once = saidOf(after([10, 5]).plan, 40)
    for (const turns of [
      [
        [6, 5],
        [10, 5],
      ],
      [
        [10, 0],
        [10, 5],
      ],
      [
        [10, 5],
        [10, 5],
      ],
      [
        [4, 3],
        [7, 5],
        [10, 5],
      ],
    ] as [number, number][][])
      expect(saidOf(after(...turns).plan, 40), turns.join(' | ')).toEqual(once)
    const told = saidOf(after([12, 12]).plan, 40)
    expect(told.slice(0, 2)).toEqual(['2026-03-12 main 199900', 'Visa -53300'])
    for (const turns of [
      [
        [10, 5],
        [12, 12],
      ],
      [
        [6, 5],
        [10, 5],
        [12, 9],
        [12, 12],
      ],
    ] as [number, number][][])
      expect(saidOf(after(...turns).plan, 40), turns.join(' | ')).toEqual(told)
  })
  it('stands on the statement that closes after its day', () => {
    expect(saidOf(after([22, 5]).plan, 40)).toContain('2026-03-27 Visa 53300')
    expect(saidOf(after([6, 5], [22, 5]).plan, 40)).toEqual(saidOf(after([22, 5]).plan, 40))
  })
})
