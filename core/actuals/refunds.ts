/** Money that went back: it lowers what was paid, or takes back a payment that no date stands for. */
import type { BankPayment } from './bank-side.ts'
import type { Made, MatchedPayments, PaidBefore } from './matched.ts'

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
 * back
 * from the payment of a date. A payment that went back whole was none, and its date is open.
 */
export function withoutRefunds(
  matches: readonly Made[],
  rest: readonly BankPayment[],
  earlier: readonly PaidBefore[],
  done: readonly BankPayment[],
): Refunded {
  const goesBothWays = payeesBothWays([...rest, ...matches.map(({ payment }) => payment), ...done])
  const looked = rest.filter(({ payee }) => goesBothWays.has(payee))
  if (looked.length === 0) return { matches: [...matches], rest: [...rest], unplanned: [], refunds: [] }
  const left = new Set(rest)
  const unplanned: BankPayment[][] = []
  const refunds: MatchedPayments['refunds'] = []
  const made = new Map(matches.map((one) => [one.payment, one]))
  const open = Map.groupBy(looked, partyOf)
  const paid = Map.groupBy(matches, ({ payment }) => partyOf(payment))
  const before = Map.groupBy(earlier, ({ payment }) => partyOf(payment))
  const takesBack = newSecondTimes(earlier, done)
  for (const refund of looked) {
    if (!left.has(refund) || refund.account_id === undefined) continue
    const party = partyOf({ ...refund, sign: refund.sign === 1 ? -1 : 1 })
    const twin = nearest(
      (open.get(party) ?? []).filter((other) => left.has(other) && other.amount_cents === refund.amount_cents),
      refund,
    )
    if (twin) {
      left.delete(twin)
      left.delete(refund)
      unplanned.push(twin.day <= refund.day ? [twin, refund] : [refund, twin])
      continue
    }
    if (takesBack(refund)) continue
    const known = nearest(
      (before.get(party) ?? [])
        .map(({ payment }) => payment)
        .filter((payment) => payment.day <= refund.day && payment.amount_cents >= refund.amount_cents),
      refund,
    )
    const of = nearest(
      (paid.get(party) ?? [])
        .map(({ payment }) => payment)
        .filter((payment) => payment.day <= refund.day && (made.get(payment)?.match.paid_cents ?? 0) >= refund.amount_cents),
      refund,
    )
    if (of && (known === null || of.day >= known.day)) {
      left.delete(refund)
      const one = made.get(of)!
      if (one.match.paid_cents === refund.amount_cents) {
        made.delete(of)
        unplanned.push([of, refund])
      } else made.set(of, lessRefund(one, refund))
      continue
    }
    if (!known) continue
    left.delete(refund)
    const { row, scheduled_date } = before.get(party)!.find(({ payment }) => payment === known)!.match
    refunds.push({ row, scheduled_date, transaction: refund.transactions[0]!.id, amount_cents: refund.amount_cents })
  }
  return { matches: [...made.values()], rest: rest.filter((payment) => left.has(payment)), unplanned, refunds }
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

/** Who it is with, on which account, and which way it went. */
const partyOf = ({ account, payee, sign }: Pick<BankPayment, 'account' | 'payee' | 'sign'>): string => `${sign}\n${account}\n${payee}`

/** The nearest in days, the earlier of two as near; none further off than a refund takes. */
function nearest(payments: readonly BankPayment[], { day }: BankPayment): BankPayment | null {
  let found: BankPayment | null = null
  for (const payment of payments) {
    const apart = Math.abs(payment.day - day)
    if (apart <= after_days && (found === null || apart < Math.abs(found.day - day))) found = payment
  }
  return found
}

function lessRefund({ match, payment }: Made, refund: BankPayment): Made {
  const { reason } = match
  return {
    payment,
    match: {
      ...match,
      paid_cents: match.paid_cents - refund.amount_cents,
      transactions: [...match.transactions, ...refund.transactions.map(({ id }) => id)],
      sure: false,
      reason: { ...reason, doubts: [...new Set([...reason.doubts, 'refund' as const])] },
    },
  }
}

/** Tells whether money takes back what was paid once more than planned, as was told before: each such payment is taken back once. */
function newSecondTimes(earlier: readonly PaidBefore[], done: readonly BankPayment[]): (refund: BankPayment) => boolean {
  const matched = new Set(earlier.map(({ payment }) => payment))
  const open = Map.groupBy(
    done.filter((payment) => !matched.has(payment)),
    partyOf,
  )
  const taken = new Set<BankPayment>()
  return (refund) => {
    const others = open.get(partyOf({ ...refund, sign: refund.sign === 1 ? -1 : 1 })) ?? []
    const other = nearest(
      others.filter((payment) => payment.day <= refund.day && payment.amount_cents === refund.amount_cents && !taken.has(payment)),
      refund,
    )
    if (other) taken.add(other)
    return other !== null
  }
}
