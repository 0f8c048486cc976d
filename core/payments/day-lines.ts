/** Days as lists that sum: what is there as a day begins, each payment and each movement of a pot, what is there as it ends. */
import { addDays } from '../calendar.ts'
import { isBetweenAccounts, paymentKey, paymentsAhead, skippedAhead } from './payments-ahead.ts'
import { heldOn, type Held } from './held-on.ts'
import type { DatedPayment, SkippedPayment } from './payments-between.ts'
import type { RowRef } from '../projection/explanation.ts'
import { movementsBetween, type Movement } from '../projection/movements.ts'
import type { Projection } from '../projection/projection.ts'
import type { Scenario } from '../scenario.ts'
import { isSpread } from '../schedule/spread.ts'

/** A payment, or what a pot takes or gives because of it, or as the plan begins. */
export type DayLine = { available_cents: number; pot_cents: number } & (
  | { payment: DatedPayment; movement: null }
  | { payment: null; movement: Movement }
)

export interface DayLines {
  date: string
  /** As the day begins, and as it ends; null: the plan does not have this day. */
  before: Held | null
  after: Held | null
  /** Those that count sum to what the day changes; paid ones and ones before the plan begins move nothing. */
  lines: DayLine[]
  /** What would fall on this day and is left out. */
  skipped: SkippedPayment[]
}

/** The days from `from` to before `until` on which there is something to tell. `told`: their payments; left out, those ahead. */
export function dayLines(projection: Projection, from: string, until: string, told?: readonly DatedPayment[]): DayLines[] {
  const own = ownMovements(projection, from, until)
  const isPart = partTest(projection.scenario)
  const payments = Map.groupBy(
    (told ?? paymentsAhead(projection, from, until, own)).filter((payment) => payment.state !== 'planned' || !isPart(payment)),
    ({ date }) => date,
  )
  const movements = Map.groupBy(own, ({ date }) => date)
  const skips = Map.groupBy(skippedAhead(projection.scenario, from, until, projection.today), ({ date }) => date)
  const days: DayLines[] = []
  for (let date = from; date < until; date = addDays(date, 1)) {
    const [due, moved, skipped] = [payments.get(date) ?? [], movements.get(date) ?? [], skips.get(date) ?? []]
    if (due.length + moved.length + skipped.length > 0)
      days.push({ date, ...heldOn(projection, date), lines: linesOf(due, moved), skipped })
  }
  return days
}

/** Days in a row that are told as one, until `last_date`. */
export interface ToldDays extends DayLines {
  last_date: string
}

/**
 * Days on which nothing happens but everyday spending are told together, each bill once with the sum of those days; any other day stands by
 * itself, and so does `alone`.
 */
export function quietDaysTogether({ scenario }: Projection, days: readonly DayLines[], alone: string): ToldDays[] {
  const isPart = partTest(scenario)
  const isQuiet = ({ date, lines, skipped }: DayLines): boolean =>
    date !== alone &&
    skipped.length === 0 &&
    lines.every(({ movement }) => movement !== null && movement.kind === 'bill' && movement.row !== null && isPart(movement.row))
  const told: ToldDays[] = []
  for (const day of days) {
    const before = told.at(-1)
    if (before && isQuiet(before) && isQuiet(day) && addDays(before.last_date, 1) === day.date) {
      told[told.length - 1] = { ...before, last_date: day.date, after: day.after, lines: summed([...before.lines, ...day.lines]) }
    } else told.push({ ...day, last_date: day.date })
  }
  return told
}

/** Days whose everyday spending is told by itself: several such lines are one, and what else is due is not drowned by them. */
export interface WithEveryday extends ToldDays {
  /** What leaves over the days, a line each bill, where it is more than one; with it `lines` sum to what the days change. */
  everyday: DayLine[]
}

export function everydayApart({ scenario }: Projection, days: readonly ToldDays[]): WithEveryday[] {
  const isPart = partTest(scenario)
  const isEveryday = ({ movement }: DayLine): boolean => movement?.kind === 'bill' && movement.row !== null && isPart(movement.row)
  return days.map((day) => {
    const everyday = day.lines.filter(isEveryday)
    return everyday.length > 1 ? { ...day, lines: day.lines.filter((line) => !isEveryday(line)), everyday } : { ...day, everyday: [] }
  })
}

/** A line for each row. */
function summed(lines: readonly DayLine[]): DayLine[] {
  const total = (of: readonly DayLine[], which: 'available_cents' | 'pot_cents'): number => of.reduce((sum, line) => sum + line[which], 0)
  return [...Map.groupBy(lines, ({ movement }) => movement!.row!.id).values()].map((of) => ({
    ...of[0]!,
    available_cents: total(of, 'available_cents'),
    pot_cents: total(of, 'pot_cents'),
  }))
}

/**
 * What pots, transfers and payments of cards do, and what each day takes of bills that leave over the days. Without any there is nothing to
 * listen to.
 */
function ownMovements(projection: Projection, from: string, until: string): Movement[] {
  const { scenario, pots, accounts } = projection
  if (pots.length === 0 && accounts.length === 0 && !scenario.bills.some(isSpread)) return []
  const isPart = partTest(scenario)
  const isOwn = ({ target, kind, row }: Movement): boolean =>
    target !== null || kind === 'moved' || (kind === 'bill' && row !== null && isPart(row))
  return movementsBetween(projection, from, until).filter(
    (movement) => isBetweenAccounts(movement) || (isOwn(movement) && (movement.available_cents !== 0 || movement.pot_cents !== 0)),
  )
}

/** Whether a payment leaves over the days of its period: each day has its part of it as a line. */
function partTest({ bills }: Scenario): (row: Pick<RowRef, 'collection' | 'id'>) => boolean {
  const spread = new Set(bills.filter(isSpread).map(({ id }) => id))
  return ({ collection, id }) => collection === 'bills' && spread.has(id)
}

/** What pots do because of a payment stands behind it; what they do as the plan begins comes first. */
function linesOf(payments: readonly DatedPayment[], movements: readonly Movement[]): DayLine[] {
  const pots = Map.groupBy(
    movements.filter((movement) => !isBetweenAccounts(movement)),
    ({ row }) => row && paymentKey(row),
  )
  const moved = new Map(movements.filter(isBetweenAccounts).map((movement) => [paymentKey(movement.row!), movement.available_cents]))
  const because = (key: string | null): DayLine[] =>
    (pots.get(key) ?? []).map((movement) => ({
      payment: null,
      movement,
      available_cents: movement.available_cents,
      pot_cents: movement.pot_cents,
    }))
  const known = new Set(payments.map(paymentKey))
  const others = [...pots].flatMap(([key]) => (key !== null && !known.has(key) ? because(key) : []))
  const paid = payments.flatMap((payment): DayLine[] => [
    { payment, movement: null, available_cents: moved.get(paymentKey(payment)) ?? movedBy(payment), pot_cents: 0 },
    ...(payment.state === 'planned' ? because(paymentKey(payment)) : []),
  ])
  return [...because(null), ...paid, ...others]
}

/** What a bill or an income does to the main account. */
const movedBy = ({ state, collection, amount_cents, account_id, to_account_id }: DatedPayment): number =>
  state !== 'planned' || account_id !== null || to_account_id !== undefined ? 0 : collection === 'incomes' ? amount_cents : -amount_cents
