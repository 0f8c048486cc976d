/** Keeps a program running: one that crashes is started again, after pauses that grow, until it crashes too often. */
import { spawn, type ChildProcess } from 'node:child_process'
import { restartsVariable } from '../server/metrics/restarts.ts'

export interface Supervision {
  /** Milliseconds before it is started again: after the first crash in a row, the second, …; after one more it is given up. */
  pauses_ms: readonly number[]
  /** A program that has served for so long begins anew. */
  settled_ms: number
  /** Takes sentences for whoever runs the place. */
  say: (sentence: string) => void
}

export const usualSupervision: Supervision = {
  pauses_ms: [500, 1_000, 2_000, 4_000, 8_000],
  settled_ms: 60_000,
  say: (sentence) => void process.stderr.write(`${sentence}\n`),
}

/**
 * Runs `node` with these arguments until it ends by itself; answers the exit code to end with. SIGTERM and SIGINT are passed
 * on and end both. The program says 'listening' over its channel once it serves: one that ends before it ever did has said
 * why, such as a wrong setting, and is not started again. When this process is gone, the program's channel closes.
 */
export async function supervise(args: readonly string[], { pauses_ms, settled_ms, say }: Supervision = usualSupervision): Promise<number> {
  let child: ChildProcess | null = null
  let isTold = false
  let wake = (): void => {}
  const tell = (signal: NodeJS.Signals): void => {
    isTold = true
    child?.kill(signal)
    wake()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, tell)
  let hasServed = false
  let crashes = 0
  for (let restarts = 0; ; restarts += 1) {
    const started = performance.now()
    child = spawn(process.execPath, args, {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, [restartsVariable]: String(restarts) },
    })
    child.on('message', (message) => (hasServed ||= message === 'listening'))
    const { code, signal } = await endOf(child)
    child = null
    if (isTold || code === 0 || !hasServed) return code ?? 1
    if (performance.now() - started >= settled_ms) crashes = 0
    const pause = pauses_ms[crashes]
    crashes += 1
    const how = signal ? `was ended by ${signal}` : `ended with code ${code}`
    if (pause === undefined) {
      say(`The server ${how}, for the ${crashes}th time in a short while, and is not started again. What it said before tells why.`)
      return code ?? 1
    }
    say(`The server ${how} and is started again in ${pause / 1000} seconds.`)
    await new Promise<void>((resolve) => {
      wake = resolve
      setTimeout(resolve, pause)
    })
    if (isTold) return 0
  }
}

function endOf(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
}
