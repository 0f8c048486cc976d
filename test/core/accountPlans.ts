/** Random sound scenarios with accounts: cards, loans and savings, transfers between them, and what is charged to them. */
import fc from 'fast-check'
import type { Card } from '../../core/accounts/account.ts'
import type { Exceptions } from '../../core/schedule/exceptions.ts'
import { rowDefaults, type Account, type Allocation, type Bill, type Income, type Scenario, type Transfer } from '../../core/scenario.ts'
import { anyPlan, at, idOf } from './projectionPlans.ts'

const head = (kind: number, position: number) => ({ id: idOf(kind, position), position, created_at: at, updated_at: at })
export const accountId = (nth: number): string => idOf(5, nth)

/** A card that closes on the 3rd, is due on the 20th and is paid in full from the main account, but for what is said. */
export const cardOf = (fields: Partial<Card> = {}): Card => ({
  closing_day: 3,
  due_day: 20,
  shift: null,
  paid_from_account_id: null,
  pays: 'statement',
  minimum_percent: 0,
  minimum_cents: 0,
  fixed_cents: 0,
  statement_cents: null,
  ...fields,
})
export const accountOf = (nth: number, kind: Account['kind'], balance_cents: number, fields: Partial<Account> = {}): Account => ({
  ...head(5, nth),
  name: `${kind} ${nth}`,
  kind,
  balance_cents,
  floor_cents: null,
  interest: null,
  card: null,
  exceptions: {},
  ...fields,
})
/** 10.00, once, when and between which accounts the fields say. */
export const transferOf = (nth: number, fields: Partial<Transfer>): Transfer => ({
  ...(rowDefaults.transfers as Transfer),
  ...head(6, nth),
  name: `Transfer ${nth}`,
  amount_cents: 1_000,
  ...fields,
})

const day = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 31 }) }, { weight: 1, arbitrary: fc.constantFrom(28, 29, 30, 31) })
const cents = fc.integer({ min: 0, max: 300_000 })
const card = fc.record({
  closing_day: day,
  due_day: day,
  shift: fc.constantFrom(null, 'before' as const, 'after' as const),
  pays: fc.constantFrom('statement' as const, 'statement' as const, 'minimum' as const, 'fixed' as const),
  minimum_percent: fc.constantFrom(0, 2, 5, 100),
  minimum_cents: fc.constantFrom(0, 2_500, 10_000),
  fixed_cents: fc.constantFrom(0, 5_000, 40_000),
  statement_cents: fc.option(cents),
})
const kind = fc.constantFrom('checking' as const, 'savings' as const, 'cash' as const, 'card' as const, 'card' as const, 'loan' as const)
const accrued = fc.record({
  on: fc.constantFrom('2026-01-01', '2026-01-01', '2025-12-31'),
  cent_days: fc.integer({ min: 0, max: 9_000_000 }),
  carried_cents: cents,
  booked_on: fc.constantFrom(null, '2025-10-07', '2025-12-31', '2026-01-01', '2026-01-31'),
})
const rate = fc.option(
  fc.record(
    { rate_basis_points: fc.constantFrom(0, 1, 125, 450, 1_899, 3_000), accrued },
    { requiredKeys: ['rate_basis_points'], noNullPrototype: true },
  ),
  { freq: 2 },
)
const drawn = fc.record({
  kind,
  rate,
  card,
  hasCard: fc.integer({ min: 0, max: 4 }),
  paid_from: fc.nat(9),
  owes: cents,
  floor_cents: fc.option(fc.integer({ min: -300_000, max: 0 })),
  /** Months from the start whose payment is otherwise, and how. */
  said: fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.constantFrom<'skipped' | 'settled' | 'amount' | 'moved'>('skipped', 'settled', 'amount', 'moved'),
      fc.integer({ min: -20, max: 40 }),
    ),
    { maxLength: 4 },
  ),
})

/** The due date by the rule of a month from the start on. */
function dueIn({ due_day }: Pick<Card, 'due_day'>, month: number): string {
  const [year, nth] = [2026 + Math.floor(month / 12), (month % 12) + 1]
  const last = new Date(Date.UTC(year, nth, 0)).getUTCDate()
  return `${year}-${String(nth).padStart(2, '0')}-${String(Math.min(due_day, last)).padStart(2, '0')}`
}
const off = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const accounts: fc.Arbitrary<Account[]> = fc.array(drawn, { minLength: 1, maxLength: 4 }).map((list) =>
  list.map((one, position): Account => {
    const isDebt = one.kind === 'card' || one.kind === 'loan'
    const others = list.map((_, nth) => accountId(nth)).filter((_, nth) => nth !== position)
    const exceptions: Record<string, Exceptions[string]> = {}
    for (const [month, what, days] of one.said) {
      const date = dueIn(one.card, month)
      exceptions[date] = {
        skipped: { skipped: true as const },
        settled: { rest: 'dropped' as const },
        amount: { amount_cents: Math.abs(days) * 1_000 },
        moved: { moved_to: off(date, days) },
      }[what]
    }
    const hasCard = one.kind === 'card' && one.hasCard > 0
    return {
      ...head(5, position),
      name: `${one.kind} ${position}`,
      kind: one.kind,
      balance_cents: isDebt ? 0 - one.owes : one.owes,
      floor_cents: one.floor_cents,
      interest: one.kind === 'cash' ? null : one.rate,
      card: hasCard ? { ...one.card, paid_from_account_id: others[one.paid_from % (others.length + 1)] ?? null } : null,
      exceptions: hasCard ? exceptions : {},
    }
  }),
)

/** Transfers are made of a plan's own rows, so that they have every kind of rule; what is left of them is charged to any account. */
export const anyAccountsPlan: fc.Arbitrary<Scenario> = fc
  .record({
    plan: anyPlan,
    more: anyPlan,
    own: accounts,
    picks: fc.array(fc.nat(99), { minLength: 60, maxLength: 60 }),
    rules: fc.array(
      fc.record({
        which: fc.nat(9),
        base: fc.constantFrom('balance' as const, 'income' as const),
        value: fc.integer({ min: 0, max: 90_000 }),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ plan, more, own, picks, rules }) => {
    let next = 0
    const pick = (): number => picks[next++ % picks.length]!
    const some = (): string | null => (pick() % 2 === 0 ? null : own[pick() % own.length]!.id)
    const transfers = [...more.bills, ...more.incomes]
      .slice(0, 6)
      .flatMap(({ account_id: _account, spread: _spread, ...row }: Bill | (Income & { spread?: never }), position): Transfer[] => {
        const places = [null, ...own.map(({ id }) => id)]
        const from = places[pick() % places.length]!
        const others = places.filter((place) => place !== from)
        return [
          {
            ...row,
            ...head(6, position),
            name: `Transfer ${position}`,
            amount_cents: Math.min(row.amount_cents, 500_000),
            from_account_id: from,
            to_account_id: others[pick() % others.length]!,
          },
        ]
      })
    const allocations = rules.map(({ which, base, value }, nth): Allocation => ({
      ...head(7, nth),
      position: plan.allocations.length + nth,
      target: `account:${own[which % own.length]!.id}`,
      kind: 'fixed',
      value,
      base,
      keeps_filling: false,
    }))
    return {
      ...plan,
      // Amounts that grow with interest for five years and stay exact.
      bills: plan.bills.map((row) => ({ ...row, amount_cents: Math.min(row.amount_cents, 900_000), account_id: some() })),
      incomes: plan.incomes.map((row) => ({
        ...row,
        amount_cents: Math.min(row.amount_cents, 900_000),
        account_id: pick() % 3 === 0 ? some() : null,
      })),
      allocations: [...allocations.slice(0, 1), ...plan.allocations, ...allocations.slice(1)],
      accounts: own,
      transfers,
    }
  })

/** What a person does to such a plan, drawn: to which row, what, and how much. */
export const anyAccountEdit = fc.record({
  what: fc.constantFrom(
    'bill',
    'income',
    'transfer',
    'account',
    'moved',
    'allocation',
    'gone',
    'added',
    'balance',
    'pot',
    'date',
    'account gone',
    'account added',
  ),
  at: fc.nat(30),
  cents: fc.integer({ min: 0, max: 90_000 }),
})

/** The plan after it; rows that it does not touch stay the same objects. */
export function withAccountEdit(plan: Scenario, { what, at: nth, cents }: { what: string; at: number; cents: number }): Scenario {
  const changed = <R>(list: R[], change: (row: R) => R): R[] =>
    list.length === 0 ? list : list.with(nth % list.length, change(list[nth % list.length]!))
  const without = <R>(list: R[]): R[] => (list.length === 0 ? list : list.toSpliced(nth % list.length, 1))
  const place = [null, ...plan.accounts.map(({ id }) => id)][cents % (plan.accounts.length + 1)]!
  const date = off('2026-01-01', cents % 500)
  switch (what) {
    case 'bill':
      return { ...plan, bills: changed(plan.bills, (row) => ({ ...row, amount_cents: cents })) }
    case 'income':
      return { ...plan, incomes: changed(plan.incomes, (row) => ({ ...row, amount_cents: cents })) }
    case 'transfer':
      return { ...plan, transfers: changed(plan.transfers, (row) => ({ ...row, amount_cents: cents })) }
    case 'account':
      return { ...plan, accounts: changed(plan.accounts, (row) => ({ ...row, balance_cents: row.balance_cents - cents })) }
    case 'moved':
      return { ...plan, bills: changed(plan.bills, (row) => ({ ...row, account_id: place })) }
    case 'allocation':
      return { ...plan, allocations: changed(plan.allocations, (row) => (row.kind === 'fixed' ? { ...row, value: cents } : row)) }
    case 'gone':
      return { ...plan, transfers: without(plan.transfers) }
    case 'added':
      return {
        ...plan,
        bills:
          plan.bills.length === 0
            ? []
            : plan.bills.toSpliced(nth % plan.bills.length, 0, {
                ...plan.bills[0]!,
                id: idOf(8, nth),
                amount_cents: cents,
                account_id: place,
              }),
      }
    case 'balance':
      return { ...plan, planning_balance_cents: cents }
    case 'pot':
      return { ...plan, opening_pots: [{ target: 'savings:Kept', amount_cents: cents }] }
    case 'date':
      return { ...plan, incomes: changed(plan.incomes, (row) => ({ ...row, due_date: date, exceptions: {}, changes: [] })) }
    case 'account gone':
      return withoutAccount(plan, plan.accounts[nth % plan.accounts.length]?.id ?? '')
    default:
      return plan.accounts.length === 0
        ? plan
        : {
            ...plan,
            accounts: [
              { ...plan.accounts[0]!, id: idOf(9, nth), name: `Another ${nth}` },
              ...plan.accounts.filter(({ id }) => id !== idOf(9, nth)),
            ],
          }
  }
}

function withoutAccount(plan: Scenario, id: string): Scenario {
  const onMain = <R extends { account_id: string | null }>(row: R): R => (row.account_id === id ? { ...row, account_id: null } : row)
  return {
    ...plan,
    bills: plan.bills.map(onMain),
    incomes: plan.incomes.map(onMain),
    accounts: plan.accounts
      .filter((row) => row.id !== id)
      .map((row) => (row.card?.paid_from_account_id === id ? { ...row, card: { ...row.card, paid_from_account_id: null } } : row)),
    transfers: plan.transfers.filter((row) => row.from_account_id !== id && row.to_account_id !== id),
    allocations: plan.allocations.filter(({ target }) => target !== `account:${id}`),
  }
}
