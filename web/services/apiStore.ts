/** PlanningStore over HTTP: API mode. Every answer is decoded by the contract's schemas. */
import type { AskedOf } from '../../core/contract/contract.ts'
import type * as z from 'zod/mini'
import { mergePreviewSchema, type conflictSchema } from '../../core/contract/merging.ts'
import {
  deletedSchema,
  okSchema,
  revisionChangeSchema,
  revisionsSchema,
  summariesSchema,
  writtenSchema,
} from '../../core/contract/plan-answers.ts'
import { baseOfMerge } from '../../core/repository/branching.ts'
import { previewOfMerge } from '../../core/repository/merging.ts'
import { scenarioSchema } from '../../core/scenario-schema.ts'
import type { Scenario } from '../../core/scenario.ts'
import { toldProblem } from '../../core/problem.ts'
import type { MergePreview, PlanningStore, StoreResult } from '../../core/store.ts'
import { ask, request, sameOrigin, type Answered, type Connection } from './requests.ts'

/** What is sent has no batch in a batch: the server refuses such. */
type FlatEdit = AskedOf<'editScenario'>['body']

export function apiStore(connection: Connection = sameOrigin): PlanningStore {
  return {
    listScenarios: () => ask(connection, 'listScenarios', {}, summariesSchema),
    createScenario: async (body) => made(await request(connection, 'createScenario', { body }, scenarioSchema)),
    getScenario: (id) => ask(connection, 'getScenario', { params: { id } }, scenarioSchema),
    applyEdit: (id, edit, { if_match, edit_id } = {}) =>
      ask(connection, 'editScenario', { params: { id }, body: edit as FlatEdit, if_match, edit_id }, writtenSchema),
    deleteScenario: async (id, { if_match } = {}) => {
      const answer = await ask(connection, 'deleteScenario', { params: { id }, if_match }, okSchema)
      return answer.ok ? { ok: true, value: { id } } : answer
    },
    listDeleted: () => ask(connection, 'listDeleted', {}, deletedSchema),
    restoreScenario: (id) => ask(connection, 'restoreScenario', { params: { id } }, scenarioSchema),
    duplicateScenario: (id, copy = {}) => ask(connection, 'duplicateScenario', { params: { id }, body: copy }, scenarioSchema),
    branchScenario: async (id, branch = {}) =>
      made(await request(connection, 'branchScenario', { params: { id }, body: branch }, scenarioSchema)),
    previewMerge: async (id, asked) => {
      const read = await ask(connection, 'previewMerge', { params: { id }, query: { from: asked.from } }, mergePreviewSchema)
      if (!read.ok) return read
      const { into, from, base } = read.value
      const known = baseOfMerge(from, into, asked)
      if (!known.ok) return known
      // What the server has worked out holds as long as nothing is chosen.
      return {
        ok: true,
        value: asked.choices
          ? previewOfMerge(base, from, into, asked)
          : ({ ...read.value, clashes: read.value.clashes.map(receivedConflict) } as MergePreview),
      }
    },
    mergeScenario: (id, merge, { if_match } = {}) =>
      ask(connection, 'mergeScenario', { params: { id }, body: merge, if_match }, writtenSchema),
    listRevisions: (id) => ask(connection, 'listRevisions', { params: { id } }, revisionsSchema),
    getRevision: (id, revision) => ask(connection, 'getRevision', { params: { id, revision } }, scenarioSchema),
    getRevisionChange: (id, revision) => ask(connection, 'getRevisionChange', { params: { id, revision } }, revisionChangeSchema),
    restoreRevision: (id, revision, { if_match } = {}) =>
      ask(connection, 'restoreRevision', { params: { id, revision }, if_match }, writtenSchema),
  }
}

/** A conflict as it came over the wire: the rule it is about is told in words already. */
const receivedConflict = (conflict: z.infer<typeof conflictSchema>) => ({
  ...conflict,
  problem: conflict.problem && toldProblem(conflict.problem),
})

const made = (answer: StoreResult<Answered<Scenario>>): StoreResult<Scenario & { created: boolean }> =>
  answer.ok ? { ok: true, value: { ...answer.value.value, created: answer.value.status === 201 } } : answer
