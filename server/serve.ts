/** One HTTP server that stops without cutting anybody off. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Server as NetServer, type AddressInfo, type Socket } from 'node:net'
import { setImmediate as immediate, setTimeout as sleep } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { Refusal } from './refusal.ts'

export interface Serving {
  /** Where it answers, such as http://127.0.0.1:4780. */
  address: string
  /** Answers every request that reaches it until nobody has a connection any more, and cuts off what is still there after `graceMs`. */
  stop(graceMs: number): Promise<void>
}

export interface ServeOptions {
  fetch: Parameters<typeof getRequestListener>[0]
  host: string
  /** 0: any free one. */
  port: number
  /** The setting that says where, for sentences. */
  setting?: string
  /** Tests shorten it. */
  keptMs?: number
}

/** Milliseconds that a client is given to send its headers, and its whole request. */
const headersMs = 15_000
const requestMs = 60_000
/** Milliseconds that a connection is kept for its next request. Every answer tells it; Node waits a second longer. */
const keptForNextMs = 5_000
/** Milliseconds in which new connections are still taken once told to stop, since who is sent away comes by another. */
const acceptingMs = 250
/**
 * Milliseconds without a new connection after which none is on its way, and how long to wait for that at most; and how
 * long a turn of the event loop takes in which nothing else is done, so that what has come has been taken.
 */
const quietMs = 25
const mostQuietMs = 3_000
const idleTurnMs = 1

type Outgoing = { incoming: IncomingMessage; outgoing: ServerResponse }

/**
 * How it stops, so that nothing that was sent to it goes unanswered:
 *   1. each answer says Connection: close, so that its connection has no next request; new connections are still taken;
 *   2. answers are held back for a moment. Who waits for one opens no connection, so none is waiting to be taken when
 *      the port is closed, which would reset it;
 *   3. the answers go out. A connection that was idle all along ends when its time is over, as every answer has told.
 */
export async function serve({ fetch, host, port, setting, keptMs = keptForNextMs }: ServeOptions): Promise<Serving> {
  let isStopping = false
  let held: Promise<void> | null = null
  /** Connections, and the request that came last by each: clients may send several ahead. */
  const connections = new Map<Socket, { last?: IncomingMessage }>()
  let lastConnection = 0

  const answered = async (request: Request, env: unknown): Promise<Response> => {
    const { incoming, outgoing } = env as Outgoing
    const connection = connections.get(incoming.socket)
    if (connection) connection.last = incoming
    try {
      const response = await fetch(request, env as never)
      if (held) await held
      return response as Response
    } finally {
      if (isStopping && connection?.last === incoming && !outgoing.headersSent) outgoing.setHeader('connection', 'close')
    }
  }

  const server = createServer(
    { headersTimeout: headersMs, requestTimeout: requestMs, keepAliveTimeout: keptMs },
    getRequestListener(answered),
  )
  server.on('connection', (socket) => {
    connections.set(socket, {})
    lastConnection = performance.now()
    socket.once('close', () => connections.delete(socket))
  })
  await listen(server, { host, port, setting })
  const address = addressOf(server, host)

  const stop = async (graceMs: number): Promise<void> => {
    const until = performance.now() + graceMs
    isStopping = true
    if (graceMs > 0) await sleep(Math.min(acceptingMs, graceMs))
    let letGo = (): void => {}
    held = new Promise((resolve) => (letGo = resolve))
    if (graceMs > 0) await quiet()
    // http's own close would end idle connections at once, with what their clients are sending at this moment.
    const closed = new Promise<void>((resolve) => void NetServer.prototype.close.call(server, () => resolve()))
    held = null
    letGo()
    const cutOff = setTimeout(() => server.closeAllConnections(), Math.max(0, until - performance.now()))
    // A connection that never sent anything was never told when it ends.
    const silent = setTimeout(() => [...connections.keys()].forEach((socket) => socket.bytesRead === 0 && socket.destroy()), keptMs)
    await closed
    clearTimeout(cutOff)
    clearTimeout(silent)
  }

  const quiet = async (): Promise<void> => {
    const since = performance.now()
    for (let turn = Infinity; performance.now() - since < mostQuietMs;) {
      if (turn < idleTurnMs && performance.now() - Math.max(since, lastConnection) > quietMs) return
      await sleep(quietMs / 5)
      // Timers come before what has arrived meanwhile, immediates after it; the second tells how long a turn takes now.
      await immediate()
      const began = performance.now()
      await immediate()
      turn = performance.now() - began
    }
  }

  return { address, stop }
}

interface Where {
  host: string
  port: number
  setting: string | undefined
}

async function listen(server: Server, { host, port, setting }: Where): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, { host, port, setting })))
    server.listen(port, host, resolve)
  })
}

function refusal(error: NodeJS.ErrnoException, { host, port, setting }: Where): Error {
  const [ofPort, ofHost] = setting ? [setting, setting] : ['PORT', 'HOST']
  switch (error.code) {
    case 'EADDRINUSE':
      return new Refusal(`Port ${port} of ${host} is taken by another program. Stop that, or set ${ofPort} to another one.`)
    case 'EACCES':
      return new Refusal(`This user may not listen on port ${port}. Set ${ofPort} to one above 1023.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Refusal(
        `${ofHost} ${host} is no address of this machine. Set ${ofHost} to one, such as 127.0.0.1, or 0.0.0.0 for all of them.`,
      )
    default:
      return error
  }
}

/** An address a browser on this machine can open: one that means all addresses is shown as this machine. */
function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  const everywhere = host === '0.0.0.0' || host === '::'
  return `http://${everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}
