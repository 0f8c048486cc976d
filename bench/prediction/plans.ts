/** Plans made of what transactions showed until a day: predicted bills and incomes, and everyday spending. For every bench that looks ahead. */
import { predictBills } from '../../core/prediction/predictBills.ts'
import type { AccountTransaction } from '../../core/prediction/history.ts'
import { rowOf, type Proposal } from '../../core/prediction/proposal.ts'
import { emptyScenario, type Bill, type Income, type Scenario } from '../../core/scenario.ts'
import { everydayAhead } from '../../core/spending/everyday-ahead.ts'
import { spendingProposals } from '../../core/spending/spending-bills.ts'

const at = '1994-01-01T00:00:00.000Z'

/**
 * The plan that a person has who accepts all that is proposed on the morning of `cutoff`. `own`: transactions of one account, of which those before `cutoff` are
 * looked at and known in full from `first` on; `balance`: of that morning, minor units. `proposals` may be given where `predictBills` ran for many accounts at once.
 */
export function planOf(own: readonly AccountTransaction[], { balance, cutoff, first, proposals }: PlanAsked): Scenario {
  const known = own.filter(({ date }) => date < cutoff)
  const found = (proposals ?? predictBills(known, cutoff)).filter(({ state }) => state !== 'lapsed')
  const blank = emptyScenario(
    { id: '00000000-0000-4000-8000-000000000000', name: 'Ahead', planning_balance_cents: balance, currency_code: 'CZK' },
    cutoff,
    at,
  )
  const head = (nth: number, position: number) => ({
    id: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`,
    position,
    created_at: at,
    updated_at: at,
    account_id: null,
  })
  const { draws, income, spending } = everydayAhead(known, {
    today: cutoff,
    from: first,
    until: cutoff,
    balance_cents: balance,
    explained: new Set(found.flatMap(({ transaction_ids }) => transaction_ids)),
    proposals: found,
  })
  const unsaid = { category: null, exceptions: {}, changes: [] }
  const everyday = spending
    ? spendingProposals(blank, spending, cutoff).flatMap((one) =>
        one.kind === 'new' ? [{ ...unsaid, ...one.bill, name: one.category }] : [],
      )
    : []
  const bills = [
    ...found.filter(({ direction }) => direction === 'out').map((one) => ({ ...rowOf(one), spread: false })),
    ...draws.map(({ draw, bill }) => ({ ...unsaid, spread: false, ...bill, name: draw.name })),
    ...everyday,
  ]
  const incomes = [
    ...found.filter(({ direction }) => direction === 'in').map((one) => rowOf(one)),
    ...(income ? [{ ...unsaid, ...income.income, name: 'income' }] : []),
  ]
  return {
    ...blank,
    bills: bills.map((row, nth) => ({ ...row, ...head(nth, nth) }) as Bill),
    incomes: incomes.map((row, nth) => ({ ...row, ...head(1_000 + nth, nth) }) as Income),
  }
}

export interface PlanAsked {
  balance: number
  cutoff: string
  first: string
  proposals?: readonly Proposal[]
}
