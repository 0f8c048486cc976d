/** Paydays as a table: what each brings, and what it has to carry until the next one. */
import { addDays, dateOf, dayOf } from '../calendar.ts'
import { heldOn } from './held-on.ts'
import { movementsBetween, type Movement } from '../projection/movements.ts'
import { changeOf, isAvailable, type Posting, type PostingRule } from '../projection/posting.ts'
import { tellInOrder } from '../projection/postings.ts'
import type { Projection } from '../projection/projection.ts'

export interface PaydayRow {
  /** The days from the payday to before the next one. */
  from: string
  until: string
  /** false: no payday; the days before the first of them. */
  is_payday: boolean
  /** What is available as its first day begins. Minor units. */
  carried_in_cents: number
  /** What comes onto the main account of incomes. */
  lands_cents: number
  /** What goes into pots and, by rules, to other accounts, less what pots give back. */
  set_aside_cents: number
  /** What leaves what is available for bills (less what their pots pay), transfers and payments of cards, less transfers that come in. */
  due_cents: number
  /** What is available as its last day ends: carried in + lands − set aside − due. It is carried into the next row. */
  left_cents: number
  /** Everything it is made of, in order; each movement of the main account stands in exactly one row. */
  movements: Movement[]
}

export type PaydaySums = Omit<PaydayRow, 'movements'>

const setAside: ReadonlySet<PostingRule> = new Set(['opening_pot', 'allocated_from_balance', 'allocated_from_income', 'released', 'held'])

/** The paydays from `from` to before `until`, as far as the projection reaches; the days before the first stand in a row of their own. */
export function paydayTable(projection: Projection, from: string, until: string): PaydayRow[] {
  const sums = paydaySums(projection, from, until)
  const isTold = ({ kind, available_cents, pot_cents }: Movement): boolean =>
    kind !== 'balance' && (available_cents !== 0 || pot_cents !== 0)
  const movements = sums.length === 0 ? [] : movementsBetween(projection, sums[0]!.from, sums.at(-1)!.until).filter(isTold)
  let taken = 0
  return sums.map((row) => {
    const first = taken
    while (taken < movements.length && movements[taken]!.date < row.until) taken += 1
    return { ...row, movements: movements.slice(first, taken) }
  })
}

/** The same without movements, of which there may be hundreds of thousands: they are added up as they are told, and none is kept. */
export function paydaySums(projection: Projection, from: string, until: string): PaydaySums[] {
  const begins = from < projection.start_date ? projection.start_date : from
  const ends = until < projection.until ? until : projection.until
  if (begins >= ends) return []
  const indexOf = (date: string): number => dayOf(date)! - projection.start_day
  const rows = [rowFrom(projection, begins, false)]
  let day = { index: indexOf(begins), lands_cents: 0, set_aside_cents: 0, due_cents: 0 }
  const endDay = (): void => {
    const date = dateOf(projection.start_day + day.index)
    if (day.lands_cents !== 0) {
      if (date === begins) rows.pop()
      rows.push(rowFrom(projection, date, true))
    }
    const row = rows.at(-1)!
    for (const sum of ['lands_cents', 'set_aside_cents', 'due_cents'] as const) row[sum] += day[sum]
  }
  const tell = (posting: Posting): void => {
    if (posting.day < day.index || posting.rule === 'balance') return
    if (posting.day > day.index) {
      endDay()
      day = { index: posting.day, lands_cents: 0, set_aside_cents: 0, due_cents: 0 }
    }
    const cents = changeOf(posting, isAvailable)
    if (posting.rule === 'income') day.lands_cents += cents
    else if (setAside.has(posting.rule)) day.set_aside_cents -= cents
    else day.due_cents -= cents
  }
  tellInOrder(projection.setup, tell, indexOf(ends))
  endDay()
  return rows.map((row, nth) => endedBefore(projection, row, rows[nth + 1]?.from ?? ends))
}

const rowFrom = (projection: Projection, from: string, is_payday: boolean): PaydaySums => ({
  from,
  until: from,
  is_payday,
  carried_in_cents: heldOn(projection, from).before!.available_cents,
  lands_cents: 0,
  set_aside_cents: 0,
  due_cents: 0,
  left_cents: 0,
})

const endedBefore = (projection: Projection, row: PaydaySums, until: string): PaydaySums => ({
  ...row,
  until,
  left_cents: heldOn(projection, addDays(until, -1)).after!.available_cents,
})
