/**
 * Who works next: so many at once, one of an account at a time, the accounts in turn. An account that asks for much
 * waits for itself; others pass it by.
 */

export interface TurnLimits {
  /** At once, of all accounts. */
  most: number
  /** At once, of one account. */
  of_one: number
  /** Waiting, of one account; more are sent away. */
  waiting_of_one: number
  /** Waiting, of all accounts. */
  waiting: number
  /** Milliseconds after which who still waits is sent away. */
  patience_ms: number
}

/** Gives the turn back; once is enough. */
export type Done = () => void

export interface Turns {
  /** Resolves when it is this account's turn; null: the queue is full, or the wait was too long. */
  take(account: string): Promise<Done | null>
}

interface Waiting {
  go: (done: Done | null) => void
  timer: NodeJS.Timeout
}

export function turns({ most, of_one, waiting_of_one, waiting: most_waiting, patience_ms }: TurnLimits): Turns {
  const working = new Map<string, number>()
  /** In the order in which accounts are served; one that was served goes last. */
  const queues = new Map<string, Waiting[]>()
  let at_work = 0
  let in_line = 0

  const start = (account: string): Done => {
    at_work += 1
    working.set(account, (working.get(account) ?? 0) + 1)
    let isDone = false
    return () => {
      if (isDone) return
      isDone = true
      at_work -= 1
      const left = working.get(account)! - 1
      if (left === 0) working.delete(account)
      else working.set(account, left)
      next()
    }
  }

  const mayStart = (account: string): boolean => at_work < most && (working.get(account) ?? 0) < of_one

  const leave = (account: string, one: Waiting): void => {
    clearTimeout(one.timer)
    in_line -= 1
    const rest = queues.get(account)!.filter((other) => other !== one)
    // Set anew, it goes behind the others.
    queues.delete(account)
    if (rest.length > 0) queues.set(account, rest)
  }

  const next = (): void => {
    for (const [account, queue] of queues) {
      if (!mayStart(account)) continue
      const one = queue[0]!
      leave(account, one)
      one.go(start(account))
      return next()
    }
  }

  return {
    take: (account) => {
      if (mayStart(account) && !queues.has(account)) return Promise.resolve(start(account))
      const queue = queues.get(account) ?? []
      if (queue.length >= waiting_of_one || in_line >= most_waiting) return Promise.resolve(null)
      return new Promise((go) => {
        const one: Waiting = {
          go,
          timer: setTimeout(() => {
            leave(account, one)
            go(null)
          }, patience_ms),
        }
        in_line += 1
        queues.set(account, [...queue, one])
      })
    },
  }
}
