/** Everyday spending that the plan counts on one account and the bank's files say of another: an offer sets it, and never adds to it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../core/scenario.ts'
import type { EstimatedSpending } from '../../../core/spending/estimate-spending.ts'
import { everydayBill, everydayInAll, generalBill, hasEveryday, spendingTaken } from '../../../core/spending/everyday.ts'
import { spendingProposals } from '../../../core/spending/spending-bills.ts'
import { spendingCategories, type SpendingCategory } from '../../../core/spending/spending-words.ts'
import { edited, plan, rowId, start_date } from '../actuals/plans.ts'
import { later } from '../schedule-reference.ts'
import { runs } from '../runs.ts'

const visa = { id: rowId(7), name: 'Visa', kind: 'card' as const, balance_cents: 0 }
const cash = { id: rowId(8), name: 'Cash', kind: 'cash' as const, balance_cents: 0 }
const places = [null, visa.id, cash.id]
const day = later(start_date, 3)

type Amounts = Partial<Record<SpendingCategory, number>>
const found = (amounts: Amounts): EstimatedSpending => ({
  from: later(start_date, -91),
  until: start_date,
  categories: spendingCategories.flatMap((category) => {
    const weekly_cents = amounts[category]
    return weekly_cents === undefined
      ? []
      : [{ category, weekly_cents, low_cents: weekly_cents, high_cents: weekly_cents, weeks: [], seen: [], payments: 13 }]
  }),
  weekly_cents: 0,
  left_cents: 0,
  least_balance_cents: null,
})
let ids = 100
const newId = (): string => `00000000-0000-4000-8000-000000000${(ids += 1)}`
function taken(scenario: Scenario, spending: EstimatedSpending, account_id: string | null): Scenario {
  const proposals = spendingProposals(scenario, spending, start_date, account_id)
  return edited(
    scenario,
    spendingTaken(scenario, proposals, { named: (name) => ({ name, category: null }), said: 'Everyday spending', newId }),
  )
}
const written = (rows: readonly (readonly [string, number, string | null])[]): Scenario =>
  plan({
    accounts: [visa, cash],
    bills: rows.map(([name, cents, account_id], at) => ({ ...everydayBill(name, cents, start_date), id: rowId(at), account_id })),
  })

describe('everyday spending that was said of one account', () => {
  it.each(places)('becomes what is found on the card, wherever it stands (%s)', (account_id) => {
    const said = written([['Everyday spending', 7_000, account_id]])
    const scenario = taken(said, found({ groceries: 4_801, rest: 2_000 }), visa.id)
    expect(scenario.bills.map((bill) => [bill.name, bill.amount_cents, bill.account_id])).toEqual([
      ['rest', 2_000, visa.id],
      ['groceries', 4_801, visa.id],
    ])
    expect(everydayInAll(scenario, day)).toBe(6_801)
  })
  it('is counted, and so not asked for again, on whichever account it is', () => {
    for (const account_id of places) expect(hasEveryday(written([['Everyday spending', 7_000, account_id]]))).toBe(true)
    expect(hasEveryday(written([]))).toBe(false)
  })
  it('sets a kind that was written on another account', () => {
    const scenario = written([['Groceries', 7_000, null]])
    expect(spendingProposals(scenario, found({ groceries: 6_801 }), start_date, visa.id)).toMatchObject([
      { kind: 'known', change: { amount_cents: 6_801, account_id: visa.id } },
    ])
    expect(everydayInAll(taken(scenario, found({ groceries: 6_801 }), visa.id), day)).toBe(6_801)
  })
  it('sums to what is found, once all of it is planned, in whatever order and however often', () => {
    const amount = fc.constantFrom(1_000, 2_000, 4_000, 8_000)
    const anyFound = fc.dictionary(fc.constantFrom(...spendingCategories), amount, { minKeys: 1 }) as fc.Arbitrary<Amounts>
    const anyBill = (name: string) => fc.tuple(fc.constant(name), fc.constantFrom(1_500, 3_000, 6_000), fc.constantFrom(...places))
    fc.assert(
      fc.property(
        fc.subarray(['Everyday spending', 'Groceries', 'Fuel']).chain((names) => fc.tuple(...names.map(anyBill))),
        fc.array(anyFound, { minLength: 3, maxLength: 3 }),
        fc.shuffledSubarray(places, { minLength: 1 }),
        (rows, all, order) => {
          const at = (account_id: string | null): Amounts => all[places.indexOf(account_id)]!
          const start = written(rows)
          const end = [...order, ...order].reduce((scenario, account_id) => taken(scenario, found(at(account_id)), account_id), start)
          const kinds = new Set(order.flatMap((account_id) => Object.keys(at(account_id))))
          const isFound = (name: string): boolean => kinds.has(name.toLowerCase())
          // What the files say nothing of stays as it was written; one sum for all goes with the first kind that comes in.
          const stays = rows.filter(([name]) => name !== 'Everyday spending' && !isFound(name)).map(([, cents]) => cents)
          const isGone = generalBill(end) === null
          const general = isGone ? [] : rows.filter(([name]) => name === 'Everyday spending').map(([, cents]) => cents)
          const told = order.flatMap((account_id) => Object.values(at(account_id)))
          expect(everydayInAll(end, day)).toBe([...stays, ...general, ...told].reduce((sum, cents) => sum + cents, 0))
          const wasAdded = order.some((account_id) =>
            Object.keys(at(account_id)).some((kind) => !rows.some(([name]) => name.toLowerCase() === kind)),
          )
          if (wasAdded) expect(general).toEqual([])
        },
      ),
      { numRuns: runs(300) },
    )
  })
})
