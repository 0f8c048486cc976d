/**
 * The one place that moves money in its order, day by day: incomes land and are divided, bills are paid from pots and accounts, transfers,
 * payments of cards, interest. With somebody to tell, every posting of the plan; else what depends on its order alone.
 */
import type { AccountPart, PartMoney, PotDays, SimulationSetup } from './setup.ts'
import { amountsInTurn } from './due-amounts.ts'
import { landing } from './landing.ts'
import { layOutAll, layOutSome } from './layout.ts'
import { rulesOn, sharesOfBalance } from './paydays.ts'
import { main, outside, type Place, type Posting } from './posting.ts'
import { potMoney, type PotMoney, type Tell } from './pot-money.ts'

/**
 * Rows that pots have to do with: bills that have one, and incomes that are divided; with them those of the accounts' that are taken in
 * order. Ascending.
 */
export function rowsOfPots(setup: SimulationSetup, part: AccountPart | null): Int32Array {
  const known = found.get(setup.pots)
  if (known?.setup.scenario === setup.scenario && known.setup.places === setup.places && known.part === part) return known.rows
  const rows = foundAnew(setup, part)
  found.set(setup.pots, { setup, part, rows })
  return rows
}

/** No amount counts for it, so it is the same in each run of a plan whose amounts vary. */
const found = new WeakMap<SimulationSetup['pots'], { setup: SimulationSetup; part: AccountPart | null; rows: Int32Array }>()

function foundAnew({ scenario, places, pots }: SimulationSetup, part: AccountPart | null): Int32Array {
  const { incomes, allocations } = scenario
  const isDivided = allocations.some(({ base }) => base === 'income')
  const rows: number[] = []
  if (isDivided) for (let which = 0; which < incomes.length; which += 1) if (places.to[which] === main) rows.push(which)
  for (let which = incomes.length; which < pots.of_row.length; which += 1) if (pots.of_row[which]! >= 0) rows.push(which)
  return part === null || part.ordered.length === 0 ? Int32Array.from(rows) : Int32Array.from([...rows, ...part.ordered]).sort()
}

/**
 * `others`: the accounts that are worked out along. `end_day` ends it early, for who listens to the first days alone: index of the first
 * day left out.
 */
export function moveMoney(
  setup: SimulationSetup,
  part: AccountPart | null,
  tell?: Tell,
  end_day = Infinity,
): PotDays & { others: PartMoney | null } {
  const { scenario, occurrences, amounts, pots, places, first_pot, noted_days, month_ends } = setup
  const { of_row } = pots
  const { from, to } = places
  const dayCount = occurrences.until_day - occurrences.start_day
  const incomeCount = scenario.incomes.length
  const held = new Float64Array(dayCount)
  const paid_elsewhere = places.accounts.length > 0 ? new Float64Array(dayCount) : null
  const sums = new Float64Array(month_ends.length * 3)
  const noted: Float64Array[] = []
  const others = part === null ? null : setup.accountDays!.partMoney(setup, part, [], tell)
  const money = potMoney(pots, amounts, first_pot, (place, cents, day, event) => others!.share(place, cents, day, event), tell)
  others?.withPots(money)
  const balance = scenario.planning_balance_cents
  tell?.(fromOutside('balance', 0, -1, balance))
  const opening = pots.opening_cents.reduce((sum, cents) => sum + cents, 0)
  const landed = landing(setup, money, tell)

  let fromPots = 0
  let released = openPots(setup, money, tell)
  let allocated = scenario.balance_allocated ? 0 : divideBalance(setup, money, balance - opening + released)

  const { first, row } = tell ? layOutAll(occurrences) : layOutSome(occurrences, rowsOfPots(setup, part))
  const nextAmount = amountsInTurn(amounts)
  const end = Math.min(dayCount, end_day)
  let [month, nextNoted, event] = [0, 0, 0]
  for (let day = 0; day < end; day += 1) {
    for (const events_end = first[day + 1]!; event < events_end; event += 1) {
      const which = row[event]!
      const amount = nextAmount(which)
      const pot = of_row[which]!
      if (which < incomeCount && to[which] === main) {
        tell?.(fromOutside('income', day, event, amount))
        if (landed.isDivided) allocated += landed.divide(which, amount, day, event)
        continue
      }
      if (pot < 0) {
        if (others !== null) others.move(which, amount, day, event)
        else if (tell && amount > 0) tell({ rule: 'bill', day, event, allocation: -1, from: main, to: outside, cents: amount })
        continue
      }
      landed.collect(pot)
      const paid = money.pay(pot, which, amount)
      const out = from[which]!
      const hold = pots.holds[out]!
      // Charged to a card, the pot's money waits for the card to be paid.
      if (hold >= 0) money.held[hold]! += paid
      const fromPot = hold < 0 ? paid : 0
      if (tell) tellPaid(tell, { day, event, allocation: -1 }, first_pot + pot, hold < 0 ? outside : first_pot + hold, paid, out, amount)
      if (out !== main) {
        others!.add(out, fromPot - amount, day)
        paid_elsewhere![day]! += fromPot
      }
      fromPots += fromPot
      landed.reopen(pot)
      if (!money.isOver(pot)) continue
      released += money.release(pot, day, event)
      landed.close(pot)
    }
    others?.end(day)
    const given = released + (others === null ? 0 : others.released_cents)
    held[day] = opening + allocated - fromPots - given - (others === null ? 0 : others.held_paid_cents)
    if (day === noted_days[nextNoted]) {
      landed.flush()
      noted.push(money.held.slice())
      nextNoted += 1
    }
    if (day === month_ends[month]) {
      sums.set([fromPots, allocated, given], month * 3)
      month += 1
    }
  }
  return {
    held,
    paid_elsewhere,
    sums: byMonth(sums),
    noted,
    paid_cents: money.paid_cents,
    paid_from: money.paid_from,
    full_day: money.full_day,
    accounts: others?.finish(end) ?? null,
    others,
  }
}

/** Sums since the beginning as those of each month. */
function byMonth(sums: Float64Array): Float64Array {
  for (let at = sums.length - 1; at >= 3; at -= 1) sums[at]! -= sums[at - 3]!
  return sums
}

/** A bill that a pot has paid, or for which it is held until its card is paid; the rest leaves the bill's account. */
function tellPaid(
  tell: Tell,
  at: Pick<Posting, 'day' | 'event' | 'allocation'>,
  pot: Place,
  to: Place,
  cents: number,
  account: Place,
  amount: number,
): void {
  if (cents > 0) tell({ rule: to === outside ? 'bill' : 'held', ...at, from: pot, to, cents })
  const rest = to === outside ? amount - cents : amount
  if (rest > 0) tell({ rule: 'bill', ...at, from: account, to: outside, cents: rest })
}

/** Onto the main account. A balance below zero is money that leaves it. */
function fromOutside(rule: 'balance' | 'income', day: number, event: number, cents: number): Posting {
  const [from, to] = cents < 0 ? [main, outside] : [outside, main]
  return { rule, day, event, allocation: -1, from, to, cents: Math.abs(cents) }
}

/** Sets apart what was in the pots before; answers what they give back of it because they hold less. */
function openPots({ pots, first_pot }: SimulationSetup, { held, release, noteFull }: PotMoney, tell?: Tell): number {
  let released = 0
  for (let pot = 0; pot < held.length; pot += 1) {
    tell?.({ rule: 'opening_pot', day: 0, event: -1, allocation: -1, from: main, to: first_pot + pot, cents: pots.opening_cents[pot]! })
    released += release(pot, 0, -1)
    noteFull(pot, 0)
  }
  return released
}

/** The rules on the balance; answers what pots took of it. */
function divideBalance({ scenario, pots, places }: SimulationSetup, money: PotMoney, cents: number): number {
  const rules = rulesOn('balance', scenario, pots, places)
  return money.setAside('allocated_from_balance', rules, rules.all, sharesOfBalance(rules, cents), 0, -1)
}
