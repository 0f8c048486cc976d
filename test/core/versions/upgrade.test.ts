/** What any version has stored, read by this one; and what clients of any version send. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit } from '../../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import { limits } from '../../../core/limits.ts'
import { settledDates } from '../../../core/payments/part-payments.ts'
import { readPlanFile, planFileVersion, writePlanFile } from '../../../core/plan-files/plan-file.ts'
import { scenarioSchema } from '../../../core/scenario-schema.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { asStored, recordVersion, upgradeEdit, upgradeScenario } from '../../../core/versions/upgrade.ts'
import { exceptionsSaid } from '../../../core/versions/2-exceptions.ts'
import { at, blank, grown, ids } from '../arbitraries.ts'
import { runs } from '../runs.ts'
import { dated, later, schedulesWithExceptions, told } from '../schedule-reference.ts'
import { plans, storedPlans } from './fixtures.ts'

describe('a stored plan', () => {
  it.each(storedPlans)('of %s is brought to this version, and is sound', (_version, stored, today) => {
    const upgraded = upgradeScenario(stored)
    expect(upgraded).toEqual(today)
    expect(JSON.stringify(upgraded.bills.map((bill) => bill.exceptions))).toBe(
      JSON.stringify((today as Scenario).bills.map((bill) => bill.exceptions)),
    )
    expect(scenarioSchema.safeParse(upgraded).error).toBeUndefined()
  })
  it('says its version once this app has stored it, and stays as it is', () => {
    const [, , today] = storedPlans.at(-1)!
    expect(asStored(today)).toMatchObject({ record_version: recordVersion })
    expect(upgradeScenario(JSON.parse(JSON.stringify(asStored(today))) as object)).toEqual(today)
  })
  it('in a plan file of any version is read; one of a newer version is refused', () => {
    const file = (version: number, scenario: object): string =>
      JSON.stringify({ format: 'pynance-planning', version, exported_at: at, scenarios: [scenario] })
    for (const [version, stored, today] of [
      [1, ...storedPlans[0]!.slice(1)],
      [2, ...storedPlans[1]!.slice(1)],
    ] as [number, object, object][]) {
      const read = readPlanFile(file(version, stored))
      expect(read).toEqual({ ok: true, scenarios: [today] })
      expect(readPlanFile(writePlanFile((read as { scenarios: Scenario[] }).scenarios, at))).toEqual(read)
    }
    expect(readPlanFile(file(planFileVersion + 1, storedPlans[0]![1]))).toMatchObject({
      ok: false,
      problems: [{ code: 'file_is_from_a_newer_version' }],
    })
  })
  it('whose lists are none is refused where it is wrong, not read without them', () => {
    for (const wrong of [
      { settled: 5 },
      { schedule: { every: 1, unit: 'month', skip: 'x' } },
      { schedule: { every: 1, unit: 'month', move: [] } },
      { settled: ['2026-02-30'] },
    ]) {
      const stored = { ...plans.plan1, bills: [{ ...plans.plan1.bills[0], ...wrong }] }
      expect(scenarioSchema.safeParse(upgradeScenario(stored)).error!.issues[0]!.path.slice(0, 3)).toEqual(['bills', 0, 'exceptions'])
    }
  })
  it('with as many dates as four lists held is read', () => {
    const list = (from: string): string[] => Array.from({ length: 2_000 }, (_, nth) => later(from, nth))
    const [skip, move, amounts, settled] = [list('2026-01-01'), list('2040-01-01'), list('2050-01-01'), list('2060-01-01')]
    const bill = {
      ...plans.plan1.bills[0]!,
      schedule: {
        every: 1,
        unit: 'day',
        skip,
        move: Object.fromEntries(move.map((date) => [date, date])),
        amounts: Object.fromEntries(amounts.map((date) => [date, 5])),
      },
      settled,
    }
    const read = upgradeScenario({ ...plans.plan1, bills: [bill] })
    expect(Object.keys(read.bills[0]!.exceptions)).toHaveLength(limits.exceptions)
    expect(scenarioSchema.safeParse(read).success).toBe(true)
  })
})

describe('an edit in the words of before', () => {
  const rent = ids[0]!
  const plan = grown(blank(), [
    {
      type: 'put_row',
      collection: 'bills',
      row: {
        id: rent,
        name: 'Rent',
        amount_cents: 5,
        due_date: '2026-01-15',
        schedule: { every: 1, unit: 'month' },
        exceptions: { '2026-02-15': { skipped: true, rest: 'dropped' }, '2026-03-15': { amount_cents: 7 } },
      },
    },
  ])
  const after = (row: object, start = plan): object => {
    const edit = { type: 'put_row', collection: 'bills', row: { id: rent, ...row } } as ScenarioEdit
    const [plainly, upgraded] = [applyEdit(start, edit, at), applyEdit(start, upgradeEdit(edit), at)]
    if (!plainly.ok || !upgraded.ok) throw new Error(JSON.stringify([plainly, upgraded]))
    expect(upgraded).toEqual(plainly)
    return told(plainly.scenario.bills[0]!)
  }
  it('that names none of them leaves every date alone', () => {
    expect(after({ amount_cents: 9 })).toEqual({
      due_date: '2026-01-15',
      schedule: { every: 1, unit: 'month', skip: ['2026-02-15'], amounts: { '2026-03-15': 7 } },
      settled: ['2026-02-15'],
    })
    expect(after({ schedule: { every: 2, unit: 'month' } })).toMatchObject({
      schedule: { every: 2, skip: ['2026-02-15'], amounts: { '2026-03-15': 7 } },
      settled: ['2026-02-15'],
    })
  })
  it('that names what is paid says all that is paid, and nothing else', () => {
    expect(after({ settled: ['2026-04-15', '2026-01-15', '2026-04-15'] })).toMatchObject({
      schedule: { skip: ['2026-02-15'], amounts: { '2026-03-15': 7 } },
      settled: ['2026-01-15', '2026-04-15'],
    })
    expect(after({ settled: null })).toMatchObject({ settled: [] })
  })
  it('that names dates in its rule says all of them, and nothing of what is paid', () => {
    expect(after({ schedule: { every: 1, unit: 'month', move: { '2026-04-15': '2026-04-20' } } })).toEqual({
      due_date: '2026-01-15',
      schedule: { every: 1, unit: 'month', move: { '2026-04-15': '2026-04-20' } },
      settled: ['2026-02-15'],
    })
  })
  it('that names its rule and what is paid says all there is', () => {
    expect(after({ schedule: { every: 1, unit: 'month' }, settled: [] })).toEqual({
      due_date: '2026-01-15',
      schedule: { every: 1, unit: 'month' },
      settled: [],
    })
    expect(after({ due_date: '2026-01-16', schedule: { every: 1, unit: 'month', skip: ['2026-03-16'] }, settled: ['2026-01-16'] })).toEqual(
      { due_date: '2026-01-16', schedule: { every: 1, unit: 'month', skip: ['2026-03-16'] }, settled: ['2026-01-16'] },
    )
  })
  it('makes a new row, and is refused where it is wrong', () => {
    expect(after({ name: 'Sofa', amount_cents: 5, due_date: '2026-01-15', settled: ['2026-01-15'] }, blank())).toEqual({
      due_date: '2026-01-15',
      schedule: null,
      settled: ['2026-01-15'],
    })
    const refused = (row: object): unknown => {
      const done = applyEdit(plan, upgradeEdit({ type: 'put_row', collection: 'bills', row: { id: rent, ...row } }), at)
      return done.ok ? null : done.problems.map(({ code, path }) => `${code} ${path}`)
    }
    expect(refused({ settled: ['2026-02-30'] })).toEqual(['date_must_be_a_calendar_day /settled/0'])
    expect(refused({ settled: 5, schedule: { every: 1, unit: 'month' } })).toEqual(['has_the_wrong_type /settled'])
    expect(refused({ schedule: { every: 1, unit: 'month', amounts: { '2026-01-15': -1 } } })).toEqual([
      'amount_must_not_be_negative /schedule/amounts/2026-01-15',
    ])
  })
  it('in a batch or of whole lists too, any rule whatever', () => {
    fc.assert(
      fc.property(
        schedulesWithExceptions,
        fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 4 }),
        ({ schedule, anchor }, days) => {
          const settled = days.map((day) => later(anchor, day)).sort()
          const row = { id: rent, name: 'Rent', amount_cents: 5, due_date: anchor, schedule, settled }
          const edits: ScenarioEdit[] = [
            { type: 'put_lists', bills: [row] },
            { type: 'batch', edits: [{ type: 'put_row', collection: 'incomes', row }] },
          ]
          for (const edit of edits) {
            for (const one of [edit, upgradeEdit(edit), upgradeEdit(upgradeEdit(edit))]) {
              const done = applyEdit(blank(), one, at)
              if (!done.ok) continue
              const [made] = [...done.scenario.bills, ...done.scenario.incomes]
              expect(made).toMatchObject(dated(schedule, anchor, settled))
              expect(settledDates(made!)).toEqual(settled)
            }
          }
        },
      ),
      { numRuns: runs(500) },
    )
  })
})

it('what is said of one date in four lists is one exception', () => {
  expect(
    exceptionsSaid({ skip: ['2026-02-15'], move: { '2026-02-15': '2026-02-16' }, amounts: { '2026-01-15': 5 } }, ['2026-02-15']),
  ).toEqual({ '2026-01-15': { amount_cents: 5 }, '2026-02-15': { skipped: true, moved_to: '2026-02-16', rest: 'dropped' } })
  expect(exceptionsSaid({}, undefined)).toEqual({})
})
