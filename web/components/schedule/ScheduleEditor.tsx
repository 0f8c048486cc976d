import { useId, useLayoutEffect, useRef, useState, type FormEvent } from 'react'
import { describeSchedule } from '../../../core/schedule/describe-schedule.ts'
import { formatDate, formatShortWeekday } from '../../format/date.ts'
import { say } from '../../words/say.ts'
import { DateForm } from './DateForm.tsx'
import { DatesToCome } from './DatesToCome.tsx'
import { Panel } from './Panel.tsx'
import { Presets } from './Presets.tsx'
import { isOnce } from '../../../core/schedule/schedule.ts'
import { RuleReach } from './RuleReach.tsx'
import { ScheduleSentence } from './ScheduleSentence.tsx'
import type { PlannedDate } from './plannedDates.ts'
import { datesShown, useScheduleDraft, type ScheduleOf } from './useScheduleDraft.ts'
import '../../styles/schedule.css'

interface Props extends ScheduleOf {
  anchor: HTMLElement | null
  onClose: () => void
}

/**
 * When a row is due: the rule as a sentence, and the dates that come of it, each of which can be changed by itself. One form, saved as one
 * edit.
 */
export default function ScheduleEditor({ collection, row, currency_code, from, startAt, anchor, onClose }: Props) {
  const written = useScheduleDraft({ collection, row, currency_code, from, startAt })
  const { draft, date, ruled, shown, dates } = written
  const [isAsking, setIsAsking] = useState(false)
  const list = useRef<HTMLElement>(null)
  const backTo = useRef<string | null>(null)
  const headingId = useId()

  const back = (): void => {
    const nominal_date = date?.planned.nominal_date ?? null
    if (written.settleDown()) backTo.current = nominal_date
  }

  /** False when it can't be saved: it stays, with the problem beside it. */
  const save = (): boolean => {
    setIsAsking(false)
    return written.save()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (save()) onClose()
  }
  const leave = (): void => {
    if (written.isChanged()) setIsAsking(!isAsking)
    else onClose()
  }
  useLayoutEffect(() => {
    if (date || backTo.current === null) return
    const button =
      list.current?.querySelector<HTMLElement>(`[data-date="${backTo.current}"]`) ?? list.current?.querySelector<HTMLElement>('button')
    backTo.current = null
    button?.focus()
  }, [date, dates])

  const now = shown.ok ? shown.working.row : null
  return (
    <Panel
      title={say(`schedule.title.${collection}`, { name: row.name })}
      anchor={anchor}
      onClose={leave}
      onAway={save}
      onSaved={onClose}
      className="schedule-panel"
      isTall
    >
      <form onSubmit={submit} noValidate>
        <Presets draft={draft} onDraft={written.changeRule} today={from} />
        <div className="schedule">
          <Rule collection={collection} from={from} written={written} />
          <section ref={list} aria-labelledby={headingId} className="schedule-dates">
            <h3 id={headingId} className={date ? 'sr-only' : 'mb-1 text-sm font-normal text-quiet'}>
              {headingOf(dates, draft.repeats, from)}
            </h3>
            {date && now ? (
              <DateForm
                key={date.planned.nominal_date}
                near={from}
                collection={collection}
                row={now}
                draft={date}
                currency_code={currency_code}
                onDraft={written.setDate}
                onBack={back}
              />
            ) : (
              <DatesToCome
                collection={collection}
                row={row}
                currency_code={currency_code}
                from={from}
                startAt={startAt}
                written={written}
              />
            )}
          </section>
        </div>
        <SaveBar
          problem={written.problem ?? (ruled.ok ? null : ruled.problem)}
          isAsking={isAsking}
          onClose={onClose}
          onGoOn={() => setIsAsking(false)}
        />
      </form>
    </Panel>
  )
}

interface RuleProps extends Pick<ScheduleOf, 'collection' | 'from'> {
  written: ReturnType<typeof useScheduleDraft>
}

/** The rule as it is written, from when on it holds, and what it comes to in words. */
function Rule({ collection, from, written }: RuleProps) {
  const { draft, rule, effect, shown } = written
  const now = shown.ok ? shown.working.row : null
  return (
    <div className="schedule-rule">
      <ScheduleSentence draft={draft} onDraft={written.changeRule} />
      {rule && effect && <RuleReach collection={collection} change={rule} effect={effect} near={from} onChange={written.setRule} />}
      {now && !isOnce(now.schedule) && (
        <p className="mt-3 text-quiet" aria-live="polite">
          {say('schedule.so', { rule: describeSchedule({ ...now, due_date: now.due_date! }, say, (day) => formatDate(day, from)) })}
        </p>
      )}
    </div>
  )
}

interface SaveBarProps {
  problem: string | null
  /** Whether the person was about to leave with something unsaved. */
  isAsking: boolean
  onClose: () => void
  onGoOn: () => void
}

function SaveBar({ problem, isAsking, onClose, onGoOn }: SaveBarProps) {
  return (
    <div className="schedule-save" role={isAsking ? 'alert' : undefined}>
      <p className="problem w-full" aria-live="polite">
        {problem}
      </p>
      {isAsking && <p className="w-full">{say('schedule.unsaved')}</p>}
      <button type="submit" className="button button-primary px-5">
        {say('schedule.save')}
      </button>
      <button type="button" className="button" onClick={onClose}>
        {say(isAsking ? 'schedule.unsaved.leave_out' : 'common.cancel')}
      </button>
      {isAsking && (
        <button type="button" className="button button-quiet" onClick={onGoOn}>
          {say('schedule.unsaved.go_on')}
        </button>
      )}
    </div>
  )
}

/** So that who sees the first of them knows how far they go. */
function headingOf(dates: readonly PlannedDate[], repeats: boolean, near: string): string {
  const count = dates.length
  if (count === 0) return say('schedule.dates.none_to_come')
  if (count === datesShown) return say('schedule.dates.next', { count, last: formatShortWeekday(dates.at(-1)!.date, near) })
  return repeats ? say('schedule.dates.last', { count }) : say('schedule.dates.only')
}
