/** The app's way into its database, by its own role; and the refusal of every login that could see more than it may. */
import { createHmac } from 'node:crypto'
import pg from 'pg'
import { Refusal } from '../refusal.ts'
import { appRoleOf, codeOf, mayNot } from './appRole.ts'
import { openClient } from './client.ts'
import { passwordClause } from './scram.ts'

export interface AppLogin {
  /** postgresql:// URL of the tables' owner. */
  connection: string
  /** DATABASE_APP_URL. null: the role made here, its password derived from the secret. */
  app_url: string | null
  /** AUTH_SECRET. */
  secret: string
}

/** The URL the app's pool connects by, once it has been tried and found to be harmless. */
export async function appConnection({ connection, app_url, secret }: AppLogin): Promise<string> {
  const url = app_url ?? (await ownLogin(connection, secret))
  const client = await openClient(url, app_url ? 'DATABASE_APP_URL' : 'DATABASE_URL')
  try {
    await refuseUnfit(client, app_url ? 'DATABASE_APP_URL' : null)
    if (app_url) await refuseElsewhere(client, connection)
  } finally {
    await client.end()
  }
  return url
}

/** Of apps that start on one database with one secret, the first gives the role its password and the others find it right. */
async function ownLogin(connection: string, secret: string): Promise<string> {
  const owner = await openClient(connection)
  try {
    const role = await appRoleOf(owner, null)
    const url = new URL(connection)
    url.username = encodeURIComponent(role)
    url.password = createHmac('sha256', secret).update(`pynance-planning: the password of ${role}`).digest('base64url')
    if (!(await logsIn(url.href))) await giveLogin(owner, role, url.password)
    return url.href
  } finally {
    await owner.end()
  }
}

async function logsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 30_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end()
  }
}

/** What the role may not be, which only a superuser may say of another; whoever else makes a role makes it so. */
const harmless = 'nosuperuser nocreatedb nocreaterole noreplication nobypassrls '

async function giveLogin(owner: pg.Client, role: string, password: string): Promise<void> {
  const name = owner.escapeIdentifier(role)
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { rows } = await owner.query<{ is_superuser: boolean }>(
        `select rolsuper as is_superuser from pg_roles where rolname = current_user`,
      )
      await owner.query(`alter role ${name} ${rows[0]?.is_superuser ? harmless : ''}login${passwordClause(owner, password)}`)
      return
    } catch (error) {
      // "tuple concurrently updated": another app gave it the same password.
      if (codeOf(error) !== 'XX000' || attempt === 20) throw mayNot(error, role)
    }
  }
}

interface Login {
  role: string
  changed: boolean
  superuser: boolean
  bypasses: boolean
  creates_roles: boolean
  creates_databases: boolean
  replicates: boolean
  member_of: string | null
  owns: string | null
}

/** As whom the connection came in is what counts: any statement can go back to that. */
async function refuseUnfit(client: pg.Client, setting: string | null): Promise<void> {
  const { rows } = await client.query<Login>(
    `select rolname as role, session_user <> current_user as changed,
      rolsuper as superuser, rolbypassrls as bypasses, rolcreaterole as creates_roles, rolcreatedb as creates_databases,
            rolreplication as replicates,
            (select string_agg(r.rolname, ', ') from pg_auth_members m join pg_roles r on r.oid = m.roleid
            where m.member = pg_roles.oid) as member_of,
            coalesce((select 'the database' from pg_database where datname = current_database() and datdba = pg_roles.oid),
                     (select 'a schema' from pg_namespace where nspowner = pg_roles.oid limit 1),
                     (select 'tables' from pg_class where relowner = pg_roles.oid and relkind in ('r', 'p', 'v', 'm', 'f') limit 1),
                     (select 'functions' from pg_proc where proowner = pg_roles.oid limit 1)) as owns
     from pg_roles where rolname = session_user`,
  )
  const login = rows[0]
  const why = login ? unfitness(login) : 'is not known to the server'
  if (why === null) return
  const remedy = setting
    ? `Let ${setting} name a role that is only there for the app: CREATE ROLE … LOGIN PASSWORD '…', and nothing more.`
    : `Whoever runs the server can take that from it.`
  throw new Refusal(
    `The app would log in to the database as ${login?.role ?? 'somebody'}, who ${why}: people could see each other's rows. ${remedy}`,
  )
}

function unfitness({ changed, superuser, bypasses, creates_roles, creates_databases, replicates, member_of, owns }: Login): string | null {
  if (superuser) return 'is superuser'
  if (bypasses) return 'has BYPASSRLS'
  if (owns) return `owns ${owns}`
  if (member_of) return `is member of ${member_of}`
  if (replicates) return 'has REPLICATION'
  if (creates_roles) return 'has CREATEROLE'
  if (creates_databases) return 'has CREATEDB'
  return changed ? 'takes another role as it connects' : null
}

/** The schema is looked after by one login and used by the other. */
async function refuseElsewhere(client: pg.Client, connection: string): Promise<void> {
  const placeOf = async (on: pg.Client): Promise<string> => {
    const { rows } = await on.query<{ place: string }>(
      'select concat(oid, datname, pg_postmaster_start_time()) as place from pg_database where datname = current_database()',
    )
    return rows[0]?.place ?? ''
  }
  const owner = await openClient(connection)
  try {
    if ((await placeOf(owner)) !== (await placeOf(client)))
      throw new Refusal('DATABASE_APP_URL leads to another database than DATABASE_URL. Let both name the same one.')
  } finally {
    await owner.end()
  }
}
