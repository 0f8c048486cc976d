/** Record version 4: accounts beside the main one, transfers between them, and the account of a bill or an income. */
import { eachRow, type Step } from './step.ts'

export const accounts: Step = {
  added: { accounts: [], transfers: [] },
  scenario: (stored) => eachRow(stored, ['bills', 'incomes'], (row) => ({ account_id: null, ...row })),
  edit: (edit) => edit,
}
