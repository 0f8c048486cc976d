/** What a person moves between their own accounts is offered as the transfer it is, once it is known which accounts they are. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withBalances, type DatedSum } from './bankFiles.ts'
import { withPlan } from './bringPlan.ts'
import { openApp, type OpenApp } from './browser.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const months = ['05', '06', '07', '08', '09', '10', '11']
const checking = withBalances(
  'checking.csv',
  90_000,
  months.flatMap((month): DatedSum[] => [
    [`2030-${month}-01`, 'ACME PAYROLL', 210_000],
    [`2030-${month}-03`, 'HOUSING COMPANY', -98_000],
    [`2030-${month}-06`, 'STANDING ORDER 20931', -25_000],
    [`2030-${month}-19`, 'WATER AND POWER', -61_150],
  ]),
)
const saved = withBalances(
  'second.csv',
  40_000,
  months.map((month): DatedSum => [`2030-${month}-07`, 'ORDER RECEIVED', 25_000]),
)

test('a standing order to savings is no bill, is taken as a transfer, and is then in the plan on both accounts', async () => {
  const { page, close } = await withPlan(
    app,
    {
      name: 'Nia',
      planning_balance_cents: 270_950,
      start_date: '2030-11-20',
      currency_code: 'USD',
      bills: [],
      incomes: [],
      allocations: [],
      accounts: [{ id: 'a0000000-0000-4000-8000-000000000031', name: 'Nest egg', kind: 'savings', balance_cents: 215_000 }],
    },
    '/settings',
  )
  await page.clock.setFixedTime(new Date('2030-11-21T12:00:00-05:00'))
  await page.goto(`${app.url}/import`)
  await page.locator('#bank-files').setInputFiles([checking, saved])
  await page.getByRole('button', { name: 'Use these 2 files' }).click()
  const inbox = page.getByRole('region', { name: 'What repeats' })
  await inbox.getByText('14 payments between your own accounts are neither bill nor income. What repeats of them is a transfer.').waitFor()
  const order = inbox.getByRole('listitem').filter({ hasText: 'Money that moves from the main account to “Nest egg”.' })
  await order.getByText('$250.00').first().waitFor()
  expect(await order.getByRole('button').allTextContents()).toEqual(['As a transfer', 'Not this one'])
  await order.getByRole('button', { name: /^As a transfer/ }).click()
  await order.waitFor({ state: 'detached' })
  await page.goto(`${app.url}/bills`)
  await page.getByRole('grid', { name: 'Transfers' }).getByText('Nest egg').first().waitFor()
  await page.goto(`${app.url}/import`)
  await inbox.getByRole('button', { name: 'Accept all 3' }).click()
  await inbox.getByText('all of it is in your plan').waitFor()
  await close()
})
