/** Passkeys by Chromium's virtual authenticator, at the address that they are bound to: added, signed in with, renamed and removed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../server/authenticator.ts'
import { goodPassword } from '../server/authApp.ts'
import { openApp, type JourneyPerson, type OpenApp, type PersonOptions } from './browser.ts'
import { addPasskey, isIn, passkeyAddress, signUpWhere, withDevice } from './passkeyPeople.ts'

let app: OpenApp
let address: string
beforeAll(async () => {
  app = await openApp()
  address = passkeyAddress(app)
})
afterAll(() => app.close())

const phone: PersonOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

const signOut = ({ page }: JourneyPerson) => page.getByRole('button', { name: 'Sign out', exact: true }).click()

describe.each([
  ['in a wide window', {}],
  ['on a phone', phone],
  ['in German, on a phone', { ...phone, locale: 'de-DE' }],
] satisfies [string, PersonOptions][])('%s', (_name, options) => {
  test('somebody signs up, adds a passkey, signs out, and in again by it alone; then renames and removes it', async () => {
    const ana = await withDevice(app, options)
    const { page } = ana
    await signUpWhere(address, ana)
    await addPasskey(ana)
    expect(await ana.count()).toBe(1)
    await page.getByRole('region', { name: 'What happened' }).getByText('Passkey Chrome on Linux added').waitFor()

    await signOut(ana)
    await page.getByText('You are signed out. Nothing of your account is left in this browser.').waitFor()
    expect(await page.getByText(/Chrome/).count()).toBe(0)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await isIn(ana)
    const passkeys = page.getByRole('region', { name: 'Passkeys' })
    await passkeys.getByRole('listitem').waitFor()
    expect(await passkeys.getByText('not used yet').count()).toBe(0)

    await passkeys.getByRole('button', { name: /^Rename the passkey/ }).click()
    await passkeys.getByLabel('What you call it').fill('Kitchen laptop')
    await passkeys.getByRole('button', { name: 'Keep it' }).click()
    await passkeys.getByRole('button', { name: 'Remove the passkey Kitchen laptop' }).click()
    await expect.poll(() => passkeys.getByRole('listitem').count()).toBe(0)
    await signOut(ana)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('This passkey signs nobody in here. It may have been removed; sign in another way.').waitFor()
    await ana.close()
  })
})

test('what the browser or the person does not do is said in a sentence, and changes nothing', async () => {
  const ana = await withDevice(app, phone)
  const { page } = ana
  await signUpWhere(address, ana)
  await addPasskey(ana)
  const passkeys = page.getByRole('region', { name: 'Passkeys' })
  await expect.poll(() => passkeys.getByLabel('Your password', { exact: true }).count()).toBe(0)
  await passkeys.getByText('Add a passkey', { exact: true }).click()
  await passkeys.getByLabel('Your password', { exact: true }).fill(goodPassword)
  await passkeys.getByRole('button', { name: 'Add it' }).click()
  await passkeys.getByText('This passkey is there already.').waitFor()
  await ana.forget()
  await signOut(ana)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('there is no passkey for here on this device').waitFor()
  await page.getByLabel('Email').fill(ana.email)
  await page.getByLabel('Password', { exact: true }).fill(goodPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await isIn(ana)
  await ana.close()
})

test('behind a passkey that asks for no finger, the code of the second step is asked for', async () => {
  const ana = await withDevice(app, {})
  const { page } = ana
  await signUpWhere(address, ana)
  await addPasskey(ana)
  const factor = page.getByRole('region', { name: 'Second step' })
  await factor.getByText('Set up an authenticator app').click()
  await factor.getByLabel('Your password', { exact: true }).fill(goodPassword)
  await factor.getByRole('button', { name: 'Go on' }).click()
  const secret = (await factor.locator('code').first().textContent())!.replaceAll(' ', '')
  await factor.getByLabel('The six digits').fill(codeOf(secret))
  await factor.getByRole('button', { name: 'Switch it on' }).click()
  await factor.getByRole('button', { name: 'I have them' }).click()
  await signOut(ana)
  await ana.asksNoMore()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByLabel('Code', { exact: true }).fill(codeOf(secret, 1))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await isIn(ana)
  await ana.close()
})

test('at another address than the one they are bound to, the page says where they work, and offers none at signing in', async () => {
  const ana = await app.newPerson({ account: true })
  await ana.page.goto(`${app.url}/settings`)
  await ana.page.getByRole('region', { name: 'Passkeys' }).getByText(`Open this page at ${address} to add or use one.`).waitFor()
  await signOut(ana)
  await ana.page.getByLabel('Email').waitFor()
  expect(await ana.page.getByRole('button', { name: 'Sign in with a passkey' }).count()).toBe(0)
  await ana.close()
})
