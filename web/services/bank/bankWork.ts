/** The page's side of the workers that read banks' files and hold them against a plan: each can be stopped. */
import type { MatchOptions } from '../../../core/actuals/match-payments.ts'
import type { MatchedPayments } from '../../../core/actuals/matched.ts'
import type { Answers, BankFile } from '../../../core/bank-files/bank-file.ts'
import type { BankTransaction } from '../../../core/prediction/predictBills.ts'
import type { Proposal } from '../../../core/prediction/proposal.ts'
import type { Scenario } from '../../../core/scenario.ts'

export type BankRequest =
  | { id: number; work: 'read'; bytes: ArrayBuffer; name: string; answers: Answers }
  | { id: number; work: 'predict'; transactions: BankTransaction[]; today: string }
export interface BankAnswer {
  id: number
  value: BankFile | Proposal[]
}

export interface MatchRequest {
  id: number
  scenario: Scenario
  transactions: BankTransaction[]
  options: MatchOptions
}
export interface MatchAnswer {
  id: number
  value: MatchedPayments
}

/** What is stopped, or broke, answers null. */
export interface BankWork {
  read(bytes: ArrayBuffer, name: string, answers: Answers): Promise<BankFile | null>
  predict(transactions: BankTransaction[], today: string): Promise<Proposal[] | null>
  match(scenario: Scenario, transactions: BankTransaction[], options: MatchOptions): Promise<MatchedPayments | null>
  /** Ends whatever is under way. */
  stop(): void
}

type WithoutId<R> = R extends { id: number } ? Omit<R, 'id'> : never

interface Lane<Request, Value> {
  ask(request: WithoutId<Request>): Promise<Value | null>
  stop(): void
}

/** One worker, which does one thing after the other. */
function lane<Request extends { id: number }, Answer extends { id: number; value: unknown }>(start: () => Worker): Lane<Request, Answer['value']> {
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
  const ask = (request: WithoutId<Request>): Promise<Answer['value'] | null> =>
    new Promise((resolve) => {
      const id = (ids += 1)
      waiting.set(id, resolve)
      running().postMessage({ ...request, id }, [])
    })
  return { ask, stop }
}

export function startBankWork(): BankWork {
  const files = lane<BankRequest, BankAnswer>(() => new Worker(new URL('./bankWorker.ts', import.meta.url), { type: 'module' }))
  const plans = lane<MatchRequest, MatchAnswer>(() => new Worker(new URL('./matchWorker.ts', import.meta.url), { type: 'module' }))
  return {
    read: async (bytes, name, answers) => (await files.ask({ work: 'read', bytes, name, answers })) as BankFile | null,
    predict: async (transactions, today) => (await files.ask({ work: 'predict', transactions, today })) as Proposal[] | null,
    match: (scenario, transactions, options) => plans.ask({ scenario, transactions, options }),
    stop: () => {
      files.stop()
      plans.stop()
    },
  }
}
