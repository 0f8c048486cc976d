/** A primary and its synchronous standby on this machine, of Debian's PostgreSQL, and the one address that leads to whichever is in charge. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { findDebianPostgres } from '../../scripts/debian-postgres.ts'
import { freePort } from '../server/behindNginx.ts'

export interface OneDatabase {
  /** Straight to it. */
  port: number
  /** SIGKILL, SIGSTOP or SIGCONT to all of its processes. */
  signal(name: NodeJS.Signals): void
}

export interface TwoDatabases {
  /** Of the owner, by the address that is switched. */
  url: string
  primary: OneDatabase
  standby: OneDatabase
  /** Makes the standby a primary that waits for nobody. */
  promote(): void
  /** Connections through the address end, and new ones lead there; null: they are refused. */
  leadTo(database: OneDatabase | null): void
  stop(): Promise<void>
}

/** PostgreSQL does not run as root. */
const nobody = 65_534
const asNobody = process.getuid?.() === 0 ? ['setpriv', '--reuid', String(nobody), '--regid', String(nobody), '--clear-groups', '--'] : []

export async function twoDatabases(): Promise<TwoDatabases> {
  const bin = findDebianPostgres()!
  const folder = mkdtempSync(join(tmpdir(), 'pynance-two-'))
  if (asNobody.length > 0) chownSync(folder, nobody, nobody)
  chmodSync(folder, 0o755)
  const run = (program: string, ...args: string[]): void => {
    const [command, ...rest] = [...asNobody, join(bin, program), ...args]
    const done = spawnSync(command!, rest, { cwd: folder, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`${program} ended with ${done.status}. ${done.stdout}${done.stderr}`)
  }
  const started: ChildProcess[] = []
  const start = async (name: string, port: number, settings: Record<string, string>): Promise<OneDatabase> => {
    const all = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings }
    const [command, ...rest] = [
      ...asNobody,
      join(bin, 'postgres'),
      '-D',
      join(folder, name),
      ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ]
    const child = spawn(command!, rest, { cwd: folder, stdio: 'ignore' })
    started.push(child)
    await untilItAnswers(port)
    return { port, signal: (signal) => processesOf(child.pid!).forEach((pid) => process.kill(pid, signal)) }
  }

  const [primaryPort, standbyPort] = [await freePort(), await freePort()]
  run('initdb', '-D', join(folder, 'primary'), '-U', 'planner', '--auth=trust', '--encoding=UTF8', '--locale=C')
  const primary = await start('primary', primaryPort, {})
  await ask(primaryPort, 'create database planner')
  run(
    'pg_basebackup',
    '-D',
    join(folder, 'standby'),
    '-R',
    '-c',
    'fast',
    '-d',
    `host=127.0.0.1 port=${primaryPort} user=planner application_name=standby`,
  )
  const standby = await start('standby', standbyPort, {})
  // From now on a commit is acknowledged once the standby has it too.
  await ask(primaryPort, `alter system set synchronous_standby_names = 'standby'`)
  await ask(primaryPort, 'select pg_reload_conf()')
  while ((await ask<{ is: string }>(primaryPort, `select sync_state as is from pg_stat_replication`))[0]?.is !== 'sync') await sleep(50)

  const address = switchedAddress(primary)
  const port = await address.listening
  return {
    url: `postgresql://planner@127.0.0.1:${port}/planner`,
    primary,
    standby,
    promote: () => run('pg_ctl', 'promote', '-w', '-D', join(folder, 'standby')),
    leadTo: address.leadTo,
    stop: async () => {
      address.close()
      for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill('SIGQUIT')
      await Promise.all(started.map((child) => child.exitCode === null && child.signalCode === null && once(child, 'close')))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function ask<T extends object>(port: number, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: `postgresql://planner@127.0.0.1:${port}/postgres` })
  try {
    await client.connect()
    return (await client.query<T>(statement)).rows
  } finally {
    await client.end()
  }
}

async function untilItAnswers(port: number): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (
      await ask(port, 'select 1').then(
        () => true,
        () => false,
      )
    )
      return
    await sleep(100)
  }
  throw new Error('PostgreSQL does not start.')
}

/** A process and all that it has started. */
function processesOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const)
  return [pid, ...parents.filter(([, parent]) => parent === pid).map(([child]) => child)]
}

function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ')[1])
  } catch {
    return 0
  }
}

/** What a virtual address, or a proxy for databases, does. */
function switchedAddress(first: OneDatabase): { listening: Promise<number>; leadTo(database: OneDatabase | null): void; close(): void } {
  let target: OneDatabase | null = first
  const open = new Set<Socket>()
  const endAll = (): void => open.forEach((socket) => socket.destroy())
  const server: Server = createServer((socket) => {
    if (!target) {
      socket.destroy()
      return
    }
    const onward = connect(target.port, '127.0.0.1')
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  const listening = once(server, 'listening').then(() => (server.address() as { port: number }).port)
  return {
    listening,
    leadTo: (database) => {
      target = database
      endAll()
    },
    close: () => {
      server.close()
      endAll()
    },
  }
}
