/** Signing in from several places, and what a person sees and does of it in the settings. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp, type OpenApp } from './browser.ts'

let app: OpenApp
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

test('who does not know a device in the list ends it, and reads that a wrong password was tried', async () => {
  const ana = await app.newPerson({ account: true })
  const headers = { origin: app.url }
  const phone = await app.browser.newContext({ userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36' })
  const signIn = (password: string) => phone.request.post(`${app.url}/api/auth/sign-in/email`, { data: { email: ana.email, password }, headers })
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
