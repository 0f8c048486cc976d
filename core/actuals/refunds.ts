/** Money that went back: it lowers what was paid, or takes back a payment that no date stands for. */
import type { BankPayment } from './bank-side.ts'
import type { Made, MatchedPayments, PaidBefore } from './matched.ts'
import { asPaidDates, paidDatesOf, partyOf, type PaidDate } from './paid-dates.ts'

/** Days after a payment in which it may go back, and before one that is made again. */
const after_days = 60

interface Refunded {
  matches: Made[]
  rest: BankPayment[]
  /** Each with what took it back. */
  unplanned: BankPayment[][]
  refunds: MatchedPayments['refunds']
}

/**
 * Of what has no date: what equals another one of its payee, the other way, takes it back, so that both come to nothing; else it goes
 * back from the payment of a date. A payment that went back whole was none, and its date is open; so is a part of one that went back
 * whole. What came before is gone through in the same way, so that nothing goes back twice, however many files it came in.
 */
export function withoutRefunds(
  matches: readonly Made[],
  rest: readonly BankPayment[],
  earlier: readonly PaidBefore[],
  done: readonly BankPayment[],
): Refunded {
  const goesBothWays = payeesBothWays([...rest, ...matches.map(({ payment }) => payment), ...done])
  const looked = rest.filter(({ payee, account_id }) => goesBothWays.has(payee) && account_id !== undefined)
  if (looked.length === 0) return { matches: [...matches], rest: [...rest], unplanned: [], refunds: [] }
  const dates = paidDatesOf(matches, earlier)
  const before = restOfBefore(looked, earlier, done)
  const takesBack = secondTimes(toldAlone(before, dates))
  const told = new Told(matches)
  const left = netted(looked, (party) => dates.get(party) ?? [], {
    pair: (pair) => told.unplanned.push(pair),
    takesBack,
    back: (date, refund) => told.back(date, refund),
  })
  const lookedAt = new Set(looked)
  return {
    matches: told.matches(),
    rest: rest.filter((one) => !lookedAt.has(one) || left.has(one)),
    unplanned: told.unplanned,
    refunds: told.refunds,
  }
}

/** Goes through what came before, takes it off the dates, and gives what stands for itself. */
function toldAlone(before: readonly BankPayment[], dates: ReadonlyMap<string, readonly PaidDate[]>): BankPayment[] {
  const alone = asPaidDates(before)
  const byParty = Map.groupBy(before, partyOf)
  const datesOf = (party: string): PaidDate[] => [
    ...(dates.get(party) ?? []),
    ...(byParty.get(party) ?? []).flatMap((one) => alone.get(one) ?? []),
  ]
  const left = netted(before, datesOf, {
    pair: (pair) => pair.forEach((one) => alone.delete(one)),
    takesBack: () => false,
    back: (date, refund) => {
      alone.delete(refund)
      date.take(refund)
    },
  })
  return before.filter((one) => left.has(one) && alone.get(one)?.isWhole)
}

/** What becomes of a payment without a date: it is one of a pair, takes back what was told before, or goes back from a date. */
interface Netting {
  pair: (pair: BankPayment[]) => void
  takesBack: (refund: BankPayment) => boolean
  back: (date: PaidDate, refund: BankPayment) => void
}

/** Goes through payments without a date; those that are left stand for themselves. */
function netted(
  payments: readonly BankPayment[],
  datesOf: (party: string) => readonly PaidDate[],
  { pair, takesBack, back }: Netting,
): Set<BankPayment> {
  const left = new Set(payments)
  for (const twins of twinsAmong(payments)) {
    for (const one of twins) left.delete(one)
    pair(twins)
  }
  for (const refund of payments) {
    if (!left.has(refund) || takesBack(refund)) continue
    const date = nearestDate(datesOf(otherWay(refund)), refund)
    if (!date) continue
    left.delete(refund)
    back(date, refund)
  }
  return left
}

/**
 * Pairs of one payee and amount that come to nothing, those nearest in days first: so the same ones are pairs whether what came long
 * before is looked at again or not.
 */
function twinsAmong(payments: readonly BankPayment[]): BankPayment[][] {
  const pairs: BankPayment[][] = []
  const alike = Map.groupBy(payments, ({ account, payee, amount_cents }) => `${amount_cents}\n${account}\n${payee}`)
  for (const group of alike.values()) {
    let open = group.toSorted((a, b) => a.day - b.day)
    // The nearest two that go different ways have none between them.
    for (let apart = 0; apart <= after_days && open.length > 1; apart += 1) {
      const left: BankPayment[] = []
      for (const one of open) {
        const before = left.at(-1)
        if (before && before.sign !== one.sign && one.day - before.day <= apart) pairs.push([left.pop()!, one])
        else left.push(one)
      }
      open = left
    }
  }
  return pairs
}

/** What is told of the payments that went back. */
class Told {
  readonly unplanned: BankPayment[][] = []
  readonly refunds: MatchedPayments['refunds'] = []
  /** By its payment, each match as it is by now. */
  readonly #made: Map<BankPayment, Made>
  readonly #back = new Map<BankPayment, BankPayment[]>()

  constructor(matches: readonly Made[]) {
    this.#made = new Map(matches.map((one) => [one.payment, one]))
  }

  matches(): Made[] {
    return [...this.#made.values()]
  }

  back(date: PaidDate, refund: BankPayment): void {
    const { due, is_of_made } = date.take(refund)
    const one = date.made && this.#made.get(date.made.payment)
    // Of a date that was known to be paid the match says nothing new; that it was not paid does.
    if (!one || !is_of_made || one.match.state === 'settled') {
      this.refunds.push({ ...date.of!, transaction: refund.transactions[0]!.id, amount_cents: refund.amount_cents, due })
      return
    }
    const back = [...(this.#back.get(one.payment) ?? []), refund]
    this.#back.set(one.payment, back)
    if (one.match.paid_cents === refund.amount_cents) {
      this.#made.delete(one.payment)
      this.unplanned.push([one.payment, ...back])
    } else this.#made.set(one.payment, lessRefund(one, refund, due === 'part'))
  }
}

/** `is_due`: what went back was a part that the date was paid in, so that it is still due. */
function lessRefund({ match, payment }: Made, refund: BankPayment, is_due: boolean): Made {
  const { reason, state, amount_cents, rest_cents } = match
  const paid_cents = match.paid_cents - refund.amount_cents
  return {
    payment,
    match: {
      ...match,
      paid_cents,
      rest_cents: state === 'open' && (is_due || rest_cents > 0) ? Math.max(0, amount_cents - paid_cents) : 0,
      transactions: [...match.transactions, ...refund.transactions.map(({ id }) => id)],
      sure: false,
      reason: { ...reason, doubts: [...new Set([...reason.doubts, 'refund' as const])] },
    },
  }
}

/** Names that money went to and came from. */
function payeesBothWays(payments: readonly BankPayment[]): Set<string> {
  const ways = new Map<string, -1 | 1>()
  const both = new Set<string>()
  for (const { payee, sign } of payments) {
    const way = ways.get(payee)
    if (way === undefined) ways.set(payee, sign)
    else if (way !== sign) both.add(payee)
  }
  return both
}

const otherWay = (refund: BankPayment): string => partyOf({ ...refund, sign: refund.sign === 1 ? -1 : 1 })

/** The nearest in days, the earlier of two as near; none further off than a refund takes. */
function nearest(payments: readonly BankPayment[], { day }: BankPayment): BankPayment | null {
  let found: BankPayment | null = null
  for (const payment of payments) {
    const apart = Math.abs(payment.day - day)
    if (apart <= after_days && (found === null || apart < Math.abs(found.day - day))) found = payment
  }
  return found
}

/**
 * The date last paid before of which as much is left; sooner one with a payment of just as much, not with what is left of a larger one.
 * Of two on a day it is the first by name.
 */
function nearestDate(dates: readonly PaidDate[], refund: BankPayment): PaidDate | null {
  let found: { date: PaidDate; day: number; isEqual: boolean } | null = null
  for (const date of dates) {
    const { day, cents } = date.until(refund.day)
    if (refund.day - day > after_days || cents < refund.amount_cents) continue
    const isEqual = date.wholePart(refund) !== undefined || date.isAllOf(refund)
    const isNearer = found === null || day > found.day || (day === found.day && date.key < found.date.key)
    if (found === null || (isEqual === found.isEqual ? isNearer : isEqual)) found = { date, day, isEqual }
  }
  return found?.date ?? null
}

/** What was looked at before and has no date, of the payees of some payments and as long before them as it may matter. */
function restOfBefore(looked: readonly BankPayment[], earlier: readonly PaidBefore[], done: readonly BankPayment[]): BankPayment[] {
  const matched = new Set(earlier.map(({ payment }) => payment))
  const payees = new Set(looked.map(({ payee }) => payee))
  const from = looked[0]!.day - 2 * after_days
  return done.filter((one) => one.day >= from && one.account_id !== undefined && payees.has(one.payee) && !matched.has(one))
}

/** Tells whether money takes back what was paid once more than planned, as was told before: each such payment is taken back once. */
function secondTimes(told: readonly BankPayment[]): (refund: BankPayment) => boolean {
  const open = Map.groupBy(told, partyOf)
  const taken = new Set<BankPayment>()
  return (refund) => {
    const other = nearest(
      (open.get(otherWay(refund)) ?? []).filter(
        (payment) => payment.day <= refund.day && payment.amount_cents === refund.amount_cents && !taken.has(payment),
      ),
      refund,
    )
    if (other) taken.add(other)
    return other !== null
  }
}
