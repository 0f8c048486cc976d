/**
 * The screens of signing in: by a provider, in two steps and by a passkey, what is set up for that in the settings, what a provider leads
 * back to, and what ends with a password. All of it in every theme, on phones too.
 */
import { afterAll, beforeAll, test } from 'vitest'
import { codeOf } from '../server/authenticator.ts'
import { lookAs, type Look } from './a11yLook.ts'
import { openApp, type OpenApp, type PersonOptions } from './browser.ts'
import { passkeyAddress, signUpWhere, withDevice } from './passkeyPeople.ts'
import { openProviderApp, type ProviderApp } from './providerApp.ts'

export function signInScreens(options: PersonOptions): void {
  let app: ProviderApp
  let withoutProvider: OpenApp
  let look: Look
  beforeAll(async () => {
    app = await openProviderApp()
    withoutProvider = await openApp()
    look = await lookAs(options, true)
  })
  afterAll(async () => {
    await app.close()
    await withoutProvider.close()
  })

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

  test(
    'passkeys: none yet, added, renamed, signed in by, what ends with a password, and where there are none',
    { timeout: 300_000 },
    async () => {
      const address = passkeyAddress(withoutProvider)
      const person = await withDevice(withoutProvider, options)
      const { page, email } = person
      await signUpWhere(address, person)
      const passkeys = page.getByRole('region', { name: 'Passkeys' })
      await passkeys.getByText('Add a passkey', { exact: true }).click()
      await passkeys.getByLabel('Your password', { exact: true }).fill('another one than hers')
      await passkeys.getByRole('button', { name: 'Add it' }).click()
      await passkeys.getByText('This is not the password').waitFor()
      await look(page, 'a passkey is to be added, with a wrong password')
      await passkeys.getByLabel('Your password', { exact: true }).fill(person.password)
      await passkeys.getByRole('button', { name: 'Add it' }).click()
      await passkeys.getByText('not used yet').waitFor()
      await passkeys.getByRole('button', { name: /^Rename the passkey/ }).click()
      await look(page, 'a passkey, being renamed')
      await passkeys.getByRole('button', { name: 'Keep it' }).click()
      await page.getByText('Change the password').click()
      await look(page, 'what ends when the password is changed')

      await page.getByRole('button', { name: 'Sign out', exact: true }).click()
      await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
      await look(page, 'signing in, with a passkey')
      await person.forget()
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
      await page.getByText('there is no passkey for here on this device').waitFor()
      await look(page, 'signing in by a passkey that is not there')
      await page.goto(`${withoutProvider.url}/settings`)
      await page.getByText('On the server', { exact: true }).click()
      await page.getByLabel('Email').fill(email)
      await page.getByLabel('Password', { exact: true }).fill(person.password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await passkeys.getByText(address).waitFor()
      await look(page, 'where browsers have no passkeys')
      await person.close()
    },
  )
}
