/** The renderer is killed in the middle of its work: what was done by then is there afterwards. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp, type OpenApp } from './browser.ts'
import { addBill, amountOf, billRow, openBills, says, startPlan } from './planSteps.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp({ serviceWorkers: 'allow' })))
afterAll(() => app.close())

/**
 * Presses Enter, and kills the renderer as it stands when the handlers of that key have run: from then on it does nothing more, so no
 * database has answered and nothing was sent.
 */
async function pressEnterAndCrash(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter')
        setTimeout(() => {
          for (;;);
        }, 0)
    })
  })
  const isDown = new Promise<void>((resolve) => page.once('crash', () => resolve()))
  void page.keyboard.press('Enter').catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const session = await app.browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  for (const { type, id } of processInfo) if (type === 'renderer') process.kill(id, 'SIGKILL')
  await isDown
  await session.detach()
  await page.close()
}

test.each([
  ['on this device', false],
  ['on the server', true],
] as const)(
  '%s: a bill added and an amount changed the moment before the renderer is killed are there afterwards',
  async (words, account) => {
    const { page, context, close } = await app.newPerson({ account })
    await startPlan(page)
    await addBill(page, 'Rent', '900')
    await says(page, `saved · ${words}`)

    await page.getByLabel('Name of a new bill').fill('Just before')
    await page.getByLabel('Amount of the new bill').fill('12')
    await pressEnterAndCrash(page)

    const second = await context.newPage()
    await second.goto(`${app.url}/bills`)
    await billRow(second, 'Just before').waitFor()
    await says(second, `saved · ${words}`)
    await amountOf(second, 'Rent').click()
    await second.keyboard.type('950')
    await pressEnterAndCrash(second)

    const third = await context.newPage()
    await third.goto(`${app.url}/bills`)
    await amountOf(third, 'Rent').filter({ hasText: '$950.00' }).waitFor()
    await says(third, `saved · ${words}`)
    expect(await third.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('pyNance:unsaved:')))).toEqual([])
    await close()
  },
)

test('without a connection too: the edit waits, and is sent when it is back', async () => {
  const { page, context, close } = await app.newPerson({ account: true })
  await startPlan(page)
  await addBill(page, 'Rent', '900')
  await says(page, 'saved · on the server')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await context.setOffline(true)
  await amountOf(page, 'Rent').click()
  await page.keyboard.type('950')
  await pressEnterAndCrash(page)
  const next = await context.newPage()
  await next.goto(`${app.url}/bills`)
  await amountOf(next, 'Rent').filter({ hasText: '$950.00' }).waitFor()
  await context.setOffline(false)
  await says(next, 'saved · on the server')
  await close()
})

test.each([
  ['on this device', false],
  ['on the server', true],
] as const)('%s: what was being typed when the tab is closed is there afterwards', async (words, account) => {
  const { page, context, close } = await app.newPerson({ account })
  await startPlan(page)
  await addBill(page, 'Rent', '900')
  await says(page, `saved · ${words}`)
  await amountOf(page, 'Rent').click()
  await page.keyboard.type('950')
  await page.close({ runBeforeUnload: false })
  const next = await context.newPage()
  await next.goto(`${app.url}/bills`)
  await amountOf(next, 'Rent').filter({ hasText: '$950.00' }).waitFor()
  await openBills(next)
  await says(next, `saved · ${words}`)
  await close()
})
