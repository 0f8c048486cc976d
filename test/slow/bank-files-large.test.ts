/** The largest files there may be, of one line each, in a process of their own. */
import { expect, test } from 'vitest'
import { readAlone } from '../../bench/bank-files/bankFilesBench.ts'
import { largeFiles } from '../../bench/bank-files/largeFiles.ts'

test.each(Object.entries(largeFiles))(
  '25 MiB of %s: read or refused within 5 seconds and 256 MB',
  (_, text) => {
    const taken = readAlone(text())
    expect(taken.milliseconds).toBeLessThan(5_000)
    expect(taken.megabytes).toBeLessThan(256)
    expect(taken.transactions + taken.problems.length).toBeGreaterThan(0)
  },
  120_000,
)
