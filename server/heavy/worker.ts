/** What runs in a worker thread: whole requests on a connection of its own, and their texts in pieces as fast as they are taken. */
import type { MessagePort } from 'node:worker_threads'
import type { Change } from '../database/changes.ts'
import { openDatabase, type Database } from '../database/connect.ts'
import { UnknownOutcome } from '../database/troubles.ts'
import { answerCall, type PlainCall } from '../planning/answering.ts'
import { isMuch, type Weighed } from './bounds.ts'
import { pieceLength, piecesAhead, type Failure, type FromWorker } from './pieces.ts'

export interface Task {
  call: PlainCall
  /** By which the app's role reaches the database. */
  connection: string
  port: MessagePort
  /** One number, shared with who waits: not 0 once something may be stored. */
  committing: Int32Array
}

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
    const encoder = new TextEncoder()
    const texts = inPieces(pieces ?? [])[Symbol.iterator]()
    const [first, second] = [texts.next(), texts.next()]
    const text = first.done ? null : encoder.encode(first.value)
    say({ head, text, goes_on: !second.done, changes, were_large }, text ? [text.buffer] : [])
    if (!second.done) await send(second.value, texts, port, say)
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
  next: string,
  rest: Iterator<string>,
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
  const encoder = new TextEncoder()
  for (let piece: IteratorResult<string> = { value: next }; !piece.done; piece = rest.next()) {
    const bytes = encoder.encode(piece.value)
    say({ bytes }, [bytes.buffer])
    ahead += 1
    while (isWanted && ahead >= piecesAhead) await new Promise<void>((resolve) => (wake = resolve))
    if (!isWanted) return
  }
  say({ end: true })
}

/** Small texts joined into some that are worth a message. */
function* inPieces(texts: Iterable<string>): Generator<string> {
  let waiting: string[] = []
  let length = 0
  for (const text of texts) {
    waiting.push(text)
    length += text.length
    if (length < pieceLength) continue
    yield waiting.join('')
    waiting = []
    length = 0
  }
  if (length > 0) yield waiting.join('')
}
