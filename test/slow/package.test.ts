/** The program as a package: packed, run by npx in an empty folder with nothing of the project about, used, and stopped. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { databaseProcesses, isWell, oneRequest, signUp } from '../server/appProcess.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'pynance-package-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Without what a test runner adds. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|VITEST|NODE_ENV|NODE_OPTIONS|DATABASE_URL)/.test(name)),
)

test('npm pack makes a package that npx runs, with its own database, pages and workers', async () => {
  const packed = spawnSync('npm', ['pack', '--pack-destination', folder], { cwd: root, encoding: 'utf8', env: environment })
  expect([packed.status, packed.status === 0 ? '' : packed.stderr]).toEqual([0, ''])
  const archive = readdirSync(folder).find((name) => /^pynance-planning-.*\.tgz$/.test(name))
  const place = join(folder, 'somewhere')
  mkdirSync(place)

  const child = spawn('npx', ['--yes', `../${archive}`], {
    cwd: place,
    env: { ...environment, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  let errors = ''
  child.stderr.on('data', (text) => (errors += text))
  const closed = once(child, 'close')
  try {
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (text) => {
        output += text
        const [, found] = /is at (\S+)\n/.exec(output) ?? []
        if (found) resolve(found)
      })
      void closed.then(() => reject(new Error(errors)))
    })
    expect(await isWell(address)).toBe(true)
    const page = await (await fetch(address, { headers: oneRequest })).text()
    const [, script] = /src="(\/assets\/[^"]+\.js)"/.exec(page)!
    expect((await fetch(address + script!, { headers: oneRequest })).headers.get('content-type')).toContain('text/javascript')

    const ana = await signUp(address)
    const made = await ana.send(address, 'POST', '/api/planning', { name: 'From a package' })
    expect(made.status).toBe(201)
    // A body this large is worked out in a worker thread.
    const bills = Array.from({ length: 800 }, (_, nth) => ({ name: `Bill ${nth} ${'x'.repeat(60)}`, amount_cents: nth + 1 }))
    const replaced = await ana.send(address, 'PUT', `/api/planning/${made.body.id as string}`, { bills, allocations: [] })
    expect(replaced.status).toBe(200)
    const stored = await ana.send(address, 'GET', `/api/planning/${made.body.id as string}`)
    expect((stored.body.bills as unknown[]).length).toBe(800)
    expect(databaseProcesses(join(place, 'data')).length).toBeGreaterThan(1)
  } finally {
    process.kill(-child.pid!, 'SIGTERM')
    await closed
  }
  expect(readdirSync(place)).toEqual(['data'])
  expect(databaseProcesses(join(place, 'data'))).toEqual([])
})
