/** A bill or an income that a person's transactions show, with what it rests on. */
import { isBlank } from '../blank.ts'
import type { Exceptions } from '../schedule/exceptions.ts'
import type { Evidence, Payment } from '../scenario.ts'
import type { Schedule } from '../schedule/rule.ts'
import type { CategoryHint } from './categories.ts'

export interface Way {
  from_account_id: string | null
  to_account_id: string | null
}

export interface Proposal {
  direction: 'out' | 'in'
  /** Whose charges they are; '' where transactions name none. */
  account: string
  /** Of money that moves between two accounts that were read: the one that it reaches. */
  reaches?: string
  /** Of such money, between which accounts of the plan; null: the main one. */
  way?: Way
  /** The normalised key that ties it to its charges, and to what it was accepted or dismissed as. */
  payee: string
  /** For a person. */
  name: string
  /** Minor units, ≥ 0: what is expected next. */
  amount_cents: number
  /** The range it lies in; both the amount itself where it does not vary. */
  amount_low_cents: number
  amount_high_cents: number
  schedule: Schedule
  /** What is expected of single dates to come: amounts of a season, pauses. */
  exceptions: Exceptions
  /**
   * What is special about it: last year's same month; a usual sum among odd ones; extra sums expected; its own dates of the year; a day or
   * name that changed.
   */
  because?: 'season' | 'usual' | 'extra' | 'yearly_dates' | 'day_changed' | 'renamed'
  /** The name it had before, where that changed. */
  was?: string
  /** The next date on or after today, or the one that is overdue by a few days; of a lapsed one the next there would have been. */
  due_date: string
  category?: CategoryHint
  /** 0–1. */
  confidence: number
  /** early: few charges yet; lapsed: it seems to have ended. */
  state: 'early' | 'steady' | 'lapsed'
  /** Oldest first. */
  transaction_ids: string[]
  /** By how many days the latest were late, below 0 early, where any was not on its day. */
  late_days?: number[]
  first_date: string
  last_date: string
  /** Dates on which a charge was due and did not come. */
  missed: string[]
  price_changes: { date: string; from_cents: number; to_cents: number }[]
}

/** The longest key and name that a row holds; both are cut to it. */
const characters = 120

export const evidenceOf = ({ payee, confidence, transaction_ids, first_date, last_date, late_days }: Proposal): Evidence => ({
  payee: [...payee].slice(0, characters).join(''),
  confidence,
  charges: transaction_ids.length,
  first_date,
  last_date,
  ...(late_days && { late_days }),
})

/** What a row has once the proposal is accepted; `category` is what its category is called. */
export function rowOf(proposal: Proposal, category: string | null = null): Omit<Payment, 'id' | 'position' | 'created_at' | 'updated_at'> {
  const { amount_cents, amount_low_cents, amount_high_cents } = proposal
  const varies = amount_low_cents < amount_high_cents
  const name = [...proposal.name].slice(0, characters).join('').trim()
  return {
    name: isBlank(name) ? proposal.payee : name,
    amount_cents,
    amount_low_cents: varies ? amount_low_cents : null,
    amount_high_cents: varies ? amount_high_cents : null,
    due_date: proposal.due_date,
    schedule: proposal.schedule,
    exceptions: proposal.exceptions,
    changes: [],
    category,
    predicted: true,
    evidence: evidenceOf(proposal),
  }
}

/** What goes on before what ended, the surer first, then the larger; all ties are broken, so that the order is one. */
export function inBestOrder(a: Proposal, b: Proposal): number {
  return (
    Number(a.state === 'lapsed') - Number(b.state === 'lapsed') ||
    b.confidence - a.confidence ||
    b.amount_cents - a.amount_cents ||
    inTextOrder(a.payee, b.payee) ||
    inTextOrder(a.account, b.account) ||
    inTextOrder(a.transaction_ids[0]!, b.transaction_ids[0]!)
  )
}

const inTextOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
