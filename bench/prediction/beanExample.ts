/** Made-up households by beancount's `bean-example`: monthly bills and fortnightly pay among restaurants, groceries and trips. */
import { execFileSync, spawnSync } from 'node:child_process'
import type { Ledger } from './ledger.ts'

export const hasBeanExample = (): boolean => spawnSync('bean-example', ['--help']).status === 0

export const bean_until = '2026-01-01'

/** Who is paid once a month, by the generator's own source; pay is fortnightly. */
const bills = /^(RiverBank Properties|EDISON POWER|Wine-Tarner Cable|Verizon Wireless|BANK FEES)$/
/** Paid off once a month whatever is owed; tickets bought every 27 to 33 days; a tax once a year, of which truth, which begins at three charges, has two. */
const neutral = /^(Chase:Slate|Metro Transport Authority|FEDERAL TAXPYMT)$/

export function beanLedger(seed: number): Ledger {
  const dates = ['--date-birth', '1985-05-12', '--date-begin', '2023-01-01', '--date-end', bean_until]
  const text = execFileSync('bean-example', ['--seed', String(seed), '--no-reformat', ...dates], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ledger: Ledger = { transactions: [], seriesOf: new Map(), neutral: new Set() }
  let head: { date: string; payee: string; memo: string } | null = null
  for (const line of text.split('\n')) {
    const opening = /^(\d{4}-\d{2}-\d{2}) \* "([^"]*)"(?: "([^"]*)")?/.exec(line)
    if (opening) head = { date: opening[1]!, payee: opening[3] === undefined ? '' : opening[2]!, memo: opening[3] ?? opening[2]! }
    else if (line.trim() === '') head = null
    const posting = /^\s+((?:Assets:US:\w+:Checking)|Liabilities:US:Chase:Slate)\s+(-?[\d.]+) USD/.exec(line)
    if (!head || !posting) continue
    const id = `${seed}-${ledger.transactions.length}`
    const payee = head.payee || head.memo
    ledger.transactions.push({
      id,
      date: head.date,
      amount_cents: Math.round(Number(posting[2]) * 100),
      payee: head.payee,
      memo: head.memo,
      account: posting[1]!,
    })
    if (bills.test(payee) || head.memo === 'Payroll') ledger.seriesOf.set(id, `${payee} ${head.memo}`)
    if (neutral.test(payee)) ledger.neutral.add(id)
  }
  return ledger
}
