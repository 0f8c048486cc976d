/**
 * How the app gets into the embedded database as its owner: by a password that lies in DATA_DIR, for this user alone. Nobody gets in
 * without one.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from '../refusal.ts'
import { makeFile } from '../wholeFile.ts'
import { passwordClause, randomPassword } from './scram.ts'

const passwordFile = (root: string): string => join(root, 'database-password')
const rulesFile = (cluster: string): string => join(cluster, 'pg_hba.conf')

const rules = `# Written by the app as it starts. Everybody gives a password, and nobody comes in from a network.
local all all scram-sha-256
`

/** While the owner has no password yet, or none that is known: on the private socket, until it has one. */
const openingRules = (owner: string): string => `local all ${owner} trust\n`

/**
 * The owner's password; made, and whole on the disk, when there is none. One that only can't be seen at this moment is never written over:
 * the database would know another.
 */
export function ownerPassword(root: string): string {
  const path = passwordFile(root)
  if (!existsSync(path)) makeFile(path, randomPassword())
  const password = readFileSync(path, 'utf8').trim()
  if (!/^[\w-]{43}$/.test(password))
    throw new Refusal(`The file ${path} does not hold the database's password. Remove it, and a new one is made at the next start.`)
  return password
}

export interface OwnerLogin {
  /** Gives the owner its password in a server that has started, and lets nobody in without one from then on. */
  close(url: URL): Promise<void>
}

/**
 * Readies the cluster of a server that is about to start. One made by an app that knew no passwords, and one whose password
 * was lost, is opened to its owner for as long as it takes to set one; broken off, it is done again at the next start.
 */
export function prepareOwnerLogin(root: string, cluster: string, owner: string): OwnerLogin {
  const isClosed = existsSync(passwordFile(root)) && existsSync(rulesFile(cluster)) && readFileSync(rulesFile(cluster), 'utf8') === rules
  if (isClosed) return { close: async () => {} }
  ownerPassword(root)
  writeInPlace(rulesFile(cluster), openingRules(owner))
  return {
    async close(url) {
      await asOpenOwner(url, (client) =>
        client.query(`alter role ${client.escapeIdentifier(owner)}${passwordClause(client, ownerPassword(root))}`),
      )
      await asOpenOwner(url, async (client) => {
        writeInPlace(rulesFile(cluster), rules)
        await client.query('select pg_reload_conf()')
      })
      await untilClosed(url)
    },
  }
}

/**
 * Into the file that is there, so that it stays the server's user's. A half-written one is no set of rules of ours, and is written again.
 */
const writeInPlace = (path: string, text: string): void => writeFileSync(path, text, { flush: true })

async function asOpenOwner<T>(url: URL, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const open = new URL(url)
  open.password = ''
  open.pathname = '/postgres'
  const client = new pg.Client({ connectionString: open.href })
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    // Also where it was asked for a password and has none: left open, it would keep databases from being dropped for a minute.
    await client.end()
  }
}

/** The server reads its rules again when it gets to it. */
async function untilClosed(url: URL): Promise<void> {
  const openOwner = (): Promise<boolean> => asOpenOwner(url, async () => true).catch(() => false)
  for (const until = Date.now() + 10_000; Date.now() < until; await sleep(10)) if (!(await openOwner())) return
  throw new Refusal('The embedded database still lets its owner in without a password. See postgres.log in DATA_DIR.')
}
