import { useDeferredValue, useMemo } from 'react'
import { everydayOfWeek } from '../../../core/spending/everyday.ts'
import { lowReason } from '../../../core/projection/low-reason.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { EverydayFigure } from '../everyday/EverydayFigure.tsx'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say, sayWith } from '../../words/say.ts'
import { levelOf } from '../../../core/projection/levels.ts'
import { levelTone, levelWords } from './levelWords.ts'
import { lowReasonWords } from './lowReasonWords.ts'

/** The end of the sentence about the lowest point: why it is that low, how bad that is, and what lies in pots beside it. */
export default function LowWords({ projection }: { projection: Projection }) {
  // The figures come first; why they are so follows a moment later, so that a slider that is dragged waits for none of it.
  const explained = useDeferredValue(projection)
  const reason = useMemo(() => lowReason(explained), [explained])
  const { lowest_point: lowest, scenario, written, today } = projection
  const { currency_code, floor_cents } = scenario
  const level = levelOf(lowest, floor_cents)
  const aside = lowest.total_cents - lowest.available_cents
  const money = (cents: number): string => formatMoney(cents, currency_code)
  const because = reason ? lowReasonWords(reason, lowest.date, (date) => formatDate(date, today)) : 'none'
  const everyday = everydayOfWeek(written, lowest.date)
  const counts = everyday > 0 && (
    <>
      {' '}
      {sayWith('plan.low.everyday', { amount: <EverydayFigure scenario={written} date={lowest.date} today={today} cents={everyday} /> })}
    </>
  )
  if (level === 'in_pots') {
    const short = <strong className="font-semibold text-amber">{say('plan.low.short', { amount: money(-lowest.available_cents) })}</strong>
    return (
      <>
        {sayWith('plan.low.end_in_pots', { because, short, aside: money(aside), total: money(lowest.total_cents) })}
        {counts}
      </>
    )
  }
  const how = <strong className={`font-semibold ${levelTone[level]}`}>{levelWords(level, floor_cents)}</strong>
  return (
    <>
      {sayWith('plan.low.end', { because, level, how })}
      {level !== 'fine' && aside > 0 && ` ${say('plan.low.aside', { aside: money(aside) })}`}
      {counts}
    </>
  )
}
