/** The picture of a plan with several accounts: the main one, another, or all together, remembered for the plan on this device. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountsPlan } from './accountsPlan.ts'
import { withPlan } from './bringPlan.ts'
import { openApp, type OpenApp } from './browser.ts'
import { places } from './places.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const ahead = (page: Page): Locator => page.getByRole('region', { name: 'The balance ahead', exact: true })
const choice = (page: Page): Locator => ahead(page).getByRole('combobox', { name: 'Account' })
const names = (page: Page): Promise<string[]> => ahead(page).locator('.chart-name').allTextContents()

test.each(places('on this device'))('shows any account or all of them, and remembers it, %s', async (_place, options) => {
  const { page, close } = await withPlan(app, accountsPlan, '/', options)
  await choice(page).waitFor()
  expect(await names(page)).toEqual([])
  await choice(page).focus()
  await page.keyboard.type('Joint')
  await expect.poll(() => choice(page).inputValue()).not.toBe('main')
  const slider = page.getByRole('slider', { name: 'The balance ahead of Joint account, day by day' })
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/Jan 3, 2031: \$650\.00\. Rent -\u2060\$1,150\.00/)
  await choice(page).selectOption('All together')
  await expect.poll(async () => (await names(page)).sort()).toEqual(['Car loan', 'Joint account', 'Main account', 'Savings', 'Visa'])
  // No name is cut off by the edge, or stands over another.
  const boxes = await ahead(page)
    .locator('.chart-name')
    .evaluateAll((texts) =>
      texts.map((text) => text.getBoundingClientRect()).map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
    )
  const width = await page.evaluate(() => document.documentElement.clientWidth)
  for (const [nth, box] of boxes.entries()) {
    expect(box.right).toBeLessThanOrEqual(width)
    for (const other of boxes.slice(nth + 1)) expect(box.bottom - 3 <= other.top || other.bottom - 3 <= box.top).toBe(true)
  }
  await ahead(page).getByText('Month by month, as a table').click()
  await page.getByRole('columnheader', { name: 'Savings, lowest' }).waitFor()
  await page.reload()
  await expect.poll(() => choice(page).inputValue()).toBe('all')
  await close()
})

test('on a phone all of them fit, and with one account there is nothing to choose', async () => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
  const { page, close } = await withPlan(app, accountsPlan, '/', phone)
  await choice(page).selectOption('All together')
  await expect.poll(async () => (await names(page)).length).toBe(5)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await close()
  const one = await withPlan(app, { ...accountsPlan, accounts: [], transfers: [], bills: [] }, '/', phone)
  await one.page.getByRole('slider', { name: 'The balance ahead, day by day' }).waitFor()
  expect(await one.page.getByRole('combobox', { name: 'Account' }).count()).toBe(0)
  await one.close()
})
