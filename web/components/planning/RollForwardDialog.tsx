import { useId, useMemo, useRef, useState, type FormEvent } from 'react'
import { onBase } from '../../../core/allocation.ts'
import { sumOf } from '../../../core/money/money.ts'
import { alsoCounted, type AlsoCounted } from '../../../core/payments/also-counted.ts'
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import { carriedTo, fellDue, rollForward } from '../../../core/payments/roll-forward.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate, formatShortWeekday } from '../../format/date.ts'
import { formatAmount, formatChange, formatMoney } from '../../format/money.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { readTypedAmount, sumResult } from '../../ui/draft.ts'
import { say } from '../../words/say.ts'
import { notifyDone } from '../frame/screen.ts'
import { textOf } from '../../words/problems.ts'
import { labelOf } from './explainedLines.ts'
import { accountNote, changeText, isElsewhere } from './paymentWords.ts'

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
  const [problem, setProblem] = useState<string | null>(null)
  const open = useMemo(() => due.filter((payment) => openKeys.has(keyOf(payment))), [due, openKeys])
  const carried = useMemo(() => carriedTo(scenario, today, open), [scenario, today, open])
  const money = (cents: number): string => formatMoney(cents, currency_code)

  const text = typed ?? (carried.ok ? formatAmount(carried.planning_balance_cents, currency_code) : '')
  const aside = carried.ok ? sumOf(carried.opening_pots.map(({ amount_cents }) => amount_cents)) : 0
  const hasPots = aside > 0 || opening_pots.length > 0 || (!balance_allocated && onBase(allocations, 'balance').length > 0)
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
    notifyDone('rolled', say('plan.roll.done', { amount: money(read.value) }))
  }

  return (
    <Dialog
      title={say('plan.roll.title')}
      lead={say('plan.roll.lead', { day: formatShortWeekday(start_date, today) })}
      onClose={onClose}
      returnFocus={returnFocus}
      initialFocus={field}
    >
      <form onSubmit={submit} noValidate>
        <label htmlFor={`${id}-balance`} className="block text-sm text-quiet">
          {say('plan.roll.on_hand')}
        </label>
        <AmountInput
          ref={field}
          id={`${id}-balance`}
          className="max-w-56 text-xl!"
          text={text}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-note`}
          onText={(next) => {
            setTyped(next)
            setProblem(null)
          }}
        />
        <p id={`${id}-note`} aria-live="polite" className={`mt-1 ${said ? 'problem' : 'text-sm text-quiet'}`}>
          {said ??
            sumResult(text, currency_code) ??
            (carried.ok && balanceNote(carried.planning_balance_cents, aside, typed === null, money))}
        </p>
        <Since due={due} open={open} openKeys={openKeys} onToggle={toggle} scenario={scenario} today={today} />
        {hasPots && (
          <label className="mt-3 flex min-h-9 cursor-pointer items-center gap-3 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              className="size-4.5 shrink-0 accent-accent"
              checked={dividesAnew}
              onChange={(event) => setDividesAnew(event.currentTarget.checked)}
            />
            <span>{say('plan.roll.divide')}</span>
          </label>
        )}
        <div className="mt-4 flex justify-end gap-2">
          <button type="button" className="button" onClick={onClose}>
            {say('common.cancel')}
          </button>
          <button type="submit" className="button button-primary">
            {say('plan.roll.bring')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

interface FellDueProps {
  due: readonly DatedPayment[]
  /** Those that are still open. */
  openKeys: ReadonlySet<string>
  onToggle: (payment: DatedPayment) => void
  scenario: Scenario
  today: string
}

/** All that made the balance since; what fell due can be said to be open. */
function Since({ open, ...fellDue }: FellDueProps & { open: readonly DatedPayment[] }) {
  const { due, scenario, today } = fellDue
  const also = useMemo(() => alsoCounted(scenario, today, open), [scenario, today, open])
  if (due.length === 0 && also.length === 0) return <p className="mt-3">{say('plan.roll.nothing_due')}</p>
  return (
    <>
      {due.length > 0 && <FellDue {...fellDue} />}
      {also.length > 0 && <Also also={also} currency_code={scenario.currency_code} today={today} />}
    </>
  )
}

/** What fell due since, newest first: paid, unless it is said to be open. */
function FellDue({ due, openKeys, onToggle, scenario, today }: FellDueProps) {
  const [showsAll, setShowsAll] = useState(false)
  const newest = useMemo(() => due.toReversed(), [due])
  const shown = showsAll ? newest : newest.slice(0, shownAtFirst)
  return (
    <fieldset className="mt-3">
      <legend className="text-sm text-quiet">{say('plan.roll.untick')}</legend>
      <ul className="mt-1 max-h-[38dvh] overflow-y-auto">
        {shown.map((payment) => (
          <li key={keyOf(payment)}>
            <label className="flex min-h-9 cursor-pointer items-center gap-3 border-b border-hairline pointer-coarse:min-h-11">
              <input
                type="checkbox"
                className="size-4.5 shrink-0 accent-accent"
                checked={!openKeys.has(keyOf(payment))}
                onChange={() => onToggle(payment)}
              />
              <span className="flex-1 wrap-anywhere">
                {payment.name}{' '}
                <span className="text-sm text-quiet">
                  {[accountNote(payment, scenario.accounts), formatDate(payment.date, today)].filter(Boolean).join(', ')}
                  {openKeys.has(keyOf(payment)) &&
                    `, ${say(payment.collection === 'incomes' ? 'plan.roll.to_come' : 'plan.roll.still_open')}`}
                </span>
              </span>
              <span className={`money ${isElsewhere(payment) ? 'text-quiet' : ''}`}>{changeText(payment, scenario.currency_code)}</span>
            </label>
          </li>
        ))}
      </ul>
      {shown.length < due.length && (
        <button type="button" className="button button-quiet mt-1 text-accent" onClick={() => setShowsAll(true)}>
          {say('plan.roll.earlier', { payments: due.length - shown.length })}
        </button>
      )}
    </fieldset>
  )
}

/** What else made the balance, so that all that is listed sums to it. */
function Also({ also, currency_code, today }: { also: readonly AlsoCounted[]; currency_code: string; today: string }) {
  const id = useId()
  return (
    <>
      <p id={id} className="mt-3 text-sm text-quiet">
        {say('plan.roll.also')}
      </p>
      <ul aria-labelledby={id} className="mt-1">
        {also.map(({ first, days, cents }) => (
          <li
            key={`${first.rule} ${first.target ?? first.row?.id ?? first.name}`}
            className="flex items-center gap-3 border-b border-hairline py-1.5"
          >
            <span className="flex-1 wrap-anywhere">
              {labelOf(first)}{' '}
              <span className="text-sm text-quiet">
                {first.date !== null && days === 1 ? formatDate(first.date, today) : say('plan.roll.days', { days })}
              </span>
            </span>
            <span className="money">{formatChange(cents, currency_code)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function balanceNote(planned_cents: number, aside_cents: number, isPlanned: boolean, money: (cents: number) => string): string {
  const planned = isPlanned ? say('plan.roll.as_planned') : say('plan.roll.planned', { amount: money(planned_cents) })
  return aside_cents > 0 ? `${planned} ${say('plan.roll.aside', { amount: money(aside_cents) })}` : planned
}
