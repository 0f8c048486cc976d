/** Bills and income as sheets: edited in place, repeating by a sentence, one date at a time, on the device and on the server. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withPlan } from './bringPlan.ts'
import { openApp, type OpenApp, type PersonOptions } from './browser.ts'
import { places } from './places.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const id = (n: number): string => `b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const rent = {
  id: id(1),
  name: 'Rent',
  amount_cents: 90_000,
  category: 'Home',
  due_date: '2031-01-15',
  schedule: { every: 1, unit: 'month' },
}
const gym = {
  id: id(2),
  name: 'Gym',
  amount_cents: 3_000,
  category: 'Health',
  due_date: '2031-01-07',
  schedule: { every: 1, unit: 'week' },
}
const tyres = { id: id(3), name: 'Tyres', amount_cents: 38_000, due_date: '2031-02-01' }
const dentist = { id: id(4), name: 'Dentist', amount_cents: 9_500, due_date: null }
const salary = { id: id(5), name: 'Salary', amount_cents: 180_000, due_date: '2031-01-31', schedule: { every: 1, unit: 'month' } }
const toRent = { id: id(6), target: `bill:${id(1)}`, kind: 'fixed', value: 20_000, base: 'balance' }
const household = { bills: [rent, gym, tyres, dentist], incomes: [salary], allocations: [toRent] }
const nothing = { bills: [], incomes: [], allocations: [] }

/** A plan that starts on 1 January 2031, at its sheets. */
async function openBills(options: PersonOptions, lists: { bills: object[]; incomes: object[]; allocations: object[] }) {
  const person = await withPlan(
    app,
    { name: 'Household', planning_balance_cents: 250_000, start_date: '2031-01-01', currency_code: 'USD', ...lists },
    '/bills',
    options,
  )
  await person.page.getByRole('heading', { name: 'Income', exact: true }).waitFor()
  return person
}

const row = (page: Page, name: string): Locator =>
  page.locator('tr[data-row]:not(.new-row)', { has: page.locator('[data-cell="name"]', { hasText: new RegExp(`^${name}`) }) })
const cell = (page: Page, name: string, field: string): Locator => row(page, name).locator(`[data-cell="${field}"]`)
const names = (page: Page): Promise<string[]> => page.locator('tr[data-row]:not(.new-row) [data-cell="name"]').allInnerTexts()
const when = async (page: Page, name: string): Promise<string> => (await cell(page, name, 'due_date').innerText()).replace(/\s+/g, ' ')
const menu = async (page: Page, name: string, item: string): Promise<void> => {
  await page.getByRole('button', { name: `More for ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}
const dialog = (page: Page): Locator => page.getByRole('dialog')
const dates = async (page: Page): Promise<string[]> =>
  (await dialog(page).locator('li').allInnerTexts()).map((line) => line.replace(/\s+/g, ' '))
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
const undo = (page: Page): Promise<void> => page.keyboard.press('Control+z')

describe.each(places('on the server'))('bills and income, %s', (_place, options: PersonOptions) => {
  test('a monthly bill on the 31st is written by keyboard, and its next dates read', async () => {
    const { page, close } = await openBills(options, nothing)
    await page.getByLabel('Name of a new bill').focus()
    await page.keyboard.type('Rent')
    for (const [label, typed] of [
      ['Amount of the new bill', '1150'],
      ['Due date of the new bill', '01312031'],
      ['How often the new bill repeats', 'Monthly'],
    ] as const) {
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe(label)
      await page.keyboard.type(typed)
    }
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Name of a new bill')
    expect(await when(page, 'Rent')).toBe('Jan 31 every month on the last day')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await dialog(page).getByText('The next 12 dates, up to Wed, Dec 31').waitFor()
    expect((await dates(page)).slice(0, 4)).toEqual([
      'Fri, Jan 31 $1,150.00',
      'Fri, Feb 28 $1,150.00',
      'Mon, Mar 31 $1,150.00',
      'Wed, Apr 30 $1,150.00',
    ])
    expect(await dates(page)).toHaveLength(12)
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
    expect(await focused(page)).toMatch(/^Jan 31/)
    await close()
  })

  test('one date is changed alone, from there on, and with all others, under one Save and one step of undo', async () => {
    const { page, close } = await openBills(options, household)
    await cell(page, 'Rent', 'due_date').click()
    const change = async (date: string, fields: { day?: string; amount?: string }, scope: string): Promise<void> => {
      await dialog(page).getByRole('button', { name: date }).click()
      if (fields.day) await dialog(page).getByLabel('Day', { exact: true }).fill(fields.day)
      if (fields.amount) await dialog(page).getByLabel('Amount', { exact: true }).fill(fields.amount)
      await dialog(page).getByLabel(scope).check()
      await dialog(page).getByRole('button', { name: 'Back to the dates', exact: true }).click()
      await dialog(page).locator('li').first().waitFor()
    }
    await change('Sat, Feb 15', { day: '2031-02-17', amount: '850' }, 'this date alone')
    expect((await dates(page)).slice(0, 3)).toEqual([
      'Wed, Jan 15 $900.00',
      'Mon, Feb 17 $850.00 moved from Sat, Feb 15, an amount of its own',
      'Sat, Mar 15 $900.00',
    ])
    await change('Tue, Apr 15', { amount: '950' }, 'this one and all later ones')
    expect((await dates(page)).slice(2, 5)).toEqual(['Sat, Mar 15 $900.00', 'Tue, Apr 15 $950.00', 'Thu, May 15 $950.00'])
    await change('Tue, Apr 15', { day: '2031-04-20' }, 'all of them')
    expect((await dates(page)).slice(2, 5)).toEqual(['Thu, Mar 20 $900.00', 'Sun, Apr 20 $950.00', 'Tue, May 20 $950.00'])
    // Esc loses nothing without a word.
    await page.keyboard.press('Escape')
    await dialog(page).getByText('Your changes are not saved yet.').waitFor()
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    expect(await row(page, 'Rent').count()).toBe(1)
    expect(await when(page, 'Rent')).toBe('Jan 20 every month on the 20th; 1 moved, 1 with another amount')
    expect(await cell(page, 'Rent', 'amount_cents').innerText()).toMatch(/\$900\.00\s+\$950\.00 from Apr 15/)
    await undo(page)
    await expect.poll(() => when(page, 'Rent')).toBe('Jan 15 every month on the 15th')
    expect(await cell(page, 'Rent', 'amount_cents').innerText()).toBe('$900.00')
    await close()
  })

  test('a rule and a date that are changed together are saved together; another day of the rule is no day to move to', async () => {
    const { page, close } = await openBills(options, household)
    await cell(page, 'Rent', 'due_date').click()
    await dialog(page).getByLabel('Another day').click()
    await dialog(page).getByRole('button', { name: 'Sat, Feb 15' }).click()
    await dialog(page).getByLabel('Amount', { exact: true }).fill('700')
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    expect(await when(page, 'Rent')).toBe('Jan 15 on the 15th and 16th of every month; 1 with another amount')
    await cell(page, 'Rent', 'due_date').click()
    await dialog(page).getByRole('button', { name: 'Sun, Mar 16' }).click()
    await dialog(page).getByLabel('Day', { exact: true }).fill('2031-03-15')
    await dialog(page).getByLabel('all of them').check()
    await page.keyboard.press('Enter')
    await dialog(page).getByText('This rule names several days, and two of them would meet').waitFor()
    await dialog(page).getByRole('button', { name: 'Cancel' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    expect(await when(page, 'Rent')).toBe('Jan 15 on the 15th and 16th of every month; 1 with another amount')
    await undo(page)
    await expect.poll(() => when(page, 'Rent')).toBe('Jan 15 every month on the 15th')
    await close()
  })

  test('any date can be changed, however far off, and months can be paused', async () => {
    const { page, close } = await openBills(options, household)
    await cell(page, 'Rent', 'due_date').click()
    await dialog(page).getByLabel('Another date').fill('2034-06-16')
    await page.keyboard.press('Enter')
    await dialog(page).getByText('is none of its dates. The nearest:').waitFor()
    await dialog(page).getByRole('button', { name: 'Thu, Jun 15, 2034' }).click()
    await dialog(page).getByLabel('Amount', { exact: true }).fill('1')
    await dialog(page).getByRole('button', { name: 'Back to the dates', exact: true }).click()
    await dialog(page).getByLabel('Pause from').fill('2031-02-01')
    await dialog(page).getByLabel('Pause to').fill('2031-04-30')
    await dialog(page).getByText('3 dates are skipped: Feb 15, Mar 15, Apr 15.').waitFor()
    expect((await dates(page)).slice(0, 2)).toEqual(['Wed, Jan 15 $900.00', 'Sat, Feb 15 $900.00 skipped'])
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    expect(await when(page, 'Rent')).toBe('Jan 15 every month on the 15th; 3 skipped, 1 with another amount')
    await undo(page)
    await expect.poll(() => when(page, 'Rent')).toBe('Jan 15 every month on the 15th')
    await close()
  })

  test('a new rule forgets no paid date: the dates before stay, or the marks go to the nearest ones', async () => {
    const { page, close } = await openBills(options, household)
    await menu(page, 'Rent', 'Mark Jan 15 as paid')
    await page.getByRole('dialog', { name: 'Is Rent off your balance already?' }).getByRole('button', { name: 'Yes, it is off it' }).click()
    await cell(page, 'Rent', 'due_date').click()
    await dialog(page).getByLabel('Which day').selectOption('20')
    expect(await dialog(page).getByLabel('Feb 15 and later').isChecked()).toBe(true)
    await dialog(page).getByLabel('all dates', { exact: true }).check()
    await dialog(page).getByText('The new rule has no Jan 15 (paid).').waitFor()
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    expect(await when(page, 'Rent')).toBe('Feb 20 every month on the 20th')
    await cell(page, 'Rent', 'due_date').click()
    expect((await dates(page))[0]).toBe('Mon, Jan 20 $900.00 paid')
    await close()
  })

  test('a coming change stands beneath the amount, and is written, opened, changed and removed there', async () => {
    const { page, close } = await openBills(options, household)
    const form = page.getByRole('dialog', { name: 'Rent from a date on' })
    const save = async (): Promise<void> => {
      await form.getByRole('button', { name: 'Save' }).click()
      await form.waitFor({ state: 'detached' })
    }
    await menu(page, 'Rent', 'Other amount from a date on…')
    await form.getByLabel('New, from').fill('2031-04-15')
    await form.getByLabel('Amount').fill('950')
    await save()
    await cell(page, 'Rent', 'amount_cents').getByRole('button', { name: '$950.00 from Apr 15' }).click()
    await form.getByLabel('Amount').first().fill('975')
    await form.getByLabel('From', { exact: true }).fill('2031-05-15')
    await save()
    await cell(page, 'Rent', 'amount_cents').getByRole('button', { name: '$975.00 from May 15' }).click()
    // Nothing is stored that names no date of the row.
    await form.getByLabel('From', { exact: true }).fill('')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('Write a whole date').waitFor()
    await form.getByLabel('From', { exact: true }).fill('2031-05-15')
    await form.getByRole('button', { name: 'Remove' }).click()
    await save()
    expect(await cell(page, 'Rent', 'amount_cents').innerText()).toBe('$900.00')
    await undo(page)
    await cell(page, 'Rent', 'amount_cents').getByRole('button', { name: '$975.00 from May 15' }).waitFor()
    await close()
  })

  test('what is set aside for a bill stays with it when its later dates change', async () => {
    const { page, close } = await openBills(options, household)
    await cell(page, 'Rent', 'due_date').click()
    await dialog(page).getByRole('button', { name: 'Sat, Mar 15' }).click()
    await dialog(page).getByLabel('Amount', { exact: true }).fill('1000')
    await dialog(page).getByLabel('this one and all later ones').check()
    await page.keyboard.press('Enter')
    await dialog(page).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Plan', exact: true }).click()
    expect(await page.getByLabel('Rent gets').innerText()).toBe('$200.00')
    await close()
  })

  test('the rule is a sentence: its words change the dates at once, and what is no rule is refused in words', async () => {
    const { page, close } = await openBills(options, household)
    await cell(page, 'Tyres', 'due_date').click()
    await page.getByRole('button', { name: 'Repeat…' }).click()
    await dialog(page).getByText('Every 2 weeks').click()
    await dialog(page).getByLabel('Tuesday').check()
    await dialog(page).getByText('So: every second week on Tuesday and Saturday').waitFor()
    expect((await dates(page)).slice(0, 3)).toEqual(['Sat, Feb 1 $380.00', 'Tue, Feb 11 $380.00', 'Sat, Feb 15 $380.00'])
    await dialog(page).getByText('Monthly', { exact: true }).click()
    await dialog(page).getByLabel('Which day').selectOption('-1')
    await dialog(page).getByLabel('Day or weekday').selectOption('FR')
    await dialog(page).getByLabel('Ends').selectOption('count')
    await dialog(page).getByText('A schedule ends after 1 to').waitFor()
    expect(await dates(page)).toEqual([])
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await dialog(page).getByLabel('How many times').fill('3')
    await dialog(page).getByText('The last 3 dates').waitFor()
    expect(await dates(page)).toEqual(['Fri, Feb 28 $380.00', 'Fri, Mar 28 $380.00', 'Fri, Apr 25 $380.00'])
    await page.keyboard.press('Enter')
    await dialog(page).waitFor({ state: 'detached' })
    expect(await when(page, 'Tyres')).toBe('Feb 28 every month on the last Friday, 3 times')
    await undo(page)
    await expect.poll(() => when(page, 'Tyres')).toBe('Feb 1 once')
    await close()
  })

  test('short months and weekends are asked about where they matter, and the dates show what was moved', async () => {
    const { page, close } = await openBills(options, household)
    await cell(page, 'Salary', 'due_date').click()
    await dialog(page).getByText('When Salary comes in').waitFor()
    await dialog(page).getByLabel('On a weekend').selectOption('before')
    expect((await dates(page)).slice(3, 6)).toEqual([
      'Wed, Apr 30 $1,800.00',
      'Fri, May 30 $1,800.00 instead of Sat, May 31',
      'Mon, Jun 30 $1,800.00',
    ])
    await dialog(page).getByLabel('in shorter months').selectOption('skip')
    expect((await dates(page)).slice(0, 3)).toEqual([
      'Fri, Jan 31 $1,800.00',
      'Mon, Mar 31 $1,800.00',
      'Fri, May 30 $1,800.00 instead of Sat, May 31',
    ])
    await dialog(page).getByLabel('Which day').selectOption('15')
    expect(await dialog(page).getByLabel('in shorter months').count()).toBe(0)
    // A press elsewhere keeps what was written, as leaving a cell does.
    await page.getByRole('heading', { name: 'Bills & income' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    expect(await when(page, 'Salary')).toBe('Feb 14 every month on the 15th, moved to Friday before a weekend')
    await close()
  })

  test('a date that is marked as paid in the schedule is taken off the balance as it says, and not where it is taken back before saving', async () => {
    const { page, close } = await openBills(options, { ...household, allocations: [] })
    const mark = async (date: string, state: string): Promise<void> => {
      await dialog(page).getByRole('button', { name: date }).click()
      await dialog(page).getByLabel('This date', { exact: true }).selectOption(state)
    }
    await cell(page, 'Rent', 'due_date').click()
    await mark('Wed, Jan 15', 'is paid')
    await dialog(page).getByRole('button', { name: 'Back to the dates', exact: true }).click()
    await mark('Sat, Feb 15', 'is paid')
    await dialog(page).getByLabel('Yes, it is off it').check()
    await dialog(page).getByRole('button', { name: 'Back to the dates', exact: true }).click()
    // Looked at again, it stays as it was said.
    await mark('Sat, Feb 15', 'is paid')
    await dialog(page).getByRole('button', { name: 'Back to the dates', exact: true }).click()
    await mark('Sat, Mar 15', 'is paid')
    await dialog(page).getByRole('button', { name: 'Back to the dates', exact: true }).click()
    await mark('Sat, Mar 15', 'is due')
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    await expect.poll(() => when(page, 'Rent')).toContain('Mar 15')
    await page.getByRole('link', { name: 'Plan', exact: true }).first().click()
    await expect.poll(() => page.getByLabel('On hand').inputValue()).toBe('1,600.00')
    await undo(page)
    await expect.poll(() => page.getByLabel('On hand').inputValue()).toBe('2,500.00')
    await close()
  })

  test('the next date is marked as paid or skipped from the row, and comes back', async () => {
    const { page, close } = await openBills(options, household)
    await menu(page, 'Rent', 'Mark Jan 15 as paid')
    await page.getByRole('dialog', { name: 'Is Rent off your balance already?' }).getByRole('button', { name: 'Yes, it is off it' }).click()
    await expect.poll(() => when(page, 'Rent')).toContain('Feb 15')
    await menu(page, 'Rent', 'Skip Feb 15')
    await expect.poll(() => when(page, 'Rent')).toContain('Mar 15')
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => when(page, 'Rent')).toContain('Feb 15')
    await cell(page, 'Rent', 'due_date').click()
    await dialog(page).waitFor()
    expect((await dates(page))[0]).toBe('Wed, Jan 15 $900.00 paid')
    const become = async (date: string, state: string): Promise<void> => {
      await dialog(page).getByRole('button', { name: date }).click()
      await dialog(page).getByLabel('This date', { exact: true }).selectOption(state)
      await dialog(page).getByRole('button', { name: 'Back to the dates', exact: true }).click()
    }
    await become('Wed, Jan 15', 'is due')
    await become('Sat, Feb 15', 'is skipped')
    await expect.poll(async () => (await dates(page)).slice(0, 2)).toEqual(['Wed, Jan 15 $900.00', 'Sat, Feb 15 $900.00 skipped'])
    await become('Sat, Feb 15', 'is due')
    await become('Sat, Mar 15', 'and all later ones are no more')
    await dialog(page).getByText('The last 2 dates').waitFor()
    expect(await dates(page)).toEqual(['Wed, Jan 15 $900.00', 'Sat, Feb 15 $900.00'])
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    await cell(page, 'Gym', 'category').focus()
    await menu(page, 'Tyres', 'Mark Feb 1 as paid')
    await page
      .getByRole('dialog', { name: 'Is Tyres off your balance already?' })
      .getByRole('button', { name: 'Yes, it is off it' })
      .click()
    await cell(page, 'Gym', 'category').focus()
    await page.getByText('Past or paid').waitFor()
    expect((await names(page)).slice(-2)).toEqual(['Tyres', 'Salary'])
    expect(await when(page, 'Tyres')).toBe('Feb 1 paid')
    await menu(page, 'Tyres', 'Mark as not paid')
    await page
      .getByRole('dialog', { name: 'Was Tyres taken off your balance when you marked it?' })
      .getByRole('button', { name: 'No, my balance stays' })
      .click()
    await cell(page, 'Gym', 'category').focus()
    await page.getByText('Past or paid').waitFor({ state: 'detached' })
    await close()
  })

  test('an amount that is not certain has a range, which can go again', async () => {
    const { page, close } = await openBills(options, household)
    await menu(page, 'Gym', 'Give a range…')
    await dialog(page).getByLabel('Lowest').fill('25')
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await dialog(page).getByText('A range has a lowest and a highest amount.').waitFor()
    await dialog(page).getByLabel('Highest').fill('20')
    await page.keyboard.press('Enter')
    await dialog(page).getByText('The lowest amount is above the highest.').waitFor()
    await dialog(page).getByLabel('Highest').fill('2*20')
    await page.keyboard.press('Enter')
    await dialog(page).waitFor({ state: 'detached' })
    expect(await cell(page, 'Gym', 'amount_cents').innerText()).toMatch(/\$30\.00\s+\$25 – \$40/)
    await menu(page, 'Gym', 'Range…')
    await dialog(page).getByRole('button', { name: 'No range' }).click()
    await expect.poll(() => cell(page, 'Gym', 'amount_cents').innerText()).toBe('$30.00')
    await close()
  })
})

describe('a sheet', () => {
  const many = {
    ...nothing,
    bills: Array.from({ length: 9 }, (_, index) => ({
      id: id(20 + index),
      name: `Bill ${index + 1}`,
      amount_cents: 1_000 * (9 - index),
      due_date: `2031-01-0${index + 1}`,
      category: index < 3 ? 'Home' : index < 5 ? 'Car' : null,
    })),
  }

  test('is sorted by any column and filtered by words and category', async () => {
    const { page, close } = await openBills({}, many)
    expect((await names(page))[0]).toBe('Bill 1')
    const amounts = page.getByRole('grid', { name: 'Bills' }).getByRole('columnheader', { name: 'Amount' })
    await amounts.getByRole('button').click()
    expect((await names(page))[0]).toBe('Bill 9')
    await amounts.getByRole('button').click()
    expect([(await names(page))[0], await amounts.getAttribute('aria-sort')]).toEqual(['Bill 1', 'descending'])
    await page.getByLabel('Find').fill('bill 4')
    expect(await names(page)).toEqual(['Bill 4'])
    await page.getByLabel('Find').fill('')
    await page.getByLabel('Category to show').selectOption('Home')
    expect(await names(page)).toEqual(['Bill 1', 'Bill 2', 'Bill 3'])
    await page.getByLabel('Category to show').selectOption('no category')
    expect(await names(page)).toHaveLength(4)
    await page.getByLabel('Find').fill('nothing like it')
    await page.getByText('No bill fits what you look for.').waitFor()
    await page.getByLabel('Name of a new bill').fill('Bill 10')
    await page.keyboard.press('Enter')
    expect(await names(page)).toHaveLength(10)
    expect(await page.getByLabel('Find').inputValue()).toBe('')
    await close()
  })

  test('Enter edits and goes down, Tab goes on, Esc takes back, arrows move', async () => {
    const { page, close } = await openBills({}, { ...nothing, bills: [tyres, { ...dentist, due_date: '2031-02-02' }] })
    await cell(page, 'Tyres', 'name').click()
    await page.keyboard.type('Winter tyres')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Amount of Winter tyres')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Due date of Winter tyres')
    await page.keyboard.press('Enter')
    await cell(page, 'Winter tyres', 'category').focus()
    await page.keyboard.type('Car')
    await page.keyboard.press('Tab')
    await page.keyboard.type('120/3')
    await page.getByText('= $40.00').waitFor()
    await page.keyboard.press('Enter')
    expect(await cell(page, 'Winter tyres', 'amount_cents').innerText()).toBe('$40.00')
    expect(await focused(page)).toBe('$95.00')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowLeft')
    expect(await focused(page)).toBe('Car')
    await page.keyboard.type('Other')
    await page.keyboard.press('Escape')
    expect(await cell(page, 'Winter tyres', 'category').innerText()).toBe('Car')
    expect(await focused(page)).toBe('Car')
    await close()
  })

  test('Tab passes over a schedule, which Enter opens', async () => {
    const { page, close } = await openBills({}, household)
    await cell(page, 'Rent', 'name').click()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Amount of Rent')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await dialog(page).getByText('When Rent is due').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Change Jan 15…' }).press('Enter')
    await dialog(page).getByRole('heading', { name: 'Wed, Jan 15' }).waitFor()
    await close()
  })

  test.each([
    ['down', 'Dentist', '2000'],
    ['up', 'Rent', '1'],
  ])('a press on another row is a click on it, though the row that is left goes %s at that moment', async (_way, left, amount) => {
    const { page, close } = await openBills({}, { ...household, bills: [rent, gym, tyres, { ...dentist, due_date: '2031-03-01' }] })
    const bills = page.getByRole('grid', { name: 'Bills' })
    await bills.getByRole('button', { name: 'Amount' }).click()
    const billNames = async (): Promise<string[]> =>
      (await bills.locator('tr[data-row]:not(.new-row) [data-cell="name"]').allInnerTexts()).map((name) => name.trim())
    const before = await billNames()
    expect(before).toEqual(['Gym', 'Dentist', 'Tyres', 'Rent'])
    await cell(page, left, 'amount_cents').click()
    await page.keyboard.type(amount)
    const box = (await cell(page, 'Tyres', 'name').boundingBox())!
    await page.mouse.move(box.x + 20, box.y + box.height / 2)
    await page.mouse.down()
    expect(await billNames()).toEqual(before)
    await page.mouse.up()
    await page.getByLabel('Name of Tyres').waitFor()
    await page.keyboard.type('Tyres for winter')
    await page.keyboard.press('Enter')
    await expect
      .poll(billNames)
      .toEqual(left === 'Rent' ? ['Rent', 'Gym', 'Dentist', 'Tyres for winter'] : ['Gym', 'Tyres for winter', 'Rent', 'Dentist'])
    await close()
  })

  test('what cannot be read stays in the field, with a sentence beside it', async () => {
    const { page, close } = await openBills({}, household)
    await cell(page, 'Gym', 'amount_cents').click()
    await page.keyboard.type('3o')
    await page.keyboard.press('Enter')
    const field = page.getByLabel('Amount of Gym')
    expect([await field.inputValue(), await field.getAttribute('aria-invalid')]).toEqual(['3o', 'true'])
    await page.getByText('Write an amount such as 1,250.00, or a sum such as 120/3.').waitFor()
    await page.keyboard.press('Escape')
    expect(await cell(page, 'Gym', 'amount_cents').innerText()).toBe('$30.00')
    await close()
  })

  test('keeps a row in its place while it is worked on, and gives it its new one afterwards', async () => {
    const { page, close } = await openBills(
      {},
      {
        ...nothing,
        bills: [
          { ...tyres, name: 'Early', due_date: '2031-01-05' },
          { ...dentist, name: 'Late', due_date: '2031-03-01' },
        ],
      },
    )
    await cell(page, 'Early', 'due_date').click()
    await page.getByLabel('Due date of Early').fill('2031-06-01')
    await page.keyboard.press('Shift+Tab')
    expect((await names(page)).join()).toBe('Early,Late')
    await page.keyboard.press('Escape')
    await cell(page, 'Late', 'name').click()
    expect((await names(page))[0]).not.toBe('Early')
    await page.keyboard.press('Escape')
    expect(await names(page)).toEqual(['Late', 'Early'])
    expect(await focused(page)).toBe('Late')
    await close()
  })

  test('a deleted bill comes back with what went to it; a copy stands beside the one it is of', async () => {
    const { page, close } = await openBills({}, household)
    await menu(page, 'Rent', 'Delete')
    await row(page, 'Rent').waitFor({ state: 'detached' })
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
    await row(page, 'Rent').waitFor()
    await menu(page, 'Rent', 'Duplicate')
    await row(page, 'Rent 2').waitFor()
    await expect.poll(() => focused(page)).toBe('Rent 2')
    expect(await when(page, 'Rent 2')).toBe(await when(page, 'Rent$'))
    await page.getByRole('link', { name: 'Plan', exact: true }).click()
    expect(await page.getByLabel('Rent gets').innerText()).toBe('$200.00')
    await close()
  })

  test('says what a month and a year come to', async () => {
    const { page, close } = await openBills({}, household)
    await page.getByText('$1,400.00 in February 2031, $12,740.00 in the twelve months that begin with it').waitFor()
    await page.getByText('$1,800.00 in February 2031, $21,600.00 in the twelve months that begin with it').waitFor()
    await page.getByText('Without a date: $95.00').waitFor()
    await close()
  })
})

test('a new row is one stop for Tab while it is blank, and its category is an arrow away', async () => {
  const { page, close } = await openBills({}, household)
  await page.getByLabel('Name of a new bill').focus()
  await page.keyboard.press('Tab')
  expect(await focused(page)).not.toContain('the new bill')
  await page.getByLabel('Amount of the new bill').focus()
  await page.keyboard.press('ArrowLeft')
  expect(await focused(page)).toBe('Category of the new bill')
  await close()
})

test('on a phone every part is there, and nothing lies beside the screen', async () => {
  const { page, close } = await openBills(
    { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    {
      ...household,
      bills: [{ ...rent, name: 'Rent of the flat by the river', amount_low_cents: 80_000, amount_high_cents: 99_900 }, gym, tyres, dentist],
    },
  )
  const isInside = () => page.evaluate(() => document.documentElement.scrollWidth <= 390)
  expect(await isInside()).toBe(true)
  for (const words of ['every month on the 15th', '$800 – $999', 'Home']) expect(await row(page, 'Rent').innerText()).toContain(words)
  await cell(page, 'Rent', 'due_date').tap()
  await dialog(page).getByLabel('Ends').selectOption('until')
  await dialog(page).getByLabel('Last day').fill('2031-03-01')
  await dialog(page).getByText('The last 2 dates').waitFor()
  expect(await isInside()).toBe(true)
  expect(await dialog(page).evaluate((popup) => popup.scrollWidth <= popup.clientWidth)).toBe(true)
  await dialog(page).getByRole('button', { name: 'Sat, Feb 15' }).tap()
  await dialog(page).getByLabel('This date', { exact: true }).selectOption('is paid')
  // As where a payment is ticked: what lets nobody spend what is gone is said already.
  expect(await dialog(page).getByLabel('No, take it off').isChecked()).toBe(true)
  await dialog(page).getByLabel('Yes, it is off it').check()
  await dialog(page).getByRole('button', { name: 'Save' }).tap()
  await dialog(page).waitFor({ state: 'detached' })
  expect(await when(page, 'Rent')).toContain('Jan 15')
  await menu(page, 'Gym', 'Give a range…')
  expect(await isInside()).toBe(true)
  await page.keyboard.press('Escape')
  // Adding is in reach from the top of the list, for bills and income alike, and covers no row at its end.
  const plus = page.getByRole('button', { name: 'Add a bill or an income' })
  const size = (await plus.boundingBox())!
  expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(44)
  await plus.tap()
  await dialog(page).getByLabel('An income').check()
  await dialog(page).getByLabel('Name', { exact: true }).fill('Benefit')
  await dialog(page).getByLabel('Amount', { exact: true }).fill('250')
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).tap()
  await row(page, 'Benefit').waitFor()
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  const [last, button] = [(await page.locator('.new-row').last().boundingBox())!, (await plus.boundingBox())!]
  expect(last.y + last.height).toBeLessThanOrEqual(button.y)
  await close()
})
