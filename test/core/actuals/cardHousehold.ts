/** A household that pays groceries, fuel and more with a card, as the files of its bank and of its card have it. */
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { cardDues } from '../../../core/accounts/card-dates.ts'
import type { Card } from '../../../core/accounts/account.ts'
import { addDays, dateOf, dayOf } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'

export interface CardHousehold {
  card: Card
  /** What stands on the main account and on the card; by day. */
  main: AccountTransaction[]
  own: AccountTransaction[]
  /** The last day of both. */
  today: string
  /** What is there as that day ends. */
  main_cents: number
  card_cents: number
}

const shops: [string, number, number, number][] = [
  ['GREENGROCER MARKET 0412', 1_500, 6_000, 6],
  ['FILLUP FUEL STATION 77', 3_000, 7_000, 2],
  ['CORNER CAFE', 300, 1_500, 5],
  ['BOOKS AND TOYS', 900, 4_000, 1.5],
]

/** Its card is paid in full by the main account. A tenth of what is bought is paid from there. */
export function cardHousehold(seed: number, months = 8): CardHousehold {
  const chance = chanceOf(seed)
  const card: Card = {
    closing_day: chance.whole(1, 28),
    due_day: chance.whole(1, 28),
    shift: chance.oneOf([null, 'after'] as const),
    paid_from_account_id: null,
    pays: 'statement',
    minimum_percent: 0,
    minimum_cents: 0,
    fixed_cents: 0,
    statement_cents: null,
  }
  const first = dayOf('2025-03-01')! + chance.whole(0, 27)
  const last = first + months * 30 + chance.whole(0, 29)
  const all: AccountTransaction[] = []
  const put = (account: string, day: number, amount_cents: number, payee: string): void => {
    if (day <= last) all.push({ id: `t${String(all.length).padStart(5, '0')}`, account, date: dateOf(day), amount_cents, payee, memo: '' })
  }
  for (let day = first; day <= last; day += 1)
    for (const [payee, low, high, a_month] of shops)
      if (chance.happens(a_month / 30)) put(chance.happens(0.9) ? 'CARD' : 'MAIN', day, -chance.whole(low, high), payee)
  const owedBefore = chance.whole(5_000, 30_000)
  const cardOn = (day: number): number =>
    all.reduce((sum, one) => (one.account === 'CARD' && dayOf(one.date)! <= day ? sum + one.amount_cents : sum), 0 - owedBefore)
  const words = chance.oneOf(['VISA AUTOPAY', 'KREDITKARTENABRECHNUNG VISA', 'VISA CARD PAYMENT'])
  for (const { day, closing_day } of cardDues(card, {}, first, last + 1)) {
    const came = all.reduce((sum, one) => {
      const on = dayOf(one.date)!
      return one.account === 'CARD' && one.amount_cents > 0 && on > closing_day && on < day ? sum + one.amount_cents : sum
    }, 0)
    const cents = Math.max(0, 0 - cardOn(closing_day) - came)
    if (cents === 0) continue
    put('MAIN', day, -cents, words)
    put('CARD', day, cents, 'PAYMENT THANK YOU')
  }
  for (let month = dayOf('2025-03-01')!; month <= last; month += 1) {
    const date = dateOf(month)
    if (month < first) continue
    if (date.endsWith('-01')) put('MAIN', month, -90_000, 'HARBOUR PROPERTIES')
    if (date.endsWith('-28')) put('MAIN', month, 260_000, 'NORTHWIND PAYROLL')
  }
  const sorted = all.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const of = (account: string): AccountTransaction[] => sorted.filter((one) => one.account === account)
  const sum = (list: AccountTransaction[]): number => list.reduce((total, { amount_cents }) => total + amount_cents, 0)
  return {
    card,
    main: of('MAIN'),
    own: of('CARD'),
    today: addDays(dateOf(last), 0),
    main_cents: 100_000 + sum(of('MAIN')),
    card_cents: 0 - owedBefore + sum(of('CARD')),
  }
}
