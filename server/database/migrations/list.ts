import type { Migration } from 'kysely/migration'
import * as accounts from './0001_accounts.ts'
import * as planning from './0002_planning.ts'
import * as time from './0003_time.ts'
import * as feeds from './0004_feeds.ts'
import * as keepsFilling from './0005_keeps_filling.ts'
import * as containment from './0006_containment.ts'
import * as purging from './0007_purging.ts'
import * as sessionDays from './0008_session_days.ts'
import * as editIds from './0009_edit_ids.ts'
import * as revisionChanges from './0010_revision_changes.ts'
import * as rateLimits from './0011_rate_limits.ts'
import * as exceptions from './0012_exceptions.ts'
import * as changes from './0013_changes.ts'
import * as planAccounts from './0014_accounts.ts'
import * as partPayments from './0015_part_payments.ts'
import * as accountEvents from './0016_account_events.ts'
import * as proofs from './0017_proofs.ts'
import * as providerLinks from './0018_provider_links.ts'
import * as passkeys from './0019_passkeys.ts'

/** Every migration, in order. One that has landed is never changed, which checksums.ts holds; a change is a new one at the end. */
export const migrations: Record<string, Migration> = {
  '0001_accounts': accounts,
  '0002_planning': planning,
  '0003_time': time,
  '0004_feeds': feeds,
  '0005_keeps_filling': keepsFilling,
  '0006_containment': containment,
  '0007_purging': purging,
  '0008_session_days': sessionDays,
  '0009_edit_ids': editIds,
  '0010_revision_changes': revisionChanges,
  '0011_rate_limits': rateLimits,
  '0012_exceptions': exceptions,
  '0013_changes': changes,
  '0014_accounts': planAccounts,
  '0015_part_payments': partPayments,
  '0016_account_events': accountEvents,
  '0017_proofs': proofs,
  '0018_provider_links': providerLinks,
  '0019_passkeys': passkeys,
}
