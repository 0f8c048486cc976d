import { dayOf } from '../calendar.ts'

/** Charges that may be of one stream: those of one account, direction and payee, in columns sorted by day. */
export interface Pool {
  size: number
  /** Whether it is money out. */
  isOut: boolean
  /** Integer days, ascending. */
  days: number[]
  /** Cents > 0. */
  amounts: number[]
  /** Natural logarithms of the amounts. */
  logs: number[]
  /** Trailing zeros of the amount in cents, 4 at the most: people take out round sums, bills rarely are. */
  zeros: number[]
  /** Indices by amount. */
  byAmount: number[]
  /** 1: of a stream already. */
  taken: number[]
}

/** Transactions by day, each with a readable date and an amount that is not 0. */
export function poolOf(transactions: readonly { date: string; amount_cents: number }[]): Pool {
  const pool: Pool = {
    size: transactions.length,
    isOut: (transactions[0]?.amount_cents ?? 0) < 0,
    days: [],
    amounts: [],
    logs: [],
    zeros: [],
    byAmount: [],
    taken: [],
  }
  for (const { date, amount_cents } of transactions) {
    const amount = Math.abs(amount_cents)
    pool.days.push(dayOf(date)!)
    pool.amounts.push(amount)
    pool.logs.push(Math.log(amount))
    pool.zeros.push(zerosOf(amount))
    pool.taken.push(0)
  }
  pool.byAmount = inOrderOfAmounts(pool.amounts)
  return pool
}

/** Indices by amount, then by themselves. Amount and index make one number, so that numbers are sorted as such, where both fit into one. */
function inOrderOfAmounts(amounts: readonly number[]): number[] {
  const size = amounts.length
  const keys = new Float64Array(size)
  for (let index = 0; index < size; index += 1) keys[index] = amounts[index]! * size + index
  keys.sort()
  if (size > 0 && keys[size - 1]! > Number.MAX_SAFE_INTEGER) return [...amounts.keys()].sort((a, b) => amounts[a]! - amounts[b]! || a - b)
  const order: number[] = []
  for (let rank = 0; rank < size; rank += 1) order.push(keys[rank]! % size)
  return order
}

function zerosOf(amount: number): number {
  let zeros = 0
  for (let rest = amount; zeros < 4 && rest % 10 === 0; rest /= 10) zeros += 1
  return zeros
}
