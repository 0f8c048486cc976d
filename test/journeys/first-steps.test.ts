/** Who comes to the program without a plan, in every state, finds the next step as a button. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword } from '../server/authApp.ts'
import { openApp, type OpenApp } from './browser.ts'
import { addBill, billRow, says, startPlan } from './planSteps.ts'

let app: OpenApp
let closed: OpenApp
beforeAll(async () => {
  app = await openApp({ serviceWorkers: 'allow' })
  closed = await openApp({ settings: { sign_up: 'closed' } })
})
afterAll(async () => {
  await app.close()
  await closed.close()
})

const buttons = (page: Page): Promise<string[]> => page.locator('main').getByRole('button').allInnerTexts()

async function fillIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(goodPassword)
}

test('a second device signs in from its first screen and has the plans of the first', async () => {
  const first = await app.newPerson({ account: true })
  await startPlan(first.page)
  await addBill(first.page, 'Rent', '900')
  await says(first.page, 'saved · on the server')
  const { page, close } = await app.newPerson()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await fillIn(page, first.email)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('region', { name: 'Summary' }).waitFor()
  await page.goto(`${app.url}/bills`)
  await billRow(page, 'Rent').waitFor()
  await close()
  await first.close()
})

test('who signs up with plans on the device brings them along right there, or later from the menu', async () => {
  const { page, email, close } = await app.newPerson()
  await startPlan(page)
  await addBill(page, 'Rent', '900')
  await says(page, 'saved · on this device')
  await page.goto(`${app.url}/settings`)
  await page.getByLabel('On the server').click()
  await page.getByRole('button', { name: 'Make an account instead' }).click()
  await fillIn(page, email)
  await page.getByRole('button', { name: 'Make the account' }).click()
  const panel = page.getByRole('region', { name: 'Plans of this device' })
  await panel.getByText('One plan is on this device, outside your account.').waitFor()
  await panel.getByRole('button', { name: 'Later' }).click()
  await page.goto(app.url)
  await page.getByLabel('How much is on your account today?').waitFor()
  expect(await panel.count()).toBe(0)
  await page.getByRole('button', { name: 'Plans', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Plans of this device…' }).click()
  await panel.getByRole('button', { name: 'Bring it along' }).click()
  await panel.getByText('One plan is there now').waitFor()
  await panel.getByRole('button', { name: 'Done' }).click()
  await panel.getByRole('button', { name: 'Take it off this device' }).click()
  await page.getByText('One plan is off this device now').waitFor()
  await page.getByRole('region', { name: 'Summary' }).waitFor()
  await page.goto(`${app.url}/bills`)
  await billRow(page, 'Rent').waitFor()
  await says(page, 'saved · on the server')
  await close()
})

test('where nobody can sign up only signing in is offered, and without a server neither is', async () => {
  const { page, close } = await closed.newPerson()
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  expect(await buttons(page)).toEqual(['Start planning', 'Look around with a sample plan', 'Sign in'])
  await page.route('**/api/settings', (route) => route.abort())
  await page.reload()
  await page.getByLabel('How much is on your account today?').waitFor()
  await page.waitForTimeout(300)
  expect(await buttons(page)).toEqual(['Start planning', 'Look around with a sample plan'])
  await close()
})

test('nobody is signed in, or the server is not there: sign in, try again, or go on without an account', async () => {
  const { page, context, close } = await app.newPerson({ account: true })
  await page.evaluate(() => navigator.serviceWorker.ready)
  await context.clearCookies()
  await page.reload()
  await page.getByRole('heading', { name: 'Your plans are on the server' }).waitFor()
  await expect.poll(() => buttons(page)).toEqual(['Show', 'Sign in', 'Make an account instead', 'Start on this device'])
  await context.setOffline(true)
  await page.reload()
  await page.getByRole('heading', { name: "Your plans can't be reached just now" }).waitFor()
  expect(await buttons(page)).toEqual(['Try again', 'Start on this device'])
  await page.getByRole('button', { name: 'Start on this device' }).click()
  await page.getByLabel('How much is on your account today?').waitFor()
  await close()
})
