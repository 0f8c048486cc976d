import { memo, useMemo, useState, type CSSProperties } from 'react'
import { Link } from 'wouter'
import { addDays } from '../../../core/calendar.ts'
import { sumOf } from '../../../core/money/money.ts'
import { dayLines, everydayApart, quietDaysTogether, type DayLine, type WithEveryday } from '../../../core/payments/day-lines.ts'
import type { Held } from '../../../core/payments/held-on.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { DatedPayment, SkippedPayment } from '../../../core/payments/payments-between.ts'
import type { Account } from '../../../core/scenario.ts'
import { formatDate, formatShortWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { CheckIcon } from '../../ui/toolIcons.tsx'
import { askPaid } from '../frame/screen.ts'
import { levelTone, levelWords } from './levelWords.ts'
import { levelOf } from '../../../core/projection/levels.ts'
import { say } from '../../words/say.ts'
import { sayOfDate } from '../schedule/sayOfDate.ts'
import { inPotsWords, movementWords } from './movementWords.ts'
import { accountNote, changeText, isElsewhere } from './paymentWords.ts'

const daysShown = 14
/** So many lines are read; the days after them wait until they are asked for. */
const mostAtFirst = 40

/** What comes and goes in the next two weeks, also into pots and out of them, and what is left at the end of each of its days. */
export const ComingUp = memo(function ComingUp({ projection, from }: { projection: Projection; from: string }) {
  const { scenario, today } = projection
  const { bills, incomes, accounts, floor_cents, currency_code } = scenario
  const until = addDays(from, daysShown)
  const all = useMemo(
    () => everydayApart(projection, quietDaysTogether(projection, dayLines(projection, from, until), today)),
    [projection, from, until, today],
  )
  const [showsAll, setShowsAll] = useState(false)
  const days = useMemo(() => wholeDays(all, showsAll ? Infinity : mostAtFirst), [all, showsAll])
  const left = linesIn(all) - linesIn(days)
  return (
    <section aria-labelledby="coming-heading">
      <div className="mb-1 flex flex-wrap items-baseline gap-x-3">
        <h2 id="coming-heading" className="text-xl">
          {say('plan.coming')}
        </h2>
        <span className="text-sm text-quiet">{say('plan.coming.to', { day: formatShortWeekday(addDays(until, -1), today) })}</span>
      </div>
      {days.length === 0 ? (
        <p className="text-quiet">
          {say('plan.coming.nothing', { day: formatDate(until, today) })}{' '}
          {bills.length + incomes.length === 0 && (
            <Link href="/bills" className="text-accent underline underline-offset-4">
              {say('plan.add_bills')}
            </Link>
          )}
        </p>
      ) : (
        <ol className="coming" style={{ '--skip-letters': say('plan.coming.skip').length } as CSSProperties}>
          {days.map(({ date, last_date, before, after, lines, everyday, skipped }, nth) => (
            <li key={date}>
              <h3 className="coming-day">
                <span>
                  {date === today
                    ? say('plan.coming.today')
                    : date === last_date
                      ? formatShortWeekday(date, today)
                      : say('plan.coming.days', { first: formatShortWeekday(date, today), last: formatShortWeekday(last_date, today) })}
                </span>
                <EndBalance after={after} floor_cents={floor_cents} currency_code={currency_code} />
              </h3>
              <ul>
                {nth === 0 && before && <Line name={say('plan.line.before')} text={formatMoney(before.available_cents, currency_code)} />}
                {lines.map((line) => (
                  <LineRow key={keyOf(line)} line={line} today={today} accounts={accounts} currency_code={currency_code} />
                ))}
                {everyday.length > 0 && <EverydayRows lines={everyday} currency_code={currency_code} />}
                {skipped.map((payment) => (
                  <SkippedRow key={`${payment.id} ${payment.nominal_date}`} payment={payment} today={today} />
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
      {left > 0 && (
        <button type="button" className="button button-quiet mt-1 -ml-2 text-accent" onClick={() => setShowsAll(true)}>
          {say('plan.coming.more', { left, day: formatDate(addDays(until, -1), today) })}
        </button>
      )}
    </section>
  )
})

const linesOf = ({ lines, everyday, skipped }: WithEveryday): number => lines.length + Math.min(1, everyday.length) + skipped.length
const linesIn = (days: readonly WithEveryday[]): number => days.reduce((count, day) => count + linesOf(day), 0)

/** Day by day as long as they hold no more than so many lines, and the first day in any case. */
function wholeDays(all: readonly WithEveryday[], most: number): WithEveryday[] {
  let count = 0
  return all.filter((day, nth) => {
    count += linesOf(day)
    return nth === 0 || count <= most
  })
}

const keyOf = ({ payment, movement }: DayLine): string =>
  payment
    ? `${payment.collection} ${payment.id} ${payment.nominal_date}`
    : `${movement!.kind} ${movement!.target} ${movement!.row?.id} ${movement!.row?.nominal_date} ${movement!.pot_cents}`

function EndBalance({ after, floor_cents, currency_code }: { after: Held | null; floor_cents: number; currency_code: string }) {
  if (!after) return null
  const level = levelOf(after, floor_cents)
  const aside = inPotsWords(after, (cents) => formatMoney(cents, currency_code))
  return (
    <>
      <span className="coming-balance money whitespace-normal">
        {level !== 'fine' && <span className="mr-1 text-sm">{levelWords(level, floor_cents)}</span>}{' '}
        <span className={`whitespace-nowrap ${levelTone[level]}`}>{formatMoney(after.available_cents, currency_code)}</span>
        <span className="sr-only"> {say('plan.coming.end_of_day')}</span>
      </span>
      {aside && <span className="coming-aside money">{aside}</span>}
    </>
  )
}

const Line = ({ name, text }: { name: string; text: string }) => (
  <li className="coming-row text-quiet">
    <span />
    <span className="coming-name wrap-anywhere">{name}</span>
    <span className="coming-amount money">{text}</span>
    <span className="coming-skip" />
  </li>
)

const LineRow = memo(function LineRow({
  line: { payment, movement, available_cents },
  today,
  accounts,
  currency_code,
}: {
  line: DayLine
  today: string
  accounts: readonly Account[]
  currency_code: string
}) {
  if (payment) return <PaymentRow payment={payment} today={today} accounts={accounts} currency_code={currency_code} />
  return <Line name={movementWords(movement)} text={`${available_cents > 0 ? '+' : ''}${formatMoney(available_cents, currency_code)}`} />
})

/** Everyday spending of several kinds as one line, which opens into a line each. */
function EverydayRows({ lines, currency_code }: { lines: readonly DayLine[]; currency_code: string }) {
  const [isOpen, setIsOpen] = useState(false)
  const amount = (cents: number): string => formatMoney(cents, currency_code)
  const names = lines.map(({ movement }) => movementWords(movement!))
  return (
    <>
      <li className="coming-row text-quiet">
        <span />
        <button
          type="button"
          className="coming-name min-h-6 rounded text-left wrap-anywhere pointer-coarse:min-h-11"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <span className="underline decoration-dotted underline-offset-4">{say('plan.coming.everyday')}</span>{' '}
          <span className="ml-1 text-sm max-sm:hidden">{names.join(' · ')}</span>
        </button>
        <span className="coming-amount money">{amount(sumOf(lines.map(({ available_cents }) => available_cents)))}</span>
        <span className="coming-skip" />
      </li>
      {isOpen &&
        lines.map((line, nth) => (
          <li key={keyOf(line)} className="coming-row text-sm text-quiet">
            <span />
            <span className="coming-name pl-4 wrap-anywhere">{names[nth]}</span>
            <span className="coming-amount money">{amount(line.available_cents)}</span>
            <span className="coming-skip" />
          </li>
        ))}
    </>
  )
}

/** One that is left out stays to be seen, and can be brought back. */
function SkippedRow({ payment, today }: { payment: SkippedPayment; today: string }) {
  const day = formatDate(payment.date, today)
  return (
    <li className="coming-row text-quiet" data-skipped>
      <span />
      <span className="coming-name wrap-anywhere">
        <s>{payment.name}</s> <span className="ml-1 text-sm">{say('plan.coming.skipped')}</span>
      </span>
      <span className="coming-back no-print">
        <button
          type="button"
          className="button button-quiet text-quiet"
          aria-label={say('plan.coming.bring_back_of', { name: payment.name, day })}
          title={say('plan.coming.bring_back_hint')}
          onClick={() => sayOfDate(payment, { said: 'back' })}
        >
          {say('plan.coming.bring_back')}
        </button>
      </span>
    </li>
  )
}

/** One payment. Paid ones stay to be seen, and can be taken back. */
function PaymentRow({
  payment,
  today,
  accounts,
  currency_code,
}: {
  payment: DatedPayment
  today: string
  accounts: readonly Account[]
  currency_code: string
}) {
  const { collection, name, date, state, predicted } = payment
  const note = accountNote(payment, accounts)
  const isIncome = collection === 'incomes'
  const isSettled = state === 'settled'
  const day = formatDate(date, today)
  const settled = say(isIncome ? 'plan.coming.arrived' : 'plan.coming.paid')
  return (
    <li className="coming-row" data-settled={isSettled || undefined}>
      <button
        type="button"
        className="coming-check"
        aria-pressed={isSettled}
        aria-label={say('plan.coming.check', { name, day, settled })}
        title={say(isSettled ? 'plan.coming.reopen' : isIncome ? 'plan.coming.has_arrived' : 'plan.coming.is_paid')}
        onClick={(event) => askPaid(payment, event.currentTarget)}
      >
        {isSettled && <CheckIcon />}
      </button>
      <span className="coming-name wrap-anywhere">
        {name} {note && <span className="inline-block text-sm text-quiet">{note}</span>}
        {predicted && <span className="tag ml-2">{say('plan.coming.predicted')}</span>}
        {isSettled && <span className="ml-2 text-sm text-quiet">{settled}</span>}
      </span>
      <span className={`coming-amount money ${isElsewhere(payment) ? 'text-quiet' : ''}`}>{changeText(payment, currency_code)}</span>
      <span className="coming-skip no-print">
        {!isSettled && (
          <button
            type="button"
            className="button button-quiet text-quiet"
            aria-label={say('plan.coming.skip_of', { name, day })}
            title={say('plan.coming.skip_hint')}
            onClick={() => sayOfDate(payment, { said: 'skipped' })}
          >
            {say('plan.coming.skip')}
          </button>
        )}
      </span>
    </li>
  )
}
