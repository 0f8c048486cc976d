/**
 * The days, one by one. On start_date opening pots are set apart and the balance rules divide the rest; then each day
 * incomes land and are allocated, bills are paid, in list order: from the bill's own pot first, then from its account; then
 * transfers, the payments of cards, interest.
 * This is the one place that moves money. What each payment moves is given (due-amounts.ts), and nothing is read off the days here.
 */
import { allocate } from '../allocation.ts'
import type { accountDays, AccountDays } from './account-days.ts'
import type { AccountPlaces } from './account-places.ts'
import type { Payment, Scenario } from '../scenario.ts'
import type { Calendar } from './dates.ts'
import type { DueAmounts } from './due-amounts.ts'
import { landing } from './landing.ts'
import { layOutAll, layOutSome } from './layout.ts'
import { rulesOn } from './paydays.ts'
import { main, outside, type Place, type Posting } from './posting.ts'
import { potMoney, type PotMoney, type Tell, type ToAccount } from './pot-money.ts'
import type { PotRules } from './pots.ts'

export interface SimulationSetup {
  scenario: Scenario
  /** Incomes, bills, then transfers. */
  rows: readonly Payment[]
  calendar: Calendar
  amounts: DueAmounts
  pots: PotRules
  places: AccountPlaces
  /** Works out the accounts beside the main one; null: there are none. */
  accountDays: typeof accountDays | null
  /** The place of the first pot. */
  first_pot: Place
  /** Indexes of the days at whose end all pots are noted, ascending. */
  noted_days: readonly number[]
  /** Indexes of the days that end a month, ascending. */
  month_ends: readonly number[]
}

/** What is summed since start_date. */
export const sumNames = ['in_cents', 'out_cents', 'out_from_pots_cents', 'allocated_cents', 'released_cents', 'moved_cents'] as const

export interface Simulation extends Pick<PotMoney, 'paid_cents' | 'paid_from' | 'full_day'> {
  /** At each day's end. */
  available_cents: Float64Array
  total_cents: Float64Array
  /** The sums since start_date at the end of each month: sumNames.length of them a month. */
  sums: Float64Array
  /** All pots at the end of each noted day. */
  noted: Float64Array[]
  /** The accounts beside the main one; null: there are none. */
  accounts: AccountDays | null
}

/**
 * Works out the days. `tell` hears every posting, in order. Without it the same is worked out with less: rows that no rule looks
 * at are added to their days unsorted. `end_day` ends it early, for who listens to the first days alone: index of the first day left out.
 */
export function simulate(setup: SimulationSetup, tell?: Tell, end_day = Infinity): Simulation {
  const { scenario, calendar, amounts, pots, places, first_pot, noted_days, month_ends } = setup
  const { of_row } = pots
  const dayCount = calendar.until_day - calendar.start_day
  const incomeCount = scenario.incomes.length
  const billEnd = incomeCount + scenario.bills.length
  const { from, to } = places
  const available_cents = new Float64Array(dayCount)
  const total_cents = new Float64Array(dayCount)
  const sums = new Float64Array(month_ends.length * sumNames.length)
  const others = places.accounts.length > 0 ? setup.accountDays!(setup, tell) : null
  const money = potMoney(pots, amounts, first_pot, toAccount(others), tell)
  others?.withPots(money)
  const noted: Float64Array[] = []
  const balance = scenario.planning_balance_cents
  tell?.(fromOutside('balance', 0, -1, balance))
  const opening = pots.opening_cents.reduce((sum, cents) => sum + cents, 0)

  const landed = landing(setup, money, tell)
  const isOrdered = (which: number): boolean => {
    if (tell !== undefined || of_row[which]! >= 0) return true
    if (others !== null && (places.isOrdered[from[which]!] === 1 || places.isOrdered[to[which]!] === 1)) return true
    return to[which] === main && which < incomeCount && landed.isDivided
  }
  const plain = plainDays(setup, isOrdered, others)

  // Five sums since start_date; available and total are read off them at each day's end.
  let income = 0
  let bills = 0
  let fromPots = 0
  let released = openPots(setup, money, tell)
  let allocated = scenario.balance_allocated ? 0 : divideBalance(setup, money, balance - opening + released)

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
    others?.begin(day)
    const events_end = first[day + 1]!
    for (; event < events_end; event += 1) {
      const which = row[event]!
      const amount = nextAmount === null ? row_amounts[which]! : nextAmount(which)
      if (which < incomeCount) {
        const into = to[which]!
        if (into !== main) {
          others!.money.add(into, amount, day)
          tell?.({ rule: 'income', day, event, allocation: -1, from: outside, to: into, cents: amount })
          continue
        }
        income += amount
        tell?.(fromOutside('income', day, event, amount))
        if (landed.isDivided) allocated += landed.divide(which, amount, day, event)
        continue
      }
      if (which >= billEnd) {
        others!.transfer(which, amount, day, event)
        continue
      }
      const pot = of_row[which]!
      if (pot >= 0) landed.collect(pot)
      const paid = pot < 0 ? 0 : money.pay(pot, which, amount)
      const out = from[which]!
      const hold = out === main ? -1 : pots.holds[out]!
      if (hold >= 0 && paid > 0) {
        // It is charged to a card: the pot's money waits for the card to be paid.
        money.held[hold]! += paid
        tell?.({ rule: 'held', day, event, allocation: -1, from: first_pot + pot, to: first_pot + hold, cents: paid })
      }
      const fromPot = hold < 0 ? paid : 0
      if (out !== main) others!.money.add(out, fromPot - amount, day)
      if (tell && fromPot > 0) tell({ rule: 'bill', day, event, allocation: -1, from: first_pot + pot, to: outside, cents: fromPot })
      if (tell && amount > fromPot) tell({ rule: 'bill', day, event, allocation: -1, from: out, to: outside, cents: amount - fromPot })
      bills += out === main ? amount : fromPot
      if (pot < 0) continue
      fromPots += fromPot
      landed.reopen(pot)
      if (!money.isOver(pot)) continue
      released += money.release(pot, day, event)
      landed.close(pot)
    }
    others?.end(day)
    const moved = others === null ? 0 : others.money.balance[main]!
    const total = balance + income - bills + moved
    total_cents[day] = total
    available_cents[day] = total - (opening + allocated - fromPots - released - (others === null ? 0 : others.held_paid_cents + others.released_cents))
    if (day === noted_days[nextNoted]) {
      landed.book()
      noted.push(money.held.slice())
      nextNoted += 1
    }
    if (day === month_ends[month]) {
      sums.set([income, bills, fromPots, allocated, released + (others?.released_cents ?? 0), moved], month * sumNames.length)
      month += 1
    }
  }
  others?.finish(end)
  return { available_cents, total_cents, paid_cents: money.paid_cents, paid_from: money.paid_from, full_day: money.full_day, sums, noted, accounts: others }
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
function divideBalance({ scenario, pots, places }: SimulationSetup, money: PotMoney, cents: number): number {
  const rules = rulesOn('balance', scenario, pots, places)
  return money.setAside('allocated_from_balance', rules, rules.all, new Float64Array(allocate(cents, rules.allocations).shares), 0, -1)
}

interface PlainDays {
  income: Float64Array
  bills: Float64Array
  ordered: Int32Array
}

/** Where no rule looks, order does not matter: those rows are added to their days at once. The others are named, ascending. */
function plainDays(setup: SimulationSetup, isOrdered: (which: number) => boolean, others: AccountDays | null): PlainDays {
  const { rows, calendar, amounts, scenario, places } = setup
  const dayCount = calendar.until_day - calendar.start_day
  const income = new Float64Array(dayCount)
  const bills = new Float64Array(dayCount)
  const ordered: number[] = []
  for (let which = 0; which < rows.length; which += 1) {
    if (isOrdered(which)) ordered.push(which)
    else if (others !== null && !isOfMainAlone(places, which)) others.addPlain(which)
    else addTo(which < scenario.incomes.length ? income : bills, calendar, which, amounts)
  }
  return { income, bills, ordered: new Int32Array(ordered) }
}

/** Whether a row moves money onto the main account or off it, from or to the outside. */
const isOfMainAlone = ({ from, to }: AccountPlaces, which: number): boolean => (from[which] === main && to[which] === outside) || (from[which] === outside && to[which] === main)

/** Moves what a rule gives to an account off the main one. */
function toAccount(others: AccountDays | null): ToAccount {
  return (place, share, day, event) => {
    const cents = others!.money.room(place, share, day, event)
    others!.money.add(place, cents, day)
    others!.money.add(main, -cents, day)
    return cents
  }
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
