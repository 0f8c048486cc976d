import { expect, test } from 'vitest'
import { killAgainAndAgain } from '../server/killing.ts'
import { seeded } from '../server/seeded.ts'
import { drawnSeed } from '../draws.ts'

const kills = Number(process.env.KILLS ?? 200)

test(`no acknowledged write is lost in ${kills} kills, of the app alone and of app and database, and each next start works by itself`, async () => {
  const seed = drawnSeed()
  const report = await killAgainAndAgain(kills, seeded(seed))
  expect(report.lost, `SEED=${seed}`).toEqual([])
  expect(report.kills).toBeGreaterThanOrEqual(kills)
})
