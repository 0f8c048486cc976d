/** The currency that stands beside amounts, in their cells or in the name of their column. */
import { isCurrencyCode } from '../../money/money.ts'
import type { ColumnRole } from '../bank-file.ts'
import type { Layout, Picked } from './table-parts.ts'
import { hasText } from './picked.ts'

/** "Betrag (EUR)", "Amount USD": a currency in the name of the amount's column. */
export function currencyOfHeader({ header }: Layout, roles: readonly ColumnRole[]): string | null {
  for (const role of ['amount', 'debit', 'credit'] as const) {
    const words = (header?.[roles.indexOf(role)] ?? '').split(/[^\p{L}\p{Sc}]+/u).filter((word) => word !== '')
    const code = words.findLast((word, index) => index > 0 && isCurrencyCode(word))
    if (code !== undefined) return code
    const sign = signsOfCurrencies.find(([mark]) => words.includes(mark))
    if (sign) return sign[1]
  }
  return null
}

const signsOfCurrencies: readonly [string, string][] = [
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['Ft', 'HUF'],
  ['₹', 'INR'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
  ['円', 'JPY'],
  ['원', 'KRW'],
  ['₩', 'KRW'],
  ['₴', 'UAH'],
  ['₽', 'RUB'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['₦', 'NGN'],
  ['₸', 'KZT'],
]

/** `$`, `¥` and `kr` name several currencies. */
const severalCountries = /[$¥￥]/

/** Whether anything but digits and the marks of a number stands in a text. */
function hasMoreThanDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    // ( ) + , - . and digits stand together but for * and /.
    if ((code < 40 || code > 57 || code === 42 || code === 47) && code !== 32) return true
  }
  return false
}

/** The code of the currency beside an amount, or a sign of several; null where there is none. */
function markBeside(text: string): string | null {
  if (!hasMoreThanDigits(text)) return null
  const sign = signsOfCurrencies.find(([mark]) => text.includes(mark))
  return (
    sign?.[1] ??
    text
      .slice(0, 60)
      .split(/[^A-Z]+/)
      .find((word) => word.length === 3 && isCurrencyCode(word)) ??
    severalCountries.exec(text)?.[0] ??
    null
  )
}

/** The currency of each row by what stands beside its amount, and of most; no rows where all are in one. */
export function currenciesBeside({ lines, amounts, debits, credits }: Picked): { most: string | null; rows: string[] } {
  const markOf = (row: number): string | null =>
    markBeside((hasText(amounts[row]) ? amounts[row] : hasText(debits[row]) ? debits[row] : credits[row]) ?? '')
  const counts = new Map<string | null, number>()
  const isOneColumn = amounts.length > 0 && debits.length === 0 && credits.length === 0
  let without = 0
  for (let row = 0; row < lines.length; row += 1) {
    const mark = isOneColumn && !hasMoreThanDigits(amounts[row]!) && amounts[row] !== '' ? null : markOf(row)
    if (mark === null) without += 1
    else counts.set(mark, (counts.get(mark) ?? 0) + 1)
  }
  if (without > 0) counts.set(null, without)
  let most: string | null = null
  for (const [mark, count] of counts) if (count > (counts.get(most) ?? 0) || (most === null && count === counts.get(null))) most = mark
  const rows =
    counts.size < 2
      ? []
      : lines
          .map((_, row) => markOf(row))
          .map((mark) => (mark === null || mark === most || (most === null && severalCountries.test(mark)) ? '' : mark))
  return { most: most !== null && isCurrencyCode(most) ? most : null, rows }
}

/** A sign of several countries' money beside others in another: which currency it is can't be told. */
export const isUnknownCurrency = (text: string | undefined): boolean =>
  text !== undefined && text.length === 1 && severalCountries.test(text)
