/**
 * Does one thing after the other, however it ends: what reads what is kept, decides by it and writes it again may not overlap, or the later
 * would decide without the first and write over it.
 */
export function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const own = last.then(work)
    last = own.catch(() => undefined)
    return own
  }
}

/** Of all that is kept of plans and their banks. */
export const inTurn = turns()
