/** Accounts on the plan's page: one is added, edited where it stands, moved, deleted and brought back; with the keys alone too. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp, type OpenApp } from './browser.ts'
import { withPlan, type GivenPlan } from './bringPlan.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const start_date = '2031-03-01'
const idOf = (nth: number): string => `a0000000-0000-4000-8000-00000000000${nth}`
const household: GivenPlan = { name: 'Household', planning_balance_cents: 100_000, floor_cents: 20_000, start_date, currency_code: 'USD', incomes: [], allocations: [], bills: [{ id: idOf(1), name: 'Rent', amount_cents: 70_000, due_date: '2031-03-05' }] }
const accounts = (page: Page) => page.getByRole('region', { name: 'Accounts', exact: true })
const names = (page: Page) => accounts(page).getByRole('heading', { level: 3 }).allTextContents()

test('who has no second account sees one button, adds a joint account, and finds it beside the main one', async () => {
  const { page, close } = await withPlan(app, household, '/')
  await page.getByRole('button', { name: 'Add an account' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Joint account')
  await page.getByLabel('Kind').selectOption('checking')
  await page.getByLabel('On it on').fill('350')
  await page.getByLabel('Never below').nth(1).fill('400')
  await page.keyboard.press('Enter')
  await accounts(page).getByText('Falls below its floor of $400.00 on Mar 1, 2031.').waitFor()
  expect(await names(page)).toEqual(['Main account', 'Joint account checking'])
  expect(await accounts(page).getByRole('listitem').allTextContents()).toEqual([
    'Main account$1,000.00lowest $300.00 on Mar 5, 2031',
    'Joint account checking$350.00lowest $350.00 on Mar 1, 2031EditFalls below its floor of $400.00 on Mar 1, 2031.',
  ])
  await close()
})

test('what is owed is written as more than nothing; deleting takes the transfers along, and undo brings all of it back', async () => {
  const plan: GivenPlan = {
    ...household,
    accounts: [{ id: idOf(2), name: 'Visa', kind: 'card', balance_cents: -41_260 }, { id: idOf(3), name: 'Car loan', kind: 'loan', balance_cents: -900_000 }],
    transfers: [{ id: idOf(4), name: 'Car payment', amount_cents: 30_000, due_date: '2031-03-10', schedule: { every: 1, unit: 'month' }, to_account_id: idOf(3) }],
  }
  const { page, close } = await withPlan(app, plan, '/')
  const lowest = page.getByRole('region', { name: 'Summary' })
  await lowest.getByText('-$600.00').first().waitFor()
  await page.getByRole('button', { name: 'Edit Visa' }).click()
  await page.getByLabel('Owed on').fill('500')
  await page.keyboard.press('Enter')
  await accounts(page).getByRole('button', { name: '$500.00' }).first().waitFor()
  await page.getByRole('button', { name: 'Move Car loan up' }).click()
  await expect.poll(() => names(page)).toEqual(['Main account', 'Car loan loan', 'Visa credit card'])
  await page.getByRole('button', { name: 'Delete Car loan' }).click()
  await expect.poll(() => names(page)).toEqual(['Main account', 'Visa credit card'])
  await lowest.getByText('$300.00').first().waitFor()
  await page.getByText(/^Car loan is deleted, with its transfers/).waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect.poll(() => names(page)).toEqual(['Main account', 'Car loan loan', 'Visa credit card'])
  await lowest.getByText('-$600.00').first().waitFor()
  await close()
})
