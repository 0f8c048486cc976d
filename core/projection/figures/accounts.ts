/** Figures: the accounts beside the main one, each with its lowest point, its end, what is owed and what interest comes to. */
import { dateOf, dayOf } from '../../calendar.ts'
import { sumOf } from '../../money/money.ts'
import type { Account } from '../../scenario.ts'
import type { CardPayment } from '../account-money.ts'
import { isDebt } from '../account-places.ts'
import type { Simulated } from '../simulated.ts'
import type { AccountDay, AccountFigures } from './figure.ts'
import { watchedDays } from './lowest-point.ts'

/** What is on an account at the end of each day that was counted; null: there is no such account beside the main one. */
export function accountByDay(
  { setup, simulation, counted }: Pick<Simulated, 'setup' | 'simulation' | 'counted'>,
  id: string,
): Float64Array | null {
  const { accounts } = setup.places
  const nth = accounts.findIndex((account) => account.id === id)
  if (nth < 0) return null
  return simulation.accounts!.tables[nth]!.subarray(0, counted)
}

/** What is on all accounts together at the end of each day, pots and all, less what is owed. */
export function togetherByDay(projection: Pick<Simulated, 'setup' | 'simulation' | 'counted'>): Float64Array {
  const { setup, simulation, counted } = projection
  const sums = simulation.total_cents.slice(0, counted)
  for (const { id } of setup.places.accounts) {
    const cents = accountByDay(projection, id)!
    for (let day = 0; day < counted; day += 1) sums[day]! += cents[day]!
  }
  return sums
}

export function readAccounts(simulated: Simulated): AccountFigures[] {
  const { setup, simulation, now, start_day, day_count } = simulated
  const { accounts } = setup.places
  return accounts.map((account, nth) => {
    const { id, name, kind } = account
    const { tables, payments, interest } = simulation.accounts!
    const table = tables[nth]!
    const centsOn = (day: number): number => table[day]!
    const at = (day: number): AccountDay => ({ date: dateOf(start_day + day), cents: centsOn(day) })
    const below = firstBelow(simulated, account, centsOn)
    const next = payments[nth]!.find(({ day }) => day >= now)
    let lowest = now
    for (let day = now + 1; day < watchedDays(simulated); day += 1) if (centsOn(day) < centsOn(lowest)) lowest = day
    return {
      id,
      name,
      kind,
      now_cents: centsOn(now),
      end_cents: centsOn(day_count - 1),
      lowest: at(lowest),
      first_below_floor: below < 0 ? null : at(below),
      paid_off_on: isDebt(account) ? paidOffOn(simulated, account.balance_cents < 0, centsOn) : null,
      interest_cents: sumOf(interest[nth]!.cents),
      next_payment: next ? nextPayment(start_day, next) : null,
    }
  })
}

function firstBelow({ now, counted }: Simulated, { floor_cents }: Account, centsOn: (day: number) => number): number {
  if (floor_cents === null) return -1
  for (let day = now; day < counted; day += 1) if (centsOn(day) < floor_cents) return day
  return -1
}

/**
 * Of a debt the day after the last on which anything is owed; the first day where what was owed before it (`isOwed`) is paid then. Null: it
 * is owed to the end, or never was.
 */
export function paidOffOn(
  { counted, start_day }: Pick<Simulated, 'counted' | 'start_day'>,
  isOwed: boolean,
  centsOn: (day: number) => number,
): string | null {
  let last = counted - 1
  while (last >= 0 && centsOn(last) >= 0) last -= 1
  return last === counted - 1 || (last < 0 && !isOwed) ? null : dateOf(start_day + last + 1)
}

function nextPayment(start_day: number, { day, scheduled_day, closing_day, cents }: CardPayment): AccountFigures['next_payment'] {
  return {
    date: dateOf(start_day + day),
    nominal_date: dateOf(scheduled_day),
    amount_cents: cents,
    statement_closed_on: dateOf(closing_day),
  }
}

/** What an account bears of interest, or brings, from a day to before another, as far as was counted; null: there is no such account. */
export function interestBetween(
  { setup, simulation, start_day }: Pick<Simulated, 'setup' | 'simulation' | 'start_day'>,
  id: string,
  from: string,
  until: string,
): number | null {
  const nth = setup.places.accounts.findIndex((account) => account.id === id)
  if (nth < 0) return null
  const { days, cents } = simulation.accounts!.interest[nth]!
  const [first, end] = [from, until].map((date) => dayOf(date)! - start_day) as [number, number]
  return sumOf(cents.filter((_, index) => days[index]! >= first && days[index]! < end))
}
