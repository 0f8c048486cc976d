/**
 * Whether amounts explain a column of balances: every change of the balance must be the amounts between, in the order of the
 * file, in the opposite order, or day by day where the rows of a day stand in any order. Rows without a balance are carried on.
 */
export interface Steps {
  /** Changes of the balance that the amounts have to explain. */
  steps: number
  explained: number
  /** Rows at which the balance and the amounts part. */
  doubtful: number[]
  /** True: the file runs from new to old. */
  isDownwards: boolean
  /** The balance at the end of the last day, where rows of a day stand in any order. */
  closing?: number
}

type Amount = (row: number) => number | null

const none: Steps = { steps: 0, explained: 0, doubtful: [], isDownwards: false }

/**
 * Row by row, in the order of the days; in either where these tell none. Against it, balances before each payment would be
 * balances after it with every sign turned. A row without an amount counts as 0, so that a change it should explain is not.
 */
export function stepsByRow(amount: Amount, balances: readonly (number | null)[], days: readonly (string | null)[] = []): Steps {
  const order = orderOfDays(days)
  const upwards = order === 'down' ? none : byRows(amount, balances, false)
  if (order === 'up' || isExplained(upwards)) return upwards
  const downwards = byRows(amount, balances, true)
  return order === 'down' || downwards.explained > upwards.explained ? downwards : upwards
}

/** Whether the days only rise or only fall; null where they do both, or neither. */
function orderOfDays(days: readonly (string | null)[]): 'up' | 'down' | null {
  let [rises, falls] = [false, false]
  let last: string | null = null
  for (const day of days) {
    if (day === null) continue
    if (last !== null && day > last) rises = true
    if (last !== null && day < last) falls = true
    last = day
  }
  return rises === falls ? null : rises ? 'up' : 'down'
}

/** By rows; where that leaves something over, day by day. */
export function stepsOf(amount: Amount, balances: readonly (number | null)[], days: readonly (string | null)[] = []): Steps {
  const rows = stepsByRow(amount, balances, days)
  if (isExplained(rows)) return rows
  const daily = stepsByDay(amount, balances, days)
  return isExplained(daily) ? daily : rows
}

/** All of it: one step is enough where it is all there is. */
export const isExplained = ({ steps, explained }: Steps): boolean => steps > 0 && explained === steps

function byRows(amount: Amount, balances: readonly (number | null)[], isDownwards: boolean): Steps {
  const found: Steps = { ...none, doubtful: [], isDownwards }
  let last: number | null = null
  let sum = 0
  for (let row = 0; row < balances.length; row += 1) {
    const balance = balances[row]!
    const own = amount(row)
    if (!isDownwards) sum += own ?? 0
    if (balance !== null) {
      if (last !== null && (sum !== 0 || balance !== last)) {
        found.steps += 1
        if ((isDownwards ? last - balance : balance - last) === sum) found.explained += 1
        else found.doubtful.push(row)
      }
      last = balance
      sum = 0
    }
    if (isDownwards) sum += own ?? 0
  }
  return found
}

/**
 * Rows of one day in any order: each day's closing balance is one of its balances, the closing of the day before plus all its
 * amounts. Says nothing where the first day, whose amounts nothing checks, has as many rows as all others.
 */
export function stepsByDay(amount: Amount, balances: readonly (number | null)[], days: readonly (string | null)[]): Steps {
  const groups: { rows: number[]; sum: number; balances: Set<number> }[] = []
  let rises = 0
  for (let row = 0; row < balances.length; row += 1) {
    const day = days[row] ?? null
    if (day === null) return none
    const last = groups.at(-1)
    if (row > 0 && last && days[row - 1] === day) last.rows.push(row)
    else {
      if (row > 0) rises += day > days[row - 1]! ? 1 : -1
      groups.push({ rows: [row], sum: 0, balances: new Set() })
    }
    const group = groups.at(-1)!
    group.sum += amount(row) ?? 0
    if (balances[row] !== null) group.balances.add(balances[row]!)
  }
  const ordered = rises < 0 ? groups.toReversed() : groups
  if (ordered.length === 0 || ordered[0]!.rows.length * 2 >= balances.length) return none
  const found: Steps = { ...none, doubtful: [], isDownwards: rises < 0 }
  let closings: Set<number> | null = null
  for (const group of ordered) {
    if (group.balances.size === 0) return none
    if (closings === null) closings = group.balances
    else {
      const next: Set<number> = new Set(
        [...closings].map((closing) => closing + group.sum).filter((closing) => group.balances.has(closing)),
      )
      found.steps += 1
      if (next.size > 0) found.explained += 1
      else found.doubtful.push(...group.rows)
      closings = next.size > 0 ? next : group.balances
    }
  }
  if (closings?.size === 1) found.closing = [...closings][0]!
  return found
}
