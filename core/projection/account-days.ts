/** The days of the accounts beside the main one: what their rows move, and what is there at each day's end. */
import type { Calendar } from './dates.ts'
import { accountMoney, type AccountMoney } from './account-money.ts'
import type { DueAmounts } from './due-amounts.ts'
import { main, outside, type Place } from './posting.ts'
import type { PotMoney, Tell } from './pot-money.ts'
import type { SimulationSetup } from './simulate.ts'

export interface AccountDays {
  money: AccountMoney
  /** What is on each account at the end of each day: of each one day after the other, from place 1 on. */
  table: Float64Array
  /** Of each transfer row to a loan what it took on each of its dates; null of other rows: all of it. */
  taken: (Float64Array | null)[]
  /** What of the money that was held has paid cards, and what of it was given back, since start_date. */
  held_paid_cents: number
  released_cents: number
  /** Adds what a row moves to its days at once, where nothing looks at its order. */
  addPlain: (which: number) => void
  begin: (day: number) => void
  transfer: (which: number, cents: number, day: number, event: number) => void
  end: (day: number) => void
  /** Works every account out to the end of the day before one. */
  finish: (end_day: number) => void
}

/** `pots`: what is in the pots meanwhile, those that hold money for cards among them. */
export function accountDays(setup: SimulationSetup, tell?: Tell): AccountDays & { withPots: (pots: PotMoney) => void } {
  const { places, calendar, amounts, rows, first_pot } = setup
  const { accounts, from, to, paid_from } = places
  const { holds } = setup.pots
  const count = accounts.length
  const dayCount = calendar.until_day - calendar.start_day
  const table = new Float64Array((dayCount + 1) * count)
  const credits = accounts.map(({ card }) => (card ? new Float64Array(dayCount + 1) : null))
  const plainMain = new Float64Array(dayCount)
  const money = accountMoney(places, calendar, { table, credits }, tell)
  const { balance, add } = money
  const taken = rows.map((_, which) => (to[which]! > 0 && from[which]! >= 0 && accounts[to[which]! - 1]!.kind === 'loan' ? new Float64Array(calendar.dates[which]!.effective.length) : null))
  const next = new Int32Array(rows.length)
  let pots: PotMoney | null = null

  const addPlain = (which: number): void => {
    const [out, into] = [from[which]!, to[which]!]
    if (out > 0) addDays(table, calendar, amounts, which, -1, (out - 1) * (dayCount + 1))
    else if (out === main) addDays(plainMain, calendar, amounts, which, -1, 0)
    if (into === main) addDays(plainMain, calendar, amounts, which, 1, 0)
    else if (into > 0) {
      const onCard = credits[into - 1]
      if (onCard) addDays(onCard, calendar, amounts, which, 1, 0)
      else addDays(table, calendar, amounts, which, 1, (into - 1) * (dayCount + 1))
    }
  }
  const begin = (day: number): void => {
    balance[main]! += plainMain[day]!
  }
  const transfer = (which: number, wanted: number, day: number, event: number): void => {
    const [out, into] = [from[which]!, to[which]!]
    const cents = money.taken(into, wanted, day, event)
    const own = taken[which]
    if (own) own[next[which]!] = cents
    next[which]! += 1
    add(out, -cents, day)
    add(into, cents, day)
    if (tell && cents > 0) tell({ rule: 'transfer', day, event, allocation: -1, from: out, to: into, cents })
  }
  const pay = (place: Place, cents: number, day: number, due_day: number): number => {
    const hold = holds[place]!
    const held = hold < 0 ? 0 : Math.min(cents, pots!.held[hold]!)
    const posting = { rule: 'card_payment' as const, day, event: -1, allocation: -1, to: place, due_day }
    add(place, cents, day)
    add(paid_from[place]!, held - cents, day)
    if (tell && held > 0) tell({ ...posting, from: first_pot + hold, cents: held })
    if (tell && cents > held) tell({ ...posting, from: paid_from[place]!, cents: cents - held })
    if (hold < 0) return 0
    pots!.held[hold]! -= held
    balance[main]! -= held
    days.held_paid_cents += held
    giveBack(place, hold, day, due_day)
    return held
  }
  /** No more is held than is owed. */
  const giveBack = (place: Place, hold: number, day: number, due_day: number): void => {
    const over = pots!.held[hold]! - Math.max(0, -balance[place]!)
    if (over <= 0) return
    pots!.held[hold]! -= over
    days.released_cents += over
    tell?.({ rule: 'released', day, event: -1, allocation: -1, from: first_pot + hold, to: main, cents: over, due_day })
  }
  const end = (day: number): void => money.endDay(day, pay)
  const finish = (end_day: number): void => {
    // The day after the last begins empty, so that what is there as it begins is what the last ends with.
    for (let place = 1; place <= count; place += 1) money.reach(place, end_day)
  }
  const days: AccountDays & { withPots: (given: PotMoney) => void } = {
    money, table, taken, held_paid_cents: 0, released_cents: 0, addPlain, begin, transfer, end, finish,
    withPots: (given) => {
      pots = given
    },
  }
  for (let place = 1; place <= count; place += 1) {
    const cents = balance[place]!
    tell?.({ rule: 'balance', day: 0, event: -1, allocation: -1, from: cents < 0 ? place : outside, to: cents < 0 ? outside : place, cents: Math.abs(cents) })
  }
  return days
}

function addDays(days: Float64Array, { dates, start_day }: Calendar, { of_row, of_dates }: DueAmounts, which: number, sign: 1 | -1, offset: number): void {
  const { effective } = dates[which]!
  const [cents, own] = [of_row[which]!, of_dates[which]]
  const shift = offset - start_day
  if (!own) {
    const amount = sign * cents
    for (let index = 0; index < effective.length; index += 1) days[effective[index]! + shift]! += amount
    return
  }
  for (let index = 0; index < effective.length; index += 1) days[effective[index]! + shift]! += sign * (own[index]! < 0 ? cents : own[index]!)
}
