/**
 * How often a password may be tried. Attempts count per account and address together, per address, and per account
 * as a whole. The last is the brake on guessing from many addresses at once; the addresses an account has been signed
 * in from pass it, so that nobody is locked out of their own account by others. Accounts that do not exist count alike.
 * Signing in rightly is limited as well, as it costs a hash each time: far above what people do, below what a loop does.
 * What comes to no verdict, because too many waited or something failed, counts as nothing.
 * Each process counts by itself, bounded and by no clock that can be set; what passes there is counted once more over all processes on the
 * database (sharedCounter.ts), so that several allow no more than one, and a new start forgets nothing.
 */
import { isIPv6 } from 'node:net'
import { createCounter, monotonicNow, type Counter as OwnCounter } from '../counter.ts'
import type { SharedCounted, SharedCounter, SharedCounts } from '../sharedCounter.ts'

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
  /** New passwords judged for one address: that takes milliseconds of this server's time, so each counts its own. */
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
  signUp(network: string): Promise<BegunSignUp>
}

/** Says what came of it, once; with `wait_ms` above 0 nothing is counted and nothing need be said. */
export interface Begun {
  /** Milliseconds to wait before another attempt; 0: go on. */
  wait_ms: number
  /** The password was right: the wrong tries before it are forgotten, the address remembered. */
  succeeded(): Promise<void>
  failed(): Promise<void>
  /** There was no verdict: nothing has been tried. */
  undone(): Promise<void>
}

export interface BegunSignUp {
  wait_ms: number
  made(): Promise<void>
  /** There is an account with this e-mail address, and the asker is told so. */
  wasTaken(): Promise<void>
  undone(): Promise<void>
}

const nothing = async (): Promise<void> => {}
const refused = (wait_ms: number): Begun => ({ wait_ms, succeeded: nothing, failed: nothing, undone: nothing })

/** In a counter that counts for everybody together. */
const everybody = ''

/** Counts here, and what passes, over all processes; `shared` is left out where there is one process alone. */
export function createAttempts(
  limits: AttemptLimits = attemptLimits,
  now: () => number = monotonicNow,
  shared: SharedCounts | null = null,
): Attempts {
  const { window_ms, keys } = limits
  const counter = (name: Exclude<keyof AttemptLimits, 'window_ms' | 'keys'>): Counter => ({
    own: createCounter({ most: limits[name], window_ms, keys, now }),
    all: shared?.({ name, most: limits[name], window_ms }),
  })
  const pairs = counter('per_account_and_address')
  const networks = counter('per_address')
  const accounts = counter('per_account')
  const rightPairs = counter('right_per_account_and_address')
  const rightNetworks = counter('right_per_address')
  const judged = createCounter({ most: limits.judged_per_address, window_ms, keys, now })
  const signUps = counter('sign_ups_per_address')
  const allSignUps = counter('sign_ups')
  const taken = counter('taken_per_address')
  const allTaken = counter('taken')
  const welcome = new Set<string>()

  return {
    async begin({ email, network }, isSignedIn) {
      const pair = `${email} ${network}`
      const wrong = await countAll([
        [pairs, pair],
        [networks, network],
      ])
      if (wrong.wait_ms > 0) return refused(wrong.wait_ms)
      const right = await orGiveBack([wrong], () =>
        countAll([
          [rightPairs, pair],
          [rightNetworks, network],
        ]),
      )
      const brake = await orGiveBack([wrong, right], () => countAll([[accounts, email]]))
      const undone = (): Promise<void> => giveBackAll([wrong, right, brake])
      const goesOn = brake.wait_ms === 0 || welcome.has(pair) || (await orGiveBack([wrong, right, brake], isSignedIn))
      const wait_ms = Math.max(right.wait_ms, goesOn ? 0 : brake.wait_ms)
      if (wait_ms > 0) await undone()
      return {
        wait_ms,
        undone,
        failed: right.giveBack,
        async succeeded() {
          welcome.delete(pair)
          welcome.add(pair)
          if (welcome.size > limits.keys) welcome.delete(welcome.values().next().value!)
          await giveBackAll([wrong, brake])
          await forget(pairs, pair)
        },
      }
    },

    judge: (network) => judged.count(network).wait_ms,

    async signUp(network) {
      const made = await countAll([
        [signUps, network],
        [allSignUps, everybody],
      ])
      const asked = await orGiveBack([made], () =>
        countAll([
          [taken, network],
          [allTaken, everybody],
        ]),
      )
      const undone = (): Promise<void> => giveBackAll([made, asked])
      const wait_ms = Math.max(made.wait_ms, asked.wait_ms)
      if (wait_ms > 0) await undone()
      return { wait_ms, undone, made: asked.giveBack, wasTaken: made.giveBack }
    },
  }
}

interface Counter {
  own: OwnCounter
  /** Over all processes. */
  all: SharedCounter | undefined
}

async function forget({ own, all }: Counter, key: string): Promise<void> {
  own.forget(key)
  await all?.forget(key)
}

/**
 * Counts in all of the counters, or in none. What this process lets nobody do is counted nowhere else; over all processes one is counted
 * after the other, so that who is refused by the first takes no place in the next.
 */
async function countAll(each: readonly [Counter, string][]): Promise<SharedCounted> {
  const here = each.map(([{ own }, key]) => own.count(key))
  const everywhere: SharedCounted[] = []
  const giveBack = async (): Promise<void> => {
    for (const one of here) one.giveBack()
    await giveBackAll(everywhere)
  }
  let wait_ms = Math.max(...here.map((one) => one.wait_ms))
  try {
    for (const [{ all }, key] of each) {
      if (wait_ms > 0 || !all) break
      const counted = await all.count(key)
      everywhere.push(counted)
      wait_ms = counted.wait_ms
    }
  } catch (error) {
    await giveBack()
    throw error
  }
  if (wait_ms > 0) await giveBack()
  return { wait_ms, giveBack }
}

/** What was counted before is given back where work fails. */
async function orGiveBack<T>(counted: readonly SharedCounted[], work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await giveBackAll(counted)
    throw error
  }
}

async function giveBackAll(counted: readonly SharedCounted[]): Promise<void> {
  await Promise.all(counted.map((one) => one.giveBack()))
}

/** The part of an address that one person holds: all of an IPv4 address, the first 64 bits of an IPv6 one. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const groups = groupsOf(address.replace(/%.*$/, ''))
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (isMapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.')
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
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
