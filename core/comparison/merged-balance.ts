/**
 * The balance after changes on both sides. Where each side's change is what the payments do that it has marked as made, both count: the
 * payments of either side, and one that both have marked once. Anything else is a balance that somebody wrote, which is asked about.
 */
import { addDays } from '../calendar.ts'
import { isSameValue } from '../fields.ts'
import { isAmount } from '../money/money.ts'
import { isSettled, paidAmount, wholeAmount } from '../payments/part-payments.ts'
import { withOpeningPots } from '../projection/opening-pots.ts'
import { project } from '../projection/project.ts'
import { exceptionCollections, type Account, type Collection, type OpeningPot, type Payment, type Scenario } from '../scenario.ts'

type Balance = Pick<Scenario, 'planning_balance_cents' | 'start_date' | 'opening_pots' | 'balance_allocated'>

/**
 * The balance with the payments of both sides; `asks`: it can't be told which of them it has; null: a side's change is not that of
 * payments.
 */
export function balanceOfPayments(base: Scenario, mine: Scenario, theirs: Scenario): Balance | 'asks' | null {
  if (mine.start_date !== base.start_date || theirs.start_date !== base.start_date) return null
  const [made, madeThere] = [newlyMade(base, mine), newlyMade(base, theirs)]
  const [delta, deltaThere] = [mine, theirs].map((side) => side.planning_balance_cents - base.planning_balance_cents) as [number, number]
  const sum = sumOfBoth([made, madeThere], [delta, deltaThere])
  if (sum === null) return delta === deltaThere && areApart(base, mine, theirs) ? 'asks' : null
  const pots = addedPots(
    base,
    mine,
    theirs,
    [...made.keys()].some((key) => madeThere.has(key)),
  )
  if (sum === 'asks' || pots === 'asks') return 'asks'
  const planning_balance_cents = base.planning_balance_cents + sum
  return isAmount(planning_balance_cents) ? { ...pots, start_date: base.start_date, planning_balance_cents } : 'asks'
}

/**
 * The balances of the other accounts that both sides have, where a side has changed one or marked payments on it: as the main one's. null:
 * nothing follows from payments, so that it is a field like any other.
 */
export function balancesOfPayments(base: Scenario, mine: Scenario, theirs: Scenario): Map<string, number | 'asks' | null> {
  const found = new Map<string, number | 'asks' | null>()
  if (mine.start_date !== base.start_date || theirs.start_date !== base.start_date) return found
  for (const { id, balance_cents } of base.accounts) {
    const [here, there] = [mine, theirs].map((side) => side.accounts.find((account) => account.id === id))
    if (!here || !there || (here.balance_cents === balance_cents && there.balance_cents === balance_cents)) continue
    const sum = sumOfBoth(
      [newlyMade(base, mine, id), newlyMade(base, theirs, id)],
      [here.balance_cents - balance_cents, there.balance_cents - balance_cents],
    )
    const isOneChange = sum === null && here.balance_cents === there.balance_cents
    if (isOneChange && areApart(base, mine, theirs)) found.set(id, 'asks')
    else found.set(id, typeof sum !== 'number' ? sum : isAmount(balance_cents + sum) ? balance_cents + sum : 'asks')
  }
  return found
}

/**
 * What both sides' changes come to, each payment once; `asks`: it can't be told which of them a change has; null: a change is not that of
 * payments.
 */
function sumOfBoth([made, madeThere]: readonly [Made, Made], [delta, deltaThere]: readonly [number, number]): number | 'asks' | null {
  const both = [...made.keys()].filter((key) => madeThere.has(key))
  const [ways, waysThere] = [waysOf(made, both, delta), waysOf(madeThere, both, deltaThere)]
  if (ways.length === 0 || waysThere.length === 0) return null
  const isOneAmount = (delta === 0 && deltaThere === 0) || both.every((key) => made.get(key) === madeThere.get(key))
  // Of what both have marked, each side says by its sum alone whether the balance had it.
  return ways.length > 1 || waysThere.length > 1 || ways[0] !== waysThere[0] || !isOneAmount ? 'asks' : delta + deltaThere - ways[0]!
}

/** Whether each side has marked payments that the other has not: what changed by as much on both need not be one change. */
function areApart(base: Scenario, mine: Scenario, theirs: Scenario): boolean {
  const places = [null, ...base.accounts.map(({ id }) => id)]
  const [made, madeThere] = [mine, theirs].map((side) => new Set(places.flatMap((id) => [...newlyMade(base, side, id).keys()])))
  return !made!.isSubsetOf(madeThere!) && !madeThere!.isSubsetOf(made!)
}

/** By payment, what it does to a balance; minor units. */
type Made = ReadonlyMap<string, number>

/**
 * What each date that a side has marked as made since does to the balance of an account (null: the main one), in minor units; what comes
 * onto it adds.
 */
export function newlyMade(base: Scenario, side: Scenario, account_id: string | null = null): Made {
  const found = new Map<string, number>()
  for (const collection of exceptionCollections) {
    const before = new Map((base[collection] as readonly (Payment | Account)[]).map((row) => [row.id, row]))
    for (const row of side[collection] as readonly (Payment | Account)[]) {
      const known = before.get(row.id)
      const way = known === row ? 0 : wayTo(account_id, collection, row)
      if (way === 0) continue
      for (const date of Object.keys(row.exceptions)) {
        const amount_cents = madeOf(row, date) - (known ? madeOf(known, date) : 0)
        if (amount_cents > 0) found.set(`${collection}/${row.id}/${date}`, way * amount_cents)
      }
    }
  }
  return found
}

/** Whether a payment of a row comes onto an account (1), leaves it (−1), or does neither. Of an account: the payments of its card. */
function wayTo(account_id: string | null, collection: Collection, row: Payment | Account): -1 | 0 | 1 {
  if ('card' in row) return row.card === null ? 0 : row.id === account_id ? 1 : row.card.paid_from_account_id === account_id ? -1 : 0
  if ('from_account_id' in row) return row.to_account_id === account_id ? 1 : row.from_account_id === account_id ? -1 : 0
  return row.account_id !== account_id ? 0 : collection === 'incomes' ? 1 : -1
}

/** What is marked as made of a date; where no payments are noted, all of one that is settled. Of a card's payment what is said of it. */
const madeOf = (row: Payment | Account, date: string): number =>
  paidAmount(row, date) || (isSettled(row, date) && isFinite(wholeAmount(row, date)) ? wholeAmount(row, date) : 0)

/** So many sums are tried; a side that has marked more payments than that, some counted and some not, is asked about. */
const sumsTried = 8_192
const bothTried = 4

/**
 * How much of what both have marked is in a side's change of the balance: every sum of it with which payments of its own explain the rest.
 */
function waysOf(payments: Made, both: readonly string[], delta_cents: number): number[] {
  const own = [...payments].filter(([key]) => !both.includes(key)).map(([, cents]) => cents)
  const shared = both.map((key) => payments.get(key)!)
  const whole = [0, shared.reduce((sum, cents) => sum + cents, 0)]
  const sums = new Set(shared.length > bothTried ? whole : subsetSums(shared))
  return [...sums].filter((sum) => isSumOf(own, delta_cents - sum))
}

const subsetSums = (amounts: readonly number[]): Iterable<number> => {
  let sums = new Set([0])
  for (const cents of amounts) if (sums.size <= sumsTried) sums = sums.union(new Set([...sums].map((sum) => sum + cents)))
  return sums
}

/** All of them first, as it mostly is; then some of them. */
function isSumOf(amounts: readonly number[], wanted: number): boolean {
  if (amounts.reduce((sum, cents) => sum + cents, 0) === wanted || wanted === 0) return true
  return new Set(subsetSums(amounts)).has(wanted)
}

type Pots = Pick<Scenario, 'opening_pots' | 'balance_allocated'>

/** The opening pots with what either side added and took. */
function addedPots(base: Scenario, mine: Scenario, theirs: Scenario, isShared: boolean): Pots | 'asks' {
  const balance_allocated = mine.balance_allocated || theirs.balance_allocated
  if (isSameValue(mine.opening_pots, base.opening_pots) && mine.balance_allocated === base.balance_allocated)
    return { opening_pots: theirs.opening_pots, balance_allocated }
  if (isSameValue(theirs.opening_pots, base.opening_pots) && theirs.balance_allocated === base.balance_allocated)
    return { opening_pots: mine.opening_pots, balance_allocated }
  const start = balance_allocated === base.balance_allocated ? base : divided(base)
  if (!start) return 'asks'
  const held = ({ opening_pots }: Pots): Map<string, number> =>
    new Map(opening_pots.map(({ target, amount_cents }) => [target, amount_cents]))
  const before = held(start)
  // A side that has left the balance undivided begins with what was there then.
  const [here, there] = [mine, theirs].map((side) => ({
    pots: held(side),
    from: side.balance_allocated === base.balance_allocated ? held(base) : before,
  }))
  const opening_pots: OpeningPot[] = []
  const added = new Set([...here!.pots.keys(), ...there!.pots.keys()].filter((target) => !before.has(target)))
  for (const target of [...before.keys(), ...[...added].sort()]) {
    const [delta, deltaThere] = [here!, there!].map(({ pots, from }) => (pots.get(target) ?? 0) - (from.get(target) ?? 0)) as [
      number,
      number,
    ]
    const isBoth = isShared && delta !== 0 && deltaThere !== 0
    if (isBoth && delta !== deltaThere) return 'asks'
    const amount_cents = (before.get(target) ?? 0) + delta + (isBoth ? 0 : deltaThere)
    if (amount_cents < 0 || !isAmount(amount_cents)) return 'asks'
    if (amount_cents > 0) opening_pots.push({ target, amount_cents })
  }
  return { opening_pots, balance_allocated }
}

/** What a plan begins with in its pots once the rules on its balance have set their part aside; null: that can't be told. */
function divided(base: Scenario): Pots | null {
  const projected = project(base, { today: base.start_date, until: addDays(base.start_date, 1) })
  return projected.ok ? withOpeningPots(projected.projection, new Map()) : null
}
