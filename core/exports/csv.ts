/** What lies ahead as a table for a spreadsheet: a line a payment, in the order in which they happen. */
import Papa from 'papaparse'
import { dayOf } from '../calendar.ts'
import { decimalText, minorUnitDigits } from '../money.ts'
import { eventsBetween } from '../projection/figures.ts'
import type { Projection } from '../projection/projection.ts'
import { describeSchedule } from '../describe-schedule.ts'

/** A text that a spreadsheet would take for a formula; a plain number such as -12.50 is none. */
const formula = /^[=+@\t\r]|^-(?!\d{1,16}(?:\.\d{1,4})?$)/

const columns = ['date', 'kind', 'name', 'category', 'repeats', 'predicted', 'money_in', 'money_out', 'from_pot', 'available_at_end_of_day', 'currency'] as const

/**
 * The payments of a projection from its start date on, then the rows without a date. Amounts are decimal text with a
 * point; text that a spreadsheet would run as a formula stands behind an apostrophe. Lines end as RFC 4180 says.
 */
export function csvOf(projection: Projection): string {
  const { scenario, start_date, until, start_day, available_cents } = projection
  const digits = minorUnitDigits(scenario.currency_code)
  const money = (cents: number): string => decimalText(cents, digits)
  const known = new Map([...scenario.incomes, ...scenario.bills].map((row) => [row.id, row]))
  const dated = eventsBetween(projection, start_date, until).map((event) => {
    const row = known.get(event.id)!
    const isIncome = event.kind === 'income'
    return [
      event.date, event.kind, row.name, row.category ?? '', row.schedule && row.due_date ? describeSchedule(row.schedule, row.due_date) : '', row.predicted ? 'yes' : '',
      isIncome ? money(event.amount_cents) : '', isIncome ? '' : money(event.amount_cents), event.from_pot_cents > 0 ? money(event.from_pot_cents) : '',
      money(available_cents[dayOf(event.date)! - start_day]!), scenario.currency_code,
    ]
  })
  const undated = [...scenario.incomes.map((row) => ({ row, isIncome: true })), ...scenario.bills.map((row) => ({ row, isIncome: false }))].flatMap(({ row, isIncome }) =>
    row.due_date === null
      ? [['', isIncome ? 'income' : 'bill', row.name, row.category ?? '', '', row.predicted ? 'yes' : '', isIncome ? money(row.amount_cents) : '', isIncome ? '' : money(row.amount_cents), '', '', scenario.currency_code]]
      : [],
  )
  return Papa.unparse({ fields: [...columns], data: [...dated, ...undated] }, { escapeFormulae: formula, newline: '\r\n' }) + '\r\n'
}
