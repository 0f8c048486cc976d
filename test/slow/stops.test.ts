import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signUp, startApp } from '../server/appProcess.ts'
import { emptyDatabase } from '../server/freshDatabase.ts'
import { seeded } from '../server/seeded.ts'
import { stopUnderLoad, type StopReport } from '../server/stopping.ts'
import { drawnSeed } from '../draws.ts'

test('100 stops of the app among people who ask for a plan all the time cut off nobody', { timeout: 1_800_000 }, async () => {
  const seed = drawnSeed()
  const random = seeded(seed)
  const folder = mkdtempSync(join(tmpdir(), 'pynance-stops-'))
  const { url, drop } = await emptyDatabase()
  const start = () => startApp(folder, { DATABASE_URL: url, AUTH_SECRET: 'the same at every start of these stops' })
  const report: StopReport = { stops: 0, answered: 0, told: 0, cut: [] }
  let cookie = ''
  let path = ''
  for (let turn = 0; turn < 100; turn += 1) {
    const app = start()
    const address = await app.address
    if (turn === 0) {
      const person = await signUp(address)
      cookie = person.cookie
      path = `/api/planning/${(await person.send(address, 'POST', '/api/planning/', { name: 'Asked for' })).body.id}`
    }
    const stop = async (): Promise<void> => {
      app.child.kill('SIGTERM')
      expect(await app.ended).toBe(0)
    }
    await stopUnderLoad({ address, stop }, { path, headers: { cookie }, clients: 32, random }, report)
  }
  process.stdout.write(
    `${report.stops} stops, ${report.answered} requests answered, ${report.told} told to end their connection, ${report.cut.length} cut\n`,
  )
  await drop()
  rmSync(folder, { recursive: true, force: true })
  expect(report.cut, `SEED=${seed}`).toEqual([])
  expect(report.stops).toBe(100)
})
