/** What a deleted account does to the rows that name it. */
import { formatTarget } from '../allocation.ts'
import type { ScenarioEdit } from './scenario-edit.ts'
import { setRows, type Draft } from './edit-rows.ts'
import { paymentCollections, withoutPosition, type BankLink, type Collection, type Rows, type Scenario } from '../scenario.ts'

/**
 * The edits that bring the rows that name an account to what they say now: what is there for it alone as whole rows, of others the field.
 */
export function namersOf(scenario: Scenario, id: string): ScenarioEdit[] {
  const edits: ScenarioEdit[] = []
  const put = (collection: Collection, row: { id: string }, position?: number): void => {
    edits.push({ type: 'put_row', collection, row, ...(position === undefined ? {} : { position }) })
  }
  for (const collection of paymentCollections) {
    for (const { id: row, account_id } of scenario[collection])
      if (account_id === id) put(collection, { id: row, account_id } as { id: string })
  }
  for (const { id: row, card } of scenario.accounts) {
    if (row !== id && card?.paid_from_account_id === id) put('accounts', { id: row, card } as { id: string })
  }
  for (const collection of ['transfers', 'allocations'] as const) {
    const rows: readonly Rows[typeof collection][] = scenario[collection]
    rows.forEach((row, position) => {
      if (isForAlone(row, id)) put(collection, withoutPosition(row), position)
    })
  }
  const { bank_links } = scenario
  if (bank_links.some(({ account_id }) => account_id === id)) edits.push({ type: 'set_fields', fields: { bank_links } })
  return edits
}

/** The links to accounts of the plan that are there. */
export function linksKept({ accounts, bank_links }: Pick<Scenario, 'accounts' | 'bank_links'>): BankLink[] {
  const ids = new Set<string | null>([null, ...accounts.map(({ id }) => id)])
  return bank_links.every(({ account_id }) => ids.has(account_id)) ? bank_links : bank_links.filter(({ account_id }) => ids.has(account_id))
}

/** A transfer or an allocation that has no meaning without the account. */
function isForAlone(row: Rows['transfers'] | Rows['allocations'], id: string): boolean {
  if ('target' in row) return row.target === formatTarget({ to: 'account', account_id: id })
  return row.from_account_id === id || row.to_account_id === id
}

/**
 * Takes an account's transfers, the allocations to it and its links to the bank away, and puts what is on it on the main account. Answers
 * what gives it all back.
 */
export function deleteAccount(draft: Draft, id: string): ScenarioEdit[] {
  const { scenario } = draft
  const undo = namersOf(scenario, id)
  const put = (collection: Collection, rows: readonly Rows[Collection][]): void => {
    const before = draft.scenario[collection] as readonly Rows[Collection][]
    if (rows.length !== before.length || rows.some((row, index) => row !== before[index])) setRows(draft, collection, [...rows])
  }
  const onMain = <R extends Rows['bills'] | Rows['incomes']>(row: R): R =>
    row.account_id === id ? { ...row, account_id: null, updated_at: draft.at } : row
  put('bills', scenario.bills.map(onMain))
  put('incomes', scenario.incomes.map(onMain))
  put(
    'accounts',
    scenario.accounts.map((row) => {
      if (row.card?.paid_from_account_id !== id || row.id === id) return row
      return { ...row, card: { ...row.card, paid_from_account_id: null }, updated_at: draft.at }
    }),
  )
  put(
    'transfers',
    scenario.transfers.filter((row) => !isForAlone(row, id)),
  )
  put(
    'allocations',
    scenario.allocations.filter((row) => !isForAlone(row, id)),
  )
  draft.scenario = {
    ...draft.scenario,
    bank_links: linksKept({ accounts: scenario.accounts.filter((row) => row.id !== id), bank_links: scenario.bank_links }),
  }
  return undo
}
