/** Signing in from several places, and what a person sees and does of it in the settings. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf, wrongCode } from '../server/authenticator.ts'
import { openApp, type OpenApp } from './browser.ts'

let app: OpenApp
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

test('who does not know a device in the list ends it, and reads that a wrong password was tried', async () => {
  const ana = await app.newPerson({ account: true })
  const headers = { origin: app.url }
  const phone = await app.browser.newContext({
    userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  })
  const signIn = (password: string) =>
    phone.request.post(`${app.url}/api/auth/sign-in/email`, { data: { email: ana.email, password }, headers })
  await signIn('not this one, surely')
  await signIn(ana.password)
  await ana.page.goto(`${app.url}/settings`)
  const devices = ana.page.getByRole('region', { name: 'Where you are signed in' })
  await devices.getByText('this one').waitFor()
  expect(await devices.getByRole('listitem').count()).toBe(2)
  await devices.getByRole('button', { name: /^End the sign-in of Chrome on Android/ }).click()
  await ana.page.getByText('The sign-in of Chrome on Android has ended.').waitFor()
  await expect.poll(() => devices.getByRole('listitem').count()).toBe(1)
  expect((await phone.request.get(`${app.url}/api/tokens`)).status(), 'the other device').toBe(401)
  const events = ana.page.getByRole('region', { name: 'What happened' })
  await events.getByText('Sign-in of Chrome on Android ended').waitFor()
  await events.getByText('Refused: somebody tried a wrong password').waitFor()
  await phone.close()
  await ana.close()
})

test('who sets up an authenticator app signs in by its code from then on, or by a recovery code', async () => {
  const ana = await app.newPerson({ account: true })
  const { page } = ana
  await page.goto(`${app.url}/settings`)
  const factor = page.getByRole('region', { name: 'Second step' })
  await factor.getByText('Set up an authenticator app').click()
  await factor.getByLabel('Your password', { exact: true }).fill(ana.password)
  await factor.getByRole('button', { name: 'Go on' }).click()
  await factor.getByRole('img', { name: /picture/ }).waitFor()
  const secret = (await factor.locator('code').textContent())!.replaceAll(' ', '')
  await factor.getByLabel('The six digits').fill(wrongCode(secret))
  await factor.getByRole('button', { name: 'Switch it on' }).click()
  await factor.getByText('This code is not right').waitFor()
  await factor.getByLabel('The six digits').fill(codeOf(secret))
  await factor.getByRole('button', { name: 'Switch it on' }).click()
  await factor.getByText('These are your recovery codes').waitFor()
  const codes = await factor.locator('li code').allTextContents()
  expect(codes.length).toBe(10)
  // Nobody leaves them behind unseen.
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('dialog', { name: 'Your recovery codes are seen this once' }).getByRole('button', { name: 'Cancel' }).click()
  await factor.getByRole('button', { name: 'I have them' }).click()
  await factor.getByText('asks for your password and for a code').waitFor()

  const signIn = async () => {
    await page.context().clearCookies()
    await page.goto(app.url)
    await page.getByLabel('Email').fill(ana.email)
    await page.getByLabel('Password', { exact: true }).fill(ana.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  await signIn()
  await page.getByLabel('Code', { exact: true }).fill(codeOf(secret, 1).replace(/(...)/, '$1 '))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('How much is on your account today?').waitFor()
  await signIn()
  await page.getByRole('button', { name: 'The app is not at hand' }).click()
  await page.getByLabel('Recovery code', { exact: true }).fill(codes[0]!)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('How much is on your account today?').waitFor()
  await ana.close()
})
