/** One HTTP server that stops without cutting anybody off. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Refusal } from './refusal.ts'

export interface Serving {
  /** Where it answers, such as http://127.0.0.1:4780. */
  address: string
  /** Takes no new connection, finishes the requests in flight, and cuts off what is still there after `graceMs`. */
  stop(graceMs: number): Promise<void>
}

export interface ServeOptions {
  fetch: Parameters<typeof getRequestListener>[0]
  host: string
  /** 0: any free one. */
  port: number
}

/** Milliseconds that a client is given to send its headers, and its whole request. */
const headersMs = 15_000
const requestMs = 60_000

export async function serve({ fetch, host, port }: ServeOptions): Promise<Serving> {
  const server = createServer({ headersTimeout: headersMs, requestTimeout: requestMs }, getRequestListener(fetch))
  await listen(server, host, port)
  const stop = async (graceMs: number): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'))
    // A connection that was busy becomes idle with its answer; kept alive, it would hold the server open.
    const idle = setInterval(() => server.closeIdleConnections(), 25)
    const cutOff = setTimeout(() => server.closeAllConnections(), graceMs)
    await closed
    clearInterval(idle)
    clearTimeout(cutOff)
  }
  return { address: addressOf(server, host), stop }
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, host, port)))
    server.listen(port, host, resolve)
  })
}

function refusal(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Refusal(`Port ${port} of ${host} is taken by another program. Stop that, or set PORT to another one.`)
    case 'EACCES':
      return new Refusal(`This user may not listen on port ${port}. Set PORT to one above 1023.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Refusal(`HOST ${host} is no address of this machine. Set HOST to one, such as 127.0.0.1, or 0.0.0.0 for all of them.`)
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
