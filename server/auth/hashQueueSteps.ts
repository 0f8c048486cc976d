/**
 * Who may hash a password next. Hashing takes 32 MiB and a core for some 60 ms, by intent, so few are hashed at once and
 * the rest waits. The turn goes around: from one client network to the next, and within a network from one account to
 * the next. So whoever waits for one hash waits behind one of each other network at most, however many those have waiting.
 *
 *   ring of networks, next first      ring of accounts of each      requests in order of arrival
 *   198.51.100.7                  ──  ana@… , ben@…             ──  3, 9
 *   2001:db8:1:2::/64             ──  zoe@…                     ──  4
 *
 * Invariants: nobody waits while there is room; no ring has an empty place; counts stay within the limits. When the
 * queue is full, the newest request of the network with most waiting makes room for a network with fewer.
 */

export interface HashQueueLimits {
  /** Hashes under way at the same time. */
  at_once: number
  /** Waiting in all, of one network, and of one account in one network. */
  waiting: number
  waiting_of_network: number
  waiting_of_account: number
  /** Milliseconds; who would wait longer is told so at once. */
  longest_wait_ms: number
}

export interface Asker {
  /** As networkOf names it. */
  network: string
  /** The e-mail address that is signed in or up, whether it has an account or not. */
  account: string
}

interface Place<T> {
  name: string
  waiting: readonly T[]
}

export interface HashQueueState {
  /** Hashes under way. */
  inside: number
  networks: readonly Place<Place<number>>[]
}

export type HashQueueEvent =
  /** `hash_ms`: how long a hash takes of late. */
  | { type: 'arrived'; id: number; asker: Asker; hash_ms: number }
  | { type: 'left' }
  /** The request is not to be waited with any longer: its client has gone, or it has waited for too long. */
  | { type: 'gave_up'; id: number }

export type HashQueueEffect =
  | { type: 'enter'; id: number }
  /** `wait_ms`: how long it would have waited, as far as can be told. */
  | { type: 'turn_away'; id: number; wait_ms: number }

export const emptyHashQueue: HashQueueState = { inside: 0, networks: [] }

export function stepHashQueue(queue: HashQueueState, event: HashQueueEvent, limits: HashQueueLimits): [HashQueueState, HashQueueEffect[]] {
  switch (event.type) {
    case 'arrived':
      return arrive(queue, event, limits)
    case 'left':
      return letIn({ ...queue, inside: queue.inside - 1 }, limits)
    case 'gave_up':
      return [{ ...queue, networks: without(queue.networks, event.id) }, []]
  }
}

function arrive(
  queue: HashQueueState,
  { id, asker, hash_ms }: Extract<HashQueueEvent, { type: 'arrived' }>,
  limits: HashQueueLimits,
): [HashQueueState, HashQueueEffect[]] {
  if (queue.inside < limits.at_once) return [{ ...queue, inside: queue.inside + 1 }, [{ type: 'enter', id }]]
  const wait_ms = Math.ceil((turnsBefore(queue, asker) + 1) / limits.at_once) * hash_ms
  const turnAway = (turned: number): HashQueueEffect => ({ type: 'turn_away', id: turned, wait_ms })
  const network = queue.networks.find(({ name }) => name === asker.network)
  const account = network?.waiting.find(({ name }) => name === asker.account)
  const ofNetwork = network ? sizeOf(network) : 0
  if (
    wait_ms > limits.longest_wait_ms ||
    ofNetwork >= limits.waiting_of_network ||
    (account?.waiting.length ?? 0) >= limits.waiting_of_account
  )
    return [queue, [turnAway(id)]]
  const added = { ...queue, networks: appended(queue.networks, asker, id) }
  if (sizeOfAll(queue) < limits.waiting) return [added, []]
  const longest = largest(queue.networks, sizeOf)
  if (!longest || sizeOf(longest) <= ofNetwork + 1) return [queue, [turnAway(id)]]
  const last = largest(longest.waiting, ({ waiting }) => waiting.length)!.waiting.at(-1)!
  return [{ ...added, networks: without(added.networks, last) }, [turnAway(last)]]
}

/** How many get their turn before a request of this asker that comes now, if nobody else comes. */
export function turnsBefore({ networks }: HashQueueState, { network, account }: Asker): number {
  const accounts = networks.find(({ name }) => name === network)?.waiting ?? []
  const ofAccount = accounts.find(({ name }) => name === account)?.waiting.length ?? 0
  const within = ofAccount + othersBefore(accounts, account, ofAccount, ({ waiting }) => waiting.length)
  return within + othersBefore(networks, network, within, sizeOf)
}

/** Turns of the other places of a ring before a place has had `own` turns and gets one more. */
function othersBefore<T extends { name: string }>(ring: readonly T[], name: string, own: number, size: (place: T) => number): number {
  const at = ring.findIndex((place) => place.name === name)
  const here = at < 0 ? ring.length : at
  return ring.reduce((sum, place, index) => sum + (index === here ? 0 : Math.min(size(place), index < here ? own + 1 : own)), 0)
}

/** Lets in whoever is next, while there is room. */
function letIn(queue: HashQueueState, limits: HashQueueLimits): [HashQueueState, HashQueueEffect[]] {
  const [network, ...others] = queue.networks
  if (!network || queue.inside >= limits.at_once) return [queue, []]
  const [account, ...otherAccounts] = network.waiting
  const [id, ...later] = account!.waiting
  const accounts = [...otherAccounts, ...(later.length > 0 ? [{ ...account!, waiting: later }] : [])]
  const networks = [...others, ...(accounts.length > 0 ? [{ ...network, waiting: accounts }] : [])]
  const [after, effects] = letIn({ inside: queue.inside + 1, networks }, limits)
  return [after, [{ type: 'enter', id: id! }, ...effects]]
}

/** Newcomers to a ring come last in it. */
function appended(networks: HashQueueState['networks'], { network, account }: Asker, id: number): HashQueueState['networks'] {
  return appendedTo(networks, network, (accounts) => appendedTo(accounts, account, (waiting) => [...waiting, id]))
}

function appendedTo<T>(ring: readonly Place<T>[], name: string, add: (waiting: readonly T[]) => readonly T[]): readonly Place<T>[] {
  const isThere = ring.some((place) => place.name === name)
  return isThere
    ? ring.map((place) => (place.name === name ? { ...place, waiting: add(place.waiting) } : place))
    : [...ring, { name, waiting: add([]) }]
}

function without(networks: HashQueueState['networks'], id: number): HashQueueState['networks'] {
  const some = <T>(place: Place<T>): boolean => place.waiting.length > 0
  const cut = (account: Place<number>): Place<number> => ({ ...account, waiting: account.waiting.filter((other) => other !== id) })
  return networks.map((network) => ({ ...network, waiting: network.waiting.map(cut).filter(some) })).filter(some)
}

const sizeOf = ({ waiting }: Place<Place<number>>): number => waiting.reduce((sum, account) => sum + account.waiting.length, 0)
const sizeOfAll = ({ networks }: HashQueueState): number => networks.reduce((sum, network) => sum + sizeOf(network), 0)

/** The last of the largest. */
function largest<T>(all: readonly T[], size: (each: T) => number): T | undefined {
  return all.reduce<T | undefined>((most, each) => (most === undefined || size(each) >= size(most) ? each : most), undefined)
}
