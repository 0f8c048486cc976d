/**
 * npm run backup -- FILE: all accounts and plans into one file.
 * npm run backup -- --into FOLDER [--keep DAYS[,WEEKS[,MONTHS]]]: into a new file there, named by the time; of old ones the newest of a day, a week and a
 * month stay. With --check it is found out first whether the new one would come back.
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeBackup } from '../server/database/backup.ts'
import { checkBackup } from '../server/database/checkBackup.ts'
import { defaultRetention, dropSurplus, nameOfBackup, readRetention, type Retention } from '../server/database/keptBackups.ts'
import { reachDatabaseForCommand } from '../server/database/reach.ts'
import { Refusal, runCommand } from '../server/refusal.ts'
import { refuseSpecialFile } from '../server/wholeFile.ts'
import { environment, readDatabaseSettings } from '../server/settings.ts'

await runCommand(async () => {
  const { file: name, into, keep, checks } = readArguments(process.argv.slice(2))
  const created_at = new Date().toISOString()
  const file = resolve(into === null ? name : join(into, nameOfBackup(created_at)))
  refuseSpecialFile(file)
  const reached = await reachDatabaseForCommand(readDatabaseSettings(environment()))
  try {
    const counts = await writeBackup({ connection: reached.url, file, created_at })
    console.log(`Wrote ${file}; accounts: ${counts.user}, scenarios: ${counts.planning_scenarios}.`)
    if (checks) {
      await checkBackup(file)
      console.log('It comes back as it is.')
    }
    const dropped = into === null ? [] : dropSurplus(resolve(into), keep)
    if (dropped.length > 0) console.log(`Removed ${dropped.length} older: ${dropped.join(', ')}.`)
  } finally {
    await reached.release()
  }
})

function readArguments(given: string[]): { file: string; into: string | null; keep: Retention; checks: boolean } {
  const { values, positionals } = parseArgs({
    args: given,
    options: { into: { type: 'string' }, keep: { type: 'string' }, check: { type: 'boolean' } },
    allowPositionals: true,
    strict: false,
  })
  const [into, keep] = [values.into, values.keep].map((value) => (typeof value === 'string' ? value : null)) as [
    string | null,
    string | null,
  ]
  const isClear = into === null ? positionals.length === 1 && keep === null : positionals.length === 0
  if (!isClear || Object.keys(values).some((name) => !['into', 'keep', 'check'].includes(name))) {
    throw new Refusal(
      'Name the file to write: npm run backup -- FILE; or a folder of backups: npm run backup -- --into FOLDER --keep 14,8,12 (days, weeks, months)',
    )
  }
  return { file: positionals[0] ?? '', into, keep: keep === null ? defaultRetention : readRetention(keep), checks: values.check === true }
}
