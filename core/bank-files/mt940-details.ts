/** What the details of an MT940 line say: who, and what for. */
import { isIban } from './ledger.ts'

export interface Details {
  payee: string
  memo: string
  /** The reference of whoever ordered the payment (EREF); "" when there is none. */
  reference: string
  /** A field begins at the very end and holds nothing. */
  isMalformed: boolean
}

/** Of :86: and of the :NS: lines that some German and Hungarian banks write in its place. */
export function detailsOf(lines: readonly string[], more: readonly string[]): Details {
  const whole = lines.join('').trimStart()
  const separator = /^\d{3}([?~^>+|])\d{2}/.exec(whole)?.[1]
  const read = separator !== undefined ? ofFields(whole, separator) : (wordsOf(lines) ?? plain(lines))
  const own = ofNumberedLines(more)
  return { ...read, payee: read.payee || own.payee, memo: read.memo || own.memo }
}

/** Text in no order; a first line of an IBAN and a name tells who. */
function plain(lines: readonly string[]): Details {
  const named = labelled(lines.join(' '))
  if (named) return named
  const first = lines[0] ?? ''
  const space = first.indexOf(' ')
  const payee = space > 0 && isIban(first.slice(0, space)) ? first.slice(space).trim() : ''
  const memo = (payee === '' ? lines : lines.slice(1)).map((line) => line.trim()).join(' ')
  return { payee, memo, reference: '', isMalformed: false }
}

/** `NAAM: J Jansen OMSCHRIJVING: huur IBAN: …`, as other Dutch banks write. Null where nobody is named so. */
function labelled(text: string): Details | null {
  const labels = [
    ...text.slice(0, mostLabelled).matchAll(/\b(NAAM|OMSCHRIJVING|KENMERK|IBAN|BIC|MACHTIGING|INCASSANT|BETALINGSKENM\.|NAME|REMI) ?: /gi),
  ]
  const value = (...names: string[]): string => {
    const at = labels.findIndex((label) => names.includes(label[1]!.toUpperCase()))
    return at < 0 ? '' : text.slice(labels[at]!.index + labels[at]![0].length, labels[at + 1]?.index ?? text.length).trim()
  }
  const payee = value('NAAM', 'NAME')
  return payee === '' ? null : { payee, memo: value('OMSCHRIJVING', 'REMI'), reference: known(value('KENMERK')), isMalformed: false }
}

/** Characters of details in which labels are looked for. */
const mostLabelled = 2_000

const fieldWidth = 27

/** Pieces of a text that was cut every 27 characters: a full piece goes on in the next one, a shorter one ended at a word. */
function joined(pieces: readonly string[]): string {
  return pieces.reduce((text, piece, index) => text + (index > 0 && pieces[index - 1]!.length < fieldWidth ? ' ' : '') + piece, '')
}

/** `166?00GUTSCHRIFT?20…?29 purpose?32?33 name?60…?63 purpose`: the fields of the German banks. */
function ofFields(whole: string, separator: string): Details {
  const purpose: string[] = []
  const name: string[] = []
  let booking = ''
  for (const field of whole.split(separator).slice(1)) {
    const code = field.slice(0, 2)
    const value = field.slice(2)
    if (code === '00') booking ||= value
    else if ((code >= '20' && code <= '29') || (code >= '60' && code <= '63')) purpose.push(value)
    else if (code === '32' || code === '33') name.push(value)
  }
  const { memo, reference } = purposeOf(purpose)
  return { payee: joined(name), memo: memo || booking, reference, isMalformed: whole.endsWith(separator) }
}

/** SEPA's words begin a piece each. What they refer to is for machines; the purpose itself (SVWZ) is for people. */
const sepaWord = /^(?:EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC)\+/

function purposeOf(pieces: readonly string[]): { memo: string; reference: string } {
  const parts: string[][] = []
  for (const piece of pieces) {
    if (parts.length === 0 || sepaWord.test(piece) || piece.startsWith('MTLG:')) parts.push([piece])
    else parts.at(-1)!.push(piece)
  }
  const texts = parts.map(joined)
  const svwz = texts.find((text) => text.startsWith('SVWZ+'))?.slice(5)
  const words = texts.filter((text) => !sepaWord.test(text))
  const reference = known(texts.find((text) => text.startsWith('EREF+'))?.slice(5) ?? '')
  return { memo: svwz ?? (words.length > 0 ? words : texts).join(' '), reference }
}

/** A reference, unless it says that there is none. */
const known = (reference: string): string => (/^(?:NOTPROVIDED|NONREF|NICHT ANGEGEBEN)?$/i.test(reference.trim()) ? '' : reference.trim())

const codeWords = new Set([
  'NAME',
  'REMI',
  'IBAN',
  'BIC',
  'TRTP',
  'EREF',
  'MARF',
  'CSID',
  'BENM',
  'ORDP',
  'CNTP',
  'ISDT',
  'TRCD',
  'PREF',
  'RTRN',
  'SVCL',
  'ID',
  'ADDR',
  'ULTC',
  'ULTD',
  'PURP',
  'CREF',
  'USTD',
  'STRD',
])

/** `/TRTP/SEPA/IBAN/…/NAME/J Jansen/REMI/…`: the words of the Dutch banks. Null when there are none. */
function wordsOf(lines: readonly string[]): Details | null {
  const whole = lines.join('')
  if (!whole.startsWith('/')) return null
  const values = new Map<string, string[]>()
  let word = ''
  for (const part of whole.split('/').slice(1)) {
    if (codeWords.has(part)) word = part
    else if (word !== '') {
      const known = values.get(word)
      if (known) known.push(part)
      else values.set(word, [part])
    }
  }
  const value = (name: string): string =>
    (values.get(name) ?? [])
      .filter((part) => part !== '')
      .join('/')
      .trim()
  // ING writes the other side as /CNTP/account/BIC/name/city/.
  const counterparty = values.get('CNTP')?.[2] ?? ''
  const memo = value('REMI').replace(/^(?:USTD|STRD)\/+/, '') || value('USTD') || value('STRD')
  return values.size === 0
    ? null
    : { payee: value('NAME') || counterparty, memo: memo || value('TRTP'), reference: known(value('EREF')), isMalformed: false }
}

/** `:NS:` lines with a number each: 01–14 purpose, 15 and 16 the name, 17 the booking text. */
function ofNumberedLines(lines: readonly string[]): Details {
  const purpose: string[] = []
  const name: string[] = []
  let booking = ''
  for (const line of lines) {
    const code = line.slice(0, 2)
    const value = line.slice(2).trimEnd()
    if (code >= '01' && code <= '14') purpose.push(value)
    else if (code === '15' || code === '16') name.push(value)
    else if (code === '17') booking = value
  }
  return { payee: joined(name), memo: purpose.join(' ') || booking, reference: '', isMalformed: false }
}
