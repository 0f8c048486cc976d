/** Mails that the server sends. A line of text each, with one link at most. */
export default {
  'mail.confirm.subject': 'Confirm your e-mail address',
  'mail.confirm.text':
    'Somebody, most likely you, made an account with the address {email}. To confirm that it is yours, open this page:\n\n{link}\n\n' +
    'The link works for a day. If it was not you, you need not do anything.',
  'mail.device': '{browser} on {system}',
  'mail.device.unknown': 'a program that is not known',
  'mail.ending': 'pyNance Planning at {place}',
  'mail.new_device.subject': 'A new sign-in to your account',
  'mail.new_device.text':
    'Somebody signed in to the account {email} with {device}, from the network {network}, on {moment} (UTC), in a browser that had not ' +
    'been used for it before.\n\n' +
    'If it was you, you need not do anything. If not, end that sign-in in the settings and change your password:\n\n{link}',
  'mail.reset.subject': 'A new password for your account',
  'mail.reset.text':
    'To set a new password for the account {email}, open this page:\n\n{link}\n\n' +
    'The link works once, within an hour. It ends all sign-ins, API tokens, calendar addresses and passkeys. If you did not ask for it, ' +
    'you need not do anything: your password stays as it is.',
  'mail.was_reset.subject': 'Your password was set anew',
  'mail.was_reset.text':
    'A new password was set for the account {email} by the link in a mail. All sign-ins, API tokens, calendar addresses and ' +
    'passkeys have ended.\n\nIf it was not you, somebody reads your mail: change the password of your mailbox first, then ' +
    'ask for another link.',
}
