/** Payments of cards that are said by hand, of other sums, of two cards at once: each counts once, on its own card, in however many files. */
import { describe, expect, it } from 'vitest'
import type { Links } from '../../../core/actuals/linked.ts'
import { addDays } from '../../../core/calendar.ts'
import { editSaid } from '../../../core/payments/edit-said.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { begun, bringOnce, saidOf } from './inTurn.ts'
import { edited, paid, paidInFull, plan, rowId } from './plans.ts'

const [VISA, AMEX, SECOND] = [rowId(7), rowId(8), rowId(9)]
const visa = { id: VISA, name: 'Visa', kind: 'card' as const, balance_cents: -50_000, card: paidInFull() }
const amex = { ...visa, id: AMEX, name: 'Amex' }
const second = { id: SECOND, name: 'Second', kind: 'checking' as const, balance_cents: 90_000 }
const links: Links = { MAIN: null, VISA, AMEX, SECOND }
const dayOn = (day: number): string => addDays('2026-02-28', day)

/** What came on an account; what was on it as March began. */
type Told = Record<string, readonly [AccountTransaction[], number]>

/** What the plan says once the files of each turn were read: by account, the day of March up to which they go. */
function brought(scenario: Scenario, told: Told, turns: readonly Record<string, number>[]): string[] {
  let now = begun(scenario)
  for (const turn of turns) {
    const files = Object.entries(turn).map(([account, day]) => {
      const [all, opening] = told[account]!
      const transactions = all.filter(({ date }) => date <= dayOn(day))
      const since = transactions.filter(({ date }) => date > '2026-02-28').reduce((sum, { amount_cents }) => sum + amount_cents, 0)
      return { account, transactions, balance_cents: opening + since, balance_date: dayOn(day), balance_agrees: true }
    })
    const today = dayOn(Math.max(...Object.values(turn)))
    now = bringOnce(now, files, Object.fromEntries(Object.keys(turn).map((account) => [account, links[account] ?? null])), today)
  }
  return saidOf(now.plan)
}

const before = paid('2026-02-20', -5, 'KIOSK')

describe('a date that a person said to be paid, of which the bank tells otherwise', () => {
  const scenario = plan({ accounts: [visa] })
  const date = { collection: 'accounts' as const, id: VISA, nominal_date: '2026-03-07', date: '2026-03-07', amount_cents: 42_000 }
  const said = editSaid(scenario, date, { said: 'paid', is_counted: false })
  if (!said.ok) throw new Error(JSON.stringify(said.problems))
  const withSaid = edited(scenario, said.edit)
  const ways: [string, [number, number][]][] = [
    [
      'in parts',
      [
        [5, 20_000],
        [7, 22_000],
      ],
    ],
    ['less', [[7, 33_000]]],
    ['more', [[7, 50_000]]],
    [
      'and something before it',
      [
        [2, 5_000],
        [7, 42_000],
      ],
    ],
    [
      'and something after it',
      [
        [7, 42_000],
        [9, 5_000],
      ],
    ],
  ]
  it.each(ways)('is owed what the payments leave: paid %s', (_way, payments) => {
    const all = [before, ...payments.map(([day, cents]) => paid(day, -cents, 'VISA CREDIT CARD PAYMENT')), paid(12, -1, 'BAKERY')]
    const owed = 50_000 - payments.reduce((sum, [, cents]) => sum + cents, 0)
    for (const one of [scenario, withSaid])
      for (const days of [[12], [3, 12], [6, 12], [8, 12], [3, 6, 9, 12]]) {
        const lines = brought(
          one,
          { MAIN: [all, 200_000] },
          days.map((MAIN) => ({ MAIN })),
        )
        expect(lines[1], `${one === scenario ? '' : 'said, '}${days.join()}`).toBe(`Visa ${0 - owed}`)
      }
  })
})

describe('a date for which just its sum came without a name', () => {
  it('is paid by that, and what is named besides lowers what is owed', () => {
    const all = [before, paid(7, -42_000, 'XFER 0099'), paid(15, -5_000, 'VISA CREDIT CARD PAYMENT'), paid(22, -1, 'BAKERY')]
    for (const days of [[22], [10, 22], [16, 22], [8, 16, 22]]) {
      const lines = brought(
        plan({ accounts: [visa] }),
        { MAIN: [all, 200_000] },
        days.map((MAIN) => ({ MAIN })),
      )
      expect(lines, days.join()).toEqual(['2026-03-22 main 152999', 'Visa -3000', '2026-04-07 Visa 3000'])
    }
  })
})

describe('two cards that are paid as much', () => {
  const main = [before, paid(6, -42_000, 'AMEX CREDIT CARD PAYMENT'), paid(7, -42_000, 'VISA CREDIT CARD PAYMENT'), paid(10, -1, 'BAKERY')]
  const own = [paid('2026-02-10', -9, 'SHOES'), paid(8, 42_000, 'PAYMENT THANK YOU'), paid(10, 0, 'NOTE')]
  const told: Told = { MAIN: [main, 200_000], VISA: [own, -50_000], AMEX: [own, -50_000] }
  it('are each paid by what names it, whichever files there are', () => {
    const turnsTried: Record<string, number>[][] = [
      [{ MAIN: 10 }],
      [{ MAIN: 10, AMEX: 10 }],
      [{ MAIN: 10, VISA: 10 }],
      [{ MAIN: 10, VISA: 10, AMEX: 10 }],
      [
        { MAIN: 8, AMEX: 9 },
        { MAIN: 10, VISA: 10, AMEX: 10 },
      ],
      [
        { MAIN: 8, VISA: 3, AMEX: 9 },
        { MAIN: 10, VISA: 10, AMEX: 10 },
      ],
    ]
    for (const turns of turnsTried)
      expect(brought(plan({ accounts: [visa, amex] }), told, turns), JSON.stringify(turns)).toEqual([
        '2026-03-10 main 115999',
        'Visa -8000',
        'Amex -8000',
        '2026-04-07 Amex 8000',
        '2026-04-07 Visa 8000',
      ])
  })
})

describe('a card that a second account pays, whose file lags', () => {
  it.each([4, 5, 6, 7])('is paid once by what left on the %ith, in however many files', (day) => {
    const scenario = plan({ accounts: [{ ...amex, card: paidInFull({ paid_from_account_id: SECOND }) }, second] })
    const told: Told = {
      MAIN: [[before, paid(3, -1, 'BAKERY'), paid(12, -1, 'BAKERY')], 200_000],
      SECOND: [[before, paid(3, -1, 'KIOSK'), paid(day, -42_000, 'AMEX CREDIT CARD PAYMENT'), paid(12, -1, 'KIOSK')], 90_000],
    }
    for (const turns of [
      [[12, 12]],
      [
        [5, 3],
        [12, 12],
      ],
      [
        [5, 3],
        [5, 8],
        [12, 12],
      ],
      [
        [7, 4],
        [7, 9],
        [12, 12],
      ],
    ])
      expect(
        brought(
          scenario,
          told,
          turns.map(([MAIN, SECOND_DAY]) => ({ MAIN: MAIN!, SECOND: SECOND_DAY! })),
        ).slice(0, 3),
        turns.join(' '),
      ).toEqual(['2026-03-12 main 199998', 'Amex -8000', 'Second 47998'])
  })
})
