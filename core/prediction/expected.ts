/** What a bill is expected to cost next, and on which of its coming dates something else: last year's season, an extra salary. */
import { inOrder, type Exceptions } from '../schedule/exceptions.ts'

export interface Expected {
  amount_cents: number
  amount_low_cents: number
  amount_high_cents: number
  /** By nominal date, where a date's amount is known to differ. */
  amounts: Record<string, number>
  because: 'season' | 'usual' | 'extra' | null
}
/** A date that was or comes: its day, its month counted from year 0, and of two in a month which of them; else 0. */
export interface OnDate {
  day: number
  month: number
  half: number
}
export interface Past extends OnDate {
  amount: number
}
export interface Coming extends OnDate {
  date: string
}

/** Charges that the range and the middle of a varying amount are taken from: a year of months. */
const recent_charges = 12
/** An amount above the usual one by such a share is an extra sum. */
const extra_share = 1.25
const days_of_year = 365
/** Months with the same month of the year before that must be known, and how much closer they must be than the middle. */
const season_pairs = 4
const season_gain = 0.65

/**
 * `coming`: the dates to come, counted only where a date may differ. `varies`: the amount has no price that stays. `isSlow`: charges are
 * months apart, so that the latest price says more than those before it.
 */
export function expectedOf(
  past: readonly Past[],
  coming: () => readonly Coming[],
  direction: 'in' | 'out',
  varies: boolean,
  isSlow: boolean,
): Expected {
  const amounts = past.map(({ amount }) => amount)
  const few = direction === 'in' ? fewSums(amounts.slice(-recent_charges)) : null
  if (few !== null) {
    const { amounts: extras } = withExtras(past, coming, few.amount_cents)
    return { ...few, amounts: byHalf(past, coming, few.amount_cents) ?? extras, because: null }
  }
  const usual = usualOf(amounts, direction, varies)
  if (usual !== null) return withExtras(past, coming, usual)
  if (!varies) return plain(amounts.at(-1)!)
  if (isSlow) {
    const recent = amounts.slice(-3)
    // What gets dearer each time costs the latest price or more, so that earlier ones are no range.
    if (rises(amounts)) return plain(amounts.at(-1)!)
    return { ...plain(middle(recent)), amount_low_cents: Math.min(...recent), amount_high_cents: Math.max(...recent) }
  }
  const recent = amounts.slice(-recent_charges).sort((a, b) => a - b)
  return bySeason(past, coming) ?? { ...plain(middle(recent)), amount_low_cents: recent[0]!, amount_high_cents: recent.at(-1)! }
}

/** What is expected of single dates: those that bring nothing, and those of another amount. */
export const exceptionsExpected = (amounts: Record<string, number>, nothing: readonly string[]): Exceptions =>
  inOrder({
    ...Object.fromEntries(Object.entries(amounts).map(([date, amount_cents]) => [date, { amount_cents }])),
    ...Object.fromEntries(nothing.map((date) => [date, { skipped: true as const }])),
  })

const plain = (amount: number): Expected => ({
  amount_cents: amount,
  amount_low_cents: amount,
  amount_high_cents: amount,
  amounts: {},
  because: null,
})

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!]
  return low + Math.floor((high - low) / 2)
}
const rises = (amounts: readonly number[]): boolean =>
  amounts.slice(1).filter((amount, at) => amount >= 0.99 * amounts[at]!).length >= 0.7 * (amounts.length - 1)

/** Sums that come again are so much of those that came where one comes mostly; and so many are asked for. */
const mostly = 2 / 3
const fewest_sums = 4

/**
 * Pay of a few sums: the one of them that comes again and is nearest to the middle, and between which they lie. null: each sum that comes
 * again has its own time, as before and after a rise, and there is little besides.
 */
function fewSums(recent: readonly number[]): Pick<Expected, 'amount_cents' | 'amount_low_cents' | 'amount_high_cents'> | null {
  const counts = new Map<number, number>()
  for (const amount of recent) counts.set(amount, (counts.get(amount) ?? 0) + 1)
  const again = recent.filter((amount) => counts.get(amount)! >= 2)
  const changes = again.filter((amount, at) => at > 0 && amount !== again[at - 1]).length
  const isByTurns = changes >= Math.max(2, new Set(again).size)
  const steps = new Set(recent.slice(1).map((amount, at) => Math.sign(amount - recent[at]!)))
  const isLoose = again.length < mostly * recent.length && steps.has(1) && steps.has(-1)
  const center = middle(recent)
  const near = recent.filter((amount) => amount <= extra_share * center && amount * extra_share >= center).sort((a, b) => a - b)
  const habitual = near.filter((amount) => counts.get(amount)! >= 2)
  if (near.length < fewest_sums || habitual.length === 0 || !(isByTurns || isLoose)) return null
  const amount_cents = habitual.reduce((best, amount) => (Math.abs(amount - center) < Math.abs(best - center) ? amount : best))
  return { amount_cents, amount_low_cents: near[0]!, amount_high_cents: near.at(-1)! }
}

/** Of two dates a month, all of one above all of the other lately: what comes on those to come, where it is not the usual sum. */
function byHalf(past: readonly Past[], coming: () => readonly Coming[], usual: number): Record<string, number> | null {
  const halves = [0, 1].map((half) => past.slice(-recent_charges).flatMap((one) => (one.half === half ? [one.amount] : [])))
  const [one, other] = halves as [number[], number[]]
  if (Math.min(one.length, other.length) < fewest_of_half) return null
  if (Math.max(...one) >= Math.min(...other) && Math.max(...other) >= Math.min(...one)) return null
  const sums = halves.map(middle)
  return Object.fromEntries(coming().flatMap(({ half, date }) => (sums[half] === usual ? [] : [[date, sums[half]!]])))
}
const fewest_of_half = 3

/** The sum that comes mostly, where others come now and then and it comes back; null: there is none, or the latest amount is it. */
function usualOf(amounts: readonly number[], direction: 'in' | 'out', varies: boolean): number | null {
  const recent = amounts.slice(-recent_charges)
  if (recent.length < 4) return null
  const counts = new Map<number, number>()
  for (const amount of recent) counts.set(amount, (counts.get(amount) ?? 0) + 1)
  const repeated = recent.filter((amount) => counts.get(amount)! >= 2)
  if (repeated.length < 0.5 * recent.length) return null
  const last = recent.at(-1)!
  const usual = repeated.at(-1)!
  if (last === usual) return direction === 'in' || varies ? usual : null
  const cameBack = amounts.some(
    (amount, at) => at > 0 && at + 1 < amounts.length && amount !== amounts[at - 1] && amounts[at + 1] === amounts[at - 1],
  )
  return varies || cameBack || (direction === 'in' && (last > extra_share * usual || last * extra_share < usual)) ? usual : null
}

/** An extra sum is expected where it came in the same month of two years, on the one date that is nearest to a year later. */
function withExtras(past: readonly Past[], coming: () => readonly Coming[], usual: number): Expected {
  const extras = past.flatMap((one, at) => {
    const beside = past[at - 1]?.amount ?? past[at + 1]?.amount ?? usual
    return one.amount > extra_share * beside && one.amount > extra_share * (past[at + 1]?.amount ?? usual)
      ? [{ ...one, ratio: one.amount / (past[at + 1]?.amount ?? beside) }]
      : []
  })
  const amounts: Record<string, number> = {}
  for (const last of extras.length < 2 ? [] : extras) {
    const isYearsOff = (other: OnDate, months: number): boolean => other.month - last.month === months && other.half === last.half
    const before = extras.find((extra) => isYearsOff(extra, -12))
    const dates = before === undefined ? [] : coming().filter((date) => isYearsOff(date, 12))
    if (before === undefined || dates.length === 0) continue
    const off = ({ day }: OnDate): number => Math.abs(day - last.day - days_of_year)
    const next = dates.reduce((best, one) => (off(one) < off(best) ? one : best))
    const hasBeen = past.some((one) => off(one) < off(next))
    if (!hasBeen) amounts[next.date] = Math.round((usual * (last.ratio + before.ratio)) / 2)
  }
  return {
    ...plain(usual),
    amounts,
    because: Object.keys(amounts).length > 0 ? 'extra' : past.some(({ amount }) => amount !== usual) ? 'usual' : null,
  }
}

/** Last year's same month times this year's level, where that says more than the middle; else null. */
function bySeason(past: readonly Past[], coming: () => readonly Coming[]): Expected | null {
  const known = new Map(past.map(({ month, amount }) => [month, Math.log(amount)]))
  const changes = past
    .slice(-recent_charges)
    .flatMap(({ month, amount }) => (known.has(month - 12) ? [Math.log(amount) - known.get(month - 12)!] : []))
  if (changes.length < season_pairs) return null
  const level = middleOf(changes.slice(-6))
  const spread = changes.reduce((sum, change) => sum + Math.abs(change - level), 0) / changes.length
  const recent = past.slice(-recent_charges).map(({ amount }) => Math.log(amount))
  const center = middleOf(recent)
  if (spread > (season_gain * recent.reduce((sum, log) => sum + Math.abs(log - center), 0)) / recent.length) return null
  const amounts: Record<string, number> = {}
  const dates = coming()
  for (const { month, date } of dates) {
    const before = known.get(month - 12)
    if (before !== undefined) amounts[date] = Math.round(Math.exp(before + level))
  }
  const first = dates[0] && amounts[dates[0].date]
  if (first === undefined) return null
  const range = Math.min(0.5, 2 * spread + 0.02)
  return {
    amount_cents: first,
    amount_low_cents: Math.floor(first * Math.exp(-range)),
    amount_high_cents: Math.ceil(first * Math.exp(range)),
    amounts,
    because: 'season',
  }
}
function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}
