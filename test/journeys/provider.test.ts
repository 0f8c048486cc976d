/** Signing in by a provider, in a browser that goes there and comes back, on a phone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../server/authenticator.ts'
import { openProviderApp, type ProviderApp } from './providerApp.ts'

let app: ProviderApp
beforeAll(async () => {
  app = await openProviderApp()
})
afterAll(() => app.close())

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const button = 'Sign in with Family ID'

test('somebody comes in by the provider, sets up a second step without a password, comes in again by both, and deletes the account', async () => {
  app.provider.people.set('ana', { email: 'ana@example.com', email_verified: true, name: 'Ana' })
  const { page, context, close } = await app.newPerson(phone)
  await page.getByRole('button', { name: button }).click()
  await app.signInThere(page, 'ana')
  await page.getByText('How much is on your account today?').waitFor()
  expect(new URL(page.url()).search, 'no history keeps what the provider said').toBe('')

  await page.goto(`${app.url}/settings`)
  await page.getByText('Signed in as ana@example.com').waitFor()
  await page.getByRole('region', { name: 'Signing in with Family ID' }).getByText('Family ID alone signs you in').waitFor()
  const factor = page.getByRole('region', { name: 'Second step' })
  await factor.getByText('Set up an authenticator app').click()
  expect(await factor.getByLabel('Your password').count(), 'there is none').toBe(0)
  await factor.getByRole('button', { name: 'Confirm with Family ID' }).click()
  await app.signInThere(page, 'ana')
  await page.getByText('It is confirmed that it is you').waitFor()
  await factor.getByText('Set up an authenticator app').click()
  await factor.getByText('Family ID has confirmed that it is you').waitFor()
  await factor.getByRole('button', { name: 'Go on' }).click()
  const secret = (await factor.locator('code').first().textContent())!.replaceAll(' ', '')
  await factor.getByLabel('The six digits').fill(codeOf(secret))
  await factor.getByRole('button', { name: 'Switch it on' }).click()
  await factor.getByText('These are your recovery codes').waitFor()

  await context.clearCookies({ domain: '127.0.0.1', name: /^pynance/ })
  await page.goto(app.url)
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('heading', { name: 'The second step' }).waitFor()
  await page.getByLabel('Code', { exact: true }).fill(codeOf(secret, 1))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('How much is on your account today?').waitFor()

  await page.goto(`${app.url}/settings`)
  await page.getByText('Delete the account', { exact: true }).click()
  const account = page.getByRole('region', { name: 'Account', exact: true })
  expect(await account.getByRole('button', { name: 'Delete the account and everything in it' }).count(), 'not before it is confirmed').toBe(
    0,
  )
  await account.getByRole('button', { name: 'Confirm with Family ID' }).click()
  await app.signInThere(page, 'ana')
  await page.getByText('It is confirmed that it is you').waitFor()
  await page.getByText('Delete the account', { exact: true }).click()
  await account.getByRole('button', { name: 'Delete the account and everything in it' }).click()
  await page.waitForFunction(async () => (await (await fetch('/api/auth/get-session')).json()) === null)
  await close()
})

test('somebody with a password is not let in by an address alone; they connect the provider, and disconnect it', async () => {
  const ana = await app.newPerson({ ...phone, account: true })
  const { page, context } = ana
  app.provider.people.set('bea', { email: ana.email, email_verified: true })
  await context.clearCookies()
  await page.goto(app.url)
  await page.getByRole('button', { name: button }).click()
  await app.signInThere(page, 'bea')
  await page.getByText('There is an account with this e-mail address already').waitFor()
  await page.getByRole('button', { name: 'Back to signing in' }).click()
  await page.getByLabel('Email').fill(ana.email)
  await page.getByLabel('Password', { exact: true }).fill(ana.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('How much is on your account today?').waitFor()

  await page.goto(`${app.url}/settings`)
  const ways = page.getByRole('region', { name: 'Signing in with Family ID' })
  await ways.getByText('Connect Family ID').click()
  await ways.getByLabel('Your password', { exact: true }).fill(ana.password)
  await ways.getByRole('button', { name: 'Go to Family ID' }).click()
  await page.getByText('Connected. From now on you can sign in that way as well.').waitFor()
  await ways.getByText(/^Since .* Family ID signs you in/).waitFor()
  await page.getByRole('region', { name: 'What happened' }).getByText('Connected with Family ID').waitFor()

  await context.clearCookies({ name: /^pynance/ })
  await page.goto(app.url)
  await page.getByRole('button', { name: button }).click()
  await page.getByText('How much is on your account today?').waitFor()
  await page.goto(`${app.url}/settings`)
  await ways.getByRole('button', { name: 'Disconnect' }).click()
  await page.getByText('Family ID signs you in no more. Your password does.').waitFor()
  await ways.getByText('Connect Family ID').waitFor()
  await ana.close()
})

test('what leads back too late is said in the person’s language', async () => {
  const { page, close } = await app.newPerson({ ...phone, locale: 'de-DE' })
  await page.goto(`${app.url}/provider?code=x&state=x`)
  await page.getByText('That took too long, or was begun in another browser. Begin again.').waitFor()
  await page.getByRole('button', { name: 'Back to signing in' }).click()
  await page.getByRole('button', { name: button }).waitFor()
  await close()
})
