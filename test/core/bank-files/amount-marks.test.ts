/** What stands beside amounts: hundredths and thousands in the name of their column, and another currency in a cell. */
import { expect, it } from 'vitest'
import { readText } from './writing.ts'

const accounts = (...lines: string[]) =>
  readText(`${lines.join('\n')}\n`).accounts.map(({ currency, transactions }) => [
    currency,
    ...transactions.map(({ amount_cents }) => amount_cents),
  ])

it.each(['Amount (cents)', 'Amount (pence)', 'amount_cents', 'amount_minor', 'Betrag (Cent)'])('%s counts in the smallest unit', (name) => {
  expect(accounts(`Date,Description,${name}`, '2026-01-05,Cafe,-450', '2026-01-06,Taxi,-1450')).toEqual([[null, -450, -1_450]])
})
it.each(["Amount ('000 HUF)", 'Amount HUF thousands'])('%s counts in thousands', (name) => {
  expect(accounts(`Date,Description,${name}`, '2026-01-05,Cafe,-450', '2026-01-06,Taxi,-1450').map(([, ...cents]) => cents)).toEqual([
    [-45_000_000, -145_000_000],
  ])
})
it('dollars and cents are whole units', () => {
  expect(accounts('Date,Description,Amount (dollars and cents)', '2026-01-05,Cafe,-4.50', '2026-01-06,Taxi,-14')).toEqual([
    [null, -450, -1_400],
  ])
})
it('a row in another currency is never counted as the account’s', () => {
  expect(
    accounts('Date,Description,Amount', '2026-01-05,Cafe,EUR -4.50', '2026-01-06,Taxi,EUR -5.50', '2026-01-07,Hotel,USD -60.00'),
  ).toEqual([
    ['EUR', -450, -550],
    ['USD', -6_000],
  ])
  expect(accounts('Date,Description,Amount', '2026-01-05,Cafe,-4.50', '2026-01-06,Taxi,-5.50', '2026-01-07,Hotel,USD -60.00')).toEqual([
    [null, -450, -550],
    ['USD', -6_000],
  ])
  const file = readText('Date,Description,Amount\n2026-01-05,Cafe,€-4.50\n2026-01-06,Taxi,€-5.50\n2026-01-07,Hotel,$-60.00\n')
  expect([file.accounts.map(({ transactions }) => transactions.length), file.problems.map(({ path }) => path)]).toEqual([[2], ['/lines/4']])
})
