/** The page's side of the worker that says how sure a plan is: one plan at a time, and whoever asks anew ends what was asked before. */
import type { Ranges } from '../../core/ranges/ranges.ts'
import type { Scenario } from '../../core/scenario.ts'

export interface RangesRequest {
  scenario: Scenario
  today: string
  until: string
}
/** null: it is too much to work out, or can't be. */
export type RangesAnswer = Ranges | null

let worker: Worker | null = null
let waiting: ((ranges: RangesAnswer) => void) | null = null

function started(): Worker {
  const own = new Worker(new URL('./rangesWorker.ts', import.meta.url), { type: 'module' })
  const tell = (ranges: RangesAnswer): void => {
    if (worker !== own) return
    const told = waiting
    waiting = null
    told?.(ranges)
  }
  own.addEventListener('message', ({ data }: MessageEvent<RangesAnswer>) => tell(data))
  own.addEventListener('error', () => tell(null))
  return own
}

/** Calls back once it is worked out, unless something else is asked before. */
export function askRanges(request: RangesRequest, tell: (ranges: RangesAnswer) => void): void {
  // A worker does one thing after the other, and what is under way is of no use any more.
  if (waiting !== null) {
    worker?.terminate()
    worker = null
  }
  worker ??= started()
  waiting = tell
  worker.postMessage(request, [])
}
