/** The ranges of a plan as the API answers them, piece by piece. */
import { addDays } from '../calendar.ts'
import type { Scenario } from '../scenario.ts'
import type { AccountRanges, Ranges } from './ranges.ts'

/**
 * Of accounts that nothing uncertain reaches no days are told: the projection says them. Of the main one they are, with bands of width 0.
 */
export function* rangesReport(
  { id, revision, currency_code, floor_cents }: Scenario,
  { main, accounts, ...ranges }: Ranges,
): Generator<string> {
  yield `${JSON.stringify({ scenario_id: id, revision, currency_code, floor_cents, ...ranges }).slice(0, -1)},"main":`
  yield* accountReport({}, main, ranges.from, true)
  yield ',"accounts":['
  let before = ''
  for (const { id: account_id, name, ...own } of accounts) {
    yield before
    yield* accountReport({ id: account_id, name }, own, ranges.from, !own.is_certain)
    before = ','
  }
  yield ']}'
}

function* accountReport(
  head: object,
  { is_certain, lowest, runs_below_floor, days }: AccountRanges,
  from: string,
  tellsDays: boolean,
): Generator<string> {
  yield `${JSON.stringify({ ...head, is_certain, lowest, runs_below_floor }).slice(0, -1)},"days":`
  if (!tellsDays) return yield 'null}'
  yield '['
  for (let day = 0; day < days.low_cents.length; day += 1) {
    const [low_cents, middle_cents, high_cents] = [days.low_cents[day]!, days.middle_cents[day]!, days.high_cents[day]!]
    yield `${day === 0 ? '' : ','}${JSON.stringify({ date: addDays(from, day), low_cents, middle_cents, high_cents })}`
  }
  yield ']}'
}
