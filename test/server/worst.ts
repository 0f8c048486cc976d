/** Each route of the API with the worst plans that are found, while somebody else reads: how long, how much memory, how long the other waits. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { addDays } from '../../core/calendar.ts'
import { collections } from '../../core/scenario.ts'
import { databaseProcesses, oneRequest, signUp, startApp, type AppProcess, type Person } from './appProcess.ts'
import { planOf, today, type Shape } from './worstPlans.ts'

export interface Measured {
  status: number
  ms: number
  /** What the server's process took of the processors, which no other program changes by much. */
  cpu_ms: number
  /** Of the server's process, its peak over what it had before. */
  memory_mb: number
  /** The other's longest read meanwhile. */
  other_ms: number
  /** Other programs had more of the processors than a machine at rest gives away, just before the request or while it lasted. */
  disturbed: boolean
  /** How many times as long as alone on the machine anything takes, as those programs leave it. */
  contention: number
}

export interface Place {
  address: string
  heavy: Person
  /** Measures one request of the heavy person, to the last byte of its answer. */
  measure(method: string, path: string, body?: unknown, as?: Asker): Promise<Measured>
  /** A plan of that shape. */
  make(shape: Shape): Promise<string>
  close(): Promise<void>
}

/** Milliseconds that a machine is looked at for whether it is at rest, and how long a request waits for that. */
const quietMs = 150
const longestWaitMs = 3_000
/** Of all that the processors could do, what other programs may take of a machine that is at rest: the kernel counts in hundredths of a second. */
const mostTaken = 0.15

export async function openPlace(): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pynance-worst-'))
  const app: AppProcess = startApp(dataDir)
  const address = await app.address
  const heavy = await signUp(address)
  const other = await signUp(address, 'ben@example.com')
  const small = await other.send(address, 'POST', '/api/planning/', {
    name: 'Small',
    bills: [{ name: 'Rent', amount_cents: 90_000, due_date: today }],
  })
  const neighbour = new Worker(new URL('./neighbour.ts', import.meta.url), {
    workerData: { address, path: `/api/planning/${String(small.body.id)}`, cookie: other.cookie },
  })
  const waited = (): Promise<{ worst: number; count: number }> =>
    new Promise((resolve) => {
      neighbour.once('message', resolve)
      neighbour.postMessage(null, [])
    })
  const ours = (): number[] => [process.pid, app.child.pid!, ...databaseProcesses(dataDir)]
  const isQuiet = async (): Promise<boolean> => {
    const taken = takenByOthers(ours())
    await sleep(quietMs)
    return taken() <= mostTaken
  }
  const status = (field: string): number =>
    Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${app.child.pid}/status`, 'utf8'))?.[1]) / 1024

  let patienceMs = longestWaitMs
  const measure: Place['measure'] = async (method, path, body, as = 'heavy') => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const headers = {
      ...oneRequest,
      ...(as === 'nobody' ? {} : { cookie: (as === 'heavy' ? heavy : as).cookie, origin: address }),
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
    }
    let wasQuiet = await isQuiet()
    for (const until = performance.now() + patienceMs; !wasQuiet && performance.now() < until;) wasQuiet = await isQuiet()
    // A machine that never is at rest is waited for less and less.
    patienceMs = wasQuiet ? longestWaitMs : patienceMs / 2
    // From here on the kernel notes the peak anew.
    writeFileSync(`/proc/${app.child.pid}/clear_refs`, '5')
    const held = status('VmRSS')
    await waited()
    const used = cpuOf(app.child.pid!)
    const taken = takenByOthers(ours())
    const started = performance.now()
    const response = await fetch(address + path, { method, headers, ...(text === undefined ? {} : { body: text }) })
    await response.body?.pipeTo(new WritableStream())
    const ms = performance.now() - started
    await sleep(10)
    const { worst } = await waited()
    const measured = {
      status: response.status,
      ms,
      cpu_ms: cpuOf(app.child.pid!) - used,
      memory_mb: status('VmHWM') - held,
      other_ms: worst,
    }
    const disturbed = !wasQuiet || taken() > mostTaken
    return { ...measured, disturbed, contention: disturbed ? contention() : 1 }
  }
  const make = async (shape: Shape): Promise<string> => {
    const { status: answered, body } = await heavy.send(address, 'POST', '/api/planning/', {
      ...planOf(shape),
      id: randomUUID(),
      name: randomUUID(),
    })
    if (answered !== 201) throw new Error(`A plan to try was answered ${answered}: ${JSON.stringify(body).slice(0, 500)}`)
    return String(body.id)
  }
  const close = async (): Promise<void> => {
    await neighbour.terminate()
    app.child.kill('SIGTERM')
    await app.ended
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { address, heavy, measure, make, close }
}

/** Milliseconds of a process, all its threads and the children it has outlived; 0 once it has ended. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()!.split(' ')
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * 10
  } catch {
    return 0
  }
}

/** Answers, when it is asked, which share of all processors others than these processes have had since. */
function takenByOthers(pids: readonly number[]): () => number {
  const since = performance.now()
  const now = (): number => busyMs() - pids.reduce((sum, pid) => sum + cpuOf(pid), 0)
  const before = now()
  return () => (now() - before) / ((performance.now() - since) * availableParallelism())
}

/** Milliseconds for which the processors have been at work, or were taken away by who runs the machine. */
function busyMs(): number {
  const [user, nice, system, , , interrupts, softInterrupts, stolen] = readFileSync('/proc/stat', 'utf8')
    .split('\n')[0]!
    .split(/\s+/)
    .slice(1)
    .map(Number) as [number, number, number, number, number, number, number, number]
  return (user + nice + system + interrupts + softInterrupts + stolen) * 10
}

/** Wall time of some work over the time that a processor gave to it: 1 on an idle machine, whatever this one is like. */
function contention(): number {
  const [started, used] = [performance.now(), process.cpuUsage()]
  while (performance.now() - started < 30);
  const { user, system } = process.cpuUsage(used)
  return Math.max(1, (performance.now() - started) / ((user + system) / 1000))
}

export type Asker = 'heavy' | 'nobody' | Person
export type Ask = [method: string, path: string, body?: unknown, as?: Asker]

/** What of a plan is asked by each route, as it is at its worst; `branch` was branched from it, and both have changed since. */
export function asksOf(id: string, branch: string, shape: Shape, others: { feed: string; spare: () => string }): Record<string, Ask> {
  const { bills = [], incomes = [], allocations = [], goals = [], accounts = [], transfers = [] } = planOf(shape)
  const until = addDays(today, shape.days)
  const ahead = `today=${today}&until=${until}`
  const rows = { bills, incomes, allocations, goals, accounts, transfers } as unknown as Record<string, { id: string }[]>
  const path = (rest = ''): string => `/api/planning/${id}${rest}`
  const changed = { bills: bills.map((bill) => ({ ...bill, name: `x${[...bill.name!].slice(1).join('')}` })), allocations }
  const whole = { type: 'put_lists', bills: changed.bills, allocations }
  const edits = {
    type: 'batch',
    edits: [
      { type: 'set_fields', fields: { currency_code: 'KWD' } },
      { type: 'set_fields', fields: { currency_code: 'USD' } },
      ...bills.slice(0, 1_500).map((bill, index) => ({
        type: 'put_row',
        collection: 'bills',
        row: { id: bill.id, name: `Moved ${index}` },
        position: (index * 7_919) % bills.length,
      })),
    ],
  }
  const asks: Record<string, Ask> = {
    'GET /': ['GET', '/api/planning/'],
    'POST /': ['POST', '/api/planning/', { ...planOf(shape), id: randomUUID(), name: randomUUID() }],
    'GET /deleted': ['GET', '/api/planning/deleted'],
    'GET /compare': ['GET', `/api/planning/compare?ids=${id},${branch}&${ahead}`],
    'GET /:id/projection by the month': ['GET', path(`/projection?${ahead}`)],
    'GET /:id/projection by the day': ['GET', path(`/projection?${ahead}&by=day`)],
    ...Object.fromEntries(
      ['json', 'csv', 'hledger', 'ics'].map((format): [string, Ask] => [
        `GET /:id/export as ${format}`,
        ['GET', path(`/export?format=${format}&${ahead}`)],
      ]),
    ),
    'GET /:id/ranges': ['GET', path(`/ranges?${ahead}`)],
    'POST /:id/questions/afford': ['POST', path('/questions/afford'), { today, date: until, amount_cents: 5 }],
    'POST /:id/questions/save': ['POST', path('/questions/save'), { today, until, by: 'percent' }],
    'POST /:id/questions/set-aside': [
      'POST',
      path('/questions/set-aside'),
      { today, target: goals.length > 0 ? `goal:${goals[0]!.name}` : `bill:${bills[0]?.id}`, date: until },
    ],
    'POST /:id/questions/move-bills': ['POST', path('/questions/move-bills'), { today, until }],
    'POST /:id/questions/debts': ['POST', path('/questions/debts'), { today, extra_cents: 5_000 }],
    'GET /:id': ['GET', path()],
    'PUT /:id': ['PUT', path(), changed],
    'PATCH /:id': ['PATCH', path(), { currency_code: 'KWD' }],
    'POST /:id/edits of whole lists': ['POST', path('/edits'), whole],
    'POST /:id/edits of many rows': ['POST', path('/edits'), edits],
    'GET /:id/revisions': ['GET', path('/revisions')],
    'GET /:id/revisions/:revision': ['GET', path('/revisions/1')],
    'GET /:id/revisions/:revision/change': ['GET', path('/revisions/2/change')],
    'POST /:id/revisions/:revision/restore': ['POST', path('/revisions/1/restore')],
    'GET /:id/merge-preview': ['GET', path(`/merge-preview?from=${branch}`)],
    'POST /:id/merge': ['POST', path('/merge'), { from: branch }],
    'POST /:id/duplicate': ['POST', path('/duplicate'), {}],
    'POST /:id/branch': ['POST', path('/branch'), {}],
    'POST /:id/feed': ['POST', path('/feed'), { shows_amounts: true }],
    'GET /:id/feeds': ['GET', path('/feeds')],
    'GET /feeds/<secret>.ics': ['GET', others.feed, undefined, 'nobody'],
    'DELETE /:id/feeds/:rowId': ['DELETE', path(`/feeds/${randomUUID()}`)],
  }
  for (const collection of collections) {
    const [row] = rows[collection] ?? []
    asks[`PUT /:id/${collection}/:rowId`] = ['PUT', path(`/${collection}/${row?.id ?? randomUUID()}`), { ...row, position: 0 }]
    asks[`DELETE /:id/${collection}/:rowId`] = ['DELETE', path(`/${collection}/${row?.id ?? randomUUID()}`)]
  }
  const spare = others.spare()
  asks['DELETE /:id'] = ['DELETE', `/api/planning/${spare}`]
  asks['POST /:id/restore'] = ['POST', `/api/planning/${spare}/restore`]
  return asks
}

export const bounds = { ms: 1_000, memory_mb: 256, other_ms: 100 }

/**
 * What is over a bound, as a sentence. Only where the machine was busy with other programs, the time is what the server took of the
 * processors, and nobody waits so many times as long as the machine is slow.
 */
export function overBounds(ask: string, { status, ms, cpu_ms, memory_mb, other_ms, disturbed, contention }: Measured): string | null {
  const times = disturbed ? Math.min(contention, 12) : 1
  const over = [
    ms > bounds.ms && (!disturbed || cpu_ms > bounds.ms || ms > bounds.ms * times)
      ? `took ${ms.toFixed(0)} ms, ${cpu_ms} of them at work`
      : '',
    memory_mb > bounds.memory_mb ? `took ${memory_mb.toFixed(0)} MB` : '',
    other_ms > bounds.other_ms * times ? `let somebody else wait ${other_ms.toFixed(0)} ms` : '',
    status >= 500 ? `answered ${status}` : '',
  ].filter((text) => text !== '')
  return over.length === 0
    ? null
    : `${ask} ${over.join(', ')}${disturbed ? `, on a machine ${times.toFixed(1)} times as slow as an idle one` : ''}`
}
