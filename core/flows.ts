/** From income to targets: what each income, and the balance on its day, gives to whom over some months. */
import { sumOf } from './money.ts'
import { balanceDivision, paydayDivisions, type Division } from './projection/divisions.ts'
import type { Projection } from './projection/projection.ts'

export interface Flow {
  /** An income's id, or `balance`. */
  source: string
  /** An allocation's target, or `rest`: what no pot took. */
  target: string
  /** > 0. */
  cents: number
}

/** Sums over all paydays from `from` to before `until`; the balance takes part when its day lies there. For each source the flows sum to what came in from it. */
export function flowsOf(projection: Projection, from: string, until: string): Flow[] {
  const flows = new Map<string, Flow>()
  const add = (source: string, target: string, cents: number): void => {
    if (cents <= 0) return
    const key = `${source} ${target}`
    const known = flows.get(key)
    flows.set(key, { source, target, cents: sumOf([known?.cents ?? 0, cents]) })
  }
  const divide = (source: string, { base_cents, shares }: Division): void => {
    for (const { target, kept_cents } of shares) add(source, target, kept_cents)
    add(source, 'rest', base_cents - sumOf(shares.map(({ kept_cents }) => kept_cents)))
  }
  const { start_date } = projection
  const balance = start_date >= from && start_date < until ? balanceDivision(projection) : null
  if (balance && balance.base_cents > 0) divide('balance', balance)
  for (const division of paydayDivisions(projection, from, until)) divide(division.income_id, division)
  return [...flows.values()]
}
