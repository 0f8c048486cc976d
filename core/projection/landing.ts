/** An income as it lands: the rules on incomes divide it, and its shares go into their pots. */
import { fillsTo, potAfter } from '../allocation.ts'
import type { SimulationSetup } from './setup.ts'
import { eachByItself, strategyOf, openPots, incomeSplitter, rulesOn } from './paydays.ts'
import type { PotMoney, Tell } from './pot-money.ts'

export interface Landing {
  /** Whether any rule divides incomes. */
  isDivided: boolean
  /** Divides an income, given by its row; answers what pots took of it. */
  divide: (which: number, amount_cents: number, day: number, event: number) => number
  /** Brings a pot up to now, before its bill is paid from it. */
  collect: (pot: number) => void
  /** A pot has paid: it takes shares again. */
  reopen: (pot: number) => void
  /** No share stays in this pot any more. */
  close: (pot: number) => void
  /** Brings all pots up to now, before they are looked at. */
  flush: () => void
}

/** Without anybody to tell, the same is worked out with less: pots that nothing reads meanwhile are booked together. */
export function landing({ scenario, pots, places }: SimulationSetup, money: PotMoney, tell?: Tell): Landing {
  const { held, most_cents, next_cents } = money
  const rules = rulesOn('income', scenario, pots, places)
  // Where a rule moves money to an account, each goes by itself too.
  const isHeard = tell !== undefined || rules.accounts.some((place) => place >= 0)
  const strategy = isHeard ? eachByItself(rules) : strategyOf(rules, pots)
  const splitter = incomeSplitter(rules, strategy, held)
  const { deferred } = splitter
  const open = openPots(rules, isHeard ? new Int16Array(0) : strategy.limited, held.length)
  const { limited } = strategy
  const { goes_on } = rules

  const divide: Landing['divide'] = (which, amount_cents, day, event) => {
    const part = splitter.of(which, amount_cents)
    part.times += 1
    const { paying } = part
    for (let slot = 0; slot < deferred.length; slot += 1) deferred[slot]! += paying[slot]!
    if (limited.length === 0) return part.sum_cents
    if (isHeard) return money.setAside('allocated_from_income', rules, limited, part.shares, day, event)
    const { shares } = part
    let taken = part.sum_cents
    for (let at = open.pots.length - 1; at >= 0; at -= 1) {
      const pot = open.pots[at]!
      const before = held[pot]!
      let after = before
      for (const nth of open.rules[pot]!) after = potAfter(after, shares[nth]!, fillsTo(goes_on[nth]!, most_cents[pot]!, next_cents[pot]!))
      if (after === before) continue
      held[pot] = after
      taken += after - before
      money.noteFull(pot, day)
      if (after >= fillsTo(open.goes_on[pot]!, most_cents[pot]!, next_cents[pot]!)) open.close(at)
    }
    return taken
  }
  const { collect, close, flush } = splitter
  return { isDivided: rules.all.length > 0, divide, collect, reopen: open.reopen, close, flush }
}
