/** The dates of a run that have not come, and what has been said of them since. */
import { withAnswers } from '../../../core/actuals/answers.ts'
import { datesFreed, type KeptMissing } from '../../../core/actuals/not-come.ts'
import { dateKey } from '../../../core/actuals/plan-dates.ts'
import type { Payment, Scenario } from '../../../core/scenario.ts'
import { standingAnswer, standingAnswers } from './answering.ts'
import type { BankRun } from './bankRun.ts'
import { withUnplannedBefore } from './unplanned.ts'

/** Those of the run by the answers there are: without what was said to have come, with what a payment was said to be none of. */
export function missingNow(run: BankRun, scenario: Scenario): KeptMissing[] {
  const answers = standingAnswers(run, scenario)
  const came = new Set(
    withAnswers(withUnplannedBefore(run), answers).known.matches.map(({ row, scheduled_date }) => dateKey(row, scheduled_date)),
  )
  const told = new Set(run.missing.map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  const freed = datesFreed(run.asked, answers, run.until).filter(({ row, scheduled_date }) => !told.has(dateKey(row, scheduled_date)))
  return [
    ...run.missing.filter(({ row, scheduled_date }) => !came.has(dateKey(row, scheduled_date))),
    ...freed.map((one) => ({ ...one, until: run.until })),
  ]
}

/** What becomes of a date by what was said. */
export function stateOf(scenario: Scenario, one: KeptMissing): 'open' | 'due' | 'dropped' {
  if (isLeftOut(scenario, one)) return 'dropped'
  return one.stays_due ? 'due' : 'open'
}

/** What is due once has the day it was carried to as its date. */
function isLeftOut(scenario: Scenario, { row, scheduled_date }: KeptMissing): boolean {
  const found = (scenario[row.collection] as readonly Payment[]).find(({ id }) => id === row.id)
  if (!found) return true
  return found.exceptions[found.schedule === null ? (found.due_date ?? scheduled_date) : scheduled_date]?.skipped === true
}

/** How many payments and dates of a run wait for a word still. */
export const waitingIn = (run: BankRun, scenario: Scenario): number =>
  run.asked.filter((one) => standingAnswer(run, scenario, one) === undefined).length +
  missingNow(run, scenario).filter((one) => stateOf(scenario, one) === 'open').length
