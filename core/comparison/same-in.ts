/** Goals and accounts of several plans, side by side. */

/** What is the same in several plans: by id, else by name; one a plan, null where it lacks it. */
export function sameIn<T extends { id: string; name: string }>(lists: readonly (readonly T[])[]): { name: string; found: (T | null)[] }[] {
  const all: { name: string; found: (T | null)[] }[] = []
  lists.forEach((list, nth) => {
    const place =
      (isSame: (other: T, one: T) => boolean) =>
      (one: T): boolean => {
        const same = all.find((known) => !known.found[nth] && known.found.some((other) => other && isSame(other, one)))
        if (same) same.found[nth] = one
        return !same
      }
    const unknownId = list.filter(place((other, one) => other.id === one.id))
    const unknownName = unknownId.filter(place((other, one) => other.name === one.name))
    all.push(...unknownName.map((one) => ({ name: one.name, found: lists.map((_, index) => (index === nth ? one : null)) })))
  })
  return all
}
