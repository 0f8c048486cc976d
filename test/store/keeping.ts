/** What a store keeps: deleted scenarios, copies, revisions. */
import fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { describe, expect, test } from 'vitest'
import { putRow, putScenario } from '../../core/store.ts'
import { anyEdit } from '../core/arbitraries.ts'
import { bill, codesOf, contentOf, goal, many, percent, valueOf, withoutCreated, type Subject } from './subject.ts'
import { drawn } from '../draws.ts'

export function keeping(subject: Subject): void {
  const { create, read } = subject

  describe('deleting and restoring', () => {
    test('a deleted scenario is gone, is listed among the deleted, and comes back as it was', async () => {
      const { id } = await create('Baseline', { bills: [bill({ name: 'Rent' })], allocations: [percent(10)] })
      const before = await read(id)
      expect(valueOf(await subject.store.deleteScenario(id))).toEqual({ id })
      expect(codesOf(await subject.store.getScenario(id))).toEqual(['not_found'])
      expect(codesOf(await subject.store.applyEdit(id, putRow('bills', bill({ name: 'Late' }))))).toEqual(['not_found'])
      expect(codesOf(await subject.store.deleteScenario(id))).toEqual(['not_found'])
      expect(codesOf(await subject.store.listRevisions(id))).toEqual(['not_found'])
      expect(valueOf(await subject.store.listScenarios())).toEqual([])
      const [deleted] = valueOf(await subject.store.listDeleted())
      expect(deleted).toMatchObject({ id, name: 'Baseline', revision: 1 })
      expect(Date.parse(deleted!.deleted_at)).not.toBeNaN()
      expect(valueOf(await subject.store.restoreScenario(id))).toEqual(before)
      expect(await read(id)).toEqual(before)
      expect(valueOf(await subject.store.listDeleted())).toEqual([])
    })

    test('the deleted are listed latest first', async () => {
      const [a, b] = [await create('A'), await create('B')]
      valueOf(await subject.store.deleteScenario(b.id))
      await new Promise((resolve) => setTimeout(resolve, 5))
      valueOf(await subject.store.deleteScenario(a.id))
      expect(valueOf(await subject.store.listDeleted()).map((scenario) => scenario.name)).toEqual(['A', 'B'])
    })

    test('one whose name is taken meanwhile comes back with a number behind it, as a change of its own', async () => {
      const { id } = await create('Baseline')
      valueOf(await subject.store.deleteScenario(id))
      await create('Baseline')
      expect(valueOf(await subject.store.restoreScenario(id))).toMatchObject({ id, name: 'Baseline 2', revision: 2 })
      expect(await read(id)).toMatchObject({ name: 'Baseline 2', revision: 2 })
      expect(valueOf(await subject.store.listRevisions(id)).map((revision) => revision.name)).toEqual(['Baseline 2', 'Baseline'])
      expect(valueOf(await subject.store.getRevision(id, 1)).name).toBe('Baseline')
    })

    test('one that is not deleted can not be restored', async () => {
      const { id } = await create('Baseline')
      expect(codesOf(await subject.store.restoreScenario(id))).toEqual(['not_found'])
    })
  })

  describe('duplicating', () => {
    test('a copy has the same content under ids of its own, and a free name', async () => {
      const rent = bill({ name: 'Rent', amount_cents: 5, category: 'Home' })
      const source = await create('Baseline', {
        planning_balance_cents: 9,
        bills: [rent],
        allocations: [{ ...percent(40), target: `bill:${rent.id}` }],
      })
      const copy = valueOf(await subject.store.duplicateScenario(source.id))
      expect(copy).toMatchObject({
        name: 'Baseline 2',
        revision: 1,
        planning_balance_cents: 9,
        bills: [{ name: 'Rent', amount_cents: 5, category: 'Home' }],
      })
      expect(copy.bills[0]!.id).not.toBe(rent.id)
      expect(copy.allocations[0]!.target).toBe(`bill:${copy.bills[0]!.id}`)
      expect(await read(copy.id)).toMatchObject(contentOf(copy))
      expect(await read(source.id)).toEqual(withoutCreated(source))
    })

    test('under an id and a name that are given; sent again it makes no second', async () => {
      const source = await create('Baseline', { bills: [bill({ name: 'Rent' })] })
      const id = newId()
      const copy = valueOf(await subject.store.duplicateScenario(source.id, { id, name: 'Lean' }))
      expect(copy).toMatchObject({ id, name: 'Lean' })
      expect(contentOf(valueOf(await subject.store.duplicateScenario(source.id, { id, name: 'Lean' })))).toEqual(contentOf(copy))
      expect(valueOf(await subject.store.listScenarios())).toHaveLength(2)
      expect(codesOf(await subject.store.duplicateScenario(source.id, { name: 'Lean' }))).toEqual(['name_is_taken'])
      expect(codesOf(await subject.store.duplicateScenario(source.id, { id: source.id }))).toEqual(['id_is_taken'])
    })
  })

  describe('revisions', () => {
    test('every change keeps the state it led to, newest first', async () => {
      const { id } = await create('Baseline')
      valueOf(await subject.store.applyEdit(id, putRow('bills', bill({ name: 'Rent' }))))
      valueOf(
        await subject.store.applyEdit(id, { type: 'batch', edits: [putRow('allocations', percent(5)), putRow('goals', goal('Car'))] }),
      )
      const listed = valueOf(await subject.store.listRevisions(id))
      const actor = listed[0]!.actor
      expect(listed.map(({ created_at: _createdAt, ...revision }) => revision)).toEqual([
        { revision: 3, name: 'Baseline', bills: 1, incomes: 0, allocations: 1, goals: 1, actor, token: null, has_change: true },
        { revision: 2, name: 'Baseline', bills: 1, incomes: 0, allocations: 0, goals: 0, actor, token: null, has_change: true },
        { revision: 1, name: 'Baseline', bills: 0, incomes: 0, allocations: 0, goals: 0, actor, token: null, has_change: false },
      ])
      expect(actor === null || typeof actor === 'string').toBe(true)
      expect(valueOf(await subject.store.getRevisionChange(id, 2))).toMatchObject({
        before: { revision: 1 },
        after: { revision: 2, bills: [{ name: 'Rent' }] },
      })
      expect(codesOf(await subject.store.getRevisionChange(id, 1))).toEqual(['not_found'])
      expect(valueOf(await subject.store.getRevision(id, 3))).toEqual(await read(id))
      expect(valueOf(await subject.store.getRevision(id, 2))).toMatchObject({ revision: 2, bills: [{ name: 'Rent' }], allocations: [] })
      expect(codesOf(await subject.store.getRevision(id, 4))).toEqual(['not_found'])
    })

    test('restoring one makes it the newest; what came between stays, and so does the name', async () => {
      const { id } = await create('Baseline', { bills: [bill({ name: 'Rent' })], allocations: [percent(5)] })
      const first = await read(id)
      valueOf(
        await subject.store.applyEdit(
          id,
          putScenario({
            bills: [bill({ name: 'Power', amount_cents: 33 })],
            allocations: [],
            name: 'Renamed',
            currency_code: 'EUR',
            planning_balance_cents: 4,
          }),
        ),
      )
      expect(valueOf(await subject.store.restoreRevision(id, 1)).revision).toBe(3)
      const after = await read(id)
      expect(contentOf(after)).toEqual({ ...contentOf(first), name: 'Renamed' })
      expect(valueOf(await subject.store.listRevisions(id)).map((revision) => revision.revision)).toEqual([3, 2, 1])
      expect(codesOf(await subject.store.restoreRevision(id, 99))).toEqual(['not_found'])
    })

    test('a restored currency does not rescale the amounts that come with it', async () => {
      const { id } = await create('Baseline', { currency_code: 'JPY', bills: [bill({ name: 'Rent', amount_cents: 7 })] })
      valueOf(await subject.store.applyEdit(id, { type: 'set_fields', fields: { currency_code: 'USD', planning_balance_cents: 1 } }))
      valueOf(await subject.store.restoreRevision(id, 1))
      expect(await read(id)).toMatchObject({ currency_code: 'JPY', planning_balance_cents: 0, bills: [{ amount_cents: 7 }] })
    })

    test('each reads as the plan was then, to the letter, whatever was changed since', async () => {
      const seed = drawn(2 ** 31)
      const { id } = await create('Baseline', { bills: many(30, (nth) => bill({ name: `Bill ${nth}`, amount_cents: nth })) })
      const states = new Map([[1, await read(id)]])
      for (const [nth, edit] of fc.sample(anyEdit, { numRuns: 130, seed }).entries()) {
        const written =
          nth % 40 === 39 ? await subject.store.restoreRevision(id, Math.ceil(states.size / 2)) : await subject.store.applyEdit(id, edit)
        if (written.ok) states.set(written.value.revision, await read(id))
      }
      const kept = valueOf(await subject.store.listRevisions(id)).map(({ revision }) => revision)
      expect(kept, `seed ${seed}`).toEqual([...states.keys()].reverse())
      for (const revision of kept)
        expect(valueOf(await subject.store.getRevision(id, revision)), `revision ${revision}, seed ${seed}`).toEqual(states.get(revision))
    }, 60_000)

    test('the last 200 stay; of the older ones of a day only the last', async () => {
      const { id } = await create('Baseline')
      for (let amount = 1; amount <= 225; amount += 1)
        valueOf(await subject.store.applyEdit(id, { type: 'set_fields', fields: { planning_balance_cents: amount } }))
      const kept = valueOf(await subject.store.listRevisions(id)).map((revision) => revision.revision)
      expect(kept.slice(0, 200)).toEqual(many(200, (nth) => 226 - nth))
      expect(kept.length).toBeLessThanOrEqual(215)
    }, 60_000)
  })
}
