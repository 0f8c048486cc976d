/**
 * What every PlanningStore does, whatever stands behind it. The browser's own store, the API's and PostgreSQL's each
 * run it; a store that can't keep one of these promises is not a PlanningStore.
 */
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ProblemCode } from '../../core/problem.ts'
import type { Bill, Scenario } from '../../core/scenario.ts'
import { putRow, putScenario, type PlanningStore, type StoreResult } from '../../core/store.ts'

export interface StoreUnderTest {
  /** An empty store. Called before each test. */
  store: PlanningStore
  /** Ends what was started for this one test. */
  close?: () => Promise<void>
}

export interface ContractOptions {
  /** Once, around all tests. */
  start?: () => Promise<void>
  stop?: () => Promise<void>
}

export function planningStoreContract(name: string, makeStore: () => Promise<StoreUnderTest>, { start, stop }: ContractOptions = {}): void {
  describe(`${name} keeps the promises of a PlanningStore:`, () => {
    let under: StoreUnderTest
    let store: PlanningStore
    if (start) beforeAll(start)
    if (stop) afterAll(stop)
    beforeEach(async () => {
      under = await makeStore()
      store = under.store
      return under.close
    })

    const create = (name: string, more: Partial<Parameters<PlanningStore['createScenario']>[0]> = {}): Promise<Scenario & { created: boolean }> => store.createScenario({ name, ...more }).then(valueOf)
    const read = (id: string): Promise<Scenario> => store.getScenario(id).then(valueOf)

    describe('creating', () => {
      test('a new scenario is at revision 1, with a balance of 0 in USD, and is found again', async () => {
        const made = await create('Baseline', { start_date: '2026-07-01' })
        expect(made).toMatchObject({ name: 'Baseline', revision: 1, planning_balance_cents: 0, currency_code: 'USD', start_date: '2026-07-01', bills: [], allocations: [], created: true })
        expect(await read(made.id)).toEqual(withoutCreated(made))
      })

      test('a name is trimmed, and 1 to 120 characters long', async () => {
        expect((await create('  Lean  ')).name).toBe('Lean')
        expect((await create('é'.repeat(120))).name).toHaveLength(120)
        expect(codesOf(await store.createScenario({ name: '   ' }))).toEqual(['text_must_not_be_blank'])
        expect(codesOf(await store.createScenario({ name: 'x'.repeat(121) }))).toEqual(['text_is_too_long'])
      })

      test('a name stands once among the scenarios that are not deleted', async () => {
        const first = await create('Baseline')
        expect(codesOf(await store.createScenario({ name: ' Baseline ' }))).toEqual(['name_is_taken'])
        valueOf(await store.deleteScenario(first.id))
        expect((await create('Baseline')).id).not.toBe(first.id)
      })

      test('sent again with the same id and name it makes no second', async () => {
        const id = newId()
        const first = await create('Baseline', { id, bills: [bill({ name: 'Rent' })] })
        const again = await create('Baseline', { id })
        expect(again).toEqual({ ...first, created: false })
        expect(valueOf(await store.listScenarios())).toHaveLength(1)
      })

      test('an id that another scenario has is taken, also when that one is deleted', async () => {
        const { id } = await create('Baseline')
        expect(codesOf(await store.createScenario({ id, name: 'Lean' }))).toEqual(['id_is_taken'])
        valueOf(await store.deleteScenario(id))
        expect(codesOf(await store.createScenario({ id, name: 'Baseline' }))).toEqual(['id_is_taken'])
      })

      test('its content comes along whole, as it was written: what is exported is what is imported', async () => {
        const rent = bill({ name: 'Rent', amount_cents: 120_000, due_date: '2026-07-05', category: 'Home', predicted: true })
        const given = {
          id: newId(),
          name: 'Baseline',
          planning_balance_cents: -5,
          start_date: '2026-07-01',
          currency_code: 'EUR',
          bills: [rent, bill({ name: 'Power' })].map((row) => ({ ...row, created_at: '2026-01-02T03:04:05.678Z', updated_at: '2026-02-03T04:05:06.789Z' })),
          allocations: [{ id: newId(), target: `bill:${rent.id}`, kind: 'percent' as const, value: 30, created_at: '2026-01-02T03:04:05.678Z', updated_at: '2026-02-03T04:05:06.789Z' }],
          created_at: '2026-01-02T03:04:05.678Z',
          updated_at: '2026-02-03T04:05:06.789Z',
        }
        await create(given.name, given)
        const stored = await read(given.id)
        expect(stored).toEqual({ ...given, revision: 1, bills: given.bills.map(placed), allocations: given.allocations.map(placed) })
        valueOf(await store.deleteScenario(given.id))
        const copy = await create(given.name, { ...stored, id: newId() })
        expect({ ...withoutCreated(copy), id: given.id }).toEqual(stored)
      })

      test('content that breaks a rule refuses the whole', async () => {
        const refused = await store.createScenario({ name: 'Baseline', bills: [bill({ name: 'Rent', amount_cents: -1 })], allocations: [percent(60), percent(60)] })
        expect(codesOf(refused)).toContain('amount_must_not_be_negative')
        expect(codesOf(await store.createScenario({ name: 'Baseline', allocations: [percent(60), percent(60)] }))).toEqual(['percents_must_not_exceed_100'])
        expect(valueOf(await store.listScenarios())).toEqual([])
      })

      test('at most 500 scenarios, those deleted counted', async () => {
        for (let number = 0; number < 500; number += 1) await create(`Plan ${number}`)
        expect(codesOf(await store.createScenario({ name: 'One more' }))).toEqual(['too_many_scenarios'])
        const [newest] = valueOf(await store.listScenarios())
        valueOf(await store.deleteScenario(newest!.id))
        expect(codesOf(await store.createScenario({ name: 'One more' }))).toEqual(['too_many_scenarios'])
      }, 120_000)
    })

    describe('listing and reading', () => {
      test('scenarios come newest first, without their rows', async () => {
        const [a, b, c] = [
          await create('A', { created_at: '2026-01-01T00:00:00.000Z' }),
          await create('B', { created_at: '2026-03-01T00:00:00.000Z' }),
          await create('C', { created_at: '2026-02-01T00:00:00.000Z' }),
        ]
        const listed = valueOf(await store.listScenarios())
        expect(listed.map((scenario) => scenario.id)).toEqual([b.id, c.id, a.id])
        expect(Object.keys(listed[0]!).sort()).toEqual(['created_at', 'currency_code', 'id', 'name', 'planning_balance_cents', 'revision', 'start_date', 'updated_at'])
      })

      test('what is not there is not found', async () => {
        const id = newId()
        expect(codesOf(await store.getScenario(id))).toEqual(['not_found'])
        expect(codesOf(await store.applyEdit(id, { type: 'set_fields', fields: { name: 'X' } }))).toEqual(['not_found'])
        expect(codesOf(await store.deleteScenario(id))).toEqual(['not_found'])
        expect(codesOf(await store.restoreScenario(id))).toEqual(['not_found'])
        expect(codesOf(await store.duplicateScenario(id))).toEqual(['not_found'])
        expect(codesOf(await store.listRevisions(id))).toEqual(['not_found'])
        expect(codesOf(await store.getRevision(id, 1))).toEqual(['not_found'])
        expect(codesOf(await store.restoreRevision(id, 1))).toEqual(['not_found'])
      })
    })

    describe('editing', () => {
      test('a change raises the revision by one; what changes nothing does not', async () => {
        const { id } = await create('Baseline')
        const edit = { type: 'set_fields', fields: { planning_balance_cents: 500_00 } } as const
        expect(valueOf(await store.applyEdit(id, edit))).toMatchObject({ id, revision: 2 })
        expect(valueOf(await store.applyEdit(id, edit))).toMatchObject({ id, revision: 2 })
        expect(await read(id)).toMatchObject({ revision: 2, planning_balance_cents: 500_00 })
      })

      test('a row is added, changed in the fields that are named, moved, and removed', async () => {
        const { id } = await create('Baseline')
        const [rent, power] = [bill({ name: 'Rent', category: 'Home' }), bill({ name: 'Power' })]
        valueOf(await store.applyEdit(id, putRow('bills', rent)))
        valueOf(await store.applyEdit(id, putRow('bills', power)))
        valueOf(await store.applyEdit(id, putRow('bills', { id: rent.id, amount_cents: 7 })))
        expect((await read(id)).bills[0]).toMatchObject({ id: rent.id, name: 'Rent', category: 'Home', amount_cents: 7 })
        valueOf(await store.applyEdit(id, putRow('bills', { id: power.id }, 0)))
        expect((await read(id)).bills.map((row) => [row.name, row.position])).toEqual([['Power', 0], ['Rent', 1]])
        valueOf(await store.applyEdit(id, { type: 'delete_row', collection: 'bills', id: power.id }))
        expect((await read(id)).bills.map((row) => [row.name, row.position])).toEqual([['Rent', 0]])
      })

      test('removing a row that is not there is no change and no problem', async () => {
        const { id } = await create('Baseline')
        expect(valueOf(await store.applyEdit(id, { type: 'delete_row', collection: 'bills', id: newId() })).revision).toBe(1)
      })

      test('removing a bill takes the allocations to it along, and one batch brings both back', async () => {
        const rent = bill({ name: 'Rent' })
        const toRent = { ...percent(40), target: `bill:${rent.id}` }
        const { id } = await create('Baseline', { bills: [rent], allocations: [percent(10), toRent] })
        const before = await read(id)
        valueOf(await store.applyEdit(id, { type: 'delete_row', collection: 'bills', id: rent.id }))
        expect(await read(id)).toMatchObject({ bills: [], allocations: [{ value: 10, position: 0 }] })
        const undo = { type: 'batch', edits: [putRow('bills', rent, 0), putRow('allocations', toRent, 1)] } as const
        valueOf(await store.applyEdit(id, { ...undo, edits: [...undo.edits] }))
        expect(contentOf(await read(id))).toEqual(contentOf(before))
      })

      test('putting lists replaces them: known rows keep what is not named, null clears, the order is the list’s', async () => {
        const [rent, power] = [bill({ name: 'Rent', category: 'Home', due_date: '2026-07-05' }), bill({ name: 'Power' })]
        const { id } = await create('Baseline', { bills: [rent, power], allocations: [percent(10)] })
        const water = bill({ name: 'Water' })
        valueOf(await store.applyEdit(id, putScenario({ bills: [water, { id: rent.id, due_date: null }], allocations: [] })))
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
        expect(valueOf(await store.applyEdit(id, putScenario({ bills: [], allocations: [] }))).revision).toBe(2)
      })

      test('a refused edit stores nothing, not even the sound part of a batch', async () => {
        const { id } = await create('Baseline', { allocations: [percent(70)] })
        const before = await read(id)
        const refused = await store.applyEdit(id, { type: 'batch', edits: [{ type: 'set_fields', fields: { planning_balance_cents: 1 } }, putRow('allocations', percent(31))] })
        expect(codesOf(refused)).toEqual(['percents_must_not_exceed_100'])
        expect(codesOf(await store.applyEdit(id, putScenario({ bills: [], allocations: [{ ...percent(1), target: `bill:${newId()}` }] })))).toEqual(['target_names_no_bill'])
        const twice = bill({ name: 'Twice' })
        expect(codesOf(await store.applyEdit(id, putScenario({ bills: [twice, twice], allocations: [] })))).toEqual(['id_is_used_twice'])
        expect(await read(id)).toEqual(before)
        expect(valueOf(await store.listRevisions(id))).toHaveLength(1)
      })

      test('renaming to a name that is taken is refused', async () => {
        await create('Baseline')
        const { id } = await create('Lean')
        expect(codesOf(await store.applyEdit(id, { type: 'set_fields', fields: { name: 'Baseline' } }))).toEqual(['name_is_taken'])
        expect(codesOf(await store.applyEdit(id, putScenario({ bills: [], allocations: [], name: 'Baseline' })))).toEqual(['name_is_taken'])
        expect(await read(id)).toMatchObject({ name: 'Lean', revision: 1 })
      })

      test('another currency rescales every amount, or is refused where a digit would be lost', async () => {
        const { id } = await create('Baseline', { planning_balance_cents: 1_000_00, bills: [bill({ name: 'Rent', amount_cents: 5_00 })], allocations: [{ ...percent(0), kind: 'fixed', value: 2_00 }, percent(5)] })
        valueOf(await store.applyEdit(id, { type: 'set_fields', fields: { currency_code: 'JPY' } }))
        expect(await read(id)).toMatchObject({ currency_code: 'JPY', planning_balance_cents: 1_000, bills: [{ amount_cents: 5 }], allocations: [{ value: 2 }, { value: 5 }] })
        valueOf(await store.applyEdit(id, { type: 'set_fields', fields: { currency_code: 'USD', planning_balance_cents: 1 } }))
        expect(codesOf(await store.applyEdit(id, { type: 'set_fields', fields: { currency_code: 'JPY' } }))).toEqual(['currency_change_would_lose_digits'])
      })

      test('the limits of a scenario hold: 2,000 bills, 200 allocations', async () => {
        const { id } = await create('Baseline', { bills: many(2_000, (nth) => bill({ name: `Bill ${nth}` })), allocations: many(200, () => percent(0)) })
        expect(codesOf(await store.applyEdit(id, putRow('bills', bill({ name: 'One more' }))))).toEqual(['too_many_rows'])
        expect(codesOf(await store.applyEdit(id, putRow('allocations', percent(0))))).toEqual(['too_many_rows'])
        const stored = await read(id)
        expect([stored.bills.length, stored.allocations.length, stored.revision]).toEqual([2_000, 200, 1])
      })
    })

    describe('writing on a condition', () => {
      test('a change made on another revision is refused as stale and says which one is current', async () => {
        const { id } = await create('Baseline')
        valueOf(await store.applyEdit(id, { type: 'set_fields', fields: { planning_balance_cents: 1 } }, { if_match: 1 }))
        const edit = { type: 'set_fields', fields: { planning_balance_cents: 2 } } as const
        const stale = await store.applyEdit(id, edit, { if_match: 1 })
        expect(stale).toMatchObject({ ok: false, current_revision: 2, problems: [{ code: 'revision_is_stale' }] })
        expect(codesOf(await store.deleteScenario(id, { if_match: 1 }))).toEqual(['revision_is_stale'])
        expect(codesOf(await store.restoreRevision(id, 1, { if_match: 1 }))).toEqual(['revision_is_stale'])
        expect(await read(id)).toMatchObject({ revision: 2, planning_balance_cents: 1 })
        expect(valueOf(await store.applyEdit(id, edit)).revision).toBe(3)
      })

      test('of many who change the same revision, one comes through', async () => {
        const { id } = await create('Baseline')
        const answers = await Promise.all(many(16, (nth) => store.applyEdit(id, { type: 'set_fields', fields: { planning_balance_cents: nth + 1 } }, { if_match: 1 })))
        expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
        expect(answers.filter((answer) => !answer.ok && answer.problems[0]?.code === 'revision_is_stale')).toHaveLength(15)
      })

      test('many who change different rows at once all come through', async () => {
        const { id } = await create('Baseline')
        const answers = await Promise.all(many(16, (nth) => store.applyEdit(id, putRow('bills', bill({ name: `Bill ${nth}` })))))
        answers.forEach(valueOf)
        const after = await read(id)
        expect([after.bills.length, after.revision]).toEqual([16, 17])
        expect(after.bills.map((row) => row.position)).toEqual(many(16, (nth) => nth))
      })
    })

    describe('deleting and restoring', () => {
      test('a deleted scenario is gone, is listed among the deleted, and comes back as it was', async () => {
        const { id } = await create('Baseline', { bills: [bill({ name: 'Rent' })], allocations: [percent(10)] })
        const before = await read(id)
        expect(valueOf(await store.deleteScenario(id))).toEqual({ id })
        expect(codesOf(await store.getScenario(id))).toEqual(['not_found'])
        expect(codesOf(await store.applyEdit(id, putRow('bills', bill({ name: 'Late' }))))).toEqual(['not_found'])
        expect(codesOf(await store.deleteScenario(id))).toEqual(['not_found'])
        expect(codesOf(await store.listRevisions(id))).toEqual(['not_found'])
        expect(valueOf(await store.listScenarios())).toEqual([])
        const [deleted] = valueOf(await store.listDeleted())
        expect(deleted).toMatchObject({ id, name: 'Baseline', revision: 1 })
        expect(Date.parse(deleted!.deleted_at)).not.toBeNaN()
        expect(valueOf(await store.restoreScenario(id))).toEqual(before)
        expect(await read(id)).toEqual(before)
        expect(valueOf(await store.listDeleted())).toEqual([])
      })

      test('the deleted are listed latest first', async () => {
        const [a, b] = [await create('A'), await create('B')]
        valueOf(await store.deleteScenario(b.id))
        await new Promise((resolve) => setTimeout(resolve, 5))
        valueOf(await store.deleteScenario(a.id))
        expect(valueOf(await store.listDeleted()).map((scenario) => scenario.name)).toEqual(['A', 'B'])
      })

      test('one whose name is taken meanwhile comes back with a number behind it, as a change of its own', async () => {
        const { id } = await create('Baseline')
        valueOf(await store.deleteScenario(id))
        await create('Baseline')
        expect(valueOf(await store.restoreScenario(id))).toMatchObject({ id, name: 'Baseline 2', revision: 2 })
        expect(await read(id)).toMatchObject({ name: 'Baseline 2', revision: 2 })
        expect(valueOf(await store.listRevisions(id)).map((revision) => revision.name)).toEqual(['Baseline 2', 'Baseline'])
      })

      test('one that is not deleted can not be restored', async () => {
        const { id } = await create('Baseline')
        expect(codesOf(await store.restoreScenario(id))).toEqual(['not_found'])
      })
    })

    describe('duplicating', () => {
      test('a copy has the same content under ids of its own, and a free name', async () => {
        const rent = bill({ name: 'Rent', amount_cents: 5, category: 'Home' })
        const source = await create('Baseline', { planning_balance_cents: 9, bills: [rent], allocations: [{ ...percent(40), target: `bill:${rent.id}` }] })
        const copy = valueOf(await store.duplicateScenario(source.id))
        expect(copy).toMatchObject({ name: 'Baseline 2', revision: 1, planning_balance_cents: 9, bills: [{ name: 'Rent', amount_cents: 5, category: 'Home' }] })
        expect(copy.bills[0]!.id).not.toBe(rent.id)
        expect(copy.allocations[0]!.target).toBe(`bill:${copy.bills[0]!.id}`)
        expect(await read(copy.id)).toMatchObject(contentOf(copy))
        expect(await read(source.id)).toEqual(withoutCreated(source))
      })

      test('under an id and a name that are given; sent again it makes no second', async () => {
        const source = await create('Baseline', { bills: [bill({ name: 'Rent' })] })
        const id = newId()
        const copy = valueOf(await store.duplicateScenario(source.id, { id, name: 'Lean' }))
        expect(copy).toMatchObject({ id, name: 'Lean' })
        expect(contentOf(valueOf(await store.duplicateScenario(source.id, { id, name: 'Lean' })))).toEqual(contentOf(copy))
        expect(valueOf(await store.listScenarios())).toHaveLength(2)
        expect(codesOf(await store.duplicateScenario(source.id, { name: 'Lean' }))).toEqual(['name_is_taken'])
        expect(codesOf(await store.duplicateScenario(source.id, { id: source.id }))).toEqual(['id_is_taken'])
      })
    })

    describe('revisions', () => {
      test('every change keeps the state it led to, newest first', async () => {
        const { id } = await create('Baseline')
        valueOf(await store.applyEdit(id, putRow('bills', bill({ name: 'Rent' }))))
        valueOf(await store.applyEdit(id, putRow('allocations', percent(5))))
        const listed = valueOf(await store.listRevisions(id))
        expect(listed.map(({ revision, name, bills, allocations }) => ({ revision, name, bills, allocations }))).toEqual([
          { revision: 3, name: 'Baseline', bills: 1, allocations: 1 },
          { revision: 2, name: 'Baseline', bills: 1, allocations: 0 },
          { revision: 1, name: 'Baseline', bills: 0, allocations: 0 },
        ])
        expect(valueOf(await store.getRevision(id, 3))).toEqual(await read(id))
        expect(valueOf(await store.getRevision(id, 2))).toMatchObject({ revision: 2, bills: [{ name: 'Rent' }], allocations: [] })
        expect(codesOf(await store.getRevision(id, 4))).toEqual(['not_found'])
      })

      test('restoring one makes it the newest; what came between stays, and so does the name', async () => {
        const { id } = await create('Baseline', { bills: [bill({ name: 'Rent' })], allocations: [percent(5)] })
        const first = await read(id)
        valueOf(await store.applyEdit(id, putScenario({ bills: [bill({ name: 'Power', amount_cents: 33 })], allocations: [], name: 'Renamed', currency_code: 'EUR', planning_balance_cents: 4 })))
        expect(valueOf(await store.restoreRevision(id, 1)).revision).toBe(3)
        const after = await read(id)
        expect(contentOf(after)).toEqual({ ...contentOf(first), name: 'Renamed' })
        expect(valueOf(await store.listRevisions(id)).map((revision) => revision.revision)).toEqual([3, 2, 1])
        expect(codesOf(await store.restoreRevision(id, 99))).toEqual(['not_found'])
      })

      test('a restored currency does not rescale the amounts that come with it', async () => {
        const { id } = await create('Baseline', { currency_code: 'JPY', bills: [bill({ name: 'Rent', amount_cents: 7 })] })
        valueOf(await store.applyEdit(id, { type: 'set_fields', fields: { currency_code: 'USD', planning_balance_cents: 1 } }))
        valueOf(await store.restoreRevision(id, 1))
        expect(await read(id)).toMatchObject({ currency_code: 'JPY', planning_balance_cents: 0, bills: [{ amount_cents: 7 }] })
      })

      test('the last 200 stay; of the older ones of a day only the last', async () => {
        const { id } = await create('Baseline')
        for (let amount = 1; amount <= 225; amount += 1) valueOf(await store.applyEdit(id, { type: 'set_fields', fields: { planning_balance_cents: amount } }))
        const kept = valueOf(await store.listRevisions(id)).map((revision) => revision.revision)
        expect(kept.slice(0, 200)).toEqual(many(200, (nth) => 226 - nth))
        expect(kept.length).toBeLessThanOrEqual(215)
      }, 60_000)
    })
  })
}

export const valueOf = <T>(result: StoreResult<T>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problems)}`)
  return result.value
}

export const codesOf = (result: StoreResult<unknown>): ProblemCode[] => (result.ok ? [] : result.problems.map((problem) => problem.code))

const many = <T>(count: number, make: (nth: number) => T): T[] => Array.from({ length: count }, (_, nth) => make(nth))

const bill = (fields: { name: string } & Partial<Bill>): Omit<Bill, 'position' | 'created_at' | 'updated_at'> => ({
  id: newId(),
  amount_cents: 10_00,
  due_date: null,
  category: null,
  predicted: false,
  ...fields,
})

const percent = (value: number): { id: string; target: string; kind: 'percent' | 'fixed'; value: number } => ({ id: newId(), target: `savings:${newId().slice(-8)}`, kind: 'percent', value })

const placed = <T extends object>(row: T, position: number): T & { position: number } => ({ ...row, position })

function withoutCreated<T extends { created: boolean }>({ created: _created, ...scenario }: T): Omit<T, 'created'> {
  return scenario
}

/** What a person would call the same: everything but revision and times. */
function contentOf({ id, name, planning_balance_cents, start_date, currency_code, bills, allocations }: Scenario) {
  const untimed = <R extends { created_at: string; updated_at: string }>({ created_at: _createdAt, updated_at: _updatedAt, ...row }: R) => row
  return { id, name, planning_balance_cents, start_date, currency_code, bills: bills.map(untimed), allocations: allocations.map(untimed) }
}
