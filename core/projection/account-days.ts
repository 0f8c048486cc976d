/**
 * The accounts beside the main one, worked out in parts: those together of which one's balance decides what moves on another, each kept
 * until an edit touches it.
 */
import type { CardPayment } from './account-money.ts'
import { partDays, partMoney } from './account-part.ts'
import type { AccountDays, AccountPart, AccountParts, AccountRules, PartDays, PotDays, KeptDays, SimulationSetup } from './setup.ts'
import { isDebt } from './account-places.ts'
import type { Flow } from './day-sums.ts'
import { keptDays } from './kept-days.ts'
import { partDependsOn } from './pot-days.ts'
import { main } from './posting.ts'

/** All in one, to be told in their order. */
function together({ places, rows }: SimulationSetup): AccountPart {
  return { places: places.accounts.map((_, nth) => nth + 1), ordered: [...rows.keys()], plain: [] }
}

/** No amount counts for it, so it is the same in each run of a plan whose amounts vary. */
const found = new WeakMap<SimulationSetup['places'], Pick<SimulationSetup, 'rows' | 'pots'> & { parts: AccountParts }>()

function partsOf(setup: SimulationSetup): AccountParts {
  const { places, pots, rows } = setup
  const known = found.get(places)
  if (known?.rows === rows && known.pots === pots) return known.parts
  const parts = foundAnew(setup)
  found.set(places, { rows, pots, parts })
  return parts
}

function foundAnew(setup: SimulationSetup): AccountParts {
  const { places, pots, rows } = setup
  const { accounts, from, to, isOrdered } = places
  const isOwed = (place: number): boolean => place > 0 && isDebt(accounts[place - 1]!)
  const rootOf = joined(setup, isOwed)
  const parts = new Map<number, AccountPart>([[main, { places: [], ordered: [], plain: [] }]])
  accounts.forEach((_, nth) => {
    const root = rootOf(nth + 1)
    if (!parts.has(root)) parts.set(root, { places: [], ordered: [], plain: [] })
    parts.get(root)!.places.push(nth + 1)
  })
  const partAt = (place: number): AccountPart => parts.get(rootOf(place))!
  for (let which = 0; which < rows.length; which += 1) {
    const [out, into] = [from[which]!, to[which]!]
    if ((out <= main && into <= main) || pots.of_row[which]! >= 0) continue
    if (out > main && isOrdered[out] === 1) partAt(out).ordered.push(which)
    else if (into > main && isOrdered[into] === 1) partAt(into).ordered.push(which)
    else {
      const [one, other] = [out > main ? partAt(out) : null, into > main ? partAt(into) : null]
      one?.plain.push(which)
      if (other !== one) other?.plain.push(which)
    }
  }
  const withPots = parts.get(main)!
  parts.delete(main)
  const isAsked =
    withPots.places.length > 0 ||
    places.of_allocation.some((place) => place >= 0) ||
    pots.of_row.some((pot, which) => pot >= 0 && from[which]! > main)
  return {
    withPots: isAsked ? withPots : null,
    debts: [...parts.values()].filter((part) => isOwed(part.places[0]!)),
    others: [...parts.values()].filter((part) => !isOwed(part.places[0]!)),
  }
}

/**
 * By which place each account's part is known; the main one's for those that have to do with pots: money is held for a card, a rule goes to
 * a debt, a pot pays a bill that is on one. Debts are together where one is paid from another, or a payment between them is cut to what is
 * owed.
 */
function joined({ places, pots }: SimulationSetup, isOwed: (place: number) => boolean): (place: number) => number {
  const { accounts, from, to, isOrdered, of_allocation, paid_from } = places
  const parents = [main, ...accounts.map((_, nth) => nth + 1)]
  const rootOf = (place: number): number => (parents[place] === place ? place : rootOf(parents[place]!))
  const join = (one: number, other: number): void => {
    const [low, high] = [rootOf(one), rootOf(other)].sort((a, b) => a - b) as [number, number]
    parents[high] = low
  }
  for (const place of of_allocation) if (isOwed(place)) join(main, place)
  accounts.forEach((_, nth) => {
    if (pots.holds[nth + 1]! >= 0) join(main, nth + 1)
    if (isOwed(paid_from[nth + 1]!)) join(nth + 1, paid_from[nth + 1]!)
  })
  for (let which = 0; which < from.length; which += 1) {
    const [out, into] = [from[which]!, to[which]!]
    if (pots.of_row[which]! >= 0 && isOwed(out)) join(main, out)
    if (isOwed(out) && isOwed(into) && (isOrdered[out] === 1 || isOrdered[into] === 1)) join(out, into)
  }
  return rootOf
}

/** Every account, once the pots and what has to do with them are known. */
function workOut(
  setup: SimulationSetup,
  { withPots, debts, others }: AccountParts,
  pots: PotDays,
  before: AccountDays | null,
): AccountDays {
  const { accounts } = setup.places
  const known = new Map(before?.kept.map((part) => [part.days.places[0], part]))
  const kept: KeptDays<PartDays>[] = []
  const keep = (part: AccountPart, given: readonly Flow[]): PartDays => {
    const found = keptDays(known.get(part.places[0]!) ?? null, {
      setup,
      rows: [part.ordered, part.plain],
      given,
      dependsOn: () => [...partDependsOn(setup, part), ...given],
      workOut: () => partDays(setup, part, given),
    })
    kept.push(found)
    return found.days
  }
  const first = debts.map((part) => ({ part, days: keep(part, []) }))
  const flows = [...(pots.accounts?.flows ?? []), ...first.flatMap(({ days }) => days.flows)]
  const second = others.map((part) => ({
    part,
    days: keep(
      part,
      flows.filter(({ place }) => place === part.places[0]),
    ),
  }))

  const tables: Float64Array[] = Array.from({ length: accounts.length })
  const payments: CardPayment[][] = Array.from({ length: accounts.length })
  const interest: AccountDays['interest'][number][] = Array.from({ length: accounts.length })
  const taken: (Float64Array | null)[] = setup.rows.map(() => null)
  const put = (days: PartDays, ordered: readonly number[]): void => {
    days.places.forEach((place, nth) => {
      tables[place - 1] = days.tables[nth]!
      payments[place - 1] = days.payments[nth]!
      interest[place - 1] = days.interest[nth]!
    })
    days.taken.forEach((cents, nth) => (taken[ordered[nth]!] = cents))
  }
  if (withPots !== null) put(pots.accounts!, withPots.ordered)
  for (const { part, days } of [...first, ...second]) put(days, part.ordered)
  return { tables, payments, interest, taken, on_main: flows.filter(({ place }) => place === main), kept }
}

/** What there is to know of accounts beside the main one. Handed to a projection, so that who has none need not load it. */
export const accountDays: AccountRules = { together, partsOf, partMoney, workOut }
