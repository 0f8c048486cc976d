/** How scenarios come to be in a store, and are found again. */
import { v7 as newId } from 'uuid'
import { describe, expect, test } from 'vitest'
import { bill, codesOf, fullBill, goal, income, percent, placed, valueOf, withoutCreated, type Subject } from './subject.ts'

export function creatingAndReading(subject: Subject): void {
  const { create, read } = subject

  describe('creating', () => {
    test('a new scenario is at revision 1, with a balance of 0 in USD, and is found again', async () => {
      const made = await create('Baseline', { start_date: '2026-07-01' })
      expect(made).toMatchObject({
        name: 'Baseline',
        revision: 1,
        planning_balance_cents: 0,
        currency_code: 'USD',
        start_date: '2026-07-01',
        bills: [],
        incomes: [],
        allocations: [],
        goals: [],
        parent_id: null,
        created: true,
      })
      expect(await read(made.id)).toEqual(withoutCreated(made))
    })

    test('a name is trimmed, and 1 to 120 characters long', async () => {
      expect((await create('  Lean  ')).name).toBe('Lean')
      expect((await create('é'.repeat(120))).name).toHaveLength(120)
      expect(codesOf(await subject.store.createScenario({ name: '   ' }))).toEqual(['text_must_not_be_blank'])
      expect(codesOf(await subject.store.createScenario({ name: 'x'.repeat(121) }))).toEqual(['text_is_too_long'])
    })

    test('a name stands once among the scenarios that are not deleted', async () => {
      const first = await create('Baseline')
      expect(codesOf(await subject.store.createScenario({ name: ' Baseline ' }))).toEqual(['name_is_taken'])
      valueOf(await subject.store.deleteScenario(first.id))
      expect((await create('Baseline')).id).not.toBe(first.id)
    })

    test('sent again with the same id and name it makes no second', async () => {
      const id = newId()
      const first = await create('Baseline', { id, bills: [bill({ name: 'Rent' })] })
      const again = await create('Baseline', { id })
      expect(again).toEqual({ ...first, created: false })
      expect(valueOf(await subject.store.listScenarios())).toHaveLength(1)
    })

    test('an id that another scenario has is taken, also when that one is deleted', async () => {
      const { id } = await create('Baseline')
      expect(codesOf(await subject.store.createScenario({ id, name: 'Lean' }))).toEqual(['id_is_taken'])
      valueOf(await subject.store.deleteScenario(id))
      expect(codesOf(await subject.store.createScenario({ id, name: 'Baseline' }))).toEqual(['id_is_taken'])
    })

    test('its content comes along whole, as it was written: what is exported is what is imported', async () => {
      const rent = fullBill({ name: 'Rent' })
      const times = { created_at: '2026-01-02T03:04:05.678Z', updated_at: '2026-02-03T04:05:06.789Z' }
      const given = {
        id: newId(),
        name: 'Baseline',
        planning_balance_cents: -5,
        start_date: '2026-07-01',
        currency_code: 'EUR',
        opening_pots: [
          { target: `bill:${rent.id}`, amount_cents: 30_00 },
          { target: 'goal:Holiday', amount_cents: 0 },
        ],
        balance_allocated: true,
        floor_cents: -100_00,
        safety_days: 45,
        dismissed: [{ direction: 'out' as const, payee: 'video club', amount_cents: 13_00 }],
        bank_links: [{ salt: 'c2FsdA', hash: 'aGFzaA', account_id: null }],
        parent_id: newId(),
        bills: [rent, bill({ name: 'Power' })].map((row) => ({ ...row, ...times })),
        incomes: [income({ name: 'Pay', due_date: '2026-07-03', schedule: { every: 2, unit: 'week', on: ['FR'] } })].map((row) => ({
          ...row,
          ...times,
        })),
        allocations: [
          { ...percent(30), target: `bill:${rent.id}` },
          { ...percent(100), base: 'income' as const },
        ].map((row) => ({ ...row, ...times })),
        goals: [goal('Holiday', { target_date: '2027-06-01' }), goal('Car')].map((row) => ({ ...row, ...times })),
        ...times,
      }
      await create(given.name, given)
      const stored = await read(given.id)
      const lists = {
        bills: given.bills.map(placed),
        incomes: given.incomes.map(placed),
        allocations: given.allocations.map(placed),
        goals: given.goals.map(placed),
        accounts: [],
        transfers: [],
      }
      expect(stored).toEqual({ ...given, ...lists, revision: 1, parent_revision: null, branch_revision: null })
      valueOf(await subject.store.deleteScenario(given.id))
      const copy = await create(given.name, { ...stored, id: newId() })
      expect({ ...withoutCreated(copy), id: given.id }).toEqual(stored)
    })

    test('content that breaks a rule refuses the whole', async () => {
      const refused = await subject.store.createScenario({
        name: 'Baseline',
        bills: [bill({ name: 'Rent', amount_cents: -1 })],
        allocations: [percent(60), percent(60)],
      })
      expect(codesOf(refused)).toContain('amount_must_not_be_negative')
      expect(codesOf(await subject.store.createScenario({ name: 'Baseline', allocations: [percent(60), percent(60)] }))).toEqual([
        'percents_must_not_exceed_100',
      ])
      expect(valueOf(await subject.store.listScenarios())).toEqual([])
    })

    test('at most 500 scenarios, those deleted counted', async () => {
      for (let number = 0; number < 500; number += 1) await create(`Plan ${number}`)
      expect(codesOf(await subject.store.createScenario({ name: 'One more' }))).toEqual(['too_many_scenarios'])
      const [newest] = valueOf(await subject.store.listScenarios())
      valueOf(await subject.store.deleteScenario(newest!.id))
      expect(codesOf(await subject.store.createScenario({ name: 'One more' }))).toEqual(['too_many_scenarios'])
    }, 120_000)
  })

  describe('listing and reading', () => {
    test('scenarios come newest first, without their rows', async () => {
      const [a, b, c] = [
        await create('A', { created_at: '2026-01-01T00:00:00.000Z' }),
        await create('B', { created_at: '2026-03-01T00:00:00.000Z' }),
        await create('C', { created_at: '2026-02-01T00:00:00.000Z' }),
      ]
      const listed = valueOf(await subject.store.listScenarios())
      expect(listed.map((scenario) => scenario.id)).toEqual([b.id, c.id, a.id])
      const {
        bills: _bills,
        incomes: _incomes,
        allocations: _allocations,
        goals: _goals,
        accounts: _accounts,
        transfers: _transfers,
        ...summary
      } = await read(b.id)
      expect(listed[0]).toEqual(summary)
    })

    test('what is not there is not found', async () => {
      const id = newId()
      expect(codesOf(await subject.store.getScenario(id))).toEqual(['not_found'])
      expect(codesOf(await subject.store.applyEdit(id, { type: 'set_fields', fields: { name: 'X' } }))).toEqual(['not_found'])
      expect(codesOf(await subject.store.deleteScenario(id))).toEqual(['not_found'])
      expect(codesOf(await subject.store.restoreScenario(id))).toEqual(['not_found'])
      expect(codesOf(await subject.store.duplicateScenario(id))).toEqual(['not_found'])
      expect(codesOf(await subject.store.branchScenario(id))).toEqual(['not_found'])
      expect(codesOf(await subject.store.previewMerge(id, { from: id }))).toEqual(['not_found'])
      expect(codesOf(await subject.store.mergeScenario(id, { from: id }))).toEqual(['not_found'])
      expect(codesOf(await subject.store.listRevisions(id))).toEqual(['not_found'])
      expect(codesOf(await subject.store.getRevision(id, 1))).toEqual(['not_found'])
      expect(codesOf(await subject.store.restoreRevision(id, 1))).toEqual(['not_found'])
    })
  })
}
