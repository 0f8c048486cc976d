import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { serve } from '../../server/serve.ts'
import type { Settings } from '../../server/settings.ts'
import { asOwner } from '../server/freshDatabase.ts'
import { planningApp } from '../server/planningApp.ts'
import { builtApp } from './builtApp.ts'

const script = join(import.meta.dirname, '../../scripts/verify.ts')

/** Verifies a deployment of its own; `accounts` are those that are left in it. */
async function verified({
  web,
  settings = {},
  stopAfter,
}: {
  web: string
  settings?: Partial<Settings>
  stopAfter?: string
}): Promise<{ code: number; output: string; accounts: number }> {
  const server = await planningApp({ web, settings })
  const serving = await serve({ fetch: server.app.fetch, host: '127.0.0.1', port: 0 })
  const child = spawn(process.execPath, [script, serving.address], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.on('data', (said) => {
    if (stopAfter && String(said).includes(stopAfter)) child.kill('SIGTERM')
  })
  const [output, errors] = [text(child.stdout), text(child.stderr)]
  const [code] = (await once(child, 'close')) as [number]
  const { rowCount } = await asOwner(server.fresh.url, (client) => client.query('select from "user"'))
  await serving.stop(0)
  await server.close()
  return { code, output: (await output) + (await errors), accounts: rowCount ?? 0 }
}

describe('npm run verify', () => {
  test('on a deployment that works: a plan kept through the API is found in a real browser, and nothing is left behind', async () => {
    const { code, output, accounts } = await verified({ web: builtApp() })
    expect(output).toContain('ok      it is on the page after a reload')
    expect(output).toMatch(/works\.\n$/)
    expect([code, accounts]).toEqual([0, 0])
  })

  test('stopped while a page that is not the app is looked at: names the step, fails, and still leaves nothing behind', async () => {
    const web = mkdtempSync(join(tmpdir(), 'pynance-empty-'))
    writeFileSync(join(web, 'index.html'), '<!doctype html><title>Something else</title>')
    const { code, output, accounts } = await verified({ web, stopAfter: 'read back the same' })
    expect(output).toContain('FAILED  it is on the page')
    expect(output).toContain('ok      the account is deleted')
    expect([code, accounts]).toEqual([1, 0])
    rmSync(web, { recursive: true })
  })

  test('on one that takes no new accounts: says so', async () => {
    const { code, output } = await verified({ web: builtApp(), settings: { sign_up: 'closed' } })
    expect(output).toContain('FAILED  somebody signs up')
    expect(output).toContain('sign_up_is_closed')
    expect(code).toBe(1)
  })
})
