import { useMemo } from 'react'
import { addDays } from '../../../core/calendar.ts'
import type { DayLine } from '../../../core/payments/day-lines.ts'
import { skippedAhead } from '../../../core/payments/payments-ahead.ts'
import type { CamePayment } from '../../../core/payments/payments-came.ts'
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { EverydayOfDay } from '../../../core/spending/spending-days.ts'
import { formatWeekday } from '../../format/date.ts'
import { formatChange, formatMoney } from '../../format/money.ts'
import { PlusIcon } from '../../ui/toolIcons.tsx'
import { say } from '../../words/say.ts'
import { inPotsWords, movementWords } from '../planning/movementWords.ts'
import { accountNote, changeText, isElsewhere } from '../planning/paymentWords.ts'
import { levelTone, levelWords } from '../planning/levelWords.ts'
import { sayOfDate } from '../schedule/sayOfDate.ts'
import { PaymentButton } from './Chip.tsx'
import type { Balance } from './DayCell.tsx'
import { chosenDayId } from './dayKeys.ts'
import { EverydayLines } from './EverydayLines.tsx'
import { linesBeside } from './linesBeside.ts'
import { plannedWords } from './plannedWords.ts'

interface Props {
  date: string
  payments: readonly CamePayment[]
  everyday: readonly EverydayOfDay[]
  balance: Balance | null
  projection: Projection | null
  scenario: Scenario
  onAdd: (date: string) => void
}

/** What is settled changes the day's balance no more, and is struck out where there is one; what moves elsewhere is quiet. */
function amountLook(payment: DatedPayment, hasBalance: boolean): string {
  if (payment.state === 'settled') return hasBalance ? 'text-quiet line-through' : ''
  return payment.state === 'planned' && !isElsewhere(payment) ? '' : 'text-quiet'
}

/** The chosen day as a list: each payment with what can be done about it, and what is left at the end. */
export default function DayPanel({ date, payments, everyday, balance, projection, scenario, onAdd }: Props) {
  const { currency_code, start_date } = scenario
  const moved = useMemo(() => (projection ? linesBeside(projection, date, payments) : undefined), [projection, date, payments])
  const before = moved?.before
  const skipped = useMemo(() => skippedAhead(scenario, date, addDays(date, 1), projection?.today), [scenario, projection, date])
  const lines: readonly DayLine[] =
    moved?.lines ?? payments.map((payment) => ({ payment, movement: null, available_cents: 0, pot_cents: 0 }))
  const aside =
    balance &&
    inPotsWords({ available_cents: balance.cents, total_cents: balance.total_cents }, (cents) => formatMoney(cents, currency_code))
  return (
    <section id={chosenDayId} tabIndex={-1} aria-label={say('calendar.chosen')}>
      <h2 className="text-xl">{formatWeekday(date)}</h2>
      {moved && before && (
        <p className="mt-2 flex items-baseline justify-between gap-3 text-quiet">
          <span>{say('calendar.begins')}</span>
          <span className="money">{formatMoney(before.available_cents, currency_code)}</span>
        </p>
      )}
      {lines.length + everyday.length + skipped.length === 0 ? (
        <p className="mt-2 text-quiet">{say('calendar.nothing')}</p>
      ) : (
        <ul className="mt-2">
          {lines.map(({ payment, movement, available_cents }) =>
            payment === null ? (
              <li
                key={`${movement.kind} ${movement.target} ${movement.row?.id} ${movement.row?.nominal_date} ${movement.pot_cents}`}
                className="flex flex-wrap items-center gap-x-2 border-b border-hairline py-1 text-quiet"
              >
                <span className="max-w-full min-w-0 py-1 wrap-break-word">{movementWords(movement)}</span>
                <span className="money ml-auto">{formatChange(available_cents, currency_code)}</span>
              </li>
            ) : (
              <li
                key={`${payment.collection} ${payment.id} ${payment.nominal_date}`}
                className="flex flex-wrap items-center gap-x-2 border-b border-hairline py-1"
              >
                <PaymentButton payment={payment} />
                {accountNote(payment, scenario.accounts) && (
                  <span className="max-w-full text-sm text-quiet wrap-break-word">{accountNote(payment, scenario.accounts)}</span>
                )}
                {payment.predicted && <span className="tag">{say('calendar.predicted')}</span>}
                {plannedWords(payment, currency_code) && (
                  <span className="max-w-full text-sm text-quiet wrap-break-word">{plannedWords(payment, currency_code)}</span>
                )}
                <span className={`money ml-auto ${amountLook(payment, balance !== null)}`}>{changeText(payment, currency_code)}</span>
              </li>
            ),
          )}
          <EverydayLines date={date} everyday={everyday} scenario={scenario} today={projection?.today ?? start_date} />
          {skipped.map((payment) => (
            <li
              key={`${payment.id} ${payment.nominal_date}`}
              className="flex flex-wrap items-center gap-x-2 border-b border-hairline py-1 text-quiet"
            >
              <span className="max-w-full min-w-0 py-1 wrap-break-word">
                <s>{payment.name}</s> <span className="ml-1 text-sm">{say('calendar.skipped')}</span>
              </span>
              <button
                type="button"
                className="button button-quiet -mr-2 ml-auto"
                aria-label={say('calendar.bring_back_of', { name: payment.name })}
                onClick={() => sayOfDate(payment, { said: 'back' })}
              >
                {say('calendar.bring_back')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {balance && projection ? (
        <p className="mt-3 flex items-baseline justify-between gap-3 font-semibold">
          <span>
            {say('calendar.ends')}
            {balance.level !== 'fine' && (
              <span className={`block text-sm ${levelTone[balance.level]}`}>{levelWords(balance.level, scenario.floor_cents)}</span>
            )}
            {aside && <span className="block text-sm font-normal text-quiet">{aside}</span>}
          </span>
          <span className="money">{formatMoney(balance.cents, currency_code)}</span>
        </p>
      ) : (
        date < start_date && <p className="mt-3 text-quiet">{say('calendar.balance_begins', { date: formatWeekday(start_date) })}</p>
      )}
      <button type="button" className="button mt-3" onClick={() => onAdd(date)}>
        <PlusIcon /> {say('calendar.add')}
      </button>
    </section>
  )
}
