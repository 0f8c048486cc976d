import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Account, Payment } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { AccountSelect } from '../accounts/AccountSelect.tsx'
import { accountIn, onAccount, type AccountField, type PaymentCollection } from './collections.ts'
import type { Towards } from './gridKeys.ts'

interface Props {
  collection: PaymentCollection
  row: Payment
  field: AccountField
  accounts: readonly Account[]
  onLeave: (field: AccountField, towards: Towards) => void
}

/**
 * The account of a row, chosen in its cell from a list that opens at once. What is chosen holds; Enter, Tab, Esc and leaving go on as in
 * other cells.
 */
export function AccountCell({ collection, row, field, accounts, onLeave }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useLayoutEffect(() => {
    const select = place.current!.querySelector('select')!
    select.focus()
    try {
      select.showPicker?.()
    } catch {
      // A browser opens it for a key or a click of the person's alone; else it waits for one.
    }
  }, [])
  const choose = (account_id: string | null): void => {
    const [found] =
      account_id === accountIn(row, field) ? [] : planningActions().dispatch(putRow(collection, onAccount(row, field, account_id)))
    setProblem(textOf(found))
    if (!found) onLeave(field, 'stay')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Escape') onLeave(field, 'stay')
    else if (event.key === 'Enter') {
      event.preventDefault()
      onLeave(field, event.shiftKey ? 'up' : 'down')
    } else if (event.key === 'Tab' && !event.ctrlKey && !event.altKey) {
      event.preventDefault()
      onLeave(field, event.shiftKey ? 'previous' : 'next')
    }
  }
  return (
    <div ref={place} className="cell-account" onKeyDown={onKeyDown} onBlur={() => problem === null && onLeave(field, 'away')}>
      <AccountSelect
        label={say(`bills.field.${field}`, { name: row.name })}
        hideLabel
        accounts={accounts}
        toPay={collection === 'bills'}
        value={accountIn(row, field)}
        onChange={choose}
      />
      {problem && (
        <span className="problem block px-2 pb-1 whitespace-normal" aria-live="polite">
          {problem}
        </span>
      )}
    </div>
  )
}
