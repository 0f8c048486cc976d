/** Paydays as a table: what each brings, and what it has to carry until the next one. */
import { addDays } from '../calendar.ts'
import { heldOn } from './day-lines.ts'
import { eachMovement, type Movement, type MovementKind } from '../projection/movements.ts'
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

const setAside: ReadonlySet<MovementKind> = new Set(['opening_pot', 'set_aside', 'moved', 'released', 'held'])

/** The paydays from `from` to before `until`, as far as the projection reaches; the days before the first stand in a row of their own. */
export const paydayTable = (projection: Projection, from: string, until: string): PaydayRow[] => [...eachRow(projection, from, until, true)]

/** The same without movements, of which there may be hundreds of thousands: none is kept. */
export const paydaySums = (projection: Projection, from: string, until: string): Omit<PaydayRow, 'movements'>[] =>
  [...eachRow(projection, from, until, false)].map(({ movements: _movements, ...row }) => row)

function* eachRow(projection: Projection, from: string, until: string, keepsMovements: boolean): Generator<PaydayRow> {
  const begins = from < projection.start_date ? projection.start_date : from
  const ends = until < projection.until ? until : projection.until
  if (begins >= ends) return
  let row = rowFrom(projection, begins, false)
  for (const day of eachDay(eachMovement(projection, begins, ends))) {
    if (day.some(({ kind }) => kind === 'income')) {
      const [{ date }] = day as [Movement]
      if (date > row.from) yield endedBefore(projection, row, date)
      row = rowFrom(projection, date, true)
    }
    for (const { kind, available_cents } of day) {
      if (kind === 'income') row.lands_cents += available_cents
      else if (setAside.has(kind)) row.set_aside_cents -= available_cents
      else row.due_cents -= available_cents
    }
    if (keepsMovements) row.movements.push(...day)
  }
  yield endedBefore(projection, row, ends)
}

/** Those of the main account, a day's at a time. */
function* eachDay(movements: Iterable<Movement>): Generator<Movement[]> {
  let day: Movement[] = []
  for (const movement of movements) {
    if (movement.kind === 'balance' || (movement.available_cents === 0 && movement.pot_cents === 0)) continue
    if (day.length > 0 && day[0]!.date !== movement.date) {
      yield day
      day = []
    }
    day.push(movement)
  }
  if (day.length > 0) yield day
}

const rowFrom = (projection: Projection, from: string, is_payday: boolean): PaydayRow => ({
  from, until: from, is_payday, carried_in_cents: heldOn(projection, from).before!.available_cents,
  lands_cents: 0, set_aside_cents: 0, due_cents: 0, left_cents: 0, movements: [],
})

const endedBefore = (projection: Projection, row: PaydayRow, until: string): PaydayRow => ({
  ...row, until, left_cents: heldOn(projection, addDays(until, -1)).after!.available_cents,
})
