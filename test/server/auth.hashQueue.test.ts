import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAttempts } from '../../server/auth/attempts.ts'
import { scrypt } from '../../server/auth/betterAuth.ts'
import {
  emptyHashQueue,
  stepHashQueue,
  turnsBefore,
  type Asker,
  type HashQueueState,
  type HashQueueEffect,
  type HashQueueEvent,
  type HashQueueLimits,
} from '../../server/auth/hashQueueSteps.ts'
import { createHashQueue } from '../../server/auth/hashQueue.ts'
import { authApp, goodPassword } from './authApp.ts'

const limits: HashQueueLimits = { at_once: 1, waiting: 6, waiting_of_network: 4, waiting_of_account: 2, longest_wait_ms: 1_000 }

/** `home/ana`: an account at a client network. */
const asker = (text: string): Asker => ({ network: text.split('/')[0]!, account: text.split('/')[1] ?? '' })

/** Plays events: a name arrives, `-` is a hash that ends, `!name` gives up. Answers who came in, in order, and who was turned away (`x name`). */
function played(story: string, within: HashQueueLimits = limits, hash_ms = 10): string {
  const names: string[] = []
  const said: string[] = []
  let queue = emptyHashQueue
  for (const word of story.split(' ')) {
    const event: HashQueueEvent =
      word === '-'
        ? { type: 'left' }
        : word.startsWith('!')
          ? { type: 'gave_up', id: names.lastIndexOf(word.slice(1)) }
          : { type: 'arrived', id: names.push(word) - 1, asker: asker(word), hash_ms }
    const [next, effects] = stepHashQueue(queue, event, within)
    queue = next
    for (const { type, id } of effects) said.push(type === 'enter' ? names[id]! : `x${names[id]}`)
  }
  return said.join(' ')
}

describe('whose turn it is', () => {
  test.each([
    ['who comes while there is room comes in at once', 'a - b - c', 'a b c'],
    ['who comes while there is none waits', 'a b', 'a'],
    ['those of one account go in their order', 'a/x a/x a/x - - -', 'a/x a/x a/x'],
    ['addresses take turns, however many requests one of them has', 'a a/1 a/2 a/3 b c - - - - - -', 'a a/1 b c a/2 a/3'],
    ['within an address accounts take turns', 'a a/1 a/1 a/2 - - - -', 'a a/1 a/2 a/1'],
    ['who has had a turn queues behind those who came meanwhile', 'a a/1 a/2 - b - - -', 'a a/1 a/2 b'],
    ['coming again brings nobody forward', 'a a/1 b - a/2 - - -', 'a a/1 b a/2'],
    ['who gives up is not waited for', 'a b c !b - -', 'a c'],
    ['an account may not wait with more than so many', 'a a/1 a/1 a/1', 'a xa/1'],
    ['the same account at another address may', 'a a/1 a/1 b/1 - - - -', 'a a/1 b/1 a/1'],
    ['an address may not wait with more than so many', 'a a/1 a/2 a/3 a/4 a/5', 'a xa/5'],
    [
      'when all are waiting, an address with many makes room for one with fewer, its newest going',
      'z a/1 a/2 a/3 a/4 b c d - - - - - - -',
      'z xa/4 a/1 b c d a/2 a/3',
    ],
    ['when all are waiting with as few, the newcomer is turned away', 'z a b c d e f g', 'z xg'],
  ])('%s', (_name, story, said) => expect(played(story)).toBe(said))

  test('who would wait for too long is told so at once, and how long it would be', () => {
    const [waiting] = stepHashQueue({ inside: 1, networks: [] }, { type: 'arrived', id: 1, asker: asker('a'), hash_ms: 400 }, limits)
    const [second] = stepHashQueue(waiting, { type: 'arrived', id: 2, asker: asker('b'), hash_ms: 400 }, limits)
    expect(second.networks).toHaveLength(2)
    expect(stepHashQueue(second, { type: 'arrived', id: 3, asker: asker('c'), hash_ms: 400 }, limits)).toEqual([
      second,
      [{ type: 'turn_away', id: 3, wait_ms: 1200 }],
    ])
  })
})

describe('over random arrivals', () => {
  const big: HashQueueLimits = { at_once: 2, waiting: 12, waiting_of_network: 5, waiting_of_account: 3, longest_wait_ms: 100_000 }
  const name = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2', '3')).map((parts) => parts.join('/'))
  const happening = fc.oneof(
    { weight: 5, arbitrary: name.map((who) => ({ type: 'arrived' as const, who })) },
    { weight: 2, arbitrary: fc.constant({ type: 'left' as const }) },
    { weight: 1, arbitrary: fc.nat(60).map((id) => ({ type: 'gave_up' as const, id })) },
  )
  const idsOf = ({ networks }: HashQueueState): number[] => networks.flatMap((network) => network.waiting.flatMap(({ waiting }) => waiting))

  test('nobody with one request waits behind more than one of any other address, or of any other account at theirs', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 120 }), (happenings) => {
        const askers: Asker[] = []
        const entered: number[] = []
        /** Of those who wait as the one of their address: who came in since they came. */
        const since = new Map<number, number[]>()
        let queue = emptyHashQueue
        for (const given of happenings) {
          if (given.type === 'left' && queue.inside === 0) continue
          const event: HashQueueEvent =
            given.type === 'arrived'
              ? { type: 'arrived', id: askers.push(asker(given.who)) - 1, asker: asker(given.who), hash_ms: 10 }
              : given
          if (event.type === 'arrived') {
            const isAlone = !idsOf(queue).some(
              (id) => askers[id]!.network === event.asker.network && askers[id]!.account === event.asker.account,
            )
            if (isAlone) since.set(event.id, [])
          }
          const before = queue
          const [next, effects]: [HashQueueState, HashQueueEffect[]] = stepHashQueue(queue, event, big)
          queue = next
          for (const { type, id } of effects) {
            if (type !== 'enter') continue
            entered.push(id)
            const own = askers[id]!
            const passedBy = since.get(id) ?? []
            const times = (matches: (other: Asker) => boolean): number => passedBy.filter((other) => matches(askers[other]!)).length
            if (since.has(id)) {
              const accountsHere = new Set(
                passedBy.filter((other) => askers[other]!.network === own.network).map((other) => askers[other]!.account),
              )
              for (const account of accountsHere)
                expect(times((other) => other.network === own.network && other.account === account)).toBeLessThanOrEqual(1)
              const ofOwnNetwork = times((other) => other.network === own.network)
              for (const network of ['a', 'b', 'c', 'd'])
                if (network !== own.network) expect(times((other) => other.network === network)).toBeLessThanOrEqual(ofOwnNetwork + 1)
            }
            for (const list of since.values()) list.push(id)
          }
          const waiting = idsOf(queue)
          expect(queue.inside).toBeLessThanOrEqual(big.at_once)
          expect(waiting.length === 0 || queue.inside === big.at_once, 'nobody waits while there is room').toBe(true)
          expect(waiting.length).toBeLessThanOrEqual(big.waiting)
          expect(new Set([...waiting, ...entered]).size, 'nobody is doubled').toBe(waiting.length + entered.length)
          if (event.type === 'arrived')
            expect([...idsOf(before), event.id].sort()).toEqual([...waiting, ...effects.map(({ id }) => id)].sort())
          for (const network of queue.networks) {
            expect(network.waiting.flatMap((account) => account.waiting).length).toBeLessThanOrEqual(big.waiting_of_network)
            for (const account of network.waiting)
              expect([account.waiting.length > 0, account.waiting.length <= big.waiting_of_account]).toEqual([true, true])
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('how many come first is told as it then happens', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), name, (others, who) => {
        const roomy: HashQueueLimits = { ...big, at_once: 1, waiting: 1_000, waiting_of_network: 1_000, waiting_of_account: 1_000 }
        let queue: HashQueueState = { inside: 1, networks: [] }
        for (const [id, other] of others.entries())
          [queue] = stepHashQueue(queue, { type: 'arrived', id, asker: asker(other), hash_ms: 1 }, roomy)
        const told = turnsBefore(queue, asker(who))
        ;[queue] = stepHashQueue(queue, { type: 'arrived', id: 1_000, asker: asker(who), hash_ms: 1 }, roomy)
        let before = 0
        for (;;) {
          const [next, [effect]] = stepHashQueue(queue, { type: 'left' }, roomy)
          queue = next
          if (effect?.id === 1_000) break
          before += 1
        }
        expect(before).toBe(told)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the hashQueue', () => {
  const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

  test('no more are inside at once than there is room for, and a failure makes room as well', async () => {
    const hashQueue = createHashQueue({ ...limits, at_once: 2, waiting: 3 })
    let inside = 0
    let most = 0
    const work = async (): Promise<string> => {
      inside += 1
      most = Math.max(most, inside)
      await soon()
      inside -= 1
      return 'done'
    }
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => hashQueue.pass(asker(`${n}/x`), work)))
    expect(most).toBe(2)
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
    await expect(hashQueue.pass(asker('a'), () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await hashQueue.pass(asker('a'), work)).toEqual({ ok: true, value: 'done' })
  })

  test('who has gone, or has waited for too long, is not worked for', async () => {
    const hashQueue = createHashQueue({ ...limits, longest_wait_ms: 150 })
    let release = (): void => {}
    const first = hashQueue.pass(asker('a'), () => new Promise<void>((resolve) => (release = resolve)))
    const leaving = new AbortController()
    const worked: string[] = []
    const gone = hashQueue.pass(asker('b'), async () => void worked.push('gone'), leaving.signal)
    const late = hashQueue.pass(asker('c'), async () => void worked.push('late'))
    leaving.abort()
    expect(await gone).toMatchObject({ ok: false })
    expect(await late).toMatchObject({ ok: false })
    release()
    await first
    expect(worked).toEqual([])
    expect(await hashQueue.pass(asker('b'), async () => 'in')).toEqual({ ok: true, value: 'in' })
  })
})

describe('a flood of sign-ins, with real hashes', () => {
  test('from two addresses with several accounts each delays somebody elsewhere by a few hashes, counts as no try, and locks nobody out', async () => {
    let hashes = 0
    const known = await scrypt.hash(goodPassword)
    const hashing = { hash: async () => known, verify: (data: { hash: string; password: string }) => ((hashes += 1), scrypt.verify(data)) }
    const app = await authApp({ hashing, attempts: createAttempts() })
    const accounts = await Promise.all(Array.from({ length: 2 }, (_, n) => app.person({ address: `192.0.2.${n}` })))
    const zoe = await app.person({ address: '192.0.2.100' })
    const signIn = (email: string, password: string, address: string) =>
      app.ask('POST', '/api/auth/sign-in/email', { email, password }, { address })
    const flood = ['203.0.113.1', '203.0.113.2'].flatMap((address) =>
      accounts.flatMap(({ email, password }) => Array.from({ length: 7 }, () => signIn(email, password, address))),
    )
    await new Promise((resolve) => setTimeout(resolve, 30))
    const before = hashes
    const reply = await signIn(zoe.email, zoe.password, '198.51.100.5')
    expect(reply.status).toBe(200)
    // Two under way, one of each of the two other addresses, and those that end together with theirs.
    expect(hashes - before).toBeLessThanOrEqual(8)
    const replies = await Promise.all(flood)
    const turnedAway = replies.filter(({ status }) => status === 503)
    expect(replies.every(({ status }) => status === 200 || status === 503)).toBe(true)
    expect(turnedAway.length).toBeGreaterThan(5)
    for (const { headers, body } of turnedAway)
      expect([body.code, Number(headers.get('retry-after')) >= 1]).toEqual(['server_is_busy', true])
    for (const { email, password } of accounts)
      expect((await signIn(email, password, '203.0.113.1')).status, 'those turned away left no count').toBe(200)
    await app.close()
  }, 60_000)
})
