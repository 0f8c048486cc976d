/** The SQL of a plan's revisions: what core/repository/revisions.ts says of them, in rows. */
import { sql } from 'kysely'
import type { RevisionHead } from '../../core/repository/repository-port.ts'
import type { KeptRevision, RevisionRecord } from '../../core/repository/revisions.ts'
import type { RevisionSummary } from '../../core/store.ts'
import { run, type Acting, type Owned } from './owned.ts'

const statements = {
  insertRevision: `insert into planning_revisions (user_id, scenario_id, revision, created_at, change, bytes, name, bills,
    incomes, allocations, goals, actor, token_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
  makeWhole: `update planning_revisions set state = $4, bytes = bytes + $5 where user_id = $1 and scenario_id = $2 and revision = $3
    and state is null`,
  revisionChange: `select change from planning_revisions where user_id = $1 and scenario_id = $2 and revision = $3`,
  revisionRecords: `select revision, state, change from planning_revisions where user_id = $1 and scenario_id = $2 and revision >= $3
    and revision <= coalesce((select min(revision) from planning_revisions where user_id = $1 and scenario_id = $2 and revision >= $3
    and state is not null), 2147483647) order by revision`,
  keptRevisions: `select revision, created_at, bytes, state is not null as is_whole from planning_revisions where user_id = $1
    and scenario_id = $2 order by revision desc`,
}

/** Keeps a revision: who made it, what lists show of it, and the change that led to it. */
export async function keepRevision(
  owned: Acting,
  { id, revision, updated_at, name, counts }: RevisionHead,
  change: string | null,
): Promise<void> {
  const { bills, incomes, allocations, goals } = counts
  const bytes = change === null ? 0 : Buffer.byteLength(change)
  await run(
    owned,
    statements.insertRevision,
    id,
    revision,
    updated_at,
    change,
    bytes,
    name,
    bills,
    incomes,
    allocations,
    goals,
    owned.actor.id,
    owned.actor.token_id,
  )
}

/** One that is whole already stays as it is. */
export async function makeWhole(owned: Owned, id: string, revision: number, state: string): Promise<void> {
  await run(owned, statements.makeWhole, id, revision, state, Buffer.byteLength(state))
}

/** Newest first. */
export async function listRevisionSummaries({ transaction, user_id }: Owned, scenario_id: string): Promise<RevisionSummary[]> {
  const { rows } = await sql<RevisionSummary>`
    select revision, r.created_at, r.name, bills, incomes, allocations, goals, actor,
    case when token_id is null then null else coalesce(t.name, '') end as token, change is not null as has_change
    from planning_revisions r left join api_tokens t on t.user_id = r.user_id and t.id = token_id
    where r.user_id = ${user_id} and scenario_id = ${scenario_id} order by revision desc`.execute(transaction)
  return rows
}

export async function revisionChange(owned: Owned, scenario_id: string, revision: number): Promise<string | null> {
  return (await run<{ change: string | null }>(owned, statements.revisionChange, scenario_id, revision))[0]?.change ?? null
}

export async function revisionRecords(owned: Owned, scenario_id: string, revision: number): Promise<RevisionRecord[]> {
  const records = await run<RevisionRecord>(owned, statements.revisionRecords, scenario_id, revision)
  if (records[0]?.revision !== revision) return []
  owned.weigh?.({ text_bytes: records.reduce((bytes, { state, change }) => bytes + (state?.length ?? 0) + (change?.length ?? 0), 0) })
  return records
}

export const keptRevisions = (owned: Owned, scenario_id: string): Promise<KeptRevision[]> =>
  run<KeptRevision>(owned, statements.keptRevisions, scenario_id)

export async function branchedAt({ transaction, user_id }: Owned, id: string): Promise<number[]> {
  const branches = await transaction
    .selectFrom('planning_scenarios')
    .select('parent_revision')
    .where('user_id', '=', user_id)
    .where('parent_id', '=', id)
    .where('parent_revision', 'is not', null)
    .execute()
  return branches.map(({ parent_revision }) => parent_revision!)
}

export async function dropRevisions({ transaction, user_id }: Owned, scenario_id: string, revisions: number[]): Promise<void> {
  await sql`delete from planning_revisions where user_id = ${user_id} and scenario_id = ${scenario_id}
    and revision = any(${revisions}::integer[])`.execute(transaction)
}

export async function forgetEdits({ transaction, user_id }: Owned, scenario_id: string, revision: number): Promise<void> {
  await transaction
    .deleteFrom('planning_edits')
    .where('user_id', '=', user_id)
    .where('scenario_id', '=', scenario_id)
    .where('revision', '<=', revision)
    .execute()
}
