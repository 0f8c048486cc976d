import { Suspense, memo, useRef, useState, type ReactNode } from 'react'
import { formatTarget, onBase, percentTotal } from '../../../core/allocation.ts'
import type { ScenarioEdit } from '../../../core/edit.ts'
import type { GoalProgress, Projection } from '../../../core/projection/projection.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { formatMoney, formatPercent } from '../../format/money.ts'
import { newId } from '../../services/ids.ts'
import { lazily } from '../../ui/lazily.tsx'
import { tell, tellDone } from '../frame/screen.ts'
import { FigureButton } from './FigureButton.tsx'
import { earlyWords, goalOutcome, goalYears, type GoalOutcome } from './goals.ts'
import { textOf } from '../../words/problems.ts'

const GoalForm = lazily(() => import('./GoalForm.tsx'))

/** What is saved for, how far it is, and the day it is reached. */
export const Goals = memo(function Goals({ projection }: { projection: Projection }) {
  const { scenario, goals } = projection
  const [edited, setEdited] = useState<string | 'new' | null>(null)
  const place = useRef<HTMLElement>(null)
  const close = (id: string | 'new'): void => {
    setEdited(null)
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`[data-goal="${id}"]`)?.focus())
  }
  const form = (id: string | 'new'): ReactNode => (
    <Suspense fallback={<p className="text-quiet">One moment…</p>}>
      <GoalForm goal={scenario.goals.find((goal) => goal.id === id) ?? null} currency_code={scenario.currency_code} onDone={() => close(id)} />
    </Suspense>
  )
  return (
    <section ref={place} aria-labelledby="goals-heading" data-plan>
      <h2 id="goals-heading" className="mb-1 text-xl">
        Goals
      </h2>
      {goals.length === 0 && edited !== 'new' && <p className="text-quiet">What you save for, such as a holiday: name it, and see the day on which it is reached.</p>}
      <ul>
        {goals.map((goal) => (
          <li key={goal.id} className="goal">
            {edited === goal.id ? form(goal.id) : <GoalRow goal={goal} projection={projection} onEdit={() => setEdited(goal.id)} onDelete={() => remove(scenario, goal)} />}
          </li>
        ))}
      </ul>
      {edited === 'new' ? (
        form('new')
      ) : (
        <button type="button" data-goal="new" className="button no-print mt-2" onClick={() => setEdited('new')}>
          Add a goal
        </button>
      )}
    </section>
  )
})

interface RowProps {
  goal: GoalProgress
  projection: Projection
  onEdit: () => void
  onDelete: () => void
}

function GoalRow({ goal, projection, onEdit, onDelete }: RowProps) {
  const { id, name, target_cents, saved_cents, target_date } = goal
  const { scenario, today } = projection
  const { currency_code } = scenario
  const outcome = goalOutcome(projection, goal)
  const isTrouble = outcome.kind === 'short' || (outcome.kind === 'on' && (outcome.days_early ?? 0) < 0)
  const offer = outcome.kind === 'unfed' ? firstRule(scenario, name) : null
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="wrap-anywhere">{name}</h3>
        <p className="ml-auto text-quiet">
          <FigureButton projection={projection} figure={{ figure: 'goal', id }} title={`Saved for ${name}`} cents={saved_cents} size="small" /> of <span className="money">{formatMoney(target_cents, currency_code)}</span>
        </p>
      </div>
      <div className="goal-bar" role="progressbar" aria-label={`${name}: ${formatMoney(saved_cents, currency_code)} of ${formatMoney(target_cents, currency_code)} saved`} aria-valuemin={0} aria-valuemax={target_cents} aria-valuenow={Math.min(saved_cents, target_cents)}>
        <span style={{ flexGrow: Math.min(saved_cents, target_cents) }} />
        <span style={{ flexGrow: Math.max(0, target_cents - saved_cents) }} />
      </div>
      <div className="flex items-center gap-x-3">
        <p className={`min-w-0 flex-1 ${isTrouble ? 'font-medium text-amber' : 'text-quiet'}`}>
          {outcomeWords(outcome, today, currency_code)}
          {target_date !== null && outcome.kind !== 'short' && outcome.kind !== 'on' && outcome.kind !== 'reached' && <>, wanted by {formatDate(target_date, today)}</>}
        </p>
        <span className="no-print flex">
          <button type="button" data-goal={id} className="button button-quiet text-quiet" aria-label={`Edit ${name}`} onClick={onEdit}>
            Edit
          </button>
          <button type="button" className="button button-quiet text-quiet" aria-label={`Delete ${name}`} onClick={onDelete}>
            Delete
          </button>
        </span>
      </div>
      {offer && (
        <button type="button" className="button no-print my-1" onClick={() => void planningActions().dispatch(offer.edit)}>
          {offer.words}
        </button>
      )}
    </>
  )
}

function outcomeWords(outcome: GoalOutcome, today: string, currency_code: string): string {
  const day = (date: string): string => formatDate(date, today)
  switch (outcome.kind) {
    case 'reached':
      return 'Reached'
    case 'on':
      return `Reached on ${day(outcome.date)}${outcome.days_early === null ? '' : `, ${earlyWords(outcome.days_early)}`}`
    case 'short':
      return `At this rate not by ${day(outcome.by)}: ${formatMoney(outcome.cents, currency_code)} short${outcome.date ? `, reached on ${day(outcome.date)}` : ''}`
    case 'unfed':
      return 'Nothing goes to it yet'
    case 'not_in_sight':
      return `At this rate not within ${goalYears} years`
  }
}

const firstPercent = 10

/** A rule to begin with: a part of each payday, or of the balance where nothing comes in; null where no percent is left. */
function firstRule(scenario: Scenario, name: string): { words: string; edit: ScenarioEdit } | null {
  const base = scenario.incomes.length > 0 ? 'income' : 'balance'
  const value = Math.min(firstPercent, 100 - percentTotal(onBase(scenario.allocations, base)))
  if (value <= 0 || (base === 'balance' && scenario.balance_allocated)) return null
  return {
    words: `Give it ${formatPercent(value)} of ${base === 'income' ? 'each payday' : 'the balance'}`,
    edit: putRow('allocations', { id: newId(), target: formatTarget({ to: 'goal', name }), kind: 'percent', value, base }),
  }
}

/** A goal goes with what goes to it and what is set aside for it, in one step of undo. */
function remove({ allocations, opening_pots }: Scenario, { id, name }: GoalProgress): void {
  const target = formatTarget({ to: 'goal', name })
  const kept = opening_pots.filter((pot) => pot.target !== target)
  const edits: ScenarioEdit[] = [
    ...allocations.filter((allocation) => allocation.target === target).map((allocation): ScenarioEdit => ({ type: 'delete_row', collection: 'allocations', id: allocation.id })),
    ...(kept.length < opening_pots.length ? [{ type: 'set_fields' as const, fields: { opening_pots: kept } }] : []),
    { type: 'delete_row', collection: 'goals', id },
  ]
  const [problem] = planningActions().dispatch({ type: 'batch', edits })
  if (problem) tell({ id: 'goal', tone: 'failure', text: textOf(problem) })
  else tellDone('goal', `${name} is deleted${edits.length > 1 ? ', with what goes to it' : ''}.`)
}
