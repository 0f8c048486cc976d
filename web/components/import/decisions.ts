/** What a person decides about proposals, each as one edit of the open plan, with a word about it and a way back. */
import type { ScenarioEdit } from '../../../core/edit.ts'
import { evidenceOf, rowOf, type Proposal } from '../../../core/prediction/proposal.ts'
import { dismissal, reconcile } from '../../../core/prediction/reconcile.ts'
import type { Payment } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { planning } from '../../context/thePlanning.ts'
import { newId } from '../../services/ids.ts'
import { tell, tellDone } from '../frame/screen.ts'

const collectionOf = ({ direction }: Proposal): 'bills' | 'incomes' => (direction === 'out' ? 'bills' : 'incomes')

function decide(edit: ScenarioEdit, done: string): string | null {
  const problem = planningActions().dispatch(edit)[0]?.message ?? null
  if (problem) tell({ id: 'proposal', tone: 'failure', text: problem })
  else tellDone('proposal', done)
  return problem
}

const acceptance = (proposal: Proposal, changed: Partial<Payment> = {}): ScenarioEdit => putRow(collectionOf(proposal), { ...rowOf(proposal), ...changed, id: newId() })

/** Takes it into the plan, with what the person changed in it; problems come back. */
export const accept = (proposal: Proposal, changed: Partial<Payment> = {}): string | null =>
  decide(acceptance(proposal, changed), `${changed.name ?? proposal.name} is in your plan now.`)

export const acceptAll = (proposals: readonly Proposal[]): string | null =>
  decide({ type: 'batch', edits: proposals.map((proposal) => acceptance(proposal)) }, `${proposals.length} are in your plan now.`)

/** Brings a row to what the bank says now. */
export const update = (proposal: Proposal, row: Payment, fields: Partial<Payment>): string | null =>
  decide(putRow(collectionOf(proposal), { ...fields, id: row.id, evidence: evidenceOf(proposal) }), `${row.name} is as your bank has it now.`)

/** The person's own row stands for it from now on. */
export const link = (proposal: Proposal, row: Payment): string | null => decide(putRow(collectionOf(proposal), { id: row.id, evidence: evidenceOf(proposal) }), `${row.name} stands for it from now on.`)

export function dismiss(proposal: Proposal): string | null {
  const { scenario } = planning().store.getState()
  return scenario ? decide({ type: 'set_fields', fields: { dismissed: [...scenario.dismissed, dismissal(proposal)] } }, `${proposal.name} is put aside. It is not proposed again for this plan.`) : null
}

export function bringBack(proposal: Proposal): string | null {
  const { scenario } = planning().store.getState()
  if (!scenario) return null
  const kept = scenario.dismissed.filter((one) => reconcile([proposal], { bills: [], incomes: [], dismissed: [one] })[0]!.kind !== 'dismissed')
  return decide({ type: 'set_fields', fields: { dismissed: kept } }, `${proposal.name} is proposed again.`)
}
