/**
 * Who a transaction is with, out of what a bank prints. The key is what stays the same from charge to charge: words in capitals without
 * reference numbers, dates, card tails, the bank's own words, places and forms of company. Linear in the text's length.
 */
import { isBlank } from '../blank.ts'
import { limits } from '../limits.ts'

export interface PayeeText {
  key: string
  /** Long numbers in the text: a customer's or contract's number tells two contracts of one payee apart where it recurs. */
  reference: string
}

/**
 * What banks and card companies say of how money moved, forms of company, and ends of web addresses; if a text says nothing else, it is
 * kept.
 */
const bankWords = new Set(
  (
    'ACH AUTH AUTHORISED AUTHORIZED AUTOPAY BACS BILL BILLPAY BP CARD CARTE CB CCD CHARGE CHECKCARD CHIP CONTACTLESS CR CREDIT DATE ' +
    'DBT DD DEBIT DEP DEPOSIT DES DIRECT DR EFT ELECTRONIC ' +
    'ENDING ENTRY EPAY FASTER FP GIRO ID INDN INST INTERNET INV INVOICE KARTE LASTSCHRIFT MANDATE MASTERCARD MC MOBILE MNDT NR NO ' +
    'NUMBER ONLINE ORDER PAIEMENT PAYMENT PAYMENTS PENDING PIN PMT POS POSTED ' +
    'PPD PRELEVEMENT PREAUTH PRENOTE PURCHASE PYMT RECUR RECURRING REF REFERENCE SALE SDD SEPA SO STANDING STO TERMINAL TFR TRACE ' +
    'TRANSACTION TRANSFER TRN TRX TXN UEBERWEISUNG VIA VIREMENT VISA VPOS WEB ' +
    'WITHDRAWAL XFER PRLV VIR ECH DOMICILIATION DOMICILIACION ADEUDO RECIBO INCASSO BPAY OSKO PAYID EFTPOS NETBANK DDR BGC FPI FPO ' +
    'DAUERAUFTRAG ABBUCHUNG GUTSCHRIFT FOLGELASTSCHRIFT BASISLASTSCHRIFT AB AG AS ASA BV CO COM CORP CORPORATION GMBH INC KG KGAA ' +
    'LIMITED LLC LLP LTD NET NV OY OYJ PLC PTY SA SARL SAS SE SPA SRL SRO WWW HTTPS HTTP'
  ).split(' '),
)
export const isBankWord = (word: string): boolean => bankWords.has(word)
const monthNames = new Set('JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC'.split(' '))
/** Months written out, in English, German, French, Spanish, Italian and Dutch; those that are also words of names are not here. */
const wholeMonths = new Set(
  (
    'JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER JANUAR FEBRUAR MARZ MAERZ JUNI JULI OKTOBER ' +
    'DEZEMBER JANVIER FEVRIER AVRIL JUIN JUILLET AOUT SEPTEMBRE ' +
    'OCTOBRE NOVEMBRE DECEMBRE ENERO FEBRERO ABRIL MAYO JUNIO JULIO AGOSTO SEPTIEMBRE OCTUBRE NOVIEMBRE DICIEMBRE GENNAIO FEBBRAIO ' +
    'APRILE MAGGIO GIUGNO LUGLIO SETTEMBRE OTTOBRE DICEMBRE JANUARI FEBRUARI MAART AUGUSTUS'
  ).split(' '),
)
/** States of the USA and Canada, and countries that card companies print. */
const places = new Set(
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX ' +
    'UT VT VA WA WV WI WY DC ' +
    'ON QC BC AB MB SK NS NB NL PE US USA GB GBR UK IE IRL DE DEU FR FRA NLD LU LUX SE SWE CH CHE AT AUT BE BEL ES ESP IT ITA PT PRT ' +
    'DK DNK NO NOR FI FIN PL POL CZ CZE AU AUS NZ NZL CAN'
  ).split(' '),
)

/** Money sent to a person: how, then to or from whom, in a few languages, then the name; what follows is theirs to write and changes. */
const sent =
  /(?:\b(?:ZELLE|VENMO|CASHAPP|BIZUM|SWISH|PAYMENT|TRANSFER|TFR|XFER|SENT|PAID|WIRE|ORDER|VIREMENT|VIR|UBERWEISUNG|UEBERWEISUNG|DAUERAUFTRAG|TRANSFERENCIA|BONIFICO|OVERBOEKING)\b[^\d]{0,24}?\b(?:TO|FROM|VERS|POUR|AN|VON|PARA|NAAR)|^(?:TO|FROM)) (?:(?:MR|MRS|MS|DR|M|MME|MLLE|HERR|FRAU) )?(\p{L}{1,30}) (\p{L}[\p{L}'-]{1,30})(?= |$)/u
/** What its pattern can't do without; quick to find. */
const sentWords = /\b(?:TO|FROM|VERS|POUR|AN|VON|PARA|NAAR) /

/** Longest text that is looked at; what follows is a bank's padding. */
export const text_characters = 240
/** From so many digits on, a number is one that somebody was given. */
const reference_digits = 5

/** Who takes cards for others prints their own name first, with a star. */
const processor = /^(?:PAYPAL|PP|SQ|TST|SP|SUMUP|ZETTLE|IZ|GOOGLE|KLARNA|STRIPE) ?\*/
/** A web address says the name by itself. */
const webAddress = /([A-Z0-9-]{3,40})\.(?:COM|NET|ORG|IO|TV|APP|EU|DE|FR|NL|CZ|CO)\b/

const withoutProcessor = (text: string): string => (text.includes('*') ? text.replace(processor, '') : text)

/** Words of banks that a letter belongs to: what stands behind "E-TRANSFER" has no E. */
const electronic = /(?<![\p{L}\p{N}-])E-(?:MAIL )?(TRANSFER|XFER|TFR|CHECK|CHEQUE|PAYMENT|PMT|DEBIT)(?![\p{L}\p{N}-])/gu
const withoutElectronic = (text: string): string =>
  text.includes('E-') ? text.replace(electronic, (_, word: string) => (word.startsWith('CHE') ? 'PAYMENT' : word)) : text

/** The payee as the bank prints it, or the memo where there is none. */
export const textOf = ({ payee, memo }: { payee: string; memo: string }): string => (isBlank(payee) ? memo : payee)

export function readPayee(printed: string): PayeeText {
  const text = withoutElectronic(withoutProcessor(plain(printed)))
  const words = wordsOf(text)
  const person = sentWords.test(text) ? sent.exec(text) : null
  if (person !== null && isPart(person[1]!) && isPart(person[2]!)) return { key: `${person[1]} ${person[2]}`, reference: '' }
  const address = text.includes('.') ? webAddress.exec(text) : null
  const key = (address ? wordsOf(address[1]!.replace(/^WWW-?/, '')) : namesIn(words)).map((word) => word.text).join(' ')
  // Where nearly no letters are left, the numbers are the name.
  if (lettersIn(key) < 3)
    return {
      key:
        words
          .map((word) => word.text)
          .join(' ')
          .slice(0, limits.name_characters) || 'UNNAMED',
      reference: '',
    }
  return { key: key.length > limits.name_characters ? key.slice(0, limits.name_characters) : key, reference: referenceIn(words) }
}

function referenceIn(words: readonly Word[]): string {
  let reference = ''
  for (const word of words) if (word.digits >= reference_digits) reference += word.text
  return reference
}

/** Of so many shapes of text it is kept what they say. */
const most_shapes = 2_000

/** Reads as `readPayee` does; texts that differ in their digits alone, as a payee's mostly do, are read once. */
export function payeeReader(): (printed: string) => PayeeText {
  const shapes = new Map<number, Shape>()
  return (whole) => {
    const printed = whole.length > text_characters ? whole.slice(0, text_characters) : whole
    const hash = hashOf(printed)
    let known = shapes.get(hash)
    if (known === undefined || !isOfShape(printed, known.printed)) {
      const read = readPayee(printed)
      if (shapes.size >= most_shapes) shapes.clear()
      shapes.set(hash, (known = { printed, read, isNumbered: /\d/.test(read.key) }))
      return read
    }
    if (known.isNumbered) return readPayee(printed)
    return known.read.reference === ''
      ? known.read
      : { key: known.read.key, reference: referenceIn(wordsOf(withoutProcessor(plain(printed)))) }
  }
}

interface Shape {
  /** One of the texts. */
  printed: string
  read: PayeeText
  /** Whether digits are part of the name. */
  isNumbered: boolean
}

/** A character, or 0 for any digit. */
const unitAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at)
  return unit >= 48 && unit <= 57 ? 48 : unit
}

/** The same for texts of one shape, and hardly for others. */
function hashOf(text: string): number {
  let hash = text.length
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + unitAt(text, at)) | 0
  return hash
}

function isOfShape(text: string, other: string): boolean {
  if (text.length !== other.length) return false
  for (let at = 0; at < text.length; at += 1) if (unitAt(text, at) !== unitAt(other, at)) return false
  return true
}

/** Whether a word can be part of a person's name. */
const isPart = (word: string): boolean => !bankWords.has(word) && !monthNames.has(word) && !notNames.has(word)
const notNames = new Set('ON FOR MY YOUR THE ACCOUNT ACCT SAVINGS CHECKING CURRENT SAVER CONF'.split(' '))

/** Capitals without accents. */
export function plain(text: string): string {
  const capitals = text.slice(0, text_characters).trim().toUpperCase()
  return isAscii.test(capitals) ? capitals : capitals.normalize('NFD').replace(/\p{M}/gu, '')
}
const isAscii = /^[ -~]*$/
const isLetter = /[\p{L}\p{N}]/u

interface Word {
  text: string
  digits: number
}

/**
 * Parted at all that is neither letter nor digit, but for apostrophes; numbers joined by dots, dashes or strokes are dates or the like and
 * are left out.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let [from, digits, isJoined, isQuoted] = [-1, 0, false, false]
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 32
    const isDigit = unit >= 48 && unit <= 57
    if (isDigit || (unit >= 65 && unit <= 90) || unit === 38 || (unit > 127 && isLetter.test(text.charAt(at)))) {
      if (from < 0) from = at
      if (isDigit) digits += 1
      continue
    }
    if (from < 0) continue
    if (unit === 39) {
      isQuoted = true
      continue
    }
    const isNumber = digits === at - from
    const next = text.charCodeAt(at + 1)
    const joinsNext = isNumber && (unit === 45 || unit === 46 || unit === 47) && next >= 48 && next <= 57
    if (!joinsNext && !(isJoined && isNumber))
      words.push({ text: isQuoted ? text.slice(from, at).replaceAll("'", '') : text.slice(from, at), digits })
    ;[from, digits, isJoined, isQuoted] = [-1, 0, joinsNext, false]
  }
  return words
}

function namesIn(words: readonly Word[]): Word[] {
  const names: Word[] = []
  let [first, number, kept] = [-1, -1, 0]
  words.forEach((word, index) => {
    if (isName(word, index, words)) {
      if (first < 0) first = index
      names.push(word)
    } else if (first >= 0 && number < 0 && word.digits > 0) [number, kept] = [index, names.length]
  })
  if (names.length === 0) return words.filter((word) => !isMostlyDigits(word))
  if (names.length === 1 || !places.has(words.at(-1)!.text)) return names
  // What stands between a number and the state or country at the end is a town.
  return names.slice(0, number > 0 ? kept : names.length >= 4 ? -2 : -1)
}

/** Letters, as far as 3. */
function lettersIn(text: string): number {
  let letters = 0
  for (let at = 0; at < text.length && letters < 3; at += 1) {
    const unit = text.charCodeAt(at)
    if ((unit >= 65 && unit <= 90) || unit === 38 || unit > 127) letters += 1
  }
  return letters
}

const isMostlyDigits = (word: Word | undefined): boolean => word !== undefined && word.digits * 2 >= word.text.length

function isName({ text, digits }: Word, index: number, words: readonly Word[]): boolean {
  const { length } = text
  // A short number that opens the name is part of it (7 ELEVEN, 24 HOUR FITNESS, O2), any other is a reference, a date or a card's tail.
  if (digits > 0) return (index === 0 && length <= 2 && words.length > 1) || (digits < 2 && digits < length && length < 8)
  if (bankWords.has(text) || (index > 0 && length > 3 && wholeMonths.has(text))) return false
  if (length <= 4 && monthNames.has(text)) return !isMostlyDigits(words[index - 1]) && !isMostlyDigits(words[index + 1])
  return (length > 1 || index === 0) && !/^X+$|^&+$/.test(text)
}

/** The words by which a name that a person wrote and one that a bank prints may be known as the same. */
export const tellingWords = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 4)
