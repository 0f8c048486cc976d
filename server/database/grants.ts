/** What the app's role may do in its database, and nothing more: said here, and set so at every start. */
import pg from 'pg'
import { appRole } from './appRole.ts'

const rows = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const

/** Within the rows that row-level security shows. Of tables that are not here: nothing. */
export const tableGrants: Record<string, readonly string[]> = {
  user: rows,
  session: rows,
  account: rows,
  api_tokens: rows,
  calendar_feeds: rows,
  planning_scenarios: rows,
  planned_bills: rows,
  planned_incomes: rows,
  scenario_allocations: rows,
  scenario_goals: rows,
  scenario_accounts: rows,
  planned_transfers: rows,
  planning_revisions: rows,
  planning_edits: rows,
  rate_limits: rows,
  verification: rows,
  twoFactor: rows,
  passkey: rows,
  // What happened is added to: neither changed nor taken away.
  account_events: ['SELECT', 'INSERT'],
}

export const functionGrants: readonly string[] = [
  'user_of_email(text)',
  'user_of_account(text)',
  'user_of_link(text, text)',
  'user_of_passkey(text)',
  'user_of_credential(text)',
  'user_of_session(text)',
  'user_of_token(bytea, integer)',
]

/** Kept by Kysely, who migrates; no person's data. */
export const tablesOfMigrations: readonly string[] = ['kysely_migration', 'kysely_migration_lock']

interface Granted {
  kind: 'table' | 'function'
  /** As it stands in a statement. */
  name: string
  /** Without quotes. */
  plain: string
  grantee: string | null
  privileges: string[]
}

/** Brings the grants of the role, of everybody and of the app's role of before to what is said here; answers what was changed. */
export async function mendGrants(client: pg.Client, role: string): Promise<string[]> {
  const mended: string[] = []
  const run = async (what: string, statement: string): Promise<void> => {
    await client.query(statement)
    mended.push(what)
  }
  const name = pg.escapeIdentifier(role)
  const granted = await readGrants(client, role)
  for (const { kind, name: on, plain, grantee, privileges } of granted) {
    const due = grantee === role ? dueOn(kind, plain) : []
    const surplus = privileges.filter((privilege) => !due.includes(privilege))
    if (surplus.length > 0)
      await run(
        `${surplus.join(', ')} on ${plain} taken from ${grantee ?? 'everybody'}`,
        `revoke ${surplus.join(', ')} on ${kind} ${on} from ${grantee === null ? 'public' : pg.escapeIdentifier(grantee)}`,
      )
  }
  const held = (kind: 'table' | 'function', plain: string): string[] =>
    granted.filter((each) => each.kind === kind && each.plain === plain && each.grantee === role).flatMap((each) => each.privileges)
  for (const [kind, plains] of [
    ['table', Object.keys(tableGrants)],
    ['function', functionGrants],
  ] as const) {
    for (const plain of plains) {
      const missing = dueOn(kind, plain).filter((privilege) => !held(kind, plain).includes(privilege))
      const on = kind === 'table' ? `public.${pg.escapeIdentifier(plain)}` : `public.${plain}`
      if (missing.length > 0)
        await run(`${missing.join(', ')} on ${plain} given to ${role}`, `grant ${missing.join(', ')} on ${kind} ${on} to ${name}`)
    }
  }
  await mendSurroundings(client, role)
  return mended
}

const dueOn = (kind: 'table' | 'function', plain: string): readonly string[] =>
  kind === 'table' ? (tableGrants[plain] ?? []) : functionGrants.includes(plain) ? ['EXECUTE'] : []

/** On what the owner has in the schema: of the app's role, of everybody, and of the role that apps of before took. */
async function readGrants(client: pg.Client, role: string): Promise<Granted[]> {
  const { rows: found } = await client.query<Granted>(
    `select kind, name, plain, grantee, array_agg(distinct privilege_type::text) as privileges from (
       select 'table' as kind, format('public.%I', c.relname) as name, c.relname::text as plain, acl.grantee as oid, acl.privilege_type
       from pg_class c cross join aclexplode(c.relacl) acl where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and pg_has_role(current_user, c.relowner, 'usage')
       union all
       select 'table', format('public.%I', c.relname), c.relname, acl.grantee, acl.privilege_type
       from pg_class c join pg_attribute a on a.attrelid = c.oid cross join aclexplode(a.attacl) acl
       where c.relnamespace = 'public'::regnamespace and pg_has_role(current_user, c.relowner, 'usage')
       union all
       select 'function', p.oid::regprocedure::text, p.proname || '(' || oidvectortypes(p.proargtypes) || ')', acl.grantee,
       acl.privilege_type
       from pg_proc p cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl
       where p.pronamespace = 'public'::regnamespace and p.proname = any($2) and pg_has_role(current_user, p.proowner, 'usage')
     ) as granted left join (select oid, rolname::text as grantee from pg_roles) as roles using (oid)
     where oid = 0 or grantee = any($1)
     group by kind, name, plain, grantee order by kind, plain`,
    [
      [...new Set([role, appRole])],
      [...functionGrants.map((each) => each.split('(')[0]!), 'check_percents_of_scenario', 'keep_account_events', 'forget_proofs'],
    ],
  )
  return found
}

/** Large objects are open to everybody by default; only a superuser can take them away. */
const functionsOfLargeObjects = ['lo_creat(integer)', 'lo_create(oid)', 'lo_from_bytea(oid, bytea)']

/** Bytes on the disk that one query of the app may take for sorting; only a superuser can say so. */
const temporaryFiles = '256MB'

/** Where the app's role lives. What the owner may not change stays as whoever runs the server has set it. */
async function mendSurroundings(client: pg.Client, role: string): Promise<void> {
  const name = pg.escapeIdentifier(role)
  const { rows: found } = await client.query<{
    database: string
    temporary: boolean
    connects: boolean
    uses: boolean
    creates: boolean
    is_superuser: boolean
    limited: boolean
    makes_large_objects: boolean
  }>(
    `select current_database() as database, has_database_privilege($1, current_database(), 'TEMPORARY') as temporary,
      has_database_privilege($1, current_database(), 'CONNECT') as connects,
            has_schema_privilege($1, 'public', 'USAGE') as uses, has_schema_privilege($1, 'public', 'CREATE') as creates,
            (select rolsuper from pg_roles where rolname = current_user) as is_superuser,
            has_function_privilege($1, 'lo_create(oid)', 'EXECUTE') as makes_large_objects,
            exists (select from pg_db_role_setting s join pg_roles r on r.oid = s.setrole 
              where r.rolname = $1 and $2 = any(s.setconfig)) as limited`,
    [role, `temp_file_limit=${temporaryFiles}`],
  )
  const is = found[0]!
  const database = pg.escapeIdentifier(is.database)
  if (is.temporary) await client.query(`revoke temporary on database ${database} from public, ${name}`)
  if (!is.connects) await client.query(`grant connect on database ${database} to ${name}`)
  if (is.creates) await client.query(`revoke create on schema public from public, ${name}`)
  if (!is.uses) await client.query(`grant usage on schema public to ${name}`)
  if (!is.is_superuser) return
  if (is.makes_large_objects)
    for (const each of functionsOfLargeObjects) await client.query(`revoke execute on function pg_catalog.${each} from public`)
  if (!is.limited) await client.query(`alter role ${name} set temp_file_limit = '${temporaryFiles}'`)
}
