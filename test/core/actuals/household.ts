/** A household as its bank has it: what its plan knows, every transaction of some months, and which of them is whose. */
import { chanceOf, type Chance } from '../../../bench/prediction/seeded.ts'
import { dateKey } from '../../../core/actuals/plan-dates.ts'
import { addDays, dateOf, dayOf, weekdayOf } from '../../../core/calendar.ts'
import { applyEdit } from '../../../core/edit/edit.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { emptyScenario, type Bill, type Scenario } from '../../../core/scenario.ts'
import { occurrences } from '../../../core/schedule/schedule.ts'
import { at } from '../arbitraries.ts'
import { idOf, rowsOf, type RowKind } from './householdRows.ts'
import { everydayOf } from './householdEveryday.ts'

export interface Household {
  /** As it is on the day it begins. */
  plan: Scenario
  /** On all accounts, by day. */
  transactions: AccountTransaction[]
  /** By transaction, the date that it is of (`dateKey`); those of no date are not here. */
  dateOf: Map<string, string>
  /** By transaction, what it can't be told from: the other payment of a date that was paid twice. */
  twinOf: Map<string, string>
  /** By transaction, the other leg of a transfer. */
  legOf: Map<string, string>
  /** Dates that are never paid, and the day after which everybody knows. */
  missed: Set<string>
  start_date: string
  end_date: string
  accounts: Record<string, string | null>
}

export const household_days = 150
const days_before = 35

export interface Written {
  add: (given: Omit<AccountTransaction, 'id' | 'memo'>) => string
}

export function household(seed: number): Household {
  const chance = chanceOf(seed)
  const start_date = dateOf(dayOf('2024-01-01')! + chance.whole(0, 900))
  const end_date = addDays(start_date, household_days)
  const kinds = rowsOf(chance, start_date)
  const found: Household = {
    plan: planOf(kinds, start_date),
    transactions: [],
    dateOf: new Map(),
    twinOf: new Map(),
    legOf: new Map(),
    missed: new Set(),
    start_date,
    end_date,
    accounts: { CHECKING: null },
  }
  let count = 0
  const written: Written = {
    add: (given) => {
      const id = `t${String((count += 1)).padStart(5, '0')}`
      found.transactions.push({ id, memo: '', ...given })
      return id
    },
  }
  for (const kind of kinds) payDates(found, written, kind, chance)
  everydayOf(found, written, chance, addDays(start_date, -days_before))
  // Ids as a bank's file gives them say nothing of the order in which they were made here.
  const names = new Map(found.transactions.map(({ id }) => [id, `${Math.floor(chance.next() * 1e9).toString(36)}-${id}`]))
  const renamed = (map: Map<string, string>): Map<string, string> =>
    new Map([...map].map(([id, other]) => [names.get(id)!, names.get(other) ?? other]))
  const transactions = found.transactions
    .map((one) => ({ ...one, id: names.get(one.id)! }))
    .sort((a, b) => (a.date !== b.date ? (a.date < b.date ? -1 : 1) : a.id < b.id ? -1 : 1))
  return { ...found, transactions, dateOf: renamed(found.dateOf), twinOf: renamed(found.twinOf), legOf: renamed(found.legOf) }
}

function planOf(kinds: readonly RowKind[], start_date: string): Scenario {
  const empty = emptyScenario(
    { id: 'aaaaaaaa-0000-4000-8000-000000000000', name: 'Household', planning_balance_cents: 250_000 },
    start_date,
    at,
  )
  const rowOf = ({ row }: RowKind) => row
  const bills = kinds.filter(({ collection }) => collection === 'bills').map(rowOf)
  const incomes = kinds.filter(({ collection }) => collection === 'incomes').map(rowOf)
  const rent = bills[0]!
  const allocations = [
    { id: idOf(201), target: `bill:${rent.id}`, kind: 'percent' as const, value: 20, base: 'income' as const },
    { id: idOf(202), target: 'savings:Rainy day', kind: 'fixed' as const, value: 5_000, base: 'income' as const },
  ]
  const applied = applyEdit(empty, { type: 'put_lists', bills, incomes, allocations }, at)
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
  return applied.scenario
}

/** What becomes of each date of a row. */
function payDates(found: Household, written: Written, kind: RowKind, chance: Chance): void {
  const row = [...found.plan.bills, ...found.plan.incomes].find(({ id }) => id === kind.row.id) as Bill
  const sign = kind.collection === 'bills' ? -1 : 1
  const isOften = kind.gap_days <= 10
  let level = row.amount_cents
  for (const { date, nominal_date } of occurrences({ ...row, changes: [] }, addDays(found.start_date, -days_before), found.end_date)) {
    const key = dateKey({ collection: kind.collection, id: row.id }, nominal_date)
    if (!kind.varies && chance.happens(0.007)) level = Math.round(level * chance.between(1.02, 1.12))
    const amount = Math.max(100, kind.varies ? kind.varies(chance, level) : level)
    const text = chance.happens(0.006) ? chance.oneOf(otherNames) : kind.text(chance)
    const pay = (day: number, cents: number, of: string | null = key): string => {
      const id = written.add({ account: 'CHECKING', date: dateOf(day), amount_cents: sign * cents, payee: text })
      if (of !== null) found.dateOf.set(id, of)
      if (kind.leg && of !== null)
        found.legOf.set(
          id,
          written.add({
            account: kind.leg,
            date: dateOf(day + chance.whole(0, 3)),
            amount_cents: -sign * cents,
            payee: kind.leg === 'CARD' ? 'PAYMENT THANK YOU' : 'TRANSFER FROM CHECKING',
          }),
        )
      return id
    }
    const day = bankDay(dayOf(date)! + daysLate(chance, isOften), chance)
    const fate = chance.next()
    if (fate < 0.02) found.missed.add(key)
    else if (fate < 0.05 && !kind.leg && amount > 2_000) inParts(chance, amount, isOften ? 1 : 3, (after, cents) => pay(day + after, cents))
    else if (fate < 0.06 && !kind.leg && !isOften) {
      const half = Math.round(amount * chance.between(0.4, 0.6))
      pay(day, half)
      pay(day + chance.whole(5, 12), amount - half)
    } else if (fate < 0.075 && !kind.leg)
      twice(
        found,
        chance,
        day,
        (on, of) => pay(on, amount, of),
        key,
        (on) => written.add({ account: 'CHECKING', date: dateOf(on), amount_cents: -sign * amount, payee: text }),
      )
    else if (fate < 0.085 && kind.collection === 'bills' && !kind.leg) {
      pay(day, amount)
      found.dateOf.set(
        written.add({
          account: 'CHECKING',
          date: dateOf(day + chance.whole(1, 20)),
          amount_cents: Math.round(amount * chance.between(0.05, 0.6)),
          payee: text,
        }),
        key,
      )
    } else pay(day, amount)
  }
}

const otherNames = ['PAYPAL *MERCHANT 4029357733', 'KLARNA *CHECKOUT 88210', 'ADYEN NV 220019 AMSTERDAM', 'STRIPE PAYMENTS 00019922']

/** Two or three parts within a few days. */
function inParts(chance: Chance, amount: number, days: number, pay: (after: number, cents: number) => void): void {
  const count = chance.happens(0.75) ? 2 : 3
  let left = amount
  for (let part = count; part > 1; part -= 1) {
    const cents = Math.max(1, Math.round((left / part) * chance.between(0.6, 1.3)))
    pay(chance.whole(0, days), cents)
    left -= cents
  }
  pay(chance.whole(0, days), left)
}

/** The same again by mistake; half of the times it comes back. */
function twice(
  found: Household,
  chance: Chance,
  day: number,
  pay: (day: number, of: string | null) => string,
  key: string,
  back: (day: number) => void,
): void {
  const again = day + chance.whole(0, 2)
  const [first, second] = [pay(day, key), pay(again, null)]
  found.twinOf.set(first, second).set(second, first)
  if (chance.happens(0.5)) back(again + chance.whole(2, 14))
}

function daysLate(chance: Chance, isOften: boolean): number {
  const fate = chance.next()
  if (fate < 0.72) return 0
  if (fate < 0.79) return -(isOften ? 1 : chance.whole(1, 4))
  if (fate < 0.99) return isOften ? chance.whole(1, 4) : chance.whole(1, 8)
  return isOften ? chance.whole(4, 6) : chance.whole(9, 20)
}

/** Banks book on workdays, mostly. */
function bankDay(day: number, chance: Chance): number {
  const weekday = weekdayOf(day)
  return weekday < 5 || chance.happens(0.4) ? day : day + 7 - weekday
}
