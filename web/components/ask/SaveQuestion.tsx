import { useDeferredValue, useId, useMemo, useState } from 'react'
import { addDays } from '../../../core/calendar.ts'
import { editOfSave } from '../../../core/questions/answer-edits.ts'
import { save, type Saved } from '../../../core/questions/save.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney, formatPercent } from '../../format/money.ts'
import { newId } from '../../services/ids.ts'
import { textOf } from '../../words/problems.ts'
import { say, sayWith } from '../../words/say.ts'
import { lowReasonWords } from '../planning/lowReasonWords.ts'
import { AnswerActions } from './AnswerActions.tsx'
import { useTriedPlan } from './askedPlan.ts'
import { BelowBefore } from './BelowBefore.tsx'
import { Asked, ChoiceIn, DayIn } from './fields.tsx'
import { useInPlan } from './inPlan.ts'
import { onTopWords, savedWords } from './levelWords.ts'
import { Proof } from './Proof.tsx'
import { useTyped } from './typed.ts'

/** How much can be put away of each income until a day. */
export default function SaveQuestion({ projection }: { projection: Projection }) {
  const { scenario, today, start_date, watched_until } = projection
  const now = today > start_date ? today : start_date
  const note = useId()
  const [until, setUntil] = useTyped(scenario.id, 'save_until', addDays(watched_until, -1))
  const [by, setBy] = useTyped(scenario.id, 'save_by', 'fixed')
  const [id, setId] = useState(() => newId())
  const shown = useDeferredValue(projection)
  const asked = useDeferredValue(until)
  const found = useMemo(() => (asked === '' ? null : save(shown.scenario, { today: shown.today, until: asked, by })), [shown, asked, by])
  const value = found?.ok ? found.answer.value : 0
  const edit = useMemo(() => editOfSave({ by, value }, { id, say }), [id, by, value])
  const { isInPlan, onAdded } = useInPlan(scenario, 'save', [until, by])
  useTriedPlan(shown, isInPlan ? null : edit)
  return (
    <>
      <Asked
        note={note}
        sentence={sayWith('ask.save.asked', {
          day: <DayIn label={say('ask.save.day')} date={until} least={now} note={note} onChange={setUntil} />,
          kind: (
            <ChoiceIn
              label={say('ask.save.kind')}
              value={by}
              choices={[
                { value: 'fixed', text: say('ask.save.fixed') },
                { value: 'percent', text: say('ask.save.percent') },
              ]}
              note={note}
              isFirst
              onChange={(kind) => setBy(kind as Saved['by'])}
            />
          ),
        })}
      >
        {until === '' && <p className="problem">{say('ask.whole_day')}</p>}
        {found?.ok === false && <p className="problem">{textOf(found.problems[0]!)}</p>}
        {isInPlan && <p>{say('ask.in_plan')}</p>}
        {found?.ok && !isInPlan && <Answer answer={found.answer} projection={shown} />}
      </Asked>
      {edit && !isInPlan && (
        <AnswerActions
          edit={edit}
          name={say('ask.save.name')}
          copy={say('ask.save.what_if')}
          onAdded={(added) => {
            onAdded(added)
            setId(newId())
          }}
        />
      )}
    </>
  )
}

function Answer({ answer, projection }: { answer: Saved; projection: Projection }) {
  const { value, by, binds, fails, reason } = answer
  const { scenario, today } = projection
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const day = (date: string): string => formatDate(date, today)
  const amount = (of: number): string => (by === 'fixed' ? money(of) : formatPercent(of))
  const before = <BelowBefore answer={answer} projection={projection} />
  if (binds === 'no_payday' || binds === 'below_already')
    return (
      <>
        <p>
          {binds === 'no_payday'
            ? say('ask.save.no_payday')
            : say('ask.save.below_already', { day: day(fails!.date), amount: money(fails!.available_cents) })}
        </p>
        {before}
      </>
    )
  const more = amount(value + 1)
  const onTop = onTopWords(value, scenario)
  const since = scenario.start_date < today ? day(scenario.start_date) : null
  const proof = [
    binds === 'floor'
      ? say('ask.save.fails', { more, day: day(fails!.date), amount: money(fails!.available_cents) })
      : binds === 'rules'
        ? say('ask.save.rules', { more })
        : say(binds === 'income' ? 'ask.save.income' : 'ask.save.percents'),
    ...(reason && fails ? [say('ask.because', { because: lowReasonWords(reason, fails.date, day) })] : []),
  ]
  return (
    <>
      <p>
        {value === 0
          ? say(binds === 'floor' ? 'ask.save.nothing' : 'ask.save.nothing_free')
          : savedWords(answer, { amount: <strong className="money font-semibold">{amount(value)}</strong>, since }, money)}
      </p>
      {onTop && <p>{onTop}</p>}
      {before}
      <Proof lines={proof} />
    </>
  )
}
