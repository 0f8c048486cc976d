/** Figure: rows without a date, which count here and on no day. */
import { sumOf } from '../../money/money.ts'
import type { Payment } from '../../scenario.ts'
import type { Simulated } from '../simulated.ts'
import type { Undated } from './figure.ts'

export const without = (rows: readonly Payment[]): Payment[] => rows.filter(({ due_date }) => due_date === null)

function sumUndated(rows: readonly Payment[]): Undated {
  const found = without(rows)
  return { cents: sumOf(found.map(({ amount_cents }) => amount_cents)), count: found.length }
}

export function readUndated({ scenario }: Simulated): { bills: Undated; incomes: Undated } {
  return { bills: sumUndated(scenario.bills), incomes: sumUndated(scenario.incomes) }
}
