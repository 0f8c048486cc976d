/** What lies ahead as a table for a spreadsheet: a line a movement, in the order in which they happen. */
import Papa from 'papaparse'
import { dayOf } from '../calendar.ts'
import { decimalText, minorUnitDigits } from '../money.ts'
import { movementsBetween, type Movement } from '../projection/movements.ts'
import type { Projection } from '../projection/projection.ts'
import type { Payment } from '../scenario.ts'
import { describeSchedule } from '../describe-schedule.ts'

/** A text that a spreadsheet would take for a formula; a plain number such as -12.50 is none. */
const formula = /^[=+@\t\r]|^-(?!\d{1,16}(?:\.\d{1,4})?$)/

const columns = ['date', 'kind', 'name', 'category', 'repeats', 'predicted', 'money_in', 'money_out', 'into_pot', 'from_pot', 'available_at_end_of_day', 'in_pots_at_end_of_day', 'currency'] as const

/**
 * The movements of a projection from its start date on, the balance first, then the rows without a date. On every line money_in −
 * money_out − into_pot + from_pot is what it changes of what is available, and into_pot − from_pot of what is in pots, so that the
 * lines sum to the balances. Amounts are decimal text with a point; text that a spreadsheet would run as a formula stands behind an
 * apostrophe. Lines end as RFC 4180 says.
 */
export function csvOf(projection: Projection): string {
  const { scenario, start_date, until, start_day, available_cents, total_cents } = projection
  const digits = minorUnitDigits(scenario.currency_code)
  const money = (cents: number): string => decimalText(cents, digits)
  const known = new Map([...scenario.incomes, ...scenario.bills].map((row) => [row.id, row]))
  const dated = movementsBetween(projection, start_date, until).map((movement) => {
    const { date, kind, name, row, target } = movement
    const payment = target === null && row ? known.get(row.id)! : null
    const day = dayOf(date)! - start_day
    return [date, kind, name, ...words(payment), ...amounts(movement, money), money(available_cents[day]!), money(total_cents[day]! - available_cents[day]!), scenario.currency_code]
  })
  const undated = (['incomes', 'bills'] as const).flatMap((collection) =>
    scenario[collection].flatMap((row) => {
      if (row.due_date !== null) return []
      const amount = money(row.amount_cents)
      return [['', collection === 'incomes' ? 'income' : 'bill', row.name, ...words(row), ...(collection === 'incomes' ? [amount, ''] : ['', amount]), '', '', '', '', scenario.currency_code]]
    }),
  )
  return Papa.unparse({ fields: [...columns], data: [...dated, ...undated] }, { escapeFormulae: formula, newline: '\r\n' }) + '\r\n'
}

/** Category, how it repeats, whether it is predicted. */
function words(payment: Payment | null): [string, string, string] {
  if (!payment) return ['', '', '']
  return [payment.category ?? '', payment.schedule && payment.due_date ? describeSchedule(payment.schedule, payment.due_date) : '', payment.predicted ? 'yes' : '']
}

/** Money in, money out, into a pot, from a pot: of a movement one of them. An overdrawn balance goes out. */
function amounts({ available_cents, pot_cents }: Movement, money: (cents: number) => string): [string, string, string, string] {
  if (pot_cents > 0) return ['', '', money(pot_cents), '']
  if (pot_cents < 0) return ['', '', '', money(-pot_cents)]
  return available_cents > 0 ? [money(available_cents), '', '', ''] : ['', money(-available_cents), '', '']
}
