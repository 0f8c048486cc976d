/** Every screen and dialog, in light and dark: no violation of WCAG 2.2 AA that axe can find, nothing wider than the window, nothing said in another language. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { lookAs, type Look } from './a11yLook.ts'
import { lookAtEverydayFound, lookAtHowGood } from './a11y.everyday.ts'
import { accountsPlan } from './accountsPlan.ts'
import { germanTable, household, ofx, statementOf } from './bankFiles.ts'
import { withPlan } from './bringPlan.ts'
import { openApp, type JourneyPerson, type OpenApp, type PersonOptions } from './browser.ts'
import { openPlace, says, setAmount } from './planSteps.ts'

let app: OpenApp
let look: Look

/** What a person's browser is: a wide window, or a phone. */
export function a11ySuite(options: PersonOptions): void {
  beforeAll(async () => {
    app = await openApp()
    look = await lookAs(options)
  })
  afterAll(() => app.close())

  let person: JourneyPerson
  const planButton = (page: Page) => page.getByTitle(/^Plans:/)
  const openFromMenu = async (page: Page, item: string): Promise<void> => {
    await planButton(page).click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
    await page.getByRole('dialog').waitFor()
  }
  const closeDialog = async (page: Page): Promise<void> => {
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  test('on this device: first visit, plan, menus, dialogs, settings', { timeout: 300_000 }, async () => {
    person = await app.newPerson(options)
    const { page } = person
    await page.getByText('How much is on your account today?').waitFor()
    await look(page, 'first visit')
    await page.getByRole('button', { name: 'Look around with a sample plan' }).click()
    await page.getByText('This is a sample').waitFor()
    await look(page, 'plan')
    await page.getByRole('button', { name: 'Ask…' }).click()
    await page.getByLabel('How much it costs').fill('99999')
    await page.getByText('Why', { exact: true }).click()
    await look(page, 'asking whether it can be afforded')
    for (const about of ['Save', 'Set aside', 'Income stops', 'Bill rises', 'Move due dates', 'Pay off debts']) {
      await page.getByRole('group', { name: 'What to ask' }).getByRole('button', { name: about, exact: true }).click()
      await look(page, `asking: ${about}`)
    }
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Show as a picture' }).click()
    await page.getByText('The same as a table').click()
    await look(page, 'flow picture')
    await page.getByTitle('Send it somewhere else').first().click()
    await page.getByLabel('How Rainy day is counted').selectOption('fixed')
    await page.getByLabel('Amount for Rainy day').fill('99999')
    await page.keyboard.press('Enter')
    await page
      .getByText(/ is .* short/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Remove Holiday' }).click()
    await look(page, 'a shortfall and a notice')
    await planButton(page).click()
    await page.getByRole('menu').waitFor()
    await look(page, 'menu of plans')
    await page.keyboard.press('Escape')
    await page.getByLabel(/^Theme/).click()
    await page.getByRole('menu').waitFor()
    await look(page, 'menu of themes')
    await page.keyboard.press('Escape')
    await page.getByTitle(/^Lowest point/).click()
    await page.getByText('Together').waitFor()
    await look(page, 'explanation')
    await page.keyboard.press('Escape')
    for (const item of ['New plan…', 'Rename…', 'Deleted plans…']) {
      await openFromMenu(page, item)
      await look(page, item)
      await closeDialog(page)
    }
    await openFromMenu(page, 'History…')
    await page.getByRole('button', { name: /^View/ }).first().click()
    await page.getByRole('region', { name: 'The plan at that time' }).waitFor()
    await look(page, 'History…')
    await closeDialog(page)
    await openPlace(page, 'Settings')
    await page.getByRole('heading', { name: 'Settings', exact: true }).waitFor()
    await page.getByRole('radio', { name: /On the server/ }).click()
    await page.getByRole('button', { name: 'Make an account instead' }).click()
    await look(page, 'settings, signing up')
    await page.getByRole('button', { name: 'Delete everything on this device…' }).click()
    await page.getByRole('dialog').waitFor()
    await look(page, 'delete everything')
    await person.close()
  })

  test(
    'looking ahead: a day of the picture, its table, five years, a goal being written, an old plan, below zero',
    { timeout: 300_000 },
    async () => {
      person = await app.newPerson(options)
      const { page } = person
      await page.getByRole('button', { name: 'Look around with a sample plan' }).click()
      await page.getByRole('heading', { name: 'Coming up' }).waitFor()
      await page.getByRole('slider', { name: 'The balance ahead, day by day' }).focus()
      for (let day = 0; day < 3; day += 1) await page.keyboard.press('ArrowRight')
      await page.getByText('Month by month, as a table').click()
      await page.getByRole('region', { name: 'Month by month' }).waitFor()
      await look(page, 'a day and the months')
      await page.getByRole('button', { name: /years/ }).click()
      await page.getByTitle('It is paid').first().click()
      await look(page, 'the question about the balance')
      await page.getByRole('button', { name: /^Yes, it is off it/ }).click()
      await page.getByRole('button', { name: 'Edit Holiday' }).click()
      await page.getByLabel('How much').fill('x')
      await page.keyboard.press('Enter')
      await look(page, 'five years, a paid bill, a goal with a problem')
      await page.keyboard.press('Escape')
      // More than any payday that today may be brings in.
      await page.getByLabel('On hand').fill('-2000')
      await page.getByLabel('On hand').press('Enter')
      await page.getByText('below zero').first().waitFor()
      await look(page, 'below zero')
      await page.getByLabel('On the day').fill(new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10))
      await page.getByLabel('On the day').press('Enter')
      await page.getByRole('button', { name: 'Bring it to today' }).click()
      await page.getByRole('dialog', { name: 'Bring the plan to today' }).waitFor()
      await look(page, 'rolling forward')
      await closeDialog(page)
      await page.getByRole('button', { name: 'Hide chart' }).click()
      await look(page, 'without the chart')
      await person.close()
    },
  )

  test('bills and income: the sheets, what opens from a row, one date', { timeout: 300_000 }, async () => {
    person = await app.newPerson({ ...options, place: '/bills' })
    const { page } = person
    await page.getByRole('button', { name: 'Look around with a sample plan' }).click()
    await page.getByRole('heading', { name: 'Income', exact: true }).waitFor()
    await look(page, 'bills and income')
    await page.locator('[data-cell="amount_cents"]').first().click()
    await page.keyboard.type('1o')
    await page.keyboard.press('Enter')
    await look(page, 'a cell with a problem')
    await page.keyboard.press('Escape')
    await page.locator('tr', { hasText: 'Winter tyres' }).locator('[data-cell="due_date"]').click()
    await look(page, 'a date being edited')
    await page.keyboard.press('Escape')
    await page.locator('tr', { hasText: 'Salary' }).locator('[data-cell="due_date"]').click()
    await page.getByRole('dialog').waitFor()
    await look(page, 'a schedule')
    await page.getByRole('dialog').getByText('Weekly', { exact: true }).click()
    await page.getByRole('dialog').getByLabel('Ends', { exact: true }).selectOption('until')
    await look(page, 'a schedule that is no rule yet')
    await page.getByRole('dialog').getByLabel('Ends', { exact: true }).selectOption('never')
    await page.getByRole('dialog').locator('li button').nth(1).click()
    await look(page, 'one date')
    await page.getByRole('dialog').getByLabel('This date', { exact: true }).selectOption('skipped')
    await look(page, 'a skipped date')
    await page.keyboard.press('Escape')
    await page.getByText('Your changes are not saved yet.').waitFor()
    await look(page, 'a schedule that is not saved')
    await page.getByRole('button', { name: 'Leave them out' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'More for Electricity' }).click()
    await page.getByRole('menu').waitFor()
    await look(page, 'menu of a row')
    await page.getByRole('menuitem', { name: 'Range…' }).click()
    await page.getByRole('dialog').waitFor()
    await look(page, 'a range')
    await person.close()
  })

  test('on the server: empty start, settings with tokens and passwords, signed out', { timeout: 300_000 }, async () => {
    person = await app.newPerson({ account: true, ...options })
    const { page } = person
    await page.getByText('How much is on your account today?').waitFor()
    await look(page, 'empty start')
    await openPlace(page, 'Settings')
    await page.getByText('Change the password').click()
    await page.getByText('Delete the account', { exact: true }).click()
    await page.getByLabel('Name of a new token').fill('Spreadsheet')
    await page.getByRole('button', { name: 'Make a token' }).click()
    await page.getByText('It is shown this once').waitFor()
    await page.getByRole('button', { name: 'Bring the plans of this device along' }).click()
    await page.getByText('There is no plan to bring').waitFor()
    await look(page, 'settings, signed in')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('You are signed out').waitFor()
    await look(page, 'settings, signed out')
    await page.getByRole('link', { name: 'Plan', exact: true }).locator('visible=true').click()
    await page.getByRole('heading', { name: 'Your plans are on the server' }).waitFor()
    await look(page, 'signed out')
    await person.close()
  })

  test(
    'comparing: one plan alone, branching, plans side by side, an explanation, bringing over with a conflict',
    { timeout: 300_000 },
    async () => {
      person = await app.newPerson(options)
      const { page } = person
      const go = (name: RegExp): Promise<void> => page.getByRole('link', { name }).locator('visible=true').click()
      const changeRent = async (amount: string): Promise<void> => {
        await go(/^Bills/)
        await setAmount(page, 'Rent', amount)
        await says(page, 'saved')
        await openPlace(page, 'Compare')
      }
      await page.getByRole('button', { name: 'Look around with a sample plan' }).click()
      await page.getByText('This is a sample').waitFor()
      await openPlace(page, 'Compare')
      await page.getByText('is the only one so far').waitFor()
      await look(page, 'compare, one plan')
      await page.getByRole('button', { name: 'What if…' }).last().click()
      await page.getByRole('dialog').waitFor()
      await look(page, 'naming a branch')
      await page.keyboard.press('Enter')
      await page.getByText('Nothing but the name.').waitFor()
      await changeRent('1500')
      await planButton(page).click()
      await page.getByRole('menu', { name: 'Plans' }).waitFor()
      await look(page, 'a branch under its parent')
      await page.getByRole('menuitemradio', { name: /^Sample plan/ }).click()
      await changeRent('1250')
      await page
        .getByRole('button', { name: /^Make it/ })
        .first()
        .waitFor()
      await look(page, 'compare')
      await page.locator('.compared-delta button').first().click()
      await page.getByText('Together').waitFor()
      await look(page, 'a difference explained')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Bring “What if” into “Sample plan”…' }).click()
      await page.getByRole('dialog').getByText('It was:').waitFor()
      await look(page, 'bringing over')
      await person.close()
    },
  )

  test(
    'accounts: their lines, a card being written, another payment for a loan, a first one, a problem',
    { timeout: 300_000 },
    async () => {
      const idOf = (nth: number): string => `a0000000-0000-4000-8000-00000000000${nth}`
      const card = {
        closing_day: 3,
        due_day: 7,
        shift: 'after',
        paid_from_account_id: null,
        pays: 'statement',
        minimum_percent: 0,
        minimum_cents: 0,
        fixed_cents: 0,
        statement_cents: null,
      }
      const accounts = [
        { id: idOf(2), name: 'Visa', kind: 'card', balance_cents: -41_260, floor_cents: -30_000, card },
        { id: idOf(3), name: 'Opel', kind: 'loan', balance_cents: -900_000, interest: { rate_basis_points: 690 } },
        { id: idOf(4), name: 'Bafög', kind: 'loan', balance_cents: -400_000 },
      ]
      const transfers = [
        {
          id: idOf(5),
          name: 'Opel',
          amount_cents: 30_000,
          due_date: '2031-03-10',
          schedule: { every: 1, unit: 'month' },
          to_account_id: idOf(3),
        },
      ]
      person = await withPlan(
        app,
        {
          name: 'Trial',
          planning_balance_cents: 100_000,
          floor_cents: 20_000,
          start_date: '2031-03-01',
          currency_code: 'USD',
          bills: [],
          incomes: [],
          allocations: [],
          accounts,
          transfers,
        },
        '/',
        options,
      )
      const { page } = person
      await page.getByRole('region', { name: 'Accounts', exact: true }).waitFor()
      await look(page, 'accounts')
      await page.getByRole('button', { name: 'Edit Visa' }).click()
      await page.getByLabel('What is paid of a statement').selectOption('minimum')
      await page.getByRole('table', { name: 'The next statements' }).waitFor()
      await look(page, 'a card as it is written')
      await page.getByLabel('Least percent that is paid').fill('many')
      await page.keyboard.press('Enter')
      await page.getByText('Write a whole percent').waitFor()
      await look(page, 'a card with a problem')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Pay more for Opel' }).click()
      await page.getByRole('slider').last().focus()
      for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight')
      await page
        .getByText(/ instead of /)
        .first()
        .waitFor()
      await look(page, 'another payment for a loan')
      await page.getByRole('button', { name: 'Add a payment for Bafög' }).click()
      await page.getByRole('form', { name: 'Add a payment for Bafög' }).waitFor()
      await page.getByLabel('Each time').last().fill('50')
      await page.getByText(/^Then it is paid off on/).waitFor()
      await look(page, 'a first payment for a loan')
      await page.getByRole('button', { name: 'Add an account' }).click()
      await page.getByRole('form', { name: 'A new account' }).waitFor()
      await look(page, 'a new account')
      await person.close()
    },
  )

  test('the calendar: a month, adding, a payment, and the question when one is put down on another day', { timeout: 300_000 }, async () => {
    const rent = {
      id: 'a0000000-0000-4000-8000-000000000001',
      name: 'Flat',
      amount_cents: 90_000,
      due_date: '2031-03-03',
      schedule: { every: 1, unit: 'month' },
    }
    person = await withPlan(
      app,
      {
        name: 'Trial',
        planning_balance_cents: 100_000,
        floor_cents: 20_000,
        start_date: '2031-03-01',
        currency_code: 'USD',
        bills: [rent],
        incomes: [],
        allocations: [],
      },
      '/calendar',
      options,
    )
    const { page } = person
    await page.getByRole('heading', { name: /2031/ }).waitFor()
    const day = page.locator('td[data-date="2031-03-03"]')
    await look(page, 'a month')
    if (options.isMobile) {
      await day.tap()
      await page.getByRole('region', { name: 'The chosen day' }).getByRole('button', { name: 'Flat' }).tap()
    } else await day.locator('button.chip').click()
    await page.getByRole('button', { name: 'Skip this one' }).waitFor()
    await look(page, 'a payment')
    await page.keyboard.press('Escape')
    await (
      options.isMobile
        ? page.getByRole('button', { name: /^Add/ }).locator('visible=true').first()
        : page.getByRole('button', { name: /^Add on .*20/ })
    ).click()
    await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Water')
    await look(page, 'adding')
    await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('Write an amount').waitFor()
    await look(page, 'adding without an amount')
    await closeDialog(page)
    if (!options.isMobile) {
      await day.locator('button.chip').focus()
      await page.keyboard.press('Space')
      await page.waitForTimeout(100)
      await page.keyboard.press('ArrowRight')
      await page.waitForTimeout(350)
      await look(page, 'a payment that is carried')
      await page.keyboard.press('Space')
      await page.getByRole('heading', { name: /^Move .* to/ }).waitFor()
      await look(page, 'the question when it is put down')
    }
    await person.close()
  })

  test(
    'the bank beside the plan: which account is which, what came, what needs a word, the balance that is asked for',
    { timeout: 300_000 },
    async () => {
      person = await withPlan(app, household.plan, '/settings', options)
      const { page } = person
      await page.clock.setFixedTime(new Date('2030-09-20T12:00:00-04:00'))
      await page.goto(`${app.url}/import`)
      await page.locator('#bank-files').setInputFiles(germanTable(statementOf('2030-09')))
      await page.getByRole('button', { name: /^Use this file/ }).click()
      await page.getByLabel(/^What was on the account/).waitFor()
      await look(page, 'asking for the balance')
      await page
        .locator('#bank-files')
        .setInputFiles(
          ofx(
            { bookings: [{ date: '2030-09-19', cents: 30_000, payee: 'From checking' }], balance_cents: 530_000, last_day: '2030-09-19' },
            '555000111',
          ),
        )
      const choices = page.getByLabel(/^Account of the plan for/)
      await choices.first().selectOption('main')
      await choices.last().selectOption('new')
      await look(page, 'which account is which')
      await page.getByRole('button', { name: 'Link them' }).click()
      await page.getByRole('button', { name: 'That is it' }).click()
      await page.getByText('How that comes about').click()
      // What is told stays in sight above whatever is scrolled under it.
      await page.evaluate(() => window.scrollTo(0, 0))
      await look(page, 'what came')
      await page.getByRole('button', { name: /^Still due/ }).click()
      await page.getByRole('button', { name: /^None of the plan/ }).click()
      await look(page, 'what was said')
      await person.close()
    },
  )

  test(
    'everyday spending: what the bank says of it, its month, a figure of it, and how good the plan was',
    { timeout: 300_000 },
    async () => {
      await lookAtEverydayFound(app, options, look)
      // On phones `npm run test:slow` looks at it.
      if (!options.isMobile || process.env.EVERY_CASE === '1') await lookAtHowGood(app, options, look)
    },
  )

  test('several accounts: the sheets, the picture of all, paydays, what comes up, the calendar', { timeout: 300_000 }, async () => {
    // Names of a person's own that are no words of the program.
    const own: Record<string, string> = { 'Joint account': 'Joint', 'Car loan': 'Loan for the car' }
    // Nothing is due where a panel that opens over the month would cover half of it.
    const onTheFirst = (row: object): object => ({ ...row, due_date: '2031-01-01', schedule: { every: 1, unit: 'month' } })
    const bills = accountsPlan.bills.map((row) => ((row as { name: string }).name === 'Groceries' ? onTheFirst(row) : row))
    const transfers = accountsPlan.transfers!.map((row) =>
      (row as { name: string }).name === 'Put by' ? { ...row, due_date: '2031-01-20' } : row,
    )
    const plan = {
      ...accountsPlan,
      bills,
      transfers,
      accounts: accountsPlan.accounts!.map((account) => ({
        ...account,
        name: own[(account as { name: string }).name] ?? (account as { name: string }).name,
      })),
    }
    person = await withPlan(app, plan, '/bills', options)
    const { page } = person
    await page.getByRole('heading', { name: 'Transfers', exact: true }).waitFor()
    await look(page, 'sheets with accounts')
    await page.locator('tr[data-row]', { hasText: 'Put by' }).locator('[data-cell="from_account_id"]').click()
    await page.keyboard.press('Escape')
    await look(page, 'an account being chosen')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'More for House money' }).click()
    await page.getByRole('menuitem', { name: /^Mark .* as made$/ }).click()
    await page.getByRole('dialog').waitFor()
    await look(page, 'the question about a transfer')
    await closeDialog(page)
    await page.goto(`${app.url}/`)
    await page.getByRole('combobox', { name: 'Account', exact: true }).selectOption({ label: 'Visa' })
    await look(page, 'the picture of a card')
    await page.getByRole('button', { name: 'Ask…' }).click()
    await page.getByRole('group', { name: 'What to ask' }).getByRole('button', { name: 'Pay off debts', exact: true }).click()
    await page.getByText('Why', { exact: true }).click()
    await look(page, 'asking for the order of debts')
    await page.getByRole('group', { name: 'What to ask' }).getByRole('button', { name: 'Move due dates', exact: true }).click()
    await page.getByText('Why', { exact: true }).click()
    await look(page, 'asking which due dates should move')
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: 'Account', exact: true }).selectOption('all')
    await page.locator('.paydays-place').scrollIntoViewIfNeeded()
    await page.getByRole('heading', { name: 'Paydays', exact: true }).waitFor()
    await look(page, 'all accounts, and paydays')
    await page
      .getByTitle(/^Due from/)
      .first()
      .click()
    await page.getByText('Together', { exact: true }).waitFor()
    await look(page, 'what is due, line by line')
    await page.goto(`${app.url}/calendar`)
    await page.getByRole('heading', { name: /2031/ }).waitFor()
    await page.locator('td[data-date="2031-01-07"]').click({ position: { x: 8, y: 40 } })
    await look(page, 'a month with transfers')
    await page.getByRole('region', { name: 'The chosen day' }).getByRole('button', { name: 'Visa' }).click()
    await page.getByRole('button', { name: 'Skip this one' }).waitFor()
    await look(page, 'a payment of a card')
    await person.close()
  })
}
