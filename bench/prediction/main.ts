/** `npm run bench:prediction`: how right the predicted bills are, beside a simpler method, and how fast. */
import { keep, print, type Part } from '../report.ts'
import { benchBean } from './beanBench.ts'
import { benchBerkaBalances } from './berkaBalances.ts'
import { benchBerka } from './berkaBench.ts'
import { benchKinds, benchSecond } from './kindsBench.ts'
import { benchOwn } from './ownBench.ts'
import { benchSpeed } from './speed.ts'

const at = new Date()
const parts: Part[] = []
for (const bench of [benchKinds, benchSecond, benchOwn, benchBean, benchBerka, benchBerkaBalances, benchSpeed]) {
  const part = bench()
  print(part)
  parts.push(part)
}
process.stdout.write(`\nKept in ${keep(parts, at)}\n`)
