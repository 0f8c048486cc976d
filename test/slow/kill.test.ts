import { expect, test } from 'vitest'
import { killAgainAndAgain } from '../server/killing.ts'
import { seeded } from '../server/seeded.ts'

const kills = Number(process.env.KILLS ?? 200)

test(`no acknowledged write is lost in ${kills} kills, of the app alone and of app and database, and each next start works by itself`, async () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
  const report = await killAgainAndAgain(kills, seeded(seed))
  expect(report.lost, `SEED=${seed}`).toEqual([])
  expect(report.kills).toBeGreaterThanOrEqual(kills)
})
