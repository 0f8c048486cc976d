/** How a plan's debts go on where so much more is paid each month, debt by debt in some order: worked out by the rules of the projection itself. */
import { sumOf } from '../money/money.ts'
import type { AccountPart, PartMoney } from '../projection/account-part.ts'
import { allRules } from '../projection/all-rules.ts'
import { paidOffOn } from '../projection/figures/accounts.ts'
import { moveMoney } from '../projection/move-money.ts'
import { main } from '../projection/posting.ts'
import type { SimulationSetup } from '../projection/simulate.ts'

/** A debt that is paid off. */
export interface Debt {
  id: string
  /** What the plan pays on it a month from the main account, minor units: it goes on to the next debt once this one is paid off. */
  regular_cents: number
  /** What of it the card takes by itself, when it is due. */
  card_cents: number
}

/** What is paid beside the plan's own payments: on these days (indexes, ascending) `extra_cents` and what the debts need no more of their regular payments. */
export interface Paying {
  debts: readonly Debt[]
  /** Indexes of debts: whichever comes first takes all that is owed on it. */
  order: readonly number[]
  extra_cents: number
  days: readonly number[]
}

export interface DebtOutcome {
  /** Of each debt, in their order: the day from which nothing is owed, null: it is owed as far as was looked; and interest until then, minor units. */
  debts: { paid_off_on: string | null; interest_cents: number }[]
  interest_cents: number
  /** Of each debt, what is paid on each of the days beside the plan's own payments. */
  paid: Float64Array[]
}

/** What the plan itself pays on debts, as it is noted on the way. */
interface Regular {
  /** Of each debt since the last day of payment, and what its card was paid when it was due last; −1: it was not due yet. */
  since: Float64Array
  at_due: Float64Array
}

/** `setup`: of the plan as it is. All of its rows are gone through in their order; what is paid more comes after a day's transfers. */
export function runDebts(setup: SimulationSetup, { debts, order, extra_cents, days }: Paying): DebtOutcome {
  const { accountDays: rules, places } = setup
  const at = debts.map(({ id }) => places.accounts.findIndex((account) => account.id === id) + 1)
  const paid = debts.map(() => new Float64Array(days.length))
  const partMoney: typeof allRules.accountDays.partMoney = (...given) => {
    const working = allRules.accountDays.partMoney(...given)
    const regular = noted(working, setup, debts, at)
    let next = 0
    const { end } = working
    working.end = (day) => {
      if (day === days[next]) {
        const freed = next === 0 ? 0 : sumOf(debts.map((debt, nth) => freedOf(working, debt, at[nth]!, regular, nth)))
        payMore(working, order, at, extra_cents + freed, day, (nth, cents) => (paid[nth]![next] = cents))
        regular.since.fill(0)
        next += 1
      }
      end(day)
    }
    return working
  }
  const worked = moveMoney({ ...setup, accountDays: { ...rules!, partMoney } }, everyAccount(setup)).accounts!
  const { start_day, until_day } = setup.occurrences
  const told = at.map((place) => {
    const nth = worked.places.indexOf(place)
    const table = worked.tables[nth]!
    return { paid_off_on: paidOffOn({ counted: until_day - start_day, start_day }, true, (day) => table[day]!), interest_cents: sumOf(worked.interest[nth]!.cents) }
  })
  return { debts: told, interest_cents: sumOf(told.map(({ interest_cents }) => interest_cents)), paid }
}

/** All accounts together, with the rows on them that no pot has to do with. */
function everyAccount({ places, pots, rows }: SimulationSetup): AccountPart {
  const { accounts, from, to } = places
  const ordered = [...rows.keys()].filter((which) => (from[which]! > main || to[which]! > main) && pots.of_row[which]! < 0)
  return { places: accounts.map((_, nth) => nth + 1), ordered, plain: [] }
}

/** One debt after the other takes what is owed on it. */
function payMore({ money, add }: PartMoney, order: readonly number[], at: readonly number[], cents: number, day: number, tell: (nth: number, cents: number) => void): void {
  let left = cents
  for (const nth of order) {
    if (left <= 0) return
    const taken = money.room(at[nth]!, left, day, -1)
    add(main, -taken, day)
    add(at[nth]!, taken, day)
    tell(nth, taken)
    left -= taken
  }
}

/** What of its regular payment a debt needs no more: all of it once it is paid off, of a card what its payment was less when it was due last. */
function freedOf({ money }: PartMoney, { regular_cents, card_cents }: Debt, place: number, { since, at_due }: Regular, nth: number): number {
  if (money.balance[place]! >= 0) return Math.max(0, regular_cents - since[nth]!)
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
  const cards = at.flatMap((place, nth) => (money.cards[place] && places.paid_from[place] === main ? [{ nth, card: money.cards[place] }] : []))
  let told = 0
  working.end = (day) => {
    if (money.happens?.[day] !== 1) return end(day)
    const dues = cards.map(({ card }) => card.next_due)
    end(day)
    cards.forEach(({ nth, card }, index) => {
      for (let due = dues[index]!; due < card.next_due; due += 1) regular.at_due[nth] = card.dues[due]!.state === 'due' ? 0 : debts[nth]!.card_cents
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
