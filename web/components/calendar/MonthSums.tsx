import { levelOf } from '../../../core/projection/levels.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { inPotsWords } from '../ahead/movementWords.ts'
import { levelTone, levelWords } from '../planning/figures.ts'

/** The month in a sentence: what comes in, what goes out, and its lowest day. */
export function MonthSums({ projection, month }: { projection: Projection; month: string }) {
  const { currency_code, floor_cents } = projection.scenario
  const found = projection.months.find((other) => other.month === month)
  if (!found) return <p className="mb-3 text-quiet">This plan begins later.</p>
  const money = (cents: number): string => formatMoney(cents, currency_code)
  const { available_cents, date } = found.lowest
  const level = levelOf(found.lowest, floor_cents)
  const aside = inPotsWords(found.lowest, money)
  // What went into pots in this month, less what came out of them.
  const set_aside = found.allocated_cents - found.released_cents - found.out_from_pots_cents
  return (
    <p className="mb-3 text-quiet">
      <span className="money">{money(found.in_cents)}</span> comes in and <span className="money">{money(found.out_cents)}</span> goes out{set_aside !== 0 && <>, <span className="money">{money(Math.abs(set_aside))}</span> {set_aside > 0 ? 'more goes into pots than comes out' : 'more comes out of pots than goes in'}</>}. Lowest is{' '}
      <span className="money font-semibold text-ink">{money(available_cents)}</span> on {formatWeekday(date)}
      {level !== 'fine' && <strong className={`font-semibold ${levelTone[level]}`}>, {levelWords(level, floor_cents)}</strong>}{aside && `: ${aside}`}.
    </p>
  )
}
