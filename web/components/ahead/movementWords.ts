/** What pots do, in words, wherever a day is listed. */
import type { Held } from '../../../core/day-lines.ts'
import type { Movement } from '../../../core/projection/movements.ts'

export function movementWords({ kind, name }: Pick<Movement, 'kind' | 'name'>): string {
  switch (kind) {
    case 'opening_pot':
      return `Already set aside for ${name}`
    case 'set_aside':
      return `Set aside for ${name}`
    case 'from_pot':
      return `From what was set aside for ${name}`
    case 'released':
      return `Back from ${name}`
    case 'balance':
    case 'income':
    case 'bill':
      return name
  }
}

/** What is on the account beside what is free: "$300.00 in pots, $260.00 on the account"; '' where no pot holds anything. */
export function inPotsWords({ available_cents, total_cents }: Held, money: (cents: number) => string): string {
  return total_cents > available_cents ? `${money(total_cents - available_cents)} in pots, ${money(total_cents)} on the account` : ''
}
