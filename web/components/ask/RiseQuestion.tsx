import { useDeferredValue, useId, useMemo } from 'react'
import { changesNothing } from '../../../core/questions/answer-edits.ts'
import { billRises } from '../../../core/questions/what-if.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatAmount } from '../../format/money.ts'
import { readTypedAmount } from '../../ui/draft.ts'
import { textOf } from '../../words/problems.ts'
import { say, sayWith } from '../../words/say.ts'
import { AnswerActions } from './AnswerActions.tsx'
import { useTriedPlan } from './askedPlan.ts'
import { AmountIn, Asked, ChoiceIn, DayIn } from './fields.tsx'
import { Then } from './Then.tsx'
import { useTyped } from './typed.ts'

/** What if a bill costs another amount from a day on: a copy to compare, or a part of the plan. */
export default function RiseQuestion({ projection }: { projection: Projection }) {
  const { scenario, today, start_date } = projection
  const { currency_code } = scenario
  const now = today > start_date ? today : start_date
  const note = useId()
  const bills = useMemo(() => scenario.bills.filter(({ due_date }) => due_date !== null), [scenario])
  const [wanted, setWanted] = useTyped(scenario.id, 'rise_bill', '')
  const bill = bills.find(({ id }) => id === wanted) ?? bills[0]
  const [texts, setTexts] = useTyped(scenario.id, 'rise_amounts', {})
  const text = bill ? (texts[bill.id] ?? formatAmount(bill.amount_cents, currency_code)) : ''
  const read = readTypedAmount(text, currency_code)
  const amount_cents = read.ok && read.value >= 0 ? read.value : null
  const [date, setDate] = useTyped(scenario.id, 'rise_date', now)
  const shown = useDeferredValue(projection)
  const found = useMemo(
    () => (bill && amount_cents !== null && date !== '' ? billRises(bill, { from: date, amount_cents }) : null),
    [bill, amount_cents, date],
  )
  const isSame = useMemo(() => found?.ok === true && changesNothing(scenario, found.edit), [scenario, found])
  const edit = found?.ok && !isSame ? found.edit : null
  const tried = useTriedPlan(shown, edit)
  if (!bill) return <p className="ask-answer text-quiet">{say('ask.rise.none')}</p>
  return (
    <>
      <Asked
        note={note}
        sentence={sayWith('ask.rise.asked', {
          bill: (
            <ChoiceIn
              label={say('ask.rise.bill')}
              value={bill.id}
              choices={bills.map(({ id, name }) => ({ value: id, text: name }))}
              note={note}
              isFirst
              onChange={setWanted}
            />
          ),
          amount: (
            <AmountIn
              label={say('ask.rise.amount')}
              text={text}
              currency_code={currency_code}
              isWrong={amount_cents === null}
              note={note}
              onChange={(typed) => setTexts({ ...texts, [bill.id]: typed })}
            />
          ),
          day: <DayIn label={say('ask.rise.day')} date={date} least={now} note={note} onChange={setDate} />,
        })}
      >
        {!read.ok && <p className="problem">{read.problem}</p>}
        {date === '' && <p className="problem">{say('ask.whole_day')}</p>}
        {found?.ok === false && <p className="problem">{textOf(found.problems[0]!)}</p>}
        {isSame && <p className="text-quiet">{say('ask.rise.same', { name: bill.name })}</p>}
        {tried && <Then projection={shown} tried={tried} />}
      </Asked>
      {edit && <AnswerActions edit={edit} name={bill.name} copy={say('ask.rise.what_if', { name: bill.name })} canBeAdded={false} />}
    </>
  )
}
