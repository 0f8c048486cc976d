import { useDeferredValue, useId, useMemo, useState } from 'react'
import { limits } from '../../../core/limits.ts'
import { editOfAfford } from '../../../core/questions/answer-edits.ts'
import { afford, type Afforded } from '../../../core/questions/afford.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney, formatShort } from '../../format/money.ts'
import { newId } from '../../services/ids.ts'
import { readTypedAmount } from '../../ui/draft.ts'
import { textOf } from '../../words/problems.ts'
import { say, sayWith } from '../../words/say.ts'
import { FigureButton } from '../planning/FigureButton.tsx'
import { lowReasonWords } from '../planning/lowReasonWords.ts'
import { AnswerActions } from './AnswerActions.tsx'
import { useTriedPlan } from './askedPlan.ts'
import { AmountIn, Asked, DayIn } from './fields.tsx'
import { useInPlan } from './inPlan.ts'
import { spendLessWords } from './levelWords.ts'
import { Proof } from './Proof.tsx'
import { useTyped } from './typed.ts'

/** Can I afford an amount on a day: the sentence, its answer as it is typed, and what to do with it. */
export default function AffordQuestion({ projection }: { projection: Projection }) {
  const { scenario, today, start_date } = projection
  const { currency_code } = scenario
  const now = today > start_date ? today : start_date
  const note = useId()
  const [text, setText] = useTyped(scenario.id, 'afford_amount', '')
  const [date, setDate] = useTyped(scenario.id, 'afford_date', now)
  const [name, setName] = useTyped(scenario.id, 'afford_name', '')
  // Of the bill to be; another once this one is in the plan.
  const [id, setId] = useState(() => newId())
  const read = text.trim() === '' ? null : readTypedAmount(text, currency_code)
  const amount_cents = read?.ok && read.value >= 0 ? read.value : null
  const shown = useDeferredValue(projection)
  const asked = useDeferredValue(
    useMemo(() => (amount_cents === null || date === '' ? null : { amount_cents, date }), [amount_cents, date]),
  )
  const found = useMemo(() => asked && afford(shown.scenario, { today: shown.today, ...asked }), [shown, asked])
  const edit = useMemo(() => asked && editOfAfford(asked, { id, say }, name), [id, asked, name])
  const { isInPlan, onAdded } = useInPlan(scenario, 'afford', [text, date])
  const tried = useTriedPlan(shown, found?.ok && !isInPlan ? edit : null)
  return (
    <>
      <Asked
        note={note}
        sentence={sayWith('ask.afford.asked', {
          amount: (
            <AmountIn
              label={say('ask.afford.amount')}
              text={text}
              currency_code={currency_code}
              isWrong={read !== null && amount_cents === null}
              note={note}
              isFirst
              onChange={setText}
            />
          ),
          day: <DayIn label={say('ask.afford.day')} date={date} least={now} note={note} onChange={setDate} />,
        })}
      >
        {read === null && <p className="text-quiet">{say('ask.write_amount')}</p>}
        {read?.ok === false && <p className="problem">{read.problem}</p>}
        {date === '' && <p className="problem">{say('ask.whole_day')}</p>}
        {found?.ok === false && <p className="problem">{textOf(found.problems[0]!)}</p>}
        {isInPlan && <p>{say('ask.in_plan')}</p>}
        {found?.ok && !isInPlan && <Answer answer={found.answer} projection={shown} tried={tried} />}
      </Asked>
      {found?.ok && edit && !isInPlan && (
        <>
          <input
            className="field no-print mt-2 max-w-60"
            aria-label={say('ask.afford.called')}
            placeholder={say('ask.afford.name')}
            maxLength={limits.name_characters}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <AnswerActions
            edit={edit}
            name={name.trim() || say('ask.afford.name')}
            copy={say('ask.afford.what_if')}
            onAdded={(added) => {
              onAdded(added)
              setId(newId())
              setName('')
            }}
          />
        </>
      )}
    </>
  )
}

function Answer({ answer, projection, tried }: { answer: Afforded; projection: Projection; tried: Projection | null }) {
  const {
    is_affordable,
    lowest,
    most_cents,
    amount_cents,
    earliest,
    spend_less,
    below_before,
    below_anyway,
    below_later,
    tried_until,
    reason,
  } = answer
  const { scenario, today } = projection
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const day = (date: string): string => formatDate(date, today)
  const amount =
    tried && lowest.date < tried.until ? (
      <FigureButton
        projection={tried}
        figure={{ figure: 'available', date: lowest.date, ...(tried.start_date < today && { since: today }) }}
        title={say('ask.afford.title', { day: day(lowest.date) })}
        cents={lowest.available_cents}
        size="small"
      />
    ) : (
      <span className="money">{money(lowest.available_cents)}</span>
    )
  const floor = scenario.floor_cents === 0 ? 'zero' : formatShort(scenario.floor_cents, scenario.currency_code)
  const strong = (word: string) => <strong className="font-semibold">{word}</strong>
  const proof = [
    ...(most_cents >= 0 ? [say('ask.afford.most', { most: money(most_cents), more: money(most_cents + 1), day: day(lowest.date) })] : []),
    ...(reason ? [say('ask.because', { because: lowReasonWords(reason, lowest.date, day) })] : []),
    ...(earliest?.fails_before
      ? [
          say('ask.afford.day_before', {
            paid: day(earliest.fails_before.date),
            amount: money(earliest.fails_before.lowest.available_cents),
            day: day(earliest.fails_before.lowest.date),
          }),
        ]
      : []),
  ]
  return (
    <>
      <p>
        {is_affordable
          ? sayWith('ask.afford.yes', {
              yes: strong(say('ask.yes')),
              day: day(lowest.date),
              amount,
              spare: scenario.floor_cents === 0 ? 'none' : money(most_cents - amount_cents),
              sooner: soonerOf(answer, projection.start_date),
              earliest: earliest ? day(earliest.date) : '',
            })
          : sayWith('ask.afford.no', {
              no: strong(say('ask.no')),
              day: day(lowest.date),
              amount,
              short: money(amount_cents - most_cents),
              floor,
            })}
        {!is_affordable && most_cents < 0 && amount_cents > 0 && ` ${say('ask.afford.without', { amount: money(-most_cents) })}`}
      </p>
      {is_affordable && below_later && (
        <p>{say('ask.afford.below_later', { day: day(below_later.date), amount: money(below_later.available_cents) })}</p>
      )}
      {is_affordable && below_anyway && (
        <p>{say('ask.afford.below_anyway', { day: day(below_anyway.date), amount: money(below_anyway.available_cents) })}</p>
      )}
      {below_before && (
        <p>{say('ask.afford.below_before', { day: day(below_before.date), amount: money(below_before.available_cents) })}</p>
      )}
      {!is_affordable && (
        <p>
          {earliest
            ? say('ask.afford.earliest', {
                day: day(earliest.date),
                amount: money(earliest.lowest.available_cents),
                low: day(earliest.lowest.date),
              })
            : say('ask.afford.never', { day: day(tried_until) })}
          {spend_less && ` ${spendLessWords(spend_less, day(answer.date), money)}`}
        </p>
      )}
      {proof.length > 0 && <Proof lines={proof} />}
    </>
  )
}

/** Since when there is enough for it; '' where no day before it is one that can be asked about. */
function soonerOf({ date, today, earliest }: Afforded, start_date: string): 'today' | 'none' | 'some' | '' {
  const first = today > start_date ? today : start_date
  if (!earliest || date === first) return ''
  return earliest.date === date ? 'none' : earliest.date === today ? 'today' : 'some'
}
