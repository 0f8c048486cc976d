import { useState } from 'react'
import { dateKey } from '../../../core/actuals/plan-dates.ts'
import { withAnswers } from '../../../core/actuals/answers.ts'
import type { Missing } from '../../../core/actuals/matched.ts'
import type { Payment, Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { standingAnswers } from './answering.ts'
import { drop, type BankRun } from './matching.ts'
import { nameOf } from './names.ts'

/** What should have come by the day of the balance and has not: it stays due, or it will not come. */
export function MissingDates({ run, scenario, today }: { run: BankRun; scenario: Scenario; today: string }) {
  const [due, setDue] = useState<ReadonlySet<string>>(new Set())
  const { missing } = withAnswers(run.matched, standingAnswers(run, scenario)).known
  const asked = new Set(run.asked.map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  const open = missing.filter(({ row, scheduled_date }) => !asked.has(dateKey(row, scheduled_date)))
  if (open.length === 0) return null
  const stateOf = (one: Missing): RowProps['state'] =>
    isLeftOut(scenario, one) ? 'dropped' : due.has(dateKey(one.row, one.scheduled_date)) ? 'due' : 'open'
  return (
    <section aria-labelledby="missing-heading" className="mt-6">
      <h3 id="missing-heading" className="text-lg">
        {say('match.missing', { count: open.filter((one) => stateOf(one) === 'open').length })}
      </h3>
      <ul>
        {open.map((one) => {
          const key = dateKey(one.row, one.scheduled_date)
          return (
            <MissingDate
              key={key}
              missing={one}
              state={stateOf(one)}
              scenario={scenario}
              today={today}
              onStillDue={() => setDue(new Set([...due, key]))}
            />
          )
        })}
      </ul>
    </section>
  )
}

interface RowProps {
  missing: Missing
  state: 'open' | 'due' | 'dropped'
  scenario: Scenario
  today: string
  onStillDue: () => void
}

function MissingDate({ missing, state, scenario, today, onStillDue }: RowProps) {
  const { row, date, amount_cents } = missing
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
        <button type="button" className="button" aria-label={say('match.missing.still_named', { name, day })} onClick={onStillDue}>
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

/** What is due once has the day it was carried to as its date. */
function isLeftOut(scenario: Scenario, { row, scheduled_date }: Missing): boolean {
  const found = (scenario[row.collection] as readonly Payment[]).find(({ id }) => id === row.id)
  if (!found) return true
  return found.exceptions[found.schedule === null ? (found.due_date ?? scheduled_date) : scheduled_date]?.skipped === true
}
