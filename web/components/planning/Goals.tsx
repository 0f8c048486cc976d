import { Suspense, memo, useRef, useState, type ReactNode } from 'react'
import { formatTarget } from '../../../core/allocation.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { GoalProgress } from '../../../core/projection/figures/figure.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say, sayWith } from '../../words/say.ts'
import { notify, notifyDone } from '../frame/screen.ts'
import { FigureButton } from './FigureButton.tsx'
import { textOf } from '../../words/problems.ts'
import { earlyWords, goalOutcome, type GoalOutcome } from './goalOutcome.ts'
import { goalYears } from '../../../core/projection/goal-horizon.ts'

const GoalForm = lazily(() => import('./GoalForm.tsx'), 'plan')
const GoalOffer = lazily(() => import('./GoalOffer.tsx'), 'plan')

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
    <Suspense fallback={<p className="text-quiet">{say('common.one_moment')}</p>}>
      <GoalForm
        goal={scenario.goals.find((goal) => goal.id === id) ?? null}
        currency_code={scenario.currency_code}
        onDone={() => close(id)}
      />
    </Suspense>
  )
  return (
    <section ref={place} aria-labelledby="goals-heading" data-plan>
      <h2 id="goals-heading" className="mb-1 text-xl">
        {say('plan.goals')}
      </h2>
      {goals.length === 0 && edited !== 'new' && <p className="text-quiet">{say('plan.goals.none')}</p>}
      <ul>
        {goals.map((goal) => (
          <li key={goal.id} className="goal">
            {edited === goal.id ? (
              form(goal.id)
            ) : (
              <GoalRow goal={goal} projection={projection} onEdit={() => setEdited(goal.id)} onDelete={() => remove(scenario, goal)} />
            )}
          </li>
        ))}
      </ul>
      {edited === 'new' ? (
        form('new')
      ) : (
        <button type="button" data-goal="new" className="button no-print mt-2" onClick={() => setEdited('new')}>
          {say('plan.goals.add')}
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
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="wrap-anywhere">{name}</h3>
        <p className="ml-auto text-quiet">
          {sayWith('plan.goal.of', {
            saved: (
              <FigureButton
                projection={projection}
                figure={{ figure: 'goal', id }}
                title={say('plan.goal.saved_for', { name })}
                cents={saved_cents}
                size="small"
              />
            ),
            target: <span className="money">{formatMoney(target_cents, currency_code)}</span>,
          })}
        </p>
      </div>
      <div
        className="goal-bar"
        role="progressbar"
        aria-label={say('plan.goal.progress', {
          name,
          saved: formatMoney(saved_cents, currency_code),
          target: formatMoney(target_cents, currency_code),
        })}
        aria-valuemin={0}
        aria-valuemax={target_cents}
        aria-valuenow={Math.min(saved_cents, target_cents)}
      >
        <span style={{ flexGrow: Math.min(saved_cents, target_cents) }} />
        <span style={{ flexGrow: Math.max(0, target_cents - saved_cents) }} />
      </div>
      <div className="flex flex-wrap items-center justify-end gap-x-3">
        <p className={`min-w-40 flex-1 ${isTrouble ? 'font-medium text-amber' : 'text-quiet'}`}>
          {outcomeWords(outcome, target_date, today, currency_code)}
        </p>
        <span className="no-print flex">
          <button
            type="button"
            data-goal={id}
            className="button button-quiet text-quiet"
            aria-label={say('plan.goal.edit_of', { name })}
            onClick={onEdit}
          >
            {say('plan.edit')}
          </button>
          <button
            type="button"
            className="button button-quiet text-quiet"
            aria-label={say('plan.goal.delete_of', { name })}
            onClick={onDelete}
          >
            {say('plan.delete')}
          </button>
        </span>
      </div>
      {(outcome.kind === 'unfed' || outcome.kind === 'short') && (
        <Suspense fallback={null}>
          <GoalOffer goal={goal} scenario={projection.written} today={today} isFed={outcome.kind === 'short'} />
        </Suspense>
      )}
    </>
  )
}

function outcomeWords(outcome: GoalOutcome, target_date: string | null, today: string, currency_code: string): string {
  const day = (date: string | null): string => (date === null ? 'none' : formatDate(date, today))
  switch (outcome.kind) {
    case 'reached':
      return say('plan.goal.reached')
    case 'on':
      return say('plan.goal.on', { day: day(outcome.date), early: outcome.days_early === null ? 'none' : earlyWords(outcome.days_early) })
    case 'short':
      return say('plan.goal.not_by', { by: day(outcome.by), amount: formatMoney(outcome.cents, currency_code), day: day(outcome.date) })
    case 'unfed':
      return say('plan.goal.unfed', { wanted: day(target_date) })
    case 'not_in_sight':
      return say('plan.goal.not_in_sight', { years: goalYears, wanted: day(target_date) })
  }
}

/** A goal goes with what goes to it and what is set aside for it, in one step of undo. */
function remove({ allocations, opening_pots }: Scenario, { id, name }: GoalProgress): void {
  const target = formatTarget({ to: 'goal', name })
  const kept = opening_pots.filter((pot) => pot.target !== target)
  const edits: ScenarioEdit[] = [
    ...allocations
      .filter((allocation) => allocation.target === target)
      .map((allocation): ScenarioEdit => ({ type: 'delete_row', collection: 'allocations', id: allocation.id })),
    ...(kept.length < opening_pots.length ? [{ type: 'set_fields' as const, fields: { opening_pots: kept } }] : []),
    { type: 'delete_row', collection: 'goals', id },
  ]
  const [problem] = planningActions().dispatch({ type: 'batch', edits })
  if (problem) notify({ id: 'goal', tone: 'failure', text: textOf(problem) })
  else notifyDone('goal', say(edits.length > 1 ? 'plan.goal.deleted_with' : 'plan.goal.deleted', { name }))
}
