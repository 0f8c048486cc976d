/** Accounts on the plan's page: one is added, edited where it stands, moved, deleted and brought back; cards and loans say what becomes of them. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApp, type OpenApp, type PersonOptions } from './browser.ts'
import { withPlan, type GivenPlan } from './bringPlan.ts'
import { places } from './places.ts'
import { says } from './planSteps.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const start_date = '2031-03-01'
const idOf = (nth: number): string => `a0000000-0000-4000-8000-00000000000${nth}`
const monthly = { every: 1, unit: 'month' }
const household: GivenPlan = {
  name: 'Household',
  planning_balance_cents: 100_000,
  floor_cents: 20_000,
  start_date,
  currency_code: 'USD',
  incomes: [],
  allocations: [],
  bills: [{ id: idOf(1), name: 'Rent', amount_cents: 70_000, due_date: '2031-03-05' }],
}
const card = {
  closing_day: 3,
  due_day: 7,
  shift: null,
  paid_from_account_id: null,
  pays: 'statement',
  minimum_percent: 0,
  minimum_cents: 0,
  fixed_cents: 0,
  statement_cents: null,
}
/** A card with 412.60 on it, and 20.00 more each Saturday from the start on. */
const withCard: GivenPlan = {
  ...household,
  accounts: [{ id: idOf(2), name: 'Visa', kind: 'card', balance_cents: -41_260, card }],
  bills: [
    ...household.bills,
    {
      id: idOf(4),
      name: 'Groceries',
      amount_cents: 2_000,
      due_date: start_date,
      schedule: { every: 1, unit: 'week' },
      account_id: idOf(2),
    },
  ],
}
/** 1,000.00 at 12% a year, with 300.00 a month. */
const withLoan: GivenPlan = {
  ...household,
  planning_balance_cents: 500_000,
  accounts: [{ id: idOf(3), name: 'Car loan', kind: 'loan', balance_cents: -100_000, interest: { rate_basis_points: 1_200 } }],
  transfers: [
    { id: idOf(5), name: 'Car payment', amount_cents: 30_000, due_date: '2031-03-10', schedule: monthly, to_account_id: idOf(3) },
  ],
}

const accounts = (page: Page) => page.getByRole('region', { name: 'Accounts', exact: true })
const names = (page: Page) => accounts(page).getByRole('heading', { level: 3 }).allTextContents()
const rows = (page: Page) => accounts(page).getByRole('listitem').allInnerTexts()
const statements = async (page: Page): Promise<string[]> =>
  (await page.getByRole('table', { name: 'The next statements' }).getByRole('row').allInnerTexts())
    .slice(1)
    .map((row) => row.replaceAll(/\s+/g, ' '))
const phone: PersonOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, colorScheme: 'dark' }

describe('the list', () => {
  test('who has no second account sees one button, adds a joint account, and finds it beside the main one', async () => {
    const { page, close } = await withPlan(app, household, '/')
    await page.getByRole('button', { name: 'Add an account' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('label')?.textContent)).toBe('Name')
    await page.getByLabel('Name', { exact: true }).fill('Joint account')
    await page.getByLabel('Kind').selectOption('checking')
    await page.getByLabel('On it on').fill('350')
    await page.getByLabel('Never below').nth(1).fill('400')
    await page.keyboard.press('Enter')
    await accounts(page).getByText('Joint account falls below its floor of $400.00 on Mar 1, 2031.').waitFor()
    await page.getByRole('region', { name: 'Summary' }).getByText('Joint account falls below its floor of $400.00').waitFor()
    expect(await names(page)).toEqual(['Main account', 'Joint account checking'])
    expect((await rows(page)).map((row) => row.replaceAll(/\n+/g, ' | '))).toEqual([
      'Main account | $1,000.00 | lowest $300.00 on Mar 5, 2031',
      'Joint account checking | $350.00 | lowest $350.00 on Mar 1, 2031 | Edit | Joint account falls below its floor of $400.00 on Mar 1, 2031.',
    ])
    await close()
  })

  test('what is owed is written as more than nothing; deleting takes the transfers along, and undo brings all of it back', async () => {
    const plan: GivenPlan = {
      ...household,
      accounts: [...withCard.accounts!, { ...withLoan.accounts![0], balance_cents: -900_000 }],
      transfers: withLoan.transfers!,
    }
    const { page, close } = await withPlan(app, plan, '/')
    const lowest = page.getByRole('region', { name: 'Summary' })
    await lowest.getByText('-$1,012.60').first().waitFor()
    await page.getByRole('button', { name: 'Edit Visa' }).click()
    await page.getByLabel('Owed on').fill('500')
    await page.keyboard.press('Enter')
    await accounts(page).getByRole('button', { name: '$500.00' }).first().waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Edit Visa')
    await page.getByRole('button', { name: 'Edit Car loan' }).click()
    await page.getByRole('button', { name: 'Move Car loan up' }).press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Move Car loan down')
    await page.keyboard.press('Escape')
    await expect.poll(() => names(page)).toEqual(['Main account', 'Car loan loan, 12% a year', 'Visa credit card'])
    await page.getByRole('button', { name: 'Edit Car loan' }).click()
    await page.getByRole('button', { name: 'Delete Car loan' }).click()
    await expect.poll(() => names(page)).toEqual(['Main account', 'Visa credit card'])
    await lowest.getByText('-$200.00').first().waitFor()
    await page.getByText(/^Car loan is deleted, with its transfers/).waitFor()
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await expect.poll(() => names(page)).toEqual(['Main account', 'Car loan loan, 12% a year', 'Visa credit card'])
    await lowest.getByText('-$1,100.00').first().waitFor()
    await close()
  })

  test('an amount that can’t be read is told beside the fields, and nothing that was written is lost', async () => {
    const { page, close } = await withPlan(app, withLoan, '/')
    await page.getByRole('button', { name: 'Edit Car loan' }).click()
    await page.getByLabel('Interest, % a year').fill('a lot')
    await page.getByLabel('Owed on').fill('800')
    await page.keyboard.press('Enter')
    await page.getByText('Write a percent with two digits').waitFor()
    expect(await page.getByLabel('Interest, % a year').inputValue()).toBe('a lot')
    await page.getByLabel('Interest, % a year').fill('101')
    await page.keyboard.press('Enter')
    await accounts(page).locator('.problem').waitFor()
    await page.keyboard.press('Escape')
    await accounts(page).getByRole('button', { name: '$1,000.00' }).waitFor()
    await close()
  })
})

describe.each(places('on this device'))('a card, %s', (_where, options) => {
  test('is written in one sentence, whose next three statements are told meanwhile, and says what it takes next', async () => {
    const { page, close } = await withPlan(app, withCard, '/', options)
    // Owed, and the 1st: 432.60 until the 3rd. Then the 8th, 15th, 22nd and 29th; then 5, 12, 19 and 26 April, and 3 May.
    await accounts(page).getByText('Visa takes $432.60 on Mar 7, 2031, for purchases until Mar 3, 2031.').waitFor()
    await accounts(page).getByText('So far $432.60 stands on that statement.').waitFor()
    await page.getByRole('button', { name: 'Edit Visa' }).click()
    await expect
      .poll(() => statements(page))
      .toEqual([
        'Mar 3, 2031 Mar 7, 2031 $432.60 $432.60',
        'Apr 3, 2031 Apr 7, 2031 $80.00 $80.00',
        'May 3, 2031 May 7, 2031 $100.00 $100.00',
      ])
    await page.getByLabel('Day on which a statement closes').selectOption('31')
    await page.getByLabel('Day on which it is due').selectOption('20')
    await page.getByLabel('When it is due on a weekend').selectOption('before')
    await page.getByLabel('What is paid of a statement').selectOption('fixed')
    await page.getByLabel('Amount that is paid each time').fill('200')
    // All of March is on the first: 412.60 + 5 × 20. April's is what is left of it and 4 × 20; 20 April 2031 is a Sunday.
    await expect
      .poll(() => statements(page))
      .toEqual([
        'Feb 28, 2031 Mar 20, 2031 $412.60 $200.00',
        'Mar 31, 2031 Apr 18, 2031 $312.60 $200.00',
        'Apr 30, 2031 May 20, 2031 $192.60 $192.60',
      ])
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await accounts(page).getByText('Visa takes $200.00 on Mar 20, 2031, of the $412.60 on its statement of Feb 28, 2031.').waitFor()
    await accounts(page).getByText('The statement that closes on Mar 31, 2031 has $232.60 on it so far.').waitFor()
    await says(page, 'saved')
    await page.reload()
    await accounts(page).getByText('Visa takes $200.00 on Mar 20, 2031').waitFor()
    await close()
  })

  test('that is new is asked what stood on its last statement, before anything is written and as one that is there', async () => {
    const { page, close } = await withPlan(app, household, '/', options)
    await page.getByRole('button', { name: 'Add an account' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Visa')
    await page.getByLabel('Kind').selectOption('card')
    await accounts(page).getByText('stood on the statement that closed on Feb 3').waitFor()
    await page.getByLabel('Day on which a statement closes').selectOption('20')
    await accounts(page).getByText('stood on the statement that closed on Feb 20').waitFor()
    await page.getByLabel('Day on which it is due').selectOption('7')
    await page.getByLabel('What stood on the last statement').fill('300')
    await page.getByLabel('Owed on Mar 1, 2031').fill('250')
    await page.keyboard.press('Enter')
    await accounts(page).getByText('No more can have stood on it than the $250.00 that is owed.').waitFor()
    await page.getByLabel('Owed on Mar 1, 2031').fill('412.60')
    await expect
      .poll(async () => (await statements(page)).slice(0, 2))
      .toEqual(['Feb 20, 2031 Mar 7, 2031 $300.00 $300.00', 'Mar 20, 2031 Apr 7, 2031 $112.60 $112.60'])
    await page.keyboard.press('Enter')
    await accounts(page).getByText('Visa takes $300.00 on Mar 7, 2031').waitFor()
    await page.getByRole('button', { name: 'Edit Visa' }).click()
    await expect.poll(() => page.getByLabel('What stood on the last statement').inputValue()).toBe('300.00')
    await close()
  })

  test('whose payment is left out says so, and takes more next time', async () => {
    const { page, close } = await withPlan(app, withCard, '/', options)
    await accounts(page).getByRole('button', { name: 'Skip Visa on Mar 7, 2031' }).click()
    await accounts(page).getByText('Its payment of Mar 7, 2031 is skipped.').waitFor()
    await accounts(page).getByText('Visa takes $512.60 on Apr 7, 2031').waitFor()
    await accounts(page).getByRole('button', { name: 'Bring Visa on Mar 7, 2031 back' }).click()
    await accounts(page).getByText('Visa takes $432.60 on Mar 7, 2031').waitFor()
    await close()
  })
})

test('money that is set aside for another account goes there, and what is charged elsewhere is told by its account', async () => {
  const bills = [
    {
      id: idOf(1),
      name: 'Groceries',
      amount_cents: 5_000,
      due_date: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10),
      account_id: idOf(2),
    },
  ]
  const today = new Date().toISOString().slice(0, 10)
  const { page, close } = await withPlan(
    app,
    { ...household, start_date: today, bills, accounts: [{ id: idOf(2), name: 'Visa', kind: 'card', balance_cents: -30_000, card }] },
    '/',
  )
  await page.locator('.coming-row', { hasText: 'Groceries' }).getByText('Visa').waitFor()
  await page.getByText('The balance', { exact: true }).click()
  await page.getByLabel('Where money goes').selectOption('Visa')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByLabel('How Visa is counted').selectOption('fixed')
  await page.getByLabel('Amount for Visa').fill('100')
  await page.keyboard.press('Enter')
  await accounts(page).getByRole('button', { name: '$200.00', exact: true }).waitFor()
  await close()
})

describe('a loan', () => {
  test('says when it ends and what it costs; a slider shows both at another payment, nothing is stored until it is taken, and one undo takes it back', async () => {
    const { page, close } = await withPlan(app, withLoan, '/')
    // 10.00, 7.10, 4.17 and 1.21 of interest.
    await accounts(page).getByText('Paid off on Jun 10, 2031, with $22.48 of interest until then.').waitFor()
    const undo = page.getByRole('button', { name: /^Undo/ }).first()
    const isUndoable = await undo.isEnabled()
    await page.getByRole('button', { name: 'Pay more for Car loan' }).click()
    const slider = accounts(page).getByRole('slider')
    await slider.press('End')
    expect(await slider.getAttribute('aria-valuetext')).toContain('$900.00')
    await page.getByLabel('Each time').fill('600')
    await page.keyboard.press('Enter')
    // 10.00 and 4.10 of interest.
    await accounts(page)
      .getByText(
        'Paid off on Apr 10, 2031 instead of Jun 10, 2031, 2 months sooner, with $14.10 of interest instead of $22.48, $8.38 less.',
      )
      .waitFor()
    await accounts(page).getByText('Main account gets as low as $3,285.90 on Apr 10, 2031 then.').waitFor()
    expect(await undo.isEnabled()).toBe(isUndoable)
    await page.getByRole('button', { name: 'Pay $600.00 from Mar 10, 2031' }).click()
    await accounts(page).getByText('Paid off on Apr 10, 2031, with $14.10 of interest until then.').waitFor()
    await page.keyboard.press('Control+z')
    await accounts(page).getByText('Paid off on Jun 10, 2031, with $22.48 of interest until then.').waitFor()
    await close()
  })

  test('is entered with its monthly payment in one form, which says how a month’s interest comes about and where it ends; one undo takes both back', async () => {
    const { page, close } = await withPlan(app, { ...withLoan, accounts: [], transfers: [] }, '/')
    await page.getByRole('button', { name: 'Add an account' }).click()
    await page.getByLabel('Kind').selectOption('loan')
    await page.getByLabel('Name', { exact: true }).fill('Car loan')
    await page.getByLabel('Owed on').fill('1000')
    await page.getByLabel('Interest').fill('12')
    await accounts(page).getByText('A month’s interest is a twelfth of 12% on what is owed: $10.00 on $1,000.00.').waitFor()
    await page.getByLabel('Each time').fill('300')
    await page.getByLabel('First date').fill('2031-03-10')
    await accounts(page).getByText('Then it is paid off on Jun 10, 2031, with $22.48 of interest.').waitFor()
    await page.getByLabel('Each time').press('Enter')
    await accounts(page).getByText('Paid off on Jun 10, 2031, with $22.48 of interest until then.').waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => accounts(page).getByText('Car loan').count()).toBe(0)
    await close()
  })

  test('to which nothing goes says so, and is given a payment', async () => {
    const { page, close } = await withPlan(app, { ...withLoan, transfers: [] }, '/')
    await accounts(page).getByText('No payment goes to it yet.').waitFor()
    await page.getByRole('button', { name: 'Add a payment for Car loan' }).click()
    await page.getByLabel('Each time').fill('300')
    await page.getByLabel('First date').fill('2031-03-10')
    await accounts(page).getByText('Then it is paid off on Jun 10, 2031, with $22.48 of interest.').waitFor()
    await page.getByLabel('Each time').press('Enter')
    await accounts(page).getByText('Paid off on Jun 10, 2031, with $22.48 of interest until then.').waitFor()
    await close()
  })
})

/** Presses Tab until something by that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = () =>
    page.evaluate(
      () =>
        document.activeElement?.getAttribute('aria-label') ??
        (document.activeElement?.closest('label')?.firstChild ?? document.activeElement)?.textContent,
    )
  for (let presses = 0; presses < 20 && (await focused()) !== name; presses += 1) await page.keyboard.press('Tab')
  expect(await focused()).toBe(name)
}

test('with the keys alone, on a phone’s width in the dark: a card is added, its days are chosen, and its figures open', async () => {
  const { page, close } = await withPlan(app, household, '/', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  await page.getByRole('button', { name: 'Add an account' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Name', { exact: true }).waitFor()
  await page.keyboard.type('Visa')
  await tabTo(page, 'Kind')
  await page.keyboard.type('cr')
  await tabTo(page, 'Owed on Mar 1, 2031')
  await page.keyboard.type('100')
  await tabTo(page, 'Day on which a statement closes')
  await page.keyboard.type('1st')
  await tabTo(page, 'Add the account')
  await page.keyboard.press('Enter')
  await accounts(page).getByText('Visa takes $100.00 on Mar 28, 2031, for purchases until Mar 1, 2031.').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Edit Visa')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'The most that is owed on Visa' }).waitFor()
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await close()
})

test('by touch the list fits a phone, and on paper it stands without its buttons', async () => {
  const { page, close } = await withPlan(
    app,
    { ...withLoan, accounts: [...withLoan.accounts!, ...withCard.accounts!], bills: withCard.bills },
    '/',
    phone,
  )
  await accounts(page).getByText('Visa takes').waitFor()
  const small = await accounts(page)
    .getByRole('button')
    .evaluateAll((buttons) => buttons.filter((button) => button.getBoundingClientRect().height < 44).map((button) => button.outerHTML))
  expect(small).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await page.emulateMedia({ media: 'print' })
  expect(
    await accounts(page)
      .getByRole('button', { name: /Edit|Pay more|Skip|Add an account/ })
      .count(),
  ).toBe(0)
  expect((await rows(page)).map((row) => row.split('\n').at(-1))).toEqual([
    'lowest $2,787.40 on May 10, 2031',
    'A month’s interest is a twelfth of 12% on what is owed: $10.00 on $1,000.00.',
    'So far $432.60 stands on that statement.',
  ])
  await close()
})
