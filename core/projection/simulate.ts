/**
 * The days, one by one. On start_date opening pots are set apart and the balance rules divide the rest; then each day
 * incomes land and are allocated, and bills are paid, in list order: from the bill's own pot first, then from available.
 * This is the one place that moves money. What each payment moves is given (due-amounts.ts), and nothing is read off the days here.
 */
import { allocate } from '../allocation.ts'
import type { Payment, Scenario } from '../scenario.ts'
import type { Calendar } from './dates.ts'
import type { DueAmounts } from './due-amounts.ts'
import { landing } from './landing.ts'
import { layOutAll, layOutSome } from './layout.ts'
import { rulesOn } from './paydays.ts'
import { main, outside, type Place, type Posting } from './posting.ts'
import { potMoney, type PotMoney, type Tell } from './pot-money.ts'
import type { PotRules } from './pots.ts'

export interface SimulationSetup {
  scenario: Scenario
  /** Incomes, then bills. */
  rows: readonly Payment[]
  calendar: Calendar
  amounts: DueAmounts
  pots: PotRules
  /** The place of the first pot. */
  first_pot: Place
  /** Indexes of the days at whose end all pots are noted, ascending. */
  noted_days: readonly number[]
  /** Indexes of the days that end a month, ascending. */
  month_ends: readonly number[]
}

/** What is summed since start_date. */
export const sumNames = ['in_cents', 'out_cents', 'out_from_pots_cents', 'allocated_cents', 'released_cents'] as const

export interface Simulation extends Pick<PotMoney, 'paid_cents' | 'paid_from' | 'full_day'> {
  /** At each day's end. */
  available_cents: Float64Array
  total_cents: Float64Array
  /** The sums since start_date at the end of each month: sumNames.length of them a month. */
  sums: Float64Array
  /** All pots at the end of each noted day. */
  noted: Float64Array[]
}

/**
 * Works out the days. `tell` hears every posting, in order. Without it the same is worked out with less: rows that no rule looks
 * at are added to their days unsorted. `end_day` ends it early, for who listens to the first days alone: index of the first day left out.
 */
export function simulate(setup: SimulationSetup, tell?: Tell, end_day = Infinity): Simulation {
  const { scenario, calendar, amounts, pots, first_pot, noted_days, month_ends } = setup
  const { of_row } = pots
  const dayCount = calendar.until_day - calendar.start_day
  const incomeCount = scenario.incomes.length
  const available_cents = new Float64Array(dayCount)
  const total_cents = new Float64Array(dayCount)
  const sums = new Float64Array(month_ends.length * sumNames.length)
  const money = potMoney(pots, amounts, first_pot, tell)
  const noted: Float64Array[] = []
  const balance = scenario.planning_balance_cents
  tell?.(fromOutside('balance', 0, -1, balance))
  const opening = pots.opening_cents.reduce((sum, cents) => sum + cents, 0)

  // Five sums since start_date; available and total are read off them at each day's end.
  let income = 0
  let bills = 0
  let fromPots = 0
  let released = openPots(setup, money, tell)
  let allocated = scenario.balance_allocated ? 0 : divideBalance(setup, money, balance - opening + released)

  const landed = landing(scenario, pots, money, tell)
  const plain = plainDays(setup, (which) => tell !== undefined || (which < incomeCount ? landed.isDivided : of_row[which]! >= 0))
  const { first, row } = tell ? layOutAll(calendar) : layOutSome(calendar, plain.ordered)
  const row_amounts = amounts.of_row
  const nextAmount = amountsInTurn(amounts)
  let month = 0
  let nextNoted = 0
  let event = 0
  const end = Math.min(dayCount, end_day)
  for (let day = 0; day < end; day += 1) {
    income += plain.income[day]!
    bills += plain.bills[day]!
    const events_end = first[day + 1]!
    for (; event < events_end; event += 1) {
      const which = row[event]!
      const amount = nextAmount === null ? row_amounts[which]! : nextAmount(which)
      if (which < incomeCount) {
        income += amount
        tell?.(fromOutside('income', day, event, amount))
        if (landed.isDivided) allocated += landed.divide(which, amount, day, event)
        continue
      }
      bills += amount
      const pot = of_row[which]!
      if (pot >= 0) landed.collect(pot)
      const paid = pot < 0 ? 0 : money.pay(pot, which, amount)
      if (tell && paid > 0) tell({ rule: 'bill', day, event, allocation: -1, from: first_pot + pot, to: outside, cents: paid })
      if (tell && amount > paid) tell({ rule: 'bill', day, event, allocation: -1, from: main, to: outside, cents: amount - paid })
      if (pot < 0) continue
      fromPots += paid
      landed.reopen(pot)
      if (!money.isOver(pot)) continue
      released += money.release(pot, day, event)
      landed.close(pot)
    }
    const total = balance + income - bills
    total_cents[day] = total
    available_cents[day] = total - (opening + allocated - fromPots - released)
    if (day === noted_days[nextNoted]) {
      landed.book()
      noted.push(money.held.slice())
      nextNoted += 1
    }
    if (day === month_ends[month]) {
      sums.set([income, bills, fromPots, allocated, released], month * sumNames.length)
      month += 1
    }
  }
  return { available_cents, total_cents, paid_cents: money.paid_cents, paid_from: money.paid_from, full_day: money.full_day, sums, noted }
}

/** Onto the main account. A balance below zero is money that leaves it. */
function fromOutside(rule: 'balance' | 'income', day: number, event: number, cents: number): Posting {
  const [from, to] = cents < 0 ? [main, outside] : [outside, main]
  return { rule, day, event, allocation: -1, from, to, cents: Math.abs(cents) }
}

/** Sets apart what was in the pots before; answers what they give back of it because they hold less. */
function openPots({ pots, first_pot }: SimulationSetup, { held, release, noteFull }: PotMoney, tell?: Tell): number {
  let released = 0
  for (let pot = 0; pot < held.length; pot += 1) {
    tell?.({ rule: 'opening_pot', day: 0, event: -1, allocation: -1, from: main, to: first_pot + pot, cents: pots.opening_cents[pot]! })
    released += release(pot, 0, -1)
    noteFull(pot, 0)
  }
  return released
}

/** The rules on the balance; answers what pots took of it. */
function divideBalance({ scenario, pots }: SimulationSetup, money: PotMoney, cents: number): number {
  const rules = rulesOn('balance', scenario, pots)
  return money.setAside('allocated_from_balance', rules, rules.all, new Float64Array(allocate(cents, rules.allocations).shares), 0, -1)
}

interface PlainDays {
  income: Float64Array
  bills: Float64Array
  ordered: Int32Array
}

/** Where no rule looks, order does not matter: those rows are added to their days at once. The others are named, ascending. */
function plainDays({ rows, calendar, amounts, scenario }: SimulationSetup, isOrdered: (which: number) => boolean): PlainDays {
  const dayCount = calendar.until_day - calendar.start_day
  const income = new Float64Array(dayCount)
  const bills = new Float64Array(dayCount)
  const ordered: number[] = []
  for (let which = 0; which < rows.length; which += 1) {
    if (isOrdered(which)) ordered.push(which)
    else addTo(which < scenario.incomes.length ? income : bills, calendar, which, amounts)
  }
  return { income, bills, ordered: new Int32Array(ordered) }
}

function addTo(days: Float64Array, { dates, start_day }: Calendar, which: number, { of_row, of_dates }: DueAmounts): void {
  const { effective } = dates[which]!
  const amount_cents = of_row[which]!
  const own = of_dates[which]
  if (!own) {
    for (let index = 0; index < effective.length; index += 1) days[effective[index]! - start_day]! += amount_cents
    return
  }
  for (let index = 0; index < effective.length; index += 1) {
    days[effective[index]! - start_day]! += own[index]! < 0 ? amount_cents : own[index]!
  }
}

/** What a row moves on its next date, date after date; null where no date has an amount of its own. */
function amountsInTurn({ of_row, of_dates }: DueAmounts): ((which: number) => number) | null {
  if (of_dates.every((own) => own === null)) return null
  const next = new Int32Array(of_row.length)
  return (which) => {
    const own = of_dates[which]
    if (!own) return of_row[which]!
    const cents = own[next[which]!]!
    next[which]! += 1
    return cents < 0 ? of_row[which]! : cents
  }
}
