/** A migrated, empty database of its own for one test or file. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase, type Database } from '../../server/database/connect.ts'

export interface FreshDatabase {
  /** Of the tables' owner. */
  url: string
  /** A pool as the app uses it, under the app's role. */
  database: Database
  /** Closes the pool and drops the database. */
  close(): Promise<void>
}

/** `through` answers the URL by which the app reaches it. */
export async function freshDatabase({ max = 8, through }: { max?: number; through?: (url: string) => Promise<string> } = {}): Promise<FreshDatabase> {
  const { url, drop } = await emptyDatabase(inject('templateDatabase'))
  const database = openDatabase({ connection: through ? await through(url) : url, max })
  const close = async (): Promise<void> => {
    await database.close()
    await drop()
  }
  return { url, database, close }
}

/** A database without any table, or a copy of another. */
export async function emptyDatabase(from = 'template0'): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const server = inject('postgresUrl')
  await asOwner(server, (client) => client.query(`create database ${name} template ${from}`))
  const url = new URL(server)
  url.pathname = `/${name}`
  const drop = async (): Promise<void> => {
    await asOwner(server, (client) => client.query(`drop database ${name} with (force)`))
  }
  return { url: url.href, drop }
}

/** Runs statements as the tables' owner, whom row-level security lets see all. */
export async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A person to own rows; answers their id. */
export async function addUser(url: string, id: string = randomUUID()): Promise<string> {
  await asOwner(url, (client) => client.query(`insert into "user" (id, name, email) values ($1, $1, $2)`, [id, `${id}@example.com`]))
  return id
}
