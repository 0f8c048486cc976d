/** Somebody asks for what would take a minute and all memory; everybody else goes on as if nothing were. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signUp, startApp, type AppProcess, type Person } from './appProcess.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'pynance-work-'))
let app: AppProcess
let address: string
let heavy: Person
let other: Person

beforeAll(async () => {
  app = startApp(dataDir)
  address = await app.address
  heavy = await signUp(address)
  other = await signUp(address, 'ben@example.com')
})

afterAll(async () => {
  app.child.kill('SIGTERM')
  await app.ended
  rmSync(dataDir, { recursive: true, force: true })
})

describe('a plan of 111 kB within all limits: 200 daily incomes, each divided by 200 rules', () => {
  const daily = (name: string) => ({ name, amount_cents: 100_000, due_date: '2026-01-01', schedule: { every: 1, unit: 'day' } })
  const rule = (index: number) => ({ target: `savings:Jar ${index}`, kind: 'fixed', value: 1, base: 'income' })
  const incomes = Array.from({ length: 200 }, (_, index) => daily(`Income ${index}`))
  const allocations = Array.from({ length: 200 }, (_, index) => rule(index))

  it.each(['2028-01-01', '2027-01-01', '2026-06-01'])(
    'as a journal until %s it is refused with a sentence, while somebody else reads',
    async (until) => {
      const made = await heavy.send(address, 'POST', '/api/planning/', {
        name: `Daily until ${until}`,
        start_date: '2026-01-01',
        bills: [],
        incomes,
        allocations,
      })
      expect(made.status).toBe(201)
      const small = await other.send(address, 'POST', '/api/planning/', { name: randomUUID() })
      let isAnswered = false
      let reads = 0
      const reading = (async () => {
        while (!isAnswered) {
          expect((await other.send(address, 'GET', `/api/planning/${String(small.body.id)}`)).status).toBe(200)
          reads += 1
          await sleep(5)
        }
      })()
      const answer = await heavy.send(
        address,
        'GET',
        `/api/planning/${String(made.body.id)}/export?format=hledger&today=2026-01-01&until=${until}`,
      )
      isAnswered = true
      await reading
      expect(answer.status).toBe(422)
      expect(answer.body.detail).toMatch(/^These are [\d,]+ shares of paydays, where 2,000,000 are worked out together\. /)
      expect(reads).toBeGreaterThan(0)
      expect(app.child.exitCode).toBeNull()
    },
  )
})
