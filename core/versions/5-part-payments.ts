/** Record version 5: what was paid of single dates, bills that leave evenly over the days, and which account at the bank is which. */
import { eachRow, type Step } from './step.ts'

export const partPayments: Step = {
  added: { bank_links: [] },
  scenario: (stored) => eachRow(stored, ['bills'], (row) => ({ spread: false, ...row })),
  edit: (edit) => edit,
}
