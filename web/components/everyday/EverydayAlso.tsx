import { describeSchedule } from '../../../core/schedule/describe-schedule.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { notPlanned, type DrawAhead, type EverydayAhead } from '../../../core/spending/everyday-ahead.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { takeAlso } from './taking.ts'

interface Props {
  scenario: Scenario
  found: EverydayAhead
  today: string
}

/** What else moves without a bill: cash that is drawn by the month, and money that comes in without a rhythm. Each can be taken into the plan. */
export function EverydayAlso({ scenario, found, today }: Props) {
  const { draws, income } = notPlanned(found, scenario)
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const loose = say('everyday.name.income')
  if (draws.length === 0 && income === null) return null
  return (
    <section aria-labelledby="everyday-also" className="mt-8">
      <h2 id="everyday-also" className="text-xl">
        {say('everyday.also')}
      </h2>
      <ul>
        {draws.map((one) => (
          <Also
            key={one.bill.evidence!.payee}
            name={one.draw.name}
            why={whyOf(one, today, money)}
            amount={money(one.bill.amount_cents!)}
            onTake={() => takeAlso('bills', one.draw.name, one.bill)}
          />
        ))}
        {income && (
          <Also
            name={loose}
            why={say('everyday.also.income', { weeks: income.weeks })}
            amount={money(income.weekly_cents)}
            unit={say('everyday.found.a_week')}
            onTake={() => takeAlso('incomes', loose, income.income)}
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

function Also({ name, why, amount, unit, onTake }: { name: string; why: string; amount: string; unit?: string; onTake: () => void }) {
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
      <button type="button" className="button max-sm:w-full" aria-label={say('everyday.also.take', { press: say('everyday.found.take'), name, amount })} onClick={onTake}>
        {say('everyday.found.take')}
      </button>
    </li>
  )
}
