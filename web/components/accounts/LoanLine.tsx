import { Suspense, useMemo, useState } from 'react'
import { isPaidByPlan, loanOutlook, loanPayments, type LoanOutlook } from '../../../core/accounts/loan-outlook.ts'
import { limits } from '../../../core/limits.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { AccountFigures } from '../../../core/projection/figures/figure.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say, sayWith } from '../../words/say.ts'
import { FigureButton } from '../planning/FigureButton.tsx'
import { interestFrom, monthInterestWords } from './monthInterest.ts'

const LoanSlider = lazily(() => import('./LoanSlider.tsx'), 'accounts')
const LoanPaymentForm = lazily(() => import('./LoanPaymentForm.tsx'), 'accounts')

/** When a loan ends and what it costs in interest; and the way to pay it sooner, or at all. */
export function LoanLine({ projection, account }: { projection: Projection; account: AccountFigures }) {
  const { scenario, today } = projection
  const { id, name, now_cents } = account
  const [isOpen, setIsOpen] = useState(false)
  const outlook = useMemo(() => loanOutlook(scenario, id, today), [scenario, id, today])
  if (now_cents >= 0) return null
  const isPaid = isPaidByPlan(scenario, id)
  const payments = loanPayments(scenario, id, today)
  const close = (): void => {
    setIsOpen(false)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-loan="${id}"]`)?.focus())
  }
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        {isPaid ? (
          <EndWords name={name} id={id} outlook={outlook} now_cents={now_cents} today={today} currency_code={scenario.currency_code} />
        ) : (
          <p className="account-wrong">{say('accounts.loan.unpaid')}</p>
        )}
        {!isOpen && (payments.length > 0 || !isPaid) && (
          <button
            type="button"
            data-loan={id}
            className="button button-quiet no-print -mx-2 text-accent"
            aria-label={say(isPaid ? 'accounts.loan.pay_more_of' : 'accounts.loan.add_payment_of', { name })}
            onClick={() => setIsOpen(true)}
          >
            {say(isPaid ? 'accounts.loan.pay_more' : 'accounts.loan.add_payment')}
          </button>
        )}
      </div>
      {isOpen && (
        <Suspense fallback={<p className="text-quiet">{say('common.one_moment')}</p>}>
          {outlook && payments.length > 0 ? (
            <LoanSlider projection={projection} account={account} before={outlook} payments={payments} onDone={close} />
          ) : (
            <LoanPaymentForm scenario={scenario} account={account} onDone={close} />
          )}
        </Suspense>
      )}
    </>
  )
}

interface EndProps {
  name: string
  id: string
  outlook: LoanOutlook | null
  now_cents: number
  today: string
  currency_code: string
}

function EndWords({ name, id, outlook, now_cents, today, currency_code }: EndProps) {
  if (!outlook) return null
  const { paid_off_on, left_cents, interest_cents, projection } = outlook
  if (paid_off_on === null) {
    return (
      <p className="account-wrong">
        {say('accounts.loan.never', {
          grows: left_cents > 0 - now_cents ? 'yes' : 'no',
          years: limits.horizon_years,
          amount: formatMoney(left_cents, currency_code),
        })}
      </p>
    )
  }
  const amount = (
    <FigureButton
      projection={projection}
      figure={{ figure: 'interest', id }}
      title={say('accounts.interest_of', { name })}
      cents={interest_cents}
      size="small"
    />
  )
  const rate = projection.scenario.accounts.find((account) => account.id === id)?.interest?.rate_basis_points ?? 0
  const month = monthInterestWords(0 - now_cents, rate, currency_code)
  return (
    <p>
      {interest_cents > 0
        ? sayWith('accounts.loan.ends', { day: formatDate(paid_off_on, today), amount, from: interestFrom(projection) })
        : say('accounts.loan.ends_free', { day: formatDate(paid_off_on, today) })}
      {month && <span className="block text-sm text-quiet">{month}</span>}
    </p>
  )
}
