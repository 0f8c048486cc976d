/** Everyday spending comes into the plan: as the person says it, or as the bank does, each in one step that undo takes back. */
import { create } from 'zustand'
import { addDays } from '../../../core/calendar.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { Account, Bill, BillInput, Dismissed, Scenario } from '../../../core/scenario.ts'
import { everydayBill, everydayInAll, spendingTaken } from '../../../core/spending/everyday.ts'
import type { DrawChanged } from '../../../core/spending/everyday-ahead.ts'
import type { SpendingProposal } from '../../../core/spending/spending-bills.ts'
import type { SpendingCategory } from '../../../core/spending/spending-words.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { planning } from '../../context/thePlanning.ts'
import { formatMoney } from '../../format/money.ts'
import { deviceMemory, memoryKeys } from '../../services/deviceMemory.ts'
import { newId } from '../../services/ids.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { notify, notifyDone } from '../frame/screen.ts'

/** Whether a person has put the question off on this device. It is not asked again, of no plan. */
const useDeclined = create(() => ({ isDeclined: deviceMemory().get(memoryKeys.everyday) !== null }))
export const useEverydayDeclined = (): boolean => useDeclined((state) => state.isDeclined)
export function declineEveryday(): void {
  deviceMemory().set(memoryKeys.everyday, 'declined')
  useDeclined.setState({ isDeclined: true })
}

const wordsOf = (category: SpendingCategory): Pick<Bill, 'name' | 'category'> => ({
  name: nameOfCategory(category),
  category: say('everyday.category'),
})
export const nameOfCategory = (category: SpendingCategory): string => say(`everyday.name.${category}`)

/** As it was said, from `from` on. Answers why it can't be. */
export function addEveryday({ currency_code }: Scenario, amount_cents: number, from: string): string | null {
  return take(
    putRow('bills', { ...everydayBill(say('everyday.bill'), amount_cents, from), category: say('everyday.category'), id: newId() }),
    () => say('everyday.ask.done', { amount: formatMoney(amount_cents, currency_code) }),
  )
}

/** One kind under its name, which the next file knows it by; several as all that no other bill stands for. Answers why it can't be. */
export function addKinds(
  { currency_code }: Scenario,
  kinds: readonly SpendingCategory[],
  amount_cents: number,
  from: string,
): string | null {
  const named = wordsOf(kinds.length === 1 ? kinds[0]! : 'rest')
  return take(putRow('bills', { ...everydayBill(named.name, amount_cents, from), ...named, id: newId() }), () =>
    say('everyday.ask.done', { amount: formatMoney(amount_cents, currency_code) }),
  )
}

/** `account`: another than the main one; what is spent from it is named after it, too. */
export function takeSpending(scenario: Scenario, proposals: readonly SpendingProposal[], account?: Account): void {
  const named = (category: SpendingCategory) =>
    account
      ? { ...wordsOf(category), name: say('everyday.name.on', { name: nameOfCategory(category), account: account.name }) }
      : wordsOf(category)
  const edit = spendingTaken(scenario, proposals, { named, said: say('everyday.bill'), newId })
  if (!edit) return
  const amount = (): string =>
    formatMoney(everydayInAll(planning().store.getState().scenario!, addDays(scenario.start_date, 1)), scenario.currency_code)
  const problem = take(edit, () => say('everyday.found.done', { amount: amount() }))
  if (problem !== null) notify({ id: 'everyday', tone: 'failure', text: problem })
}

/** A draw that is in the plan takes its new level. */
export function takeChanged({ bill, change }: DrawChanged): void {
  const problem = take(putRow('bills', { id: bill.id, ...change }), () => say('everyday.also.done', { name: bill.name }))
  if (problem !== null) notify({ id: 'everyday', tone: 'failure', text: problem })
}

/** It is not offered again while it is about as much. */
export function dismissAlso(
  { dismissed }: Scenario,
  direction: Dismissed['direction'],
  name: string,
  row: Omit<BillInput, 'name' | 'category'>,
): void {
  const one: Dismissed = { direction, payee: row.evidence!.payee, amount_cents: row.amount_cents! }
  const problem = take({ type: 'set_fields', fields: { dismissed: [...dismissed, one] } }, () => say('everyday.also.dismissed', { name }))
  if (problem !== null) notify({ id: 'everyday', tone: 'failure', text: problem })
}

/** What is drawn by the month, or comes in without a rhythm, as a row of its own. */
export function takeAlso(collection: 'bills' | 'incomes', name: string, row: Omit<BillInput, 'name' | 'category'>): void {
  const named = { ...row, name, category: say('everyday.category'), id: newId() }
  const problem = take(collection === 'bills' ? putRow('bills', named) : putRow('incomes', named), () =>
    say('everyday.also.done', { name }),
  )
  if (problem !== null) notify({ id: 'everyday', tone: 'failure', text: problem })
}

function take(edit: ScenarioEdit, done: () => string): string | null {
  const problem = textOf(planningActions().dispatch(edit)[0])
  if (problem === null) notifyDone('everyday', done())
  return problem
}
