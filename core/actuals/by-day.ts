/**
 * In order of days, given as day numbers, and on a day in their own: sorted day by day, which of years of payments is less work than all
 * at once.
 */
export function sortedByDay<T>(list: readonly T[], dayOf: (one: T) => number, inOrder: (a: T, b: T) => number): T[] {
  const days = new Map<number, T[]>()
  for (const one of list) {
    const day = dayOf(one)
    const others = days.get(day)
    if (others === undefined) days.set(day, [one])
    else others.push(one)
  }
  return [...days.keys()].sort((a, b) => a - b).flatMap((day) => days.get(day)!.sort(inOrder))
}
