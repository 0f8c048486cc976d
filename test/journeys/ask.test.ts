/** A person asks a plan what it can bear: by mouse, by keyboard and on a phone, on the device and on the server; and makes the answer a part of the plan, or of a copy. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withPlan, type GivenPlan } from './bringPlan.ts'
import { openApp, type JourneyPerson, type OpenApp, type PersonOptions } from './browser.ts'
import { places } from './places.ts'
import { billNames, openBills, says } from './planSteps.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const monthly = { every: 1, unit: 'month' }
const id = (end: number): string => `a0000000-0000-4000-8000-00000000000${end}`
/** $1,000 on 1 March, rent of $700 on the 5th, $1,500 on the 10th. */
const household: GivenPlan = {
  name: 'Household',
  planning_balance_cents: 100_000,
  floor_cents: 20_000,
  start_date: '2031-03-01',
  currency_code: 'USD',
  allocations: [],
  bills: [{ id: id(1), name: 'Rent', amount_cents: 70_000, due_date: '2031-03-05', schedule: monthly }],
  incomes: [{ id: id(2), name: 'Salary', amount_cents: 150_000, due_date: '2031-03-10', schedule: monthly }],
}
const asking = (page: Page) => page.getByRole('region', { name: 'Ask', exact: true })

async function opened(options: PersonOptions = {}): Promise<JourneyPerson> {
  const person = await withPlan(app, household, '/', options)
  await person.page.getByRole('button', { name: 'Ask…' }).waitFor()
  return person
}

describe.each(places('on this device'))('%s', (_, options) => {
  test('whether it can be afforded is answered as it is typed, and becomes part of the plan with one press', async () => {
    const { page, close } = await opened(options)
    await page.getByRole('button', { name: 'Ask…' }).click()
    await page.keyboard.type('150')
    await asking(page).getByText('No: on Mar 5, 2031 $150.00 would be left, $50.00 less than your floor of $200.').waitFor()
    await asking(page).getByText('The earliest day for it is Mar 10, 2031; then $950.00 is left on the lowest day, Apr 5, 2031.').waitFor()
    await page.locator('.chart-tried').waitFor({ state: 'attached' })
    await asking(page).getByText('Why').click()
    await asking(page).getByText('On that day $100.00 would do. With $100.01, Mar 5, 2031 would be below your floor.').waitFor()
    await asking(page).getByText('That day is low because of Rent.').waitFor()
    await asking(page).getByLabel('The day on which it is paid').fill('2031-03-10')
    await asking(page)
      .getByText('Yes: on the lowest day after it, Apr 5, 2031, $950.00 is left, $750.00 above your floor; no earlier day would do.')
      .waitFor()
    await asking(page)
      .getByTitle(/^How With the purchase/)
      .or(asking(page).locator('button.figure'))
      .first()
      .click()
    await page.getByText('Together').waitFor()
    await page.keyboard.press('Escape')
    await asking(page).getByRole('button', { name: 'Add it to the plan' }).click()
    await page.getByText('“Purchase” is in the plan.').waitFor()
    await openBills(page)
    expect(await billNames(page)).toEqual(['Purchase', 'Rent', 'Salary'])
    await page.keyboard.press('Control+z')
    await expect.poll(() => billNames(page)).toEqual(['Rent', 'Salary'])
    await close()
  })

  test('it is tried in a copy that stands beside the plan, and one step of undo takes the copy away', async () => {
    const { page, close } = await opened(options)
    await page.getByRole('button', { name: 'Ask…' }).click()
    await page.keyboard.type('900')
    await asking(page).getByRole('button', { name: 'Try it in a copy' }).click()
    await page.getByText('“With a purchase” is a copy of “Household” with this change.').waitFor()
    await page.getByRole('heading', { name: 'What differs' }).or(page.getByText('Purchase')).first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/compare')
    await says(page, 'saved')
    await page.keyboard.press('Control+z')
    await page.getByText('is the only one so far').waitFor()
    await close()
  })
})

test('a purchase has the name that was typed', async () => {
  const { page, close } = await opened()
  await page.getByRole('button', { name: 'Ask…' }).click()
  await page.keyboard.type('150')
  await asking(page).getByLabel('What it is called').fill('Laptop')
  await asking(page).getByRole('button', { name: 'Add it to the plan' }).click()
  await page.getByText('“Laptop” is in the plan.').waitFor()
  // It is not answered over itself, nor added twice, until the question is another one.
  const closed = asking(page).getByText('That is in the plan now. Change the question to ask again.')
  await closed.waitFor()
  expect(await asking(page).getByRole('button', { name: 'Add it to the plan' }).count()).toBe(0)
  await asking(page).getByLabel('How much it costs').fill('20')
  await asking(page).getByRole('button', { name: 'Add it to the plan' }).waitFor()
  expect(await closed.count()).toBe(0)
  await openBills(page)
  await expect.poll(() => billNames(page)).toEqual(['Laptop', 'Rent', 'Salary'])
  await close()
})

test('what was typed stays with its question, and a copy has what the answer was about; what changes nothing makes none', async () => {
  const { page, close } = await opened()
  await page.getByRole('button', { name: 'Ask…' }).click()
  const about = (name: string): Promise<void> => asking(page).getByRole('button', { name, exact: true }).click()
  await page.keyboard.type('150')
  await about('Bill rises')
  await asking(page).getByText('Rent costs that already: write what it would cost.').waitFor()
  expect(await asking(page).getByRole('button', { name: 'Try it in a copy' }).count()).toBe(0)
  await asking(page).getByLabel('What it costs then').fill('750')
  await asking(page).getByLabel('From which day on').fill('2031-04-01')
  await about('Income stops')
  await asking(page).getByLabel('For a while or for good').selectOption('for good')
  await about('Afford')
  expect(await asking(page).getByLabel('How much it costs').inputValue()).toBe('150')
  // Another place and back.
  await openBills(page)
  await page.getByRole('link', { name: 'Plan', exact: true }).locator('visible=true').first().click()
  await page.getByRole('button', { name: 'Ask…' }).click()
  expect(await asking(page).getByLabel('How much it costs').inputValue()).toBe('150')
  await about('Income stops')
  expect(await asking(page).getByLabel('For a while or for good').inputValue()).toBe('for_good')
  await about('Bill rises')
  expect(await asking(page).getByLabel('What it costs then').inputValue()).toBe('750')
  await asking(page).getByText('Then the lowest point of the next 90 days').waitFor()
  await asking(page).getByRole('button', { name: 'Try it in a copy' }).click()
  await page.getByText('“Rent rises” is a copy of “Household” with this change.').waitFor()
  await page.locator('.differing').getByText('$750.00').first().waitFor()
  await close()
})

test('how much can be saved, what has to be set aside, and what becomes of the plan where an income stops or a bill rises', async () => {
  const { page, close } = await opened()
  await page.getByRole('button', { name: 'Ask…' }).click()
  const about = (name: string): Promise<void> => asking(page).getByRole('button', { name, exact: true }).click()
  await about('Save')
  await asking(page).getByLabel('The last day until which').fill('2031-05-09')
  await asking(page).getByText('$850.00 of each of the 2 incomes until then: $1,700.00 together.').waitFor()
  await asking(page).getByText('Why').click()
  await asking(page).getByText('With $850.01, May 5, 2031 would be below your floor, with $199.98 left.').waitFor()
  await asking(page).getByLabel('An amount or a percent').selectOption('percent')
  await asking(page)
    .getByText(/^\d+% of each of the 2 incomes/)
    .waitFor()
  await about('Set aside')
  await asking(page).getByLabel('What it is for').selectOption('Rent')
  await asking(page).getByText('$700.00 of the one income until Apr 5, 2031 comes to the $700.00 that are missing.').waitFor()
  await about('Bill rises')
  await asking(page).getByLabel('What it costs then').fill('750')
  await asking(page).getByText('Then the lowest point of the next 90 days is $250.00 on Mar 5, 2031, $50.00 lower.').waitFor()
  await about('Income stops')
  await asking(page).getByLabel('The last day without it').fill('2031-04-30')
  await asking(page).getByText('Then the lowest point of the next 90 days is -$1,100.00 on May 5, 2031, $1,400.00 lower.').waitFor()
  await asking(page)
    .getByText(/it comes to \$3,000.00 less in all/)
    .waitFor()
  await asking(page).getByLabel('For a while or for good').selectOption('for good')
  await asking(page).getByLabel('The last day without it').waitFor({ state: 'detached' })
  await asking(page).getByText('Then the lowest point of the next 90 days is -$1,100.00 on May 5, 2031, $1,400.00 lower.').waitFor()
  await asking(page)
    .getByText(/it comes to \$18,000.00 less in all/)
    .waitFor()
  await asking(page).getByRole('button', { name: 'Try it in a copy' }).click()
  await page.getByText('“Without Salary” is a copy of “Household” with this change.').waitFor()
  await close()
})

test('what is below the floor before the first payday is told beside how much can be put away from it on', async () => {
  const short: GivenPlan = {
    ...household,
    bills: [...household.bills, { id: id(3), name: 'Phone', amount_cents: 25_000, due_date: '2031-03-04' }],
    goals: [{ id: id(6), name: 'Boat', target_cents: 40_000, target_date: '2031-04-30' }],
  }
  const { page, close } = await withPlan(app, short, '/')
  await page.getByRole('button', { name: 'Ask…' }).click()
  await asking(page).getByRole('button', { name: 'Save', exact: true }).click()
  await asking(page).getByLabel('The last day until which').fill('2031-05-09')
  await asking(page).getByText('$650.00 of each of the 2 incomes until then: $1,300.00 together.').waitFor()
  const before = 'Before your pay of Mar 10, 2031 you are below your floor whatever you put away: on Mar 5, 2031, with $50.00.'
  await asking(page).getByText(before).waitFor()
  await asking(page).getByRole('button', { name: 'Set aside', exact: true }).click()
  await asking(page).getByText('$200.00 of each of the 2 incomes until Apr 30, 2031 comes to the $400.00 that are missing.').waitFor()
  await asking(page).getByText(before).waitFor()
  await close()
})

describe.each(places('on this device'))('which due dates should move, %s', (_, options) => {
  test('is a list of moves, each with what it is for; all or some are taken at once, and undo takes them back', async () => {
    const tight: GivenPlan = {
      ...household,
      floor_cents: 60_000,
      bills: [
        ...household.bills,
        { id: id(3), name: 'Power', amount_cents: 30_000, due_date: '2031-03-06', schedule: monthly },
        { id: id(4), name: 'Groceries', amount_cents: 1_000, due_date: '2031-03-07', schedule: { every: 1, unit: 'week' } },
      ],
    }
    const { page, close } = await withPlan(app, tight, '/', options)
    await page.getByRole('button', { name: 'Ask…' }).click()
    await asking(page).getByRole('button', { name: 'Move due dates' }).click()
    await asking(page)
      .getByText('Move one bill: then $690.00 is left on the lowest day, Mar 7, 2031, instead of -\u2060$10.00 on Mar 7, 2031.')
      .waitFor()
    await asking(page)
      .getByText('Rent, $700.00: from the 5th to the 10th of each month, first on Mar 10, 2031 instead of Mar 5, 2031.')
      .waitFor()
    await asking(page).getByText('Why').click()
    await asking(page).getByText('Not due once a month on a day of its own, so it stays where it is: Groceries.').waitFor()
    await page.locator('.chart-tried').waitFor({ state: 'attached' })
    await asking(page).getByRole('button', { name: 'Copy a text for Rent' }).click()
    await asking(page).getByText('Please let me pay on the 10th of each month instead, for the first time on Mar 10, 2031.').waitFor()
    await asking(page).getByRole('checkbox').uncheck()
    await asking(page).getByRole('button', { name: 'Add it to the plan' }).waitFor({ state: 'detached' })
    await asking(page).getByRole('checkbox').check()
    await asking(page).getByRole('button', { name: 'Add it to the plan' }).click()
    await page.getByText('“Moved due dates” is in the plan.').waitFor()
    await asking(page).getByText('None: until').waitFor()
    await page.keyboard.press('Control+z')
    await asking(page).getByText('Move one bill').waitFor()
    await close()
  })
})

describe.each(places('on this device'))('the order of debts, %s', (_, options) => {
  test('stands beside the plan as it is, and the one that is chosen becomes transfers, which undo takes back', async () => {
    const owing: GivenPlan = {
      ...household,
      floor_cents: 0,
      bills: [],
      accounts: [
        { id: id(5), name: 'Car', kind: 'loan', balance_cents: -60_000 },
        { id: id(6), name: 'Sofa', kind: 'loan', balance_cents: -30_000 },
        {
          id: id(9),
          name: 'Visa',
          kind: 'card',
          balance_cents: -10_000,
          card: {
            closing_day: 3,
            due_day: 20,
            shift: null,
            paid_from_account_id: null,
            pays: 'statement',
            minimum_percent: 0,
            minimum_cents: 0,
            fixed_cents: 0,
            statement_cents: null,
          },
        },
      ],
      transfers: [5, 6].map((nth) => ({
        id: id(nth + 2),
        name: `Pay ${nth}`,
        amount_cents: 10_000,
        due_date: '2031-03-05',
        schedule: monthly,
        to_account_id: id(nth),
      })),
    }
    const { page, close } = await withPlan(app, owing, '/', options)
    await page.getByRole('button', { name: 'Ask…' }).click()
    await asking(page).getByRole('button', { name: 'Pay off debts' }).click()
    await asking(page).getByLabel('How much more is paid on debts each month').fill('50')
    // $250 a month in all, on the 5th.
    await asking(page).getByRole('radio', { name: 'Smallest first' }).check()
    await asking(page).getByText('Sofa: Apr 5, 2031').first().waitFor()
    await asking(page).getByText('Left out, since a card whose statements are paid in full bears no interest: Visa.').waitFor()
    await asking(page).getByText('Why').click()
    await asking(page)
      .getByText('From Mar 5, 2031 on $250.00 a month in all: what the plan pays already, and $50.00 more, on the payment day')
      .waitFor()
    await asking(page).getByRole('button', { name: 'Add it to the plan' }).click()
    await page.getByText('“Smallest first” is in the plan.').waitFor()
    await page.keyboard.press('Control+z')
    // What stood behind "Why" may have closed while the orders were found anew.
    await asking(page).getByText('Sofa: Apr 5, 2031').first().waitFor()
    await close()
  })
})

test('a key opens it, Esc closes it, and the focus is back where it was', async () => {
  const { page, close } = await opened()
  await page.keyboard.press('Control+k')
  await asking(page).waitFor()
  expect(
    await asking(page)
      .getByLabel('How much it costs')
      .evaluate((field) => field === document.activeElement),
  ).toBe(true)
  await page.keyboard.type('1e')
  await asking(page).locator('.problem').waitFor()
  await page.keyboard.press('Escape')
  await asking(page).waitFor({ state: 'detached' })
  await expect.poll(() => page.getByRole('button', { name: 'Ask…' }).evaluate((button) => button === document.activeElement)).toBe(true)
  await close()
})

test('on a phone the sentence and its answer fit, and paper has both', async () => {
  const { page, close } = await opened({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  await page.getByRole('button', { name: 'Ask…' }).tap()
  await asking(page).getByLabel('How much it costs').fill('150')
  await asking(page).getByText('No: on Mar 5').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await page.emulateMedia({ media: 'print' })
  expect(await asking(page).getByText('No: on Mar 5').isVisible()).toBe(true)
  expect(await asking(page).getByRole('button', { name: 'Add it to the plan' }).isVisible()).toBe(false)
  await close()
})
