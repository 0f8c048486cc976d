/** Paydays as a table below the plan: each figure opens into the lines that it is the sum of; on a phone a list; on paper whole. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountsPlan } from './accountsPlan.ts'
import { withPlan } from './bringPlan.ts'
import { openApp, type OpenApp, type PersonOptions } from './browser.ts'
import { places } from './places.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const paydays = (page: Page): Locator => page.getByRole('region', { name: 'Paydays', exact: true })
const comeTo = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { name: 'Set aside' }).waitFor()
  await page.locator('.paydays-place').scrollIntoViewIfNeeded()
  await paydays(page).waitFor()
}
const rows = async (page: Page): Promise<string[][]> =>
  Promise.all(
    (await paydays(page).locator('tbody tr').all()).map(async (row) =>
      (await row.locator('th, td').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
    ),
  )

describe.each(places('on this device'))('paydays, %s', (_place, options: PersonOptions) => {
  test('say what lands, what is set aside, what is due until the next one, and what is left', async () => {
    const { page, close } = await withPlan(app, accountsPlan, '/', options)
    await comeTo(page)
    // Until 15 January: $1,000 to the joint account, Visa's $532.60 (what was owed and groceries on the 2nd), $84. Then $1,900 with $100 set aside, and $200 to savings.
    expect((await rows(page)).slice(0, 3)).toEqual([
      ['Wed, Jan 1, 2031, until the first payday', '$2,640.00', '', '$0.00', '$1,616.60', '$1,023.40'],
      ['Wed, Jan 15, 2031 Salary', '$1,023.40', '$1,900.00', '$100.00', '$200.00', '$2,623.40'],
      ['Fri, Jan 31, 2031 Salary', '$2,623.40', '$1,900.00', '$100.00', '$1,564.00', '$2,859.40'],
    ])
    await paydays(page).getByRole('button', { name: '$1,564.00' }).first().focus()
    await page.keyboard.press('Enter')
    const lines = page.getByRole('region', { name: 'Due from Jan 31, 2031 to Feb 14, 2031, line by line' })
    await lines.waitFor()
    expect((await lines.getByRole('row').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
      'House money Feb 2, 2031 $1,000.00',
      'Visa Feb 7, 2031 $480.00',
      'Electricity Feb 10, 2031 $84.00',
      'Together $1,564.00',
    ])
    await page.keyboard.press('Escape')
    await lines.waitFor({ state: 'detached' })
    await paydays(page)
      .getByRole('button', { name: /^Show \d+ more/ })
      .click()
    expect((await rows(page)).length).toBeGreaterThan(20)
    await close()
  })
})

test('on a phone each figure stands beside its name', async () => {
  const { page, close } = await withPlan(app, accountsPlan, '/', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  await comeTo(page)
  expect((await rows(page))[1]).toEqual([
    'Wed, Jan 15, 2031 Salary',
    'Carried over $1,023.40',
    'Lands $1,900.00',
    'Set aside $100.00',
    'Due until the next $200.00',
    'Left $2,623.40',
  ])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await close()
})

test('on paper they stand without having been looked for, and who has no income sees none', async () => {
  const { page, close } = await withPlan(app, accountsPlan, '/', { account: true })
  await page.getByRole('heading', { name: 'Set aside' }).waitFor()
  await page.waitForTimeout(500)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  expect(await paydays(page).count()).toBe(1)
  await close()
  const other = await withPlan(app, { ...accountsPlan, incomes: [], allocations: [] }, '/')
  await other.page.getByRole('heading', { name: 'Set aside' }).waitFor()
  expect(await other.page.locator('.paydays-place').count()).toBe(0)
  await other.close()
})
