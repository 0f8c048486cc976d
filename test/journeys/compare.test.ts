/** "What if I take the flat": branch, change, compare, bring over with a conflict, undo; on the device and on the server. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withPlan } from './bringPlan.ts'
import { openApp, type OpenApp, type PersonOptions } from './browser.ts'
import { places } from './places.ts'
import { openPlace, setAmount, says } from './planSteps.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const patiently = { timeout: 15_000 }
const id = (n: number): string => `c0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const monthly = { every: 1, unit: 'month' }
const household = {
  name: 'Household',
  planning_balance_cents: 250_000,
  start_date: '2031-01-01',
  currency_code: 'USD',
  bills: [
    { id: id(1), name: 'Rent', amount_cents: 90_000, due_date: '2031-01-15', schedule: monthly },
    { id: id(2), name: 'Phone', amount_cents: 2_000, due_date: '2031-01-20', schedule: monthly },
  ],
  incomes: [{ id: id(3), name: 'Salary', amount_cents: 180_000, due_date: '2031-01-31', schedule: monthly }],
  allocations: [{ id: id(4), target: 'goal:Holiday', kind: 'fixed', value: 20_000, base: 'income' }],
  goals: [{ id: id(5), name: 'Holiday', target_cents: 60_000, target_date: null }],
}

const openHousehold = (options: PersonOptions, place: string) => withPlan(app, household, place, options)

const go = async (page: Page, place: string): Promise<void> => {
  await page.getByRole('link', { name: place, exact: true }).locator('visible=true').click()
}
const openPlan = async (page: Page, name: string): Promise<void> => {
  await page.getByTitle(/^Plans:/).click()
  await page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).click()
  await page
    .getByTitle(/^Plans:/)
    .filter({ hasText: name })
    .waitFor()
}
const changeRent = async (page: Page, amount: string): Promise<void> => {
  await go(page, 'Bills & income')
  await setAmount(page, 'Rent', amount)
  await says(page, 'saved')
  await openPlace(page, 'Compare')
}
const figure = (page: Page, label: string): Locator => page.getByRole('row', { name: new RegExp(`^${label}`) })
const cells = async (page: Page, label: string): Promise<string[]> =>
  (await figure(page, label).getByRole('cell').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
/** What all plans have the same is one line until it is opened. */
async function showSame(page: Page): Promise<void> {
  const fold = page.getByRole('button', { name: /figures are the same$/ })
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click()
}
const differing = (page: Page, about: string): Locator => page.locator('.differing > li', { hasText: about })
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')

/** From one plan to two side by side: a branch whose rent is 1,300 against 900. */
async function branchWithDearerRent(page: Page): Promise<void> {
  await page.getByText('“Household” is the only one so far.').waitFor()
  await page.getByRole('button', { name: 'What if…' }).last().click()
  const name = page.getByRole('dialog', { name: 'What if…' }).getByLabel('Name')
  expect(await name.inputValue()).toBe('What if')
  await name.fill('The flat')
  await page.keyboard.press('Enter')
  await page.getByText('Nothing but the name.').waitFor()
  await changeRent(page, '1300')
}

describe.each(places('on the server'))('%s', (_place, { account = false }) => {
  test('a branch beside its parent: figures with their differences, each explained by its bills', async () => {
    const { page, close } = await openHousehold({ account }, '/compare')
    await branchWithDearerRent(page)
    await page.getByRole('button', { name: '3 months' }).click()
    // Three rents and three phones of January, February and March.
    await expect.poll(() => cells(page, 'Goes out'), patiently).toEqual(['$2,760.00', '$3,960.00 +$1,200.00'])
    expect(await cells(page, 'Lowest point')).toEqual([
      expect.stringMatching(/^\$1,580\.00 on Mon, Jan 20, 2031$/),
      expect.stringMatching(/-\$400\.00$/),
    ])
    expect(await figure(page, 'Holiday').count()).toBe(0)
    await showSame(page)
    expect(await cells(page, 'Holiday')).toEqual(['Mar 31, 2031 reached', 'Mar 31, 2031 reached the same day'])
    await figure(page, 'Goes out').getByRole('button', { name: '+$1,200.00' }).click()
    const why = page.getByRole('dialog', { name: 'Goes out, The flat against Household' })
    await why.getByText('Together').waitFor()
    expect((await why.locator('tr').allInnerTexts()).map((line) => line.replace(/\s+/g, ' ').trim())).toEqual([
      'Rent Jan 15, 2031 $400.00',
      'Rent Feb 15, 2031 $400.00',
      'Rent Mar 15, 2031 $400.00',
      'Together $1,200.00',
    ])
    await page.keyboard.press('Escape')
    await why.waitFor({ state: 'detached' })
    expect(await focused(page)).toBe('+$1,200.00')
    await page.getByTitle(/^Plans:/).click()
    await page.getByRole('menu', { name: 'Plans' }).waitFor()
    expect(await page.getByRole('menuitemradio').allInnerTexts()).toEqual([
      expect.stringContaining('Household'),
      expect.stringContaining('The flat'),
    ])
    await close()
  })

  test('a plan with an older balance is compared from the newest one, and brought there by a press that undo takes back', async () => {
    const { page, close } = await openHousehold({ account }, '/compare')
    await page.clock.setFixedTime(new Date('2031-02-01T12:00:00-05:00'))
    await page.reload()
    await branchWithDearerRent(page)
    await openPlan(page, 'Household')
    await go(page, 'Plan')
    // A month later: January's salary is in, its rent and its phone are paid.
    await page.getByLabel('On hand').fill('3380')
    await page.getByLabel('On hand').press('Enter')
    await page.getByLabel('On the day').fill('2031-02-01')
    await page.getByLabel('On the day').press('Enter')
    await says(page, 'saved')
    await openPlace(page, 'Compare')
    await page.getByRole('button', { name: '3 months' }).click()
    const told = page.getByText('“The flat” is compared from the balance of “Household” of Feb 1; its own is of Jan 1.')
    await told.waitFor()
    // From 3,380.00: rents of February, March and April, three phones; the lowest is after February's, of 900 or 1,300 and 20.
    const byHand = async (): Promise<void> => {
      await expect.poll(() => cells(page, 'Goes out'), patiently).toEqual(['$2,760.00', '$3,960.00 +$1,200.00'])
      await expect
        .poll(() => cells(page, 'Lowest point'), patiently)
        .toEqual(['$2,460.00 on Thu, Feb 20', '$2,060.00 on Thu, Feb 20 -$400.00'])
    }
    await byHand()
    await page.getByRole('button', { name: 'Bring it there' }).click()
    await page.getByText('“The flat” has the newer balance now.').waitFor()
    await told.waitFor({ state: 'detached' })
    await byHand()
    await go(page, 'Plan')
    await page
      .getByTitle(/^Plans:/)
      .filter({ hasText: 'The flat' })
      .waitFor()
    expect([await page.getByLabel('On hand').inputValue(), await page.getByLabel('On the day').inputValue()]).toEqual([
      '3,380.00',
      '2031-02-01',
    ])
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.getByLabel('On hand').inputValue()).toBe('2,500.00')
    expect(await page.getByLabel('On the day').inputValue()).toBe('2031-01-01')
    await openPlan(page, 'Household')
    expect(await page.getByLabel('On hand').inputValue()).toBe('3,380.00')
    await close()
  })

  test('changes come over with an answer to what both changed, in one step that undo takes back in both', async () => {
    const { page, close } = await openHousehold({ account }, '/compare')
    await branchWithDearerRent(page)
    await openPlan(page, 'Household')
    await changeRent(page, '950')
    await expect.poll(() => cells(page, 'Goes out'), patiently).toEqual(['$2,910.00', '$3,960.00 +$1,050.00'])

    const bring = page.getByRole('button', { name: 'Bring “The flat” into “Household”…' })
    const dialog = page.getByRole('dialog', { name: 'Bring “The flat” into “Household”' })
    await bring.click()
    await dialog.getByText('It was: $900.00').waitFor()
    expect(await dialog.getByRole('button', { name: 'Bring over' }).isDisabled()).toBe(true)
    await dialog.getByRole('radio', { name: /The flat.*\$1,300\.00/ }).check()
    await dialog.getByText('$950.00').last().waitFor()
    await dialog.getByRole('button', { name: 'Bring over' }).click()
    await page.getByText('“Household” has what changed in “The flat”.').waitFor()
    await page.getByText('Nothing but the name.').waitFor()
    await showSame(page)
    await expect.poll(() => cells(page, 'Goes out'), patiently).toEqual(['$3,960.00', '$3,960.00 the same'])

    await bring.click()
    await dialog.getByText('There is nothing to bring over').waitFor()
    await page.keyboard.press('Escape')

    await page.keyboard.press('Control+z')
    await expect.poll(() => cells(page, 'Goes out'), patiently).toEqual(['$2,910.00', '$3,960.00 +$1,050.00'])
    await says(page, 'saved')
    await bring.click()
    await dialog.getByText('It was: $900.00').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+z')
    await showSame(page)
    await expect.poll(() => cells(page, 'Goes out'), patiently).toEqual(['$3,960.00', '$3,960.00 the same'])
    await says(page, 'saved')
    await page.reload()
    await showSame(page)
    await expect.poll(() => cells(page, 'Goes out'), patiently).toEqual(['$3,960.00', '$3,960.00 the same'])
    await close()
  })

  test('a single difference is taken over by keyboard on a phone, where nothing goes sideways', async () => {
    const { page, close } = await openHousehold(
      { account, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
      '/compare',
    )
    await page.getByText('“Household” is the only one so far.').waitFor()
    await page.getByRole('button', { name: 'What if…' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('The flat')
    await page.keyboard.press('Enter')
    await page.getByText('Nothing but the name.').waitFor()
    await page.getByRole('link', { name: 'Bills', exact: true }).locator('visible=true').click()
    await setAmount(page, 'Rent', '1300')
    await setAmount(page, 'Phone', '30')
    await says(page, 'saved')
    await openPlace(page, 'Compare')
    await differing(page, 'Rent').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect((await differing(page, 'Rent').innerText()).replace(/\s+/g, ' ')).toBe(
      'Rent amount Household: $900.00 The flat: $1,300.00 Make it $900.00',
    )
    await differing(page, 'Rent').getByRole('button').focus()
    await page.keyboard.press('Enter')
    await differing(page, 'Rent').waitFor({ state: 'detached' })
    expect(await focused(page)).toBe('Make it $20.00: Phone, amount, $20.00 instead of $30.00')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await differing(page, 'Rent').waitFor()
    await says(page, 'saved')
    await close()
  })
})

test('plans are added and left out, at most four, and remembered; one in another currency stands without differences', async () => {
  const { page, context, close } = await openHousehold({ account: true }, '/compare')
  for (const [name, currency_code] of [
    ['Lean', 'USD'],
    ['Yen', 'JPY'],
    ['Spare', 'USD'],
    ['Fifth', 'USD'],
  ] as const) {
    const made = await context.request.post(`${app.url}/api/planning`, {
      data: { ...household, name, currency_code, bills: [], incomes: [], allocations: [], goals: [] },
      headers: { origin: app.url },
    })
    expect(made.status()).toBe(201)
  }
  await page.reload()
  const chips = page.getByRole('list', { name: 'Plans side by side' }).getByRole('listitem')
  for (const name of ['Yen', 'Lean', 'Spare']) {
    await page.getByRole('button', { name: 'Add a plan' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  expect(await chips.allInnerTexts()).toEqual(['Household', 'Lean', 'Spare', 'Yen'])
  expect(await page.getByRole('button', { name: 'Add a plan' }).count()).toBe(0)
  await page.getByText('Plans in another currency than USD are left out of the picture').waitFor()
  expect((await cells(page, 'Safe to spend')).at(-1)).toBe('¥250,000')
  await page.getByRole('button', { name: 'Leave out Spare' }).click()
  await page.getByLabel('Measured against').selectOption('Lean')
  await page.reload()
  await expect.poll(() => chips.allInnerTexts(), patiently).toEqual(['Lean', 'Household', 'Yen'])
  await close()
})

test('plans that are alike as far as the picture goes say from when on they are not, and show it', async () => {
  const { page, context, close } = await openHousehold({ account: true, viewport: { width: 390, height: 844 } }, '/compare')
  const laptop = { name: 'Laptop', amount_cents: 120_000, due_date: '2031-09-20' }
  const made = await context.request.post(`${app.url}/api/planning`, {
    data: { ...household, name: 'With a laptop', bills: [...household.bills, laptop] },
    headers: { origin: app.url },
  })
  expect(made.status()).toBe(201)
  await page.reload()
  await page.getByRole('button', { name: 'Add a plan' }).click()
  await page.getByRole('menuitem', { name: 'With a laptop' }).click()
  const alike = page.getByText(/^Up to here these plans have the same balances every day\. From .*Sep(tember)? 20.* on they do not\.$/)
  await alike.waitFor()
  await showSame(page)
  expect((await cells(page, 'Goes out')).at(-1)).not.toContain('+$')
  await page.getByRole('button', { name: 'Show 1 year' }).click()
  await alike.waitFor({ state: 'detached' })
  await expect.poll(async () => (await cells(page, 'Goes out')).join(' ')).toContain('+$1,200.00')
  await close()
})

test('it can be chosen whose balance the lines are of', async () => {
  const savings = { id: id(20), name: 'Savings', kind: 'savings', balance_cents: 50_000 }
  const loan = { id: id(21), name: 'Car loan', kind: 'loan', balance_cents: -300_000 }
  const { page, close } = await withPlan(app, { ...household, accounts: [savings, loan] }, '/compare')
  await branchWithDearerRent(page)
  const readout = page.locator('.chart-readout-day')
  const shown = async (): Promise<string> => (await readout.innerText()).replace(/\s+/g, ' ')
  const balance = page.getByRole('combobox', { name: 'Account' })
  await expect.poll(shown, patiently).toContain('$2,500.00')
  await balance.selectOption('Savings')
  await expect.poll(shown).toContain('$500.00')
  await balance.selectOption('All, less what is owed')
  // 2,500 + 500 − 3,000.
  await expect.poll(shown).toContain('$0.00')
  await close()
})
