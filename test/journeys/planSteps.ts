/** The steps at a plan's bills that the journeys about keeping and sending share. */
import type { Locator, Page } from 'playwright-core'

export const billRow = (page: Page, name: string): Locator =>
  page.locator('tr[data-row]', { has: page.getByRole('gridcell', { name, exact: true }) })
export const amountOf = (page: Page, name: string): Locator => billRow(page, name).locator('[data-cell="amount_cents"]')
export const billNames = async (page: Page): Promise<string[]> =>
  (await page.locator('tr[data-row]:not(.new-row) [data-cell="name"]').allTextContents()).map((name) => name.trim()).sort()

export async function startPlan(page: Page, balance = '2400'): Promise<void> {
  await page.getByLabel('How much is on your account today?').fill(balance)
  await page.getByRole('button', { name: 'Start planning' }).click()
  await page.getByRole('region', { name: 'Summary' }).waitFor()
  await openBills(page)
}

export async function openBills(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Bills/ })
    .locator('visible=true')
    .first()
    .click()
  await page.getByLabel('Name of a new bill').waitFor()
}

/** Compare and Settings are behind More where the window is a phone's. */
export async function openPlace(page: Page, name: 'Compare' | 'Settings'): Promise<void> {
  const link = page.getByRole('link', { name, exact: true }).locator('visible=true')
  if ((await link.count()) > 0) return link.click()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

export async function addBill(page: Page, name: string, amount: string): Promise<void> {
  await page.getByLabel('Name of a new bill').fill(name)
  await page.getByLabel('Amount of the new bill').fill(amount)
  await page.getByLabel('Amount of the new bill').press('Enter')
  await billRow(page, name).waitFor()
}

export async function setAmount(page: Page, name: string, amount: string): Promise<void> {
  await amountOf(page, name).click()
  await page.keyboard.type(amount)
  await page.keyboard.press('Enter')
}

/** Waits until the saved state reads so. */
export const says = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('status').filter({ hasText: words }).first().waitFor()
