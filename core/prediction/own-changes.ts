/**
 * What a what-if has otherwise on purpose: a rent that is changed in it, a subscription that is left out. The bank goes on saying what is
 * so without it, and is no reason to change it back.
 */
import { isSameValue } from '../fields.ts'
import type { Payment, Scenario } from '../scenario.ts'

type Rows = Pick<Scenario, 'bills' | 'incomes' | 'transfers'>

/** Fields of a row that say how much, and those that say when; what is otherwise from a date on may say both. */
const ofAmount = ['amount_cents', 'amount_low_cents', 'amount_high_cents', 'changes'] as const
const ofDays = ['schedule', 'due_date', 'changes'] as const

export interface OwnChange {
  amount: boolean
  days: boolean
}

export interface OwnChanges {
  /** Whether a row has its own amount or its own days in the what-if. */
  of: (row: Payment) => OwnChange
  /** Whether the what-if has a row of the plan otherwise, or no more. */
  isOther: (row: Payment) => boolean
}

const nothing: OwnChanges = { of: () => ({ amount: false, days: false }), isOther: () => false }

const rowsOf = ({ bills, incomes, transfers }: Rows): Payment[] => [...bills, ...incomes, ...transfers]

/** `parted`: the plan as it was when the what-if began; null: it is no what-if, or that is not known. */
export function ownChanges(scenario: Rows, parted: Rows | null): OwnChanges {
  if (parted === null) return nothing
  const before = new Map(rowsOf(parted).map((row) => [row.id, row]))
  const now = new Map(rowsOf(scenario).map((row) => [row.id, row]))
  const of = (row: Payment): OwnChange => {
    const was = before.get(row.id)
    if (!was) return { amount: false, days: false }
    const differs = (field: keyof Payment): boolean => !isSameValue(was[field], row[field])
    // What is due once is carried along, which is no word of the person's.
    const repeats = row.schedule !== null || was.schedule !== null
    return { amount: ofAmount.some(differs), days: repeats && ofDays.some(differs) }
  }
  const isOther = ({ id }: Payment): boolean => {
    const row = now.get(id)
    if (!row) return before.has(id)
    const { amount, days } = of(row)
    return amount || days
  }
  return { of, isOther }
}

/** What of a change that the bank speaks for is left, once what the what-if has otherwise on purpose stays as it is. */
export function withoutOwn(fields: Partial<Payment>, { amount, days }: OwnChange): Partial<Payment> {
  const stays = new Set<string>([
    ...(amount ? ofAmount : []),
    ...(days ? [...ofDays, 'exceptions'] : []),
    ...(amount || days ? ['changes'] : []),
  ])
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !stays.has(field)))
}
