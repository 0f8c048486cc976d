/** What a person makes of a matching: what is sure stays, what is asked is answered. */
import type { MatchedPayments, PaymentMatch } from '../../../core/actuals/matched.ts'
import { dateKey, planDates } from '../../../core/actuals/plan-dates.ts'
import { dayOf } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { Household } from './household.ts'
import { areSame } from './monthsScore.ts'

/** A person leaves what is sure, says of what is asked what it is, and links what was not found. */
export function asAPersonSays(
  matched: MatchedPayments,
  plan: Scenario,
  home: Household,
  fresh: readonly AccountTransaction[],
  amounts: ReadonlyMap<string, number>,
  earlier: ReadonlySet<string>,
): MatchedPayments {
  const truths = new Map(fresh.flatMap(({ id }) => (home.dateOf.has(id) ? [[id, home.dateOf.get(id)!] as const] : [])))
  const isAsItIs = (match: PaymentMatch): boolean =>
    match.transactions.every((id) =>
      [id, home.twinOf.get(id)].some(
        (one) => one !== undefined && truths.has(one) && areSame(truths.get(one)!, dateKey(match.row, match.scheduled_date)),
      ),
    )
  const kept = matched.matches.filter((match) => match.sure || isAsItIs(match))
  const wrong = matched.matches.filter((match) => !kept.includes(match))
  // What is still to come of a date that was paid in part, a person knows.
  const isWhole = (match: PaymentMatch): boolean =>
    [...home.dateOf].every(([id, key]) => !areSame(key, dateKey(match.row, match.scheduled_date)) || seenBy(id))
  const seenBy = (id: string): boolean => fresh.some((one) => one.id === id) || earlier.has(id)
  const matches = kept.map((match) => (match.rest_cents > 0 && isWhole(match) ? { ...match, rest_cents: 0 } : match))
  const used = new Set(matches.flatMap(({ transactions }) => transactions))
  const taken = new Set(matches.map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  const open = new Map(
    planDates(plan, dayOf(plan.start_date)! - 60, dayOf(home.end_date)! + 60)
      .filter(({ state }) => state === 'open')
      .map((date) => [dateKey(date.row, date.scheduled_date), date]),
  )
  const linked: PaymentMatch[] = []
  const groups = Map.groupBy(
    [...truths].filter(([id]) => !used.has(id) && !matched.refunds.some(({ transaction }) => transaction === id)),
    ([, key]) => key,
  )
  for (const [key, list] of groups) {
    const date = [...open].find(([other]) => !taken.has(other) && areSame(other, key))?.[1]
    const ids = list.map(([id]) => id).sort()
    const cents = ids.reduce((total, id) => total + (amounts.get(id) ?? 0), 0) * (date?.sign ?? 1)
    if (date === undefined || cents <= 0) continue
    taken.add(dateKey(date.row, date.scheduled_date))
    const whole =
      [...home.dateOf].filter(([, other]) => other === key).reduce((total, [id]) => total + (amounts.get(id) ?? 0), 0) * date.sign
    const { row, scheduled_date, account_id, sign, amount_cents } = date
    const rest_cents = cents < whole ? Math.max(0, amount_cents - cents) : 0
    linked.push({
      row,
      scheduled_date,
      account_id,
      sign,
      amount_cents,
      date: date.date,
      state: 'open',
      paid_cents: cents,
      rest_cents,
      paid_on: fresh.find(({ id }) => id === ids[0])!.date,
      transactions: ids,
      other_leg: null,
      sure: false,
      reason: { payee: 'other', amount: 'far', days_late: 0, parts: ids.length, doubts: ['payee'] },
    })
  }
  const now = new Set(linked.flatMap(({ transactions }) => transactions))
  const free = wrong.flatMap(({ transactions }) => transactions).filter((id) => !now.has(id))
  const byId = new Map(fresh.map((one) => [one.id, one]))
  const unplanned = [
    ...matched.unplanned
      .map((one) => ({ ...one, transactions: one.transactions.filter((id) => !now.has(id)) }))
      .filter(({ transactions }) => transactions.length > 0),
    ...free
      .filter((id) => byId.get(id)!.date >= plan.start_date)
      .map((id) => ({ transactions: [id], date: byId.get(id)!.date, account_id: null, payee: '', amount_cents: amounts.get(id)! })),
  ]
  const transfers = matched.transfers.filter(
    ({ from_transaction, to_transaction }) => !now.has(from_transaction) && !now.has(to_transaction),
  )
  const split = matched.transfers
    .filter((one) => !transfers.includes(one))
    .flatMap(({ from_transaction, to_transaction }) => [from_transaction, to_transaction])
    .filter((id) => !now.has(id) && byId.get(id)!.account === 'CHECKING' && byId.get(id)!.date >= plan.start_date)
  const rest = split.map((id) => ({
    transactions: [id],
    date: byId.get(id)!.date,
    account_id: null,
    payee: '',
    amount_cents: amounts.get(id)!,
  }))
  return { ...matched, matches: [...matches, ...linked], transfers, unplanned: [...unplanned, ...rest] }
}
