import { memo, type ReactNode } from 'react'
import { addDays } from '../../../core/calendar.ts'
import { heldOn } from '../../../core/payments/held-on.ts'
import type { PaydayRow as Row } from '../../../core/payments/payday-table.ts'
import type { Figure } from '../../../core/projection/explanations.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate, formatShortWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { FigureButton } from '../planning/FigureButton.tsx'
import { levelTone, levelWords } from '../planning/levelWords.ts'
import { levelOf } from '../../../core/projection/levels.ts'

interface Props {
  row: Row
  /** The one before; null: the first. */
  earlier: Row | null
  projection: Projection
}

/** A payday: its day and what comes in, then figures each of which opens the lines that it is the sum of. */
export const PaydayRow = memo(function PaydayRow({ row, earlier, projection }: Props) {
  const { scenario, today, start_date } = projection
  const { from, until } = row
  const last = addDays(until, -1)
  const day = formatShortWeekday(from, today)
  const said = { day: formatDate(from, today), last: formatDate(last, today) }
  const names = [...new Set(row.movements.filter(({ kind }) => kind === 'income').map(({ name }) => name))].join(', ')
  const show = (cents: number, figure: Figure, title: string): ReactNode => (
    <FigureButton projection={projection} figure={figure} title={title} cents={cents} size="small" />
  )
  const level = levelOf(heldOn(projection, last).after!, scenario.floor_cents)
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {row.is_payday ? day : say('paydays.before', { day })}
        {names && <span className="paydays-names">{names}</span>}
      </th>
      <Cell of="carried">
        {from > start_date ? (
          show(
            row.carried_in_cents,
            { figure: 'available', date: addDays(from, -1), ...(earlier && { since: earlier.from }) },
            say('paydays.as_begins', said),
          )
        ) : (
          <span className="money">{formatMoney(row.carried_in_cents, scenario.currency_code)}</span>
        )}
      </Cell>
      <Cell of="lands">
        {row.is_payday && show(row.lands_cents, { figure: 'payday', of: 'lands', from, until }, say('paydays.lands_of', said))}
      </Cell>
      <Cell of="aside">{show(row.set_aside_cents, { figure: 'payday', of: 'set_aside', from, until }, say('paydays.aside_of', said))}</Cell>
      <Cell of="due">{show(row.due_cents, { figure: 'payday', of: 'due', from, until }, say('paydays.due_of', said))}</Cell>
      <Cell of="left">
        {show(row.left_cents, { figure: 'available', date: last, since: from }, say('paydays.left_of', said))}
        {level !== 'fine' && <span className={`paydays-level ${levelTone[level]}`}>{levelWords(level, scenario.floor_cents)}</span>}
      </Cell>
    </tr>
  )
})

/** On a phone its column's name stands beside it. */
const Cell = ({ of, children }: { of: 'carried' | 'lands' | 'aside' | 'due' | 'left'; children: ReactNode }) => (
  <td role="cell" data-of={of} data-empty={children ? undefined : true}>
    <span className="paydays-label" aria-hidden="true">
      {say(`paydays.column.${of}`)}
    </span>
    {children}
  </td>
)
