/**
 * npm run restore -- FILE: a backup into an empty database. Sessions and API tokens are not in it; people sign in again.
 * npm run restore -- --check FILE: whether it would come back as it is, in a database that is thrown away.
 */
import { resolve } from 'node:path'
import type { BackupCounts } from '../server/database/backup.ts'
import { checkBackup } from '../server/database/checkBackup.ts'
import { reachDatabaseForCommand } from '../server/database/reach.ts'
import { restoreBackup } from '../server/database/restore.ts'
import { Refusal, runCommand } from '../server/refusal.ts'
import { environment, readDatabaseSettings } from '../server/settings.ts'

await runCommand(async () => {
  const given = process.argv.slice(2)
  const [name, ...more] = given.filter((argument) => argument !== '--check')
  if (!name || more.length > 0)
    throw new Refusal('Name the file to restore: npm run restore -- FILE (or --check FILE, to find out whether it would come back)')
  if (given.includes('--check')) {
    const counts = await checkBackup(resolve(name))
    console.log(`${resolve(name)} comes back as it is; ${told(counts)}`)
    return
  }
  const settings = readDatabaseSettings(environment())
  const reached = await reachDatabaseForCommand(settings)
  try {
    const counts = await restoreBackup({ connection: reached.url, app_url: settings.database_app_url, file: resolve(name) })
    console.log(`Restored; ${told(counts)} Sessions and API tokens are not brought back.`)
  } finally {
    await reached.release()
  }
})

function told(counts: BackupCounts): string {
  return `accounts: ${counts.user}, scenarios: ${counts.planning_scenarios}.`
}
