/**
 * Who a transaction is with, out of what a bank prints. The key is what stays the same from charge to charge: words in capitals without
 * reference numbers, dates, card tails, the bank's own words, places and forms of company. Linear in the text's length.
 */
import { limits } from '../limits.ts'

export interface PayeeText {
  key: string
  /** Long numbers in the text: a customer's or contract's number tells two contracts of one payee apart where it recurs. */
  reference: string
}

/** What banks and card companies say of how money moved; if a text says nothing else, it is kept. */
const bankWords = new Set(
  (
    'ACH AUTH AUTHORISED AUTHORIZED AUTOPAY BACS BILL BILLPAY BP CARD CARTE CB CCD CHARGE CHECKCARD CHIP CONTACTLESS CR CREDIT DATE DBT DD DEBIT DEP DEPOSIT DES DIRECT DR EFT ELECTRONIC ' +
    'ENDING ENTRY EPAY FASTER FP GIRO ID INDN INST INTERNET INV INVOICE KARTE LASTSCHRIFT MANDATE MASTERCARD MC MOBILE MNDT NR NO NUMBER ONLINE ORDER PAIEMENT PAYMENT PAYMENTS PENDING PIN PMT POS POSTED PPD ' +
    'PRELEVEMENT PREAUTH PRENOTE PURCHASE PYMT RECUR RECURRING REF REFERENCE SALE SDD SEPA SO STANDING STO TERMINAL TFR TRACE TRANSACTION TRANSFER TRN TRX TXN UEBERWEISUNG VIA VIREMENT VISA VPOS WEB WITHDRAWAL XFER'
  ).split(' '),
)
/** Forms of company and ends of web addresses. */
const forms = new Set('AB AG AS ASA BV CO COM CORP CORPORATION GMBH INC KG KGAA LIMITED LLC LLP LTD NET NV OY OYJ PLC PTY SA SARL SAS SE SPA SRL SRO WWW HTTPS HTTP'.split(' '))
const months = new Set('JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC'.split(' '))
/** States of the USA and Canada, and countries that card companies print. */
const places = new Set(
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ' +
    'ON QC BC AB MB SK NS NB NL PE US USA GB GBR UK IE IRL DE DEU FR FRA NLD LU LUX SE SWE CH CHE AT AUT BE BEL ES ESP IT ITA PT PRT DK DNK NO NOR FI FIN PL POL CZ CZE AU AUS NZ NZL CAN'
  ).split(' '),
)

/** Longest text that is looked at; what follows is a bank's padding. */
const text_characters = 240

/** Who takes cards for others prints their own name first, with a star. */
const processor = /^(?:PAYPAL|PP|SQ|TST|SP|SUMUP|ZETTLE|IZ|GOOGLE|KLARNA|STRIPE) ?\*/
/** A web address says the name by itself. */
const webAddress = /([A-Z0-9-]{3,40})\.(?:COM|NET|ORG|IO|TV|APP|EU|DE|FR|NL|CZ|CO)\b/
const dates = /\b\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?\b/g

/** Reads the payee, or the memo where there is none. */
export function readPayee(payee: string, memo: string): PayeeText {
  const text = plain(payee.trim() === '' ? memo : payee).replace(processor, '')
  const words = wordsOf(text)
  const reference = words.filter((word) => digitsIn(word) >= 5).join(' ')
  const address = webAddress.exec(text)
  const names = address ? wordsOf(address[1]!.replace(/^WWW-?/, '')) : namesIn(words)
  const key = names.join(' ')
  // Where nearly no letters are left, the numbers are the name.
  if (key.replace(/[^\p{L}&]/gu, '').length < 3) return { key: words.join(' ').slice(0, limits.name_characters) || 'UNNAMED', reference: '' }
  return { key: key.slice(0, limits.name_characters), reference }
}

/** Capitals without accents. */
function plain(text: string): string {
  const capitals = text.slice(0, text_characters).trim().toUpperCase()
  return isAscii.test(capitals) ? capitals : capitals.normalize('NFD').replace(/\p{M}/gu, '')
}
const isAscii = /^[ -~]*$/

/** Parted at all that is neither letter nor digit; dates are taken out as a whole. */
const wordsOf = (text: string): string[] =>
  text
    .replace(dates, ' ')
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word !== '' && word !== '&')

function namesIn(words: readonly string[]): string[] {
  const isKept = words.map((word, index) => isName(word, index, words))
  let names = words.filter((_, index) => isKept[index])
  if (names.length === 0) return words.filter((word) => !hasManyDigits(word))
  if (names.length === 1 || !places.has(words.at(-1)!)) return names
  // What stands between a number and the state or country at the end is a town.
  const first = isKept.indexOf(true)
  const number = words.findIndex((word, index) => index > first && digitsIn(word) > 0 && !isKept[index])
  if (number > 0) names = words.filter((_, index) => isKept[index] && index < number)
  else names = names.slice(0, names.length >= 4 ? -2 : -1)
  return names
}

const digitsIn = (word: string): number => {
  let digits = 0
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) >= 48 && word.charCodeAt(at) <= 57) digits += 1
  return digits
}
const hasManyDigits = (word: string): boolean => digitsIn(word) * 2 >= word.length

function isName(word: string, index: number, words: readonly string[]): boolean {
  if (bankWords.has(word) || forms.has(word)) return false
  const digits = digitsIn(word)
  // A short number that opens the name is part of it (7 ELEVEN, 24 HOUR FITNESS, O2), any other is a reference, a date or a card's tail.
  if (digits > 0 && (index > 0 || word.length > 2 || words.length === 1) && (digits >= 2 || digits === word.length)) return false
  if (months.has(word) && (hasManyDigits(words[index - 1] ?? '') || hasManyDigits(words[index + 1] ?? ''))) return false
  return (word.length > 1 || index === 0) && !/^X+$/.test(word)
}

/** A name for a person: each word of the key as the text writes it, where that has small letters; else with one capital. */
export function nameOf(key: string, text: string): string {
  const written = new Map(text.split(/[^\p{L}\p{N}&'’]+/u).map((word) => [wordsOf(plain(word))[0] ?? '', word]))
  const oneCapital = (word: string): string => (word.length <= 3 && !/[AEIOUY]/.test(word) ? word : word.charAt(0) + word.slice(1).toLowerCase())
  return key
    .split(' ')
    .map((word) => (/^\p{Lu}.*\p{Ll}/u.test(written.get(word) ?? '') ? written.get(word)! : oneCapital(word)))
    .join(' ')
}
