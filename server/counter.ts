/** Counts how often something was done by somebody in a while, in time that only goes forward, in a bounded memory. */
export interface CounterLimits {
  most: number
  window_ms: number
  /** Keys remembered; the oldest goes first. */
  keys: number
  /** Milliseconds that only ever go forward; not the time of day, which can be set. */
  now?: () => number
}

/** What a count came to. */
export interface Counted {
  /** 0: it is counted. Else nothing is, and it is worth another try after so many milliseconds. */
  wait_ms: number
  /** As if it had not been counted. */
  giveBack(): void
}

export interface Counter {
  count(key: string): Counted
  forget(key: string): void
}

export const monotonicNow = (): number => performance.now()

/** Counts in fixed windows. Windows begin in the order of the map, so those that have ended are at its front. */
export function createCounter({ most, window_ms, keys, now = monotonicNow }: CounterLimits): Counter {
  const windows = new Map<string, { count: number; ends: number }>()
  const drop = (time: number): void => {
    for (const [key, { ends }] of windows) {
      if (ends > time && windows.size < keys) return
      windows.delete(key)
    }
  }
  const counted = (window: { count: number }): Counted => {
    window.count += 1
    let isCounted = true
    const giveBack = (): void => {
      if (isCounted) window.count -= 1
      isCounted = false
    }
    return { wait_ms: 0, giveBack }
  }
  return {
    count(key) {
      const time = now()
      const known = windows.get(key)
      if (known && known.ends > time) return known.count < most ? counted(known) : { wait_ms: known.ends - time, giveBack: () => {} }
      windows.delete(key)
      drop(time)
      const window = { count: 0, ends: time + window_ms }
      windows.set(key, window)
      return counted(window)
    },
    forget: (key) => void windows.delete(key),
  }
}
