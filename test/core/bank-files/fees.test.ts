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

it.each(['oldest', 'others', 'none'] as const)('without such a column it is asked, where %s of the rows have a fee', (where) => {
  const wrong = seeds.filter((seed) => {
    const { text, nets } = tableOf(seed, where, false)
    const file = readText(text)
    return where === 'none' ? cents(file).join() !== nets.join() || asked(file).length > 0 : !asked(file).includes('columns')
  })
  expect(wrong).toEqual([])
})
