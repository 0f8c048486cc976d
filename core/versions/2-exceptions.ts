/**
 * Record version 2: what is said of single dates is one exception a date, beside the rule. Before, a rule listed the dates that are
 * skipped, moved or of another amount (`skip`, `move`, `amounts`), and the row those that are paid (`settled`).
 */
import { eachRow, isRecord, type Json, type Step } from './step.ts'

const dated = ['bills', 'incomes']

export const exceptions: Step = {
  scenario: (stored) => eachRow(stored, dated, rowWithExceptions),
  edit: (edit) => {
    // A row that names its rule and what is paid says all there is. Of one that names less, what it leaves unsaid is known when it is
    // applied (older-words.ts).
    const upgraded = (row: Json): Json => {
      const whole = row.schedule !== undefined && row.settled !== undefined ? rowWithExceptions(row) : row
      return whole.exceptions === null ? row : whole
    }
    if (edit.type === 'put_row' && dated.includes(String(edit.collection)) && isRecord(edit.row))
      return { ...edit, row: upgraded(edit.row) }
    return edit.type === 'put_lists' ? eachRow(edit, dated, upgraded) : edit
  },
}

function rowWithExceptions({ settled, schedule, ...row }: Json): Json {
  if (!isRecord(schedule)) return { ...row, schedule, exceptions: exceptionsSaid({}, settled) }
  const { skip, move, amounts, ...rule } = schedule
  return { ...row, schedule: rule, exceptions: exceptionsSaid({ skip, move, amounts }, settled) }
}

/** By date, in order; null where the lists are none, for the schema to refuse. */
export function exceptionsSaid({ skip = [], move = {}, amounts = {} }: Json, settled: unknown = []): Json | null {
  if (!Array.isArray(skip) || !isRecord(move) || !isRecord(amounts) || !Array.isArray(settled)) return null
  const found = new Map<string, Json>()
  const say = (date: unknown, field: string, value: unknown): void =>
    void found.set(String(date), { ...found.get(String(date)), [field]: value })
  for (const date of skip) say(date, 'skipped', true)
  for (const [date, to] of Object.entries(move)) say(date, 'moved_to', to)
  for (const [date, amount] of Object.entries(amounts)) say(date, 'amount_cents', amount)
  for (const date of settled) say(date, 'rest', 'dropped')
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}
