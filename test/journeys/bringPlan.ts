/** A person with a plan of their own, brought as people bring one: by the API on the server, by a file on the device. */
import type { BrowserContext } from 'playwright-core'
import { expect } from 'vitest'
import type { JourneyPerson, OpenApp, PersonOptions } from './browser.ts'

export interface GivenPlan {
  name: string
  planning_balance_cents: number
  start_date: string
  currency_code: string
  floor_cents?: number
  bills: object[]
  incomes: object[]
  allocations: object[]
  goals?: object[]
  accounts?: object[]
  transfers?: object[]
}

const times = { created_at: '2031-01-01T00:00:00.000Z', updated_at: '2031-01-01T00:00:00.000Z' }
/** What rows of later versions have where a plan says nothing of it: files hold them whole. */
const dated = {
  due_date: null,
  category: null,
  predicted: false,
  schedule: null,
  amount_low_cents: null,
  amount_high_cents: null,
  exceptions: {},
  changes: [],
  evidence: null,
}
const accountsOf = ({ accounts = [], transfers = [] }: GivenPlan) => ({
  accounts: accounts.map((row): object => ({ floor_cents: null, interest: null, card: null, exceptions: {}, ...row })),
  transfers: transfers.map((row): object => ({ ...dated, from_account_id: null, to_account_id: null, ...row })),
})
export const plan_id = 'a0000000-0000-4000-8000-000000000009'

/** What a browser holds once a plan was brought from a file: worked out once for each plan, and given to further people. */
const brought = new Map<string, Promise<Held>>()
type Held = Awaited<ReturnType<BrowserContext['storageState']>>

/** The person, with the plan open at a place of the program. `made_at`: since when a plan on the device has been as it is. */
export async function withPlan(
  app: OpenApp,
  plan: GivenPlan,
  place: string,
  { made_at = times.created_at, ...options }: PersonOptions & { made_at?: string } = {},
): Promise<JourneyPerson> {
  const person = options.account ? await app.newPerson({ ...options, place: null }) : await onDevice(app, plan, made_at, options)
  const { page, context } = person
  if (options.account) {
    const made = await context.request.post(`${app.url}/api/planning`, { data: { ...plan, id: plan_id }, headers: { origin: app.url } })
    expect(made.status()).toBe(201)
  }
  await page.goto(app.url + place)
  await page
    .getByTitle(/^Plans:/)
    .filter({ hasText: plan.name })
    .waitFor()
  return person
}

async function onDevice(app: OpenApp, plan: GivenPlan, made_at: string, options: PersonOptions): Promise<JourneyPerson> {
  const key = JSON.stringify([app.url, plan, made_at])
  const held = brought.get(key) ?? bringByFile(app, plan, made_at)
  brought.set(key, held)
  return app.newPerson({ ...options, storageState: await held, place: null })
}

async function bringByFile(app: OpenApp, plan: GivenPlan, made_at: string): Promise<Held> {
  const { page, context, close } = await app.newPerson({ place: '/settings' })
  const placed = (rows: object[]): object[] => rows.map((row, position) => ({ ...row, ...times, position }))
  const scenario = {
    ...plan,
    created_at: made_at,
    updated_at: made_at,
    id: plan_id,
    revision: 1,
    bills: placed(plan.bills),
    incomes: placed(plan.incomes),
    allocations: placed(plan.allocations),
    goals: placed(plan.goals ?? []),
    accounts: placed(accountsOf(plan).accounts),
    transfers: placed(accountsOf(plan).transfers),
  }
  await page.getByLabel('Import a file').setInputFiles({
    name: 'plans.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ format: 'pynance-planning', version: 2, exported_at: times.created_at, scenarios: [scenario] })),
  })
  await page.locator('button', { hasText: /^Import$/ }).click()
  await page.getByText('One plan is there now.').waitFor()
  const held = await context.storageState({ indexedDB: true })
  await close()
  return held
}
