/** Paydays as a table: what each brings, and what it has to carry until the next one. */
import { addDays } from '../calendar.ts'
import { heldOn } from './day-lines.ts'
import { sumOf } from '../money/money.ts'
import { movementsBetween, type Movement, type MovementKind } from '../projection/movements.ts'
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
export function paydayTable(projection: Projection, from: string, until: string): PaydayRow[] {
  const begins = from < projection.start_date ? projection.start_date : from
  const ends = until < projection.until ? until : projection.until
  if (begins >= ends) return []
  const movements = movementsBetween(projection, begins, ends).filter(({ kind, available_cents, pot_cents }) => kind !== 'balance' && (available_cents !== 0 || pot_cents !== 0))
  const paydays = [...new Set(movements.filter(({ kind }) => kind === 'income').map(({ date }) => date))]
  const starts = paydays[0] === begins ? paydays : [begins, ...paydays]
  return starts.map((start, nth): PaydayRow => {
    const next = starts[nth + 1] ?? ends
    const own = movements.filter(({ date }) => date >= start && date < next)
    const sum = (isMeant: (kind: MovementKind) => boolean): number => sumOf(own.filter(({ kind }) => isMeant(kind)).map(({ available_cents }) => available_cents))
    return {
      from: start,
      until: next,
      is_payday: paydays.includes(start),
      carried_in_cents: heldOn(projection, start).before!.available_cents,
      lands_cents: sum((kind) => kind === 'income'),
      set_aside_cents: 0 - sum((kind) => setAside.has(kind)),
      due_cents: 0 - sum((kind) => kind !== 'income' && !setAside.has(kind)),
      left_cents: heldOn(projection, addDays(next, -1)).after!.available_cents,
      movements: own,
    }
  })
}
