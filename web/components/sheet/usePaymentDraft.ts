/** A payment while it is written in a form of its own, and how it comes into the plan. */
import { useState } from 'react'
import type { Account } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { newId } from '../../services/ids.ts'
import { readTypedAmount } from '../../ui/draft.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { notifyDone } from '../frame/screen.ts'
import { rhythmOf, type Preset } from '../schedule/presets.ts'
import { wrongField } from './wrongField.ts'
import { accountsOf, firstEnds, onAccount, type AccountField, type PaymentCollection } from './collections.ts'

interface Typed {
  collection: PaymentCollection
  name: string
  amount: string
  /** '': none. */
  date: string
  preset: Preset
}

/** The field that a problem is about; null: none by itself. */
type Wrong = 'name' | 'amount' | 'date' | null

const wrongOf: Readonly<Record<string, Wrong>> = { name: 'name', amount_cents: 'amount', due_date: 'date' }

/** Begins on the day (null: on none yet); `onAdded` once it is in the plan. */
export function usePaymentDraft(day: string | null, accounts: readonly Account[], currency_code: string, onAdded: () => void) {
  const [typed, setTyped] = useState<Typed>({ collection: 'bills', name: '', amount: '', date: day ?? '', preset: 'once' })
  const [chosen, setChosen] = useState<Record<AccountField, string | null>>({ account_id: null, ...firstEnds(accounts) })
  const [{ problem, wrong }, setFound] = useState<{ problem: string | null; wrong: Wrong }>(nothingFound)
  const refuse = (found: string, field: Wrong): false => {
    setFound({ problem: found, wrong: field })
    return false
  }

  /** False: it can't be added; why, and which field that is about, stands beside it. */
  const add = (): boolean => {
    const { collection, name, amount, date, preset } = typed
    const read = readTypedAmount(amount, currency_code)
    if (wrongField(typed, read.ok) === 'name') return refuse(say(`bills.nameless.${collection}`), 'name')
    if (!read.ok) return refuse(read.problem, 'amount')
    if (date === '' && preset !== 'once') return refuse(say('schedule.wants.first_date'), 'date')
    const due_date = date || null
    const [found] = planningActions().dispatch(
      putRow(collection, {
        id: newId(),
        name,
        amount_cents: read.value,
        due_date,
        schedule: rhythmOf(preset, due_date),
        predicted: false,
        ...accountsOf(collection, chosen),
      }),
    )
    if (found) return refuse(textOf(found), wrongOf[found.path.split('/').at(-1)!] ?? null)
    const added = { name: name.trim(), amount: formatMoney(read.value, currency_code) }
    notifyDone('payment', due_date ? say('bills.added_on', { ...added, date: formatWeekday(due_date) }) : say('bills.added', added))
    onAdded()
    return true
  }
  return {
    typed,
    change: (fields: Partial<Typed>): void => {
      setTyped({ ...typed, ...fields })
      setFound(nothingFound)
    },
    chosen,
    choose: (field: AccountField, id: string | null): void => setChosen({ ...chosen, ...onAccount({ id: '', ...chosen }, field, id) }),
    problem,
    wrong,
    add,
  }
}

const nothingFound = { problem: null, wrong: null }
