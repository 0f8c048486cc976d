/** What repeats at the bank, held against a plan: what waits for a word, what seems to have ended, and what is settled. */
import type { Scenario } from '../scenario.ts'
import { isSpentByKind } from '../spending/spending-bills.ts'
import type { AccountTransaction } from './history.ts'
import { ownChanges, withoutOwn, type OwnChanges } from './own-changes.ts'
import type { Proposal } from './proposal.ts'
import { reconcile, type Reconciled } from './reconcile.ts'

export interface Inbox {
  /** What waits for a word: it is new, may be a row of the plan, or would change one. Best first. */
  going: Reconciled[]
  /** The same of what seems to have ended. */
  ended: Reconciled[]
  /** What the plan has already, and what was put aside. */
  settled: Reconciled[]
}

interface Known {
  /** The main account's transactions by id, where there are any. */
  charges?: ReadonlyMap<string, AccountTransaction>
  /** Of a what-if, the plan as it was when it began; null: it is none. */
  parted?: Scenario | null
}

export function inboxOf(proposals: readonly Proposal[], scenario: Scenario, { charges, parted = null }: Known = {}): Inbox {
  const own = ownChanges(scenario, parted)
  const left = parted === null ? new Set<Proposal>() : leftOut(proposals, parted, own)
  const found = reconcile(proposals, scenario, charges)
    .filter(({ kind, proposal }) => kind !== 'new' || !(isSpentByKind(scenario, proposal) || left.has(proposal)))
    .map((one) => (one.kind === 'known' ? { ...one, fields: withoutOwn(one.fields, own.of(one.row)) } : one))
    .sort((a, b) => rank(a) - rank(b) || b.proposal.confidence - a.proposal.confidence)
  const open = found.filter(isOpen)
  const hasEnded = ({ proposal }: Reconciled): boolean => proposal.state === 'lapsed'
  return {
    going: open.filter((one) => !hasEnded(one)),
    ended: open.filter(hasEnded),
    settled: found.filter((one) => !isOpen(one)),
  }
}

/** Those that a row stood for which the what-if has otherwise, so that it may stand for them no longer, or no more. */
const leftOut = (proposals: readonly Proposal[], parted: Scenario, { isOther }: OwnChanges): Set<Proposal> =>
  new Set(
    reconcile(proposals, parted).flatMap((one) =>
      (one.kind === 'known' || one.kind === 'covered') && isOther(one.row) ? [one.proposal] : [],
    ),
  )

/** Whether it can be taken with others at one press: steady, and nothing about it is to be chosen. */
export const isClear = (one: Reconciled): boolean => one.kind === 'new' && one.proposal.state === 'steady' && one.goes_to === undefined

const isOpen = (one: Reconciled): boolean =>
  one.kind === 'new' ||
  one.kind === 'covered' ||
  (one.kind === 'moved' && !one.by_itself) ||
  (one.kind === 'known' && Object.keys(one.fields).length > 0)

const order = { early: 1, steady: 0, lapsed: 2 }
const rank = ({ proposal }: Reconciled): number => order[proposal.state]

/**
 * What of proposals is kept of a plan, so that it can say how many wait for a word without the transactions: not what pays a card by
 * itself, which they tell.
 */
export const proposalsToKeep = (
  proposals: readonly Proposal[],
  scenario: Scenario,
  charges: ReadonlyMap<string, AccountTransaction>,
): Proposal[] => reconcile(proposals, scenario, charges).flatMap((one) => (one.kind === 'moved' && one.by_itself ? [] : [one.proposal]))
