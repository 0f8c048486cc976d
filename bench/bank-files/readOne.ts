/** Reads one file in a process of its own and says what that took: `node readOne.ts <path>`. */
import { readFileSync } from 'node:fs'
import { readBankFile } from '../../core/bank-files/readBankFile.ts'

const used = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
const before = process.memoryUsage.rss()
const bytes = readFileSync(process.argv[2]!)
const begun = used()
const file = readBankFile(bytes, 'download')
const milliseconds = used() - begun
process.stdout.write(
  `${JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1_024 - before / 1_048_576, transactions: file.accounts.reduce((sum, account) => sum + account.transactions.length, 0), problems: file.problems.map(({ code }) => code) })}\n`,
)
