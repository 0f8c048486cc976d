/** Accounts beside the main one whose files end before the plan's day: what they tell anew counts as if it had been told in time. */
import { describe, expect, it } from 'vitest'
import { begun, bringOnce, saidOf } from './inTurn.ts'
import { monthly, paid, plan, rowId, weekly } from './plans.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { HeldAccount } from '../../../core/actuals/linked.ts'
import type { Scenario } from '../../../core/scenario.ts'

const JOINT = rowId(8)
const links = { MAIN: null, JOINT }
const account = { id: JOINT, name: 'Joint', kind: 'checking' as const, balance_cents: 100_000 }

/** The file of an account as it is on a day of March, with its balance. */
const fileOf =
  (name: string, all: readonly AccountTransaction[], opening_cents: number) =>
  (day: number): HeldAccount => {
    const balance_date = `2026-03-${String(day).padStart(2, '0')}`
    const transactions = all.filter(({ date }) => date <= balance_date)
    const since = transactions.filter(({ date }) => date >= '2026-03-01')
    const balance_cents = since.reduce((sum, { amount_cents }) => sum + amount_cents, opening_cents)
    return { account: name, transactions, balance_cents, balance_date, balance_agrees: true } as HeldAccount
  }
const inTurn = (scenario: Scenario, times: readonly HeldAccount[][]) => {
  let now = { ...begun(scenario), matched: null as ReturnType<typeof bringOnce>['matched'] | null }
  for (const held of times) now = bringOnce(now, held, links, '2026-03-25')
  return now
}
const main = fileOf(
  'MAIN',
  [2, 8, 9, 16, 17, 20, 23].map((day) => paid(day, -100, 'BAKERY')),
  200_000,
)

describe('a payment of another account that comes in a file behind the main one', () => {
  const scenario = plan({
    accounts: [account],
    bills: [{ id: rowId(1), name: 'Streamflix', amount_cents: 1_000, due_date: '2026-03-05', schedule: monthly, account_id: JOINT }],
  })
  const joint = fileOf(
    'JOINT',
    [paid('2026-02-10', -1, 'KIOSK'), paid(3, -50, 'KIOSK'), paid(5, -1_000, 'STREAMFLIX'), paid(18, -70, 'KIOSK')],
    100_000,
  )
  const once = saidOf(inTurn(scenario, [[main(20), joint(20)]]).plan)

  it('pays its date, whether that file still ends before the plan’s day or not', () => {
    const short = inTurn(scenario, [
      [main(8), joint(3)],
      [main(9), joint(6)],
    ])
    expect(saidOf(short.plan, 20)).toEqual(['2026-03-09 main 199700', 'Joint 98950'])
    expect(
      saidOf(
        inTurn(scenario, [
          [main(8), joint(3)],
          [main(9), joint(6)],
          [main(20), joint(20)],
        ]).plan,
      ),
    ).toEqual(once)
  })

  it('leaves the pot of what is still due as it is', () => {
    const potted = plan({
      ...scenario,
      incomes: [{ id: rowId(2), name: 'Acme', amount_cents: 90_000, due_date: '2026-03-02', schedule: monthly }],
      allocations: [{ id: rowId(5), target: `bill:${rowId(1)}`, kind: 'fixed', value: 400, base: 'income' }],
    })
    const paying = fileOf('MAIN', [paid(2, 90_000, 'ACME'), ...[8, 9, 20].map((day) => paid(day, -100, 'BAKERY'))], 200_000)
    const times = [8, 9, 20].map((day) => [paying(day), joint(3)])
    const pots = saidOf(inTurn(potted, [times.at(-1)!]).plan).filter((line) => line.startsWith('pot'))
    expect(pots).toEqual([`pot bill:${rowId(1)} 400`])
    expect(saidOf(inTurn(potted, times).plan).filter((line) => line.startsWith('pot'))).toEqual(pots)
  })
})

describe('everyday spending from another account', () => {
  const groceries = { id: rowId(1), name: 'Groceries', category: 'groceries', amount_cents: 10_000, due_date: '2026-03-02' }
  const scenario = plan({ accounts: [account], bills: [{ ...groceries, schedule: weekly, spread: true, account_id: JOINT }] })
  const joint = fileOf(
    'JOINT',
    [
      paid('2026-02-10', -1, 'KIOSK'),
      paid(1, -50, 'KIOSK'),
      paid(4, -7_000, 'ALDI SUPERMARKET'),
      paid(11, -9_000, 'ALDI SUPERMARKET'),
      paid(18, -8_000, 'ALDI SUPERMARKET'),
    ],
    100_000,
  )
  const spentOf = ({ plan: { bills, accounts } }: { plan: Scenario }) => [bills[0]!.exceptions, accounts[0]!.balance_cents]
  const once = spentOf(inTurn(scenario, [[main(23), joint(23)]]))

  it.each([
    {
      times: [
        [main(2), joint(1)],
        [main(16), joint(1)],
        [main(17), joint(15)],
        [main(23), joint(23)],
      ],
      when: 'behind the main file',
    },
    { times: [[main(16)], [main(17), joint(17)], [main(23), joint(23)]], when: 'read later than the main file' },
    { times: [[joint(17)], [main(17), joint(17)], [main(23), joint(23)]], when: 'read before the main file' },
  ])('is noted where its file was $when', ({ times }) => expect(spentOf(inTurn(scenario, times))).toEqual(once))
})
