/** The processes of a run: PostgreSQL, our app, the bare server and the client. Each ends with the run. */
import { fork, spawn, type ChildProcess } from 'node:child_process'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import type { FromClient, Run, RunResult, ToClient } from './client.ts'
import type { Target } from './plan.ts'

const root = join(import.meta.dirname, '..', '..')

export const poolSize = 16

export interface Served {
  address: string
  port: number
  pid: number
  stop(): Promise<void>
}

export interface AppOptions {
  /** Temporary; holds its log. */
  folder: string
  database_url: string
  auth_secret: string
}

/** Our app as it is: its own process, its own settings but for a limit of requests that a benchmark would meet. */
export async function startApp({ folder, database_url, auth_secret }: AppOptions): Promise<Served> {
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    DATA_DIR: folder,
    DATABASE_URL: database_url,
    DATABASE_POOL_MAX: String(poolSize),
    AUTH_SECRET: auth_secret,
    REQUESTS_PER_MINUTE: '100000000',
  }
  // In a folder of its own, so that no .env of somebody's gets in.
  const child = spawn(process.execPath, [join(root, 'server', 'main.ts')], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', openSync(join(folder, 'app.log'), 'a')],
  })
  return { ...(await addressOf(child)), pid: child.pid!, stop: () => ended(child, 'SIGTERM') }
}

export async function startBareServer(database_url: string): Promise<Served> {
  const env = { PATH: process.env.PATH, DATABASE_URL: database_url, DATABASE_POOL_MAX: String(poolSize) }
  const child = fork(join(import.meta.dirname, 'bareServer.ts'), { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  return { ...(await addressOf(child)), pid: child.pid!, stop: () => ended(child, 'SIGTERM') }
}

/** The address in the first line that a server prints. */
function addressOf(child: ChildProcess): Promise<{ address: string; port: number }> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.once('exit', (code) => reject(new Error(`A server ended with ${code} before it was ready. ${text}`)))
    child.stdout!.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const address = /http:\/\/[\w.]+:\d+/.exec(text)?.[0]
      if (address) resolve({ address, port: Number(new URL(address).port) })
    })
  })
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

export interface Client {
  pid: number
  run(run: Run): Promise<RunResult>
  stop(): Promise<void>
}

export function startClient(targets: readonly Target[]): Client {
  const child = fork(join(import.meta.dirname, 'client.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const tell = (message: ToClient): boolean => child.send(message)
  tell({ targets: [...targets] })
  const run = (run: Run): Promise<RunResult> =>
    new Promise((resolve, reject) => {
      child.once('exit', () => reject(new Error('The client ended in the middle of a run.')))
      child.once('message', (answer: FromClient) => {
        child.removeAllListeners('exit')
        if ('error' in answer) reject(new Error(answer.error))
        else resolve(answer.result)
      })
      tell({ run })
    })
  return { pid: child.pid!, run, stop: () => ended(child, 'SIGTERM') }
}
