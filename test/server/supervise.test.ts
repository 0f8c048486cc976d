/** What npm start does when the server crashes: starts it again, and knows when to stop doing so. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { signUp } from './appProcess.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'pynance-supervised-'))
/** Those that a test which failed has left. */
const running = new Set<ChildProcess>()
afterAll(async () => {
  await Promise.all([...running].map(async (parent) => parent.kill('SIGTERM') && (await once(parent, 'close'))))
  rmSync(folder, { recursive: true, force: true })
})

/** A process that supervises `node` with these arguments. */
function supervised(args: string[], environment: Record<string, string> = {}) {
  const given = JSON.stringify({ args, url: join(root, 'scripts/supervise.ts') })
  const code = `const { args, url } = ${given}; const { supervise, usualSupervision } = await import(url); process.exit(await supervise(args, { ...usualSupervision, pauses_ms: [50, 100, 200] }))`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(parent)
  const ended = once(parent, 'close').then(([exit]) => {
    running.delete(parent)
    return exit as number | null
  })
  let output = ''
  let errors = ''
  parent.stdout.on('data', (text) => (output += text))
  parent.stderr.on('data', (text) => (errors += text))
  return { parent, output: () => output, errors: () => errors, ended }
}

const childOf = (pid: number): number => {
  const parentOf = (name: string): number => {
    try {
      return Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').pop()?.split(' ')[1])
    } catch {
      return -1
    }
  }
  return Number(readdirSync('/proc').find((name) => /^\d+$/.test(name) && parentOf(name) === pid))
}

async function until<T>(found: () => T | undefined | false | null | '', ms = 120_000): Promise<T> {
  for (const end = performance.now() + ms; performance.now() < end; await sleep(20)) {
    const value = found()
    if (value) return value
  }
  throw new Error('It did not come to that.')
}

describe('a program that is watched over', () => {
  it('that crashes after it has served is started again, with a sentence each time, until it is too often', async () => {
    const { ended, output, errors } = supervised(['-e', "console.log('up'); process.send('listening', () => process.exit(134))"])
    expect(await ended).toBe(134)
    expect(output()).toBe('up\n'.repeat(4))
    expect(errors().split('\n')).toEqual(
      [0.05, 0.1, 0.2]
        .map((pause) => `The server ended with code 134 and is started again in ${pause} seconds.`)
        .concat(
          'The server ended with code 134, for the 4th time in a short while, and is not started again. What it said before tells why.',
          '',
        ),
    )
  })

  it('is told how often it was started again, for its metrics', async () => {
    const { ended, output } = supervised([
      '-e',
      "console.log(process.env.PYNANCE_RESTARTS); process.send('listening', () => process.exit(1))",
    ])
    await ended
    expect(output()).toBe('0\n1\n2\n3\n')
  })

  it('that ends before it serves, as with a wrong setting, has said why and is not started again', async () => {
    const { ended, output } = supervised(['-e', "console.log('PORT is no number.'); process.exit(1)"])
    expect(await ended).toBe(1)
    expect(output()).toBe('PORT is no number.\n')
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('is told of %s, and both end', async (signal) => {
    const { parent, ended, output, errors } = supervised([
      '-e',
      `process.on('${signal}', () => { console.log('goodbye'); process.exit(0) }); process.send('listening'); console.log('up'); setInterval(() => {}, 1000)`,
    ])
    await until(() => output().includes('up'))
    parent.kill(signal)
    expect(await ended).toBe(0)
    expect([output(), errors()]).toEqual(['up\ngoodbye\n', ''])
  })
})

describe('the server, started by npm start', () => {
  it('serves again by itself after its process was killed, with what it had, and ends when it is told', async () => {
    const { parent, ended, output, errors } = supervised([join(root, 'server/main.ts')], {
      DATABASE_URL: '',
      PORT: '0',
      DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'error',
    })
    const addresses = (): string[] => [...output().matchAll(/is at (\S+)\n/g)].map((match) => match[1]!)
    const first = await until(() => addresses()[0])
    const person = await signUp(first)
    const made = await person.send(first, 'POST', '/api/planning/', { name: 'Kept' })
    process.kill(childOf(parent.pid!), 'SIGKILL')
    const second = await until(() => addresses()[1])
    expect((await person.send(second, 'GET', `/api/planning/${String(made.body.id)}`)).body.name).toBe('Kept')
    expect(errors()).toContain('The server was ended by SIGKILL and is started again in 0.05 seconds.')
    parent.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('stops when the process that watches over it is killed', async () => {
    const { parent, output } = supervised([join(root, 'server/main.ts')], {
      DATABASE_URL: '',
      PORT: '0',
      DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'error',
    })
    await until(() => output().includes('is at'))
    const child = childOf(parent.pid!)
    parent.kill('SIGKILL')
    await until(() => {
      try {
        process.kill(child, 0)
        return false
      } catch {
        return true
      }
    })
  })
})
