/** "Rent is 950 from April": one row, one pot, one history, whatever is otherwise of it from whichever date on. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeScenarios } from '../../core/comparison/merge.ts'
import type { ChangeEdits, ChangeFromDate } from '../../core/schedule/dated-changes.ts'
import { describeSchedule } from '../../core/schedule/describe-schedule.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { nextPayment } from '../../core/payments/next-payment.ts'
import { paymentsBetween } from '../../core/payments/payments-between.ts'
import { eventsBetween } from '../../core/projection/events.ts'
import { rollForward } from '../../core/payments/roll-forward.ts'
import { rowEdit } from '../../core/edit/row-edits.ts'
import { amountOn } from '../../core/schedule/row-parts.ts'
import type { Bill, Scenario } from '../../core/scenario.ts'
import { moveDate, settleDate, type Dated } from '../../core/schedule/schedule-changes.ts'
import { changeDates, type DateChange } from '../../core/schedule/schedule-moves.ts'
import { changeRule } from '../../core/schedule/schedule-rules.ts'
import { occurrences } from '../../core/schedule/schedule.ts'
import type { Schedule } from '../../core/schedule/rule.ts'
import { separateRows } from '../../core/schedule/stretches.ts'
import { anyPlan, anyToday, at, idOf, planOf, projected } from './projectionPlans.ts'
import { leastSaid, manyRuns } from './runs.ts'
import { later } from './schedule-reference.ts'
import { problemText } from '../../core/problem.ts'
import { english } from '../../server/words/words.ts'

const monthly: Schedule = { every: 1, unit: 'month' }
const id = idOf(1, 0)
const from950: ChangeFromDate = { from: '2026-04-15', amount_cents: 95_000 }
const rentPlan = (changes: ChangeFromDate[] = [], more: Partial<Bill> = {}): Scenario =>
  planOf({ balance: 500_000, bills: [{ name: 'Rent', amount_cents: 90_000, due_date: '2026-01-15', schedule: monthly, changes, ...more }] })
const applied = (scenario: Scenario, ...edits: ScenarioEdit[]): Scenario =>
  edits.reduce((now, edit) => {
    const done = applyEdit(now, edit, at)
    if (!done.ok) throw new Error(JSON.stringify(done.problems))
    return done.scenario
  }, scenario)
const problems = (scenario: Scenario, edit: ScenarioEdit): string[] => {
  const done = applyEdit(scenario, edit, at)
  return done.ok ? [] : done.problems.map(({ code, path }) => `${code} ${path}`)
}
const changes = (named: Extract<ScenarioEdit, { type: 'set_changes' }>['changes']): ScenarioEdit => ({
  type: 'set_changes',
  collection: 'bills',
  id,
  changes: named,
})
const put = (row: object): ScenarioEdit => ({ type: 'put_row', collection: 'bills', row: { id, ...row } })
const paid = (scenario: Scenario, until = '2026-08-01'): string[] =>
  paymentsBetween(scenario, '2026-01-01', until).map(({ date, amount_cents }) => `${date} ${amount_cents / 100}`)

describe('a change from a date on', () => {
  it('holds from its date until the next one that names the same', () => {
    const plan = rentPlan([
      from950,
      { from: '2026-05-15', due_date: '2026-05-20', schedule: monthly },
      { from: '2026-07-20', amount_cents: 98_000 },
    ])
    expect(paid(plan)).toEqual([
      '2026-01-15 900',
      '2026-02-15 900',
      '2026-03-15 900',
      '2026-04-15 950',
      '2026-05-20 950',
      '2026-06-20 950',
      '2026-07-20 980',
    ])
    expect(nextPayment(plan.bills[0]!, '2026-06-01')).toMatchObject({ date: '2026-06-20', amount_cents: 95_000 })
    expect(describeSchedule({ ...plan.bills[0]!, due_date: '2026-01-15' }, english)).toBe(
      'every month on the 15th; from 2026-05-15 every month on the 20th',
    )
  })
  it('keeps fortnights, the last day and a count in step', () => {
    const dates = (row: Partial<Bill>, until: string) => paid(rentPlan([], row), until).map((line) => line.slice(0, 10))
    expect(
      dates(
        { due_date: '2026-01-02', schedule: { every: 2, unit: 'week', count: 6 }, changes: [{ from: '2026-01-31', amount_cents: 1 }] },
        '2027-01-01',
      ),
    ).toEqual(['2026-01-02', '2026-01-16', '2026-01-30', '2026-02-13', '2026-02-27', '2026-03-13'])
    expect(
      dates(
        { due_date: '2026-01-31', schedule: { ...monthly, on: [-1], shift: 'before' }, changes: [{ from: '2026-02-28', amount_cents: 1 }] },
        '2026-06-01',
      ),
    ).toEqual(['2026-01-30', '2026-02-27', '2026-03-31', '2026-04-30', '2026-05-29'])
  })
  it('the pot fills for the date that comes, and pays it', () => {
    const plan: Scenario = {
      ...rentPlan([from950]),
      allocations: planOf({ allocations: [{ target: `bill:${id}`, kind: 'fixed', value: 90_000, base: 'balance' }] }).allocations,
    }
    const projection = projected(plan, '2026-01-01', '2026-08-01')
    expect(
      eventsBetween(projection, '2026-01-01', '2026-03-01').map(({ from_pot_cents, from_available_cents }) => [
        from_pot_cents,
        from_available_cents,
      ]),
    ).toEqual([
      [90_000, 0],
      [0, 90_000],
    ])
  })
  it('is said and taken back by an edit that names its fields', () => {
    const done = applyEdit(
      rentPlan([from950]),
      changes({
        '2026-04-15': { amount_cents: null, due_date: '2026-04-20' },
        '2026-07-15': { amount_low_cents: 1, amount_high_cents: 9 },
      }),
      at,
    )
    if (!done.ok) throw new Error(JSON.stringify(done.problems))
    expect(done.scenario.bills[0]!.changes).toEqual([
      { from: '2026-04-15', due_date: '2026-04-20' },
      { from: '2026-07-15', amount_low_cents: 1, amount_high_cents: 9 },
    ])
    expect(done.inverse).toEqual(
      changes({
        '2026-04-15': { amount_cents: 95_000, due_date: null },
        '2026-07-15': { amount_low_cents: null, amount_high_cents: null },
      }),
    )
    expect(applied(done.scenario, done.inverse).bills[0]!.changes).toEqual([from950])
  })
  it('is refused with its sentence where it says nothing, or nothing of any date', () => {
    const until = rentPlan([], { schedule: { ...monthly, until: '2026-06-30' } })
    expect(problems(until, changes({ '2026-07-15': { amount_cents: 1 } }))).toEqual(['change_has_no_dates /bills/0/changes/0/from'])
    const done = applyEdit(until, changes({ '2026-07-15': { amount_cents: 1 } }), at)
    expect(done.ok ? '' : problemText(done.problems[0]!, english)).toBe(
      'No date of this row comes on Jul 15, 2026 or later. The last one is Jun 15, 2026. Leave the change out, or let the row go on.',
    )
    expect(problems(rentPlan([from950]), put({ schedule: { ...monthly, until: '2026-04-01' } }))).toEqual([
      'change_has_no_dates /bills/0/changes/0/from',
    ])
    expect(problems(rentPlan(), put({ changes: [{ from: '2026-04-15' }] }))).toEqual(['change_says_nothing /bills/0/changes/0'])
    expect(problems(rentPlan(), put({ changes: [from950, from950] }))).toEqual(['change_date_is_used_twice /bills/0/changes/1/from'])
    expect(problems(rentPlan(), changes({ '2026-04-15': { amount_low_cents: 5 } }))).toEqual([
      'amount_range_needs_both_ends /bills/0/changes/0/amount_high_cents',
    ])
    expect(problems(rentPlan(), changes({ '2026-04-15': { schedule: { every: 1, unit: 'day', on: [3] } } }))).toEqual([
      'schedule_days_do_not_fit_the_unit /bills/0/changes/0/schedule/on',
    ])
    expect(problems(rentPlan([], { schedule: null }), changes({ '2026-04-15': { amount_cents: 1 } }))).toEqual([
      'change_needs_a_schedule /bills/0/changes',
    ])
    expect(problems(rentPlan(), changes({ '2026-02-30': { amount_cents: 1 } }))).toEqual(['value_is_not_valid /changes/2026-02-30'])
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, nth) => [later('2026-02-15', 31 * nth), { amount_cents: nth }]))
    expect(problems(rentPlan(), changes(many))).toEqual(['too_many_changes /changes'])
  })
  it('stays where a client that knows none sets the six fields it knows, and goes with the date', () => {
    expect(
      applied(rentPlan([from950]), put({ name: 'Flat', amount_cents: 91_000, due_date: '2026-01-15', category: null, predicted: null }))
        .bills[0],
    ).toMatchObject({ amount_cents: 91_000, changes: [from950] })
    expect(applied(rentPlan([from950]), put({ due_date: null })).bills[0]).toMatchObject({ schedule: null, changes: [] })
  })
})

describe('two sides', () => {
  const base = rentPlan()
  it('that change different things, or from different dates: both hold', () => {
    const mine = applied(base, changes({ '2026-04-15': { amount_cents: 95_000 } }))
    for (const other of [
      { '2026-07-15': { amount_cents: 98_000 } },
      { '2026-04-15': { due_date: '2026-04-20', schedule: monthly } },
      { '2026-04-15': { amount_low_cents: 1, amount_high_cents: 2 } },
    ] as ChangeEdits[]) {
      const both = mergeScenarios(base, mine, applied(base, changes(other)))
      expect(both.clashes).toEqual([])
      expect(both.scenario.bills[0]!.changes).toEqual(applied(mine, changes(other)).bills[0]!.changes)
    }
    const markedPaid = mergeScenarios(
      base,
      mine,
      applied(base, { type: 'set_dates', collection: 'bills', id, dates: { '2026-02-15': { rest: 'dropped' } } }),
    )
    expect(markedPaid).toMatchObject({
      clashes: [],
      scenario: { bills: [{ changes: [from950], exceptions: { '2026-02-15': { rest: 'dropped' } } }] },
    })
  })
  it('that say two amounts from one date are asked about that', () => {
    const [mine, theirs] = [95_000, 96_000].map((amount_cents) => applied(base, changes({ '2026-04-15': { amount_cents } }))) as [
      Scenario,
      Scenario,
    ]
    expect(mergeScenarios(base, mine, theirs).clashes).toMatchObject([
      {
        key: `bills/${id}/changes/2026-04-15/amount_cents`,
        field: 'changes/amount_cents',
        date: '2026-04-15',
        base: null,
        mine: 95_000,
        theirs: 96_000,
      },
    ])
  })
  it('where it can not be told which payments are meant, it is asked', () => {
    const moved = applied(base, put({ due_date: '2026-01-05' }))
    expect(mergeScenarios(base, moved, applied(base, changes({ '2026-04-15': { amount_cents: 95_000 } }))).clashes).toMatchObject([
      { key: `bills/${id}/due_date` },
    ])
  })
})

describe('brought to a day past it', () => {
  const rolled = (plan: Scenario, today: string, open: string[] = []): Scenario => {
    const found = rollForward(plan, {
      today,
      planning_balance_cents: 1,
      open: open.map((nominal_date) => ({ collection: 'bills' as const, id, nominal_date })),
      divides_anew: false,
    })
    if (!found.ok) throw new Error(JSON.stringify(found.problems))
    const done = applyEdit(plan, found.edit, at)
    if (!done.ok) throw new Error(JSON.stringify(done.problems))
    expect({ ...applied(done.scenario, done.inverse), revision: plan.revision }).toEqual(plan)
    return done.scenario
  }
  it("it is the row's own, and no date comes back", () => {
    const plan = rentPlan([
      { ...from950, due_date: '2026-04-20', schedule: monthly },
      { from: '2026-07-20', amount_cents: 98_000 },
    ])
    expect(rolled(plan, '2026-05-01').bills[0]).toMatchObject({
      amount_cents: 95_000,
      due_date: '2026-04-20',
      changes: [{ from: '2026-07-20', amount_cents: 98_000 }],
    })
    expect(paid(rolled(plan, '2026-05-01')).filter((line) => line > '2026-05-01')).toEqual(paid(plan).filter((line) => line > '2026-05-01'))
  })
  it('it stays a change while a date before it is left open, at its amount', () => {
    const plan = rolled(rentPlan([from950]), '2026-04-20', ['2026-03-15'])
    expect(plan.bills[0]!.changes).toEqual([from950])
    expect(
      paid(plan)
        .filter((line) => line >= '2026-04-20')
        .slice(0, 2),
    ).toEqual(['2026-04-20 900', '2026-05-15 950'])
  })
})

/** What each scheduled date of a row costs, up to a day. */
const listed = (row: Dated, until: string): [string, number][] =>
  occurrences({ ...row, exceptions: {} }, '1000-01-01', until)
    .map(({ nominal_date }): [string, number] => [nominal_date, row.exceptions[nominal_date]?.amount_cents ?? amountOn(row, nominal_date)])
    .sort(([a], [b]) => (a < b ? -1 : 1))

describe('whatever is changed of whatever row', () => {
  const rows = anyPlan
    .filter(({ bills }) => bills.some(({ schedule }) => schedule !== null))
    .map((plan) => ({ plan, row: plan.bills.find(({ schedule }) => schedule !== null)! }))
  /** A row that leaves over the days until its next date is another one where that is cut off. */
  const onOneDay = ({ plan, row }: { plan: Scenario; row: Bill }) => {
    const bills = plan.bills.map((bill) => ({ ...bill, spread: false }))
    return { plan: { ...plan, bills }, row: bills.find(({ id }) => id === row.id)! }
  }
  it('from here on: the dates before stay, those after it change as they are told to, and so many there are', () => {
    let made = 0
    fc.assert(
      fc.property(
        rows,
        fc.nat(30),
        fc.oneof(fc.record({ amount_cents: fc.nat(9_999) }), fc.record({ days: fc.integer({ min: -9, max: 25 }) })),
        ({ row }, pick, wish) => {
          const end = later(row.due_date!, 1_500)
          const before = listed(row, end)
          fc.pre(before.length > 0)
          const [date] = before[pick % before.length]!
          const change: DateChange = 'days' in wish ? { to: later(date, wish.days) } : wish
          const changed = changeDates(row, date, change, 'later')
          if (!changed.ok) return
          made += 1
          const now = { ...row, ...changed.fields }
          const after = listed(now, later(end, 62))
          expect(
            after.slice(
              0,
              before.findIndex(([one]) => one === date),
            ),
          ).toEqual(before.filter(([one]) => one < date))
          const next =
            row.changes.find(
              (one) =>
                one.from > date &&
                ('to' in change ? one.due_date !== undefined || one.schedule !== undefined : one.amount_cents !== undefined),
            )?.from ?? '9999-12-31'
          expect(after.filter(([one]) => one >= next && one < end)).toEqual(before.filter(([one]) => one >= next && one < end))
          const amounts = (list: typeof before, from: string): number[] =>
            list
              .filter(([one]) => one >= from && one < next)
              .map(([, amount]) => amount)
              .slice(0, before.filter(([one]) => one >= date && one < later(end, -62)).length)
          if ('to' in change)
            expect(amounts(after, date < change.to ? date : change.to)).toEqual(amounts(before, date).map((amount) => amount))
          else
            expect(after.filter(([one]) => one >= date && one < next && one < end)).toEqual(
              before
                .filter(([one]) => one >= date && one < next)
                .map(([one, amount]) => [
                  one,
                  row.exceptions[one]?.amount_cents === undefined || one === date ? change.amount_cents : amount,
                ]),
            )
        },
      ),
      { numRuns: manyRuns(10_000) },
    )
    expect(made).toBeGreaterThanOrEqual((manyRuns(10_000) / 2) * leastSaid)
  })
  it('the figures are those of rows cut in two, and the edit is taken back exactly', () => {
    fc.assert(
      fc.property(
        rows.map(onOneDay),
        anyToday,
        fc.nat(30),
        fc.nat(400_000),
        fc.integer({ min: 1, max: 3 }),
        ({ plan, row }, today, pick, amount_cents, every) => {
          const all = listed(row, later(row.due_date!, 900)).map(([date]) => date)
          fc.pre(all.length > 0)
          const date = all[pick % all.length]!
          const changed =
            every === 3
              ? changeRule(row, { due_date: date, schedule: { every: 2, unit: 'week' } }, date, true)
              : changeDates(row, date, every === 1 ? { amount_cents } : { to: later(date, 3) }, 'later')
          if (!changed.ok) return
          const done = applyEdit(plan, rowEdit('bills', row, changed.fields), at)
          if (!done.ok) return
          const undone = applyEdit(done.scenario, done.inverse, at)
          expect(undone.ok && undone.scenario.bills.map(({ updated_at: _at, ...fields }) => fields)).toEqual(
            plan.bills.map(({ updated_at: _at, ...fields }) => fields),
          )
          const free = { ...done.scenario, allocations: [], opening_pots: [] }
          const cut = {
            ...free,
            bills: free.bills
              .flatMap((bill) =>
                separateRows(bill).map(({ row: part }, nth) => (nth === 0 ? part : { ...part, id: idOf(7, nth + 100 * bill.position) })),
              )
              .map((bill, position) => ({ ...bill, position })),
          }
          const until = later(today, 900)
          const [one, other] = [free, cut].map((scenario) => projected(scenario, today, until))
          expect([...one!.total_cents]).toEqual([...other!.total_cents])
          expect(one!.safe_to_spend_cents).toBe(other!.safe_to_spend_cents)
          expect(one!.due_before_payday.amount_cents).toBe(other!.due_before_payday.amount_cents)
        },
      ),
      { numRuns: manyRuns(2_000) },
    )
  })
  it('a date moved or paid is known by its date on either side of a change', () => {
    const { bills } = rentPlan([{ ...from950, due_date: '2026-04-20', schedule: monthly }])
    expect(moveDate(bills[0]!, '2026-04-20', '2026-04-22')).toMatchObject({
      fields: { exceptions: { '2026-04-20': { moved_to: '2026-04-22' } } },
    })
    expect(settleDate(bills[0]!, '2026-04-15', true)).toMatchObject({ ok: false, problems: [{ code: 'schedule_has_no_such_date' }] })
  })
})
