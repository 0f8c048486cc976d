/** What the server says publicly about itself; null where there is none (a static copy of the app, or no connection). */
import { settingsSchema, type ServerSettings } from '../../core/contract/place-answers.ts'
import { ask, sameOrigin } from './requests.ts'

export async function readServerSettings(timeout_ms = 2_000): Promise<ServerSettings | null> {
  const read = await ask({ ...sameOrigin, timeout_ms }, 'getSettings', {}, settingsSchema)
  return read.ok ? read.value : null
}
