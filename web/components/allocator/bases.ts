/** What the rules divide: the balance on its day, or an income as it lands next. */
import { addDays } from '../../../core/calendar.ts'
import { nextPayment, type NextPayment } from '../../../core/payments/next-payment.ts'
import { balanceToDivide } from '../../../core/projection/pots.ts'
import type { Income, Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { projected } from '../../context/projections.ts'
import { say } from '../../words/say.ts'

export interface Base {
  cents: number
  /** False: there is nothing that the rules would divide now, so no share can be told. */
  isLive: boolean
  /** What a person should know about it; null: nothing. */
  note: ((currency_code: string) => string) | null
}

export interface NextPayday extends NextPayment {
  id: string
  name: string
}

/** The next landing of each income on the main account, which is what the rules divide; the earliest first. */
export function nextPaydays(incomes: readonly Income[], today: string): NextPayday[] {
  const next = incomes.flatMap((income) => {
    if (income.account_id !== null) return []
    const payment = nextPayment(income, today)
    return payment && payment.amount_cents > 0 ? [{ ...payment, id: income.id, name: income.name }] : []
  })
  return next.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** The balance less what of it is set aside already; pots that hold nothing any more have given theirs back. */
export function balanceBase(scenario: Scenario, today: string): Base {
  const { planning_balance_cents, opening_pots, balance_allocated, start_date } = scenario
  if (balance_allocated) {
    return { cents: 0, isLive: false, note: () => say('allocator.note.divided', { date: formatDate(start_date, today) }) }
  }
  const cents = opening_pots.length === 0 ? planning_balance_cents : lessPots(scenario, today)
  return {
    cents,
    isLive: true,
    note: cents > 0 ? null : (currency_code) => say('allocator.note.nothing', { amount: formatMoney(cents, currency_code) }),
  }
}

function lessPots(scenario: Scenario, today: string): number {
  const result = projected(scenario, today, addDays(scenario.start_date, 1))
  return result.ok ? balanceToDivide(scenario.planning_balance_cents, result.projection.setup.pots) : scenario.planning_balance_cents
}

export function paydayBase(payday: NextPayday | undefined, today: string): Base {
  if (!payday) return { cents: 0, isLive: false, note: () => say('allocator.note.no_payday') }
  return {
    cents: payday.amount_cents,
    isLive: true,
    note: (currency_code) =>
      say('allocator.note.next', { amount: formatMoney(payday.amount_cents, currency_code), date: formatDate(payday.date, today) }),
  }
}
