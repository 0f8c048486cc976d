/** How long predicting takes beside parsing the same transactions from CSV with papaparse; one core, same process. */
import Papa from 'papaparse'
import { predictBills, type BankTransaction } from '../../core/prediction/predictBills.ts'
import { own_until, ownLedger } from './ownLedger.ts'

export interface Speed {
  transactions: number
  accounts: number
  parse_ms: number
  predict_ms: number
  /** What the heap grew by while predicting, the proposals included. */
  heap_mb: number
  proposals: number
}

/** Accounts of some 1,000 transactions in two years. */
const from = '2024-01-01'

export function measureSpeed(accounts: number): Speed {
  const { transactions } = ownLedger(7, accounts, from)
  const csv = transactions.map(({ id, account, date, amount_cents, payee, memo }) => `${id},${account},${date},${(amount_cents / 100).toFixed(2)},"${payee}",${memo}`).join('\n')
  const parse_ms = quickest(() => Papa.parse(csv))
  const before = heapAfterCollecting()
  let proposals: unknown[] = []
  const predict_ms = quickest(() => (proposals = predictBills(transactions as BankTransaction[], own_until)))
  return { transactions: transactions.length, accounts, parse_ms, predict_ms, heap_mb: (process.memoryUsage().heapUsed - before) / 1e6, proposals: proposals.length }
}

/** The quicker of three runs, in milliseconds of this thread's processor time: what else the machine does takes no part. */
function quickest(work: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const begun = process.threadCpuUsage()
    work()
    const spent = process.threadCpuUsage(begun)
    return (spent.user + spent.system) / 1_000
  })
  return Math.min(...times)
}

function heapAfterCollecting(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
