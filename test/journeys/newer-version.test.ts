/** A tab that was open when the server got a newer version, whose parts have other names. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp, type OpenApp } from './browser.ts'
import { addBill, billNames, billRow, says, startPlan } from './planSteps.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp({ fetchesAhead: true })))
afterAll(() => app.close())

test('says that a newer version is here, in the place of what is gone too, and goes on with everything after a reload', async () => {
  const { page, context, close } = await app.newPerson()
  await startPlan(page)
  await addBill(page, 'Rent', '900')
  await says(page, 'saved')
  await context.route(/\/assets\/CalendarView-/, (route) => route.fulfill({ status: 404, body: '' }))
  await context.route(/\/\?\d+$/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<script type="module" src="/assets/index-newer000.js"></script>' }),
  )
  await page.reload()
  await billRow(page, 'Rent').waitFor()
  await page.getByText('A newer version is here. Reload to go on').waitFor()
  await page.getByRole('link', { name: 'Calendar' }).first().click()
  await page.getByText('This part could not be loaded.').waitFor()
  await context.unrouteAll()
  await page.getByRole('main').getByRole('button', { name: 'Reload' }).click()
  await page.getByText('This part could not be loaded.').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'The month after' }).waitFor()
  await page.goto(`${app.url}/bills`)
  await billRow(page, 'Rent').waitFor()
  expect(await billNames(page)).toEqual(['Rent'])
  await close()
})
