/** What is so much that a worker does it. Below these bounds a request takes a few milliseconds of the thread that serves everybody. */
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { dayOf, lastDay } from '../../core/calendar.ts'
import { calendarDates } from '../../core/exports/ics.ts'
import { spanOf } from '../../core/projection/project.ts'
import { projectionWork } from '../../core/projection/work.ts'
import { hasRanges } from '../../core/ranges/has-ranges.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { TextJob } from './texts.ts'

export const bodyBytesHere = 64 * 1024
const edits_here = 200
const payments_here = 6_000
const dates_here = 10_000
const plan_bytes_here = 512 * 1024
const text_bytes_here = 256 * 1024

/** What a request turns out to be about: its body, its edit, plans that it reads, JSON that it reads beside them, or a text it tells. */
export type Weighed =
  | { body_bytes: number }
  | { edit: ScenarioEdit }
  | { plans: readonly (Scenario | null)[] }
  | { job: TextJob }
  | { text_bytes: number }

/** Is told of everything that a request turns out to be about, before more is done with it. */
export type Weigh = (what: Weighed) => void

export function isMuch(what: Weighed): boolean {
  if ('body_bytes' in what) return what.body_bytes > bodyBytesHere
  if ('edit' in what) return isMuchEdit(what.edit)
  if ('plans' in what) return what.plans.reduce((bytes, scenario) => bytes + (scenario ? bytesAtMost(scenario) : 0), 0) > plan_bytes_here
  if ('job' in what) return isMuchText(what.job)
  return what.text_bytes > text_bytes_here
}

/** Each edit goes through a list, each whole change through all of the plan. */
function isMuchEdit(edit: ScenarioEdit): boolean {
  if (edit.type !== 'batch') return false
  return edit.edits.length > edits_here || edit.edits.filter(isWhole).length > 1
}

const isWhole = (edit: ScenarioEdit): boolean =>
  edit.type === 'put_lists' || edit.type === 'batch' || (edit.type === 'set_fields' && edit.fields.currency_code !== undefined)

function isMuchText(job: TextJob): boolean {
  switch (job.job) {
    case 'projection':
      return isMuchAhead([job.scenario], job)
    case 'ranges':
      return isMuchAhead([job.scenario], job, { times: hasRanges(job.scenario) ? job.runs : 1 })
    case 'comparison':
      return isMuch({ plans: job.scenarios }) || isMuchAhead(job.scenarios, job)
    case 'merge_preview':
      return isMuch({ plans: [job.base, job.from, job.into] })
    case 'calendar':
      return calendarDates(job.scenario, job) > dates_here
    case 'question':
      return isMuchAsked(job)
    case 'export':
      if (job.format === 'ics') return calendarDates(job.scenario, { shows_amounts: true }) > dates_here
      return (
        job.format !== 'json' &&
        isMuchAhead([job.scenario], job, { cells: job.format === 'csv' ? job.scenario.accounts.length : 0, back: 0 })
      )
  }
}

/** What the days of a run take beside its payments. */
const run_payments = 100

/** What each account beside the main one has by the month: interest, and what is paid on it. */
const month_days = 30
const months_events = 4
/** Of shares, of dates gone through, of an account's days and of a table's cells as many as cost what a payment costs. */
const a_payment = { shares: 4, steps: 20, account_days: 200, cells: 8 }

/** What is told beside a projection looks back a year. */
const days_back = 366

/** What the days ahead cost, in payments, and how many lines a table of them has. */
function weightAhead(scenario: Scenario, until_day: number, back = days_back): { payments: number; lines: number } {
  const start_day = dayOf(scenario.start_date)! - back
  const { payments, postings, steps } = projectionWork(scenario, { start_day, until_day })
  const account_days = (until_day - start_day) * scenario.accounts.length
  const events = (account_days / month_days) * months_events
  return {
    payments: payments + events + postings / a_payment.shares + steps / a_payment.steps + account_days / a_payment.account_days,
    lines: payments + events + postings,
  }
}

/** A window that is no window is refused at once. `times`: so often; `cells`: of each line of a table; `back`: days before the plan begins. */
function isMuchAhead(
  scenarios: readonly Scenario[],
  { today, until }: { today: string; until: string },
  { times = 1, cells = 0, back = days_back }: { times?: number; cells?: number; back?: number } = {},
): boolean {
  let weight = 0
  for (const scenario of scenarios) {
    const span = spanOf(scenario, today, until)
    if (!span.ok) return false
    const { payments, lines } = weightAhead(scenario, span.until_day, back)
    weight += payments + (lines * cells) / a_payment.cells
  }
  return (times === 1 ? weight : times * (weight + run_payments)) > payments_here
}

/** An answer looks at a projection several times. */
function isMuchAsked({ scenario, question }: Extract<TextJob, { job: 'question' }>): boolean {
  // Debts are looked at for years, in many orders.
  if (question.about === 'debts') return scenario.accounts.length > 0
  const day = dayOf(('date' in question ? question.date : 'until' in question ? question.until : undefined) ?? question.today)
  if (day === null) return false
  return weightAhead(scenario, Math.min(day, lastDay) + asked_days + scenario.safety_days).payments > payments_here / times_looked
}

/** How far answers look beyond the day that is asked about, and how often. */
const asked_days = 732
const times_looked = 4

/** Of what is said of one date, at its longest. */
const exception_bytes = 110
/** Of a change from a date on, with a rule that names each day. */
const change_bytes = 600

/** Bytes of a plan as JSON, at most: its texts at three bytes a character, and everything else at its longest. */
function bytesAtMost(scenario: Scenario): number {
  const texts = ({ name = '', category = null, target = '' }: { name?: string; category?: string | null; target?: string }): number =>
    3 * (name.length + (category?.length ?? 0) + target.length)
  let bytes =
    2_000 + texts(scenario) + scenario.dismissed.length * 500 + scenario.opening_pots.length * 700 + scenario.bank_links.length * 250
  for (const row of [...scenario.allocations, ...scenario.goals]) bytes += 400 + texts(row)
  for (const account of scenario.accounts) bytes += 1_000 + texts(account) + exception_bytes * Object.keys(account.exceptions).length
  for (const row of [...scenario.bills, ...scenario.incomes, ...scenario.transfers]) {
    bytes += 1_500 + texts(row) + exception_bytes * Object.keys(row.exceptions).length + change_bytes * row.changes.length
  }
  return bytes
}
