import { useMemo } from 'react'
import { chargedTwice, type ChargedTwice as Twice } from '../../../core/actuals/charged-twice.ts'
import { eachAccountOnce } from '../../../core/bank-files/same-account.ts'
import { addDays } from '../../../core/calendar.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { say } from '../../words/say.ts'
import { inTurn } from './inTurn.ts'
import { forgetKept, useStored } from './keptOfPlan.ts'
import { payeeOf } from './names.ts'
import { ofPlans } from './planDevice.ts'

/** What is longer ago is nobody's concern any more. */
const days_looked_at = 60

interface Props {
  accounts: readonly StoredBankAccount[]
  scenario: Scenario
  today: string
}

/** Payments that look as if they had been charged twice: a doubt alone, until somebody says that it is right. */
export default function ChargedTwice({ accounts, scenario, today }: Props) {
  const { currency_code } = scenario
  const stored = useStored(scenario)
  const transactions = useMemo(() => {
    const own = eachAccountOnce(accounts.filter(({ currency }) => currency === currency_code))
    return own.flatMap(({ account: { account }, transactions: all }) => all.map((one) => ({ ...one, account })))
  }, [accounts, currency_code])
  const byId = useMemo(() => new Map(transactions.map((one) => [one.id, one])), [transactions])
  const found = useMemo(() => chargedTwice(transactions, addDays(today, -days_looked_at)), [transactions, today])
  if (stored === null) return null
  const right = new Set(stored.twice_right)
  const open = found.filter(({ ids }) => !right.has(ids[1]))
  if (open.length === 0) return null
  return (
    <section aria-labelledby="twice-heading" className="mt-8">
      <h2 id="twice-heading" className="text-xl">
        {say('match.twice')}
      </h2>
      <p className="max-w-2xl text-sm text-quiet">{say('match.twice.note')}</p>
      <ul>
        {open.map((twice) => {
          const { ids, dates, amount_cents } = twice
          const [payee, amount] = [payeeOf(byId, ids), formatMoney(0 - amount_cents, currency_code)]
          const [first, second] = dates.map((date) => formatDate(date, today))
          return (
            <li key={ids[1]} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hairline py-2">
              <span className="min-w-48 flex-1 wrap-anywhere">
                {say('match.twice.told', { payee, amount, first: first!, second: second!, days: first === second ? 'one' : 'two' })}
              </span>
              <button
                type="button"
                className="button"
                aria-label={say('match.twice.right_named', { payee, amount })}
                onClick={() => void sayRight(scenario, twice)}
              >
                {say('match.twice.right')}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** It is told no more. */
const sayRight = (scenario: Scenario, { ids }: Twice): Promise<void> =>
  inTurn(async () => {
    const plans = await ofPlans()
    const stored = await plans.ofPlan(scenario)
    await plans.keepOfPlan({ ...stored, twice_right: [...(stored.twice_right ?? []), ids[1]] })
    forgetKept()
  })
