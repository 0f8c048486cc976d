/** The page's side of the workers that read banks' files, find what repeats in them, and hold them against a plan: each can be stopped. */
import type { MatchOptions } from '../../../core/actuals/match-payments.ts'
import type { MatchedPayments } from '../../../core/actuals/matched.ts'
import type { Answers, BankFile } from '../../../core/bank-files/bank-file.ts'
import type { AccountTransaction } from '../../../core/prediction/predictBills.ts'
import type { Proposal } from '../../../core/prediction/proposal.ts'
import type { Scenario } from '../../../core/scenario.ts'

export interface ReadRequest {
  id: number
  bytes: ArrayBuffer
  name: string
  answers: Answers
}
export interface ReadAnswer {
  id: number
  value: BankFile
}

export interface PredictRequest {
  id: number
  transactions: AccountTransaction[]
  today: string
}
export interface PredictAnswer {
  id: number
  value: Proposal[]
}

export interface MatchRequest {
  id: number
  scenario: Scenario
  transactions: AccountTransaction[]
  options: MatchOptions
}
export interface MatchAnswer {
  id: number
  value: MatchedPayments
}

/** What is stopped, or broke, answers null. */
export interface BankWork {
  read(bytes: ArrayBuffer, name: string, answers: Answers): Promise<BankFile | null>
  predict(transactions: AccountTransaction[], today: string): Promise<Proposal[] | null>
  match(scenario: Scenario, transactions: AccountTransaction[], options: MatchOptions): Promise<MatchedPayments | null>
  /** Ends whatever is under way. */
  stop(): void
}

interface Lane<Request, Value> {
  ask(request: Omit<Request, 'id'>): Promise<Value | null>
  stop(): void
}

/** One worker, which does one thing after the other. */
function lane<Request extends { id: number }, Answer extends { id: number; value: unknown }>(
  start: () => Worker,
): Lane<Request, Answer['value']> {
  let worker: Worker | null = null
  let ids = 0
  const waiting = new Map<number, (value: Answer['value'] | null) => void>()

  const stop = (): void => {
    worker?.terminate()
    worker = null
    for (const resolve of waiting.values()) resolve(null)
    waiting.clear()
  }
  const running = (): Worker => {
    if (worker) return worker
    worker = start()
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      waiting.get(data.id)?.(data.value)
      waiting.delete(data.id)
    })
    worker.addEventListener('error', stop)
    return worker
  }
  const ask = (request: Omit<Request, 'id'>): Promise<Answer['value'] | null> =>
    new Promise((resolve) => {
      const id = (ids += 1)
      waiting.set(id, resolve)
      running().postMessage({ ...request, id }, [])
    })
  return { ask, stop }
}

export function startBankWork(): BankWork {
  const files = lane<ReadRequest, ReadAnswer>(() => new Worker(new URL('./readWorker.ts', import.meta.url), { type: 'module' }))
  const repeats = lane<PredictRequest, PredictAnswer>(() => new Worker(new URL('./predictWorker.ts', import.meta.url), { type: 'module' }))
  const plans = lane<MatchRequest, MatchAnswer>(() => new Worker(new URL('./matchWorker.ts', import.meta.url), { type: 'module' }))
  return {
    read: (bytes, name, answers) => files.ask({ bytes, name, answers }),
    predict: (transactions, today) => repeats.ask({ transactions, today }),
    match: (scenario, transactions, options) => plans.ask({ scenario, transactions, options }),
    stop: () => {
      files.stop()
      repeats.stop()
      plans.stop()
    },
  }
}
