/** What comes onto the main account and leaves it, by day: kept between projections, so that an edit adds and takes off what it changed. */
import type { AccountPlaces } from './account-places.ts'
import type { Calendar, RowDates } from './dates.ts'
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
  made_of: { start_day: number; until_day: number; dates: readonly RowDates[]; amounts: DueAmounts; ways: Uint8Array; flows: readonly Flow[] }
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

/** Sums are whole numbers, so that what is taken off again leaves what was there before it was added. */
export function mainDays(before: MainDays | null, calendar: Calendar, amounts: DueAmounts, places: AccountPlaces, flows: readonly Flow[]): MainDays {
  const { start_day, until_day, dates } = calendar
  const made_of = { start_day, until_day, dates, amounts, ways: Uint8Array.from(dates, (_, which) => wayOf(places, which)), flows }
  const kept = before?.made_of.start_day === start_day && before.made_of.until_day === until_day ? before : null
  const days = kept ?? { income: new Float64Array(until_day - start_day), bills: new Float64Array(until_day - start_day), moved: new Float64Array(until_day - start_day) }
  const was = kept?.made_of ?? { ...made_of, dates: [], flows: [] }
  const rows = differing(was.dates.length, dates.length, (nth, other) => was.dates[nth] === dates[other] && was.ways[nth] === made_of.ways[other] && was.amounts.of_row[nth] === amounts.of_row[other] && was.amounts.of_dates[nth] === amounts.of_dates[other])
  const moving = differing(was.flows.length, flows.length, (nth, other) => was.flows[nth] === flows[other])
  // Everything is taken off before anything is added: no sum is larger on the way than those of the one plan or the other.
  for (const which of rows.gone) change(days, was, which, -1)
  for (const nth of moving.gone) addFlow(days.moved, was.flows[nth]!, -1)
  for (const which of rows.come) change(days, made_of, which, 1)
  for (const nth of moving.come) addFlow(days.moved, flows[nth]!, 1)
  return { income: days.income, bills: days.bills, moved: days.moved, made_of }
}

function change({ income, bills, moved }: Pick<MainDays, 'income' | 'bills' | 'moved'>, { start_day, dates, amounts, ways: own }: MainDays['made_of'], which: number, sign: 1 | -1): void {
  const way = own[which]!
  if (way === ways.not) return
  const days = way === ways.income ? income : way === ways.bill ? bills : moved
  addRow(days, { dates, start_day }, amounts, which, way === ways.from ? (-sign as 1 | -1) : sign)
}

/** Which of two lists differ, by place: each where they are as long; else all that lies between what is the same at their beginnings and their ends. */
function differing(before: number, after: number, isSame: (nth: number, other: number) => boolean): { gone: number[]; come: number[] } {
  const gone: number[] = []
  const come: number[] = []
  let [first, last] = [0, 0]
  if (before !== after) {
    while (first < before && first < after && isSame(first, first)) first += 1
    while (last < before - first && last < after - first && isSame(before - 1 - last, after - 1 - last)) last += 1
    for (let nth = first; nth < before - last; nth += 1) gone.push(nth)
    for (let nth = first; nth < after - last; nth += 1) come.push(nth)
    return { gone, come }
  }
  for (let nth = 0; nth < after; nth += 1) {
    if (isSame(nth, nth)) continue
    gone.push(nth)
    come.push(nth)
  }
  return { gone, come }
}

/** Adds what a row moves to its days, or takes it off them. */
export function addRow(days: Float64Array, { dates, start_day }: Pick<Calendar, 'dates' | 'start_day'>, { of_row, of_dates }: DueAmounts, which: number, sign: 1 | -1): void {
  const { effective } = dates[which]!
  const [cents, own] = [sign * of_row[which]!, of_dates[which]]
  if (!own) {
    for (let index = 0; index < effective.length; index += 1) days[effective[index]! - start_day]! += cents
    return
  }
  for (let index = 0; index < effective.length; index += 1) days[effective[index]! - start_day]! += own[index]! < 0 ? cents : sign * own[index]!
}

export function addFlow(days: Float64Array, flow: Flow, sign: 1 | -1): void {
  for (let index = 0; index < flow.days.length; index += 1) days[flow.days[index]!]! += sign * flow.cents[index]!
}
