/** What a database lacks of the schema it should have, and the statements that mend it. */
import pg from 'pg'
import type { Column, Policy, Schema, Table } from './schema.ts'

export interface Difference {
  /** As a part of a sentence. */
  what: string
  /** null: only a person can mend it. */
  mend: string[] | null
}

const quoted = (name: string): string => pg.escapeIdentifier(name)

/**
 * In the order in which they are mended. What is there beyond the schema is left alone, unless it stands in the way or opens
 * rows. Policies and row-level security are compared where they are asked for: those of earlier schemas are replaced anyway.
 */
export function schemaDifferences(due: Schema, found: Schema, { policies }: { policies: boolean }): Difference[] {
  const differences: Difference[] = []
  for (const [name, labels] of Object.entries(due.types)) differences.push(...typeDifferences(name, labels, found.types[name]))
  const tables = Object.entries(due.tables).map(([name, table]) => ({ name, table, there: found.tables[name] ?? null }))
  for (const { name, table, there } of tables) {
    if (!there)
      differences.push({
        what: `the table ${name} is missing`,
        mend: [`create table public.${quoted(name)} (${columnsOf(table)})`, ...storageOf(name, table)],
      })
    else differences.push(...columnDifferences(name, table, there))
  }
  // Keys before what refers to them.
  for (const isReference of [false, true]) {
    for (const { name, table, there } of tables) {
      for (const [constraint, definition] of Object.entries(table.constraints)) {
        if (definition.startsWith('FOREIGN KEY') === isReference)
          differences.push(...definitionDifference(name, 'constraint', constraint, definition, there?.constraints[constraint]))
      }
    }
  }
  for (const [name, definition] of Object.entries(due.functions)) {
    if (found.functions[name] !== definition)
      differences.push({
        what: `the function ${name} is ${found.functions[name] === undefined ? 'missing' : 'another'}`,
        mend: [definition],
      })
  }
  for (const { name, table, there } of tables) {
    for (const [index, definition] of Object.entries(table.indexes))
      differences.push(...definitionDifference(name, 'index', index, definition, there?.indexes[index]))
    for (const [trigger, definition] of Object.entries(table.triggers))
      differences.push(...definitionDifference(name, 'trigger', trigger, definition, there?.triggers[trigger]))
    if (policies) differences.push(...policyDifferences(name, table, there))
  }
  return differences
}

function typeDifferences(name: string, due: string[], found: string[] | undefined): Difference[] {
  const literal = (label: string): string => pg.escapeLiteral(label)
  if (!found)
    return [{ what: `the type ${name} is missing`, mend: [`create type public.${quoted(name)} as enum (${due.map(literal).join(', ')})`] }]
  return found.join('\n') === due.join('\n')
    ? []
    : [{ what: `the type ${name} has the values ${found.join(', ')} instead of ${due.join(', ')}`, mend: null }]
}

const columnOf = (name: string, { type, not_null, default: value }: Column): string =>
  `${quoted(name)} ${type}${value === undefined ? '' : ` default ${value}`}${not_null ? ' not null' : ''}`

const columnsOf = (table: Table): string =>
  Object.entries(table.columns)
    .map(([name, column]) => columnOf(name, column))
    .join(', ')

const storageOf = (table: string, { columns }: Table): string[] =>
  Object.entries(columns).flatMap(([name, { storage }]) =>
    storage ? [`alter table public.${quoted(table)} alter column ${quoted(name)} set storage ${storage}`] : [],
  )

function columnDifferences(table: string, due: Table, found: Table): Difference[] {
  const alter = `alter table public.${quoted(table)}`
  const differences: Difference[] = []
  for (const [name, column] of Object.entries(due.columns)) {
    const there = found.columns[name]
    const on = `${alter} alter column ${quoted(name)}`
    const which = `the column ${name} of ${table}`
    if (!there) {
      const storage = column.storage ? [`${on} set storage ${column.storage}`] : []
      differences.push({ what: `${which} is missing`, mend: [`${alter} add column ${columnOf(name, column)}`, ...storage] })
      continue
    }
    if (there.type !== column.type) {
      differences.push({ what: `${which} is of the type ${there.type} instead of ${column.type}`, mend: null })
      continue
    }
    if (there.default !== column.default) {
      differences.push({
        what: `${which} has ${there.default === undefined ? 'no default' : `the default ${there.default}`}`,
        mend: [column.default === undefined ? `${on} drop default` : `${on} set default ${column.default}`],
      })
    }
    if (there.not_null !== column.not_null)
      differences.push({
        what: `${which} ${there.not_null ? 'must not' : 'may'} be empty`,
        mend: [`${on} ${column.not_null ? 'set' : 'drop'} not null`],
      })
    if (there.storage !== column.storage)
      differences.push({ what: `${which} is stored in another way`, mend: [`${on} set storage ${column.storage ?? 'default'}`] })
  }
  for (const [name, column] of Object.entries(found.columns)) {
    const isInTheWay = !Object.hasOwn(due.columns, name) && column.not_null && column.default === undefined
    if (isInTheWay)
      differences.push({ what: `${table} has a column ${name} that this app does not know and that must not be empty`, mend: null })
  }
  return differences
}

/** PostgreSQL writes one rule with more or fewer parentheses, by the version and by how it was made. */
const plain = (definition: string | undefined): string | undefined => definition?.replaceAll(/[\s()]/g, '')

/** One of another definition is made anew. */
function definitionDifference(
  table: string,
  kind: 'constraint' | 'index' | 'trigger',
  name: string,
  due: string,
  found: string | undefined,
): Difference[] {
  if (plain(found) === plain(due)) return []
  const on = `public.${quoted(table)}`
  const drop = {
    constraint: `alter table ${on} drop constraint ${quoted(name)}`,
    index: `drop index public.${quoted(name)}`,
    trigger: `drop trigger ${quoted(name)} on ${on}`,
  }[kind]
  const make = kind === 'constraint' ? `alter table ${on} add constraint ${quoted(name)} ${due}` : due
  return [
    {
      what: `the ${kind} ${name} of ${table} is ${found === undefined ? 'missing' : 'another'}`,
      mend: found === undefined ? [make] : [drop, make],
    },
  ]
}

/** Exactly those that are due: one more could open rows. */
function policyDifferences(table: string, due: Table, found: Table | null): Difference[] {
  const on = `public.${quoted(table)}`
  const differences: Difference[] = []
  if (due.row_security === 'forced' && found?.row_security !== 'forced') {
    differences.push({
      what: `row-level security of ${table} is ${found?.row_security ?? 'off'}`,
      mend: [`alter table ${on} enable row level security, force row level security`],
    })
  }
  for (const [name, policy] of Object.entries(due.policies)) {
    const there = found?.policies[name]
    if (there && isSame(there, policy)) continue
    differences.push({
      what: `the policy ${name} of ${table} is ${there ? 'another' : 'missing'}`,
      mend: [...(there ? [`drop policy ${quoted(name)} on ${on}`] : []), policyStatement(name, on, policy)],
    })
  }
  for (const name of Object.keys(found?.policies ?? {})) {
    if (!Object.hasOwn(due.policies, name))
      differences.push({
        what: `${table} has a policy ${name} that this app does not know`,
        mend: [`drop policy ${quoted(name)} on ${on}`],
      })
  }
  return differences
}

const isSame = (one: Policy, other: Policy): boolean =>
  one.command === other.command && one.to === other.to && one.using === other.using && one.check === other.check

function policyStatement(name: string, on: string, { command, to, using, check }: Policy): string {
  const rows = `${using === null ? '' : ` using (${using})`}${check === null ? '' : ` with check (${check})`}`
  return `create policy ${quoted(name)} on ${on} for ${command} to ${to === 'owner' ? 'current_user' : 'public'}${rows}`
}
