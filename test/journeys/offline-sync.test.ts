/** A connection that goes and comes back, and two people at one browser, in real Chromium before a real server. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword } from '../server/authApp.ts'
import { openApp, type OpenApp } from './browser.ts'
import { addBill, amountOf, billNames, billRow, says, setAmount, startPlan } from './planSteps.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp({ serviceWorkers: 'allow' })))
afterAll(() => app.close())

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(goodPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** The same person in another browser. */
async function elsewhere(email: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const { page, context, close } = await app.newPerson()
  await context.request.post(`${app.url}/api/auth/sign-in/email`, { data: { email, password: goodPassword }, headers: { origin: app.url } })
  await page.evaluate(() => localStorage.setItem('pyNance:mode', 'api'))
  await page.goto(`${app.url}/bills`)
  return { page, close }
}

test('edits made without a connection are kept over a reload, sent when it is back, and there in another browser', async () => {
  const { page, context, email, close } = await app.newPerson({ account: true })
  await startPlan(page)
  await addBill(page, 'Rent', '900')
  await says(page, 'saved · on the server')
  // The app itself comes from the service worker by then, as it does for someone on a train.
  await page.evaluate(() => navigator.serviceWorker.ready)
  await context.setOffline(true)
  await setAmount(page, 'Rent', '950')
  await addBill(page, 'Phone', '20')
  await says(page, '2 edits waiting')
  await page.reload()
  await billRow(page, 'Phone').waitFor()
  expect(await amountOf(page, 'Rent').innerText()).toBe('$950.00')
  await says(page, '2 edits waiting')
  await context.setOffline(false)
  await says(page, 'saved · on the server')

  const other = await elsewhere(email)
  await billRow(other.page, 'Phone').waitFor()
  expect(await amountOf(other.page, 'Rent').innerText()).toBe('$950.00')
  await other.close()
  await close()
})

test('what one browser changes stands in the other, which is open beside it and is not touched', async () => {
  const { page, email, close } = await app.newPerson({ account: true })
  await startPlan(page)
  await addBill(page, 'Rent', '900')
  await says(page, 'saved')
  const other = await elsewhere(email)
  await billRow(other.page, 'Rent').waitFor()
  await setAmount(page, 'Rent', '950')
  await amountOf(other.page, 'Rent').filter({ hasText: '$950.00' }).waitFor()
  await addBill(other.page, 'Phone', '20')
  await billRow(page, 'Phone').waitFor()
  await other.close()
  await close()
})

test('what two browsers changed without conflicting merges; where they conflict the person is asked', async () => {
  const { page, context, email, close } = await app.newPerson({ account: true })
  await startPlan(page)
  await addBill(page, 'Rent', '900')
  await addBill(page, 'Phone', '20')
  await says(page, 'saved')
  const other = await elsewhere(email)
  await billRow(other.page, 'Phone').waitFor()

  await context.setOffline(true)
  await setAmount(page, 'Rent', '950')
  await says(page, '1 edit waiting')
  await setAmount(other.page, 'Phone', '25')
  await says(other.page, 'saved')
  await context.setOffline(false)
  await says(page, 'saved')
  expect(await amountOf(page, 'Rent').innerText()).toBe('$950.00')
  expect(await amountOf(page, 'Phone').innerText()).toBe('$25.00')

  await context.setOffline(true)
  await setAmount(page, 'Phone', '30')
  await says(page, '1 edit waiting')
  await setAmount(other.page, 'Phone', '40')
  await says(other.page, 'saved')
  await context.setOffline(false)
  const dialog = page.getByRole('dialog', { name: /was changed elsewhere too/ })
  await dialog.getByText('$40.00').waitFor()
  await dialog.getByText('$30.00').waitFor()
  await dialog.getByRole('button', { name: 'All as here' }).click()
  await dialog.getByRole('button', { name: 'Keep these' }).click()
  await says(page, 'saved')
  expect(await amountOf(page, 'Phone').innerText()).toBe('$30.00')
  await other.page.reload()
  await amountOf(other.page, 'Phone').filter({ hasText: '$30.00' }).waitFor()
  await other.close()
  await close()
})

test('two accounts in one browser: neither sees the other’s plans nor sends the other’s waiting edits', async () => {
  const ana = await app.newPerson({ account: true })
  await startPlan(ana.page)
  await addBill(ana.page, 'Ana’s rent', '900')
  await says(ana.page, 'saved')
  await ana.context.setOffline(true)
  await addBill(ana.page, 'Ana’s secret', '7')
  await says(ana.page, '1 edit waiting')

  // Ana's session ends while her edit waits; Ben signs up in the same browser.
  await ana.context.clearCookies()
  await ana.context.setOffline(false)
  await says(ana.page, 'until you sign in')
  const ben = `ben-${ana.email}`
  await ana.context.request.post(`${app.url}/api/auth/sign-up/email`, {
    data: { email: ben, password: goodPassword, name: ben },
    headers: { origin: app.url },
  })
  await ana.page.goto(app.url)
  await startPlan(ana.page, '10')
  await addBill(ana.page, 'Ben’s rent', '5')
  await says(ana.page, 'saved')
  expect(await billNames(ana.page)).toEqual(['Ben’s rent'])
  expect(await ana.page.getByText('Ana’s').count()).toBe(0)
  const ofBen = await ana.context.request.get(`${app.url}/api/planning/`)
  expect(await ofBen.json()).toHaveLength(1)

  await ana.page.goto(`${app.url}/settings`)
  await ana.page.getByRole('button', { name: 'Sign out' }).click()
  await signIn(ana.page, ana.email)
  await ana.page.getByText('Signed in as').waitFor()
  await ana.page.goto(`${app.url}/bills`)
  await billRow(ana.page, 'Ana’s secret').waitFor()
  await says(ana.page, 'saved')
  expect(await billNames(ana.page)).toEqual(['Ana’s rent', 'Ana’s secret'])
  await ana.close()
})
