/**
 * Who may go next: a queue for each account, so that one that asks for much waits for itself and not the others for it.
 * Pure: a state and an event give the next state and what is to be done.
 *
 *   at most `slots` at once, and of one account `per_account`
 *   two of one account that name the same key never at once, and in the order in which they asked
 *   a slot that gets free goes to the account that has waited longest since its last turn
 */

export interface QueueLimits {
  slots: number
  per_account: number
  /** Who asks beyond these is refused at once. */
  waiting_per_account: number
  waiting: number
}

export interface Ask {
  ticket: number
  account: string
  /** What it must have to itself within the account, such as the plan it changes. */
  keys: readonly string[]
}

export interface Queue {
  limits: QueueLimits
  running: ReadonlyMap<number, Ask>
  /** Of the accounts that wait, the next to have a turn first; each line in the order of asking. None is empty. */
  lines: ReadonlyMap<string, readonly Ask[]>
  /** Length of all lines together. */
  waiting: number
}

export type QueueEvent = { type: 'ask'; ask: Ask } | { type: 'end'; ticket: number } | { type: 'leave'; ticket: number; account: string }

export type QueueEffect = { type: 'start'; ticket: number } | { type: 'refuse'; ticket: number; because: 'account' | 'everybody' }

export const emptyQueue = (limits: QueueLimits): Queue => ({ limits, running: new Map(), lines: new Map(), waiting: 0 })

export function step(queue: Queue, event: QueueEvent): [Queue, QueueEffect[]] {
  switch (event.type) {
    case 'ask':
      return asked(queue, event.ask)
    case 'end': {
      const running = new Map(queue.running)
      return running.delete(event.ticket) ? started({ ...queue, running }) : [queue, []]
    }
    case 'leave': {
      const line = queue.lines.get(event.account) ?? []
      const left = line.filter((ask) => ask.ticket !== event.ticket)
      // Those behind it may have waited for its key.
      return left.length < line.length ? started(withLine(queue, event.account, left)) : [queue, []]
    }
  }
}

function asked(queue: Queue, ask: Ask): [Queue, QueueEffect[]] {
  const line = queue.lines.get(ask.account) ?? []
  if (startable(queue, [...line, ask])?.ticket === ask.ticket) return [running(queue, ask), [{ type: 'start', ticket: ask.ticket }]]
  const { limits } = queue
  const because = line.length >= limits.waiting_per_account ? 'account' : queue.waiting >= limits.waiting ? 'everybody' : null
  if (because) return [queue, [{ type: 'refuse', ticket: ask.ticket, because }]]
  return [withLine(queue, ask.account, [...line, ask]), []]
}

const running = (queue: Queue, ask: Ask): Queue => ({ ...queue, running: new Map(queue.running).set(ask.ticket, ask) })

/** A line that is new stands last; one that is there keeps its place. */
function withLine(queue: Queue, account: string, line: readonly Ask[]): Queue {
  const lines = new Map(queue.lines)
  const before = lines.get(account)?.length ?? 0
  if (line.length > 0) lines.set(account, line)
  else lines.delete(account)
  return { ...queue, lines, waiting: queue.waiting + line.length - before }
}

/** Starts whatever may start; an account that has had its turn goes to the end. */
function started(queue: Queue): [Queue, QueueEffect[]] {
  const effects: QueueEffect[] = []
  let now = queue
  for (let next = nextOf(now); next; next = nextOf(now)) {
    const { ticket, account } = next
    const left = now.lines.get(account)!.filter((ask) => ask.ticket !== ticket)
    now = running(withLine(withLine(now, account, []), account, left), next)
    effects.push({ type: 'start', ticket })
  }
  return [now, effects]
}

function nextOf(queue: Queue): Ask | undefined {
  for (const line of queue.lines.values()) {
    const ask = startable(queue, line)
    if (ask) return ask
  }
  return undefined
}

/** The first of an account's line that may start now: nobody before it, running or waiting, has a key of its. */
function startable({ limits, running: all }: Queue, line: readonly Ask[]): Ask | undefined {
  if (all.size >= limits.slots) return undefined
  const taken = new Set<string>()
  let count = 0
  for (const { account, keys } of all.values()) {
    if (account !== line[0]?.account) continue
    count += 1
    for (const key of keys) taken.add(key)
  }
  if (count >= limits.per_account) return undefined
  for (const ask of line) {
    if (!ask.keys.some((key) => taken.has(key))) return ask
    for (const key of ask.keys) taken.add(key)
  }
  return undefined
}
