/**
 * Saving as a state machine: what is held of one plan, and what follows from what happens to it. Pure: the journal keeps the
 * state, the saver carries out the effects. Tabs of one browser take turns at the same state, each step being one transaction.
 *
 * Invariants, which the model test holds over random interleavings:
 *   1. `base` is a state the store has acknowledged; `edits` are on top of it, in order, and none of them is in it.
 *   2. Only the first edit is ever sent, under its id and on the revision of `base`. So it is stored once at most, and "stale"
 *      says for good that it is not stored.
 *   3. An edit leaves `edits` in three ways alone: acknowledged, refused (which is told), or merged into a new one.
 *   4. While `theirs` is there nothing is sent: the person is asked.
 */
import type { MergeChoices } from '../../../core/comparison/conflict.ts'
import type { mergeScenarios } from '../../../core/comparison/merge.ts'
import { applyEdit } from '../../../core/edit/edit.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { StoreResult, Written } from '../../../core/store.ts'
import type { PendingEdit, PendingScenario } from '../records/records.ts'
import { isPassing, isRefusal } from '../answers.ts'
import { rebase, type RefusedEdit } from './edits.ts'

export type SyncEvent =
  /** An edit was made in a tab, on top of what it shows. */
  | { type: 'made'; edit: PendingEdit }
  /** The store answered an edit that was sent. `after` is `base` with it, where the tab has that at hand. */
  | { type: 'answered'; edit_id: string; answer: StoreResult<Written>; after?: Scenario | undefined }
  /** The store's newest state was read; `stale_id`: since it refused that edit as stale. */
  | { type: 'read'; answer: StoreResult<Scenario>; stale_id?: string | undefined }
  /** The person said what stands where both changed the same. */
  | { type: 'chosen'; choices: MergeChoices }

export type SyncEffect =
  | { type: 'send'; edit: PendingEdit; if_match: number }
  | { type: 'read'; stale_id?: string | undefined }
  /** These edits are taken back, and the person is told. */
  | { type: 'refused'; refused: RefusedEdit[] }
  /** Nothing can be done now: the connection, the session, or the plan itself is not there. */
  | { type: 'wait'; because: 'down' | 'signed_out' | 'gone'; problems: Problem[] }

/** How edits meet a state of others. */
export interface Rules {
  /** Merges, or asks; null: edits are applied to what others have stored, as among the tabs that share the browser's own store. */
  merge: typeof mergeScenarios | null
  /** An edit's id and time. */
  stamp: () => { id: string; at: string }
}

export interface Stepped {
  held: PendingScenario
  effects: SyncEffect[]
}

export function step(held: PendingScenario, event: SyncEvent, rules: Rules): Stepped {
  switch (event.type) {
    case 'made':
      return follow(made(held, event.edit, rules))
    case 'answered':
      return held.edits[0]?.id === event.edit_id ? answered(held, held.edits[0], event) : follow(held)
    case 'read':
      return event.answer.ok
        ? follow(meet(held, event.answer.value, event.stale_id, rules))
        : { held, effects: [waitFor(event.answer.problems)] }
    case 'chosen':
      return follow(held.theirs ? merged(held, held.theirs, rules, event.choices) : held)
  }
}

/** What is to be done next about what is held. */
export function follow(held: PendingScenario): Stepped {
  const first = held.edits[0]
  return { held, effects: first && !held.theirs ? [{ type: 'send', edit: first, if_match: held.base.revision }] : [] }
}

function made(held: PendingScenario, edit: PendingEdit, rules: Rules): PendingScenario {
  if (held.edits.some(({ id }) => id === edit.id) || held.merged_ids?.includes(edit.id)) return held
  const more = { ...held, edits: [...held.edits, edit] }
  // It may be what was asked for.
  return held.theirs ? merged(more, held.theirs, rules) : more
}

function answered(held: PendingScenario, first: PendingEdit, { answer, after }: Extract<SyncEvent, { type: 'answered' }>): Stepped {
  if (answer.ok) return acknowledged(held, first, answer.value, after)
  const { problems } = answer
  if (problems.some(({ code }) => code === 'revision_is_stale')) return { held, effects: [{ type: 'read', stale_id: first.id }] }
  if (!isRefusal(problems)) return { held, effects: [waitFor(problems)] }
  const rest = rebase(held.base, held.edits.slice(1))
  const next = follow({ ...held, edits: rest.kept })
  return { ...next, effects: [{ type: 'refused', refused: [{ held: first, problems }, ...rest.refused] }, ...next.effects] }
}

/** The edit is in the store, at the revision it was answered with: the next one, or one that the base has had since earlier. */
function acknowledged(held: PendingScenario, first: PendingEdit, { revision, updated_at }: Written, known: Scenario | undefined): Stepped {
  const edits = held.edits.slice(1)
  if (revision <= held.base.revision) return follow({ ...held, edits })
  const applied =
    known?.revision === held.base.revision + 1 ? { ok: true as const, scenario: known } : applyEdit(held.base, first.edit, first.at)
  if (applied.ok && revision === held.base.revision + 1)
    return follow({ ...held, base: { ...applied.scenario, revision, updated_at }, edits })
  // No store answers so; the whole is read then.
  return edits.length > 0 ? follow({ ...held, edits }) : { held: { ...held, edits }, effects: [{ type: 'read' }] }
}

/** The store's newest state comes in. With edits under way only "stale" says that none of them is in it. */
function meet(held: PendingScenario, theirs: Scenario, stale_id: string | undefined, rules: Rules): PendingScenario {
  const first = held.edits[0]
  const isStale = stale_id !== undefined && first?.id === stale_id
  if (!isStale && theirs.revision <= held.base.revision) return held
  if (!first) return { ...held, base: theirs, theirs: null }
  if (!rules.merge) return { ...held, base: theirs }
  return isStale ? merged(held, theirs, rules) : held
}

/** So many ids of merged edits are remembered of a plan. */
const mergedKept = 200

function merged(held: PendingScenario, theirs: Scenario, { merge, stamp }: Rules, choices?: MergeChoices): PendingScenario {
  if (!merge) return held
  const mine = rebase(held.base, held.edits).current
  const { clashes, edit } = merge(held.base, mine, theirs, choices)
  if (clashes.length > 0) return { ...held, theirs }
  const made = { ...stamp(), edit }
  const applied = applyEdit(theirs, edit, made.at)
  const merged_ids = [...(held.merged_ids ?? []), ...held.edits.map(({ id }) => id)].slice(-mergedKept)
  return { ...held, base: theirs, edits: applied.ok && !applied.changed ? [] : [made], theirs: null, merged_ids }
}

function waitFor(problems: Problem[]): SyncEffect {
  const has = (code: Problem['code']): boolean => problems.some((found) => found.code === code)
  const because = has('must_be_signed_in') ? 'signed_out' : has('not_found') && !isPassing(problems) ? 'gone' : 'down'
  return { type: 'wait', because, problems }
}
