import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql, type Kysely } from 'kysely'
import pg from 'pg'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { openDatabase } from '../../server/database/connect.ts'
import { migrate } from '../../server/database/migrate.ts'
import { migrations } from '../../server/database/migrations/list.ts'
import { asOwner, emptyDatabase } from './freshDatabase.ts'

const clearUp: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of clearUp.splice(0).reverse()) await step()
})

const empty = async (): Promise<string> => {
  const { url, drop } = await emptyDatabase()
  clearUp.push(drop)
  return url
}
const tables = (url: string): Promise<string[]> =>
  asOwner(url, async (client) => (await client.query(`select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`)).rows.map((row) => row.relname))
const appliedTo = (url: string): Promise<string[]> => asOwner(url, async (client) => (await client.query('select name from kysely_migration order by 1')).rows.map((row) => row.name))

describe('migrations', () => {
  test('bring an empty database to the newest schema, and find nothing to do the second time', async () => {
    const url = await empty()
    expect(await migrate({ connection: url })).toEqual(Object.keys(migrations))
    expect(await tables(url)).toEqual(expect.arrayContaining(['planned_bills', 'planning_revisions', 'planning_scenarios', 'scenario_allocations', 'user']))
    expect(await migrate({ connection: url })).toEqual([])
  })

  test('ten apps that start at once migrate once', async () => {
    const url = await empty()
    const all = await Promise.all(Array.from({ length: 10 }, () => migrate({ connection: url })))
    expect(all.flat().sort()).toEqual(Object.keys(migrations))
  })

  test('several databases of one server migrate at once, each whole', async () => {
    const urls = await Promise.all(Array.from({ length: 4 }, empty))
    for (const applied of await Promise.all(urls.map((url) => migrate({ connection: url })))) expect(applied).toEqual(Object.keys(migrations))
  })

  test('a database with a newer schema is refused with a sentence and left as it is', async () => {
    const url = await empty()
    await migrate({ connection: url })
    await asOwner(url, (client) => client.query(`insert into kysely_migration values ('9999_the_future', '2099-01-01T00:00:00Z')`))
    const before = await tables(url)
    await expect(migrate({ connection: url })).rejects.toThrow('The database has a newer schema than this app (9999_the_future).')
    expect(await tables(url)).toEqual(before)
  })

  test('a server that cannot be reached is named in a sentence, without the password', async () => {
    const refused = migrate({ connection: 'postgresql://ana:hunter2@127.0.0.1:1/plans' })
    await expect(refused).rejects.toThrow(/^The database 127\.0\.0\.1:1\/plans cannot be opened \(.*ECONNREFUSED.*\)\. Check DATABASE_URL, and that the server runs\.$/)
    await expect(refused).rejects.not.toThrow('hunter2')
  })

  test('one that fails leaves the version before it whole', async () => {
    const url = await empty()
    const half = {
      ...migrations,
      '9000_half': {
        up: async (db: Kysely<unknown>) => {
          await sql`create table half_way (id integer)`.execute(db)
          await sql`select 1 / 0`.execute(db)
        },
      },
    }
    await expect(migrate({ connection: url, migrations: half })).rejects.toThrow('division by zero')
    expect(await appliedTo(url)).toEqual(Object.keys(migrations))
    expect(await tables(url)).not.toContain('half_way')
    expect(await migrate({ connection: url })).toEqual([])
  })

  test('a process killed in the middle of one leaves the version before it whole, and the next run completes', async () => {
    const url = await empty()
    const slow = `
      import { migrate } from ${JSON.stringify(new URL('../../server/database/migrate.ts', import.meta.url).href)}
      import { migrations } from ${JSON.stringify(new URL('../../server/database/migrations/list.ts', import.meta.url).href)}
      const last = Object.keys(migrations).at(-1)
      const up = async (db) => {
        await migrations[last].up(db)
        console.log('half way')
        await new Promise(() => setInterval(() => {}, 1000))
      }
      await migrate({ connection: process.argv[1], migrations: { ...migrations, [last]: { up } } })`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', slow, url], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await appliedTo(url)).toEqual(Object.keys(migrations).slice(0, -1))
    expect(await migrate({ connection: url })).toEqual(Object.keys(migrations).slice(-1))
  })
})

describe('the app’s role', () => {
  test('is enough for a database user who is not superuser but may make roles or was granted it', async () => {
    const { url, drop } = await emptyDatabase()
    const name = new URL(url).pathname.slice(1)
    const person = `owner_of_${name}`
    await asOwner(url, async (client) => {
      await client.query(`create role ${person} login password 'x'; grant ${person} to current_user; alter database ${name} owner to ${person}`)
      await client.query(`do $$ begin if not exists (select from pg_roles where rolname = 'pynance_app') then create role pynance_app nologin; end if; end $$`)
      await client.query(`grant pynance_app to ${person}`)
    })
    clearUp.push(async () => {
      await drop()
      await asOwner(inject('postgresUrl'), (client) => client.query(`drop role ${person}`))
    })
    const theirs = new URL(url)
    theirs.username = person
    theirs.password = 'x'
    await migrate({ connection: theirs.href })
    const database = openDatabase({ connection: theirs.href, max: 1 })
    const { rows } = await sql<object>`select current_user as role, session_user = ${person} as logged_in`.execute(database.db)
    expect(rows).toEqual([{ role: 'pynance_app', logged_in: true }])
    await database.close()
  })

  test('is asked for in a sentence where the database user may not make or take it', async () => {
    const url = await empty()
    const person = `stranger_to_${new URL(url).pathname.slice(1)}`
    await asOwner(url, (client) => client.query(`create role ${person} login password 'x'`))
    clearUp.push(() => asOwner(url, async (client) => void (await client.query(`drop role ${person}`))))
    const theirs = new URL(url)
    theirs.username = person
    theirs.password = 'x'
    await expect(migrate({ connection: theirs.href })).rejects.toThrow('As an administrator run: CREATE ROLE pynance_app NOLOGIN; GRANT pynance_app TO')
  })

  test('is never left out: a user who may not take it gets no connection at all', async () => {
    const url = await empty()
    await migrate({ connection: url })
    const person = `outsider_of_${new URL(url).pathname.slice(1)}`
    await asOwner(url, (client) => client.query(`create role ${person} login password 'x'`))
    clearUp.push(() => asOwner(url, async (client) => void (await client.query(`drop role ${person}`))))
    const theirs = new URL(url)
    theirs.username = person
    theirs.password = 'x'
    const database = openDatabase({ connection: theirs.href, max: 1 })
    await expect(sql`select 1`.execute(database.db)).rejects.toBeInstanceOf(pg.DatabaseError)
    await database.close()
  })
})
