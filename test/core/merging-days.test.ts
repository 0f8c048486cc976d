/** One side is brought to a later day, the other says something of its money: what holds on that day is one question. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../core/calendar.ts'
import type { Side } from '../../core/comparison/conflict.ts'
import { isSameContent } from '../../core/comparison/content.ts'
import { mergeScenarios, type Merged } from '../../core/comparison/merge.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import { paymentsAhead } from '../../core/payments/payments-ahead.ts'
import { carriedTo, fellDue, rollForward } from '../../core/payments/roll-forward.ts'
import { settle, type DuePayment } from '../../core/payments/settling.ts'
import { project } from '../../core/projection/project.ts'
import { collections, type Scenario } from '../../core/scenario.ts'
import { anyAccountsPlan, cardOf } from './accountPlans.ts'
import { edited, monthly, plan, rowId } from './actuals/plans.ts'
import { at } from './projectionPlans.ts'
import { leastSaid, manyRuns } from './runs.ts'

function rolledTo(scenario: Scenario, today: string, off_cents = 0, isOpen: (nth: number) => boolean = () => false): Scenario | null {
  const open = fellDue(scenario, today).filter((_, nth) => isOpen(nth))
  const carried = carriedTo(scenario, today, open)
  if (!carried.ok) return null
  const planning_balance_cents = carried.planning_balance_cents + off_cents
  const rolled = rollForward(scenario, { today, planning_balance_cents, open, divides_anew: false })
  const done = rolled.ok ? applyEdit(scenario, rolled.edit, at) : rolled
  return done.ok ? done.scenario : null
}

function dueUntil(scenario: Scenario, until: string): DuePayment[] {
  const projected = project(scenario, { today: scenario.start_date, until })
  if (!projected.ok) return []
  return paymentsAhead(projected.projection, scenario.start_date, until).flatMap((one) =>
    one.state === 'planned' ? [one as DuePayment] : [],
  )
}

function paidOf(scenario: Scenario, payment: DuePayment | undefined, is_counted = false): Scenario {
  const settled = payment && settle(scenario, payment, is_counted)
  const done = settled?.ok ? applyEdit(scenario, settled.edit, at) : null
  return done?.ok ? done.scenario : scenario
}
const paid = (scenario: Scenario, id: string, is_counted = false): Scenario =>
  paidOf(
    scenario,
    dueUntil(scenario, '2026-05-20').find((one) => one.id === id),
    is_counted,
  )

/** The merge with each question answered alike, until none is left. */
function answered(base: Scenario, mine: Scenario, theirs: Scenario, side: Side): Merged {
  const choices: Record<string, Side> = {}
  for (;;) {
    const merged = mergeScenarios(base, mine, theirs, choices)
    if (merged.clashes.length === 0) return merged
    for (const { key } of merged.clashes) choices[key] = side
  }
}

const [savings, visa] = [rowId(8), rowId(7)]
const base = plan({
  accounts: [
    { id: savings, name: 'Savings', kind: 'savings', balance_cents: 5_000 },
    {
      id: visa,
      name: 'Visa',
      kind: 'card',
      balance_cents: -40_000,
      card: cardOf({ closing_day: 25, due_day: 10, statement_cents: 30_000 }),
    },
  ],
  bills: [
    { id: rowId(1), name: 'Rent', amount_cents: 80_000, due_date: '2026-03-25', schedule: monthly },
    { id: rowId(3), name: 'Phone', amount_cents: 3_000, due_date: '2026-03-05', schedule: monthly, account_id: visa },
  ],
  transfers: [
    {
      id: rowId(5),
      name: 'Save',
      amount_cents: 10_000,
      due_date: '2026-03-10',
      schedule: monthly,
      from_account_id: null,
      to_account_id: savings,
    },
  ],
})
const rolled = rolledTo(base, '2026-03-20')!

/** On the main account and on the others, and what is still due until some day. */
const money = ({ planning_balance_cents, accounts }: Scenario): number[] => [
  planning_balance_cents,
  ...accounts.map(({ balance_cents }) => balance_cents),
]
const dueIn = (scenario: Scenario): string[] =>
  dueUntil(scenario, '2026-04-01').map(({ id, date, amount_cents }) => `${date.slice(5)} ${id.slice(-1)} ${amount_cents}`)

describe('one device is brought to a later day, the other marks a payment', () => {
  const theirs = paid(base, rowId(1))
  it('asks once, and shows what is on the accounts that go with it', () => {
    const { clashes } = mergeScenarios(base, rolled, theirs)
    expect(clashes).toMatchObject([
      {
        key: 'balance',
        mine: {
          planning_balance_cents: 160_000,
          accounts: [
            { id: savings, balance_cents: 15_000 },
            { id: visa, balance_cents: -13_000 },
          ],
        },
      },
    ])
  })
  it.each(['mine', 'theirs'] as const)('%s holds: its accounts, and what is still due by it', (side) => {
    const { scenario } = answered(base, rolled, theirs, side)
    const chosen = side === 'mine' ? rolled : theirs
    expect([money(scenario), dueIn(scenario)]).toEqual([money(chosen), dueIn(chosen)])
    expect(isSameContent(scenario, chosen)).toBe(true)
  })
  it('keeps what both say of other things', () => {
    const named = edited(rolled, { type: 'put_row', collection: 'accounts', row: { id: savings, name: 'Rainy day' } })
    const priced = edited(theirs, { type: 'put_row', collection: 'bills', row: { id: rowId(3), amount_cents: 4_000 } })
    const { scenario } = answered(base, named, priced, 'theirs')
    expect([scenario.accounts[0]!.name, scenario.bills[1]!.amount_cents, money(scenario)]).toEqual(['Rainy day', 4_000, money(theirs)])
  })
  it('a payment that one says a card had already is asked about where the other took it off', () => {
    expect(mergeScenarios(base, rolled, paid(base, visa, true)).clashes.map(({ key }) => key)).toEqual(['balance'])
  })
  it('nothing is asked where the other says nothing of money', () => {
    const named = edited(base, { type: 'put_row', collection: 'accounts', row: { id: savings, name: 'Rainy day' } })
    for (const { clashes, scenario } of [mergeScenarios(base, rolled, named), mergeScenarios(base, named, rolled)])
      expect([clashes, scenario.accounts[0]!.name, money(scenario)]).toEqual([[], 'Rainy day', money(rolled)])
  })
})

const changed = fc.record({
  kind: fc.constantFrom('roll' as const, 'pay' as const, 'counted' as const),
  days: fc.integer({ min: 1, max: 40 }),
  nth: fc.nat(9),
})
type Changed = typeof changed extends fc.Arbitrary<infer T> ? T : never

function after(scenario: Scenario, { kind, days, nth }: Changed): Scenario {
  if (kind === 'roll') return rolledTo(scenario, addDays(scenario.start_date, days), nth, (due) => (due + nth) % 3 === 0) ?? scenario
  const due = dueUntil(scenario, addDays(scenario.start_date, 60))
  return paidOf(scenario, due[nth % Math.max(1, due.length)], kind === 'counted')
}

/** What a plan says; revisions, times and the numbers of its rows are no part of it. */
const said = (scenario: Scenario): unknown => ({
  ...scenario,
  revision: 0,
  ...Object.fromEntries(collections.map((name) => [name, scenario[name].map((row) => ({ ...row, position: 0, updated_at: '' }))])),
})

it('whichever answer is chosen, money and what is due are those of that side: nothing is lost, doubled or due again', () => {
  let asked = 0
  fc.assert(
    fc.property(anyAccountsPlan, fc.array(changed, { maxLength: 3 }), fc.array(changed, { maxLength: 3 }), (start, ofMine, ofTheirs) => {
      const [mine, theirs] = [ofMine, ofTheirs].map((steps) => steps.reduce(after, start)) as [Scenario, Scenario]
      const isBrought = mine.start_date !== start.start_date || theirs.start_date !== start.start_date
      if (!isBrought || !mergeScenarios(start, mine, theirs).clashes.some(({ key }) => key === 'balance')) return
      asked += 1
      expect(said(answered(start, mine, theirs, 'mine').scenario)).toEqual(said(mine))
      expect(said(answered(start, mine, theirs, 'theirs').scenario)).toEqual(said(theirs))
    }),
    { numRuns: manyRuns(2_000) },
  )
  expect(asked).toBeGreaterThanOrEqual(leastSaid)
})
