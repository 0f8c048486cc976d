/** A file that is read without a question is kept by its columns: the next of its make, with purchases abroad, must be right under them. */
import { describe, expect, it } from 'vitest'
import { answersToKeep } from '../../../core/bank-files/answers-kept.ts'
import { readText } from './writing.ts'

/** Names of a sum as it was asked for and of the one that was booked. */
const names: readonly (readonly [string, string])[] = [
  ['Currency Amount', 'Amount'],
  ['Transaction Amount', 'Amount'],
  ['Amount in transaction currency', 'Amount CHF'],
  ['Amount', 'Amount in CHF'],
  ['Betrag', 'Betrag (CHF)'],
  ['Belopp i utländsk valuta', 'Belopp'],
  ['Original amount', 'Amount'],
  ['Amount', 'Settlement amount'],
  ['Source amount', 'Target amount'],
  ['Transaction Amount', 'Billing Amount'],
  ['Importe divisa', 'Importe'],
  ["Montant d'origine", 'Montant'],
  ['Kwota operacji', 'Kwota rozliczenia'],
  ['Döviz tutarı', 'TL tutarı'],
  ['Сумма операции', 'Сумма платежа'],
  ['Částka v měně obchodu', 'Částka v měně účtu'],
  ['現地通貨額', '利用金額'],
  ['交易金额', '入账金额'],
]
interface Bought {
  asked: string
  code: string
  booked: string
}
const home: Bought[] = ['-12.90', '-45.10', '-7.35', '900.00'].map((sum) => ({ asked: sum, code: 'CHF', booked: sum }))
const abroad: Bought[] = [
  { asked: '-14.20', code: 'USD', booked: '-12.61' },
  { asked: '-30.00', code: 'USD', booked: '-26.64' },
  { asked: '-8.00', code: 'USD', booked: '-7.10' },
]
/** Where the columns of a row stand: the sum that was asked for comes with its currency, and with its rate or without. */
const orders = [
  'asked code booked',
  'asked rate code booked',
  'booked asked code',
  'booked asked rate code',
  'code asked booked',
  'asked code booked own',
  'code asked own booked',
  'booked own asked code',
  'own booked code asked',
] as const

function fileOf(order: string, [asked, booked]: readonly [string, string], bought: readonly Bought[]): string {
  const cells = (of: Record<string, string>): string =>
    order
      .split(' ')
      .map((column) => of[column]!)
      .join(',')
  const header = cells({ asked, booked, code: 'Currency', own: 'Currency', rate: 'Rate' })
  const rows = bought.map(
    (own, index) =>
      `2026-03-${10 + index},Shop ${'ABCD'[index]},${cells({ ...own, own: 'CHF', rate: own.code === 'CHF' ? '1' : '0.888' })}`,
  )
  return `Date,Text,${header}\n${rows.join('\n')}\n`
}

describe('the next file of a make', () => {
  it.each(names.flatMap((pair) => orders.map((order) => [...pair, order] as const)))('%s, %s: %s', (asked, booked, order) => {
    const first = readText(fileOf(order, [asked, booked], home), { currency_code: 'CHF' })
    const next = readText(fileOf(order, [asked, booked], abroad), {
      ...(first.questions.length === 0 ? answersToKeep(first, {}) : {}),
      currency_code: 'CHF',
    })
    // Where no name tells which of the two was booked, it is asked as soon as they differ.
    if (next.questions.length > 0) return
    expect(next.accounts.map(({ currency, transactions }) => [currency, transactions.map(({ amount_cents }) => amount_cents)])).toEqual([
      ['CHF', [-1_261, -2_664, -710]],
    ])
  })
})
