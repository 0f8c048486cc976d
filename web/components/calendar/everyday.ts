/** Everyday spending in the calendar: a part on each day, in place of a whole period on its first. */
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import { sumOf } from '../../../core/money/money.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { isSpread } from '../../../core/schedule/spread.ts'
import type { EverydayOfDay } from '../../../core/spending/spending-days.ts'
import { say } from '../../words/say.ts'

type Row = Pick<DatedPayment, 'collection' | 'id'>

/** Whether a row leaves day by day. */
export function everydayTest({ bills }: Scenario): (row: Row) => boolean {
  const spread = new Set(bills.filter(isSpread).map(({ id }) => id))
  return ({ collection, id }) => collection === 'bills' && spread.has(id)
}

/** What a cell says of it. */
export interface EverydayInCell {
  /** Ticked where nothing of it is to come: it is what was spent. */
  name: string
  amount_cents: number
}

/** Of the main account, whose balance a cell tells; where nothing leaves that, of the others. null: nothing. */
export function everydayInCell(all: readonly EverydayOfDay[] = []): EverydayInCell | null {
  const onMain = all.filter(({ bill }) => bill.account_id === null)
  const list = onMain.length > 0 ? onMain : all
  const ahead = list.filter(({ counted_cents }) => counted_cents > 0)
  const shown = ahead.length > 0 ? ahead : list
  if (shown.length === 0) return null
  return {
    name: (ahead.length > 0 ? '' : '✓ ') + (shown.length === 1 ? shown[0]!.bill.name : say('calendar.everyday')),
    amount_cents: sumOf(shown.map(({ counted_cents, spent_cents }) => (ahead.length > 0 ? counted_cents : spent_cents))),
  }
}

/** Whether the cells of two days name the same; how much it is may differ, by a cent or by what is left of the period. */
export function isSameInCell(before: readonly EverydayOfDay[] | undefined, day: readonly EverydayOfDay[] | undefined): boolean {
  const [one, other] = [everydayInCell(before), everydayInCell(day)]
  return one?.name === other?.name
}
