/** A migrated, empty database of its own for one test or file. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { appConnection } from '../../server/database/appLogin.ts'
import { defaultRole } from '../../server/database/appRole.ts'
import { openDatabase, type Database } from '../../server/database/connect.ts'

export interface FreshDatabase {
  /** Of the tables' owner. */
  url: string
  /** Of the app's role. */
  appUrl: string
  /** A pool as the app uses it. */
  database: Database
  /** Closes the pool, if no test has, and drops the database. */
  close(): Promise<void>
}

/** `through` answers the URL by which the app reaches it. */
export async function freshDatabase({
  max = 8,
  through,
}: { max?: number; through?: (url: string) => Promise<string> } = {}): Promise<FreshDatabase> {
  const { url, drop } = await emptyDatabase(inject('templateDatabase'))
  const { role, password } = inject('appLogin')
  const appUrl = Object.assign(new URL(url), { username: role, password }).href
  const database = openDatabase({ connection: through ? await through(appUrl) : appUrl, max })
  const close = async (): Promise<void> => {
    if (!database.pool.ended) await database.close()
    await drop()
  }
  return { url, appUrl, database, close }
}

/** A database without any table, or a copy of another. */
export async function emptyDatabase(from = 'template0'): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const server = inject('postgresUrl')
  await asOwner(server, (client) => client.query(`create database ${name} template ${from}`))
  const url = new URL(server)
  url.pathname = `/${name}`
  const drop = async (): Promise<void> => {
    await asOwner(server, async (client) => {
      await dropDatabase(client, name)
      await client.query(`drop role if exists ${defaultRole(name)}`)
    })
  }
  return { url: url.href, drop }
}

/** An owner who is no superuser may not end what other roles have open; it ends by itself when its pool is closed. */
async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  const insufficientPrivilege = '42501'
  for (let tries = 0; ; tries += 1) {
    try {
      await client.query(`drop database ${name} with (force)`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== insufficientPrivilege || tries === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** The way the app would take into a database that has been migrated. */
export const appUrlOf = (url: string): Promise<string> =>
  appConnection({ connection: url, app_url: null, secret: 'the secret of an app of these tests' })

/** Runs statements as the tables' owner, whom row-level security lets see all. */
export async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
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
