/** A PostgreSQL as somebody else would run it: reached by a URL, its owner an ordinary role that may make databases and roles. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../server/database/embedded.ts'

/** Starts it, gives its URL to the work, and stops it after. */
export async function withOwnServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pynance-own-'))
  const server = await startEmbedded({
    dataDir,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  })
  try {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    await client.query(`create role planner login createdb createrole password 'planner'`)
    await client.query('create database planner owner planner')
    await client.end()
    const url = new URL(server.url)
    url.username = 'planner'
    url.password = 'planner'
    url.pathname = '/planner'
    return await work(url.href)
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
