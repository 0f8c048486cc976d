import { describeSchedule } from '../../../core/schedule/describe-schedule.ts'
import { isSettled } from '../../../core/payments/part-payments.ts'
import { isSpread } from '../../../core/schedule/spread.ts'
import type { Payment } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { say } from '../../words/say.ts'
import type { PaymentCollection } from './collections.ts'
import { isOnce } from '../../../core/schedule/schedule.ts'
import { rowStatus } from './rowStatus.ts'

/** The next date, and the rule that it comes from. */
export function WhenText({ collection, row, from }: { collection: PaymentCollection; row: Payment; from: string }) {
  const { group, date } = rowStatus(row, from)
  if (row.due_date === null || date === null) return <span className="cell cell-empty">{say('bills.no_date')}</span>
  const isRule = row.schedule !== null && !isOnce(row.schedule)
  return (
    <span className={group === 'over' ? 'cell when cell-empty' : 'cell when'}>
      <span className="when-date">{formatDate(date, from)}</span>
      <span className="when-rule">
        {isRule ? ruleWords({ ...row, due_date: row.due_date }, from) : onceWords(collection, row, group === 'over')}
      </span>
    </span>
  )
}

/** The rule, and that it is no payment of one day where it leaves day by day. */
function ruleWords(row: Payment & { due_date: string }, from: string): string {
  const rule = describeSchedule(row, say, (day) => formatDate(day, from))
  return isSpread(row) ? say('bills.day_by_day', { rule }) : rule
}

function onceWords(collection: PaymentCollection, row: Payment, isOver: boolean): string {
  if (!isOver) return say('bills.once')
  return isSettled(row, row.due_date!) ? say('bills.paid', { collection }) : say('bills.past')
}
