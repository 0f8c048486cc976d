/** Files of one bank without account numbers: each goes on with its own account, or is asked about, and never with another. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameStem } from '../../../core/bank-files/file-names.ts'
import { mergeTransactions } from '../../../core/bank-files/identity.ts'
import { readBankFile } from '../../../core/bank-files/readBankFile.ts'
import { whoseFile, type Unnumbered } from '../../../core/bank-files/whose-file.ts'
import { seeded } from '../runs.ts'

const money = (cents: number): string => (cents / 100).toFixed(2)
interface Row {
  date: string
  cents: number
  payee: string
}

/** A file as a bank writes it, with a column of balances where `before` is what was there before its first row. */
function fileOf(rows: readonly Row[], before: number | null, file_name: string): Omit<Unnumbered, 'account'> {
  let balance = before ?? 0
  const lines = rows.map(({ date, cents, payee }) => {
    balance += cents
    return `${date},${payee},${money(cents)}${before === null ? '' : `,${money(balance)}`}`
  })
  const text = [`Date,Description,Amount${before === null ? '' : ',Balance'}`, ...lines].join('\n')
  const answers = { currency_code: 'USD', date_order: 'ymd', positive_is: 'in' } as const
  const read = readBankFile(new TextEncoder().encode(text), file_name, answers)
  return { ...read.accounts[0]!, currency: 'USD', shape: read.shape, file_name }
}

/** What is kept of accounts, each by what went to it. */
function keepIn(kept: Unnumbered[], account: string, file: Omit<Unnumbered, 'account'>): Unnumbered[] {
  const known = kept.find((one) => one.account === account)
  const isNewer = (file.balance_date ?? '') >= (known?.balance_date ?? '')
  const balance = isNewer ? file : known!
  const { balance_cents, balance_date, balance_agrees } = balance
  const transactions = mergeTransactions(known?.transactions ?? [], file.transactions)
  const next = { ...file, account, transactions, balance_cents, balance_date, balance_agrees }
  return known ? kept.map((one) => (one === known ? next : one)) : [...kept, next]
}

const row = (date: string, cents: number, payee: string): Row => ({ date, cents, payee })
const checking = [
  row('2026-11-02', -98_000, 'Rent'),
  row('2026-11-07', -2_990, 'Gym'),
  row('2026-11-20', 145_000, 'Pay'),
  row('2026-11-21', -5_000, 'Cash'),
]
const visa = [row('2026-11-03', -1_632, 'Lidl'), row('2026-11-26', -6_572, 'Edeka'), row('2026-11-29', -2_240, 'Lidl')]
const nextChecking = [row('2026-12-01', -98_000, 'Rent'), row('2026-12-03', 145_000, 'Pay'), row('2026-12-08', -9_120, 'Power')]
const nextVisa = [row('2026-12-01', -2_410, 'Rewe'), row('2026-12-03', -4_820, 'Aral'), row('2026-12-08', -2_875, 'Edeka')]
const sum = (rows: readonly Row[]): number => rows.reduce((total, { cents }) => total + cents, 0)
const [atChecking, atVisa] = [124_000, -31_240]
const both = (isTold: boolean): Unnumbered[] =>
  keepIn(
    keepIn([], '', fileOf(checking, isTold ? atChecking - sum(checking) : null, 'checking.csv')),
    '#2',
    fileOf(visa, isTold ? atVisa - sum(visa) : null, 'visa.csv'),
  )

describe('the next file of two accounts of one bank', () => {
  it('is of the account whose balance it goes on from, whatever it is called', () => {
    expect(whoseFile(fileOf(nextChecking, atChecking, 'visa (1).csv'), both(true))).toMatchObject({ kind: 'told', account: '' })
    expect(whoseFile(fileOf(nextVisa, atVisa, 'checking (1).csv'), both(true))).toMatchObject({ kind: 'told', account: '#2' })
  })
  it('is asked about where no balance tells, with its name as a proposal', () => {
    const asked = whoseFile(fileOf(nextChecking, null, 'checking (1).csv'), both(false))
    expect(asked).toEqual({ kind: 'asked', may_be: ['', '#2'], proposed: '', as_new: '#3' })
    expect(whoseFile(fileOf(nextVisa, null, 'w1v.csv'), both(false))).toMatchObject({ kind: 'asked', proposed: null })
  })
  it('is asked about behind a gap', () => {
    expect(whoseFile(fileOf(nextVisa, atVisa - 1_000, 'visa (1).csv'), both(true))).toMatchObject({ kind: 'asked', proposed: '#2' })
  })
  it('is asked about where both ended with the same balance, or with nothing on them', () => {
    for (const end of [0, 50_000]) {
      const kept = keepIn(keepIn([], '', fileOf(checking, end - sum(checking), 'a.csv')), '#2', fileOf(visa, end - sum(visa), 'b.csv'))
      expect(whoseFile(fileOf(nextVisa, end, 'c.csv'), kept)).toMatchObject({ kind: 'asked' })
    }
  })
  it('is told by rows that both hold', () => {
    const later = fileOf([...checking.slice(1), ...nextChecking], null, 'w1.csv')
    expect(whoseFile(later, both(false))).toEqual({ kind: 'told', account: '', is_certain: true })
  })
  it('goes nowhere by chance alone: one row that an account happens to share is asked about', () => {
    const chance = fileOf([row('2026-11-29', -2_240, 'Lidl'), ...nextChecking], null, 'w1.csv')
    expect(whoseFile(chance, keepIn(both(false), '#3', fileOf(visa, null, 'c.csv')))).toMatchObject({ kind: 'asked' })
  })
})

/** Months of two accounts that are spent from at the same places, of which no file tells a balance and no two know a common day. */
const placesAlike = fc
  .record({
    payees: fc.uniqueArray(fc.constantFrom('Rewe', 'Lidl', 'Aral', 'Cash', 'Edeka', 'Gym'), { minLength: 1 }),
    amounts: fc.infiniteStream(fc.integer({ min: 1, max: 400_000 })),
    counts: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })),
  })
  .map(({ payees, amounts, counts }) =>
    counts.map((count, month) =>
      Array.from({ length: count }, (_, nth) =>
        row(`2026-${10 + month}-${String(2 + nth).padStart(2, '0')}`, -(amounts.next().value as number), payees[nth % payees.length]!),
      ),
    ),
  )

describe('the first file of a second account', () => {
  it('is asked about where nothing but the places is the same, and is not added to the first one', () => {
    fc.assert(
      fc.property(placesAlike, ([first, second]) => {
        const of_one = keepIn([], '', fileOf(first!, null, 'export.csv'))
        expect(whoseFile(fileOf(second!, null, 'export (1).csv'), of_one)).toMatchObject({ kind: 'asked', may_be: [''], as_new: '#2' })
      }),
      { numRuns: seeded(60) },
    )
  })
})

describe('the next file where one account is kept', () => {
  const kept = keepIn([], '', fileOf(checking, null, 'checking.csv'))
  it('goes on with it, by what is paid there again', () => {
    expect(whoseFile(fileOf(nextChecking, null, 'checking-2026-12.csv'), kept)).toMatchObject({ kind: 'told', account: '' })
  })
  it('is asked about where others are paid, its name is another one, or another file beside it went there', () => {
    expect(whoseFile(fileOf(nextVisa, null, 'checking (1).csv'), kept)).toMatchObject({ kind: 'asked', proposed: '' })
    expect(whoseFile(fileOf(nextChecking, null, 'visa.csv'), kept)).toMatchObject({ kind: 'asked', proposed: null })
    expect(whoseFile(fileOf(nextChecking, null, 'checking.csv'), kept, new Set(['']))).toMatchObject({ kind: 'asked' })
  })
})

it('a name is the same without what changes from download to download', () => {
  for (const name of ['checking.csv', 'checking (1).csv', 'Checking_2026-12-01.CSV', 'checking dec 2026.csv', 'checking-December.csv'])
    expect(nameStem(name)).toBe('checking')
  expect(nameStem('main.csv')).toBe('main')
  expect(nameStem('20261201.csv')).toBe('')
})

interface Household {
  /** By account: rows by week, and what was there before the first. */
  accounts: { weeks: Row[][]; before: number }[]
  isTold: boolean
  /** Weeks as they are dropped, together where they are of one turn. */
  turns: { account: number; week: number }[][]
  /** How many weeks a file goes back over rows that were there before. */
  back: number
}

const day = (week: number, nth: number): string => `2026-${week < 4 ? '01' : '02'}-${String(1 + (week % 4) * 7 + nth).padStart(2, '0')}`
const household: fc.Arbitrary<Household> = fc
  .record({
    weeks: fc.integer({ min: 2, max: 6 }),
    count: fc.integer({ min: 2, max: 3 }),
    isTold: fc.boolean(),
    back: fc.integer({ min: 0, max: 1 }),
    seed: fc.infiniteStream(fc.integer({ min: 1, max: 40_000 })),
    order: fc.infiniteStream(fc.nat()),
    size: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ weeks, count, isTold, back, seed, order, size }) => {
    const next = (): number => seed.next().value as number
    const accounts = Array.from({ length: count }, (_, nth) => ({
      before: next() * (nth === 1 ? -1 : 1),
      weeks: Array.from({ length: weeks }, (_week, week) =>
        Array.from({ length: 2 + (next() % 4) }, () => next() % 7)
          .sort((a, b) => a - b)
          .map((at) => row(day(week, at), next() % 5 === 0 ? next() : -next(), `Shop ${next() % 6}`)),
      ),
    }))
    const files = accounts.flatMap((_, account) => Array.from({ length: weeks }, (_week, week) => ({ account, week })))
    const shuffled = files.map((file) => ({ file, at: order.next().value as number })).sort((a, b) => a.at - b.at)
    const turns: Household['turns'] = []
    for (const { file } of shuffled) {
      const open = turns.at(-1)
      if (open && open.length < size) open.push(file)
      else turns.push([file])
    }
    return { accounts, isTold, back, turns }
  })

/** Drops all files as the Bank page does, the certain ones of a turn first; a person who is asked knows. Counts how often they are. */
function dropAll({ accounts, isTold, back, turns }: Household): { wrong: string[]; asked: number; told: number } {
  let kept: Unnumbered[] = []
  /** By name here, whose it is. */
  const owners = new Map<string, number>()
  const found = { wrong: [] as string[], asked: 0, told: 0 }
  for (const turn of turns) {
    const together = new Set<string>()
    let open = turn.map(({ account, week }) => {
      const { weeks, before } = accounts[account]!
      const from = Math.max(0, week - back)
      const start = before + sum(weeks.slice(0, from).flat())
      return { account, file: fileOf(weeks.slice(from, week + 1).flat(), isTold ? start : null, 'export.csv') }
    })
    while (open.length > 0) {
      const looked = open.map((one) => ({ one, whose: whoseFile(one.file, kept, together) }))
      const next =
        looked.find(({ whose }) => whose.kind === 'told' && whose.is_certain) ??
        looked.find(({ whose }) => whose.kind === 'told') ??
        looked[0]!
      const { one, whose } = next
      const own = [...owners].find(([, owner]) => owner === one.account)?.[0]
      if (whose.kind === 'asked') found.asked += 1
      else found.told += 1
      const account = whose.kind === 'told' ? whose.account : (own ?? whose.as_new)
      if (owners.has(account) && owners.get(account) !== one.account) found.wrong.push(account)
      owners.set(account, owner(owners, account, one.account))
      kept = keepIn(kept, account, one.file)
      together.add(account)
      open = open.filter((other) => other !== one)
    }
  }
  return found
}
const owner = (owners: ReadonlyMap<string, number>, account: string, mine: number): number => owners.get(account) ?? mine

describe('households with several accounts of one bank, their files by week and in any order', () => {
  it('never have one in a wrong account where balances are told', () => {
    fc.assert(
      fc.property(household, (one) => {
        expect(dropAll({ ...one, isTold: true }).wrong).toEqual([])
      }),
      { numRuns: seeded(120) },
    )
  })
  it('are not asked about what the balances tell, where each week follows the last', () => {
    fc.assert(
      fc.property(household, (one) => {
        const weeks = one.accounts[0]!.weeks.map((_, week) => one.accounts.map((_account, account) => ({ account, week })))
        const { wrong, asked } = dropAll({ ...one, isTold: true, turns: weeks })
        expect(wrong).toEqual([])
        // Of the first files alone nothing is known before.
        expect(asked).toBeLessThan(one.accounts.length)
      }),
      { numRuns: seeded(80) },
    )
  })
  it('never have one in a wrong account where none are told and two were known before', () => {
    fc.assert(
      fc.property(household, (one) => {
        const firsts = one.accounts.map((_, account) => ({ account, week: 0 }))
        const rest = one.turns.map((turn) => turn.filter(({ week }) => week > 0)).filter((turn) => turn.length > 0)
        expect(dropAll({ ...one, isTold: false, turns: [firsts, ...rest] }).wrong).toEqual([])
      }),
      { numRuns: seeded(120) },
    )
  })
})
