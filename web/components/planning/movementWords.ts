/** What pots do, in words, wherever a day is listed. */
import type { Held } from '../../../core/payments/held-on.ts'
import type { Movement } from '../../../core/projection/movements.ts'
import { say } from '../../words/say.ts'

export function movementWords({ kind, name }: Pick<Movement, 'kind' | 'name'>): string {
  switch (kind) {
    case 'opening_pot':
      return say('plan.line.already_aside', { name })
    case 'set_aside':
      return say('plan.line.aside', { name })
    case 'from_pot':
      return say('plan.line.from_pot', { name })
    case 'released':
      return say('plan.line.back', { name })
    case 'balance':
    case 'income':
    case 'bill':
    case 'transfer':
    case 'card_payment':
    case 'interest':
      return name
    case 'held':
      return say('plan.line.held', { name })
    case 'moved':
      return say('plan.line.moved', { name })
  }
}

/** What is on the account beside what is free: "$300.00 in pots, $260.00 on the account"; '' where no pot holds anything. */
export function inPotsWords({ available_cents, total_cents }: Held, money: (cents: number) => string): string {
  return total_cents > available_cents
    ? say('plan.in_pots', { aside: money(total_cents - available_cents), total: money(total_cents) })
    : ''
}
