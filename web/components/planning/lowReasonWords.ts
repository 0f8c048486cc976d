/** Why the lowest point is that low, in words. */
import type { LowReason } from '../../../core/projection/low-reason.ts'
import { listed } from '../../../core/words/words.ts'
import { say } from '../../words/say.ts'

/** "because of Rent", "mostly because of Laptop on 5 Mar", "because of Rent and 11 smaller amounts". */
export function lowReasonWords({ causes, is_most, others }: LowReason, low_date: string, day: (date: string) => string): string {
  const name = ({ kind, name: called, count, date }: LowReason['causes'][number]): string => {
    const what = kind === 'set_aside' ? say('plan.why.set_aside', { name: called }) : called
    return causes.length === 1 && count === 1 && date !== low_date ? say('plan.why.on', { what, day: day(date) }) : what
  }
  const names = listed(causes.map(name), say)
  if (others === 0) return say('plan.why.alone', { names })
  return is_most ? say('plan.why.mostly', { names }) : say('plan.why.among', { names, others })
}
