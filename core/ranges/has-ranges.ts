/** Whether a plan has an amount with a range. */
import type { Scenario } from '../scenario.ts'

export const hasRanges = ({ bills, incomes, transfers }: Pick<Scenario, 'bills' | 'incomes' | 'transfers'>): boolean =>
  [bills, incomes, transfers].some((rows) =>
    rows.some(
      ({ amount_low_cents, changes }) =>
        amount_low_cents !== null || changes.some((change) => change.amount_low_cents !== undefined && change.amount_low_cents !== null),
    ),
  )
