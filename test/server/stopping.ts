/** Servers that are told to stop while people use them, and what became of every request that was sent. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { text } from 'node:stream/consumers'

export interface StopReport {
  stops: number
  answered: number
  /** Answers that told their connection to end. */
  told: number
  /** What went wrong with each request that got no whole answer. One that found the port closed was never sent. */
  cut: string[]
}

export interface Stopped {
  address: string
  /** Tells it to stop; resolves when it has ended. */
  stop(): Promise<unknown>
}

export interface Load {
  path: string
  headers?: Record<string, string>
  clients: number
  /** From 0 to 1. */
  random: () => number
}

/** Lets clients ask for a path on connections of their own, kept alive and not, and stops the server meanwhile. */
export async function stopUnderLoad(
  { address, stop }: Stopped,
  { path, headers = {}, clients, random }: Load,
  report: StopReport,
): Promise<void> {
  const { port } = new URL(address)
  const client = async (nth: number): Promise<void> => {
    const agent = new Agent({ keepAlive: nth % 8 !== 0, maxSockets: 1 })
    // Some ask without a pause; of the others each now and then, so that connections lie idle when the stop comes.
    const pauseMs = [0, 2, 20, 200][nth % 4]!
    for (;;) {
      const outcome = await ask(agent)
      if (outcome === 'refused') break
      if (typeof outcome === 'string') report.cut.push(outcome)
      else {
        report.answered += 1
        if (outcome.isTold) report.told += 1
      }
      if (pauseMs > 0) await sleep(random() * pauseMs)
    }
    agent.destroy()
  }
  const ask = async (agent: Agent): Promise<{ isTold: boolean } | string> => {
    const asked = request({ host: '127.0.0.1', port, path, agent, headers: { ...headers, host: `127.0.0.1:${port}` } }).end()
    try {
      const [answer] = await once(asked, 'response')
      await text(answer)
      return answer.statusCode === 200 ? { isTold: answer.headers.connection === 'close' } : `answered ${answer.statusCode}`
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      return code === 'ECONNREFUSED' ? 'refused' : `${code ?? ''} ${message} on a ${asked.reusedSocket ? 'kept' : 'new'} connection`
    }
  }
  const all = Array.from({ length: clients }, (_, nth) => client(nth))
  await sleep(150 + random() * 200)
  await stop()
  await Promise.all(all)
  report.stops += 1
}

/** A server of server/serve.ts alone, as a process that stops when it is told to; its answers take up to 20 ms. */
export async function startBareServer(): Promise<Stopped> {
  const program = `
    import { serve } from ${JSON.stringify(new URL('../../server/serve.ts', import.meta.url).href)}
    let nth = 0
    const fetch = async () => {
      await new Promise((resolve) => setTimeout(resolve, (nth += 7) % 20))
      return new Response('whole'.repeat(2000))
    }
    const { address, stop } = await serve({ fetch, host: '127.0.0.1', port: 0 })
    process.once('SIGTERM', () => void stop(30_000).then(() => process.exit()))
    console.log(address)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const stop = (): Promise<unknown> => {
    child.kill('SIGTERM')
    return ended
  }
  return { address: String(line).trim(), stop }
}
