import { expect, test } from 'vitest'
import { changedPasswordText } from '../../web/components/settings/changedPassword.ts'

const nothing = {
  other_sessions_ended: 0,
  other_sessions_kept: 0,
  tokens_revoked: 0,
  tokens_kept: 0,
  feeds_revoked: 0,
  feeds_kept: 0,
  links_ended: 0,
  links_kept: 0,
  passkeys_removed: 0,
  passkeys_kept: 0,
}

test.each([
  [{}, 'The password is changed. There was no other sign-in, API token or calendar address.'],
  [{ other_sessions_ended: 1 }, 'The password is changed. Ended: one other sign-in.'],
  [
    { other_sessions_ended: 2, tokens_revoked: 1, feeds_revoked: 3 },
    'The password is changed. Ended: 2 other sign-ins, one API token and 3 calendar addresses.',
  ],
  [{ other_sessions_ended: 2, tokens_kept: 1 }, 'The password is changed. Ended: 2 other sign-ins. Still in use: one API token.'],
  [{ other_sessions_kept: 1, feeds_kept: 1 }, 'The password is changed. Still in use: one other sign-in and one calendar address.'],
  [{ links_ended: 1 }, 'The password is changed. Ended: the connection with the provider.'],
  [{ passkeys_removed: 2 }, 'The password is changed. Ended: 2 passkeys.'],
  [
    { other_sessions_ended: 1, tokens_kept: null, feeds_kept: null },
    'The password is changed. Ended: one other sign-in. API tokens and calendar addresses could not be ended and go on: revoke them below.',
  ],
])('after a changed password the page says what ended and what goes on: %o', (told, text) =>
  expect(changedPasswordText({ ...nothing, ...told })).toBe(text),
)
