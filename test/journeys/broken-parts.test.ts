/** A part of the screen that breaks: it says so in its place, the rest goes on, and nothing of the plan is lost. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp, type JourneyPerson, type OpenApp } from './browser.ts'
import { addBill, billNames, billRow, says, startPlan } from './planSteps.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

/** Somebody with a plan of one bill, whose program comes with a part that breaks whenever it is shown. */
async function withBroken(part: string): Promise<JourneyPerson> {
  const person = await app.newPerson()
  await person.context.route(new RegExp(`/assets/${part}-`), (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'export default () => { throw new Error("broken") }' }),
  )
  await startPlan(person.page)
  await addBill(person.page, 'Rent', '900')
  await says(person.page, 'saved')
  return person
}

/** The part comes whole from now on, and the plan is as it was. */
async function comesBack({ page, context }: JourneyPerson): Promise<void> {
  await context.unrouteAll()
  await page.getByRole('alert').getByRole('button', { name: 'Load again' }).click()
  await page.getByRole('alert').waitFor({ state: 'hidden' })
  await page.goto(`${app.url}/bills`)
  await billRow(page, 'Rent').waitFor()
  expect(await billNames(page)).toEqual(['Rent'])
}

const canStillEdit = async (page: Page): Promise<void> => {
  await addBill(page, 'Water', '40')
  expect(await billNames(page)).toEqual(['Rent', 'Water'])
  await page.keyboard.press('Control+z')
  await billRow(page, 'Water').waitFor({ state: 'hidden' })
}

test('a dialog that breaks can be closed, and the page under it goes on', async () => {
  const person = await withBroken('HistoryDialog')
  const { page, close } = person
  await page.locator('.plan-name').click()
  await page.getByRole('menuitem', { name: /History/ }).click()
  await page.getByText("This dialog can't be shown").waitFor()
  await page.getByRole('alert').getByRole('button', { name: 'Close it' }).click()
  await page.getByRole('alert').waitFor({ state: 'hidden' })
  await canStillEdit(page)
  await close()
})

test('a header that breaks leaves the page and its places, with undo and a way to load again', async () => {
  const person = await withBroken('ScenarioMenu')
  const { page, close } = person
  await page.locator('.plan-name').click()
  await page.getByText("The bar at the top can't be shown").waitFor()
  expect(await billNames(page)).toEqual(['Rent'])
  await page.getByRole('alert').getByRole('button', { name: 'Undo the last change' }).click()
  await billRow(page, 'Rent').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Redo' }).click()
  await billRow(page, 'Rent').waitFor()
  await page.locator('.plan-name').click()
  await page.getByText("The bar at the top can't be shown").waitFor()
  await comesBack(person)
  await close()
})

test('the bar of a phone that breaks says so, and the page goes on', async () => {
  const person = await withBroken('MoreMenu')
  const { page, close } = person
  await page.setViewportSize({ width: 390, height: 800 })
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByText("The bar at the bottom can't be shown").waitFor()
  expect(await billNames(page)).toEqual(['Rent'])
  await comesBack(person)
  await close()
})

test('what broke is told to a server that wants to know, by its place in the program and without a word of the plan; to another it is not', async () => {
  const wanting = await openApp({ settings: { crash_reports: 'on' } })
  for (const [asked, told] of [
    [app, 0],
    [wanting, 1],
  ] as const) {
    const { page, context, close } = await asked.newPerson()
    await context.route(/\/assets\/ScenarioMenu-/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'export default () => { throw new RangeError("Rent of 900") }' }),
    )
    await startPlan(page)
    const settled = page.waitForResponse((response) => response.url().endsWith(told ? '/api/crashes' : '/api/settings'))
    await page.locator('.plan-name').click()
    expect((await settled).status()).toBe(200)
    const lines = asked.server.logged.filter((line) => line.includes('web_crash'))
    expect(lines).toHaveLength(told)
    for (const line of lines) {
      const { frames, ...crash } = JSON.parse(line).web_crash
      expect([crash, frames[0]]).toEqual([
        { kind: 'part', name: 'RangeError' },
        { file: expect.stringMatching(/^ScenarioMenu-.*\.js$/), line: 1, column: expect.any(Number) },
      ])
      expect(line).not.toContain('Rent')
    }
    await close()
  }
  await wanting.close()
})
