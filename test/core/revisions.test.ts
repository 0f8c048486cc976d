/** What the history of a plan keeps: each change both ways, and states found by taking changes back, as they were to the letter. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween, type PlanChange } from '../../core/comparison/changes.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { limits } from '../../core/limits.ts'
import { changeOf, changeText, readChange, scenariosOf, stateAfter, stateBefore } from '../../core/repository/revision-change.ts'
import { keptChange, pruningOf, stateOfRevision, type KeptRevision, type RevisionRecord } from '../../core/repository/revisions.ts'
import { rowDefaults, type Bill, type Scenario } from '../../core/scenario.ts'
import { storedText } from '../../core/versions/upgrade.ts'
import { anyEdit, anyScenario, at, blank, ids } from './arbitraries.ts'
import { manyRuns, runs } from './runs.ts'

/** An instant some minutes later for each step. */
const instant = (minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString()
const after = (scenario: Scenario, edit: ScenarioEdit, minutes: number): Scenario => {
  const applied = applyEdit(scenario, edit, instant(minutes))
  return applied.ok ? applied.scenario : scenario
}

/** Where a row stands is no part of what is told of it. */
const kindsOf = (changes: readonly PlanChange[]): unknown =>
  JSON.parse(JSON.stringify(changes, (key, value: unknown) => (key === 'position' ? undefined : value)))

describe('a change that is kept', () => {
  test('leads back to the state before and on to the one after, to the letter, whatever was changed', () => {
    fc.assert(
      fc.property(anyScenario, fc.array(anyEdit, { minLength: 1, maxLength: 4 }), (plan, edits) => {
        const next = edits.reduce((state, edit, nth) => after(state, edit, nth + 1), plan)
        const change = readChange(changeText(changeOf(plan, next)))
        expect(change).toEqual(changeOf(plan, next))
        expect(stateBefore(next, change)).toEqual(plan)
        expect(stateAfter(plan, change)).toEqual(next)
      }),
      { numRuns: manyRuns(4_000) },
    )
  })

  test('leads between any two plans, also where lists stand in another order', () => {
    fc.assert(
      fc.property(anyScenario, anyScenario, fc.integer({ min: 0, max: 7 }), (one, other, turn) => {
        const turned = {
          ...other,
          id: one.id,
          bills: [...other.bills.slice(turn), ...other.bills.slice(0, turn)].map((row, position) => ({ ...row, position })),
        }
        const change = readChange(changeText(changeOf(one, turned)))
        expect(stateBefore(turned, change)).toEqual(one)
        expect(stateAfter(one, change)).toEqual(turned)
      }),
      { numRuns: manyRuns(4_000) },
    )
  })

  test('tells of itself what both states would', () => {
    fc.assert(
      fc.property(anyScenario, fc.array(anyEdit, { minLength: 1, maxLength: 3 }), (plan, edits) => {
        const next = edits.reduce((state, edit, nth) => after(state, edit, nth + 1), plan)
        const told = scenariosOf(changeOf(plan, next))
        expect(
          kindsOf(
            changesBetween({ ...told.before, name: told.before.name || plan.name }, { ...told.after, name: told.after.name || plan.name }),
          ),
        ).toEqual(kindsOf(changesBetween(plan, next)))
      }),
      { numRuns: manyRuns(2_000) },
    )
  })

  test('tells of an undated bill that was changed as another of its name went', () => {
    const bill = (id: string): ScenarioEdit => ({ type: 'put_row', collection: 'bills', row: { id, name: 'Water', amount_cents: 0 } })
    const plan = after(after(blank(), bill(ids[0]!), 1), bill(ids[1]!), 2)
    const next = after(
      after(plan, { type: 'delete_row', collection: 'bills', id: ids[1]! }, 3),
      { type: 'put_row', collection: 'bills', row: { id: ids[0]!, amount_cents: 5 } },
      4,
    )
    expect(changesBetween(plan, next)).toMatchObject([{ kind: 'removed' }, { kind: 'row', field: 'amount_cents' }])
  })

  test('of one amount holds that row alone, however many there are, and tells it with the names it needs', () => {
    const bills = Array.from({ length: 120 }, (_, nth): Bill => ({
      ...(rowDefaults.bills as Bill),
      id: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`,
      name: `Bill ${nth}`,
      amount_cents: 100,
      position: nth,
      created_at: at,
      updated_at: at,
    }))
    const plan = { ...blank(), bills }
    const changed = after(plan, { type: 'put_row', collection: 'bills', row: { id: bills[7]!.id, amount_cents: 250 } }, 1)
    const change = changeOf(plan, changed)
    expect([change.before.bills, change.after.bills]).toMatchObject([
      [{ name: 'Bill 7', amount_cents: 100 }],
      [{ name: 'Bill 7', amount_cents: 250 }],
    ])
    expect(JSON.stringify(change).length).toBeLessThan(1_200)
    expect(changeText(change).length).toBeLessThan(900)
    const shared = changeOf(
      plan,
      after(
        plan,
        { type: 'put_row', collection: 'allocations', row: { id: ids[0]!, target: `bill:${bills[9]!.id}`, kind: 'fixed', value: 5 } },
        1,
      ),
    )
    expect(scenariosOf(shared).after).toMatchObject({ bills: [{ name: 'Bill 9' }], allocations: [{ value: 5 }] })
  })
})

/** What a store does with each change, in memory. `weight` makes the bytes many, so that their limit is met. */
function history(first: Scenario, weight: number) {
  const kept = new Map<number, RevisionRecord & { created_at: string }>([
    [first.revision, { revision: first.revision, created_at: first.updated_at, state: null, change: null }],
  ])
  const states = new Map([[first.revision, first]])
  let current = first
  const stateAt = (revision: number): Scenario | null => {
    const records: RevisionRecord[] = []
    for (let nth = revision; kept.has(nth); nth += 1) {
      records.push(kept.get(nth)!)
      if (kept.get(nth)!.state !== null) break
    }
    return stateOfRevision(records, current)
  }
  const heads = (): KeptRevision[] =>
    [...kept.values()].reverse().map(({ revision, created_at, state, change }) => ({
      revision,
      created_at,
      is_whole: state !== null,
      bytes: weight * ((state?.length ?? 0) + (change?.length ?? 0)),
    }))
  return {
    kept,
    states,
    stateAt,
    write(next: Scenario): void {
      if (next === current) return
      const { change, state_before } = keptChange(current, next)
      if (state_before !== null) kept.get(current.revision)!.state = state_before
      kept.set(next.revision, { revision: next.revision, created_at: next.updated_at, state: null, change })
      states.set(next.revision, next)
      current = next
    },
    prune(partings: ReadonlySet<number>): void {
      const { drop, make_whole } = pruningOf(heads(), partings)
      for (const revision of make_whole) kept.get(revision)!.state = storedText(stateAt(revision)!)
      for (const revision of drop) kept.delete(revision)
    },
    current: () => current,
  }
}

test('every revision that is kept reads as it was, however many were cleared away around it', () => {
  fc.assert(
    fc.property(
      anyScenario,
      fc.array(anyEdit, { minLength: 20, maxLength: 60 }),
      fc.integer({ min: 1, max: 4_000 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 4 }),
      fc.integer({ min: 1, max: 500 }),
      (plan, edits, weight, partings, minutes) => {
        const past = history(plan, weight)
        for (let nth = 0; nth < 260; nth += 1) {
          past.write(after(past.current(), edits[nth % edits.length]!, nth * minutes))
          if (nth % 10 === 9) past.prune(new Set(partings))
        }
        for (const revision of past.kept.keys()) expect(past.stateAt(revision)).toEqual(past.states.get(revision))
        expect(past.kept.has(past.current().revision)).toBe(true)
      },
    ),
    { numRuns: runs(60) },
  )
}, 120_000)

test('a state is not made up where a change on the way is not there', () => {
  const past = history(blank(), 1)
  for (let nth = 1; nth < 5; nth += 1)
    past.write(after(past.current(), { type: 'set_fields', fields: { planning_balance_cents: nth } }, nth))
  past.kept.get(4)!.change = null
  expect([past.stateAt(2), past.stateAt(4)?.planning_balance_cents]).toEqual([null, 3])
})

test('the last 200 are kept, then the last of each day, and 20 MiB in all; what stays alone is made whole', () => {
  const perDay = 30
  const made = (bytes: number, is_whole = false): KeptRevision[] =>
    Array.from({ length: 300 }, (_, nth) => ({
      revision: nth + 1,
      created_at: new Date(Date.UTC(2026, 0, 1 + Math.floor(nth / perDay), 8, 0, nth % perDay)).toISOString(),
      bytes,
      is_whole,
    })).reverse()
  const staying = (revisions: readonly KeptRevision[], partings: number[] = []): number[] => {
    const dropped = new Set(pruningOf(revisions, new Set(partings)).drop)
    return revisions
      .map(({ revision }) => revision)
      .filter((revision) => !dropped.has(revision))
      .reverse()
  }
  const kept = [30, 60, 90, ...Array.from({ length: limits.revisions_kept }, (_, nth) => 101 + nth)]
  expect(staying(made(1_000))).toEqual(kept)
  expect(pruningOf(made(1_000), new Set()).make_whole).toEqual([90, 60, 30])
  expect(pruningOf(made(1_000, true), new Set()).make_whole).toEqual([])
  expect(staying(made(1_000), [1, 45, 300])).toEqual([1, 30, 45, ...kept.slice(1)])
  expect(staying(made(3 * 1024 * 1024))).toHaveLength(6)
  expect(staying(made(3 * 1024 * 1024), [2, 3])).toHaveLength(8)
  expect(pruningOf(made(3 * 1024 * 1024), new Set([2, 3])).make_whole).toEqual([3])
})
