import { useState } from 'react'
import type { SpendingOfBill } from '../../../core/spending/spending-month.ts'
import { formatWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'

/** A month's days, each with what was planned, what was spent, and what is left. */
export function DayTable({
  of: { days },
  title,
  today,
  currency_code,
}: {
  of: SpendingOfBill
  title: string
  today: string
  currency_code: string
}) {
  const [isOpen, setIsOpen] = useState(false)
  const money = (cents: number): string => formatMoney(cents, currency_code)
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="min-h-6 text-sm text-quiet pointer-coarse:min-h-11 pointer-coarse:pt-2.5" aria-label={title}>
        {say('everyday.days')}
      </summary>
      {isOpen && (
        <table className="everyday-days" aria-label={title}>
          <thead>
            <tr className="text-quiet">
              <th scope="col">{say('everyday.day')}</th>
              <th scope="col">{say('everyday.planned')}</th>
              <th scope="col">{say('everyday.spent')}</th>
              <th scope="col">{say('everyday.left')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ date, planned_cents, spent_cents, assumed_cents, left_cents }) => (
              <tr key={date} aria-current={date === today ? 'date' : undefined}>
                <th scope="row">{formatWeekday(date)}</th>
                <td className="money">{money(planned_cents)}</td>
                <td className="money">{assumed_cents > 0 ? say('everyday.as_planned') : date > today ? '' : money(spent_cents)}</td>
                <td className="money">{date < today ? '' : money(left_cents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  )
}
