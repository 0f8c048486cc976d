/** A person sees how sure a plan is: in a sentence and in the picture, on the device and on the server; and hides it. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withPlan, type GivenPlan } from './bringPlan.ts'
import { openApp, type OpenApp } from './browser.ts'
import { places } from './places.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const monthly = { every: 1, unit: 'month' }
const id = (end: number): string => `a0000000-0000-4000-8000-00000000000${end}`
/** $1,500 on 1 March, floor $100; rent of $900 on the 5th, electricity and groceries that vary, $2,000 on the 28th. */
const household: GivenPlan = {
  name: 'Household',
  planning_balance_cents: 150_000,
  floor_cents: 10_000,
  start_date: '2031-03-01',
  currency_code: 'USD',
  allocations: [],
  bills: [
    { id: id(1), name: 'Rent', amount_cents: 90_000, due_date: '2031-03-05', schedule: monthly },
    {
      id: id(2),
      name: 'Electricity',
      amount_cents: 9_000,
      amount_low_cents: 7_000,
      amount_high_cents: 14_000,
      due_date: '2031-03-12',
      schedule: monthly,
    },
    {
      id: id(3),
      name: 'Groceries',
      amount_cents: 12_000,
      amount_low_cents: 9_000,
      amount_high_cents: 16_000,
      due_date: '2031-03-01',
      schedule: { every: 1, unit: 'week' },
      spread: true,
    },
  ],
  incomes: [{ id: id(4), name: 'Salary', amount_cents: 200_000, due_date: '2031-03-28', schedule: monthly }],
}
const sure = (page: Page) => page.locator('.headline-sure')
/** As Node works it out, and Chromium has to. */
const said = 'Eight times in ten the lowest point lies between -$54.58 and $106.29. It falls below $100 about 9 times in 10.'

test.each(places('on this device'))(
  '%s the head says between what the lowest point lies and how often the floor is not kept, and a key hides it for good',
  async (_, options) => {
    const { page, close } = await withPlan(app, household, '/', options)
    await expect.poll(() => sure(page).innerText()).toContain(said)
    await page.locator('.chart-sure').waitFor({ state: 'attached' })
    await page.getByText('Shaded: where the balance lies at the end of a day, eight times in ten.').waitFor()
    const slider = page.getByRole('slider', { name: /day by day/ })
    await slider.press('PageDown')
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/\$[\d,.]+, eight times in ten \$[\d,.]+ to \$[\d,.]+/)
    await page.getByRole('button', { name: 'Hide how sure this is' }).press('Enter')
    await page.locator('.chart-sure').waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('button', { name: 'Show how sure this is' }).waitFor()
    expect(await page.locator('.chart-sure').count()).toBe(0)
    await page.getByRole('button', { name: 'Show how sure this is' }).press('Enter')
    await expect.poll(() => sure(page).innerText()).toContain(said)
    await close()
  },
)

describe('elsewhere', () => {
  test('the band goes with what it was of: undone, the rows that have ranges leave none', async () => {
    const { page, close } = await withPlan(app, { ...household, bills: household.bills.slice(0, 2) }, '/')
    const toPlan = () => page.getByRole('link', { name: 'Plan', exact: true }).first().click()
    await page.locator('.chart-sure').waitFor({ state: 'attached' })
    await page.getByRole('link', { name: 'Bills & income' }).first().click()
    await page.getByRole('button', { name: 'More for Electricity', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Delete', exact: true }).click()
    await toPlan()
    const slider = page.getByRole('slider', { name: /day by day/ })
    await slider.press('PageDown')
    expect(await slider.getAttribute('aria-valuetext')).not.toContain('eight times in ten')
    expect(await page.locator('.chart-sure').count()).toBe(0)
    await page.keyboard.press('Control+z')
    await page.locator('.chart-sure').waitFor({ state: 'attached' })
    await page.keyboard.press('Control+Shift+z')
    await page.locator('.chart-sure').waitFor({ state: 'detached' })
    await close()
  })
  test('a plan whose amounts are certain says nothing of it', async () => {
    const { page, close } = await withPlan(app, { ...household, bills: household.bills.slice(0, 1) }, '/')
    await page.getByRole('slider', { name: /day by day/ }).waitFor()
    expect(await sure(page).count()).toBe(0)
    await close()
  })
  test('in German, on a phone and on paper it is there, and nothing is wider than the page', async () => {
    const { page, close } = await withPlan(app, household, '/', {
      locale: 'de-DE',
      viewport: { width: 320, height: 700 },
      colorScheme: 'dark',
      account: true,
    })
    await expect
      .poll(() => sure(page).innerText(), { timeout: 60_000 })
      .toMatch(
        /In acht von zehn Fällen liegt der tiefste Stand zwischen .* und .*\. Unter 100\u00A0\$ fällt er in etwa \d+ von \d+ Fällen\./,
      )
    await page.locator('.chart-sure').waitFor({ state: 'attached' })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/phone.png`, fullPage: true })
    await page.emulateMedia({ media: 'print', colorScheme: 'light' })
    expect(await sure(page).innerText()).toContain('In acht von zehn Fällen')
    expect(await page.getByRole('button', { name: 'Hide how sure this is' }).isVisible()).toBe(false)
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/print.png`, fullPage: true })
    await close()
  })
})
