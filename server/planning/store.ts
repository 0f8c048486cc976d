/**
 * The SQL of planning: a scenario with its rows as core knows it, read and written in few statements. Every function
 * works in a transaction of the scenario's owner (inUserTransaction), on that owner's rows alone.
 */
import { CompiledQuery, sql, type Kysely } from 'kysely'
import { limits } from '../../core/limits.ts'
import { collections, parentageFields, scenarioFieldNames, summaryOf, upgradeScenario, type Collection, type Rows, type Scenario, type ScenarioSummary } from '../../core/scenario.ts'
import type { DeletedScenario, RevisionSummary } from '../../core/store.ts'
import type { Tables } from '../database/tables.ts'
import { changingColumns, type Difference } from './difference.ts'

/** A transaction, and whose rows it is about. */
export interface Owned {
  transaction: Kysely<Tables>
  user_id: string
}

const parentageColumns = Object.keys(parentageFields) as (keyof typeof parentageFields)[]
const summaryColumns = ['id', ...scenarioFieldNames, ...parentageColumns, 'revision', 'created_at', 'updated_at'] as const

const rowTables = { bills: 'planned_bills', incomes: 'planned_incomes', allocations: 'scenario_allocations', goals: 'scenario_goals' } as const

const rowHead = { id: 'uuid', position: 'integer', created_at: 'timestamptz', updated_at: 'timestamptz' } as const
const payment = {
  ...rowHead, name: 'text', amount_cents: 'bigint', due_date: 'date', category: 'text', predicted: 'boolean',
  schedule: 'json', amount_low_cents: 'bigint', amount_high_cents: 'bigint', settled: 'json', evidence: 'json',
} as const

/** The columns of a row beside its key's first two, with their types as JSON brings them. */
const rowColumns = {
  bills: payment,
  incomes: payment,
  allocations: { ...rowHead, target: 'text', kind: 'allocation_type', value: 'bigint', base: 'allocation_base', keeps_filling: 'boolean' },
  goals: { ...rowHead, name: 'text', target_cents: 'bigint', target_date: 'date' },
} as const satisfies { [C in Collection]: Record<keyof Rows[C], string> }

/** The scenario in a transaction to read, which shows one moment. Null when there is none, or it is deleted. */
export async function readScenario(owned: Owned, id: string): Promise<Scenario | null> {
  return readParts(owned, id, statements.scenario)
}

/** The same, with the scenario's row locked: its writers come here one after another. */
export async function lockScenario(owned: Owned, id: string): Promise<Scenario | null> {
  return readParts(owned, id, statements.lockedScenario)
}

/** The statements of every read and write; as texts, which need no building each time. */
const statements = {
  scenario: `select ${summaryColumns.join(', ')} from planning_scenarios where user_id = $1 and id = $2 and deleted_at is null`,
  lockedScenario: `select ${summaryColumns.join(', ')} from planning_scenarios where user_id = $1 and id = $2 and deleted_at is null for no key update`,
  updateScenario: `update planning_scenarios set ${changingColumns.map((name, index) => `${name} = $${index + 3}`).join(', ')} where user_id = $1 and id = $2`,
  select: ofEach(selectRows),
  /** One for however many rows: they come as JSON. */
  upsert: ofEach(upsertRows),
  storedEdit: `select revision, updated_at from planning_edits where user_id = $1 and scenario_id = $2 and edit_id = $3`,
  insertEdit: `insert into planning_edits (user_id, scenario_id, edit_id, revision, updated_at) values ($1, $2, $3, $4, $5)`,
  insertRevision: `insert into planning_revisions (user_id, scenario_id, revision, state, bytes, created_at) values ($1, $2, $3, $4, $5, $6)`,
}

function ofEach(statementFor: (collection: Collection) => string): Record<Collection, string> {
  return { bills: statementFor('bills'), incomes: statementFor('incomes'), allocations: statementFor('allocations'), goals: statementFor('goals') }
}

function selectRows(collection: Collection): string {
  return `select ${Object.keys(rowColumns[collection]).join(', ')} from ${rowTables[collection]} where user_id = $1 and scenario_id = $2 order by position`
}

function upsertRows(collection: Collection): string {
  const names = Object.keys(rowColumns[collection])
  const typed = Object.entries(rowColumns[collection]).map(([name, type]) => `${name} ${type}`)
  const taken = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`)
  return `insert into ${rowTables[collection]} (user_id, scenario_id, ${names.join(', ')})
    select $1, $2, ${names.join(', ')} from json_to_recordset($3) as given (${typed.join(', ')})
    on conflict (user_id, scenario_id, id) do update set ${taken.join(', ')}`
}

/** Runs a statement on a scenario of the owner, its first two values; answers the rows. */
async function run<T>({ transaction, user_id }: Owned, statement: string, scenario_id: string, ...values: unknown[]): Promise<T[]> {
  const { rows } = await transaction.executeQuery<T>(CompiledQuery.raw(statement, [user_id, scenario_id, ...values]))
  return rows
}

/** Waits for statements that went out together. The first to fail tells why; those after it only fail along. */
async function together(underWay: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(underWay)
  for (const statement of underWay) await statement
}

/** The statements go out together and run in this order: those after a lock see what the last writer has committed. */
async function readParts(owned: Owned, id: string, statement: string): Promise<Scenario | null> {
  const rowsOf = <C extends Collection>(collection: C): Promise<Rows[C][]> => run<Rows[C]>(owned, statements.select[collection], id)
  const [found, bills, incomes, allocations, goals] = await Promise.all([run<ScenarioSummary>(owned, statement, id), rowsOf('bills'), rowsOf('incomes'), rowsOf('allocations'), rowsOf('goals')])
  return found[0] ? { ...found[0], bills, incomes, allocations, goals } : null
}

/** A deleted scenario's row, locked. */
export async function lockDeleted({ transaction, user_id }: Owned, id: string, deletedAfter: string): Promise<ScenarioSummary | null> {
  const found = await transaction
    .selectFrom('planning_scenarios')
    .select(summaryColumns)
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .where('deleted_at', '>', deletedAfter)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return found ?? null
}

/** Queues those who add to a user's scenarios or their names. False when there is no such user any more. */
export async function lockUser({ transaction, user_id }: Owned): Promise<boolean> {
  const found = await transaction.selectFrom('user').select('id').where('id', '=', user_id).forNoKeyUpdate().executeTakeFirst()
  return found !== undefined
}

/** Bytes of the lists that summaries bring along, of all the user's scenarios. */
export async function summariesBytes({ transaction, user_id }: Owned): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(octet_length(opening_pots::text) + octet_length(dismissed::text)), 0)::bigint as bytes from planning_scenarios where user_id = ${user_id}`.execute(transaction)
  return rows[0]!.bytes
}

/** Newest first. */
export async function listSummaries({ transaction, user_id }: Owned): Promise<ScenarioSummary[]> {
  return transaction
    .selectFrom('planning_scenarios')
    .select(summaryColumns)
    .where('user_id', '=', user_id)
    .where('deleted_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Latest first. */
export async function listDeletedSummaries({ transaction, user_id }: Owned, deletedAfter: string): Promise<DeletedScenario[]> {
  return transaction
    .selectFrom('planning_scenarios')
    .select([...summaryColumns, sql<string>`deleted_at`.as('deleted_at')])
    .where('user_id', '=', user_id)
    .where('deleted_at', '>', deletedAfter)
    .orderBy('deleted_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function scenarioExists({ transaction, user_id }: Owned, id: string): Promise<boolean> {
  const found = await transaction.selectFrom('planning_scenarios').select('id').where('user_id', '=', user_id).where('id', '=', id).where('deleted_at', 'is', null).executeTakeFirst()
  return found !== undefined
}

/** The id and name of each of the user's scenarios, deleted ones too. */
export async function listNames({ transaction, user_id }: Owned): Promise<{ id: string; name: string; is_deleted: boolean }[]> {
  return transaction
    .selectFrom('planning_scenarios')
    .select(['id', 'name', sql<boolean>`deleted_at is not null`.as('is_deleted')])
    .where('user_id', '=', user_id)
    .execute()
}

/** The day of deletion is at no time before the last change, so that a clock that is behind shortens no days of keeping. */
export async function deleteScenario({ transaction, user_id }: Owned, id: string, deleted_at: string): Promise<void> {
  await transaction.updateTable('planning_scenarios').set({ deleted_at: sql<string>`greatest(${deleted_at}::timestamptz, now(), updated_at)`, purgeable_since: null }).where('user_id', '=', user_id).where('id', '=', id).execute()
}

export async function undeleteScenario({ transaction, user_id }: Owned, id: string, name: string): Promise<void> {
  await transaction.updateTable('planning_scenarios').set({ deleted_at: null, purgeable_since: null, name }).where('user_id', '=', user_id).where('id', '=', id).execute()
}

export async function insertScenario(owned: Owned, scenario: Scenario): Promise<void> {
  const { opening_pots, dismissed, ...own } = summaryOf(scenario)
  await together([
    owned.transaction.insertInto('planning_scenarios').values({ ...own, opening_pots: JSON.stringify(opening_pots), dismissed: JSON.stringify(dismissed), user_id: owned.user_id, deleted_at: null }).execute(),
    ...collections.flatMap((collection) => (scenario[collection].length === 0 ? [] : putRows(owned, scenario.id, collection, JSON.stringify(scenario[collection])))),
    keepRevision(owned, scenario, JSON.stringify(scenario)),
  ])
}

/** What became of an edit that was sent under this id before; null when none was stored. Asked along with the lock, it sees what the last writer has committed. */
export async function readStoredEdit(owned: Owned, scenario_id: string, edit_id: string): Promise<{ revision: number; updated_at: string } | null> {
  return (await run<{ revision: number; updated_at: string }>(owned, statements.storedEdit, scenario_id, edit_id))[0] ?? null
}

/** Writes what differs from a state of a scenario whose row is locked, keeps the new one as a revision, and remembers the edit's id. */
export async function writeDifference(owned: Owned, difference: Difference, edit_id?: string): Promise<void> {
  const { id, values, gone, put } = difference
  const bytes = keepRevision(owned, difference, difference.state)
  await together([
    bytes,
    run(owned, statements.updateScenario, id, ...values),
    ...(edit_id === undefined ? [] : [run(owned, statements.insertEdit, id, edit_id, difference.revision, difference.updated_at)]),
    ...collections.flatMap((collection) => [...deleteRows(owned, id, collection, gone[collection] ?? []), ...putRows(owned, id, collection, put[collection])]),
  ])
  if (difference.revision % writesBetweenPrunes === 0 || (await bytes) > bytesPrunedAtOnce) await pruneRevisions(owned, difference)
}

/** One statement, or none. */
function putRows(owned: Owned, scenario_id: string, collection: Collection, rows: string | undefined): Promise<unknown>[] {
  return rows === undefined ? [] : [run(owned, statements.upsert[collection], scenario_id, rows)]
}

function deleteRows({ transaction, user_id }: Owned, scenario_id: string, collection: Collection, ids: readonly string[]): Promise<unknown>[] {
  if (ids.length === 0) return []
  return [sql`delete from ${sql.table(rowTables[collection])} where user_id = ${user_id} and scenario_id = ${scenario_id} and id = any(${ids}::uuid[])`.execute(transaction)]
}

/** Keeps the state a change led to; answers its size in bytes. */
async function keepRevision(owned: Owned, scenario: Pick<Scenario, 'id' | 'revision' | 'updated_at'>, state: string): Promise<number> {
  const bytes = Buffer.byteLength(state)
  await run(owned, statements.insertRevision, scenario.id, scenario.revision, state, bytes, scenario.updated_at)
  return bytes
}

/** Pruning is not for every write; small states can wait a few, large ones would pile up. */
const writesBetweenPrunes = 10
const bytesPrunedAtOnce = 128 * 1024

/**
 * Keeps the last 200 and before them the last of each day, of these the newest that fit the bytes; always the current one,
 * and those at which branches parted, of deleted branches too while they can be restored. Ids of edits go with their age alone.
 */
async function pruneRevisions(owned: Owned, scenario: Pick<Scenario, 'id' | 'revision' | 'branch_revision'>): Promise<void> {
  const { transaction, user_id } = owned
  await transaction.deleteFrom('planning_edits').where('user_id', '=', user_id).where('scenario_id', '=', scenario.id).where('revision', '<=', scenario.revision - limits.edit_ids_kept).execute()
  await sql`
    delete from planning_revisions where user_id = ${user_id} and scenario_id = ${scenario.id} and revision < ${scenario.revision}
    and revision is distinct from ${scenario.branch_revision}::integer
    and revision not in (select parent_revision from planning_scenarios where user_id = ${user_id} and parent_id = ${scenario.id} and parent_revision is not null)
    and revision not in (
      select revision from (
        select revision, sum(bytes) over (order by revision desc) as bytes_from_here from (
          select revision, bytes, row_number() over (order by revision desc) as nth,
            row_number() over (partition by (created_at at time zone 'UTC')::date order by revision desc) as nth_of_day
          from planning_revisions where user_id = ${user_id} and scenario_id = ${scenario.id}
        ) as counted where nth <= ${limits.revisions_kept} or nth_of_day = 1
      ) as weighed where bytes_from_here <= ${limits.revision_bytes_per_scenario}
    )`.execute(transaction)
}

/** Newest first. */
export async function listRevisionSummaries({ transaction, user_id }: Owned, scenario_id: string): Promise<RevisionSummary[]> {
  const { rows } = await sql<RevisionSummary>`
    select revision, created_at, name, json_array_length(bills) as bills, coalesce(json_array_length(incomes), 0) as incomes,
      json_array_length(allocations) as allocations, coalesce(json_array_length(goals), 0) as goals
    from planning_revisions, json_to_record(state::json) as state_of (name text, bills json, incomes json, allocations json, goals json)
    where user_id = ${user_id} and scenario_id = ${scenario_id} order by revision desc`.execute(transaction)
  return rows
}

export async function readRevision({ transaction, user_id }: Owned, scenario_id: string, revision: number): Promise<Scenario | null> {
  const found = await transaction
    .selectFrom('planning_revisions')
    .select('state')
    .where('user_id', '=', user_id)
    .where('scenario_id', '=', scenario_id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return found ? upgradeScenario(JSON.parse(found.state) as Scenario) : null
}
