/** Whatever opens and closes, the focus is somewhere afterwards: who works by keys never begins at the top of the page again. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withPlan, type GivenPlan } from './bringPlan.ts'
import { openApp, type OpenApp } from './browser.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
/** The sixteenth of the next month: it and its neighbours lie within one month. */
const month = ((now) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 16)).toISOString().slice(0, 7))(new Date())
const id = (nth: number): string => `a0000000-0000-4000-8000-0000000000${String(nth).padStart(2, '0')}`
const row = (nth: number, fields: object) => ({
  id: id(nth),
  category: null,
  predicted: false,
  amount_low_cents: null,
  amount_high_cents: null,
  settled: [],
  evidence: null,
  schedule: null,
  ...fields,
})
const monthly = { every: 1, unit: 'month' }
const plan: GivenPlan = {
  name: 'Household',
  planning_balance_cents: 240_000,
  start_date: day(0),
  currency_code: 'USD',
  floor_cents: 20_000,
  bills: [
    row(21, { name: 'Gym', amount_cents: 3_900, due_date: day(1), schedule: { every: 1, unit: 'week' } }),
    row(22, { name: 'Phone', amount_cents: 1_800, due_date: day(2), schedule: { every: 1, unit: 'week' } }),
    row(23, { name: 'Rent', amount_cents: 95_000, due_date: `${month}-16`, schedule: monthly }),
    row(24, { name: 'Sofa', amount_cents: 60_000, due_date: `${month}-17` }),
  ],
  incomes: [row(31, { name: 'Pay', amount_cents: 150_000, due_date: day(3), schedule: { every: 2, unit: 'week' } })],
  allocations: [{ id: id(41), target: 'goal:Holiday', kind: 'percent', value: 10, base: 'income', keeps_filling: false }],
  goals: [{ id: id(51), name: 'Holiday', target_cents: 50_000, target_date: null }],
}

/** What has the focus once everything has come to rest; '' when nothing has. */
async function focus(page: Page): Promise<string> {
  await page.waitForTimeout(350)
  return page.evaluate(() => {
    const has = document.activeElement
    return !has || has === document.body
      ? ''
      : (has.getAttribute('aria-label') ?? has.textContent ?? has.tagName).trim().slice(0, 80) || has.tagName
  })
}
const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

describe('after what was opened is closed', () => {
  test('from the header: menus, and every dialog of plans', async () => {
    const { page, close } = await withPlan(app, plan, '/')
    const plans = page.getByTitle(/^Plans:/)
    await plans.focus()
    await press(page, 'Enter')
    await page.getByRole('menu').waitFor()
    await press(page, 'Escape')
    expect(await focus(page)).toContain('Household')
    for (const item of ['New plan…', 'Rename…', 'History…', 'Deleted plans…']) {
      await plans.focus()
      await press(page, 'Enter')
      await page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).press('Enter')
      await page.getByRole('dialog').waitFor()
      await press(page, 'Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(await focus(page), item).toContain('Household')
    }
    const whatIf = page.getByTitle('Try something in a copy of this plan')
    await whatIf.focus()
    await press(page, 'Enter')
    await page.getByRole('dialog').waitFor()
    await press(page, 'Escape')
    expect(await focus(page)).toBe('What if…')
    await close()
  })

  test('on the plan: paid, skipped, brought back, and what explains a figure', async () => {
    const { page, close } = await withPlan(app, plan, '/')
    const coming = page.getByRole('region', { name: 'Coming up' })
    const tick = coming.getByRole('button', { name: /^Gym on .*: paid$/ }).first()
    await tick.focus()
    await press(page, 'Enter')
    await page.getByRole('dialog', { name: /Is Gym off your balance/ }).waitFor()
    await press(page, 'Enter')
    await coming.locator('[data-settled]').waitFor()
    expect(await focus(page)).toMatch(/^Gym on .*: paid$/)
    await coming
      .getByRole('button', { name: /^Skip Phone/ })
      .first()
      .focus()
    await press(page, 'Enter')
    await coming.getByText('skipped').first().waitFor()
    expect(await focus(page)).not.toBe('')
    const before = await coming.getByText('skipped').count()
    await coming
      .getByRole('button', { name: /^Bring Phone on .* back$/ })
      .first()
      .focus()
    await press(page, 'Enter')
    await expect.poll(() => coming.getByText('skipped').count()).toBe(before - 1)
    expect(await focus(page)).not.toBe('')
    const figure = page.getByRole('region', { name: 'Summary' }).getByRole('button').first()
    await figure.focus()
    await press(page, 'Enter')
    await page.getByRole('dialog').waitFor()
    await press(page, 'Escape')
    expect(await focus(page)).toBe((await figure.innerText()).trim())
    await close()
  })

  test('in the sheet: the menu of a row, its schedule, its pause, its range, and a row that is deleted', async () => {
    const { page, close } = await withPlan(app, plan, '/bills')
    const cell = (name: string) => page.locator('tr[data-row]', { hasText: name }).locator('[data-cell="name"]')
    const menu = async (item: RegExp): Promise<void> => {
      await cell('Gym').focus()
      await press(page, 'Shift+F10')
      await page.getByRole('menuitem', { name: item }).press('Enter')
    }
    for (const item of [/^Schedule/, /^Change /, /^Pause/, /range/i]) {
      await menu(item)
      await page.getByRole('dialog').waitFor()
      if (String(item) === '/^Pause/') await expect.poll(() => focus(page)).toBe('Pause from')
      await press(page, 'Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(await focus(page), String(item)).not.toBe('')
    }
    await menu(/^Skip /)
    expect(await focus(page)).not.toBe('')
    await menu(/^Mark .* paid/)
    await page.getByRole('dialog').waitFor()
    await press(page, 'Escape')
    expect(await focus(page)).not.toBe('')
    await menu(/^Delete/)
    await cell('Gym').waitFor({ state: 'detached' })
    expect(await focus(page)).not.toBe('')
    await close()
  })

  test('in the calendar: each answer to a payment that was moved, skipped and paid ones, and what is added', async () => {
    const { page, close } = await withPlan(app, plan, '/calendar')
    await page.getByRole('button', { name: 'The month after' }).click()
    await page.getByText('By keys: Space lifts it', { exact: false }).waitFor()
    const chip = (name: string, date: string) => page.locator(`td[data-date="${date}"] .chip`, { hasText: name })
    const carry = async (name: string, from: string, key: string): Promise<void> => {
      await chip(name, from).focus()
      await press(page, 'Space')
      await page.waitForTimeout(150)
      await press(page, key)
      await page.waitForTimeout(150)
      await press(page, 'Space')
    }
    await carry('Rent', `${month}-16`, 'ArrowRight')
    await page.getByRole('button', { name: 'Only this one' }).press('Enter')
    await chip('Rent', `${month}-17`).waitFor()
    expect(await focus(page)).toMatch(/^Rent /)
    await carry('Rent', `${month}-17`, 'ArrowRight')
    await page.getByRole('button', { name: 'Leave it where it was' }).press('Enter')
    expect(await focus(page)).toMatch(/^Rent /)
    await carry('Rent', `${month}-17`, 'ArrowLeft')
    await page.getByRole('button', { name: 'This and all later ones' }).press('Enter')
    await chip('Rent', `${month}-16`).waitFor()
    expect(await focus(page)).toMatch(/^Rent /)
    await carry('Sofa', `${month}-17`, 'ArrowRight')
    await chip('Sofa', `${month}-18`).waitFor()
    expect(await focus(page)).toMatch(/^Sofa /)
    await press(page, 'Enter')
    await page.getByRole('button', { name: 'It is paid' }).press('Enter')
    await page.getByRole('dialog', { name: /off your balance/ }).waitFor()
    await press(page, 'Escape')
    expect(await focus(page)).toMatch(/^Sofa /)
    await chip('Rent', `${month}-16`).press('Enter')
    await page.getByRole('button', { name: 'Skip this one' }).press('Enter')
    await chip('Rent', `${month}-16`).waitFor({ state: 'detached' })
    expect(await focus(page)).not.toBe('')
    await page.getByRole('button', { name: 'Add a bill or an income' }).press('Enter')
    await page.getByRole('dialog').waitFor()
    await press(page, 'Escape')
    expect(await focus(page)).toBe('Add a bill or an income')
    await close()
  })
})
