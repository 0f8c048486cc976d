import { memo, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { addDays } from '../../../core/calendar.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { spendingOfMonth, type SpendingMonth as Month, type SpendingOfBill } from '../../../core/spending/spending-month.ts'
import '../../styles/everyday.css'
import { formatDate, formatMonth } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { NextIcon, PreviousIcon } from '../../ui/toolIcons.tsx'
import { say } from '../../words/say.ts'
import { addMonths, monthOf } from '../calendar/month.ts'
import { DayBars } from './DayBars.tsx'
import { DayTable } from './DayTable.tsx'
import { edgeWords } from './edgeWords.ts'
import { SpentFigures } from './SpentFigures.tsx'

interface Props {
  scenario: Scenario
  today: string
}

/**
 * A month of everyday spending: of each kind what was planned, what was spent, what is left, in words where it is too much, and day by day.
 */
export default memo(function SpendingMonth({ scenario, today }: Props) {
  const [month, setMonth] = useState(() => monthOf(today > scenario.start_date ? today : scenario.start_date))
  const from = `${month}-01`
  const until = `${addMonths(month, 1)}-01`
  const told = useMemo(() => spendingOfMonth(scenario, { from, until, today }), [scenario, from, until, today])
  const { bills, sums } = told
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  return (
    <section aria-labelledby="everyday-heading" data-plan>
      <div className="flex items-center gap-1">
        <h2 id="everyday-heading" className="mr-auto text-xl" aria-live="polite">
          {say('everyday.month', { month: formatMonth(from, 'full') })}
        </h2>
        <button
          type="button"
          className="button button-icon no-print"
          aria-label={say('everyday.month.before')}
          disabled={from <= firstDay(scenario)}
          onClick={() => setMonth(addMonths(month, -1))}
        >
          <PreviousIcon />
        </button>
        <button
          type="button"
          className="button button-icon no-print"
          aria-label={say('everyday.month.after')}
          onClick={() => setMonth(addMonths(month, 1))}
        >
          <NextIcon />
        </button>
      </div>
      {bills.length === 0 ? (
        <p className="text-quiet">{say('everyday.month.nothing')}</p>
      ) : (
        <>
          <DaysOfIt bills={bills} from={from} until={until} today={today} />
          <KnownUntil told={told} today={today} from={from} />
          <table className="everyday-table">
            <thead>
              <tr className="text-sm text-quiet">
                <th scope="col">{say('everyday.planned')}</th>
                <th scope="col">{say('everyday.spent')}</th>
                <th scope="col">{say('everyday.left')}</th>
              </tr>
            </thead>
            {bills.map((one) => (
              <OfBill key={one.bill.id} of={one} from={from} until={until} today={today} currency_code={scenario.currency_code} />
            ))}
            {bills.length > 1 && (
              <tbody>
                <tr>
                  <th scope="rowgroup" colSpan={3} className="everyday-name">
                    {say('everyday.together')}
                  </th>
                </tr>
                <tr className="money font-semibold">
                  <td>{money(sums.planned_cents)}</td>
                  <td>{money(sums.spent_cents + sums.assumed_cents)}</td>
                  <td>{money(sums.left_cents)}</td>
                </tr>
              </tbody>
            )}
          </table>
        </>
      )}
    </section>
  )
})

/** The first day that any of it is about. */
const firstDay = ({ bills }: Scenario): string =>
  bills.reduce((first, { spread, due_date }) => (spread && due_date !== null && due_date < first ? due_date : first), '9999-12-31')

/** Which days of the month it is about, where these are not all of them: a plan that begins or ends within it. */
function DaysOfIt({ bills, from, until, today }: { bills: Month['bills']; from: string; until: string; today: string }) {
  const days = bills.flatMap((bill) => bill.days.map(({ date }) => date)).sort()
  const [first, last] = [days[0]!, days.at(-1)!]
  if (first === from && last === addDays(until, -1)) return null
  const one = first === last ? 'yes' : 'no'
  return (
    <p className="text-sm text-quiet">
      {say('everyday.month.days', { first: formatDate(first, today), last: formatDate(last, today), one })}
    </p>
  )
}

/** How much of it is known, and where the rest would come from. */
function KnownUntil({ told: { known_until, sums }, today, from }: { told: Month; today: string; from: string }) {
  if (from > today || sums.assumed_cents === 0) return null
  return (
    <p className="text-sm text-quiet">
      {known_until === null ? say('everyday.not_known') : say('everyday.known_until', { day: formatDate(known_until, today) })}{' '}
      <Link href="/import" className="text-accent underline underline-offset-4">
        {say('everyday.bring')}
      </Link>
    </p>
  )
}

function OfBill({
  of,
  from,
  until,
  today,
  currency_code,
}: {
  of: SpendingOfBill
  from: string
  until: string
  today: string
  currency_code: string
}) {
  const { bill, over_cents, edge_cents, spent_until, days } = of
  const edge = edgeWords(of, currency_code)
  const over = over_cents - edge_cents
  const money = (cents: number): string => formatMoney(cents, currency_code)
  const month = formatMonth(from, 'full')
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className="everyday-name wrap-anywhere">
          {bill.name}
        </th>
      </tr>
      <SpentFigures of={of} today={today} currency_code={currency_code} />
      <tr>
        <td colSpan={3} className="everyday-below">
          <DayBars days={days} from={from} until={until} today={today} />
          {over > 0 && <p className="text-amber">{say('everyday.over', { amount: money(over) })}</p>}
          {over < 0 && <p className="text-quiet">{say('everyday.under', { amount: money(-over) })}</p>}
          {edge && <p className="text-quiet">{edge}</p>}
          {spent_until !== null && days.some(({ date }) => date === today) && (
            <p className="text-quiet">
              {say('everyday.spent_until', { day: formatDate(spent_until, today), before: formatDate(addDays(spent_until, -1), today) })}
            </p>
          )}
          <DayTable of={of} title={say('everyday.days_of', { name: bill.name, month })} today={today} currency_code={currency_code} />
        </td>
      </tr>
    </tbody>
  )
}
