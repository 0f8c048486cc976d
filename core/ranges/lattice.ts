/**
 * Points that fill a space of many dimensions more evenly than drawn ones: a lattice of rank one, taken in the order in which its first
 * 256, 512, 1,024 … points are each a lattice. So any number of runs will do, and more runs go on where fewer ended.
 */

/**
 * A step for each dimension, found one after the other: each is the one with which, among all pairs of dimensions, the worst of the
 * lattices of 256 to 4,096 points is the most even (the sum of second Bernoulli polynomials).
 */
const steps = [1, 1213, 417, 405, 1239, 1745, 1511, 915, 1315, 421, 759, 655, 2009, 367, 467, 779]
export const lattice_dimensions = steps.length

/** The nth point in one dimension, as a whole number in [0, 2³²). `shift`, of 32 bits, moves all points alike. */
export function latticePlace(nth: number, dimension: number, shift: number): number {
  return (Math.imul(reversed(nth), steps[dimension]!) + shift) >>> 0
}

/** The 32 bits of a number from the last to the first: 1 is a half of all, 2 a quarter, 3 three quarters. */
function reversed(value: number): number {
  let bits = value | 0
  bits = ((bits >>> 1) & 0x55555555) | ((bits & 0x55555555) << 1)
  bits = ((bits >>> 2) & 0x33333333) | ((bits & 0x33333333) << 2)
  bits = ((bits >>> 4) & 0x0f0f0f0f) | ((bits & 0x0f0f0f0f) << 4)
  bits = ((bits >>> 8) & 0x00ff00ff) | ((bits & 0x00ff00ff) << 8)
  return (bits >>> 16) | (bits << 16)
}
