/** What lies ahead, over HTTP: projections, plans side by side, files for other programs, calendar addresses. */
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planningPath } from '../../server/planning/routes.ts'
import { planningApp, type Person, type PlanningApp } from './planningApp.ts'

let app: PlanningApp
let owner: Person
let other: Person
const id = newId()
const [rent, salary] = [newId(), newId()]

beforeAll(async () => {
  app = await planningApp()
  owner = await app.person()
  other = await app.person()
  const made = await app.ask(planningPath, {
    method: 'POST',
    by: owner,
    body: {
      id,
      name: 'Household, 2031',
      planning_balance_cents: 100_000,
      floor_cents: 20_000,
      start_date: '2031-03-01',
      bills: [
        { id: rent, name: '=Rent', amount_cents: 90_000, due_date: '2031-03-03', schedule: { every: 1, unit: 'month' } },
        { name: 'Dentist', amount_cents: 5_000 },
      ],
      incomes: [{ id: salary, name: 'Salary', amount_cents: 150_000, due_date: '2031-03-14', schedule: { every: 2, unit: 'week' } }],
      allocations: [{ target: 'goal:Holiday', kind: 'percent', value: 10, base: 'income' }],
      goals: [{ name: 'Holiday', target_cents: 40_000, target_date: '2031-05-01' }],
    },
  })
  expect(made.status).toBe(201)
})
afterAll(() => app.close())

const get = (path: string, by: Person | undefined = owner) => app.ask(`${planningPath}${path}`, { by })

describe('a projection', () => {
  test('says every figure, by the month unless asked otherwise', async () => {
    const { status, json, headers } = await get(`/${id}/projection?today=2031-03-02&until=2031-05-01`)
    expect(status).toBe(200)
    expect(headers.get('etag')).toBe('"1"')
    expect(json).toMatchObject({
      scenario_id: id,
      today: '2031-03-02',
      start_date: '2031-03-01',
      until: '2031-05-01',
      currency_code: 'USD',
      lowest_point: { date: '2031-03-03', available_cents: 10_000 },
      safe_to_spend_cents: -10_000,
      first_below_floor: { date: '2031-03-03', available_cents: 10_000 },
      next_payday: { date: '2031-03-14', amount_cents: 150_000, income_ids: [salary] },
      due_before_payday: { amount_cents: 90_000, count: 1, everyday_cents: 0, until: '2031-03-14' },
      goals: [{ name: 'Holiday', saved_cents: 0, reached_on: '2031-04-11', saved_by_target_date_cents: 40_000 }],
      undated: { bills: { cents: 5_000, count: 1 }, incomes: { cents: 0, count: 0 } },
      payday_divisions: [
        {
          income_id: salary,
          base_cents: 150_000,
          remaining_cents: 135_000,
          shares: [{ target: 'goal:Holiday', share_cents: 15_000, kept_cents: 15_000 }],
        },
      ],
      days: null,
    })
    expect(
      json.months.map((month: { month: string; in_cents: number; out_cents: number }) => [month.month, month.in_cents, month.out_cents]),
    ).toEqual([
      ['2031-03', 300_000, 90_000],
      ['2031-04', 300_000, 90_000],
    ])
  })

  test('by the day has what is left at each day’s end and what happens', async () => {
    const { json } = await get(`/${id}/projection/?today=2031-03-02&until=2031-03-15&by=day`)
    expect(json.days).toHaveLength(14)
    expect(json.days[2]).toMatchObject({
      date: '2031-03-03',
      available_cents: 10_000,
      total_cents: 10_000,
      events: [
        {
          date: '2031-03-03',
          nominal_date: '2031-03-03',
          kind: 'bill',
          id: rent,
          name: '=Rent',
          amount_cents: 90_000,
          from_pot_cents: 0,
          from_available_cents: 90_000,
        },
      ],
    })
    expect(json.days[2].movements).toEqual([
      {
        date: '2031-03-03',
        kind: 'bill',
        name: '=Rent',
        row: { collection: 'bills', id: rent, nominal_date: '2031-03-03' },
        target: null,
        available_cents: -90_000,
        pot_cents: 0,
        accounts: [],
      },
    ])
    expect(json.days[13]).toMatchObject({ available_cents: 145_000, total_cents: 160_000 })
  })

  test.each([
    ['today=soon', 'date_must_be_a_calendar_day', '/today'],
    ['until=2031-02-30', 'date_must_be_a_calendar_day', '/until'],
    ['until=2031-03-01', 'window_is_not_valid', '/until'],
    ['until=2999-01-01', 'window_is_not_valid', '/until'],
    ['by=hour', 'must_be_one_of', '/by'],
    ['by=day&from=soon', 'date_must_be_a_calendar_day', '/from'],
    ['by=day&until=2031-04-01&from=2031-04-01', 'window_is_not_valid', '/from'],
    ['by=day&until=2060-01-01', 'window_is_not_valid', '/until'],
  ])('that can’t be told (%s) says what would do', async (query, code, path) => {
    const { status, json } = await get(`/${id}/projection?${query}`)
    expect([status, json.problems[0].code, json.problems[0].path]).toEqual([422, code, path])
  })
})

test('by the day as many balances are told as accounts and days make forty thousand', async () => {
  const plan = newId()
  const accounts = Array.from({ length: 99 }, (_, index) => ({ id: newId(), name: `Pot ${index}`, kind: 'savings', balance_cents: index }))
  expect(
    (
      await app.ask(planningPath, {
        method: 'POST',
        by: owner,
        body: { id: plan, name: 'A hundred accounts', start_date: '2031-03-01', accounts },
      })
    ).status,
  ).toBe(201)
  const until = async (date: string) => (await get(`/${plan}/projection?today=2031-03-01&until=${date}&by=day`)).json
  expect((await until('2032-04-04')).days).toHaveLength(400)
  expect((await until('2032-04-05')).problems[0]).toMatchObject({
    code: 'window_is_not_valid',
    path: '/until',
    message: 'By the day a projection is told for 400 days at once. Ask for fewer (“from” and “until” say which), or by the month.',
  })
  expect((await until('2032-04-05&from=2032-04-04')).days).toMatchObject([{ date: '2032-04-04' }])
})

describe('how sure a plan is', () => {
  test('says between which amounts eight times in ten each day ends, and how often the floor is not kept', async () => {
    const { status, json, headers } = await get(`/${id}/ranges?today=2031-03-02&until=2031-03-20&runs=200`)
    expect([status, headers.get('etag')]).toEqual([200, '"1"'])
    expect(json).toMatchObject({
      scenario_id: id,
      from: '2031-03-02',
      until: '2031-03-20',
      runs: 200,
      varying: 0,
      main: { is_certain: true, runs_below_floor: 200, lowest: { low_cents: 10_000, high_cents: 10_000 } },
    })
    const plan = newId()
    const power = {
      name: 'Electricity',
      amount_cents: 9_000,
      amount_low_cents: 7_000,
      amount_high_cents: 14_000,
      due_date: '2031-03-05',
      schedule: { every: 1, unit: 'month' },
    }
    const joint = { id: newId(), name: 'Joint', kind: 'checking', balance_cents: 3_000 }
    await app.ask(planningPath, {
      method: 'POST',
      by: owner,
      body: {
        id: plan,
        name: 'With a range',
        planning_balance_cents: 30_000,
        floor_cents: 18_000,
        safety_days: 20,
        start_date: '2031-03-01',
        bills: [power],
        accounts: [joint],
      },
    })
    const ranges = (await get(`/${plan}/ranges?today=2031-03-01&until=2031-03-11&runs=40`)).json
    expect(ranges).toMatchObject({
      runs: 40,
      seed: 0,
      watched_until: '2031-03-21',
      main: { is_certain: false },
      accounts: [{ name: 'Joint', is_certain: true, days: null, runs_below_floor: null, lowest: { low_cents: 3_000, high_cents: 3_000 } }],
    })
    expect(ranges.main.days[3]).toEqual({ date: '2031-03-04', low_cents: 30_000, middle_cents: 30_000, high_cents: 30_000 })
    const { low_cents, middle_cents, high_cents } = ranges.main.days[4]
    expect([low_cents, middle_cents, high_cents].map((cents: number) => Math.round(cents / 1_000))).toEqual([16, 21, 23])
    // More than 12,000 is paid about once in five times: a normal draw 0.77 beyond the middle.
    expect([8, 9, 10]).toContain(ranges.main.runs_below_floor)
  })
  test('what can’t be asked is refused with its place', async () => {
    const refused = async (query: string): Promise<unknown[]> => {
      const { status, json } = await get(`/${id}/ranges?${query}`)
      return [status, ...json.problems.map(({ code, path }: { code: string; path: string }) => `${code} ${path}`)]
    }
    expect(await refused('runs=0&seed=-1')).toEqual([422, 'value_is_not_valid /runs', 'value_is_not_valid /seed'])
    expect(await refused('runs=4001')).toEqual([422, 'value_is_not_valid /runs'])
    expect(await refused('runs=many')).toEqual([422, 'value_is_not_valid /runs'])
    expect(await refused('until=2031-02-01')).toEqual([422, 'window_is_not_valid /until'])
  })
})

describe('plans side by side', () => {
  test('have their figures, what each differs by, and what differs in them', async () => {
    const branch = newId()
    await app.ask(`${planningPath}/${id}/branch`, { method: 'POST', by: owner, body: { id: branch, name: 'Cheaper flat' } })
    await app.ask(`${planningPath}/${branch}/bills/${rent}`, { method: 'PUT', by: owner, body: { amount_cents: 80_000 } })
    const { status, json } = await get(`/compare?ids=${id},${branch}&today=2031-03-02&until=2031-05-01`)
    expect(status).toBe(200)
    expect(json.plans.map((plan: { name: string }) => plan.name)).toEqual(['Household, 2031', 'Cheaper flat'])
    expect(json.plans[0]).toMatchObject({ standing: 'own', balance_of: null, why: null })
    const lowest = json.figures.find((figure: { figure: string }) => figure.figure === 'lowest_point')
    expect(lowest.values).toEqual([
      { cents: 10_000, total_cents: 10_000, date: '2031-03-03', delta_cents: null, delta_days: null },
      { cents: 20_000, total_cents: 20_000, date: '2031-03-03', delta_cents: 10_000, delta_days: 0 },
    ])
    expect(JSON.stringify(json.differences)).toContain(rent)
  })

  test('are two to four, different and one’s own', async () => {
    const codes = async (ids: string, by = owner) => (await get(`/compare?ids=${ids}`, by)).json.problems?.[0].code
    expect(await codes(id)).toBe('too_many_plans_to_compare')
    expect(await codes(`${id},${id}`)).toBe('too_many_plans_to_compare')
    expect(await codes(Array.from({ length: 5 }, () => newId()).join())).toBe('too_many_plans_to_compare')
    expect(await codes(`${id},${newId()}`)).toBe('not_found')
    expect(await codes(`${id},nonsense`)).toBe('not_found')
    expect((await get(`/compare?ids=${id},${newId()}`, other)).status).toBe(404)
  })
})

describe('a file for other programs', () => {
  test.each([
    ['json', 'application/json', /"format": "pynance-planning"/],
    ['csv', 'text/csv', /2031-03-03,bill,"?'=Rent"?,.*,900\.00/],
    ['ics', 'text/calendar', /BEGIN:VEVENT/],
    ['hledger', 'text/plain', /2031-03-03/],
  ])('as %s', async (format, type, content) => {
    const { status, text, headers } = await get(`/${id}/export?format=${format}&today=2031-03-01`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain(type)
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="Household 2031\./)
    expect(text).toMatch(content)
  })

  test('needs a format that there is', async () => {
    expect((await get(`/${id}/export`)).json.problems[0]).toMatchObject({ code: 'must_be_one_of', path: '/format' })
  })
})

describe('a calendar address', () => {
  test('is read without signing in, with no amounts unless they are wanted, and knows when nothing changed', async () => {
    const made = await app.ask(`${planningPath}/${id}/feed`, { method: 'POST', by: owner, body: {} })
    expect(made.status).toBe(201)
    const read = await app.ask(made.json.path)
    expect([read.status, read.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(read.text).toContain('SUMMARY:=Rent\r\n')
    expect(read.text).not.toContain('900.00')
    expect((await app.ask(made.json.path, { headers: { 'if-none-match': read.headers.get('etag')! } })).status).toBe(304)
    const withAmounts = await app.ask(`${planningPath}/${id}/feed`, { method: 'POST', by: owner, body: { shows_amounts: true } })
    expect((await app.ask(withAmounts.json.path)).text).toContain('SUMMARY:=Rent -900.00 USD')
    const listed = await get(`/${id}/feeds`)
    expect(
      listed.json.map((feed: { shows_amounts: boolean; last_used_at: string | null }) => [feed.shows_amounts, feed.last_used_at !== null]),
    ).toEqual([
      [false, true],
      [true, true],
    ])
    expect(JSON.stringify(listed.json)).not.toContain(made.json.path.split('/').at(-1).slice(0, 43))
  })

  test('is in no log, kept as a hash alone, and in nobody else’s reach', async () => {
    const { json } = await app.ask(`${planningPath}/${id}/feed`, { method: 'POST', by: owner, body: {} })
    await app.ask(json.path)
    const secret = /feeds\/([\w-]{43})\.ics\?lang=en$/.exec(json.path)![1]!
    expect(app.logged.join('\n')).not.toContain(secret)
    const { rows } = await app.fresh.database.pool.query<{ stored: string }>('select calendar_feeds::text as stored from calendar_feeds')
    expect(rows).toEqual([])
    expect((await app.ask(`${planningPath}/${id}/feeds/${json.id}`, { method: 'DELETE', by: other })).status).toBe(404)
    expect((await app.ask(json.path)).status).toBe(200)
  })

  test('ends when it is revoked, and with its plan', async () => {
    const plan = newId()
    await app.ask(planningPath, { method: 'POST', by: owner, body: { id: plan, name: 'For a while' } })
    const [first, second] = [
      await app.ask(`${planningPath}/${plan}/feed`, { method: 'POST', by: owner, body: {} }),
      await app.ask(`${planningPath}/${plan}/feed`, { method: 'POST', by: owner }),
    ]
    expect((await app.ask(first.json.path)).status).toBe(200)
    await app.ask(`${planningPath}/${plan}/feeds/${first.json.id}`, { method: 'DELETE', by: owner })
    expect((await app.ask(first.json.path)).status).toBe(404)
    await app.ask(`${planningPath}/${plan}`, { method: 'DELETE', by: owner })
    expect((await app.ask(second.json.path)).status).toBe(404)
  })

  test.each(['nonsense.ics', `${'a'.repeat(43)}.ics`, 'a'.repeat(43), '.ics', '%00.ics'])(
    'that never was (%s) is not found',
    async (file) => {
      expect((await app.ask(`${planningPath}/feeds/${file}`)).status).toBe(404)
    },
  )

  test('is one of ten at most', async () => {
    const plan = newId()
    await app.ask(planningPath, { method: 'POST', by: owner, body: { id: plan, name: 'Ten' } })
    const made = await Promise.all(
      Array.from({ length: 12 }, () => app.ask(`${planningPath}/${plan}/feed`, { method: 'POST', by: owner, body: {} })),
    )
    expect(made.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 10 }, () => 201), 422, 422])
  })
})
