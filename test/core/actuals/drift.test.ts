import { describe, expect, it } from 'vitest'
import { driftsOf } from '../../../core/actuals/drift.ts'
import type { EarlierMatch } from '../../../core/actuals/matched.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { monthly, paid, plan, rowId } from './plans.ts'

const row = { collection: 'bills' as const, id: rowId(1) }
const months = ['2025-12', '2026-01', '2026-02']

/** What is offered for a bill of 100 on the 5th that was paid so; null: not. */
function offered(
  payments: ([string, number] | null)[],
  fields: object = {},
  covered_until = '2026-03-01',
  asked = [] as { row: typeof row }[],
) {
  const scenario = plan({
    bills: [{ id: row.id, name: 'Power', amount_cents: 10_000, due_date: '2025-09-05', schedule: monthly, ...fields }],
  })
  const transactions: AccountTransaction[] = []
  const matches: EarlierMatch[] = payments.flatMap((payment, nth) => {
    if (payment === null) return []
    const one = paid(payment[0], -payment[1], 'POWER')
    transactions.push(one)
    return [{ row, scheduled_date: `${months[nth]}-05`, transactions: [one.id] }]
  })
  return driftsOf(scenario, matches, transactions, covered_until, asked)
}
const onTime = (...amounts: number[]): [string, number][] => amounts.map((amount, nth) => [`${months[nth]}-05`, amount])

describe('a row whose last payments differ from its plan', () => {
  it('is offered the amount that they are, from its next date on', () => {
    expect(offered(onTime(10_900, 10_900, 10_900))).toEqual([
      { kind: 'amount', row, from: '2026-03-05', was_cents: 10_000, amount_cents: 10_900 },
    ])
    expect(offered(onTime(10_300, 10_310, 10_290))).toMatchObject([{ kind: 'amount', amount_cents: 10_290 }])
  })
  it('is offered a range where they vary', () => {
    expect(offered(onTime(11_000, 13_000, 12_200))).toEqual([
      { kind: 'range', row, from: '2026-03-05', amount_cents: 12_200, low_cents: 11_000, high_cents: 13_000 },
    ])
  })
  it('is offered the day on which it comes', () => {
    expect(
      offered([
        ['2025-12-09', 10_000],
        ['2026-01-08', 10_000],
        ['2026-02-09', 10_000],
      ]),
    ).toEqual([{ kind: 'day', row, from: '2026-03-05', days: 4 }])
  })
  it('is offered its end where nothing comes any more', () => {
    expect(offered([['2025-12-05', 10_000]], {}, '2026-03-20')).toEqual([{ kind: 'end', row, last: '2025-12-05' }])
  })
  it('is offered nothing until what is asked about it is answered', () => {
    expect(offered([['2025-12-05', 10_000]], {}, '2026-03-20', [{ row }])).toEqual([])
    expect(offered(onTime(10_900, 10_900, 10_900), {}, undefined, [{ row }])).toEqual([])
  })
  it('is offered nothing while it is as planned, once was not, or is within its range', () => {
    expect(offered(onTime(10_000, 10_000, 10_000))).toEqual([])
    expect(offered(onTime(10_000, 10_000, 13_000))).toEqual([])
    expect(offered(onTime(10_010, 10_020, 9_990))).toEqual([])
    expect(offered(onTime(8_000, 12_000, 9_500), { amount_low_cents: 8_000, amount_high_cents: 12_000 })).toEqual([])
    expect(offered(onTime(10_900, 10_900))).toEqual([])
  })
})
