/** What sums of other rows are called: totals, and subtotals of a part of the rows. */
import { addKeys, mayBeginWith, newKeys } from './glance.ts'
import { plainLetters } from './header-words.ts'

const listed = (words: string): readonly string[] => words.split(',').map((word) => plainLetters(word.trim()))
const setOf = (words: string): ReadonlySet<string> => new Set(listed(words))

const subtotalWords = listed(
  'subtotal, subtotals, subtotale, sub total, zwischensumme, zwischensaldo, tagessumme, wochensumme, monatssumme, sous total, ' +
    'subtotales, subtotaal, tussentotaal, delsumma, delsum, valisumma, mezisoucet, medzisucet, reszosszeg, ara toplam, suma czesciowa, ' +
    'medusuma, vahesumma, starpsumma, подытог, промежуточный итог, проміжний підсумок, μερικο συνολο, 小計, 小计, 소계, ' +
    'day total, daily total, week total, weekly total, month total, monthly total, total for the day, total of the day, total du jour, ' +
    'total del dia, totale giornaliero, dagtotaal',
)
const firstWordsOfSubtotals = subtotalWords.map((phrase) => phrase.split(' ', 1)[0]!)
const isSubtotalPhrase: ReadonlySet<string> = new Set(subtotalWords)

const totalWords = setOf(
  'total, totals, totale, totales, totaux, totaal, totalt, summe, summen, gesamt, gesamtsumme, gesamtbetrag, somme, suma, sumy, sum, ' +
    'summa, razem, celkem, spolu, osszesen, toplam, итого, всего, yhteensa, ialt, kokku, kopa, viso, ukupno, skupaj, συνολο, turnover, ' +
    'apgrozijums, kaive, apyvarta, obrat, obraty, obroty, forgalom, umsatze, 合計, 合计, 總計, 总计, 합계',
)
const besideTotal = setOf(
  'des, de, der, du, of, all, operations, mouvements, movimientos, movimenti, movimentos, transactions, transaktionen, umsatze, ' +
    'buchungen, operacji, debits, debit, credits, credit, debet, kredit, soll, haben, out, in, paid, money, spent, received, for, ' +
    'period, month, i, alt, is, kartu, period, perioda, periodo, del, di, da, the, this, statement, amount, betrag, importe, importo, ' +
    'montant, bedrag',
)

const [totalKeys, besideTotalKeys] = [newKeys(), newKeys()]
for (const word of [...totalWords, ...firstWordsOfSubtotals]) addKeys(totalKeys, word)
for (const word of besideTotal) addKeys(besideTotalKeys, word)

export const keysOfTotals = totalKeys | besideTotalKeys

/** Whether a cell names a sum of other rows, such as "Total debits". */
export function namesTotal(cell: string): boolean {
  if (cell === '' || cell.length > 40 || !mayBeginWith(cell, totalKeys, besideTotalKeys, true)) return false
  const words = lettersOf(cell)
  return (
    isSubtotalOf(words) ||
    (words.length <= 5 &&
      words.some((word) => totalWords.has(word)) &&
      words.every((word) => totalWords.has(word) || besideTotal.has(word)))
  )
}

/** Whether a cell names the sum of a part of the rows, such as "Zwischensumme" or "Subtotal January". */
export const isSubtotal = (cell: string): boolean => cell.length <= 40 && isSubtotalOf(lettersOf(cell))

const isSubtotalOf = (words: readonly string[]): boolean =>
  words.length <= 5 && [1, 2, 3, 4].some((count) => isSubtotalPhrase.has(words.slice(0, count).join(' ')))

const lettersOf = (cell: string): string[] =>
  plainLetters(cell)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
