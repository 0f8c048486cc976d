/**
 * Sends mail by SMTP, where whoever runs the place has set it. Nobody waits for it: a mail is taken into a bounded queue of this process
 * and tried a few times. What cannot be sent is logged without its address or text; who asked for it asks again.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'
import type { Settings } from '../settings.ts'
import { writtenMail, type Mail } from './mails.ts'

export interface Mailer {
  /** In the language of who reads it. False: too many are waiting. */
  send(to: string, language: string, mail: Mail): boolean
  /** Resolves when all that was taken has been sent or given up. */
  settled(): Promise<void>
  close(): void
}

/** Mails that wait in one process, and how often and after how many milliseconds each is tried again. */
const mostWaiting = 500
const retriesAfterMs = [2_000, 20_000]
/** Milliseconds for a step of the conversation with the mail server. */
const longestMs = 20_000

export type MailSettings = Pick<Settings, 'smtp_url' | 'mail_from' | 'public_url'>

/** null: no mail server is set. */
export function createMailer(
  { smtp_url, mail_from, public_url }: MailSettings,
  log: Pick<Logger, 'warn'>,
  { retries = retriesAfterMs }: { retries?: readonly number[] } = {},
): Mailer | null {
  if (smtp_url === null || mail_from === null || public_url === null) return null
  const transport = createTransport(optionsOf(smtp_url), { from: mail_from })
  const underWay = new Set<Promise<void>>()
  let isClosed = false

  const deliver = async (message: { to: string; subject: string; text: string }, what: string): Promise<void> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await transport.sendMail({
          ...message,
          headers: { 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        return
      } catch (error) {
        const { code, responseCode } = error as { code?: string; responseCode?: number }
        const isFinal = responseCode !== undefined && responseCode >= 500
        if (isFinal || isClosed || attempt >= retries.length)
          return log.warn({ mail: what, error: { code, response: responseCode } }, 'A mail could not be sent.')
        await sleep(retries[attempt])
      }
    }
  }

  return {
    send(to, language, mail) {
      if (underWay.size >= mostWaiting) {
        log.warn({ mail: mail.mail }, 'A mail was not sent: too many are waiting.')
        return false
      }
      const sent = deliver({ to, ...writtenMail(mail, language, public_url) }, mail.mail).finally(() => underWay.delete(sent))
      underWay.add(sent)
      return true
    },
    settled: async () => void (await Promise.all(underWay)),
    close: () => {
      isClosed = true
      transport.close()
    },
  }
}

/** smtp: asks for TLS by STARTTLS, but on this machine; smtps: speaks it from the start. What the URL says besides goes before. */
function optionsOf(smtp_url: string) {
  const url = new URL(smtp_url)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const isEncrypted = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isEncrypted ? 465 : 587) : Number(url.port),
    secure: isEncrypted,
    requireTLS: !isEncrypted && !isHere && url.searchParams.get('tls') !== 'off',
    ignoreTLS: !isEncrypted && url.searchParams.get('tls') === 'off',
    ...(url.username === '' ? {} : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    pool: true as const,
    maxConnections: 2,
    connectionTimeout: longestMs,
    greetingTimeout: longestMs,
    socketTimeout: longestMs,
  }
}
