import { dayOf } from '../../../core/calendar.ts'
import type { BankTransaction } from '../../../core/bank-files/bank-file.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'

const width = 220
const height = 34
const baseline = height - 5
const tallest = baseline - 5

/** The charges a proposal rests on, by day: each as high as its amount, those that did not come as a hollow mark. */
export function EvidenceStrip({
  charges,
  missed,
  today,
  currency_code,
}: {
  charges: readonly BankTransaction[]
  missed: readonly string[]
  today: string
  currency_code: string
}) {
  const days = [...charges.map(({ date }) => dayOf(date)!), ...missed.map((date) => dayOf(date)!)]
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const most = Math.max(1, ...charges.map(({ amount_cents }) => Math.abs(amount_cents)))
  const x = (date: string): number => 4 + ((dayOf(date)! - first) / Math.max(1, last - first)) * (width - 8)
  const [from, to] = [charges[0]!, charges.at(-1)!].map(({ date }) => formatDate(date, today))
  const said = say('import.evidence', { count: charges.length, first: from!, last: to!, missed: missed.length })
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="max-w-full" role="img" aria-label={said}>
      <line x1={0} x2={width} y1={baseline} y2={baseline} stroke="var(--hairline)" />
      {charges.map(({ id, date, amount_cents }) => (
        <line
          key={id}
          x1={x(date)}
          x2={x(date)}
          y1={baseline}
          y2={baseline - Math.max(3, (Math.abs(amount_cents) / most) * tallest)}
          stroke="var(--accent)"
          strokeWidth={3}
        >
          <title>{`${formatDate(date, today)}: ${formatMoney(Math.abs(amount_cents), currency_code)}`}</title>
        </line>
      ))}
      {missed.map((date) => (
        <circle key={date} cx={x(date)} cy={baseline - 4} r={3} fill="none" stroke="var(--amber)" strokeWidth={1.5}>
          <title>{say('import.evidence.none', { date: formatDate(date, today) })}</title>
        </circle>
      ))}
    </svg>
  )
}
