/**
 * Households of our own, for the rhythms that the other data lacks: weekly to yearly, twice a month, nth weekday, last day. Their series are
 * disturbed as berka's are, their payees written as banks write them, and groceries, coffee, restaurants and cash stand between.
 */
import { dateOf, dayOf } from '../../core/calendar.ts'
import type { Schedule } from '../../core/schedule/rule.ts'
import { occurrences } from '../../core/schedule/schedule.ts'
import { disturbed, fatesOf } from './disturb.ts'
import type { Ledger } from './ledger.ts'
import { chanceOf, type Chance } from './seeded.ts'

export const own_from = '2021-01-04'
export const own_until = '2025-12-31'

export interface Rhythm {
  name: string
  /** Days between two charges, on average. */
  period: number
  make: (chance: Chance, from: string) => { schedule: Schedule; anchor: string }
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR'] as const
const dayIn = (chance: Chance, from: string, span: number): string => dateOf(dayOf(from)! + chance.whole(0, span - 1))
const every = (count: number, unit: 'week' | 'month' | 'year', period: number) => ({
  period,
  make: (chance: Chance, from: string) => ({ schedule: { every: count, unit }, anchor: dayIn(chance, from, Math.ceil(period)) }),
})

export const rhythms: readonly Rhythm[] = [
  { name: 'weekly', ...every(1, 'week', 7) },
  { name: 'every two weeks', ...every(2, 'week', 14) },
  { name: 'every four weeks', ...every(4, 'week', 28) },
  {
    name: 'twice a month',
    period: 15,
    make: (chance, from) => ({
      schedule: {
        every: 1,
        unit: 'month',
        on: chance.oneOf([
          [1, 15],
          [15, -1],
          [5, 20],
          [10, 25],
        ]),
      },
      anchor: from,
    }),
  },
  { name: 'monthly', ...every(1, 'month', 30) },
  { name: 'last day', period: 30, make: (_chance, from) => ({ schedule: { every: 1, unit: 'month', on: [-1] }, anchor: from }) },
  {
    name: 'nth weekday',
    period: 30,
    make: (chance, from) => ({
      schedule: { every: 1, unit: 'month', on: [`${chance.oneOf(['1', '2', '3', '-1'])}${chance.oneOf(weekdays)}`] },
      anchor: from,
    }),
  },
  { name: 'every two months', ...every(2, 'month', 61) },
  { name: 'quarterly', ...every(3, 'month', 91) },
  { name: 'half-yearly', ...every(6, 'month', 183) },
  { name: 'yearly', ...every(1, 'year', 365) },
]

const first = [
  'Nord',
  'Blue',
  'River',
  'Oak',
  'Sun',
  'Iron',
  'Maple',
  'Harbor',
  'Stone',
  'Cloud',
  'Silver',
  'Amber',
  'Falcon',
  'Cedar',
  'Meadow',
  'Polar',
]
const second = [
  'Energy',
  'Fitness',
  'Insurance',
  'Telecom',
  'Media',
  'Rentals',
  'Water',
  'Club',
  'Music',
  'Software',
  'Lending',
  'School',
  'Parking',
  'Cleaning',
  'Payroll',
  'Storage',
]
const towns = ['AUSTIN TX', 'BOSTON MA', 'SAN JOSE CA', 'DENVER CO', 'PORTLAND OR']

/** How a bank writes the same payee from charge to charge: numbers that change, dates, card tails, towns. */
function writer(name: string, chance: Chance): (date: string) => string {
  const town = chance.oneOf(towns)
  const customer = chance.whole(100_000, 999_999)
  const way = chance.whole(0, 5)
  return (date) => {
    const reference = chance.whole(10_000_000, 99_999_999)
    if (way === 0) return name
    if (way === 1) return `${name.toUpperCase()} REF ${reference}`
    if (way === 2) return `POS PURCHASE ${date.slice(5, 7)}/${date.slice(8)} ${name.toUpperCase()} #${reference % 10_000} ${town}`
    if (way === 3) return `DIRECT DEBIT ${name} ${customer}`
    if (way === 4) return `PAYPAL *${name.replace(' ', '').toUpperCase()}`
    return `CARD XXXX${customer % 10_000} ${name.replace(' ', '').toUpperCase()}.COM ${reference}`
  }
}

/** `households` accounts, each with every rhythm once and two of them again at the same payee, from a date to own_until. */
export function ownLedger(seed: number, households: number, from = own_from): Ledger & { rhythmOf: Map<string, Rhythm> } {
  const chance = chanceOf(seed)
  const ledger = {
    transactions: [] as Ledger['transactions'],
    seriesOf: new Map<string, string>(),
    neutral: new Set<string>(),
    rhythmOf: new Map<string, Rhythm>(),
  }
  const [start, end] = [dayOf(from)!, dayOf(own_until)!]
  const add = (account: string, day: number, amount_cents: number, payee: string): string => {
    const id = `${seed}-${ledger.transactions.length}`
    ledger.transactions.push({ id, date: dateOf(day), amount_cents, payee, memo: '', account })
    return id
  }
  const series_each = rhythms.length + 2
  const fates = fatesOf(households * series_each, chance)
  for (let household = 0; household < households; household += 1) {
    const account = `household ${household}`
    const names = new Set<string>()
    const nameAfresh = (): string => {
      for (;;) {
        const name = `${chance.oneOf(first)} ${chance.oneOf(second)}`
        if (names.has(name)) continue
        names.add(name)
        return name
      }
    }
    const series = [...rhythms, chance.oneOf(rhythms), chance.oneOf(rhythms)]
    let write = writer(nameAfresh(), chance)
    series.forEach((rhythm, index) => {
      // The last two share their payee with the one before each.
      if (index < rhythms.length) write = writer(nameAfresh(), chance)
      const { schedule, anchor } = rhythm.make(chance, from)
      const isIncome = rhythm.period <= 30 && chance.happens(0.15)
      const begins = rhythm.period < 100 && chance.happens(0.4) ? dateOf(start + chance.whole(0, Math.floor((end - start) / 2))) : from
      const days = occurrences({ schedule, due_date: anchor, exceptions: {} }, begins, dateOf(end + 40)).map(({ nominal_date }) =>
        dayOf(nominal_date)!,
      )
      const amount = Math.round(Math.exp(chance.between(Math.log(400), Math.log(200_000))))
      const name = `${account} ${index}`
      ledger.rhythmOf.set(name, rhythm)
      for (const charge of disturbed(
        days.map((day) => ({ day, amount_cents: amount })),
        fates[household * series_each + index]!,
        chance,
      )) {
        if (charge !== null && charge.day <= end)
          ledger.seriesOf.set(add(account, charge.day, charge.amount_cents * (isIncome ? 1 : -1), write(dateOf(charge.day))), name)
      }
    })
    spend(chance, start, end, (day, amount_cents, payee) => add(account, day, -amount_cents, payee))
  }
  return ledger
}

/** What repeats by nobody's will. */
function spend(chance: Chance, start: number, end: number, pay: (day: number, amount_cents: number, payee: string) => void): void {
  const around = (middle: number, spread: number): number => Math.max(50, Math.round(middle * Math.exp(spread * chance.normal())))
  const habits: [string, number, number, () => number][] = [
    ['FRESH MARKET', 2, 8, () => around(6_500, 0.5)],
    ['CORNER GROCER', 3, 14, () => around(3_000, 0.6)],
    ['BEAN STREET COFFEE', 1, 5, () => chance.oneOf([350, 420, 480, 480, 890])],
    ['TRATTORIA ROMA', 10, 50, () => around(4_200, 0.4)],
    ['NOODLE HOUSE', 7, 60, () => around(1_900, 0.3)],
    ['FUEL STOP', 6, 16, () => around(5_200, 0.2)],
    ['ONLINE BAZAAR', 2, 30, () => around(2_700, 0.9)],
    ['CASH WITHDRAWAL', 4, 25, () => 2_000 * chance.whole(1, 10)],
    ['CITY PHARMACY', 10, 70, () => around(1_500, 0.6)],
  ]
  for (const [payee, least, most, amount] of habits) {
    for (let day = start + chance.whole(0, most); day <= end; day += chance.whole(least, most))
      pay(day, amount(), `${payee} ${chance.whole(100, 999)}`)
  }
}
