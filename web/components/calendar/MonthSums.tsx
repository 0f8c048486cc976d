import { setAsideIn } from '../../../core/projection/figures/months.ts'
import { levelOf } from '../../../core/projection/levels.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { formatDate, formatWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say, sayWith } from '../../words/say.ts'
import { inPotsWords } from '../planning/movementWords.ts'
import { levelTone, levelWords } from '../planning/levelWords.ts'

interface Props {
  scenario: Scenario
  /** null: all of the month is before the plan begins. */
  projection: Projection | null
  month: string
  today: string
}

/** The month in a sentence that sums: what comes in, goes out, goes to other accounts and into pots, and its lowest day. */
export default function MonthSums({ scenario, projection, month, today }: Props) {
  const { currency_code, floor_cents, start_date } = scenario
  const found = projection?.months.find((other) => other.month === month)
  if (!projection || !found)
    return <p className="mb-3 text-quiet">{say('calendar.begins_later', { day: formatDate(start_date, today) })}</p>
  const money = (cents: number): string => formatMoney(cents, currency_code)
  const { available_cents, date } = found.lowest
  const level = levelOf(found.lowest, floor_cents)
  const inPots = inPotsWords(found.lowest, money)
  const set_aside = setAsideIn(projection, found)
  const isCut = start_date > `${month}-01`
  return (
    <p className="mb-3 text-quiet">
      {sayWith('calendar.sums', {
        from: isCut ? formatDate(start_date, today) : 'first',
        on: scenario.accounts.length > 0 ? 'several' : 'one',
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
      {isCut && ` ${say('calendar.begins_within')}`}
    </p>
  )
}
