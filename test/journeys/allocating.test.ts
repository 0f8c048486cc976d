/** Where each payday and the balance go, and a plan handed to other programs; on the device and on the server. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withPlan, type GivenPlan } from './bringPlan.ts'
import { openApp, type OpenApp, type PersonOptions } from './browser.ts'
import { places } from './places.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const id = (nth: number): string => `b0000000-0000-4000-8000-00000000000${nth}`
const plan: GivenPlan = {
  name: 'Household',
  planning_balance_cents: 100_000,
  start_date: '2031-03-01',
  currency_code: 'USD',
  bills: [{ id: id(1), name: 'Rent', amount_cents: 90_000, due_date: '2031-03-03', schedule: { every: 1, unit: 'month' } }],
  incomes: [
    { id: id(2), name: 'Salary', amount_cents: 150_000, due_date: '2031-03-14', schedule: { every: 1, unit: 'month' } },
    { id: id(3), name: 'Tutoring', amount_cents: 20_001, due_date: '2031-03-20', schedule: { every: 1, unit: 'month' } },
  ],
  allocations: [
    { id: id(4), target: 'savings:Rainy day', kind: 'percent', value: 30, base: 'income' },
    { id: id(5), target: `bill:${id(1)}`, kind: 'fixed', value: 40_000, base: 'balance' },
  ],
  goals: [{ id: id(6), name: 'Holiday', target_cents: 60_000, target_date: null }],
}

const allocator = (page: Page) => page.getByRole('region', { name: 'Set aside' })
const gets = (page: Page, name: string): Promise<string> => allocator(page).getByLabel(`${name} gets`).innerText()

describe.each(places('on the server'))('setting aside, %s', (_place, options: PersonOptions) => {
  test('each income is divided by itself to the cent, the balance by rules of its own, and each has its hundred percent', async () => {
    const { page, close } = await withPlan(app, plan, '/', options)
    expect(await gets(page, 'Rainy day')).toBe('$450.00')
    await allocator(page).getByLabel('Shown for').selectOption({ label: 'Tutoring, $200.01' })
    expect(await gets(page, 'Rainy day')).toBe('$60.00')
    await allocator(page).getByLabel('Where money goes').selectOption('goal:Holiday')
    await allocator(page).getByRole('button', { name: 'Add', exact: true }).click()
    await allocator(page).getByLabel('Percent for Holiday, as a number').fill('90')
    await page.keyboard.press('Enter')
    await expect.poll(() => gets(page, 'Holiday')).toBe('$140.01')
    expect(await allocator(page).getByLabel('Percent for Holiday, as a number').inputValue()).toBe('70')
    await allocator(page).getByText('The balance', { exact: true }).click()
    expect(await gets(page, 'Rent')).toBe('$400.00')
    expect(await allocator(page).innerText()).toContain('$600.00 left')
    await page.keyboard.press('Control+z')
    await allocator(page).getByText('Each payday', { exact: true }).click()
    await expect.poll(() => allocator(page).getByLabel('Percent for Holiday, as a number').inputValue()).toBe('10')
    await close()
  })

  test('a pot that needs no more says what it keeps of its share, and what stays free', async () => {
    const full = {
      ...plan,
      allocations: [{ id: id(4), target: 'goal:Holiday', kind: 'fixed', value: 15_000, base: 'income' }],
      goals: [{ id: id(6), name: 'Holiday', target_cents: 10_000, target_date: null }],
    }
    const { page, close } = await withPlan(app, full, '/', options)
    expect(await gets(page, 'Holiday')).toBe('$150.00')
    await allocator(page).getByText('Holiday keeps $100.00 of its $150.00 and needs no more then; $50.00 stays free.').waitFor()
    await allocator(page).getByLabel('Shown for').selectOption({ label: 'Tutoring, $200.01' })
    await allocator(page).getByText('Holiday keeps $0.00 of its $150.00 and needs no more then; $150.00 stays free.').waitFor()
    await close()
  })

  test('a year of it flows from income to targets, the same in a table', async () => {
    const { page, close } = await withPlan(app, plan, '/', options)
    await allocator(page).getByRole('button', { name: 'Show as a picture' }).click()
    await allocator(page).getByText('The same as a table').click()
    const rows = await allocator(page).locator('table').last().locator('tbody tr').allInnerTexts()
    expect(rows.map((row) => row.replaceAll(/\s+/g, ' '))).toEqual([
      'Balance Rent $1,000.00',
      'Salary Rent $8,679.92',
      'Salary Rainy day $5,400.00',
      'Salary Left to spend $3,920.08',
      'Tutoring Rent $1,120.08',
      'Tutoring Rainy day $720.00',
      'Tutoring Left to spend $560.04',
    ])
    await close()
  })

  test('the plan goes out as a table, a calendar and a journal', async () => {
    const { page, close } = await withPlan(app, plan, '/settings', options)
    for (const [words, ending, content] of [
      ['Spreadsheet (CSV)', '.csv', '2031-03-03,Bill,Rent'],
      ['Calendar (ICS)', '.ics', 'SUMMARY:Rent -900.00 USD'],
      ['Journal (hledger)', '.journal', 'assets:available'],
    ] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words }).click()])
      expect(download.suggestedFilename()).toBe(`Household${ending}`)
      expect(readFileSync(await download.path(), 'utf8')).toContain(content)
    }
    await close()
  })
})

test('a calendar address is made, shown once, read without a session, and revoked', async () => {
  const { page, close } = await withPlan(app, plan, '/settings', { account: true })
  await page.getByRole('button', { name: 'Make an address' }).click()
  const address = await page.getByRole('status').locator('code').innerText()
  const read = () => fetch(address)
  const calendar = await (await read()).text()
  expect(calendar).toContain('SUMMARY:Rent\r\n')
  expect(calendar).not.toContain('900.00')
  await page.getByRole('button', { name: 'I have it' }).click()
  await page.getByRole('button', { name: /^Revoke the address/ }).click()
  await page.getByText('Names and dates alone').waitFor({ state: 'detached' })
  expect((await read()).status).toBe(404)
  await close()
})
