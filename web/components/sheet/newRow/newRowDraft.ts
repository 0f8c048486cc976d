/** What is typed into the last row of a sheet, until it becomes a row of the plan. */
import { useState } from 'react'
import type { Account } from '../../../../core/scenario.ts'
import { putRow } from '../../../../core/store.ts'
import { planningActions } from '../../../context/PlanningContext.tsx'
import { formatMoney } from '../../../format/money.ts'
import { newId } from '../../../services/ids.ts'
import { readTypedAmount } from '../../../ui/draft.ts'
import { textOf } from '../../../words/problems.ts'
import { say } from '../../../words/say.ts'
import { rhythmOf, type Preset } from '../../schedule/presets.ts'
import { accountsOf, firstEnds, onAccount, type AccountField, type PaymentCollection } from '../collections.ts'
import { wrongField } from '../wrongField.ts'

const blank = { name: '', due_date: '', preset: 'once' as Preset, category: '', amount: '' }
export type TypedRow = typeof blank
type ChosenAccounts = Record<AccountField, string | null>

export interface NewRowDraft {
  typed: TypedRow
  chosen: ChosenAccounts
  /** Why it can't be added yet. */
  problem: string | null
  /** The field which that is about; null: none by itself. */
  wrong: 'name' | 'amount' | null
  /** What was added last, for who listens. */
  said: string
  isUntouched: boolean
  change: (typing: Partial<TypedRow>) => void
  choose: (field: AccountField, id: string | null) => void
  clear: () => void
  /** Whether it has become a row. */
  add: () => boolean
}

export function useNewRowDraft(
  collection: PaymentCollection,
  accounts: readonly Account[],
  currency_code: string,
  onAdd: () => void,
): NewRowDraft {
  const [typed, setTyped] = useState(blank)
  const [picked, setPicked] = useState<Partial<ChosenAccounts>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [wrong, setWrong] = useState<NewRowDraft['wrong']>(null)
  const [said, setSaid] = useState('')
  const chosen = chosenAmong(accounts, picked)

  const told = (found: string | null, field: NewRowDraft['wrong'] = null): void => {
    setProblem(found)
    setWrong(field)
  }
  const clear = (): void => {
    setTyped(blank)
    setPicked({})
    told(null)
  }
  const add = (): boolean => {
    const amount = readTypedAmount(typed.amount, currency_code, true)
    const field = wrongField(typed, amount.ok)
    const found =
      field === 'name' ? say(`bills.nameless.${collection}`) : amount.ok ? addRow(collection, typed, chosen, amount.value) : amount.problem
    told(found, field)
    if (found !== null || !amount.ok) return false
    onAdd()
    clear()
    setSaid(say('bills.added', { name: typed.name.trim(), amount: formatMoney(amount.value, currency_code) }))
    return true
  }
  return {
    typed,
    chosen,
    problem,
    wrong,
    said,
    clear,
    add,
    isUntouched: typed.preset === 'once' && [typed.name, typed.due_date, typed.category, typed.amount].every((text) => text.trim() === ''),
    change: (typing) => {
      setTyped((before) => ({ ...before, ...typing }))
      told(null)
    },
    choose: (field, id) => {
      setPicked({ ...chosen, ...onAccount({ id: '', ...chosen }, field, id) })
      told(null)
    },
  }
}

/** What was chosen of accounts that are gone since is chosen no more. */
function chosenAmong(accounts: readonly Account[], picked: Partial<ChosenAccounts>): ChosenAccounts {
  const first: ChosenAccounts = { account_id: null, ...firstEnds(accounts) }
  const isThere = (id: string | null | undefined): boolean =>
    id === null || id === undefined || accounts.some((account) => account.id === id)
  return [picked.account_id, picked.from_account_id, picked.to_account_id].every(isThere) ? { ...first, ...picked } : first
}

/** Adds the row; null, or why it can't be added. */
function addRow(collection: PaymentCollection, typed: TypedRow, chosen: ChosenAccounts, amount_cents: number): string | null {
  const due_date = typed.due_date || null
  const row = {
    id: newId(),
    name: typed.name,
    due_date,
    schedule: rhythmOf(typed.preset, due_date),
    category: typed.category || null,
    predicted: false,
    ...accountsOf(collection, chosen),
  }
  return textOf(planningActions().dispatch(putRow(collection, { ...row, amount_cents }))[0])
}
