/**
 * What is written in the schedule of a row, and what would come of it: a rule, a pause, one date, each over what was put in place before.
 */
import { useMemo, useState } from 'react'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import { adjustmentsOf } from '../../../core/payments/settling.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Payment } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { planning } from '../../context/thePlanning.ts'
import { textOf } from '../../words/problems.ts'
import type { PaymentCollection } from '../sheet/collections.ts'
import { datesAhead, type PlannedDate } from './plannedDates.ts'
import { draftOf, type RuleDraft } from './ruleDraft.ts'
import {
  draftOfDate,
  ruleEffect,
  ruleHeld,
  withDate,
  withPause,
  withRule,
  type DateDraft,
  type Pause,
  type RuleChange,
  type Step,
  type Working,
} from './scheduleDraft.ts'

/** So many dates to come are listed. */
export const datesShown = 12

export interface ScheduleOf {
  collection: PaymentCollection
  row: Payment
  currency_code: string
  /** The first day that is still to come: dates are listed from it on. */
  from: string
  /** Where it opens: at the rule, at what can be changed about the next date, or at the fields of a pause. */
  startAt: 'rule' | 'next_date' | 'pause'
}

export function useScheduleDraft({ collection, row, currency_code, from, startAt }: ScheduleOf) {
  /** What was put in place already, one change after the other; then what is being written: a rule, a pause, a date, in this order. */
  const [working, setWorking] = useState<Working>({ row, edits: [], made: [] })
  const [rule, setRule] = useState<RuleChange | null>(null)
  const [pause, setPause] = useState<Pause | null>(null)
  const [date, setDate] = useState<DateDraft | null>(() => {
    const next =
      startAt === 'next_date' ? datesAhead(row, from, datesShown).find(({ isSkipped, isSettled }) => !isSkipped && !isSettled) : undefined
    return next ? draftOfDate(next, currency_code) : null
  })
  const [problem, setProblem] = useState<string | null>(null)
  const draft = rule?.draft ?? draftOf(ruleHeld(working.row, from))

  const ruled = useMemo(() => withRule(collection, working, rule, from), [collection, working, rule, from])
  const shown = useMemo((): Step => {
    const paused = ruled.ok ? withPause(collection, ruled.working, pause) : ruled
    return !paused.ok && ruled.ok ? ruled : paused
  }, [collection, ruled, pause])
  const dates = useMemo(() => (shown.ok ? datesAhead(shown.working.row, from, datesShown) : []), [shown, from])
  const effect = useMemo(() => (rule ? ruleEffect(working.row, rule, from) : null), [working, rule, from])

  /** Everything written so far, as it would be saved. */
  const whole = (): Step => {
    const paused = ruled.ok ? withPause(collection, ruled.working, pause) : ruled
    return paused.ok ? withDate(collection, paused.working, date, currency_code) : paused
  }
  /** Puts everything written in place, so that something else can be written over it; null: it can't be yet. */
  const settleDown = (): Working | null => {
    const done = whole()
    setProblem(done.ok ? null : done.problem)
    if (!done.ok) return null
    setWorking(done.working)
    setRule(null)
    setPause(null)
    setDate(null)
    return done.working
  }
  const isChanged = (): boolean => {
    const done = whole()
    return !done.ok || done.working.edits.length > 0
  }

  const changeRule = (next: RuleDraft): void => {
    setProblem(null)
    if (!date) return setRule({ scope: rule?.scope ?? null, carries: rule?.carries ?? true, draft: next })
    // A date that is being changed is kept; of the rule, what is changed now is changed in the rule as it then is.
    const settled = settleDown()
    if (!settled) return
    const changes = Object.fromEntries(Object.entries(next).filter(([key, value]) => value !== draft[key as keyof RuleDraft]))
    setRule({ scope: null, carries: true, draft: { ...draftOf(ruleHeld(settled.row, from)), ...changes } })
  }
  const choose = (planned: PlannedDate): void => {
    setProblem(null)
    setDate(draftOfDate(planned, currency_code))
  }
  /** Saves all of it as one step. False when it can't be saved: it stays, with the problem beside it. */
  const save = (): boolean => {
    const done = whole()
    const found = done.ok ? textOf(saved(done.working)) : done.problem
    setProblem(found)
    return found === null
  }
  return {
    draft,
    rule,
    setRule,
    pause,
    setPause,
    date,
    setDate,
    ruled,
    shown,
    dates,
    effect,
    problem,
    settleDown,
    isChanged,
    changeRule,
    choose,
    save,
  }
}

/** One edit of all that was written, with what dates that are paid now do to the balance; what was wrong, if anything. */
function saved({ edits, made }: Working): Problem | undefined {
  const { scenario } = planning().store.getState()
  const all: ScenarioEdit[] = [...edits, ...(scenario ? adjustmentsOf(scenario, made) : [])]
  if (all.length === 0) return undefined
  return planningActions().dispatch(
    all.length === 1 ? all[0]! : { type: 'batch', edits: all.flatMap((edit) => (edit.type === 'batch' ? edit.edits : [edit])) },
  )[0]
}
