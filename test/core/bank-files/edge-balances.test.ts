/** A first and a last row that are apart by the sum of all others: balances, or transactions by chance. */
import { expect, it } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import type { BankFile } from '../../../core/bank-files/readBankFile.ts'
import { seeded } from '../../server/seeded.ts'
import { manyRuns } from '../runs.ts'
import { layoutOf } from './layouts/layout.ts'
import { decimalOf, readText } from './writing.ts'

const money = (file: BankFile): string[] =>
  file.accounts.flatMap(({ transactions }) => transactions.map(({ date, amount_cents }) => `${date} ${amount_cents}`))

/** A table whose first and last row are balances, or would be by their sums alone; `areBare`: these have a payee and nothing else. */
function tableOf(seed: number, areBalances: boolean, areBare = areBalances) {
  const random = seeded(Math.imul(seed, 0x9e3779b1))
  const below = (bound: number): number => Math.floor(random() * bound)
  const [hasKinds, hasMemo, hasReference, isDownwards] = [0, 0, 0, 0].map(() => below(2) === 1) as [boolean, boolean, boolean, boolean]
  const shops = ['Kiosk', 'Bus', 'Gym', 'Bakery', 'Cinema', 'Market', 'Florist', 'Garage', 'Office', 'Chemist'].toSorted(
    () => random() - 0.5,
  )
  const count = 3 + below(9)
  const between = Array.from({ length: count }, () => (below(6) === 0 ? 1 : -1) * (101 + below(30_000)))
  const sum = between.reduce((all, cents) => all + cents, 0)
  const first = (areBalances ? 1 : below(3) === 0 ? 1 : -1) * (101 + below(90_000))
  const all = [first, ...between, first + sum]
  let date = '2025-01-02'
  const rows = all.map((cents, index) => {
    date = addDays(date, below(3))
    const isOutermost = index === 0 || index === all.length - 1
    const [isEdge, isBare] = [areBalances && isOutermost, areBare && isOutermost]
    const cells = [
      ...(hasKinds ? [isBare ? '' : cents < 0 ? 'Card' : 'Transfer'] : []),
      isEdge ? (index === 0 ? 'Lorem' : 'Ipsum') : shops[below(shops.length)]!,
      ...(hasMemo ? [isBare ? '' : `note ${index}`] : []),
      ...(hasReference ? [isBare ? '' : `R${seed}${1_000 + index}`] : []),
    ]
    return { text: [date, ...cells, decimalOf(cents)].join(','), money: `${date} ${cents}`, isEdge }
  })
  if (isDownwards) rows.reverse()
  const names = [
    'Date',
    ...(hasKinds ? ['Type'] : []),
    'Payee',
    ...(hasMemo ? ['Memo'] : []),
    ...(hasReference ? ['Transaction ID'] : []),
    'Amount',
  ]
  return {
    text: [names.join(','), ...rows.map(({ text }) => text), ''].join('\n'),
    rows: rows.flatMap((row) => (row.isEdge ? [] : [row.money])),
  }
}

const seeds = (() => {
  const seed = Number(process.env.SEED ?? 1)
  return Array.from({ length: manyRuns(2_000) }, (_, index) => seed + index)
})()

it.each([
  ['payments by chance', false, 'transactions', false],
  ['payments by chance that have a payee and nothing else', false, 'transactions', true],
  ['balances', true, 'balances', true],
] as const)('%s at the edges are read right or asked about, and right once answered', (_, areBalances, edges_are, areBare) => {
  let asked = 0
  const wrong: number[] = []
  for (const seed of seeds) {
    const { text, rows } = tableOf(seed, areBalances, areBare)
    const file = readText(text, { positive_is: 'in' })
    const isAsked = file.questions.some(({ key }) => key === 'edges_are')
    const answered = isAsked ? readText(text, { positive_is: 'in', edges_are }) : file
    asked += isAsked ? 1 : 0
    if (answered.questions.length > 0 || money(answered).join() !== rows.join()) wrong.push(seed)
  }
  console.log(`edges that are ${edges_are}: ${asked} of ${seeds.length} asked about`)
  expect(wrong).toEqual([])
})

it('where rows are called balances, others are none', () => {
  const { text, rows, currency_code } = layoutOf(123_460_391)
  const file = readText(text, { currency_code })
  expect(money(file)).toEqual(rows.map(({ date, amount_cents }) => `${date} ${amount_cents}`))
  expect(file.questions).toEqual([])
})

it('a transfer and a gift with a name and no memo, kind or reference are asked about', () => {
  for (const name of ['Verwendungszweck', 'Buchungstext', 'Kundenreferenz']) {
    const text = [
      `Datum;Auftraggeber;${name};Betrag`,
      '02.01.2026;Übertrag vom Sparkonto;;150,27',
      '03.01.2026;Rewe;Einkauf;-50,12',
      '05.01.2026;Lidl;Einkauf;-20,10',
      '06.01.2026;Shell;Tanken;-30,05',
      '08.01.2026;Oma;;50,00',
      '',
    ].join('\n')
    const file = readText(text)
    expect(
      file.questions.map(({ key }) => key),
      name,
    ).toEqual(['edges_are'])
    expect(money(readText(text, { edges_are: 'transactions' })).length).toBe(5)
  }
})
