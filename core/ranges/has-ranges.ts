/** Whether a plan has an amount with a range, or a payment that did not keep its day. */
import type { Scenario } from '../scenario.ts'

export const hasRanges = ({ bills, incomes, transfers }: Pick<Scenario, 'bills' | 'incomes' | 'transfers'>): boolean =>
  [bills, incomes, transfers].some((rows) =>
    rows.some(
      ({ amount_low_cents, changes, evidence }) =>
        evidence?.late_days?.some((days) => days !== 0) ||
        amount_low_cents !== null ||
        changes.some((change) => change.amount_low_cents !== undefined && change.amount_low_cents !== null),
    ),
  )
