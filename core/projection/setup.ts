/** What a simulation is given, the parts it is worked out in, and what comes of each of them. */
import type { Payment, Scenario } from '../scenario.ts'
import type { AccountMoney, CardPayment } from './account-money.ts'
import type { AccountPlaces } from './account-places.ts'
import type { Flow } from './day-sums.ts'
import type { DueAmounts } from './due-amounts.ts'
import type { OccurrenceTable } from './occurrence-table.ts'
import type { Place } from './posting.ts'
import type { PotMoney, Tell } from './pot-money.ts'
import type { PotRules } from './pots.ts'

export interface SimulationSetup {
  scenario: Scenario
  /** Incomes, bills, then transfers. */
  rows: readonly Payment[]
  occurrences: OccurrenceTable
  amounts: DueAmounts
  pots: PotRules
  places: AccountPlaces
  /** Works out the accounts beside the main one; null: there are none. */
  accountDays: AccountRules | null
  /** The place of the first pot. */
  first_pot: Place
  /** Indexes of the days at whose end all pots are noted, ascending. */
  noted_days: readonly number[]
  /** Indexes of the days that end a month, ascending. */
  month_ends: readonly number[]
}

/** Accounts of which one's balance decides what moves on another, or one by itself. Rows are indexes, ascending. */
export interface AccountPart {
  /** Ascending. */
  places: Place[]
  /** Rows that are taken in their order, because of what is owed at that moment. */
  ordered: number[]
  /** Rows that are added to their days. */
  plain: number[]
}

/** What came of a part. */
export interface PartDays {
  places: readonly Place[]
  /** Of each of its places, what is there at the end of each day (and one more, which means nothing). */
  tables: Float64Array[]
  /** Of each of its places, the payments of its card, in order; and its interest. */
  payments: CardPayment[][]
  interest: { days: number[]; cents: number[] }[]
  /** Of each of its ordered rows, what a loan took on each date; null of rows that are taken whole. */
  taken: (Float64Array | null)[]
  /** What it moved onto places of other parts, or off them. */
  flows: Flow[]
}

/** A part while the days go by. */
export interface PartMoney {
  money: AccountMoney
  /** What of the money that was held has paid cards, and what of it was given back, since start_date. */
  held_paid_cents: number
  released_cents: number
  /** Money comes onto any place, or leaves it. */
  add: (place: Place, cents: number, day: number) => void
  /** Moves what a row moves on a date, as far as no pot is asked. */
  move: (which: number, cents: number, day: number, event: number) => void
  /** Moves what a rule gives to an account; answers how much of it that takes. */
  share: (place: Place, cents: number, day: number, event: number) => number
  /** What happens after the rows of a day. */
  end: (day: number) => void
  /** The pots that hold money for its cards. */
  withPots: (pots: PotMoney) => void
  /** Works every account out to the end of the day before one. */
  finish: (end_day: number) => PartDays
}

/** All accounts beside the main one, in the parts that are worked out one by one. */
export interface AccountParts {
  /** Accounts that have to do with pots are worked out along with them; null: none has. */
  withPots: AccountPart | null
  debts: AccountPart[]
  /** What is on these decides nothing but their own interest: each by itself, once all that comes onto it is known. */
  others: AccountPart[]
}

/** What came of the pots, and of the accounts that have to do with them. */
export interface PotDays extends Pick<PotMoney, 'paid_cents' | 'paid_from' | 'full_day'> {
  /** What is in all pots at each day's end. */
  held: Float64Array
  /** What pots paid on each day of bills that are on other accounts; null: there are none. */
  paid_elsewhere: Float64Array | null
  /** Of each month what pots paid, took and gave back. */
  sums: Float64Array
  /** All pots at the end of each noted day. */
  noted: Float64Array[]
  /** The accounts; null: none has to do with pots. */
  accounts: PartDays | null
}

/** What came of all accounts beside the main one. */
export interface AccountDays {
  /** Of each account, in list order: what is there at the end of each day, and one more that means nothing. */
  tables: readonly Float64Array[]
  /** Of each the payments of its card, in order; and what interest it has borne (of debts) or brought, by index of the day. */
  payments: readonly (readonly CardPayment[])[]
  interest: readonly { days: readonly number[]; cents: readonly number[] }[]
  /** Of each row what a loan took of it on each of its dates; null: all of it. */
  taken: readonly (Float64Array | null)[]
  /** What comes onto the main account from parts, less what goes there. */
  on_main: Flow[]
  kept: readonly KeptDays<PartDays>[]
}

/** What was worked out of some rows, kept as long as nothing that it is made of is another one. */
export interface KeptDays<Days> {
  days: Days
  /** What it was worked out from: the plan, and what other parts brought. */
  setup: SimulationSetup
  given: readonly unknown[]
  /** Everything that it is made of, one after the other; null: nothing has asked yet. */
  depends_on: readonly unknown[] | null
  dependsOn: () => readonly unknown[]
}

/** How accounts beside the main one are worked out (account-days.ts): handed over, so that a plan that has none need not load it. */
export interface AccountRules {
  /** All in one, to be told in their order. */
  together: (setup: SimulationSetup) => AccountPart
  partsOf: (setup: SimulationSetup) => AccountParts
  /** `given`: what other parts bring. */
  partMoney: (setup: SimulationSetup, part: AccountPart, given: readonly Flow[], tell?: Tell) => PartMoney
  /** Every account, once the pots and what has to do with them are known. */
  workOut: (setup: SimulationSetup, parts: AccountParts, pots: PotDays, before: AccountDays | null) => AccountDays
}
