/** A month at the calendar: payments moved by pointer and by keys, paid, skipped, and what is left at each day's end. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRules, violationsOn } from './axe.ts'
import { withPlan } from './bringPlan.ts'
import { openApp, type OpenApp, type PersonOptions } from './browser.ts'
import { places } from './places.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const rent = {
  id: 'a0000000-0000-4000-8000-000000000001',
  name: 'Rent',
  amount_cents: 90_000,
  due_date: '2031-03-03',
  schedule: { every: 1, unit: 'month' },
}
const pay = {
  id: 'a0000000-0000-4000-8000-000000000002',
  name: 'Salary',
  amount_cents: 150_000,
  due_date: '2031-03-14',
  schedule: { every: 2, unit: 'week' },
}
const plan = {
  name: 'March',
  planning_balance_cents: 100_000,
  floor_cents: 20_000,
  start_date: '2031-03-01',
  currency_code: 'USD',
  bills: [rent],
  incomes: [pay],
  allocations: [],
}

const day = (page: Page, date: string): Locator => page.locator(`td[data-date="${date}"]`)
const chip = (page: Page, date: string, name: string): Locator => day(page, date).locator('button.chip', { hasText: name })
const endOf = (page: Page, date: string): Promise<string> => day(page, date).locator('.day-balance').innerText()

async function openCalendar(options: PersonOptions) {
  const person = await withPlan(app, plan, '/calendar', options)
  await person.page.getByRole('heading', { name: 'March 2031' }).waitFor()
  return person
}

describe.each(places('on this device'))('the calendar, %s', (_place, options: PersonOptions) => {
  test("shows what is left at each day's end, and moves a payment by dragging it", async () => {
    const { page, close } = await openCalendar(options)
    expect(await endOf(page, '2031-03-02')).toBe('1,000')
    expect(await endOf(page, '2031-03-03')).toBe('▾ 100')
    await chip(page, '2031-03-03', 'Rent').hover()
    await page.mouse.down()
    const target = (await day(page, '2031-03-17').boundingBox())!
    await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 12 })
    await page.mouse.up()
    await page.getByRole('button', { name: 'Only this one' }).click()
    await chip(page, '2031-03-17', 'Rent').waitFor()
    expect(await chip(page, '2031-03-03', 'Rent').count()).toBe(0)
    expect(await endOf(page, '2031-03-03')).toBe('1,000')
    expect(await endOf(page, '2031-03-17')).toBe('1,600')
    await page.getByRole('button', { name: 'The month after' }).click()
    await chip(page, '2031-04-03', 'Rent').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'The month before' }).click()
    await chip(page, '2031-03-03', 'Rent').waitFor()
    await close()
  })

  test('goes from day to day by arrow keys, from month to month, and into the day', async () => {
    const { page, close } = await openCalendar(options)
    const at = (): Promise<string | null> => page.evaluate(() => document.activeElement!.closest('td')?.getAttribute('data-date') ?? null)
    const presses = async (key: string): Promise<string | null> => {
      await page.keyboard.press(key)
      return at()
    }
    expect(await page.locator('.day-number[tabindex="0"]').count()).toBe(1)
    await page.locator('.day-number[tabindex="0"]').click()
    await day(page, '2031-03-31').locator('.day-number').click()
    const keys = ['ArrowUp', 'ArrowLeft', 'Home', 'End', 'ArrowDown', 'ArrowDown', 'PageUp', 'PageDown']
    const went: (string | null)[] = []
    for (const key of keys) went.push(await presses(key))
    expect(went).toEqual(['2031-03-24', '2031-03-23', '2031-03-23', '2031-03-29', '2031-04-05', '2031-04-12', '2031-03-12', '2031-04-12'])
    await page.getByRole('heading', { name: 'April 2031' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('chosen-day')
    await page.locator('#chosen-day').getByRole('heading', { name: 'Apr 12' }).waitFor()
    await close()
  })

  test('marks the field that keeps a payment from being added, and goes there', async () => {
    const { page, close } = await openCalendar(options)
    await page.getByRole('button', { name: 'Add a bill or an income' }).last().click()
    const dialog = page.getByRole('dialog')
    const add = (): Promise<void> => dialog.getByRole('button', { name: 'Add', exact: true }).click()
    const marked = async (field: string): Promise<void> => {
      await expect.poll(() => dialog.getByLabel(field, { exact: true }).evaluate((input) => input === document.activeElement)).toBe(true)
      expect(await dialog.locator('[aria-invalid="true"]').count()).toBe(1)
    }
    await add()
    await marked('Name')
    await dialog.getByLabel('Name', { exact: true }).fill('Dentist')
    await add()
    await marked('Amount')
    await dialog.getByLabel('Amount', { exact: true }).fill('80')
    await dialog.getByLabel('Date', { exact: true }).fill('')
    await dialog.getByLabel('How often').selectOption({ index: 1 })
    await add()
    await marked('First date')
    await close()
  })

  test('moves one by keys, and says so', async () => {
    const { page, close } = await openCalendar(options)
    await chip(page, '2031-03-03', 'Rent').focus()
    await page.keyboard.press('Space')
    await page.waitForTimeout(100)
    for (const key of ['ArrowDown', 'ArrowRight']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(350)
    }
    await page.keyboard.press('Space')
    // The safe answer has the focus.
    await page.getByRole('heading', { name: 'Move Rent to Tue, Mar 11' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Only this one')
    await page.keyboard.press('Enter')
    await chip(page, '2031-03-11', 'Rent').waitFor()
    await page.getByText('Rent is on Tue, Mar 11 now.').first().waitFor()
    await close()
  })

  test('moves a payment with all later ones, by dragging and by its day', async () => {
    const { page, close } = await openCalendar(options)
    await chip(page, '2031-03-03', 'Rent').hover()
    await page.mouse.down()
    const target = (await day(page, '2031-03-05').boundingBox())!
    await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 12 })
    await page.mouse.up()
    await page.getByRole('button', { name: 'This and all later ones' }).click()
    await chip(page, '2031-03-05', 'Rent').waitFor()
    await page.getByRole('button', { name: 'The month after' }).click()
    await chip(page, '2031-04-05', 'Rent').click()
    await page.getByLabel('Another day or amount is for').selectOption('this one and all later ones')
    await page.getByLabel('This one on').fill('2031-04-08')
    await page.keyboard.press('Enter')
    await chip(page, '2031-04-08', 'Rent').waitFor()
    await page.getByRole('button', { name: 'The month after' }).click()
    await chip(page, '2031-05-08', 'Rent').waitFor()
    await page.getByRole('button', { name: 'Today' }).waitFor()
    await page.keyboard.press('Control+z')
    await chip(page, '2031-05-05', 'Rent').waitFor()
    await close()
  })

  test('adds a bill that begins on a day', async () => {
    const { page, close } = await openCalendar(options)
    await day(page, '2031-03-20').hover()
    await page.getByRole('button', { name: 'Add on Thu, Mar 20' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Water')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('Write an amount').waitFor()
    await page.getByLabel('Amount', { exact: true }).fill('45')
    await page.getByLabel('How often').selectOption('Every 6 months')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await chip(page, '2031-03-20', 'Water').waitFor()
    await page.getByRole('link', { name: 'Bills & income' }).click()
    await page.getByText('every six months on the 20th').waitFor()
    await close()
  })

  test('one payment can be paid, skipped, and have an amount of its own', async () => {
    const { page, close } = await openCalendar(options)
    await chip(page, '2031-03-03', 'Rent').click()
    await page.getByLabel("This one's amount").fill('850')
    await page.keyboard.press('Enter')
    await expect.poll(() => endOf(page, '2031-03-03')).toBe('▾ 150')
    await page.getByRole('button', { name: 'It is paid' }).click()
    await page.getByRole('dialog', { name: 'Is Rent off your balance already?' }).getByRole('button', { name: 'Yes, it is off it' }).click()
    await expect.poll(() => endOf(page, '2031-03-03')).toBe('1,000')
    expect(await chip(page, '2031-03-03', 'Rent').innerText()).toContain('✓')
    await chip(page, '2031-03-14', 'Salary').click()
    await page.getByRole('button', { name: 'Skip this one' }).click()
    await chip(page, '2031-03-14', 'Salary').waitFor({ state: 'detached' })
    expect(await endOf(page, '2031-03-14')).toBe('1,000')
    await page.reload()
    await page.getByRole('heading', { name: 'March 2031' }).waitFor()
    expect(await chip(page, '2031-03-14', 'Salary').count()).toBe(0)
    await close()
  })
})

test.each(['light', 'dark'] as const)(
  "on a phone the days' payments stand in a list, nothing scrolls sideways, and axe finds nothing, %s",
  async (colorScheme) => {
    const { page, close } = await openCalendar({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, colorScheme })
    await day(page, '2031-03-14').tap()
    const list = page.getByRole('region', { name: 'The chosen day' })
    expect(await list.innerText()).toMatch(
      /Fri, Mar 14\s+As the day begins\s+\$100\.00\s+Salary\s+\+\$1,500\.00\s+At the end of the day\s+\$1,600\.00/,
    )
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    const found = (): Promise<string[]> => violationsOn(page, allRules)
    expect(await found()).toEqual([])
    await list.getByRole('button', { name: 'Salary' }).tap()
    await page.getByRole('button', { name: 'Skip this one' }).waitFor()
    expect(await found()).toEqual([])
    await close()
  },
)

test('days before the plan begins say why they are empty', async () => {
  const { page, close } = await withPlan(app, { ...plan, start_date: '2031-03-10' }, '/calendar')
  await page.getByText('What came and was paid before is in the balance of that day, and stands here as far as it is noted.').waitFor()
  await page.getByRole('button', { name: 'The month before' }).click()
  await page.getByText('This plan begins on Mar 10, 2031. What came and was paid before is in its balance').waitFor()
  await close()
})

test('what was paid stands on the day it was paid, at what was paid, with the plan beside it', async () => {
  const paid = { ...rent, exceptions: { '2031-03-03': { paid: [{ date: '2031-03-05', amount_cents: 92_500 }], rest: 'dropped' } } }
  const { page, close } = await withPlan(app, { ...plan, bills: [paid], start_date: '2031-03-10' }, '/calendar', { account: true })
  await chip(page, '2031-03-05', 'Rent').getByText('925').waitFor()
  expect(await chip(page, '2031-03-03', 'Rent').count()).toBe(0)
  expect(await chip(page, '2031-03-05', 'Rent').getAttribute('aria-label')).toContain('$925.00 paid, planned $900.00 on Mar 3')
  await day(page, '2031-03-05').locator('.day-number').click()
  const list = page.getByRole('region', { name: 'The chosen day' })
  await list.getByText('planned $900.00 on Mar 3').waitFor()
  await list.getByRole('button', { name: '✓ Rent' }).click()
  await page.getByText('Paid on Mar 5, 2031: $925.00; planned was $900.00 on Mar 3, 2031.').waitFor()
  // What is paid is not put elsewhere.
  expect(await page.getByLabel("This one's amount").count()).toBe(0)
  await close()
})

test('everyday spending stands on each of its days with its part, and what was spent on the day on which it was', async () => {
  const groceries = {
    id: 'a0000000-0000-4000-8000-000000000003',
    name: 'Groceries',
    amount_cents: 14_000,
    due_date: '2031-03-03',
    schedule: { every: 1, unit: 'week' },
    spread: true,
  }
  const { page, close } = await withPlan(app, { ...plan, bills: [rent, groceries] }, '/calendar')
  await page.getByRole('heading', { name: 'March 2031' }).waitFor()
  for (const date of ['2031-03-03', '2031-03-04', '2031-03-09', '2031-03-10'])
    expect((await day(page, date).locator('.day-everyday').innerText()).replace(/\s+/g, ' ')).toBe('Groceries 20')
  expect(await day(page, '2031-03-02').locator('.day-everyday').count()).toBe(0)
  // Its name is seen once a week, so that bills are not lost among it.
  const weekOf = page.locator('tr', { has: day(page, '2031-03-05') })
  expect(await weekOf.locator('.day-everyday .chip-name').count()).toBe(1)
  expect(await chip(page, '2031-03-03', 'Groceries').count()).toBe(0)
  expect([await endOf(page, '2031-03-03'), await endOf(page, '2031-03-04')]).toEqual(['▾ 80', '▾ 60'])
  // Its week is changed from any of its days.
  await day(page, '2031-03-05').locator('.day-number').click()
  await page.getByRole('button', { name: 'Groceries', exact: true }).click()
  await page.getByText('It leaves day by day, from Mon, Mar 3 to Sun, Mar 9.').waitFor()
  await page.getByLabel("This one's amount").fill('70')
  await page.keyboard.press('Enter')
  await expect.poll(() => endOf(page, '2031-03-03')).toBe('▾ 90')
  await close()
})

test('the figures of a cell add up to its balance: what pots take and give stands among them', async () => {
  const target = 'savings:Rainy day'
  const aside = { id: 'b0000000-0000-4000-8000-000000000001', target, kind: 'fixed', value: 8_000, base: 'income' } as const
  const { page, close } = await withPlan(app, { ...plan, allocations: [aside] }, '/calendar')
  await page.getByRole('heading', { name: 'March 2031' }).waitFor()
  // 100 are there before, 1,500 come in.
  expect((await day(page, '2031-03-14').locator('.day-everyday').innerText()).replace(/\s+/g, ' ')).toBe('Set aside 80')
  expect([await endOf(page, '2031-03-13'), await endOf(page, '2031-03-14')]).toEqual(['▾ 100', '1,520'])
  expect(await page.locator('.day-everyday').count()).toBe(2)
  await close()
})

/** A popup of a payment; the calendar's questions are dialogs too, but no popups. */
const popups = (page: Page): Locator => page.locator('.popup[role="dialog"]')

describe('of two payments', () => {
  test('one stands open at a time, by mouse, by touch and by keys, and a drag closes it', async () => {
    const { page, close } = await openCalendar({ hasTouch: true })
    const [first, second] = [chip(page, '2031-03-03', 'Rent'), chip(page, '2031-03-14', 'Salary')]
    const isOpen = async (name: string): Promise<void> => {
      await page.getByRole('dialog', { name }).waitFor()
      await expect.poll(() => popups(page).count()).toBe(1)
      await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.popup') !== null)).toBe(true)
    }
    await first.click()
    await isOpen('Rent')
    await second.click()
    await isOpen('Salary')
    await first.tap()
    await isOpen('Rent')
    await second.focus()
    await page.keyboard.press('Enter')
    await isOpen('Salary')
    // As who speaks to the page presses: without a pointer.
    await first.evaluate((button: HTMLElement) => button.click())
    await isOpen('Rent')
    await first.hover()
    await page.mouse.down()
    const target = (await day(page, '2031-03-05').boundingBox())!
    await page.mouse.move(target.x + 20, target.y + 20, { steps: 8 })
    await expect.poll(() => popups(page).count()).toBe(0)
    await page.mouse.up()
    await close()
  })
})
