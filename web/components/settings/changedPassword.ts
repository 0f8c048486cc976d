import type { ChangedPassword } from '../../../core/contract/account-answers.ts'

const counted = (count: number, one: string, many: string): string[] => (count === 0 ? [] : [count === 1 ? `one ${one}` : `${count} ${many}`])
const sessions = (count: number): string[] => counted(count, 'other sign-in', 'other sign-ins')
const tokens = (count: number | null): string[] => counted(count ?? 0, 'API token', 'API tokens')
const feeds = (count: number | null): string[] => counted(count ?? 0, 'calendar address', 'calendar addresses')

const listed = (parts: string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`)

/** What a changed password has ended and what goes on, as the server tells it. */
export function changedPasswordText(told: ChangedPassword): string {
  const ended = listed([...sessions(told.other_sessions_ended), ...tokens(told.tokens_revoked), ...feeds(told.feeds_revoked)])
  const kept = listed([...sessions(told.other_sessions_kept), ...tokens(told.tokens_kept), ...feeds(told.feeds_kept)])
  const failed = told.tokens_kept === null || told.feeds_kept === null
  return [
    'The password is changed.',
    ended === '' ? '' : `Ended: ${ended}.`,
    failed ? 'API tokens and calendar addresses could not be ended and go on: revoke them below.' : '',
    kept === '' ? '' : `Still in use: ${kept}.`,
    ended === '' && kept === '' && !failed ? 'There was no other sign-in, API token or calendar address.' : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}
