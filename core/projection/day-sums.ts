/** What comes onto the main account and leaves it, by day: kept between projections, so that an edit adds and takes off what it changed. */
import type { AccountPlaces } from './account-places.ts'
import type { OccurrenceTable, RowDates } from './occurrence-table.ts'
import type { DueAmounts } from './due-amounts.ts'
import { main, outside, type Place } from './posting.ts'

/** What comes onto a place from accounts that are worked out apart from it, less what goes there; by index of the day. */
export interface Flow {
  place: Place
  days: number[]
  cents: number[]
}

/** Of the main account, by index of the day; minor units. */
export interface MainDays {
  /** Incomes that land on it, and bills that leave it, whoever pays them. */
  income: Float64Array
  bills: Float64Array
  /** What other accounts bring, less what they take. */
  moved: Float64Array
  /** What it was made of. */
  made_of: {
    start_day: number
    until_day: number
    dates: readonly RowDates[]
    amounts: DueAmounts
    ways: Uint8Array
    flows: readonly Flow[]
  }
}

/** How a row changes the main account, where nothing has to be known of other accounts for it. */
const ways = { not: 0, income: 1, bill: 2, from: 3, to: 4 } as const

function wayOf({ from, to, isOrdered }: AccountPlaces, which: number): number {
  const [out, into] = [from[which]!, to[which]!]
  if (out === outside) return into === main ? ways.income : ways.not
  if (into === outside) return out === main ? ways.bill : ways.not
  if (isOrdered[out] === 1 || isOrdered[into] === 1) return ways.not
  return out === main ? ways.from : into === main ? ways.to : ways.not
}

/** By row; no amount counts for it, so it is the same in each run of a plan whose amounts vary. */
const found = new WeakMap<AccountPlaces, Uint8Array>()

function waysOf(places: AccountPlaces): Uint8Array {
  const known = found.get(places) ?? Uint8Array.from(places.from, (_, which) => wayOf(places, which))
  found.set(places, known)
  return known
}

/** Sums are whole numbers, so that what is taken off again leaves what was there before it was added. */
export function mainDays(
  before: MainDays | null,
  table: OccurrenceTable,
  amounts: DueAmounts,
  places: AccountPlaces,
  flows: readonly Flow[],
): MainDays {
  const { start_day, until_day, dates } = table
  const made_of = { start_day, until_day, dates, amounts, ways: waysOf(places), flows }
  const was = before?.made_of
  const isLike =
    was?.start_day === start_day && was.until_day === until_day && was.dates.length === dates.length && was.flows.length === flows.length
  const empty = (): Float64Array => new Float64Array(until_day - start_day)
  const days = isLike ? before! : { income: empty(), bills: empty(), moved: empty() }
  const isKept = (which: number): boolean =>
    isLike &&
    was.dates[which] === dates[which] &&
    was.ways[which] === made_of.ways[which] &&
    was.amounts.of_row[which] === amounts.of_row[which] &&
    was.amounts.of_dates[which] === amounts.of_dates[which]
  const rows = [...dates.keys()].filter((which) => !isKept(which))
  const moving = [...flows.keys()].filter((nth) => !isLike || was.flows[nth] !== flows[nth])
  // Everything is taken off before anything is added: no sum is larger on the way than those of the one plan or the other.
  if (isLike) {
    for (const which of rows) change(days, was, which, -1)
    for (const nth of moving) addFlow(days.moved, was.flows[nth]!, -1)
  }
  for (const which of rows) change(days, made_of, which, 1)
  for (const nth of moving) addFlow(days.moved, flows[nth]!, 1)
  return { ...days, made_of }
}

function change(
  { income, bills, moved }: Pick<MainDays, 'income' | 'bills' | 'moved'>,
  { start_day, dates, amounts, ways: own }: MainDays['made_of'],
  which: number,
  sign: 1 | -1,
): void {
  const way = own[which]!
  if (way === ways.not) return
  const days = way === ways.income ? income : way === ways.bill ? bills : moved
  addRow(days, { dates, start_day }, amounts, which, way === ways.from ? (-sign as 1 | -1) : sign)
}

/** Adds what a row moves to its days, or takes it off them. */
export function addRow(
  days: Float64Array,
  { dates, start_day }: Pick<OccurrenceTable, 'dates' | 'start_day'>,
  { of_row, of_dates }: DueAmounts,
  which: number,
  sign: 1 | -1,
): void {
  const { effective } = dates[which]!
  const [cents, own] = [sign * of_row[which]!, of_dates[which]]
  if (!own) {
    for (let index = 0; index < effective.length; index += 1) days[effective[index]! - start_day]! += cents
    return
  }
  for (let index = 0; index < effective.length; index += 1)
    days[effective[index]! - start_day]! += own[index]! < 0 ? cents : sign * own[index]!
}

export function addFlow(days: Float64Array, flow: Flow, sign: 1 | -1): void {
  for (let index = 0; index < flow.days.length; index += 1) days[flow.days[index]!]! += sign * flow.cents[index]!
}
