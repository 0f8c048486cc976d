/** Why the lowest point is that low, in words. */
import type { LowReason } from '../../../core/projection/low-reason.ts'

/** "because of Rent", "mostly because of Laptop on 5 Mar", "because of Rent and 11 smaller amounts". */
export function lowReasonWords({ causes, is_most, others }: LowReason, low_date: string, day: (date: string) => string): string {
  const name = ({ kind, name: called, count, date }: LowReason['causes'][number]): string =>
    `${kind === 'set_aside' ? `what is set aside for ${called}` : called}${causes.length === 1 && count === 1 && date !== low_date ? ` on ${day(date)}` : ''}`
  const named = causes.map(name).join(' and ')
  if (others === 0) return `because of ${named}`
  return is_most ? `mostly because of ${named}` : `because of ${named} and ${others === 1 ? 'one smaller amount' : `${others} smaller amounts`}`
}
