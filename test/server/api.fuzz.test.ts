/** No request makes a 500: bodies, paths and headers that nobody sane sends, and what they leave behind. */
import fc from 'fast-check'
import pg from 'pg'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { problemCodes } from '../../core/problem.ts'
import { scenarioSchema } from '../../core/scenario-schema.ts'
import { planningPath, planningRoutes } from '../../server/planning/routes.ts'
import { planningApp, type Person, type PlanningApp, type Reply } from './planningApp.ts'

let app: PlanningApp
let person: Person
let id: string
const row = newId()

beforeAll(async () => {
  app = await planningApp()
  person = await app.person()
})
afterAll(() => app.close())
beforeEach(async () => {
  id = (
    await app.ask(planningPath, {
      method: 'POST',
      by: person,
      body: {
        name: `Plan ${newId()}`,
        bills: [{ id: row, name: 'Rent', amount_cents: 5 }],
        incomes: [{ id: row, name: 'Pay', amount_cents: 5, due_date: '2026-07-01', schedule: { every: 1, unit: 'month' } }],
        allocations: [{ id: row, target: `bill:${row}`, kind: 'percent', value: 5 }],
        goals: [{ id: row, name: 'Car', target_cents: 5 }],
      },
    })
  ).json.id
})

const writes = planningRoutes.filter((route) => route.method !== 'GET' && route.method !== 'DELETE')
const pathOf = (path: string): string => planningPath + path.replace(':id', id).replace(':rowId', row).replace(':revision', '1')

function expectSane(reply: Reply, what: unknown): void {
  expect({ what, sane: reply.status < 500 }).toEqual({ what, sane: true })
  if (reply.status < 400) return
  expect(reply.headers.get('content-type')).toBe('application/problem+json')
  expect(reply.json.problems.length).toBeGreaterThan(0)
  for (const { code, path, message } of reply.json.problems) {
    expect(Object.hasOwn(problemCodes, code)).toBe(true)
    expect(path).toMatch(/^(\/|$)/)
    expect(message.length).toBeGreaterThan(10)
  }
}

/** Whatever was sent, what is stored can be read, and is sound. */
async function expectSound(): Promise<void> {
  const listed = await app.ask(planningPath, { by: person })
  for (const { id: each } of listed.json.slice(0, 3))
    expect(scenarioSchema.safeParse((await app.ask(`${planningPath}/${each}`, { by: person })).json).error).toBeUndefined()
}

const oddNumbers = [0, -0, 1, -1, 0.5, 1e15, -1e15, 2 ** 53, 1e21, 1e308, -1e308, 9e14, 900_000_000_000_001]
const oddTexts = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  'a\ud800b',
  '\u2028',
  '\u202e',
  'x'.repeat(200),
  '𝒳'.repeat(120),
  '0000-00-00',
  '2026-02-30',
  '9999-12-31',
  '10000-01-01',
  '2026-07-01T00:00:00.000Z',
  '0000-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '%00',
  "'; drop table planned_bills; --",
  '__proto__',
  'bill:',
  'savings:',
  'goal:\u0007',
  `bill:${row}`,
  'JPY',
  'XXX',
  'fixed',
  'percent',
]
const odd = fc.oneof(
  fc.constantFrom(...oddNumbers),
  fc.constantFrom(...oddTexts),
  fc.constantFrom(null, true, false, [], {}, [[]], { __proto__: null }),
  fc.constant(row),
  fc.string(),
  fc.double(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
)
const fields = [
  'id',
  'name',
  'bills',
  'incomes',
  'allocations',
  'goals',
  'schedule',
  'amount_low_cents',
  'amount_high_cents',
  'settled',
  'exceptions',
  'evidence',
  'base',
  'target_cents',
  'target_date',
  'opening_pots',
  'balance_allocated',
  'floor_cents',
  'safety_days',
  'parent_id',
  'parent_revision',
  'branch_revision',
  'from',
  'choices',
  'from_revision',
  'parentage',
  'amount_cents',
  'due_date',
  'category',
  'predicted',
  'target',
  'kind',
  'value',
  'position',
  'planning_balance_cents',
  'start_date',
  'currency_code',
  'created_at',
  'updated_at',
  'type',
  'fields',
  'collection',
  'row',
  'edits',
  'revision',
  '__proto__',
  'constructor',
  'toString',
]
const field = fc.constantFrom(...fields)
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    odd,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(field, tie('value'), { maxKeys: 6 }),
  ),
}))
/** Rules with something odd in them. */
const nearSchedule = fc.record(
  {
    every: fc.oneof(fc.constant(1), odd),
    unit: fc.oneof(fc.constantFrom('day', 'week', 'month', 'year'), odd),
    on: fc.oneof(fc.array(fc.oneof(fc.constantFrom(1, 31, -1, 'MO', '2TU', '-1FR'), odd), { maxLength: 3 }), odd),
    short_month: odd,
    until: odd,
    count: odd,
    shift: odd,
    skip: fc.array(odd, { maxLength: 2 }),
    move: fc.dictionary(fc.oneof(fc.constant('2026-07-01'), field), odd, { maxKeys: 2 }),
    amounts: fc.dictionary(fc.constant('2026-07-01'), odd, { maxKeys: 1 }),
  },
  { requiredKeys: ['every', 'unit'] },
)
const nearTimes = fc.record(
  {
    due_date: fc.oneof(fc.constant('2026-07-01'), odd),
    schedule: fc.oneof(nearSchedule, odd),
    settled: fc.oneof(fc.array(odd, { maxLength: 2 }), odd),
    exceptions: fc.oneof(
      fc.dictionary(
        fc.oneof(fc.constant('2026-07-01'), fc.constantFrom(...oddTexts)),
        fc.oneof(fc.record({ skipped: odd, moved_to: odd, amount_cents: odd, rest: odd }, { requiredKeys: [] }), odd),
        { maxKeys: 2 },
      ),
      odd,
    ),
    evidence: fc.oneof(fc.record({ payee: odd, confidence: odd, charges: odd, first_date: odd, last_date: odd }), odd),
    amount_low_cents: odd,
    amount_high_cents: odd,
    base: odd,
    target_cents: odd,
  },
  { requiredKeys: [] },
)
/** Near enough to what is taken that it comes past the first checks. */
const nearRow = fc.tuple(fc.dictionary(field, odd, { maxKeys: 4 }), fc.option(nearTimes, { nil: {} })).map(([more, times]) => ({
  name: 'Rent',
  amount_cents: 5,
  target: 'savings:a',
  kind: 'percent',
  value: 5,
  target_cents: 5,
  ...times,
  ...more,
}))
const near = fc.oneof(
  fc.record(
    {
      name: odd,
      bills: fc.array(nearRow, { maxLength: 3 }),
      incomes: fc.array(nearRow, { maxLength: 3 }),
      allocations: fc.array(nearRow, { maxLength: 3 }),
      goals: fc.array(nearRow, { maxLength: 3 }),
      opening_pots: fc.oneof(fc.array(fc.record({ target: odd, amount_cents: odd }), { maxLength: 2 }), odd),
      floor_cents: odd,
      safety_days: odd,
      balance_allocated: odd,
      parent_id: odd,
      planning_balance_cents: odd,
      start_date: odd,
      currency_code: odd,
      created_at: odd,
      position: odd,
    },
    { requiredKeys: ['bills', 'allocations'] },
  ),
  nearRow,
  fc.record({
    type: fc.constantFrom('set_fields', 'adjust_balance', 'put_row', 'delete_row', 'put_lists', 'set_parentage', 'batch'),
    parentage: fc.record({ parent_revision: odd, branch_revision: odd }, { requiredKeys: [] }),
    fields: fc.dictionary(field, odd),
    collection: fc.constantFrom('bills', 'incomes', 'allocations', 'goals', 'pots'),
    row: nearRow,
    id: odd,
    edits: fc.array(anything, { maxLength: 3 }),
    position: odd,
    delta_cents: odd,
    pots: fc.array(fc.record({ target: odd, delta_cents: odd }), { maxLength: 2 }),
  }),
  fc.record(
    {
      from: fc.oneof(fc.constant(row), odd),
      choices: fc.oneof(fc.dictionary(field, fc.oneof(fc.constantFrom('mine', 'theirs'), odd), { maxKeys: 3 }), odd),
      from_revision: odd,
    },
    { requiredKeys: ['from'] },
  ),
)

test('bodies of any shape are answered with problems or taken, never with a 500', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...writes), fc.oneof(anything, near, near), async (route, body) => {
      expectSane(
        await app.ask(pathOf(route.path), {
          method: route.method,
          by: person,
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
        { route: `${route.method} ${route.path}`, body },
      )
    }),
    { numRuns: 1_500 },
  )
  await expectSound()
}, 300_000)

test('an id that is anything but a text is a problem of its own', async () => {
  for (const odd of [[{ toString: null }], { toString: null }, 5, [], { toLowerCase: 1 }]) {
    const asRow = await app.ask(pathOf('/:id/bills/:rowId'), {
      method: 'PUT',
      by: person,
      body: { id: odd, name: 'Rent', amount_cents: 1 },
    })
    const inList = await app.ask(pathOf('/:id'), {
      method: 'PUT',
      by: person,
      body: { bills: [{ id: odd, name: 'Rent', amount_cents: 1 }], allocations: [] },
    })
    expect([asRow.status, asRow.json.problems[0].path, inList.status, inList.json.problems[0].path]).toEqual([
      422,
      '/id',
      422,
      '/bills/0/id',
    ])
  }
})

test('texts that are no JSON, or barely, are answered with problems or taken', async () => {
  const texts = [
    '',
    'null',
    '0',
    '"text"',
    '[]',
    '[[[[',
    '{"a":1',
    '{"__proto__":{"name":"x"}}',
    '{"name":"\\u0000"}',
    '{"name":"\\ud800"}',
    '{"name":1e400}',
    `{"name":${'1'.repeat(5_000)}}`,
    '['.repeat(500_000),
    `${'['.repeat(300_000)}${']'.repeat(300_000)}`,
    `{"name":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
    '\ufeff{}',
    `{"bills":[${'{},'.repeat(100_000)}{}],"allocations":[]}`,
    `{"type":"batch","edits":[${'{},'.repeat(100_000)}{}]}`,
    `{"${'k'.repeat(100_000)}":1}`,
  ]
  for (const route of writes) {
    for (const body of texts)
      expectSane(
        await app.ask(pathOf(route.path), { method: route.method, by: person, body, headers: { 'content-type': 'application/json' } }),
        { route: `${route.method} ${route.path}`, body: body.slice(0, 40) },
      )
    const bytes = fc.sample(fc.uint8Array({ maxLength: 200 }), 20)
    for (const body of bytes)
      expectSane(
        await app.ask(pathOf(route.path), { method: route.method, by: person, body, headers: { 'content-type': 'application/json' } }),
        { route, body },
      )
  }
  await expectSound()
}, 300_000)

test('paths and headers of any kind are answered', async () => {
  const segment = fc.oneof(
    fc.constantFrom(
      id,
      id.toUpperCase(),
      row,
      'deleted',
      'bills',
      'incomes',
      'allocations',
      'goals',
      'revisions',
      'edits',
      'restore',
      'duplicate',
      'branch',
      'merge',
      'merge-preview',
      `merge-preview?from=${row}`,
      'merge-preview?from=%00',
      '?from=',
      '1',
      '0',
      '-1',
      '1e3',
      '99999999999999999999',
      '',
      '.',
      '..',
      '%',
      '%00',
      '%2e%2e',
      '%2F',
      '%ff',
      '%ud800',
      '*',
      ':id',
      'null',
      "'",
      'ü',
    ),
    fc.webSegment(),
  )
  const header = fc.record({
    name: fc.constantFrom(
      'if-match',
      'if-none-match',
      'content-type',
      'accept',
      'authorization',
      'cookie',
      'x-forwarded-for',
      'content-encoding',
      'range',
      'expect',
      'transfer-encoding',
      'content-length',
    ),
    value: fc.oneof(
      fc.constantFrom(
        '*',
        '"',
        '"1"',
        'W/"1"',
        '"1","2"',
        ',,,',
        '1',
        `"${'1'.repeat(400)}"`,
        'Bearer',
        'Bearer pnp_',
        'application/json',
        'x=y; x=y',
        'pynance.session_token=a.b',
        'pynance.session_token=%',
        'gzip',
        'bytes=0-1',
      ),
      fc.stringMatching(/^[\x20-\x7e]{0,60}$/),
    ),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND'),
      fc.array(segment, { maxLength: 5 }),
      fc.array(header, { maxLength: 3 }),
      fc.boolean(),
      async (method, segments, headers, signedIn) => {
        const path = `${planningPath}${segments.map((each) => `/${each}`).join('')}`
        const reply = await app.ask(path, {
          method,
          by: signedIn ? person : undefined,
          headers: Object.fromEntries(headers.map(({ name, value }) => [name, value.trim()])),
          ...(['GET', 'HEAD'].includes(method) ? {} : { body: '{"bills":[],"allocations":[]}' }),
        })
        expect({ method, path, headers, sane: reply.status < 500 }).toEqual({ method, path, headers, sane: true })
      },
    ),
    { numRuns: 1_500 },
  )
  await expectSound()
}, 300_000)

test('the largest scenario there may be is stored and read in full', async () => {
  const dates = Array.from({ length: 2_000 }, (_, nth) => new Date(Date.UTC(2026, 0, 1) + nth * 86_400_000).toISOString().slice(0, 10))
  const long = {
    due_date: '2026-01-01',
    schedule: { every: 1, unit: 'day', count: 2_000 },
    exceptions: Object.fromEntries(
      dates.map((date) => [date, { skipped: true, moved_to: date, amount_cents: 900_000_000_000_000, rest: 'dropped' }]),
    ),
  }
  const bills = Array.from({ length: 2_000 }, (_, nth) => ({
    id: newId(),
    name: `${nth} ${'é'.repeat(110)}`,
    amount_cents: 900_000_000_000_000,
    due_date: '9999-12-31',
    category: 'ü'.repeat(60),
    predicted: true,
    ...(nth < 1 && long),
  }))
  const incomes = Array.from({ length: 200 }, (_, nth) => ({ name: `${nth} ${'é'.repeat(110)}`, amount_cents: 900_000_000_000_000 }))
  const allocations = Array.from({ length: 200 }, (_, nth) => ({
    target: `savings:${nth}${'ß'.repeat(140)}`,
    kind: 'fixed',
    value: 900_000_000_000_000,
  }))
  const goals = Array.from({ length: 100 }, (_, nth) => ({ name: `${nth} ${'é'.repeat(110)}`, target_cents: 900_000_000_000_000 }))
  const opening_pots = Array.from({ length: 400 }, (_, nth) => ({
    target: `savings:${nth}${'ß'.repeat(140)}`,
    amount_cents: 900_000_000_000_000,
  }))
  const put = await app.ask(`${planningPath}/${id}`, {
    method: 'PUT',
    by: person,
    body: { bills, incomes, allocations, goals, opening_pots },
  })
  expect(put.json).toMatchObject({ ok: true })
  const stored = await app.ask(`${planningPath}/${id}`, { by: person })
  expect(stored.json).toMatchObject({ bills, incomes, allocations, goals, opening_pots })
  const branch = (await app.ask(`${planningPath}/${id}/branch`, { method: 'POST', by: person, body: {} })).json.id
  expect((await app.ask(`${planningPath}/${branch}`, { by: person })).json).toMatchObject({
    bills,
    incomes,
    allocations,
    goals,
    opening_pots,
  })
})

test('a bug inside is logged without what was sent, and told without what is inside', async () => {
  const broken = await planningApp({ isBroken: true })
  const someone = await broken.person()
  await asOwner(broken, 'alter table planned_bills rename column name to called')
  const made = await broken.ask(planningPath, {
    method: 'POST',
    by: someone,
    body: { name: 'Secret', bills: [{ name: 'Rent', amount_cents: 5 }] },
  })
  expect([made.status, made.headers.get('content-type'), made.headers.has('content-security-policy')]).toEqual([
    500,
    'application/problem+json',
    true,
  ])
  expect(made.text).not.toMatch(/Rent|column|planned_bills/)
  const line = broken.logged.find((each) => each.includes('A request failed by a bug'))!
  expect(JSON.parse(line)).toMatchObject({ request_id: made.headers.get('x-request-id'), route: '/api/planning', error: { code: '42703' } })
  expect(line).not.toMatch(/Rent|Secret/)
  await broken.close()
})

test('a database that goes away in the middle is told as that, and the next request is served', async () => {
  const { pool } = app.fresh.database
  const holder = new pg.Client({ connectionString: app.fresh.url })
  await holder.connect()
  await holder.query('begin')
  await holder.query('select from planning_scenarios where id = $1 for update', [id])
  const waiting = app.ask(`${planningPath}/${id}`, { method: 'PATCH', by: person, body: { planning_balance_cents: 1 } })
  await asOwner(
    app,
    `do $$ declare victim int; begin
    loop
      select pid into victim from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock';
      exit when victim is not null;
      perform pg_sleep(0.02), pg_stat_clear_snapshot();
    end loop;
    perform pg_terminate_backend(victim);
  end $$`,
  )
  const reply = await waiting
  await holder.end()
  expect([reply.status, reply.headers.get('retry-after'), reply.json.problems[0].code]).toEqual([503, '2', 'storage_is_not_available'])
  expect((await app.ask(`${planningPath}/${id}`, { by: person })).json.planning_balance_cents).toBe(0)
  expect(pool.totalCount).toBeGreaterThan(0)
})

async function asOwner({ fresh }: PlanningApp, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: fresh.url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
