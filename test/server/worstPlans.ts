/** Plans within all limits that cost as much as can be found: shapes tried at random, then changed bit by bit while that costs more. */
import { addDays } from '../../core/calendar.ts'
import { inOrder, type DateException } from '../../core/schedule/exceptions.ts'
import { limits } from '../../core/limits.ts'
import { newScenario } from '../../core/repository/new-scenario.ts'
import type { Bill, Scenario } from '../../core/scenario.ts'
import type { NewScenario } from '../../core/store.ts'
import { tell, type TextJob } from '../../server/heavy/texts.ts'
import { english } from '../../server/words/words.ts'

export const at = '2026-01-01T00:00:00.000Z'
export const today = '2026-01-01'

/** Every choice there is of a plan's shape, and of what is asked of it. */
const choices = {
  incomes: [0, 1, 20, 100, 200],
  bills: [0, 10, 100, 200, 550, 2_000],
  income_rhythm: ['day', 'week', 'month', 'counted', 'counted_weeks', 'counted_months', 'moved', 'shifted'] as const,
  bill_rhythm: ['day', 'week', 'month', 'counted', 'counted_weeks', 'counted_months', 'moved', 'shifted', 'rare', 'once'] as const,
  rules: [0, 1, 20, 100, 200],
  rules_to: ['savings', 'bill', 'goal', 'account'] as const,
  percents: [true, false],
  own_amounts: [0, 50, limits.exceptions],
  settled: [0, 50, 2_000],
  skipped: [0, 50, 2_000],
  /** Beside the main account; every row goes through them by turns. */
  accounts: [0, 1, 20, limits.accounts],
  account_kind: ['card', 'loan', 'savings'] as const,
  transfers: [0, 20, limits.transfers],
  transfer_rhythm: ['day', 'week', 'month', 'counted', 'counted_weeks', 'counted_months', 'moved'] as const,
  name: ['a', 'A name of thirty characters …', '𝔘'.repeat(120), '"'.repeat(120)],
  days: [30, 100, 366, 730, 1_800, 3_660, 18_000],
  by: ['day', 'month'] as const,
}
export type Shape = { [K in keyof typeof choices]: (typeof choices)[K][number] }

const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)]!
const randomShape = (random: () => number): Shape =>
  Object.fromEntries(Object.entries(choices).map(([name, list]) => [name, pick<unknown>(random, list)])) as Shape
const changed = (random: () => number, shape: Shape): Shape => {
  const name = pick(random, Object.keys(choices)) as keyof Shape
  return { ...shape, [name]: pick<unknown>(random, choices[name]) }
}

const dates = (count: number, from = today): string[] => Array.from({ length: count }, (_, index) => addDays(from, index))
const idOf = (kind: number, index: number): string => `0000000${kind}-0000-4000-8000-${String(index).padStart(12, '0')}`

function scheduleOf(
  rhythm: Shape['bill_rhythm'],
  { own_amounts, skipped, settled }: Pick<Shape, 'own_amounts' | 'skipped' | 'settled'>,
  index: number,
): Pick<Bill, 'due_date' | 'schedule' | 'exceptions'> {
  const said: Record<string, DateException> = {}
  dates(own_amounts).forEach((date, nth) => (said[date] = { amount_cents: 1_000 + index * 2_000 + nth }))
  for (const date of dates(settled, '2026-02-01')) said[date] = { ...said[date], rest: 'dropped' }
  for (const date of dates(skipped, '2031-01-01')) said[date] = { ...said[date], skipped: true }
  const exceptions = inOrder(said)
  switch (rhythm) {
    case 'once':
      return { due_date: addDays(today, index % 300), schedule: null, exceptions }
    case 'counted':
      return { due_date: '1000-01-01', schedule: { every: 1, unit: 'day', count: 20_000 }, exceptions }
    case 'counted_weeks':
      return {
        due_date: '1000-01-01',
        schedule: { every: 1, unit: 'week', on: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], count: 20_000 },
        exceptions,
      }
    case 'counted_months':
      return { due_date: '1000-01-01', schedule: { every: 1, unit: 'month', on: [1, 2, 15, 16, -1], count: 20_000 }, exceptions }
    case 'rare':
      return { due_date: '1000-02-01', schedule: { every: 12, unit: 'month', on: ['5MO'], until: '9999-01-01' }, exceptions }
    case 'moved':
      return {
        due_date: today,
        schedule: { every: 1, unit: 'day' },
        exceptions: Object.fromEntries(dates(limits.exceptions).map((date) => [date, { moved_to: '2026-01-20' }])),
      }
    case 'shifted':
      return { due_date: '2026-01-15', schedule: { every: 1, unit: 'month', on: [1, 15, -1], shift: 'before' }, exceptions }
    default:
      return { due_date: addDays(today, rhythm === 'day' ? 0 : index % 28), schedule: { every: 1, unit: rhythm }, exceptions }
  }
}

const accountOf = (index: number, count: number): string | null =>
  count === 0 || index % (count + 1) === count ? null : idOf(5, index % (count + 1))

function accountsOf({ accounts, account_kind, name }: Shape): NewScenario['accounts'] {
  const { exceptions } = scheduleOf('day', { own_amounts: 50, settled: 50, skipped: 0 }, 0)
  const card = {
    closing_day: 31,
    due_day: 30,
    shift: 'after' as const,
    paid_from_account_id: null,
    pays: 'minimum' as const,
    minimum_percent: 3,
    minimum_cents: 2_500,
    fixed_cents: 0,
    statement_cents: null,
  }
  return Array.from({ length: accounts }, (_, index) => ({
    id: idOf(5, index),
    name: `${name.slice(0, 100)} ${index}`,
    kind: account_kind,
    balance_cents: account_kind === 'savings' ? 900_000_000 : -900_000_000,
    floor_cents: -1_000_000_000,
    interest: { rate_basis_points: 1_999 },
    card: account_kind === 'card' ? card : null,
    ...(account_kind === 'card' ? { exceptions } : {}),
  }))
}

const most_bytes = 1_700_000

/** What is sent to make it. As many rows as a body takes. */
export function planOf(shape: Shape): NewScenario & { name: string } {
  const row = (rhythm: Shape['bill_rhythm'], kind: number, index: number) => ({
    id: idOf(kind, index),
    name: shape.name,
    category: shape.name.slice(0, 80),
    amount_cents: 1_000 + index,
    ...scheduleOf(rhythm, shape, index),
  })
  const placed = (index: number) => ({ account_id: accountOf(index, shape.accounts) })
  // What accounts take of a body is a small part of it.
  const fitting = (count: number, rhythm: Shape['bill_rhythm'], share: number) =>
    Math.min(count, Math.floor((most_bytes * share) / (Buffer.byteLength(JSON.stringify(row(rhythm, 1, 0))) + 250)))
  const incomes = Array.from({ length: fitting(shape.incomes, shape.income_rhythm, shape.accounts === 0 ? 0.4 : 0.2) }, (_, index) => ({
    ...row(shape.income_rhythm, 2, index),
    ...placed(index),
  }))
  const bills = Array.from({ length: fitting(shape.bills, shape.bill_rhythm, 0.5) }, (_, index) => ({
    ...row(shape.bill_rhythm, 1, index),
    amount_low_cents: 500,
    amount_high_cents: 90_000,
    ...placed(index),
  }))
  const transfers = Array.from({ length: shape.accounts === 0 ? 0 : fitting(shape.transfers, shape.transfer_rhythm, 0.2) }, (_, index) => ({
    ...row(shape.transfer_rhythm, 6, index),
    from_account_id: null,
    to_account_id: idOf(5, index % shape.accounts),
  }))
  const goals = Array.from({ length: shape.rules_to === 'goal' ? 100 : 0 }, (_, index) => ({
    id: idOf(4, index),
    name: `Goal ${index}`,
    target_cents: 900_000_000_000,
  }))
  const targetOf = (index: number): string =>
    shape.rules_to === 'account' && shape.accounts > 0
      ? `account:${idOf(5, index % shape.accounts)}`
      : shape.rules_to === 'goal'
        ? `goal:Goal ${index % 100}`
        : shape.rules_to === 'bill' && bills.length > 0
          ? `bill:${idOf(1, index % bills.length)}`
          : `savings:Jar ${index}`
  const allocations = Array.from({ length: shape.rules }, (_, index) => ({
    id: idOf(3, index),
    target: targetOf(index),
    base: 'income' as const,
    ...(shape.percents && index < 100 ? { kind: 'percent' as const, value: 1 } : { kind: 'fixed' as const, value: 1 }),
  }))
  return {
    name: 'The worst',
    start_date: today,
    planning_balance_cents: 1_000_000_000,
    bills,
    incomes,
    allocations,
    goals,
    accounts: accountsOf(shape),
    transfers,
  }
}

export interface Found {
  shape: Shape
  ms: number
  told: 'answered' | 'refused'
}

export type TextKind = 'projection' | 'comparison' | 'csv' | 'hledger' | 'ics' | 'merge_preview'
export const textKinds: readonly TextKind[] = ['projection', 'comparison', 'csv', 'hledger', 'ics', 'merge_preview']

export function jobOf(kind: TextKind, scenario: Scenario, shape: Shape): TextJob {
  const until = addDays(today, shape.days)
  switch (kind) {
    case 'projection':
      return { job: 'projection', scenario, today, until, by: shape.by, from: null }
    case 'comparison':
      return {
        job: 'comparison',
        scenarios: [0, 1, 2, 3].map((nth) => ({
          ...scenario,
          bills: scenario.bills.map((bill) => ({ ...bill, amount_cents: bill.amount_cents + nth })),
        })),
        known: [scenario],
        today,
        until,
      }
    case 'merge_preview': {
      const side = (nth: number): Scenario => ({
        ...scenario,
        bills: scenario.bills
          .map((bill, index) => ({ ...bill, name: `${nth}`, amount_cents: nth, position: index }))
          .sort((a, b) => (a.id < b.id ? -nth : nth)),
      })
      return { job: 'merge_preview', base: scenario, from: side(1), into: side(-1), request: { from: scenario.id } }
    }
    default:
      return { job: 'export', scenario, format: kind, today, until, at }
  }
}

/** Looks for what takes longest here, for so many tries or so long; of the same seed the same shapes are tried first. */
export function worstOf(kind: TextKind, random: () => number, tries: number, longest_ms: number): Found {
  let worst: Found = { shape: randomShape(random), ms: -1, told: 'refused' }
  const end = performance.now() + longest_ms
  for (let attempt = 0; attempt < tries && performance.now() < end; attempt += 1) {
    const shape = attempt < tries / 3 ? randomShape(random) : changed(random, worst.shape)
    const made = newScenario(planOf(shape), { today, at, newId: () => idOf(9, 0) })
    if (!made.ok) continue
    const started = performance.now()
    const told = tell(jobOf(kind, made.scenario, shape), english)
    if (told.ok) Array.from(told.pieces, (piece) => piece.length)
    const ms = performance.now() - started
    if (ms > worst.ms) worst = { shape, ms, told: told.ok ? 'answered' : 'refused' }
  }
  return worst
}

/** Large in every way that reading and writing sees: shapes that fill a plan up to its limit. */
export const largeShapes: readonly Shape[] = [
  {
    incomes: 200,
    bills: 2_000,
    income_rhythm: 'month',
    bill_rhythm: 'month',
    rules: 200,
    rules_to: 'bill',
    percents: true,
    own_amounts: 0,
    settled: 0,
    skipped: 0,
    accounts: 0,
    account_kind: 'card',
    transfers: 0,
    transfer_rhythm: 'month',
    name: 'A name of thirty characters …',
    days: 366,
    by: 'month',
  },
  {
    incomes: 20,
    bills: 2_000,
    income_rhythm: 'moved',
    bill_rhythm: 'day',
    rules: 200,
    rules_to: 'savings',
    percents: true,
    own_amounts: limits.exceptions,
    settled: 50,
    skipped: 2_000,
    accounts: 0,
    account_kind: 'card',
    transfers: 0,
    transfer_rhythm: 'month',
    name: '𝔘'.repeat(120),
    days: 366,
    by: 'month',
  },
  {
    incomes: 20,
    bills: 550,
    income_rhythm: 'week',
    bill_rhythm: 'month',
    rules: 200,
    rules_to: 'account',
    percents: true,
    own_amounts: 0,
    settled: 0,
    skipped: 0,
    accounts: limits.accounts,
    account_kind: 'card',
    transfers: limits.transfers,
    transfer_rhythm: 'day',
    name: 'A name of thirty characters …',
    days: 3_660,
    by: 'month',
  },
]
