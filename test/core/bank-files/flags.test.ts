/** Columns of flags that say of each row whether it is booked: under many names, in every usual spelling. */
import { describe, expect, it } from 'vitest'
import type { BankFile } from '../../../core/bank-files/readBankFile.ts'
import { seeded } from '../../server/seeded.ts'
import { manyRuns } from '../runs.ts'
import { decimalOf, readText } from './writing.ts'

const cents = (file: BankFile): number[] =>
  file.accounts.flatMap(({ transactions }) => transactions.map(({ amount_cents }) => amount_cents))
const codes = (file: BankFile): string[] => file.problems.map(({ code }) => code)
const asked = (file: BankFile): string[] => file.questions.map(({ key }) => key)

/** Names, and which flag says that a row is left out. */
const listed = (all: string): string[] => all.split(', ')
const names: readonly (readonly [string, boolean])[] = [
  ...listed(
    'Pending, is_pending, Is Pending, isPending, Pending?, Pending Y/N, Transaction pending, Pending flag, Vorgemerkt, Umsatz vorgemerkt, ' +
      'En attente, Pendiente, In behandeling, Void, Voided, Cancelled, is_canceled, Deleted, is_deleted, Storniert, Storno, ' +
      'Stornokennzeichen, Gelöscht, Annulé, Anulado, Declined, Rejected, Failed, Not booked, Nicht gebucht, Unposted, Uncleared',
  ).map((name) => [name, true] as const),
  ...listed(
    'Booked, is_booked, Posted, Gebucht, Ist gebucht, Cleared, Cleared (Yes/No), Settled, Verbucht, Comptabilisé, Contabilizado',
  ).map((name) => [name, false] as const),
]
const spellings: readonly (readonly [string, string])[] = listed(
  '1/0, x/, X/, ✓/, ✔/✗, yes/no, Y/N, true/false, TRUE/FALSE, ja/nein, J/N, 1/, yes/, WAHR/FALSCH, oui/non, O/N, S/N, t/f, ano/ne, ' +
    'tak/nie, да/нет, -1/0, x/-',
).map((pair) => [pair.split('/')[0]!, pair.split('/')[1]!])

/** These letters are flags only beside each other: by themselves they are asked about. */
const needOther = new Set(['O', 'S', 't', 'f', '✗'])
const shops = ['Kiosk', 'Bakery', 'Cinema', 'Market', 'Florist', 'Garage', 'Chemist', 'Hotel Adria']
type Kind = 'some' | 'none' | 'all'

/** A table with such a column; `rows` are those that count. */
function tableOf(seed: number, [name, isOutOn]: readonly [string, boolean], [on, off]: readonly [string, string], kind: Kind) {
  const random = seeded(Math.imul(seed, 0x9e3779b1))
  const below = (bound: number): number => Math.floor(random() * bound)
  const [hasBalance, isFirst, count] = [below(3) === 0, below(2) === 0, 3 + below(9)]
  const outOf = { some: 1 + below(count - 1), none: count, all: -1 }[kind]
  let balance = 250_000
  const rows = Array.from({ length: count }, (_, row) => {
    const amount = (row % 3 === 1 ? 1 : -1) * (101 + below(9_000))
    const isOut = kind === 'all' || (kind === 'some' && (row === outOf || (row > 1 && below(4) === 0)))
    if (!isOut) balance += amount
    const flag = isOut === isOutOn ? on : off
    const cells = [`2026-01-${String(row + 2).padStart(2, '0')}`, shops[below(shops.length)]!, decimalOf(amount)]
    const all = [...(isFirst ? [cells[0]!, flag, ...cells.slice(1)] : [...cells, flag]), ...(hasBalance ? [decimalOf(balance)] : [])]
    return { text: all.join(','), amount, isOut }
  })
  const head = isFirst ? ['Date', name, 'Payee', 'Amount'] : ['Date', 'Payee', 'Amount', name]
  return {
    text: [[...head, ...(hasBalance ? ['Balance'] : [])].join(','), ...rows.map(({ text }) => text), ''].join('\n'),
    rows: rows.filter(({ isOut }) => !isOut).map(({ amount }) => amount),
  }
}

describe('a column of flags', () => {
  it.each(['some', 'none'] as const)('says of each row what its name is, where %s are left out', (kind) => {
    const wrong: string[] = []
    const start = Number(process.env.SEED ?? 1)
    for (let run = 0; run < Math.max(1, manyRuns(4_000) / (names.length * spellings.length)); run += 1)
      for (const [at, name] of names.entries())
        for (const [by, spelling] of spellings.entries()) {
          // Nothing under the name of what is booked says nothing.
          if (kind === 'none' && spelling[0] === '' && !name[1]) continue
          const { text, rows } = tableOf(start + run * 10_000 + at * 100 + by, name, spelling, kind)
          const file = readText(text, { positive_is: 'in' })
          // One row that counts shows nothing of a balance beside it, which is asked about.
          if (rows.length < 2) continue
          const lacksOther = kind === 'none' && needOther.has(name[1] ? spelling[1] : spelling[0])
          const told = kind === 'some' ? 'entry_is_not_booked' : ''
          if (cents(file).join() !== rows.join() || codes(file).join() !== told || asked(file).join() !== (lacksOther ? 'columns' : ''))
            wrong.push(
              `${name[0]} ${spelling.join('/')}: ${cents(file).join()} for ${rows.join()}, ${codes(file).join()}, ${asked(file).join()}\n${text}`,
            )
        }
    expect(wrong.slice(0, 3)).toEqual([])
  })

  it('leaves all rows out where all are such, and says so', () => {
    for (const name of names)
      for (const spelling of spellings) {
        if (spelling[1] === '' && !name[1]) continue
        const { text } = tableOf(7, name, spelling, 'all')
        const file = readText(text, { positive_is: 'in' })
        if (needOther.has(name[1] ? spelling[0] : spelling[1])) expect(asked(file), `${name[0]} ${spelling.join('/')}`).toEqual(['columns'])
        else expect([cents(file), codes(file).includes('entry_is_not_booked')], `${name[0]} ${spelling.join('/')}`).toEqual([[], true])
      }
  })

  const read = (head: string, ...flags: string[]): BankFile =>
    readText([head, ...flags.map((flag, row) => `2026-01-0${row + 2},${shops[row]!},-${row + 1}.00,${flag}`), ''].join('\n'))

  it('is read beside a column of states and another of flags', () => {
    const file = read('Date,Payee,Amount,Pending,Void', '0,0', '1,0', '0,1', '0,0')
    expect([cents(file), codes(file), asked(file)]).toEqual([[-100, -400], ['entry_is_not_booked', 'entry_is_not_booked'], []])
    const other = read('Date,Payee,Amount,Status,is_deleted', 'Booked,', 'Pending,', 'Booked,x', 'Booked,')
    expect([cents(other), codes(other)]).toEqual([
      [-100, -400],
      ['entry_is_not_booked', 'entry_is_not_booked'],
    ])
  })

  it('is asked about where its marks are not known, or its name may be of something else', () => {
    for (const flags of [
      ['P', '', ''],
      ['a', 'b', 'a'],
    ]) {
      const file = read('Date,Payee,Amount,Pending', ...flags)
      expect([cents(file), asked(file)]).toEqual([[-100, -200, -300], ['columns']])
    }
    for (const name of ['Paid', 'Confirmed', 'Active'])
      expect(asked(read(`Date,Payee,Amount,${name}`, '1', '0', '1')), name).toEqual(['columns'])
  })

  it('is none under another name, or where it holds sums or days', () => {
    for (const [name, ...flags] of [
      ['Reconciled', '1', '0', '1'],
      ['Receipt approved', 'yes', 'no', 'yes'],
      ['Contactless', '1', '0', '1'],
      ['Posted', '2026-01-02', '2026-01-03', '2026-01-04'],
    ] as const) {
      const file = read(`Date,Payee,Amount,${name}`, ...flags)
      expect([cents(file), codes(file)], name).toEqual([[-100, -200, -300], []])
    }
  })

  it('says so in rows far behind the first ones too, where these have none', () => {
    const day = (row: number): string =>
      `2025-${String(1 + (Math.floor(row / 28) % 12)).padStart(2, '0')}-${String(1 + (row % 28)).padStart(2, '0')}`
    const rows = Array.from({ length: 330 }, (_, row) => `${day(row)},Shop ${row},-${row + 1}.00,${row === 320 ? 'x' : ''}`)
    const file = readText(['Date,Payee,Amount,Pending', ...rows, ''].join('\n'))
    expect([cents(file).length, codes(file), asked(file)]).toEqual([329, ['entry_is_not_booked'], []])
  })
})
