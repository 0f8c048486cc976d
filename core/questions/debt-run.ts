/**
 * How a plan's debts go on where so much more is paid each month, debt by debt in some order: worked out by the rules of the projection
 * itself.
 */
import { monthOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import type { AccountPart, PartMoney, SimulationSetup } from '../projection/setup.ts'
import { allRules } from '../projection/all-rules.ts'
import { paymentOf } from '../projection/card-money.ts'
import { paidOffOn } from '../projection/figures/accounts.ts'
import { moveMoney } from '../projection/move-money.ts'
import { main } from '../projection/posting.ts'
import type { PayDay } from './debt-days.ts'

/** A debt that is paid off. */
export interface Owing {
  id: string
  /** What the plan pays on it a month from the main account, minor units: it goes on to the next debt once this one is paid off. */
  regular_cents: number
  /** What of it the card takes by itself, when it is due. */
  card_cents: number
}

export interface Debt extends Owing {
  /** When more is paid on it, ascending. */
  days: readonly PayDay[]
}

/** What is paid beside the plan's own payments: `extra_cents` a month, and what the debts need no more of their regular payments. */
export interface Paying {
  debts: readonly Debt[]
  /** Indexes of debts: the first that is owed on takes all there is, on its own day. */
  order: readonly number[]
  extra_cents: number
}

export interface DebtOutcome {
  /**
   * Of each debt, in their order: the day from which nothing is owed, null: it is owed as far as was looked; and interest until then, minor
   * units.
   */
  debts: { paid_off_on: string | null; interest_cents: number }[]
  interest_cents: number
  /** Of each debt, what is paid on each of its days beside the plan's own payments. */
  paid: Float64Array[]
}

/** What the plan itself pays on debts, as it is noted on the way. */
interface Regular {
  /** Of each debt since its last day, and what its card was paid when it was due last; −1: it was not due yet. */
  since: Float64Array
  at_due: Float64Array
}

/**
 * `setup`: of the plan as it is. All of its rows are gone through in their order; what is paid more comes after a day's transfers, before
 * cards are paid.
 */
export function runDebts(setup: SimulationSetup, paying: Paying): DebtOutcome {
  const { debts } = paying
  const { accountDays: rules, places } = setup
  const at = debts.map(({ id }) => places.accounts.findIndex((account) => account.id === id) + 1)
  const paid = debts.map(({ days }) => new Float64Array(days.length))
  const partMoney: typeof allRules.accountDays.partMoney = (...given) => {
    const working = allRules.accountDays.partMoney(...given)
    payMore(working, setup, paying, at, paid)
    return working
  }
  const worked = moveMoney({ ...setup, accountDays: { ...rules!, partMoney } }, everyAccount(setup)).accounts!
  const { start_day, until_day } = setup.occurrences
  const told = at.map((place) => {
    const nth = worked.places.indexOf(place)
    const table = worked.tables[nth]!
    return {
      paid_off_on: paidOffOn({ counted: until_day - start_day, start_day }, true, (day) => table[day]!),
      interest_cents: sumOf(worked.interest[nth]!.cents),
    }
  })
  return { debts: told, interest_cents: sumOf(told.map(({ interest_cents }) => interest_cents)), paid }
}

/** All accounts together, with the rows on them that no pot has to do with. */
function everyAccount({ places, pots, rows }: SimulationSetup): AccountPart {
  const { accounts, from, to } = places
  const ordered = [...rows.keys()].filter((which) => (from[which]! > main || to[which]! > main) && pots.of_row[which]! < 0)
  return { places: accounts.map((_, nth) => nth + 1), ordered, plain: [] }
}

/**
 * Each debt has its days; there what it needs no more is added to what there is, and the first debt of the order that is owed on takes it.
 */
function payMore(
  working: PartMoney,
  setup: SimulationSetup,
  { debts, order, extra_cents }: Paying,
  at: readonly number[],
  paid: readonly Float64Array[],
): void {
  const { money, add } = working
  const regular = noted(working, setup, debts, at)
  const { end } = working
  const next = new Int32Array(debts.length)
  /** What there is to be paid, and the month of which the extra is in it. */
  let [left, month] = [0, null as number | null]

  const take = (nth: number, day: number, own: OwnPayment | null): number => {
    const { scheduled_day } = debts[nth]!.days[next[nth]!]!
    const now = monthOf(scheduled_day)
    if (month === null || now > month) left += extra_cents
    month = Math.max(now, month ?? now)
    if (left <= 0) return 0
    const owed = 0 - money.balance[at[nth]!]!
    const instead = own === null ? 0 : insteadOf(own, left, { owed, isOfMinimum: isOfMinimum(setup, at[nth]!) })
    const taken = money.room(at[nth]!, left + instead, day, -1)
    add(main, -taken, day)
    add(at[nth]!, taken, day)
    paid[nth]![next[nth]!] = taken
    left -= taken - instead
    return instead
  }
  working.end = (day) => {
    const today: number[] = []
    for (let nth = 0; nth < debts.length; nth += 1) {
      const coming = debts[nth]!.days[next[nth]!]
      if (coming?.day !== day) continue
      if (coming.isDue) today.push(nth)
      else next[nth]! += 1
    }
    if (today.length === 0) return end(day)
    const own = debts.map((_, nth) => (today.includes(nth) ? ownPayment(working, setup, at[nth]!, day) : null))
    for (const nth of today) left += freedOf(working, debts[nth]!, at[nth]!, regular, nth, own[nth]?.(0) ?? null)
    const alone = own.map((payment) => payment?.(0) ?? 0)
    const instead = new Float64Array(debts.length)
    for (const nth of order) {
      if (money.balance[at[nth]!]! >= 0) continue
      if (!today.includes(nth)) break
      instead[nth] = take(nth, day, own[nth]!)
      if (money.balance[at[nth]!]! < 0) break
    }
    left = Math.max(0, left)
    end(day)
    for (const nth of today) {
      regular.since[nth] = 0
      if (instead[nth]! > 0) regular.at_due[nth] = alone[nth]!
      next[nth]! += 1
    }
  }
}

const isOfMinimum = ({ places }: SimulationSetup, place: number): boolean => places.accounts[place - 1]!.card?.pays === 'minimum'

/** What a card takes by itself on a day, once so much came onto it on that day before; minor units. */
type OwnPayment = (before_cents: number) => number

/** Of a card from the main account; null: nothing of that kind is due of it then. */
function ownPayment({ money }: PartMoney, { places, occurrences }: SimulationSetup, place: number, day: number): OwnPayment | null {
  const card = money.cards[place]
  const due = card?.dues[card.next_due]
  if (
    !card ||
    places.paid_from[place] !== main ||
    due?.day !== occurrences.start_day + day ||
    due.state !== 'due' ||
    due.amount_cents !== null
  )
    return null
  return (before_cents) => {
    const now = { ...card, credits_cents: card.credits_cents + before_cents }
    return paymentOf(now, places.accounts[place - 1]!.card!, due, -money.balance[place]! - before_cents)
  }
}

/**
 * How much less a card takes by itself because more is paid on it before: what comes onto it counts towards its minimum, which a statement
 * that has not closed yet is a part of, and what pays it off leaves nothing to be paid. So both come to `more_cents` more than it alone.
 */
function insteadOf(own: OwnPayment, more_cents: number, { owed, isOfMinimum }: { owed: number; isOfMinimum: boolean }): number {
  const alone = own(0)
  if (more_cents + alone >= owed) return alone
  let [least, most] = [0, isOfMinimum ? alone : 0]
  while (least < most) {
    const tried = Math.floor((least + most) / 2)
    if (tried + own(more_cents + tried) >= alone) most = tried
    else least = tried + 1
  }
  return least
}

/**
 * What of its regular payment a debt needs no more: all of it once it is paid off, of a card what its payment is less now, or was when it
 * was due last.
 */
function freedOf(
  { money }: PartMoney,
  { regular_cents, card_cents }: Debt,
  place: number,
  { since, at_due }: Regular,
  nth: number,
  own: number | null,
): number {
  if (money.balance[place]! >= 0) return Math.max(0, regular_cents - since[nth]!)
  if (own !== null) return card_cents - own
  return at_due[nth]! < 0 ? 0 : Math.max(0, card_cents - at_due[nth]!)
}

/** Listens to what transfers and cards' payments bring from the main account. */
function noted(working: PartMoney, { places }: SimulationSetup, debts: readonly Debt[], at: readonly number[]): Regular {
  const regular: Regular = { since: new Float64Array(debts.length), at_due: new Float64Array(debts.length).fill(-1) }
  const nthAt = new Map(at.map((place, nth) => [place, nth]))
  const { money, move, end } = working
  working.move = (which, cents, day, event) => {
    const nth = places.from[which] === main ? nthAt.get(places.to[which]!) : undefined
    if (nth !== undefined) {
      money.reach(at[nth]!, day)
      regular.since[nth]! += money.taken(at[nth]!, cents, day, event)
    }
    move(which, cents, day, event)
  }
  const cards = at.flatMap((place, nth) =>
    money.cards[place] && places.paid_from[place] === main ? [{ nth, card: money.cards[place] }] : [],
  )
  let told = 0
  working.end = (day) => {
    if (money.happens?.[day] !== 1) return end(day)
    const dues = cards.map(({ card }) => card.next_due)
    end(day)
    cards.forEach(({ nth, card }, index) => {
      for (let due = dues[index]!; due < card.next_due; due += 1)
        regular.at_due[nth] = card.dues[due]!.state === 'due' ? 0 : debts[nth]!.card_cents
    })
    for (; told < money.payments.length; told += 1) {
      const { place, cents } = money.payments[told]!
      const nth = places.paid_from[place] === main ? nthAt.get(place) : undefined
      if (nth === undefined) continue
      regular.since[nth]! += cents
      regular.at_due[nth] = cents
    }
  }
  return regular
}
