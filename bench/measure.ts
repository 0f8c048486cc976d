/** How things are compared here: two sides in turn, five times over, and the median of the five ratios. */

export const rounds = 5

/** Runs every side once a round, in the same order: A B A B …, so that what slows the machine slows all of them. */
export async function inTurn<Side extends string, T>(sides: Record<Side, () => Promise<T>>): Promise<Record<Side, T[]>> {
  const names = Object.keys(sides) as Side[]
  const results = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<Side, T[]>
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) results[name].push(await sides[name]())
  }
  return results
}

/** The value below which that share (0–1) of the values lie; the nearest that was measured. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The median of what each round's two values are to each other. */
export const medianRatio = (over: readonly number[], under: readonly number[]): number =>
  median(over.map((value, round) => value / under[round]!))
