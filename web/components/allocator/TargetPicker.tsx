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
        <TargetOptions bills={bills} goals={goals} accounts={accounts} />
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

/** What there is to choose: savings and goals by name, then what the plan has. */
const TargetOptions = ({ bills, goals, accounts }: Pick<Props, 'bills' | 'goals' | 'accounts'>) => (
  <>
    <option value="">{say('allocator.pick.none')}</option>
    <option value="savings">{say('allocator.pick.savings')}</option>
    <option value="goal">{say(goals.length > 0 ? 'allocator.pick.another_goal' : 'allocator.pick.new_goal')}</option>
    <OptionGroup label={say('allocator.pick.goals')} rows={goals} targetOf={({ name }) => formatTarget({ to: 'goal', name })} />
    <OptionGroup
      label={say('allocator.pick.accounts')}
      rows={accounts}
      targetOf={({ id }) => formatTarget({ to: 'account', account_id: id })}
    />
    <OptionGroup label={say('allocator.pick.bills')} rows={bills} targetOf={({ id }) => formatTarget({ to: 'bill', bill_id: id })} />
  </>
)

interface GroupProps {
  label: string
  rows: readonly NamedRow[]
  targetOf: (row: NamedRow) => string
}
type NamedRow = Pick<Goal, 'id' | 'name'>

const OptionGroup = ({ label, rows, targetOf }: GroupProps) =>
  rows.length > 0 && (
    <optgroup label={label}>
      {rows.map((row) => (
        <option key={row.id} value={targetOf(row)}>
          {row.name}
        </option>
      ))}
    </optgroup>
  )
