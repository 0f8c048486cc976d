import type { ChangedPassword } from '../../../core/contract/account-answers.ts'
import { listed } from '../../../core/words/words.ts'
import { say } from '../../words/say.ts'

interface Counts {
  sessions: number
  tokens: number | null
  feeds: number | null
  links: number | null
  passkeys: number | null
}

/** "2 other sign-ins, one API token and 3 calendar addresses"; '' where there is none. */
function countsWords({ sessions, tokens, feeds, links, passkeys }: Counts): string {
  const parts = [
    ...(sessions === 0 ? [] : [say('settings.password.sessions', { count: sessions })]),
    ...(tokens ? [say('settings.password.tokens', { count: tokens })] : []),
    ...(feeds ? [say('settings.password.feeds', { count: feeds })] : []),
    ...(links ? [say('settings.password.links')] : []),
    ...(passkeys ? [say('settings.password.passkeys', { count: passkeys })] : []),
  ]
  return listed(parts, say)
}

/** What a changed password has ended and what goes on, as the server tells it. */
export function changedPasswordText(told: ChangedPassword): string {
  const ended = countsWords({
    sessions: told.other_sessions_ended,
    tokens: told.tokens_revoked,
    feeds: told.feeds_revoked,
    links: told.links_ended,
    passkeys: told.passkeys_removed,
  })
  const kept = countsWords({
    sessions: told.other_sessions_kept,
    tokens: told.tokens_kept,
    feeds: told.feeds_kept,
    links: told.links_kept,
    passkeys: told.passkeys_kept,
  })
  const hasFailed = told.tokens_kept === null || told.feeds_kept === null
  return [
    say('settings.password.changed'),
    ...(ended === '' ? [] : [say('settings.password.changed.ended', { what: ended })]),
    ...(hasFailed ? [say('settings.password.changed.failed')] : []),
    ...(kept === '' ? [] : [say('settings.password.changed.kept', { what: kept })]),
    ...(ended === '' && kept === '' && !hasFailed ? [say('settings.password.changed.nothing_else')] : []),
  ].join(' ')
}
