/** Two tabs of one real browser. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp, type OpenApp } from './browser.ts'
import { addBill, amountOf, billNames, billRow, says, setAmount, startPlan } from './planSteps.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

test.each([
  ['on this device', false],
  ['on the server', true],
] as const)('%s: both tabs show every edit, none is lost, and a reload shows the same', async (words, account) => {
  const { page, context, close } = await app.newPerson({ account })
  await startPlan(page)
  await addBill(page, 'Rent', '900')
  await says(page, `saved · ${words}`)
  const other = await context.newPage()
  await other.goto(`${app.url}/bills`)
  await billRow(other, 'Rent').waitFor()
  for (const nth of [1, 2, 3]) await Promise.all([addBill(page, `Left ${nth}`, '10'), addBill(other, `Right ${nth}`, '10')])
  await billRow(page, 'Right 3').waitFor()
  await billRow(other, 'Left 3').waitFor()
  await setAmount(other, 'Rent', '950')
  await amountOf(page, 'Rent').filter({ hasText: '$950.00' }).waitFor()
  await says(page, 'saved')
  await says(other, 'saved')
  const expected = ['Left 1', 'Left 2', 'Left 3', 'Rent', 'Right 1', 'Right 2', 'Right 3']
  expect(await billNames(page)).toEqual(expected)
  expect(await billNames(other)).toEqual(expected)
  await page.reload()
  await billRow(page, 'Rent').waitFor()
  expect(await billNames(page)).toEqual(expected)
  await close()
})

test('a history that is kept open goes on with what another tab changes', async () => {
  const { page, context, close } = await app.newPerson()
  await startPlan(page)
  await addBill(page, 'Rent', '900')
  await says(page, 'saved')
  const other = await context.newPage()
  await other.goto(`${app.url}/bills`)
  await billRow(other, 'Rent').waitFor()
  await page.getByTitle(/^Plans:/).click()
  await page.getByRole('menuitem', { name: /^History/ }).click()
  const history = page.getByRole('dialog', { name: /^History of/ })
  await history.getByText('Added Rent').waitFor()
  const count = await history.getByRole('listitem').count()
  await addBill(other, 'Phone', '20')
  await history.getByText('Added Phone').waitFor()
  expect(await history.getByRole('listitem').count()).toBe(count + 1)
  await close()
})

test('what is said to be saved is there when the tab is killed at that moment', async () => {
  const { page, context, close } = await app.newPerson()
  await startPlan(page)
  await says(page, 'saved')
  await addBill(page, 'Just before', '1')
  await says(page, 'saved · on this device')
  await page.close({ runBeforeUnload: false })
  const next = await context.newPage()
  await next.goto(`${app.url}/bills`)
  await billRow(next, 'Just before').waitFor()
  await close()
})

test('undo in one tab takes back only what was done there', async () => {
  const { page, context, close } = await app.newPerson()
  await startPlan(page)
  await addBill(page, 'Rent', '900')
  await says(page, 'saved')
  const other = await context.newPage()
  await other.goto(`${app.url}/bills`)
  await billRow(other, 'Rent').waitFor()
  await addBill(other, 'Phone', '20')
  await billRow(page, 'Phone').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await billRow(page, 'Rent').waitFor({ state: 'detached' })
  expect(await billNames(page)).toEqual(['Phone'])
  await billRow(other, 'Rent').waitFor({ state: 'detached' })
  await close()
})
