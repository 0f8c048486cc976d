/** A day of a chart in words: what is there at its end, what comes and goes. */
import { dateOf } from '../../../core/calendar.ts'
import { movementsBetween, type Movement } from '../../../core/projection/movements.ts'
import { formatShortWeekday } from '../../format/date.ts'
import { formatChange, formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { movementWords } from '../planning/movementWords.ts'
import { levelOf, levelSaid, type Level } from '../../../core/projection/levels.ts'
import { levelWords } from '../planning/levelWords.ts'
import type { ChartSeries } from './series.ts'
import { everything, lineOf } from './lines.ts'
import type { SureBand } from './sure.ts'

export interface DayWords {
  date: string
  /** One a line that has this day. */
  balances: { id: string; name: string; text: string; level: Level; below: string; aside: string | null; range: string | null }[]
  /** Of the first line, in order, a few of them. */
  payments: { key: string; text: string }[]
  more: number
}

const named = 4

/** `sure`: between what the only line lies. */
export function dayWords(series: readonly ChartSeries[], day: number, today: string, sure: SureBand | null = null): DayWords {
  const date = dateOf(day)
  const next = dateOf(day + 1)
  const first = series[0]!.projection
  const { currency_code } = first.scenario
  const money = (cents: number): string => formatMoney(cents, currency_code)
  const payments = movementsOn(series[0]!, date, next).map(({ cents, ...movement }, nth) => ({
    key: `${nth} ${movement.kind}`,
    text: `${movementWords(movement)} ${formatChange(cents, currency_code)}`,
  }))
  return {
    date: date === today ? say('charts.today', { day: formatShortWeekday(date, today) }) : formatShortWeekday(date, today),
    balances: series.flatMap((one) => {
      const { id, name } = one
      const { start_day, day_count, available_cents, total_cents, floor_cents, isLimit } = lineOf(one)
      const at = day - start_day
      if (at < 0 || at >= day_count) return []
      const cents = available_cents[at]!
      const aside = total_cents[at]! - cents
      const level =
        floor_cents === null
          ? 'fine'
          : levelSaid(levelOf({ available_cents: cents, total_cents: total_cents[at]! }, floor_cents), floor_cents)
      const below = level !== 'fine' && isLimit ? say('charts.over_limit') : levelWords(level, floor_cents ?? 0)
      return [{ id, name, text: money(cents), level, below, aside: aside > 0 ? money(aside) : null, range: rangeOn(sure, day, money) }]
    }),
    payments: payments.slice(0, payments.length > named + 1 ? named : named + 1),
    more: payments.length > named + 1 ? payments.length - named : 0,
  }
}

function rangeOn(sure: SureBand | null, day: number, money: (cents: number) => string): string | null {
  const [low, high] = [sure?.low_cents[day - sure.start_day], sure?.high_cents[day - sure.start_day]]
  return low === undefined || high === undefined || low === high ? null : say('charts.sure_day', { low: money(low), high: money(high) })
}

/** All that moves on a day but the balance itself, which is there as it begins; of another account what changes it. */
function movementsOn({ projection, account_id }: ChartSeries, date: string, next: string): (Movement & { cents: number })[] {
  const movements = movementsBetween(projection, date, next).filter(({ kind }) => kind !== 'balance')
  if (account_id === undefined)
    return movements.flatMap((movement) =>
      movement.available_cents === 0 && movement.pot_cents === 0 && movement.accounts.length > 0
        ? []
        : [{ ...movement, cents: movement.available_cents }],
    )
  if (account_id === everything) {
    // What only moves between accounts and pots changes nothing of them together.
    const all = movements.map((movement) => ({
      ...movement,
      cents: movement.available_cents + movement.pot_cents + movement.accounts.reduce((sum, { cents }) => sum + cents, 0),
    }))
    return all.filter(({ cents }) => cents !== 0)
  }
  return movements.flatMap((movement) =>
    movement.accounts.flatMap(({ account_id: of, cents }) => (of === account_id ? [{ ...movement, cents }] : [])),
  )
}

/** The same as one sentence, for who hears it. */
export function spoken({ date, balances, payments, more }: DayWords): string {
  const there =
    balances
      .map(
        ({ name, text, below, range }) =>
          `${balances.length > 1 ? `${name} ` : ''}${text}${below && `, ${below}`}${range ? `, ${range}` : ''}`,
      )
      .join('; ') || say('charts.no_balance')
  const moves = [...payments.map(({ text }) => text), ...(more > 0 ? [say('charts.more', { more })] : [])].join(', ')
  return say('charts.spoken', { date, there, moves: moves || 'none' })
}
