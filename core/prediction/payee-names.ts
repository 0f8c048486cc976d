/** What a person would call a payee: the words of its key as the bank wrote them, with what joins them there, as in H&M or E.ON. */
import { isInitials } from './initials.ts'
import { isBankWord, plain, readPayee, text_characters, wordsOf } from './payees.ts'

/** Words of banks by which trades are called too: Mobile One, Direct Energy, Mint Mobile. */
const trades_before = new Set(['MOBILE', 'INTERNET', 'DIRECT', 'ONLINE', 'ELECTRONIC', 'FASTER', 'CHIP', 'TERMINAL'])
const trades_behind = new Set(['MOBILE', 'INTERNET'])

/** The key with the word beside it that is as much the name's as the bank's: where no other word of the bank's stands on its other side. */
function withTrade(key: string, text: string, words: readonly Written[]): string {
  const keys = key.split(' ')
  const at = words.findIndex((word, nth) => keys.every((one, index) => words[nth + index]?.key === one) && word.key === keys[0])
  if (at < 0) return key
  const isTrade = (trades: ReadonlySet<string>, nth: number, step: 1 | -1): boolean => {
    const [own, beside] = [words[nth], words[nth - step]!]
    if (own === undefined || !trades.has(own.key) || isBankWord(words[nth + step]?.key ?? '')) return false
    return text.slice(Math.min(own.end, beside.end), Math.max(own.from, beside.from)) === ' '
  }
  const last = at + keys.length - 1
  return [
    ...(isTrade(trades_before, at - 1, -1) ? [words[at - 1]!.key] : []),
    key,
    ...(isTrade(trades_behind, last + 1, 1) ? [words[last + 1]!.key] : []),
  ].join(' ')
}

/** Forms of company as they are written, whatever the bank prints. */
const companyForms = new Map(
  [
    'AB',
    'AG',
    'ApS',
    'AS',
    'ASA',
    'BV',
    'Co',
    'Corp',
    'eG',
    'eK',
    'eV',
    'EURL',
    'GbR',
    'GmbH',
    'Inc',
    'Kft',
    'KG',
    'KGaA',
    'Lda',
    'LLC',
    'LLP',
    'Ltd',
    'Ltda',
    'mbH',
    'NV',
    'OHG',
    'Oy',
    'Oyj',
    'plc',
    'Pty',
    'SA',
    'SARL',
    'SAS',
    'SASU',
    'SE',
    'SL',
    'SLU',
    'SNC',
    'SpA',
    'Srl',
    'UG',
    'VOF',
  ].map((form) => [form.toUpperCase(), form]),
)

/**
 * A name for a person. The words of the key stand as the text writes them, where that has small letters and capitals; else with one
 * capital, and initials in capitals. A form of company at its end is written as such forms are.
 */
export function nameOf(key: string, text: string): string {
  const printed = text.slice(0, text_characters)
  const words = writtenWords(printed)
  const placed = placesOf(withTrade(key, printed, words), words)
  const name = nameOfWords(placed, printed, words)
  const whole = withInitials(placed, printed, words)
  if (whole.length === placed.length) return name
  // A row that is called so has to be known by what the bank prints.
  const longer = nameOfWords(whole, printed, words)
  return readPayee(longer).key === readPayee(name).key ? longer : name
}

/** A word of the name, and where it stands among those of the text; null where it does not, or behind the one that follows. */
interface Placed {
  key: string
  at: number | null
}

function placesOf(key: string, words: readonly Written[]): Placed[] {
  let next = 0
  return key.split(' ').map((word) => {
    const at = words.findIndex((one, nth) => one.key === word && nth >= next)
    if (at >= 0) next = at + 1
    return { key: word, at: at < 0 ? null : at }
  })
}

/** With what a hyphen joins to a single letter, as in T-Mobile and B-12, or to the number that opens the name; a bank's word is none of it. */
function withInitials(placed: readonly Placed[], text: string, words: readonly Written[]): Placed[] {
  const known = new Set(placed.map(({ at }) => at))
  const isJoined = (nth: number, beside: number): boolean => {
    const [first, second] = [words[Math.min(nth, beside)], words[Math.max(nth, beside)]]
    if (first === undefined || second === undefined || known.has(beside) || text.slice(first.end, second.from) !== '-') return false
    const { key } = words[beside]!
    if (isBankWord(key) && !trades_before.has(key) && key !== 'NET') return false
    return (
      isInitial(first, second, text) ||
      isInitial(second, first, text) ||
      (first.from === 0 && /^\d$/.test(first.key) && isLetter.test(second.key))
    )
  }
  return placed.flatMap((word) => {
    if (word.at === null) return [word]
    const found = [word]
    for (let at = word.at; isJoined(at, at - 1); at -= 1) found.unshift({ key: words[at - 1]!.key, at: at - 1 })
    for (let at = word.at; isJoined(at, at + 1); at += 1) found.push({ key: words[at + 1]!.key, at: at + 1 })
    for (const { at } of found) known.add(at)
    return found
  })
}

/** A single letter beside a word, or beside a short number: a longer one, or one that goes on, was given to somebody. */
const isInitial = ({ key }: Written, beside: Written, text: string): boolean =>
  isLetter.test(key) && (!/\d/.test(beside.key) || (/^\d{1,3}$/.test(beside.key) && !goesOn(beside, text)))
/** "B-12-03" may be a day. */
const goesOn = ({ end }: Written, text: string): boolean => /^[-./]\d/.test(text.slice(end, end + 2))

function nameOfWords(placed: readonly Placed[], printed: string, words: readonly Written[]): string {
  const pieces: Piece[] = []
  let last: Written | null = null
  for (const { key, at } of placed) {
    const found = at === null ? undefined : words[at]
    const before = found && (last === null ? ampersandBefore(printed, words, found) : joint(printed.slice(last.end, found.from)))
    pieces.push({
      joint: before ?? (pieces.length === 0 ? '' : ' '),
      key,
      written: (found ?? words.findLast((one) => one.key === key))?.text ?? '',
    })
    last = found ?? last
  }
  const lastOfName = pieces.findLastIndex(({ joint: before, key }, at) => at === 0 || before !== ' ' || !companyForms.has(key))
  const forms = pieces.slice(lastOfName + 1).map(({ joint: before, key }) => before + companyForms.get(key)!)
  const isAmongSmall = pieces.some(({ written }) => isMixed(written))
  const compounded = compounds(pieces.slice(0, lastOfName + 1)).map((compound) => {
    const isShort = compound.length > 1 && compound.every((piece) => [...piece.key].length <= 3)
    return compound.map((piece) => piece.joint + (isShort ? capitals(piece) : named(piece, isAmongSmall))).join('')
  })
  return [...compounded, ...forms].join('')
}

/** A word of the name, and what stands before it. */
interface Piece {
  joint: string
  key: string
  /** As the text has it; '' where it does not. */
  written: string
}

interface Written {
  text: string
  key: string
  from: number
  end: number
}

const writtenWords = (text: string): Written[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}&'’]+/gu)].map(({ 0: word, index }) => ({
    text: word,
    key: wordsOf(plain(word))[0]?.text ?? '',
    from: index,
    end: index + word.length,
  }))

const isJoiner = (sign: string): boolean => sign === '&' || sign === '+'
const isTight = (between: string): boolean => between.length === 1 && '-./+'.includes(between)
const isLetter = /^\p{L}$/u

/** What stands between two words of a name: a sign that joins them, or an ampersand or plus with single letters about it; else a space. */
function joint(between: string): string {
  if (isTight(between)) return between
  const parts = between.split(/([&+ ])/).filter((part) => part !== '')
  const joins = parts.some(isJoiner) && parts.every((part) => isJoiner(part) || part === ' ' || isLetter.test(part))
  return joins ? parts.join('').replaceAll(/ +/g, ' ').toUpperCase() : ' '
}

/** A short name of digits with an ampersand before the first word, such as 1&1; '' where there is none. */
function ampersandBefore(text: string, words: readonly Written[], { from }: Written): string {
  const before = words.find(({ end }) => end < from && text.slice(end, from).trim() === '')
  return before && /^\d{1,2}&\d{1,2}$/.test(before.text) ? `${before.text} ` : ''
}

/** Words that a sign joins, together: what is short in all of its words are initials, and stays in capitals. */
function compounds(pieces: readonly Piece[]): Piece[][] {
  const found: Piece[][] = []
  pieces.forEach((piece, at) => {
    const isJoined = piece.joint.trim() !== '' || piece.key === '&' || pieces[at - 1]?.key === '&'
    if (at > 0 && isJoined) found.at(-1)!.push(piece)
    else found.push([piece])
  })
  return found
}

const isMixed = (word: string): boolean => /\p{Lu}/u.test(word) && /\p{Ll}/u.test(word)
const capitals = ({ key, written }: Piece): string => (isMixed(written) ? written : (written || key).toUpperCase())

function named(piece: Piece, isAmongSmall: boolean): string {
  const { key, written } = piece
  if (isMixed(written)) return written
  const parts = key.split('&')
  return parts.length > 1 && parts.every((part) => part.length <= 3)
    ? capitals(piece)
    : (written || key)
        .split('&')
        .map((word) => (isInitials(word, isAmongSmall) ? word.toUpperCase() : oneCapital(word)))
        .join('&')
}

function oneCapital(word: string): string {
  const [first = '', ...rest] = word
  return first.toUpperCase() + rest.join('').toLowerCase()
}
