/** What must hold between accounts and the rows that name them. */
import { pointer, problem, type Problem } from '../problem.ts'
import { paymentCollections, type Account, type Scenario } from '../scenario.ts'

/** Each account that is named is there, a transfer goes between two, and a card's and a loan's fields stand at a card and a loan. */
export function checkAccounts({
  accounts,
  transfers,
  bank_links,
  ...rows
}: Pick<Scenario, 'accounts' | 'transfers' | 'bills' | 'incomes' | 'bank_links'>): Problem[] {
  const ids = new Set(accounts.map(({ id }) => id))
  const problems: Problem[] = []
  const mustBeThere = (id: string | null, path: readonly PropertyKey[]): void => {
    if (id !== null && !ids.has(id)) problems.push(problem('account_is_not_in_the_plan', pointer(path)))
  }
  for (const collection of paymentCollections) {
    rows[collection].forEach(({ account_id }, index) => mustBeThere(account_id, [collection, index, 'account_id']))
  }
  bank_links.forEach(({ account_id }, index) => mustBeThere(account_id, ['bank_links', index, 'account_id']))
  transfers.forEach(({ from_account_id, to_account_id }, index) => {
    mustBeThere(from_account_id, ['transfers', index, 'from_account_id'])
    mustBeThere(to_account_id, ['transfers', index, 'to_account_id'])
    if (from_account_id === to_account_id) {
      const path = pointer(['transfers', index, 'to_account_id'])
      problems.push(problem('transfer_needs_two_accounts', path))
    }
  })
  accounts.forEach((account, index) => {
    problems.push(...checkAccount(account, index))
    mustBeThere(account.card?.paid_from_account_id ?? null, ['accounts', index, 'card', 'paid_from_account_id'])
  })
  return problems
}

/** Whether an account has only what its kind has. */
export const fitsKind = (account: Account): boolean => checkAccount(account, 0).length === 0

function checkAccount({ id, kind, card, interest }: Account, index: number): Problem[] {
  const problems: Problem[] = []
  if (card && kind !== 'card') {
    const path = pointer(['accounts', index, 'card'])
    problems.push(problem('account_kind_does_not_fit', path))
  }
  if (card?.paid_from_account_id === id) {
    const path = pointer(['accounts', index, 'card', 'paid_from_account_id'])
    problems.push(problem('transfer_needs_two_accounts.card', path))
  }
  if (interest && kind === 'cash') {
    const path = pointer(['accounts', index, 'interest'])
    problems.push(problem('account_kind_does_not_fit.cash', path))
  }
  return problems
}
