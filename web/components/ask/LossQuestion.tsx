import { useDeferredValue, useId, useMemo } from 'react'
import { addDays } from '../../../core/calendar.ts'
import { incomeLost } from '../../../core/questions/what-if.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { textOf } from '../../words/problems.ts'
import { say, sayWith } from '../../words/say.ts'
import { AnswerActions } from './AnswerActions.tsx'
import { useTriedPlan } from './askedPlan.ts'
import { Asked, ChoiceIn, DayIn } from './fields.tsx'
import { Then } from './Then.tsx'
import { useTyped } from './typed.ts'

/** How long an income is thought to stop at first. */
const days_without = 92

/** What if an income does not come for a while, or never again: a copy to compare. */
export default function LossQuestion({ projection }: { projection: Projection }) {
  const { scenario, today, start_date } = projection
  const now = today > start_date ? today : start_date
  const note = useId()
  const incomes = useMemo(() => scenario.incomes.filter(({ due_date }) => due_date !== null), [scenario])
  const [wanted, setWanted] = useTyped(scenario.id, 'loss_income', '')
  const income = incomes.find(({ id }) => id === wanted) ?? incomes[0]
  const [from, setFrom] = useTyped(scenario.id, 'loss_from', now)
  const [to, setTo] = useTyped(scenario.id, 'loss_to', addDays(now, days_without))
  const [howLong, setHowLong] = useTyped(scenario.id, 'loss_length', 'until')
  const last = howLong === 'until' ? to : null
  const shown = useDeferredValue(projection)
  const found = useMemo(
    () => (income && from !== '' && last !== '' ? incomeLost(income, { today: now, from, to: last }) : null),
    [income, now, from, last],
  )
  const edit = found?.ok ? found.edit : null
  const tried = useTriedPlan(shown, edit)
  if (!income) return <p className="ask-answer text-quiet">{say('ask.loss.none')}</p>
  return (
    <>
      <Asked
        note={note}
        sentence={sayWith('ask.loss.asked', {
          income: (
            <ChoiceIn
              label={say('ask.loss.income')}
              value={income.id}
              choices={incomes.map(({ id, name }) => ({ value: id, text: name }))}
              note={note}
              isFirst
              onChange={setWanted}
            />
          ),
          from: <DayIn label={say('ask.loss.from')} date={from} least={now} note={note} onChange={setFrom} />,
          length: (
            <ChoiceIn
              label={say('ask.loss.length')}
              value={howLong}
              choices={[
                { value: 'until', text: say('ask.loss.until') },
                { value: 'for_good', text: say('ask.loss.for_good') },
              ]}
              note={note}
              onChange={(chosen) => setHowLong(chosen as typeof howLong)}
            />
          ),
          to: last === null ? 'none' : <DayIn label={say('ask.loss.to')} date={last} least={from} note={note} onChange={setTo} />,
        })}
      >
        {(from === '' || last === '') && <p className="problem">{say('ask.whole_day')}</p>}
        {found?.ok === false && <p className="problem">{textOf(found.problems[0]!)}</p>}
        {tried && <Then projection={shown} tried={tried} />}
      </Asked>
      {edit && <AnswerActions edit={edit} name={income.name} copy={say('ask.loss.what_if', { name: income.name })} canBeAdded={false} />}
    </>
  )
}
