/**
 * What is asked of core by requests that may be heavy, as plain data: the same function answers it on the main thread
 * when it is little and in a worker when it is much.
 */
import { v7 as newId } from 'uuid'
import type { Clash } from '../../core/comparison/clash.ts'
import { applyEdit, type ScenarioEdit } from '../../core/edit.ts'
import { onOneDay, type Standing } from '../../core/comparison/one-day.ts'
import { compareProjections } from '../../core/comparison/projections.ts'
import { differences } from '../../core/comparison/differences.ts'
import { checkCalendar } from '../../core/exports/checkExport.ts'
import { exportPlan, type ExportFormat } from '../../core/exports/exportPlan.ts'
import { calendarOf } from '../../core/exports/ics.ts'
import { limits } from '../../core/limits.ts'
import { merged, previewOfMerge } from '../../core/merging.ts'
import { newScenario } from '../../core/new-scenario.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { reportOf, type ReportStep } from '../../core/projection-report.ts'
import { writtenOf } from '../../core/repository.ts'
import { project } from '../../core/projection/project.ts'
import type { Projection } from '../../core/projection/projection.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { MergeRequest, NewScenario, Written } from '../../core/store.ts'
import { parsedJson } from '../http/parsedJson.ts'
import { differenceOf, type Difference } from '../planning/difference.ts'
import { readEdit, readNew, readPut, type Read } from '../planning/bodies.ts'

/** Answered with a text. */
export type TextJob =
  | { job: 'projection'; scenario: Scenario; today: string; until: string; by: ReportStep }
  /** `known`: who is whose branch, also of plans that are not compared. */
  | { job: 'comparison'; scenarios: Scenario[]; known: Pick<Scenario, 'id' | 'parent_id'>[]; today: string; until: string }
  | { job: 'export'; scenario: Scenario; format: ExportFormat; today: string; until: string; at: string }
  | { job: 'calendar'; scenario: Scenario; shows_amounts: boolean }
  | { job: 'merge_preview'; base: Scenario | null; from: Scenario; into: Scenario; request: MergeRequest }

/** A text's name as a file, where it is one, and the text as it is made. */
export type Told = { ok: true; filename?: string; pieces: Iterable<string> } | Refused

type Refused = { ok: false; problems: Problem[]; clashes?: Clash[] }

export function tell(job: TextJob): Told {
  switch (job.job) {
    case 'projection':
      return tellProjection(job)
    case 'comparison':
      return tellComparison(job)
    case 'export': {
      const exported = exportPlan(job.scenario, job)
      return exported.ok ? { ok: true, filename: exported.file.name, pieces: exported.file.pieces } : exported
    }
    case 'calendar': {
      const problems = checkCalendar(job.scenario, job)
      return problems.length > 0 ? { ok: false, problems } : { ok: true, pieces: calendarOf(job.scenario, job) }
    }
    case 'merge_preview':
      return { ok: true, pieces: membersOf(previewOfMerge(job.base, job.from, job.into, job.request)) }
  }
}

function tellProjection({ scenario, today, until, by }: Extract<TextJob, { job: 'projection' }>): Told {
  const projected = project(scenario, { today, until })
  if (!projected.ok) return projected
  if (by === 'day' && projected.projection.day_count > limits.report_days) {
    return { ok: false, problems: [problem('window_is_not_valid', '/until', `By the day a projection is told for ${limits.report_days} days at most. Ask for less, or by the month.`)] }
  }
  return reportOf(projected.projection, by)
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
    plans: scenarios.map(({ id, name, revision, currency_code, start_date }, nth) => ({ id, name, revision, currency_code, ...standingOf(standings[nth]!, start_date) })),
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

/** Answered with what is to be stored. */
export type WriteJob =
  | { job: 'change'; scenario: Scenario; change: Change; at: string }
  | { job: 'merge'; base: Scenario | null; from: Scenario; into: Scenario; request: MergeRequest; at: string }
  | { job: 'create'; given: NewScenario | Uint8Array; at: string }

/** An edit, or the bytes of a body that says it: of PUT /:id, or of POST /:id/edits. */
export type Change = { edit: ScenarioEdit } | { body: Uint8Array; as: 'put' | 'edits' }

export interface WriteResults {
  /** `change` null: nothing is otherwise. */
  change: { ok: true; written: Written; change: Difference | null } | Refused
  merge: { ok: true; written: Written; into: Difference | null; from: Difference | null } | Refused
  create: { ok: true; scenario: Scenario } | Refused
}

export function workOut<J extends WriteJob>(job: J): WriteResults[J['job']]
export function workOut(job: WriteJob): WriteResults[WriteJob['job']] {
  switch (job.job) {
    case 'change': {
      const read = readChange(job.change)
      if (!read.ok) return read
      const applied = applyEdit(job.scenario, read.value, job.at)
      if (!applied.ok) return applied
      return { ok: true, written: writtenOf(applied.scenario), change: applied.changed ? differenceOf(job.scenario, applied.scenario) : null }
    }
    case 'merge': {
      const { base, from, into, request, at } = job
      const after = merged(base, from, into, request, at)
      if (!after.ok) return after
      return { ok: true, written: writtenOf(after.into), into: after.into === into ? null : differenceOf(into, after.into), from: after.from === from ? null : differenceOf(from, after.from) }
    }
    case 'create': {
      const read = job.given instanceof Uint8Array ? readBytes(job.given, (body) => readNew(body, newId)) : { ok: true as const, value: job.given }
      return read.ok ? newScenario(read.value, { at: job.at, today: job.at.slice(0, 10), newId }) : read
    }
  }
}

function readChange(change: Change): Read<ScenarioEdit> {
  if ('edit' in change) return { ok: true, value: change.edit }
  return readBytes(change.body, (body) => (change.as === 'put' ? readPut(body, newId) : readEdit(body)))
}

function readBytes<T>(bytes: Uint8Array, read: (body: unknown) => Read<T>): Read<T> {
  const parsed = parsedJson(bytes)
  return parsed.ok ? read(parsed.value) : parsed
}
