/** A card that nobody pays: what is owed on it stays, however long that goes on and in however many files it is told. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import type { Card } from '../../../core/accounts/account.ts'
import { addDays } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { runs } from '../runs.ts'
import { begun, bringOnce, saidOf } from './inTurn.ts'
import { paid, paidInFull, plan, rowId } from './plans.ts'

const dayOn = (day: number): string => addDays('2026-02-28', day)
const mains = { MAIN: null }

function owedCard(card: Partial<Card>): Scenario {
  return plan({ accounts: [{ id: rowId(7), name: 'Visa', kind: 'card', balance_cents: -50_000, card: { ...paidInFull(), ...card } }] })
}

/** What the plan says after the main account's file of each of some days. */
function brought(scenario: Scenario, all: readonly AccountTransaction[], days: readonly number[]): string[][] {
  let now = begun(scenario)
  return days.map((day) => {
    const transactions = all.filter(({ date }) => date <= dayOn(day))
    const spent = transactions.filter(({ date }) => date > '2026-02-28').reduce((sum, { amount_cents }) => sum + amount_cents, 0)
    const file = { account: 'MAIN', transactions, balance_cents: 200_000 + spent, balance_date: dayOn(day), balance_agrees: true }
    now = bringOnce(now, [file], mains, dayOn(day))
    return saidOf(now.plan)
  })
}
const last = (said: string[][]): string[] => said.at(-1)!

describe('a card that nobody pays', () => {
  const all = [paid('2026-02-20', -5, 'KIOSK'), ...Array.from({ length: 19 }, (_, nth) => paid(dayOn(1 + 4 * nth), -100, 'BAKERY'))]
  it('is owed as much after two months in one file', () => {
    expect(last(brought(owedCard({}), all, [70]))).toEqual(['2026-05-09 main 198200', 'Visa -50000', '2026-05-09 Visa 50000'])
  })
  it('is owed as much in whichever steps', () => {
    const chance = chanceOf(41)
    for (let run = 0; run < runs(150); run += 1) {
      const scenario = owedCard({
        closing_day: chance.oneOf([20, 3, 28, 31]),
        due_day: chance.oneOf([7, 1, 14, 28]),
        statement_cents: chance.oneOf([42_000, null]),
        pays: chance.oneOf(['statement', 'fixed', 'minimum'] as const),
        fixed_cents: 10_000,
        minimum_percent: 5,
        minimum_cents: 3_000,
      })
      const days: number[] = []
      for (let day = chance.whole(1, 20); day < 75; day += chance.whole(3, 45)) days.push(day)
      const said = brought(scenario, all, [...days, 75])
      expect(new Set(said.map((lines) => lines[1])), `${days.join()} ${JSON.stringify(scenario.accounts[0]!.card)}`).toEqual(
        new Set(['Visa -50000']),
      )
      expect(last(said)).toEqual(last(brought(scenario, all, [75])))
    }
  })
})

describe('a payment that comes once the statement has closed on which its date stands', () => {
  const all = [paid('2026-02-20', -5, 'KIOSK'), paid(2, -1, 'BAKERY'), paid(24, -3_000, 'VISA AUTOPAY'), paid(25, -1, 'BAKERY')]
  it('is told alike, however long its date was open before', () => {
    const once = last(brought(owedCard({}), all, [25]))
    for (const days of [
      [23, 25],
      [19, 25],
      [19, 23, 25],
      [8, 19, 20, 23, 25],
    ])
      expect(last(brought(owedCard({}), all, days)), days.join()).toEqual(once)
  })
})
