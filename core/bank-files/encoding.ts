/**
 * Bytes to text. UTF-16 and UTF-8 are told by their marks or by how the bytes lie; a file that is not UTF-8 is what its
 * header says, and without a header the code page under which its letters make words (code-pages.ts).
 */
import { remembered } from './csv/once.ts'
import { codePageOf } from './code-pages.ts'
import { shortened, type Findings } from './findings.ts'
import { decodeOldPage, oldPageOf } from './old-pages.ts'

export interface Decoded {
  text: string
  /** No byte stands for anything but itself. */
  isAscii?: boolean
  encoding: string
  /** Nothing in the bytes tells the encoding from others. */
  isOpen: boolean
}

/** What a person can choose from; headers may name any other of the Encoding Standard. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'ibm852',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-874',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
  'macintosh',
  'x-mac-ce',
  'x-mac-cyrillic',
  'ibm850',
] as const

const headBytes = 1_024
const sampleBytes = 64 * 1_024

export function decode(bytes: Uint8Array, chosen: string | undefined, findings: Findings): Decoded {
  if (chosen !== undefined) {
    const decoded = decodeAs(bytes, chosen)
    if (decoded) return decoded
    findings.add('bank.answer_does_not_fit.encoding', 0, { encoding: shortened(chosen) })
  }
  const marked = byMark(bytes) ?? byZeros(bytes)
  if (marked !== null) return decodeAs(bytes, marked)!
  const utf8 = asUtf8(bytes, findings)
  if (utf8 !== null && /\u001b\$[@B]/.test(utf8)) return decodeAs(bytes, 'iso-2022-jp')!
  if (utf8 !== null)
    return { text: utf8, encoding: 'utf-8', isOpen: false, isAscii: utf8.length === bytes.length && !utf8.includes('\ufffd') }
  const label = byHeader(bytes)
  const decoded = label === null ? null : decodeAs(bytes, label)
  // A header that says Unicode where the bytes are not tells nothing.
  if (decoded && !decoded.encoding.startsWith('utf')) return decoded
  const { encoding, isOpen } = codePageOf(sampleOf(bytes), (sample, page) => decodeAs(sample, page)?.text ?? null)
  return { ...decodeAs(bytes, encoding)!, isOpen }
}

/** The lines with letters beyond ASCII, whole: what the code page is told by. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = firstBeyondAscii(bytes)
  const start = first < sampleBytes ? 0 : bytes.lastIndexOf(10, first) + 1
  const end = bytes.indexOf(10, Math.min(start + sampleBytes, bytes.length))
  return bytes.subarray(start, end < 0 || end > start + 2 * sampleBytes ? Math.min(bytes.length, start + sampleBytes) : end)
}

/** Where the first byte beyond ASCII stands; −1 where there is none. A loop, as a callback a byte takes ten times as long. */
function firstBeyondAscii(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at]! >= 0x80) return at
  return -1
}

const previewBytes = 60

/** A few words of a file with letters beyond ASCII, as each encoding shows them; null where one can't, or where there are none. */
export function previewsOf(bytes: Uint8Array): (encoding: string) => string | null {
  const first = firstBeyondAscii(bytes)
  if (first < 0) return () => null
  const lineStart = bytes.lastIndexOf(10, first) + 1
  const start = Math.max(lineStart, first - previewBytes / 3)
  const lineEnd = bytes.indexOf(10, first)
  const end = Math.min(lineEnd < 0 ? bytes.length : lineEnd, start + 2 * previewBytes)
  const piece = bytes.subarray(start, end)
  return (encoding) => decodeAs(piece, encoding)?.text.trim().slice(0, previewBytes) ?? null
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

const leastZeros = 0.2

/** Text in UTF-16 has zeros in every other byte, always on the same side. */
function byZeros(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, headBytes) & ~1
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  // Other scripts have theirs in the digits, marks and line ends.
  const [least, most] = [(length / 2) * leastZeros, (side: number) => side / 20]
  if (length < 8) return null
  if (odd > least && even <= most(odd)) return 'utf-16le'
  return even > least && odd <= most(even) ? 'utf-16be' : null
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
    findings.add('bank.file_holds_unreadable_characters', lineAt(text, first))
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

/** Throws where there is no such encoding. */
const decoderOf = remembered((label) => new TextDecoder(label))

function decodeAs(bytes: Uint8Array, label: string): Decoded | null {
  const old = oldPageOf(label)
  if (old !== null) return { text: decodeOldPage(bytes, old), encoding: old, isOpen: false }
  try {
    const decoder = decoderOf(label)
    return { text: decoder.decode(bytes), encoding: decoder.encoding, isOpen: false }
  } catch {
    return null
  }
}
