/**
 * Texts that say of their row that it is not booked: "Pending: Shop", "(Vorgemerkt) Markt", "Shop [en attente]", or nothing else. The
 * word stands apart from the rest by a mark, or can be no name ("Vorgemerkt Markt"), or what was bought by card stands beside it; within a
 * name, as in "Pending Coffee Ltd", it says nothing. "PENDING SHOP" may be either: the other rows tell, or it is told.
 */
import { addKeys, hasMark, isDigit, lastOf, mayBeginWith, newKeys } from './glance.ts'
import { isKindOfPayment } from './cell-words.ts'
import { plainLetters } from './header-words.ts'
import { remembered } from './once.ts'
import {
  areNoNames,
  besides,
  besideWords,
  cardPayments,
  cardWords,
  chargeWords,
  companies,
  families,
  feeEndings,
  feeWords,
  meansWords,
  mustBeAlone,
  mustBeBeside,
  phrases,
  says,
  transactionWords,
  wordsOfStates,
} from './pending-words.ts'

export type NotBooked = 'pending' | 'reverted'

const mostWordsOfAPhrase = 4

/** What its words say where each of them is for a state, or for what has one: "Umsatz vorgemerkt". */
function saysWhole(head: string): NotBooked | null {
  const words = wordsOf(head)
  const { state, end } = readFrom(words)
  return end === words.length ? state : null
}

/** "Pending transaction Shop", "Vorgemerkt Markt": no mark, and no name either. */
function saysBefore(
  words: readonly string[],
  { state, weight, end, isPlain }: ReturnType<typeof readFrom>,
  isCompany: boolean,
): NotBooked | null {
  if (state === null || weight >= 1) return state
  if (end < words.length && words.slice(end).every((word) => companies.has(word))) return null
  // Behind the word for the state: "Karta Blokada" may be a name.
  const isByCard = words.slice(1, end).some((word) => cardPayments.has(word))
  return isByCard || (isPlain && !isCompany) ? state : null
}

const wordsOf = (text: string): string[] =>
  plainLetters(text)
    .split(/[\s,.-]/)
    .filter((word) => word !== '')

/** The state that the first words say; of `weight` 1 and more where these name what has it. `isPlain`: no name has these words. */
function readFrom(words: readonly string[]) {
  let state: NotBooked | null = null
  let [isAlone, isBeside, isPlain] = [false, false, false]
  let [weight, end, phrases] = [0, 0, 0]
  while (end < words.length) {
    const length = phraseAt(words, end)
    if (length > 0) {
      const phrase = words.slice(end, end + length).join(' ')
      state ??= says.get(phrase)!
      isAlone ||= mustBeAlone.has(phrase)
      isBeside ||= mustBeBeside.has(phrase)
      isPlain ||= areNoNames.has(phrase)
      phrases += 1
      end += length
    } else if (besideWords.has(words[end]!)) {
      weight += transactionWords.has(words[end]!) ? 1 : 0.4
      end += 1
    } else break
  }
  const isOther = (isAlone && phrases === 1 && weight > 0) || (isBeside && weight < 1)
  const isByCard = isAlone && phrases === 1 && words.slice(0, end).some((word) => cardWords.has(word))
  return { state: isOther ? null : state, weight, end, isAlone, isByCard, isPlain: isPlain || phrases > 1 }
}

/** How many words from here on are the longest phrase of a state; 0 where none is. */
function phraseAt(words: readonly string[], at: number): number {
  if (!firstWords.has(words[at]!)) return 0
  for (let length = Math.min(mostWordsOfAPhrase, words.length - at); length > 0; length -= 1)
    if (says.has(words.slice(at, at + length).join(' '))) return length
  return 0
}

const firstWordOf = (phrase: string): string => phrase.split(' ', 1)[0]!
const firstWords = new Set([...says.keys()].map(firstWordOf))

const longestHead = 60
/** Up to a colon, a dash, a bar, a closing bracket or the end; an opening bracket may stand before. */
const headed =
  /^[\s*([{<"'“„«【（「『-]{0,4}([^:：;|•·»…"”“*>()[\]{}（）】」』]{2,50}?)\s{0,2}(?:[:：;|•·»…"”“*>)\]}）】」』]|\.\.|[-–—](?=\s)|\s[-–—/(]|$)/u
const inBrackets = /[([{<*（【「『]([^()[\]{}<>*（）【】「」『』]{2,50})[)\]}>*）】」』]\s{0,2}$/u
const behindDash = /\s[-–—|]\s([^-–—|]{2,50})$/u

const [stateKeys, besideKeys, lastKeys, lastOfStateKeys] = [newKeys(), newKeys(), newKeys(), newKeys()]
for (const phrase of phrases) {
  addKeys(stateKeys, firstWordOf(phrase))
  for (const keys of [lastKeys, lastOfStateKeys]) addKeys(keys, phrase.slice(phrase.lastIndexOf(' ') + 1))
}
for (const word of besides) for (const keys of [besideKeys, lastKeys]) addKeys(keys, word)

/** Of what a text that says a state may begin with, and end with. */
export const keysOfStates = { first: stateKeys | besideKeys, last: lastKeys | lastOfStateKeys }

/** A text as its words are held against others. */
export const plainWords = (text: string): string => wordsOf(text.slice(0, longestHead)).join(' ')

/** The state that a text names, where it names nothing beside. */
export const stateNamedBy = (text: string): NotBooked | null => saysWhole(text)

/** Why the row of a text is not booked; null where the text does not say so. */
export const notBookedBy = (text: string): NotBooked | null => {
  const said = saidBy(text)
  return typeof said === 'object' ? null : said
}

/** Whether those are called so too who have nothing to do with each other. */
export const isFamilyName = (said: string): boolean => families.has(said)

/** What a text may say, or may not, since a name could begin or end so: the rest is that name. */
export interface InDoubt {
  /** The words for the state, as they are held against others. */
  said: string
  rest: string
  /** The word stands before the name, as states do, and no company is called so. */
  isBefore: boolean
  state: NotBooked
  /** It names a fee for what did not happen, which is money, or something that may be one. */
  fee?: 'named' | 'possible'
}

/** Why the row of a text is not booked, or what is in doubt about it; null where the text says nothing of the kind. */
export const saidBy = (text: string): NotBooked | InDoubt | null =>
  text.length > 1 && !isWithinDigits(text) && (mayBeginWith(text, stateKeys, besideKeys) || mayEndSo(text)) ? saidOnThought(text) : null

/** A number, a time or a day: what such a text says stands at neither end. */
const isWithinDigits = (text: string): boolean => isDigit(text.charCodeAt(0)) && isDigit(text.charCodeAt(text.length - 1))

/** A word beside that for a state ends a text that says one only behind a mark. */
const mayEndSo = (text: string): boolean => {
  const last = lastOf(text, lastKeys | lastOfStateKeys)
  return last !== 0 && ((last & lastOfStateKeys) !== 0 || hasMark(text))
}

const saidOnThought = remembered((text): NotBooked | InDoubt | null => {
  const before = mayBeginWith(text, stateKeys, besideKeys) ? byStart(text) : null
  const said = typeof before === 'string' ? before : ((mayEndSo(text) ? byEnd(text) : null) ?? before)
  const isOpen = typeof said === 'string' || said?.fee === undefined
  return (isOpen && isReverted(said) ? feeIn(text) : null) ?? said
})

const isReverted = (said: NotBooked | InDoubt | null): boolean =>
  said !== null && (typeof said === 'string' ? said : said.state) === 'reverted'

const isFee = (word: string): boolean => feeWords.has(word) || feeEndings.some((end) => word.endsWith(end))
const shortestKnown = 3
/** Words of banks, and short ones such as "for" and "für". */
const isOfBanks = (word: string): boolean =>
  word.length <= shortestKnown || besideWords.has(word) || wordsOfStates.has(word) || isFee(word) || chargeWords.has(word)
const isPayment = (word: string): boolean => word.length > shortestKnown && besideWords.has(word) && !chargeWords.has(word)

/** The fee that a text names, wherever it stands in it. Beside a name, or where nothing else was refused, it may itself be what was. */
function feeIn(text: string): InDoubt | null {
  const pieces = plainLetters(text)
    .split(/[^\p{L}\p{M}\p{N}\s]/u)
    .map((piece) => piece.split(/\s/).filter((word) => word !== ''))
  const words = pieces.flat()
  const isNamed = words.some(isFee)
  if (!isNamed && !pieces.some(mayCharge)) return null
  const fee = isNamed && words.some(isPayment) && words.every(isOfBanks) ? 'named' : 'possible'
  return { said: '', rest: words.join(' '), isBefore: false, state: 'reverted', fee }
}

/** "Failed payment charge"; "card charge failed" is a payment. */
function mayCharge(words: readonly string[]): boolean {
  return words.some((word, at) => {
    if (!chargeWords.has(word)) return false
    let next = at + 1
    while (next < words.length && meansWords.has(words[next]!)) next += 1
    return phraseAt(words, next) === 0
  })
}

/** Whether a text names a fee for a payment that was refused, and nothing else: "Fee for failed payment". */
export const isOfRefusedFee = (text: string): boolean => {
  if (text.length > longestHead) return false
  const words = plainLetters(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
  return (
    words.some(isFee) &&
    words.some(isPayment) &&
    words.every((word) => isOfBanks(word) || prepositions.has(word)) &&
    words.some((_, at) => isRefusedAt(words, at))
  )
}
const prepositions = new Set(['pour', 'voor', 'wegen', 'from'])
const isRefusedAt = (words: readonly string[], at: number): boolean =>
  says.get(words.slice(at, at + phraseAt(words, at)).join(' ')) === 'reverted'

/** Whether a text is of a fee and of nothing else. */
export const isOfFee = (text: string): boolean => {
  const words = text.length > longestHead ? [] : plainLetters(text).split(/[^\p{L}\p{M}\p{N}]+/u)
  return words.some(isFee) && words.every((word) => isOfBanks(word) || ofAccounts.has(word))
}
const ofAccounts = new Set(['bank', 'service', 'account', 'konto'])

/** What may have been refused, beside another text of its row that names a fee. */
export const besideFee = (said: NotBooked | InDoubt, text: string): NotBooked | InDoubt =>
  isReverted(said) ? { said: '', rest: plainWords(text), isBefore: false, state: 'reverted', fee: 'possible' } : said

/** "Auth - Butcher": behind a dash the short words may be a family's. */
const isSurname = (text: string): boolean => /^(?:auth|hold)\s{1,2}[-–—]\s/i.test(text)

function byStart(text: string): NotBooked | InDoubt | null {
  const head = headed.exec(text)?.[1]
  const whole = head === undefined ? null : saysWhole(head)
  if (whole !== null && !isSurname(text)) return whole
  const words = wordsOf(text.slice(0, longestHead))
  const found = readFrom(words)
  const rest = words.slice(found.end)
  const isCompany = companies.has(words.at(-1) ?? '')
  const doubt = { said: words.slice(0, found.end).join(' '), rest: rest.join(' '), isBefore: !isCompany }
  if (found.isByCard) return { ...doubt, state: 'pending' }
  if (found.state === 'reverted' && rest.some(isFee)) return { ...doubt, state: 'reverted', fee: 'named' }
  const state = saysBefore(words, found, isCompany)
  if (state !== null || found.state === null || (found.isAlone && !isSurname(text)) || rest.length === 0) return state
  return { ...doubt, state: found.state }
}

function byEnd(text: string): NotBooked | InDoubt | null {
  const tail = text.slice(-longestHead)
  if (hasMark(tail)) {
    const end = inBrackets.exec(tail)?.[1] ?? behindDash.exec(tail)?.[1]
    const said = end === undefined ? null : saysWhole(end)
    if (said !== null) return said
  }
  if (lastOf(text, lastOfStateKeys) === 0) return null
  const words = wordsOf(tail)
  for (let at = Math.max(1, words.length - mostWordsOfAPhrase); at < words.length; at += 1) {
    const phrase = words.slice(at).join(' ')
    const state = says.get(phrase)
    if (state !== undefined && !mustBeAlone.has(phrase) && !mustBeBeside.has(phrase))
      return { said: phrase, rest: words.slice(0, at).join(' '), isBefore: false, state }
  }
  return null
}

/** What a cell of kinds says of its row; its word for a state may stand on either side of the kind, or behind a colon. */
export function saidOfKind(cell: string): NotBooked | InDoubt | null {
  const whole = saidBy(cell)
  if (typeof whole === 'object' && whole?.fee !== undefined) return whole
  const said = typeof whole === 'string' || !/[:：]/.test(cell) ? whole : saidBy(cell.replace(/[:：]/, ' '))
  return typeof said === 'object' && said !== null && said.rest !== '' && isKindOfPayment(said.rest) ? said.state : said
}
