/** `npm run bench:ranges`: how exact the ranges are, how fast, and whether they hold. */
import { keep, print, type Part } from '../report.ts'
import { benchBerkaRanges } from './berkaRanges.ts'
import { benchExactness, benchExactnessOfDays } from './exactness.ts'
import { benchHouseholds } from './households.ts'
import { benchLivedHouseholds } from './livedHouseholds.ts'
import { benchSpeed } from './speed.ts'

const at = new Date()
const parts: Part[] = []
for (const bench of [benchSpeed, benchHouseholds, benchLivedHouseholds, benchBerkaRanges, benchExactness, benchExactnessOfDays]) {
  const part = bench()
  print(part)
  parts.push(part)
}
process.stdout.write(`\nKept in ${keep(parts, at)}\n`)
