/** One connection of the tables' owner, for commands. */
import pg from 'pg'
import { Refusal } from '../refusal.ts'

/** Connects; whatever stands in the way, from a wrong host to a wrong password, is said in a sentence without the password. */
export async function openClient(connection: string, setting = 'DATABASE_URL'): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: connection, connectionTimeoutMillis: 30_000 })
  // A connection that breaks later is reported by the query that meets it.
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end()
    const { message, code } = error as Error & { code?: string }
    const { host, pathname } = new URL(connection)
    throw new Refusal(`The database ${host}${pathname} cannot be opened (${message || code}). Check ${setting}, and that the server runs.`)
  }
}
