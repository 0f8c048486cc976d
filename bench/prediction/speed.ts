/** How long predicting takes beside parsing the same transactions from CSV with papaparse; one core, the same process. */
import Papa from 'papaparse'
import { predictBills } from '../../core/prediction/predictBills.ts'
import type { Part } from '../report.ts'
import { own_until, ownLedger } from './ownLedger.ts'

/** Accounts of some 1,000 transactions in two years. */
const from = '2024-01-01'
const sizes = [10, 98, 980]

export function benchSpeed(): Part {
  const measured = sizes.map(measure)
  const largest = measured.at(-1)!
  return {
    title: 'Speed: predicting beside parsing the same from CSV (papaparse), processor time of one thread',
    findings: [
      {
        name: 'predicting ÷ parsing, the largest',
        value: largest.predict_ms / largest.parse_ms,
        unit: '',
        bound: { at: 'most', value: 8 },
        from: `${largest.transactions.toLocaleString('en')} transactions`,
      },
    ],
    table: [
      ['transactions', 'accounts', 'parsing', 'predicting', 'ratio', 'µs each', 'heap, MB', 'proposals'],
      ...measured.map(({ transactions, accounts, parse_ms, predict_ms, heap_mb, proposals }) => [
        String(transactions),
        String(accounts),
        `${parse_ms.toFixed(0)} ms`,
        `${predict_ms.toFixed(0)} ms`,
        (predict_ms / parse_ms).toFixed(2),
        ((1_000 * predict_ms) / transactions).toFixed(2),
        heap_mb.toFixed(0),
        String(proposals),
      ]),
    ],
    notes: ['The quickest of three runs each. Heap: what is in use more after predicting than before, the proposals with it.'],
    measured,
  }
}

function measure(accounts: number) {
  const { transactions } = ownLedger(7, accounts, from)
  const csv = transactions
    .map(
      ({ id, account, date, amount_cents, payee, memo }) =>
        `${id},${account},${date},${(amount_cents / 100).toFixed(2)},"${payee}",${memo}`,
    )
    .join('\n')
  const parse_ms = quickest(() => Papa.parse(csv))
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  let proposals = 0
  const predict_ms = quickest(() => (proposals = predictBills(transactions, own_until).length))
  return {
    transactions: transactions.length,
    accounts,
    parse_ms,
    predict_ms,
    heap_mb: Math.max(0, process.memoryUsage().heapUsed - before) / 1e6,
    proposals,
  }
}

/** What else the machine does takes no part: this thread's own time counts. */
function quickest(work: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const begun = process.threadCpuUsage()
    work()
    const spent = process.threadCpuUsage(begun)
    return (spent.user + spent.system) / 1_000
  })
  return Math.min(...times)
}
