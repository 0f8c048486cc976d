/** A projection as an hledger journal: what lies ahead in an accountant's notation, a transaction a movement. */
import { dateOf } from './calendar.ts'
import { decimalText, minorUnitDigits } from './money.ts'
import { listened } from './projection/divisions.ts'
import type { Projection } from './projection/projection.ts'

/** What would end an account's name, a line or a comment, or begin another part of one. */
const unfit = /[\p{Cc}\p{Zl}\p{Zp};|:*!()[\]{}"=@]+|\s{2,}/gu

const plainName = (name: string): string => name.replaceAll(unfit, ' ').replaceAll(/\s+/g, ' ').trim() || 'unnamed'

/**
 * Every movement from start_date to before `until`, in order: balances of `assets:available` and `assets:pots` at the end of each day are
 * the projection's. No text of the plan can break out of its line.
 */
export function journalOf(projection: Projection): string {
  const { scenario, start_day, day_count, rows, events, pots } = projection
  const digits = minorUnitDigits(scenario.currency_code)
  const money = (cents: number): string => `${decimalText(cents, digits)} ${scenario.currency_code}`
  const lines = [`; ${plainName(scenario.name)}`, `commodity 1000${digits > 0 ? `.${'0'.repeat(digits)}` : '.'} ${scenario.currency_code}`, '']
  const pot = (which: number): string => `assets:pots:${plainName(pots[which]!.target.split(':', 1)[0]!)}:${plainName(pots[which]!.name)}`
  for (const move of listened(projection, ({ day }) => day < day_count)) {
    const row = move.event < 0 ? undefined : rows[events.row[move.event]!]
    const name = plainName(row?.name ?? (move.pot < 0 ? 'Opening balance' : pots[move.pot]!.name))
    const other = move.rule === 'income' ? `income:${name}` : move.rule === 'bill' ? `expenses:${name}` : 'equity:opening'
    const rest = -(move.available_cents + move.pot_cents)
    const postings = [
      ...(move.available_cents === 0 ? [] : [['assets:available', move.available_cents] as const]),
      ...(move.pot_cents === 0 ? [] : [[pot(move.pot), move.pot_cents] as const]),
      ...(rest === 0 ? [] : [[other, rest] as const]),
    ]
    if (postings.length === 0) continue
    lines.push(`${dateOf(start_day + move.day)} ${name}`, ...postings.map(([account, cents]) => `    ${account}  ${money(cents)}`), '')
  }
  return lines.join('\n')
}
