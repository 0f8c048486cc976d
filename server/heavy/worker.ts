/** What runs in a worker thread: whole requests on a connection of its own, and their texts in pieces as fast as they are taken. */
import type { MessagePort } from 'node:worker_threads'
import type { Change } from '../database/changes.ts'
import { openDatabase, type Database } from '../database/connect.ts'
import { UnknownOutcome } from '../database/troubles.ts'
import { answerCall, type PlainCall } from '../planning/answering.ts'
import { isMuch, type Weighed } from './bounds.ts'
import { pieceBytes, piecesAhead, type Failure, type FromWorker } from './pieces.ts'

export interface Task {
  call: PlainCall
  /** By which the app's role reaches the database. */
  connection: string
  port: MessagePort
  /** One number, shared with who waits: not 0 once something may be stored. */
  committing: Int32Array
}

const encoder = new TextEncoder()
let opened: { connection: string; database: Database } | undefined

function databaseAt(connection: string): Database {
  if (opened?.connection !== connection) opened = { connection, database: openDatabase({ connection, max: 1 }) }
  return opened.database
}

export default async function perform({ call, connection, port, committing }: Task): Promise<void> {
  const changes: Change[] = []
  let were_large: boolean | null = null
  const database: Database = {
    ...databaseAt(connection),
    changes: { tell: (_user_id, change) => void changes.push(change), hear: async () => null, count: () => 0, stop: async () => {} },
    committing: () => void Atomics.store(committing, 0, 1),
  }
  const weigh = (what: Weighed): void => {
    if ('plans' in what || 'text_bytes' in what) were_large = were_large || isMuch(what)
  }
  const say = (message: FromWorker, transferred: ArrayBuffer[] = []): void => port.postMessage(message, transferred)
  try {
    const { head, pieces } = await answerCall(call, database, weigh)
    const bytes = inPieces(pieces ?? [])
    const [first, second] = [bytes.next(), bytes.next()]
    const text = first.done ? null : first.value
    say({ head, text, goes_on: !second.done, changes, were_large }, text ? [text.buffer] : [])
    if (!second.done) await send(second.value, bytes, port, say)
  } catch (error) {
    say({ failure: failureOf(error), changes, were_large })
  } finally {
    port.close()
  }
}

/** Errors lose all but their words on the way between threads. */
function failureOf(error: unknown): Failure {
  if (error instanceof UnknownOutcome) return { ...failureOf(error.cause), is_unknown: true }
  const { name, message, stack, code, severity, constraint, syscall } = error as Error & Omit<Failure, 'is_unknown'>
  return { name, message, stack, code, severity, constraint, syscall, is_unknown: false }
}

async function send(
  next: Uint8Array<ArrayBuffer>,
  rest: Iterator<Uint8Array<ArrayBuffer>>,
  port: MessagePort,
  say: (message: FromWorker, transferred?: ArrayBuffer[]) => void,
): Promise<void> {
  let ahead = 0
  let isWanted = true
  let wake = (): void => {}
  port.on('message', () => {
    ahead -= 1
    wake()
  })
  port.on('close', () => {
    isWanted = false
    wake()
  })
  for (let piece: IteratorResult<Uint8Array<ArrayBuffer>> = { value: next }; !piece.done; piece = rest.next()) {
    say({ bytes: piece.value }, [piece.value.buffer])
    ahead += 1
    while (isWanted && ahead >= piecesAhead) await new Promise<void>((resolve) => (wake = resolve))
    if (!isWanted) return
  }
  say({ end: true })
}

/** The texts as bytes, in pieces that are worth a message; whole ones are given away, and each has memory of its own. */
function* inPieces(texts: Iterable<string>): Generator<Uint8Array<ArrayBuffer>> {
  let piece = new Uint8Array(pieceBytes)
  let used = 0
  for (let text of joined(texts)) {
    while (text !== '') {
      const { read, written } = encoder.encodeInto(text, piece.subarray(used))
      used += written
      if (read === text.length) break
      text = text.slice(read)
      yield piece.subarray(0, used)
      piece = new Uint8Array(pieceBytes)
      used = 0
    }
  }
  if (used > 0) yield piece.slice(0, used)
}

/** Small texts joined into some that are worth encoding. */
function* joined(texts: Iterable<string>): Generator<string> {
  let waiting = ''
  for (const text of texts) {
    waiting += text
    if (waiting.length < 8 * 1024) continue
    yield waiting
    waiting = ''
  }
  yield waiting
}
