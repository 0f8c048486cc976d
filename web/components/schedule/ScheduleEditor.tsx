import { Suspense, useId, useLayoutEffect, useMemo, useRef, useState, type FormEvent } from 'react'
import { describeSchedule } from '../../../core/schedule/describe-schedule.ts'
import type { ScenarioEdit } from '../../../core/edit/edit.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Payment } from '../../../core/scenario.ts'
import { adjustmentsOf } from '../../../core/payments/settling.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { planning } from '../../context/thePlanning.ts'
import { formatDate } from '../../format/date.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'
import type { PaymentCollection } from '../sheet/collections.ts'
import { AnyDate } from './AnyDate.tsx'
import { DateForm } from './DateForm.tsx'
import { DateList } from './DateList.tsx'
import { Panel } from './Panel.tsx'
import { PauseFields } from './PauseFields.tsx'
import { plannedDates, type PlannedDate } from './plannedDates.ts'
import { Presets } from './Presets.tsx'
import { draftOf, isOnce, type RuleDraft } from './ruleDraft.ts'
import { RuleReach } from './RuleReach.tsx'
import { draftOfDate, ruleEffect, ruleHeld, withDate, withPause, withRule, type DateDraft, type Pause, type RuleChange, type Step, type Working } from './scheduleDraft.ts'
import { ScheduleSentence } from './ScheduleSentence.tsx'
import '../../styles/schedule.css'
import { textOf } from '../../words/problems.ts'

const LatelyPaid = lazily(() => import('../bank/LatelyPaid.tsx'), 'match')

interface Props {
  collection: PaymentCollection
  row: Payment
  currency_code: string
  /** The first day that is still to come: dates are listed from it on. */
  from: string
  /** Where it opens: at the rule, at what can be changed about the next date, or at the fields of a pause. */
  startAt: 'rule' | 'next_date' | 'pause'
  anchor: HTMLElement | null
  onClose: () => void
}

const datesShown = 12

/** When a row is due: the rule as a sentence, and the dates that come of it, each of which can be changed by itself. One form, saved as one edit. */
export default function ScheduleEditor({ collection, row, currency_code, from, startAt, anchor, onClose }: Props) {
  /** What was put in place already, one change after the other; then what is being written: a rule, a pause, a date, in this order. */
  const [working, setWorking] = useState<Working>({ row, edits: [], made: [] })
  const [rule, setRule] = useState<RuleChange | null>(null)
  const [pause, setPause] = useState<Pause | null>(null)
  const [date, setDate] = useState<DateDraft | null>(() => {
    const next = startAt === 'next_date' ? plannedDates(row, from, datesShown).find(({ isSkipped, isSettled }) => !isSkipped && !isSettled) : undefined
    return next ? draftOfDate(next, currency_code) : null
  })
  const [problem, setProblem] = useState<string | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const draft = rule?.draft ?? draftOf(ruleHeld(working.row, from))

  const ruled = useMemo(() => withRule(collection, working, rule, from), [collection, working, rule, from])
  const shown = useMemo((): Step => {
    const paused = ruled.ok ? withPause(collection, ruled.working, pause) : ruled
    return !paused.ok && ruled.ok ? ruled : paused
  }, [collection, ruled, pause])
  const dates = useMemo(() => (shown.ok ? plannedDates(shown.working.row, from, datesShown) : []), [shown, from])
  const effect = useMemo(() => (rule ? ruleEffect(working.row, rule, from) : null), [working, rule, from])
  const list = useRef<HTMLElement>(null)
  const backTo = useRef<string | null>(null)
  const headingId = useId()

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
  const back = (): void => {
    const nominal_date = date?.planned.nominal_date ?? null
    if (settleDown()) backTo.current = nominal_date
  }

  /** Saves all of it as one step. False when it can't be saved: it stays, with the problem beside it. */
  const save = (): boolean => {
    const done = whole()
    const found = done.ok ? textOf(saved(done.working)) : done.problem
    setProblem(found)
    setIsAsking(false)
    return found === null
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (save()) onClose()
  }
  const leave = (): void => {
    if (isChanged()) setIsAsking(!isAsking)
    else onClose()
  }
  useLayoutEffect(() => {
    if (date || backTo.current === null) return
    const button = list.current?.querySelector<HTMLElement>(`[data-date="${backTo.current}"]`) ?? list.current?.querySelector<HTMLElement>('button')
    backTo.current = null
    button?.focus()
  }, [date, dates])

  const now = shown.ok ? shown.working.row : null
  const repeats = now?.schedule && !isOnce(now.schedule)
  return (
    <Panel title={say(`schedule.title.${collection}`, { name: row.name })} anchor={anchor} onClose={leave} onAway={save} onSaved={onClose} className="schedule-panel" isTall>
      <form onSubmit={submit} noValidate>
        <Presets draft={draft} onDraft={changeRule} today={from} />
        <div className="schedule">
          <div className="schedule-rule">
            <ScheduleSentence draft={draft} onDraft={changeRule} />
            {rule && effect && <RuleReach collection={collection} change={rule} effect={effect} near={from} onChange={setRule} />}
            {repeats && (
              <p className="mt-3 text-quiet" aria-live="polite">
                {say('schedule.so', { rule: describeSchedule({ ...now, due_date: now.due_date! }, say, (day) => formatDate(day, from)) })}
              </p>
            )}
          </div>
          <section ref={list} aria-labelledby={headingId} className="schedule-dates">
            <h3 id={headingId} className={date ? 'sr-only' : 'mb-1 text-sm font-normal text-quiet'}>
              {headingOf(dates.length, draft.repeats)}
            </h3>
            {date && now ? (
              <DateForm key={date.planned.nominal_date} near={from} collection={collection} row={now} draft={date} currency_code={currency_code} onDraft={setDate} onBack={back} />
            ) : (
              <>
                <DateList dates={dates} collection={collection} currency_code={currency_code} near={from} onChoose={choose} />
                <Suspense fallback={null}>
                  <LatelyPaid row={row} collection={collection} near={from} />
                </Suspense>
                {repeats && ruled.ok && (
                  <>
                    <AnyDate row={now} near={from} onChoose={choose} />
                    <PauseFields row={ruled.working.row} pause={pause} near={from} onPause={setPause} isFirst={startAt === 'pause'} />
                  </>
                )}
              </>
            )}
          </section>
        </div>
        <div className="schedule-save" role={isAsking ? 'alert' : undefined}>
          <p className="problem w-full" aria-live="polite">
            {problem ?? (ruled.ok ? null : ruled.problem)}
          </p>
          {isAsking && <p className="w-full">{say('schedule.unsaved')}</p>}
          <button type="submit" className="button button-primary px-5">
            {say('schedule.save')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {say(isAsking ? 'schedule.unsaved.leave_out' : 'common.cancel')}
          </button>
          {isAsking && (
            <button type="button" className="button button-quiet" onClick={() => setIsAsking(false)}>
              {say('schedule.unsaved.go_on')}
            </button>
          )}
        </div>
      </form>
    </Panel>
  )
}

/** One edit of all that was written, with what dates that are paid now do to the balance; what was wrong, if anything. */
function saved({ edits, made }: Working): Problem | undefined {
  const { scenario } = planning().store.getState()
  const all: ScenarioEdit[] = [...edits, ...(scenario ? adjustmentsOf(scenario, made) : [])]
  if (all.length === 0) return undefined
  return planningActions().dispatch(all.length === 1 ? all[0]! : { type: 'batch', edits: all.flatMap((edit) => (edit.type === 'batch' ? edit.edits : [edit])) })[0]
}

function headingOf(count: number, repeats: boolean): string {
  if (count === 0) return say('schedule.dates.none_to_come')
  if (count === datesShown) return say('schedule.dates.next', { count })
  return repeats ? say('schedule.dates.last', { count }) : say('schedule.dates.only')
}
