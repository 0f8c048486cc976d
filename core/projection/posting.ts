/** The one way money moves: from one place to another. Figures, explanations, the journal and the flow picture read postings. */

/**
 * Where money is, as a number: `outside` the plan; an account, the main one at `main`; a pot, behind the accounts. Pots are parts
 * of the main account: what is on it is what is available and all pots.
 */
export type Place = number
export const outside: Place = -1
export const main: Place = 0

/** Why money moves. */
export type PostingRule =
  /** The balance on start_date. */
  | 'balance'
  /** Set aside already on start_date. */
  | 'opening_pot'
  /** A rule on the balance, on start_date. */
  | 'allocated_from_balance'
  /** A rule on an income, as it lands. */
  | 'allocated_from_income'
  | 'income'
  /** A bill, or the part of it that this figure bears. */
  | 'bill'
  /** A pot gives back what it can't keep: its goal is full, its bill is gone or has no later date, its card owes less. */
  | 'released'
  /** What the pot of a bill has for it, when the bill is charged to a card: it waits there until the card is paid. */
  | 'held'
  | 'transfer'
  | 'card_payment'
  | 'interest'

export interface Posting {
  rule: PostingRule
  /** Index of the day. */
  day: number
  /** Index of the payment that caused it, among all; −1 without one. */
  event: number
  /** Index of the allocation whose rule it is, −1 without one. */
  allocation: number
  from: Place
  to: Place
  /** 0 or more. */
  cents: number
  /** Of a card's payment, the date on which the rule has it due, as a day number. */
  due_day?: number
}

/** What a posting adds to some places together; signed. What moves between two of them adds nothing. */
export function changeOf({ from, to, cents }: Posting, isThere: (place: Place) => boolean): number {
  return (isThere(to) ? cents : 0) - (isThere(from) ? cents : 0)
}

export const isAvailable = (place: Place): boolean => place === main

/** Which places are pots, and which the main account with its pots. `first_pot`: the place of the first pot. */
export const isPot =
  (first_pot: Place) =>
  (place: Place): boolean =>
    place >= first_pot
export const isMainAccount =
  (first_pot: Place) =>
  (place: Place): boolean =>
    place === main || place >= first_pot

/**
 * Whether a posting belongs to the payment of the one before it: what a pot and what an account pay of a bill, or of a card, are two
 * postings.
 */
export function isSamePayment(before: Posting | undefined, posting: Posting): boolean {
  if (before?.rule !== posting.rule) return false
  if (posting.rule === 'bill') return before.event === posting.event
  return posting.rule === 'card_payment' && before.to === posting.to && before.due_day === posting.due_day && before.day === posting.day
}

/** Postings as whole payments, in their order: each by itself but for those of one payment, which stand together. */
export function entriesOf(postings: readonly Posting[]): Posting[][] {
  const entries: Posting[][] = []
  for (const posting of postings) {
    const last = entries.at(-1)
    if (last && isSamePayment(last[0], posting)) last.push(posting)
    else entries.push([posting])
  }
  return entries
}
