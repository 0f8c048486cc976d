/**
 * One PostgreSQL for a whole run: the one that TEST_DATABASE_URL names, else an embedded one in a temporary folder. In it
 * a migrated, empty database stands as the template of all others.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
    templateDatabase: string
    /** Name and password of the role as which the app logs in to the template's copies. */
    appLogin: { role: string; password: string }
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await testServer()
  const template = `template_${randomUUID().replaceAll('-', '')}`
  await run(server.url, `create database ${template} template template0`)
  const url = new URL(server.url)
  url.pathname = `/${template}`
  const appLogin = { role: `pynance_app_${template}`, password: randomUUID() }
  await run(server.url, `create role ${appLogin.role} login password '${appLogin.password}'`)
  await migrate({
    connection: url.href,
    app_url: Object.assign(new URL(url), { username: appLogin.role, password: appLogin.password }).href,
  })
  provide('postgresUrl', server.url)
  provide('templateDatabase', template)
  provide('appLogin', appLogin)
  return async () => {
    try {
      await run(server.url, `drop database ${template}`)
      // Refused, and the run failed, when a test has left a database of its own behind.
      await run(server.url, `drop role ${appLogin.role}`)
    } finally {
      await server.stop()
    }
  }
}

async function testServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const dataDir = mkdtempSync(join(tmpdir(), 'pynance-test-'))
  // Nothing here outlives the machine, so nothing waits for its disk; the tests that kill start servers of their own.
  const server = await startEmbedded({
    dataDir,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  })
  const stop = async (): Promise<void> => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { url: server.url, stop }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    await client.query(statement)
  } finally {
    await client.end()
  }
}
