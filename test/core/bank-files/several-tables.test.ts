/** Several tables in one file, each with its own line of names: every row with a date and a sum is read, or told. */
import { expect, it } from 'vitest'
import { readText } from './writing.ts'

const read = (...lines: string[]) => {
  const file = readText(`${lines.join('\n')}\n`)
  return [
    file.accounts.flatMap(({ transactions }) => transactions.map(({ payee, amount_cents }) => `${payee} ${amount_cents}`)),
    file.problems.map(({ code, path }) => `${code} ${path}`),
  ]
}

it('a table above the widest one is read with it, column by name', () => {
  const first = ['Date,Description,Amount', '2026-01-05,Cafe,-4.50']
  const second = ['Date,Text,City,Amount', '2026-01-06,Taxi,Bonn,-14.50', '2026-01-07,Taxi,Bonn,-20.00']
  expect(read(...first, '', ...second)).toEqual([['Cafe -450', 'Taxi -1450', 'Taxi -2000'], []])
  expect(read(...second, '', ...first)).toEqual([['Taxi -1450', 'Taxi -2000', 'Cafe -450'], []])
})
it('money out and in that change places in a second line of names turn no sign', () => {
  expect(
    read(
      'Date,Description,Debit,Credit',
      '2026-01-05,Cafe,4.50,',
      '2026-01-06,Work,,900.00',
      'Date,Description,Credit,Debit',
      '2026-01-07,Taxi,,14.50',
      '2026-01-08,Gift,20.00,',
    ),
  ).toEqual([['Cafe -450', 'Work 90000', 'Taxi -1450', 'Gift 2000'], []])
})
it('rows below or above other names of money are told by their lines', () => {
  const own = ['Date,Description,Debit,Credit', '2026-01-05,Cafe,4.50,', '2026-01-06,Work,,900.00', '2026-01-06,Bus,3.00,']
  const other = ['Date,Description,Amount', '2026-01-07,Taxi,-14.50']
  expect(read(...own, '', ...other)).toEqual([['Cafe -450', 'Work 90000', 'Bus -300'], ['row_is_not_readable /lines/7']])
  expect(read(...other, '', ...own)).toEqual([['Cafe -450', 'Work 90000', 'Bus -300'], ['row_is_not_readable /lines/2']])
})
it('the same names again, and what stands above a table, say nothing', () => {
  expect(
    read(
      'Statement,2026-01-31',
      'Closing balance,2026-01-31,500.00',
      '',
      'Date,Description,City,Amount',
      '2026-01-05,Cafe,Bonn,-4.50',
      'Date,Description,City,Amount',
      '2026-01-06,Taxi,Bonn,-14.50',
    ),
  ).toEqual([['Cafe -450', 'Taxi -1450'], []])
})
