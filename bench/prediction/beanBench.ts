/** Households that beancount makes up: every bill and every payday found, and nothing else. */
import type { Part } from '../report.ts'
import { baseline } from './baseline.ts'
import { beanLedger, bean_until, hasBeanExample } from './beanExample.ts'
import { ours } from './methods.ts'
import { precision, recall, score, type Answer, type Count } from './score.ts'

const seeds = Array.from({ length: 20 }, (_, index) => index + 1)

export function benchBean(): Part {
  const title = 'bean-example: made-up households of three years, monthly bills and fortnightly pay'
  if (!hasBeanExample())
    return { title, findings: [], table: [], notes: ['Skipped: bean-example is not installed (Debian package beancount).'], measured: null }
  const ledgers = seeds.map(beanLedger)
  const countOf = (method: (transactions: (typeof ledgers)[number]['transactions'], cutoff: string) => Answer[]): Count =>
    ledgers
      .map((ledger) => score(ledger, bean_until, method(ledger.transactions, bean_until)).found)
      .reduce((a, b) => ({ right: a.right + b.right, claimed: a.claimed + b.claimed, true: a.true + b.true }))
  const [own, gaps] = [countOf(ours), countOf(baseline)]
  const from = `${seeds.length} seeds together`
  return {
    title,
    findings: [
      { name: 'precision', value: precision(own), unit: '', bound: { at: 'least', value: 0.99 }, from },
      { name: 'recall', value: recall(own), unit: '', bound: { at: 'least', value: 0.99 }, from },
    ],
    table: [
      ['', 'precision', 'recall', 'right', 'claimed', 'true'],
      ...Object.entries({ ours: own, gaps }).map(([name, count]) => [
        name,
        precision(count).toFixed(3),
        recall(count).toFixed(3),
        String(count.right),
        String(count.claimed),
        String(count.true),
      ]),
    ],
    notes: [
      'Paying off the credit card (monthly, any amount) and tram tickets (every 27 to 33 days) are neutral, and so is a tax paid once a year, twice so far.',
    ],
    measured: { seeds, own, gaps },
  }
}
