/**
 * Calendar feeds: a secret address that a calendar program reads without signing in. Of the secret, 256 random bits,
 * only its SHA-256 is kept; it is shown once, stands in no log, and goes with its scenario.
 */
import { createHash, randomBytes } from 'node:crypto'
import { CompiledQuery, sql, type Kysely } from 'kysely'
import { limits } from '../../core/limits.ts'
import { problem } from '../../core/problem.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { StoreResult } from '../../core/store.ts'
import { noteIn } from '../auth/accountEvents.ts'
import { inTransaction, inUserTransaction, type Database, type Line, type Purpose } from '../database/connect.ts'
import type { Tables } from '../database/tables.ts'
import { unlessTroubled } from '../database/troubles.ts'
import type { Weigh } from '../heavy/bounds.ts'
import { lockScenario, readScenario, scenarioExists } from './store.ts'

/** A feed as its person sees it. */
export interface CalendarFeed {
  id: string
  shows_amounts: boolean
  created_at: string
  /** null: never read. Within an hour of the true time. */
  last_used_at: string | null
}

/** The part of the address that nobody can guess. */
export interface NewFeed extends CalendarFeed {
  secret: string
}

export interface FeedStore {
  create(scenario_id: string, asked: { shows_amounts: boolean }): Promise<StoreResult<NewFeed>>
  /** Oldest first. */
  list(scenario_id: string): Promise<StoreResult<CalendarFeed[]>>
  /** One that is not there is as good as revoked. */
  revoke(scenario_id: string, id: string): Promise<StoreResult<{ id: string }>>
  /** The plan as it is told at that address, and notes that it was; null when the address is revoked or its plan deleted. */
  read(scenario_id: string, id: string): Promise<{ scenario: Scenario; shows_amounts: boolean } | null>
}

const secretBytes = 32
const secretPattern = /^[A-Za-z0-9_-]{43}$/
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
const visible = ['id', 'shows_amounts', 'created_at', 'last_used_at'] as const

const notFound = { ok: false as const, problems: [problem('not_found.plan', '')] }

/** A use within so many hours is not written down again. */
const useHours = 1
const readStatement = `select shows_amounts, coalesce(last_used_at > now() - make_interval(hours => $4), false) as is_noted
  from calendar_feeds where user_id = $1 and scenario_id = $2 and id = $3`

export function feedStoreFor(database: Database, user_id: string, newId: () => string, weigh: Weigh = () => {}): FeedStore {
  const inTurn = <T>(changed: readonly string[], work: (transaction: Kysely<Tables>, line: Line) => Promise<T>, to: Purpose): Promise<T> =>
    database.turns.run(user_id, changed, () => inUserTransaction(database, user_id, work, to))
  return {
    create: (scenario_id, { shows_amounts }) =>
      inTurn(
        [scenario_id],
        async (transaction, line) => {
          // Those who make feeds of one plan at the same moment queue here, so that the count holds.
          const scenario = await lockScenario({ transaction, line, user_id }, scenario_id)
          if (!scenario) return notFound
          const { count } = await transaction
            .selectFrom('calendar_feeds')
            .select((eb) => eb.fn.countAll<number>().as('count'))
            .where('user_id', '=', user_id)
            .where('scenario_id', '=', scenario_id)
            .executeTakeFirstOrThrow()
          if (count >= limits.feeds_per_scenario) {
            return { ok: false as const, problems: [problem('too_many_feeds', '', { most: limits.feeds_per_scenario })] }
          }
          const secret = randomBytes(secretBytes).toString('base64url')
          const row = { user_id, scenario_id, id: newId(), secret_hash: hashOf(secret), shows_amounts, last_used_at: null }
          const feed = await transaction.insertInto('calendar_feeds').values(row).returning(visible).executeTakeFirstOrThrow()
          await noteIn(transaction, user_id, { kind: 'feed_made', subject: scenario.name })
          return { ok: true as const, value: { ...feed, secret } }
        },
        'write',
      ),

    list: (scenario_id) =>
      inTurn(
        [],
        async (transaction, line) => {
          if (!(await scenarioExists({ transaction, line, user_id }, scenario_id))) return notFound
          const feeds = await transaction
            .selectFrom('calendar_feeds')
            .select(visible)
            .where('user_id', '=', user_id)
            .where('scenario_id', '=', scenario_id)
            .orderBy('created_at')
            .orderBy('id')
            .execute()
          return { ok: true as const, value: feeds }
        },
        'read',
      ),

    revoke: (scenario_id, id) =>
      inTurn(
        [scenario_id],
        async (transaction, line) => {
          const scenario = await lockScenario({ transaction, line, user_id }, scenario_id)
          if (!scenario) return notFound
          const { numDeletedRows } = await transaction
            .deleteFrom('calendar_feeds')
            .where('user_id', '=', user_id)
            .where('scenario_id', '=', scenario_id)
            .where('id', '=', id)
            .executeTakeFirst()
          if (numDeletedRows > 0n) await noteIn(transaction, user_id, { kind: 'feed_revoked', subject: scenario.name })
          return { ok: true as const, value: { id } }
        },
        'write',
      ),

    read: async (scenario_id, id) => {
      const found = await inTurn(
        [],
        async (transaction, line) => {
          const feed = line.ask<{ shows_amounts: boolean; is_noted: boolean }>(readStatement, [user_id, scenario_id, id, useHours])
          const [[known], scenario] = await Promise.all([feed, readScenario({ transaction, line, user_id, weigh }, scenario_id)])
          return known && scenario ? { ...known, scenario } : null
        },
        'read_at_once',
      )
      if (!found) return null
      const note = (transaction: Kysely<Tables>): Promise<unknown> =>
        transaction
          .updateTable('calendar_feeds')
          .set({ last_used_at: sql`now()` })
          .where('user_id', '=', user_id)
          .where('scenario_id', '=', scenario_id)
          .where('id', '=', id)
          .execute()
      if (!found.is_noted) await unlessTroubled(inTurn([], note, 'write'))
      return found
    },
  }
}

/** Whose plan a secret is of; null when it is unknown or revoked. `asker` is who waits for it: an address of the network. */
export async function findFeed(database: Database, secret: string, asker: string): Promise<FoundFeed | null> {
  if (!secretPattern.test(secret)) return null
  return (await database.turns.run(asker, [], () => ownerOf(database, hashOf(secret).toString('hex')))) ?? null
}

interface FoundFeed {
  user_id: string
  scenario_id: string
  id: string
}

/** Nobody's transaction: it sees the row of this hash and no other. */
async function ownerOf(database: Database, feed_hash: string): Promise<FoundFeed | undefined> {
  return inTransaction(database, { feed_hash }, async (transaction) => {
    const { rows } = await transaction.executeQuery<FoundFeed>(
      CompiledQuery.raw(`select user_id, scenario_id, id from calendar_feeds where secret_hash = decode($1, 'hex')`, [feed_hash]),
    )
    return rows[0]
  })
}
