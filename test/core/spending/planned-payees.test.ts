/** What a bill of the plan stands for is not offered as everyday spending besides, whether or not it goes on as it did. */
import { describe, expect, it } from 'vitest'
import { plannedPayees } from '../../../core/spending/planned-payees.ts'
import { evidence, monthly, paid, plan, rowId, weekly } from '../actuals/plans.ts'

const gym = { id: rowId(1), name: 'Gym', amount_cents: 2_490, due_date: '2026-03-24', schedule: monthly, evidence: evidence('MCFIT') }
const insurance = {
  id: rowId(2),
  name: 'Coburg insurance',
  amount_cents: 21_360,
  due_date: '2026-04-01',
  schedule: { every: 6, unit: 'month' as const },
}
const found = (bills: object[], all: ReturnType<typeof paid>[], lists: object = {}): string[] => {
  const ids = plannedPayees(plan({ bills: bills as never, ...lists }), all)
  return all.filter(({ id }) => ids.has(id)).map(({ date, payee }) => `${date} ${payee}`)
}

describe('payments that a row of the plan stands for', () => {
  it('are those to whom it is known to be paid, at about its amount, also where one came late', () => {
    const all = [
      paid('2025-12-24', -2_490, 'MCFIT'),
      paid('2026-01-24', -2_290, 'MCFIT'),
      paid('2026-02-28', -2_490, 'MCFIT'),
      paid('2026-02-10', -9_900, 'MCFIT'),
      paid('2026-02-11', -2_490, 'CORNER CAFE'),
    ]
    expect(found([gym], all)).toEqual(['2025-12-24 MCFIT', '2026-01-24 MCFIT', '2026-02-28 MCFIT'])
    expect(found([], all)).toEqual([])
  })
  it('are those of its name at just its amount, where nothing more is known', () => {
    const all = [paid('2025-10-01', -21_360, 'HUK COBURG'), paid('2026-02-01', -21_300, 'HUK COBURG'), paid('2026-02-02', -21_360, 'KIOSK')]
    expect(found([insurance], all)).toEqual(['2025-10-01 HUK COBURG'])
  })
  it('are one of a month, the nearest, so that what else is bought there stays everyday spending', () => {
    const prime = { ...gym, name: 'Prime', amount_cents: 899, evidence: evidence('AMAZON') }
    const all = [paid('2026-02-03', -950, 'AMAZON'), paid('2026-02-14', -899, 'AMAZON'), paid('2026-02-20', -870, 'AMAZON')]
    expect(found([prime], all)).toEqual(['2026-02-14 AMAZON'])
    const cleaner = { ...prime, name: 'Cleaner', schedule: weekly, due_date: '2026-03-02', amount_cents: 899 }
    expect(found([cleaner], all)).toHaveLength(3)
  })
  it('are none of another account’s rows, nor of everyday spending', () => {
    const all = [paid('2026-02-24', -2_490, 'MCFIT')]
    const card = { id: rowId(7), name: 'Visa', kind: 'card' as const, balance_cents: 0 }
    expect(found([{ ...gym, account_id: rowId(7) }], all, { accounts: [card] })).toEqual([])
    expect(found([{ ...gym, schedule: weekly, spread: true }], all)).toEqual([])
  })
})
