/** Runs the fuzz in a thread of its own for a time, and watches it: a seed that takes that thread ten seconds of work hangs. */
import { Worker } from 'node:worker_threads'

export interface FuzzReport {
  first: number
  count: number
  failed: { seed: number; faults: string[] }[]
}

const longestSeconds = 10

export function fuzz(first: number, seconds: number): Promise<FuzzReport> {
  const progress = new SharedArrayBuffer(4)
  const now = new Int32Array(progress)
  const worker = new Worker(new URL('fuzz-worker.ts', import.meta.url), { workerData: { progress, first, milliseconds: seconds * 1_000 } })
  return new Promise((resolve, reject) => {
    // By the thread's own time: others may leave it none for longer.
    let last = { seed: -1, at: 0 }
    const watch = setInterval(async () => {
      const seed = Atomics.load(now, 0)
      const used = await worker.cpuUsage().catch(() => null)
      if (used === null) return
      const at = (used.user + used.system) / 1_000_000
      if (seed !== last.seed) last = { seed, at }
      else if (at - last.at > longestSeconds)
        finish({ first, count: seed - first, failed: [{ seed, faults: [`did not end within ${longestSeconds} s`] }] })
    }, 1_000)
    const finish = (report: FuzzReport): void => {
      clearInterval(watch)
      void worker.terminate().then(() => resolve(report))
    }
    worker.on('message', (report: Omit<FuzzReport, 'first'>) => finish({ first, ...report }))
    worker.on('error', (error) => {
      clearInterval(watch)
      reject(error)
    })
  })
}
