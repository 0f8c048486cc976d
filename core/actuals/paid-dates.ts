/** Dates with the payments that they were paid by, in this file and in earlier ones, and what of them has not gone back. */
import { dayOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import type { BankPayment } from './bank-side.ts'
import type { Made, PaidBefore, Refund } from './matched.ts'
import { dateKey, type RowRef } from './plan-dates.ts'

/** One transaction that pays a date. */
interface Part {
  day: number
  cents: number
  /** What has not gone back of it. */
  left_cents: number
  /** It is of the match that is made now. */
  is_made: boolean
}

export interface TakenBack {
  due: Refund['due']
  /** All that went back is of the match that is made now. */
  is_of_made: boolean
}

/** Who it is with, on which account, and which way it went. */
export const partyOf = ({ account, payee, sign }: Pick<BankPayment, 'account' | 'payee' | 'sign'>): string =>
  `${sign}\n${account}\n${payee}`

interface OneDate {
  row: RowRef
  scheduled_date: string
}

/** One date, and what paid it. */
export class PaidDate {
  /** null: it is of no date that is known to be paid. */
  readonly of: OneDate | null
  readonly key: string
  /** null: it was matched before. */
  made: Made | null = null
  readonly #parts: Part[] = []

  constructor(of: OneDate | null, key: string) {
    this.of = of
    this.key = key
  }

  /** Whether nothing of it went back. */
  get isWhole(): boolean {
    return this.#parts.every(({ cents, left_cents }) => left_cents === cents)
  }

  add({ transactions }: BankPayment, is_made: boolean): void {
    for (const { date, amount_cents } of transactions) {
      const cents = Math.abs(amount_cents)
      this.#parts.push({ day: dayOf(date)!, cents, left_cents: cents, is_made })
    }
    this.#parts.sort((a, b) => a.day - b.day)
  }

  /** What was paid until a day and has not gone back, in minor units, and on which day the last of it; −Infinity: nothing is. */
  until(day: number): { day: number; cents: number } {
    const found = { day: -Infinity, cents: 0 }
    for (const part of this.#parts) {
      if (part.day > day || part.left_cents === 0) continue
      found.day = part.day
      found.cents += part.left_cents
    }
    return found
  }

  /** Whether a refund is all that was paid before, of payments of which nothing went back. */
  isAllOf({ amount_cents, day }: BankPayment): boolean {
    const left = this.#parts.filter((part) => part.day <= day && part.left_cents > 0)
    return left.every(({ cents, left_cents }) => left_cents === cents) && sumOf(left.map(({ cents }) => cents)) === amount_cents
  }

  /** The last payment of just as much before, of which nothing went back. */
  wholePart({ amount_cents, day }: BankPayment): Part | undefined {
    return this.#parts.findLast((part) => part.day <= day && part.cents === amount_cents && part.left_cents === part.cents)
  }

  /** Takes off what went back: of a part that it is all of, else of the last ones. */
  take(refund: BankPayment): TakenBack {
    const { amount_cents, day } = refund
    const before = this.#parts.filter((part) => part.day <= day && part.left_cents > 0)
    const whole = this.wholePart(refund)
    let rest = amount_cents
    let is_of_made = true
    for (const part of whole ? [whole] : before.toReversed()) {
      const cents = Math.min(rest, part.left_cents)
      if (cents === 0) break
      part.left_cents -= cents
      rest -= cents
      is_of_made &&= part.is_made
    }
    return { due: this.#parts.every(({ left_cents }) => left_cents === 0) ? 'all' : whole ? 'part' : 'nothing', is_of_made }
  }
}

/** By who it is with, the dates that were paid; what was said before to have gone back of them is taken off. */
export function paidDatesOf(matches: readonly Made[], earlier: readonly PaidBefore[]): Map<string, PaidDate[]> {
  const byKey = new Map<string, PaidDate>()
  const byParty = new Map<string, Set<PaidDate>>()
  const dateOf = ({ row, scheduled_date }: OneDate): PaidDate => {
    const key = dateKey(row, scheduled_date)
    const date = byKey.get(key) ?? new PaidDate({ row, scheduled_date }, key)
    byKey.set(key, date)
    return date
  }
  const add = (date: PaidDate, payment: BankPayment, is_made: boolean): void => {
    date.add(payment, is_made)
    const party = partyOf(payment)
    byParty.set(party, (byParty.get(party) ?? new Set()).add(date))
  }
  for (const { match, payment, went_back } of earlier) if (!went_back) add(dateOf(match), payment, false)
  for (const { match, payment, went_back } of earlier) if (went_back) dateOf(match).take(payment)
  for (const made of matches) {
    const date = dateOf(made.match)
    date.made = made
    add(date, made.payment, true)
  }
  return new Map([...byParty].map(([party, dates]) => [party, [...dates]]))
}

/** Payments without a date, as dates that they alone pay: that of one which went back is open, and its match is not kept. */
export function asPaidDates(payments: readonly BankPayment[]): Map<BankPayment, PaidDate> {
  return new Map(
    payments.map((payment) => {
      const date = new PaidDate(null, payment.transactions[0]!.id)
      date.add(payment, false)
      return [payment, date]
    }),
  )
}
