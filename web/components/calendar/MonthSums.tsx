import { setAsideIn } from '../../../core/projection/figures/months.ts'
import { levelOf } from '../../../core/projection/levels.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate, formatWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say, sayWith } from '../../words/say.ts'
import { inPotsWords } from '../planning/movementWords.ts'
import { levelTone, levelWords } from '../planning/levelWords.ts'

/** The month in a sentence that sums: what comes in, goes out, goes to other accounts and into pots, and its lowest day. */
export default function MonthSums({ projection, month }: { projection: Projection; month: string }) {
  const { currency_code, floor_cents } = projection.scenario
  const found = projection.months.find((other) => other.month === month)
  if (!found) return <p className="mb-3 text-quiet">{say('calendar.begins_later')}</p>
  const money = (cents: number): string => formatMoney(cents, currency_code)
  const { available_cents, date } = found.lowest
  const level = levelOf(found.lowest, floor_cents)
  const inPots = inPotsWords(found.lowest, money)
  const set_aside = setAsideIn(projection, found)
  return (
    <p className="mb-3 text-quiet">
      {sayWith('calendar.sums', {
        from: projection.start_date > `${month}-01` ? formatDate(projection.start_date, projection.today) : 'first',
        comes: <span className="money">{money(found.in_cents)}</span>,
        goes: <span className="money">{money(found.out_cents)}</span>,
        moves: found.moved_cents < 0 ? 'out' : found.moved_cents > 0 ? 'in' : 'none',
        moved: <span className="money">{money(Math.abs(found.moved_cents))}</span>,
        pots: set_aside > 0 ? 'fill' : set_aside < 0 ? 'empty' : 'rest',
        aside: <span className="money">{money(Math.abs(set_aside))}</span>,
        lowest: <span className="money font-semibold text-ink">{money(available_cents)}</span>,
        date: formatWeekday(date),
        level,
        how: <strong className={`font-semibold ${levelTone[level]}`}>{levelWords(level, floor_cents)}</strong>,
        hasPots: inPots === '' ? 'no' : 'yes',
        inPots,
      })}
    </p>
  )
}
