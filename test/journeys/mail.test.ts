/** What a person does with the mails they are sent, in a browser. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailServer, type MailServer } from '../server/mailServer.ts'
import { openApp, type OpenApp } from './browser.ts'

let mails: MailServer
let app: OpenApp
beforeAll(async () => {
  mails = await mailServer()
  app = await openApp({ settings: { smtp_url: mails.url, mail_from: 'plan@example.org' } })
})
afterAll(async () => {
  await app.close()
  await mails.close()
})

/** The page a mail leads to, at the address this test is served from. */
const pathIn = (text: string): string => /\/link#\S+/.exec(text)![0]

test('who lost their password sets a new one by a link, once, and signs in with it; and confirms the address', async () => {
  const ana = await app.newPerson({ account: true })
  const confirm = (await mails.to(ana.email, 1))[0]!
  await ana.page.goto(`${app.url}${pathIn(confirm.text)}`)
  await ana.page.getByRole('button', { name: 'Yes, confirm it' }).click()
  await ana.page.getByText('your address is confirmed').waitFor()
  expect(new URL(ana.page.url()).hash, 'no history keeps the token').toBe('')

  await ana.context.clearCookies()
  await ana.page.goto(app.url)
  await ana.page.getByRole('button', { name: 'I lost my password' }).click()
  await ana.page.getByLabel('Email').fill(ana.email)
  await ana.page.getByRole('button', { name: 'Send me a link' }).click()
  await ana.page.getByText('a mail with a link is on its way').waitFor()
  const reset = (await mails.to(ana.email, 2)).find(({ subject }) => subject === 'A new password for your account')!
  await ana.page.goto('about:blank')
  await ana.page.goto(`${app.url}${pathIn(reset.text)}`)
  await ana.page.getByLabel('New password', { exact: true }).fill('seven slow herons at the weir')
  await ana.page.getByRole('button', { name: 'Set it' }).click()
  await ana.page.getByText('Your new password is set').waitFor()
  await ana.page.getByLabel('Email').fill(ana.email)
  await ana.page.getByLabel('Password', { exact: true }).fill('seven slow herons at the weir')
  await ana.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await ana.page.getByText('How much is on your account today?').waitFor()
  await ana.close()
})
