/** What the bank says is on an account as a day ends, rolled on by what came after it was told. */
import { addDays } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import type { Scenario } from '../scenario.ts'
import type { BankBalance } from './difference.ts'

/**
 * The balance at the end of the last day of which anything is known, today at the latest. `told`: the latest that a file or the person
 * has said; one of a later day than today says nothing. null: nothing is known.
 */
export function balanceToday(transactions: readonly AccountTransaction[], told: BankBalance | null, today: string): BankBalance | null {
  if (told === null || told.date > today) return null
  const since = transactions.filter(({ date }) => date > told.date && date <= today)
  const date = since.reduce((last, one) => (one.date > last ? one.date : last), told.date)
  return { date, amount_cents: told.amount_cents + sumOf(since.map(({ amount_cents }) => amount_cents)) }
}

/**
 * Whether the plan's balance is that of the end of its start date, so that it has what was paid on that day: by the bank's balance, less
 * what moved since. So it is known on each device, whoever brought the plan there.
 */
export function hasFirstDay(
  { start_date, planning_balance_cents }: Scenario,
  transactions: readonly AccountTransaction[],
  balance: BankBalance,
): boolean {
  if (balance.date < start_date || !transactions.some(({ date }) => date === start_date)) return false
  const since = transactions.filter(({ date }) => date > start_date && date <= balance.date)
  return planning_balance_cents === balance.amount_cents - sumOf(since.map(({ amount_cents }) => amount_cents))
}

/**
 * What the bank says is on the main account, of a day before the plan's: it is not taken by itself, as nothing tells what came between, but
 * a person may begin with it. `taken_until`: to which day the plan was brought to the bank before, whose balance it has; null: never.
 * null: there is nothing to offer.
 */
export function earlierBalance(
  { start_date, planning_balance_cents }: Scenario,
  balance: BankBalance | null,
  taken_until: string | null,
): BankBalance | null {
  if (balance === null || balance.date >= start_date || balance.amount_cents === planning_balance_cents) return null
  return taken_until !== null && taken_until >= balance.date ? null : balance
}

/**
 * What a plan begins with where it begins with the bank's balance of a day: on the day after that, so that whatever is planned since is in
 * it, and is paid or late.
 */
export const beginningWith = ({ date, amount_cents }: BankBalance): { planning_balance_cents: number; start_date: string } => ({
  planning_balance_cents: amount_cents,
  start_date: addDays(date, 1),
})
