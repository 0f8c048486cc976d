/** The app as a process of its own, as `npm start` runs it, on a free port. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { heldAnswer } from './heldAgainstContract.ts'

export interface AppProcess {
  child: ChildProcess
  /** Resolves with its address; rejects with what it wrote to standard error when it ends before. */
  address: Promise<string>
  /** What it wrote to standard output so far. */
  output(): string
  /** Resolves with the exit code, or null when a signal ended it. */
  ended: Promise<number | null>
}

const main = join(import.meta.dirname, '../../server/main.ts')

export function startApp(dataDir: string, environment: Record<string, string> = {}): AppProcess {
  const child = spawn(process.execPath, [main], {
    cwd: dataDir,
    env: {
      ...process.env,
      DATABASE_URL: '',
      PORT: '0',
      DATA_DIR: dataDir,
      REQUESTS_PER_MINUTE: '1000000',
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stderr.on('data', (text) => (errors += text))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      output += text
      const [, found] = /is at (\S+)\n/.exec(output) ?? []
      if (found) resolve(found)
    })
    void ended.then(() => reject(new Error(errors || 'The app ended before it listened.')))
  })
  address.catch(() => {})
  return { child, address, output: () => output, ended }
}

/** Headers of a request whose connection is not kept, so that an app that stops has none to wait for. */
export const oneRequest = { connection: 'close' }

export const isWell = async (address: string): Promise<boolean> =>
  (await fetch(`${address}/api/health`, { headers: oneRequest })).status === 200

/** A person of that app: requests as their browser sends them. */
export interface Person {
  cookie: string
  send(address: string, method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>
}

export async function signUp(address: string, email = 'ana@example.com'): Promise<Person> {
  const answer = await fetch(`${address}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { ...oneRequest, 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ name: 'Ana', email, password: 'seven quiet otters at noon' }),
  })
  if (answer.status !== 200) throw new Error(`Signing up answered ${answer.status}: ${await answer.text()}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const send: Person['send'] = async (to, method, path, body) => {
    const response = heldAnswer(
      method,
      path,
      await fetch(to + path, {
        method,
        headers: { ...oneRequest, 'content-type': 'application/json', origin: to, cookie },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  return { cookie, send }
}

/** The embedded database's processes: the server and those it has started. */
export function databaseProcesses(dataDir: string): number[] {
  let server: number
  try {
    server = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return []
  }
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === server)
  return [server, ...children.map(Number)]
}

function parentOf(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ')[1])
  } catch {
    return null
  }
}
