/** Whether the ranges of plans made of a year of generated bank transactions hold what comes in the month after it. */
import { addDays, dayOf } from '../../core/calendar.ts'
import type { AccountTransaction } from '../../core/prediction/history.ts'
import { chanceOf } from '../prediction/seeded.ts'
import type { Part } from '../report.ts'
import { asCame, days_ahead, meanOf } from './asCame.ts'

const first_day = '2025-01-01'
const days_before = 365
const households = 600
/** Seeds begin here; rules were never tried on them. */
const first_seed = 40_001

export function benchLivedHouseholds(): Part {
  const cutoff_day = dayOf(first_day)! + days_before
  const cases = Array.from({ length: households }, (_, nth) => asCame(livedHousehold(first_seed + nth), { cutoff_day })).filter(
    (one) => one !== null,
  )
  const { low, lowHeld, ownLow, lowFairly, days, brier, always, often } = meanOf(cases)
  const from = `${cases.length} households`
  const between = (name: string, value: number) => [
    { name: `${name}, at least`, value, unit: '' as const, bound: { at: 'least' as const, value: 0.78 }, from },
    { name: `${name}, at most`, value, unit: '' as const, bound: { at: 'most' as const, value: 0.82 }, from },
  ]
  return {
    title: 'Ranges: plans made of a year at the bank of generated households, against the month after it',
    findings: [...between('days', days), ...between('lowest points', lowHeld)],
    table: [
      ['', 'held', 'CRPS or Brier'],
      ['days', days.toFixed(3), ''],
      ['lowest points', lowHeld.toFixed(3), low.toFixed(3)],
      ['lowest points, of the runs themselves', ownLow.toFixed(3), ''],
      ['lowest points, ends of the band shared out', lowFairly.toFixed(3), ''],
      ['below a quarter of a month’s outflow', often.toFixed(3), `${brier.toFixed(4)} (always ${always.toFixed(4)})`],
    ],
    notes: [
      'CRPS in monthly outflows.',
      'Where many runs have today’s balance as their lowest point, the band ends there and holds all of them: so a band that is right holds as much of what comes as of its own runs.',
    ],
    measured: cases,
  }
}

/** Pay, rent and bills by the month, shopping a few times a week, cash now and then, a large purchase about every second month; a third are paid by the job too. */
function livedHousehold(seed: number): AccountTransaction[] {
  const { next, whole, between } = chanceOf(seed)
  const all: AccountTransaction[] = []
  const move = (day: number, cents: number, payee: string): void =>
    void all.push({
      id: `${seed}-${all.length}`,
      date: addDays(first_day, day),
      amount_cents: Math.round(cents),
      payee,
      memo: '',
      account: 'A',
    })
  const days = days_before + days_ahead
  const pay = whole(180_000, 420_000)
  /** Mostly about 1, now and then 3. */
  const varied = (): number => Math.exp((next() + next() + next() - 1.5) * 0.9)
  move(0, pay * between(0.5, 2), 'OPENING DEPOSIT')
  const monthly = (payee: string, cents: number, spread: number): void => {
    const on = whole(0, 27)
    for (let month = 0; month < 14; month += 1) {
      const day = on + Math.round(month * 30.44)
      if (day < days) move(day, cents * (1 + between(-spread, spread)), payee)
    }
  }
  monthly('ACME PAYROLL', pay, seed % 4 === 0 ? 0.1 : 0)
  monthly('CITY FLATS RENT', -pay * 0.3, 0)
  for (const payee of ['PHONE COMPANY', 'INSURANCE MUTUAL', 'POWER AND GAS'].slice(0, whole(1, 3)))
    monthly(payee, -pay * between(0.01, 0.05), payee.startsWith('POWER') ? 0.3 : 0)
  const [shops, cash, large, jobs] = [between(0.2, 0.5), between(0.02, 0.12), between(0.005, 0.03), seed % 3 === 0 ? between(0.03, 0.1) : 0]
  for (let day = 0; day < days; day += 1) {
    if (next() < shops) move(day, -pay * 0.02 * varied(), ['LIDL', 'REWE', 'CORNER SHOP', 'PIZZERIA ROMA'][whole(0, 3)]!)
    if (next() < cash) move(day, -pay * 0.05 * varied(), 'CASH WITHDRAWAL')
    if (next() < large) move(day, -pay * 0.15 * varied(), `SHOP ${whole(1, 500)}`)
    if (next() < jobs) move(day, pay * 0.12 * varied(), `CLIENT ${whole(1, 9)}`)
  }
  return all
}
