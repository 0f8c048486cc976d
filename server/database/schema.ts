/** What a database is made of, read from PostgreSQL's catalogue in a form that can be kept in a file and compared. */
import type pg from 'pg'
import { tablesOfMigrations } from './grants.ts'

export interface Column {
  type: string
  not_null: boolean
  default?: string
  /** Where it is not the type's own. */
  storage?: string
}

export interface Policy {
  command: string
  /** everybody, or the tables' owner alone. */
  to: 'public' | 'owner' | 'others'
  using: string | null
  check: string | null
}

/** Definitions as PostgreSQL writes them, by name. */
export type Definitions = Record<string, string>

export interface Table {
  columns: Record<string, Column>
  constraints: Definitions
  indexes: Definitions
  triggers: Definitions
  /** off, on or forced. */
  row_security: string
  policies: Record<string, Policy>
}

export interface Schema {
  /** The labels of each enumeration. */
  types: Record<string, string[]>
  functions: Definitions
  tables: Record<string, Table>
}

/**
 * The schema `public`, but for what Kysely keeps for itself. The search path of the transaction is to be `public`, so that names are told
 * alike.
 */
export async function readSchema(client: pg.Client): Promise<Schema> {
  const rowsOf = async <T extends pg.QueryResultRow>(statement: string): Promise<T[]> => (await client.query<T>(statement)).rows
  const schema: Schema = { types: {}, functions: {}, tables: {} }
  for (const { name, labels } of await rowsOf<{ name: string; labels: string[] }>(
    `select typname as name, (select array_agg(enumlabel::text order by enumsortorder) from pg_enum where enumtypid = t.oid) as labels
     from pg_type t where typnamespace = 'public'::regnamespace and typtype = 'e' order by 1`,
  )) {
    schema.types[name] = labels
  }
  for (const { name, definition } of await rowsOf<{ name: string; definition: string }>(
    `select oid::regprocedure::text as name, pg_get_functiondef(oid) as definition from pg_proc
      where pronamespace = 'public'::regnamespace and prokind = 'f' order by 1`,
  )) {
    schema.functions[name] = definition
  }
  for (const { name, row_security } of await rowsOf<{ name: string; row_security: string }>(
    `select relname as name, case when relrowsecurity and relforcerowsecurity then 'forced'
        when relrowsecurity then 'on' else 'off' end as row_security
     from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  )) {
    if (!tablesOfMigrations.includes(name))
      schema.tables[name] = { columns: {}, constraints: {}, indexes: {}, triggers: {}, row_security, policies: {} }
  }
  for (const { table, name, ...column } of await rowsOf<{
    table: string
    name: string
    type: string
    not_null: boolean
    default: string | null
    storage: string | null
  }>(columnsQuery)) {
    const of = schema.tables[table]
    if (of)
      of.columns[name] = {
        type: column.type,
        not_null: column.not_null,
        ...(column.default === null ? {} : { default: column.default }),
        ...(column.storage === null ? {} : { storage: column.storage }),
      }
  }
  for (const kind of ['constraints', 'indexes', 'triggers'] as const) {
    for (const { table, name, definition } of await rowsOf<{ table: string; name: string; definition: string }>(definitionQueries[kind])) {
      const of = schema.tables[table]
      if (of) of[kind][name] = definition
    }
  }
  for (const { table, name, ...policy } of await rowsOf<{ table: string; name: string } & Policy>(policiesQuery)) {
    const of = schema.tables[table]
    if (of) of.policies[name] = policy
  }
  return schema
}

const columnsQuery = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as not_null,
    pg_get_expr(d.adbin, d.adrelid) as default,
    case when a.attstorage <> t.typstorage then
      case a.attstorage when 'e' then 'external' when 'm' then 'main' when 'p' then 'plain' else 'extended' end end as storage
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`

const definitionQueries = {
  // From PostgreSQL 18 on NOT NULL is a constraint too; it is told with the column, as before.
  constraints: `
    select c.relname as table, conname as name,
      pg_get_constraintdef(k.oid) || case when convalidated then '' else ' (not validated)' end as definition
    from pg_constraint k join pg_class c on c.oid = conrelid
    where c.relnamespace = 'public'::regnamespace and contype in ('c', 'f', 'p', 'u', 'x')
    order by c.relname, conname`,
  indexes: `
    select c.relname as table, i.relname as name,
      pg_get_indexdef(i.oid) || case when indisvalid then '' else ' (not valid)' end as definition
    from pg_index x join pg_class c on c.oid = indrelid join pg_class i on i.oid = indexrelid
    where c.relnamespace = 'public'::regnamespace
      and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
    order by c.relname, i.relname`,
  triggers: `
    select c.relname as table, tgname as name,
      pg_get_triggerdef(g.oid) || case when tgenabled = 'O' then '' else ' (switched off)' end as definition
    from pg_trigger g join pg_class c on c.oid = tgrelid
    where c.relnamespace = 'public'::regnamespace and not tgisinternal
    order by c.relname, tgname`,
}

const policiesQuery = `
  select c.relname as table, polname as name,
    case polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end
      || case when polpermissive then '' else ' restrictive' end as command,
    case when polroles = '{0}' then 'public' when polroles = array[c.relowner] then 'owner' else 'others' end as to,
    pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check
  from pg_policy p join pg_class c on c.oid = polrelid
  where c.relnamespace = 'public'::regnamespace order by c.relname, polname`
