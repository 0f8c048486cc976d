/** What a balance is reckoned from once a person has said it, or a card's payments have told it. */
import { addDays } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import type { BankBalance } from './difference.ts'
import { baseKey, type Bases, type KeptBase, type OfferedBalance } from './reckoned.ts'

/**
 * What is reckoned from once a person has said what was there as the day ended that was asked about. Who agrees leaves it at what was
 * there before, so that what later files tell of days until then counts too; another sum has all of that day.
 */
export function baseSaid(
  { account_id, date, amount_cents: offered }: Omit<OfferedBalance, 'changed_cents'>,
  amount_cents: number,
  { bases, transactions }: { bases: Bases; transactions: readonly AccountTransaction[] },
): Bases {
  const base = bases[baseKey(account_id)]
  const isAgreed = amount_cents === offered
  const said = isAgreed && base ? baseFrom(base, null) : baseFrom({ date, amount_cents }, isAgreed ? transactions : null)
  return { ...bases, [baseKey(account_id)]: said }
}

/** What is reckoned from a balance that has of its day what some transactions tell; null: all of that day. */
export function baseFrom({ date, amount_cents }: BankBalance, transactions: readonly AccountTransaction[] | null): KeptBase {
  if (transactions === null) return { date, amount_cents, is_said: true }
  const on = sumOf(transactions.filter((one) => one.date === date).map((one) => one.amount_cents))
  return { date: addDays(date, -1), amount_cents: amount_cents - on, is_said: true }
}
