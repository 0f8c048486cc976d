import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { createConnection, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { serve } from '../../server/serve.ts'
import { seeded } from './seeded.ts'
import { startBareServer, stopUnderLoad, type StopReport } from './stopping.ts'
import { drawnSeed } from '../draws.ts'

/** A server whose answers to /slow wait until they are let go. */
async function slowServer(keptMs?: number) {
  let letGo = (): void => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const fetch = async (request: Request): Promise<Response> => {
    if (request.url.includes('/slow')) await held
    return new Response(`whole ${new URL(request.url).pathname}`)
  }
  const serving = await serve({ host: '127.0.0.1', port: 0, fetch, ...(keptMs === undefined ? {} : { keptMs }) })
  return { serving, letGo: () => letGo(), port: Number(new URL(serving.address).port) }
}
const connected = async (port: number): Promise<Socket> => {
  const socket = createConnection(port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

describe('a server that is told to stop', () => {
  test('finishes the requests in flight, tells each connection to end, and still takes new ones for a moment', async () => {
    const { serving, letGo, port } = await slowServer(300)
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const ask = async (path: string, by?: Agent): Promise<string[]> => {
      const [answer] = (await once(get({ port, path, ...(by ? { agent: by } : {}) }), 'response')) as [IncomingMessage]
      return [await text(answer), answer.headers.connection ?? '']
    }
    expect(await ask('/before', agent)).toEqual(['whole /before', 'keep-alive'])
    const inFlight = ask('/slow')
    await sleep(50)
    const stopped = serving.stop(30_000)
    expect(await ask('/on-a-kept-connection', agent)).toEqual(['whole /on-a-kept-connection', 'close'])
    expect(await ask('/on-a-new-one')).toEqual(['whole /on-a-new-one', 'close'])
    await sleep(600)
    await expect(ask('/late')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    letGo()
    expect(await inFlight).toEqual(['whole /slow', 'close'])
    await stopped
  })

  test('answers what comes on a connection that lay idle, until the time is over that it was promised', async () => {
    const { serving, port } = await slowServer(1_000)
    const [used, left, silent] = [await connected(port), await connected(port), await connected(port)]
    const ask = async (socket: Socket): Promise<string> => {
      socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
      return String((await once(socket, 'data'))[0])
    }
    await Promise.all([ask(used), ask(left)])
    const ends = Promise.all([once(left, 'close'), once(silent.resume(), 'close')])
    left.resume()
    const stopped = serving.stop(30_000)
    await sleep(700)
    expect(await ask(used)).toMatch(/^HTTP\/1.1 200 OK\r\n(.*\r\n)*connection: close\r\n/i)
    await ends
    await stopped
  })

  test('answers requests that were sent ahead on one connection, all of them', async () => {
    const { serving, letGo, port } = await slowServer()
    const socket = await connected(port)
    const stopped = serving.stop(30_000)
    socket.write(['/slow', '/second', '/third'].map((path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`).join(''))
    setTimeout(letGo, 100)
    const answers = await text(socket)
    expect(answers.match(/whole \/[a-z]+/g)).toEqual(['whole /slow', 'whole /second', 'whole /third'])
    expect(answers.match(/connection: [\w-]+/gi)?.map((header) => header.toLowerCase())).toEqual([
      'connection: keep-alive',
      'connection: keep-alive',
      'connection: close',
    ])
    await stopped
  })

  test('cuts off nobody in ten stops among people who ask all the time', async () => {
    const seed = drawnSeed()
    const random = seeded(seed)
    const report: StopReport = { stops: 0, answered: 0, told: 0, cut: [] }
    for (let turn = 0; turn < 2; turn += 1) {
      await Promise.all(
        Array.from({ length: 5 }, async () => stopUnderLoad(await startBareServer(), { path: '/', clients: 12, random }, report)),
      )
    }
    expect(report.cut, `SEED=${seed}`).toEqual([])
    expect(report.stops).toBe(10)
    expect(report.told).toBeGreaterThan(50)
  })

  test('cuts off, in the end, a client that never finishes', async () => {
    const serving = await serve({ host: '127.0.0.1', port: 0, fetch: async (request) => new Response(await request.text()) })
    const socket = createConnection(Number(new URL(serving.address).port), '127.0.0.1')
    socket.on('error', () => {})
    await once(socket, 'connect')
    const received = (async () => Buffer.concat((await Array.fromAsync(socket)) as Buffer[]).toString())().catch(() => '')
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf')
    await sleep(50)
    await serving.stop(200)
    expect(await received).not.toMatch(/^HTTP\/1.1 2/)
    expect(socket.destroyed).toBe(true)
  })
})

describe('an address that cannot be had', () => {
  const refusalOf = (host: string, port: number) => serve({ host, port, fetch: () => new Response('') })

  test('is refused with a sentence: a port that is taken, an address that is not of this machine', async () => {
    const serving = await serve({ host: '127.0.0.1', port: 0, fetch: () => new Response('') })
    const port = Number(new URL(serving.address).port)
    await expect(refusalOf('127.0.0.1', port)).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken by another program.`)
    await serving.stop(0)
    await expect(refusalOf('192.0.2.1', 0)).rejects.toThrow('HOST 192.0.2.1 is no address of this machine.')
  })
})
