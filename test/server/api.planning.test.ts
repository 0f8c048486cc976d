/** The planning API as its clients meet it: the five fixed routes, and those beside them. */
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { planningPath } from '../../server/planning/routes.ts'
import { planningApp, type Ask, type Person, type PlanningApp, type Reply } from './planningApp.ts'

let app: PlanningApp
let person: Person

beforeAll(async () => {
  app = await planningApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  person = await app.person()
})

const ask = (method: string, path: string, body?: unknown, more: Ask = {}): Promise<Reply> =>
  app.ask(planningPath + path, { method, body, by: person, ...more })
const created = async (body: object = {}): Promise<{ id: string }> => (await ask('POST', '', { name: `Plan ${newId()}`, ...body })).json
const pathsOf = (reply: Reply): [string, string][] =>
  reply.json.problems.map(({ code, path }: { code: string; path: string }) => [code, path])

describe('the five routes', () => {
  test('a client of the six old fields creates, reads, replaces and deletes', async () => {
    const made = await ask('POST', '/', { name: ' Baseline ' })
    expect([made.status, made.json.name, typeof made.json.id]).toEqual([201, 'Baseline', 'string'])
    const { id } = made.json

    const put = await ask('PUT', `/${id}`, {
      bills: [{ name: 'Rent', amount_cents: 120_000, due_date: '2026-07-05', category: 'Home', predicted: null }],
      allocations: [{ target: 'savings:Emergency', kind: 'percent', value: 20 }],
    })
    expect([put.status, put.json]).toEqual([200, { ok: true, id, revision: 2, updated_at: put.json.updated_at }])

    const read = await ask('GET', `/${id}/`)
    expect([read.status, read.headers.get('etag')]).toEqual([200, '"2"'])
    expect(read.json).toMatchObject({
      id,
      name: 'Baseline',
      bills: [{ name: 'Rent', amount_cents: 120_000, due_date: '2026-07-05', category: 'Home', predicted: false }],
      allocations: [{ target: 'savings:Emergency', kind: 'percent', value: 20 }],
    })

    expect((await ask('GET', '/')).json).toEqual([expect.objectContaining({ id, name: 'Baseline', revision: 2 })])
    expect((await ask('DELETE', `/${id}`)).json).toEqual({ ok: true })
    expect((await ask('GET', `/${id}`)).status).toBe(404)
    expect((await ask('GET', '')).json).toEqual([])
  })

  test('everybody sees their own scenarios alone, and names are each person’s own', async () => {
    await created({ name: 'Baseline' })
    const other = await app.person()
    expect((await ask('GET', '', undefined, { by: other })).json).toEqual([])
    expect((await ask('POST', '', { name: 'Baseline' }, { by: other })).status).toBe(201)
  })

  test('a name that is taken is refused with 409', async () => {
    await created({ name: 'Baseline' })
    const again = await ask('POST', '', { name: 'Baseline' })
    expect([again.status, pathsOf(again)]).toEqual([409, [['name_is_taken', '/name']]])
    const { id } = await created()
    expect((await ask('PATCH', `/${id}`, { name: 'Baseline' })).status).toBe(409)
    expect((await ask('PUT', `/${id}`, { bills: [], allocations: [], name: 'Baseline' })).status).toBe(409)
  })

  test('the same id sent again answers 200 with the same scenario; with another name 409', async () => {
    const id = newId()
    const first = await ask('POST', '', { id: id.toUpperCase(), name: 'Baseline', bills: [{ name: 'Rent', amount_cents: 1 }] })
    const again = await ask('POST', '', { id, name: 'Baseline', bills: [{ name: 'Rent', amount_cents: 1 }] })
    expect([first.status, again.status, again.json]).toEqual([201, 200, first.json])
    expect(pathsOf(await ask('POST', '', { id, name: 'Lean' }))).toEqual([['id_is_taken', '/id']])
  })

  test('a PUT keeps what it does not name of rows it knows; null clears; unknown ids are inserted under them', async () => {
    const [rent, power] = [newId(), newId()]
    const { id } = await created({
      bills: [{ id: rent, name: 'Rent', amount_cents: 5, category: 'Home', due_date: '2026-07-05', predicted: true }],
    })
    expect(
      (
        await ask('PUT', `/${id}`, {
          bills: [
            { id: power, name: 'Power', amount_cents: 3 },
            { id: rent.toUpperCase(), due_date: null },
          ],
          allocations: [],
        })
      ).status,
    ).toBe(200)
    expect((await ask('GET', `/${id}`)).json.bills).toMatchObject([
      { id: power, name: 'Power', amount_cents: 3, category: null, due_date: null, predicted: false },
      { id: rent, name: 'Rent', amount_cents: 5, category: 'Home', due_date: null, predicted: true },
    ])
  })

  test('a client of the six old fields loses nothing newer of what it sends back: schedule, range, single dates, evidence, base; incomes and goals', async () => {
    const power = {
      name: 'Power',
      amount_cents: 5,
      due_date: '2026-07-05',
      schedule: { every: 1, unit: 'month', on: [-1] },
      amount_low_cents: 4,
      amount_high_cents: 6,
      exceptions: { '2026-07-31': { rest: 'dropped' }, '2026-08-31': { skipped: true } },
      evidence: { payee: 'power', confidence: 0.5, charges: 3, first_date: '2026-01-01', last_date: '2026-06-01' },
    }
    const { id } = await created({
      bills: [power],
      incomes: [{ ...power, name: 'Pay' }],
      allocations: [{ target: 'goal:Car', kind: 'percent', value: 7, base: 'income' }],
      goals: [{ name: 'Car', target_cents: 5, target_date: '2027-01-01' }],
      floor_cents: 3,
      opening_pots: [{ target: 'goal:Car', amount_cents: 1 }],
    })
    const before = (await ask('GET', `/${id}`)).json
    const [bill, allocation] = [before.bills[0], before.allocations[0]]
    const old = {
      bills: [
        { id: bill.id, name: bill.name, amount_cents: 9, due_date: bill.due_date, category: bill.category, predicted: bill.predicted },
      ],
      allocations: [{ id: allocation.id, target: allocation.target, kind: allocation.kind, value: 8 }],
    }
    expect((await ask('PUT', `/${id}`, old)).status).toBe(200)
    const after = (await ask('GET', `/${id}`)).json
    expect(after).toEqual({
      ...before,
      revision: 2,
      updated_at: after.updated_at,
      bills: [{ ...bill, amount_cents: 9, updated_at: after.updated_at }],
      allocations: [{ ...allocation, value: 8, updated_at: after.updated_at }],
    })
  })

  test('incomes and goals are replaced where a PUT names them, with the same problems and pointers', async () => {
    const { id } = await created({ incomes: [{ name: 'Pay', amount_cents: 5 }], goals: [{ name: 'Car', target_cents: 5 }] })
    expect(
      (await ask('PUT', `/${id}`, { bills: [], allocations: [], incomes: [], goals: [{ name: 'Trip', target_cents: 9 }] })).status,
    ).toBe(200)
    expect((await ask('GET', `/${id}`)).json).toMatchObject({
      incomes: [],
      goals: [{ name: 'Trip', target_cents: 9, target_date: null, position: 0 }],
    })
    const reply = await ask('PUT', `/${id}`, {
      bills: [],
      allocations: [],
      incomes: [{ name: 'Pay', amount_cents: 1, schedule: { every: 0, unit: 'month' } }],
      goals: {},
    })
    expect(pathsOf(reply)).toEqual([['has_the_wrong_type', '/goals']])
    const rules = await ask('PUT', `/${id}`, {
      bills: [{ name: 'Rent', amount_cents: 1, amount_low_cents: 5 }],
      allocations: [],
      incomes: [{ name: 'Pay', amount_cents: 1, schedule: { every: 1, unit: 'month' } }],
      goals: [
        { name: 'A', target_cents: 1 },
        { name: 'A', target_cents: -1 },
      ],
    })
    expect(pathsOf(rules)).toEqual([
      ['amount_must_not_be_negative', '/goals/1/target_cents'],
      ['amount_range_needs_both_ends', '/bills/0/amount_high_cents'],
      ['schedule_needs_a_due_date', '/incomes/0/schedule'],
    ])
  })

  test('a PUT takes what a GET has answered, and changes nothing but the revision', async () => {
    const { id } = await created({
      parent_id: newId(),
      bills: [{ name: 'Rent', amount_cents: 5, due_date: '2026-07-05', schedule: { every: 1, unit: 'week' } }],
      incomes: [{ name: 'Pay', amount_cents: 5 }],
      allocations: [{ target: 'goal:Car', kind: 'fixed', value: 7 }],
      goals: [{ name: 'Car', target_cents: 5 }],
    })
    const before = (await ask('GET', `/${id}`)).json
    expect((await ask('PUT', `/${id}`, before)).status).toBe(200)
    const after = (await ask('GET', `/${id}`)).json
    expect(after).toEqual({ ...before, revision: before.revision + 1, updated_at: after.updated_at })
  })

  test('a PUT needs both lists, each a list of objects', async () => {
    const { id } = await created()
    expect(pathsOf(await ask('PUT', `/${id}`, { bills: [] }))).toEqual([['is_required', '/allocations']])
    expect(pathsOf(await ask('PUT', `/${id}`, {}))).toEqual([
      ['is_required', '/bills'],
      ['is_required', '/allocations'],
    ])
    expect(pathsOf(await ask('PUT', `/${id}`, { bills: {}, allocations: [null, []] }))).toEqual([
      ['has_the_wrong_type', '/bills'],
      ['has_the_wrong_type', '/allocations/0'],
      ['has_the_wrong_type', '/allocations/1'],
    ])
    expect((await ask('PUT', `/${id}`, [])).status).toBe(422)
  })

  test('a PUT lists every problem with a pointer to it, and stores nothing', async () => {
    const { id } = await created({ bills: [{ name: 'Rent', amount_cents: 5 }] })
    const before = (await ask('GET', `/${id}`)).text
    const reply = await ask('PUT', `/${id}`, {
      name: '  ',
      bills: [
        { name: 'Water', amount_cents: -1 },
        { name: 'x'.repeat(121), amount_cents: 1.5, due_date: '2026-02-30' },
        { amount_cents: '5' },
      ],
      allocations: [
        { target: 'bill', kind: 'percent', value: 5 },
        { target: 'savings:x', kind: 'half', value: 5 },
      ],
    })
    expect([reply.status, reply.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
    expect(pathsOf(reply)).toEqual([
      ['text_must_not_be_blank', '/name'],
      ['amount_must_not_be_negative', '/bills/0/amount_cents'],
      ['text_is_too_long', '/bills/1/name'],
      ['amount_must_be_a_whole_number', '/bills/1/amount_cents'],
      ['date_must_be_a_calendar_day', '/bills/1/due_date'],
      ['has_the_wrong_type', '/bills/2/amount_cents'],
      ['target_is_malformed', '/allocations/0/target'],
      ['must_be_one_of', '/allocations/1/kind'],
    ])
    expect(reply.json).toMatchObject({ status: 422, type: '/api/docs#has_the_wrong_type', title: 'Has the wrong type' })
    expect((await ask('GET', `/${id}`)).text).toBe(before)
  })

  test('percents above 100, targets without their bill and ids used twice refuse a PUT', async () => {
    const { id } = await created()
    const percents = await ask('PUT', `/${id}`, {
      bills: [],
      allocations: [60, 41].map((value) => ({ target: `savings:${value}`, kind: 'percent', value })),
    })
    expect([percents.status, pathsOf(percents)]).toEqual([422, [['percents_must_not_exceed_100', '/allocations']]])
    expect(
      pathsOf(await ask('PUT', `/${id}`, { bills: [], allocations: [{ target: `bill:${newId()}`, kind: 'fixed', value: 5 }] })),
    ).toEqual([['target_names_no_bill', '/allocations/0/target']])
    const twice = { id: newId(), name: 'Twice', amount_cents: 1 }
    expect(pathsOf(await ask('PUT', `/${id}`, { bills: [twice, { ...twice, id: twice.id.toUpperCase() }], allocations: [] }))).toEqual([
      ['id_is_used_twice', '/bills/1/id'],
    ])
    expect((await ask('GET', `/${id}`)).json.revision).toBe(1)
  })

  test('a new allocation may go to a bill that comes with it', async () => {
    const { id } = await created()
    const bill = newId()
    expect(
      (
        await ask('PUT', `/${id}`, {
          bills: [{ id: bill, name: 'Rent', amount_cents: 1 }],
          allocations: [{ target: `bill:${bill.toUpperCase()}`, kind: 'percent', value: 100 }],
        })
      ).status,
    ).toBe(200)
    expect((await ask('GET', `/${id}`)).json.allocations[0].target).toBe(`bill:${bill}`)
  })
})

describe('conditions', () => {
  test('If-Match lets through the current revision, in a list and weakened by a proxy too, and refuses another with 412', async () => {
    const { id } = await created()
    const put = (tag: string): Promise<Reply> => ask('PUT', `/${id}`, { bills: [], allocations: [] }, { headers: { 'if-match': tag } })
    expect((await put('"1"')).status).toBe(200)
    const stale = await put('"1"')
    expect([stale.status, stale.headers.get('etag'), stale.json.current_revision, pathsOf(stale)]).toEqual([
      412,
      '"2"',
      2,
      [['revision_is_stale', '']],
    ])
    expect((await put('W/"2"')).status).toBe(200)
    expect((await put('"1", "3"')).status).toBe(200)
    expect((await put('*')).status).toBe(200)
    expect((await put('"x"')).status).toBe(412)
    expect((await put('5')).status).toBe(412)
    expect((await ask('GET', `/${id}`)).json.revision).toBe(5)
  })

  test('a PATCH replaces the lists that it names, and leaves the others', async () => {
    const { id } = await created({ bills: [{ name: 'Rent', amount_cents: 1 }], goals: [{ name: 'Holiday', target_cents: 5 }] })
    expect((await ask('PATCH', `/${id}`, { name: newId(), bills: [{ name: 'Power', amount_cents: 2 }] })).status).toBe(200)
    expect((await ask('GET', `/${id}`)).json).toMatchObject({ revision: 2, bills: [{ name: 'Power' }], goals: [{ name: 'Holiday' }] })
    expect((await ask('PATCH', `/${id}`, { goals: [] })).status).toBe(200)
    expect((await ask('GET', `/${id}`)).json).toMatchObject({ bills: [{ name: 'Power' }], goals: [] })
  })

  test('every write heeds If-Match', async () => {
    const row = newId()
    const { id } = await created({
      bills: [{ id: row, name: 'Rent', amount_cents: 1 }],
      allocations: [{ id: row, target: 'savings:a', kind: 'fixed', value: 1 }],
    })
    const branch = (await ask('POST', `/${id}/branch`)).json.id
    const stale = { headers: { 'if-match': '"7"' } }
    const writes: [string, string, unknown?][] = [
      ['PUT', '', { bills: [], allocations: [] }],
      ['PATCH', '', { name: 'Other' }],
      ['DELETE', ''],
      ['PUT', `/bills/${row}`, { amount_cents: 2 }],
      ['DELETE', `/bills/${row}`],
      ['PUT', `/allocations/${row}`, { value: 2 }],
      ['DELETE', `/allocations/${row}`],
      ['POST', '/edits', { type: 'delete_row', collection: 'bills', id: row }],
      ['POST', '/revisions/1/restore'],
      ['POST', '/merge', { from: branch }],
    ]
    for (const [method, path, body] of writes)
      expect([method, path, (await ask(method, `/${id}${path}`, body, stale)).status]).toEqual([method, path, 412])
    await ask('DELETE', `/${id}`)
    expect((await ask('POST', `/${id}/restore`, undefined, stale)).status).toBe(412)
    expect((await ask('POST', `/${id}/restore`, undefined, { headers: { 'if-match': '"1"' } })).status).toBe(200)
  })

  test('If-None-Match spares who has it already: 304', async () => {
    const { id } = await created()
    const known = await ask('GET', `/${id}`, undefined, { headers: { 'if-none-match': 'W/"1"' } })
    expect([known.status, known.text, known.headers.get('etag')]).toEqual([304, '', '"1"'])
    expect((await ask('GET', `/${id}`, undefined, { headers: { 'if-none-match': '"2"' } })).status).toBe(200)
  })
})

describe('beside the five', () => {
  test('PATCH changes the fields it names', async () => {
    const { id } = await created()
    expect(
      (await ask('PATCH', `/${id}`, { planning_balance_cents: -7, start_date: '2026-07-01', currency_code: 'eur' })).json,
    ).toMatchObject({ ok: true, revision: 2 })
    expect((await ask('GET', `/${id}`)).json).toMatchObject({ planning_balance_cents: -7, start_date: '2026-07-01', currency_code: 'EUR' })
    expect(pathsOf(await ask('PATCH', `/${id}`, { currency_code: 'XYZ', start_date: null }))).toEqual([
      ['has_the_wrong_type', '/start_date'],
      ['currency_is_not_known', '/currency_code'],
    ])
  })

  test('rows are put and deleted one by one, and again without harm', async () => {
    const { id } = await created()
    const [rent, power] = [newId(), newId()]
    for (const revision of [2, 2])
      expect((await ask('PUT', `/${id}/bills/${rent}`, { name: 'Rent', amount_cents: 5 })).json.revision).toBe(revision)
    expect(
      (await ask('PUT', `/${id}/bills/${power}`, { id: power.toUpperCase(), name: 'Power', amount_cents: 5, position: 0 })).json.revision,
    ).toBe(3)
    expect((await ask('GET', `/${id}`)).json.bills.map((bill: { name: string }) => bill.name)).toEqual(['Power', 'Rent'])
    for (const revision of [4, 4]) expect((await ask('DELETE', `/${id}/bills/${rent}`)).json.revision).toBe(revision)
    expect(pathsOf(await ask('PUT', `/${id}/bills/${rent}`, { name: 'Rent', position: -1 }))).toEqual([['value_is_not_valid', '/position']])
    expect(pathsOf(await ask('PUT', `/${id}/bills/${rent}`, { name: 'Rent' }))).toEqual([['is_required', '/amount_cents']])
    expect(pathsOf(await ask('PUT', `/${id}/bills/${rent}`, { id: power, name: 'Rent', amount_cents: 1 }))).toEqual([
      ['value_is_not_valid', '/id'],
    ])
  })

  test('several edits go through as one, or not at all', async () => {
    const { id } = await created()
    const bill = newId()
    const edits = [
      { type: 'put_row', collection: 'bills', row: { id: bill, name: 'Rent', amount_cents: 1 } },
      { type: 'put_row', collection: 'allocations', row: { id: newId(), target: `bill:${bill}`, kind: 'percent', value: 50 } },
    ]
    expect((await ask('POST', `/${id}/edits`, { type: 'batch', edits })).json).toMatchObject({ ok: true, revision: 2 })
    const over = {
      type: 'batch',
      edits: [
        { type: 'set_fields', fields: { planning_balance_cents: 9 } },
        { ...edits[1], row: { ...edits[1]!.row, id: newId(), value: 51 } },
      ],
    }
    expect(pathsOf(await ask('POST', `/${id}/edits`, over))).toEqual([['percents_must_not_exceed_100', '/allocations']])
    expect((await ask('GET', `/${id}`)).json).toMatchObject({ revision: 2, planning_balance_cents: 0 })
    expect(
      pathsOf(
        await ask('POST', `/${id}/edits`, {
          type: 'batch',
          edits: [{ type: 'put_row', collection: 'bills', row: { id: 'x', amount_cents: -1 } }],
        }),
      ),
    ).toEqual([
      ['must_be_a_uuid', '/edits/0/row/id'],
      ['amount_must_not_be_negative', '/edits/0/row/amount_cents'],
    ])
    expect((await ask('POST', `/${id}/edits`, { type: 'rename' })).status).toBe(422)
  })

  test('the history says what a change of one amount was, who made it, and by which token while that is there', async () => {
    const { id } = await created({ bills: [{ name: 'Rent', amount_cents: 115_000 }] })
    const [{ id: rent }] = (await ask('GET', `/${id}`)).json.bills
    const secret = await app.token(person, 'read_write')
    expect(
      (
        await app.ask(`${planningPath}/${id}/bills/${rent}`, {
          method: 'PUT',
          body: { amount_cents: 120_000 },
          headers: { authorization: `Bearer ${secret}` },
        })
      ).status,
    ).toBe(200)
    expect((await ask('GET', `/${id}/revisions`)).json).toMatchObject([
      { actor: person.user_id, token: 'to read_write', has_change: true },
      { actor: person.user_id, token: null, has_change: false },
    ])
    const { json: change } = await ask('GET', `/${id}/revisions/2/change`)
    expect(change).toMatchObject({
      before: { revision: 1, bills: [{ name: 'Rent', amount_cents: 115_000 }] },
      after: { revision: 2, bills: [{ name: 'Rent', amount_cents: 120_000 }] },
    })
    const tokens = (await app.ask('/api/tokens', { by: person })).json as { id: string }[]
    for (const token of tokens) await app.ask(`/api/tokens/${token.id}`, { method: 'DELETE', by: person })
    expect((await ask('GET', `/${id}/revisions`)).json).toMatchObject([{ token: '' }, { token: null }])
    expect((await ask('GET', `/${id}/revisions/1/change`)).status).toBe(404)
  })

  test('an overwritten state stays among the revisions, can be read, and restored', async () => {
    const { id } = await created({ bills: [{ name: 'Rent', amount_cents: 5 }] })
    await ask('PUT', `/${id}`, { bills: [], allocations: [] })
    expect((await ask('GET', `/${id}/revisions`)).json).toMatchObject([
      { revision: 2, bills: 0 },
      { revision: 1, bills: 1 },
    ])
    expect((await ask('GET', `/${id}/revisions/1`)).json.bills).toMatchObject([{ name: 'Rent' }])
    expect((await ask('POST', `/${id}/revisions/1/restore`)).json).toMatchObject({ ok: true, revision: 3 })
    expect((await ask('GET', `/${id}`)).json.bills).toMatchObject([{ name: 'Rent' }])
    for (const revision of ['0', '9', '-1', '1.0', 'last', '99999999999'])
      expect((await ask('GET', `/${id}/revisions/${revision}`)).status).toBe(404)
  })

  test('a deleted scenario is listed for 30 days, comes back under a free name, and then is gone for good', async () => {
    const { id } = await created({ name: 'Baseline' })
    await ask('DELETE', `/${id}`)
    expect((await ask('GET', '/deleted')).json).toMatchObject([{ id, name: 'Baseline' }])
    await created({ name: 'Baseline' })
    expect((await ask('POST', `/${id}/restore`)).json).toMatchObject({ id, name: 'Baseline 2' })
    await ask('DELETE', `/${id}`)
    const { db } = app.fresh.database
    const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString()
    await asUser(() =>
      db
        .updateTable('planning_scenarios')
        .set({ deleted_at: daysAgo(29.9) })
        .where('id', '=', id),
    )
    expect((await ask('GET', '/deleted')).json).toHaveLength(1)
    await asUser(() =>
      db
        .updateTable('planning_scenarios')
        .set({ deleted_at: daysAgo(30.1) })
        .where('id', '=', id),
    )
    expect((await ask('GET', '/deleted')).json).toEqual([])
    expect((await ask('POST', `/${id}/restore`)).status).toBe(404)
    await ask('GET', '')
    expect(await rowsOf(id), 'one look removes nothing').toBe(1)
    await ask('GET', '')
    expect(await rowsOf(id), 'nor does a second one on the same day').toBe(1)
    await asUser(() =>
      db
        .updateTable('planning_scenarios')
        .set({ deleted_at: daysAgo(31.2), purgeable_since: daysAgo(1.1) })
        .where('id', '=', id),
    )
    await ask('GET', '')
    expect(await rowsOf(id)).toBe(0)
  })

  test('a copy goes by 201, with the id and name that are given', async () => {
    const { id } = await created({ name: 'Baseline' })
    const copy = newId()
    expect((await ask('POST', `/${id}/duplicate`)).json.name).toBe('Baseline 2')
    const named = await ask('POST', `/${id}/duplicate`, { id: copy, name: 'Lean' })
    expect([named.status, named.json.id, named.json.name]).toEqual([201, copy, 'Lean'])
    expect((await ask('POST', `/${id}/duplicate`, { id: copy, name: 'Lean' })).status).toBe(200)
    expect((await ask('POST', `/${id}/duplicate`, { name: '' })).status).toBe(422)
  })
})

/** As the app's role for this person: a statement of the test's own. */
async function asUser(statement: () => { compile(): { sql: string; parameters: readonly unknown[] } }): Promise<void> {
  const { sql, parameters } = statement().compile()
  const client = await app.fresh.database.pool.connect()
  await client.query(`begin; set local app.user_id = '${person.user_id}'`)
  await client.query(sql, [...parameters])
  await client.query('commit')
  client.release()
}

async function rowsOf(id: string): Promise<number> {
  const client = await app.fresh.database.pool.connect()
  await client.query(`begin; set local app.user_id = '${person.user_id}'`)
  const { rows } = await client.query<{ count: number }>('select count(*) from planning_scenarios where id = $1', [id])
  await client.query('commit')
  client.release()
  return Number(rows[0]?.count)
}
