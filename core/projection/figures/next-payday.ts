/** Figure: the first day after today on which more than 0 comes onto the main account. */
import { dateOf, dayOf } from '../../calendar.ts'
import { lastDayOf, one_year } from '../../horizon.ts'
import { dueAmount } from '../due-amounts.ts'
import { firstFrom } from '../layout.ts'
import { main } from '../posting.ts'
import type { Simulated } from '../simulated.ts'
import type { Payday } from './figure.ts'

export function readNextPayday({ scenario, setup, today, now, counted }: Simulated): Payday | null {
  const { incomes } = scenario
  const { occurrences, amounts } = setup
  const { dates, start_day } = occurrences
  const last = Math.min(lastDayOf(start_day + now, one_year) + 1, start_day + counted)
  let payday = last
  const isOnMain = (which: number): boolean => setup.places.to[which] === main
  const onPayday = incomes.map((_, which) => {
    if (!isOnMain(which)) return Infinity
    const { effective } = dates[which]!
    let index = firstFrom(dates[which]!, Math.max(start_day, dayOf(today)! + 1))
    while (index < effective.length && dueAmount(amounts, which, index) === 0) index += 1
    payday = Math.min(payday, effective[index] ?? Infinity)
    return index
  })
  if (payday === last) return null
  let amount_cents = 0
  const income_ids: string[] = []
  incomes.forEach(({ id }, which) => {
    if (!isOnMain(which)) return
    const { effective } = dates[which]!
    for (let index = onPayday[which]!; effective[index] === payday; index += 1) {
      amount_cents += dueAmount(amounts, which, index)
      income_ids.push(id)
    }
  })
  return { date: dateOf(payday), amount_cents, income_ids: [...new Set(income_ids)] }
}
