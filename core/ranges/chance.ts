/** Chance without chance: numbers that look drawn and follow from what they are for, in 32-bit whole numbers alone. */

/** Stirs a number so that a change of one bit changes half of them. In and out: 32 bits, out unsigned. */
export function stirred(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d)
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** One number of two, whose order counts. */
export const both = (one: number, other: number): number => stirred(Math.imul(one, 0x9e3779b1) ^ stirred(other))

/** The number of a text. */
export function numberOf(text: string): number {
  let hash = text.length
  for (let index = 0; index < text.length; index += 1) hash = stirred(Math.imul(hash, 0x01000193) ^ text.charCodeAt(index))
  return hash
}

/** Numbers one after the other, each 32 bits unsigned. */
export function numbersFrom(start: number): () => number {
  let state = start | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    return stirred(state)
  }
}

/** Puts the places 0 to length − 1 into an order that follows from a number. */
export function shuffled(order: Int32Array, next: () => number): Int32Array {
  for (let index = 0; index < order.length; index += 1) order[index] = index
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = next() % (index + 1)
    const kept = order[index]!
    order[index] = order[other]!
    order[other] = kept
  }
  return order
}
