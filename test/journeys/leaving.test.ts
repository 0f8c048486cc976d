/** What a browser still holds after somebody has left it: everything it stores is listed, and searched for what would name them. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword } from '../server/authApp.ts'
import { openApp, type OpenApp } from './browser.ts'
import { addBill, billNames, billRow, says, startPlan } from './planSteps.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp({ serviceWorkers: 'allow' })))
afterAll(() => app.close())

/** All a page can find in its browser: databases, storages, caches, cookies, the title, what stands in fields. */
async function everythingKept(page: Page, context: BrowserContext): Promise<string> {
  const stored = await page.evaluate(async () => {
    const found: Record<string, unknown> = {
      local: { ...localStorage },
      session: { ...sessionStorage },
      title: document.title,
      fields: [...document.querySelectorAll('input')].map(({ value }) => value),
      text: document.body.innerText,
    }
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name!)
        opening.addEventListener('success', () => resolve(opening.result))
        opening.addEventListener('error', () => reject(opening.error!))
      })
      for (const table of database.objectStoreNames) {
        const reading = database.transaction(table).objectStore(table)
        const [keys, rows] = await Promise.all(
          [reading.getAllKeys(), reading.getAll()].map(
            (asked) => new Promise((resolve) => asked.addEventListener('success', () => resolve(asked.result))),
          ),
        )
        found[`${name} ${table}`] = { keys, rows }
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      const kept = await cache.keys()
      found[`cache ${name}`] = kept.map(({ url }) => url)
      // What the app itself is made of tells of nobody; everything else is read.
      for (const request of kept)
        if (!/\/assets\/|\.(png|svg|js|css|html|webmanifest)(\?|$)/.test(request.url))
          found[request.url] = await (await cache.match(request))!.text()
    }
    return JSON.stringify(found)
  })
  return stored + JSON.stringify(await context.cookies())
}

const kept = async (page: Page, context: BrowserContext, wanted: readonly string[]): Promise<string[]> => {
  const all = await everythingKept(page, context)
  return wanted.filter((text) => all.includes(text))
}

async function accountId(context: BrowserContext): Promise<string> {
  const session = (await (await context.request.get(`${app.url}/api/auth/get-session`)).json()) as { user: { id: string } }
  return session.user.id
}

const bankFile = (payee: string): string =>
  `Date,Amount,Payee\n${['2025-11-03', '2025-12-03', '2026-01-03', '2026-02-03'].map((date) => `${date},-12.34,${payee}`).join('\n')}\n`

async function readFromBank(page: Page, payee: string): Promise<void> {
  await page.goto(`${app.url}/import`)
  await page.locator('#bank-files').setInputFiles({ name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(bankFile(payee)) })
  await page.getByRole('button', { name: 'Use this file' }).click()
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const opening = indexedDB.open('pyNance')
        const database = await new Promise<IDBDatabase>((resolve) => opening.addEventListener('success', () => resolve(opening.result)))
        const counting = database.transaction('bank_accounts').objectStore('bank_accounts').count()
        return new Promise((resolve) => counting.addEventListener('success', () => (database.close(), resolve(counting.result))))
      }),
    )
    .toBe(1)
}

test('after an account is deleted nothing in the browser names it, in a second tab neither, and the page says what is left and what to do', async () => {
  const { page, context, email, password, close } = await app.newPerson({ account: true })
  await startPlan(page)
  await addBill(page, 'Rent of Ana', '900')
  await says(page, 'saved · on the server')
  const other = await context.newPage()
  await other.goto(`${app.url}/bills`)
  await billRow(other, 'Rent of Ana').waitFor()
  await readFromBank(page, 'Gym of Ana')
  const id = await accountId(context)
  const hints = [email, id, 'My plan', 'Rent of Ana', 'Gym of Ana', 'GYM OF ANA']
  expect(await kept(page, context, [email, id, 'Rent of Ana'])).toHaveLength(3)

  await page.goto(`${app.url}/settings`)
  await page.getByText('Delete the account', { exact: true }).click()
  await page.getByLabel('Your password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Delete the account and everything in it' }).click()
  const farewell = page.getByRole('region', { name: 'The account is deleted' })
  await farewell.getByText('Nothing in this browser names it any more.').waitFor()
  await farewell.getByRole('button', { name: 'Make another account' }).waitFor()
  expect(await kept(page, context, hints)).toEqual([])
  await other.getByLabel('How much is on your account today?').waitFor()
  expect(await kept(other, context, hints)).toEqual([])

  await farewell.getByRole('button', { name: 'Start anew on this device' }).click()
  await page.getByLabel('How much is on your account today?').waitFor()
  // What the next visit begins with.
  expect(await page.evaluate(() => localStorage.getItem('pyNance:mode'))).toBe('local')
  await close()
})

test('a session that has ended: what was sent is not kept for the next person, what was not can be removed by them, seen by nobody', async () => {
  const ana = await app.newPerson({ account: true })
  const { page, context } = ana
  await startPlan(page)
  await addBill(page, 'Rent of Ana', '900')
  await says(page, 'saved · on the server')
  const id = await accountId(context)
  const hints = [ana.email, id, 'Rent of Ana', 'Phone of Ana']

  // Everything was sent: the next person finds nothing.
  await context.clearCookies()
  await page.goto(app.url)
  await page.getByRole('heading', { name: 'Your plans are on the server' }).waitFor()
  expect(await kept(page, context, hints)).toEqual([])

  // Something was not: it is said, and asked about.
  await signIn(page, ana.email)
  await page.getByRole('region', { name: 'Summary' }).waitFor()
  await page.getByRole('link', { name: 'Bills & income' }).click()
  await billRow(page, 'Rent of Ana').waitFor()
  await context.setOffline(true)
  await addBill(page, 'Phone of Ana', '20')
  await says(page, '1 edit waiting')
  await context.clearCookies()
  await context.setOffline(false)
  await says(page, 'until you sign in')
  await page.getByRole('region', { name: 'Sign in again' }).getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  await page.goto(app.url)
  await page.getByText('left 1 change that has not reached the server here').waitFor()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the plans to a file' }).click()
  expect(await textOf(await coming)).toContain('Phone of Ana')

  const ben = `ben-${ana.email}`
  await context.request.post(`${app.url}/api/auth/sign-up/email`, {
    data: { email: ben, password: goodPassword, name: ben },
    headers: { origin: app.url },
  })
  await page.goto(app.url)
  const note = page.getByRole('region', { name: 'Left by another account' })
  await note.getByText('left 1 change that has not reached the server here').waitFor()
  expect(await note.innerText()).not.toMatch(/Ana|Phone|@/)
  await note.getByRole('button', { name: 'Remove it…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByText('Nothing of other accounts is in this browser any more.').waitFor()
  expect(await kept(page, context, [`"${ana.email}`, id, 'Rent of Ana', 'Phone of Ana'])).toEqual([])
  await ana.close()
})

test('on a phone an ended session is said where the page is, however far it is scrolled', async () => {
  const ana = await app.newPerson({ account: true, viewport: { width: 390, height: 700 }, isMobile: true, hasTouch: true })
  const { page, context } = ana
  await startPlan(page)
  for (const nth of [1, 2, 3, 4, 5, 6, 7]) await addBill(page, `Bill ${nth}`, '10')
  await says(page, /^saved/)
  await context.clearCookies()
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await addBill(page, 'One more', '20')
  const ended = page.getByRole('region', { name: 'Sign in again' })
  await ended.waitFor()
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  const { top, bottom } = await ended.evaluate((element) => element.getBoundingClientRect())
  expect([top >= 0, bottom <= 700, await page.evaluate(() => window.scrollY > 100)]).toEqual([true, true, true])
  await ended.getByRole('button', { name: 'Sign in', exact: true }).click()
  await ended.getByLabel('Password', { exact: true }).waitFor()
  await ana.close()
})

test('what was not sent waits, unseen, while somebody else is signed in, and is sent when its own person is', async () => {
  const { page, context, email, close } = await app.newPerson({ account: true })
  await startPlan(page)
  await says(page, 'saved · on the server')
  await context.setOffline(true)
  await addBill(page, 'Phone of Ana', '20')
  await says(page, '1 edit waiting')
  await context.clearCookies()
  await context.setOffline(false)
  const ben = `ben-${email}`
  await context.request.post(`${app.url}/api/auth/sign-up/email`, {
    data: { email: ben, password: goodPassword, name: ben },
    headers: { origin: app.url },
  })
  await page.goto(app.url)
  await page
    .getByRole('region', { name: 'Left by another account' })
    .getByRole('button', { name: 'Sign out, so that they can sign in' })
    .click()
  await signIn(page, email)
  await page.getByRole('region', { name: 'Summary' }).waitFor()
  await says(page, 'saved · on the server')
  await page.goto(`${app.url}/bills`)
  await billRow(page, 'Phone of Ana').waitFor()
  expect(await billNames(page)).toEqual(['Phone of Ana'])
  expect(await page.getByRole('region', { name: 'Left by another account' }).count()).toBe(0)
  await close()
})

test('signing out says what is in this browser alone, saves it to a file, and leaves nothing', async () => {
  const { page, context, email, close } = await app.newPerson({ account: true })
  await startPlan(page)
  await addBill(page, 'Rent of Ana', '900')
  await says(page, 'saved · on the server')
  const id = await accountId(context)
  await context.route('**/api/planning/**', (route) => (route.request().method() === 'GET' ? route.continue() : route.abort()))
  await addBill(page, 'Phone of Ana', '20')
  await says(page, '1 edit waiting')
  await page.getByRole('link', { name: 'Settings' }).first().click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  const dialog = page.getByRole('dialog', { name: 'This goes when you sign out' })
  await dialog.getByText('1 change that has not reached the server').waitFor()
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save the plans to a file' }).click()
  expect(await textOf(await coming)).toContain('Phone of Ana')
  await dialog.getByRole('button', { name: 'Remove and sign out' }).click()
  await page.getByText('You are signed out').waitFor()
  expect(await kept(page, context, [email, id, 'Rent of Ana', 'Phone of Ana'])).toEqual([])
  await close()
})

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(goodPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function textOf(download: { createReadStream: () => Promise<NodeJS.ReadableStream> }): Promise<string> {
  let text = ''
  for await (const piece of await download.createReadStream()) text += String(piece)
  return text
}
