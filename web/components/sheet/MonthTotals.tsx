import { memo, useDeferredValue, useMemo } from 'react'
import { dateOf, dayOf, firstOfMonth, monthOf } from '../../../core/calendar.ts'
import { sumOf } from '../../../core/money/money.ts'
import { eventsBetween } from '../../../core/projection/events.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { projected } from '../../context/projections.ts'
import { useToday } from '../../context/today.ts'
import { formatMonth } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { sayWith } from '../../words/say.ts'
import type { PaymentCollection } from './collections.ts'

/** What the next whole month comes to, and the twelve from it. */
export const MonthTotals = memo(function MonthTotals({ collection, from }: { collection: PaymentCollection; from: string }) {
  // A frame after the amount that changed it: what was typed is seen before what it comes to.
  const scenario = useDeferredValue(usePlanning((planning) => planning.scenario!))
  const today = useToday()
  const totals = useMemo(() => {
    const thisMonth = monthOf(dayOf(from)!)
    const result = projected(scenario, today, dateOf(firstOfMonth(thisMonth + 13)))
    if (!result.ok) return null
    const months = result.projection.months.slice(-12)
    const events = scenario.accounts.length > 0 ? ofKind(result.projection, collection, `${months[0]!.month}-01`) : null
    const sums = months.map((month) =>
      events ? sumOf(events.get(month.month) ?? []) : collection === 'bills' ? month.out_cents : month.in_cents,
    )
    return { month: months[0]!.month, month_cents: sums[0]!, year_cents: sumOf(sums) }
  }, [scenario, today, from, collection])
  if (!totals || totals.year_cents === 0) return null
  const money = (cents: number) => <span className="money text-ink">{formatMoney(cents, scenario.currency_code)}</span>
  return (
    <p className="text-quiet">
      {sayWith('bills.totals', {
        amount: money(totals.month_cents),
        month: formatMonth(`${totals.month}-01`, 'full'),
        whole: money(totals.year_cents),
        on: scenario.accounts.length > 0 ? 'several' : 'one',
      })}
    </p>
  )
})

/** What the rows of a list move, on whichever account, by month from a day on. */
function ofKind(projection: Projection, collection: PaymentCollection, from: string): Map<string, number[]> {
  const wanted = ({ bills: 'bill', incomes: 'income', transfers: 'transfer' } as const)[collection]
  const moved = new Map<string, number[]>()
  for (const { kind, date, amount_cents } of eventsBetween(projection, from, projection.until)) {
    if (kind !== wanted) continue
    const month = date.slice(0, 7)
    moved.set(month, [...(moved.get(month) ?? []), amount_cents])
  }
  return moved
}
