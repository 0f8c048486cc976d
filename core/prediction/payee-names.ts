/** What a person would call a payee: the words of its key as the bank wrote them, with what joins them there, as in H&M or E.ON. */
import { isBankWord, plain, text_characters, wordsOf } from './payees.ts'

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

/** A name for a person. The words of the key stand as the text writes them, where that has small letters; else with one capital. */
export function nameOf(key: string, text: string): string {
  const printed = text.slice(0, text_characters)
  const words = writtenWords(printed)
  const pieces: Piece[] = []
  let last: Written | null = null
  for (const word of withTrade(key, printed, words).split(' ')) {
    const found: Written | undefined = words.find((one) => one.key === word && (last === null || one.from >= last.end))
    const before = found && (last === null ? ampersandBefore(printed, words, found) : joint(printed.slice(last.end, found.from)))
    pieces.push({
      joint: before ?? (pieces.length === 0 ? '' : ' '),
      key: word,
      written: (found ?? words.findLast((one) => one.key === word))?.text ?? '',
    })
    last = found ?? last
  }
  return compounds(pieces)
    .map((compound) => {
      const isShort = compound.length > 1 && compound.every(({ key }) => [...key].length <= 3)
      return compound.map((piece) => piece.joint + (isShort ? capitals(piece) : named(piece))).join('')
    })
    .join('')
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

const isMixed = (word: string): boolean => /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word)
const capitals = ({ key, written }: Piece): string => (isMixed(written) ? written : (written || key).toUpperCase())

function named(piece: Piece): string {
  const { key, written } = piece
  if (isMixed(written)) return written
  const parts = key.split('&')
  return parts.length > 1 && parts.every((part) => part.length <= 3)
    ? capitals(piece)
    : (written || key).split('&').map(oneCapital).join('&')
}

function oneCapital(word: string): string {
  const [first = '', ...rest] = word
  const isInitials = word.length <= 3 && !/[AEIOUY]/.test(plain(word))
  return isInitials ? word.toUpperCase() : first.toUpperCase() + rest.join('').toLowerCase()
}
