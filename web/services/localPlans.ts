/**
 * What the repository asks of a transaction (core/repository/repository-port.ts), answered by what the browser keeps. A plan's newest
 * state stands whole under its revision; so do those that are kept whole, and of the rest the changes.
 */
import { latest } from '../../core/repository/purging.ts'
import {
  revisionHead,
  type PlansRead,
  type PlansWrite,
  type RevisionHead,
  type StoredChange,
} from '../../core/repository/repository-port.ts'
import { keptChange, type RevisionRecord } from '../../core/repository/revisions.ts'
import { summaryOf, type Scenario, type ScenarioSummary } from '../../core/scenario.ts'
import { storedText } from '../../core/versions/upgrade.ts'
import type { Reading, StoredScenario, Writing } from './records/records.ts'
import { scenarioFrom } from './records/upgrades.ts'

/** Ids of edits remembered of a plan: an edit is tried again only by the page that follows one which was killed. */
const editIdsKept = 50

export interface LocalChange extends StoredChange {
  after: Scenario
}

export const localChange = (before: Scenario, after: Scenario): LocalChange => ({
  ...revisionHead(after),
  branch_revision: after.branch_revision,
  kept: keptChange(before, after),
  after,
})

export function plansRead(reading: Reading): PlansRead {
  return {
    summaries: async () => {
      const stored = await reading.list('scenarios')
      return {
        ok: true,
        value: stored
          .filter(({ deleted_at }) => deleted_at === null)
          .map(({ summary }) => summary)
          .sort(newestFirst),
      }
    },
    deletedSummaries: async (after) => {
      const deleted = (await reading.list('scenarios')).flatMap(({ summary, deleted_at }) =>
        deleted_at !== null && deleted_at > after ? [{ ...summary, deleted_at }] : [],
      )
      return { ok: true, value: deleted.sort((a, b) => (a.deleted_at < b.deleted_at ? 1 : -1)) }
    },
    plan: async (id) => {
      const stored = await reading.get('scenarios', [id])
      const newest = stored?.deleted_at === null ? await reading.get('revision_states', [id, stored.summary.revision]) : undefined
      return newest ? scenarioFrom(newest.state) : null
    },
    exists: async (id) => (await reading.get('scenarios', [id]))?.deleted_at === null,
    deletions: async (at) => {
      const deletions = (await reading.list('scenarios')).flatMap(({ id, deleted_at, purgeable_since = null }) =>
        deleted_at === null ? [] : [{ id, deleted_at, purgeable_since }],
      )
      return { at, deletions }
    },
    revisions: async (id) =>
      (await reading.list('revisions', [id]))
        .reverse()
        .map(({ scenario_id: _scenario, bytes: _bytes, is_whole: _isWhole, change, ...revision }) => ({
          ...revision,
          actor: null,
          token: null,
          has_change: change !== undefined,
        })),
    revisionChange: async (id, revision) => (await reading.get('revisions', [id, revision]))?.change ?? null,
    revisionRecords: async (id, revision) => {
      const records: RevisionRecord[] = []
      for (let next = revision; ; next += 1) {
        const [kept, whole] = await Promise.all([reading.get('revisions', [id, next]), reading.get('revision_states', [id, next])])
        if (kept) records.push({ revision: next, state: whole?.state ?? null, change: kept.change ?? null })
        if (!kept || whole) return records
      }
    },
  }
}

export function plansWrite(writing: Writing): PlansWrite<LocalChange> {
  const keepRevision = async ({ id, revision, updated_at, name, counts }: RevisionHead, change: string | null): Promise<void> =>
    writing.put('revisions', {
      scenario_id: id,
      revision,
      created_at: updated_at,
      name,
      ...counts,
      bytes: change?.length ?? 0,
      is_whole: false,
      ...(change !== null && { change }),
    })

  const makeWhole = async (id: string, revision: number, state: string): Promise<void> => {
    const kept = await writing.get('revisions', [id, revision])
    if (kept && !kept.is_whole) await writing.put('revisions', { ...kept, is_whole: true, bytes: kept.bytes + state.length })
    await writing.put('revision_states', { scenario_id: id, revision, state })
  }

  const keepNewest = async (scenario: Scenario, stored_edits: StoredScenario['stored_edits']): Promise<void> => {
    const { id, revision } = scenario
    await writing.put('scenarios', { id, summary: summaryOf(scenario), deleted_at: null, ...(stored_edits && { stored_edits }) })
    await writing.put('revision_states', { scenario_id: id, revision, state: storedText(scenario) })
  }

  const change = async (id: string, how: (stored: StoredScenario) => StoredScenario): Promise<void> => {
    const stored = await writing.get('scenarios', [id])
    if (stored) await writing.put('scenarios', how(stored))
  }

  return {
    ...plansRead(writing),
    lockNames: async () => true,
    names: async () =>
      (await writing.list('scenarios')).map(({ id, summary, deleted_at }) => ({ id, name: summary.name, is_deleted: deleted_at !== null })),
    deletedPlan: async (id, after) => {
      const stored = await writing.get('scenarios', [id])
      return stored?.deleted_at && stored.deleted_at > after ? stored.summary : null
    },
    storedEdit: async (id, edit_id) => {
      const stored = (await writing.get('scenarios', [id]))?.stored_edits?.find((edit) => edit.edit_id === edit_id)
      return stored ? { revision: stored.revision, updated_at: stored.updated_at } : null
    },
    add: async (scenario) => {
      await keepRevision(revisionHead(scenario), null)
      await keepNewest(scenario, undefined)
    },
    write: async ({ after, kept, ...head }, edit_id) => {
      const { id, revision, updated_at } = head
      const earlier = (await writing.get('scenarios', [id]))?.stored_edits ?? []
      if (kept.state_before === null) await writing.delete('revision_states', [id, revision - 1])
      else await makeWhole(id, revision - 1, kept.state_before)
      await keepRevision(head, kept.change)
      await keepNewest(after, edit_id === undefined ? earlier : [...earlier, { edit_id, revision, updated_at }].slice(-editIdsKept))
    },
    delete: (id, deleted_at) => change(id, (stored) => ({ ...stored, deleted_at: latest(deleted_at, stored.summary.updated_at) })),
    undelete: (id, name) =>
      change(id, ({ purgeable_since: _since, ...stored }) => ({ ...stored, deleted_at: null, summary: { ...stored.summary, name } })),

    notePurgeable: async (ids, since) => {
      for (const id of ids)
        await change(id, ({ purgeable_since: _since, ...stored }) => (since === null ? stored : { ...stored, purgeable_since: since }))
    },
    purge: async (ids) => {
      for (const id of ids) {
        await writing.delete('scenarios', [id])
        await writing.deleteAll('revisions', [id])
        await writing.deleteAll('revision_states', [id])
      }
      return ids
    },

    keptRevisions: async (id) =>
      (await writing.list('revisions', [id]))
        .reverse()
        .map(({ revision, created_at, bytes, is_whole }) => ({ revision, created_at, bytes, is_whole })),
    branchedAt: async (id) =>
      (await writing.list('scenarios')).flatMap(({ summary }) =>
        summary.parent_id === id && summary.parent_revision !== null ? [summary.parent_revision] : [],
      ),
    makeWhole,
    dropRevisions: async (id, revisions) => {
      for (const revision of revisions) {
        await writing.delete('revisions', [id, revision])
        await writing.delete('revision_states', [id, revision])
      }
    },
    forgetEdits: async () => undefined,
  }
}

const newestFirst = (a: ScenarioSummary, b: ScenarioSummary): number =>
  a.created_at === b.created_at ? (a.id < b.id ? 1 : -1) : a.created_at < b.created_at ? 1 : -1
