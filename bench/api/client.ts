/**
 * The client, a process of its own: keeps connections open, sends a request on each as soon as the last one is answered,
 * and counts. It speaks just enough HTTP over bare sockets, so that it takes as little as it can of the cores it shares.
 */
import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { editBody, planBody, type Target } from './plan.ts'

/** From the parent: whom to ask for, once; then one of these a run. */
export interface Run {
  /** Of the processes that are asked; each connection belongs to one of them, in turn. */
  ports: readonly number[]
  /** Counts turns, so that a PUT always differs from the one before; a name for each database. */
  database: string
  /** `edit`: one amount, under a key of its own. `both`: two reads to a write, and refusals count as answers. */
  method: 'GET' | 'PUT' | 'edit' | 'both'
  /** Of each there are at most as many as targets, unless they may ask for the same. */
  connections: number
  same?: boolean
  /** Requests a second that all connections together send at most; as many as are answered where nothing is said. */
  at_most?: number
  warm_up_ms: number
  measured_ms: number
}

export interface RunResult {
  requests_per_second: number
  /** Milliseconds from a request's sending to its answer's last byte, of every request measured. */
  latencies_ms: number[]
  /** All of the run, those while it warmed up too. */
  answered: number
}

export type ToClient = { targets: Target[] } | { run: Run }
export type FromClient = { result: RunResult } | { error: string }

let targets: Target[] = []
const turns = new Map<string, number>()

process.on('message', (message: ToClient) => {
  if ('targets' in message) targets = message.targets
  else {
    measure(message.run).then(
      (result) => process.send!({ result } satisfies FromClient),
      (error: Error) => process.send!({ error: error.message } satisfies FromClient),
    )
  }
})

async function measure({
  ports,
  database,
  method,
  connections,
  same = false,
  at_most = Infinity,
  warm_up_ms,
  measured_ms,
}: Run): Promise<RunResult> {
  const allOf = (kind: 'GET' | 'PUT') => ports.map((port) => targets.map((target) => requestsOf(target, kind, port)))
  const reads = allOf('GET')
  const writes = method === 'GET' || method === 'edit' ? [] : allOf('PUT')
  const from = performance.now() + warm_up_ms
  const until = from + measured_ms
  const latencies_ms: number[] = []
  let all = 0
  const work = async (first: number): Promise<void> => {
    const nth = first % ports.length
    const connection = await openConnection(ports[nth]!, method === 'both')
    let asked = 0
    const every_ms = (connections * 1000) / at_most
    // One after the other, not all at once.
    let next = performance.now() + (first * every_ms) / connections
    // Each connection has targets of its own, so that none waits for another's lock on a scenario.
    for (let at = first; performance.now() < until; at = at + connections < targets.length ? at + connections : first) {
      const key = `${database} ${at}`
      const isWrite = method === 'PUT' || method === 'edit' || (method === 'both' && (asked += 1) % 3 === 0)
      const turn = isWrite ? (turns.get(key) ?? 0) + 1 : 0
      if (isWrite) turns.set(key, turn)
      const early_ms = next - performance.now()
      if (early_ms > 0) await new Promise((resolve) => setTimeout(resolve, early_ms))
      next = Math.max(next, performance.now() - every_ms) + every_ms
      const sent = performance.now()
      await connection.ask(method === 'edit' ? editOf(targets[at]!, turn, ports[nth]!) : (isWrite ? writes : reads)[nth]![at]![turn % 2]!)
      const answered = performance.now()
      all += 1
      if (answered >= from && answered < until) latencies_ms.push(answered - sent)
    }
    connection.close()
  }
  await Promise.all(
    Array.from({ length: same ? connections : Math.min(connections, targets.length) }, (_, index) => work(index % targets.length)),
  )
  return { requests_per_second: (latencies_ms.length * 1000) / measured_ms, latencies_ms, answered: all }
}

function editOf(target: Target, turn: number, port: number): Buffer {
  const body = JSON.stringify(editBody(target, turn))
  const head = [
    `POST /api/planning/${target.scenario_id}/edits HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Cookie: ${target.cookie}`,
    'Accept: application/json',
    `Origin: http://127.0.0.1:${port}`,
  ]
  return Buffer.from(
    [...head, `Idempotency-Key: "${randomUUID()}"`, 'Content-Type: application/json', `Content-Length: ${body.length}`, '', body].join(
      '\r\n',
    ),
  )
}

/** The bytes of both turns' requests. */
function requestsOf(target: Target, method: 'GET' | 'PUT', port: number): Buffer[] {
  const head = [
    `${method} /api/planning/${target.scenario_id} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Cookie: ${target.cookie}`,
    'Accept: application/json',
  ]
  if (method === 'GET') return [0, 1].map(() => Buffer.from(`${head.join('\r\n')}\r\n\r\n`))
  return [0, 1].map((turn) => {
    const body = Buffer.from(JSON.stringify(planBody(target, turn)))
    const lines = [...head, `Origin: http://127.0.0.1:${port}`, 'Content-Type: application/json', `Content-Length: ${body.length}`]
    return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body])
  })
}

const lastChunk = '\r\n0\r\n\r\n'

interface Connection {
  /** Sends a request and waits for the last byte of its answer, which must be of a stated length or in chunks, and a 200 unless anything does. */
  ask(request: Buffer): Promise<void>
  close(): void
}

async function openConnection(port: number, anyStatus: boolean): Promise<Connection> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  let waiting: { resolve: () => void; reject: (error: Error) => void } | null = null
  let head = ''
  let missing = -1
  /** The last characters of an answer in chunks; null where its length is stated. */
  let tail: string | null = null
  const fail = (message: string): void => {
    waiting?.reject(new Error(message))
    socket.destroy()
  }
  socket.on('data', (chunk) => {
    if (missing < 0) {
      const text = head + chunk.toString('latin1')
      const end = text.indexOf('\r\n\r\n')
      head = end < 0 ? text : ''
      if (end < 0) return
      const [, length, chunked] = /\r\n(?:content-length: (\d+)|transfer-encoding: (chunked))/i.exec(text.slice(0, end)) ?? []
      if (!(anyStatus || text.startsWith('HTTP/1.1 200 ')) || !(length ?? chunked))
        return fail(`An answer that was not expected:\n${text.slice(0, 2_000)}`)
      tail = chunked ? text.slice(end + 4) : null
      missing = chunked ? 1 : Number(length) - (text.length - end - 4)
    } else if (tail !== null) {
      tail += chunk.toString('latin1')
    } else {
      missing -= chunk.length
    }
    if (tail !== null) {
      tail = tail.slice(-lastChunk.length)
      if (tail === lastChunk || `\r\n${tail}` === lastChunk) missing = 0
    }
    if (missing > 0) return
    missing = -1
    waiting?.resolve()
  })
  socket.on('error', (error) => fail(error.message))
  socket.on('close', () => fail('The server closed the connection.'))
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => {
      waiting = null
      socket.destroy()
    },
  }
}
