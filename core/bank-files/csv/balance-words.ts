/** What balances are called in cells, such as "Closing balance 28/02/2025" or "SALDO INIZIALE". */
import { isDate } from '../read-dates.ts'
import { addKeys, mayBeginAWordWith, mayBeginWith, newKeys } from './glance.ts'
import { plainLetters } from './header-words.ts'

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(',').map((word) => plainLetters(word.trim())))
const listed = (words: string): readonly string[] => words.split(',').map((word) => plainLetters(word.trim()))

/** How words for a balance begin, or end in a compound. */
const balanceStems = listed(
  'balance, saldo, saldi, salden, kontostand, solde, zůstat, zostat, egyenleg, bakiye, stanje, stanja, jaak, likut, atlikum, остат, ' +
    'баланс, сальдо, υπόλοιπ, יתרה, الرصيد, رصيد, 残高, 余额, 餘額, 잔액, anfangsbestand, endbestand',
)
const besideBalance = setOf(
  'opening, closing, initial, final, start, starting, end, ending, beginning, begin, previous, prior, new, old, current, available, ' +
    'ledger, book, booked, account, your, brought, carried, forward, b, f, c, as, of, on, at, per, vom, zum, am, alter, neuer, anfangs, ' +
    'anfangssaldo, endsaldo, aktueller, letzter, iniziale, finale, contabile, disponibile, precedente, attuale, al, del, inicial, ' +
    'anterior, actual, disponible, initiale, ancien, nouveau, precedent, au, du, le, debut, fin, eind, oud, nieuw, ingaende, utgaende, ' +
    'indgaende, inngaende, alkusaldo, loppusaldo, alku, loppu, poczatkowe, koncowe, poczatkowy, koncowy, pocatecni, konecny, pociatocny, ' +
    'nyito, zaro, acilis, kapanis, devir, pocetno, zavrsno, начальный, конечный, входящий, исходящий, на, 前, 期初, 期末, 前回, 繰越, transport, ' +
    'ubertrag, vortrag, report, açılış, kapanış, devreden, dönem, başı, sonu, aktarım, входящий, исходящий, начала, конца, конец, ' +
    'начало, period, perioden, periode, du, compte, konta, účtu, na, dzień, ке, dzien, お預り, お預かり, do, dia, da, de, crediteur, debiteur, ' +
    'creditore, debitore, acreedor, deudor, credor, devedor, creditor, debitor, crediter, sakuma, beigu, perioda, pradinis, galutinis, ' +
    'pradzios, pabaigos, laikotarpio, alg, lopp, start, startsaldo, slut, slutsaldo, primo, ultimo, overfort, overforing, fra, forrige, ' +
    'neste, foregaende, foregaaende, tillganglig, disponivel, total, provisoire, provisorio, cloture, ouverture, journalier, diario, ' +
    'daily, day, before, after, today, bfwd, cfwd, fwd, bf, cf, pr, vorheriger, vorherige, neue, alte, letzte, ende, anfang, monat, ' +
    'monats, tages, monatsende, tagesende, aktuell, месяца, дня, период, за, 次月, 前月, 次期, 本月, 上期, 月初, 月末, 前期, 최종, 이월, 전월',
)
const mostWordsOfABalance = 8

/** Of the words that such a text may begin with, and of those that the first may end with. */
const [firstKeys, stemKeys] = [newKeys(), newKeys()]
for (const stem of balanceStems) for (const keys of [firstKeys, stemKeys]) addKeys(keys, stem)
for (const word of [...besideBalance, 'carried', 'brought']) addKeys(firstKeys, word)

/** Money put by with Alipay, which has the word for a balance in its name: what moves there are transactions. */
const savingsOfAlipay = '余额宝'

const longestBalance = 60

/** Whether a cell names a balance, such as "Closing balance 28/02/2025" or "SALDO INIZIALE", so that its row is no transaction. */
export function namesBalance(cell: string): boolean {
  if (cell.length > longestBalance || cell.includes(savingsOfAlipay)) return false
  const text = cell.trim().charAt(1) === ' ' && /^\p{L}(?: \p{L}){3,}$/u.test(cell.trim()) ? cell.replaceAll(' ', '') : cell
  const plain = plainLetters(text)
  // The first word tells of most: a file may have a million texts.
  const first = /^\p{L}+(?=\s)/u.exec(plain)?.[0]
  if (first !== undefined && !besideBalance.has(first) && !isBalanceWord(first)) return false
  const words = plain
    .split(/\s/)
    .filter((piece) => !isDate(piece))
    .join(' ')
    .split(/[^\p{L}]/u)
    .filter((word) => word !== '')
  const isCarried = words.length === 2 && words[1] === 'forward' && (words[0] === 'brought' || words[0] === 'carried')
  return (
    isCarried ||
    (words.length <= mostWordsOfABalance &&
      words.some(isBalanceWord) &&
      words.every((word) => isBalanceWord(word) || besideBalance.has(word)))
  )
}

const isBalanceWord = (word: string): boolean =>
  balanceStems.some(
    (stem) => (word.startsWith(stem) && word.length <= stem.length + 4) || (word.endsWith(stem) && word.length <= stem.length + 9),
  )

/** A quick look before the thorough one: a file may have a million rows. */
const mayNameBalance =
  /bal|sal[dt]|^s a l d|sold|stand|zůst|zust|egyen|bakiye|stanj|jaak|liku|atlik|forward|остат|балан|сальд|υπόλ|υπολ|יתר|رصيد|残|余额|餘額|잔액/i

export const isBalanceText = (cell: string | undefined): cell is string =>
  cell !== undefined &&
  cell.length > 1 &&
  cell.length <= longestBalance &&
  mayBeginAWordWith(cell, firstKeys, stemKeys) &&
  mayNameBalance.test(cell) &&
  namesBalance(cell)

const carriedOver = /^(?:übertrag|uebertrag|vortrag|transport|transporte|report|riporto|överfört|overført|brought forward|b\/f)$/i
export const carriedKeys = newKeys()
for (const word of [
  'übertrag',
  'uebertrag',
  'vortrag',
  'transport',
  'transporte',
  'report',
  'riporto',
  'överfört',
  'overført',
  'brought',
  'b',
])
  addKeys(carriedKeys, word)
const longestCarried = 30

/** "Übertrag", and nothing else. */
export const isCarriedText = (text: string | undefined): boolean =>
  text !== undefined && text.length <= longestCarried && mayBeginWith(text, carriedKeys, carriedKeys) && carriedOver.test(text.trim())
