/**
 * The texts that are told of plans, as plain data: the same function tells one on the main thread when it is little and in a worker when it
 * is much.
 */
import { dayOf } from '../../core/calendar.ts'
import type { Conflict } from '../../core/comparison/conflict.ts'
import { onOneDay, type Standing } from '../../core/comparison/one-day.ts'
import { compareProjections } from '../../core/comparison/projections.ts'
import { differences } from '../../core/comparison/differences.ts'
import { checkCalendar } from '../../core/exports/checkExport.ts'
import { exportPlan, type ExportFormat } from '../../core/exports/exportPlan.ts'
import { calendarOf } from '../../core/exports/ics.ts'
import { limits } from '../../core/limits.ts'
import { previewOfMerge } from '../../core/repository/merging.ts'
import { problem, tellProblem, type Problem } from '../../core/problem.ts'
import { reportOf, type ReportStep } from '../../core/exports/projection-report.ts'
import { project } from '../../core/projection/project.ts'
import { answerTo, type Question } from '../../core/questions/question.ts'
import type { Projection } from '../../core/projection/projection.ts'
import { simulate } from '../../core/ranges/ranges.ts'
import { rangesReport } from '../../core/ranges/ranges-report.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { MergePreview, MergeRequest } from '../../core/store.ts'
import type { Say } from '../../core/words/words.ts'

export type TextJob =
  /** `from`: the first day that is told by the day; null: the plan's first. */
  | { job: 'projection'; scenario: Scenario; today: string; until: string; by: ReportStep; from: string | null }
  /** `known`: who is whose branch, also of plans that are not compared. */
  | { job: 'comparison'; scenarios: Scenario[]; known: Pick<Scenario, 'id' | 'parent_id'>[]; today: string; until: string }
  | { job: 'ranges'; scenario: Scenario; today: string; until: string; runs: number; seed: number }
  | { job: 'export'; scenario: Scenario; format: ExportFormat; today: string; until: string; at: string }
  | { job: 'calendar'; scenario: Scenario; shows_amounts: boolean; today: string }
  /** `id`: of a row that the answer may add, if it is taken. */
  | { job: 'question'; scenario: Scenario; question: Question; id: string }
  | { job: 'merge_preview'; base: Scenario | null; from: Scenario; into: Scenario; request: MergeRequest }

/** A text's name as a file, where it is one, and the text as it is made. */
export type Told = { ok: true; filename?: string; pieces: Iterable<string> } | { ok: false; problems: Problem[] }

export function tell(job: TextJob, say: Say): Told {
  switch (job.job) {
    case 'projection':
      return tellProjection(job)
    case 'comparison':
      return tellComparison(job)
    case 'ranges': {
      const found = simulate(job.scenario, { ...job, work_at_most: limits.range_work_asked })
      return found.ok ? { ok: true, pieces: rangesReport(job.scenario, found.ranges) } : found
    }
    case 'export': {
      const exported = exportPlan(job.scenario, job, say)
      return exported.ok ? { ok: true, filename: exported.file.name, pieces: exported.file.pieces } : exported
    }
    case 'calendar': {
      const problems = checkCalendar(job.scenario, job)
      return problems.length > 0 ? { ok: false, problems } : { ok: true, pieces: calendarOf(job.scenario, job, say) }
    }
    case 'question': {
      const answered = answerTo(job.scenario, job.question, { id: job.id, say })
      return answered.ok ? { ok: true, pieces: membersOf(answered.answer) } : answered
    }
    case 'merge_preview':
      return { ok: true, pieces: membersOf(tellPreview(previewOfMerge(job.base, job.from, job.into, job.request), say)) }
  }
}

const tellPreview = ({ clashes, ...preview }: MergePreview, say: Say) => ({
  ...preview,
  clashes: clashes.map((conflict) => tellConflict(conflict, say)),
})

/** A conflict as it goes over the wire: the rule that would be broken is told in a sentence. */
export const tellConflict = (conflict: Conflict, say: Say) => ({
  ...conflict,
  problem: conflict.problem && tellProblem(conflict.problem, say),
})

function tellProjection({ scenario, today, until, by, from }: Extract<TextJob, { job: 'projection' }>): Told {
  const from_day = from === null ? null : dayOf(from)
  if (from !== null && from_day === null) return { ok: false, problems: [problem('date_must_be_a_calendar_day', '/from')] }
  const projected = project(scenario, { today, until })
  if (!projected.ok) return projected
  const { start_day, day_count } = projected.projection
  const first = Math.max(0, (from_day ?? start_day) - start_day)
  if (by === 'day' && first >= day_count) return { ok: false, problems: [problem('window_is_not_valid.by_day_none', '/from', { until })] }
  const days = Math.min(limits.report_days, Math.floor(limits.report_day_balances / (1 + scenario.accounts.length)))
  if (by === 'day' && day_count - first > days) return { ok: false, problems: [problem('window_is_not_valid.by_day', '/until', { days })] }
  return reportOf(projected.projection, by, first)
}

function tellComparison({ scenarios, known, today, until }: Extract<TextJob, { job: 'comparison' }>): Told {
  const projections: Projection[] = []
  // Plans of one family are about one account: they are compared from its newest balance, and stay as they are.
  const { scenarios: onOne, standings } = onOneDay(scenarios, today, known)
  for (const scenario of onOne) {
    const projected = project(scenario, { today, until })
    if (!projected.ok) return projected
    projections.push(projected.projection)
  }
  const [first, ...others] = scenarios as [Scenario, ...Scenario[]]
  const compared = {
    plans: scenarios.map(({ id, name, revision, currency_code, start_date }, nth) => ({
      id,
      name,
      revision,
      currency_code,
      ...standingOf(standings[nth]!, start_date),
    })),
    ...compareProjections(projections),
    differences: others.map((other) => ({ id: other.id, ...differences(first, other) })),
  }
  return { ok: true, pieces: membersOf(compared) }
}

function standingOf(standing: Standing, start_date: string) {
  const isBrought = standing.standing === 'brought'
  return {
    standing: standing.standing,
    balance_from: start_date,
    compared_from: isBrought ? standing.to : start_date,
    balance_of: isBrought ? standing.balance_of : null,
    why: standing.standing === 'apart' ? standing.why : null,
  }
}

/** An object's JSON, member by member. */
function* membersOf(value: object): Generator<string> {
  let before = '{'
  for (const [name, member] of Object.entries(value)) {
    yield `${before}${JSON.stringify(name)}:${JSON.stringify(member)}`
    before = ','
  }
  yield '}'
}
