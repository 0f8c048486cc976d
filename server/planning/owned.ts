/** A transaction of somebody's, and how a statement is run in it. */
import type { Kysely } from 'kysely'
import type { Actor } from '../../core/repository/repository-port.ts'
import type { Line } from '../database/connect.ts'
import type { Tables } from '../database/tables.ts'
import type { Weigh } from '../heavy/bounds.ts'

/** A transaction, and whose rows it is about. */
export interface Owned {
  transaction: Kysely<Tables>
  line: Line
  user_id: string
  /** Is told what is read, and may end the transaction by throwing. */
  weigh?: Weigh
}

/** One that changes them. */
export interface Acting extends Owned {
  actor: Actor
}

/** Runs a statement on a scenario of the owner, its first two values; answers the rows. */
export function run<T>({ line, user_id }: Owned, statement: string, scenario_id: string, ...values: unknown[]): Promise<T[]> {
  return line.ask<T>(statement, [user_id, scenario_id, ...values])
}
