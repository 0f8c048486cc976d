/** What the app's own connection to the database can do, whatever statement gets into it; and which connections the app refuses to have. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { appConnection } from '../../server/database/appLogin.ts'
import { defaultRole } from '../../server/database/appRole.ts'
import { migrate } from '../../server/database/migrate.ts'
import { addUser, asOwner, emptyDatabase } from './freshDatabase.ts'

const secret = 'the secret of an app of these tests'
const clearUp: (() => Promise<unknown>)[] = []
afterAll(async () => {
  // Databases were asked for before the roles that own things in them.
  for (const step of clearUp) await step()
})
const empty = async (): Promise<string> => {
  const { url, drop } = await emptyDatabase()
  clearUp.push(drop)
  return url
}
const roleFor = async (url: string, attributes: string): Promise<{ name: string; url: string }> => {
  const name = `person_${randomUUID().replaceAll('-', '')}`
  await asOwner(url, (client) => client.query(`create role ${name} login password 'x' ${attributes}`))
  if (!isSuperuser) await asOwner(url, (client) => client.query(`grant ${name} to current_user`))
  clearUp.push(() => asOwner(inject('postgresUrl'), (client) => client.query(`drop role ${name}`)))
  return { name, url: Object.assign(new URL(url), { username: name, password: 'x' }).href }
}
/** Whether the database's owner may do everything, as in the embedded one; some rights only such an owner can give or take. */
const isSuperuser = await asOwner(
  inject('postgresUrl'),
  async (client) => (await client.query('select rolsuper from pg_roles where rolname = current_user')).rows[0].rolsuper as boolean,
)
const databaseOf = (url: string): string => new URL(url).pathname.slice(1)

describe('the app’s own connection', () => {
  let url: string
  let app: pg.Client
  let role: string
  beforeAll(async () => {
    url = await empty()
    await migrate({ connection: url })
    await addUser(url, 'ana')
    app = new pg.Client({ connectionString: await appConnection({ connection: url, app_url: null, secret }) })
    await app.connect()
    role = defaultRole(databaseOf(url))
  })
  afterAll(() => app.end())

  const whoIsIt = async (): Promise<unknown> =>
    (await app.query(`select current_user as is, session_user as came_as, (select count(*)::integer from "user") as sees`)).rows[0]

  test('stays what it is, and sees nobody, whatever it says it is', async () => {
    const itself = { is: role, came_as: role, sees: 0 }
    for (const statement of [
      'set role none',
      'reset role',
      'set session authorization default',
      'reset session authorization',
      'reset all',
      'discard all',
      `set row_security = on`,
    ]) {
      await app.query(statement)
      expect([statement, await whoIsIt()]).toEqual([statement, itself])
    }
    const owner = new URL(url).username
    for (const statement of [
      `set role ${owner}`,
      `set session authorization ${owner}`,
      `set role pg_execute_server_program`,
      `grant ${owner} to ${role}`,
      `alter role ${role} bypassrls`,
      `alter role ${role} superuser`,
      `alter role ${role} createrole`,
    ]) {
      await expect(app.query(statement), statement).rejects.toMatchObject({ code: '42501' })
    }
    await app.query('set row_security = off')
    await expect(app.query('select from "user"')).rejects.toThrow(/row-level security/)
    await app.query('reset row_security')
    expect(await whoIsIt()).toEqual(itself)
  })

  test.each([
    ['run a program', `copy (select 1) to program 'true'`],
    ['have a program’s output', `create temporary table t (x text); copy t from program 'id'`],
    ['write a file', `copy (select 1) to '/tmp/pynance-planted'`],
    ['read a file', `select pg_read_file('/etc/passwd')`],
    ['read a file as bytes', `select pg_read_binary_file('/etc/passwd')`],
    ['list a folder', `select pg_ls_dir('.')`],
    ['bring a file into the database', `select lo_import('/etc/passwd')`],
    ['write a large object to a file', `select lo_export(1, '/tmp/pynance-planted')`],
    ['make a table', 'create table planted (x text)'],
    ['make a temporary table', 'create temporary table planted (x text)'],
    ['make a view', 'create view planted as select 1'],
    ['make a function', `create function planted() returns integer language sql as 'select 1'`],
    ['make a type', `create type planted as enum ('a')`],
    ['make a schema', 'create schema planted'],
    ['make a role', 'create role planted'],
    ['make a database', 'create database planted'],
    ['make a way to other servers', 'create foreign data wrapper planted'],
    ['make a publication', 'create publication planted for all tables'],
    ['make a tablespace', `create tablespace planted location '/tmp'`],
    ['make a trigger', `create trigger planted before insert on planned_bills for each row execute function check_percents_of_scenario()`],
    ['make a policy', 'create policy planted on planned_bills using (true)'],
    ['drop a policy', 'drop policy own_rows on planned_bills'],
    ['turn row-level security off', 'alter table planned_bills disable row level security'],
    ['empty a table', 'truncate planning_scenarios cascade'],
    ['drop a table', 'drop table planned_bills'],
    ['replace a function', `create or replace function user_of_email(address text) returns text language sql as 'select 1'`],
    ['read what migrations there were', 'select from kysely_migration'],
    ['read who migrates', 'select from kysely_migration_lock'],
    ['read passwords of roles', 'select from pg_authid'],
    ['change the server', `alter system set log_statement = 'all'`],
    [
      'end others’ connections',
      `select pg_terminate_backend(pid) from pg_stat_activity where usename <> current_user and usename is not null`,
    ],
    ['take more of the disk', `set temp_file_limit = -1`],
  ])('may not %s', async (_what, statement) => {
    await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  test.runIf(isSuperuser).each([
    ['make a large object', `select lo_create(0)`],
    ['make a large object in the old way', `select lo_creat(-1)`],
    ['make a large object of bytes', `select lo_from_bytea(0, 'x')`],
  ])('of the embedded database may not %s', async (_what, statement) => {
    await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  test('owns nothing, is member of nothing, and has no right but on rows and to ask whose a secret is', async () => {
    const { rows } = await asOwner(url, (client) =>
      client.query(
        `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin,
         (select count(*)::integer from pg_auth_members where member = r.oid) as memberships,
         (select count(*)::integer from pg_shdepend where refobjid = r.oid and deptype = 'o') as owned,
         has_database_privilege(oid, current_database(), 'create, temporary') as makes, has_schema_privilege(oid, 'public', 'create') as makes_in_public
       from pg_roles r where rolname = $1`,
        [role],
      ),
    )
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        rolcanlogin: true,
        memberships: 0,
        owned: 0,
        makes: false,
        makes_in_public: false,
      },
    ])
    const callable = await asOwner(url, (client) =>
      client.query(
        `select oid::regprocedure::text as name from pg_proc where pronamespace = 'public'::regnamespace and has_function_privilege($1, oid, 'execute') order by 1`,
        [role],
      ),
    )
    expect(callable.rows.map(({ name }) => name)).toEqual([
      'user_of_account(text)',
      'user_of_credential(text)',
      'user_of_email(text)',
      'user_of_link(text,text)',
      'user_of_passkey(text)',
      'user_of_session(text)',
      'user_of_token(bytea,integer)',
    ])
  })

  test('what was granted to it or to everybody beyond that is taken back at the next start, and what it lacks is given', async () => {
    await asOwner(url, (client) =>
      client.query(
        `grant all on kysely_migration_lock to ${role}; grant select on kysely_migration to public; grant truncate on planned_bills to ${role}; grant select (email) on "user" to public; revoke update on planned_bills from ${role}; grant temporary on database ${databaseOf(url)} to public; grant create on schema public to public`,
      ),
    )
    const mended: string[] = []
    await migrate({ connection: url, mended: (what) => mended.push(what) })
    expect(mended.join('; ')).toContain('UPDATE on planned_bills given')
    for (const statement of [
      'select from kysely_migration_lock',
      'select from kysely_migration',
      'truncate planned_bills',
      'create temporary table planted (x text)',
      'create table planted (x text)',
    ])
      await expect(app.query(statement), statement).rejects.toMatchObject({ code: '42501' })
    await app.query('update planned_bills set position = 0')
    const again: string[] = []
    await migrate({ connection: url, mended: (what) => again.push(what) })
    expect(again).toEqual([])
  })
})

describe('the app refuses to start as somebody who could see everybody’s rows', () => {
  test.each([
    ['has CREATEROLE', 'createrole'],
    ['has CREATEDB', 'createdb'],
    ...(isSuperuser
      ? [
          ['is superuser', 'superuser'],
          ['has BYPASSRLS', 'bypassrls'],
          ['has REPLICATION', 'replication'],
        ]
      : []),
  ] as [string, string][])('who %s', async (why, attributes) => {
    const url = await empty()
    const { name, url: app_url } = await roleFor(url, attributes)
    await migrate({ connection: url, app_url })
    await expect(appConnection({ connection: url, app_url, secret })).rejects.toThrow(
      `The app would log in to the database as ${name}, who ${why}: people could see each other's rows.`,
    )
  })

  test('who is member of the owner, or of anybody', async () => {
    const url = await empty()
    const group = await roleFor(url, '')
    const { name, url: app_url } = await roleFor(url, `in role ${group.name}`)
    await migrate({ connection: url, app_url })
    await expect(appConnection({ connection: url, app_url, secret })).rejects.toThrow(`${name}, who is member of ${group.name}`)
  })

  test('who owns the tables', async () => {
    const url = await empty()
    const owner = await roleFor(url, '')
    await asOwner(url, (client) => client.query(`alter database ${databaseOf(url)} owner to ${owner.name}`))
    await migrate({ connection: owner.url, app_url: owner.url })
    await expect(appConnection({ connection: owner.url, app_url: owner.url, secret })).rejects.toThrow(
      `${owner.name}, who owns the database`,
    )
  })

  test('and in another database than the owner', async () => {
    const [url, other] = [await empty(), await empty()]
    const { name, url: app_url } = await roleFor(url, '')
    await migrate({ connection: url, app_url })
    const elsewhere = Object.assign(new URL(other), { username: name, password: 'x' }).href
    await expect(appConnection({ connection: url, app_url: elsewhere, secret })).rejects.toThrow(
      'DATABASE_APP_URL leads to another database than DATABASE_URL.',
    )
  })
})

describe('the app’s role is made', () => {
  const ownedBy = async (attributes: string): Promise<string> => {
    const url = await empty()
    const owner = await roleFor(url, attributes)
    await asOwner(url, (client) => client.query(`alter database ${databaseOf(url)} owner to ${owner.name}`))
    return owner.url
  }
  const sees = (url: string): Promise<unknown[]> =>
    asOwner(url, async (client) => (await client.query('select from planning_scenarios')).rows)

  test('by an owner who is no superuser but may make roles; with another secret it gets another password', async () => {
    const url = await ownedBy('createrole')
    await migrate({ connection: url })
    const app = await appConnection({ connection: url, app_url: null, secret })
    expect(new URL(app).username).toBe(defaultRole(databaseOf(url)))
    expect(await sees(app)).toEqual([])
    expect(await appConnection({ connection: url, app_url: null, secret })).toBe(app)
    const changed = await appConnection({ connection: url, app_url: null, secret: `${secret}, changed` })
    expect(await sees(changed)).toEqual([])
    await expect(sees(app)).rejects.toThrow(/password/)
  })

  test('by an administrator where the owner may not, and is then named by DATABASE_APP_URL', async () => {
    const url = await ownedBy('')
    await expect(migrate({ connection: url })).rejects.toThrow(
      /^The user of DATABASE_URL may not make the role that the app logs in as\. As an administrator run: CREATE ROLE .* set DATABASE_APP_URL /,
    )
    const nobody = Object.assign(new URL(url), { username: 'no_such_role' }).href
    await expect(migrate({ connection: url, app_url: nobody })).rejects.toThrow(
      'DATABASE_APP_URL names the database role no_such_role, which there is not.',
    )
    const { name } = await roleFor(inject('postgresUrl'), '')
    const app_url = Object.assign(new URL(url), { username: name, password: 'x' }).href
    await migrate({ connection: url, app_url })
    expect(await appConnection({ connection: url, app_url, secret })).toBe(app_url)
    expect(await sees(app_url)).toEqual([])
    await expect(
      appConnection({ connection: url, app_url: Object.assign(new URL(app_url), { password: 'wrong' }).href, secret }),
    ).rejects.toThrow(/Check DATABASE_APP_URL/)
  })

  test('once by ten apps that start at the same moment', async () => {
    const url = await empty()
    const urls = await Promise.all(
      Array.from({ length: 10 }, async () => {
        await migrate({ connection: url })
        return appConnection({ connection: url, app_url: null, secret })
      }),
    )
    expect(new Set(urls).size).toBe(1)
    expect(await sees(urls[0]!)).toEqual([])
  })
})
