/** The fuzz of test/core/bank-files for an hour. */
import { expect, test } from 'vitest'
import { fuzz } from '../core/bank-files/fuzz.ts'
import { drawnSeed } from '../draws.ts'

const seconds = Number(process.env.FUZZ_SECONDS ?? 3_600)
const seed = drawnSeed()

test(
  `${seconds} seconds of mutated bank files: reading ends, throws nothing and tells only what holds (seed ${seed})`,
  async () => {
    const report = await fuzz(seed, seconds)
    console.log(`bank files: ${report.count} mutated files from seed ${seed} on`)
    expect(report.failed, `SEED=${seed}`).toEqual([])
  },
  (seconds + 120) * 1_000,
)
