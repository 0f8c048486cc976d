import { sql, type Kysely } from 'kysely'

/**
 * How often something was done in a while, by whom is a hash: for rate-limiter-flexible, whose columns these are. `expire` is in milliseconds since
 * 1970. It is nobody's data, so that no row-level security has anything to go by. Unlogged: counting waits for no disk and no standby, and a crash forgets it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create unlogged table rate_limits (key varchar(255) primary key, points integer not null default 0, expire bigint)`.execute(db)
  await sql`create index ix_rate_limits_expire on rate_limits (expire)`.execute(db)
}
