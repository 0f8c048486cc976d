import { useDeferredValue, useMemo } from 'react'
import { addDays } from '../../../core/calendar.ts'
import { applyEdit } from '../../../core/edit/edit.ts'
import { statementsAhead, type CardStatement } from '../../../core/projection/card-statements.ts'
import { project } from '../../../core/projection/project.ts'
import type { AccountInput, Scenario } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { useToday } from '../../context/today.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'

const shown = 3
/** Three statements, the last of which is due two months after it closes at the latest. */
const days_ahead = 190

/**
 * The next statements of a card as it is written: when each closes and is due, what stands on it, what is paid. Nothing is stored for it.
 */
export function CardPreview({ scenario, row }: { scenario: Scenario; row: AccountInput & { id: string } }) {
  const today = useToday()
  const written = useDeferredValue(JSON.stringify(row))
  const statements = useMemo(
    () => statementsOf(scenario, JSON.parse(written) as AccountInput & { id: string }, today),
    [scenario, written, today],
  )
  if (statements.length === 0) return null
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  return (
    <div className="max-w-xl">
      <table className="card-preview" aria-label={say('accounts.preview')}>
        <thead>
          <tr>
            <th scope="col">{say('accounts.preview.closes')}</th>
            <th scope="col">{say('accounts.preview.due')}</th>
            <th scope="col" className="text-right">
              {say('accounts.preview.stands')}
            </th>
            <th scope="col" className="text-right">
              {say('accounts.preview.paid')}
            </th>
          </tr>
        </thead>
        <tbody aria-live="polite">
          {statements.map(({ closes_on, date, nominal_date, state, statement_cents, pays_cents }) => (
            <tr key={nominal_date}>
              <td>{formatDate(closes_on, today)}</td>
              <td>{formatDate(date, today)}</td>
              <td className="money text-right">{money(statement_cents)}</td>
              <td className="money text-right">{state === 'due' ? money(pays_cents) : say('accounts.preview.state', { state })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function statementsOf(scenario: Scenario, row: AccountInput & { id: string }, today: string): CardStatement[] {
  const applied = applyEdit(scenario, putRow('accounts', { ...row, name: row.name?.trim() ? row.name : row.id }), scenario.updated_at)
  if (!applied.ok) return []
  const from = today > scenario.start_date ? today : scenario.start_date
  const projected = project(applied.scenario, { today, until: addDays(from, days_ahead) })
  return projected.ok ? statementsAhead(projected.projection, row.id, shown) : []
}
