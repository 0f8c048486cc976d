/** Figure: what bills are due from now to before the next payday, whichever way they are paid. */
import { dateOf, dayOf } from '../../calendar.ts'
import { summedPostings } from '../contributions.ts'
import { dueAmount } from '../due-amounts.ts'
import type { Explanation } from '../explanation.ts'
import { firstFrom } from '../layout.ts'
import { outward } from '../posting.ts'
import type { DueBeforePayday, Projection, Simulated } from '../projection.ts'
import { readNextPayday } from './next-payday.ts'

/** How far bills count where there is no payday. */
const due_days = 30

export function readDueBeforePayday(simulated: Simulated): DueBeforePayday {
  const { now, counted, start_day, rows, income_count, setup } = simulated
  const payday = readNextPayday(simulated)
  const until = payday ? dayOf(payday.date)! : start_day + Math.min(now + due_days, counted)
  let amount_cents = 0
  let count = 0
  for (let which = income_count; which < rows.length; which += 1) {
    const dates = setup.calendar.dates[which]!
    const { effective } = dates
    for (let index = firstFrom(dates, start_day + now); index < effective.length && effective[index]! < until; index += 1) {
      amount_cents += dueAmount(setup.amounts, which, index)
      count += 1
    }
  }
  return { amount_cents, count, until: dateOf(until) }
}

export function explainDueBeforePayday(projection: Projection): Explanation | null {
  const { now, start_day, due_before_payday } = projection
  const until = dayOf(due_before_payday.until)! - start_day
  return summedPostings(projection, ({ rule, day }) => rule === 'bill' && day >= now && day < until, outward)
}
