/** Three kills, every other one of the database too; test/slow has hundreds. */
import { expect, test } from 'vitest'
import { killAgainAndAgain } from './killing.ts'
import { seeded } from './seeded.ts'
import { drawnSeed } from '../draws.ts'

test(
  'no acknowledged write is lost in three kills, of the app alone and of app and database, and each next start works by itself',
  { timeout: 900_000 },
  async () => {
    const seed = drawnSeed()
    const report = await killAgainAndAgain(3, seeded(seed))
    expect(report.lost, `SEED=${seed}`).toEqual([])
    expect(report.acknowledged).toBeGreaterThan(0)
    expect(report.with_database).toBeGreaterThan(0)
    expect(report.kills - report.with_database).toBeGreaterThan(0)
  },
)
