/** Transfers and card payments where days are listed: in what comes up, in the calendar's cells and the list of a day; moved, skipped, made. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountsPlan } from './accountsPlan.ts'
import { withPlan } from './bringPlan.ts'
import { openApp, type OpenApp, type PersonOptions } from './browser.ts'
import { places } from './places.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const day = (page: Page, date: string): Locator => page.locator(`td[data-date="${date}"]`)
const chosen = (page: Page): Locator => page.getByRole('region', { name: 'The chosen day' })
const lines = async (list: Locator): Promise<string[]> =>
  (await list.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())

describe.each(places('on the server'))('days of several accounts, %s', (_place, options: PersonOptions) => {
  test('what comes up says where each goes, and what passes the main account by changes nothing', async () => {
    const { page, close } = await withPlan(app, accountsPlan, '/', options)
    const coming = page.getByRole('region', { name: 'Coming up' })
    await coming.getByText('card payment').waitFor()
    const told = (await coming.locator('.coming-day, .coming-row').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
    expect(told.slice(0, 9)).toEqual([
      expect.stringContaining('$1,640.00'),
      'As the day begins $2,640.00',
      expect.stringMatching(/^Groceries ?on Visa \$120.00/),
      expect.stringMatching(/^House money ?to Joint account -\$1,000.00/),
      expect.stringContaining('$1,640.00'),
      expect.stringMatching(/^Rent ?on Joint account \$1,150.00/),
      expect.stringContaining('$1,640.00'),
      expect.stringMatching(/^Car instalment ?Joint account → Car loan \$310.00/),
      expect.stringContaining('$1,107.40'),
    ])
    await coming.getByRole('button', { name: 'Skip Visa on Jan 7, 2031' }).click()
    await coming.getByRole('button', { name: 'Bring Visa on Jan 7, 2031 back' }).waitFor()
    await page.keyboard.press('Control+z')
    await coming.getByRole('button', { name: /^Visa on Jan 7, 2031/ }).click()
    await page.getByRole('heading', { name: 'Is the payment of Visa in your balances already?' }).waitFor()
    await page.getByRole('button', { name: 'No, move $532.60' }).click()
    await page.getByText(/Visa of Jan 7, 2031 is paid; \$532.60 has moved\./).waitFor()
    expect(await page.getByLabel('On hand').inputValue()).toBe('2,107.40')
    await close()
  })

  test('in the calendar they are chips, moved by keys and explained in the day', async () => {
    const { page, close } = await withPlan(app, accountsPlan, '/calendar', options)
    await page.getByRole('heading', { name: /2031/ }).waitFor()
    const chip = day(page, '2031-01-07').locator('button.chip')
    expect(await chip.getAttribute('aria-label')).toMatch(/^Visa .*\$532.60 card payment/)
    await chip.focus()
    await page.keyboard.press('Space')
    await page.waitForTimeout(150)
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(350)
    await page.keyboard.press('Space')
    await day(page, '2031-01-08').locator('button.chip').waitFor()
    expect(await lines(chosen(page))).toEqual(['Visa card payment -$532.60'])
    await chosen(page).getByText('$1,107.40').waitFor()
    await page.keyboard.press('Control+z')
    await chip.waitFor()
    // Beside its number: in the middle are the day's payments.
    await day(page, '2031-01-05').click({ position: { x: 60, y: 14 } })
    expect(await lines(chosen(page))).toEqual(['Car instalment Joint account → Car loan $310.00'])
    await day(page, '2031-01-16')
      .getByRole('button', { name: /^Put by/ })
      .click()
    await page.getByRole('dialog', { name: 'Put by' }).getByText('to Savings').waitFor()
    await page.getByRole('button', { name: 'Skip this one' }).click()
    await expect
      .poll(() =>
        day(page, '2031-01-16')
          .getByRole('button', { name: /^Put by/ })
          .count(),
      )
      .toBe(0)
    // The loan is paid off with what is left of it, and then no more is paid.
    await page.getByRole('button', { name: 'The month after' }).click()
    expect(await day(page, '2031-02-05').getByRole('button', { name: /^Car/ }).getAttribute('aria-label')).toMatch(
      /^Car instalment .*\$190.00/,
    )
    await page.getByRole('button', { name: 'The month after' }).click()
    await page.getByRole('heading', { name: 'March 2031' }).waitFor()
    expect(await day(page, '2031-03-05').getByRole('button', { name: /^Car/ }).count()).toBe(0)
    await close()
  })
})
