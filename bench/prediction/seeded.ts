/** Chance that can be repeated: a small generator (mulberry32) whose whole state is its seed. */
export interface Chance {
  /** From 0 up to, never reaching, 1. */
  next: () => number
  /** A whole number from least to most, both included. */
  whole: (least: number, most: number) => number
  between: (least: number, most: number) => number
  happens: (probability: number) => boolean
  oneOf: <T>(list: readonly T[]) => T
  /** Normally distributed, mean 0 and deviation 1. */
  normal: () => number
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    between: (least, most) => least + next() * (most - least),
    happens: (probability) => next() < probability,
    oneOf: (list) => list[Math.floor(next() * list.length)]!,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}
