/** One file of an account is taken away: what another told stays, and all is as if it had never been read. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { filesOf, withFile, withoutFile, type KeptFile, type WithFiles } from '../../../core/bank-files/files-kept.ts'
import { mergeTransactions } from '../../../core/bank-files/identity.ts'
import type { BankTransaction } from '../../../core/bank-files/bank-file.ts'
import { seeded } from '../runs.ts'

const empty: WithFiles & { file_name?: string } = { transactions: [], balance_cents: null, balance_date: null }
const one = (id: string, date: string, amount_cents = -500): BankTransaction => ({ id, date, amount_cents, payee: 'Shop', memo: '' })

interface Read {
  name: string
  rows: BankTransaction[]
  balance_cents: number | null
}

/** Keeps files one after the other, as the device does. */
function kept(reads: readonly Read[], account = empty): typeof empty {
  return reads.reduce((now, { name, rows, balance_cents }, nth) => {
    const balance_date = balance_cents === null ? null : rows.at(-1)!.date
    const file: KeptFile = { id: `${nth} ${name}`, name, kept_on: '2026-03-01', ids: rows.map(({ id }) => id), balance_cents, balance_date }
    const isNewer = balance_date !== null && balance_date >= (now.balance_date ?? '')
    return {
      ...now,
      transactions: mergeTransactions(now.transactions, rows),
      files: withFile(filesOf(now), now.transactions, file, rows),
      ...(isNewer && { balance_cents, balance_date, balance_agrees: undefined }),
    }
  }, account)
}

/** Files that begin and end anywhere in a month of an account. */
const reads: fc.Arbitrary<Read[]> = fc
  .array(fc.record({ from: fc.integer({ min: 1, max: 20 }), days: fc.integer({ min: 1, max: 12 }), balance: fc.option(fc.integer()) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((spans) =>
    spans.map(({ from, days, balance }, nth) => ({
      name: `${nth}.csv`,
      rows: Array.from({ length: days }, (_, at) => one(`t${from + at}`, `2026-01-${String(from + at).padStart(2, '0')}`)),
      balance_cents: balance,
    })),
  )

it('leaves what the other files make, whichever goes, over generated ones', () => {
  fc.assert(
    fc.property(reads, fc.nat(), (files, at) => {
      const place = at % files.length
      const left = withoutFile(kept(files), `${place} ${files[place]!.name}`)
      const others = kept(files.filter((_, nth) => nth !== place))
      expect(left.transactions).toEqual(others.transactions)
      expect([left.balance_date, left.files?.map(({ name }) => name) ?? []]).toEqual([
        others.balance_date,
        others.files?.map(({ name }) => name) ?? [],
      ])
    }),
    { numRuns: seeded(200) },
  )
})

it('a row that a later file has under another id stays, as the earlier one told of it', () => {
  const first = { name: 'a.csv', rows: [one('a', '2026-01-01'), one('b', '2026-01-02'), one('c', '2026-01-03')], balance_cents: 5 }
  const again = { name: 'b.csv', rows: [one('a2', '2026-01-01'), one('b2', '2026-01-02'), one('c2', '2026-01-03')], balance_cents: 5 }
  const both = kept([first, again])
  expect(withoutFile(both, '1 b.csv').transactions.map(({ date }) => date)).toContain('2026-01-02')
  expect(withoutFile(both, '0 a.csv').transactions.map(({ id }) => id)).toEqual(['a2', 'b2', 'c2'])
})

it('the same file again takes its own place; what was kept before files were noted is one of them', () => {
  const file = { name: 'a.csv', rows: [one('a', '2026-01-01')], balance_cents: null }
  expect(kept([file, file]).files).toHaveLength(1)
  const before = { ...empty, transactions: [one('z', '2025-12-01')], file_name: 'old.csv' }
  const both = kept([file], before)
  expect(both.files?.map(({ name, kept_on }) => [name, kept_on])).toEqual([
    ['old.csv', null],
    ['a.csv', '2026-03-01'],
  ])
  expect(withoutFile(both, '').transactions.map(({ id }) => id)).toEqual(['a'])
  // The account is called by the file that is left.
  expect(withoutFile(both, '0 a.csv').file_name).toBe('old.csv')
})

it('a balance that a person said stays', () => {
  const file = { name: 'a.csv', rows: [one('a', '2026-01-01')], balance_cents: 900 }
  const said = { ...kept([file]), balance_cents: 777, balance_date: '2026-01-05' }
  expect(withoutFile(said, '0 a.csv')).toMatchObject({ balance_cents: 777, balance_date: '2026-01-05', transactions: [] })
})
