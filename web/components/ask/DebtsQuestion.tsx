import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react'
import { transferRows } from '../../../core/questions/answer-edits.ts'
import { openDebts } from '../../../core/questions/debt-field.ts'
import type { DebtsOrdered } from '../../../core/questions/debts.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { askDebts, type DebtsAnswer, type DebtsRequest } from '../../services/debtsWork.ts'
import { newId } from '../../services/ids.ts'
import { readTypedAmount } from '../../ui/draft.ts'
import { textOf } from '../../words/problems.ts'
import { say, sayWith } from '../../words/say.ts'
import { AnswerActions } from './AnswerActions.tsx'
import { useTriedPlan } from './askedPlan.ts'
import { DebtOrders, moreOf } from './DebtOrders.tsx'
import { AmountIn, Asked } from './fields.tsx'
import { useInPlan } from './inPlan.ts'
import { Proof } from './Proof.tsx'
import { useTyped } from './typed.ts'

/** In which order debts are paid off with so much more a month; one of the orders becomes transfers of the plan. */
export default function DebtsQuestion({ projection }: { projection: Projection }) {
  const { scenario } = projection
  const { currency_code } = scenario
  const note = useId()
  const [text, setText] = useTyped(scenario.id, 'debts_amount', '')
  const [name, setName] = useTyped(scenario.id, 'debts_order', 'best')
  // What the ids of the transfers to be begin with; another one once these are in the plan.
  const [id, setId] = useState(() => newId())
  const read = text.trim() === '' ? { ok: true as const, value: 0 } : readTypedAmount(text, currency_code)
  const extra_cents = read.ok && read.value >= 0 ? read.value : null
  const shown = useDeferredValue(projection)
  const { found, isOfNow } = useDebtsAnswer(shown, extra_cents, id)
  const edit = found?.ok && isOfNow ? found.edits[name] : null
  const { isInPlan, onAdded } = useInPlan(scenario, 'debts', [text, name])
  useTriedPlan(shown, isInPlan ? null : edit)
  const { today, start_date } = projection
  const { open } = openDebts(scenario, { projection }, today > start_date ? today : start_date)
  const only = open.length === 1 ? open[0]!.account : null
  const orders = found?.ok ? found.answer.orders : null
  const isOne = orders?.best.debts.length === 1
  return (
    <>
      <Asked
        note={note}
        sentence={sayWith(only ? 'ask.debts.asked_one' : 'ask.debts.asked', {
          name: only?.name ?? '',
          amount: (
            <AmountIn
              label={say('ask.debts.amount')}
              text={text}
              currency_code={currency_code}
              isWrong={extra_cents === null}
              note={note}
              isFirst
              onChange={setText}
            />
          ),
        })}
      >
        {!read.ok && <p className="problem">{read.problem}</p>}
        {isInPlan && <p>{say('ask.in_plan')}</p>}
        {found === undefined && read.ok && <p className="text-quiet">{say('common.one_moment')}</p>}
        {found === null && <p className="problem">{say('ask.debts.failed')}</p>}
        {found?.ok === false && <p className="problem">{textOf(found.problems[0]!)}</p>}
        {found?.ok && !isInPlan && <Answer answer={found.answer} projection={shown} />}
        {found?.ok && !isInPlan && <LeftOut answer={found.answer} />}
      </Asked>
      {found?.ok && orders && !isInPlan && <DebtOrders answer={found.answer} projection={shown} name={name} onName={setName} />}
      {found?.ok && !isInPlan && <DebtsProof answer={found.answer} projection={shown} />}
      {edit && !isInPlan && (
        <AnswerActions
          edit={edit}
          name={isOne ? say('ask.debts.transfer', { name: orders.best.debts[0]!.name }) : say(`ask.debts.order.${name}`)}
          copy={say('ask.debts.what_if')}
          onAdded={(added) => {
            onAdded(added)
            setId(newId())
          }}
        />
      )}
    </>
  )
}

/**
 * Worked out apart from the page; until then the last answer about the same plan stands, which an edit may have made an old one. undefined:
 * there is none yet.
 */
function useDebtsAnswer(
  { scenario, today }: Projection,
  extra_cents: number | null,
  id: string,
): { found: DebtsAnswer | undefined; isOfNow: boolean } {
  const [told, setTold] = useState<{ request: DebtsRequest; answer: DebtsAnswer } | null>(null)
  const request = useMemo((): DebtsRequest | null => {
    if (extra_cents === null) return null
    const rowOf = transferRows(scenario, { id, say })
    const rows = Object.fromEntries(scenario.accounts.map((account) => [account.id, rowOf(account.id)]))
    return { scenario, today, extra_cents, rows }
  }, [scenario, today, extra_cents, id])
  useEffect(() => {
    if (request === null) return
    let isWanted = true
    askDebts(request, (answer) => isWanted && setTold({ request, answer }))
    return () => void (isWanted = false)
  }, [request])
  const found = request !== null && told?.request.scenario.id === scenario.id ? told.answer : undefined
  return { found, isOfNow: told?.request.scenario === scenario }
}

function Answer({
  answer: { orders, as_planned, extra_cents, planned_lowest, below_before },
  projection: { scenario, today },
}: {
  answer: DebtsOrdered
  projection: Projection
}) {
  if (!orders) return <p>{say('ask.debts.none')}</p>
  const { best } = orders
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const names = best.order.map((id) => best.debts.find(({ account_id }) => account_id === id)!.name)
  if (best.paid_off_on === null) return <p>{say('ask.debts.never')}</p>
  const saved =
    as_planned.paid_off_on === null
      ? 'never'
      : as_planned.interest_cents > best.interest_cents
        ? money(as_planned.interest_cents - best.interest_cents)
        : 'none'
  return (
    <>
      <p>
        {sayWith('ask.debts.best', {
          count: names.length,
          first: <strong className="font-semibold">{names[0]}</strong>,
          others: names.slice(1).join(', '),
          day: formatDate(best.paid_off_on, today),
          interest: money(best.interest_cents),
          saved,
          extra: money(extra_cents),
          more: moreOf(best, as_planned, extra_cents),
        })}
      </p>
      {!best.keeps_floor && best.lowest.available_cents < planned_lowest.available_cents && (
        <p className="problem">
          {say('ask.debts.below', { day: formatDate(best.lowest.date, today), amount: money(best.lowest.available_cents) })}
        </p>
      )}
      {below_before && (
        <p>{say('ask.debts.below_before', { day: formatDate(below_before.date, today), amount: money(below_before.available_cents) })}</p>
      )}
    </>
  )
}

/** Debts that are none of the orders, and why: the answer says nothing of them. */
const LeftOut = ({ answer: { left_out } }: { answer: DebtsOrdered }) =>
  Object.entries(Object.groupBy(left_out, (one) => one.because)).map(([why, rows]) => (
    <p key={why} className="text-quiet">
      {say('ask.debts.left_out', { names: rows.map(({ name }) => name).join(', '), why })}
    </p>
  ))

function DebtsProof({ answer, projection: { scenario, today } }: { answer: DebtsOrdered; projection: Projection }) {
  const { orders, monthly_cents, extra_cents, from, tried, is_every_order } = answer
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const count = orders?.best.debts.length ?? 0
  const lines = [
    ...(orders
      ? [
          say('ask.debts.monthly', { total: money(monthly_cents), extra: money(extra_cents), from: formatDate(from, today), count }),
          say('ask.debts.month_interest'),
        ]
      : []),
    ...(count > 1 ? [say('ask.debts.tried', { count: tried, every: String(is_every_order) })] : []),
  ]
  return lines.length > 0 ? <Proof lines={lines} /> : null
}
