/** Visits that keep a rhythm: a store that is gone to each month, a market on Saturdays. What is paid there tells them from bills. */
import { everydayKindOf } from '../spending/spending-words.ts'
import { categoryOf } from './categories.ts'
import type { Stream } from './fit.ts'
import type { PayeeHistory } from './history.ts'
import type { Pool } from './pool.ts'
import { daysOff } from './regular.ts'
import { periodOf, type Almanac } from './rhythms.ts'

/** From so many charges on their amounts say it by themselves. */
const fewest = 5
/**
 * How far amounts go to and fro, as a logarithm: the middle one of how far each lies from the mean of its two neighbours. What is metered
 * follows the season, and is nearer to them.
 */
const to_and_fro = 0.17
/** What is drawn by itself, as a card's bill, keeps its day better than so many days off on average. */
const off_its_day = 0.3
/** What shops are called, and people too, who are paid for lessons. */
const peoplesNames = new Set(['ALBERT', 'BUTCHER', 'COSTA', 'PENNY'])
/** People shop by the week or two at what they call the same sum. */
const often_days = 14

/**
 * Whether a stream of money out is shopping, for all that it keeps its rhythm: its amounts go to and fro as baskets do, and its day is not
 * kept as what is drawn by itself keeps it; or they vary among visits each of which counts from the one before; or its payee's words say
 * what everyday money goes for, and it is paid often, in whole or varying sums. Not so of whose words say that it is a bill.
 */
export function isShopped({ payee }: Pick<PayeeHistory, 'payee'>, pool: Pool, almanac: Almanac, stream: Stream): boolean {
  const { members, grid, varies, isRolling } = stream
  if (!pool.isOut || categoryOf(payee, 'out') !== null) return false
  const isWhole = members.every((index) => pool.zeros[index]! >= 2)
  if (isOfEveryday(payee) && (varies || (isWhole && periodOf(grid) <= often_days))) return true
  if (!varies) return false
  if (isRolling) return true
  return (
    members.length >= fewest &&
    daysOff(pool, almanac, stream) > off_its_day * members.length &&
    jagOf(members.map((index) => pool.logs[index]!)) > to_and_fro
  )
}

const isOfEveryday = (payee: string): boolean =>
  everydayKindOf(
    payee
      .split(' ')
      .filter((word) => !peoplesNames.has(word))
      .join(' '),
  ) !== null

function jagOf(logs: readonly number[]): number {
  const apart = logs.slice(1, -1).map((log, at) => Math.abs(log - (logs[at]! + logs[at + 2]!) / 2))
  return apart.sort((a, b) => a - b)[apart.length >> 1]!
}
