/**
 * Heavy work in worker threads, so that it holds nobody up: with a limit of time and of memory that ends the worker and not
 * the server, so many at once, the accounts in turn. What is little is done at once where it is asked.
 */
import { availableParallelism } from 'node:os'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { problem, type Problem } from '../../core/problem.ts'
import { tell, workOut, type TextJob, type WriteJob, type WriteResults } from './jobs.ts'
import { messagesOf, streamOf } from './pieces.ts'
import { newTurns, NoTurn, type Turns } from '../turns/turns.ts'
import type { Task } from './worker.ts'

export type ToldText = { ok: true; filename: string | null; text: string | ReadableStream<Uint8Array> } | { ok: false; problems: Problem[] }

/** Runs write jobs: here, or in a worker. */
export type Doing = <J extends WriteJob>(job: J) => Promise<WriteResults[J['job']] | { ok: false; problems: Problem[] }>

export interface Work {
  /** Answers with a text; a heavy one comes from a worker, as it is read. */
  tell(account: string, job: TextJob, isHeavy: boolean): Promise<ToldText>
  /** Gives what is to be done its turn, before it takes a connection or a lock. */
  inTurn<T>(account: string, work: (doing: Doing) => Promise<T>): Promise<T | { ok: false; problems: Problem[] }>
  counts(): WorkCounts
  /** Of jobs in worker threads, and of texts that are being read. */
  turns: { workers: Pick<Turns, 'counts' | 'totals'>; texts: Pick<Turns, 'counts' | 'totals'> }
  close(): Promise<void>
}

export interface WorkCounts {
  /** Threads there are now. */
  threads: number
  /** Jobs that were ended since the start, by their limit of time or of memory. */
  ended: number
}

export interface WorkLimits {
  threads: number
  /** Milliseconds until a worker has answered, or has begun to. */
  answer_ms: number
  /** Milliseconds until a text has been taken to its end. */
  text_ms: number
  /** Of each worker. */
  memory_mb: number
}

const usual: WorkLimits = { threads: Math.max(2, availableParallelism()), answer_ms: 10_000, text_ms: 120_000, memory_mb: 192 }

/** How long one waits for a turn, and how many may. */
const waiting = { waiting_per_account: 8, waiting: 200 }
const patience_ms = 10_000
/** Texts that are being read: one of an account at a time. */
const most_texts = 24

/** Does a job where it stands. */
export const doHere: Doing = async (job) => workOut(job)

export function startWork(given: Partial<WorkLimits> = {}): Work {
  const { threads, answer_ms, text_ms, memory_mb } = { ...usual, ...given }
  const workers = newTurns({ slots: threads, per_account: Math.max(1, Math.floor(threads / 2)), ...waiting }, patience_ms)
  const texts = newTurns({ slots: most_texts, per_account: 1, ...waiting }, patience_ms)
  let started: Piscina<Task, WriteResults[WriteJob['job']] | null> | undefined
  let ended = 0
  // Started when it is first needed; idle threads end by themselves.
  const pool = (): NonNullable<typeof started> => (started ??= startThreads(threads, memory_mb))

  const endedByLimit = (error: unknown): { ok: false; problems: Problem[] } => {
    const told = endedOr(error, answer_ms)
    ended += 1
    return told
  }

  const run = async <J extends WriteJob>(job: J): Promise<WriteResults[J['job']] | { ok: false; problems: Problem[] }> => {
    try {
      return (await pool().run({ write: job }, { signal: AbortSignal.timeout(answer_ms) })) as WriteResults[J['job']]
    } catch (error) {
      return endedByLimit(error)
    }
  }

  const tellFromWorker = async (job: TextJob, workerDone: () => void, textDone: () => void): Promise<ToldText> => {
    const { port1: ours, port2: theirs } = new MessageChannel()
    const ending = new AbortController()
    const timer = setTimeout(() => ending.abort(), answer_ms)
    const end = (): void => {
      clearTimeout(timer)
      clearTimeout(longest)
      ours.close()
      ending.abort()
      textDone()
    }
    const longest = setTimeout(end, text_ms)
    const next = messagesOf(ours)
    const running = pool().run({ text: job, port: theirs }, { transferList: [theirs], signal: ending.signal }).finally(workerDone)
    running.catch(() => {})
    const failing = new Promise<never>((_resolve, reject) => void running.catch(reject))
    const first = await Promise.race([next(), failing]).catch((error: unknown) => error as Error)
    clearTimeout(timer)
    if (first && 'filename' in first) return { ok: true, filename: first.filename, text: streamOf(ours, next, end) }
    end()
    if (first && 'problems' in first) return { ok: false, problems: first.problems }
    return endedByLimit(first instanceof Error ? first : await running.then(() => null, (error: unknown) => error))
  }

  return {
    tell: async (account, job, isHeavy) => {
      if (!isHeavy) {
        const told = tell(job)
        return told.ok ? { ok: true, filename: told.filename ?? null, text: [...told.pieces].join('') } : told
      }
      const textDone = await texts.take(account, []).catch(noTurn)
      const workerDone = textDone && (await workers.take(account, []).catch(noTurn))
      if (textDone && workerDone) return tellFromWorker(job, workerDone, textDone)
      textDone?.()
      return busy
    },
    inTurn: async (account, work) => {
      const done = await workers.take(account, []).catch(noTurn)
      if (!done) return busy
      try {
        return await work(run)
      } finally {
        done()
      }
    },
    counts: () => ({ threads: started?.threads.length ?? 0, ended }),
    turns: { workers, texts },
    close: async () => started?.destroy(),
  }
}

function noTurn(error: unknown): null {
  if (error instanceof NoTurn) return null
  throw error
}

function startThreads(threads: number, memory_mb: number): Piscina<Task, WriteResults[WriteJob['job']] | null> {
  const pool = new Piscina<Task, WriteResults[WriteJob['job']] | null>({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
    // Where the system can: whoever has little to ask goes first.
    niceIncrement: 10,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memory_mb, maxYoungGenerationSizeMb: 32 },
  })
  // A thread that dies without a job, such as of memory just after its job was ended, is replaced; unheard, it would end the server.
  pool.on('error', () => {})
  return pool
}

const busy = { ok: false as const, problems: [problem('server_is_busy', '', 'More is being worked out for this account than is done at once. Wait a moment, then ask again.')] }

/** What ended a worker, in words; a bug of ours stays one. */
function endedOr(error: unknown, answer_ms: number): { ok: false; problems: Problem[] } {
  const { name, code } = (error ?? {}) as { name?: string; code?: string }
  const ended = (message: string): { ok: false; problems: Problem[] } => ({ ok: false, problems: [problem('work_is_too_much', '', message)] })
  if (name === 'AbortError' || name === 'TimeoutError') return ended(`This took longer than ${Math.round(answer_ms / 1000)} seconds and was ended. Nothing was stored. Ask for less at once, or again when less is going on here.`)
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return ended('This needed more memory than one request is given and was ended. Nothing was stored. Ask for less at once.')
  throw error
}
