/** The page's side of the worker that reads banks' files: one at a time, each of which can be stopped. */
import type { Answers, BankFile } from '../../../core/bank-files/bank-file.ts'
import type { BankTransaction } from '../../../core/prediction/predictBills.ts'
import type { Proposal } from '../../../core/prediction/proposal.ts'

export type BankRequest =
  | { id: number; work: 'read'; bytes: ArrayBuffer; name: string; answers: Answers }
  | { id: number; work: 'predict'; transactions: BankTransaction[]; today: string }
export interface BankAnswer {
  id: number
  value: BankFile | Proposal[]
}

type Work = Omit<Extract<BankRequest, { work: 'read' }>, 'id'> | Omit<Extract<BankRequest, { work: 'predict' }>, 'id'>

/** What is stopped, or broke, answers null. */
export interface BankWork {
  read(bytes: ArrayBuffer, name: string, answers: Answers): Promise<BankFile | null>
  predict(transactions: BankTransaction[], today: string): Promise<Proposal[] | null>
  /** Ends whatever is under way. */
  stop(): void
}

export function startBankWork(): BankWork {
  let worker: Worker | null = null
  let ids = 0
  const waiting = new Map<number, (value: BankAnswer['value'] | null) => void>()

  const stop = (): void => {
    worker?.terminate()
    worker = null
    for (const resolve of waiting.values()) resolve(null)
    waiting.clear()
  }
  const running = (): Worker => {
    if (worker) return worker
    worker = new Worker(new URL('./bankWorker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<BankAnswer>) => {
      waiting.get(data.id)?.(data.value)
      waiting.delete(data.id)
    })
    worker.addEventListener('error', stop)
    return worker
  }
  const ask = (work: Work): Promise<BankAnswer['value'] | null> =>
    new Promise((resolve) => {
      const id = (ids += 1)
      waiting.set(id, resolve)
      running().postMessage({ ...work, id }, [])
    })

  return {
    read: async (bytes, name, answers) => (await ask({ work: 'read', bytes, name, answers })) as BankFile | null,
    predict: async (transactions, today) => (await ask({ work: 'predict', transactions, today })) as Proposal[] | null,
    stop,
  }
}
