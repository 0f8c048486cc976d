/**
 * What the routes that look ahead do: a plan's projection, plans side by side, and a plan as a file for other programs. They read and
 * change nothing.
 */
import { isPlainDate } from '../../core/calendar.ts'
import type { aheadRoutes } from '../../core/contract/outlook.ts'
import type { TextType } from '../../core/contract/route.ts'
import { exportFormats, type ExportFormat } from '../../core/exports/exportPlan.ts'
import { one_year, untilOf } from '../../core/horizon.ts'
import { limits } from '../../core/limits.ts'
import { choicesOf, problem, type Problem } from '../../core/problem.ts'
import { reportSteps } from '../../core/exports/projection-report.ts'
import { usual_runs } from '../../core/ranges/usual.ts'
import type { Scenario } from '../../core/scenario.ts'
import { isUuid } from '../../core/uuid.ts'
import type { Told } from '../heavy/texts.ts'
import { entityTagIn } from '../http/entityTags.ts'
import { inLanguage } from '../http/language.ts'
import type { Answer, Call, Handler } from './call.ts'

const refused = (...problems: Problem[]): Answer => ({ status: 'refused', problems })

export const outlookHandlers: Record<keyof typeof aheadRoutes, Handler> = {
  compareScenarios: comparePlans,
  projectScenario: projectPlan,
  askRanges: rangesOfPlan,
  exportScenario: exportAsFile,
}

async function projectPlan(call: Call): Promise<Answer> {
  const by = call.query('by') ?? 'month'
  if (!isOneOf(reportSteps, by)) return refused(oneOf('by', reportSteps))
  const found = await call.store.getScenario(call.id)
  if (!found.ok) return { status: 'refused', problems: found.problems }
  const scenario = found.value
  const window = windowOf(call, [scenario])
  return toldAs(
    'application/json',
    call.tell({ job: 'projection', scenario, ...window, by, from: call.query('from') ?? null }),
    scenario.revision,
  )
}

async function rangesOfPlan(call: Call): Promise<Answer> {
  const [runs, seed] = [
    wholeIn(call, 'runs', usual_runs, { least: 1, most: limits.range_runs }),
    wholeIn(call, 'seed', 0, { least: 0, most: 4_294_967_295 }),
  ]
  const problems = [runs, seed].flatMap((read) => (typeof read === 'number' ? [] : [read]))
  if (typeof runs !== 'number' || typeof seed !== 'number') return refused(...problems)
  const found = await call.store.getScenario(call.id)
  if (!found.ok) return { status: 'refused', problems: found.problems }
  const scenario = found.value
  const window = windowOf(call, [scenario])
  return toldAs('application/json', call.tell({ job: 'ranges', scenario, ...window, runs, seed }), scenario.revision)
}

/** A whole number of the query, between two. */
function wholeIn(call: Call, name: string, instead: number, { least, most }: { least: number; most: number }): number | Problem {
  const text = call.query(name)
  if (text === undefined) return instead
  if (!/^-?\d{1,12}$/.test(text)) return problem('value_is_not_valid', `/${name}`)
  const value = Number(text)
  if (value < least) return problem('value_is_not_valid.least', `/${name}`, { least })
  return value > most ? problem('value_is_not_valid.most', `/${name}`, { most }) : value
}

async function comparePlans(call: Call): Promise<Answer> {
  const ids = (call.query('ids') ?? '')
    .toLowerCase()
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '')
  if (ids.length < 2 || ids.length > limits.compared_scenarios || new Set(ids).size < ids.length) {
    return refused(problem('too_many_plans_to_compare', '/ids', { most: limits.compared_scenarios }))
  }
  const scenarios: Scenario[] = []
  for (const [index, id] of ids.entries()) {
    const found = isUuid(id) ? await call.store.getScenario(id) : notFound
    if (!found.ok) return { status: 'refused', problems: found.problems.map((one) => ({ ...one, path: `/ids/${index}` })) }
    scenarios.push(found.value)
  }
  const listed = await call.store.listScenarios()
  if (!listed.ok) return { status: 'refused', problems: listed.problems }
  const known = listed.value.map(({ id, parent_id }) => ({ id, parent_id }))
  const window = windowOf(call, scenarios)
  return toldAs('application/json', call.tell({ job: 'comparison', scenarios, known, ...window }))
}

async function exportAsFile(call: Call): Promise<Answer> {
  const format = call.query('format')
  if (!isOneOf(exportFormats, format)) return refused(oneOf('format', exportFormats))
  const found = await call.store.getScenario(call.id)
  if (!found.ok) return { status: 'refused', problems: found.problems }
  const scenario = found.value
  const { today, until } = windowOf(call, [scenario])
  const told = toldAs(mediaTypes[format], call.tell({ job: 'export', scenario, format, today, until, at: call.now() }), scenario.revision)
  if (told.status === 200) await call.noteExport(scenario)
  // A plan as data says nothing in words.
  if (told.status !== 200 || format === 'json') return told
  return { ...told, headers: { ...inLanguage(call.language), ETag: entityTagIn(call.language, scenario.revision) } }
}

/** A text, or why there is none. */
export function toldAs(type: TextType, told: Told, revision?: number): Answer {
  return told.ok
    ? { status: 200, pieces: told.pieces, type, filename: told.filename, revision }
    : { status: 'refused', problems: told.problems }
}

const mediaTypes = { json: 'application/json', csv: 'text/csv', hledger: 'text/plain', ics: 'text/calendar' } as const satisfies Record<
  ExportFormat,
  string
>

/** The days asked about: the same for all plans at once, so that they can be held against each other. */
function windowOf(call: Call, scenarios: readonly Scenario[]): { today: string; until: string } {
  const today = call.query('today') ?? call.now().slice(0, 10)
  const from = scenarios
    .map(({ start_date }) => start_date)
    .reduce((latest, date) => (date > latest ? date : latest), isPlainDate(today) ? today : '')
  return { today, until: call.query('until') ?? untilOf(from, one_year) }
}

const notFound = { ok: false as const, problems: [problem('not_found.plan', '')] }
const isOneOf = <T extends string>(choices: readonly T[], text: string | undefined): text is T => choices.some((choice) => choice === text)
const oneOf = (parameter: string, choices: readonly string[]): Problem =>
  problem('must_be_one_of', `/${parameter}`, { choices: choicesOf(choices) })
