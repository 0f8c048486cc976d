/** Another language: chosen by keys in the settings, with the plan, its undo and what waits for the connection kept; told where it can't be had. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp, type OpenApp } from './browser.ts'
import { addBill, billNames, billRow, says, startPlan } from './planSteps.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const language = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.lang)
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ?? '')

test('by keys, and what was changed before can be undone after it', async () => {
  const { page, close } = await app.newPerson()
  await startPlan(page)
  await addBill(page, 'Rent', '900')
  await says(page, 'saved · on this device')
  await page.getByRole('link', { name: 'Settings' }).click()
  const choice = page.getByRole('group', { name: 'Language' })
  await choice.waitFor()
  expect((await choice.locator('label').allTextContents()).toSorted()).toEqual(['As the browser has it', 'Deutsch', 'English'])
  await choice.getByRole('radio', { name: 'As the browser has it' }).focus()
  const before = await page.evaluate(() => window.scrollY)
  for (let presses = 0; presses < 2 && (await focused(page)) !== 'Deutsch'; presses += 1) {
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => focused(page)).toMatch(/^(English|Deutsch)$/)
  }
  await page.getByRole('heading', { name: 'Einstellungen', exact: true }).waitFor()
  await expect.poll(() => focused(page)).toBe('Deutsch')
  expect([await page.title(), await page.evaluate(() => window.scrollY > 0), before > 0]).toEqual([
    'Einstellungen · pyNance Planning',
    true,
    true,
  ])

  await page.getByRole('link', { name: 'Ausgaben & Einnahmen' }).click()
  expect(await billNames(page)).toEqual(['Rent'])
  await page.getByRole('button', { name: 'Rückgängig', exact: true }).click()
  await billRow(page, 'Rent').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Wiederholen', exact: true }).click()
  await billRow(page, 'Rent').waitFor()

  await page.reload()
  await billRow(page, 'Rent').waitFor()
  expect(await language(page)).toBe('de')
  await page.getByRole('link', { name: 'Einstellungen' }).click()
  // Not `check`, which looks for the same words once more afterwards: they are English by then.
  await page.getByRole('radio', { name: 'Wie im Browser' }).click()
  await page.getByRole('heading', { name: 'Settings', exact: true }).waitFor()
  await close()
})

test('an edit that waits for the server goes on waiting, and is sent', async () => {
  const { page, context, close } = await app.newPerson({ account: true })
  await startPlan(page)
  await addBill(page, 'Rent', '900')
  await says(page, 'saved · on the server')
  await context.route('**/api/planning/**', (route) => (route.request().method() === 'GET' ? route.continue() : route.abort()))
  await addBill(page, 'Water', '40')
  await says(page, '1 edit waiting for the connection')
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: 'Deutsch' }).check()
  await says(page, '1 Änderung wartet auf die Verbindung')
  await context.unroute('**/api/planning/**')
  await says(page, 'gespeichert · auf dem Server')
  await page.reload()
  await page.getByRole('link', { name: 'Ausgaben & Einnahmen' }).click()
  await billRow(page, 'Water').waitFor()
  await close()
})

test('words that can not be fetched: it is said, and everything stays in the language it was in', async () => {
  const { page, context, close } = await app.newPerson()
  await startPlan(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: 'Deutsch' }).waitFor()
  const isGerman = (url: URL): boolean => /settings-.*\.js$/.test(url.pathname)
  await context.route(isGerman, (route) => route.abort())
  await page.getByRole('radio', { name: 'Deutsch' }).check()
  await page.getByText('The words of this language could not be fetched.').waitFor()
  expect([await language(page), await page.getByRole('radio', { name: 'As the browser has it' }).isChecked()]).toEqual(['en', true])
  await page.getByRole('heading', { name: 'Settings', exact: true }).waitFor()
  await context.unroute(isGerman)
  await page.getByRole('radio', { name: 'Deutsch' }).check()
  await page.getByRole('heading', { name: 'Einstellungen', exact: true }).waitFor()
  await close()
})
