/** The page that links in mails lead to. */
export default {
  'link.confirm': 'Is this your e-mail address?',
  'link.confirm_action': 'Yes, confirm it',
  'link.confirm_lead': 'Somebody made an account with the address that this mail was sent to.',
  'link.confirmed': 'Thank you, your address is confirmed.',
  'link.none': 'This link leads nowhere',
  'link.none_lead': 'Part of it may have been lost on the way. Copy it from the mail as a whole.',
  'link.reset': 'A new password',
  'link.reset_action': 'Set it',
  'link.reset_lead': 'With it all sign-ins, API tokens and calendar addresses of your account end.',
  'link.was_reset': 'Your new password is set. Sign in with it.',
}
