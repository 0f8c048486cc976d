/** How a scenario changes: by edits, whole or not at all, and on a condition. */
import { v7 as newId } from 'uuid'
import { describe, expect, test } from 'vitest'
import { putRow, putScenario } from '../../core/store.ts'
import { bill, codesOf, contentOf, many, percent, valueOf, type Subject } from './subject.ts'

export function editing(subject: Subject): void {
  const { create, read } = subject

  describe('editing', () => {
    test('a change raises the revision by one; what changes nothing does not', async () => {
      const { id } = await create('Baseline')
      const edit = { type: 'set_fields', fields: { planning_balance_cents: 500_00 } } as const
      expect(valueOf(await subject.store.applyEdit(id, edit))).toMatchObject({ id, revision: 2 })
      expect(valueOf(await subject.store.applyEdit(id, edit))).toMatchObject({ id, revision: 2 })
      expect(await read(id)).toMatchObject({ revision: 2, planning_balance_cents: 500_00 })
    })

    test('the balance is adjusted by what each change says, one after the other, and so are the pots', async () => {
      const { id } = await create('Baseline')
      valueOf(
        await subject.store.applyEdit(id, {
          type: 'set_fields',
          fields: { planning_balance_cents: 500_00, opening_pots: [{ target: 'savings:Car', amount_cents: 30_00 }] },
        }),
      )
      valueOf(
        await subject.store.applyEdit(id, {
          type: 'adjust_balance',
          delta_cents: -50_00,
          pots: [
            { target: 'savings:Car', delta_cents: -40_00 },
            { target: 'goal:Boat', delta_cents: 1 },
          ],
        }),
      )
      valueOf(
        await subject.store.applyEdit(id, {
          type: 'batch',
          edits: [
            { type: 'adjust_balance', delta_cents: -50_00 },
            { type: 'adjust_balance', delta_cents: 7 },
          ],
        }),
      )
      expect(await read(id)).toMatchObject({
        revision: 4,
        planning_balance_cents: 400_07,
        opening_pots: [{ target: 'goal:Boat', amount_cents: 1 }],
      })
    })

    test('a row is added, changed in the fields that are named, moved, and removed', async () => {
      const { id } = await create('Baseline')
      const [rent, power] = [bill({ name: 'Rent', category: 'Home' }), bill({ name: 'Power' })]
      valueOf(await subject.store.applyEdit(id, putRow('bills', rent)))
      valueOf(await subject.store.applyEdit(id, putRow('bills', power)))
      valueOf(await subject.store.applyEdit(id, putRow('bills', { id: rent.id, amount_cents: 7 })))
      expect((await read(id)).bills[0]).toMatchObject({ id: rent.id, name: 'Rent', category: 'Home', amount_cents: 7 })
      valueOf(await subject.store.applyEdit(id, putRow('bills', { id: power.id }, 0)))
      expect((await read(id)).bills.map((row) => [row.name, row.position])).toEqual([
        ['Power', 0],
        ['Rent', 1],
      ])
      valueOf(await subject.store.applyEdit(id, { type: 'delete_row', collection: 'bills', id: power.id }))
      expect((await read(id)).bills.map((row) => [row.name, row.position])).toEqual([['Rent', 0]])
    })

    test('removing a row that is not there is no change and no problem', async () => {
      const { id } = await create('Baseline')
      expect(valueOf(await subject.store.applyEdit(id, { type: 'delete_row', collection: 'bills', id: newId() })).revision).toBe(1)
    })

    test('removing a bill takes the allocations to it along, and one batch brings both back', async () => {
      const rent = bill({ name: 'Rent' })
      const toRent = { ...percent(40), target: `bill:${rent.id}` }
      const { id } = await create('Baseline', { bills: [rent], allocations: [percent(10), toRent] })
      const before = await read(id)
      valueOf(await subject.store.applyEdit(id, { type: 'delete_row', collection: 'bills', id: rent.id }))
      expect(await read(id)).toMatchObject({ bills: [], allocations: [{ value: 10, position: 0 }] })
      const undo = { type: 'batch', edits: [putRow('bills', rent, 0), putRow('allocations', toRent, 1)] } as const
      valueOf(await subject.store.applyEdit(id, { ...undo, edits: [...undo.edits] }))
      expect(contentOf(await read(id))).toEqual(contentOf(before))
    })

    test('putting lists replaces them: known rows keep what is not named, null clears, the order is the list’s', async () => {
      const [rent, power] = [bill({ name: 'Rent', category: 'Home', due_date: '2026-07-05' }), bill({ name: 'Power' })]
      const { id } = await create('Baseline', { bills: [rent, power], allocations: [percent(10)] })
      const water = bill({ name: 'Water' })
      valueOf(await subject.store.applyEdit(id, putScenario({ bills: [water, { id: rent.id, due_date: null }], allocations: [] })))
      const after = await read(id)
      expect(after.revision).toBe(2)
      expect(after.bills.map(({ name, category, due_date, position }) => ({ name, category, due_date, position }))).toEqual([
        { name: 'Water', category: null, due_date: null, position: 0 },
        { name: 'Rent', category: 'Home', due_date: null, position: 1 },
      ])
      expect(after.allocations).toEqual([])
    })

    test('putting the same lists again still counts as one change', async () => {
      const { id } = await create('Baseline')
      expect(valueOf(await subject.store.applyEdit(id, putScenario({ bills: [], allocations: [] }))).revision).toBe(2)
    })

    test('a refused edit stores nothing, not even the sound part of a batch', async () => {
      const { id } = await create('Baseline', { allocations: [percent(70)] })
      const before = await read(id)
      const refused = await subject.store.applyEdit(id, {
        type: 'batch',
        edits: [{ type: 'set_fields', fields: { planning_balance_cents: 1 } }, putRow('allocations', percent(31))],
      })
      expect(codesOf(refused)).toEqual(['percents_must_not_exceed_100'])
      expect(
        codesOf(await subject.store.applyEdit(id, putScenario({ bills: [], allocations: [{ ...percent(1), target: `bill:${newId()}` }] }))),
      ).toEqual(['target_names_no_bill'])
      const twice = bill({ name: 'Twice' })
      expect(codesOf(await subject.store.applyEdit(id, putScenario({ bills: [twice, twice], allocations: [] })))).toEqual([
        'id_is_used_twice',
      ])
      expect(await read(id)).toEqual(before)
      expect(valueOf(await subject.store.listRevisions(id))).toHaveLength(1)
    })

    test('renaming to a name that is taken is refused', async () => {
      await create('Baseline')
      const { id } = await create('Lean')
      expect(codesOf(await subject.store.applyEdit(id, { type: 'set_fields', fields: { name: 'Baseline' } }))).toEqual(['name_is_taken'])
      expect(codesOf(await subject.store.applyEdit(id, putScenario({ bills: [], allocations: [], name: 'Baseline' })))).toEqual([
        'name_is_taken',
      ])
      expect(await read(id)).toMatchObject({ name: 'Lean', revision: 1 })
    })

    test('another currency rescales every amount, or is refused where a digit would be lost', async () => {
      const { id } = await create('Baseline', {
        planning_balance_cents: 1_000_00,
        bills: [bill({ name: 'Rent', amount_cents: 5_00 })],
        allocations: [{ ...percent(0), kind: 'fixed', value: 2_00 }, percent(5)],
      })
      valueOf(await subject.store.applyEdit(id, { type: 'set_fields', fields: { currency_code: 'JPY' } }))
      expect(await read(id)).toMatchObject({
        currency_code: 'JPY',
        planning_balance_cents: 1_000,
        bills: [{ amount_cents: 5 }],
        allocations: [{ value: 2 }, { value: 5 }],
      })
      valueOf(await subject.store.applyEdit(id, { type: 'set_fields', fields: { currency_code: 'USD', planning_balance_cents: 1 } }))
      expect(codesOf(await subject.store.applyEdit(id, { type: 'set_fields', fields: { currency_code: 'JPY' } }))).toEqual([
        'currency_change_would_lose_digits',
      ])
    })

    test('the limits of a scenario hold: 2,000 bills, 200 allocations', async () => {
      const { id } = await create('Baseline', {
        bills: many(2_000, (nth) => bill({ name: `Bill ${nth}` })),
        allocations: many(200, () => percent(0)),
      })
      expect(codesOf(await subject.store.applyEdit(id, putRow('bills', bill({ name: 'One more' }))))).toEqual(['too_many_rows'])
      expect(codesOf(await subject.store.applyEdit(id, putRow('allocations', percent(0))))).toEqual(['too_many_rows'])
      const stored = await read(id)
      expect([stored.bills.length, stored.allocations.length, stored.revision]).toEqual([2_000, 200, 1])
    })
  })

  describe('writing on a condition', () => {
    test('a change made on another revision is refused as stale and says which one is current', async () => {
      const { id } = await create('Baseline')
      valueOf(await subject.store.applyEdit(id, { type: 'set_fields', fields: { planning_balance_cents: 1 } }, { if_match: 1 }))
      const edit = { type: 'set_fields', fields: { planning_balance_cents: 2 } } as const
      const stale = await subject.store.applyEdit(id, edit, { if_match: 1 })
      expect(stale).toMatchObject({ ok: false, current_revision: 2, problems: [{ code: 'revision_is_stale' }] })
      expect(codesOf(await subject.store.deleteScenario(id, { if_match: 1 }))).toEqual(['revision_is_stale'])
      expect(codesOf(await subject.store.restoreRevision(id, 1, { if_match: 1 }))).toEqual(['revision_is_stale'])
      expect(await read(id)).toMatchObject({ revision: 2, planning_balance_cents: 1 })
      expect(valueOf(await subject.store.applyEdit(id, edit)).revision).toBe(3)
    })

    test('an edit sent again under its id is not stored twice, whatever came after, and is told what became of it', async () => {
      const { id } = await create('Baseline')
      const edit_id = newId()
      const edit = { type: 'set_fields', fields: { planning_balance_cents: 1 } } as const
      const first = valueOf(await subject.store.applyEdit(id, edit, { if_match: 1, edit_id }))
      valueOf(await subject.store.applyEdit(id, { type: 'set_fields', fields: { planning_balance_cents: 2 } }, { edit_id: newId() }))
      for (const if_match of [1, 2, 3, undefined])
        expect(valueOf(await subject.store.applyEdit(id, edit, { if_match, edit_id }))).toEqual(first)
      expect(await read(id)).toMatchObject({ revision: 3, planning_balance_cents: 2 })
    })

    test('the same edit sent many times at once under its id is stored once', async () => {
      const { id } = await create('Baseline')
      const edit_id = newId()
      const answers = await Promise.all(
        many(8, () => subject.store.applyEdit(id, putScenario({ bills: [], allocations: [] }), { if_match: 1, edit_id })),
      )
      expect(answers.map(valueOf).map(({ revision }) => revision)).toEqual(many(8, () => 2))
    })

    test('an edit that was refused is not remembered: under the same id it may be stored later', async () => {
      const { id } = await create('Baseline', { allocations: [percent(70)] })
      const edit_id = newId()
      expect(codesOf(await subject.store.applyEdit(id, putRow('allocations', percent(31)), { edit_id }))).toEqual([
        'percents_must_not_exceed_100',
      ])
      expect(codesOf(await subject.store.applyEdit(id, { type: 'set_fields', fields: {} }, { if_match: 9, edit_id }))).toEqual([
        'revision_is_stale',
      ])
      expect(valueOf(await subject.store.applyEdit(id, putRow('allocations', percent(30)), { edit_id })).revision).toBe(2)
    })

    test('the id of an edit is one of its plan: in another plan it says nothing', async () => {
      const [one, two] = [await create('Baseline'), await create('Lean')]
      const edit_id = newId()
      const edit = { type: 'set_fields', fields: { planning_balance_cents: 1 } } as const
      expect(valueOf(await subject.store.applyEdit(one.id, edit, { edit_id }))).toMatchObject({ id: one.id, revision: 2 })
      expect(valueOf(await subject.store.applyEdit(two.id, edit, { edit_id }))).toMatchObject({ id: two.id, revision: 2 })
    })

    test('of many who change the same revision, one comes through', async () => {
      const { id } = await create('Baseline')
      const answers = await Promise.all(
        many(16, (nth) =>
          subject.store.applyEdit(id, { type: 'set_fields', fields: { planning_balance_cents: nth + 1 } }, { if_match: 1 }),
        ),
      )
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
      expect(answers.filter((answer) => !answer.ok && answer.problems[0]?.code === 'revision_is_stale')).toHaveLength(15)
    })

    test('many who change different rows at once all come through', async () => {
      const { id } = await create('Baseline')
      const answers = await Promise.all(many(16, (nth) => subject.store.applyEdit(id, putRow('bills', bill({ name: `Bill ${nth}` })))))
      answers.forEach(valueOf)
      const after = await read(id)
      expect([after.bills.length, after.revision]).toEqual([16, 17])
      expect(after.bills.map((row) => row.position)).toEqual(many(16, (nth) => nth))
    })
  })
}
