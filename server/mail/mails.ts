/** The mails there are, and how each reads: plain text in the language of who gets it, with at most one link. */
import { deviceOf } from '../../core/device.ts'
import type { Say } from '../../core/words/words.ts'
import { sayingIn } from '../words/words.ts'
import { writtenInstant } from '../words/written.ts'
import type { Whence } from '../auth/accountEvents.ts'

export type Mail =
  /** To confirm that an address is its account's. */
  | { mail: 'confirm'; email: string; token: string }
  /** To set a new password. */
  | { mail: 'reset'; email: string; token: string }
  /** That a new password was set by such a mail. */
  | { mail: 'was_reset'; email: string }
  /** That somebody signed in from a browser that never did. `at`: ISO 8601 in UTC. */
  | { mail: 'new_device'; email: string; at: string; whence: Whence }

/** The page that carries out what a mail's link is for. What is secret stands behind #, which no server is sent and no log holds. */
export const linkPage = '/link'

const linkOf = (public_url: string, what: 'confirm' | 'reset', token: string): string => `${public_url}${linkPage}#${what}=${token}`

export function writtenMail(mail: Mail, language: string, public_url: string): { subject: string; text: string } {
  const say = sayingIn(language)
  const { email } = mail
  const written = (text: string): { subject: string; text: string } => ({
    subject: say(`mail.${mail.mail}.subject`),
    text: `${text}\n\n${say('mail.ending', { place: public_url })}\n`,
  })
  switch (mail.mail) {
    case 'confirm':
      return written(say('mail.confirm.text', { email, link: linkOf(public_url, 'confirm', mail.token) }))
    case 'reset':
      return written(say('mail.reset.text', { email, link: linkOf(public_url, 'reset', mail.token) }))
    case 'was_reset':
      return written(say('mail.was_reset.text', { email }))
    case 'new_device':
      return written(
        say('mail.new_device.text', {
          email,
          device: deviceWords(say, mail.whence.user_agent),
          network: mail.whence.network ?? '',
          moment: writtenInstant(mail.at, language),
          link: `${public_url}/settings`,
        }),
      )
  }
}

function deviceWords(say: Say, user_agent: string | null): string {
  const { browser, system } = deviceOf(user_agent)
  if (browser !== null && system !== null) return say('mail.device', { browser, system })
  return browser ?? system ?? say('mail.device.unknown')
}
