/** For any figure of a projection: the ordered contributions that sum to it exactly. */
import type { Contribution, Explanation } from './explanation.ts'
import { summed } from './contributions.ts'
import { explanations, type Figure } from './explanations.ts'
import type { Projection } from './projection.ts'

/** Null: the projection has no such figure, because its day, month, pot or goal is not in it. */
export function explain(projection: Projection, asked: Figure): Explanation | null {
  const explanation = explanations[asked.figure] as (projection: Projection, asked: Figure) => Explanation | null
  return explanation(projection, asked)
}

/**
 * Why a figure of one projection is not that of another: what contributes to one alone, or differs, summing to b − a.
 * `inOther`: what is asked of b, where it knows what is meant by another id. Contributions match by rule, row, scheduled date and target,
 * so that what only moved within both is left out.
 */
export function explainDifference(a: Projection, b: Projection, figure: Figure, inOther: Figure = figure): Explanation | null {
  const [inA, inB] = [explain(a, figure), explain(b, inOther)]
  if (!inA || !inB) return null
  const differences = new Map<string, Contribution>()
  const add = (contribution: Contribution, sign: 1 | -1): void => {
    const key = keyOf(contribution)
    const known = differences.get(key)
    const cents = sign * contribution.cents
    differences.set(key, known ? { ...known, cents: known.cents + cents } : { ...contribution, cents })
  }
  for (const contribution of inB.contributions) add(contribution, 1)
  for (const contribution of inA.contributions) add(contribution, -1)
  return summed(
    [...differences.values()].sort((one, other) => ((one.date ?? '~') < (other.date ?? '~') ? -1 : one.date === other.date ? 0 : 1)),
  )
}

const keyOf = ({ rule, row, target, allocation_id }: Contribution): string =>
  [rule, row?.collection, row?.id, row?.nominal_date, target, allocation_id].join('|')
