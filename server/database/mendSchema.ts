/** Compares a database with what its migrations make, and mends what can be mended; the rest is refused in a sentence that names it. */
import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { Refusal } from '../refusal.ts'
import { checksums } from './migrations/checksums.ts'
import { readSchema, type Schema } from './schema.ts'
import { schemaDifferences, type Difference } from './schemaDifferences.ts'

/** What the database is made of once this migration is its last; made by the migrations themselves, and held to them by a test. */
export const schemaAfter = (migration: string): Schema =>
  JSON.parse(readFileSync(new URL(`./schemas/${migration}.json`, import.meta.url), 'utf8')) as Schema

/**
 * In a transaction in which nobody else migrates. `last` is the last migration the database has had; one that this list does not
 * know is a test's. Answers what was mended. Of the newest schema, who sees which rows is compared as well.
 */
export async function mendSchema(client: pg.Client, last: string | undefined): Promise<string[]> {
  if (last === undefined || !Object.hasOwn(checksums, last)) return []
  const due = schemaAfter(last)
  const policies = last === Object.keys(checksums).sort().at(-1)
  const differences = schemaDifferences(due, await readSchema(client), { policies })
  if (differences.length === 0) return []
  const beyond = differences.filter(({ mend }) => mend === null)
  if (beyond.length > 0) throw await refusal(client, beyond)
  for (const difference of differences) await mendOne(client, difference)
  const left = schemaDifferences(due, await readSchema(client), { policies })
  if (left.length > 0) throw await refusal(client, left)
  return differences.map(({ what }) => what)
}

async function mendOne(client: pg.Client, difference: Difference): Promise<void> {
  await client.query('savepoint mending')
  try {
    for (const statement of difference.mend ?? []) await client.query(statement)
  } catch (error) {
    await client.query('rollback to savepoint mending')
    throw await refusal(client, [difference], (error as Error).message)
  }
  await client.query('release savepoint mending')
}

async function refusal(client: pg.Client, differences: readonly Difference[], why?: string): Promise<Refusal> {
  const what = differences.map((each) => each.what).join('; ')
  const others = await othersText(client)
  const from = others.length === 0 ? '' : ` It had ${others.join(', ')} in another text than this app's.`
  return new Refusal(
    `The database is not as this app needs it: ${what}${why ? ` (it cannot be mended: ${why})` : ''}.${from} Nothing was changed. ` +
      `Start the app that made it and make a backup, and restore that into an empty database.`,
  )
}

/** Migrations of which the database has had another text, as far as it is known. */
async function othersText(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; checksum: string | null }>(
    `select name, to_jsonb(kysely_migration) ->> 'checksum' as checksum from kysely_migration order by name`,
  )
  return rows.filter(({ name, checksum }) => checksum !== null && checksum !== checksums[name]).map(({ name }) => name)
}
