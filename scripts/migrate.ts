/** npm run migrate: applies migrations alone. */
import { migrate, sayMended, schemaVersion } from '../server/database/migrate.ts'
import { reachDatabaseForCommand } from '../server/database/reach.ts'
import { runCommand } from '../server/refusal.ts'
import { environment, readDatabaseSettings } from '../server/settings.ts'

await runCommand(async () => {
  const settings = readDatabaseSettings(environment())
  const reached = await reachDatabaseForCommand(settings)
  try {
    const applied = await migrate({ connection: reached.url, app_url: settings.database_app_url, mended: sayMended })
    console.log(applied.length ? `Applied ${applied.join(', ')}.` : `Nothing to apply: the schema is at ${schemaVersion}.`)
  } finally {
    await reached.release()
  }
})
