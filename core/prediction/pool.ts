import { dayOf } from '../calendar.ts'

/** Charges that may be of one stream: those of one account, direction and payee, in typed columns sorted by day. */
export interface Pool {
  size: number
  /** Integer days, ascending. */
  days: Int32Array
  /** Cents > 0. */
  amounts: Float64Array
  /** Natural logarithms of the amounts. */
  logs: Float64Array
  /** Trailing zeros of the amount in cents, 4 at the most: people take out round sums, bills rarely are. */
  zeros: Uint8Array
  /** Indices by amount. */
  byAmount: Int32Array
  /** 1: of a stream already. */
  taken: Uint8Array
}

/** Transactions by day, each with a readable date and an amount that is not 0. */
export function poolOf(transactions: readonly { date: string; amount_cents: number }[]): Pool {
  const size = transactions.length
  const pool: Pool = {
    size,
    days: new Int32Array(size),
    amounts: new Float64Array(size),
    logs: new Float64Array(size),
    zeros: new Uint8Array(size),
    byAmount: new Int32Array(size),
    taken: new Uint8Array(size),
  }
  transactions.forEach(({ date, amount_cents }, index) => {
    const amount = Math.abs(amount_cents)
    pool.days[index] = dayOf(date)!
    pool.amounts[index] = amount
    pool.logs[index] = Math.log(amount)
    pool.zeros[index] = zerosOf(amount)
    pool.byAmount[index] = index
  })
  pool.byAmount.sort((a, b) => pool.amounts[a]! - pool.amounts[b]! || a - b)
  return pool
}

function zerosOf(amount: number): number {
  let zeros = 0
  for (let rest = amount; zeros < 4 && rest % 10 === 0; rest /= 10) zeros += 1
  return zeros
}
