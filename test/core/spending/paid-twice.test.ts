/** A bill beside what pays an account of the plan by itself. */
import { expect, it } from 'vitest'
import type { BillInput } from '../../../core/scenario.ts'
import { paidTwice } from '../../../core/spending/paid-twice.ts'
import { cardOf } from '../accountPlans.ts'
import { plan, rowId, start_date } from '../actuals/plans.ts'
import { projected } from '../projectionPlans.ts'
import { later } from '../schedule-reference.ts'

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
