import { describe, expect, it } from 'vitest'
import { bankMemory, type BankMemory } from '../../web/services/bank/bankMemory.ts'
import { removeFile } from '../../web/services/bank/removeFile.ts'
import { memoryRecords } from '../../web/services/records/memoryRecords.ts'

const one = (id: string, date: string) => ({ id, date, amount_cents: -500, payee: 'Shop', memo: '' })
const read = (transactions: ReturnType<typeof one>[], balance_cents: number, balance_date: string) => ({
  account: '4711',
  currency: 'USD',
  transactions,
  balance_cents,
  balance_date,
})

it('an account that was forgotten and comes back takes nothing from what was read meanwhile', async () => {
  const kept = bankMemory(memoryRecords(), 'local')
  await kept.keep([read([one('a', '2026-01-02'), one('b', '2026-01-05')], 10_000, '2026-01-31')], 'USD')
  const [forgotten] = await kept.accounts()
  await kept.forget(forgotten!)
  expect(await kept.accounts()).toEqual([])
  await kept.keep([read([one('b', '2026-01-05'), one('c', '2026-02-02')], 20_000, '2026-02-28')], 'USD')
  expect(await kept.keep([forgotten!], 'USD')).toBe(1)
  expect(await kept.accounts()).toEqual([
    {
      owner: 'local',
      account: '4711',
      currency: 'USD',
      transactions: [one('a', '2026-01-02'), one('b', '2026-01-05'), one('c', '2026-02-02')],
      balance_cents: 20_000,
      balance_date: '2026-02-28',
    },
  ])
})

it('all that was forgotten comes back as it was', async () => {
  const kept = bankMemory(memoryRecords(), 'local')
  await kept.keep([read([one('a', '2026-01-02')], 10_000, '2026-01-31')], 'USD', { shape: 'a', file_name: 'a.csv' })
  await kept.rememberAnswers('a', { date_order: 'dmy' })
  const before = await kept.accounts()
  const bringBack = await kept.clear()
  expect([await kept.accounts(), await kept.answersFor('a')]).toEqual([[], null])
  await bringBack()
  expect([await kept.accounts(), await kept.answersFor('a')]).toEqual([before, { date_order: 'dmy' }])
})

describe('files that name no account', () => {
  const file = (file_name: string, shape: string) => ({ file_name, shape })
  /** Every third day from one on; each bank has its own amounts. */
  const days = (month: string, from: number, to: number, cents: number) =>
    Array.from({ length: 10 }, (_, nth) => from + nth * 3)
      .filter((day) => day <= to)
      .map((day) => ({
        id: `${cents} ${month}-${day}`,
        date: `${month}-${String(day).padStart(2, '0')}`,
        amount_cents: cents - day,
        payee: 'Shop',
        memo: '',
      }))
  const of = (transactions: ReturnType<typeof days>) => [{ account: '', currency: 'USD', transactions, first_date: null, last_date: null }]
  const counts = async (kept: BankMemory) =>
    (await kept.accounts()).map(({ account, file_name, transactions }) => [account, file_name, transactions.length])

  it('of two banks are two accounts, each of which goes on with its next file', async () => {
    const kept = bankMemory(memoryRecords(), 'local')
    await kept.keep(of(days('2026-01', 1, 28, -500)), 'USD', file('checking.csv', 'bank a'))
    await kept.keep(of(days('2026-01', 2, 28, -9_000)), 'USD', file('savings.csv', 'bank b'))
    expect(await counts(kept)).toEqual([
      ['', 'checking.csv', 10],
      ['#2', 'savings.csv', 9],
    ])
    await kept.keep(of(days('2026-02', 2, 28, -9_000)), 'USD', file('february.csv', 'bank b'))
    await kept.keep(of([...days('2026-01', 19, 28, -500), ...days('2026-02', 1, 28, -500)]), 'USD', file('later.csv', 'bank a'))
    expect(await counts(kept)).toEqual([
      ['', 'later.csv', 20],
      ['#2', 'february.csv', 18],
    ])
  })
  it('of one bank are two accounts too where they know the same days otherwise', async () => {
    const kept = bankMemory(memoryRecords(), 'local')
    await kept.keep(of(days('2026-01', 1, 28, -500)), 'USD', file('one.csv', 'bank a'))
    await kept.keep(of(days('2026-01', 1, 28, -9_000)), 'USD', file('other.csv', 'bank a'))
    expect(await counts(kept)).toEqual([
      ['', 'one.csv', 10],
      ['#2', 'other.csv', 10],
    ])
    await kept.keep(of(days('2026-01', 1, 28, -500)), 'USD', file('one again.csv', 'bank a'))
    expect(await counts(kept)).toEqual([
      ['', 'one again.csv', 10],
      ['#2', 'other.csv', 10],
    ])
  })
  it('kept by a version that noted no file goes on as the account it was', async () => {
    const records = memoryRecords()
    await records.write(['bank_accounts'], (writing) =>
      writing.put('bank_accounts', {
        owner: 'local',
        account: '',
        currency: 'USD',
        transactions: days('2026-01', 1, 28, -500),
        balance_cents: null,
        balance_date: null,
      }),
    )
    const kept = bankMemory(records, 'local')
    await kept.keep(of(days('2026-02', 1, 28, -500)), 'USD', file('february.csv', 'bank a'))
    expect(await counts(kept)).toEqual([['', 'february.csv', 20]])
  })
  it('a balance that does not agree with its file is kept as one that does not', async () => {
    const kept = bankMemory(memoryRecords(), 'local')
    await kept.keep(
      [{ ...of(days('2026-01', 1, 28, -500))[0]!, balance_cents: 700, balance_date: '2026-01-28', balance_agrees: false }],
      'USD',
      file('a.csv', 'a'),
    )
    expect(await kept.accounts()).toMatchObject([{ balance_cents: 700, balance_agrees: false }])
  })
})

describe('one file of an account', () => {
  const file = (id: string, file_name: string) => ({ id, file_name, shape: 'a', on: '2026-02-01' })
  it('goes with what it alone held, and comes back beside what was read meanwhile', async () => {
    const records = memoryRecords()
    const kept = bankMemory(records, 'local')
    await kept.keep([read([one('a', '2026-01-02'), one('b', '2026-01-05')], 10_000, '2026-01-31')], 'USD', file('1', 'january.csv'))
    await kept.keep([read([one('b', '2026-01-05'), one('c', '2026-02-02')], 20_000, '2026-02-28')], 'USD', file('2', 'february.csv'))
    const [before] = await kept.accounts()
    expect(before!.files!.map(({ name, kept_on, ids }) => [name, kept_on, ids])).toEqual([
      ['january.csv', '2026-02-01', ['a', 'b']],
      ['february.csv', '2026-02-01', ['b', 'c']],
    ])
    const { count, bringBack } = await removeFile(records, 'local', before!, '2')
    expect(count).toBe(1)
    expect(await kept.accounts()).toMatchObject([{ balance_cents: 10_000, transactions: [{ id: 'a' }, { id: 'b' }] }])
    await kept.keep([read([one('d', '2026-03-02')], 30_000, '2026-03-31')], 'USD', file('3', 'march.csv'))
    await bringBack()
    const [after] = await kept.accounts()
    expect(after!.transactions.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
    expect([after!.balance_cents, after!.files!.map(({ name }) => name)]).toEqual([30_000, ['january.csv', 'march.csv', 'february.csv']])
  })
  it('takes the account along where it was the only one', async () => {
    const records = memoryRecords()
    const kept = bankMemory(records, 'local')
    await kept.keep([read([one('a', '2026-01-02')], 10_000, '2026-01-31')], 'USD', file('1', 'january.csv'))
    const [before] = await kept.accounts()
    const { bringBack } = await removeFile(records, 'local', before!, '1')
    expect(await kept.accounts()).toEqual([])
    await bringBack()
    expect(await kept.accounts()).toEqual([before])
  })
})
