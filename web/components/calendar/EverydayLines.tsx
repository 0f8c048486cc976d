import type { Scenario } from '../../../core/scenario.ts'
import { periodOf, type EverydayOfDay } from '../../../core/spending/spending-days.ts'
import { formatChange, formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { accountNote } from '../planning/paymentWords.ts'
import { PaymentButton } from './Chip.tsx'

interface Props {
  date: string
  everyday: readonly EverydayOfDay[]
  scenario: Scenario
  today: string
}

/** What leaves on a day without a date of its own, a line each kind: what was spent, and what the balance ahead counts. */
export function EverydayLines({ date, everyday, scenario, today }: Props) {
  const { currency_code, accounts } = scenario
  return everyday.map(({ bill, nominal_date, counted_cents, spent_cents }) => {
    const period = nominal_date === null ? undefined : periodOf(scenario, { id: bill.id, nominal_date }, today)
    const isElsewhere = bill.account_id !== null
    const note = accountNote({ collection: 'bills', account_id: bill.account_id, amount_cents: 0 }, accounts)
    return (
      <li key={bill.id} className="flex flex-wrap items-center gap-x-2 border-b border-hairline py-1">
        {period ? <PaymentButton payment={period} /> : <span className="max-w-full min-w-0 py-1 wrap-break-word">{bill.name}</span>}
        {note && <span className="max-w-full text-sm text-quiet wrap-break-word">{note}</span>}
        <span className="ml-auto text-right">
          {spent_cents > 0 && (
            <span className="block text-sm text-quiet">
              {say('calendar.everyday.spent', { amount: formatMoney(spent_cents, currency_code) })}
            </span>
          )}
          {/* Of a period that is spent nothing is to come. */}
          {counted_cents === 0 && date >= today && (
            <span className="block text-sm text-quiet">{say('calendar.everyday.left', { amount: formatMoney(0, currency_code) })}</span>
          )}
          {counted_cents > 0 && (
            <span className={`money ${isElsewhere ? 'text-quiet' : ''}`}>
              {isElsewhere ? formatMoney(counted_cents, currency_code) : formatChange(-counted_cents, currency_code)}
            </span>
          )}
        </span>
      </li>
    )
  })
}
