/** What the plan notes of a card's payments: they are known again in whatever files, on whatever device, and count once. */
import { describe, expect, it } from 'vitest'
import type { HeldAccount } from '../../../core/actuals/linked.ts'
import { addDays } from '../../../core/calendar.ts'
import { applyEdit } from '../../../core/edit/edit.ts'
import { editSaid } from '../../../core/payments/edit-said.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { at } from '../arbitraries.ts'
import { begun, bringOnce, saidOf, type InTurn } from './inTurn.ts'
import { edited, paid, paidInFull, plan, rowId } from './plans.ts'

const CARD = rowId(7)
const links = { MAIN: null, CARD }
const visa = { id: CARD, name: 'Visa', kind: 'card' as const, balance_cents: -50_000, card: paidInFull() }
const scenario = plan({ accounts: [visa] })
const march = { collection: 'accounts' as const, id: CARD, nominal_date: '2026-03-07', date: '2026-03-07', amount_cents: 42_000 }

const fileOf = (account: string, all: readonly AccountTransaction[], opening: number, day: number): HeldAccount => {
  const balance_date = addDays('2026-02-28', day)
  const transactions = all.filter(({ date }) => date <= balance_date)
  const since = transactions.filter(({ date }) => date >= '2026-03-01').reduce((sum, { amount_cents }) => sum + amount_cents, 0)
  return { account, transactions, balance_cents: opening + since, balance_date, balance_agrees: true }
}
const before = paid('2026-02-20', -5, 'KIOSK')
const payment = paid(7, -42_000, 'VISA AUTOPAY')
const main = [before, paid(2, -100, 'BAKERY'), payment, paid(9, -100, 'BAKERY')]
const own = [paid('2026-02-11', -42_000, 'SHOES'), paid('2026-02-25', -8_000, 'KIOSK'), paid(3, -300, 'KIOSK')]

const bring = (now: InTurn, ...files: HeldAccount[]): InTurn =>
  bringOnce(
    now,
    files,
    links,
    files.reduce((day, { balance_date }) => (balance_date! > day ? balance_date! : day), now.plan.start_date),
  )
const said = (one: Scenario, is_counted: boolean): Scenario => {
  const made = editSaid(one, march, { said: 'paid', is_counted })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return edited(one, made.edit)
}

describe('a payment of a card that has left the main account, and is not in the card’s file yet', () => {
  const files = [fileOf('MAIN', main, 200_000, 9), fileOf('CARD', own, -50_000, 5)]
  const once = bring(begun(scenario), ...files)
  it('is noted with its day', () => {
    expect(once.plan.accounts[0]!.exceptions['2026-03-07']).toEqual({
      amount_cents: 42_000,
      paid: [{ date: '2026-03-07', amount_cents: 42_000 }],
      rest: 'dropped',
    })
    expect(saidOf(once.plan).slice(0, 2)).toEqual(['2026-03-09 main 157800', 'Visa -8300'])
  })
  it('stays on the card on another device, on which nothing is kept', () => {
    expect(saidOf(bring(begun(once.plan), ...files).plan)).toEqual(saidOf(once.plan))
  })
  it('stays on it once where a stranger was paid just as much some days before', () => {
    const stranger = [...main, paid(4, -42_000, 'FURNITURE HOUSE')].toSorted((a, b) => (a.date < b.date ? -1 : 1))
    const both = [fileOf('MAIN', stranger, 200_000, 9), fileOf('CARD', [...own, paid(8, -200, 'KIOSK')], -50_000, 9)]
    const now = bring(begun(scenario), ...both)
    expect(saidOf(now.plan).slice(0, 2)).toEqual(['2026-03-09 main 115800', 'Visa -8500'])
    for (const other of [now, begun(now.plan)]) expect(saidOf(bring(other, ...both).plan)).toEqual(saidOf(now.plan))
  })
  it('is looked at anew once its date is said to be open again, and undo leaves nothing noted', () => {
    const opened = editSaid(once.plan, march, { said: 'open' })
    if (!opened.ok) throw new Error('open')
    expect(edited(once.plan, opened.edit).accounts[0]!.exceptions['2026-03-07']).toEqual({ amount_cents: 42_000 })
    const { brought } = bringOnce(begun(scenario), files, links, '2026-03-09')
    const applied = applyEdit(scenario, brought.edit!, at)
    if (!applied.ok) throw new Error('bring')
    expect(edited(applied.scenario, applied.inverse).accounts).toEqual(scenario.accounts)
  })
})

describe('what a stranger was paid, just as much as is due on a card', () => {
  const list = [before, paid(5, -42_000, 'FURNITURE HOUSE'), paid(8, -100, 'BAKERY'), paid(16, -42_000, 'VISA AUTOPAY')]
  it('does not make the card’s own payment a second one, though that comes later', () => {
    const once = saidOf(bring(begun(scenario), fileOf('MAIN', list, 200_000, 16)).plan)
    expect(once).toEqual(['2026-03-16 main 115900', 'Visa -8000', '2026-04-07 Visa 8000'])
    const turns = [8, 10, 16].reduce((now, day) => bring(now, fileOf('MAIN', list, 200_000, day)), begun(scenario))
    expect(saidOf(turns.plan)).toEqual(once)
    expect(saidOf(bring(begun(turns.plan), fileOf('MAIN', list, 200_000, 16)).plan)).toEqual(once)
  })
  it('is not the other side of what the card’s file has where the bank names another', () => {
    const both = [before, paid(6, -42_000, 'VISA AUTOPAY'), paid(8, -42_000, 'FURNITURE HOUSE'), paid(9, -1, 'BAKERY')]
    const files = [fileOf('MAIN', both, 200_000, 9), fileOf('CARD', [...own, paid(8, 42_000, 'PAYMENT THANK YOU')], -50_000, 9)]
    const now = bring(begun(scenario), ...files)
    expect(saidOf(now.plan)).toEqual(['2026-03-09 main 115999', 'Visa -8300', '2026-04-07 Visa 8300'])
    expect(now.plan.accounts[0]!.exceptions['2026-03-07']!.paid).toEqual([{ date: '2026-03-06', amount_cents: 42_000 }])
  })
})

describe('a payment of a card that was said by hand', () => {
  const once = saidOf(bring(begun(scenario), fileOf('MAIN', main, 200_000, 9)).plan)
  it('counts once when its file comes, on any device and in parts of the file', () => {
    for (const is_counted of [false, true]) {
      const there = said(
        is_counted ? plan({ accounts: [{ ...visa, balance_cents: -8_000, card: paidInFull({ statement_cents: 0 }) }] }) : scenario,
        is_counted,
      )
      const now = bring(begun(there), fileOf('MAIN', main, 200_000, 9))
      expect(saidOf(now.plan)).toEqual(once)
      expect(now.plan.accounts[0]!.exceptions['2026-03-07']!.paid).toEqual([{ date: '2026-03-07', amount_cents: 42_000 }])
      expect(saidOf(bring(begun(now.plan), fileOf('MAIN', main, 200_000, 9)).plan)).toEqual(once)
      const parts = [5, 7, 9].reduce((one, day) => bring(one, fileOf('MAIN', main, 200_000, day)), begun(there))
      expect(saidOf(parts.plan)).toEqual(once)
    }
  })
  it('gives the card what was really paid where that was a little more or less', () => {
    const less = main.map((one) => (one === payment ? { ...payment, amount_cents: -41_500 } : one))
    const now = bring(begun(said(scenario, false)), fileOf('MAIN', less, 200_000, 9))
    expect(saidOf(now.plan)).toEqual(['2026-03-09 main 158300', 'Visa -8500', '2026-04-07 Visa 8500'])
  })
  it('stays on the card whichever file comes first', () => {
    const files = [fileOf('MAIN', main, 200_000, 9), fileOf('CARD', own, -50_000, 5)] as const
    const both = saidOf(bring(begun(scenario), ...files).plan)
    const there = begun(said(scenario, false))
    expect(saidOf(bring(there, ...files).plan)).toEqual(both)
    expect(saidOf(bring(bring(there, files[1]), ...files).plan)).toEqual(both)
    expect(saidOf(bring(bring(there, files[0]), ...files).plan)).toEqual(both)
  })
})
