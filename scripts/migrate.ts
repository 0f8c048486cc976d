/** npm run migrate: applies migrations alone. */
import { migrate, schemaVersion } from '../server/database/migrate.ts'
import { reachDatabaseForCommand } from '../server/database/reach.ts'
import { runCommand } from '../server/refusal.ts'
import { environment, readDatabaseSettings } from '../server/settings.ts'

await runCommand(async () => {
  const reached = await reachDatabaseForCommand(readDatabaseSettings(environment()))
  try {
    const applied = await migrate({ connection: reached.url })
    console.log(applied.length ? `Applied ${applied.join(', ')}.` : `Nothing to apply: the schema is at ${schemaVersion}.`)
  } finally {
    await reached.release()
  }
})
