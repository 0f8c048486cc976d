import { useDeferredValue, useMemo, useState, type CSSProperties } from 'react'
import {
  changedPayment,
  outlookAt,
  outlookDifference,
  paymentAt,
  paymentSteps,
  type LoanOutlook,
  type LoanPayment,
} from '../../../core/accounts/loan-outlook.ts'
import { applyEdit } from '../../../core/edit/edit.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { AccountFigures } from '../../../core/projection/figures/figure.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { AmountField } from '../../ui/AmountField.tsx'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { notify, notifyDone } from '../frame/screen.ts'
import { LowestThen } from './LowestThen.tsx'
import { interestFrom } from './monthInterest.ts'

interface Props {
  projection: Projection
  account: AccountFigures
  before: LoanOutlook
  payments: readonly LoanPayment[]
  onDone: () => void
}

/**
 * Another payment for a loan, by slider and by number: what it does to the end and the cost, before it is taken. Nothing is stored until
 * then.
 */
export default function LoanSlider({ projection, account, before, payments, onDone }: Props) {
  const { scenario, today } = projection
  const { currency_code } = scenario
  const [chosen, setChosen] = useState(payments[0]!.transfer.id)
  const of = payments.find(({ transfer }) => transfer.id === chosen) ?? payments[0]!
  const { transfer, next } = of
  const [wanted, setWanted] = useState<number | null>(null)
  const amount = wanted ?? next.amount_cents
  const steps = paymentSteps(next.amount_cents, 0 - account.now_cents, before.paid_off_on !== null)
  const changed = useMemo(() => changedPayment(of, amount), [of, amount])
  const after = useMemo(
    () => (changed.ok ? outlookAt(scenario, account.id, today, changed.transfer) : null),
    [scenario, account.id, today, changed],
  )
  const tried = useDeferredValue(changed)
  const save = (amount_cents: number): readonly Problem[] => {
    const found = changedPayment(of, amount_cents)
    const applied = found.ok ? applyEdit(scenario, found.edit, scenario.updated_at) : found
    if (!applied.ok) return applied.problems
    setWanted(amount_cents)
    return []
  }
  const take = (): void => {
    if (!changed.ok) return
    const [problem] = planningActions().dispatch(changed.edit)
    if (problem) return notify({ id: 'loan', tone: 'failure', text: textOf(problem) })
    notifyDone(
      'loan',
      say('accounts.loan.taken', {
        name: account.name,
        amount: formatMoney(amount, currency_code),
        day: formatDate(next.date, today),
      }),
    )
    onDone()
  }
  const words = outlookWords(before, after, today, currency_code)
  return (
    <div
      className="loan-slider no-print"
      role="group"
      aria-label={say('accounts.loan.pay_more_of', { name: account.name })}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      {payments.length > 1 && (
        <WhichPayment
          payments={payments}
          chosen={chosen}
          onChoose={(id) => {
            setChosen(id)
            setWanted(null)
          }}
        />
      )}
      <div className="flex flex-wrap items-end gap-x-4">
        <Slide
          name={transfer.name}
          payment={next.amount_cents}
          amount={amount}
          steps={steps}
          words={words}
          currency_code={currency_code}
          onSlide={setWanted}
        />
        <AmountField
          label={say('accounts.loan.each_time')}
          className="w-32"
          amount_cents={amount}
          currency_code={currency_code}
          save={save}
        />
      </div>
      <p aria-live="polite">{words}</p>
      {amount !== next.amount_cents && tried.ok && <LowestThen projection={projection} transfer={tried.transfer} />}
      <div className="mt-1 flex flex-wrap gap-2">
        <button type="button" className="button button-primary" disabled={amount === next.amount_cents} onClick={take}>
          {say('accounts.loan.take', { amount: formatMoney(amount, currency_code), day: formatDate(next.date, today) })}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {say('accounts.loan.leave')}
        </button>
      </div>
    </div>
  )
}

interface WhichProps {
  payments: readonly LoanPayment[]
  chosen: string
  onChoose: (id: string) => void
}

/** Which of a loan's payments is meant. */
const WhichPayment = ({ payments, chosen, onChoose }: WhichProps) => (
  <label className="block w-64 max-w-full text-sm text-quiet">
    {say('accounts.loan.which')}
    <select className="field text-base text-ink" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
      {payments.map((one) => (
        <option key={one.transfer.id} value={one.transfer.id}>
          {one.transfer.name}
        </option>
      ))}
    </select>
  </label>
)

interface SlideProps {
  name: string
  /** What is paid now. */
  payment: number
  amount: number
  steps: ReturnType<typeof paymentSteps>
  /** What comes of the amount, for who hears the slider. */
  words: string
  currency_code: string
  onSlide: (amount: number) => void
}

/** The slider itself. */
function Slide({ name, payment, amount, steps, words, currency_code, onSlide }: SlideProps) {
  const at = stepOf(amount, payment, steps)
  return (
    <label className="min-w-48 flex-1">
      <span className="block text-sm text-quiet">{say('accounts.loan.slide', { name, amount: formatMoney(payment, currency_code) })}</span>
      <input
        type="range"
        className="slider"
        autoFocus
        min={0}
        max={steps.count}
        step={1}
        value={at}
        disabled={steps.count === 0}
        aria-valuetext={`${formatMoney(amount, currency_code)}. ${words}`}
        style={{ '--filled': `${steps.count === 0 ? 0 : (at * 100) / steps.count}%` } as CSSProperties}
        onChange={(event) => onSlide(paymentAt(payment, steps, event.currentTarget.valueAsNumber))}
      />
    </label>
  )
}

/** Where the slider stands for an amount, which may have been typed. */
function stepOf(amount: number, payment: number, steps: ReturnType<typeof paymentSteps>): number {
  let at = 0
  while (at < steps.count && paymentAt(payment, steps, at + 1) <= amount) at += 1
  return at
}

/** End and cost, and how they differ from what they are now. */
function outlookWords(before: LoanOutlook, after: LoanOutlook | null, today: string, currency_code: string): string {
  if (!after) return ''
  const money = (cents: number): string => formatMoney(cents, currency_code)
  if (after.paid_off_on === null) return say('accounts.loan.not_even_then', { amount: money(after.left_cents) })
  const { months_sooner, saved_cents } = outlookDifference(before, after)
  const now = { day: formatDate(after.paid_off_on, today), cost: money(after.interest_cents), from: interestFrom(after.projection) }
  if (before.paid_off_on === null) return say('accounts.loan.then_ends', now)
  if (months_sooner === 0 && saved_cents === 0) return say('accounts.loan.as_now', now)
  return say('accounts.loan.compared', {
    ...now,
    was_day: formatDate(before.paid_off_on, today),
    was_cost: money(before.interest_cents),
    months: Math.abs(months_sooner!),
    when: months_sooner! > 0 ? 'sooner' : months_sooner! < 0 ? 'later' : 'same',
    saved: money(Math.abs(saved_cents)),
    costs: saved_cents >= 0 ? 'less' : 'more',
  })
}
