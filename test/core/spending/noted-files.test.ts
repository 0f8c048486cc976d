/** What is noted of everyday spending: the same in however many files it came. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { keepMatches, seenSince, standing, type KeptOfPlan } from '../../../core/actuals/kept.ts'
import { reconcile } from '../../../core/actuals/reconcile.ts'
import { addDays } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { spendingOfMonth } from '../../../core/spending/spending-month.ts'
import { edited, evidence, match, monthly, paid, plan, rowId, start_date, weekly } from '../actuals/plans.ts'
import { seeded } from '../runs.ts'

const groceries = {
  id: rowId(9),
  name: 'Groceries',
  amount_cents: 7_000,
  due_date: '2026-03-03',
  schedule: weekly,
  spread: true,
  category: 'Groceries',
}

/** The plan after files that end on some days. */
function afterFiles(before: Scenario, transactions: readonly AccountTransaction[], days: readonly string[], off_cents = 0): Scenario {
  let scenario = before
  let stored: KeptOfPlan = { matches: [], seen: [], last: null }
  for (const [nth, date] of days.entries()) {
    const held = transactions.filter((one) => one.date <= date)
    const kept = standing(scenario, stored)
    const seen = new Set(kept.seen.map(({ id }) => id))
    const balance_has_first_day = nth > 0
    const matched = match(scenario, held, date, { earlier: kept.matches, seen, covered_until: date, balance_has_first_day })
    const amount_cents = before.planning_balance_cents + off_cents + held.reduce((sum, one) => sum + one.amount_cents, 0)
    const brought = reconcile(scenario, matched, { balance: { date, amount_cents }, transactions: held, seen, balance_has_first_day })
    if (!brought.ok) throw new Error(JSON.stringify(brought.problems))
    scenario = edited(scenario, brought.edit)
    const until = scenario.start_date
    stored = {
      matches: keepMatches(scenario, kept.matches, matched.matches),
      seen: seenSince(held, [], kept.seen, until),
      last: null,
    }
  }
  return scenario
}

/** What a bill has noted of each period, but for days on which nothing was spent. */
const notedOf = ({ bills }: Scenario): string[] =>
  bills.flatMap(({ name, spread, exceptions }) =>
    spread
      ? Object.entries(exceptions)
          .map(([period, { paid: sums = [], rest }]) => {
            const spent = sums.filter(({ amount_cents }) => amount_cents > 0).map(({ date, amount_cents }) => `${date} ${amount_cents}`)
            return `${name} ${period}: ${spent.sort().join(', ')} ${rest ?? ''}`
          })
          .sort()
      : [],
  )

describe('a week without spending', () => {
  const transactions = [paid(4, -3_000, 'LIDL 0042'), paid(12, -3_000, 'LIDL 0042'), paid(26, -2_000, 'LIDL 0042')]
  it('is noted as 0 also where the next file begins with it', () => {
    for (const days of [['2026-04-02'], ['2026-03-16', '2026-04-02'], ['2026-03-15', '2026-04-02'], ['2026-03-18', '2026-04-02']]) {
      const after = afterFiles(plan({ bills: [groceries] }), transactions, days)
      const { periods } = spendingOfMonth(after, { from: '2026-03-01', until: '2026-04-01', today: '2026-04-02' }).bills[0]!
      expect(
        periods.find(({ scheduled_date }) => scheduled_date === '2026-03-17'),
        days.join(),
      ).toMatchObject({ spent_cents: 0, assumed_cents: 0 })
    }
  })
  it('is not known where the files do not hold all there was', () => {
    const after = afterFiles(plan({ bills: [groceries] }), transactions.slice(2), ['2026-04-02'], -6_000)
    expect(Object.keys(after.bills[0]!.exceptions)).toEqual(['2026-03-24', '2026-03-31'])
  })
  it('is noted by the first file that begins before the plan, whatever the person had said was there', () => {
    const before = paid('2026-02-20', -1_000, 'LIDL 0042')
    const after = afterFiles(plan({ bills: [groceries] }), [before, ...transactions.slice(1)], ['2026-04-02'], 500)
    expect(notedOf(after)[0]).toBe('Groceries 2026-03-03:  dropped')
  })
})

const last = addDays(start_date, 80)

/** Shopping of three months, some of which goes back within weeks, beside rent; and the days on which files of it end. */
function shopping(seed: number): { scenario: Scenario; transactions: AccountTransaction[]; cuts: string[] } {
  const chance = chanceOf(seed)
  const due_date = addDays(start_date, chance.whole(-6, 6))
  const schedule = chance.oneOf([weekly, monthly, { every: 2, unit: 'week' } as const])
  const rent = {
    id: rowId(1),
    name: 'HARBOUR PROPERTIES',
    amount_cents: 95_000,
    due_date: '2026-03-05',
    schedule: monthly,
    evidence: evidence('HARBOUR PROPERTIES'),
  }
  const fuel = { ...groceries, id: rowId(8), name: 'Fuel', category: 'Fuel', due_date: addDays(start_date, chance.whole(-6, 6)) }
  const bills = [rent, { ...groceries, due_date, schedule }, ...(chance.happens(0.5) ? [fuel] : [])]
  const transactions = ['2026-03-05', '2026-04-05', '2026-05-05'].map((date) => paid(date, -95_000, 'HARBOUR PROPERTIES'))
  const often = chance.oneOf([0.1, 0.3, 0.8])
  for (let day = 0; day <= 80; day += 1) {
    if (!chance.happens(often)) continue
    const payee = chance.oneOf(['LIDL 0042', 'REWE MARKT', 'SHELL 1234'])
    const cents = chance.whole(500, 9_000)
    transactions.push(paid(addDays(start_date, day), -cents, payee))
    const on = addDays(start_date, day + chance.whole(0, 20))
    if (chance.happens(0.2) && on <= last) transactions.push(paid(on, chance.happens(0.3) ? cents : chance.whole(100, cents), payee))
  }
  transactions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const cuts = Array.from({ length: chance.whole(1, 6) }, () => addDays(start_date, chance.whole(1, 79)))
  return { scenario: plan({ bills }, { planning_balance_cents: 1_000_000 }), transactions, cuts: [...new Set(cuts)].sort() }
}

describe('over months of shopping', () => {
  it('is the same at once and in files that end on any days, and a file that is read again changes nothing', () => {
    for (let seed = 1; seed <= seeded(40); seed += 1) {
      const { scenario, transactions, cuts } = shopping(seed)
      const once = afterFiles(scenario, transactions, [last])
      const several = afterFiles(scenario, transactions, [...cuts, last])
      expect(notedOf(several), `seed ${seed}`).toEqual(notedOf(once))
      expect(afterFiles(scenario, transactions, [...cuts, last, last]).bills, `seed ${seed} again`).toEqual(several.bills)
    }
  })
})
