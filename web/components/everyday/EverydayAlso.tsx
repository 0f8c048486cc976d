import { describeSchedule } from '../../../core/schedule/describe-schedule.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { alsoOffered, type DrawAhead, type EverydayAhead } from '../../../core/spending/everyday-ahead.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { dismissAlso, takeAlso, takeChanged } from './taking.ts'

interface Props {
  scenario: Scenario
  found: EverydayAhead
  today: string
}

/**
 * What else moves without a bill: cash that is drawn by the month, and money that comes in without a rhythm. Each can be taken into the
 * plan.
 */
export default function EverydayAlso({ scenario, found, today }: Props) {
  const { draws, income, changed } = alsoOffered(found, scenario)
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const loose = say('everyday.name.income')
  if (draws.length === 0 && income === null && changed.length === 0) return null
  return (
    <section aria-labelledby="everyday-also" className="mt-8">
      <h2 id="everyday-also" className="text-xl">
        {say('everyday.also')}
      </h2>
      <p className="mt-1 max-w-2xl text-quiet">{say('everyday.also.lead')}</p>
      <ul>
        {draws.map((one) => (
          <Also
            key={one.bill.evidence!.payee}
            name={one.draw.name}
            why={whyOf(one, today, money)}
            amount={money(one.bill.amount_cents!)}
            onTake={() => takeAlso('bills', one.draw.name, one.bill)}
            onDismiss={() => dismissAlso(scenario, 'out', one.draw.name, one.bill)}
          />
        ))}
        {changed.map((one) => (
          <Also
            key={one.bill.id}
            name={one.bill.name}
            why={say('everyday.also.changed', {
              was: money(one.bill.amount_cents),
              low: money(one.change.amount_low_cents!),
              high: money(one.change.amount_high_cents!),
            })}
            amount={money(one.change.amount_cents)}
            press={say('everyday.found.take_change', { amount: money(one.change.amount_cents) })}
            onTake={() => takeChanged(one)}
          />
        ))}
        {income && (
          <Also
            name={loose}
            why={say('everyday.also.income', { weeks: income.weeks })}
            amount={money(income.weekly_cents)}
            unit={say('everyday.found.a_week')}
            onTake={() => takeAlso('incomes', loose, income.income)}
            onDismiss={() => dismissAlso(scenario, 'in', loose, income.income)}
          />
        )}
      </ul>
    </section>
  )
}

function whyOf({ draw: { follows }, bill }: DrawAhead, today: string, money: (cents: number) => string): string {
  const date = (day: string): string => formatDate(day, today)
  const rule = describeSchedule({ schedule: bill.schedule!, due_date: bill.due_date!, exceptions: {} }, say, date)
  const day = date(bill.due_date!)
  if (follows) return say('everyday.also.follows', { rule, day, percent: follows.percent })
  return say('everyday.also.draw', { rule, day, low: money(bill.amount_low_cents!), high: money(bill.amount_high_cents!) })
}

interface AlsoProps {
  name: string
  why: string
  amount: string
  unit?: string
  /** What the button says; without it that it is planned. */
  press?: string
  onTake: () => void
  onDismiss?: () => void
}

function Also({ name, why, amount, unit, press = say('everyday.found.take'), onTake, onDismiss }: AlsoProps) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-hairline py-3">
      <div className="min-w-52 flex-1">
        <h3 className="text-base">{name}</h3>
        <p className="text-sm text-quiet">{why}</p>
      </div>
      <span className="money text-right">
        <span className="text-lg font-semibold">{amount}</span>
        {unit && <span className="block text-sm text-quiet">{unit}</span>}
      </span>
      <span className="flex flex-wrap gap-2 max-sm:w-full">
        <button
          type="button"
          className="button max-sm:flex-1"
          aria-label={say('everyday.also.take', { press, name, amount })}
          onClick={onTake}
        >
          {press}
        </button>
        {onDismiss && (
          <button
            type="button"
            className="button button-quiet text-quiet"
            aria-label={say('import.dismiss_one', { name })}
            onClick={onDismiss}
          >
            {say('import.dismiss')}
          </button>
        )}
      </span>
    </li>
  )
}
