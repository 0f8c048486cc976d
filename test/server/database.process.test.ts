import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request, type ClientRequest, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { databaseProcesses, isWell, signUp, startApp, type AppProcess } from './appProcess.ts'
import { emptyDatabase } from './freshDatabase.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'pynance-process-'))
const apps: AppProcess[] = []
const start = (environment?: Record<string, string>): AppProcess => {
  const app = startApp(dataDir, environment)
  apps.push(app)
  return app
}
afterEach(async () => {
  for (const app of apps.splice(0)) {
    app.child.kill('SIGKILL')
    await app.ended
  }
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

describe('several apps', () => {
  test('share one database of yours: they migrate it once, and who signed in at one is signed in at the other', async () => {
    const { url, drop } = await emptyDatabase()
    const shared = { DATABASE_URL: url, AUTH_SECRET: 'the same for every app on one database', DATABASE_POOL_MAX: '4' }
    const [first, second] = [start(shared), start(shared)]
    const person = await signUp(await first.address)
    expect((await person.send(await first.address, 'POST', '/api/planning/', { name: 'Seen from both' })).status).toBe(201)
    expect((await person.send(await second.address, 'GET', '/api/planning/')).body).toMatchObject([{ name: 'Seen from both' }])
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect((await person.send(await second.address, 'GET', '/api/planning/')).status).toBe(200)
    second.child.kill('SIGTERM')
    await second.ended
    await drop()
  })
})

describe('the app as a process', () => {
  test('prints one line with its address, serves there, and ends with code 0 and its database when it is told to', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const app = start()
      const address = await app.address
      expect(await isWell(address)).toBe(true)
      const processes = databaseProcesses(dataDir)
      expect(processes.length).toBeGreaterThan(1)
      app.child.kill(signal)
      expect(await app.ended).toBe(0)
      expect(app.output()).toBe(`pyNance Planning is at ${address}\n`)
      expect(databaseProcesses(dataDir)).toEqual([])
      expect(() => process.kill(processes[0]!, 0)).toThrow('ESRCH')
    }
  })

  test('finishes a request in flight before it stops, and what that wrote is there afterwards', async () => {
    const app = start()
    const address = await app.address
    const person = await signUp(address)
    const body = JSON.stringify({ name: 'Written while stopping' })
    const sending: ClientRequest = request(`${address}/api/planning/`, {
      method: 'POST',
      headers: { cookie: person.cookie, origin: address, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    })
    sending.write(body.slice(0, 10))
    await sleep(200)
    app.child.kill('SIGTERM')
    await sleep(200)
    sending.end(body.slice(10))
    const [answer] = (await once(sending, 'response')) as [IncomingMessage]
    expect([answer.statusCode, JSON.parse(await text(answer)).name]).toEqual([201, 'Written while stopping'])
    expect(await app.ended).toBe(0)
    const next = start()
    const list = await person.send(await next.address, 'GET', '/api/planning/')
    expect(list.body).toMatchObject([{ name: 'Written while stopping' }])
  })

  test('can be backed up while it runs', async () => {
    const app = start()
    await app.address
    const file = join(dataDir, 'while-running.backup')
    const command = promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../scripts/backup.ts'), file], {
      env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir },
      cwd: dataDir,
    })
    expect((await command).stdout).toBe(`Wrote ${file}; accounts: 1, scenarios: 1.\n`)
    expect(await isWell(await app.address)).toBe(true)
  })

  test('refuses a second app on the same DATA_DIR with a sentence and code 1', async () => {
    const first = start()
    await first.address
    const second = start()
    await expect(second.address).rejects.toThrow(/^Another app is using DATA_DIR .*\.\n$/)
    expect(await second.ended).toBe(1)
  })

  test('names every wrong setting, with code 1 and no stack', async () => {
    const app = start({ PORT: 'http', SIGN_UP: 'maybe' })
    await expect(app.address).rejects.toThrow(/^PORT must be [^\n]*\nSIGN_UP must be [^\n]*\n$/)
    expect(await app.ended).toBe(1)
  })

  test('says so when its port is taken, and leaves no database behind', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const app = start({ PORT: String(port) })
    await expect(app.address).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken by another program.`)
    expect(await app.ended).toBe(1)
    expect(databaseProcesses(dataDir)).toEqual([])
    other.close()
  })

  test('ends with code 1 when its database is killed under it, so that whatever watches it starts it again', async () => {
    const app = start()
    await app.address
    for (const pid of databaseProcesses(dataDir)) process.kill(pid, 'SIGKILL')
    expect(await app.ended).toBe(1)
    const next = start()
    expect(await isWell(await next.address)).toBe(true)
  })
})
