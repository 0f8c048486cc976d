/** Files of two accounts of one bank, alike in their columns and without a number, go where they belong, or are asked about. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withBalances, type DatedSum } from './bankFiles.ts'
import { plan_id, withPlan } from './bringPlan.ts'
import { openApp, type JourneyPerson, type OpenApp } from './browser.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const card_id = 'a0000000-0000-4000-8000-000000000021'
const plan = {
  name: 'Mila',
  planning_balance_cents: 124_000,
  start_date: '2030-11-30',
  currency_code: 'USD',
  bills: [],
  incomes: [],
  allocations: [],
  accounts: [{ id: card_id, name: 'Visa', kind: 'card', balance_cents: -31_240, color: null }],
}

const checking = withBalances('checking.csv', 80_990, [
  ['2030-11-02', 'RENT', -98_000],
  ['2030-11-07', 'GYM', -2_990],
  ['2030-11-20', 'SALARY', 149_000],
  ['2030-11-21', 'CASH', -5_000],
])
const visa = withBalances('visa.csv', -20_796, [
  ['2030-11-03', 'LIDL', -1_632],
  ['2030-11-26', 'EDEKA', -6_572],
  ['2030-11-29', 'LIDL', -2_240],
])
const nextChecking = withBalances('checking (1).csv', 124_000, [
  ['2030-12-01', 'RENT', -98_000],
  ['2030-12-08', 'POWER', -9_120],
])
const nextVisa = withBalances('visa (1).csv', -31_240, [
  ['2030-12-01', 'REWE', -2_410],
  ['2030-12-03', 'ARAL', -4_820],
  ['2030-12-08', 'EDEKA', -2_875],
])
/** Some days behind what was read last. */
const visaLater = withBalances('visa (2).csv', -50_000, [
  ['2030-12-20', 'LIDL', -1_000],
  ['2030-12-21', 'HOTEL', -30_000],
])
const checkingLater = withBalances('checking (2).csv', 90_000, [['2030-12-21', 'CASH', -5_000]])

async function atBank(): Promise<JourneyPerson> {
  const person = await withPlan(app, plan, '/settings')
  const { page } = person
  await page.clock.setFixedTime(new Date('2030-12-22T12:00:00-04:00'))
  await page.goto(`${app.url}/import`)
  await page.locator('#bank-files').setInputFiles([checking, visa])
  await page.getByRole('button', { name: 'Use these 2 files' }).click()
  // Their balances are the plan's to the cent, so nothing is asked.
  await page.getByText('from checking.csv is the main account: their balances are the same to the cent.').waitFor()
  await page.getByText('from visa.csv is your “Visa”: their balances are the same to the cent.').waitFor()
  return person
}

const kept = (page: Page) => page.getByRole('region', { name: 'Kept on this device' }).getByRole('listitem')

test('dropped together, each goes on with its own account by its balance, and one that nothing tells is asked about', async () => {
  const { page, close } = await atBank()
  await page.locator('#bank-files').setInputFiles([nextVisa, nextChecking])
  await kept(page).filter({ hasText: '6 transactions' }).filter({ hasText: '$168.80' }).waitFor()
  await kept(page).filter({ hasText: '6 transactions' }).filter({ hasText: '-$413.45' }).waitFor()
  await page.locator('#bank-files').setInputFiles([visaLater, checkingLater])
  const other = page.getByRole('group', { name: 'Which account is “checking (2).csv” of?' })
  await other.getByRole('radio', { name: /^Another account/ }).check()
  const asked = page.getByRole('group', { name: 'Which account is “visa (2).csv” of?' })
  await asked.waitFor()
  // Nothing of it is kept meanwhile; its name proposes the account.
  expect(await kept(page).filter({ hasText: '6 transactions' }).count()).toBe(2)
  expect(await asked.getByRole('radio', { name: /^Visa, -\u2060\$413\.45 on / }).isChecked()).toBe(true)
  await asked.getByText('HOTEL').waitFor()
  await asked.getByRole('button', { name: 'Keep it there' }).click()
  await kept(page).filter({ hasText: '8 transactions' }).filter({ hasText: '-$810.00' }).waitFor()
  // The other one is asked still, as it was answered until then.
  expect(await other.getByRole('radio', { name: /^Another account/ }).isChecked()).toBe(true)
  await other.getByRole('radio', { name: /^The main account/ }).check()
  await other.getByRole('button', { name: 'Keep it there' }).click()
  await kept(page).filter({ hasText: '7 transactions' }).filter({ hasText: '$850.00' }).waitFor()
  await page.getByText('In your plan: Visa').waitFor()
  await page.getByRole('button', { name: 'Change which account is which' }).click()
  await page.getByRole('combobox', { name: /from visa \(2\)\.csv/ }).selectOption('None of this plan’s')
  await page.getByLabel('Visa: no file tells what is on it any more.').fill('-5')
  await page.getByRole('button', { name: 'Link them so' }).click()
  await kept(page).filter({ hasText: 'None of this plan’s' }).waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await kept(page).filter({ hasText: 'In your plan: Visa' }).waitFor()
  await page.getByRole('button', { name: 'Forget all transactions' }).click()
  await page.getByText('Kept on this device').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await kept(page).filter({ hasText: 'In your plan: Visa' }).filter({ hasText: '8 transactions' }).waitFor()
  await close()
})

test('a new card says when it closes and is due, as far as its payments tell it, and takes what is said otherwise', async () => {
  const { page, context, close } = await withPlan(app, { ...plan, accounts: [] }, '/settings', { account: true })
  await page.clock.setFixedTime(new Date('2030-12-22T12:00:00-05:00'))
  await page.goto(`${app.url}/import`)
  // What was bought until the 20th is paid on the 5th.
  const bought = [31_000, 27_500, 42_100, 19_900]
  const months = ['08', '09', '10', '11']
  const paysOn = (nth: number): string => `2030-${String(Number(months[nth]) + 1).padStart(2, '0')}-05`
  const ownFile = withBalances(
    'card.csv',
    0,
    months.flatMap((month, nth): DatedSum[] => [
      [`2030-${month}-17`, 'SHOES AND MORE', -bought[nth]!],
      [paysOn(nth), 'PAYMENT THANK YOU', bought[nth]!],
    ]),
  )
  const mainFile = withBalances(
    'main.csv',
    300_000,
    months.flatMap((month, nth): DatedSum[] => [
      [`2030-${month}-28`, 'SALARY', 150_000],
      [paysOn(nth), 'CARD PAYMENT', -bought[nth]!],
    ]),
  )
  await page.locator('#bank-files').setInputFiles([mainFile, ownFile])
  await page.getByRole('button', { name: 'Use these 2 files' }).click()
  await page.getByLabel(/^Account of the plan for: .*main\.csv/).selectOption('The main account')
  await page.getByLabel(/^Account of the plan for: .*card\.csv/).selectOption('A new account…')
  await page.getByLabel('What kind of account is it?').selectOption('Credit card')
  await page.getByText('the day on which it closes is a guess').waitFor()
  expect(await page.getByLabel('Day on which it is due').inputValue()).toBe('5')
  await page.getByLabel('Day on which a statement closes').selectOption('20th')
  await page.getByRole('button', { name: 'Link them' }).click()
  await kept(page).filter({ hasText: 'In your plan: Credit card' }).waitFor()
  const cardSaved = async (): Promise<unknown> => {
    const { accounts } = (await (await context.request.get(`${app.url}/api/planning/${plan_id}`)).json()) as {
      accounts: { card: { closing_day: number; due_day: number } | null }[]
    }
    return accounts[0]?.card && [accounts[0].card.closing_day, accounts[0].card.due_day]
  }
  await expect.poll(cardSaved).toEqual([20, 5])
  await close()
})
