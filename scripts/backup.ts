/** npm run backup -- FILE: all accounts and plans into one file. */
import { resolve } from 'node:path'
import { writeBackup } from '../server/database/backup.ts'
import { reachDatabaseForCommand } from '../server/database/reach.ts'
import { Refusal, runCommand } from '../server/refusal.ts'
import { refuseSpecialFile } from '../server/wholeFile.ts'
import { environment, readDatabaseSettings } from '../server/settings.ts'

await runCommand(async () => {
  const [name] = process.argv.slice(2)
  if (!name) throw new Refusal('Name the file to write: npm run backup -- FILE')
  const file = resolve(name)
  refuseSpecialFile(file)
  const reached = await reachDatabaseForCommand(readDatabaseSettings(environment()))
  try {
    const counts = await writeBackup({ connection: reached.url, file, created_at: new Date().toISOString() })
    console.log(`Wrote ${file}; accounts: ${counts.user}, scenarios: ${counts.planning_scenarios}.`)
  } finally {
    await reached.release()
  }
})
