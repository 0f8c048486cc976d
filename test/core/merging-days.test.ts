/** One side is brought to a later day, the other says something of its money: what holds on that day is one question. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardDues } from '../../core/accounts/card-dates.ts'
import { addDays, dateOf, dayOf } from '../../core/calendar.ts'
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

describe('one device is brought to a later day, the other puts a card’s payment elsewhere', () => {
  const fixed = (due_day: number): Scenario =>
    plan({
      accounts: [
        {
          id: visa,
          name: 'Visa',
          kind: 'card',
          balance_cents: -42_000,
          card: cardOf({ closing_day: 20, due_day, pays: 'fixed', fixed_cents: 9_000, statement_cents: 42_000 }),
        },
      ],
    })
  const moved = (scenario: Scenario, date: string, moved_to: string): Scenario =>
    edited(scenario, { type: 'set_dates', collection: 'accounts', id: visa, dates: { [date]: { moved_to } } })
  it('to a day after it: it is asked, since it would be paid twice', () => {
    const start = fixed(7)
    const [mine, theirs] = [rolledTo(start, '2026-03-10')!, moved(start, '2026-03-07', '2026-03-18')]
    for (const [here, there, ofRolled] of [
      [mine, theirs, 'mine'],
      [theirs, mine, 'theirs'],
    ] as const) {
      expect(mergeScenarios(start, here, there).clashes).toMatchObject([{ key: `accounts/${visa}/exceptions`, name: 'Visa' }])
      expect(dueIn(answered(start, here, there, ofRolled).scenario)).toEqual([])
    }
  })
  it('before it: it is asked, since it would never be paid', () => {
    const start = fixed(12)
    const [mine, theirs] = [rolledTo(start, '2026-03-10')!, moved(start, '2026-03-12', '2026-03-05')]
    expect(mergeScenarios(start, mine, theirs).clashes).toMatchObject([{ key: `accounts/${visa}/exceptions` }])
    expect(dueIn(answered(start, mine, theirs, 'mine').scenario)).toEqual(['03-12 7 9000'])
  })
  it('by other days of the card: its days are asked about', () => {
    const start = fixed(7)
    const card = { ...start.accounts[0]!.card!, due_day: 18 }
    const theirs = edited(start, { type: 'put_row', collection: 'accounts', row: { id: visa, card } })
    const { clashes } = mergeScenarios(start, rolledTo(start, '2026-03-10')!, theirs)
    expect(clashes).toMatchObject([{ key: `accounts/${visa}/card`, mine: { due_day: 7 }, theirs: { due_day: 18 } }])
  })
  it('to a day that both have still to come: nothing is asked', () => {
    const start = fixed(12)
    const { clashes, scenario } = mergeScenarios(start, rolledTo(start, '2026-03-10')!, moved(start, '2026-03-12', '2026-03-18'))
    expect([clashes, dueIn(scenario)]).toEqual([[], ['03-18 7 9000']])
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

/** What is said of a card's dates: each is put on another day or left out. */
const cardSaid = fc.record({ nth: fc.nat(5), days: fc.integer({ min: -25, max: 40 }), is_skipped: fc.boolean() })

function withCardSaid(scenario: Scenario, { nth, days, is_skipped }: typeof cardSaid extends fc.Arbitrary<infer T> ? T : never): Scenario {
  const start = dayOf(scenario.start_date)!
  const all = scenario.accounts.flatMap(({ id, card, exceptions }) =>
    card ? cardDues(card, exceptions, start, start + 100).map(({ scheduled_day }) => ({ id, date: dateOf(scheduled_day) })) : [],
  )
  const one = all[nth % Math.max(1, all.length)]
  if (!one) return scenario
  const change = is_skipped && days % 3 === 0 ? { skipped: true as const } : { moved_to: addDays(one.date, days) }
  const done = applyEdit(scenario, { type: 'set_dates', collection: 'accounts', id: one.id, dates: { [one.date]: change } }, at)
  return done.ok ? done.scenario : scenario
}

/** The scheduled dates of cards that are still to come, and are paid. */
const cardsToCome = ({ accounts, start_date }: Scenario): string[] =>
  accounts.flatMap(({ id, card, exceptions }) =>
    card
      ? cardDues(card, exceptions, dayOf(start_date)!, dayOf('2026-12-01')!)
          .filter(({ state }) => state === 'due')
          .map(({ scheduled_day }) => `${id.slice(-2)} ${dateOf(scheduled_day)}`)
      : [],
  )

it('a card’s payment that one side was brought past, or put elsewhere, is neither lost nor doubled without a question', () => {
  let merges = 0
  const step = fc.oneof(fc.record({ roll: fc.integer({ min: 1, max: 40 }) }), cardSaid)
  const steps = fc.array(step, { maxLength: 3 })
  const stepped = (scenario: Scenario, one: typeof step extends fc.Arbitrary<infer T> ? T : never): Scenario =>
    'roll' in one ? (rolledTo(scenario, addDays(scenario.start_date, one.roll)) ?? scenario) : withCardSaid(scenario, one)
  fc.assert(
    fc.property(anyAccountsPlan, steps, steps, (start, ofMine, ofTheirs) => {
      const [mine, theirs] = [ofMine, ofTheirs].map((list) => list.reduce(stepped, start)) as [Scenario, Scenario]
      const { clashes, scenario } = mergeScenarios(start, mine, theirs)
      if (clashes.length > 0 || scenario.start_date === start.start_date) return
      merges += 1
      const [before, here, there] = [start, mine, theirs].map((one) => new Set(cardsToCome(one))) as [Set<string>, Set<string>, Set<string>]
      expect(new Set(cardsToCome(scenario).filter((one) => before.has(one)))).toEqual(
        new Set([...before].filter((one) => here.has(one) && there.has(one))),
      )
    }),
    { numRuns: manyRuns(1_000) },
  )
  expect(merges).toBeGreaterThanOrEqual(leastSaid)
})
