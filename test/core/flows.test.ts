import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowsOf, type Flow } from '../../core/flows.ts'
import { eventsBetween } from '../../core/projection/events.ts'
import { potByDay } from '../../core/projection/divisions.ts'
import { anyPlan, anyToday, idOf, planOf, projected } from './projectionPlans.ts'
import { runs } from './runs.ts'
import { later } from './schedule-reference.ts'

const sum = (flows: readonly Flow[], side: 'source' | 'target', id: string): number =>
  Number(flows.reduce((all, flow) => all + (flow[side] === id ? BigInt(flow.cents) : 0n), 0n))

describe('where money comes from and where it ends up', () => {
  const pay = { name: 'Pay', amount_cents: 1_000, due_date: '2026-01-10', schedule: { every: 1, unit: 'month' as const } }
  const rent = { name: 'Rent', amount_cents: 700, due_date: '2026-01-12', schedule: { every: 1, unit: 'month' as const } }
  const flows = (plan: Parameters<typeof planOf>[0], until = '2026-03-01') =>
    flowsOf(projected(planOf(plan), '2026-01-01', until), '2026-01-01', until).map(
      ({ source, target, cents }) => `${source.replace(idOf(2, 0), 'pay')} ${target.replace(idOf(1, 0), 'rent')} ${cents}`,
    )

  it('what remains after bills and pots is what is left', () => {
    expect(
      flows({
        balance: 500,
        incomes: [pay],
        bills: [rent],
        allocations: [{ target: 'savings:Car', kind: 'percent', value: 10, base: 'income' }],
      }),
    ).toEqual(['balance bill:rent 500', 'pay bill:rent 900', 'pay savings:Car 200', 'pay rest 900'])
  })
  it('what is missing at the end is a shortfall, and nothing is left', () => {
    expect(flows({ balance: 100, incomes: [pay], bills: [{ ...rent, amount_cents: 1_200 }] })).toEqual([
      'balance bill:rent 100',
      'pay bill:rent 2000',
      'shortfall bill:rent 300',
    ])
  })
  it('what is missing for a while is paid by what comes in next', () => {
    expect(flows({ incomes: [pay], bills: [{ ...rent, due_date: '2026-01-05' }] })).toEqual(['pay bill:rent 1400', 'pay rest 600'])
  })
  it('what a pot pays of a bill, and what it holds for it, goes to the bill', () => {
    expect(
      flows(
        {
          balance: 900,
          bills: [rent],
          incomes: [],
          allocations: [{ target: `bill:${idOf(1, 0)}`, kind: 'fixed', value: 800, base: 'balance', keeps_filling: true }],
        },
        '2026-01-31',
      ),
    ).toEqual(['balance bill:rent 800', 'balance rest 100'])
  })
  it('an account that begins overdrawn is brought level first', () => {
    expect(flows({ balance: -300, incomes: [pay], bills: [] }, '2026-02-01')).toEqual(['pay owed 300', 'pay rest 700'])
  })

  it('every cent of a random plan is where the projection says, from whichever day one looks', () => {
    fc.assert(
      fc.property(anyPlan, anyToday, fc.integer({ min: 0, max: 300 }), (scenario, today, days) => {
        const [from, until] = [later(scenario.start_date, days), later(scenario.start_date, days + 400)]
        const projection = projected(scenario, today, until)
        const found = flowsOf(projection, from, until)
        const events = eventsBetween(projection, from, until)
        expect(found.every(({ cents }) => cents > 0 && Number.isSafeInteger(cents))).toBe(true)
        for (const { id } of scenario.incomes)
          expect(sum(found, 'source', id)).toBe(
            events.filter((event) => event.kind === 'income' && event.id === id).reduce((all, event) => all + event.amount_cents, 0),
          )
        const end = (target: string): number => potByDay(projection, target)?.at(-1) ?? 0
        for (const { id } of scenario.bills)
          expect(sum(found, 'target', `bill:${id}`)).toBe(
            events.filter((event) => event.kind === 'bill' && event.id === id).reduce((all, event) => all + event.amount_cents, 0) +
              end(`bill:${id}`),
          )
        for (const { target } of projection.pots) if (!target.startsWith('bill:')) expect(sum(found, 'target', target)).toBe(end(target))
        const available = projection.available_cents.at(-1)!
        expect([sum(found, 'target', 'rest'), sum(found, 'source', 'shortfall')]).toEqual([Math.max(0, available), Math.max(0, -available)])
        expect(sum(found, 'source', 'balance') - sum(found, 'target', 'owed')).toBe(
          days === 0 ? scenario.planning_balance_cents : projection.total_cents[days - 1],
        )
      }),
      { numRuns: runs(400) },
    )
  })
})
