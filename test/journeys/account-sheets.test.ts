/** Which account a bill leaves and an income comes to, and transfers as a third sheet: in place, by keyboard, on the device and on the server. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountsPlan } from './accountsPlan.ts'
import { withPlan } from './bringPlan.ts'
import { openApp, type OpenApp, type PersonOptions } from './browser.ts'
import { places } from './places.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const row = (page: Page, name: string): Locator =>
  page.locator('tr[data-row]:not(.new-row)', { has: page.locator('[data-cell="name"]', { hasText: new RegExp(`^${name}$`) }) })
const cell = (page: Page, name: string, field: string): Locator => row(page, name).locator(`[data-cell="${field}"]`)
const textOf = async (place: Locator): Promise<string> => (await place.innerText()).replace(/\s+/g, ' ').trim()
const ends = async (page: Page, name: string): Promise<string[]> => [
  await textOf(cell(page, name, 'from_account_id')),
  await textOf(cell(page, name, 'to_account_id')),
]
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    const label = element instanceof HTMLSelectElement ? element.labels[0]?.textContent : null
    return label ?? element?.getAttribute('aria-label') ?? element?.textContent ?? ''
  })
const undo = (page: Page): Promise<void> => page.keyboard.press('Control+z')
const sheet = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

test('with one account alone nothing says it, and there are no transfers', async () => {
  const { page, close } = await withPlan(
    app,
    {
      ...accountsPlan,
      accounts: [],
      transfers: [],
      bills: [{ name: 'Rent', id: accountsPlan.accounts![0]!['id' as never], amount_cents: 1_000, due_date: '2031-01-03' }],
    },
    '/bills',
    { account: true },
  )
  await row(page, 'Rent').waitFor()
  expect(await page.getByRole('columnheader', { name: 'Account' }).count()).toBe(0)
  expect(await page.getByRole('heading', { name: 'Transfers' }).count()).toBe(0)
  await page.getByRole('button', { name: 'More for Rent' }).click()
  expect(await page.getByRole('menuitem', { name: 'Account…' }).count()).toBe(0)
  await close()
})

describe.each(places('on the server'))('accounts in the sheets, %s', (_place, options: PersonOptions) => {
  test('a bill goes onto a card by keyboard, and back by undo; what a list comes to counts every account', async () => {
    const { page, close } = await withPlan(app, accountsPlan, '/bills', options)
    await row(page, 'Electricity').waitFor()
    expect(await textOf(cell(page, 'Electricity', 'account_id'))).toBe('Main account')
    // $1,150 rent, four weeks of $120, $84.
    await sheet(page, 'Bills').getByText('$1,714.00 in February 2031').waitFor()
    await cell(page, 'Electricity', 'name').focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
    expect(await focused(page)).toBe('Account of Electricity')
    await page.getByLabel('Account of Electricity').selectOption('Visa')
    await expect.poll(() => textOf(cell(page, 'Electricity', 'account_id'))).toBe('Visa')
    expect(await focused(page)).toBe('Visa')
    await undo(page)
    await expect.poll(() => textOf(cell(page, 'Electricity', 'account_id'))).toBe('Main account')
    await page.getByRole('columnheader', { name: 'Account' }).first().getByRole('button').click()
    expect(
      (await page.locator('table').first().locator('tr:not(.new-row) [data-cell="account_id"]').allInnerTexts()).map((text) => text.trim()),
    ).toEqual(['Joint account', 'Main account', 'Visa'])
    await close()
  })

  test('a transfer is written, turned round, paused, marked made, deleted and brought back', async () => {
    const { page, close } = await withPlan(app, accountsPlan, '/bills', options)
    await page.getByLabel('Name of a new transfer').focus()
    await page.keyboard.type('Spare cash')
    for (const [label, typed] of [
      ['Amount of the new transfer', '45'],
      ['Account that the new transfer leaves', ''],
      ['Account that the new transfer comes to', 'Sav'],
      ['Due date of the new transfer', '01202031'],
      ['How often the new transfer repeats', 'Monthly'],
    ] as const) {
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe(label)
      if (typed) await page.keyboard.type(typed)
    }
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Name of a new transfer')
    expect(await ends(page, 'Spare cash')).toEqual(['Main account', 'Savings'])
    expect(await textOf(cell(page, 'Spare cash', 'due_date'))).toBe('Jan 20 every month on the 20th')
    await sheet(page, 'Transfers')
      .getByText(/in February 2031/)
      .waitFor()

    await cell(page, 'Spare cash', 'from_account_id').click()
    await page.getByLabel('Account that Spare cash leaves').selectOption('Savings')
    await expect.poll(() => ends(page, 'Spare cash')).toEqual(['Savings', 'Main account'])
    await undo(page)
    await expect.poll(() => ends(page, 'Spare cash')).toEqual(['Main account', 'Savings'])

    await page.getByRole('button', { name: 'More for House money' }).click()
    await page.getByRole('menuitem', { name: 'Mark Jan 2 as made' }).click()
    await page.getByText('$1,000.00 goes from Main account to Joint account.').waitFor()
    await page.getByRole('button', { name: 'No, move $1,000.00' }).click()
    await page.getByText(/House money of Jan 2, 2031 is made; \$1,000.00 has moved/).waitFor()
    expect(await textOf(cell(page, 'House money', 'due_date'))).toMatch(/^Feb 2/)

    await page.getByRole('button', { name: 'More for Put by' }).click()
    await page.getByRole('menuitem', { name: 'Skip Jan 16' }).click()
    await expect.poll(() => textOf(cell(page, 'Put by', 'due_date'))).toMatch(/^Feb 16/)
    await page.getByRole('button', { name: 'More for Put by' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect.poll(() => row(page, 'Put by').count()).toBe(0)
    await undo(page)
    await row(page, 'Put by').waitFor()

    await cell(page, 'Car instalment', 'due_date').click()
    await page.getByRole('dialog', { name: 'When Car instalment is moved' }).waitFor()
    await page.keyboard.press('Escape')
    await page.goto(`${app.url}/`)
    await page.getByRole('region', { name: 'Summary' }).waitFor()
    expect(await page.getByLabel('On hand').inputValue()).toBe('1,640.00')
    await close()
  })

  test('what a row’s menu offers stays under the pointer, though the row has another date since', async () => {
    const { page, close } = await withPlan(app, accountsPlan, '/bills', options)
    await page.getByRole('button', { name: 'More for House money' }).click()
    await page.getByRole('menuitem', { name: 'Mark Jan 2 as made' }).click()
    await page.getByRole('button', { name: 'No, move $1,000.00' }).click()
    await page.getByText(/House money of Jan 2, 2031 is made/).waitFor()
    await page.getByRole('button', { name: 'More for Put by' }).click()
    await page.getByRole('menuitem', { name: 'Skip Jan 16' }).click()
    await expect.poll(() => textOf(cell(page, 'Put by', 'due_date'))).toMatch(/^Feb 16/)
    await page.getByRole('button', { name: 'More for Put by' }).click()
    const item = page.getByRole('menuitem', { name: /^Change Feb 16/ })
    await item.waitFor()
    const before = (await item.boundingBox())!
    await item.hover()
    // What would move the row does so within some frames.
    await page.waitForTimeout(300)
    expect((await item.boundingBox())!.y).toBe(before.y)
    await page.keyboard.press('Escape')
    await cell(page, 'Car instalment', 'name').focus()
    expect(await focused(page)).toContain('Car instalment')
    await close()
  })

  test('paying a bill that is charged to a card says so', async () => {
    const { page, close } = await withPlan(app, accountsPlan, '/bills', options)
    await page.getByRole('button', { name: 'More for Groceries' }).click()
    await page.getByRole('menuitem', { name: 'Mark Jan 2 as paid' }).click()
    await page.getByRole('heading', { name: 'Is Groceries off Visa already?' }).waitFor()
    await page.getByText(/Visa has -\u2060\$412.60 of Jan 1, 2031/).waitFor()
    await page.getByRole('button', { name: 'No, take $120.00 off' }).click()
    await page.getByText(/Groceries of Jan 2, 2031 is paid; \$120.00 is taken off Visa\./).waitFor()
    await close()
  })
})

test('on a phone an account stands on a line of its own, and a new transfer is added by the button', async () => {
  const { page, close } = await withPlan(app, accountsPlan, '/bills', {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  })
  await row(page, 'Rent').waitFor()
  expect(await cell(page, 'Rent', 'account_id').isVisible()).toBe(true)
  expect(await cell(page, 'Electricity', 'account_id').isVisible()).toBe(false)
  await page.getByRole('button', { name: 'More for Electricity' }).tap()
  await page.getByRole('menuitem', { name: 'Account…' }).tap()
  await page.getByRole('dialog', { name: 'Account of Electricity' }).getByRole('combobox').selectOption('Joint account')
  await page.getByRole('button', { name: 'Save', exact: true }).tap()
  await expect.poll(() => textOf(cell(page, 'Electricity', 'account_id'))).toBe('Joint account')
  await page
    .getByRole('button', { name: /^Add a bill/ })
    .last()
    .tap()
  await page.getByRole('radio', { name: 'A transfer' }).check()
  await page.getByLabel('From', { exact: true }).selectOption('Savings')
  await page.getByLabel('To', { exact: true }).selectOption('Main account')
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('For the tyres')
  await page.getByRole('dialog').getByLabel('Amount').fill('380')
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).tap()
  await row(page, 'For the tyres').waitFor()
  expect(await ends(page, 'For the tyres')).toEqual(['Savings', 'Main account'])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await close()
})
