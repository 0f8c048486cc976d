/** What a person decides about proposals, each as one edit of the open plan, with a word about it and a way back. */
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import { evidenceOf, rowOf, type Proposal } from '../../../core/prediction/proposal.ts'
import { dismissal, reconcile } from '../../../core/prediction/reconcile.ts'
import type { Account, DatedCollection, Payment } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { planning } from '../../context/thePlanning.ts'
import { newId } from '../../services/ids.ts'
import { say } from '../../words/say.ts'
import { notify, notifyDone } from '../frame/screen.ts'
import { textOf } from '../../words/problems.ts'
import { useImporting } from './importing.ts'
import { planAccountsOf } from './planAccounts.ts'

const collectionOf = ({ direction }: Proposal, row: object = {}): DatedCollection =>
  'to_account_id' in row ? 'transfers' : direction === 'out' ? 'bills' : 'incomes'

function decide(edit: ScenarioEdit, done: string): string | null {
  const problem = textOf(planningActions().dispatch(edit)[0])
  if (problem) notify({ id: 'proposal', tone: 'failure', text: problem })
  else notifyDone('proposal', done)
  return problem
}

/** `account`: on which account of the plan it is; null: the main one. */
const acceptance = (proposal: Proposal, account: Account | null, changed: Partial<Payment> = {}): ScenarioEdit =>
  putRow(collectionOf(proposal), {
    ...rowOf(proposal, categoryWord(proposal)),
    account_id: account?.id ?? null,
    ...changed,
    id: newId(),
  })

/** What its category is called, if it has one. */
export const categoryWord = ({ category }: Proposal): string | null => (category ? say(`import.category.${category}`) : null)

/** Takes it into the plan, with what the person changed in it; problems come back. */
export const accept = (proposal: Proposal, changed: Partial<Payment> = {}): Promise<string | null> =>
  onItsAccount([proposal], ([account = null]) =>
    decide(acceptance(proposal, account, changed), say('import.done.accepted', { name: changed.name ?? proposal.name })),
  )

export const acceptAll = (proposals: readonly Proposal[]): Promise<string | null> =>
  onItsAccount(proposals, (accounts) =>
    decide(
      { type: 'batch', edits: proposals.map((proposal, nth) => acceptance(proposal, accounts[nth] ?? null)) },
      say('import.done.accepted_all', { count: proposals.length }),
    ),
  )

/** Those being taken: what is pressed twice is taken once. */
const underWay = new Set<Proposal>()

/** Decides once it is known on which accounts of the plan they are, which this device may have to look up. */
async function onItsAccount(
  proposals: readonly Proposal[],
  take: (accounts: readonly (Account | null)[]) => string | null,
): Promise<string | null> {
  const { scenario } = planning().store.getState()
  if (!scenario || proposals.some((proposal) => underWay.has(proposal))) return null
  for (const proposal of proposals) underWay.add(proposal)
  try {
    const accountOf = await planAccountsOf(scenario, useImporting.getState().accounts)
    if (planning().store.getState().scenario?.id !== scenario.id) return null
    const accounts = proposals.map(accountOf)
    if (!accounts.includes('unsaid')) return take(accounts.filter((account) => account !== 'unsaid'))
    const problem = say('import.link_first')
    notify({ id: 'proposal', tone: 'failure', text: problem })
    return problem
  } finally {
    for (const proposal of proposals) underWay.delete(proposal)
  }
}

/** Takes it into the plan as what it is: money that moves between the account it is `on`, null: the main one, and another one of the plan. */
export function acceptTransfer(proposal: Proposal, account: Account, on: Account | null): string | null {
  const here = on?.id ?? null
  const between = proposal.direction === 'out' ? [here, account.id] : [account.id, here]
  const way = proposal.way ?? { from_account_id: between[0], to_account_id: between[1] }
  return decide(putRow('transfers', { ...rowOf(proposal), ...way, id: newId() }), say('import.done.accepted', { name: proposal.name }))
}

/** Brings a row to what the bank says now. */
export const update = (proposal: Proposal, row: Payment, fields: Partial<Payment>): string | null =>
  decide(
    putRow(collectionOf(proposal, row), { ...fields, id: row.id, evidence: evidenceOf(proposal) }),
    say('import.done.updated', { name: row.name }),
  )

/** The person's own row stands for it from now on. */
export const link = (proposal: Proposal, row: Payment): string | null =>
  decide(putRow(collectionOf(proposal, row), { id: row.id, evidence: evidenceOf(proposal) }), say('import.done.linked', { name: row.name }))

export function dismiss(proposal: Proposal): string | null {
  const { scenario } = planning().store.getState()
  return scenario
    ? decide(
        { type: 'set_fields', fields: { dismissed: [...scenario.dismissed, dismissal(proposal)] } },
        say('import.done.dismissed', { name: proposal.name }),
      )
    : null
}

export function bringBack(proposal: Proposal): string | null {
  const { scenario } = planning().store.getState()
  if (!scenario) return null
  const { start_date } = scenario
  const kept = scenario.dismissed.filter(
    (one) =>
      reconcile([proposal], { bills: [], incomes: [], transfers: [], accounts: [], start_date, dismissed: [one] })[0]!.kind !== 'dismissed',
  )
  return decide({ type: 'set_fields', fields: { dismissed: kept } }, say('import.back', { name: proposal.name }))
}
