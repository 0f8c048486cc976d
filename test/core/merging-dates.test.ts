/** Two people, tabs or devices change dates of one plan: what each says of one date is kept, and what can't be told is asked. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeScenarios, type Merged } from '../../core/comparison/merge.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { asDue, isSettled, settledDates } from '../../core/payments/part-payments.ts'
import { rowEdit } from '../../core/edit/row-edits.ts'
import { type DateChanges } from '../../core/schedule/exceptions.ts'
import { limits } from '../../core/limits.ts'
import { fellDue, rollForward } from '../../core/payments/roll-forward.ts'
import type { Bill, Scenario } from '../../core/scenario.ts'
import { moveDate, setDateAmount, settleDate, skipDate } from '../../core/schedule/schedule-changes.ts'
import { changeDates } from '../../core/schedule/schedule-moves.ts'
import { changeRule } from '../../core/schedule/schedule-rules.ts'
import { occurrences } from '../../core/schedule/schedule.ts'
import type { Schedule } from '../../core/schedule/rule.ts'
import { separateRows } from '../../core/schedule/stretches.ts'
import { at, idOf, planOf } from './projectionPlans.ts'
import { leastSaid, manyRuns } from './runs.ts'
import { later } from './schedule-reference.ts'

const monthly: Schedule = { every: 1, unit: 'month' }
const rent = { name: 'Rent', amount_cents: 90_000, due_date: '2026-01-15', schedule: monthly }
const base = planOf({ balance: 500_000, bills: [rent] })
const id = base.bills[0]!.id

function applied(scenario: Scenario, ...edits: ScenarioEdit[]): Scenario {
  return edits.reduce((now, edit) => {
    const done = applyEdit(now, edit, at)
    if (!done.ok) throw new Error(JSON.stringify(done.problems))
    return done.scenario
  }, scenario)
}
const dates = (given: DateChanges): ScenarioEdit => ({ type: 'set_dates', collection: 'bills', id, dates: given })
const put = (row: object): ScenarioEdit => ({ type: 'put_row', collection: 'bills', row: { id, ...row } })
const merged = (mine: Scenario, theirs: Scenario): Merged => mergeScenarios(base, mine, theirs)

describe('an edit of single dates', () => {
  const plan = applied(base, dates({ '2026-02-15': { rest: 'dropped' }, '2026-03-15': { moved_to: '2026-03-20', amount_cents: 5 } }))
  it('sets what it names, and leaves what is said of other dates and fields', () => {
    expect(plan.bills[0]!.exceptions).toEqual({
      '2026-02-15': { rest: 'dropped' },
      '2026-03-15': { moved_to: '2026-03-20', amount_cents: 5 },
    })
    const more = applied(plan, dates({ '2026-03-15': { amount_cents: null, skipped: true }, '2026-04-15': { rest: 'dropped' } }))
    expect(more.bills[0]!.exceptions).toEqual({
      '2026-02-15': { rest: 'dropped' },
      '2026-03-15': { skipped: true, moved_to: '2026-03-20' },
      '2026-04-15': { rest: 'dropped' },
    })
  })
  it('is taken back by an edit that names the same, whatever was said of other dates meanwhile', () => {
    const done = applyEdit(plan, dates({ '2026-02-15': { rest: null }, '2026-05-15': { skipped: true } }), at)
    if (!done.ok) throw new Error()
    expect(done.inverse).toEqual(dates({ '2026-02-15': { rest: 'dropped' }, '2026-05-15': { skipped: null } }))
    const meanwhile = applied(done.scenario, dates({ '2026-06-15': { rest: 'dropped' } }))
    expect(applied(meanwhile, done.inverse).bills[0]!.exceptions).toEqual({
      ...plan.bills[0]!.exceptions,
      '2026-06-15': { rest: 'dropped' },
    })
  })
  it('says where it is wrong, and stores nothing', () => {
    const codes = (edit: ScenarioEdit): unknown => {
      const done = applyEdit(base, edit, at)
      return done.ok ? null : done.problems.map(({ code, path }) => `${code} ${path}`)
    }
    expect(codes(dates({ '2026-02-30': { skipped: true } }))).toEqual(['value_is_not_valid /dates/2026-02-30'])
    expect(codes(dates({ '2026-02-15': { amount_cents: -1 } }))).toEqual(['amount_must_not_be_negative /dates/2026-02-15/amount_cents'])
    expect(codes({ type: 'set_dates', collection: 'bills', id: idOf(9, 9), dates: { '2026-02-15': { skipped: true } } })).toEqual([
      'is_required /id',
    ])
    expect(
      codes({
        type: 'set_dates',
        collection: 'bills',
        id,
        dates: Object.fromEntries(
          Array.from({ length: limits.exceptions + 1 }, (_, nth) => [later('2026-01-15', nth), { skipped: true as const }]),
        ),
      }),
    ).toEqual(['too_many_dates /dates'])
  })
  it('is of what is due once too', () => {
    const once = planOf({ balance: 5, bills: [{ name: 'Sofa', amount_cents: 5, due_date: '2026-02-15' }] })
    expect(
      occurrences(
        applied(once, dates({ '2026-02-15': { moved_to: '2026-02-17', amount_cents: 4 } })).bills[0]!,
        '2026-01-01',
        '2026-03-01',
      ),
    ).toEqual([{ nominal_date: '2026-02-15', date: '2026-02-17', amount_cents: 4 }])
  })
})

describe('two devices', () => {
  it('mark different months paid: both are', () => {
    const both = merged(
      applied(base, dates({ '2026-02-15': { rest: 'dropped' } })),
      applied(base, dates({ '2026-03-15': { rest: 'dropped' } })),
    )
    expect(both).toMatchObject({
      clashes: [],
      scenario: { bills: [{ exceptions: { '2026-02-15': { rest: 'dropped' }, '2026-03-15': { rest: 'dropped' } } }] },
    })
  })
  it('one moves a date, the other changes the amount of all, or of another date', () => {
    const mine = applied(base, dates({ '2026-02-15': { moved_to: '2026-02-20' } }))
    expect(merged(mine, applied(base, put({ amount_cents: 95_000 })))).toMatchObject({
      clashes: [],
      scenario: { bills: [{ amount_cents: 95_000, exceptions: { '2026-02-15': { moved_to: '2026-02-20' } } }] },
    })
    expect(merged(mine, applied(base, dates({ '2026-03-15': { amount_cents: 1 } })))).toMatchObject({
      clashes: [],
      scenario: { bills: [{ exceptions: { '2026-02-15': { moved_to: '2026-02-20' }, '2026-03-15': { amount_cents: 1 } } }] },
    })
  })
  it('one says when the rule ends, the other skips a date', () => {
    const both = merged(
      applied(base, put({ schedule: { ...monthly, until: '2026-12-31' } })),
      applied(base, dates({ '2026-03-15': { skipped: true } })),
    )
    expect(both).toMatchObject({
      clashes: [],
      scenario: { bills: [{ schedule: { until: '2026-12-31' }, exceptions: { '2026-03-15': { skipped: true } } }] },
    })
  })
  it('put one date on two days, or one skips what the other moves: that date is asked about, and nothing else', () => {
    const mine = applied(base, dates({ '2026-02-15': { moved_to: '2026-02-20' }, '2026-04-15': { rest: 'dropped' } }))
    for (const other of [{ moved_to: '2026-02-27' }, { skipped: true as const }]) {
      const asked = merged(mine, applied(base, dates({ '2026-02-15': other, '2026-05-15': { rest: 'dropped' } })))
      expect(asked.clashes).toMatchObject([
        { key: `bills/${id}/2026-02-15/moved_to`, about: 'field', field: 'moved_to', date: '2026-02-15', name: 'Rent' },
      ])
      expect(settledDates(asked.scenario.bills[0]!)).toEqual(['2026-04-15', '2026-05-15'])
    }
  })
  it('one gives the row other days, the other marks a day paid that is none of them: it is asked', () => {
    const asked = merged(applied(base, put({ due_date: '2026-01-20' })), applied(base, dates({ '2026-02-15': { rest: 'dropped' } })))
    expect(asked.clashes).toMatchObject([{ key: `bills/${id}/due_date` }])
  })
  it('both add a bill: both are there', () => {
    const bill = (nth: number): ScenarioEdit => ({
      type: 'put_row',
      collection: 'bills',
      row: { id: idOf(7, nth), name: `New ${nth}`, amount_cents: nth },
    })
    const both = merged(applied(base, bill(1)), applied(base, bill(2)))
    expect(both.clashes).toEqual([])
    expect(both.scenario.bills.map(({ name }) => name).sort()).toEqual(['New 1', 'New 2', 'Rent'])
  })
  it('one is brought to a later day, the other postpones a payment that fell due meanwhile: it is asked, since it would be paid twice', () => {
    const rolled = rollForward(base, { today: '2026-02-20', planning_balance_cents: 320_000, open: [], divides_anew: false })
    if (!rolled.ok) throw new Error()
    const asked = merged(applied(base, rolled.edit), applied(base, dates({ '2026-02-15': { moved_to: '2026-03-01' } })))
    expect(asked.clashes).toMatchObject([{ key: `bills/${id}/due_date` }])
    const agreed = merged(applied(base, rolled.edit), applied(base, dates({ '2026-02-15': { rest: 'dropped' } })))
    expect(agreed.clashes).toEqual([])
  })
  it('one is brought to a later day, the other adds a bill due before it: it is asked whether the balance has it', () => {
    const rolled = rollForward(base, { today: '2026-02-20', planning_balance_cents: 320_000, open: [], divides_anew: false })
    if (!rolled.ok) throw new Error()
    const bill = (due_date: string): ScenarioEdit => ({
      type: 'put_row',
      collection: 'bills',
      row: { id: idOf(8, 5), name: 'Dentist', amount_cents: 8_000, due_date },
    })
    const asked = mergeScenarios(base, applied(base, rolled.edit), applied(base, bill('2026-02-10')))
    expect(asked.clashes).toMatchObject([{ key: `bills/${idOf(8, 5)}/due_date` }])
    const open = mergeScenarios(base, applied(base, rolled.edit), applied(base, bill('2026-02-10')), { [asked.clashes[0]!.key]: 'theirs' })
    expect(open.scenario.bills.find(({ name }) => name === 'Dentist')!.due_date).toBe('2026-02-20')
    expect(mergeScenarios(base, applied(base, rolled.edit), applied(base, bill('2026-02-21'))).clashes).toEqual([])
  })
})

/** A row cut in two at a date, as earlier versions did it: the row goes on, a new one keeps the dates before. */
function cut(scenario: Scenario, row: Bill, date: string, amount_cents: number, past: string): Scenario {
  const [before, after] = separateRows({ ...row, changes: [{ from: date, amount_cents }] }).map(({ row: part }) => part)
  if (!before || !after) return scenario
  const { id: _id, ...later } = after
  return applied(scenario, {
    type: 'batch',
    edits: [
      { type: 'put_row', collection: 'bills', row: { ...before, id: past, evidence: null }, position: 0 },
      { type: 'put_row', collection: 'bills', row: { ...later, id: row.id } },
    ],
  })
}

describe('a row that one side has cut in two at a date, as earlier versions did', () => {
  const later2 = (scenario: Scenario, date: string, amount_cents: number, past: string): Scenario =>
    cut(scenario, scenario.bills[0]!, date, amount_cents, past)
  const paid = (scenario: Scenario): string[] => scenario.bills.flatMap(settledDates).sort()
  it('what the other marks paid before that date goes to the part before it', () => {
    const both = merged(
      later2(base, '2026-04-15', 95_000, idOf(8, 1)),
      applied(base, dates({ '2026-02-15': { rest: 'dropped' }, '2026-05-15': { rest: 'dropped' } })),
    )
    expect(both.clashes).toEqual([])
    expect(both.scenario.bills.map((row) => [row.amount_cents, settledDates(row)])).toEqual([
      [90_000, ['2026-02-15']],
      [95_000, ['2026-05-15']],
    ])
  })
  it('both sides alike: it is cut once', () => {
    const both = merged(later2(base, '2026-04-15', 95_000, idOf(8, 1)), later2(base, '2026-04-15', 95_000, idOf(8, 2)))
    expect(both.clashes).toEqual([])
    expect(both.scenario.bills.map(({ amount_cents }) => amount_cents)).toEqual([90_000, 95_000])
  })
  it('both sides at different dates: it is asked, and no month is there twice', () => {
    const asked = merged(later2(base, '2026-04-15', 95_000, idOf(8, 1)), later2(base, '2026-06-15', 95_000, idOf(8, 2)))
    expect(asked.clashes).toMatchObject([{ key: `bills/${id}/due_date` }])
    const all = asked.scenario.bills.flatMap((row) => occurrences(row, '2026-01-01', '2027-01-01').map(({ date }) => date))
    expect(all.sort()).toEqual([...new Set(all)])
    expect(all).toHaveLength(12)
    expect(paid(asked.scenario)).toEqual([])
  })
})

const rules = fc.constantFrom<Pick<Bill, 'due_date' | 'schedule'>>(
  { due_date: '2026-01-15', schedule: monthly },
  { due_date: '2026-01-05', schedule: { every: 1, unit: 'week' } },
  { due_date: '2026-01-31', schedule: { every: 1, unit: 'month', on: [1, -1], shift: 'before' } },
  { due_date: '2026-01-07', schedule: { every: 2, unit: 'week', count: 9 } },
)
const plans = fc
  .array(rules, { minLength: 1, maxLength: 3 })
  .map((found) => planOf({ balance: 500_000, bills: found.map((when, nth) => ({ name: `Bill ${nth}`, amount_cents: 1_000, ...when })) }))
const change: fc.Arbitrary<DateChanges[string]> = fc.record(
  {
    skipped: fc.constantFrom(true as const, null),
    moved_to: fc.constantFrom('2026-03-03', '2026-04-04', null),
    amount_cents: fc.constantFrom(7, 0, null),
    rest: fc.constantFrom('dropped' as const, null),
  },
  { requiredKeys: [] },
)
const scheduledDates = (row: Bill): string[] => occurrences(row, '2026-01-01', '2026-07-01').map(({ nominal_date }) => nominal_date)

it('edits of different dates of one row never conflict, whatever they set, and all of them hold', () => {
  fc.assert(
    fc.property(
      plans,
      fc.array(fc.tuple(fc.boolean(), fc.nat(30), change), { maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(30), change), { maxLength: 4 }),
      (plan, changes, before) => {
        const row = plan.bills[0]!
        const all = scheduledDates(row)
        const edit = (found: readonly (readonly [number, DateChanges[string]])[]): ScenarioEdit => ({
          type: 'set_dates',
          collection: 'bills',
          id: row.id,
          dates: Object.fromEntries(found.map(([nth, what]) => [all[nth % all.length]!, what])),
        })
        const start = applied(plan, edit(before))
        const mineDates = new Set(changes.filter(([isMine]) => isMine).map(([, nth]) => nth % all.length))
        const ofSide = (isMine: boolean) =>
          changes
            .filter(([side, nth]) => side === isMine && (isMine || !mineDates.has(nth % all.length)))
            .map(([, nth, what]) => [nth, what] as const)
        const [mine, theirs] = [edit(ofSide(true)), edit(ofSide(false))]
        const { clashes, scenario, edit: leads } = mergeScenarios(start, applied(start, mine), applied(start, theirs))
        const inTurn = applied(start, mine, theirs)
        expect(clashes).toEqual([])
        expect(scenario.bills[0]!.exceptions).toEqual(inTurn.bills[0]!.exceptions)
        expect(scenario.bills[0]!.schedule).toEqual(inTurn.bills[0]!.schedule)
        expect(applied(applied(start, theirs), leads).bills[0]!.exceptions).toEqual(inTurn.bills[0]!.exceptions)
      },
    ),
    { numRuns: manyRuns(10_000) },
  )
})

interface Step {
  kind: 'pay' | 'skip' | 'move' | 'price' | 'later' | 'roll' | 'day' | 'rule' | 'cut'
  bill: number
  nth: number
  days: number
}
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('pay', 'skip', 'move', 'price', 'later', 'roll', 'day', 'rule', 'cut'),
  bill: fc.nat(2),
  nth: fc.nat(12),
  days: fc.integer({ min: 1, max: 40 }),
})

function stepped(scenario: Scenario, { kind, bill, nth, days }: Step, pastId: string): Scenario {
  if (kind === 'roll') {
    const today = later(scenario.start_date, days)
    const due = fellDue(scenario, today)
    const rolled = rollForward(scenario, {
      today,
      planning_balance_cents: 400_000 + days,
      open: due.filter((_, index) => (index + nth) % 3 === 0),
      divides_anew: false,
    })
    return rolled.ok ? applied(scenario, rolled.edit) : scenario
  }
  const row = scenario.bills[bill % scenario.bills.length]!
  const all = occurrences(row, scenario.start_date, '2026-07-01')
  const date = all[nth % Math.max(all.length, 1)]
  if (!date) return scenario
  if (kind === 'cut') return row.changes.length > 0 ? scenario : cut(scenario, row, date.nominal_date, 1_000 + days, pastId)
  // Two rows of one name may come to name one day with another rule: that is no doubling.
  if ((kind === 'rule' || kind === 'day') && scenario.bills.some((other) => other.id !== row.id && other.name === row.name)) return scenario
  const newRule = { due_date: date.nominal_date, schedule: { every: 1 + (days % 3), unit: 'week' as const } }
  const how = {
    later: () => changeDates(row, date.nominal_date, { amount_cents: 1_000 + days }, 'later'),
    day: () => changeDates(row, date.nominal_date, { to: later(date.nominal_date, (days % 14) - 6) }, 'later'),
    rule: () => changeRule(row, newRule, date.nominal_date, true),
    pay: () => settleDate(row, date.nominal_date, true),
    skip: () => skipDate(row, date.nominal_date),
    move: () => moveDate(row, date.nominal_date, later(date.date, days - 20)),
    price: () => setDateAmount(row, date.nominal_date, days),
  }[kind]()
  if (!how.ok) return scenario
  const done = applyEdit(scenario, rowEdit('bills', row, how.fields), at)
  return done.ok ? done.scenario : scenario
}

/** What is still to come of each scheduled payment, by the name of its bill and its scheduled date: how often. */
function toCome(scenario: Scenario): Map<string, number> {
  const found = new Map<string, number>()
  for (const row of scenario.bills) {
    for (const { nominal_date } of occurrences(asDue(row, scenario.start_date), scenario.start_date, '2027-01-01')) {
      if (nominal_date < '2026-07-01' && !isSettled(row, nominal_date))
        found.set(`${row.name} ${nominal_date}`, (found.get(`${row.name} ${nominal_date}`) ?? 0) + 1)
    }
  }
  return found
}

/** The dates that the rules of a plan name, whatever is said of them. */
const scheduled = ({ bills }: Scenario): Set<string> =>
  new Set(
    bills.flatMap((row) =>
      occurrences({ ...row, exceptions: {} }, '2025-12-01', '2026-07-05').map(({ nominal_date }) => `${row.name} ${nominal_date}`),
    ),
  )

it('after a merge no scheduled payment is lost, doubled or open again without a question', () => {
  let merges = 0
  fc.assert(
    fc.property(plans, fc.array(step, { maxLength: 4 }), fc.array(step, { maxLength: 4 }), (plan, ofMine, ofTheirs) => {
      const [mine, theirs] = [ofMine, ofTheirs].map((steps, side) =>
        steps.reduce((now, one, nth) => stepped(now, one, idOf(8, side * 10 + nth)), plan),
      ) as [Scenario, Scenario]
      const { clashes, scenario } = mergeScenarios(plan, mine, theirs)
      if (clashes.length > 0) return
      merges += 1
      const [b, m, t, now] = [plan, mine, theirs, scenario].map(toCome) as [
        Map<string, number>,
        Map<string, number>,
        Map<string, number>,
        Map<string, number>,
      ]
      for (const key of b.keys()) expect([key, now.get(key) ?? 0]).toEqual([key, Math.min(m.get(key) ?? 0, t.get(key) ?? 0)])
      // Dates that one side's new rule has are there, once.
      const added = [...m.keys(), ...t.keys()].filter((key) => !b.has(key) && key.slice(-10) >= scenario.start_date)
      const [ofM, ofT] = [mine, theirs].map(scheduled) as [Set<string>, Set<string>]
      for (const key of added)
        expect([key, now.get(key) ?? 0]).toEqual([
          key,
          Math[ofM.has(key) && ofT.has(key) ? 'min' : 'max'](m.get(key) ?? 0, t.get(key) ?? 0),
        ])
    }),
    { numRuns: manyRuns(10_000) },
  )
  expect(merges).toBeGreaterThanOrEqual((manyRuns(10_000) / 5) * leastSaid)
})
