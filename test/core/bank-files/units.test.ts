/** Columns named for the smallest unit: whole numbers count it, decimals go against the name and are asked about, and a balance in whole units settles it. */
import { describe, expect, it } from 'vitest'
import { answersToKeep } from '../../../core/bank-files/answers-kept.ts'
import type { BankFile } from '../../../core/bank-files/readBankFile.ts'
import { addDays } from '../../../core/calendar.ts'
import { seeded } from '../../server/seeded.ts'
import { manyRuns } from '../runs.ts'
import { readText } from './writing.ts'

const lines = (...all: string[]): string => `${all.join('\n')}\n`
const cents = (file: BankFile): number[] =>
  file.accounts.flatMap(({ transactions }) => transactions.map(({ amount_cents }) => amount_cents))
const asked = (file: BankFile): string[] => file.questions.map(({ key }) => key)

describe('a name that says cents', () => {
  it('is asked about beside decimals, and each answer is followed and kept', () => {
    const text = lines('Date,Description,amount_cents', '2026-01-05,Cafe,-4.50', '2026-01-06,Taxi,-14.25')
    const file = readText(text)
    expect([asked(file), cents(file)]).toEqual([['amounts_in'], [-450, -1_425]])
    expect(file.questions[0]).toMatchObject({ example: '-4.50', chosen: 'whole' })
    const whole = readText(text, { amounts_in: 'whole' })
    expect([asked(whole), cents(whole), answersToKeep(whole, {}).amounts_in]).toEqual([[], [-450, -1_425], 'whole'])
    const minor = readText(text, { amounts_in: 'minor' })
    expect([asked(minor), cents(minor), answersToKeep(minor, {}).amounts_in]).toEqual([[], [-5, -14], 'minor'])
  })
  it('is asked about where only some have decimals, or all have noughts', () => {
    expect(asked(readText(lines('Datum;Text;Betrag in Cent', '05.01.2026;Kiosk;-4,50', '06.01.2026;Bus;-14')))).toEqual(['amounts_in'])
    const noughts = readText(lines('Datum;Text;Betrag in Cent', '05.01.2026;Kiosk;-450,00', '06.01.2026;Bus;-1450,00'))
    expect([asked(noughts), cents(noughts)]).toEqual([['amounts_in'], [-450, -1_450]])
  })
  it('counts cents where whole numbers have the nought that programs write behind them', () => {
    const file = readText(lines('date,description,amount_cents', '2026-01-05,Cafe,-450.0', '2026-01-06,Taxi,-1450.0'))
    expect([asked(file), cents(file)]).toEqual([[], [-450, -1_450]])
  })
  it('counts cents beside a balance in whole units, which keeps its own', () => {
    const file = readText(lines('Date,Description,Amount (cents),Balance', '2026-01-05,Cafe,-450,95.50', '2026-01-06,Taxi,-1450,81.00'))
    expect([asked(file), cents(file)]).toEqual([[], [-450, -1_450]])
    expect(file.accounts[0]).toMatchObject({ balance_cents: 8_100, balance_agrees: true })
  })
  it('is wrong where a balance in whole units moves by its decimals', () => {
    const file = readText(lines('Date,Description,Amount (cents),Balance', '2026-01-05,Cafe,-4.50,95.50', '2026-01-06,Taxi,-14.25,81.25'))
    expect([asked(file), cents(file)]).toEqual([[], [-450, -1_425]])
    expect(file.accounts[0]).toMatchObject({ balance_cents: 8_125, balance_agrees: true })
  })
  it('of two columns that say the same sums in two units either may be read', () => {
    const file = readText(
      lines('Date,Description,Amount (EUR),Amount (cents)', '2026-01-05,Cafe,-4.50,-450', '2026-01-06,Taxi,-14.25,-1425'),
    )
    expect([asked(file), cents(file)]).toEqual([[], [-450, -1_425]])
  })
})

const names = [
  'amount_cents',
  'Amount (pence)',
  'amount_minor',
  'Betrag in Cent',
  'Montant (centimes)',
  'Importe (céntimos)',
  'Importo in centesimi',
  'Belopp i öre',
  'Kwota (grosze)',
]

type Balance = 'none' | 'whole' | 'as the amounts'

function fileOf(seed: number) {
  const random = seeded(Math.imul(seed, 0x9e3779b1))
  const below = (bound: number): number => Math.floor(random() * bound)
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!
  const [hasDecimals, balance, comma] = [below(2) === 0, one<Balance>(['none', 'whole', 'as the amounts']), below(2) === 0]
  const whole = (value: number): string => (value / 100).toFixed(2).replace('.', comma ? ',' : '.')
  const written = (value: number): string => (hasDecimals ? whole(value) : String(value))
  let left = 100_000 + below(100_000)
  const amounts = Array.from({ length: 3 + below(15) }, (_, index) => (index % 4 === 3 ? 90_001 + below(90_000) : -101 - below(9_000)))
  if (amounts.every((value) => value % 10 === 0)) amounts[0]! += 1
  const rows = amounts.map((value, index) => {
    left += value
    const balances = balance === 'none' ? [] : [balance === 'whole' ? whole(left) : written(left)]
    return [addDays('2026-01-05', index), `Shop ${index % 5}`, written(value), ...balances].join(';')
  })
  const text = lines(['Date', 'Payee', one(names), ...(balance === 'none' ? [] : ['Balance'])].join(';'), ...rows)
  return { text, amounts, balance: balance === 'none' ? undefined : left, isTold: !hasDecimals || balance !== 'none' }
}

it('in nine languages, beside balances in either unit or none, sums are right, or it is asked, and no balance is in another unit', () => {
  const seed = Number(process.env.SEED ?? 1)
  const wrong: string[] = []
  for (let at = seed; at < seed + manyRuns(2_000); at += 1) {
    const { text, amounts, balance, isTold } = fileOf(at)
    const file = readText(text)
    const isRight = cents(file).join() === amounts.join() && file.accounts[0]!.balance_cents === balance
    if (!isRight || asked(file).join() !== (isTold ? '' : 'amounts_in')) wrong.push(`SEED=${at} ${asked(file).join()}\n${text}`)
  }
  expect(wrong.slice(0, 2), `${wrong.length} wrong`).toEqual([])
})
