/** Everyday spending: asked for once, found at the bank, a month of it by kind, also on a device that has seen no file, and how good the plan was. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { household, ofx, statementOf, type Statement } from './bankFiles.ts'
import { withPlan } from './bringPlan.ts'
import { openApp, type OpenApp, type PersonOptions } from './browser.ts'
import { fourWeeks, weekly } from './everydayPlan.ts'
import { places } from './places.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const question = (page: Page) => page.getByLabel('About how much leaves in a week for groceries, fuel, eating out?')
const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'saved' }).first().waitFor()
const textsOf = async (page: Page, selector: string): Promise<string[]> =>
  (await page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
const figures = (page: Page) =>
  expect.poll(() => textsOf(page, '.everyday-table .figure, .everyday-table tr.font-semibold td'), { timeout: 15_000 })
/** The bank's page on a day, with a file dropped there. */
async function bring(page: Page, day: string, statement: Statement): Promise<void> {
  await page.clock.setFixedTime(new Date(`${day}T12:00:00-04:00`))
  await page.goto(`${app.url}/import`)
  await page.locator('#bank-files').setInputFiles(ofx(statement))
}

test('it is asked for in one question on the first visit; the lowest point says that it counts it; put off, it is not asked again', async () => {
  const { page, close } = await app.newPerson(phone)
  await page.getByLabel('How much is on your account today?').fill('2400')
  await page.getByRole('button', { name: 'Start planning' }).click()
  await question(page).fill('85')
  await page.getByRole('button', { name: 'Count it' }).tap()
  await page.getByText('It counts $85.00 a week of everyday spending.').waitFor()
  await page.getByRole('heading', { name: /^Everyday spending, / }).waitFor()
  expect(await question(page).count()).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().tap()
  await question(page).waitFor()
  await page.getByRole('button', { name: 'Not now' }).tap()
  await question(page).waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('heading', { name: 'Goals' }).waitFor()
  expect(await question(page).count()).toBe(0)
  await close()
})

test('the first file of the bank proposes it by kind with its range, and one press takes over what was said in one sum', async () => {
  const { page, close } = await withPlan(
    app,
    { ...household.plan, bills: [weekly(0, 'Everyday spending', 8_500, '2030-08-31')] },
    '/settings',
  )
  await bring(page, '2030-09-01', fourWeeks())
  const found = page.getByRole('region', { name: 'Everyday spending', exact: true })
  await found.getByText('You count $85.00 a week for all of it.').waitFor()
  // Of four weeks the largest counts as the next, and the least as the next: (90 + 90 + 100 + 100) / 4, and (24 + 24 + 26 + 26) / 4.
  await found.getByText('in the last 4 weeks, until Aug 31: about $120.00 in a usual week').waitFor()
  expect((await found.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
    'Groceries between $90.00 and $100.00 in most weeks Week by week $95.00 a week',
    'Eating out between $24.00 and $26.00 in most weeks Week by week $25.00 a week',
  ])
  await found.getByRole('button', { name: 'Plan all of it' }).click()
  await page.getByText('Everyday spending is in your plan: $120.00 a week.').waitFor()
  await saved(page)
  await page.goto(`${app.url}/`)
  await page.getByText('It counts $120.00 a week of everyday spending.').waitFor()
  await page.getByRole('button', { name: '$120.00', exact: true }).first().click()
  const made = page.getByRole('dialog', { name: 'Everyday spending in a week' })
  await made.getByLabel('Groceries, week by week').click()
  expect(await textsOf(page, '[role="dialog"] li > p:first-child')).toEqual(['Groceries $95.00', 'Eating out $25.00'])
  await made.getByText('7 payments at your bank, Aug 4 to Aug 31; even a very large purchase counts only like one expensive week').waitFor()
  expect(await textsOf(page, '[role="dialog"] tr')).toEqual([
    'Week from Aug 25 $90.00',
    'Week from Aug 18 $120.00',
    'Week from Aug 11 $100.00',
    'Week from Aug 4 $80.00',
  ])
  await made.getByText('On average these weeks come to $97.50. A usual week is $95.00:').waitFor()
  await page.keyboard.press('Escape')
  // From the day after the bank's: four weeks and two days, whose first has the cent that seven days don't share. Together 514.30.
  await figures(page).toEqual(['$407.15', '$0.00', '$407.15', '$107.15', '$0.00', '$107.15', '$514.30', '$0.00', '$514.30'])
  expect(await page.getByText('counts as planned').count()).toBe(0)
  await close()
})

const withEveryday = {
  ...household.plan,
  bills: [...household.plan.bills, weekly(1, 'Groceries', 2_100, '2030-09-02'), weekly(2, 'Eating out', 1_400, '2030-09-02')],
}

describe.each(places('on this device', phone))('a month of it, %s', (_place, options: PersonOptions) => {
  test('says by kind what was planned, spent and left, and of each figure what it is made of', async () => {
    const { page, email, password, close } = await withPlan(app, withEveryday, '/settings', options)
    await page.clock.setFixedTime(new Date('2030-09-21T12:00:00-04:00'))
    await page.goto(`${app.url}/`)
    // 3 and 2 a day from the 2nd on, 29 days; nothing is known of the 19 that are past.
    await page.getByText('What is past counts as planned until a file of your bank says what was spent.').waitFor()
    await figures(page).toEqual(['$87.00', '$57.00', '$30.00', '$58.00', '$38.00', '$20.00', '$145.00', '$95.00', '$50.00'])
    await bring(page, '2030-09-21', statementOf('2030-09'))
    await page.getByText('3 of 5 planned payments came.').waitFor()
    await saved(page)
    const look = async (on: Page): Promise<void> => {
      await on.goto(`${app.url}/`)
      // 48.50 on the 20th are more than the week's 21, so eight days are left from the 23rd. 61 on the 10th; the 14 of this week are left for two days, and eight days of 2.
      await figures(on).toEqual(['$87.00', '$48.50', '$24.00', '$58.00', '$61.00', '$30.00', '$145.00', '$109.50', '$54.00'])
      expect(await on.getByText('counts as planned').count()).toBe(0)
      await on.getByText('$14.50 was left over and is not carried on.').waitFor()
      await on.getByText('$33.00 more than planned.').waitFor()
      await on.getByText('All of it is spent until Sep 22. It counts again from Sep 23.').waitFor()
      await on.getByRole('button', { name: 'Groceries, left: $24.00' }).tap()
      expect(await textsOf(on, '[role="dialog"] tr')).toEqual(['Sep 23 to Sep 29 $21.00', 'Sep 30 $3.00', 'Together $24.00'])
      expect(await on.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    }
    await look(page)
    if (options.account) {
      // Another device has seen no file, and no transaction was sent: it knows the same.
      const other = await app.newPerson(phone)
      await other.context.request.post(`${app.url}/api/auth/sign-in/email`, { data: { email, password }, headers: { origin: app.url } })
      await other.context.addInitScript(() => localStorage.setItem('pyNance:mode', 'api'))
      await other.page.clock.setFixedTime(new Date('2030-09-21T12:00:00-04:00'))
      await look(other.page)
      await other.close()
    }
    await close()
  })
})

test('the plan says how good it was: what it said 31 days ago for today, and which rows made it otherwise', async () => {
  const { page, close } = await withPlan(
    app,
    { ...household.plan, start_date: '2030-08-20', bills: [...household.plan.bills, weekly(1, 'Groceries', 2_100, '2030-08-20')] },
    '/settings',
    { made_at: '2030-08-20T16:00:00.000Z' },
  )
  await bring(page, '2030-09-20', statementOf('2030-09'))
  await page.getByRole('button', { name: 'Yes, City Waterworks is Waterworks' }).click()
  await page.getByText('4 of 5 planned payments came.').waitFor()
  await saved(page)
  await page.goto(`${app.url}/`)
  // Said: 1500 − 950 − 28 − 20 − 120 + 2100 − 32 days of 3. It is: 1500 − 950 − 31.20 − 20 + 2100 − 48.50 at the grocer's − 61 in a café, which no row tells.
  const said =
    '31 days ago the plan said $2,386.00 for today; it is $2,489.30: Dentist +$120.00, Groceries +$47.50, Waterworks -\u2060$3.20 and not planned -\u2060$61.00.'
  await expect.poll(() => textsOf(page, 'main p'), { timeout: 15_000 }).toContain(said)
  await close()
})
