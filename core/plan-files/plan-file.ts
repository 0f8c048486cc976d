/**
 * The file a person keeps: all plans as one versioned JSON text. Export then import is identity: ids, order, times and
 * every field come back as they were. A file of a newer version is refused, never read in part.
 */
import * as z from 'zod/mini'
import { isSameContent } from '../comparison/content.ts'
import { checkScenario } from '../edit/check-scenario.ts'
import { limits } from '../limits.ts'
import { problem, problemsOf, type Problem } from '../problem.ts'
import { scenarioSchema } from '../scenario-schema.ts'
import { collections, freeName, isNumberedOf, type Scenario } from '../scenario.ts'
import { recordVersion, upgradeScenario } from '../versions/upgrade.ts'

/** One more than the record's, which its scenarios need not say; files of versions 1 and 2 are older than those were counted. */
export const planFileVersion = recordVersion + 1

export const planFileSchema = z.object({
  format: z.literal('pynance-planning'),
  version: z.int().check(z.minimum(1)),
  exported_at: z.string(),
  scenarios: z.array(scenarioSchema).check(z.maxLength(limits.scenarios_per_user)),
})

/** `exported_at` is the caller's clock. Scenarios are written newest first, as given. */
export function writePlanFile(scenarios: readonly Scenario[], exported_at: string): string {
  return JSON.stringify({ format: 'pynance-planning', version: planFileVersion, exported_at, scenarios }, null, 1) + '\n'
}

export type ReadPlanFile = { ok: true; scenarios: Scenario[] } | { ok: false; problems: Problem[] }

/** Reads a plan file whole or not at all; every problem says where in the file it is. */
export function readPlanFile(text: string): ReadPlanFile {
  const refuse = (...problems: Problem[]): ReadPlanFile => ({ ok: false, problems })
  if (text.length > limits.plan_file_bytes) return refuse(problem('body_is_too_large.plan_file', ''))
  const parsed = parse(text)
  const head = z.object({ format: z.literal('pynance-planning'), version: z.int() }).safeParse(parsed)
  if (!head.success) return refuse(problem('file_is_not_a_plan_file', ''))
  if (head.data.version > planFileVersion) {
    return refuse(problem('file_is_from_a_newer_version', '/version', { version: head.data.version, known: planFileVersion }))
  }
  const read = planFileSchema.safeParse(upgraded(parsed as { scenarios?: unknown }, head.data.version))
  if (!read.success) return refuse(...problemsOf(read.error))
  const problems = read.data.scenarios.flatMap((scenario, index) =>
    checkScenario(scenario).map((found) => ({ ...found, path: `/scenarios/${index}${found.path}` })),
  )
  const ids = new Set(read.data.scenarios.map((scenario) => scenario.id))
  const names = new Set(read.data.scenarios.map((scenario) => scenario.name))
  if (ids.size < read.data.scenarios.length) problems.push(problem('id_is_used_twice.plans', '/scenarios'))
  if (names.size < read.data.scenarios.length) problems.push(problem('name_is_taken.in_file', '/scenarios'))
  if (problems.length > 0) return refuse(...problems)
  return { ok: true, scenarios: read.data.scenarios.map(placed) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

/** What files of an earlier version did not know takes its default. */
const upgraded = (file: { scenarios?: unknown }, version: number): object => ({
  ...file,
  scenarios: Array.isArray(file.scenarios)
    ? file.scenarios.map((scenario: unknown) =>
        typeof scenario === 'object' && scenario !== null
          ? upgradeScenario({ ...scenario, record_version: version < 3 ? undefined : version - 1 })
          : scenario,
      )
    : file.scenarios,
})

/** A row's position is its index, whatever the file says. */
function placed(scenario: Scenario): Scenario {
  const lists = Object.fromEntries(
    collections.map((collection) => [collection, scenario[collection].map((row, position) => ({ ...row, position }))]),
  )
  return { ...scenario, ...lists }
}

export type ComingPlan =
  /** Not here yet. `name` is the one it gets: its own, or with a number when that is taken. */
  | { kind: 'new'; scenario: Scenario; name: string }
  /** Here already, with the same content. */
  | { kind: 'same'; scenario: Scenario }
  /** The same plan is here with other content; both copies can be kept, the coming one under `name` and ids of its own. */
  | { kind: 'differs'; scenario: Scenario; here: Scenario; name: string }

/** The same content; its name may have got a number where the plan came to, since it was taken there. */
const isSameBut = (here: Scenario, coming: Scenario): boolean =>
  isSameContent(here, coming) ||
  ((isNumberedOf(coming.name, here.name) || isNumberedOf(here.name, coming.name)) && isSameContent(here, { ...coming, name: here.name }))

/** What bringing scenarios to where others are would do. Nothing is changed. */
export function planImport(here: readonly Scenario[], coming: readonly Scenario[]): ComingPlan[] {
  const byId = new Map(here.map((scenario) => [scenario.id, scenario]))
  const taken = new Set(here.map((scenario) => scenario.name))
  return coming.map((scenario) => {
    const existing = byId.get(scenario.id)
    if (existing && isSameBut(existing, scenario)) return { kind: 'same', scenario }
    const name = freeName(scenario.name, taken)
    taken.add(name)
    return existing ? { kind: 'differs', scenario, here: existing, name } : { kind: 'new', scenario, name }
  })
}
