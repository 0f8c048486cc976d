/** What a request costs the database by its own counters: the proof that both servers ask the same of it. */
import { asOwner } from './people.ts'
import type { RunResult } from './client.ts'

export type Work = Record<string, number>

/** Runs some requests and answers what one of them took. Connections are closed before counting, as PostgreSQL counts late. */
export async function databaseWork(url: string, run: () => Promise<RunResult>): Promise<Work> {
  const before = await counters(url)
  const { answered } = await run()
  const after = await counters(url)
  return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, (value - before[name]!) / answered]))
}

function counters(url: string): Promise<Work> {
  return asOwner(url, async (client) => {
    await client.query(
      'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    const { rows } = await client.query<Record<string, string>>(`
      select xact_commit as transactions, tup_fetched as "rows fetched", tup_inserted as "rows inserted", tup_updated as "rows updated", tup_deleted as "rows deleted",
        pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') / 1024 as "kB of log"
      from pg_stat_database where datname = current_database()`)
    return Object.fromEntries(Object.entries(rows[0]!).map(([name, value]) => [name, Number(value)]))
  })
}
