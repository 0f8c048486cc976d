/** What a comparison comes to in words, and differences that nothing ahead hangs on. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences } from '../../core/comparison/differences.ts'
import { comparedInWords } from '../../core/comparison/in-words.ts'
import { withoutPastDates } from '../../core/comparison/past-dates.ts'
import { compareProjections } from '../../core/comparison/projections.ts'
import { addDays } from '../../core/calendar.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { project } from '../../core/projection/project.ts'
import type { Projection } from '../../core/projection/projection.ts'
import { datedCollections, type Payment, type Scenario } from '../../core/scenario.ts'
import type { DateException } from '../../core/schedule/exceptions.ts'
import { occurrences } from '../../core/schedule/schedule.ts'
import { anyAccountsPlan } from './accountPlans.ts'
import { anyScenario, at, blank, grown, ids, today } from './arbitraries.ts'
import { runs } from './runs.ts'

const until = '2027-03-01'
const monthly = { every: 1, unit: 'month' }
function projection(scenario: Scenario): Projection {
  const projected = project(scenario, { today, until })
  if (!projected.ok) throw new Error(JSON.stringify(projected.problems))
  return projected.projection
}
const put = (collection: 'bills' | 'incomes', index: number, row: object): ScenarioEdit => ({
  type: 'put_row',
  collection,
  row: { id: ids[index]!, ...row },
})
const home = grown(blank(), [
  { type: 'set_fields', fields: { planning_balance_cents: 100_000 } },
  put('incomes', 0, { name: 'Pay', amount_cents: 100_000, due_date: '2026-03-10', schedule: monthly }),
  put('bills', 1, { name: 'Rent', amount_cents: 90_000, due_date: '2026-03-05', schedule: monthly }),
])
const dearer = grown(home, [put('bills', 1, { amount_cents: 95_000 })])

describe('a comparison in words', () => {
  it('says which plan gets lower, when and by how much, and where more is left', () => {
    const said = comparedInWords(compareProjections([projection(home), projection(dearer)]))!
    expect(said.lowest).toEqual({ nth: 1, cents: 5_000, date: '2026-03-05', by_cents: 5_000, next: 0 })
    expect(said.most_left).toMatchObject({ nth: 0, cents: 220_000, by_cents: 60_000, next: 1 })
    const alike = comparedInWords(compareProjections([projection(home), projection(home)]))!
    expect([alike.lowest.by_cents, alike.most_left.by_cents]).toEqual([0, 0])
    expect(comparedInWords(compareProjections([projection(home)]))).toBeNull()
    const yen = projection(grown(home, [{ type: 'set_fields', fields: { currency_code: 'EUR' } }]))
    expect(comparedInWords(compareProjections([projection(home), yen]))).toBeNull()
  })

  it('names the lowest and the most of all plans, whichever is first', () => {
    fc.assert(
      fc.property(fc.array(anyScenario, { minLength: 2, maxLength: 4 }), (plans) => {
        const results = plans.map((plan) => project({ ...plan, currency_code: 'USD' }, { today, until }))
        const projections = results.flatMap((result) => (result.ok ? [result.projection] : []))
        fc.pre(projections.length >= 2)
        const said = comparedInWords(compareProjections(projections))
        fc.pre(said !== null)
        const lows = projections.map(({ lowest_point }) => lowest_point.available_cents)
        const ends = projections.map(({ available_cents }) => available_cents.at(-1)!)
        expect([said!.lowest.cents, said!.most_left.cents]).toEqual([Math.min(...lows), Math.max(...ends)])
        const { nth, next, by_cents } = said!.lowest
        expect([nth === next, lows[next]! - lows[nth]!]).toEqual([false, by_cents])
        expect(lows.filter((_low, other) => other !== nth).every((low) => low >= lows[next]!)).toBe(true)
      }),
      { numRuns: runs(100) },
    )
  })
})

describe('differences of past dates', () => {
  const said = (scenario: Scenario, dates: Record<string, DateException>): Scenario =>
    grown(scenario, [{ type: 'set_dates', collection: 'bills', id: ids[1]!, dates } as ScenarioEdit])
  const later = (scenario: Scenario): Scenario => grown(scenario, [{ type: 'set_fields', fields: { start_date: '2026-05-01' } }])
  const rowsBetween = (one: Scenario, other: Scenario): number => withoutPastDates(differences(one, other), one, other).found.rows.length

  it('are left out where the plans hold from a later day, and told as so many rows', () => {
    const one = later(home)
    const paid = later(said(home, { '2026-03-05': { rest: 'dropped' }, '2026-04-05': { rest: 'dropped' } }))
    expect(differences(one, paid).rows).toHaveLength(1)
    expect(withoutPastDates(differences(one, paid), one, paid)).toMatchObject({ found: { rows: [] }, past: 1 })
  })

  it('stay where something of them is still due, where a date is ahead, and where the row differs otherwise', () => {
    const one = later(home)
    expect(rowsBetween(one, later(said(home, { '2026-04-05': { rest: 'open' } })))).toBe(1)
    expect(rowsBetween(one, later(said(home, { '2026-04-05': { paid: [{ date: '2026-04-05', amount_cents: 10_000 }] } })))).toBe(1)
    expect(rowsBetween(one, later(said(home, { '2026-04-05': { moved_to: '2026-05-02' } })))).toBe(1)
    expect(rowsBetween(one, later(said(home, { '2026-05-05': { skipped: true } })))).toBe(1)
    const both = later(said(dearer, { '2026-03-05': { rest: 'dropped' } }))
    expect(withoutPastDates(differences(one, both), one, both).found.rows[0]!.fields.map(({ field }) => field)).toEqual(['amount_cents'])
  })

  it('change nothing ahead', () => {
    const exception = fc.oneof<fc.Arbitrary<object>[]>(
      fc.constant({ rest: 'dropped' }),
      fc.constant({ rest: 'open' }),
      fc.constant({ skipped: true }),
      fc.integer({ min: 1, max: 90_000 }).map((amount_cents) => ({ amount_cents })),
      fc.integer({ min: 1, max: 28 }).map((day) => ({ moved_to: `2026-03-${String(day).padStart(2, '0')}` })),
    )
    const days = fc.array(fc.tuple(fc.nat({ max: 20 }), exception), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.oneof(anyScenario, anyAccountsPlan), fc.nat(), days, (plan, nth, changes) => {
        const rows = datedCollections.flatMap((collection) =>
          (plan[collection] as readonly Payment[]).flatMap(({ id, due_date, schedule }) =>
            due_date !== null && schedule !== null ? [{ collection, id, due_date, schedule }] : [],
          ),
        )
        fc.pre(rows.length > 0)
        const { collection, id, due_date, schedule } = rows[nth % rows.length]!
        const own = occurrences({ due_date, schedule, exceptions: {} }, addDays(plan.start_date, -90), addDays(plan.start_date, 40))
        fc.pre(own.length > 0)
        const dates = Object.fromEntries(changes.map(([at_date, said]) => [own[at_date % own.length]!.nominal_date, said]))
        const applied = applyEdit(plan, { type: 'set_dates', collection, id, dates } as ScenarioEdit, at)
        fc.pre(applied.ok)
        const other = (applied as { scenario: Scenario }).scenario
        if (withoutPastDates(differences(plan, other), plan, other).found.rows.length > 0) return
        const [one, two] = [plan, other].map((scenario) => project(scenario, { today, until }))
        if (!one!.ok || !two!.ok) return
        expect([...two!.projection.available_cents]).toEqual([...one!.projection.available_cents])
        expect([...two!.projection.total_cents]).toEqual([...one!.projection.total_cents])
      }),
      { numRuns: runs(400) },
    )
  })
})
