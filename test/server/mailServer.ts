/** A mail server on this machine that takes every mail, and what it was given. */
import { setTimeout as sleep } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface Received {
  to: string
  from: string
  subject: string
  text: string
}

export interface MailServer {
  url: string
  received: Received[]
  /** Mails to an address, once there are so many. */
  to(address: string, count: number): Promise<Received[]>
  close(): Promise<void>
}

/** `refuses`: answers every mail with this status. */
export async function mailServer({ refuses }: { refuses?: number } = {}): Promise<MailServer> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_address, _session, done) =>
      done(refuses === undefined ? null : Object.assign(new Error('not today'), { responseCode: refuses })),
    onData(stream, session, done) {
      const taken = async (): Promise<void> => {
        const { from, subject = '', text = '' } = await PostalMime.parse(Buffer.concat(await stream.toArray()))
        for (const { address } of session.envelope.rcptTo) received.push({ to: address, from: from?.address ?? '', subject, text })
      }
      void taken().then(() => done(), done)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  const to = async (address: string, count: number): Promise<Received[]> => {
    for (let tries = 0; tries < 400; tries += 1) {
      const theirs = received.filter((mail) => mail.to === address)
      if (theirs.length >= count) return theirs
      await sleep(25)
    }
    throw new Error(`${address} was sent ${received.filter((mail) => mail.to === address).length} mails, not ${count}`)
  }
  return { url: `smtp://127.0.0.1:${port}`, received, to, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
