import { Suspense, useCallback, useMemo, useState } from 'react'
import { say } from '../words/say.ts'
import { addDays } from '../../core/calendar.ts'
import { heldOn, type Held } from '../../core/payments/held-on.ts'
import { paymentsAhead } from '../../core/payments/payments-ahead.ts'
import type { CamePayment } from '../../core/payments/payments-came.ts'
import { paymentsBetween, type DatedPayment } from '../../core/payments/payments-between.ts'
import { levelOf } from '../../core/projection/levels.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { DateScope } from '../../core/schedule/schedule-moves.ts'
import { everydayByDay } from '../../core/spending/spending-days.ts'
import type { Balance } from '../components/calendar/DayCell.tsx'
import { everydayTest } from '../components/calendar/everyday.ts'
import type { AsCame } from '../components/calendar/KnownPaid.tsx'
import { addMonths, firstWeekday, monthOf, weeksOf } from '../components/calendar/month.ts'
import { MonthGrid } from '../components/calendar/MonthGrid.tsx'
import { movePayment, repeats } from '../components/calendar/changes.ts'
import { OpenPlan } from '../components/frame/OpenPlan.tsx'
import { projected } from '../context/projections.ts'
import { useToday } from '../context/today.ts'
import { formatMonth } from '../format/date.ts'
import { NextIcon, PreviousIcon } from '../ui/toolIcons.tsx'
import { lazily } from '../ui/lazily.tsx'
import '../styles/calendar.css'
import { ProblemText } from '../ui/ProblemText.tsx'

// Beside the month, so that the month is there a moment sooner.
const DayPanel = lazily(() => import('../components/calendar/DayPanel.tsx'), 'accounts', 'calendar', 'plan', 'schedule')
const MonthSums = lazily(() => import('../components/calendar/MonthSums.tsx'), 'calendar', 'plan')
const KnownPaid = lazily(() => import('../components/calendar/KnownPaid.tsx'))
const PrintedDays = lazily(() => import('../components/calendar/PrintedDays.tsx'), 'accounts', 'calendar', 'plan')
const MoveQuestion = lazily(() => import('../components/calendar/MoveQuestion.tsx'), 'calendar')
const AddPayment = lazily(() => import('../components/sheet/AddPayment.tsx'), 'accounts', 'bills', 'schedule')

/** A month: what is paid and comes in on each day, and what is left at its end. */
export default function CalendarView() {
  return <OpenPlan>{(scenario) => <Calendar key={scenario.id} scenario={scenario} />}</OpenPlan>
}

function Calendar({ scenario }: { scenario: Scenario }) {
  const today = useToday()
  const [month, setMonth] = useState(() => monthOf(today > scenario.start_date ? today : scenario.start_date))
  const [chosen, setChosen] = useState<string | null>(null)
  const selected = chosen && monthOf(chosen) === month ? chosen : monthOf(today) === month ? today : `${month}-01`

  const [{ asCame }, setKnown] = useState<{ asCame: AsCame }>(nothingKnown)
  const { weeks, result, projection, payments, everyday, balanceOf } = useMonthDays(scenario, asCame, month, today)
  const select = (date: string): void => {
    setChosen(date)
    setMonth(monthOf(date))
  }
  const [moving, setMoving] = useState<{ payment: DatedPayment; date: string } | null>(null)
  const [addingOn, setAddingOn] = useState<string | null>(null)
  const move = (payment: DatedPayment, date: string, scope: DateScope): void => {
    setMoving(null)
    if (movePayment(scenario, payment, date, scope)) setChosen(date)
  }
  /** What repeats is asked about; what is due once has nothing to ask. */
  const putDown = (payment: DatedPayment, date: string): void =>
    repeats(scenario, payment) ? setMoving({ payment, date }) : move(payment, date, 'this')
  const add = useCallback((date: string) => {
    setChosen(date)
    setAddingOn(date)
  }, [])

  return (
    <>
      <MonthHeading month={month} today={today} onMonth={setMonth} onToday={() => select(today)} />
      {result && !result.ok && (
        <p className="problem mb-3">
          <ProblemText problem={result.problems[0]!} />
        </p>
      )}
      <Suspense fallback={<p className="mb-3 h-6" />}>
        {result?.ok !== false && <MonthSums scenario={scenario} projection={projection} month={month} today={today} />}
      </Suspense>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_16rem]">
        <MonthGrid
          month={month}
          weeks={weeks}
          payments={payments}
          everyday={everyday}
          balanceOf={balanceOf}
          today={today}
          selected={selected}
          currency_code={scenario.currency_code}
          onSelect={select}
          onMove={putDown}
          onAdd={add}
        />
        <div className="no-print">
          <Suspense fallback={null}>
            <DayPanel
              date={selected}
              payments={payments.get(selected) ?? none}
              everyday={everyday.get(selected) ?? []}
              balance={balanceOf(selected)}
              projection={projection}
              scenario={scenario}
              onAdd={add}
            />
          </Suspense>
        </div>
        {/* Paper does not wait, so its code is fetched with the month. */}
        <Suspense fallback={null}>{projection && <PrintedDays projection={projection} month={month} payments={payments} />}</Suspense>
      </div>
      <Suspense fallback={null}>
        <KnownPaid scenario={scenario} onKnown={setKnown} />
      </Suspense>
      <Suspense fallback={null}>
        {moving && (
          <MoveQuestion {...moving} onAnswer={(scope) => move(moving.payment, moving.date, scope)} onClose={() => setMoving(null)} />
        )}
        {addingOn && <AddPayment date={addingOn} currency_code={scenario.currency_code} onClose={() => setAddingOn(null)} />}
      </Suspense>
    </>
  )
}

/** The weeks of a month, what is paid and comes in on their days, and what is left at the end of each. */
function useMonthDays(scenario: Scenario, asCame: AsCame, month: string, today: string) {
  const weeks = useMemo(() => weeksOf(month, firstWeekday()), [month])
  const [from, until] = [weeks[0]![0]!, addDays(weeks.at(-1)![6]!, 1)]
  const result = until > scenario.start_date ? projected(scenario, today, until) : null
  const projection = result?.ok ? result.projection : null
  const payments = useMemo((): Map<string, CamePayment[]> => {
    const isEveryday = everydayTest(scenario)
    const all = asCame(from, until, (first, last) =>
      projection ? paymentsAhead(projection, first, last) : paymentsBetween(scenario, first, last, today),
    )
    return Map.groupBy(
      all.filter((payment) => !isEveryday(payment)),
      ({ date }) => date,
    )
  }, [scenario, projection, asCame, from, until, today])
  const everyday = useMemo(() => everydayByDay(scenario, { from, until, today }), [scenario, from, until, today])
  const balanceOf = (date: string): Balance | null => {
    const held = projection && heldOn(projection, date)
    if (!held?.before || !held.after) return null
    const { available_cents, total_cents } = held.after
    const aside_cents = inPots(held.after) - inPots(held.before)
    return { cents: available_cents, total_cents, aside_cents, level: levelOf(held.after, scenario.floor_cents) }
  }
  return { weeks, result, projection, payments, everyday, balanceOf }
}

const none: CamePayment[] = []
const nothingKnown: { asCame: AsCame } = { asCame: (from, until, between) => between(from, until) }
const inPots = ({ available_cents, total_cents }: Held): number => total_cents - available_cents

interface HeadingProps {
  month: string
  today: string
  onMonth: (month: string) => void
  onToday: () => void
}

/** Which month it is, and the ways to others. */
const MonthHeading = ({ month, today, onMonth, onToday }: HeadingProps) => (
  <div className="mb-3 flex items-center gap-1 sm:gap-3">
    <h1 className="mr-auto text-xl sm:text-2xl" aria-live="polite">
      {formatMonth(`${month}-01`, 'full')}
    </h1>
    <button type="button" className="button" disabled={monthOf(today) === month} onClick={onToday}>
      {say('calendar.today')}
    </button>
    <button
      type="button"
      className="button button-icon"
      aria-label={say('calendar.month_before')}
      onClick={() => onMonth(addMonths(month, -1))}
    >
      <PreviousIcon />
    </button>
    <button
      type="button"
      className="button button-icon"
      aria-label={say('calendar.month_after')}
      onClick={() => onMonth(addMonths(month, 1))}
    >
      <NextIcon />
    </button>
  </div>
)
