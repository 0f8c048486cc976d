/** Two months of payments some of which go back, held against a plan at once and in several files. */
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { keepMatches, seenSince, standing, type KeptOfPlan } from '../../../core/actuals/kept.ts'
import { matchPayments } from '../../../core/actuals/match-payments.ts'
import { planDates } from '../../../core/actuals/plan-dates.ts'
import { reconcile } from '../../../core/actuals/reconcile.ts'
import { addDays, dayOf } from '../../../core/calendar.ts'
import { sumOf } from '../../../core/money/money.ts'
import { paidAmount } from '../../../core/payments/part-payments.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Payment, Scenario } from '../../../core/scenario.ts'
import { edited, evidence, monthly, plan, rowId, start_date } from './plans.ts'

const payees = ['HARBOUR PROPERTIES', 'TELEKOM', 'CITY WATER']
const last = addDays(start_date, 58)

interface Months {
  plan: Scenario
  transactions: AccountTransaction[]
  /** The days on which the files end. */
  cuts: string[]
}

/**
 * Bills and a pay; each date is paid on its day, at once or in two parts, and goes back whole, in part or is paid anew. More than was paid goes back
 * only of what is due once: what comes unowed could else be any later payment's that is made again.
 */
export function refundedMonths(seed: number): Months {
  const chance = chanceOf(seed)
  const row = (payee: string, nth: number) => ({
    id: rowId(nth + 1),
    name: payee,
    amount_cents: chance.whole(10, 900) * 100,
    due_date: addDays(start_date, chance.whole(2, 24)),
    schedule: chance.happens(0.8) ? monthly : null,
    evidence: evidence(payee),
  })
  const bills = payees.slice(0, chance.whole(1, 3)).map(row)
  const incomes = chance.happens(0.5) ? [row('NORTHWIND PAYROLL', 7)] : []
  const scenario = plan({ bills, incomes }, { planning_balance_cents: 1_000_000 })
  // A row's parts are alike: by the amount of another one a person would have to be asked whose it is.
  const shares = new Map([...bills, ...incomes].map(({ id }) => [id, chance.whole(3, 7)]))
  const transactions: AccountTransaction[] = []
  for (const date of planDates(scenario, dayOf(start_date)!, dayOf(last)!)) {
    const payee = [...bills, ...incomes].find(({ id }) => id === date.row.id)!.name
    const put = (on: string, cents: number): void => {
      if (on <= last)
        transactions.push({
          id: `t${String(transactions.length).padStart(3, '0')}`,
          date: on,
          amount_cents: date.sign * cents,
          payee,
          memo: '',
        })
    }
    const after = (from: string): string => addDays(from, chance.whole(1, 6))
    const whole = date.amount_cents
    const part = Math.floor(whole / 10) * shares.get(date.row.id)!
    const back = after(date.date)
    const ways: (() => void)[] = [
      () => put(date.date, whole),
      () => (put(date.date, whole), put(back, -whole)),
      () => (put(date.date, whole), put(back, -part)),
      () => (put(date.date, whole), put(back, -part), put(after(back), part - whole)),
      () => (put(date.date, whole), put(back, -whole), put(after(back), whole)),
      () => (
        put(date.date, part),
        put(addDays(date.date, 1), whole - part),
        put(after(back), -(chance.happens(0.5) ? part : whole - part))
      ),
      () => (
        put(date.date, part),
        put(addDays(date.date, 1), whole - part),
        put(after(back), -part),
        put(after(addDays(back, 6)), part - whole)
      ),
    ]
    const isOnce = [...bills, ...incomes].some(({ id, schedule }) => id === date.row.id && schedule === null)
    if (isOnce) ways.push(() => (put(date.date, whole), put(back, -whole), put(after(back), -whole)))
    chance.oneOf(ways)()
  }
  transactions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const cuts = Array.from({ length: chance.whole(1, 4) }, () => addDays(start_date, chance.whole(1, 57)))
  return { plan: scenario, transactions, cuts: [...new Set(cuts)].filter((cut) => cut !== last).sort() }
}

/** The plan after files that end on some days, each held against it as the app does, where all that is asked is said to be so. */
export function afterFiles({ plan: before, transactions }: Months, days: readonly string[]): Scenario {
  let scenario = before
  let stored: KeptOfPlan = { matches: [], seen: [], last: null }
  for (const [nth, date] of days.entries()) {
    const held = transactions.filter((one) => one.date <= date)
    const kept = standing(scenario, stored)
    const seen = new Set(kept.seen.map(({ id }) => id))
    const balance_has_first_day = nth > 0
    const matched = matchPayments(scenario, held, { today: date, earlier: kept.matches, seen, covered_until: date, balance_has_first_day })
    const amount_cents = before.planning_balance_cents + held.reduce((sum, one) => sum + one.amount_cents, 0)
    const brought = reconcile(scenario, matched, { balance: { date, amount_cents }, transactions: held, seen, balance_has_first_day })
    if (!brought.ok) throw new Error(JSON.stringify(brought.problems))
    if (brought.difference?.untold_cents) throw new Error(`${date}: ${brought.difference.untold_cents} untold`)
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

/** What a plan says of its rows: what is due on which day, and what is noted as paid of them. Which of its dates that are over is still due does not matter: all fall due at once. */
export function saidOf(scenario: Scenario): string[] {
  const rows = [...scenario.bills, ...scenario.incomes] as Payment[]
  const dates = planDates(scenario, dayOf(start_date)!, dayOf(last)! + 40)
  return [
    `balance ${scenario.planning_balance_cents} on ${scenario.start_date}`,
    ...rows.map((row) => `${row.name} paid ${sumOf(Object.keys(row.exceptions).map((date) => paidAmount(row, date)))}`),
    ...[
      ...Map.groupBy(
        dates.filter(({ state }) => state === 'open'),
        ({ row, date }) => `${row.id.slice(-1)} due on ${date}`,
      ),
    ].map(([due, list]) => `${due} ${sumOf(list.map(({ amount_cents }) => amount_cents))}`),
  ].sort()
}

/** What differs after several files from what one file of everything leads to; none where nothing does. */
export function differs(seed: number): string[] {
  const months = refundedMonths(seed)
  const [once, several] = [saidOf(afterFiles(months, [last])), saidOf(afterFiles(months, [...months.cuts, last]))]
  return JSON.stringify(once) === JSON.stringify(several)
    ? []
    : [
        `seed ${seed}, files until ${months.cuts.join(', ')}`,
        ...once.filter((one) => !several.includes(one)).map((one) => `once ${one}`),
        ...several.filter((one) => !once.includes(one)).map((one) => `several ${one}`),
      ]
}
