/** The screens of signing in: by a provider and in two steps, what is set up for that in the settings, and what a provider leads back to. */
import { afterAll, beforeAll, test } from 'vitest'
import { codeOf } from '../server/authenticator.ts'
import { lookAs, type Look } from './a11yLook.ts'
import type { PersonOptions } from './browser.ts'
import { openProviderApp, type ProviderApp } from './providerApp.ts'

export function signInScreens(options: PersonOptions): void {
  let app: ProviderApp
  let look: Look
  beforeAll(async () => {
    app = await openProviderApp()
    look = await lookAs(options)
  })
  afterAll(() => app.close())

  test('two steps and a provider: set up, asked for, not let in, without a password', { timeout: 300_000 }, async () => {
    const person = await app.newPerson({ account: true, ...options })
    const { page, context } = person
    await page.goto(`${app.url}/settings`)
    const factor = page.getByRole('region', { name: 'Second step' })
    await page.getByText('Connect Family ID').click()
    await factor.getByText('Set up an authenticator app').click()
    await factor.getByLabel('Your password', { exact: true }).fill(person.password)
    await factor.getByRole('button', { name: 'Go on' }).click()
    await factor.getByRole('img', { name: /picture/ }).waitFor()
    await look(page, 'connecting the provider, and a secret to scan')
    const secret = (await factor.locator('code').first().textContent())!.replaceAll(' ', '')
    await factor.getByLabel('The six digits').fill(codeOf(secret))
    await factor.getByRole('button', { name: 'Switch it on' }).click()
    await factor.getByText('These are your recovery codes').waitFor()
    await look(page, 'recovery codes')

    await context.clearCookies()
    await page.goto(app.url)
    await page.getByLabel('Email').fill(person.email)
    await page.getByLabel('Password', { exact: true }).fill(person.password)
    await look(page, 'signing in, with a provider')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByLabel('Code', { exact: true }).waitFor()
    await look(page, 'a code is asked for')
    await page.goto(`${app.url}/provider?code=x&state=x`)
    await page.getByText('That took too long, or was begun in another browser. Begin again.').waitFor()
    await look(page, 'not let in')
    await page.getByRole('button', { name: 'Back to signing in' }).click()
    app.provider.people.set('ana', { email: 'ana@example.com', email_verified: true })
    await page.getByRole('button', { name: 'Sign in with Family ID' }).click()
    await app.signInThere(page, 'ana')
    await page.getByText('How much is on your account today?').waitFor()
    await page.goto(`${app.url}/settings`)
    await page.getByText('Set a password', { exact: true }).click()
    await page.getByText('Delete the account', { exact: true }).click()
    await look(page, 'an account without a password')
    await person.close()
  })
}
