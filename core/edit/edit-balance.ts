/** The edit that adds to the balance what a payment does to it: 50 less, whatever it is by then. */
import type { ScenarioEdit } from './scenario-edit.ts'
import { setRows, type Draft } from './edit-rows.ts'
import { balanceChangeSchema, scenarioFieldsInputSchema, type PotChange } from './edit-fields.ts'
import { isAmount } from '../money/money.ts'
import { problem, problemsOf } from '../problem.ts'
import type { OpeningPot } from '../scenario.ts'

type AdjustBalance = Extract<ScenarioEdit, { type: 'adjust_balance' }>

/** Adds to the balance and to the opening pots. A pot gives what it holds at most; the inverse takes back what was really added. */
export function adjustBalance(draft: Draft, edit: AdjustBalance): ScenarioEdit {
  const read = balanceChangeSchema.safeParse(edit)
  if (!read.success) draft.problems.push(...problemsOf(read.error))
  if (!read.success) return { type: 'batch', edits: [] }
  const { account_id, pots = [] } = read.data
  const account = draft.scenario.accounts.find(({ id }) => id === account_id)
  // Of an account that is gone by now there is no balance to change.
  const delta_cents = account_id === undefined || account ? read.data.delta_cents : 0
  const before = draft.scenario
  const changed = changedPots(before.opening_pots, pots)
  const onMain = account ? 0 : delta_cents
  const balance_cents = (account?.balance_cents ?? 0) + (account ? delta_cents : 0)
  const fields = {
    planning_balance_cents: before.planning_balance_cents + onMain,
    ...(changed.undo.length > 0 && { opening_pots: changed.pots }),
  }
  const sound = scenarioFieldsInputSchema.safeParse(fields)
  if (!sound.success) draft.problems.push(...problemsOf(sound.error))
  if (account && !isAmount(balance_cents)) draft.problems.push(problem('amount_is_too_large', '/delta_cents'))
  if (!sound.success || (delta_cents === 0 && changed.undo.length === 0)) return { type: 'batch', edits: [] }
  draft.scenario = { ...before, ...fields }
  if (account && delta_cents !== 0)
    setRows(
      draft,
      'accounts',
      before.accounts.map((row) => (row === account ? { ...row, balance_cents, updated_at: draft.at } : row)),
    )
  draft.changed = true
  return {
    type: 'adjust_balance',
    delta_cents: 0 - delta_cents,
    ...(account && { account_id: account.id }),
    ...(changed.undo.length > 0 && { pots: changed.undo }),
  }
}

/** The pots with the changes, one after the other, and the changes that lead back; a pot that holds nothing any more is none. */
function changedPots(before: readonly OpeningPot[], changes: readonly PotChange[]): { pots: OpeningPot[]; undo: PotChange[] } {
  const pots = [...before]
  const undo: PotChange[] = []
  for (const { target, delta_cents, position } of changes) {
    const found = pots.findIndex((pot) => pot.target === target)
    // Where there were several of one target, the one that comes back is the first of them.
    const at = position !== undefined && found >= position ? -1 : found
    const held = pots[at]?.amount_cents ?? 0
    const amount_cents = Math.max(0, held + delta_cents)
    if (amount_cents === held) continue
    const to = at >= 0 ? at : Math.min(position ?? pots.length, pots.length)
    pots.splice(to, at >= 0 ? 1 : 0, ...(amount_cents > 0 ? [{ target, amount_cents }] : []))
    undo.unshift({ target, delta_cents: held - amount_cents, ...(amount_cents === 0 && { position: to }) })
  }
  return { pots, undo }
}
