/** Fees beside sums and balances: what is left of a sum is read where a column has it, else what the balance does not show is asked. */
import { expect, it } from 'vitest'
import type { BankFile } from '../../../core/bank-files/readBankFile.ts'
import { seeded } from '../../server/seeded.ts'
import { manyRuns } from '../runs.ts'
import { decimalOf, readText } from './writing.ts'

const cents = (file: BankFile): number[] =>
  file.accounts.flatMap(({ transactions }) => transactions.map(({ amount_cents }) => amount_cents))
const asked = (file: BankFile): string[] => file.questions.map(({ key }) => key)

const grossNames = [
  ['Gross', 'Fee', 'Net'],
  ['Brutto', 'Gebühr', 'Netto'],
  ['Gross amount', 'Fees', 'Net amount'],
  ['Amount', 'Fee', 'Net'],
] as const

/** Rows with a fee in the oldest, in others too, or in none; `of` says which of the columns stand in the file. */
function tableOf(seed: number, where: 'oldest' | 'others' | 'none', hasNet: boolean) {
  const random = seeded(Math.imul(seed, 0x9e3779b1))
  const below = (bound: number): number => Math.floor(random() * bound)
  const [isDownwards, isNetFirst, isMinus] = [0, 0, 0].map(() => below(2) === 1)
  const [gross, feeName, net] = grossNames[below(grossNames.length)]!
  let balance = 500_000
  const rows = Array.from({ length: 3 + below(8) }, (_, row) => {
    const sum = (below(3) === 0 ? 1 : -1) * (1_000 + below(30_000))
    const hasFee = where !== 'none' && (row === 0 || (where === 'others' && (row === 1 || below(3) === 0)))
    const fee = hasFee ? 50 + below(400) : 0
    balance += sum - fee
    const own = [decimalOf(sum), decimalOf(isMinus ? 0 - fee : fee)]
    const sums = hasNet ? (isNetFirst ? [decimalOf(sum - fee), ...own] : [...own, decimalOf(sum - fee)]) : own
    return { text: [`2026-02-${String(row + 3).padStart(2, '0')}`, `Shop ${row}`, ...sums, decimalOf(balance)].join(','), net: sum - fee }
  })
  if (isDownwards) rows.reverse()
  const names = hasNet ? (isNetFirst ? [net, gross, feeName] : [gross, feeName, net]) : ['Amount', feeName]
  return {
    text: [['Date', 'Text', ...names, 'Balance'].join(','), ...rows.map(({ text }) => text), ''].join('\n'),
    nets: rows.map((row) => row.net),
  }
}

const seeds = Array.from({ length: manyRuns(2_000) }, (_, index) => Number(process.env.SEED ?? 1) + index)

it.each(['oldest', 'others', 'none'] as const)('what is left is read, where %s of the rows have a fee', (where) => {
  const wrong = seeds.filter((seed) => {
    const { text, nets } = tableOf(seed, where, true)
    const file = readText(text)
    return cents(file).join() !== nets.join() || asked(file).length > 0
  })
  expect(wrong).toEqual([])
})

it.each(['oldest', 'others', 'none'] as const)('without such a column it is asked and told, where %s of the rows have a fee', (where) => {
  const wrong = seeds.filter((seed) => {
    const { text, nets } = tableOf(seed, where, false)
    const file = readText(text)
    if (where === 'none') return cents(file).join() !== nets.join() || asked(file).length > 0
    return !asked(file).includes('columns') || !file.problems.some(({ code }) => code === 'number_is_not_used')
  })
  expect(wrong).toEqual([])
})

it('once the columns are said to be right, the fee that no balance shows is still told, and none that it shows to be nothing', () => {
  const rows = [
    'Date,Text,Amount,Fee,Balance',
    '2026-02-03,Abroad,-30.00,1.50,70.00',
    '2026-02-04,Shop,-5.00,0.50,65.00',
    '2026-02-05,Bus,-2.80,,62.20',
  ]
  for (const text of [rows, [rows[0]!, ...rows.slice(1).toReversed()]].map((lines) => lines.join('\n'))) {
    const file = readText(text, { columns: ['date', 'payee', 'amount', 'ignored', 'balance'] })
    const line = text.split('\n').findIndex((own) => own.includes('Abroad')) + 1
    expect([asked(file), file.problems.map(({ path, code }) => [path, code])]).toEqual([[], [[`/lines/${line}`, 'number_is_not_used']]])
  }
})
