import { useEffect, useRef } from 'react'
import type { Account } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { MoveDownIcon, MoveUpIcon } from '../../ui/toolIcons.tsx'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { notify, notifyDone } from '../frame/screen.ts'

/** Another place in the list for an account, and the end of it. What is written meanwhile stays. */
export function AccountTools({ account, count, onDeleted }: { account: Account; count: number; onDeleted: () => void }) {
  const { id, name, position } = account
  const place = useRef<HTMLSpanElement>(null)
  const moved = useRef<'up' | 'down' | null>(null)
  const move = (way: 'up' | 'down'): void => {
    moved.current = way
    planningActions().dispatch(putRow('accounts', { id }, position + (way === 'up' ? -1 : 1)))
  }
  // What is put elsewhere loses the focus; the keys go on where they were, at an end of the list on the way back.
  useEffect(() => {
    if (moved.current === null) return
    const button = (way: string) => place.current?.querySelector<HTMLElement>(`[data-way="${way}"]:not(:disabled)`)
    const again = button(moved.current) ?? button(moved.current === 'up' ? 'down' : 'up')
    moved.current = null
    again?.focus()
  }, [position])
  const remove = (): void => {
    const [problem] = planningActions().dispatch({ type: 'delete_row', collection: 'accounts', id })
    if (problem) return notify({ id: 'account', tone: 'failure', text: textOf(problem) })
    notifyDone('account', say('accounts.deleted', { name }))
    onDeleted()
  }
  return (
    <span ref={place} className="ml-auto flex">
      {count > 1 && (
        <>
          <button
            type="button"
            data-way="up"
            className="button button-icon"
            aria-label={say('accounts.move_up', { name })}
            title={say('accounts.earlier')}
            disabled={position === 0}
            onClick={() => move('up')}
          >
            <MoveUpIcon />
          </button>
          <button
            type="button"
            data-way="down"
            className="button button-icon"
            aria-label={say('accounts.move_down', { name })}
            title={say('accounts.later')}
            disabled={position === count - 1}
            onClick={() => move('down')}
          >
            <MoveDownIcon />
          </button>
        </>
      )}
      <button type="button" className="button button-quiet text-quiet" aria-label={say('accounts.delete_of', { name })} onClick={remove}>
        {say('plan.delete')}
      </button>
    </span>
  )
}
