import type { KeptMissing } from '../../../core/actuals/not-come.ts'
import { dateKey } from '../../../core/actuals/plan-dates.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { missingNow, stateOf } from './missing.ts'
import { drop, staysDue } from './matching.ts'
import type { BankRun } from './bankRun.ts'
import { nameOf } from './names.ts'

/** What should have come by the day of the balance and has not: it stays due, or it will not come. */
export function MissingDates({ run, scenario, today }: { run: BankRun; scenario: Scenario; today: string }) {
  const missing = missingNow(run, scenario)
  if (missing.length === 0) return null
  return (
    <section aria-labelledby="missing-heading" className="mt-6">
      <h3 id="missing-heading" className="text-lg">
        {say('match.missing', { count: missing.filter((one) => stateOf(scenario, one) === 'open').length })}
      </h3>
      <ul>
        {missing.map((one) => (
          <MissingDate key={dateKey(one.row, one.scheduled_date)} missing={one} scenario={scenario} today={today} />
        ))}
      </ul>
    </section>
  )
}

interface RowProps {
  missing: KeptMissing
  scenario: Scenario
  today: string
}

function MissingDate({ missing, scenario, today }: RowProps) {
  const { row, date, amount_cents } = missing
  const state = stateOf(scenario, missing)
  const name = nameOf(scenario, row)
  const day = formatDate(date, today)
  if (state !== 'open') {
    return (
      <li className="border-b border-hairline py-2 text-quiet">
        <p role="status">{say(state === 'due' ? 'match.missing.due' : 'match.missing.dropped', { name })}</p>
      </li>
    )
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hairline py-2">
      <span className="min-w-40 flex-1 wrap-anywhere">
        {name} <span className="text-sm text-quiet">{say('match.missing.row', { day })}</span>
      </span>
      <span className="money">{formatMoney(amount_cents, scenario.currency_code)}</span>
      <span className="flex flex-wrap gap-2 max-sm:w-full">
        <button
          type="button"
          className="button"
          aria-label={say('match.missing.still_named', { name, day })}
          onClick={() => void staysDue(missing)}
        >
          {say('match.missing.still')}
        </button>
        <button
          type="button"
          className="button"
          aria-label={say('match.missing.will_not_named', { name, day })}
          onClick={() => drop(missing)}
        >
          {say('match.missing.will_not')}
        </button>
      </span>
    </li>
  )
}
