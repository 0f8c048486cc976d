import { useDeferredValue, useId, useMemo } from 'react'
import { addDays } from '../../../core/calendar.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import { moveBills, type BillsMoved } from '../../../core/questions/move-bills.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { textOf } from '../../words/problems.ts'
import { say, sayWith } from '../../words/say.ts'
import { lowReasonWords } from '../planning/lowReasonWords.ts'
import { AnswerActions } from './AnswerActions.tsx'
import { useTriedPlan } from './askedPlan.ts'
import { BillMoves } from './BillMoves.tsx'
import { Asked, DayIn } from './fields.tsx'
import { Proof } from './Proof.tsx'
import { Then } from './Then.tsx'
import { useTyped } from './typed.ts'

const noneLeft: ReadonlySet<string> = new Set()

/** Which bills should be due on other days: the fewest moves, of which all, some or none are taken. */
export default function MoveQuestion({ projection }: { projection: Projection }) {
  const { scenario, today, start_date, watched_until } = projection
  const now = today > start_date ? today : start_date
  const note = useId()
  const [from, setFrom] = useTyped(scenario.id, 'move_from', now)
  const [until, setUntil] = useTyped(scenario.id, 'move_until', addDays(watched_until, -1))
  const [left, setLeft] = useTyped(scenario.id, 'move_left', noneLeft)
  const shown = useDeferredValue(projection)
  const asked = useDeferredValue(useMemo(() => (from === '' || until === '' ? null : { from, until }), [from, until]))
  const found = useMemo(() => asked && moveBills(shown.scenario, { today: shown.today, ...asked }), [shown, asked])
  const edit = useMemo((): ScenarioEdit | null => {
    const edits = found?.ok ? [...found.edits].flatMap(([id, one]) => (left.has(id) ? [] : [one])) : []
    return edits.length === 0 ? null : { type: 'batch', edits }
  }, [found, left])
  const tried = useTriedPlan(shown, edit)
  return (
    <>
      <Asked
        note={note}
        sentence={sayWith('ask.move.asked', {
          from: <DayIn label={say('ask.move.from')} date={from} least={now} note={note} isFirst onChange={setFrom} />,
          until: <DayIn label={say('ask.move.until')} date={until} least={now} note={note} onChange={setUntil} />,
        })}
      >
        {(from === '' || until === '') && <p className="problem">{say('ask.whole_day')}</p>}
        {found?.ok === false && <p className="problem">{textOf(found.problems[0]!)}</p>}
        {found?.ok && <Answer answer={found.answer} projection={shown} />}
        {found?.ok && <Before answer={found.answer} projection={shown} />}
        {found?.ok && tried && left.size > 0 && <Then projection={shown} tried={tried} />}
      </Asked>
      {found?.ok && found.answer.moves.length > 0 && (
        <BillMoves moves={found.answer.moves} projection={shown} left={left} onLeft={setLeft} />
      )}
      {found?.ok && <MoveProof answer={found.answer} projection={shown} />}
      {edit && <AnswerActions edit={edit} name={say('ask.move.name')} copy={say('ask.move.what_if')} />}
    </>
  )
}

function Answer({
  answer: { moves, lowest, short_cents, before, until, held_from, below_before },
  projection: { scenario, today },
}: {
  answer: BillsMoved
  projection: Projection
}) {
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const day = (date: string): string => formatDate(date, today)
  const strong = (text: string) => <strong className="font-semibold">{text}</strong>
  const low = { day: day(lowest.date), amount: money(lowest.available_cents) }
  if (moves.length === 0 && short_cents === 0)
    return <p>{say('ask.move.holds', { ...low, until: day(until), from: below_before ? day(held_from) : 'none' })}</p>
  if (moves.length === 0) return <p>{say('ask.move.never', { ...low, short: money(short_cents) })}</p>
  const count = strong(say('ask.move.count', { count: moves.length }))
  if (short_cents > 0)
    return <p>{sayWith('ask.move.short', { ...low, count, short: money(short_cents), before: money(before.available_cents) })}</p>
  return <p>{sayWith('ask.move.found', { ...low, count, before: money(before.available_cents), low: day(before.date) })}</p>
}

/** What is below the floor before the first day that a move changes. */
const Before = ({ answer: { below_before, held_from }, projection: { scenario, today } }: { answer: BillsMoved; projection: Projection }) =>
  below_before && (
    <p>
      {say('ask.move.below_before', {
        from: formatDate(held_from, today),
        day: formatDate(below_before.date, today),
        amount: formatMoney(below_before.available_cents, scenario.currency_code),
      })}
    </p>
  )

function MoveProof({ answer, projection: { scenario, today } }: { answer: BillsMoved; projection: Projection }) {
  const { moves, before, reason, one_fewer, is_proven, stays } = answer
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const day = (date: string): string => formatDate(date, today)
  const because = Object.entries(Object.groupBy(stays, (one) => one.because))
  const lines = [
    ...(one_fewer && moves.length > 1 ? [say('ask.move.fewer', { count: moves.length - 1, amount: money(one_fewer.cents) })] : []),
    ...(is_proven ? [] : [say('ask.move.not_proven')]),
    ...(reason ? [say('ask.move.because', { day: day(before.date), because: lowReasonWords(reason, before.date, day) })] : []),
    ...because.map(([why, rows]) => say('ask.move.stays', { names: rows.map(({ name }) => name).join(', '), why })),
  ]
  return lines.length > 0 ? <Proof lines={lines} /> : null
}
