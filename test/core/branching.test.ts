import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { branchOf, advanceMergeBase, mergeBase } from '../../core/repository/branching.ts'
import { mergeBranches } from '../../core/repository/merging.ts'
import { checkScenario } from '../../core/edit/check-scenario.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import type { Scenario } from '../../core/scenario.ts'
import { anyEdit, anyScenario, at, blank, contentOf, grown, ids } from './arbitraries.ts'
import { manyRuns } from './runs.ts'

const bill = (index: number, fields: object = {}): ScenarioEdit => ({
  type: 'put_row',
  collection: 'bills',
  row: { id: ids[index]!, name: `Bill ${index}`, amount_cents: 100, due_date: '2026-03-05', ...fields },
})
const parent = grown(blank(), [bill(0), bill(1)])
const newFlat = { id: 'bbbbbbbb-0000-4000-8000-000000000000', name: 'The new flat' }
const branch = branchOf(parent, newFlat, at)

function applied(scenario: Scenario, edit: ScenarioEdit): Scenario {
  const result = applyEdit(scenario, edit, at)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.scenario
}

/** Both sides after a merge: the one brought into, and the branch's new parting point. */
function merged(base: Scenario | null, from: Scenario, into: Scenario): { from: Scenario; into: Scenario } {
  const result = mergeBranches(base, from, into)
  expect(result.clashes).toEqual([])
  const after = applied(into, result.edit)
  const parted = advanceMergeBase(from, into)
  return parted.branch_id === into.id ? { from, into: applied(after, parted.edit) } : { from: applied(from, parted.edit), into: after }
}

describe('a branch', () => {
  it("has its parent's rows with their ids, and knows where it came from", () => {
    expect(branch).toMatchObject({ ...newFlat, parent_id: parent.id, parent_revision: parent.revision, branch_revision: null, revision: 1 })
    expect(branch.bills.map(({ id }) => id)).toEqual(parent.bills.map(({ id }) => id))
    expect(mergeBase(branch, parent)).toEqual({ scenario_id: parent.id, revision: parent.revision })
    expect(mergeBase(parent, branch)).toEqual(mergeBase(branch, parent))
  })

  it('of another plan has nothing in common', () => {
    expect(mergeBase(branch, { ...parent, id: ids[7]! })).toBeNull()
  })

  it('brings its changes over, keeps its name, and has nothing more to bring', () => {
    const dearer = grown(branch, [bill(0, { amount_cents: 900 })])
    const grownParent = grown(parent, [bill(2)])
    const first = merged(parent, dearer, grownParent)
    expect(first.into).toMatchObject({ name: parent.name, bills: [{ amount_cents: 900 }, {}, { name: 'Bill 2' }] })
    expect(mergeBase(first.from, first.into)).toEqual({ scenario_id: branch.id, revision: dearer.revision })
    expect(mergeBranches(dearer, first.from, first.into).edit).toEqual({ type: 'batch', edits: [] })
    // What the parent had meanwhile comes into the branch the other way, and takes nothing of the branch back.
    const second = merged(dearer, first.into, first.from)
    expect(second.into).toMatchObject({ name: newFlat.name, bills: [{ amount_cents: 900 }, {}, { name: 'Bill 2' }] })
    expect(mergeBase(second.into, second.from)).toEqual({ scenario_id: parent.id, revision: first.into.revision })
  })

  it('asks when both changed the day or the rule of one bill, which are one', () => {
    const mine = grown(branch, [bill(0, { due_date: '2026-03-09' })])
    const theirs = grown(parent, [bill(0, { schedule: { every: 1, unit: 'month' } })])
    expect(mergeBranches(parent, mine, theirs).clashes).toMatchObject([{ key: `bills/${ids[0]}/due_date`, about: 'field' }])
  })

  it('whose parting point is not known here asks about whatever differs and loses no row', () => {
    const mine = grown(branch, [bill(0, { amount_cents: 900 }), bill(5), { type: 'delete_row', collection: 'bills', id: ids[1]! }])
    const { clashes, scenario } = mergeBranches(null, mine, parent)
    expect(clashes.map(({ key }) => key)).toEqual([`bills/${ids[0]}/amount_cents`])
    expect(scenario.bills.map(({ name }) => name).sort()).toEqual(['Bill 0', 'Bill 1', 'Bill 5'])
  })

  it('merges whatever was done on either side: what is not asked about is the same from both sides, and always sound', () => {
    const edits = fc.array(anyEdit, { maxLength: 4 })
    fc.assert(
      fc.property(anyScenario, edits, edits, fc.boolean(), (start, here, there, isKnown) => {
        const base = isKnown ? start : null
        const [from, into] = [grown(branchOf(start, newFlat, at), here), grown(start, there)]
        const one = mergeBranches(base, from, into)
        const other = mergeBranches(base, into, from)
        expect(checkScenario(one.scenario)).toEqual([])
        expect(contentOf(applied(into, one.edit))).toEqual(contentOf({ ...one.scenario, name: into.name }))
        if (one.clashes.length > 0 || other.clashes.length > 0) return
        const same = { id: '', name: '', parent_id: null, parent_revision: null, branch_revision: null }
        expect(contentOf({ ...one.scenario, ...same })).toEqual(contentOf({ ...other.scenario, ...same }))
      }),
      { numRuns: manyRuns(2000) },
    )
  })
})
