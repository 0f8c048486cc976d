import { addDays } from '../../../core/calendar.ts'
import { dayLines, type DayLine, type DayLines } from '../../../core/payments/day-lines.ts'
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { everydayTest } from './everyday.ts'

/** The lines of a day without its everyday spending, which stands by itself; what pots pay of it stays. */
export function linesBeside(projection: Projection, date: string, payments: readonly DatedPayment[]): DayLines | undefined {
  const isEveryday = everydayTest(projection.scenario)
  const stays = ({ payment, movement }: DayLine): boolean =>
    payment === null ? movement.kind !== 'bill' || movement.row === null || !isEveryday(movement.row) : !isEveryday(payment)
  const [day] = dayLines(projection, date, addDays(date, 1), payments)
  return day && { ...day, lines: day.lines.filter(stays) }
}
