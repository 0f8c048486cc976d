/** A plan that has accounts beside the main one, made by the API, opens on every page that works its days out. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountsPlan } from './accountsPlan.ts'
import { withPlan, type GivenPlan } from './bringPlan.ts'
import { openApp, type OpenApp } from './browser.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const monthly = { every: 1, unit: 'month' }
const ids = ['1', '2', '3'].map((end) => `a0000000-0000-4000-8000-00000000000${end}`)

test('what is charged to a card leaves the main account when the card is paid', async () => {
  const plan: GivenPlan & Record<string, unknown> = {
    name: 'Household',
    planning_balance_cents: 100_000,
    start_date: '2031-03-01',
    currency_code: 'USD',
    incomes: [],
    allocations: [],
    accounts: [
      {
        id: ids[0],
        name: 'Visa',
        kind: 'card',
        balance_cents: 0,
        card: {
          closing_day: 10,
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
    bills: [{ id: ids[1], name: 'Laptop', amount_cents: 90_000, due_date: '2031-03-05', account_id: ids[0] }],
  }
  const { page, close } = await withPlan(app, plan, '/', { account: true })
  await page.getByRole('region', { name: 'Summary' }).getByText('$100.00').first().waitFor()
  for (const place of ['calendar', 'compare', 'bills']) {
    await page.goto(`${app.url}/${place}`)
    await page.getByRole('main').getByRole('heading').first().waitFor()
    expect(await page.getByText("can't be shown").count(), place).toBe(0)
  }
  await close()
})

test('a bill that pays a card beside the card itself is told, and goes by a press', async () => {
  const twice = {
    ...accountsPlan,
    bills: [
      ...accountsPlan.bills,
      { id: ids[0], name: 'Visa card payment', amount_cents: 31_127, due_date: '2031-01-07', schedule: monthly },
    ],
  }
  const { page, close } = await withPlan(app, twice, '/')
  const told = page.getByText('“Visa card payment” looks like the payment of Visa, which the plan makes by itself: both leave.')
  await told.waitFor()
  await page.getByRole('button', { name: 'Take “Visa card payment” out' }).click()
  await told.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await told.waitFor()
  await close()
})
