/** What is missing for a bill, and by which of its dates. */
import { addDays, dateOf, dayOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import { nextPayment } from '../payments/next-payment.ts'
import { dueAmount } from '../projection/due-amounts.ts'
import type { Bill, Scenario } from '../scenario.ts'
import { farthestDay, incomesFrom, type Looking } from './looking.ts'

/** Dates of a bill that lie nearer are looked at together; of one that is paid more seldom, the next. */
const days_ahead = 732

/** The last day on which dates of a bill are looked for, as far as plans are looked at. */
export function lookedUntil(scenario: Scenario, bill: Bill, now: string): string {
  const [next, least] = [nextPayment(bill, now)?.date ?? now, addDays(now, days_ahead)]
  return next > least && dayOf(next)! < farthestDay(scenario) ? next : least
}

export interface Need {
  date: string
  cents: number
  /** The first day whose income is set aside for it. */
  from: number
  /** What is set aside stays off what is available on that day: it is a goal's, or waits for a card to be paid. */
  stays: boolean
}

/** What its pot does not cover of each of a bill's dates from the start date on. What leaves over the days of a period is one date. */
export function missingByDate({ projection: { rows, setup, simulation } }: Looking, id: string): { date: string; cents: number }[] {
  const which = rows.findIndex((row) => row.id === id)
  const pot = setup.pots.of_row[which]!
  const missingOf = (nth: number): number =>
    dueAmount(setup.amounts, which, nth) - (pot < 0 ? 0 : simulation.paid_cents[simulation.paid_from[pot]! + nth]!)
  const { effective, scheduled } = setup.occurrences.dates[which]!
  const periods = Map.groupBy(effective.keys(), (nth) => scheduled[nth]!)
  return [...periods.values()].map((days) => ({ date: dateOf(effective[days[0]!]!), cents: sumOf(days.map(missingOf)) }))
}

/** The first date that its pot does not cover and before which something comes in; the next date where there is none. */
export function needOfBill(look: Looking, id: string, until: string): Need {
  const {
    projection: { rows, setup },
    start_day,
    now,
  } = look
  const place = setup.places.from[rows.findIndex((row) => row.id === id)]!
  const stays = place > 0 && setup.places.accounts[place - 1]!.kind === 'card'
  const paydays = incomesFrom(look, 0, look.days - 1).map(({ day }) => day)
  let [from, found] = [0, null as Need | null]
  for (const { date, cents } of missingByDate(look, id)) {
    if (date > until) break
    const day = dayOf(date)! - start_day
    while (paydays.length > 0 && paydays[0]! < from) paydays.shift()
    if (day >= now) {
      if (cents > 0 && paydays.length > 0 && paydays[0]! <= day) return { date, cents, from, stays }
      found ??= { date, cents, from, stays }
    }
    from = day + 1
  }
  return found ?? { date: dateOf(start_day + now), cents: 0, from: now, stays }
}
