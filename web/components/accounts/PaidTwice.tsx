import { useMemo } from 'react'
import type { Projection } from '../../../core/projection/projection.ts'
import { paidTwice } from '../../../core/spending/paid-twice.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { notify, notifyDone } from '../frame/screen.ts'

/** The bills that leave beside what pays an account by itself, each with what takes it out. */
export default function PaidTwice({ projection }: { projection: Projection }) {
  const found = useMemo(() => paidTwice(projection), [projection])
  const takeOut = (id: string, name: string): void => {
    const [problem] = planningActions().dispatch({ type: 'delete_row', collection: 'bills', id })
    if (problem) notify({ id: 'payment', tone: 'failure', text: textOf(problem) })
    else notifyDone('payment', say('accounts.paid_twice.out', { name }))
  }
  return found.map(({ bill: { id, name }, account }) => (
    <span key={id} className="block">
      {say('accounts.paid_twice', { name, account: account.name, kind: account.card === null ? 'transfer' : 'card' })}{' '}
      <button type="button" className="no-print text-accent underline underline-offset-4" onClick={() => takeOut(id, name)}>
        {say('accounts.paid_twice.take_out', { name })}
      </button>
    </span>
  ))
}
