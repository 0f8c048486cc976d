import { useDeferredValue, useId, useMemo, useState } from 'react'
import { addDays } from '../../../core/calendar.ts'
import { editOfSetAside } from '../../../core/questions/answer-edits.ts'
import { hasDates, setAside, type SetAside } from '../../../core/questions/set-aside.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { newId } from '../../services/ids.ts'
import { textOf } from '../../words/problems.ts'
import { say, sayWith } from '../../words/say.ts'
import { lowReasonWords } from '../planning/lowReasonWords.ts'
import { AnswerActions } from './AnswerActions.tsx'
import { useTriedPlan } from './askedPlan.ts'
import { BelowBefore } from './BelowBefore.tsx'
import { Asked, ChoiceIn, DayIn } from './fields.tsx'
import { useInPlan } from './inPlan.ts'
import { setAsideWords } from './levelWords.ts'
import { useTyped } from './typed.ts'

/** How far off a goal without a day is asked about. */
const days_of_a_goal = 182

/** What has to be set aside for a bill or a goal. */
export default function AsideQuestion({ projection }: { projection: Projection }) {
  const { scenario, today, start_date } = projection
  const now = today > start_date ? today : start_date
  const note = useId()
  const choices = [
    ...scenario.goals.map(({ name }) => ({ value: `goal:${name}`, text: name })),
    ...scenario.bills.filter(hasDates).map(({ id, name }) => ({ value: `bill:${id}`, text: name })),
  ]
  const [wanted, setWanted] = useTyped(scenario.id, 'aside_target', '')
  const target = choices.some(({ value }) => value === wanted) ? wanted : (choices[0]?.value ?? '')
  const goal = scenario.goals.find(({ name }) => target === `goal:${name}`)
  const [dates, setDates] = useTyped(scenario.id, 'aside_dates', {})
  const date = goal ? (dates[target] ?? goal.target_date ?? addDays(now, days_of_a_goal)) : null
  const [id, setId] = useState(() => newId())
  const shown = useDeferredValue(projection)
  const asked = useDeferredValue(date)
  const found = useMemo(
    () =>
      target === '' || asked === ''
        ? null
        : setAside(shown.scenario, { today: shown.today, target, ...(asked !== null && { date: asked }) }),
    [shown, target, asked],
  )
  const edit = useMemo(() => (found?.ok ? editOfSetAside(found.answer, { id }) : null), [id, found])
  const { isInPlan, onAdded } = useInPlan(scenario, 'aside', [target, date ?? ''])
  useTriedPlan(shown, isInPlan ? null : edit)
  if (target === '') return <p className="ask-answer text-quiet">{say('ask.aside.none')}</p>
  return (
    <>
      <Asked
        note={note}
        sentence={sayWith('ask.aside.asked', {
          target: <ChoiceIn label={say('ask.aside.target')} value={target} choices={choices} note={note} isFirst onChange={setWanted} />,
          day:
            date === null ? (
              'none'
            ) : (
              <DayIn
                label={say('ask.aside.day')}
                date={date}
                least={now}
                note={note}
                onChange={(day) => setDates({ ...dates, [target]: day })}
              />
            ),
        })}
      >
        {date === '' && <p className="problem">{say('ask.whole_day')}</p>}
        {found?.ok === false && <p className="problem">{textOf(found.problems[0]!)}</p>}
        {isInPlan && <p>{say('ask.in_plan')}</p>}
        {found?.ok && !isInPlan && <Answer answer={found.answer} projection={shown} />}
      </Asked>
      {edit && !isInPlan && (
        <AnswerActions
          edit={edit}
          name={choices.find(({ value }) => value === target)!.text}
          copy={say('ask.aside.what_if')}
          onAdded={(added) => {
            onAdded(added)
            setId(newId())
          }}
        />
      )}
    </>
  )
}

function Answer({ answer, projection }: { answer: SetAside; projection: Projection }) {
  const { date, missing_cents, level } = answer
  const { scenario, today } = projection
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const day = (of: string): string => formatDate(of, today)
  if (missing_cents === 0) return <p>{say('ask.aside.covered', { day: day(date) })}</p>
  const missing = money(missing_cents)
  return (
    <>
      <p>
        {level
          ? setAsideWords(
              level,
              {
                amount: <strong className="money font-semibold">{money(level.cents)}</strong>,
                day: day(date),
                missing,
                since: level.since === null ? 'none' : day(level.since),
              },
              money,
            )
          : say('ask.aside.no_income', { day: day(date), missing })}
      </p>
      {level?.others_get_less && <p>{say('ask.save.rules', { more: money(level.cents) })}</p>}
      {level?.keeps_floor === false && (
        <p>{say('ask.aside.below', { amount: money(level.lowest.available_cents), low: day(level.lowest.date) })}</p>
      )}
      <BelowBefore answer={answer} projection={projection} />
      {level?.keeps_floor !== true && <OtherWay answer={answer} projection={projection} />}
    </>
  )
}

/** Where the level amount does not keep the floor: amounts that do, or the most that does and what holds it back. */
function OtherWay({ answer, projection: { scenario, today } }: { answer: SetAside; projection: Projection }) {
  const { path, most_cents, held_back, from, below_before } = answer
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const day = (of: string): string => formatDate(of, today)
  if (path)
    return (
      <>
        <p>{say('ask.aside.path', { from: below_before && from !== null ? day(from) : 'none' })}</p>
        <dl className="ask-path">
          {path.map((step) => (
            <div key={step.date} className="contents">
              <dt>{day(step.date)}</dt>
              <dd className="money">{money(step.cents)}</dd>
            </div>
          ))}
        </dl>
      </>
    )
  if (held_back && held_back.day.available_cents < scenario.floor_cents)
    return <p>{say('ask.aside.nothing', { day: day(held_back.day.date), amount: money(held_back.day.available_cents) })}</p>
  return (
    <>
      {from !== null && <p>{say('ask.aside.no_path', { most: money(most_cents) })}</p>}
      {held_back && (
        <p className="text-quiet">
          {say('ask.aside.held', {
            day: day(held_back.day.date),
            amount: money(held_back.day.available_cents),
            because: held_back.reason ? lowReasonWords(held_back.reason, held_back.day.date, day) : 'none',
          })}
        </p>
      )}
    </>
  )
}
