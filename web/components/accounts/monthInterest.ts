/** How a month's interest of a loan comes about, in a sentence, and from which day on a loan's interest is counted. */
import { monthlyInterest } from '../../../core/accounts/interest.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { formatRate } from '../../format/rate.ts'
import { say } from '../../words/say.ts'

/** '' where none is borne. */
export function monthInterestWords(owed_cents: number, rate_basis_points: number, currency_code: string): string {
  const cents = owed_cents > 0 ? monthlyInterest(owed_cents, rate_basis_points, 1) : 0
  return cents === 0
    ? ''
    : say('accounts.loan.month_interest', {
        owed: formatMoney(owed_cents, currency_code),
        rate: formatRate(rate_basis_points),
        amount: formatMoney(cents, currency_code),
      })
}

/** The day from which a plan counts interest, where that is past; else `today`, which a sentence need not say: none is borne before. */
export const interestFrom = ({ scenario: { start_date }, today }: Pick<Projection, 'scenario' | 'today'>): string =>
  start_date < today ? formatDate(start_date, today) : 'today'
