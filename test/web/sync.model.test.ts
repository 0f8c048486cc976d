import { expect, test } from 'vitest'
import { runs } from '../core/runs.ts'
import { random, world, type End } from './syncModel.ts'

/** SEED names the first of the interleavings that are tried; a failure names its own. */
const first = Number(process.env.SEED ?? 1)

test.each(['api', 'local'] as const)(
  '%s mode: whatever is lost, killed, full or signed out, no edit is lost, none is stored twice, and all show the same in the end',
  (mode) => {
    const ends: Record<End, number> = { stored: 0, refused: 0, absorbed: 0 }
    for (let seed = first; seed < first + runs(mode === 'api' ? 10_000 : 2_000); seed += 1) {
      const played = world(seed, mode)
      for (let left = 20 + random(seed)(60); left > 0; left -= 1) played.act()
      played.settle()
      for (const end of played.ends.values()) ends[end] += 1
    }
    // Each of them happens, so that the test says something about it.
    for (const count of Object.values(ends)) expect(count).toBeGreaterThan(runs(20))
  },
  600_000,
)
