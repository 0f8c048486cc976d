/** PlanningStore over HTTP: API mode. Every answer is decoded by core's schemas. */
import * as z from 'zod/mini'
import { baseOfMerge, previewOfMerge } from '../../core/merging.ts'
import { scenarioSchema, scenarioSummarySchema, type Scenario } from '../../core/scenario.ts'
import type { PlanningStore, StoreResult } from '../../core/store.ts'
import { request, sameOrigin, type Answered, type Asked, type Connection } from './requests.ts'

const summaries = z.array(scenarioSummarySchema)
const deleted = z.array(z.extend(scenarioSummarySchema, { deleted_at: z.string() }))
const written = z.object({ id: z.string(), revision: z.int(), updated_at: z.string() })
const revisions = z.array(z.object({ revision: z.int(), created_at: z.string(), name: z.string(), bills: z.int(), incomes: z.int(), allocations: z.int(), goals: z.int() }))
const bothAndBase = z.object({ into: scenarioSchema, from: scenarioSchema, base: z.nullable(scenarioSchema) })

const valueOf = <T>(answered: StoreResult<Answered<T>>): StoreResult<T> => (answered.ok ? { ok: true, value: answered.value.value } : answered)

export function apiStore(connection: Connection = sameOrigin): PlanningStore {
  const ask = async <T>(asked: Asked, schema: z.ZodMiniType<T>): Promise<StoreResult<T>> => valueOf(await request(connection, { ...asked, path: `/api/planning${asked.path}` }, schema))
  const make = async (path: string, body: unknown): Promise<StoreResult<Scenario & { created: boolean }>> => {
    const made = await request(connection, { method: 'POST', path: `/api/planning${path}`, body }, scenarioSchema)
    return made.ok ? { ok: true, value: { ...made.value.value, created: made.value.status === 201 } } : made
  }
  return {
    listScenarios: () => ask({ path: '/' }, summaries),
    createScenario: (scenario) => make('/', scenario),
    getScenario: (id) => ask({ path: at(id) }, scenarioSchema),
    applyEdit: (id, edit, options = {}) => ask({ method: 'POST', path: `${at(id)}/edits`, body: edit, ...options }, written),
    deleteScenario: async (id, options = {}) => {
      const answer = await ask({ method: 'DELETE', path: at(id), if_match: options.if_match }, z.object({ ok: z.literal(true) }))
      return answer.ok ? { ok: true, value: { id } } : answer
    },
    listDeleted: () => ask({ path: '/deleted' }, deleted),
    restoreScenario: (id) => ask({ method: 'POST', path: `${at(id)}/restore` }, scenarioSchema),
    duplicateScenario: (id, copy = {}) => ask({ method: 'POST', path: `${at(id)}/duplicate`, body: copy }, scenarioSchema),
    branchScenario: (id, branch = {}) => make(`${at(id)}/branch`, branch),
    previewMerge: async (id, { from, choices, from_revision }) => {
      const read = await ask({ path: `${at(id)}/merge-preview?from=${encodeURIComponent(from)}` }, bothAndBase)
      if (!read.ok) return read
      const known = baseOfMerge(read.value.from, read.value.into, { from, from_revision })
      return known.ok ? { ok: true, value: previewOfMerge(read.value.base, read.value.from, read.value.into, { from, choices }) } : known
    },
    mergeScenario: (id, merge, options = {}) => ask({ method: 'POST', path: `${at(id)}/merge`, body: merge, if_match: options.if_match }, written),
    listRevisions: (id) => ask({ path: `${at(id)}/revisions` }, revisions),
    getRevision: (id, revision) => ask({ path: `${at(id)}/revisions/${revision}` }, scenarioSchema),
    restoreRevision: (id, revision, options = {}) => ask({ method: 'POST', path: `${at(id)}/revisions/${revision}/restore`, if_match: options.if_match }, written),
  }
}

const at = (...parts: string[]): string => parts.map((part) => `/${encodeURIComponent(part)}`).join('')
