/** How long notices stay: by themselves, held by pointer or focus, or until they are answered. The clock is the test's. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withPlan, type GivenPlan } from './bringPlan.ts'
import { openPlace } from './planSteps.ts'
import { openApp, type JourneyPerson, type OpenApp } from './browser.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const plan: GivenPlan = {
  name: 'Household',
  planning_balance_cents: 100_000,
  start_date: '2031-03-01',
  currency_code: 'USD',
  bills: [],
  incomes: [],
  allocations: [{ id: 'b0000000-0000-4000-8000-000000000001', target: 'savings:Rainy day', kind: 'fixed', value: 40_000, base: 'balance' }],
}

/** Somebody with that plan on its first day, whose clock the test has in hand. */
async function atPlan(): Promise<JourneyPerson> {
  const person = await withPlan(app, plan, '/')
  await person.page.clock.install({ time: new Date('2031-03-01T12:00:00-05:00') })
  await person.page.reload()
  await person.page.getByRole('region', { name: 'Set aside' }).waitFor()
  return person
}

/** From here on the clock stands until it is moved. */
const standStill = (page: Page): Promise<void> => page.clock.pauseAt(new Date('2031-03-01T12:30:00-05:00'))

const seconds = (page: Page, count: number): Promise<void> => page.clock.runFor(count * 1_000)
const notices = (page: Page) => page.getByRole('region', { name: 'Notices' }).locator('> div')

async function removeRainyDay(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Remove Rainy day' }).click()
  await page.getByText('Rainy day gets nothing from your balance now.').waitFor()
}

test('what can be undone says so for twenty seconds, and then leaves by itself', async () => {
  const { page, close } = await atPlan()
  await standStill(page)
  await removeRainyDay(page)
  await seconds(page, 19)
  expect(await notices(page).count()).toBe(1)
  await seconds(page, 2)
  expect(await notices(page).count()).toBe(0)
  await close()
})

test('a notice stays while the pointer is over it or the focus in it, and its time begins again when they leave', async () => {
  const { page, close } = await atPlan()
  await standStill(page)
  await removeRainyDay(page)
  await seconds(page, 15)
  await notices(page).hover()
  await seconds(page, 300)
  expect(await notices(page).count()).toBe(1)
  await page.mouse.move(5, 700)
  await seconds(page, 15)
  expect(await notices(page).count()).toBe(1)
  await notices(page).getByRole('button', { name: 'Undo' }).focus()
  await seconds(page, 300)
  expect(await notices(page).count()).toBe(1)
  await page.getByTitle(/^Plans:/).focus()
  await seconds(page, 19)
  expect(await notices(page).count()).toBe(1)
  await seconds(page, 2)
  expect(await notices(page).count()).toBe(0)
  await close()
})

test.each([390, 320])('at %i px the last thing on a page comes free of the notice at the bottom', async (width) => {
  const { page, close } = await withPlan(app, plan, '/', {
    viewport: { width, height: 700 },
    isMobile: true,
    hasTouch: true,
  })
  await removeRainyDay(page)
  await openPlace(page, 'Settings')
  const last = page.getByRole('button', { name: 'Delete everything on this device…' })
  await last.click({ timeout: 6_000 })
  await page.getByRole('dialog').waitFor()
  expect(await notices(page).count()).toBe(1)
  await close()
})

test('an offer leaves by itself; what needs an answer stays until it has one', async () => {
  const { page, context, close } = await atPlan()
  await page.getByRole('button', { name: 'What if…' }).first().click()
  await page.getByRole('dialog').getByRole('textbox').press('Enter')
  await page.getByText(/is a copy of “Household”, which stays as it is/).waitFor()
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByTitle(/^Plans:/).click()
  await other.getByRole('menuitem', { name: /^Delete “/ }).click()
  await page.getByText(/was deleted elsewhere/).waitFor()
  await standStill(page)
  expect(await notices(page).allInnerTexts()).toEqual([expect.stringContaining('was deleted elsewhere')])
  await seconds(page, 3_600)
  expect(await notices(page).allInnerTexts()).toEqual([expect.stringContaining('was deleted elsewhere')])
  await notices(page).getByRole('button', { name: 'Keep it as a new plan' }).click()
  await page.getByRole('region', { name: 'Notices' }).locator('> div').waitFor({ state: 'detached' })
  await close()
})

test('the Undo of a notice takes back what the notice speaks of: it leaves when something else is changed', async () => {
  const { page, close } = await atPlan()
  await removeRainyDay(page)
  await notices(page).getByRole('button', { name: 'Undo' }).waitFor()
  const floor = page.getByLabel('Never below')
  await floor.fill('300')
  await floor.press('Enter')
  await expect.poll(() => notices(page).count()).toBe(0)
  // The newest change first, then the one before.
  await page.keyboard.press('Control+z')
  await expect.poll(() => floor.inputValue()).toBe('0.00')
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: 'Remove Rainy day' }).waitFor()
  await close()
})

test('one that comes where the pointer is stands at the bottom', async () => {
  const { page, close } = await atPlan()
  await page.setViewportSize({ width: 1280, height: 420 })
  const remove = page.getByRole('button', { name: 'Remove Rainy day' })
  await remove.scrollIntoViewIfNeeded()
  await page.mouse.move(640, 20)
  await remove.press('Enter')
  await page.getByText('Rainy day gets nothing from your balance now.').waitFor()
  expect((await notices(page).first().boundingBox())!.y).toBeGreaterThan(300)
  await close()
})

test('on a phone they stand at the bottom, and cover no heading', async () => {
  const { page, close } = await atPlan()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'Remove Rainy day' }).press('Enter')
  await page.getByText('Rainy day gets nothing from your balance now.').waitFor()
  const box = (await notices(page).first().boundingBox())!
  expect(box.y).toBeGreaterThan(600)
  const bar = (await page.getByRole('navigation').locator('visible=true').last().boundingBox())!
  expect(box.y + box.height).toBeLessThanOrEqual(bar.y)
  await close()
})

test('where nothing is left to undo, its button says where earlier steps are and leads there', async () => {
  const { page, close } = await atPlan()
  await removeRainyDay(page)
  await page.getByRole('status').filter({ hasText: 'saved' }).first().waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByText('Nothing to undo in this plan since this page was loaded.').waitFor()
  await page.getByRole('button', { name: 'History…' }).click()
  await page.getByRole('dialog', { name: 'History' }).waitFor()
  await close()
})
