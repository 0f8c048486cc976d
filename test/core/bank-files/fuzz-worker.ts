/** Tries one seed after the other; says before each which it is, so that whoever watches can tell one that hangs. */
import { parentPort, workerData } from 'node:worker_threads'
import { faultsOf } from './fuzzing.ts'

const { progress, first, milliseconds } = workerData as { progress: SharedArrayBuffer; first: number; milliseconds: number }
const now = new Int32Array(progress)
const until = performance.now() + milliseconds
let count = 0
const failed: { seed: number; faults: string[] }[] = []
for (let seed = first; performance.now() < until && failed.length < 10; seed += 1) {
  Atomics.store(now, 0, seed)
  const faults = faultsOf(seed)
  if (faults.length > 0) failed.push({ seed, faults: faults.slice(0, 3) })
  count += 1
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort!.postMessage({ count, failed })
