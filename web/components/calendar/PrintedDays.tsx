import { dayLines, type DayLine } from '../../../core/payments/day-lines.ts'
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatShortWeekday } from '../../format/date.ts'
import { formatChange, formatMoney } from '../../format/money.ts'
import { usePrinting } from '../../ui/printing.ts'
import { movementWords } from '../planning/movementWords.ts'
import { accountNote, changeText } from '../planning/paymentWords.ts'
import { everydayTest } from './everyday.ts'
import { addMonths } from './month.ts'

interface Props {
  projection: Projection
  /** "2026-12". */
  month: string
  payments: ReadonlyMap<string, readonly DatedPayment[]>
}

/** On paper, under the month: each of its days on which something moves, line by line with whole names, and what is left at its end. */
export default function PrintedDays(props: Props) {
  return usePrinting() ? <Days {...props} /> : null
}

function Days({ projection, month, payments }: Props) {
  const { accounts, currency_code } = projection.scenario
  const isEveryday = everydayTest(projection.scenario)
  // What leaves day by day stands on its days, not as a period that is settled.
  const isTold = ({ payment }: DayLine): boolean => payment === null || !isEveryday(payment)
  return (
    <ul className="printed-days">
      {dayLines(projection, `${month}-01`, `${addMonths(month, 1)}-01`, [...payments.values()].flat()).map(({ date, after, lines }) => (
        <li key={date}>
          <p className="flex justify-between gap-3 font-semibold">
            <span>{formatShortWeekday(date, projection.today)}</span>
            {after && <span className="money">{formatMoney(after.available_cents, currency_code)}</span>}
          </p>
          {lines.filter(isTold).map((line) => (
            <p key={keyOf(line)} className="flex justify-between gap-3">
              <span className="wrap-anywhere">
                {nameOf(line)} {line.payment && <span className="text-quiet">{accountNote(line.payment, accounts)}</span>}
              </span>
              <span className="money">{amountOf(line, currency_code)}</span>
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}

const keyOf = ({ payment, movement }: DayLine): string =>
  payment === null
    ? `${movement.kind} ${movement.target} ${movement.row?.id} ${movement.row?.nominal_date} ${movement.pot_cents}`
    : `${payment.id} ${payment.nominal_date}`
const nameOf = ({ payment, movement }: DayLine): string =>
  payment === null ? movementWords(movement) : payment.state === 'settled' ? `✓ ${payment.name}` : payment.name

function amountOf({ payment, available_cents }: DayLine, currency_code: string): string {
  return payment === null ? formatChange(available_cents, currency_code) : changeText(payment, currency_code)
}
