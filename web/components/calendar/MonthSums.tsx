import type { Projection } from '../../../core/projection/projection.ts'
import { formatWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'

/** The month in a sentence: what comes in, what goes out, and its lowest day. */
export function MonthSums({ projection, month }: { projection: Projection; month: string }) {
  const { currency_code, floor_cents } = projection.scenario
  const found = projection.months.find((other) => other.month === month)
  if (!found) return <p className="mb-3 text-quiet">This plan begins later.</p>
  const money = (cents: number): string => formatMoney(cents, currency_code)
  const { available_cents, date } = found.lowest
  const warning = available_cents < 0 ? 'below zero' : available_cents < floor_cents ? 'below your floor' : null
  return (
    <p className="mb-3 text-quiet">
      <span className="money">{money(found.in_cents)}</span> comes in and <span className="money">{money(found.out_cents)}</span> goes out. Lowest is{' '}
      <span className="money font-semibold text-ink">{money(available_cents)}</span> on {formatWeekday(date)}
      {warning && <strong className={`font-semibold ${available_cents < 0 ? 'text-red' : 'text-amber'}`}>, {warning}</strong>}.
    </p>
  )
}
