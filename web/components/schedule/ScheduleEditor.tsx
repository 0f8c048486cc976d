import { useId, useLayoutEffect, useMemo, useRef, useState, type FormEvent } from 'react'
import { describeSchedule } from '../../../core/describe-schedule.ts'
import type { Payment } from '../../../core/scenario.ts'
import { withoutStrays } from '../../../core/schedule-changes.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { sheetWords, type PaymentCollection } from '../sheet/collections.ts'
import type { DateEdit } from './dateEdits.ts'
import { DateForm } from './DateForm.tsx'
import { DateList } from './DateList.tsx'
import { Panel } from './Panel.tsx'
import { plannedDates, type PlannedDate } from './plannedDates.ts'
import { Presets } from './Presets.tsx'
import { draftOf, isOnce, readRule, type RuleDraft } from './ruleDraft.ts'
import { ScheduleSentence } from './ScheduleSentence.tsx'
import '../../styles/schedule.css'

interface Props {
  collection: PaymentCollection
  row: Payment
  currency_code: string
  /** The first day that is still to come: dates are listed from it on. */
  from: string
  /** Opens at what can be changed about the next date. */
  startAtNext: boolean
  anchor: HTMLElement | null
  onClose: () => void
}

const datesShown = 12

/** When a row is due: the rule as a sentence, and the dates that come of it, each of which can be changed by itself. */
export function ScheduleEditor({ collection, row, currency_code, from, startAtNext, anchor, onClose }: Props) {
  /** null: as it is saved. */
  const [typed, setTyped] = useState<RuleDraft | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const draft = typed ?? draftOf(row)
  const read = useMemo(() => (typed ? readRule(typed, row.schedule) : { ok: true as const, due_date: row.due_date, schedule: row.schedule }), [typed, row])
  const shown = useMemo(() => (read.ok ? { ...row, due_date: read.due_date, schedule: read.schedule } : null), [row, read])
  const dates = useMemo(() => (shown ? plannedDates(shown, from, datesShown) : []), [shown, from])
  const [chosen, setChosen] = useState<PlannedDate | null>(startAtNext ? (dates.find(({ isSkipped, isSettled }) => !isSkipped && !isSettled) ?? null) : null)
  const list = useRef<HTMLElement>(null)
  const backTo = useRef<string | null>(null)
  const headingId = useId()

  const change = (next: RuleDraft): void => {
    setTyped(next)
    setProblem(null)
    setChosen(null)
  }

  /** The rule as an edit; null: nothing was changed. */
  const ruleEdit = () => {
    if (!typed || !read.ok) return null
    const { due_date, schedule } = read
    return putRow(collection, { id: row.id, due_date, schedule: schedule && due_date ? withoutStrays(schedule, due_date) : schedule })
  }
  /** Saves what was written. False when it can't be saved: it stays, with the problem beside it. */
  const save = (): boolean => {
    const edit = ruleEdit()
    const found = read.ok ? (edit && planningActions().dispatch(edit)[0]?.message) : read.problem
    setProblem(found ?? null)
    return !found
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (save()) onClose()
  }

  /** A change of a date, and with it the rule it was seen under. */
  const carryOut = (change: DateEdit): string | null => {
    if (!change.ok) return change.problems[0]!.message
    const rule = ruleEdit()
    const edit = rule ? { type: 'batch' as const, edits: [rule, ...(change.edit.type === 'batch' ? change.edit.edits : [change.edit])] } : change.edit
    const [found] = planningActions().dispatch(edit)
    if (found) return found.message
    setTyped(null)
    return null
  }
  const back = (): void => {
    backTo.current = chosen?.nominal_date ?? null
    setChosen(null)
  }
  useLayoutEffect(() => {
    if (chosen || backTo.current === null) return
    const button = list.current?.querySelector<HTMLElement>(`[data-date="${backTo.current}"]`) ?? list.current?.querySelector<HTMLElement>('button')
    backTo.current = null
    button?.focus()
  }, [chosen, dates])

  return (
    <Panel title={`When ${row.name} ${sheetWords[collection].due}`} anchor={anchor} onClose={onClose} onAway={save} className="schedule-panel" isTall>
      <Presets draft={draft} onDraft={change} today={from} />
      <div className="schedule">
        <form onSubmit={submit} noValidate>
          <ScheduleSentence draft={draft} onDraft={change} />
          {shown?.schedule && !isOnce(shown.schedule) && (
            <p className="mt-3 text-quiet" aria-live="polite">
              So: {describeSchedule(shown.schedule, shown.due_date!, (day) => formatDate(day, from))}.
            </p>
          )}
          <p className="problem mt-3" aria-live="polite">
            {problem ?? (read.ok ? null : read.problem)}
          </p>
          <div className="mt-3 flex gap-2">
            <button type="submit" className="button button-primary px-5">
              Save
            </button>
            <button type="button" className="button" onClick={onClose}>
              Cancel
            </button>
          </div>
        </form>
        <section ref={list} aria-labelledby={headingId} className="schedule-dates">
          <h3 id={headingId} className={chosen ? 'sr-only' : 'mb-1 text-sm font-normal text-quiet'}>
            {headingOf(dates.length, draft.repeats)}
          </h3>
          {chosen && shown ? (
            <DateForm key={chosen.nominal_date} collection={collection} row={shown} planned={chosen} currency_code={currency_code} onEdit={carryOut} onBack={back} />
          ) : (
            <DateList dates={dates} collection={collection} currency_code={currency_code} near={from} onChoose={setChosen} />
          )}
        </section>
      </div>
    </Panel>
  )
}

function headingOf(count: number, repeats: boolean): string {
  if (count === 0) return 'No date is still to come.'
  if (count === datesShown) return `The next ${datesShown} dates`
  return repeats ? `The last ${count === 1 ? 'date' : `${count} dates`}` : 'The date'
}
