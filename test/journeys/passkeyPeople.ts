/** People whose browser keeps passkeys (Chromium's virtual authenticator), at the address that passkeys are bound to. */
import { goodPassword } from '../server/authApp.ts'
import type { JourneyPerson, OpenApp, PersonOptions } from './browser.ts'

/** Where browsers have passkeys for the place; by its number they have none. */
export const passkeyAddress = (app: OpenApp): string => app.url.replace('127.0.0.1', 'localhost')

export interface PersonWithDevice extends JourneyPerson {
  /** How many passkeys the device keeps. */
  count(): Promise<number>
  forget(): Promise<unknown>
  /** From now on it says that it has not asked for a finger. */
  asksNoMore(): Promise<unknown>
}

/** Somebody with a device that keeps passkeys, and asks for a finger, which is given. */
export async function withDevice(app: OpenApp, options: PersonOptions): Promise<PersonWithDevice> {
  const person = await app.newPerson(options)
  const devices = await person.context.newCDPSession(person.context.pages()[0]!)
  await devices.send('WebAuthn.enable')
  const kept = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true }
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', ...kept },
  })
  return {
    ...person,
    count: async () => (await devices.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
    forget: () => devices.send('WebAuthn.clearCredentials', { authenticatorId }),
    asksNoMore: () => devices.send('WebAuthn.setResponseOverrideBits', { authenticatorId, isBadUV: true }),
  }
}

export async function signUpWhere(address: string, { page, email }: JourneyPerson): Promise<void> {
  await page.goto(`${address}/settings`)
  await page.getByText('On the server', { exact: true }).click()
  await page.getByRole('button', { name: 'Make an account instead' }).click()
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(goodPassword)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await isIn({ page, email })
}

/** Their address stands in the settings. */
export const isIn = ({ page, email }: Pick<JourneyPerson, 'page' | 'email'>): Promise<void> =>
  page.getByRole('region', { name: 'Account', exact: true }).getByText(email).waitFor()

export async function addPasskey({ page }: Pick<JourneyPerson, 'page'>): Promise<void> {
  const passkeys = page.getByRole('region', { name: 'Passkeys' })
  await passkeys.getByText('Add a passkey', { exact: true }).click()
  await passkeys.getByLabel('Your password', { exact: true }).fill(goodPassword)
  await passkeys.getByRole('button', { name: 'Add it' }).click()
  await passkeys.getByText('not used yet').waitFor()
}
