/**
 * How often a password may be tried. Attempts count per account and address together, per address, and per account
 * as a whole. The last is the brake on guessing from many addresses at once; the addresses an account has been signed
 * in from pass it, so that nobody is locked out of their own account by others. Accounts that do not exist count alike.
 * Signing in rightly is limited as well, as it costs a hash each time: far above what people do, below what a loop does.
 * What comes to no verdict, because too many waited or something failed, counts as nothing.
 * The state is this process's own and bounded: several processes allow as many times as much, and a new start forgets.
 */
import { isIPv6 } from 'node:net'
import { createCounter, monotonicNow, type Counted, type Counter } from '../counter.ts'

export interface AttemptLimits {
  /** Wrong ones for one account from one address. */
  per_account_and_address: number
  /** Wrong ones from one address. */
  per_address: number
  /** Wrong ones for one account from all addresses that are new to it. */
  per_account: number
  /** Right ones, for one account from one address. */
  right_per_account_and_address: number
  /** Right ones from one address. */
  right_per_address: number
  /** New accounts from one address, and in all. */
  sign_ups_per_address: number
  sign_ups: number
  /** New passwords judged for one address: that takes milliseconds of the whole server's time. */
  judged_per_address: number
  /** Sign-ups that were told that their e-mail address is taken: from one address, and in all. */
  taken_per_address: number
  taken: number
  window_ms: number
  /** Keys remembered of each kind; the oldest goes first. */
  keys: number
}

export const attemptLimits: AttemptLimits = {
  per_account_and_address: 10,
  per_address: 60,
  per_account: 100,
  right_per_account_and_address: 40,
  right_per_address: 400,
  sign_ups_per_address: 100,
  sign_ups: 1_000,
  judged_per_address: 200,
  taken_per_address: 10,
  taken: 300,
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
  /** Counts a new password that is to be judged; 0, or the milliseconds to wait. */
  judge(network: string): number
  /** Counts a new account. */
  signUp(network: string): BegunSignUp
}

/** Says what came of it, once; with `wait_ms` above 0 nothing is counted and nothing need be said. */
export interface Begun {
  /** Milliseconds to wait before another attempt; 0: go on. */
  wait_ms: number
  /** The password was right: the wrong tries before it are forgotten, the address remembered. */
  succeeded(): void
  failed(): void
  /** There was no verdict: nothing has been tried. */
  undone(): void
}

export interface BegunSignUp {
  wait_ms: number
  made(): void
  /** There is an account with this e-mail address, and the asker is told so. */
  wasTaken(): void
  undone(): void
}

/** In a counter that counts for everybody together. */
const everybody = ''

export function createAttempts(limits: AttemptLimits = attemptLimits, now: () => number = monotonicNow): Attempts {
  const counter = (most: number): Counter => createCounter({ most, window_ms: limits.window_ms, keys: limits.keys, now })
  const pairs = counter(limits.per_account_and_address)
  const networks = counter(limits.per_address)
  const accounts = counter(limits.per_account)
  const rightPairs = counter(limits.right_per_account_and_address)
  const rightNetworks = counter(limits.right_per_address)
  const judged = counter(limits.judged_per_address)
  const signUps = counter(limits.sign_ups_per_address)
  const allSignUps = counter(limits.sign_ups)
  const taken = counter(limits.taken_per_address)
  const allTaken = counter(limits.taken)
  const welcome = new Set<string>()

  return {
    async begin({ email, network }, isSignedIn) {
      const pair = `${email} ${network}`
      const [wrong, right] = [countAll([[pairs, pair], [networks, network]]), countAll([[rightPairs, pair], [rightNetworks, network]])]
      const brake = accounts.count(email)
      const counted = { wrong, right, brake }
      const undone = (): void => Object.values(counted).forEach(({ giveBack }) => giveBack())
      const goesOn = brake.wait_ms === 0 || welcome.has(pair) || (await isSignedIn())
      const wait_ms = Math.max(wrong.wait_ms, right.wait_ms, goesOn ? 0 : brake.wait_ms)
      if (wait_ms > 0) undone()
      return {
        wait_ms,
        undone,
        failed: right.giveBack,
        succeeded() {
          wrong.giveBack()
          brake.giveBack()
          pairs.forget(pair)
          welcome.delete(pair)
          welcome.add(pair)
          if (welcome.size > limits.keys) welcome.delete(welcome.values().next().value!)
        },
      }
    },

    judge: (network) => judged.count(network).wait_ms,

    signUp(network) {
      const [made, asked] = [countAll([[signUps, network], [allSignUps, everybody]]), countAll([[taken, network], [allTaken, everybody]])]
      const undone = (): void => [made, asked].forEach(({ giveBack }) => giveBack())
      const wait_ms = Math.max(made.wait_ms, asked.wait_ms)
      if (wait_ms > 0) undone()
      return { wait_ms, undone, made: asked.giveBack, wasTaken: made.giveBack }
    },
  }
}

/** Counts in all of the counters, or in none. */
function countAll(each: readonly [Counter, string][]): Counted {
  const counted = each.map(([counter, key]) => counter.count(key))
  const giveBack = (): void => counted.forEach((one) => one.giveBack())
  const wait_ms = Math.max(...counted.map((one) => one.wait_ms))
  if (wait_ms > 0) giveBack()
  return { wait_ms, giveBack }
}

/** The part of an address that one person holds: all of an IPv4 address, the first 64 bits of an IPv6 one. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const groups = groupsOf(address.replace(/%.*$/, ''))
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (isMapped) return groups.slice(6).flatMap((group) => [group >> 8, group & 255]).join('.')
  return `${groups.slice(0, 4).map((group) => group.toString(16)).join(':')}::/64`
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [before = [], after] = address.split('::').map((part) => (part === '' ? [] : part.split(':').flatMap(numbersOf)))
  return after === undefined ? before : [...before, ...Array<number>(Math.max(0, 8 - before.length - after.length)).fill(0), ...after]
}

/** A group, or the two that an IPv4 address at the end stands for. */
function numbersOf(part: string): number[] {
  if (!part.includes('.')) return [parseInt(part, 16)]
  const [a, b, c, d] = part.split('.').map(Number) as [number, number, number, number]
  return [a * 256 + b, c * 256 + d]
}
