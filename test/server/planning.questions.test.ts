/** Asking a plan over HTTP: each answer with its proof, refusals with their place. */
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planningPath } from '../../server/planning/routes.ts'
import { planningApp, type Person, type PlanningApp } from './planningApp.ts'

let app: PlanningApp
let owner: Person
const [id, rent] = [newId(), newId()]
const monthly = { every: 1, unit: 'month' }

beforeAll(async () => {
  app = await planningApp()
  owner = await app.person()
  const body = {
    id,
    name: 'Household',
    planning_balance_cents: 100_000,
    floor_cents: 20_000,
    start_date: '2031-03-01',
    bills: [{ id: rent, name: 'Rent', amount_cents: 70_000, due_date: '2031-03-05', schedule: monthly }],
    incomes: [{ name: 'Salary', amount_cents: 150_000, due_date: '2031-03-10', schedule: monthly }],
    allocations: [],
    goals: [{ name: 'Boat', target_cents: 90_000 }],
  }
  expect((await app.ask(planningPath, { method: 'POST', by: owner, body })).status).toBe(201)
})
afterAll(() => app.close())

const ask = (about: string, body: unknown) => app.ask(`${planningPath}/${id}/questions/${about}`, { method: 'POST', by: owner, body })

describe('asking a plan', () => {
  test('whether something can be afforded', async () => {
    const { status, json, headers } = await ask('afford', { today: '2031-03-01', date: '2031-03-01', amount_cents: 15_000 })
    expect(status).toBe(200)
    expect(headers.get('etag')).toBe('"1"')
    expect(json).toMatchObject({
      is_affordable: false,
      most_cents: 10_000,
      lowest: { date: '2031-03-05', available_cents: 15_000 },
      earliest: { date: '2031-03-10', fails_before: { date: '2031-03-09' } },
      reason: { causes: [{ name: 'Rent' }] },
    })
  })
  test('how much can be saved', async () => {
    const { json } = await ask('save', { today: '2031-03-01', until: '2031-05-09', by: 'fixed' })
    expect(json).toMatchObject({
      value: 85_000,
      binds: 'floor',
      incomes: 2,
      total_cents: 170_000,
      fails: { date: '2031-05-05', available_cents: 19_998 },
    })
  })
  test('what has to be set aside', async () => {
    expect((await ask('set-aside', { today: '2031-03-01', target: `bill:${rent}` })).json).toMatchObject({
      date: '2031-04-05',
      missing_cents: 70_000,
      level: { cents: 70_000, incomes: 1, keeps_floor: true },
      path: [{ date: '2031-03-10', cents: 70_000 }],
    })
    expect((await ask('set-aside', { today: '2031-03-01', target: 'goal:Boat', date: '2031-05-31' })).json).toMatchObject({
      missing_cents: 90_000,
      level: { cents: 30_000, incomes: 3 },
    })
  })
  test('which due dates should move', async () => {
    const { status, json } = await ask('move-bills', { today: '2031-03-01', from: '2031-03-02', until: '2031-05-31', last_day: 20 })
    expect(status).toBe(200)
    expect(json).toMatchObject({ before: { date: '2031-03-05', available_cents: 30_000 }, moves: [], short_cents: 0, is_proven: true })
    await app.ask(`${planningPath}/${id}`, { method: 'PATCH', by: owner, body: { floor_cents: 40_000 } })
    expect((await ask('move-bills', { today: '2031-03-01' })).json).toMatchObject({
      moves: [{ bill_id: rent, from_day: 5, to_day: 10, to: '2031-03-10', without: { available_cents: 30_000 } }],
      lowest: { available_cents: 100_000 },
    })
    await app.ask(`${planningPath}/${id}`, { method: 'PATCH', by: owner, body: { floor_cents: 20_000 } })
  })
  test('in which order debts are paid off', async () => {
    const [plan, car, card] = [newId(), newId(), newId()]
    const body = {
      id: plan,
      name: 'Debts',
      planning_balance_cents: 100_000,
      start_date: '2031-03-01',
      bills: [],
      allocations: [],
      incomes: [{ name: 'Salary', amount_cents: 150_000, due_date: '2031-03-10', schedule: monthly }],
      accounts: [
        { id: car, name: 'Car', kind: 'loan', balance_cents: -60_000 },
        {
          id: card,
          name: 'Card',
          kind: 'card',
          balance_cents: -30_000,
          interest: { rate_basis_points: 1_900 },
          card: {
            closing_day: 3,
            due_day: 20,
            shift: null,
            paid_from_account_id: null,
            pays: 'statement',
            minimum_percent: 0,
            minimum_cents: 0,
            fixed_cents: 0,
            statement_cents: null,
          },
        },
      ],
      transfers: [{ name: 'Car', amount_cents: 10_000, due_date: '2031-03-05', schedule: monthly, to_account_id: car }],
    }
    expect((await app.ask(planningPath, { method: 'POST', by: owner, body })).status).toBe(201)
    const { status, json } = await app.ask(`${planningPath}/${plan}/questions/debts`, {
      method: 'POST',
      by: owner,
      body: { today: '2031-03-01', extra_cents: 5_000 },
    })
    expect(status).toBe(200)
    // 15,000 on the 5th: gone with the fourth.
    expect(json).toMatchObject({
      from: '2031-03-05',
      monthly_cents: 15_000,
      as_planned: { months: 5 },
      orders: { best: { order: [car], paid_off_on: '2031-06-05', months: 3, interest_cents: 0, keeps_floor: true } },
      tried: 1,
      is_every_order: true,
      left_out: [{ account_id: card, because: 'paid_in_full' }],
    })
  })
  describe('its edits, sent as they are, make the answer a part of the plan', () => {
    const taken = async (plan: string, edits: unknown[]): Promise<void> => {
      for (const again of [false, true])
        expect([
          again,
          (await app.ask(`${planningPath}/${plan}/edits`, { method: 'POST', by: owner, body: { type: 'batch', edits } })).status,
        ]).toEqual([again, 200])
    }
    const planLike = async (more: object = {}) => {
      const plan = newId()
      const body = {
        id: plan,
        name: `Household ${plan}`,
        planning_balance_cents: 100_000,
        floor_cents: 20_000,
        start_date: '2031-03-01',
        allocations: [],
        bills: [{ id: newId(), name: 'Rent', amount_cents: 70_000, due_date: '2031-03-05', schedule: monthly }],
        incomes: [{ name: 'Salary', amount_cents: 150_000, due_date: '2031-03-10', schedule: monthly }],
        goals: [{ name: 'Boat', target_cents: 90_000 }],
        ...more,
      }
      expect((await app.ask(planningPath, { method: 'POST', by: owner, body })).status).toBe(201)
      return {
        plan,
        asked: async (about: string, question: object) =>
          (
            await app.ask(`${planningPath}/${plan}/questions/${about}`, {
              method: 'POST',
              by: owner,
              body: { today: '2031-03-01', ...question },
            })
          ).json,
        read: async () => (await app.ask(`${planningPath}/${plan}`, { by: owner })).json,
      }
    }
    test('a purchase becomes a bill, once', async () => {
      const { plan, asked, read } = await planLike()
      await taken(plan, (await asked('afford', { date: '2031-03-10', amount_cents: 15_000 })).edits)
      expect((await read()).bills).toMatchObject([{ name: 'Rent' }, { name: 'Purchase', amount_cents: 15_000, due_date: '2031-03-10' }])
    })
    test('what is saved and set aside becomes a rule, after which no more can be saved; where nothing is, there is no edit', async () => {
      const { plan, asked, read } = await planLike()
      const question = { until: '2031-05-09', by: 'fixed' }
      await taken(plan, (await asked('save', question)).edits)
      expect(await asked('save', question)).toMatchObject({ value: 0, binds: 'floor', edits: [] })
      await taken(plan, (await asked('set-aside', { target: 'goal:Boat', date: '2031-05-31' })).edits)
      expect((await read()).allocations).toMatchObject([
        { target: 'savings:Savings', value: 85_000 },
        { target: 'goal:Boat', value: 30_000 },
      ])
      expect(await asked('set-aside', { target: 'goal:Boat', date: '2031-05-31' })).toMatchObject({ missing_cents: 0, edits: [] })
    })
    test('moves are made, each by itself or all', async () => {
      const { plan, asked } = await planLike({ floor_cents: 40_000 })
      const { moves, lowest } = await asked('move-bills', {})
      await taken(
        plan,
        moves.flatMap(({ edits }: { edits: unknown[] }) => edits),
      )
      expect(await asked('move-bills', {})).toMatchObject({ moves: [], before: lowest, short_cents: 0 })
    })
    test('the order that is chosen becomes transfers, with which debts end as it says', async () => {
      const [car, sofa] = [newId(), newId()]
      const { plan, asked, read } = await planLike({
        accounts: [
          { id: car, name: 'Car', kind: 'loan', balance_cents: -60_000 },
          { id: sofa, name: 'Sofa', kind: 'loan', balance_cents: -30_000 },
        ],
      })
      const { orders } = await asked('debts', { extra_cents: 20_000 })
      await taken(plan, orders.snowball.edits)
      const [{ transfers }, { as_planned }] = [await read(), await asked('debts', { extra_cents: 0 })]
      expect(transfers.map(({ name }: { name: string }) => name)).toEqual(['Extra to Sofa', 'Extra to Car'])
      expect(as_planned.paid_off_on).toBe(orders.snowball.paid_off_on)
    })
  })
  test('what can’t be answered is refused with its place', async () => {
    const refused = async (about: string, body: unknown): Promise<unknown[]> => {
      const { status, json } = await ask(about, body)
      return [status, ...json.problems.map(({ code, path }: { code: string; path: string }) => `${code} ${path}`)]
    }
    expect(await refused('afford', { today: '2031-03-02', date: '2031-03-01', amount_cents: 1 })).toEqual([
      422,
      'window_is_not_valid /date',
    ])
    expect(await refused('afford', { date: '2031-03-01', amount_cents: -1 })).toEqual([422, 'amount_must_not_be_negative /amount_cents'])
    expect(await refused('save', { until: '2090-01-01', by: 'fixed' })).toEqual([422, 'window_is_not_valid /until'])
    expect(await refused('debts', { extra_cents: -1 })).toEqual([422, 'amount_must_not_be_negative /extra_cents'])
    expect(await refused('move-bills', { last_day: 32 })).toEqual([422, 'value_is_not_valid /last_day'])
    expect(await refused('set-aside', { target: 'goal:Boat' })).toEqual([422, 'is_required /date'])
    expect(await refused('set-aside', { target: 'goal:Car', date: '2031-05-31' })).toEqual([422, 'value_is_not_valid /target'])
  })
})
