/**
 * How often a password may be tried. Attempts count per account and address together, per address, and per account
 * as a whole. The last is the brake on guessing from many addresses at once; the addresses an account has been signed
 * in from pass it, so that nobody is locked out of their own account by others. Accounts that do not exist count alike.
 * The state is this process's own and bounded: several processes allow as many times as much, and a new start forgets.
 */
import { isIPv6 } from 'node:net'

export interface AttemptLimits {
  /** For one account from one address. */
  per_account_and_address: number
  per_address: number
  /** For one account from all addresses that are new to it. */
  per_account: number
  /** New accounts from one address. */
  sign_ups_per_address: number
  window_ms: number
  /** Keys remembered of each kind; the oldest goes first. */
  keys: number
}

export const attemptLimits: AttemptLimits = {
  per_account_and_address: 10,
  per_address: 60,
  per_account: 100,
  sign_ups_per_address: 100,
  window_ms: 15 * 60_000,
  keys: 100_000,
}

export interface Attempt {
  email: string
  /** As networkOf names it. */
  network: string
}

export interface Attempts {
  /**
   * Counts an attempt. `isSignedIn`, whether there is a session of that account from there, is asked only when the
   * account's own brake is on and the address is not remembered.
   */
  begin(attempt: Attempt, isSignedIn: () => Promise<boolean>): Promise<Begun>
  /** Counts a new account and answers 0, or the milliseconds to wait. */
  signUp(network: string): number
}

export interface Begun {
  /** Milliseconds to wait before another attempt; 0: go on. */
  wait_ms: number
  /** The password was right: what was counted is forgotten, the address remembered. */
  succeeded(): void
}

export function createAttempts(limits: AttemptLimits = attemptLimits, now: () => number = Date.now): Attempts {
  const counter = (most: number): Counter => createCounter({ most, window_ms: limits.window_ms, keys: limits.keys, now })
  const pairs = counter(limits.per_account_and_address)
  const networks = counter(limits.per_address)
  const accounts = counter(limits.per_account)
  const signUps = counter(limits.sign_ups_per_address)
  const welcome = new Set<string>()
  return {
    async begin({ email, network }, isSignedIn) {
      const pair = `${email} ${network}`
      const tooOften = pairs.take(pair) || networks.take(network)
      if (tooOften > 0) return { wait_ms: tooOften, succeeded: () => {} }
      const brake = accounts.take(email)
      const goesOn = brake === 0 || welcome.has(pair) || (await isSignedIn())
      return {
        wait_ms: goesOn ? 0 : brake,
        succeeded() {
          pairs.forget(pair)
          networks.giveBack(network)
          if (brake === 0) accounts.giveBack(email)
          welcome.delete(pair)
          welcome.add(pair)
          if (welcome.size > limits.keys) welcome.delete(welcome.values().next().value!)
        },
      }
    },
    signUp: (network) => signUps.take(network),
  }
}

/** The part of an address that one person holds: all of an IPv4 address, the first 64 bits of an IPv6 one. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.replace(/%.*$/, '').split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const groups = tail === undefined ? before : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
  return `${groups.slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`
}

interface Counter {
  /** Counts one and answers 0; or counts nothing and answers the milliseconds until the window ends. */
  take(key: string): number
  giveBack(key: string): void
  forget(key: string): void
}

/** Counts in fixed windows. Windows begin in the order of the map, so those that have ended are at its front. */
function createCounter({ most, window_ms, keys, now }: { most: number; window_ms: number; keys: number; now: () => number }): Counter {
  const windows = new Map<string, { count: number; ends: number }>()
  const drop = (time: number): void => {
    for (const [key, { ends }] of windows) {
      if (ends > time && windows.size < keys) return
      windows.delete(key)
    }
  }
  return {
    take(key) {
      const time = now()
      const window = windows.get(key)
      if (window && window.ends > time) {
        if (window.count >= most) return window.ends - time
        window.count += 1
        return 0
      }
      windows.delete(key)
      drop(time)
      windows.set(key, { count: 1, ends: time + window_ms })
      return 0
    },
    giveBack(key) {
      const window = windows.get(key)
      if (window && window.count > 0) window.count -= 1
    },
    forget: (key) => void windows.delete(key),
  }
}
