/** What runs in a worker thread: a job's text goes out in pieces as fast as they are taken, other jobs are simply answered. */
import type { MessagePort } from 'node:worker_threads'
import { tell, workOut, type TextJob, type WriteJob, type WriteResults } from './jobs.ts'
import { pieceLength, piecesAhead, type FromWorker } from './pieces.ts'

export type Task = { text: TextJob; port: MessagePort } | { write: WriteJob }

export default async function perform(task: Task): Promise<WriteResults[WriteJob['job']] | null> {
  if ('write' in task) return workOut(task.write)
  const { port } = task
  try {
    await send(task.text, port)
  } finally {
    port.close()
  }
  return null
}

async function send(job: TextJob, port: MessagePort): Promise<void> {
  const say = (message: FromWorker, transferred: ArrayBuffer[] = []): void => port.postMessage(message, transferred)
  const told = tell(job)
  if (!told.ok) return say({ problems: told.problems })
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
  say({ filename: told.filename ?? null })
  for (const text of inPieces(told.pieces)) {
    const bytes = encoder.encode(text)
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
