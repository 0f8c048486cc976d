import { formatShortWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import type { PaymentCollection } from '../sheet/collections.ts'
import type { PlannedDate } from './plannedDates.ts'

interface Props {
  dates: readonly PlannedDate[]
  collection: PaymentCollection
  currency_code: string
  near: string
  onChoose: (date: PlannedDate) => void
}

/** The next dates, each a button that opens what can be changed about it. */
export function DateList({ dates, collection, currency_code, near, onChoose }: Props) {
  return (
    <ol className="rule-dates">
      {dates.map((planned) => {
        const marks = marksOf(planned, collection, near)
        return (
          <li key={planned.nominal_date}>
            <button type="button" data-date={planned.nominal_date} data-state={stateOf(planned)} onClick={() => onChoose(planned)}>
              <span className="date-day">{formatShortWeekday(planned.date, near)}</span>
              <span className="money date-amount">{formatMoney(planned.amount_cents, currency_code)}</span>
              {marks && <span className="date-marks">{marks}</span>}
            </button>
          </li>
        )
      })}
    </ol>
  )
}

const stateOf = ({ isSkipped, isSettled }: PlannedDate): string | undefined => (isSkipped ? 'skipped' : isSettled ? 'settled' : undefined)

/** What is out of the ordinary about a date, in words. */
function marksOf(
  { date, nominal_date, isSkipped, isSettled, isMoved, hasOwnAmount }: PlannedDate,
  collection: PaymentCollection,
  near: string,
): string {
  const place = formatShortWeekday(nominal_date, near)
  return [
    ...(isSkipped ? [say('schedule.mark.skipped')] : []),
    ...(isSettled ? [say('schedule.mark.paid', { collection })] : []),
    ...(date === nominal_date ? [] : [say(isMoved ? 'schedule.mark.moved' : 'schedule.mark.shifted', { date: place })]),
    ...(hasOwnAmount ? [say('schedule.mark.own_amount')] : []),
  ].join(', ')
}
