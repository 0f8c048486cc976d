/** How a person says what is on an account: of a card and a loan what is owed, and of a card its limit, as more than nothing. */
import { isDebt } from '../projection/account-places.ts'
import type { AccountKind } from './account.ts'

/** Minor units as they are kept, the way they are said; and back again, which is the same. */
export const asSaid = (kind: AccountKind, cents: number): number => (isDebt({ kind }) ? 0 - cents : cents)

/** A balance as it was written while an account was of a kind; `isTyped`: by the person, not filled in from the plan. */
export interface Written {
  kind: AccountKind
  cents: number
  isTyped: boolean
}

/**
 * A balance said of another kind: what is owed stays owed, what is there stays there. But a sum above zero that a person typed is what is
 * owed, once they choose a card or a loan for it.
 */
export function saidOfKind({ kind, cents, isTyped }: Written, to: AccountKind): number {
  const isOwedSince = isTyped && cents > 0 && !isDebt({ kind })
  return isOwedSince ? cents : asSaid(to, asSaid(kind, cents))
}

/** The least of an account said of another kind: an overdraft is a card's limit, and back. A least that is to stay there is none: null. */
export function leastOfKind({ kind, cents }: Written, to: AccountKind): number | null {
  const said = asSaid(to, asSaid(kind, cents))
  return to === 'card' && kind !== 'card' && said <= 0 ? null : said
}
