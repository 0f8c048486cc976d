/** A bill beside what pays an account of the plan by itself. */
import { expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import type { BillInput } from '../../../core/scenario.ts'
import { paidTwice } from '../../../core/spending/paid-twice.ts'
import { cardOf } from '../accountPlans.ts'
import { plan, rowId, start_date } from '../actuals/plans.ts'
import { projected } from '../projectionPlans.ts'
import { later } from '../schedule-reference.ts'
import { leastSaid, seeded } from '../runs.ts'

const visa = { id: rowId(7), name: 'Visa', kind: 'card', balance_cents: -29_000, card: cardOf({ closing_day: 20, due_day: 12 }) }
const loan = { id: rowId(8), name: 'Car loan', kind: 'loan', balance_cents: -900_000 }
const monthly = { every: 1, unit: 'month' } as const
const instalment = {
  id: rowId(9),
  name: 'Instalment',
  amount_cents: 20_000,
  due_date: '2026-03-15',
  schedule: monthly,
  to_account_id: loan.id,
}
const bill = (name: string, fields: object = {}): BillInput =>
  ({ id: rowId(1), name, amount_cents: 31_127, due_date: '2026-03-12', schedule: monthly, ...fields }) as BillInput
const told = (bills: BillInput[], accounts: object[] = [visa, loan], transfers: object[] = [instalment]): string[] =>
  paidTwice(projected(plan({ accounts, transfers, bills } as never), start_date, later(start_date, 90))).map(
    (found) => `${found.bill.name}: ${found.account.name}`,
  )

it('is told of a card that pays its statements, by the name of the bill or the payee it was found under', () => {
  expect(told([bill('Visa Card Payment Autopay')])).toEqual(['Visa Card Payment Autopay: Visa'])
  const evidence = { payee: 'VISA CARD PAYMENT THANK YOU', confidence: 0.9, charges: 6, first_date: '2025-09-12', last_date: '2026-02-12' }
  expect(told([bill('Card', { predicted: true, evidence })])).toEqual(['Card: Visa'])
})

it('is told of a loan only where a transfer pays it', () => {
  expect(told([bill('Car loan payment', { due_date: '2026-03-15' })])).toEqual(['Car loan payment: Car loan'])
  expect(told([bill('Car loan payment', { due_date: '2026-03-15' })], [visa, loan], [])).toEqual([])
})

it('is not told of what leaves another account, of another card, of a purchase, or once it is over', () => {
  expect(told([bill('Visa Card Payment Autopay', { account_id: rowId(8) })])).toEqual([])
  expect(told([bill('Amex Card Payment Autopay')])).toEqual([])
  expect(told([bill('Visa fee of the embassy')])).toEqual([])
  expect(told([bill('Visa Card Payment Autopay', { schedule: null, due_date: null })])).toEqual([])
  expect(told([bill('Visa Card Payment Autopay')], [], [])).toEqual([])
})

it('is not told where the transfer that would pay it is past, over, of nothing or a single one', () => {
  const past = { ...instalment, due_date: '2025-06-15', schedule: null }
  const over = { ...instalment, due_date: '2025-01-15', schedule: { ...monthly, until: '2025-12-31' } }
  const nothing = { ...instalment, amount_cents: 0 }
  const single = { ...instalment, schedule: null }
  const seldom = { ...instalment, schedule: { every: 1, unit: 'year' } }
  for (const transfer of [past, over, nothing, single, seldom])
    expect(told([bill('Car loan payment')], [visa, loan], [transfer])).toEqual([])
  expect(told([bill('Car loan payment', { schedule: null })], [visa, loan], [single])).toEqual(['Car loan payment: Car loan'])
})

it('is not told of a card that pays nothing of its statements', () => {
  const fixed = { ...visa, card: cardOf({ closing_day: 20, due_day: 12, pays: 'fixed', fixed_cents: 0 }) }
  expect(told([bill('Visa Card Payment Autopay')], [fixed, loan])).toEqual([])
})

it('is not told of another card, of what insures it, or of another one of its kind', () => {
  const mortgage = { ...loan, name: 'Mortgage' }
  expect(told([bill('Credit card payment')])).toEqual(['Credit card payment: Visa'])
  expect(told([bill('Mastercard credit card payment')])).toEqual([])
  expect(told([bill('Credit card payment protection')], [{ ...visa, name: 'Credit card' }], [])).toEqual([])
  expect(told([bill('Mortgage payment')], [mortgage])).toEqual(['Mortgage payment: Mortgage'])
  for (const name of ['Mortgage insurance payment', 'Mortgage payment cottage']) expect(told([bill(name)], [mortgage])).toEqual([])
})

const autobank = { payee: 'AUTOBANK FINANCE', confidence: 0.9, charges: 6, first_date: '2025-09-12', last_date: '2026-02-14' }
const found = (amount_cents: number, due_date: string, fields: object = {}): BillInput =>
  bill('Autobank Finance', { amount_cents, due_date, predicted: true, evidence: autobank, ...fields })

it('is told of a bill that was found at the bank under another name, where a loan’s transfer comes to as much on its days', () => {
  for (const day of ['2026-03-12', '2026-03-15', '2026-03-18'])
    expect(told([found(20_000, day)]), day).toEqual(['Autobank Finance: Car loan'])
})

it('is told of one off by a month’s interest where the names have a word in common', () => {
  const dear = { ...loan, interest: { rate_basis_points: 1_200 } }
  const named = { ...instalment, name: 'Autobank' }
  expect(told([found(28_500, '2026-03-15')], [visa, dear], [named])).toEqual(['Autobank Finance: Car loan'])
  expect(told([found(20_900, '2026-03-15')], [visa, loan], [named])).toEqual(['Autobank Finance: Car loan'])
  expect(told([found(29_100, '2026-03-15')], [visa, dear], [named])).toEqual([])
  expect(told([found(20_900, '2026-03-15')], [visa, dear])).toEqual([])
})

it('is not told of as much on other days, as often, from another account, or written by hand under another name', () => {
  expect(told([found(20_000, '2026-03-19')])).toEqual([])
  expect(told([found(20_000, '2026-03-15', { schedule: { every: 2, unit: 'week' } })])).toEqual([])
  expect(told([found(20_000, '2026-03-15', { account_id: rowId(7) })])).toEqual([])
  expect(told([bill('Gym', { amount_cents: 20_000, due_date: '2026-03-15' })])).toEqual([])
})

it('is told of each bill once, and by what they cost and when of no others, over generated plans', () => {
  let said = 0
  for (let seed = 1; seed <= seeded(200); seed += 1) {
    const chance = chanceOf(seed)
    const [cents, day] = [chance.whole(100, 900) * 100, chance.whole(5, 24)]
    const isSame = chance.happens(0.5)
    const off = chance.whole(-3, 3)
    const date = (on: number): string => `2026-03-${String(on).padStart(2, '0')}`
    const other = isSame ? cents : cents + chance.whole(1, 90) * 100
    const payer = { ...instalment, amount_cents: cents, due_date: date(day) }
    const twice = told(
      [found(other, date(isSame ? day + off : day)), bill('Rent', { id: rowId(2), amount_cents: cents + 1 })],
      [visa, loan],
      [payer, { ...payer, id: rowId(6) }],
    )
    expect(twice, `seed ${seed}`).toEqual(isSame ? ['Autobank Finance: Car loan'] : [])
    said += twice.length
  }
  expect(said).toBeGreaterThan(50 * leastSaid)
})
