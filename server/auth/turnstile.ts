/**
 * Hashing a password takes 32 MiB and a core for some 60 ms, by intent. Requests that hash go through here, so that
 * a flood of them waits in line, or is turned away, and the rest of the app goes on.
 */
export interface Turnstile {
  /** Runs work when there is room; null when too many are waiting already. */
  pass<T>(work: () => Promise<T>): Promise<T | null>
}

/** Lets `atOnce` through at a time and keeps at most `waiting` more in line. */
export function createTurnstile({ atOnce, waiting }: { atOnce: number; waiting: number }): Turnstile {
  let inside = 0
  const line: (() => void)[] = []
  return {
    async pass(work) {
      if (inside < atOnce) inside += 1
      else if (line.length < waiting) await new Promise<void>((enter) => line.push(enter))
      else return null
      try {
        return await work()
      } finally {
        // Whoever is next takes over the place of the one who leaves.
        const next = line.shift()
        if (next) next()
        else inside -= 1
      }
    },
  }
}
