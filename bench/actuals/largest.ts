/** 100,000 transactions of ten years against 200 rows, a fifth of them weekly, the others monthly. */
import { addDays } from '../../core/calendar.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { AccountTransaction } from '../../core/prediction/history.ts'
import { emptyScenario, type Scenario } from '../../core/scenario.ts'
import { occurrences } from '../../core/schedule/schedule.ts'
import type { Schedule } from '../../core/schedule/rule.ts'
import { chanceOf } from '../prediction/seeded.ts'

const start_date = '2017-01-01'
export const today = '2026-11-30'
const row_count = 200
const transaction_count = 100_000

const rhythms: Schedule[] = [{ every: 1, unit: 'week' }, ...Array.from({ length: 4 }, (): Schedule => ({ every: 1, unit: 'month' }))]

const beginnings = ['BRAM', 'CORD', 'DUNT', 'FELK', 'GORM', 'HALV', 'JUST', 'KERN', 'LOMB', 'MARN']
const middles = ['AVIK', 'ENSO', 'ILDA', 'ORMA', 'UNTI', 'ELVO', 'ASKA', 'IRBE', 'OLTA', 'USNE']
const ends = ['', 'SON', 'TOR', 'VIN', 'ZEL', 'BUR', 'DAL', 'FIR', 'GAN']
/** A name of letters alone, for numbers in a name are read as references. */
const nameOf = (index: number): string => `${beginnings[index % 10]}${middles[Math.floor(index / 10) % 10]}${ends[Math.floor(index / 100)]}`

export function largestMonths(): { scenario: Scenario; transactions: AccountTransaction[] } {
  const chance = chanceOf(11)
  const bills = Array.from({ length: row_count }, (_, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    name: `${nameOf(index)} contract`,
    amount_cents: 500 + chance.whole(0, 40_000),
    due_date: addDays(start_date, chance.whole(0, 30)),
    schedule: rhythms[index % rhythms.length]!,
    evidence: { payee: `${nameOf(index)} SERVICES`, confidence: 0.9, charges: 5, first_date: '2016-06-01', last_date: '2016-12-01' },
  }))
  const empty = emptyScenario(
    { id: 'aaaaaaaa-0000-4000-8000-000000000000', name: 'Ten years', planning_balance_cents: 100_000 },
    start_date,
    '2026-01-01T00:00:00.000Z',
  )
  const filled = applyEdit(empty, { type: 'put_lists', bills }, empty.updated_at)
  if (!filled.ok) throw new Error(JSON.stringify(filled.problems))
  const transactions: AccountTransaction[] = []
  const add = (date: string, amount_cents: number, payee: string): void =>
    void transactions.push({ id: `t${transactions.length}`, date, amount_cents, payee, memo: '', account: 'CHECKING' })
  for (const [index, bill] of filled.scenario.bills.entries()) {
    for (const { date } of occurrences(bill, start_date, today))
      if (chance.happens(0.97))
        add(
          addDays(date, chance.happens(0.7) ? 0 : chance.whole(-2, 4)),
          -bill.amount_cents,
          `${nameOf(index)} SERVICES ${chance.whole(100_000, 999_999)}`,
        )
  }
  while (transactions.length < transaction_count)
    add(
      addDays(start_date, chance.whole(0, 3_600)),
      -chance.whole(200, 30_000),
      `SHOP ${nameOf(chance.whole(201, 899))} ${chance.whole(1_000, 9_999)}`,
    )
  return { scenario: filled.scenario, transactions }
}
