/**
 * better-auth's tables as it may see them: each of its calls runs in a transaction that shows the rows of one person, the one
 * it asks about. Its sessions' tokens are kept as their SHA-256 alone, which is enough for secrets nobody can guess: it gives
 * and is given the tokens themselves. So it is with the identifiers of proofs (`verification`), which are nobody's before they are known.
 */
import { createHash, randomUUID } from 'node:crypto'
import type { BetterAuthOptions, DBAdapter, DBTransactionAdapter, Where } from 'better-auth'
import { getAdapter } from 'better-auth/db/adapter'
import { sql, type Kysely } from 'kysely'
import { datesAsObjects, inTransaction, type Database } from '../database/connect.ts'
import type { Tables } from '../database/tables.ts'

/** What is kept of a session's token. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * A session that counts, by the database's clock: not over, and not lasting for longer than any can, which only a clock that
 * was ahead has made. user_of_session says the same.
 */
export const sessionCounts = sql<boolean>`"expiresAt" > now() and "expiresAt" <= now() + interval '31 days'`

/** When a session ends that is to end then by the app's clock: at most 30 days from now by the database's. */
async function endOfSession(db: Kysely<Tables>, wanted: Date): Promise<Date> {
  const { rows } = await sql<{
    ends: string
  }>`select least(${wanted.toISOString()}::timestamptz(3), (now() + interval '30 days')::timestamptz(3)) as ends`.execute(db)
  return new Date(rows[0]!.ends)
}

/** Whose account this address is; null when it is nobody's. */
export async function userOfEmail(db: Kysely<Tables>, email: string): Promise<string | null> {
  const { rows } = await sql<{ user_id: string | null }>`select user_of_email(${email}) as user_id`.execute(db)
  return rows[0]?.user_id ?? null
}

async function userOfAccount(db: Kysely<Tables>, id: string): Promise<string | null> {
  const { rows } = await sql<{ user_id: string | null }>`select user_of_account(${id}) as user_id`.execute(db)
  return rows[0]?.user_id ?? null
}

async function userOfLink(db: Kysely<Tables>, provider_id: string, account_id: string): Promise<string | null> {
  const { rows } = await sql<{ user_id: string | null }>`select user_of_link(${provider_id}, ${account_id}) as user_id`.execute(db)
  return rows[0]?.user_id ?? null
}

async function userOfPasskey(db: Kysely<Tables>, id: string): Promise<string | null> {
  const { rows } = await sql<{ user_id: string | null }>`select user_of_passkey(${id}) as user_id`.execute(db)
  return rows[0]?.user_id ?? null
}

/** Whom a passkey signs in, by the name its authenticator has for it; null when that is nobody. */
export async function userOfCredential(db: Kysely<Tables>, credential_id: string): Promise<string | null> {
  const { rows } = await sql<{ user_id: string | null }>`select user_of_credential(${credential_id}) as user_id`.execute(db)
  return rows[0]?.user_id ?? null
}

async function userOfSession(db: Kysely<Tables>, token_hash: string): Promise<string | null> {
  const { rows } = await sql<{ user_id: string }>`select user_id from user_of_session(${token_hash})`.execute(db)
  return rows[0]?.user_id ?? null
}

/** Whose a proof is, by its identifier; null when it has been used, or its time is over. */
export async function userOfProof(database: Database, identifier: string): Promise<string | null> {
  const proof = hashOfToken(identifier)
  const found = await inTransaction(
    database,
    { proof },
    (db) => db.selectFrom('verification').select(['value', 'expiresAt']).where('identifier', '=', proof).executeTakeFirst(),
    'read',
  )
  return found && Date.parse(found.expiresAt) >= Date.now() ? found.value : null
}

type Adapter = DBTransactionAdapter<BetterAuthOptions>

/** To be given to better-auth as its database. */
export function rowsOfOne(database: Database): (options: BetterAuthOptions) => DBAdapter<BetterAuthOptions> {
  return (options) => ({
    ...adapterOn((work) => inTransaction(database, {}, work), options),
    transaction: (work) => inTransaction(database, {}, (db) => work(adapterOn((within) => within(db), options))),
  })
}

function adapterOn(within: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>, options: BetterAuthOptions): Adapter {
  /** Runs a call for whoever it is about; when that is nobody, there is nothing to be found. */
  const forWhom = <T>(
    model: string,
    where: Where[] | undefined,
    nothing: T,
    call: (rows: Adapter, where: Where[], db: Kysely<Tables>) => Promise<T>,
  ): Promise<T> =>
    within(async (db) => {
      const kept = (where ?? []).map((each) => asKept(model, each))
      if (model === 'verification') return call(await proofsOf(db, options, valueIn(kept, 'identifier')), kept, db)
      const user_id = await whose(db, model, kept)
      return user_id === null ? nothing : call(await rowsOf(db, user_id, options), kept, db)
    })

  return {
    id: 'rows-of-one',
    create: async ({ model, data, ...more }) =>
      within(async (db) => {
        const given = data as Record<string, unknown>
        const ofSession =
          model === 'session'
            ? { token: hashOfToken(given.token as string), expiresAt: await endOfSession(db, given.expiresAt as Date) }
            : {}
        const ofProof = model === 'verification' ? { identifier: hashOfToken(given.identifier as string) } : {}
        // A person has one second factor at most, which goes by their own id.
        const id = model === 'twoFactor' ? given.userId : (given.id ?? randomUUID())
        const row: Record<string, unknown> = { ...given, id, ...ofSession, ...ofProof }
        const rows =
          model === 'verification'
            ? await proofsOf(db, options, row.identifier as string)
            : await rowsOf(db, (model === 'user' ? row.id : row.userId) as string, options)
        const made = await rows.create<Record<string, unknown>, Record<string, unknown>>({ model, data: row, ...more, forceAllowId: true })
        return (model === 'session' ? { ...made, token: given.token } : made) as never
      }),
    findOne: (asked) =>
      forWhom(asked.model, asked.where, null, async (rows, where) => withToken(asked, await rows.findOne({ ...asked, where }))) as never,
    findMany: (asked) =>
      forWhom(asked.model, asked.where, [], async (rows, where) =>
        (await rows.findMany({ ...asked, where })).map((row) => withToken(asked, row)),
      ) as never,
    count: (asked) => forWhom(asked.model, asked.where, 0, (rows, where) => rows.count({ ...asked, where })),
    update: (asked) =>
      forWhom(asked.model, asked.where, null, async (rows, where, db) =>
        withToken(asked, await rows.update({ ...asked, where, update: await asChanged(db, asked) })),
      ) as never,
    updateMany: (asked) =>
      forWhom(asked.model, asked.where, 0, async (rows, where, db) =>
        rows.updateMany({ ...asked, where, update: await asChanged(db, asked) }),
      ),
    delete: (asked) => forWhom(asked.model, asked.where, undefined, (rows, where) => rows.delete({ ...asked, where })),
    deleteMany: (asked) => forWhom(asked.model, asked.where, 0, (rows, where) => rows.deleteMany({ ...asked, where })),
    consumeOne: (asked) => forWhom(asked.model, asked.where, null, (rows, where) => rows.consumeOne({ ...asked, where })) as never,
    incrementOne: (asked) => forWhom(asked.model, asked.where, null, (rows, where) => rows.incrementOne({ ...asked, where })) as never,
  }
}

/** From here on the transaction shows this person's rows. */
async function rowsOf(db: Kysely<Tables>, user_id: string, options: BetterAuthOptions): Promise<Adapter> {
  await sql`select set_config('app.user_id', ${user_id}, true)`.execute(db)
  return adapterOf(db, options)
}

/** From here on the transaction shows the proof of this hash; without one, that which it has shown so far, or none. */
async function proofsOf(db: Kysely<Tables>, options: BetterAuthOptions, identifier: string | undefined): Promise<Adapter> {
  if (identifier !== undefined) await sql`select set_config('app.proof', ${identifier}, true)`.execute(db)
  return adapterOf(db, options)
}

const adapterOf = (db: Kysely<Tables>, options: BetterAuthOptions): Promise<Adapter> =>
  getAdapter({ ...options, database: { db: db.withPlugin(datesAsObjects), type: 'postgres' } })

/** What is asked of a field to be, where nothing else would do. */
const valueIn = (where: Where[], field: string): string | undefined =>
  where.find((each) => each.field === field && (each.operator ?? 'eq') === 'eq' && (each.connector ?? 'AND') === 'AND')?.value as
    | string
    | undefined

/** The fields by which better-auth asks for somebody. What it asks for in another way is a bug here, not an empty answer. */
async function whose(db: Kysely<Tables>, model: string, where: Where[]): Promise<string | null> {
  const valueOf = (field: string): string | undefined => valueIn(where, field)
  const user_id = valueOf(model === 'user' ? 'id' : 'userId') ?? (model === 'twoFactor' ? valueOf('id') : undefined)
  if (user_id !== undefined) return user_id
  const [id, email, token] = [valueOf('id'), valueOf('email'), valueOf('token')]
  const credential = valueOf('credentialID')
  const [provider, subject] = [valueOf('providerId'), valueOf('accountId')]
  if (model === 'account' && id !== undefined) return userOfAccount(db, id)
  if (model === 'account' && provider !== undefined && subject !== undefined) return userOfLink(db, provider, subject)
  if (model === 'passkey' && id !== undefined) return userOfPasskey(db, id)
  if (model === 'passkey' && credential !== undefined) return userOfCredential(db, credential)
  if (model === 'user' && email !== undefined) return userOfEmail(db, email)
  if (model === 'session' && token !== undefined) return userOfSession(db, token)
  return unknownCall(model, where.map(({ field }) => field).join(', '))
}

function unknownCall(model: string, by: string): never {
  throw new Error(`better-auth asked for ${model} by ${by}, which does not say whose it is.`)
}

/** The secrets by which better-auth asks, and of which a hash is kept. */
const hashed: Readonly<Record<string, string>> = { session: 'token', verification: 'identifier' }
const asKept = (model: string, where: Where): Where =>
  hashed[model] === where.field ? { ...where, value: hashOfToken(where.value as string) } : where

/** A session found by its token says it as it was given; one found otherwise, the hash. */
function withToken<T>({ model, where }: { model: string; where?: Where[] | undefined }, row: T): T {
  const token = model === 'session' ? where?.find(({ field }) => field === 'token')?.value : undefined
  return row && token !== undefined ? { ...row, token } : row
}

/** A change of a session that says its token again leaves the hash as it is; one that renews it says its end by the database's clock. */
async function asChanged(
  db: Kysely<Tables>,
  { model, update }: { model: string; update: Record<string, unknown> },
): Promise<Record<string, unknown>> {
  if (model !== 'session') return update
  const { token: _token, ...rest } = update
  return rest.expiresAt instanceof Date ? { ...rest, expiresAt: await endOfSession(db, rest.expiresAt) } : rest
}
