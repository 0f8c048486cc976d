/** The routes that look ahead: a plan's projection, plans side by side, and a plan as a file for other programs. They read and change nothing. */
import { addDays, isPlainDate } from '../../core/calendar.ts'
import { exportFormats, type ExportFormat } from '../../core/exports/exportPlan.ts'
import { limits } from '../../core/limits.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { reportSteps } from '../../core/projection-report.ts'
import type { Scenario } from '../../core/scenario.ts'
import { comparisonSchema, exportedSchema, projectionSchema } from './aheadSchemas.ts'
import { isHeavyCalendar, isHeavyPlans, isHeavyProjection } from '../heavy/bounds.ts'
import type { ToldText } from '../heavy/workers.ts'
import type { Answer, Call, PlanningRoute, QueryParameter, TextType } from './routes.ts'

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
  const scenario = found.value
  const window = windowOf(call, [scenario])
  return told(await call.work.tell(call.user_id, { job: 'projection', scenario, ...window, by }, isHeavyProjection([scenario], window.today, window.until)), 'application/json', scenario.revision)
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
  const listed = await call.store.listScenarios()
  if (!listed.ok) return { status: 'refused', problems: listed.problems }
  const known = listed.value.map(({ id, parent_id }) => ({ id, parent_id }))
  const window = windowOf(call, scenarios)
  const isHeavy = isHeavyProjection(scenarios, window.today, window.until) || isHeavyPlans(scenarios)
  return told(await call.work.tell(call.user_id, { job: 'comparison', scenarios, known, ...window }, isHeavy), 'application/json')
}

async function exportAsFile(call: Call): Promise<Answer> {
  const format = call.query('format')
  if (!isOneOf(exportFormats, format)) return refused(oneOf('format', exportFormats))
  const found = await call.store.getScenario(call.id)
  if (!found.ok) return { status: 'refused', problems: found.problems }
  const scenario = found.value
  const { today, until } = windowOf(call, [scenario])
  const isHeavy = format === 'ics' ? isHeavyCalendar(scenario, true) : format !== 'json' && isHeavyProjection([scenario], today, until)
  return told(await call.work.tell(call.user_id, { job: 'export', scenario, format, today, until, at: call.now() }, isHeavy), mediaTypes[format], scenario.revision)
}

function told(text: ToldText, type: TextType, revision?: number): Answer {
  return text.ok ? { status: 200, text: text.text, type, filename: text.filename, ...(revision === undefined ? {} : { revision }) } : { status: 'refused', problems: text.problems }
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
