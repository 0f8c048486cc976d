import { useDeferredValue, useId, useMemo, useState } from 'react'
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

/** What if a bill costs another amount from a day on: a copy to compare, or a part of the plan. */
export default function RiseQuestion({ projection }: { projection: Projection }) {
  const { scenario, today, start_date } = projection
  const { currency_code } = scenario
  const now = today > start_date ? today : start_date
  const note = useId()
  const bills = useMemo(() => scenario.bills.filter(({ due_date }) => due_date !== null), [scenario])
  const [wanted, setWanted] = useState('')
  const bill = bills.find(({ id }) => id === wanted) ?? bills[0]
  // Of each bill what was typed for it; until then, what it costs.
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const text = bill ? (texts[bill.id] ?? formatAmount(bill.amount_cents, currency_code)) : ''
  const read = readTypedAmount(text, currency_code)
  const amount_cents = read.ok && read.value >= 0 ? read.value : null
  const [date, setDate] = useState(now)
  const shown = useDeferredValue(projection)
  const found = useMemo(
    () => (bill && amount_cents !== null && date !== '' ? billRises(bill, { from: date, amount_cents }) : null),
    [bill, amount_cents, date],
  )
  const edit = found?.ok ? found.edit : null
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
        {tried && <Then projection={shown} tried={tried} />}
      </Asked>
      {edit && <AnswerActions edit={edit} name={bill.name} copy={say('ask.rise.what_if', { name: bill.name })} canBeAdded={false} />}
    </>
  )
}
