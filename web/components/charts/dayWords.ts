/** A day of a chart in words: what is there at its end, what comes and goes. */
import { dateOf } from '../../../core/calendar.ts'
import { movementsBetween, type Movement } from '../../../core/projection/movements.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatShortWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { movementWords } from '../ahead/movementWords.ts'
import type { ChartSeries } from './BalanceChart.tsx'
import { belowWords } from './drawing.ts'

export interface DayWords {
  date: string
  /** One a line that has this day. */
  balances: { id: string; name: string; text: string; below: string; aside: string | null }[]
  /** Of the first line, in order, a few of them. */
  payments: { key: string; text: string }[]
  more: number
}

const named = 4

export function dayWords(series: readonly ChartSeries[], day: number, today: string): DayWords {
  const date = dateOf(day)
  const next = dateOf(day + 1)
  const first = series[0]!.projection
  const money = (cents: number): string => formatMoney(cents, first.scenario.currency_code)
  const payments = movementsOn(first, date, next).map((movement, nth) => ({
    key: `${nth} ${movement.kind}`,
    text: `${movementWords(movement)} ${movement.available_cents > 0 ? '+' : ''}${money(movement.available_cents)}`,
  }))
  return {
    date: date === today ? `Today, ${formatShortWeekday(date, today)}` : formatShortWeekday(date, today),
    balances: series.flatMap(({ id, name, projection }) => {
      const at = day - projection.start_day
      if (at < 0 || at >= projection.day_count) return []
      const cents = projection.available_cents[at]!
      const aside = projection.total_cents[at]! - cents
      const { floor_cents } = projection.scenario
      return [{ id, name, text: money(cents), below: belowWords({ available_cents: cents, total_cents: projection.total_cents[at]! }, floor_cents), aside: aside > 0 ? money(aside) : null }]
    }),
    payments: payments.slice(0, payments.length > named + 1 ? named : named + 1),
    more: payments.length > named + 1 ? payments.length - named : 0,
  }
}

/** All that moves on a day but the balance itself, which is there as it begins. */
const movementsOn = (projection: Projection, date: string, next: string): Movement[] => movementsBetween(projection, date, next).filter(({ kind }) => kind !== 'balance')

/** The same as one sentence, for who hears it. */
export function spoken({ date, balances, payments, more }: DayWords): string {
  const there = balances.map(({ name, text, below }) => `${balances.length > 1 ? `${name} ` : ''}${text}${below}`).join('; ')
  const moves = [...payments.map(({ text }) => text), ...(more > 0 ? [`${more} more`] : [])].join(', ')
  return `${date}: ${there || 'no balance'}${moves ? `. ${moves}` : ''}`
}
