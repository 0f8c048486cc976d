/** A plan of 200 bills as an older version left it in the browser, which our page brings over by itself. */
import type { Page } from 'playwright-core'
import { addDays } from '../../core/calendar.ts'
import { systemClock } from '../../web/services/clock.ts'
import { memoryKeys } from '../../web/services/deviceMemory.ts'

export const billCount = 200
export const sliderName = 'Percent for Rainy day'

const bills = Array.from({ length: billCount }, (_, index) => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  name: `Bill number ${index + 1}`,
  amount_cents: 1_000 + 137 * index,
  due_date: addDays(systemClock.today(), 20 + (index % 6) * 30),
  category: 'Home',
}))
const allocations = [
  ...bills.slice(0, 8).map((bill) => ({ target: `bill:${bill.id}`, kind: 'fixed', value: 1_000 })),
  { target: 'savings:Rainy day', kind: 'percent', value: 10 },
  { target: 'goal:Holiday', kind: 'percent', value: 15 },
]

/** Before the page is opened for the first time. */
export const seedPlan = (page: Page): Promise<unknown> =>
  page.addInitScript(({ key, text }) => localStorage.setItem(key, text), {
    key: memoryKeys.old_plans,
    text: JSON.stringify({
      scenarios: [{ id: 'base', name: 'Base plan', planningBalanceCents: 10_000_000, allocations }],
      bills,
      allocations: [],
    }),
  })
