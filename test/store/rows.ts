/** Each list of a scenario, what its rows hold, and what clients that know less leave as it is. */
import { describe, expect, test } from 'vitest'
import { collections, type Collection } from '../../core/scenario.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { putRow, putScenario, type NewScenario } from '../../core/store.ts'
import {
  account,
  bill,
  card,
  codesOf,
  contentOf,
  fullBill,
  goal,
  income,
  many,
  percent,
  transfer,
  valueOf,
  type Subject,
} from './subject.ts'

const rowFor = {
  bills: (name: string) => bill({ name }),
  incomes: (name: string) => income({ name }),
  allocations: (name: string) => ({ ...percent(1), target: `savings:${name}` }),
  goals: (name: string) => goal(name),
  accounts: (name: string) => account(name),
  transfers: (name: string) => transfer(name, { to_account_id: joint.id }),
} as const
/** The account that transfers go to. */
const joint = account('Joint')
const named = (row: object): string => ('target' in row ? String(row.target).replace('savings:', '') : (row as { name: string }).name)

export function rows(subject: Subject): void {
  const { create, read } = subject

  describe.each(collections)('%s', (collection: Collection) => {
    test('a row is added, moved, removed, and its order is kept', async () => {
      const { id } = await create('Baseline', collection === 'transfers' ? { accounts: [joint] } : {})
      const make = rowFor[collection]
      const [a, b, c] = [make('A'), make('B'), make('C')]
      for (const row of [a, b, c]) valueOf(await subject.store.applyEdit(id, putRow(collection, row)))
      valueOf(await subject.store.applyEdit(id, putRow(collection, { id: c.id }, 0)))
      expect((await read(id))[collection].map((row) => [named(row), row.position])).toEqual([
        ['C', 0],
        ['A', 1],
        ['B', 2],
      ])
      valueOf(await subject.store.applyEdit(id, { type: 'delete_row', collection, id: a.id }))
      expect((await read(id))[collection].map((row) => [named(row), row.position])).toEqual([
        ['C', 0],
        ['B', 1],
      ])
      expect((await read(id)).revision).toBe(6)
    })

    test('the list is replaced as a whole, and what another list holds stays', async () => {
      const { id } = await create('Baseline', {
        bills: [rowFor.bills('Stays')],
        incomes: [rowFor.incomes('Stays')],
        allocations: [rowFor.allocations('Stays')],
        goals: [rowFor.goals('Stays')],
        accounts: [{ ...joint, name: 'Stays' }],
        transfers: collection === 'accounts' ? [] : [rowFor.transfers('Stays')],
      })
      valueOf(
        await subject.store.applyEdit(id, { type: 'put_lists', [collection]: [rowFor[collection]('One'), rowFor[collection]('Two')] }),
      )
      const after = await read(id)
      const others = collections.filter((each) => collection !== 'accounts' || each !== 'transfers')
      for (const each of others) expect([each, after[each].map(named)]).toEqual([each, each === collection ? ['One', 'Two'] : ['Stays']])
    })
  })

  describe('what a row holds', () => {
    test('a bill and an income keep their schedule, range, single dates, changes and evidence, each changed alone', async () => {
      for (const collection of ['bills', 'incomes'] as const) {
        const { spread, ...both } = fullBill({ name: 'Power' })
        const row = collection === 'bills' ? { ...both, spread } : both
        const { id } = await create(`Of ${collection}`, { [collection]: [row] })
        const changes = [
          { schedule: { every: 3, unit: 'month', on: ['-1FR'], count: 30 } },
          { amount_low_cents: 1, amount_high_cents: 900_000_000_000_000 },
          { exceptions: { '2026-01-31': { rest: 'dropped' }, '2026-04-30': { moved_to: '2026-05-01', amount_cents: 5 } } },
          { evidence: { ...row.evidence!, confidence: 1, charges: 15 } },
          { changes: [{ from: '2026-10-30', amount_cents: 1 }] },
          { changes: [], schedule: null },
          { amount_low_cents: null, amount_high_cents: null, exceptions: {}, evidence: null },
        ] as const
        const expected: object = { ...row }
        for (const [nth, change] of changes.entries()) {
          Object.assign(expected, change)
          const edit = putRow(collection, { id: row.id, ...change } as Parameters<typeof putRow<'bills'>>[1])
          expect(valueOf(await subject.store.applyEdit(id, edit)).revision).toBe(nth + 2)
          expect(valueOf(await subject.store.applyEdit(id, edit)).revision).toBe(nth + 2)
          expect((await read(id))[collection]).toMatchObject([expected])
        }
      }
    })

    test('a schedule without its date, half a range, and one upside down are refused', async () => {
      const { id } = await create('Baseline')
      const refusals: [object, string][] = [
        [{ schedule: { every: 1, unit: 'month' } }, 'schedule_needs_a_due_date'],
        [{ amount_low_cents: 1 }, 'amount_range_needs_both_ends'],
        [{ amount_low_cents: 2, amount_high_cents: 1 }, 'amount_range_is_reversed'],
        [{ due_date: '2026-07-01', schedule: { every: 0, unit: 'month' } }, 'schedule_every_is_not_valid'],
        [
          { due_date: '2026-07-01', schedule: { every: 1, unit: 'month', count: 2 }, changes: [{ from: '2026-09-01', amount_cents: 1 }] },
          'change_has_no_dates',
        ],
        [{ exceptions: { '2026-02-28': { moved_to: '2026-02-30' } } }, 'date_must_be_a_calendar_day'],
      ]
      for (const [fields, code] of refusals) {
        for (const [collection, row] of [
          ['bills', bill({ name: 'Rent' })],
          ['incomes', income({ name: 'Rent' })],
        ] as const)
          expect(codesOf(await subject.store.applyEdit(id, putRow(collection, { ...row, ...fields })))).toEqual([code])
      }
      expect((await read(id)).revision).toBe(1)
    })

    test('clearing a date clears its schedule and its changes', async () => {
      const row = fullBill({ name: 'Power' })
      const { id } = await create('Baseline', { bills: [row] })
      valueOf(await subject.store.applyEdit(id, putRow('bills', { id: row.id, due_date: null })))
      expect((await read(id)).bills).toMatchObject([{ due_date: null, schedule: null, exceptions: row.exceptions, changes: [] }])
    })

    test('percents add up to 100 on the balance, and to 100 on each income', async () => {
      const { id } = await create('Baseline', { allocations: [percent(100), { ...percent(60), base: 'income' }] })
      const more = { ...percent(41), base: 'income' as const }
      expect(codesOf(await subject.store.applyEdit(id, putRow('allocations', more)))).toEqual(['percents_must_not_exceed_100'])
      valueOf(await subject.store.applyEdit(id, putRow('allocations', { ...more, value: 40 })))
      expect(codesOf(await subject.store.applyEdit(id, putRow('allocations', { id: more.id, base: 'balance' })))).toEqual([
        'percents_must_not_exceed_100',
      ])
      expect((await read(id)).allocations.map(({ base, value }) => [base, value])).toEqual([
        ['balance', 100],
        ['income', 60],
        ['income', 40],
      ])
    })

    test('goals have a name each, can swap them, and take what is set aside for them along', async () => {
      const [holiday, car] = [goal('Holiday'), goal('Car')]
      const { id } = await create('Baseline', {
        goals: [holiday, car],
        allocations: [{ ...percent(5), target: 'goal:Holiday' }],
        opening_pots: [{ target: 'goal:Holiday', amount_cents: 7 }],
      })
      expect(codesOf(await subject.store.applyEdit(id, putRow('goals', { id: car.id, name: 'Holiday' })))).toEqual(['name_is_used_twice'])
      valueOf(await subject.store.applyEdit(id, putRow('goals', { id: holiday.id, name: 'Island' })))
      expect(await read(id)).toMatchObject({
        goals: [{ name: 'Island' }, { name: 'Car' }],
        allocations: [{ target: 'goal:Island' }],
        opening_pots: [{ target: 'goal:Island', amount_cents: 7 }],
      })
      valueOf(
        await subject.store.applyEdit(id, {
          type: 'put_lists',
          goals: [
            { id: holiday.id, name: 'Car' },
            { id: car.id, name: 'Island' },
          ],
        }),
      )
      expect((await read(id)).goals.map(({ id: row, name }) => [row, name])).toEqual([
        [holiday.id, 'Car'],
        [car.id, 'Island'],
      ])
    })

    test('the scenario keeps its floor, how far ahead it is watched, and what was set aside', async () => {
      const { id } = await create('Baseline')
      const fields = {
        floor_cents: -20_00,
        safety_days: 3_660,
        balance_allocated: true,
        opening_pots: [{ target: 'savings:Rainy day', amount_cents: 12_34 }],
      }
      expect(valueOf(await subject.store.applyEdit(id, { type: 'set_fields', fields })).revision).toBe(2)
      expect(valueOf(await subject.store.applyEdit(id, { type: 'set_fields', fields })).revision).toBe(2)
      expect(await read(id)).toMatchObject(fields)
      expect(valueOf(await subject.store.listScenarios())).toMatchObject([fields])
      expect(codesOf(await subject.store.applyEdit(id, { type: 'set_fields', fields: { safety_days: 0 } }))).toEqual([
        'safety_days_must_be_from_1_to_3660',
      ])
    })

    test('an account and a transfer keep all they hold, each field changed alone', async () => {
      const [visa, pay] = [
        account('Visa', { kind: 'card', balance_cents: -41_260, floor_cents: -200_000, card: card({ paid_from_account_id: joint.id }) }),
        transfer('Share', { to_account_id: joint.id }),
      ]
      const { id } = await create('Baseline', { accounts: [joint, visa], transfers: [pay] })
      const changes: [Parameters<typeof putRow>[0], object][] = [
        ['accounts', { id: visa.id, interest: { rate_basis_points: 1_899 } }],
        ['accounts', { id: visa.id, card: card({ pays: 'minimum', statement_cents: 12, shift: 'after' }) }],
        ['accounts', { id: visa.id, exceptions: { '2026-08-07': { skipped: true } } }],
        ['transfers', { id: pay.id, from_account_id: visa.id, to_account_id: null }],
        [
          'transfers',
          { id: pay.id, due_date: '2026-07-26', schedule: { every: 1, unit: 'month' }, exceptions: { '2026-08-26': { amount_cents: 5 } } },
        ],
      ]
      for (const [nth, [collection, row]] of changes.entries()) {
        expect(valueOf(await subject.store.applyEdit(id, putRow(collection, row as { id: string }))).revision).toBe(nth + 2)
        expect((await read(id))[collection].find((other) => other.id === (row as { id: string }).id)).toMatchObject(row)
      }
      valueOf(
        await subject.store.applyEdit(id, {
          type: 'set_dates',
          collection: 'accounts',
          id: visa.id,
          dates: { '2026-09-07': { amount_cents: 7 } },
        }),
      )
      valueOf(
        await subject.store.applyEdit(id, {
          type: 'set_changes',
          collection: 'transfers',
          id: pay.id,
          changes: { '2026-09-26': { amount_cents: 9 } },
        }),
      )
      expect(await read(id)).toMatchObject({
        accounts: [{}, { exceptions: { '2026-08-07': { skipped: true }, '2026-09-07': { amount_cents: 7 } } }],
        transfers: [{ changes: [{ from: '2026-09-26', amount_cents: 9 }] }],
      })
    })

    test('an account takes its transfers along, what is on it goes to the main account, and one edit brings all of it back', async () => {
      const visa = account('Visa', { kind: 'card', card: card({ paid_from_account_id: joint.id }) })
      const { id } = await create('Baseline', {
        accounts: [joint, visa],
        transfers: [
          transfer('One', { to_account_id: joint.id }),
          transfer('Two', { from_account_id: joint.id, to_account_id: visa.id }),
          transfer('Three', { to_account_id: visa.id }),
        ],
        bills: [bill({ name: 'Rent', account_id: joint.id }), bill({ name: 'Gym' })],
        incomes: [income({ name: 'Pay', account_id: joint.id })],
        allocations: [{ ...percent(5), target: `account:${joint.id}` }],
      })
      const before = await read(id)
      const removal: ScenarioEdit = { type: 'delete_row', collection: 'accounts', id: joint.id }
      const undone = applyEdit(before, removal, before.updated_at)
      valueOf(await subject.store.applyEdit(id, removal))
      expect(await read(id)).toMatchObject({
        accounts: [{ name: 'Visa', card: { paid_from_account_id: null } }],
        transfers: [{ name: 'Three' }],
        bills: [{ account_id: null }, { account_id: null }],
        incomes: [{ account_id: null }],
        allocations: [],
      })
      if (undone.ok) valueOf(await subject.store.applyEdit(id, undone.inverse))
      const after = await read(id)
      expect(contentOf(after)).toEqual(contentOf(before))
    })

    test('an account that is not there, a transfer to itself, and what does not fit a kind are refused', async () => {
      const { id } = await create('Baseline', { accounts: [joint] })
      const gone = account('Gone').id
      expect(codesOf(await subject.store.applyEdit(id, putRow('bills', bill({ name: 'A', account_id: gone }))))).toEqual([
        'account_is_not_in_the_plan',
      ])
      expect(
        codesOf(
          await subject.store.applyEdit(id, putRow('transfers', transfer('A', { from_account_id: joint.id, to_account_id: joint.id }))),
        ),
      ).toEqual(['transfer_needs_two_accounts'])
      expect(codesOf(await subject.store.applyEdit(id, putRow('transfers', transfer('A', {}))))).toEqual(['transfer_needs_two_accounts'])
      expect(codesOf(await subject.store.applyEdit(id, putRow('accounts', account('A', { kind: 'loan', card: card({}) }))))).toEqual([
        'account_kind_does_not_fit',
      ])
      expect(
        codesOf(await subject.store.applyEdit(id, putRow('accounts', account('A', { kind: 'cash', interest: { rate_basis_points: 5 } })))),
      ).toEqual(['account_kind_does_not_fit'])
      expect(codesOf(await subject.store.applyEdit(id, putRow('allocations', { ...percent(1), target: `account:${gone}` })))).toEqual([
        'account_is_not_in_the_plan',
      ])
    })

    test('another currency rescales what is new as well', async () => {
      const { id } = await create('Baseline', {
        floor_cents: 1_00,
        opening_pots: [{ target: 'savings:A', amount_cents: 2_00 }],
        goals: [goal('Car', { target_cents: 3_00 })],
        incomes: [
          income({
            name: 'Pay',
            amount_cents: 4_00,
            amount_low_cents: 3_00,
            amount_high_cents: 5_00,
            due_date: '2026-07-01',
            schedule: { every: 1, unit: 'month' },
            exceptions: { '2026-08-01': { amount_cents: 6_00 } },
          }),
        ],
      })
      valueOf(await subject.store.applyEdit(id, { type: 'set_fields', fields: { currency_code: 'JPY' } }))
      expect(await read(id)).toMatchObject({
        floor_cents: 1,
        opening_pots: [{ amount_cents: 2 }],
        goals: [{ target_cents: 3 }],
        incomes: [{ amount_cents: 4, amount_low_cents: 3, amount_high_cents: 5, exceptions: { '2026-08-01': { amount_cents: 6 } } }],
      })
    })

    test('the limits hold: 200 incomes, 100 goals', async () => {
      const { id } = await create('Baseline', {
        incomes: many(200, (nth) => income({ name: `Income ${nth}` })),
        goals: many(100, (nth) => goal(`Goal ${nth}`)),
      })
      expect(codesOf(await subject.store.applyEdit(id, putRow('incomes', income({ name: 'One more' }))))).toEqual(['too_many_rows'])
      expect(codesOf(await subject.store.applyEdit(id, putRow('goals', goal('One more'))))).toEqual(['too_many_rows'])
    })
  })

  describe('clients that know less', () => {
    const content = (): Partial<NewScenario> => ({
      floor_cents: 5,
      safety_days: 30,
      balance_allocated: true,
      opening_pots: [{ target: 'savings:A', amount_cents: 1 }],
      bills: [fullBill({ name: 'Power', account_id: joint.id })],
      incomes: [income({ name: 'Pay' })],
      allocations: [{ ...percent(5), base: 'income' }],
      goals: [goal('Car')],
      accounts: [joint, account('Visa', { kind: 'card', card: card({ paid_from_account_id: joint.id }) })],
      transfers: [transfer('Rent share', { to_account_id: joint.id })],
    })

    test('a PUT that names bills and allocations alone leaves incomes, goals, accounts and transfers as they are', async () => {
      const { id } = await create('Baseline', content())
      const before = await read(id)
      valueOf(await subject.store.applyEdit(id, putScenario({ bills: [], allocations: [] })))
      const after = await read(id)
      expect([after.bills, after.allocations]).toEqual([[], []])
      expect([after.incomes, after.goals, after.floor_cents, after.opening_pots]).toEqual([
        before.incomes,
        before.goals,
        before.floor_cents,
        before.opening_pots,
      ])
      expect([after.accounts, after.transfers]).toEqual([before.accounts, before.transfers])
    })

    test('one that sends back the six fields it knows of each row loses nothing newer', async () => {
      const { id } = await create('Baseline', content())
      const before = await read(id)
      const bills = before.bills.map(({ id: row, name, amount_cents, due_date, category, predicted }) => ({
        id: row,
        name,
        amount_cents,
        due_date,
        category,
        predicted,
      }))
      const allocations = before.allocations.map(({ id: row, target, kind, value }) => ({ id: row, target, kind, value }))
      valueOf(await subject.store.applyEdit(id, putScenario({ bills, allocations })))
      expect(contentOf(await read(id))).toEqual(contentOf(before))
    })
  })
}
