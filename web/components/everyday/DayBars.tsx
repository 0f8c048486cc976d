import { dayOf } from '../../../core/calendar.ts'
import type { SpendingDay } from '../../../core/spending/spending-month.ts'

const height = 32

/**
 * A month's days as bars: what was spent, and paler what counts as planned and what is left; the line is what was planned. The table below
 * it says the same.
 */
export function DayBars({ days, from, until, today }: { days: readonly SpendingDay[]; from: string; until: string; today: string }) {
  const first = dayOf(from)!
  const most = Math.max(
    1,
    ...days.map(({ planned_cents, spent_cents, assumed_cents, left_cents }) =>
      Math.max(planned_cents, spent_cents + assumed_cents + left_cents),
    ),
  )
  const tall = (cents: number): number => (cents * height) / most
  return (
    <svg
      className="everyday-bars"
      viewBox={`0 0 ${(dayOf(until)! - first) * 10} ${height + 2}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {days.map(({ date, planned_cents, spent_cents, assumed_cents, left_cents }) => {
        const [x, spent, rest] = [(dayOf(date)! - first) * 10, tall(spent_cents), tall(assumed_cents + left_cents)]
        return (
          <g key={date}>
            {date === today && <rect className="everyday-today" x={x} y={0} width={10} height={height + 2} />}
            <rect className="everyday-spent" x={x + 1.5} y={height - spent} width={7} height={spent} />
            <rect className="everyday-rest" x={x + 1.5} y={height - spent - rest} width={7} height={rest} />
            <line className="everyday-level" x1={x} x2={x + 10} y1={height - tall(planned_cents)} y2={height - tall(planned_cents)} />
          </g>
        )
      })}
    </svg>
  )
}
