/**
 * What happened to an account, for its person to read. Rows are added and never changed; the database keeps the newest of each kind
 * (migrations/0016_account_events.ts). What is stored with something else is noted in its transaction, so that there is neither without the
 * other.
 */
import type { Context } from 'hono'
import { sql, type Kysely } from 'kysely'
import { v7 as newId } from 'uuid'
import type { AccountEvent, AccountEventKind } from '../../core/contract/account-answers.ts'
import { inUserTransaction, type Database } from '../database/connect.ts'
import type { Tables } from '../database/tables.ts'
import { unlessTroubled } from '../database/troubles.ts'
import { networkOf } from './attempts.ts'

/** Of how its browser names itself, that much is kept. */
export const userAgentCharacters = 256

/** Of what it was about. */
export const subjectCharacters = 254

/** From where somebody asked. */
export interface Whence {
  network: string | null
  user_agent: string | null
}

export function whenceOf(c: Context): Whence {
  return {
    network: networkOf(c.get('client_address') as string) || null,
    user_agent: c.req.header('user-agent')?.slice(0, userAgentCharacters) ?? null,
  }
}

export interface Happened extends Partial<Whence> {
  kind: AccountEventKind
  subject?: string | null
  count?: number | null
  token_id?: string | null
}

/** In the transaction of what happened, for that person. */
export async function noteIn(transaction: Kysely<Tables>, user_id: string, happened: Happened): Promise<void> {
  const { kind, subject = null, count = null, token_id = null, network = null, user_agent = null } = happened
  await transaction
    .insertInto('account_events')
    .values({ user_id, id: newId(), kind, subject, count, token_id, network, user_agent })
    .execute()
}

/** Of a plan, under the name that it has then. */
export async function noteOfPlan(
  transaction: Kysely<Tables>,
  user_id: string,
  { kind, scenario_id, token_id }: { kind: AccountEventKind; scenario_id: string; token_id: string | null },
): Promise<void> {
  await sql`
    insert into account_events (user_id, id, kind, subject, token_id)
    select user_id, ${newId()}, ${kind}, name, ${token_id} from planning_scenarios where user_id = ${user_id}
    and id = ${scenario_id}`.execute(transaction)
}

/** Hours in which an export of the same plan by the same token, or by none, is not noted again: a program may ask for one each minute. */
const exportHours = 1

export async function noteExport(
  database: Database,
  user_id: string,
  { subject, token_id }: { subject: string; token_id: string | null },
): Promise<void> {
  const note = (transaction: Kysely<Tables>): Promise<unknown> =>
    sql`
      insert into account_events (user_id, id, kind, subject, token_id) select ${user_id}, ${newId()}, 'plan_exported',
      ${subject}, ${token_id}
      where not exists (
        select from account_events where user_id = ${user_id} and kind = 'plan_exported' and subject = ${subject}
        and token_id is not distinct from ${token_id}::uuid and created_at > now() - make_interval(hours => ${exportHours})
      )`.execute(transaction)
  await unlessTroubled(database.turns.run(user_id, [], () => inUserTransaction(database, user_id, note)))
}

/** After what happened, which stands whether or not it can be noted. */
export async function noteEvent(database: Database, user_id: string, happened: Happened): Promise<void> {
  await unlessTroubled(inUserTransaction(database, user_id, (transaction) => noteIn(transaction, user_id, happened)))
}

const visible = ['id', 'kind', 'subject', 'count', 'network', 'user_agent', 'token_id', 'created_at'] as const

/** Newest first. */
export async function listEvents(database: Database, user_id: string): Promise<AccountEvent[]> {
  return inUserTransaction(
    database,
    user_id,
    (db) =>
      db
        .selectFrom('account_events')
        .select(visible)
        .where('user_id', '=', user_id)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .execute(),
    'read',
  )
}
