/** Limits that hold together over processes on one database: each here has pools and counters of its own, as a process has. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { attemptLimits, createAttempts, type AttemptLimits, type Attempts } from '../../server/auth/attempts.ts'
import { monotonicNow } from '../../server/counter.ts'
import { openDatabase, type Database } from '../../server/database/connect.ts'
import { rateOf } from '../../server/http/rates.ts'
import { sharedCounts, type SharedCounts } from '../../server/sharedCounter.ts'
import { asOwner, freshDatabase, type FreshDatabase } from './freshDatabase.ts'

const secret = 'the secret of the apps of these tests'
let fresh: FreshDatabase
const databases: Database[] = []

beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()))
  await fresh.close()
})

/** What one more process would count with. */
function process(): SharedCounts {
  const database = openDatabase({ connection: fresh.appUrl, max: 4 })
  databases.push(database)
  return sharedCounts(database, secret)
}

const processes = (count: number, limits: AttemptLimits): Attempts[] =>
  Array.from({ length: count }, () => createAttempts(limits, monotonicNow, process()))
const limits: AttemptLimits = { ...attemptLimits, per_account_and_address: 5, per_address: 12, taken_per_address: 3 }
const not = async (): Promise<boolean> => false
let addresses = 0
const newNetwork = (): string => `198.51.100.${(addresses += 1)}`

/** How many of so many wrong tries were made, all sent at once to the processes in turn. */
async function guessed(
  attempts: readonly Attempts[],
  times: number,
  who: (nth: number) => { email: string; network: string },
): Promise<number> {
  const made = await Promise.all(
    Array.from({ length: times }, async (_, nth) => {
      const begun = await attempts[nth % attempts.length]!.begin(who(nth), not)
      if (begun.wait_ms > 0) return 0
      await begun.failed()
      return 1
    }),
  )
  return made.reduce<number>((sum, one) => sum + one, 0)
}

describe('tries of passwords', () => {
  test('for one account from one address are as many over four processes as over one', async () => {
    const network = newNetwork()
    expect(await guessed(processes(4, limits), 40, () => ({ email: 'ana@example.com', network }))).toBe(5)
  })

  test('from one address are as many over four processes as over one, whatever the accounts', async () => {
    const network = newNetwork()
    expect(await guessed(processes(4, limits), 80, (nth) => ({ email: `person-${nth}@example.com`, network }))).toBe(12)
  })

  test('are remembered by a process that has just started, with the time that is left', async () => {
    const network = newNetwork()
    await guessed(processes(1, limits), 5, () => ({ email: 'ben@example.com', network }))
    const [fromNew] = processes(1, limits)
    const { wait_ms } = await fromNew!.begin({ email: 'ben@example.com', network }, not)
    expect(wait_ms).toBeGreaterThan(limits.window_ms - 60_000)
    expect(wait_ms).toBeLessThanOrEqual(limits.window_ms)
  })

  test('that were right forget the wrong ones before them, wherever those were made', async () => {
    const who = { email: 'cleo@example.com', network: newNetwork() }
    const [one, other] = processes(2, { ...limits, per_address: 100 })
    expect(await guessed([one!], 4, () => who)).toBe(4)
    await (await other!.begin(who, not)).succeeded()
    expect(await guessed([other!], 4, () => who)).toBe(4)
  })

  test('that came to no verdict count as none, on all processes', async () => {
    const who = { email: 'dora@example.com', network: newNetwork() }
    const attempts = processes(3, limits)
    for (let nth = 0; nth < 60; nth += 1) {
      const begun = await attempts[nth % 3]!.begin(who, not)
      expect([nth, begun.wait_ms]).toEqual([nth, 0])
      await begun.undone()
    }
  })

  test('setting the clock of a machine makes no wait longer than a window, and lifts what its process has counted by itself for nobody', async () => {
    const who = { email: 'emil@example.com', network: newNetwork() }
    const [here, there] = processes(2, { ...limits, per_account_and_address: 1 })
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      await (await here!.begin(who, not)).failed()
      for (const at of ['2099-01-01', '1980-01-01', '2026-11-28']) {
        vi.setSystemTime(new Date(at))
        const { wait_ms } = await here!.begin(who, not)
        expect(wait_ms).toBeGreaterThan(0)
        expect(wait_ms).toBeLessThanOrEqual(limits.window_ms)
        expect((await there!.begin(who, not)).wait_ms).toBeLessThanOrEqual(limits.window_ms)
      }
    } finally {
      vi.useRealTimers()
    }
  })

  test('that time has passed for may be made again', async () => {
    const network = newNetwork()
    const short = { ...limits, window_ms: 1_000 }
    const attempts = processes(2, short)
    expect(await guessed(attempts, 20, () => ({ email: 'finn@example.com', network }))).toBe(5)
    await sleep(1_100)
    expect(await guessed(attempts, 20, () => ({ email: 'finn@example.com', network }))).toBe(5)
  })
})

test('sign-ups that are told of a taken address are as many over four processes as over one', async () => {
  const network = newNetwork()
  const attempts = processes(4, limits)
  const waits: number[] = []
  for (let nth = 0; nth < 12; nth += 1) {
    const begun = await attempts[nth % 4]!.signUp(network)
    if (begun.wait_ms === 0) await begun.wasTaken()
    waits.push(begun.wait_ms)
  }
  expect(waits.filter((wait) => wait === 0)).toHaveLength(3)
})

test('the table names nobody, and what has ended long ago goes', async () => {
  await guessed(processes(1, limits), 1, () => ({ email: 'gina@example.com', network: '203.0.113.99' }))
  const { rows } = await asOwner(fresh.url, (client) => client.query<{ key: string }>('select key from rate_limits'))
  expect(rows.length).toBeGreaterThan(0)
  for (const { key } of rows) expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/)
})

describe('requests a minute', () => {
  test('are as many over four processes as over one, and at most a hundredth more for each', async () => {
    const rates = Array.from({ length: 4 }, () => rateOf('requests_of_account', 400, process()))
    let let_through = 0
    for (let nth = 0; nth < 1_600; nth += 1) {
      if (rates[nth % 4]!.count('ana') === 0) let_through += 1
      // Requests take time; what was counted is told meanwhile.
      if (nth % 8 === 0) await sleep(2)
    }
    expect(let_through).toBeGreaterThanOrEqual(400)
    expect(let_through).toBeLessThanOrEqual(400 + 4 * 4 * 3)
    expect(rates.map((rate) => rate.count('ben'))).toEqual([0, 0, 0, 0])
  })

  test('are counted by each process alone while the database is away', async () => {
    const database = openDatabase({ connection: fresh.appUrl, max: 4 })
    const rate = rateOf('requests_of_account', 50, sharedCounts(database, secret))
    await database.close()
    const waits: number[] = []
    for (let nth = 0; nth < 60; nth += 1) {
      waits.push(rate.count('cleo'))
      await sleep(1)
    }
    expect(waits.filter((wait) => wait === 0)).toHaveLength(50)
  })
})
