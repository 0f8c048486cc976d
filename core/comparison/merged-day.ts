/**
 * A side that was brought to another day has a balance, accounts and pots of that day, and says of the dates before it that they are paid.
 * All of that is one: half of one side's with half of the other's would count a payment twice, or never.
 */
import { isSameValue } from '../fields.ts'
import { exceptionCollections, type Account, type Payment, type Scenario } from '../scenario.ts'
import { inOrder, type DateException, type Exceptions } from '../schedule/exceptions.ts'
import { withPastChanges } from '../schedule/past-changes.ts'
import type { Side } from './conflict.ts'
import { fieldGroups } from './content.ts'
import { newlyMade } from './merged-balance.ts'

/** Both sides once it is known whose balance holds: they differ in nothing any more that goes with it. */
export interface OfOneDay {
  /** null: both are on the day on which they began, so that payments of both sides add up. */
  side: Side | null
  base: Scenario | null
  mine: Scenario
  theirs: Scenario
}

/**
 * Asks whose balance holds where both sides have another one and a side was brought to another day. `ask`: given the ids of the accounts
 * that are part of the question.
 */
export function ofOneDay(base: Scenario | null, mine: Scenario, theirs: Scenario, ask: (account_ids: readonly string[]) => Side): OfOneDay {
  const began = base?.start_date ?? theirs.start_date
  if (mine.start_date === began && theirs.start_date === began) return { side: null, base, mine, theirs }
  const [isMineNew, isTheirsNew] = [isNew(base, mine, theirs), isNew(base, theirs, mine)]
  const isAsked = isMineNew && isTheirsNew && !isMoneySame(mine, theirs)
  const isMine = isAsked ? ask(apart(mine, theirs)) === 'mine' : !isTheirsNew
  const [chosen, other] = isMine ? [mine, theirs] : [theirs, mine]
  const left = withMoneyOf(isAsked && base ? asBefore(base, other) : other, chosen.accounts)
  return {
    side: isMine ? 'mine' : 'theirs',
    // What only one side still has was deleted on the other, which is asked about by what it had.
    base: base && withMoneyOf(base, shared(chosen.accounts, other.accounts)),
    ...(isMine ? { mine, theirs: left } : { mine: left, theirs }),
  }
}

/**
 * Whether a side has said anything of its balance and accounts since: also that one had a payment already which the other side, brought to
 * a later day, took off it.
 */
function isNew(base: Scenario | null, side: Scenario, other: Scenario): boolean {
  if (!base || !isMoneySame(side, base)) return true
  return base.accounts.some(({ id }) => {
    const takenThere = newlyMade(base, other, id)
    return [...newlyMade(base, side, id).keys()].some((key) => takenThere.has(key) || key.slice(-10) < other.start_date)
  })
}

const isMoneySame = (a: Scenario, b: Scenario): boolean =>
  fieldGroups.balance!.every((field) => isSameValue(a[field], b[field])) && apart(a, b).length === 0

/** The accounts that both have, with another balance, statement or interest so far. */
const apart = (a: Scenario, b: Scenario): string[] =>
  shared(a.accounts, b.accounts)
    .filter(
      (account) =>
        !isSameValue(
          withMoney(
            account,
            b.accounts.find(({ id }) => id === account.id)!,
          ),
          account,
        ),
    )
    .map(({ id }) => id)

const shared = (a: readonly Account[], b: readonly Account[]): Account[] => a.filter(({ id }) => b.some((other) => other.id === id))

const withMoneyOf = (scenario: Scenario, accounts: readonly Account[]): Scenario => ({
  ...scenario,
  accounts: scenario.accounts.map((account) => {
    const of = accounts.find(({ id }) => id === account.id)
    return of ? withMoney(account, of) : account
  }),
})

/** An account with what another state of it had on its day: the balance, what its card's statement still wants, its interest so far. */
function withMoney(account: Account, { balance_cents, card: ofCard, interest: ofInterest }: Account): Account {
  let { card, interest } = account
  if (card && ofCard) {
    const { credited_cents: _cents, credited_on: _on, ...rest } = card
    const { statement_cents, credited_cents, credited_on } = ofCard
    card = {
      ...rest,
      statement_cents,
      ...(credited_cents !== undefined && { credited_cents }),
      ...(credited_on !== undefined && { credited_on }),
    }
  }
  if (interest && ofInterest) {
    const { rate_basis_points } = interest
    interest = { rate_basis_points, ...(ofInterest.accrued && { accrued: ofInterest.accrued }) }
  }
  return { ...account, balance_cents, card, interest }
}

/** A side whose balance does not hold, without what it says of dates because of it: that they are paid, or carried to its day. */
function asBefore(base: Scenario, side: Scenario): Scenario {
  const day = side.start_date === base.start_date ? null : side.start_date
  const lists = exceptionCollections.map((collection) => {
    const before = base[collection] as readonly (Payment | Account)[]
    const rows = (side[collection] as readonly (Payment | Account)[]).map((row) => {
      const known = before.find(({ id }) => id === row.id)
      if (known === row) return row
      if (known && !('card' in row) && !('card' in known)) return paymentBefore(known, row, day)
      // A part of a row that was cut in two has what was said of its dates.
      return {
        ...row,
        exceptions: datesBefore((known ?? before.find(({ name }) => name === row.name))?.exceptions ?? {}, row.exceptions, day),
      }
    })
    return [collection, rows]
  })
  return { ...side, ...Object.fromEntries(lists) }
}

function paymentBefore(base: Payment, row: Payment, day: string | null): Payment {
  const folded = day === null ? {} : withPastChanges({ ...base, exceptions: row.exceptions }, day)
  const own = isSameValue(row.changes, folded.changes)
    ? Object.keys(folded).filter((field) => isSameValue(row[field as keyof Payment], folded[field as keyof Payment]))
    : []
  const unfolded = { ...row, ...Object.fromEntries(own.map((field) => [field, base[field as keyof Payment]])), exceptions: row.exceptions }
  const exceptions = datesBefore(base.exceptions, row.exceptions, day)
  if (base.schedule !== null || unfolded.schedule !== null || base.due_date === row.due_date) return { ...unfolded, exceptions }
  // What is due once has the day it was paid on, or carried to, as its date.
  const isCarried = day !== null && row.due_date !== null && row.due_date <= day
  const isOfBalance = isCarried || row.due_date === null || isMadeSince(base.exceptions, row.exceptions, row.due_date)
  return isOfBalance ? { ...unfolded, due_date: base.due_date, exceptions: base.exceptions } : { ...unfolded, exceptions }
}

const isMadeSince = (before: Exceptions, now: Exceptions, date: string): boolean =>
  !isSameValue(before[date]?.paid, now[date]?.paid) || before[date]?.rest !== now[date]?.rest

/** What is said of dates, but that they are paid, or were put on days that a plan was brought past, is as it is; these are as before. */
function datesBefore(before: Exceptions, now: Exceptions, day: string | null): Exceptions {
  const result: Record<string, DateException> = {}
  for (const date of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const [was, is] = [before[date], now[date]]
    const isCarried = day !== null && is?.moved_to !== undefined && is.moved_to <= day && was?.moved_to !== is.moved_to
    if (isMadeSince(before, now, date)) {
      if (was) result[date] = was
    } else if (is && isCarried) {
      const { moved_to: _moved, ...rest } = is
      const said = was?.moved_to === undefined ? rest : { ...rest, moved_to: was.moved_to }
      if (Object.keys(said).length > 0) result[date] = said
    } else if (is) result[date] = is
  }
  return inOrder(result)
}
