/**
 * The days, one by one. On start_date opening pots are set apart and the balance rules divide the rest; then each day
 * incomes land and are allocated, and bills are paid, in list order: from the bill's own pot first, then from available.
 * This is the one place that moves money; explanations listen to it.
 */
import { allocate, fillsTo, potAfter } from '../allocation.ts'
import type { Payment, Scenario } from '../scenario.ts'
import type { Calendar } from './dates.ts'
import { layOutAll, layOutSome } from './layout.ts'
import type { Rule } from './explanation.ts'
import { allHeard, byNeed, openPots, portions, rulesOn, type Rules } from './paydays.ts'
import type { PotRules } from './pots.ts'

/** One movement. What leaves one side arrives at the other, but for incomes, bills and the balance. */
export interface Move {
  rule: Rule
  /** Index of the day. */
  day: number
  /** Index of the event that caused it, among all; −1 without one. */
  event: number
  pot: number
  /** Index of the allocation, −1 without one. */
  allocation: number
  available_cents: number
  pot_cents: number
}

export interface RunSetup {
  scenario: Scenario
  /** Incomes, then bills. */
  rows: readonly Payment[]
  calendar: Calendar
  pots: PotRules
  /** Indexes of the days at whose end all pots are noted, ascending. */
  noted_days: readonly number[]
  /** Indexes of the days that end a month, ascending. */
  month_ends: readonly number[]
}

/** What is summed since start_date. */
export const sumNames = ['in_cents', 'out_cents', 'out_from_pots_cents', 'allocated_cents', 'released_cents'] as const

export interface Run {
  available_cents: Float64Array
  total_cents: Float64Array
  /** Of each row, where a date has no amount of its own. */
  row_amounts: Float64Array
  /** What pots paid of their bills: of each pot time after time, from its place on. */
  paid_cents: Float64Array
  paid_from: Int32Array
  /** The sums since start_date at the end of each month: sumNames.length of them a month. */
  sums: Float64Array
  /** All pots at the end of each noted day. */
  noted: Float64Array[]
  /** Index of the day on which each pot first held the most it takes, −1: never. */
  full_day: Int32Array
}

/**
 * Runs the days. `listen` hears every movement, in order. Without it the same is worked out with less: rows that no rule looks
 * at are added to their days unsorted, and pots that nothing reads meanwhile are booked together. `end_day` ends it early, for who
 * listens to the first days alone: index of the first day left out.
 */
export function run({ scenario, rows, calendar, pots, noted_days, month_ends }: RunSetup, listen?: (move: Move) => void, end_day = Infinity): Run {
  const { of_row } = pots
  const most_cents = pots.most_cents.slice()
  /** What the next date of each pot's bill costs. */
  const next_cents = pots.first_cents.slice()
  const dayCount = calendar.until_day - calendar.start_day
  const incomeCount = scenario.incomes.length
  const row_amounts = new Float64Array(rows.length)
  for (let which = 0; which < rows.length; which += 1) row_amounts[which] = rows[which]!.amount_cents
  const available_cents = new Float64Array(dayCount)
  const total_cents = new Float64Array(dayCount)
  const paid_from = new Int32Array(pots.times.length + 1)
  pots.times.forEach((count, pot) => (paid_from[pot + 1] = paid_from[pot]! + count))
  const paid_cents = new Float64Array(paid_from.at(-1)!)
  const next_paid = paid_from.slice()
  const sums = new Float64Array(month_ends.length * sumNames.length)
  const held = pots.opening_cents.slice()
  const full_day = new Int32Array(held.length).fill(-1)
  const noted: Float64Array[] = []

  /** Empties a pot down to the most it holds; answers what goes back to available. */
  const release = (pot: number, day: number, event: number): number => {
    const over = Math.max(0, held[pot]! - most_cents[pot]!)
    if (over === 0) return 0
    held[pot]! -= over
    listen?.({ rule: 'released', day, event, pot, allocation: -1, available_cents: over, pot_cents: -over })
    return over
  }

  /** What the bill of a pot costs on one of its dates that are counted, or on the first one after these. */
  const costOf = (which: number, pot: number, nth: number): number => {
    if (nth >= pots.times[pot]!) return pots.later_cents[pot]!
    const own = calendar.dates[which]!.amounts?.[nth] ?? -1
    return own < 0 ? row_amounts[which]! : own
  }

  const noteFull = (pot: number, day: number): void => {
    if (held[pot]! >= most_cents[pot]! && full_day[pot]! < 0) full_day[pot] = day
  }

  /** Puts the shares of some rules into their pots; answers what of them the pots took. */
  const setAside = (rule: Rule, rules: Rules, which: Int16Array, shares: Float64Array, day: number, event: number): number => {
    let taken = 0
    for (let index = 0; index < which.length; index += 1) {
      const nth = which[index]!
      const pot = rules.pots[nth]!
      const before = held[pot]!
      if (shares[nth] === 0) continue
      const after = potAfter(before, shares[nth]!, fillsTo(rules.goes_on[nth]!, most_cents[pot]!, next_cents[pot]!))
      if (after === before) continue
      held[pot] = after
      taken += after - before
      if (after === most_cents[pot]) noteFull(pot, day)
      listen?.({ rule, day, event, pot, allocation: rules.indexes[nth]!, available_cents: before - after, pot_cents: after - before })
    }
    return taken
  }

  // Five sums since start_date; available and total are read off them at each day's end.
  let income = 0
  let bills = 0
  let fromPots = 0
  let allocated = 0
  let released = 0
  const balance = scenario.planning_balance_cents
  let opening = 0

  listen?.({ rule: 'balance', day: 0, event: -1, pot: -1, allocation: -1, available_cents: balance, pot_cents: 0 })
  for (let pot = 0; pot < held.length; pot += 1) {
    opening += held[pot]!
    listen?.({ rule: 'opening_pot', day: 0, event: -1, pot, allocation: -1, available_cents: -held[pot]!, pot_cents: held[pot]! })
    released += release(pot, 0, -1)
    noteFull(pot, 0)
  }
  if (!scenario.balance_allocated) {
    const onBalance = rulesOn('balance', scenario, pots)
    allocated = setAside('allocated_from_balance', onBalance, onBalance.all, new Float64Array(allocate(balance - opening + released, onBalance.allocations).shares), 0, -1)
  }

  const onIncome = rulesOn('income', scenario, pots)
  const needs = listen ? allHeard(onIncome) : byNeed(onIncome, pots)
  const portion = portions(onIncome, needs, held)
  const { waiting } = portion
  const open = openPots(onIncome, needs.limited, held.length)

  const divide = (income: number, amount: number, day: number, event: number): number => {
    const part = portion.of(income, amount)
    part.times += 1
    const { paying } = part
    for (let slot = 0; slot < waiting.length; slot += 1) waiting[slot]! += paying[slot]!
    if (needs.limited.length === 0) return part.sum_cents
    if (listen) return setAside('allocated_from_income', onIncome, needs.limited, part.shares, day, event)
    const { shares } = part
    let taken = part.sum_cents
    for (let at = open.pots.length - 1; at >= 0; at -= 1) {
      const pot = open.pots[at]!
      const before = held[pot]!
      let after = before
      for (const nth of open.rules[pot]!) after = potAfter(after, shares[nth]!, fillsTo(onIncome.goes_on[nth]!, most_cents[pot]!, next_cents[pot]!))
      if (after === before) continue
      held[pot] = after
      taken += after - before
      noteFull(pot, day)
      if (after >= fillsTo(open.goes_on[pot]!, most_cents[pot]!, next_cents[pot]!)) open.close(at)
    }
    return taken
  }

  // Where no rule looks, order does not matter: those rows are added to their days at once.
  const isOrdered = (which: number): boolean => listen !== undefined || (which < incomeCount ? onIncome.all.length > 0 : of_row[which]! >= 0)
  const ordered: number[] = []
  const plainIncome = new Float64Array(dayCount)
  const plainBills = new Float64Array(dayCount)
  for (let which = 0; which < rows.length; which += 1) {
    if (isOrdered(which)) ordered.push(which)
    else addTo(which < incomeCount ? plainIncome : plainBills, calendar, which, row_amounts[which]!)
  }
  const { first, row, amounts } = listen ? layOutAll(calendar) : layOutSome(calendar, new Int32Array(ordered))

  let month = 0
  let nextNoted = 0
  let event = 0
  const end = Math.min(dayCount, end_day)
  for (let day = 0; day < end; day += 1) {
    income += plainIncome[day]!
    bills += plainBills[day]!
    const events_end = first[day + 1]!
    for (; event < events_end; event += 1) {
      const which = row[event]!
      const own = amounts === null ? -1 : amounts[event]!
      const amount = own < 0 ? row_amounts[which]! : own
      if (which < incomeCount) {
        income += amount
        listen?.({ rule: 'income', day, event, pot: -1, allocation: -1, available_cents: amount, pot_cents: 0 })
        if (onIncome.all.length > 0) allocated += divide(which, amount, day, event)
        continue
      }
      bills += amount
      const pot = of_row[which]!
      if (pot >= 0) portion.collect(pot)
      const paid = pot < 0 ? 0 : Math.min(amount, held[pot]!)
      listen?.({ rule: 'bill', day, event, pot, allocation: -1, available_cents: paid - amount, pot_cents: -paid })
      if (pot < 0) continue
      held[pot]! -= paid
      fromPots += paid
      const time = next_paid[pot]!
      paid_cents[time] = paid
      next_paid[pot] = time + 1
      next_cents[pot] = costOf(which, pot, time + 1 - paid_from[pot]!)
      open.reopen(pot)
      if (time + 1 === paid_from[pot + 1] && pots.ends[pot]) {
        most_cents[pot] = 0
        released += release(pot, day, event)
        portion.close(pot)
      }
    }
    const total = balance + income - bills
    total_cents[day] = total
    available_cents[day] = total - (opening + allocated - fromPots - released)
    if (day === noted_days[nextNoted]) {
      portion.book()
      noted.push(held.slice())
      nextNoted += 1
    }
    if (day === month_ends[month]) {
      sums.set([income, bills, fromPots, allocated, released], month * sumNames.length)
      month += 1
    }
  }
  return { available_cents, total_cents, row_amounts, paid_cents, paid_from, sums, noted, full_day }
}

function addTo(days: Float64Array, { dates, start_day }: Calendar, which: number, amount_cents: number): void {
  const { effective, amounts } = dates[which]!
  if (amounts === null) {
    for (let index = 0; index < effective.length; index += 1) days[effective[index]! - start_day]! += amount_cents
    return
  }
  for (let index = 0; index < effective.length; index += 1) days[effective[index]! - start_day]! += amounts[index]! < 0 ? amount_cents : amounts[index]!
}
