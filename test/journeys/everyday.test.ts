/** Everyday spending: asked for once, found at the bank, and a month of it, also on a device that has seen no file of the bank. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { household, ofx, statementOf, type Statement } from './bankFiles.ts'
import { withPlan } from './bringPlan.ts'
import { openApp, type OpenApp, type PersonOptions } from './browser.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const question = (page: Page) => page.getByLabel('About how much leaves in a week for groceries, fuel, eating out?')
const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'saved' }).first().waitFor()
const textOf = async (page: Page, selector: string): Promise<string[]> => (await page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
const begin = async (page: Page): Promise<void> => {
  await page.getByLabel('How much is on your account today?').fill('2400')
  await page.getByRole('button', { name: 'Start planning' }).click()
  await question(page).waitFor()
}

test('it is asked for in one question on the first visit; the lowest point says that it counts it, and undo takes it back', async () => {
  const { page, close } = await app.newPerson(phone)
  await begin(page)
  await question(page).fill('85')
  await page.getByRole('button', { name: 'Count it' }).tap()
  await page.getByText('It counts $85.00 a week of everyday spending.').waitFor()
  expect(await question(page).count()).toBe(0)
  await page.getByRole('heading', { name: /^Everyday spending, / }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().tap()
  await question(page).waitFor()
  await close()
})

test('put off, it is never asked again, of another plan neither', async () => {
  const { page, close } = await app.newPerson()
  await begin(page)
  await page.getByRole('button', { name: 'Not now' }).click()
  await question(page).waitFor({ state: 'detached' })
  await page.reload()
  await page.getByText('and nothing is planned yet').waitFor()
  await page.getByRole('heading', { name: 'Goals' }).waitFor()
  expect(await question(page).count()).toBe(0)
  await close()
})

/** Five weeks at a grocer's and a café, which is what the least estimate takes. */
const fiveWeeks = (): Statement => {
  const week = (nth: number) => [`2030-08-${String(3 + 7 * nth).padStart(2, '0')}`, `2030-08-${String(5 + 7 * nth).padStart(2, '0')}`] as const
  const bookings = [0, 1, 2, 3].flatMap((nth) => [
    { date: week(nth)[0], cents: -8_400, payee: 'Green Grocer' },
    { date: week(nth)[1], cents: -2_100 - nth, payee: 'Corner Cafe' },
  ])
  return { bookings: [...bookings, { date: '2030-08-31', cents: -1_000, payee: 'Kiosk' }], balance_cents: 150_000, last_day: '2030-08-31' }
}

test('the first file of the bank proposes it by kind, and one press takes what was said in one sum over', async () => {
  const { page, close } = await withPlan(app, { ...household.plan, bills: [{ id: 'b0000000-0000-4000-8000-000000000009', name: 'Everyday spending', amount_cents: 8_500, due_date: '2030-08-31', schedule: { every: 1, unit: 'week' }, spread: true }] as never }, '/settings')
  await page.clock.setFixedTime(new Date('2030-09-01T12:00:00-04:00'))
  await page.goto(`${app.url}/import`)
  await page.locator('#bank-files').setInputFiles(ofx(fiveWeeks()))
  await page.getByRole('button', { name: 'Use this file' }).click()
  const found = page.getByRole('region', { name: 'Everyday spending' })
  await found.getByText('You count $85.00 a week for all of it.').waitFor()
  expect(await found.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(['Groceries', 'Eating out'])
  await found.getByRole('button', { name: 'Plan all of it' }).click()
  await found.getByText('In your plan.').first().waitFor()
  await page.goto(`${app.url}/bills`)
  await page.locator('tr[data-row]', { hasText: 'Groceries' }).getByText('day by day').waitFor()
  expect(await page.locator('tr[data-row]', { hasText: 'Everyday spending' }).count()).toBe(0)
  await close()
})

const withGroceries = { ...household.plan, bills: [...household.plan.bills, { id: 'b0000000-0000-4000-8000-000000000009', name: 'Groceries', amount_cents: 2_100, due_date: '2030-09-02', schedule: { every: 1, unit: 'week' }, spread: true }] as never }

describe.each([['on this device', phone], ['on the server', { ...phone, account: true }]])('a month of it, %s', (_mode, options: PersonOptions) => {
  test('says what was planned, spent and left, and each figure what it is made of', async () => {
    const { page, email, password, close } = await withPlan(app, withGroceries, '/settings', options)
    await page.clock.setFixedTime(new Date('2030-09-21T12:00:00-04:00'))
    await page.goto(`${app.url}/`)
    // Three a day from the 2nd on; nothing is known of what was spent.
    await page.getByText('No file of your bank has said what was spent').waitFor()
    expect(await textOf(page, '.everyday-table .figure')).toEqual(['$87.00', '$57.00', '$30.00'])
    await page.goto(`${app.url}/import`)
    await page.locator('#bank-files').setInputFiles(ofx(statementOf('2030-09')))
    await page.getByRole('button', { name: 'Use this file' }).click()
    await page.getByText('3 of 5 payments came as planned.').waitFor()
    await saved(page)
    const look = async (on: Page): Promise<void> => {
      await on.goto(`${app.url}/`)
      // 48.50 of the week's 21 are spent on the 20th, nothing of the two weeks before; left are eight days from the 23rd.
      await on.getByRole('button', { name: 'Groceries, spent: $48.50' }).waitFor()
      expect(await textOf(on, '.everyday-table .figure')).toEqual(['$87.00', '$48.50', '$24.00'])
      await on.getByText('$14.50 was left over and is not carried on.').waitFor()
      await on.getByText('All of it is spent until Sep 22. It counts again from Sep 23.').waitFor()
      await on.getByRole('button', { name: 'Groceries, left: $24.00' }).tap()
      expect(await textOf(on, '[role="dialog"] tr')).toEqual(['Sep 23 to Sep 29 $21.00', 'Sep 30 $3.00', 'Together $24.00'])
      expect(await on.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    }
    await look(page)
    if (options.account) {
      // Another device has seen no file, and no transaction was sent: it knows the same.
      const other = await app.newPerson(phone)
      await other.context.request.post(`${app.url}/api/auth/sign-in/email`, { data: { email, password }, headers: { origin: app.url } })
      await other.context.addInitScript(() => localStorage.setItem('pyNance:mode', 'api'))
      await other.page.clock.setFixedTime(new Date('2030-09-21T12:00:00-04:00'))
      await look(other.page)
      await other.page.goto(`${app.url}/bills`)
      await other.page.locator('tr[data-row]', { hasText: 'Rent' }).locator('[data-cell="due_date"]').tap()
      const lately = other.page.getByRole('table', { name: 'What was paid lately' })
      await lately.waitFor()
      expect((await lately.locator('tbody tr').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual(['Sep 3 $950.00 $950.00'])
      await other.close()
    }
    await close()
  })
})
