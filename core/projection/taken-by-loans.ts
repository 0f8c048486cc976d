/** What loans take of a plan's transfers, where nobody has projected the plan yet. */
import { dateOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import { isLeftOpen, leftAmount, paidAmount } from '../payments/part-payments.ts'
import type { Scenario, Transfer } from '../scenario.ts'
import { project } from './project.ts'
import type { Projection } from './projection.ts'
import { loanPayers, takenDates, takenIn, takenWhole, type TakenOf } from './taken.ts'

/**
 * As the plan itself has it, until before a day; where it can't be projected so far, all is taken whole. What is left of a date is due on
 * `today` at the earliest; one of which nothing came is still taken before what was due after it.
 */
export function takenByLoans(scenario: Scenario, until: string, today: string): TakenOf {
  const { start_date } = scenario
  if (until <= start_date || loanPayers(scenario).length === 0) return takenWhole
  const before = known.get(scenario)
  if (before && before.today === today && before.until >= until) return before.takenOf
  const projected = project(scenario, { today, until })
  const takenOf = projected.ok ? takenInTurn(scenario, projected.projection, until) : takenWhole
  known.set(scenario, { today, until, takenOf })
  return takenOf
}

/** What was worked out last of a plan. */
const known = new WeakMap<Scenario, { today: string; until: string; takenOf: TakenOf }>()

/** What each loan takes in all as the days have it; where a date of which nothing came was left open, in the order of the rules' dates. */
function takenInTurn(scenario: Scenario, projection: Projection, until: string): TakenOf {
  const payers = new Map(loanPayers(scenario).map((row) => [row.id, row]))
  const isOpen = (row: Transfer): boolean =>
    Object.keys(row.exceptions).some((date) => isLeftOpen(row, date) && paidAmount(row, date) === 0)
  const takenOf = takenIn(projection, scenario.start_date, until)
  const inTurn = new Set([...payers.values()].filter(isOpen).map(({ to_account_id }) => to_account_id))
  if (inTurn.size === 0) return takenOf
  const all = takenDates(projection, scenario.start_date, until).flatMap(({ id, scheduled, cents }) =>
    scheduled.map((day, nth) => ({ row: payers.get(id)!, nominal_date: dateOf(day), cents: cents[nth]! })),
  )
  const taken = new Map<string, number>()
  for (const [account_id, dates] of Map.groupBy(all, ({ row }) => row.to_account_id)) {
    if (!inTurn.has(account_id)) continue
    let left = sumOf(dates.map(({ cents }) => cents))
    for (const { row, nominal_date } of dates.sort(byNominalDate)) {
      const own = Math.min(left, leftAmount(row, nominal_date))
      taken.set(`${row.id} ${nominal_date}`, own)
      left -= own
    }
  }
  return (id, nominal_date) => taken.get(`${id} ${nominal_date}`) ?? takenOf(id, nominal_date)
}

const byNominalDate = (a: { nominal_date: string }, b: { nominal_date: string }): number =>
  a.nominal_date < b.nominal_date ? -1 : a.nominal_date > b.nominal_date ? 1 : 0
