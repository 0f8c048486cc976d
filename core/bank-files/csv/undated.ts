/**
 * Rows without a day under one that has it, as banks write who print the day once: they are of that day where several days have such rows,
 * or the balance counts them; else it is asked, since what is not booked yet, and the parts of a sum, have no day of their own either.
 */
import type { Answers, Question } from '../bank-file.ts'
import { undatedQuestion } from '../questions.ts'
import { isBalanceText } from './balance-words.ts'
import { hasText } from './picked.ts'
import type { Picked } from './table-parts.ts'
import { namesTotal } from './total-words.ts'

export interface Undated {
  /** The days of all rows, those under a day with that one. */
  dates: string[]
  /** What to ask; null where no row is so, or where that they count is plain. */
  question: (balanceAgrees: boolean | null) => Question | null
}

/** A row that has a day, and those under it that have none. */
interface Group {
  row: number
  under: number[]
}

export function undatedOf(picked: Picked, amount: (row: number) => number | null, answered: Answers['undated_are']): Undated {
  const { dates, balances } = picked
  const groups = groupsOf(picked, amount)
  if (groups.length === 0 || areDaysRepeated(dates)) return { dates, question: () => null }
  const days = [...dates]
  for (const { row, under } of groups) for (const own of under) days[own] = dates[row]!
  const first = groups[0]!.under[0]!
  const isCounted = (agrees: boolean | null): boolean =>
    agrees === true && groups.every(({ under }) => under.every((row) => hasText(balances[row]) || balances.slice(row + 1).some(hasText)))
  return {
    dates: answered === 'left_out' ? dates : days,
    question: (agrees) =>
      (groups.length > 1 && !groups.some((group) => arePartsOfIt(group, amount))) || isCounted(agrees)
        ? null
        : undatedQuestion(picked.payees[first] || picked.memos[first] || '', answered ?? 'same_day', answered === undefined),
  }
}

/** Of rows with a sum and a text, which are no totals or balances and have no other day. */
function groupsOf({ dates, payees, payers, memos, datedElsewhere, underPending }: Picked, amount: (row: number) => number | null): Group[] {
  const groups: Group[] = []
  let last: number | null = null
  for (let row = 0; row < dates.length; row += 1) {
    if (hasText(dates[row])) {
      last = row
      continue
    }
    const texts = [payees[row], payers[row], memos[row]].filter(hasText) as string[]
    const isPlain = texts.length > 0 && !texts.some((text) => isBalanceText(text) || namesTotal(text))
    if (last === null || !isPlain || datedElsewhere.has(row) || underPending.has(row) || (amount(row) ?? 0) === 0) continue
    if (groups.at(-1)?.row === last) groups.at(-1)!.under.push(row)
    else groups.push({ row: last, under: [row] })
  }
  return groups
}

/** Who prints a day in two rows that follow each other prints it in each. */
function areDaysRepeated(dates: readonly string[]): boolean {
  let last: string | null = null
  for (const day of dates) {
    if (!hasText(day)) continue
    if (day === last) return true
    last = day
  }
  return false
}

/** Whether the rows under a row are what it is the sum of. */
const arePartsOfIt = ({ row, under }: Group, amount: (row: number) => number | null): boolean =>
  Math.abs(under.reduce((sum, own) => sum + (amount(own) ?? 0), 0)) === Math.abs(amount(row) ?? 0)
