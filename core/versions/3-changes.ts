/** Record version 3: what of a row is otherwise from a date on stands in the row. Rows that were cut in two before stay as they are. */
import { eachRow, type Step } from './step.ts'

export const changes: Step = {
  scenario: (stored) => eachRow(stored, ['bills', 'incomes'], (row) => ({ ...row, changes: row.changes ?? [] })),
  edit: (edit) => edit,
}
