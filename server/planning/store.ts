/**
 * The SQL of planning: a scenario with its rows as core knows it, read and written in few statements. Every function
 * works in a transaction of the scenario's owner (inUserTransaction), on that owner's rows alone.
 */
import { sql } from 'kysely'
import { limits } from '../../core/limits.ts'
import { problem } from '../../core/problem.ts'
import { revisionHead, type Named, type Refused } from '../../core/repository/repository-port.ts'
import {
  collections,
  parentageFields,
  scenarioFieldNames,
  type Collection,
  type Rows,
  type Scenario,
  type ScenarioSummary,
} from '../../core/scenario.ts'
import type { DeletedScenario, StoreResult } from '../../core/store.ts'
import { changingColumns, type Difference } from './difference.ts'
import { keepRevision, makeWhole } from './history.ts'
import { run, type Acting, type Owned } from './owned.ts'

const parentageColumns = Object.keys(parentageFields) as (keyof typeof parentageFields)[]
export const summaryColumns = ['id', ...scenarioFieldNames, ...parentageColumns, 'revision', 'created_at', 'updated_at'] as const

export const rowTables = {
  bills: 'planned_bills',
  incomes: 'planned_incomes',
  allocations: 'scenario_allocations',
  goals: 'scenario_goals',
  accounts: 'scenario_accounts',
  transfers: 'planned_transfers',
} as const

const rowHead = { id: 'uuid', position: 'integer', created_at: 'timestamptz', updated_at: 'timestamptz' } as const
const dated = {
  ...rowHead,
  name: 'text',
  amount_cents: 'bigint',
  due_date: 'date',
  category: 'text',
  predicted: 'boolean',
  schedule: 'json',
  amount_low_cents: 'bigint',
  amount_high_cents: 'bigint',
  exceptions: 'json',
  changes: 'json',
  evidence: 'json',
} as const
const payment = { ...dated, account_id: 'uuid' } as const

/** The columns of a row beside its key's first two, with their types as JSON brings them. */
export const rowColumns = {
  bills: { ...payment, spread: 'boolean' },
  incomes: payment,
  allocations: { ...rowHead, target: 'text', kind: 'allocation_type', value: 'bigint', base: 'allocation_base', keeps_filling: 'boolean' },
  goals: { ...rowHead, name: 'text', target_cents: 'bigint', target_date: 'date' },
  accounts: {
    ...rowHead,
    name: 'text',
    kind: 'account_kind',
    balance_cents: 'bigint',
    floor_cents: 'bigint',
    interest: 'json',
    card: 'json',
    exceptions: 'json',
  },
  transfers: { ...dated, from_account_id: 'uuid', to_account_id: 'uuid' },
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
  lockedScenario: `select ${summaryColumns.join(', ')} from planning_scenarios where user_id = $1 and id = $2 and deleted_at is null
    for no key update`,
  insertScenario: `insert into planning_scenarios (user_id, ${summaryColumns.join(', ')})
    values ($1, ${summaryColumns.map((_, index) => `$${index + 2}`).join(', ')})`,
  updateScenario: `update planning_scenarios set ${changingColumns.map((name, index) => `${name} = $${index + 3}`).join(', ')}
    where user_id = $1 and id = $2`,
  touchScenario: `update planning_scenarios set revision = $3, updated_at = $4 where user_id = $1 and id = $2`,
  select: ofEach(selectRows),
  /** One for however many rows: they come as JSON. */
  upsert: ofEach(upsertRows),
  delete: ofEach((collection) => `delete from ${rowTables[collection]} where user_id = $1 and scenario_id = $2 and id = any($3::uuid[])`),
  storedEdit: `select revision, updated_at from planning_edits where user_id = $1 and scenario_id = $2 and edit_id = $3`,
  insertEdit: `insert into planning_edits (user_id, scenario_id, edit_id, revision, updated_at) values ($1, $2, $3, $4, $5)`,
}

function ofEach(statementFor: (collection: Collection) => string): Record<Collection, string> {
  return Object.fromEntries(collections.map((collection) => [collection, statementFor(collection)])) as Record<Collection, string>
}

function selectRows(collection: Collection): string {
  return `select ${Object.keys(rowColumns[collection]).join(', ')} from ${rowTables[collection]} where user_id = $1
    and scenario_id = $2 order by position`
}

function upsertRows(collection: Collection): string {
  const names = Object.keys(rowColumns[collection])
  const typed = Object.entries(rowColumns[collection]).map(([name, type]) => `${name} ${type}`)
  const taken = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`)
  return `insert into ${rowTables[collection]} (user_id, scenario_id, ${names.join(', ')})
    select $1, $2, ${names.join(', ')} from json_to_recordset($3) as given (${typed.join(', ')})
    on conflict (user_id, scenario_id, id) do update set ${taken.join(', ')}`
}

/** The statements go out together and run in this order: those after a lock see what the last writer has committed. */
async function readParts(owned: Owned, id: string, statement: string): Promise<Scenario | null> {
  const rowsOf = async (collection: Collection) =>
    [collection, await run<Rows[Collection]>(owned, statements.select[collection], id)] as const
  const [found, ...lists] = await Promise.all([run<ScenarioSummary>(owned, statement, id), ...collections.map(rowsOf)])
  return found[0] ? weighed(owned, { ...found[0], ...Object.fromEntries(lists) } as Scenario) : null
}

function weighed({ weigh }: Owned, scenario: Scenario): Scenario {
  weigh?.({ plans: [scenario] })
  return scenario
}

/** The revision each plan is at. */
export async function listRevisionsOfPlans({ line, user_id }: Owned): Promise<Map<string, number>> {
  const found = await line.ask<{ id: string; revision: number }>(
    'select id, revision from planning_scenarios where user_id = $1 and deleted_at is null',
    [user_id],
  )
  return new Map(found.map(({ id, revision }) => [id, revision]))
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

/** Hundreds of plans may each hold as much in their lists as one may; together they are told up to a limit. */
async function tooLargeToList({ transaction, user_id, weigh }: Owned): Promise<Refused | null> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(octet_length(opening_pots::text) + octet_length(dismissed::text) + octet_length(bank_links::text)),
    0)::bigint as bytes from planning_scenarios where user_id = ${user_id}`.execute(transaction)
  const { bytes } = rows[0]!
  weigh?.({ text_bytes: bytes })
  if (bytes <= limits.summaries_bytes) return null
  return { ok: false, problems: [problem('answer_is_too_large.list', '', { bytes, most: limits.summaries_bytes })] }
}

/** Newest first. */
export async function listSummaries(owned: Owned): Promise<StoreResult<ScenarioSummary[]>> {
  const { transaction, user_id } = owned
  const refusal = await tooLargeToList(owned)
  if (refusal) return refusal
  const value = await transaction
    .selectFrom('planning_scenarios')
    .select(summaryColumns)
    .where('user_id', '=', user_id)
    .where('deleted_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return { ok: true, value }
}

/** Latest first. */
export async function listDeletedSummaries(owned: Owned, deletedAfter: string): Promise<StoreResult<DeletedScenario[]>> {
  const { transaction, user_id } = owned
  const refusal = await tooLargeToList(owned)
  if (refusal) return refusal
  const value = await transaction
    .selectFrom('planning_scenarios')
    .select([...summaryColumns, sql<string>`deleted_at`.as('deleted_at')])
    .where('user_id', '=', user_id)
    .where('deleted_at', '>', deletedAfter)
    .orderBy('deleted_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return { ok: true, value }
}

export async function scenarioExists({ transaction, user_id }: Owned, id: string): Promise<boolean> {
  const found = await transaction
    .selectFrom('planning_scenarios')
    .select('id')
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** The id and name of each of the user's scenarios, deleted ones too. */
export async function listNames({ transaction, user_id }: Owned): Promise<Named[]> {
  return transaction
    .selectFrom('planning_scenarios')
    .select(['id', 'name', sql<boolean>`deleted_at is not null`.as('is_deleted')])
    .where('user_id', '=', user_id)
    .execute()
}

/** The day of deletion is at no time before the last change, so that a clock that is behind shortens no days of keeping. */
export async function deleteScenario({ transaction, user_id }: Owned, id: string, deleted_at: string): Promise<void> {
  await transaction
    .updateTable('planning_scenarios')
    .set({ deleted_at: sql<string>`greatest(${deleted_at}::timestamptz, now(), updated_at)`, purgeable_since: null })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
}

export async function undeleteScenario({ transaction, user_id }: Owned, id: string, name: string): Promise<void> {
  await transaction
    .updateTable('planning_scenarios')
    .set({ deleted_at: null, purgeable_since: null, name })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
}

export function insertScenario(owned: Acting, scenario: Scenario): void {
  const values = summaryColumns.map((column) => (Array.isArray(scenario[column]) ? JSON.stringify(scenario[column]) : scenario[column]))
  const underWay = [
    run(owned, statements.insertScenario, ...(values as [string, ...unknown[]])),
    ...collections.flatMap((collection) =>
      scenario[collection].length === 0 ? [] : putRows(owned, scenario.id, collection, JSON.stringify(scenario[collection])),
    ),
    keepRevision(owned, revisionHead(scenario), null),
  ]
  for (const sent of underWay) owned.line.along(sent)
}

/**
 * What became of an edit that was sent under this id before; null when none was stored. Asked along with the lock, it sees what the last
 * writer has committed.
 */
export async function readStoredEdit(
  owned: Owned,
  scenario_id: string,
  edit_id: string,
): Promise<{ revision: number; updated_at: string } | null> {
  return (await run<{ revision: number; updated_at: string }>(owned, statements.storedEdit, scenario_id, edit_id))[0] ?? null
}

/**
 * Writes what differs from a state of a scenario whose row is locked, keeps the change as a revision, and remembers the edit's id.
 * Nothing here needs an answer: the commit goes out behind it.
 */
export function writeDifference(owned: Acting, difference: Difference, edit_id?: string): void {
  const { id, revision, updated_at, values, gone, put, kept } = difference
  const underWay = [
    values ? run(owned, statements.updateScenario, id, ...values) : run(owned, statements.touchScenario, id, revision, updated_at),
    ...(kept.state_before === null ? [] : [makeWhole(owned, id, revision - 1, kept.state_before)]),
    keepRevision(owned, difference, kept.change),
    ...(edit_id === undefined ? [] : [run(owned, statements.insertEdit, id, edit_id, revision, updated_at)]),
    ...collections.flatMap((collection) => [
      ...deleteRows(owned, id, collection, gone[collection] ?? []),
      ...putRows(owned, id, collection, put[collection]),
    ]),
  ]
  for (const sent of underWay) owned.line.along(sent)
}

/** One statement, or none. */
function putRows(owned: Owned, scenario_id: string, collection: Collection, rows: string | undefined): Promise<unknown>[] {
  return rows === undefined ? [] : [run(owned, statements.upsert[collection], scenario_id, rows)]
}

function deleteRows(owned: Owned, scenario_id: string, collection: Collection, ids: readonly string[]): Promise<unknown>[] {
  return ids.length === 0 ? [] : [run(owned, statements.delete[collection], scenario_id, ids)]
}
