/** Who is in the database: the people whose plans are asked for, and a crowd of others around them. */
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { newTarget, planBody, type Target } from './plan.ts'

/** People with a session each; their cookies are signed as our app signs them. */
export async function addPeople(url: string, authSecret: string, count: number, billsOfEach?: number): Promise<Target[]> {
  const people = Array.from({ length: count }, () => ({ id: randomUUID(), token: randomBytes(24).toString('hex') }))
  await asOwner(url, async (client) => {
    const ids = people.map((person) => person.id)
    await client.query(`insert into "user" (id, name, email) select id, '', id || '@example.org' from unnest($1::text[]) as id`, [ids])
    await client.query(
      `insert into session (id, "userId", token, "expiresAt") select gen_random_uuid(), id, token, now() + interval '1 day' from unnest($1::text[], $2::text[]) as given (id, token)`,
      [ids, people.map(({ token }) => createHash('sha256').update(token).digest('hex'))],
    )
  })
  return people.map(({ token }) => {
    const signature = createHmac('sha256', authSecret).update(token).digest('base64')
    return newTarget(`pynance.session_token=${encodeURIComponent(`${token}.${signature}`)}`, billsOfEach)
  })
}

/** Makes each person's plan through our app, as a client would. */
export async function createPlans(address: string, targets: readonly Target[]): Promise<void> {
  for (const target of targets) {
    const { scenario_id, cookie } = target
    const answer = await fetch(`${address}/api/planning`, {
      method: 'POST',
      headers: { cookie, origin: address, 'content-type': 'application/json' },
      body: JSON.stringify({
        id: scenario_id,
        name: 'Plan',
        planning_balance_cents: 1_000_000,
        start_date: '2026-07-01',
        ...planBody(target, 0),
      }),
    })
    if (answer.status !== 201) throw new Error(`Our app answered ${answer.status} to a new plan: ${await answer.text()}`)
  }
}

const crowdSize = 10_000
const scenariosEach = 10
const crowdBills = 20
const crowdIncomes = 2
const crowdAllocations = 4

/** 100,000 scenarios of other people, with bills, incomes, allocations, a goal and a revision each; past the triggers, which have nothing to find. */
export async function addCrowd(url: string): Promise<{ scenarios: number; bills: number }> {
  const scenarios = crowdSize * scenariosEach
  await asOwner(url, async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(
      `insert into "user" (id, name, email) select 'crowd-' || n, '', 'crowd-' || n || '@example.org' from generate_series(1, ${crowdSize}) as n`,
    )
    await client.query(`
      insert into planning_scenarios (user_id, id, name, start_date)
      select 'crowd-' || 1 + n % ${crowdSize}, gen_random_uuid(), 'Plan ' || n, '2026-07-01' from generate_series(1, ${scenarios}) as n`)
    await client.query(`
      insert into planned_bills (user_id, scenario_id, id, position, name, amount_cents, due_date, category)
      select user_id, planning_scenarios.id, gen_random_uuid(), n, 'Bill number ' || n, 1000 + 137 * n, date '2026-07-01' + n * 7, 'Home'
      from planning_scenarios, generate_series(0, ${crowdBills - 1}) as n where user_id like 'crowd-%'`)
    await client.query(`
      insert into planned_incomes (user_id, scenario_id, id, position, name, amount_cents, due_date, schedule)
      select user_id, planning_scenarios.id, gen_random_uuid(), n, 'Income number ' || n, 200000, date '2026-07-01' + n * 7, '{"every":1,"unit":"month"}'
      from planning_scenarios, generate_series(0, ${crowdIncomes - 1}) as n where user_id like 'crowd-%'`)
    await client.query(`
      insert into scenario_goals (user_id, scenario_id, id, position, name, target_cents)
      select user_id, id, gen_random_uuid(), 0, 'Holiday', 500000 from planning_scenarios where user_id like 'crowd-%'`)
    await client.query(`
      insert into scenario_allocations (user_id, scenario_id, id, position, target, kind, value)
      select user_id, planning_scenarios.id, gen_random_uuid(), n, 'savings:Fund ' || n, 'percent', 10
      from planning_scenarios, generate_series(0, ${crowdAllocations - 1}) as n where user_id like 'crowd-%'`)
    await client.query(`
      insert into planning_revisions (user_id, scenario_id, revision, state, bytes)
      select user_id, scenario_id, 1, state, octet_length(state) from (
        select user_id, scenario_id, json_build_object('bills', json_agg(planned_bills))::text as state from planned_bills where user_id like 'crowd-%' group by user_id, scenario_id
      ) as given`)
  })
  return { scenarios, bills: scenarios * crowdBills }
}

/** What autovacuum would do some time later, now. */
export const tidyTables = (url: string): Promise<void> =>
  asOwner(url, async (client) => {
    await client.query('vacuum analyze')
    await client.query('checkpoint')
  })

export async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
