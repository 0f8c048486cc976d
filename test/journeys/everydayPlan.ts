/** Plans that count everyday spending, and a file of the bank in which it is found. */
import type { Booking, Statement } from './bankFiles.ts'

/** A bill that leaves over the days of its weeks. */
export const weekly = (id: number, name: string, amount_cents: number, due_date: string): object => ({
  id: `b0000000-0000-4000-8000-00000000001${id}`,
  name,
  amount_cents,
  due_date,
  schedule: { every: 1, unit: 'week' },
  spread: true,
})

/** Four weeks to the plan's day: at grocers' 80, 100, 120 and 90, in cafés 20, 30, 24 and 26. */
export const fourWeeks = (): Statement => {
  const bookings = Object.entries({
    '04': ['Green Grocer', 3_000],
    '06': ['Corner Cafe', 2_000],
    '08': ['Lidl', 5_000],
    '12': ['Cafe Milano', 3_000],
    '13': ['Green Grocer', 10_000],
    '18': ['Lidl', 7_000],
    '21': ['Corner Cafe', 2_400],
    '23': ['Green Grocer', 5_000],
    '27': ['Lidl', 4_000],
    '28': ['Cafe Milano', 2_600],
    '31': ['Green Grocer', 5_000],
  } as const).map(([day, [payee, cents]]): Booking => ({ date: `2030-08-${day}`, cents: -cents, payee }))
  return { bookings: bookings.sort((a, b) => (a.date < b.date ? -1 : 1)), balance_cents: 150_000, last_day: '2030-08-31' }
}
