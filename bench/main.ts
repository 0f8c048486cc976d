/**
 * `npm run bench`: what is promised about speed, measured against something bare that does the same work.
 *   npm run bench -- core actuals bank-files api processes questions browser     these parts alone
 *   npm run bench -- api --seconds 2      shorter measurements (default 5)
 * Exits with 1 when a bound is missed. Wants a quiet machine: server, database, client and browser share its cores.
 */
import { parseArgs } from 'node:util'
import { benchActuals } from './actuals/actualsBench.ts'
import { benchApi } from './api/apiBench.ts'
import { benchProcesses } from './api/severalProcesses.ts'
import { benchBankFiles } from './bank-files/bankFilesBench.ts'
import { benchBrowser } from './browser/browserBench.ts'
import { benchCore } from './core/coreBench.ts'
import { benchProjection } from './core/projectionBench.ts'
import { benchDebts } from './questions/debtsBench.ts'
import { isMet, keep, print, type Part } from './report.ts'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { seconds: { type: 'string', default: '5' } } })
const seconds = Number(values.seconds)

const benches: Record<string, () => Promise<Part[]>> = {
  core: async () => [benchCore(), ...(await benchProjection())],
  actuals: benchActuals,
  'bank-files': benchBankFiles,
  api: () => benchApi({ seconds }),
  processes: () => benchProcesses({ seconds }),
  questions: () => Promise.resolve([benchDebts()]),
  browser: benchBrowser,
}

const unknown = positionals.filter((name) => !(name in benches))
if (unknown.length > 0 || !(seconds > 0)) {
  process.stderr.write(`Usage: npm run bench -- [${Object.keys(benches).join('] [')}] [--seconds N]\n`)
  process.exit(2)
}

const started = new Date()
const parts: Part[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  for (const part of await bench()) {
    parts.push(part)
    print(part)
  }
}
const findings = parts.flatMap((part) => part.findings)
const missed = findings.filter((finding) => !isMet(finding))
process.stdout.write(
  `\n${findings.length - missed.length} bounds met, ${missed.length} missed. Every value is in ${keep(parts, started)}\n`,
)
process.exitCode = missed.length === 0 ? 0 : 1
