import { useDeferredValue, useMemo } from 'react'
import { lowReason } from '../../../core/projection/low-reason.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { levelOf, levelTone, levelWords } from './figures.ts'
import { lowReasonWords } from './lowReasonWords.ts'

/** The end of the sentence about the lowest point: why it is that low, how bad that is, and what lies in pots beside it. */
export default function LowWords({ projection }: { projection: Projection }) {
  // The figures come first; why they are so follows a moment later, so that a slider that is dragged waits for none of it.
  const explained = useDeferredValue(projection)
  const reason = useMemo(() => lowReason(explained), [explained])
  const { lowest_point: lowest, scenario, today } = projection
  const { currency_code, floor_cents } = scenario
  const level = levelOf(lowest, floor_cents)
  const aside = lowest.total_cents - lowest.available_cents
  return (
    <>
      {reason && `, ${lowReasonWords(reason, lowest.date, (date) => formatDate(date, today))}`}
      {level === 'in_pots' ? (
        <>
          : <strong className="font-semibold text-amber">{formatMoney(-lowest.available_cents, currency_code)} short in what is free</strong>; {formatMoney(aside, currency_code)} lies in pots, so {formatMoney(lowest.total_cents, currency_code)} is on the account.
        </>
      ) : (
        <>
          {level !== 'fine' && <>, <strong className={`font-semibold ${levelTone[level]}`}>{levelWords(level, floor_cents)}</strong></>}.
          {level !== 'fine' && aside > 0 && ` ${formatMoney(aside, currency_code)} lies in pots beside it.`}
        </>
      )}
    </>
  )
}
