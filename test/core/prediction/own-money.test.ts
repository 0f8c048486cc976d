/** Of two payments of one sum, the one that arrived on another own account is own money, and the other one is a bill. */
import { expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { dateOf, dayOf, firstOfMonth, monthOf } from '../../../core/calendar.ts'
import { predictBills, type AccountTransaction } from '../../../core/prediction/predictBills.ts'
import { today } from './charges.ts'
import { seeded } from '../runs.ts'

const end = dayOf(today)!

it('a bill of the sum that is put by near its day stays a bill, however little of the other account was read', () => {
  for (let seed = 1; seed <= seeded(60); seed += 1) {
    const chance = chanceOf(seed * 59)
    const cents = chance.whole(10, 300) * 100
    const [bill, sent, months] = [chance.whole(5, 12), chance.whole(5, 12), chance.oneOf([3, 6, 24])]
    const days = chance.oneOf([0, 0, 1])
    // Where the bill is as near to the arrival as what was sent, the texts tell.
    const arrives = sent + days
    if (Math.abs(arrives - bill) < days) continue
    const rows: AccountTransaction[] = []
    const add = (day: number, amount_cents: number, payee: string, account: string): void =>
      void (day <= end && rows.push({ id: String(rows.length), date: dateOf(day), amount_cents, payee, memo: '', account }))
    for (let month = monthOf(end) - 24; month <= monthOf(end); month += 1) {
      const first = firstOfMonth(month) - 1
      add(first + bill, -cents, 'TELEKOM MOBIL', 'A')
      add(first + sent, -cents, 'ERIKA MUSTER TAGESGELD', 'A')
      if (month > monthOf(end) - months) add(first + arrives, cents, 'ERIKA MUSTER', 'B')
    }
    rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    const found = predictBills(rows, today).filter(({ state }) => state !== 'lapsed')
    expect(
      found.map(({ direction, transaction_ids }) => [direction, rows.find(({ id }) => id === transaction_ids[0])!.payee]),
      `seed ${seed}`,
    ).toEqual([['out', 'TELEKOM MOBIL']])
  }
})
