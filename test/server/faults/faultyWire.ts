/**
 * A wire to a real PostgreSQL on which one query, or every one from there on, goes wrong: the server answers it with an
 * error, or the connection breaks before it arrives, or after it was carried out and before anybody hears of it.
 * It speaks the protocol (https://www.postgresql.org/docs/current/protocol-message-formats.html) as far as to tell one
 * query from the next; passwords and rows go through as they are.
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A SQLSTATE that the server answers with; or when the connection breaks. */
export type Fault = `${number}` | '55P03' | '57P01' | 'break before' | 'break after'

export interface FaultyWire {
  /** The same database, by this wire. */
  url: string
  /** The nth query from now on (1: the next) goes wrong, and with `lasting` all after it. */
  arm(nth: number, fault: Fault, lasting?: boolean): void
  /** All is well again. Answers how many queries there were since it was armed. */
  disarm(): number
  close(): Promise<void>
}

export async function faultyWire(url: string): Promise<FaultyWire> {
  const folder = mkdtempSync(join(tmpdir(), 'pynance-wire-'))
  const own = new URL(url)
  const host = own.searchParams.get('host') ?? own.hostname
  const port = Number(own.port || 5432)
  const target = host.startsWith('/') ? { path: join(host, `.s.PGSQL.${port}`) } : { host, port }
  let count = 0
  let armed: { nth: number; fault: Fault; lasting: boolean } | null = null
  const sockets = new Set<Socket>()

  const faultOfNext = (): Fault | null => {
    count += 1
    return armed && (count === armed.nth || (armed.lasting && count > armed.nth)) ? armed.fault : null
  }

  const server = createServer((client) => {
    const postgres = connect(target)
    for (const socket of [client, postgres]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        postgres.destroy()
      })
    }
    let isOpen = false
    /** Queries sent on, whose answers are to come; at one that is true the connection breaks. */
    const underWay: boolean[] = []
    let unit: Buffer[] = []

    const toServer = messages({ startsUntyped: true }, (type, message) => {
      // The start and the passwords, and a client that says goodbye, are no queries.
      if (!isOpen || type === 'X') return void postgres.write(message)
      unit.push(message)
      if (type !== 'Q' && type !== 'S') return
      const query = Buffer.concat(unit)
      unit = []
      const fault = faultOfNext()
      if (fault === 'break before') return void client.destroy()
      underWay.push(fault === 'break after')
      postgres.write(fault === null || fault === 'break after' ? query : raising(fault))
    })
    const toClient = messages({ startsUntyped: false }, (type, message) => {
      if (underWay[0] && isOpen) {
        if (type === 'Z') client.destroy()
        return
      }
      client.write(message)
      if (type !== 'Z') return
      if (isOpen) underWay.shift()
      isOpen = true
    })
    client.on('data', toServer)
    postgres.on('data', toClient)
  })
  server.listen(join(folder, '.s.PGSQL.5432'))
  await once(server, 'listening')

  own.searchParams.set('host', folder)
  if (own.port) own.port = '5432'
  return {
    url: own.href,
    arm: (nth, fault, lasting = false) => {
      count = 0
      armed = { nth, fault, lasting }
    },
    disarm: () => {
      armed = null
      return count
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A statement that the server itself fails with the code, and with it the transaction it is in. */
function raising(code: string): Buffer {
  const text = Buffer.from(`do $$ begin raise exception 'made to fail' using errcode = '${code}'; end $$\0`)
  const head = Buffer.alloc(5)
  head.write('Q')
  head.writeInt32BE(text.length + 4, 1)
  return Buffer.concat([head, text])
}

/** Cuts a stream into messages: a letter, the length, the rest; the first of a client has no letter. */
function messages({ startsUntyped }: { startsUntyped: boolean }, each: (type: string, message: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  let isTyped = !startsUntyped
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (;;) {
      const head = isTyped ? 1 : 0
      if (rest.length < head + 4) return
      const length = head + rest.readInt32BE(head)
      if (rest.length < length) return
      const message = rest.subarray(0, length)
      rest = rest.subarray(length)
      const type = isTyped ? String.fromCharCode(message[0]!) : ''
      isTyped = true
      each(type, message)
    }
  }
}
