import { describe, expect, test } from 'vitest'
import { rowDefaults, type Account, type Bill } from '../../core/scenario.ts'
import { categoriesOf, filtered, sheetGroups, type Sort } from '../../web/components/sheet/sheetOrder.ts'

const at = '2026-01-01T00:00:00.000Z'
const bill = (n: number, fields: Partial<Bill> = {}): Bill => ({
  ...(rowDefaults.bills as Bill),
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  name: `Bill ${n}`,
  amount_cents: n,
  position: n,
  created_at: at,
  updated_at: at,
  ...fields,
})
const byDate: Sort = { key: 'due_date', direction: 1 }
const today = '2026-01-10'
const order = (rows: Bill[], sort = byDate, held: Bill | null = null): Record<string, string[]> => {
  const groups = sheetGroups(rows, sort, held, today, [])
  return {
    ahead: groups.ahead.map(({ name }) => name),
    undated: groups.undated.map(({ name }) => name),
    over: groups.over.map(({ name }) => name),
  }
}

describe('the order of a sheet', () => {
  test('by the next date, not the first one; ties in list order', () => {
    const rows = [
      bill(1, { due_date: '2026-02-01' }),
      bill(2, { due_date: '2025-06-20', schedule: { every: 1, unit: 'month' } }),
      bill(3, { due_date: '2026-02-01' }),
    ]
    expect(order(rows).ahead).toEqual(['Bill 2', 'Bill 1', 'Bill 3'])
  })

  test('those without a date, and those of which nothing more comes, stand apart', () => {
    const rows = [
      bill(1),
      bill(2, { due_date: '2026-01-09' }),
      bill(3, { due_date: '2026-01-10' }),
      bill(4, { due_date: '2026-01-20', exceptions: { '2026-01-20': { rest: 'dropped' } } }),
      bill(5, { due_date: '2025-01-01', schedule: { every: 1, unit: 'month', count: 3 } }),
    ]
    expect(order(rows)).toEqual({ ahead: ['Bill 3'], undated: ['Bill 1'], over: ['Bill 5', 'Bill 2', 'Bill 4'] })
  })

  test('a date that is paid or skipped gives way to the one after it', () => {
    const rows = [
      bill(1, { due_date: '2026-01-11', schedule: { every: 1, unit: 'week' }, exceptions: { '2026-01-11': { rest: 'dropped' } } }),
      bill(2, { due_date: '2026-01-12', schedule: { every: 1, unit: 'week' }, exceptions: { '2026-01-12': { skipped: true } } }),
      bill(3, { due_date: '2026-01-17' }),
    ]
    expect(order(rows).ahead).toEqual(['Bill 3', 'Bill 1', 'Bill 2'])
  })

  test('the row being worked on stays where it was, as it now is', () => {
    const before = bill(1, { due_date: '2026-01-11' })
    const after = { ...before, due_date: null }
    const { ahead, undated } = sheetGroups([after, bill(2, { due_date: '2026-03-01' })], byDate, before, today, [])
    expect(ahead[0]).toBe(after)
    expect(undated).toEqual([])
  })

  test('amounts and names sort either way', () => {
    const rows = [bill(2, { due_date: today, name: 'b' }), bill(10, { due_date: today, name: 'a' })]
    expect(order(rows, { key: 'amount_cents', direction: -1 }).ahead).toEqual(['a', 'b'])
    expect(order(rows, { key: 'name', direction: -1 }).ahead).toEqual(['b', 'a'])
  })
})

describe('the filter', () => {
  const rows = [
    bill(1, { name: 'Rent', category: 'Home' }),
    bill(2, { name: 'Home insurance' }),
    bill(3, { name: 'Gym', category: 'Health' }),
  ]
  const found = (text: string, category: string | null, held: Bill | null = null): string[] =>
    filtered(rows, { text, category }, held, []).map(({ name }) => name)

  test('finds words in names and categories', () => expect(found(' home ', null)).toEqual(['Rent', 'Home insurance']))
  test('finds a category, and those without one', () => {
    expect(found('', 'Home')).toEqual(['Rent'])
    expect(found('', '')).toEqual(['Home insurance'])
  })
  test('finds what is on an account by its name', () => {
    const visa = { ...rowDefaults.accounts, id: 'a', name: 'Visa', kind: 'card', position: 0, created_at: at, updated_at: at } as Account
    expect(
      filtered([bill(1), bill(2, { account_id: 'a' })], { text: 'visa', category: null }, null, [visa]).map(({ name }) => name),
    ).toEqual(['Bill 2'])
  })
  test('keeps the row being worked on', () => expect(found('gym', null, rows[0])).toEqual(['Rent', 'Gym']))
  test('offers each category once', () => expect(categoriesOf([...rows, bill(4, { category: 'Home' })])).toEqual(['Health', 'Home']))
})
