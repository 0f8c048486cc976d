/** The database that the settings name, whichever kind it is. */
import type { DatabaseSettings } from '../settings.ts'
import { DataDirInUse, startEmbedded } from './embedded.ts'

export interface ReachedDatabase {
  /** postgresql:// URL of the tables' owner. */
  url: string
  /** Resolves when an embedded database has ended. */
  ended: Promise<void>
  /** Stops an embedded database that was started here; leaves any other alone. */
  release(): Promise<void>
}

/** For the app: yours, or the embedded one, which only one app may use. */
export async function reachDatabase(settings: DatabaseSettings): Promise<ReachedDatabase> {
  if (settings.database_url) return elsewhere(settings.database_url)
  const { url, ended, stop } = await startEmbedded({ dataDir: settings.data_dir })
  return { url, ended, release: stop }
}

/** For a command, which may also work while an app is running the embedded one. */
export async function reachDatabaseForCommand(settings: DatabaseSettings): Promise<ReachedDatabase> {
  try {
    return await reachDatabase(settings)
  } catch (error) {
    if (error instanceof DataDirInUse) return elsewhere(error.url)
    throw error
  }
}

const elsewhere = (url: string): ReachedDatabase => ({ url, ended: new Promise(() => {}), release: async () => {} })
