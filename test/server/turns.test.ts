import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyQueue, step, type Ask, type Queue, type QueueEffect, type QueueEvent } from '../../server/turns/queue.ts'
import { newTurns, NoTurn } from '../../server/turns/turns.ts'
import { runs } from '../core/runs.ts'

const limits = fc.record({
  slots: fc.integer({ min: 1, max: 5 }),
  per_account: fc.integer({ min: 1, max: 3 }),
  waiting_per_account: fc.integer({ min: 0, max: 6 }),
  waiting: fc.integer({ min: 0, max: 12 }),
})
const commands = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('ask' as const),
        account: fc.constantFrom('ana', 'ben', 'cleo', 'dan'),
        keys: fc.subarray(['rent', 'car', 'account']),
      }),
    },
    { weight: 4, arbitrary: fc.record({ type: fc.constant('end' as const), nth: fc.nat(9) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('leave' as const), nth: fc.nat(30) }) },
  ),
  { maxLength: 120 },
)

const linesOf = (queue: Queue): Ask[] => [...queue.lines.values()].flat()
const runningOf = (queue: Queue, account: string): Ask[] => [...queue.running.values()].filter((ask) => ask.account === account)

/** What may start by the rules as they are said, found without the machine's own help. */
function mayStart(queue: Queue): Ask[] {
  if (queue.running.size >= queue.limits.slots) return []
  return linesOf(queue).filter((ask) => {
    const mates = runningOf(queue, ask.account)
    const before = linesOf(queue).filter((other) => other.account === ask.account && other.ticket < ask.ticket)
    return (
      mates.length < queue.limits.per_account && ![...mates, ...before].some((other) => other.keys.some((key) => ask.keys.includes(key)))
    )
  })
}

test('whatever is asked, ended and given up: limits hold, one key is one’s alone and in order, nobody waits who could go, and accounts take turns', () => {
  fc.assert(
    fc.property(limits, commands, (limited, list) => {
      let queue = emptyQueue(limited)
      let tickets = 0
      const outcomes = new Map<number, 'start' | 'refuse' | 'leave'>()
      /** At which step an account had its last turn, or began to wait. */
      const since = new Map<string, number>()
      let steps = 0
      const happen = (event: QueueEvent): QueueEffect[] => {
        const could = new Set(mayStart(queue).map((ask) => ask.account))
        expect(could.size, 'nobody is left waiting who could go').toBe(0)
        const waitedBefore = linesOf(queue)
        const [next, effects] = step(queue, event)
        for (const { ticket, type } of effects) {
          expect(outcomes.has(ticket), 'each has one outcome').toBe(false)
          outcomes.set(ticket, type)
        }
        const before = queue
        queue = next
        expect(queue.running.size).toBeLessThanOrEqual(limited.slots)
        expect(queue.waiting).toBe(linesOf(queue).length)
        expect(queue.waiting).toBeLessThanOrEqual(limited.waiting)
        for (const [account, line] of queue.lines)
          expect([account, line.length > 0, line.length <= limited.waiting_per_account]).toEqual([account, true, true])
        for (const account of ['ana', 'ben', 'cleo', 'dan']) {
          const theirs = runningOf(queue, account)
          expect(theirs.length).toBeLessThanOrEqual(limited.per_account)
          const keys = theirs.flatMap((ask) => ask.keys)
          expect(new Set(keys).size, 'a key is held once').toBe(keys.length)
        }
        for (const ask of queue.running.values()) {
          const overtaken = linesOf(queue).filter(
            (other) => other.account === ask.account && other.ticket < ask.ticket && other.keys.some((key) => ask.keys.includes(key)),
          )
          expect(overtaken, 'of one key the first goes first').toEqual([])
        }
        const freed = {
          ...before,
          running: new Map([...before.running].filter(([ticket]) => event.type !== 'end' || ticket !== event.ticket)),
        }
        const ready = [...new Set(mayStart(freed).map((ask) => ask.account))].sort((a, b) => since.get(a)! - since.get(b)!)
        const [first] = effects.flatMap(({ ticket }) => waitedBefore.filter((ask) => ask.ticket === ticket))
        if (event.type === 'end') expect(first?.account, 'a free slot goes to the account that has waited longest').toBe(ready[0])
        steps += 1
        for (const { ticket } of effects) for (const ask of waitedBefore) if (ask.ticket === ticket) since.set(ask.account, steps)
        for (const account of queue.lines.keys()) if (!before.lines.has(account)) since.set(account, steps)
        return effects
      }
      for (const command of list) {
        if (command.type === 'ask') happen({ type: 'ask', ask: { ticket: (tickets += 1), account: command.account, keys: command.keys } })
        if (command.type === 'end') {
          const ticket = [...queue.running.keys()][command.nth % Math.max(1, queue.running.size)]
          if (ticket !== undefined) happen({ type: 'end', ticket })
        }
        if (command.type === 'leave') {
          const ask = linesOf(queue)[command.nth]
          if (ask) outcomes.set(ask.ticket, 'leave')
          if (ask) happen({ type: 'leave', ticket: ask.ticket, account: ask.account })
        }
      }
      // Nobody starves: as those who run come to an end, everybody gets a turn.
      for (let left = queue.waiting + queue.running.size; left > 0; left -= 1)
        happen({ type: 'end', ticket: [...queue.running.keys()][0]! })
      expect([queue.running.size, queue.waiting, outcomes.size]).toEqual([0, 0, tickets])
    }),
    { numRuns: runs(2_000) },
  )
})

test('when all slots are taken, each that gets free goes to the next account in turn, however much one of them asks', () => {
  let queue = emptyQueue({ slots: 2, per_account: 2, waiting_per_account: 100, waiting: 1_000 })
  const order: string[] = []
  const happen = (event: QueueEvent): void => {
    const names = new Map(linesOf(queue).map((ask) => [ask.ticket, ask.account]))
    const [next, effects] = step(queue, event)
    queue = next
    order.push(...effects.flatMap(({ ticket }) => names.get(ticket) ?? []))
  }
  const ask = (ticket: number, account: string): void => happen({ type: 'ask', ask: { ticket, account, keys: [] } })
  for (let ticket = 1; ticket <= 62; ticket += 1) ask(ticket, 'ana')
  for (const [nth, account] of ['ben', 'cleo', 'ben', 'dan'].entries()) ask(100 + nth, account)
  for (let turn = 0; turn < 9; turn += 1) happen({ type: 'end', ticket: [...queue.running.keys()][0]! })
  expect(order).toEqual(['ana', 'ben', 'cleo', 'dan', 'ana', 'ben', 'ana', 'ana', 'ana'])
})

describe('turns', () => {
  const open = { slots: 1, per_account: 1, waiting_per_account: 2, waiting: 3 }

  test('are given back by work that fails, and refused where too many wait', async () => {
    const turns = newTurns(open, 5_000)
    await expect(turns.run('ana', [], () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    let letGo = (): void => {}
    const held = turns.run('ana', [], () => new Promise<void>((resolve) => (letGo = resolve)))
    const done: string[] = []
    const waiting = ['ana', 'ana', 'ben'].map((account) => turns.run(account, [], async () => void done.push(account)))
    await expect(turns.run('ana', [], async () => {})).rejects.toMatchObject({ because: 'account' })
    await expect(turns.run('cleo', [], async () => {})).rejects.toMatchObject({ because: 'everybody' })
    expect(turns.counts()).toEqual({ running: 1, waiting: 3 })
    letGo()
    await Promise.all([held, ...waiting])
    expect(done).toEqual(['ana', 'ben', 'ana'])
    expect(turns.counts()).toEqual({ running: 0, waiting: 0 })
  })

  test('end for whoever has waited too long or has gone, and go to the next', async () => {
    const turns = newTurns(open, 60)
    let letGo = (): void => {}
    const held = turns.run('ana', [], () => new Promise<void>((resolve) => (letGo = resolve)))
    await expect(turns.run('ben', [], async () => {})).rejects.toMatchObject({ because: 'time' })
    let leave = (): void => {}
    const gone = turns.take('ben', [], (leaving) => {
      leave = leaving
      return () => {}
    })
    leave()
    await expect(gone).rejects.toBeInstanceOf(NoTurn)
    const next = turns.run('cleo', [], async () => 'done')
    letGo()
    await held
    expect([await next, turns.counts()]).toEqual(['done', { running: 0, waiting: 0 }])
  })
})
