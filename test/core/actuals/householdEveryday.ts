/** What a household's bank has beside its plan: shopping, cash, gifts, and money moved between its own accounts. */
import type { Chance } from '../../../bench/prediction/seeded.ts'
import { dateOf, dayOf } from '../../../core/calendar.ts'
import type { Household, Written } from './household.ts'

const shops: { text: string; cents: [number, number]; a_month: number; is_round?: boolean }[] = [
  { text: 'GREENGROCER MARKET 0412', cents: [800, 12_000], a_month: 8 },
  { text: 'DISCOUNT FOODS', cents: [400, 9_000], a_month: 5 },
  { text: 'FILLUP FUEL STATION 77', cents: [2_500, 8_000], a_month: 3 },
  { text: 'CORNER CAFE', cents: [250, 1_800], a_month: 6 },
  { text: 'PIZZERIA ROMA', cents: [1_500, 6_000], a_month: 2 },
  { text: 'MEGASTORE MARKETPLACE 114-99213', cents: [900, 9_000], a_month: 3 },
  { text: 'VATTENKRAFT ENERGY SHOP', cents: [1_500, 9_000], a_month: 0.15 },
  { text: 'ATM WITHDRAWAL 00219', cents: [2_000, 20_000], a_month: 2.5, is_round: true },
  { text: 'ELECTRONICS WORLD', cents: [5_000, 90_000], a_month: 0.3 },
]

export function everydayOf(found: Household, written: Written, chance: Chance, from: string): void {
  const end = dayOf(found.end_date)!
  for (let day = dayOf(from)!; day < end; day += 1) {
    for (const { text, cents, a_month, is_round } of shops) {
      if (!chance.happens(a_month / 30)) continue
      const amount = is_round
        ? Math.round(chance.whole(cents[0], cents[1]) / 2_000) * 2_000 || 2_000
        : chance.happens(0.2)
          ? Math.floor(chance.whole(cents[0], cents[1]) / 100) * 100 + 99
          : chance.whole(cents[0], cents[1])
      const buy = (): string =>
        written.add({ account: chance.happens(0.15) ? 'CARD' : 'CHECKING', date: dateOf(day), amount_cents: -amount, payee: text })
      buy()
      // The same amount twice on a day, as with cash or coffee.
      if (chance.happens(0.04)) buy()
      if (chance.happens(0.01))
        written.add({ account: 'CHECKING', date: dateOf(day + chance.whole(1, 9)), amount_cents: amount, payee: text })
    }
    if (chance.happens(0.6 / 30))
      written.add({
        account: 'CHECKING',
        date: dateOf(day),
        amount_cents: chance.whole(1, 20) * 1_000,
        payee: chance.oneOf(['ZELLE FROM ANNA KOWALSKI', 'TAX OFFICE REFUND', 'MOBILE CHECK DEPOSIT']),
      })
    if (chance.happens(0.7 / 30)) move(found, written, chance, day)
  }
}

/** Money moved to savings or back, that no plan has. */
function move(found: Household, written: Written, chance: Chance, day: number): void {
  const amount_cents = chance.whole(1, 12) * 5_000
  const apart = chance.whole(0, 4)
  const isOut = chance.happens(0.6)
  const [first, second] = [
    written.add({
      account: isOut ? 'CHECKING' : 'SAVINGS',
      date: dateOf(day),
      amount_cents: -amount_cents,
      payee: isOut ? 'ONLINE TRANSFER TO SAV' : 'ONLINE TRANSFER TO CHK',
    }),
    written.add({
      account: isOut ? 'SAVINGS' : 'CHECKING',
      date: dateOf(day + apart),
      amount_cents,
      payee: isOut ? 'ONLINE TRANSFER FROM CHK' : 'ONLINE TRANSFER FROM SAV',
    }),
  ]
  found.legOf.set(first, second).set(second, first)
}
