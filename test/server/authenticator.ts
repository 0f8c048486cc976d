/** An authenticator app, which makes codes as any does (RFC 6238). */
import { createHmac } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an app with this secret, in base32, shows so many half minutes from now. */
export function codeOf(secret: string, halfMinutes = 0): string {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + halfMinutes))
  const hash = createHmac('sha1', key).update(counter).digest()
  const at = hash.at(-1)! & 15
  return String((hash.readUInt32BE(at) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0')
}

/** A code that is none of those that would do now. */
export function wrongCode(secret: string): string {
  const right = new Set([-1, 0, 1].map((step) => codeOf(secret, step)))
  return ['000000', '111111', '222222', '333333'].find((code) => !right.has(code))!
}
