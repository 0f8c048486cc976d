/** Payments that may have been charged twice: nothing is changed by it, it is only told. */
import { dayOf } from '../calendar.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { readPayee, textOf } from '../prediction/payees.ts'

export interface ChargedTwice {
  /** The two payments, the earlier one first. */
  ids: [string, string]
  dates: [string, string]
  /** What one of them is; minor units, below zero. */
  amount_cents: number
}

/** Both on one day, or on neighbouring ones. */
const most_apart = 1
/** What else is paid there comes once a month at most: so many times at least, and so many days apart. */
const fewest_others = 2
const least_between = 20
/** What went back within so many days was put right. */
const days_to_go_back = 60

/**
 * The same sum to one payee twice, where else that is paid no more than once a month. `since`: from which day the second one is looked
 * for.
 */
export function chargedTwice(transactions: readonly AccountTransaction[], since: string): ChargedTwice[] {
  const known = transactions.flatMap((one) => {
    const day = dayOf(one.date)
    return day === null || one.amount_cents === 0 ? [] : [{ ...one, day }]
  })
  const byPayee = Map.groupBy(known, (one) => `${one.account ?? ''}\n${readPayee(textOf(one)).key}`)
  return [...byPayee.values()].flatMap((own) => {
    const paid = own.filter(({ amount_cents }) => amount_cents < 0).sort((a, b) => a.day - b.day)
    return paid.flatMap((second, nth): ChargedTwice[] => {
      const first = paid[nth - 1]
      if (!first || second.date < since || first.amount_cents !== second.amount_cents || second.day - first.day > most_apart) return []
      // What is paid there later makes a doubt no less one; it counts as far as too little was known before.
      const others = paid.filter((one) => one !== second).filter(({ day }, at) => day <= second.day || at <= fewest_others)
      if (others.length <= fewest_others || !areMonthly(others) || hasGoneBack(second, own)) return []
      return [{ ids: [first.id, second.id], dates: [first.date, second.date], amount_cents: second.amount_cents }]
    })
  })
}

interface Dated {
  day: number
  amount_cents: number
}

const areMonthly = (paid: readonly Dated[]): boolean => paid.every(({ day }, nth) => nth === 0 || day - paid[nth - 1]!.day >= least_between)

const hasGoneBack = ({ day, amount_cents }: Dated, own: readonly Dated[]): boolean =>
  own.some((one) => one.amount_cents === 0 - amount_cents && one.day >= day - most_apart && one.day <= day + days_to_go_back)
