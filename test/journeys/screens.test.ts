/** A person at the Planning page, in real Chromium, with the built app and a real server. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withPlan } from './bringPlan.ts'
import { openApp, type OpenApp } from './browser.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const bill = (page: Page, name: string): Locator => page.locator('tr[data-row]', { has: page.getByRole('gridcell', { name, exact: true }) })
const cell = (page: Page, name: string, field: string): Locator => bill(page, name).locator(`[data-cell="${field}"]`)
const summary = (page: Page): Locator => page.getByRole('region', { name: 'Summary' })
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')

async function startPlan(page: Page, balance = '2400'): Promise<void> {
  await page.getByLabel('How much is on your account today?').fill(balance)
  await page.getByRole('button', { name: 'Start planning' }).click()
  await summary(page).waitFor()
}

const goTo = (page: Page, place: RegExp): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name: place }).locator('visible=true').click()

async function addBill(page: Page, name: string, amount: string, due = ''): Promise<void> {
  await goTo(page, /^Bills/)
  await page.getByLabel('Name of a new bill').fill(name)
  if (due) await page.getByLabel('Due date of the new bill').fill(due)
  await page.getByLabel('Amount of the new bill').fill(amount)
  await page.getByLabel('Amount of the new bill').press('Enter')
  await bill(page, name).waitFor()
  await goTo(page, /^Plan$/)
}

async function sendTo(page: Page, target: 'savings' | 'goal', name: string): Promise<void> {
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Add', exact: true }) })
  await form.getByLabel('Where money goes').selectOption(target)
  await form.getByLabel(/^Name of the/).fill(name)
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByLabel(`Percent for ${name}`, { exact: true }).waitFor()
}

const saved = (page: Page): Promise<void> => page.getByRole('status').filter({ hasText: 'saved' }).waitFor()

describe('a first visit', () => {
  test('balance, a bill, what is set aside; after a reload all of it is there', async () => {
    const { page, close } = await app.newPerson()
    await startPlan(page, '2,400')
    await addBill(page, 'Rent', '1,150.00', '2030-05-01')
    await sendTo(page, 'savings', 'Rainy day')
    await saved(page)
    await page.reload()
    await summary(page).getByText('What you set aside leaves $2,160.00 free.').waitFor()
    expect(await page.getByLabel('Percent for Rainy day', { exact: true }).inputValue()).toBe('10')
    await goTo(page, /^Bills/)
    expect(await cell(page, 'Rent', 'amount_cents').innerText()).toBe('$1,150.00')
    await close()
  })

  test('the sample can be looked at, says what it is, and is gone with one click', async () => {
    const { page, close } = await app.newPerson()
    await page.getByRole('button', { name: 'Look around with a sample plan' }).click()
    await page.getByText('This is a sample').waitFor()
    await goTo(page, /^Bills/)
    await bill(page, 'Rent').waitFor()
    expect(await page.locator('tr[data-row]').count()).toBeGreaterThan(5)
    await goTo(page, /^Plan$/)
    await page.getByRole('button', { name: 'Remove the sample' }).click()
    await page.getByText('How much is on your account today?').waitFor()
    await close()
  })

  test('every figure of the summary opens the lines that make it', async () => {
    const { page, close } = await app.newPerson()
    await startPlan(page)
    await addBill(page, 'Rent', '1150')
    await addBill(page, 'Phone', '18.50')
    await goTo(page, /^Plan$/)
    await summary(page)
      .getByTitle(/^Bills without a date/)
      .click()
    const explanation = page.getByRole('dialog', { name: 'Bills without a date' })
    await explanation.getByText('Together').waitFor()
    expect((await explanation.locator('tr').allInnerTexts()).map((line) => line.replace(/\s+/g, ' '))).toEqual([
      'Rent no date $1,150.00',
      'Phone no date $18.50',
      'Together $1,168.50',
    ])
    await page.keyboard.press('Escape')
    await explanation.waitFor({ state: 'detached' })
    expect(await focused(page)).toBe('$1,168.50')
    await close()
  })

  test('Esc closes what a button opened while the focus is still on the button', async () => {
    const { page, close } = await app.newPerson()
    await startPlan(page)
    await addBill(page, 'Rent', '1150')
    await goTo(page, /^Plan$/)
    const figure = summary(page).getByTitle(/^Bills without a date/)
    const menu = page.getByTitle(/^Plans:/)
    for (const [button, popup] of [
      [figure, page.getByRole('dialog')],
      [menu, page.getByRole('menu')],
    ] as const) {
      await button.click()
      await popup.waitFor()
      await button.focus()
      await page.keyboard.press('Escape')
      await popup.waitFor({ state: 'detached' })
    }
    await close()
  })
})

describe('setting aside', () => {
  test('a slider stops at the room the others leave, says so, and a drag is one step of undo', async () => {
    const { page, close } = await app.newPerson()
    await startPlan(page, '1000')
    await sendTo(page, 'savings', 'Rainy day')
    await sendTo(page, 'goal', 'Holiday')
    await page.getByLabel('Percent for Rainy day, as a number').fill('70')
    await page.keyboard.press('Enter')
    const slider = page.getByLabel('Percent for Holiday', { exact: true })
    const box = (await slider.boundingBox())!
    await page.mouse.move(box.x + 0.1 * box.width, box.y + box.height / 2)
    await page.mouse.down()
    for (let at = 0.15; at <= 1; at += 0.05) await page.mouse.move(box.x + at * box.width, box.y + box.height / 2)
    await page.mouse.up()
    expect(await slider.inputValue()).toBe('30')
    expect(await slider.getAttribute('aria-valuetext')).toBe('30%, $300.00, all that is left')
    await page.getByText('30% is all that the others leave.').waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => slider.inputValue()).toBe('10')
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => slider.inputValue()).toBe('30')
    await close()
  })

  test('what is missing is said in words, and shown', async () => {
    const { page, close } = await app.newPerson()
    await startPlan(page, '100')
    await sendTo(page, 'savings', 'Boat')
    await page.getByLabel('How Boat is counted').selectOption('fixed')
    await page.getByLabel('Amount for Boat').fill('180')
    await page.getByLabel('Amount for Boat').press('Enter')
    await page.getByText('Boat is $80.00 short.').waitFor()
    await summary(page).getByText('What you set aside is $80.00 short.').waitFor()
    expect(await page.getByRole('img', { name: /cut into/ }).getAttribute('aria-label')).toBe(
      '$100.00 cut into Boat $100.00; $80.00 short.',
    )
    await page.getByRole('button', { name: 'Show as a picture' }).click()
    await page.getByText('The same as a table').click()
    expect(await page.locator('figure tbody tr').allInnerTexts()).toEqual(['Balance\tBoat\t$100.00'])
    await close()
  })
})

describe('undo', () => {
  test('Ctrl+Z takes back typing in a field first, then the plan’s own changes, plan by plan', async () => {
    const { page, close } = await app.newPerson()
    await startPlan(page, '2400')
    const balance = page.getByLabel('On hand')
    await balance.fill('500')
    await balance.press('Enter')
    expect(await summary(page).innerText()).toContain('$500.00')
    await balance.press('End')
    await page.keyboard.type('9')
    await page.keyboard.press('Control+z')
    expect(await balance.inputValue()).toBe('500.00')
    expect(await summary(page).innerText()).toContain('$500.00')
    await page.keyboard.press('Control+z')
    await expect.poll(() => summary(page).innerText()).toContain('$2,400.00')
    expect(await balance.inputValue()).toBe('2,400.00')
    await page.getByRole('button', { name: 'Redo' }).click()
    await expect.poll(() => balance.inputValue()).toBe('500.00')
    await close()
  })
})

describe('plans as wholes', () => {
  test('new, rename, duplicate, delete, deleted plans and history, all from one menu', async () => {
    const { page, close } = await app.newPerson()
    await startPlan(page, '100')
    const menu = async (from: string, item: string) => {
      await page.getByRole('button', { name: from, exact: true }).click()
      await page.getByRole('menuitem', { name: item, exact: true }).click()
    }
    await menu('My plan', 'Rename…')
    await page.getByRole('dialog').getByLabel('Name').fill('Base')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Base', exact: true }).waitFor()
    await menu('Base', 'New plan…')
    await page.getByRole('dialog').getByLabel('Name').fill('Base')
    await page.keyboard.press('Enter')
    await page.getByText('Another plan has this name').waitFor()
    await page.getByRole('dialog').getByLabel('Name').fill('What if')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'What if', exact: true }).waitFor()
    await menu('What if', 'Delete “What if”')
    await page.getByRole('button', { name: 'Base', exact: true }).waitFor()
    await menu('Base', 'Deleted plans…')
    await page.getByRole('button', { name: 'Restore What if' }).click()
    await page.getByRole('button', { name: 'What if', exact: true }).click()
    await page.getByRole('menuitemradio', { name: /^Base/ }).click()
    await page.getByLabel('On hand').fill('300')
    await page.keyboard.press('Enter')
    await saved(page)
    await menu('Base', 'History…')
    const history = page.getByRole('dialog')
    await history.getByText('Balance: $100.00 → $300.00').waitFor()
    await history.getByText('Renamed from “My plan” to “Base”').waitFor()
    await history.getByRole('button', { name: /^View/ }).last().click()
    await history.getByRole('region', { name: 'The plan at that time' }).getByText('$100.00').waitFor()
    await history
      .getByRole('button', { name: /^Go back to/ })
      .last()
      .click()
    await expect.poll(() => page.getByLabel('On hand').inputValue()).toBe('100.00')
    await close()
  })

  test('an export, everything deleted, and the import are the same plans again', async () => {
    const { page, close } = await app.newPerson()
    await page.getByRole('button', { name: 'Look around with a sample plan' }).click()
    await saved(page)
    await page.getByRole('link', { name: 'Settings' }).first().click()
    const exported = async () => {
      const coming = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Export all plans' }).click()
      return (await coming).path()
    }
    const file = await exported()
    const before = JSON.parse(readFileSync(file, 'utf8'))
    await page.getByRole('button', { name: 'Delete everything on this device' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click()
    await page.getByText('No plan is kept on this device any more').waitFor()
    await page.getByLabel('Import a file').setInputFiles(file)
    await page.getByText('Sample plan comes along').waitFor()
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByText('One plan is there now').waitFor()
    const after = JSON.parse(readFileSync(await exported(), 'utf8'))
    const content = (plans: typeof before) =>
      plans.scenarios.map(({ revision: _revision, updated_at: _at, ...rest }: { revision: number; updated_at: string }) => rest)
    expect(content(after)).toEqual(content(before))
    await close()
  })
})

describe('by keyboard alone', () => {
  test('from nothing to a plan with a bill and a target', async () => {
    const { page, close } = await app.newPerson()
    await page.getByText('How much is on your account today?').waitFor()
    const tabTo = async (label: RegExp): Promise<void> => {
      for (let tries = 0; tries < 60; tries += 1) {
        const here = await page.evaluate(() => {
          const at = document.activeElement as HTMLInputElement | null
          return at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? ''
        })
        if (label.test(here)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`Tab does not lead to ${label}`)
    }
    await tabTo(/^How much/)
    await page.keyboard.type('2400')
    await page.keyboard.press('Enter')
    await summary(page).waitFor()
    await tabTo(/^Bills & income/)
    await page.keyboard.press('Enter')
    await page.getByLabel('Name of a new bill').waitFor()
    await tabTo(/^Name of a new bill/)
    await page.keyboard.type('Rent')
    await tabTo(/^Amount of the new bill/)
    await page.keyboard.type('1150')
    await page.keyboard.press('Enter')
    await bill(page, 'Rent').waitFor()
    await page.getByRole('link', { name: 'Plan', exact: true }).focus()
    await page.keyboard.press('Enter')
    await summary(page).waitFor()
    await tabTo(/^Where money goes/)
    await page.keyboard.type('Savings')
    await tabTo(/^Name of the savings/)
    await page.keyboard.type('Rainy day')
    await page.keyboard.press('Enter')
    await page.getByLabel('Rainy day gets').waitFor()
    await tabTo(/^Percent for Rainy day$/)
    await page.keyboard.press('ArrowRight')
    expect(await page.getByLabel('Rainy day gets').innerText()).toBe('$264.00')
    await close()
  })
})

test('an address that no page has says so, and leads to the plan', async () => {
  const { page, close } = await app.newPerson()
  await startPlan(page)
  await page.goto(`${app.url}/plans/nothing`)
  await page.getByRole('heading', { name: 'Nothing is at this address' }).waitFor()
  expect(await summary(page).count()).toBe(0)
  await page.getByRole('link', { name: 'Go to the plan' }).click()
  await summary(page).waitFor()
  await close()
})

describe('a phone', () => {
  test.each([390, 360])('%i px wide, a long name of a plan leaves the header one line', async (width) => {
    const plan = { planning_balance_cents: 0, start_date: '2031-01-01', currency_code: 'USD', bills: [], incomes: [], allocations: [] }
    const name = 'Household of everybody who lives in the old house by the river'
    const phone = { viewport: { width, height: 844 }, isMobile: true, hasTouch: true }
    const { page, close } = await withPlan(app, { name, ...plan }, '/', phone)
    const edges = await page
      .locator('header')
      .getByRole('button')
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility())
          .map((one) => one.getBoundingClientRect())
          .map(({ bottom, right }) => ({ bottom, right })),
      )
    expect(edges.length).toBeGreaterThanOrEqual(4)
    for (const { bottom, right } of edges) {
      expect(bottom).toBeLessThan(60)
      expect(right).toBeLessThanOrEqual(width)
    }
    await close()
  })

  test('390 px wide, nothing lies beside the screen, and the places are at the bottom', async () => {
    const { page, close } = await app.newPerson({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
    const isInside = () => page.evaluate(() => document.documentElement.scrollWidth <= 390)
    expect(await isInside()).toBe(true)
    await page.getByRole('button', { name: 'Look around with a sample plan' }).tap()
    await page.getByText('This is a sample').waitFor()
    expect(await isInside()).toBe(true)
    await page.getByRole('button', { name: 'Show as a picture' }).tap()
    await page.getByText('The same as a table').waitFor()
    expect(await isInside()).toBe(true)
    await goTo(page, /^Bills/)
    await cell(page, 'Rent', 'amount_cents').tap()
    await page.getByLabel('Amount of Rent').fill('1200')
    await page.keyboard.press('Enter')
    expect(await cell(page, 'Rent', 'amount_cents').innerText()).toBe('$1,200.00')
    await page.getByRole('navigation').getByRole('button', { name: 'More' }).tap()
    await page.getByRole('menuitem', { name: 'Settings' }).tap()
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    expect(await isInside()).toBe(true)
    await close()
  })
})
