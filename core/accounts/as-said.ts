/** How a person says what is on an account: of a card and a loan what is owed, and of a card its limit, as more than nothing. */
import { isDebt } from '../projection/account-places.ts'
import type { AccountKind } from './account.ts'

/** Minor units as they are kept, the way they are said; and back again, which is the same. */
export const asSaid = (kind: AccountKind, cents: number): number => (isDebt({ kind }) ? 0 - cents : cents)
