/**
 * Bytes to text. UTF-16 and UTF-8 are told by their marks or by how the bytes lie; a file that is not UTF-8 is what its
 * header says, and without a header the one of three code pages under which its words have letters within them.
 */
import { quoted, type Findings } from './findings.ts'

export interface Decoded {
  text: string
  encoding: string
}

/** What a person can choose from; headers may name any other of the Encoding Standard. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'iso-8859-2', 'ibm852', 'windows-1251'] as const

const headBytes = 1_024
const sampleBytes = 64 * 1_024

export function decode(bytes: Uint8Array, chosen: string | undefined, findings: Findings): Decoded {
  if (chosen !== undefined) {
    const decoded = decodeAs(bytes, chosen)
    if (decoded) return decoded
    findings.add('answer_does_not_fit', 0, `There is no encoding ${quoted(chosen)}. The file's own was used.`)
  }
  const marked = byMark(bytes) ?? byZeros(bytes)
  if (marked !== null) return decodeAs(bytes, marked)!
  const utf8 = asUtf8(bytes, findings)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }
  const label = byHeader(bytes)
  const decoded = label === null ? null : decodeAs(bytes, label)
  // A header that says Unicode where the bytes are not tells nothing.
  return decoded && !decoded.encoding.startsWith('utf') ? decoded : decodeAs(bytes, byLetters(bytes))!
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Western text in UTF-16 has a zero in nearly every other byte, always on the same side. */
function byZeros(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, headBytes) & ~1
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  const pairs = length / 2
  if (pairs < 4) return null
  if (odd > pairs * 0.7 && even < pairs * 0.1) return 'utf-16le'
  return even > pairs * 0.7 && odd < pairs * 0.1 ? 'utf-16be' : null
}

/** Text that is valid UTF-8 is UTF-8, whatever its header says. One broken place in many good ones is damage. */
function asUtf8(bytes: Uint8Array, findings: Findings): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    let sequences = 0
    for (let at = 0; at + 1 < bytes.length; at += 1) {
      if (bytes[at]! >= 0xc3 && bytes[at]! <= 0xf4 && bytes[at + 1]! >= 0x80 && bytes[at + 1]! <= 0xbf) sequences += 1
    }
    const text = new TextDecoder('utf-8').decode(bytes)
    let broken = 0
    let first = -1
    for (let at = text.indexOf('\ufffd'); at >= 0 && broken <= sequences; at = text.indexOf('\ufffd', at + 1)) {
      if (first < 0) first = at
      broken += 1
    }
    if (broken * 20 > sequences) return null
    findings.add('file_holds_unreadable_characters', lineAt(text, first), 'some characters are damaged. What could be read was.')
    return text
  }
}

/** The line, counted from 1, that a place of a text is on. */
export function lineAt(text: string, place: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < place; at = text.indexOf('\n', at + 1)) line += 1
  return line
}

/** The encoding that an XML declaration or an OFX header names; an OFX CHARSET is a code page. */
function byHeader(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, headBytes)).toLowerCase()
  const declared = head.includes('<?xml') ? (/encoding=["']([\w.:-]{1,40})["']/.exec(head)?.[1] ?? null) : null
  if (declared !== null) return declared
  const charset = /charset:\s?([\w.-]{1,40})/.exec(head)?.[1]
  if (charset === undefined || charset === 'none') return null
  return /^\d{4}$/.test(charset) ? `windows-${charset}` : charset
}

function decodeAs(bytes: Uint8Array, label: string): Decoded | null {
  if (/^(ibm|cp)?852$/i.test(label)) return { text: decodeIbm852(bytes), encoding: 'ibm852' }
  try {
    const decoder = new TextDecoder(label)
    return { text: decoder.decode(bytes), encoding: decoder.encoding }
  } catch {
    return null
  }
}

/** Code page 852, which banks of central Europe still write and no TextDecoder reads: the characters of 0x80 to 0xff. */
const ibm852 =
  'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0'

const ibm852Letters = new Set(Array.from(ibm852, (character, index) => (/\p{L}/u.test(character) ? 0x80 + index : 0)))

function decodeIbm852(bytes: Uint8Array): string {
  const latin = new TextDecoder('iso-8859-1').decode(bytes)
  const pieces: string[] = []
  let start = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at]! < 0x80) continue
    pieces.push(latin.slice(start, at), ibm852[bytes[at]! - 0x80]!)
    start = at + 1
  }
  pieces.push(latin.slice(start))
  return pieces.join('')
}

/** Bytes that are letters of central Europe under windows-1250, and under windows-1252 signs, or letters that hardly any word of the west has. */
const central = new Set([0x8a, 0x8d, 0x8e, 0x8f, 0x9a, 0x9c, 0x9d, 0x9e, 0x9f, 0xa3, 0xaf, 0xb3, 0xb9, 0xbe, 0xbf, 0xec])
/** Bytes that are common letters in the west (à å ñ ã ç À Å Ñ), and rare ones under windows-1250. */
const western = new Set([0xc0, 0xc5, 0xd1, 0xe0, 0xe3, 0xe5, 0xe7, 0xf1])
/** Letters in both, of which no language of the west has the two: ø with è or ù (ř, č, ů), õ with û (ő, ű). */
const pairs: readonly [number, number][] = [[0xf8, 0xe8], [0xf8, 0xf9], [0xf5, 0xfb]]
const centralCurrencies = /[^A-Z](?:CZK|PLN|HUF|RON|BAM|RSD)[^A-Z]/

function byLetters(bytes: Uint8Array): string {
  let [dos, windows, east, west, counted] = [0, 0, 0, 0, 0]
  const seen = new Set<number>()
  for (let at = 0; at < bytes.length && counted < sampleBytes; at += 1) {
    const byte = bytes[at]!
    if (byte < 0x80) continue
    counted += 1
    if (!isLetterByte(bytes[at - 1]) && !isLetterByte(bytes[at + 1])) continue
    seen.add(byte)
    // The letters of code page 852 are signs and controls under windows, and the other way round.
    if (byte >= 0xc0 || byte === 0x9a || byte === 0x9e) windows += 1
    else if (ibm852Letters.has(byte)) dos += 1
    if (western.has(byte)) west += 1
    if (central.has(byte)) east += 1
  }
  if (dos > windows * 2 && dos > east) return 'ibm852'
  const hints = pairs.filter(([one, other]) => seen.has(one) && seen.has(other)).length + (centralCurrencies.test(String.fromCharCode(...bytes.subarray(0, 8 * headBytes))) ? 1 : 0)
  return east + hints > west ? 'windows-1250' : 'windows-1252'
}

const isLetterByte = (byte: number | undefined): boolean => byte !== undefined && ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122))
