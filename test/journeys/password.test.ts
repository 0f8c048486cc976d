import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp, type OpenApp } from './browser.ts'

let app: OpenApp
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

test('who changes the password chooses what goes on, and reads what has ended', async () => {
  const ana = await app.newPerson({ account: true })
  const headers = { origin: app.url }
  const post = async (path: string, data: object) => {
    const reply = await ana.context.request.post(`${app.url}${path}`, { data, headers })
    expect(reply.ok(), await reply.text()).toBe(true)
    return reply.json()
  }
  await post('/api/tokens', { name: 'Spreadsheet', scope: 'read' })
  const phone = await app.browser.newContext()
  await phone.request.post(`${app.url}/api/auth/sign-in/email`, { data: { email: ana.email, password: ana.password }, headers })
  await ana.page.goto(`${app.url}/settings`)
  await ana.page.getByRole('button', { name: 'Revoke Spreadsheet' }).waitFor()
  await ana.page.getByText('Change the password').click()
  const choices = ['Sign out everywhere else', 'Revoke all API tokens', 'Revoke all calendar addresses']
  for (const choice of choices)
    expect(await ana.page.getByRole('checkbox', { name: choice }).isChecked(), `${choice}, before anything is chosen`).toBe(true)

  const change = async (current: string, next: string) => {
    await ana.page.getByLabel('Password now', { exact: true }).fill(current)
    await ana.page.getByLabel('New password', { exact: true }).fill(next)
    await ana.page.getByRole('button', { name: 'Change it' }).click()
  }
  await ana.page.getByRole('checkbox', { name: 'Revoke all API tokens' }).uncheck()
  await change(ana.password, 'seven slow herons at the weir')
  await ana.page.getByText('The password is changed. Ended: one other sign-in. Still in use: one API token.').waitFor()
  expect((await phone.request.get(`${app.url}/api/tokens`)).status(), 'the other browser').toBe(401)
  await ana.page.getByRole('button', { name: 'Revoke Spreadsheet' }).waitFor()

  expect(await ana.page.getByRole('checkbox', { name: 'Revoke all API tokens' }).isChecked(), 'the safe choice is there again').toBe(true)
  await change('seven slow herons at the weir', 'nine loud geese near the mill')
  await ana.page.getByText('The password is changed. Ended: one API token.').waitFor()
  await ana.page.getByRole('button', { name: 'Revoke Spreadsheet' }).waitFor({ state: 'detached' })
  await phone.close()
  await ana.close()
})
