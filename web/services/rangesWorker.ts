/** Goes through a plan many times over, apart from the page, which stays free meanwhile. */
import { simulate } from '../../core/ranges/ranges.ts'
import type { RangesAnswer, RangesRequest } from './rangesWork.ts'

/** Fewer say too little. */
const least_runs = 200

self.addEventListener('message', ({ data: { scenario, today, until } }: MessageEvent<RangesRequest>) => {
  const found = simulate(scenario, { today, until })
  const most = found.ok ? 0 : Number(found.problems.find(({ code }) => code === 'too_many_runs')?.values?.most ?? 0)
  const again = most >= least_runs ? simulate(scenario, { today, until, runs: most }) : found
  self.postMessage((again.ok ? again.ranges : null) satisfies RangesAnswer, { transfer: [] })
})
