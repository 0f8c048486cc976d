/**
 * Which bills should be due on other days, so that the floor holds: the fewest, and of those the highest low point, with what proves it.
 */
import { addDays, dateOf, dayOf, isPlainDate } from '../calendar.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { lowReason, type LowReason } from '../projection/low-reason.ts'
import { project } from '../projection/project.ts'
import type { DayBalance } from '../projection/figures/figure.ts'
import { projectionWork } from '../projection/work.ts'
import { problem } from '../problem.ts'
import { rowEdit } from '../edit/row-edits.ts'
import type { Scenario } from '../scenario.ts'
import { dueDays, gainsOf, type DueDay, type MovableBill, type StaysBecause } from './due-days.ts'
import { fewestMoves } from './fewest-moves.ts'
import { balanceWith, belowIn, looking, lookOver, tightestDay, type Looking, type Refused } from './looking.ts'

export interface MoveBillsAsked {
  /** The person's day, YYYY-MM-DD. */
  today: string
  /** The first day on which a payment may be otherwise: billers take a month or two. Absent: today. */
  from?: string | undefined
  /** The last day on which the floor has to hold; today or later. Absent: the last of those that the plan watches. */
  until?: string | undefined
  /** The days of the month that may be chosen, from the one to the other, 1 to 31. Absent: 1 to 28, which every month has. */
  first_day?: number | undefined
  last_day?: number | undefined
}

export interface BillMove {
  bill_id: string
  name: string
  amount_cents: number
  /** Days of the month, 1 to 31: in a shorter month its last day. */
  from_day: number
  to_day: number
  /** The first payment that moves, as the rule names it, and where it goes. */
  date: string
  to: string
  /** The lowest day with all moves but this one, the earliest on ties. */
  without: { date: string; available_cents: number }
}

export interface BillsMoved {
  today: string
  from: string
  until: string
  /** From this day on the floor has to hold: today, or the day behind those that are below it and lie before all that a move changes. */
  held_from: string
  /** The lowest of the days before it: it is below the floor, whatever is moved. Null: there is none. */
  below_before: DayBalance | null
  /** The lowest day from then on as the plan is, the earliest on ties, and why it is low. */
  before: DayBalance
  reason: LowReason | null
  /** The fewest moves after which the floor holds; where none do, the fewest that bring the lowest day highest. In list order. */
  moves: BillMove[]
  /** The lowest day with them. */
  lowest: DayBalance
  /** How far that is below the floor; 0: the floor holds. */
  short_cents: number
  /** The highest that the lowest day comes with one move less; null: there is no move, or it is not proven. */
  one_fewer: { cents: number } | null
  /** false: there were too many bills and days to look at all of them, so that fewer moves, or a higher low point, may be possible. */
  is_proven: boolean
  /** Bills that are paid in these days and stay where they are, with the reason. */
  stays: { bill_id: string; name: string; because: StaysBecause }[]
}

/**
 * With it the edit of each move, by the bill's id. Problems: `window_is_not_valid` for days that have passed or are too far;
 * `value_is_not_valid` for days of no month; those of a projection.
 */
export function moveBills(
  scenario: Scenario,
  asked: MoveBillsAsked,
): { ok: true; answer: BillsMoved; edits: Map<string, ScenarioEdit> } | Refused {
  const { today, first_day = 1, last_day = 28 } = asked
  if (!isPlainDate(today)) return { ok: false, problems: [problem('date_must_be_a_calendar_day', '/today')] }
  const now_date = today > scenario.start_date ? today : scenario.start_date
  const { from = now_date, until = addDays(now_date, scenario.safety_days - 1) } = asked
  if (!isPlainDate(from)) return { ok: false, problems: [problem('date_must_be_a_calendar_day', '/from')] }
  if (first_day < 1 || last_day > 31 || first_day > last_day) return { ok: false, problems: [problem('value_is_not_valid', '/last_day')] }
  const seen = looking(scenario, today, until, 1, '/until')
  if (!seen.ok) return seen
  const { look } = seen
  const [first, last] = [look.start_day + look.now, dayOf(until)!]
  const { movable, stays } = dueDays(scenario, look, Math.max(first, dayOf(from)!), last, [first_day, last_day])
  const gains = gainsOf(scenario, look, last)
  const slack = Float64Array.from({ length: last - first + 1 }, (_, day) => look.available_cents[look.now + day]! - look.floor_cents)
  const holds = (): boolean => slack.every((cents) => cents >= 0)
  const none = { ways: movable.map((): Moved[] => []), isWhole: true }
  const all = holds() ? none : tried(movable, gains, look)
  // What is below the floor before anything moves is not held against the moves.
  const held = slack.slice(0, Math.max(0, firstAdded(all.ways))).findLastIndex((cents) => cents < 0) + 1
  slack.fill(Infinity, 0, held)
  const { ways, isWhole } = holds() ? none : all
  const found = fewestMoves(
    slack,
    ways.map((own) => own.map(({ added }) => added)),
    0,
  )
  const latest = ways.flatMap((own, nth) => own.slice(found.best.ways[nth], found.best.ways[nth]! + 1))
  const is_proven = isWhole && found.isProven
  const chosen = is_proven ? nearest(slack, latest, found.best.lowest, gains) : latest
  const lowest = lowestWith(scenario, look, chosen, look.now + held, until)
  const tight = tightestDay(look, look.now + held, last - look.start_day + 1)
  const answer: BillsMoved = {
    today,
    from,
    until,
    held_from: dateOf(first + held),
    below_before: belowIn(look, look.now, look.now + held),
    before: balanceWith(look, tight, 0),
    reason: lowReason(look.projection, dateOf(look.start_day + tight)),
    moves: chosen.map(({ movable: { bill, day }, to }, nth) => {
      const level = levelWith(slack, chosen.toSpliced(nth, 1))
      const least = level.indexOf(level.reduce((lowest_cents, cents) => Math.min(lowest_cents, cents), Infinity))
      const without = { date: dateOf(first + least), available_cents: level[least]! + look.floor_cents }
      return {
        bill_id: bill.id,
        name: bill.name,
        amount_cents: to.amount_cents,
        from_day: day,
        to_day: to.day,
        date: to.date,
        to: to.to,
        without,
      }
    }),
    lowest,
    short_cents: Math.max(0, look.floor_cents - lowest.available_cents),
    one_fewer: is_proven && found.one_fewer ? { cents: found.one_fewer.lowest + look.floor_cents } : null,
    is_proven,
    stays: stays.map(({ bill, because }) => ({ bill_id: bill.id, name: bill.name, because })),
  }
  return { ok: true, answer, edits: new Map(chosen.map(({ movable: { bill }, to }) => [bill.id, rowEdit('bills', bill, to.fields)])) }
}

/** A bill on another day, and what that adds to each day. */
interface Moved {
  movable: MovableBill
  to: DueDay
  added: Float64Array
}
type Gains = ReturnType<typeof gainsOf>

/** How much is tried in payments that are gone through, and what a bill without a pot counts for. */
const most_work = 1_000_000
const bill_work = 2_500

/** By bill the days that are tried. A later one is never worse where no pot pays the bill, so that the latest stands for all. */
function tried(movable: readonly MovableBill[], gains: Gains, { projection }: Looking): { ways: Moved[][]; isWhole: boolean } {
  const { payments, postings } = projectionWork(projection.scenario, {
    start_day: projection.start_day,
    until_day: projection.start_day + projection.counted,
  })
  // Of a bill that a pot pays each day is projected.
  const work = movable.map(({ hasPot, allowed }) => (hasPot ? allowed * (payments + postings / 4) : bill_work))
  let left = most_work
  const isTried = work.map((own) => (left -= own) >= 0)
  const ways = movable.map((one, nth) => {
    if (!isTried[nth]) return []
    const days = one.hasPot ? [...one.days()] : one.days().take(1).toArray()
    return days.map((to) => ({ movable: one, to, added: gains(one, to) })).filter(({ added }) => added.some((cents) => cents > 0))
  })
  return { ways, isWhole: !isTried.includes(false) }
}

/** The first day that some move changes; -1: none does. */
const firstAdded = (ways: readonly (readonly Moved[])[]): number =>
  ways.flat().reduce((first, { added }) => {
    const day = added.findIndex((cents) => cents !== 0)
    return first < 0 || day < first ? day : first
  }, -1)

/** Each bill that moves, in their order, as near to its own day as leaves the lowest day as high. */
function nearest(slack: Float64Array, chosen: readonly Moved[], lowest: number, gains: Gains): Moved[] {
  const level = levelWith(slack, chosen)
  return chosen.map((latest) => {
    addTo(level, latest.added, -1)
    const days = [...latest.movable.days()].sort((a, b) => distance(a) - distance(b))
    const near =
      days
        .map((to) => ({ ...latest, to, added: gains(latest.movable, to) }))
        .find(({ added }) => level.every((cents, day) => cents + added[day]! >= lowest)) ?? latest
    addTo(level, near.added, 1)
    return near
  })
}

const distance = ({ date, to }: DueDay): number => Math.abs(dayOf(to)! - dayOf(date)!)

function levelWith(slack: Float64Array, moves: readonly Moved[]): Float64Array {
  const level = slack.slice()
  for (const { added } of moves) addTo(level, added, 1)
  return level
}

function addTo(level: Float64Array, added: Float64Array, sign: 1 | -1): void {
  for (let day = 0; day < level.length; day += 1) level[day]! += sign * added[day]!
}

/** The lowest day of the plan with some moves, as it is projected. */
function lowestWith(scenario: Scenario, look: Looking, moves: readonly Moved[], from: number, until: string): DayBalance {
  const fields = new Map(moves.map(({ movable: { bill }, to }) => [bill, to.fields]))
  const bills = scenario.bills.map((bill) => (fields.has(bill) ? { ...bill, ...fields.get(bill) } : bill))
  const projected = project({ ...scenario, bills }, { today: look.projection.today, until: dateOf(dayOf(until)! + 1) })
  const after = projected.ok ? lookOver(projected.projection) : look
  return balanceWith(after, tightestDay(after, from, dayOf(until)! - after.start_day + 1), 0)
}
