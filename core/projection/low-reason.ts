/** Why the lowest point is that low: what left between the last payday and that day, and what was due once in the weeks before. */
import { addDays } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import { movementsBetween, type Movement } from './movements.ts'
import { isOnce } from '../schedule/schedule.ts'
import type { Projection } from './projection.ts'

/** What one bill, or what is set aside for one target, took since the last payday. */
export interface LowCause {
  kind: 'bill' | 'set_aside'
  name: string
  /** > 0: what it took of what is available. */
  cents: number
  /** How many times, and when last. */
  count: number
  date: string
}

export interface LowReason {
  /** The last payday up to the low, or the first day that counts where there is none. */
  since: string
  /** The largest; with it the next one, where it is not half of all, or that is as large. */
  causes: LowCause[]
  /** Whether these are half of all that left, or more. */
  is_most: boolean
  /** How many more there are. */
  others: number
}

/** What comes in on the way and is less than this part of the largest payday is no payday. */
const least_part = 0.5
/** Paydays further back than this say nothing of a low. */
const days_back = 62

/** Null: nothing left since, or the day is not in the projection. */
export function lowReason(projection: Projection, date = projection.lowest_point.date): LowReason | null {
  const earliest = addDays(date, -days_back)
  const movements = movementsBetween(projection, earliest, addDays(date, 1))
  const since = lastPayday(movements) ?? [earliest, projection.start_date].sort().at(-1)!
  // What repeats is paid by each payday anew; what is due once is made up for by none.
  const isOnce = onceTest(projection)
  const causes = causesOf(movements.filter((movement) => movement.date >= since || isOnce(movement))).sort((a, b) => b.cents - a.cents)
  const [largest] = causes
  if (!largest) return null
  const sum = (list: readonly LowCause[]): number => sumOf(list.map(({ cents }) => cents))
  const isMost = (list: readonly LowCause[]): boolean => sum(list) * 2 >= sum(causes)
  const named = causes.slice(0, isMost([largest]) && causes[1]?.cents !== largest.cents ? 1 : 2)
  return { since, causes: named, is_most: isMost(named), others: causes.length - named.length }
}

/** Whether what a movement is about is due a single time. */
function onceTest({ scenario: { bills, transfers } }: Projection): (movement: Movement) => boolean {
  const once = new Set([...bills, ...transfers].filter(({ schedule }) => isOnce(schedule)).map(({ id }) => id))
  return ({ row, target }) => row !== null && (target === null || target === `bill:${row.id}`) && once.has(row.id)
}

function lastPayday(movements: readonly Movement[]): string | null {
  const paydays = [
    ...Map.groupBy(
      movements.filter(({ kind }) => kind === 'income'),
      ({ date }) => date,
    ),
  ].map(([date, incomes]) => ({ date, cents: sumOf(incomes.map(({ available_cents }) => available_cents)) }))
  const largest = Math.max(0, ...paydays.map(({ cents }) => cents))
  return paydays.findLast(({ cents }) => cents > 0 && cents >= largest * least_part)?.date ?? null
}

/** A bill and what its pot pays are one cause; what rules take is one a target, whichever income they take it of. */
function causeKey({ kind, name, row, target, accounts }: Movement): string {
  if (kind === 'moved') return `account:${accounts.find(({ cents }) => cents > 0)?.account_id ?? ''}`
  return target === null || kind === 'from_pot' ? (row?.id ?? name) : target
}

/** A bill counts with what its pot does not pay, a pot with what it takes and does not give back. What was set aside before is none. */
function causesOf(movements: readonly Movement[]): LowCause[] {
  const causes = new Map<string, LowCause>()
  for (const movement of movements) {
    const { kind, name, available_cents, date } = movement
    if (kind === 'income' || kind === 'balance' || kind === 'opening_pot') continue
    const isBill = kind !== 'moved' && (movement.target === null || kind === 'from_pot')
    const key = causeKey(movement)
    const known = causes.get(key) ?? { kind: isBill ? 'bill' : 'set_aside', name, cents: 0, count: 0, date }
    causes.set(key, {
      ...known,
      cents: known.cents - available_cents,
      count: known.count + Number(kind !== 'from_pot' && kind !== 'released'),
      date,
    })
  }
  return [...causes.values()].filter(({ cents }) => cents > 0)
}
