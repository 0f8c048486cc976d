import type { SpendingOfBill } from '../../../core/spending/spending-month.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'

/** What of a period that is partly in another month is more or less here, and why more can be left than was planned; null: nothing is. */
export function edgeWords(
  { edge_cents, left_cents, planned_cents }: Pick<SpendingOfBill, 'edge_cents' | 'left_cents' | 'planned_cents'>,
  currency_code: string,
): string | null {
  if (edge_cents === 0) return null
  const than = edge_cents < 0 ? 'less' : left_cents > planned_cents ? 'left' : 'more'
  return say('everyday.edge', { amount: formatMoney(Math.abs(edge_cents), currency_code), than })
}
