/** What the server says publicly about itself; null where there is none (a static copy of the app, or no connection). */
import type { Mode } from '../context/planning.ts'

export interface ServerSettings {
  default_mode: Mode
  sign_up: 'open' | 'closed'
}

export async function readServerSettings(timeout_ms = 2_000): Promise<ServerSettings | null> {
  try {
    const response = await fetch('/api/settings', { signal: AbortSignal.timeout(timeout_ms), headers: { accept: 'application/json' } })
    const answer: unknown = response.ok ? await response.json() : null
    if (typeof answer !== 'object' || answer === null) return null
    const { default_mode, sign_up } = answer as Partial<ServerSettings>
    return { default_mode: default_mode === 'api' ? 'api' : 'local', sign_up: sign_up === 'closed' ? 'closed' : 'open' }
  } catch {
    return null
  }
}
