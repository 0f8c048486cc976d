/**
 * Answers requests: what is little here, at once; what is much in a worker thread, so that it holds nobody up, with a limit
 * of time and of memory that ends the worker and not the server, so many at once, the accounts in turn.
 *
 * A request is begun here and weighed as it shows what it is about. Once that is much, all of it is left, nothing is stored
 * yet, and a worker does it from the beginning; the plan is remembered, and what is asked of it next goes there at once.
 */
import { availableParallelism } from 'node:os'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { problem } from '../../core/problem.ts'
import type { Database } from '../database/connect.ts'
import { UnknownOutcome } from '../database/troubles.ts'
import { answerCall, type AnswerHead, type PlainCall } from '../planning/answering.ts'
import { newTurns, NoTurn, type Turns } from '../turns/turns.ts'
import { isMuch, type Weighed } from './bounds.ts'
import { messagesOf, streamOf, type Failure } from './pieces.ts'
import { largePlans } from './remembered.ts'
import type { Task } from './worker.ts'

/** `text`: null where the answer has none. */
export interface Answered {
  head: AnswerHead
  text: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null
}

export interface Work {
  answer(call: PlainCall): Promise<Answered>
  counts(): WorkCounts
  /** Of requests in worker threads, and of texts that are being read. */
  turns: { workers: Pick<Turns, 'counts' | 'totals'>; texts: Pick<Turns, 'counts' | 'totals'> }
  close(): Promise<void>
}

export interface WorkCounts {
  /** Threads there are now. */
  threads: number
  /** Requests that were ended since the start, by their limit of time or of memory. */
  ended: number
}

export interface WorkLimits {
  threads: number
  /** Milliseconds until a worker has answered, or has begun to. */
  answer_ms: number
  /** Milliseconds until a text has been taken to its end, and for how long it may keep a thread that somebody else waits for. */
  text_ms: number
  reading_ms: number
  /** Of each worker. */
  memory_mb: number
  /** Milliseconds from the start until a thread waits ready, if none was needed before: to begin costs it most of a second. */
  ready_ms: number
}

const usual: WorkLimits = {
  threads: Math.min(8, Math.max(2, availableParallelism())),
  answer_ms: 20_000,
  text_ms: 120_000,
  reading_ms: 5_000,
  memory_mb: 192,
  ready_ms: 30_000,
}

/** How long one waits for a turn, and how many may. */
const waiting = { waiting_per_account: 8, waiting: 200 }
const patience_ms = 20_000
/** Texts that are being read: one of an account at a time. */
const most_texts = 24
const textRoutes: ReadonlySet<PlainCall['route']> = new Set([
  'projectScenario',
  'askRanges',
  'compareScenarios',
  'exportScenario',
  'previewMerge',
  'readFeed',
])

export function startWork(database: Database, given: Partial<WorkLimits> = {}): Work {
  const { threads, answer_ms, text_ms, reading_ms, memory_mb, ready_ms } = { ...usual, ...given }
  const workers = newTurns({ slots: threads, per_account: Math.max(1, Math.floor(threads / 2)), ...waiting }, patience_ms)
  const texts = newTurns({ slots: most_texts, per_account: 1, ...waiting }, patience_ms)
  const remembered = largePlans()
  const readings = slowReadings(threads, reading_ms)
  let started: Piscina<Task, void> | undefined
  let ended = 0
  // Started when it is first needed, or soon: one thread waits ready from then on, others that are idle end by themselves.
  const pool = (): NonNullable<typeof started> => (started ??= startThreads(2 * threads, memory_mb))
  const untilReady = setTimeout(pool, ready_ms).unref()

  const fromWorker = async (call: PlainCall, workerDone: () => void, textDone: () => void): Promise<Answered> => {
    const { port1: ours, port2: theirs } = new MessageChannel()
    const committing = new Int32Array(new SharedArrayBuffer(4))
    const ending = new AbortController()
    const end = (): void => {
      clearTimeout(longest)
      ours.close()
      ending.abort()
      textDone()
    }
    let longest = setTimeout(() => ending.abort(), answer_ms)
    const next = messagesOf(ours)
    const running = pool()
      .run({ call, connection: database.connection, port: theirs, committing }, { transferList: [theirs], signal: ending.signal })
      .finally(workerDone)
    const failing = running.then(() => new Promise<never>(() => {}))
    failing.catch(() => {})
    const first = await Promise.race([next(), failing]).catch((error: unknown) => error as Error)
    if (first === null || first instanceof Error || 'bytes' in first || 'end' in first) {
      // Its port may close before it is told what has ended it.
      const why = first instanceof Error ? first : await running.then(() => null).catch((error: unknown) => error)
      end()
      const told = endedOr(why, answer_ms, committing[0] !== 0)
      ended += 1
      return told
    }
    clearTimeout(longest)
    for (const change of first.changes) database.changes.tell(call.user_id, change)
    remembered.note(call, first.were_large)
    if ('head' in first && first.goes_on) {
      longest = setTimeout(end, text_ms)
      readings.add({ since: performance.now(), end, workerDone }, running)
      // Taken to its end, its thread has a moment's work left and goes on to the next; cut off, it is ended.
      return { head: first.head, text: streamOf(first.text!, ours, next, { taken: () => void running.then(end, end), cut: end }) }
    }
    // It has said all it has to say: its thread goes on to the next.
    running.then(end, end)
    if ('failure' in first) throw errorOf(first.failure)
    return { head: first.head, text: first.text as Uint8Array<ArrayBuffer> | null }
  }

  const turnOf = async (turns: Turns, account: string, keys: readonly string[] = []): Promise<(() => void) | null> => {
    const looking = setInterval(readings.cutOffSlow, 250)
    return turns
      .take(account, keys)
      .catch(noTurn)
      .finally(() => clearInterval(looking))
  }

  const inWorker = async (call: PlainCall): Promise<Answered> => {
    const { user_id, route, id } = call
    const textDone = textRoutes.has(route) ? await turnOf(texts, user_id) : () => {}
    const workerDone = textDone && (await turnOf(workers, user_id, call.body.byteLength > 0 ? [id] : []))
    if (textDone && workerDone) return fromWorker(call, workerDone, textDone)
    textDone?.()
    return busy
  }

  return {
    answer: async (call) => {
      if (remembered.has(call)) return inWorker(call)
      try {
        const { head, pieces } = await answerCall(call, database, refuseMuch)
        return { head, text: pieces && [...pieces].join('') }
      } catch (error) {
        if (!(error instanceof TooMuchHere)) throw error
        return inWorker(call)
      }
    },
    counts: () => ({ threads: started?.threads.length ?? 0, ended }),
    turns: { workers, texts },
    close: async () => {
      clearTimeout(untilReady)
      await started?.destroy()
    },
  }
}

interface Reading {
  since: number
  /** Cuts it off. */
  end: () => void
  /** Its thread may go on to the next. */
  workerDone: () => void
}

/** Texts of which a thread has more to tell than is taken, the oldest first. */
function slowReadings(threads: number, reading_ms: number) {
  const readings = new Set<Reading>()
  /** There are as many threads again for texts that are read, so that slow readers keep nobody from theirs. */
  const letGo = (): void => [...readings].slice(0, threads).forEach(({ workerDone }) => workerDone())
  return {
    add: (reading: Reading, running: Promise<void>): void => {
      readings.add(reading)
      letGo()
      running
        .catch(() => {})
        .finally(() => {
          readings.delete(reading)
          letGo()
        })
    },
    /** Of more slow readers than there are threads for, the first is cut off once somebody waits and it has had its time. */
    cutOffSlow: (): void => {
      const [oldest] = readings
      if (oldest && readings.size > threads && performance.now() - oldest.since > reading_ms) oldest.end()
    },
  }
}

/** What ends a request that a worker is to do. */
class TooMuchHere extends Error {}

function refuseMuch(what: Weighed): void {
  if (isMuch(what)) throw new TooMuchHere('A worker does this.')
}

function noTurn(error: unknown): null {
  if (error instanceof NoTurn) return null
  throw error
}

function startThreads(threads: number, memory_mb: number): Piscina<Task, void> {
  const pool = new Piscina<Task, void>({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 300_000,
    // A thread that waits hears when its connection to the database ends.
    atomics: 'disabled',
    // Where the system can: whoever has little to ask goes first. On a busy machine much more would starve them.
    niceIncrement: 5,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memory_mb, maxYoungGenerationSizeMb: 32 },
  })
  // A thread that dies without a job, such as of memory just after its job was ended, is replaced; unheard, it would end the server.
  pool.on('error', () => {})
  return pool
}

const refused = (...found: Parameters<typeof problem>): Answered => ({
  head: { status: 'refused', problems: [problem(...found)] },
  text: null,
})
const busy = refused('server_is_busy.account', '')

/** What ended a worker; a bug of ours stays one. */
function endedOr(error: unknown, answer_ms: number, mayBeStored: boolean): Answered {
  const { name, code } = (error ?? {}) as { name?: string; code?: string }
  const stored = mayBeStored ? 'unknown' : 'nothing'
  if (name === 'AbortError' || name === 'TimeoutError')
    return refused('work_is_too_much.time', '', { seconds: Math.round(answer_ms / 1000), stored })
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return refused('work_is_too_much.memory', '', { stored })
  throw error
}

function errorOf({ is_unknown, message, ...rest }: Failure): Error {
  const error = Object.assign(new Error(message), rest)
  return is_unknown ? new UnknownOutcome(error) : error
}
