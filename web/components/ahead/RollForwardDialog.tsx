import { useId, useMemo, useRef, useState, type FormEvent } from 'react'
import { onBase } from '../../../core/allocation.ts'
import { sumOf } from '../../../core/money.ts'
import type { DatedPayment } from '../../../core/payments-between.ts'
import { carriedTo, fellDue, rollForward } from '../../../core/roll-forward.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate, formatShortWeekday } from '../../format/date.ts'
import { formatAmount, formatMoney } from '../../format/money.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { readTypedAmount, sumResult } from '../../ui/draft.ts'
import { tellDone } from '../frame/screen.ts'
import { textOf } from '../../words/problems.ts'

interface Props {
  scenario: Scenario
  today: string
  returnFocus: HTMLElement | null
  onClose: () => void
}

const keyOf = ({ collection, id, nominal_date }: DatedPayment): string => `${collection} ${id} ${nominal_date}`

/** So many are shown at once; the ones before them are paid unless the person looks at them. */
const shownAtFirst = 30

/** One step to today: what is on hand, what of the past is still open, and what becomes of the pots. */
export default function RollForwardDialog({ scenario, today, returnFocus, onClose }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const { currency_code, start_date, allocations, opening_pots, balance_allocated } = scenario
  const due = useMemo(() => fellDue(scenario, today), [scenario, today])
  const [openKeys, setOpenKeys] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState<string | null>(null)
  const [dividesAnew, setDividesAnew] = useState(false)
  const [showsAll, setShowsAll] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const open = useMemo(() => due.filter((payment) => openKeys.has(keyOf(payment))), [due, openKeys])
  const carried = useMemo(() => carriedTo(scenario, today, open), [scenario, today, open])
  const money = (cents: number): string => formatMoney(cents, currency_code)

  const text = typed ?? (carried.ok ? formatAmount(carried.planning_balance_cents, currency_code) : '')
  const aside = carried.ok ? sumOf(carried.opening_pots.map(({ amount_cents }) => amount_cents)) : 0
  const hasPots = aside > 0 || opening_pots.length > 0 || (!balance_allocated && onBase(allocations, 'balance').length > 0)
  const newest = useMemo(() => due.toReversed(), [due])
  const shown = showsAll ? newest : newest.slice(0, shownAtFirst)
  const said = problem ?? (carried.ok ? null : textOf(carried.problems[0]))

  const toggle = (payment: DatedPayment): void => {
    const next = new Set(openKeys)
    if (!next.delete(keyOf(payment))) next.add(keyOf(payment))
    setOpenKeys(next)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const read = readTypedAmount(text, currency_code)
    if (!read.ok) {
      setProblem(read.problem)
      return field.current?.focus()
    }
    const rolled = rollForward(scenario, { today, planning_balance_cents: read.value, open, divides_anew: dividesAnew })
    const [found] = rolled.ok ? planningActions().dispatch(rolled.edit) : rolled.problems
    if (found) return setProblem(textOf(found))
    onClose()
    tellDone('rolled', `The plan starts today, with ${money(read.value)}.`)
  }

  return (
    <Dialog title="Bring the plan to today" lead={`Its balance is of ${formatShortWeekday(start_date, today)}. What fell due since counts as paid unless you say it is open.`} onClose={onClose} returnFocus={returnFocus} initialFocus={field}>
      <form onSubmit={submit} noValidate>
        <label htmlFor={`${id}-balance`} className="block text-sm text-quiet">
          On hand today
        </label>
        <input
          ref={field}
          id={`${id}-balance`}
          className="field field-amount max-w-56 text-xl!"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-note`}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setProblem(null)
          }}
        />
        <p id={`${id}-note`} aria-live="polite" className={`mt-1 ${said ? 'problem' : 'text-sm text-quiet'}`}>
          {said ?? sumResult(text, currency_code) ?? (carried.ok && balanceNote(carried.planning_balance_cents, aside, typed === null, money))}
        </p>
        {due.length === 0 ? (
          <p className="mt-3">Nothing fell due since.</p>
        ) : (
          <fieldset className="mt-3">
            <legend className="text-sm text-quiet">Untick what is still open: it falls due today.</legend>
            <ul className="mt-1 max-h-[38dvh] overflow-y-auto">
              {shown.map((payment) => (
                <li key={keyOf(payment)}>
                  <label className="flex min-h-9 cursor-pointer items-center gap-3 border-b border-hairline pointer-coarse:min-h-11">
                    <input type="checkbox" className="size-4.5 shrink-0 accent-accent" checked={!openKeys.has(keyOf(payment))} onChange={() => toggle(payment)} />
                    <span className="flex-1 wrap-anywhere">
                      {payment.name} <span className="text-sm text-quiet">{formatDate(payment.date, today)}{openKeys.has(keyOf(payment)) && (payment.collection === 'incomes' ? ', still to come' : ', still open')}</span>
                    </span>
                    <span className="money">{payment.collection === 'incomes' ? `+${money(payment.amount_cents)}` : money(-payment.amount_cents)}</span>
                  </label>
                </li>
              ))}
            </ul>
            {shown.length < due.length && (
              <button type="button" className="button button-quiet mt-1 text-accent" onClick={() => setShowsAll(true)}>
                Show {due.length - shown.length} earlier ones
              </button>
            )}
          </fieldset>
        )}
        {hasPots && (
          <label className="mt-3 flex min-h-9 cursor-pointer items-center gap-3 pointer-coarse:min-h-11">
            <input type="checkbox" className="size-4.5 shrink-0 accent-accent" checked={dividesAnew} onChange={(event) => setDividesAnew(event.currentTarget.checked)} />
            <span>Divide the balance anew by its rules; what is set aside goes back first</span>
          </label>
        )}
        <div className="mt-4 flex justify-end gap-2">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button button-primary">
            Bring it to today
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function balanceNote(planned_cents: number, aside_cents: number, isPlanned: boolean, money: (cents: number) => string): string {
  const planned = isPlanned ? 'As planned. Write what your bank says.' : `Planned: ${money(planned_cents)}.`
  return aside_cents > 0 ? `${planned} ${money(aside_cents)} is set aside.` : planned
}
