import { useId, useState, type FormEvent } from 'react'
import { asSaid } from '../../../core/accounts/as-said.ts'
import type { OfferedBalance } from '../../../core/actuals/reckoned.ts'
import { isDebt } from '../../../core/projection/account-places.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { formatAmount, formatMoney } from '../../format/money.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { readTypedAmount } from '../../ui/draft.ts'
import { say } from '../../words/say.ts'
import { sayBalance } from './sayBalance.ts'

/** What is on an account where no file says so, or owed on it; what it would be by its transactions stands there already. */
export default function AskBalance({ offered, scenario, today }: { offered: OfferedBalance; scenario: Scenario; today: string }) {
  const id = useId()
  const { currency_code } = scenario
  const account = scenario.accounts.find((one) => one.id === offered.account_id)
  const said = (cents: number): number => (account ? asSaid(account.kind, cents) : cents)
  const [text, setText] = useState(formatAmount(said(offered.amount_cents), currency_code))
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const read = readTypedAmount(text, currency_code)
    if (!read.ok) return setProblem(read.problem)
    void sayBalance(said(read.value))
  }
  return (
    <form className="mt-3" onSubmit={submit} noValidate>
      <label htmlFor={id} className="block font-medium">
        {say('match.balance.ask', {
          day: formatDate(offered.date, today),
          of: account === undefined ? 'main' : isDebt(account) ? 'owed' : 'other',
          account: account?.name ?? '',
        })}
      </label>
      <p className="text-sm text-quiet">
        {say('match.balance.why', {
          changed: offered.changed_cents === null ? 'no' : 'yes',
          amount: formatMoney(said(offered.changed_cents ?? 0), currency_code),
        })}
      </p>
      <div className="mt-2 flex flex-wrap gap-3">
        <AmountInput
          id={id}
          className="w-40!"
          text={text}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-note`}
          onText={(next) => {
            setText(next)
            setProblem(null)
          }}
        />
        <button type="submit" className="button button-primary">
          {say('match.balance.take')}
        </button>
      </div>
      <p id={`${id}-note`} className="problem mt-1" aria-live="polite">
        {problem}
      </p>
    </form>
  )
}
