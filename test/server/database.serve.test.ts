import { once } from 'node:events'
import { createConnection } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { serve } from '../../server/serve.ts'

describe('a server that is told to stop', () => {
  test('finishes the requests in flight, takes no new one, and does not wait for idle connections', async () => {
    let letGo = (): void => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    const serving = await serve({
      host: '127.0.0.1',
      port: 0,
      fetch: async (request) => {
        if (request.url.endsWith('/slow')) await held
        return new Response('whole')
      },
    })
    await (await fetch(`${serving.address}/kept-alive`)).text()
    const inFlight = fetch(`${serving.address}/slow`)
    await sleep(100)
    const stopped = serving.stop(30_000)
    await sleep(50)
    await expect(fetch(`${serving.address}/late`)).rejects.toThrow()
    letGo()
    expect(await (await inFlight).text()).toBe('whole')
    const since = performance.now()
    await stopped
    expect(performance.now() - since).toBeLessThan(2_000)
  })

  test('cuts off, in the end, a client that never finishes', async () => {
    const serving = await serve({ host: '127.0.0.1', port: 0, fetch: () => new Response('') })
    const socket = createConnection(Number(new URL(serving.address).port), '127.0.0.1')
    socket.on('error', () => {})
    await once(socket, 'connect')
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf')
    await sleep(50)
    await serving.stop(200)
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
