import type { RefObject } from 'react'
import { isSettled } from '../../../core/payments/part-payments.ts'
import { ofRow } from '../../../core/payments/payments-between.ts'
import type { Problem } from '../../../core/problem.ts'
import { isSpread } from '../../../core/schedule/spread.ts'
import { freeName } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { newId } from '../../services/ids.ts'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { askPaid, notify, notifyDone } from '../frame/screen.ts'
import { fieldsOf } from '../schedule/dateEdits.ts'
import { sayOfDate } from '../schedule/sayOfDate.ts'
import { cellFrom, focusCell, siblingCell } from './gridKeys.ts'
import type { RowPopupProps } from './RowPopups.tsx'
import { rowStatus } from './rowStatus.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'

/** Everything that can be done with a row. */
export default function RowMenu({
  onPopup,
  collection,
  row,
  from,
  element,
  anchor,
}: RowPopupProps & { anchor: RefObject<HTMLButtonElement | null> }) {
  const names = usePlanning((planning) => planning.scenario![collection])
  const hasAccounts = usePlanning((planning) => planning.scenario!.accounts.length > 0)
  const { next } = rowStatus(row, from)
  const day = next ? formatDate(next.date, from) : ''
  const isSettledOnce = row.schedule === null && row.due_date !== null && isSettled(row, row.due_date)

  const refused = (problem: Problem): void => notify({ id: 'payment', tone: 'failure', text: textOf(problem) })
  const payment = { ...ofRow(collection, row), state: 'planned' as const }
  const duplicate = (): void => {
    const id = newId()
    const name = freeName(row.name, new Set(names.map((other) => other.name)))
    const copy = { ...fieldsOf(collection, row), id, name, predicted: false, evidence: null }
    const grid = element.current!.closest('table')!
    const [problem] = planningActions().dispatch(putRow(collection, copy, row.position + 1))
    if (problem) return refused(problem)
    requestAnimationFrame(() => focusCell(grid.querySelector<HTMLElement>(`[data-row="${id}"] [data-cell="name"]`)))
  }
  const spread = (): void => {
    const [problem] = planningActions().dispatch(putRow('bills', { id: row.id, spread: !isSpread(row) }))
    if (problem) return refused(problem)
    notifyDone('payment', say('bills.spread', { name: row.name, spread: isSpread(row) ? 'no' : 'yes' }))
  }
  const remove = (): void => {
    const after = cellFrom(siblingCell(element.current!, 'name')!, 1, 0)
    const [problem] = planningActions().dispatch({ type: 'delete_row', collection, id: row.id })
    if (problem) return refused(problem)
    requestAnimationFrame(() => focusCell(after))
    notifyDone('payment', say('bills.deleted', { name: row.name }))
  }

  return (
    <Menu
      anchor={anchor}
      open
      onOpenChange={(open) => !open && onPopup((now) => (now === 'menu' ? null : now))}
      label={say('bills.more_for', { name: row.name })}
    >
      {next && (
        <MenuItem onSelect={() => askPaid({ ...payment, ...next }, anchor.current)}>{say('bills.menu.paid', { collection, day })}</MenuItem>
      )}
      {isSettledOnce && (
        <MenuItem
          onSelect={() =>
            askPaid(
              { ...payment, state: 'settled', nominal_date: row.due_date!, date: row.due_date!, amount_cents: row.amount_cents },
              anchor.current,
            )
          }
        >
          {say('bills.menu.unpaid', { collection })}
        </MenuItem>
      )}
      {next && row.schedule && (
        <>
          <MenuItem onSelect={() => sayOfDate({ ...payment, ...next }, { said: 'skipped' })}>{say('bills.menu.skip', { day })}</MenuItem>
          <MenuItem onSelect={() => onPopup('next_date')}>{say('bills.menu.change', { day })}</MenuItem>
        </>
      )}
      {(next || isSettledOnce) && <MenuLine />}
      <MenuItem onSelect={() => onPopup('schedule')}>{say(row.schedule ? 'bills.menu.schedule' : 'bills.repeat')}</MenuItem>
      {next && row.schedule && <MenuItem onSelect={() => onPopup('pause')}>{say('bills.menu.pause')}</MenuItem>}
      {row.schedule && (
        <MenuItem onSelect={() => onPopup('changes')}>
          {say(row.changes.length === 0 ? 'bills.menu.change_from' : 'bills.menu.changes')}
        </MenuItem>
      )}
      <MenuItem onSelect={() => onPopup('range')}>
        {say(row.amount_low_cents === null ? 'bills.menu.give_range' : 'bills.menu.range')}
      </MenuItem>
      {collection === 'bills' && next && row.schedule && (
        <MenuItem onSelect={spread}>{say('bills.menu.spread', { spread: isSpread(row) ? 'yes' : 'no' })}</MenuItem>
      )}
      {collection !== 'transfers' && hasAccounts && <MenuItem onSelect={() => onPopup('account')}>{say('bills.menu.account')}</MenuItem>}
      <MenuLine />
      <MenuItem onSelect={duplicate}>{say('bills.menu.duplicate')}</MenuItem>
      <MenuItem onSelect={remove}>{say('bills.menu.delete')}</MenuItem>
    </Menu>
  )
}
