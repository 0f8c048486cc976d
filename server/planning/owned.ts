/** A transaction of somebody's, and how a statement is run in it. */
import { CompiledQuery, type Kysely } from 'kysely'
import type { Actor } from '../../core/repository-port.ts'
import type { Tables } from '../database/tables.ts'

/** A transaction, and whose rows it is about. */
export interface Owned {
  transaction: Kysely<Tables>
  user_id: string
}

/** One that changes them. */
export interface Acting extends Owned {
  actor: Actor
}

/** Runs a statement on a scenario of the owner, its first two values; answers the rows. */
export async function run<T>({ transaction, user_id }: Owned, statement: string, scenario_id: string, ...values: unknown[]): Promise<T[]> {
  const { rows } = await transaction.executeQuery<T>(CompiledQuery.raw(statement, [user_id, scenario_id, ...values]))
  return rows
}
