/** How far the plan was from the bank, in a sentence. */
import type { KeptDifference } from '../../../core/actuals/kept.ts'
import { listed } from '../../../core/words/words.ts'
import { formatDate } from '../../format/date.ts'
import { formatChange, formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'

const mostNamed = 3

type Said = Pick<KeptDifference, 'date' | 'balance_cents' | 'planned_cents' | 'causes'>

/** The balance, by how much it is another one, and the largest causes by name. */
export function differenceWords({ date, balance_cents, planned_cents, causes }: Said, currency_code: string, today: string): string {
  const money = (cents: number): string => formatMoney(cents, currency_code)
  const told = { day: formatDate(date, today), balance: money(balance_cents) }
  const cents = balance_cents - planned_cents
  if (cents === 0) return say('match.at_same', told)
  // Of one more, its name is as short as its number.
  const shown = causes.length === mostNamed + 1 ? mostNamed + 1 : mostNamed
  const named = causes
    .slice(0, shown)
    .map((cause) => say('match.cause', { name: cause.name, amount: formatChange(cause.cents, currency_code) }))
  const more = causes.length - named.length
  const all = more > 0 ? [...named, say('match.causes.more', { count: more })] : named
  return say('match.at', {
    ...told,
    amount: money(Math.abs(cents)),
    than: cents < 0 ? 'less' : 'more',
    named: all.length > 0 ? 'yes' : 'no',
    causes: listed(all, say),
  })
}
