/** A day of a chart in words: what is there at its end, what comes and goes. */
import { dateOf } from '../../../core/calendar.ts'
import { movementsBetween, type Movement } from '../../../core/projection/movements.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatShortWeekday } from '../../format/date.ts'
import { formatChange, formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { movementWords } from '../ahead/movementWords.ts'
import { levelOf, levelSaid, levelWords, type Level } from '../planning/figures.ts'
import type { ChartSeries } from './BalanceChart.tsx'

export interface DayWords {
  date: string
  /** One a line that has this day. */
  balances: { id: string; name: string; text: string; level: Level; below: string; aside: string | null }[]
  /** Of the first line, in order, a few of them. */
  payments: { key: string; text: string }[]
  more: number
}

const named = 4

export function dayWords(series: readonly ChartSeries[], day: number, today: string): DayWords {
  const date = dateOf(day)
  const next = dateOf(day + 1)
  const first = series[0]!.projection
  const { currency_code } = first.scenario
  const money = (cents: number): string => formatMoney(cents, currency_code)
  const payments = movementsOn(first, date, next).map((movement, nth) => ({
    key: `${nth} ${movement.kind}`,
    text: `${movementWords(movement)} ${formatChange(movement.available_cents, currency_code)}`,
  }))
  return {
    date: date === today ? say('charts.today', { day: formatShortWeekday(date, today) }) : formatShortWeekday(date, today),
    balances: series.flatMap(({ id, name, projection }) => {
      const at = day - projection.start_day
      if (at < 0 || at >= projection.day_count) return []
      const cents = projection.available_cents[at]!
      const aside = projection.total_cents[at]! - cents
      const { floor_cents } = projection.scenario
      const level = levelSaid(levelOf({ available_cents: cents, total_cents: projection.total_cents[at]! }, floor_cents), floor_cents)
      return [{ id, name, text: money(cents), level, below: levelWords(level, floor_cents), aside: aside > 0 ? money(aside) : null }]
    }),
    payments: payments.slice(0, payments.length > named + 1 ? named : named + 1),
    more: payments.length > named + 1 ? payments.length - named : 0,
  }
}

/** All that moves on a day but the balance itself, which is there as it begins. */
const movementsOn = (projection: Projection, date: string, next: string): Movement[] => movementsBetween(projection, date, next).filter(({ kind }) => kind !== 'balance')

/** The same as one sentence, for who hears it. */
export function spoken({ date, balances, payments, more }: DayWords): string {
  const there = balances.map(({ name, text, below }) => `${balances.length > 1 ? `${name} ` : ''}${text}${below && `, ${below}`}`).join('; ') || say('charts.no_balance')
  const moves = [...payments.map(({ text }) => text), ...(more > 0 ? [say('charts.more', { more })] : [])].join(', ')
  return say('charts.spoken', { date, there, moves: moves || 'none' })
}
