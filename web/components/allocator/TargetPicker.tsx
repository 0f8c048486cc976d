import { useId, useState, type FormEvent } from 'react'
import { formatTarget, parseTarget } from '../../../core/allocation.ts'
import { isBlank } from '../../../core/blank.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Account, Bill, Goal } from '../../../core/scenario.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'

interface Props {
  bills: readonly Bill[]
  goals: readonly Goal[]
  accounts: readonly Account[]
  /** The target to begin with; '' for none. */
  target: string
  verb: string
  onPick: (target: string) => readonly Problem[]
  onCancel?: () => void
}

/** Chooses where money goes: a bill or another account of the plan, or savings or a goal by a name of one's own. */
export function TargetPicker({ bills, goals, accounts, target, verb, onPick, onCancel }: Props) {
  const id = useId()
  const start = parseTarget(target)
  const isListed =
    start?.to === 'bill' || start?.to === 'account' || (start?.to === 'goal' && goals.some((goal) => goal.name === start.name))
  const [choice, setChoice] = useState(start === null ? '' : isListed ? target : start.to)
  const [name, setName] = useState(start && 'name' in start ? start.name : '')
  const [problem, setProblem] = useState<string | null>(null)
  const isNamed = choice === 'savings' || choice === 'goal'

  const pick = (event: FormEvent): void => {
    event.preventDefault()
    const wanted = isNamed ? formatTarget({ to: choice, name: name.trim() }) : choice
    if (wanted === '') return setProblem(say('allocator.pick.wanted'))
    if (isNamed && isBlank(name)) return setProblem(say('allocator.pick.nameless', { to: choice }))
    const found = textOf(onPick(wanted)[0])
    setProblem(found)
    if (found === null && !onCancel) {
      setChoice('')
      setName('')
    }
  }

  return (
    <form
      onSubmit={pick}
      onKeyDown={(event) => event.key === 'Escape' && onCancel?.()}
      className="no-print flex flex-wrap items-center gap-2 py-1.5"
    >
      <select
        className="field w-auto! max-w-full min-w-40 flex-1"
        aria-label={say('allocator.pick')}
        value={choice}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          setChoice(event.currentTarget.value)
          setProblem(null)
        }}
      >
        <option value="">{say('allocator.pick.none')}</option>
        <option value="savings">{say('allocator.pick.savings')}</option>
        <option value="goal">{say(goals.length > 0 ? 'allocator.pick.another_goal' : 'allocator.pick.new_goal')}</option>
        {goals.length > 0 && (
          <optgroup label={say('allocator.pick.goals')}>
            {goals.map((goal) => (
              <option key={goal.id} value={formatTarget({ to: 'goal', name: goal.name })}>
                {goal.name}
              </option>
            ))}
          </optgroup>
        )}
        {accounts.length > 0 && (
          <optgroup label={say('allocator.pick.accounts')}>
            {accounts.map((account) => (
              <option key={account.id} value={formatTarget({ to: 'account', account_id: account.id })}>
                {account.name}
              </option>
            ))}
          </optgroup>
        )}
        {bills.length > 0 && (
          <optgroup label={say('allocator.pick.bills')}>
            {bills.map((bill) => (
              <option key={bill.id} value={formatTarget({ to: 'bill', bill_id: bill.id })}>
                {bill.name}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      {isNamed && (
        <input
          className="field w-auto! min-w-36 flex-1"
          aria-label={say('allocator.pick.name', { to: choice })}
          placeholder={say('allocator.pick.example', { to: choice })}
          value={name}
          maxLength={150}
          data-draft={name !== '' || undefined}
          aria-describedby={`${id}-note`}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setProblem(null)
          }}
        />
      )}
      <button type="submit" className="button">
        {verb}
      </button>
      {onCancel && (
        <button type="button" className="button button-quiet" onClick={onCancel}>
          {say('common.cancel')}
        </button>
      )}
      <p id={`${id}-note`} className="problem w-full" aria-live="polite">
        {problem}
      </p>
    </form>
  )
}
