/** The routes that look ahead: a plan's projection, plans side by side, and a plan as a file for other programs. They read and change nothing. */
import { addDays, isPlainDate } from '../../core/calendar.ts'
import { compareProjections } from '../../core/comparison/projections.ts'
import { differences } from '../../core/comparison/differences.ts'
import { exportFormats, exportPlan, type ExportFormat } from '../../core/exports/exportPlan.ts'
import { limits } from '../../core/limits.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { reportOf, reportSteps, type ReportStep } from '../../core/projection-report.ts'
import { project } from '../../core/projection/project.ts'
import type { Projection } from '../../core/projection/projection.ts'
import type { Scenario } from '../../core/scenario.ts'
import { comparisonSchema, exportedSchema, projectionSchema } from './aheadSchemas.ts'
import type { Answer, Call, PlanningRoute, QueryParameter } from './routes.ts'

const windowParameters: readonly QueryParameter[] = [
  { name: 'today', description: 'The person’s day; without it, today in UTC.', schema: { type: 'string', format: 'date' } },
  { name: 'until', description: 'The first day left out; without it a year after the later of today and the start date.', schema: { type: 'string', format: 'date' } },
]

const refused = (...problems: Problem[]): Answer => ({ status: 'refused', problems })

export const aheadRoutes: readonly PlanningRoute[] = [
  {
    method: 'GET',
    path: '/compare',
    summary: 'Two to four plans side by side: their figures, each with its difference from the first, and what differs by row and field',
    query: [{ name: 'ids', description: 'Two to four ids with commas between them; the first is what the others are held against.', required: true, schema: { type: 'string' } }, ...windowParameters],
    answers: { 200: comparisonSchema },
    handle: comparePlans,
  },
  {
    method: 'GET',
    path: '/:id/projection',
    summary: 'The balance ahead of a plan, with every figure of it, by the day or by the month',
    query: [...windowParameters, { name: 'by', description: `By the day for ${limits.report_days} days at most; without it by the month.`, schema: { type: 'string', enum: reportSteps } }],
    answers: { 200: projectionSchema },
    handle: projectPlan,
  },
  {
    method: 'GET',
    path: '/:id/export',
    summary: 'A plan as a file: all of it (json), what lies ahead for a spreadsheet (csv) or as an hledger journal, or a calendar (ics)',
    query: [{ name: 'format', description: 'Which of them.', required: true, schema: { type: 'string', enum: exportFormats } }, ...windowParameters],
    answers: { 200: exportedSchema },
    texts: ['text/csv', 'text/plain', 'text/calendar'],
    handle: exportAsFile,
  },
]

async function projectPlan(call: Call): Promise<Answer> {
  const by = call.query('by') ?? 'month'
  if (!isOneOf(reportSteps, by)) return refused(oneOf('by', reportSteps))
  const found = await call.store.getScenario(call.id)
  if (!found.ok) return { status: 'refused', problems: found.problems }
  const projected = project(found.value, windowOf(call, [found.value]))
  if (!projected.ok) return { status: 'refused', problems: projected.problems }
  if (by === ('day' satisfies ReportStep) && projected.projection.day_count > limits.report_days) {
    return refused(problem('window_is_not_valid', '/until', `By the day a projection is told for ${limits.report_days} days at most. Ask for less, or by the month.`))
  }
  return { status: 200, json: reportOf(projected.projection, by), revision: found.value.revision }
}

async function comparePlans(call: Call): Promise<Answer> {
  const ids = (call.query('ids') ?? '').toLowerCase().split(',').map((id) => id.trim()).filter((id) => id !== '')
  if (ids.length < 2 || ids.length > limits.compared_scenarios || new Set(ids).size < ids.length) {
    return refused(problem('too_many_plans_to_compare', '/ids', `Name two to ${limits.compared_scenarios} different plans, with commas between their ids.`))
  }
  const scenarios: Scenario[] = []
  for (const [index, id] of ids.entries()) {
    const found = isUuid(id) ? await call.store.getScenario(id) : notFound
    if (!found.ok) return { status: 'refused', problems: found.problems.map((one) => ({ ...one, path: `/ids/${index}` })) }
    scenarios.push(found.value)
  }
  const projections: Projection[] = []
  for (const scenario of scenarios) {
    const projected = project(scenario, windowOf(call, scenarios))
    if (!projected.ok) return { status: 'refused', problems: projected.problems }
    projections.push(projected.projection)
  }
  const [first, ...others] = scenarios as [Scenario, ...Scenario[]]
  return {
    status: 200,
    json: {
      plans: scenarios.map(({ id, name, revision, currency_code }) => ({ id, name, revision, currency_code })),
      ...compareProjections(projections),
      differences: others.map((other) => ({ id: other.id, ...differences(first, other) })),
    },
  }
}

async function exportAsFile(call: Call): Promise<Answer> {
  const format = call.query('format')
  if (!isOneOf(exportFormats, format)) return refused(oneOf('format', exportFormats))
  const found = await call.store.getScenario(call.id)
  if (!found.ok) return { status: 'refused', problems: found.problems }
  const { today, until } = windowOf(call, [found.value])
  const exported = exportPlan(found.value, { format, today, until, at: call.now() })
  if (!exported.ok) return { status: 'refused', problems: exported.problems }
  const { name, text } = exported.file
  const { revision } = found.value
  return { status: 200, text, type: mediaTypes[format], filename: name, revision }
}

const mediaTypes = { json: 'application/json', csv: 'text/csv', hledger: 'text/plain', ics: 'text/calendar' } as const satisfies Record<ExportFormat, string>

/** The days asked about: the same for all plans at once, so that they can be held against each other. */
function windowOf(call: Call, scenarios: readonly Scenario[]): { today: string; until: string } {
  const today = call.query('today') ?? call.now().slice(0, 10)
  const from = scenarios.map(({ start_date }) => start_date).reduce((latest, date) => (date > latest ? date : latest), isPlainDate(today) ? today : '')
  return { today, until: call.query('until') ?? addDays(from, 366) }
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
const notFound = { ok: false as const, problems: [problem('not_found', '', 'There is no such plan.')] }
const isOneOf = <T extends string>(choices: readonly T[], text: string | undefined): text is T => choices.some((choice) => choice === text)
const oneOf = (parameter: string, choices: readonly string[]): Problem => problem('must_be_one_of', `/${parameter}`, `This must be one of ${choices.map((choice) => JSON.stringify(choice)).join(', ')}.`)
