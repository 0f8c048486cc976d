/** The screens of everyday spending, and what the plan says of itself once the bank has been heard. */
import type { Page } from 'playwright-core'
import type { Look } from './a11yLook.ts'
import { household, ofx, statementOf, type Statement } from './bankFiles.ts'
import { withPlan } from './bringPlan.ts'
import type { OpenApp, PersonOptions } from './browser.ts'
import { fourWeeks, weekly } from './everydayPlan.ts'
import { says } from './planSteps.ts'

async function bring(app: OpenApp, page: Page, day: string, statement: Statement): Promise<void> {
  await page.clock.setFixedTime(new Date(`${day}T12:00:00-04:00`))
  await page.goto(`${app.url}/import`)
  await page.locator('#bank-files').setInputFiles(ofx(statement))
}

/** Found at the bank, taken into the plan, its month by kind, and what a figure of it is made of. */
export async function lookAtEverydayFound(app: OpenApp, options: PersonOptions, look: Look): Promise<void> {
  const plan = { ...household.plan, bills: [weekly(0, 'All of it', 8_500, '2030-08-31')] }
  const { page, close } = await withPlan(app, plan, '/settings', options)
  await bring(app, page, '2030-09-01', fourWeeks())
  const found = page.getByRole('region', { name: 'Everyday spending', exact: true })
  await found.getByText('Week by week', { exact: true }).first().click()
  await look(page, 'everyday spending that the bank says')
  await found.getByRole('button', { name: 'Plan all of it' }).click()
  await says(page, 'saved')
  await page.goto(`${app.url}/`)
  await page.getByRole('heading', { name: /^Everyday spending, / }).scrollIntoViewIfNeeded()
  await look(page, 'a month of everyday spending')
  await page.locator('.everyday-table .figure').nth(2).click()
  await page.getByRole('dialog').waitFor()
  await look(page, 'what is left, line by line')
  await close()
}

/** Dates that came otherwise, the balance that is asked for, and how good the plan was. */
export async function lookAtHowGood(app: OpenApp, options: PersonOptions, look: Look): Promise<void> {
  const bills = [...household.plan.bills, weekly(1, 'Groceries', 2_100, '2030-08-20')]
  const plan = { ...household.plan, start_date: '2030-08-20', bills }
  const { page, close } = await withPlan(app, plan, '/settings', { ...options, made_at: '2030-08-20T16:00:00.000Z' })
  await bring(app, page, '2030-09-20', statementOf('2030-09'))
  await page.getByRole('button', { name: 'Yes, City Waterworks is Waterworks' }).click()
  await says(page, 'saved')
  await look(page, 'what came, and what is not planned')
  await page.goto(`${app.url}/`)
  await page
    .getByText(/2[.,]386[.,]00/)
    .first()
    .waitFor()
  await look(page, 'how good the plan was')
  await close()
}
