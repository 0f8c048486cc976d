import { useMemo, useState } from 'react'
import { askedKey, matchSaid, withAnswers } from '../../../core/actuals/answers.ts'
import { isStillSaid } from '../../../core/actuals/kept.ts'
import type { Unplanned } from '../../../core/actuals/matched.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { DateSelect } from './DateSelect.tsx'
import { addMonthly, answerPayment, type BankRun } from './matching.ts'
import { nameOf, payeeOf } from './names.ts'

/** So many are read at once, and so many more each time. */
const shownAtFirst = 6
const shownMore = 40

/** What no date stood for. It counts by itself; one that comes again can be planned, and one that was planned be told so. */
export function UnplannedList({ run, scenario, today }: { run: BankRun; scenario: Scenario; today: string }) {
  const [count, setCount] = useState(shownAtFirst)
  const list = useMemo(() => {
    const asked = new Set(run.asked.map(askedKey))
    return withAnswers(run.matched, new Map())
      .known.unplanned.filter((one) => !asked.has(askedKey(one)))
      .sort((a, b) => Math.abs(b.amount_cents) - Math.abs(a.amount_cents))
  }, [run.matched, run.asked])
  if (list.length === 0) return null
  const shown = list.slice(0, count)
  return (
    <section aria-labelledby="unplanned-heading" className="mt-6">
      <h3 id="unplanned-heading" className="text-lg">
        {say('match.unplanned', { count: list.length })}
      </h3>
      <p className="max-w-2xl text-sm text-quiet">{say('match.unplanned.note')}</p>
      <ul>
        {shown.map((one) => (
          <UnplannedRow key={askedKey(one)} unplanned={one} run={run} scenario={scenario} today={today} />
        ))}
      </ul>
      {shown.length < list.length && (
        <button type="button" className="button button-quiet -ml-2 mt-1 text-accent" onClick={() => setCount(count + shownMore)}>
          {say('match.unplanned.more')}
        </button>
      )}
    </section>
  )
}

function UnplannedRow({ unplanned, run, scenario, today }: { unplanned: Unplanned; run: BankRun; scenario: Scenario; today: string }) {
  const { date, amount_cents, account_id } = unplanned
  const payee = payeeOf(run.transactions, unplanned.transactions)
  const amount = formatMoney(amount_cents, scenario.currency_code)
  const answer = run.answers.get(askedKey(unplanned))
  if (answer !== undefined && answer !== 'none' && isStillSaid(scenario, answer)) {
    return (
      <li className="border-b border-hairline py-2 text-quiet">
        <p role="status">{say('match.said.is', { payee, name: nameOf(scenario, answer.row) })}</p>
      </li>
    )
  }
  const own = unplanned.transactions.flatMap((id) => run.transactions.get(id) ?? [])
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hairline py-2">
      <span className="min-w-40 flex-1 wrap-anywhere">
        {payee} <span className="text-sm text-quiet">{formatDate(date, today)}</span>
      </span>
      <span className="money">{amount}</span>
      {amount_cents !== 0 && (
        <span className="flex flex-wrap gap-2 max-sm:w-full">
          <button type="button" className="button" aria-label={say('match.unplanned.bill_named', { payee, amount })} onClick={() => addMonthly(unplanned)}>
            {say('match.unplanned.bill')}
          </button>
          <DateSelect
            label={say('match.unplanned.pays_of', { payee, amount })}
            first={say('match.unplanned.pays')}
            date={date}
            account_id={account_id}
            amount_cents={amount_cents}
            of={null}
            run={run}
            today={today}
            onChoose={(chosen) => void answerPayment(unplanned, matchSaid(chosen, own, true))}
          />
        </span>
      )}
    </li>
  )
}
