/** What the routes of accounts are given. */
import type { Database } from '../database/connect.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { SharedCounts } from '../sharedCounter.ts'
import type { Attempts } from './attempts.ts'
import type { AuthSettings, BetterAuth, Hashing } from './betterAuth.ts'
import type { HashQueue } from './hashQueue.ts'
import type { Identifier } from './identity.ts'
import type { Provider } from './provider.ts'

export interface AccountParts {
  database: Database
  settings: AuthSettings
  betterAuth: BetterAuth
  /** null: none is set. */
  provider: Provider | null
  hashing: Hashing
  identifier: Identifier
  attempts: Attempts
  hashQueue: HashQueue
  /** null: the place sends no mails. */
  mailer: Mailer | null
  shared: SharedCounts
}
