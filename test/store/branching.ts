/** Branches, and bringing the changes of one over to the other. */
import { v7 as newId } from 'uuid'
import { describe, expect, test } from 'vitest'
import { applyEdit } from '../../core/edit/edit.ts'
import type { Scenario } from '../../core/scenario.ts'
import { putRow } from '../../core/store.ts'
import { bill, codesOf, contentOf, fullBill, goal, income, many, percent, valueOf, withoutCreated, type Subject } from './subject.ts'

export function branching(subject: Subject): void {
  const { create, read } = subject
  const setBill = async (scenario: string, id: string, fields: object): Promise<number> =>
    valueOf(await subject.store.applyEdit(scenario, putRow('bills', { id, ...fields }))).revision
  const setBalance = async (scenario: string, planning_balance_cents: number): Promise<number> =>
    valueOf(await subject.store.applyEdit(scenario, { type: 'set_fields', fields: { planning_balance_cents } })).revision
  const merge = async (into: string, from: string): Promise<number> => valueOf(await subject.store.mergeScenario(into, { from })).revision

  /** A plan with a bill, at its second revision, and a branch of it. */
  const parted = async (): Promise<{ parent: Scenario; branch: Scenario; rent: string }> => {
    const rent = fullBill({ name: 'Rent' })
    const { id } = await create('Baseline', {
      bills: [rent],
      incomes: [income({ name: 'Pay' })],
      allocations: [{ ...percent(40), target: `bill:${rent.id}` }],
      goals: [goal('Car')],
    })
    await setBalance(id, 500_00)
    const branch = withoutCreated(valueOf(await subject.store.branchScenario(id)))
    return { parent: await read(id), branch, rent: rent.id }
  }

  describe('branching', () => {
    test('a branch has the same rows under the same ids, a free name, and knows where it came from', async () => {
      const { parent, branch } = await parted()
      expect(branch).toMatchObject({ name: 'Baseline 2', revision: 1, parent_id: parent.id, parent_revision: 2, branch_revision: null })
      expect({ ...contentOf(branch), id: parent.id, name: 'Baseline' }).toEqual(contentOf(parent))
      expect(await read(branch.id)).toEqual(branch)
      expect(await read(parent.id)).toEqual(parent)
      expect(valueOf(await subject.store.listScenarios()).find(({ id }) => id === branch.id)).toMatchObject({
        parent_id: parent.id,
        parent_revision: 2,
      })
      expect(valueOf(await subject.store.listRevisions(branch.id))).toHaveLength(1)
    })

    test('under an id and a name that are given; sent again it makes no second', async () => {
      const { parent } = await parted()
      const id = newId()
      const first = valueOf(await subject.store.branchScenario(parent.id, { id, name: 'What if' }))
      expect(first).toMatchObject({ id, name: 'What if', created: true })
      await setBalance(parent.id, 1)
      expect(valueOf(await subject.store.branchScenario(parent.id, { id, name: 'What if' }))).toEqual({ ...first, created: false })
      expect(valueOf(await subject.store.branchScenario(parent.id, { id }))).toEqual({ ...first, created: false })
      expect(codesOf(await subject.store.branchScenario(parent.id, { name: 'What if' }))).toEqual(['name_is_taken'])
      expect(codesOf(await subject.store.branchScenario(parent.id, { id: parent.id }))).toEqual(['id_is_taken'])
    })

    test('an id that another plan has is taken, even under its name', async () => {
      const { parent } = await parted()
      const other = await create('Other')
      expect(codesOf(await subject.store.branchScenario(parent.id, { id: other.id, name: 'Other' }))).toEqual(['id_is_taken'])
    })

    test('a change in one is not a change in the other, and edits leave where it came from alone', async () => {
      const { parent, branch, rent } = await parted()
      await setBill(branch.id, rent, { amount_cents: 1 })
      expect(await read(parent.id)).toEqual(parent)
      expect(await read(branch.id)).toMatchObject({ parent_id: parent.id, parent_revision: 2, bills: [{ amount_cents: 1 }] })
      valueOf(await subject.store.restoreRevision(branch.id, 1))
      expect(await read(branch.id)).toMatchObject({ parent_id: parent.id, parent_revision: 2, revision: 3 })
    })

    test('a copy is nobody’s branch', async () => {
      const { branch } = await parted()
      expect(valueOf(await subject.store.duplicateScenario(branch.id))).toMatchObject({
        parent_id: null,
        parent_revision: null,
        branch_revision: null,
      })
    })
  })

  describe('bringing changes over', () => {
    test('a preview shows both, what they come from, and what would change; nothing is stored', async () => {
      const { parent, branch, rent } = await parted()
      await setBill(branch.id, rent, { amount_cents: 99_00 })
      await setBalance(parent.id, 7)
      const preview = valueOf(await subject.store.previewMerge(parent.id, { from: branch.id }))
      expect([preview.into, preview.from]).toEqual([await read(parent.id), await read(branch.id)])
      expect(contentOf(preview.base!)).toEqual(contentOf(parent))
      expect(preview.clashes).toEqual([])
      const after = applyEdit(preview.into, preview.edit, '2026-01-01T00:00:00.000Z')
      expect(after).toMatchObject({ ok: true, scenario: { planning_balance_cents: 7, bills: [{ amount_cents: 99_00 }] } })
      expect(valueOf(await subject.store.listRevisions(parent.id))).toHaveLength(3)
    })

    test('changes of both sides stand side by side, and the merged state is where both part from then on', async () => {
      const { parent, branch, rent } = await parted()
      const pay = income({ name: 'Side job' })
      await setBill(branch.id, rent, { exceptions: { '2026-01-31': { rest: 'dropped' } }, schedule: { every: 2, unit: 'month' } })
      valueOf(await subject.store.applyEdit(branch.id, putRow('incomes', pay)))
      await setBill(parent.id, rent, { amount_cents: 99_00 })
      expect(await merge(parent.id, branch.id)).toBe(4)
      expect(await read(parent.id)).toMatchObject({
        name: 'Baseline',
        bills: [{ amount_cents: 99_00, exceptions: { '2026-01-31': { rest: 'dropped' } }, schedule: { every: 2, unit: 'month' } }],
        incomes: [{ name: 'Pay' }, { name: 'Side job' }],
      })
      expect(await read(branch.id)).toMatchObject({
        name: 'Baseline 2',
        revision: 4,
        parent_revision: 2,
        branch_revision: 3,
        bills: [{ amount_cents: 80_00 }],
      })

      // What was brought over is not asked again, either way.
      await setBill(branch.id, rent, { exceptions: { '2026-02-28': { rest: 'dropped' } } })
      expect(valueOf(await subject.store.previewMerge(parent.id, { from: branch.id })).clashes).toEqual([])
      expect(await merge(branch.id, parent.id)).toBe(6)
      const after = await read(branch.id)
      expect(after).toMatchObject({
        parent_id: parent.id,
        parent_revision: 4,
        branch_revision: null,
        bills: [{ amount_cents: 99_00, exceptions: { '2026-02-28': { rest: 'dropped' } } }],
      })
      expect((await read(parent.id)).revision).toBe(4)
      await setBill(parent.id, rent, { amount_cents: 98_00 })
      expect(valueOf(await subject.store.previewMerge(branch.id, { from: parent.id }))).toMatchObject({
        clashes: [],
        base: { revision: 4 },
      })
    })

    test('where there is nothing to bring over nothing changes', async () => {
      const { parent, branch } = await parted()
      await setBalance(parent.id, 7)
      expect(await merge(parent.id, branch.id)).toBe(3)
      expect(await read(branch.id)).toEqual(branch)
    })

    test.each(['mine', 'theirs'] as const)('what both have changed must be chosen for: %s', async (choice) => {
      const { parent, branch, rent } = await parted()
      await setBill(branch.id, rent, { amount_cents: 1 })
      await setBill(parent.id, rent, { amount_cents: 2 })
      const before = [await read(parent.id), await read(branch.id)]
      expect(codesOf(await subject.store.mergeScenario(parent.id, { from: branch.id }))).toEqual(['merge_has_clashes'])
      expect([await read(parent.id), await read(branch.id)]).toEqual(before)
      const { clashes } = valueOf(await subject.store.previewMerge(parent.id, { from: branch.id }))
      expect(clashes).toMatchObject([{ collection: 'bills', row_id: rent, field: 'amount_cents', base: 80_00, mine: 1, theirs: 2 }])
      const choices = { [clashes[0]!.key]: choice }
      expect(valueOf(await subject.store.previewMerge(parent.id, { from: branch.id, choices })).clashes).toEqual([])
      valueOf(await subject.store.mergeScenario(parent.id, { from: branch.id, choices }))
      expect((await read(parent.id)).bills).toMatchObject([{ amount_cents: choice === 'mine' ? 1 : 2 }])
      expect(valueOf(await subject.store.previewMerge(parent.id, { from: branch.id })).clashes).toEqual([])
    })

    test('on a condition: neither side may be another than the one that was looked at', async () => {
      const { parent, branch, rent } = await parted()
      await setBill(branch.id, rent, { amount_cents: 1 })
      expect(await subject.store.mergeScenario(parent.id, { from: branch.id, from_revision: 2 }, { if_match: 1 })).toMatchObject({
        ok: false,
        current_revision: 2,
        problems: [{ code: 'revision_is_stale', path: '' }],
      })
      expect(await subject.store.mergeScenario(parent.id, { from: branch.id, from_revision: 1 }, { if_match: 2 })).toMatchObject({
        ok: false,
        problems: [{ code: 'revision_is_stale', path: '/from_revision' }],
      })
      expect(await subject.store.previewMerge(parent.id, { from: branch.id, from_revision: 1 })).toMatchObject({
        ok: false,
        problems: [{ code: 'revision_is_stale', path: '/from_revision' }],
      })
      expect(valueOf(await subject.store.mergeScenario(parent.id, { from: branch.id, from_revision: 2 }, { if_match: 2 })).revision).toBe(3)
    })

    test('plans of which neither is the other’s branch have nothing to bring over', async () => {
      const { parent, branch } = await parted()
      const other = await create('Other')
      const sibling = valueOf(await subject.store.branchScenario(parent.id))
      for (const from of [other.id, sibling.id, branch.id]) {
        expect(codesOf(await subject.store.previewMerge(branch.id, { from }))).toEqual(['plans_are_not_related'])
        expect(codesOf(await subject.store.mergeScenario(branch.id, { from }))).toEqual(['plans_are_not_related'])
      }
      expect(codesOf(await subject.store.mergeScenario(branch.id, { from: newId() }))).toEqual(['not_found'])
      valueOf(await subject.store.deleteScenario(branch.id))
      expect(codesOf(await subject.store.mergeScenario(parent.id, { from: branch.id }))).toEqual(['not_found'])
    })

    test('a merge that would break a rule asks about the rows it is about', async () => {
      const { parent, branch } = await parted()
      valueOf(await subject.store.applyEdit(branch.id, putRow('allocations', percent(40))))
      valueOf(await subject.store.applyEdit(parent.id, putRow('allocations', percent(30))))
      const { clashes } = valueOf(await subject.store.previewMerge(parent.id, { from: branch.id }))
      expect(clashes).toMatchObject([{ about: 'rule', problem: { code: 'percents_must_not_exceed_100' } }])
      valueOf(await subject.store.mergeScenario(parent.id, { from: branch.id, choices: { [clashes[0]!.key]: 'mine' } }))
      expect((await read(parent.id)).allocations.map(({ value }) => value)).toEqual([40, 40])
    })

    test('where the state they parted at is not known, whatever differs is asked and no row is lost', async () => {
      const parent = await create('Baseline', { bills: [bill({ name: 'Rent', amount_cents: 1 })] })
      const moved = await create('What if', {
        parent_id: parent.id,
        bills: [{ ...parent.bills[0]!, amount_cents: 2 }, bill({ name: 'Power' })],
      })
      const preview = valueOf(await subject.store.previewMerge(parent.id, { from: moved.id }))
      expect(preview).toMatchObject({ base: null, clashes: [{ field: 'amount_cents', mine: 2, theirs: 1 }] })
      valueOf(await subject.store.mergeScenario(parent.id, { from: moved.id, choices: { [preview.clashes[0]!.key]: 'mine' } }))
      expect((await read(parent.id)).bills).toMatchObject([{ name: 'Rent', amount_cents: 2 }, { name: 'Power' }])
      expect(valueOf(await subject.store.previewMerge(parent.id, { from: moved.id }))).toMatchObject({ base: { revision: 1 }, clashes: [] })
    })

    test('of many merges and edits at once each sees the others whole', async () => {
      const { parent, branch } = await parted()
      const answers = await Promise.all(
        many(12, (nth) =>
          nth % 3 === 0
            ? subject.store.mergeScenario(parent.id, { from: branch.id })
            : nth % 3 === 1
              ? subject.store.mergeScenario(branch.id, { from: parent.id })
              : subject.store.applyEdit(nth % 2 === 0 ? parent.id : branch.id, putRow('bills', bill({ name: `Bill ${nth}` }))),
        ),
      )
      answers.forEach(valueOf)
      await merge(parent.id, branch.id)
      await merge(branch.id, parent.id)
      const namesIn = async (id: string): Promise<string[]> => (await read(id)).bills.map(({ name }) => name).sort()
      expect(await namesIn(parent.id)).toEqual(['Bill 11', 'Bill 2', 'Bill 5', 'Bill 8', 'Rent'])
      expect(await namesIn(branch.id)).toEqual(await namesIn(parent.id))
    })
  })

  describe('the revisions at which branches parted', () => {
    /** Changes enough that the revisions before them are cleared away. */
    const outlive = async (id: string): Promise<void> => {
      for (let amount = 1; amount <= 240; amount += 1) await setBalance(id, amount)
    }
    const kept = async (id: string): Promise<number[]> => valueOf(await subject.store.listRevisions(id)).map(({ revision }) => revision)

    test('stay for good, also those of a branch that is deleted and may come back', async () => {
      const { parent, branch, rent } = await parted()
      await setBalance(parent.id, 3)
      const other = valueOf(await subject.store.branchScenario(parent.id))
      await setBalance(parent.id, 4)
      valueOf(await subject.store.deleteScenario(other.id))
      await outlive(parent.id)
      const revisions = await kept(parent.id)
      expect([2, 3, 1, 4].map((revision) => revisions.includes(revision))).toEqual([true, true, false, false])
      await setBill(branch.id, rent, { amount_cents: 1 })
      expect(valueOf(await subject.store.previewMerge(parent.id, { from: branch.id }))).toMatchObject({
        base: { revision: 2 },
        clashes: [],
      })
      valueOf(await subject.store.restoreScenario(other.id))
      expect(valueOf(await subject.store.previewMerge(parent.id, { from: other.id })).base).toMatchObject({ revision: 3 })
    }, 120_000)

    test('stay on the branch once its parent has taken it over', async () => {
      const { parent, branch, rent } = await parted()
      await setBill(branch.id, rent, { amount_cents: 1 })
      await merge(parent.id, branch.id)
      await outlive(branch.id)
      const revisions = await kept(branch.id)
      expect([1, 2, 3].map((revision) => revisions.includes(revision))).toEqual([false, true, false])
      expect(valueOf(await subject.store.previewMerge(parent.id, { from: branch.id })).base).toMatchObject({
        revision: 2,
        parent_id: parent.id,
      })
    }, 120_000)
  })
}
