/** Money that goes back from where it was spent: it is no income, however often it comes. */
import { dayOf } from '../calendar.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { readPayee, textOf } from '../prediction/payees.ts'
import { days_to_go_back } from './spent-anew.ts'
import { bankWords } from './spending-words.ts'

/** So often as much, and never as much as was paid: it is something of its own. */
const of_its_own = 3

/**
 * The ids of what comes in from a payee who was paid as much or more at once in the sixty days before; what was paid goes back once.
 * `transactions`: those of a person's accounts, in any order.
 */
export function goneBack(transactions: readonly AccountTransaction[]): Set<string> {
  const keyed = transactions.flatMap((one) => {
    const { key } = readPayee(textOf(one))
    const day = dayOf(one.date)
    return day === null || key.split(' ').every((word) => bankWords.has(word)) ? [] : [{ one, day, key: `${one.account ?? ''}\n${key}` }]
  })
  const back = new Set<string>()
  for (const own of Map.groupBy(keyed, ({ key }) => key).values()) {
    const out = own.filter(({ one }) => one.amount_cents < 0).map(({ one, day }) => ({ day, left: 0 - one.amount_cents }))
    const incoming = own.filter(({ one }) => one.amount_cents > 0).sort((a, b) => a.day - b.day || (a.one.id < b.one.id ? -1 : 1))
    if (out.length === 0 || incoming.length === 0) continue
    const paid = new Set(out.map(({ left }) => left))
    const alike = Map.groupBy(incoming, ({ one }) => one.amount_cents)
    for (const { one, day } of incoming) {
      const cents = one.amount_cents
      if (alike.get(cents)!.length >= of_its_own && !paid.has(cents)) continue
      const of = out
        .filter((other) => other.day <= day && day - other.day <= days_to_go_back && other.left >= cents)
        .sort((a, b) => Number(b.left === cents) - Number(a.left === cents) || b.day - a.day)[0]
      if (of === undefined) continue
      of.left -= cents
      back.add(one.id)
    }
  }
  return back
}
