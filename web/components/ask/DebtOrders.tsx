import { useId } from 'react'
import type { DebtOrder, DebtsOrdered, OrderName } from '../../../core/questions/debts.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'

interface Props {
  answer: DebtsOrdered
  projection: Projection
  /** The order that is looked at. */
  name: OrderName
  onName: (name: OrderName) => void
}

const names: readonly OrderName[] = ['best', 'avalanche', 'snowball']

/**
 * The orders beside each other and beside the plan as it is: when each ends, what it costs, and the last day of each debt. One of them is
 * chosen. A single debt has none to choose.
 */
export function DebtOrders({ answer: { orders, as_planned, extra_cents }, projection: { scenario, today }, name, onName }: Props) {
  const group = useId()
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const day = (date: string | null): string => (date === null ? say('ask.debts.not_paid_off') : formatDate(date, today))
  const inOrder = ({ order, debts }: DebtOrder) => order.map((id) => debts.find(({ account_id }) => account_id === id)!)
  const isOne = as_planned.debts.length === 1
  const more = moreOf(orders!.best, as_planned, extra_cents)
  const rowOf = (
    label: React.ReactNode,
    { paid_off_on, months, interest_cents }: DebtsOrdered['as_planned'],
    debts: DebtOrder['debts'],
  ) => (
    <>
      <tr>
        <th scope="row">{label}</th>
        <td>
          {day(paid_off_on)}
          {months !== null && <span className="text-quiet"> {say('ask.debts.months', { months })}</span>}
        </td>
        <td className="money">{paid_off_on === null ? '–' : money(interest_cents)}</td>
      </tr>
      {debts.length > 1 && (
        <tr className="ask-last-days">
          <td colSpan={3}>
            {debts
              .map((debt) =>
                say('ask.debts.last_day', {
                  name: debt.name,
                  day: day(debt.paid_off_on),
                  interest: money(debt.interest_cents),
                  isPaid: String(debt.paid_off_on !== null),
                }),
              )
              .join(' · ')}
          </td>
        </tr>
      )}
    </>
  )
  return (
    <table className="ask-orders">
      <thead>
        <tr>
          <th scope="col">{say(isOne ? 'ask.debts.monthly_pay' : 'ask.debts.order')}</th>
          <th scope="col">{say('ask.debts.free')}</th>
          <th scope="col" className="money">
            {say('ask.debts.interest')}
          </th>
        </tr>
      </thead>
      {isOne && more !== 'planned' && (
        <tbody>{rowOf(say('ask.debts.with_more', { extra: money(extra_cents), more }), orders!.best, orders!.best.debts)}</tbody>
      )}
      {!isOne &&
        names.map((one) => (
          <tbody key={one}>
            {rowOf(
              <label className="ask-order">
                <input
                  type="radio"
                  name={group}
                  className="mt-0.5 size-4.5 shrink-0 accent-accent"
                  checked={one === name}
                  onChange={() => onName(one)}
                />
                {say(`ask.debts.order.${one}`)}
              </label>,
              orders![one],
              inOrder(orders![one]),
            )}
          </tbody>
        ))}
      <tbody>{rowOf(say('ask.debts.planned'), as_planned, as_planned.debts)}</tbody>
    </table>
  )
}

/**
 * How an answer differs from the plan: by what is paid more, by a card's payment that stays as high while its minimum falls, or not at all.
 */
export function moreOf(best: DebtOrder, as_planned: DebtsOrdered['as_planned'], extra_cents: number): 'planned' | 'level' | 'more' {
  if (extra_cents > 0) return 'more'
  return best.paid_off_on === as_planned.paid_off_on && best.interest_cents === as_planned.interest_cents ? 'planned' : 'level'
}
