/** npm run restore -- FILE: a backup into an empty database. Sessions and API tokens are not in it; people sign in again. */
import { resolve } from 'node:path'
import { reachDatabaseForCommand } from '../server/database/reach.ts'
import { restoreBackup } from '../server/database/restore.ts'
import { Refusal, runCommand } from '../server/refusal.ts'
import { environment, readDatabaseSettings } from '../server/settings.ts'

await runCommand(async () => {
  const [name] = process.argv.slice(2)
  if (!name) throw new Refusal('Name the file to restore: npm run restore -- FILE')
  const settings = readDatabaseSettings(environment())
  const reached = await reachDatabaseForCommand(settings)
  try {
    const counts = await restoreBackup({ connection: reached.url, app_url: settings.database_app_url, file: resolve(name) })
    console.log(`Restored; accounts: ${counts.user}, scenarios: ${counts.planning_scenarios}. Sessions and API tokens are not brought back.`)
  } finally {
    await reached.release()
  }
})
