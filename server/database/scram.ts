/** Passwords of database roles: random, and told to the server only as what it checks them by, so that no log of statements holds them. */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import type pg from 'pg'

/** 256 random bits as text: nothing a client or a server would have to prepare or escape. */
export const randomPassword = (): string => randomBytes(32).toString('base64url')

/** Stretching a password makes guessing it slower; nobody guesses 256 random bits, and every connection would wait for it. */
const iterations = 1

/** What PostgreSQL keeps of a password and takes in place of it (RFC 5803), for passwords of plain letters. */
export function scramVerifier(password: string): string {
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const keyOf = (name: string): Buffer => createHmac('sha256', salted).update(name).digest()
  const storedKey = createHash('sha256').update(keyOf('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${keyOf('Server Key').toString('base64')}`
}

/** ` password '…'`, to go on a statement about a role. */
export const passwordClause = (client: Pick<pg.Client, 'escapeLiteral'>, password: string): string =>
  ` password ${client.escapeLiteral(scramVerifier(password))}`
