/**
 * The browser's database. A newer version of the app in another tab upgrades it: this tab then lets go of it and says
 * so. A database written by a newer version than this one is left alone.
 */
import { openDB, type IDBPDatabase } from 'idb'
import { problem, type Problem } from '../../../core/problem.ts'
import { Failure } from '../failure.ts'
import { keyFields, type Key, type Records, type TableName, type Tables, type Writing } from './records.ts'
import { stamped, upgraded } from './upgrades.ts'

export const databaseName = 'pyNance'
export const databaseVersion = 7

export interface StorageEvents {
  /** A newer version of the app has opened the database in another tab; this tab has let go of it. */
  superseded?: (() => void) | undefined
  /** This tab has to wait until older tabs are closed. */
  blocked?: (() => void) | undefined
}

/** Each step brings the database from one version to the next; all of them run in the one upgrade transaction. */
const upgrades: ((database: IDBPDatabase) => void)[] = [
  createMissing,
  // Schedules, incomes, goals and branches, and what files of banks hold. Records that are there stay as they are and are upgraded as they
  // are read; the number keeps away tabs that don't know these.
  createMissing,
  // Revisions that keep a change in place of a state: an older version would not find the state, and would clear away what leads to others.
  () => undefined,
  // One exception a date in place of four lists: records are upgraded as they are read.
  () => undefined,
  // Changes from a date on, which an older version would leave out of its figures.
  () => undefined,
  // Accounts and transfers, likewise.
  () => undefined,
  // Which payments at the bank are which dates of a plan.
  createMissing,
]

function createMissing(database: IDBPDatabase): void {
  for (const [table, fields] of Object.entries(keyFields)) {
    if (!database.objectStoreNames.contains(table)) database.createObjectStore(table, { keyPath: [...fields] })
  }
}

/** Opens the browser's database, or memory where there is none to be had. Throws Failure when it is of a newer version. */
export async function openRecords(events: StorageEvents = {}, name = databaseName): Promise<Records> {
  if (typeof indexedDB === 'undefined') return inMemory()
  try {
    return await browserRecords(events, name)
  } catch (error) {
    if (error instanceof Failure) throw error
    return inMemory()
  }
}

/** Rarely wanted, so it loads when it is. */
const inMemory = async (): Promise<Records> => (await import('./memoryRecords.ts')).memoryRecords()

async function browserRecords(events: StorageEvents, name: string): Promise<Records> {
  let isSuperseded = false
  const open = (): Promise<IDBPDatabase> =>
    openDB(name, databaseVersion, {
      upgrade: (database, oldVersion) => {
        for (const upgrade of upgrades.slice(oldVersion)) upgrade(database)
      },
      blocked: () => events.blocked?.(),
      blocking: (_current, _blocked, event) => {
        isSuperseded = true
        ;(event.target as IDBDatabase).close()
        events.superseded?.()
      },
    }).catch((error: unknown) => {
      throw nameOf(error) === 'VersionError' ? newerVersion() : error
    })
  let database = await open()

  const run = async <R>(tables: TableName[], mode: 'readonly' | 'readwrite', work: (writing: Writing) => Promise<R>): Promise<R> => {
    if (isSuperseded) throw newerVersion()
    const transaction = await begin(tables, mode)
    // Failures of the commit are seen below; until then they must not count as unhandled.
    transaction.done.catch(() => undefined)
    const store = (table: TableName) => transaction.objectStore(table)
    const writing: Writing = {
      get: async <T extends TableName>(table: T, key: Key) => {
        const record = (await store(table).get([...key])) as Tables[T] | undefined
        return record && upgraded(table, record)
      },
      list: async <T extends TableName>(table: T, prefix?: Key) => {
        const found = (await store(table).getAll(prefix && beginsWith(prefix))) as Tables[T][]
        return found.map((record) => upgraded(table, record))
      },
      put: async (table, record) => void (await store(table).put!(stamped(table, record))),
      delete: (table, key) => store(table).delete!([...key]),
      deleteAll: (table, prefix) => store(table).delete!(beginsWith(prefix)),
    }
    try {
      const result = await work(writing)
      await transaction.done
      return result
    } catch (error) {
      abort(transaction)
      throw transaction.error ?? error
    }
  }

  /** A browser may drop the connection by itself (memory pressure, cleared data): then it is opened once more. */
  const begin = async (tables: TableName[], mode: 'readonly' | 'readwrite') => {
    try {
      return database.transaction(tables, mode, { durability: 'strict' })
    } catch (error) {
      if (nameOf(error) !== 'InvalidStateError') throw error
      database = await open()
      return database.transaction(tables, mode, { durability: 'strict' })
    }
  }

  return {
    lasts: true,
    read: (tables, work) => run(tables, 'readonly', work),
    write: (tables, work) => run(tables, 'readwrite', work),
    close: () => database.close(),
  }
}

/** What went wrong in a transaction, for people; nothing was stored. An error that is not the storage's is thrown on. */
export function storageProblem(error: unknown): Problem {
  if (error instanceof Failure) return error.problem
  if (!(error instanceof DOMException)) throw error
  return nameOf(error) === 'QuotaExceededError' ? problem('storage_is_full', '') : problem('storage_is_not_available', '')
}

const newerVersion = (): Failure => new Failure(problem('storage_is_not_available.newer', ''))

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '')

/** Every key that begins so: an array sorts after all texts and numbers. */
const beginsWith = (prefix: Key): IDBKeyRange => IDBKeyRange.bound([...prefix], [...prefix, []])

function abort(transaction: { abort: () => void }): void {
  try {
    transaction.abort()
  } catch {
    // It has ended already, which is what an abort is for.
  }
}
