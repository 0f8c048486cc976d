/** How far the plan was from the bank, in a sentence. */
import type { KeptDifference } from '../../../core/actuals/kept.ts'
import { sumOf } from '../../../core/money/money.ts'
import { listed } from '../../../core/words/words.ts'
import { formatDate } from '../../format/date.ts'
import { formatChange, formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'

/** Where it is told line by line what makes it up. */
export const whyPlace = '/import#why'

const mostNamed = 3

type Said = Pick<KeptDifference, 'date' | 'since' | 'balance_cents' | 'planned_cents' | 'causes'>

/** The balance, by how much it is another one than the plan had said since a day, and what makes that up: the largest causes by name, and all else. */
export function differenceWords({ date, since, balance_cents, planned_cents, causes }: Said, currency_code: string, today: string): string {
  const money = (cents: number): string => formatMoney(cents, currency_code)
  const told = {
    day: formatDate(date, today),
    balance: money(balance_cents),
    since: since !== undefined && since < date ? formatDate(since, today) : 'none',
  }
  const cents = balance_cents - planned_cents
  if (cents === 0) return say('match.at_same', told)
  const shown = causes.slice(0, causes.length === mostNamed + 1 ? mostNamed + 1 : mostNamed)
  const named = shown.map((cause) => say('match.cause', { name: cause.name, amount: formatChange(cause.cents, currency_code) }))
  // What is named and the rest are the whole difference, also where payments wait for a word.
  const rest = cents - sumOf(shown.map((cause) => cause.cents))
  const all = rest === 0 ? named : [...named, say('match.good.rest', { amount: formatChange(rest, currency_code) })]
  return say('match.at', {
    ...told,
    amount: money(Math.abs(cents)),
    than: cents < 0 ? 'less' : 'more',
    named: named.length > 0 ? 'yes' : 'no',
    causes: listed(all, say),
  })
}
