import { expect, it } from 'vitest'
import { fuzz } from './fuzz.ts'
import { drawnSeed } from '../../draws.ts'

const seconds = process.env.QUICK === '1' ? 0.5 : process.env.EVERY_CASE === '1' ? 120 : 10

it(
  `whatever happens to a file, reading it ends, throws nothing and tells only what holds (for ${seconds} seconds)`,
  async () => {
    const seed = drawnSeed()
    const report = await fuzz(seed, seconds)
    console.log(`bank files: ${report.count} mutated files from seed ${seed} on`)
    expect(report.failed, `SEED=${seed}`).toEqual([])
    expect(report.count).toBeGreaterThan(0)
  },
  (seconds + 60) * 1_000,
)
