/** The figures of compared plans in words: what each row is called, what a plan has there, and what it is more or less. */
import type { ComparedFigure, ComparedName, ComparedValue } from '../../../core/comparison/projections.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate, formatShortWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { levelOf, type Level } from '../planning/figures.ts'

export interface RowWords {
  label: string
  /** Which days, what is counted: small beside the label. */
  note: string
}

interface Compared {
  projections: readonly Projection[]
  /** "1 year". */
  span: string
  /** The same in days. */
  days: number
}

/** The first day below the floor is looked for so far at least, however short the picture. */
const leastDaysCounted = 366

export function rowWords({ figure, goal }: ComparedFigure, { projections, span, days }: Compared): RowWords {
  const watchedDays = [...new Set(projections.map(({ scenario }) => scenario.safety_days))]
  const watched = watchedDays.length === 1 ? `in the next ${watchedDays[0]} days` : 'in the days each plan watches'
  const words: Record<Exclude<ComparedName, 'goal'>, RowWords> = {
    lowest_point: { label: 'Lowest point', note: watched },
    lowest_in_span: { label: 'Lowest in the picture', note: `within ${span}` },
    safe_to_spend: { label: 'Safe to spend', note: 'lowest point less the floor' },
    due_before_payday: { label: 'Due before payday', note: '' },
    first_below_floor: { label: 'First day below the floor', note: days > leastDaysCounted ? `within ${span}` : 'within a year' },
    money_in: { label: 'Comes in', note: `within ${span}` },
    money_out: { label: 'Goes out', note: `within ${span}` },
    end_available: { label: 'Left at the end', note: `after ${span}` },
    end_total: { label: 'Left, with what is set aside', note: `after ${span}` },
  }
  return figure === 'goal' ? { label: goal ?? '', note: 'goal' } : words[figure]
}

export interface ValueWords {
  /** What stands large; null: the plan has no such figure, which `note` says. */
  text: string | null
  note: string
  level: Level
}

/** What a plan has there. */
export function valueWords({ figure, goal_ids }: ComparedFigure, { cents, total_cents, date }: ComparedValue, projection: Projection, nth: number): ValueWords {
  const { scenario, today } = projection
  const { currency_code, floor_cents } = scenario
  const on = date === null ? '' : `on ${formatShortWeekday(date, today)}`
  if (figure === 'first_below_floor') return date === null || cents === null ? { text: null, note: 'stays above it', level: 'fine' } : { text: formatDate(date, today), note: `down to ${formatMoney(cents, currency_code)}`, level: levelOf({ available_cents: cents, total_cents: total_cents ?? cents }, floor_cents) }
  if (figure === 'goal') return goalWords(goal_ids[nth] !== null, cents ?? 0, date, projection)
  if (cents === null) return { text: null, note: 'not within these days', level: 'fine' }
  const aside = total_cents !== null && total_cents > cents ? `${formatMoney(total_cents - cents, currency_code)} more in pots` : ''
  const isBalance = figure === 'lowest_point' || figure === 'lowest_in_span' || figure === 'end_available'
  const isWhen = figure === 'lowest_point' || figure === 'lowest_in_span'
  return { text: formatMoney(cents, currency_code), note: [isWhen ? on : '', isBalance ? aside : ''].filter((words) => words !== '').join(', '), level: isBalance ? levelOf({ available_cents: cents, total_cents: total_cents ?? cents }, floor_cents) : 'fine' }
}

function goalWords(isThere: boolean, cents: number, date: string | null, { scenario, today }: Projection): ValueWords {
  if (!isThere) return { text: null, note: 'no such goal', level: 'fine' }
  if (date !== null) return { text: formatDate(date, today), note: 'reached', level: 'fine' }
  return { text: formatMoney(cents, scenario.currency_code), note: 'saved, not reached', level: 'fine' }
}

export const levelWords = (level: Level, floor_cents: number): string => (level === 'fine' ? '' : level === 'in_pots' ? 'short in what is free' : level === 'below_zero' && floor_cents >= 0 ? 'below zero' : 'below the floor')

/** What a plan has more or less, or later or earlier, than the first; '' where there is nothing to compare. */
export function deltaWords({ figure, values }: ComparedFigure, nth: number, currency_code: string): string {
  const { delta_cents, delta_days } = values[nth]!
  if (figure === 'first_below_floor' || (figure === 'goal' && delta_days !== null)) return delta_days === null ? '' : daysWords(delta_days)
  if (delta_cents === null) return ''
  return delta_cents === 0 ? 'the same' : signed(delta_cents, currency_code)
}

/** What the explanation of a difference tells of; where the figure is a day, of what there is on the earlier one. */
export function deltaLead({ figure, values }: ComparedFigure, nth: number, projections: readonly Projection[]): string {
  const [first, other] = [projections[0]!, projections[nth]!]
  const [earlier] = [values[0]!, values[nth]!].flatMap(({ date }) => date ?? []).sort()
  const day = earlier === undefined ? '' : formatDate(earlier, first.today)
  const rest = `What only one of the two plans has, or has otherwise. A minus is what “${other.scenario.name}” has less.`
  if (figure === 'first_below_floor') return `Why they differ on ${day}. ${rest}`
  if (figure === 'goal') return earlier === undefined ? rest : `Why they differ in what is saved by ${day}. ${rest}`
  return figure === 'money_out' || figure === 'due_before_payday' ? `What only one of the two plans has, or has otherwise. A minus is what “${other.scenario.name}” pays less.` : rest
}

const signed = (cents: number, currency_code: string): string => (cents > 0 ? `+${formatMoney(cents, currency_code)}` : formatMoney(cents, currency_code))

function daysWords(days: number): string {
  if (days === 0) return 'the same day'
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return days > 0 ? `${count} later` : `${count} earlier`
}

/** Whether a row says nothing that another does not say already: the picture's lowest day where it is the watched one. */
export const isRepeated = (row: ComparedFigure, figures: readonly ComparedFigure[]): boolean => {
  const headline = figures.find(({ figure }) => figure === 'lowest_point')
  return row.figure === 'lowest_in_span' && row.values.every(({ cents, date }, nth) => cents === headline?.values[nth]?.cents && date === headline?.values[nth]?.date)
}
