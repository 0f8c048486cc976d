/** PlanningStore's contract on the API as the browser sees it, and the account client beside it. */
import { expect, test } from 'vitest'
import { apiStore } from '../../web/services/apiStore.ts'
import { createAccountService } from '../../web/services/accountService.ts'
import { planningStoreContract } from '../store/contract.ts'
import { origin, goodPassword } from './authApp.ts'
import { lineTo } from './browserPerson.ts'
import { planningApp, type PlanningApp } from './planningApp.ts'

let server: PlanningApp

planningStoreContract(
  'The API’s store',
  async () => {
    const { cookie } = await server.person()
    const fetch: typeof globalThis.fetch = async (input, init) => server.app.request(new Request(input as string, init))
    return { store: apiStore({ base_url: origin, headers: { cookie, origin }, fetch }) }
  },
  { start: async () => void (server = await planningApp()), stop: () => server.close() },
)

test('an account: sign up, tokens, another password, out, in, gone', async () => {
  const here = await planningApp()
  const accounts = createAccountService(lineTo(here).connection)
  const email = 'ana@example.com'
  expect(await accounts.getSession()).toEqual({ ok: true, value: null })
  expect(await accounts.signUp({ email, password: 'short' })).toMatchObject({ ok: false, problems: [{ path: '/password' }] })
  const made = await accounts.signUp({ email, password: goodPassword })
  expect(made).toEqual({ ok: true, value: { id: expect.any(String), email } })
  expect(await accounts.getSession()).toEqual(made)

  const token = await accounts.createToken({ name: 'Sheets', scope: 'read' })
  expect(token).toMatchObject({ ok: true, value: { name: 'Sheets', scope: 'read', secret: expect.stringMatching(/^pnp_/) } })
  expect(await accounts.listTokens()).toMatchObject({ ok: true, value: [{ name: 'Sheets', last_used_at: null }] })
  if (token.ok) expect(await accounts.revokeToken(token.value.id)).toMatchObject({ ok: true })
  expect(await accounts.listTokens()).toEqual({ ok: true, value: [] })

  const next = 'a lantern over seven rivers'
  expect(await accounts.changePassword({ current: 'not the password it is', next })).toMatchObject({
    ok: false,
    problems: [{ code: 'password_is_wrong' }],
  })
  expect(await accounts.changePassword({ current: goodPassword, next })).toMatchObject({ ok: true })
  expect(await accounts.signOut()).toMatchObject({ ok: true })
  expect(await accounts.getSession()).toEqual({ ok: true, value: null })
  expect(await accounts.signIn({ email, password: goodPassword })).toMatchObject({
    ok: false,
    problems: [{ code: 'email_or_password_is_wrong' }],
  })
  expect(await accounts.signIn({ email, password: next })).toEqual(made)
  expect(await accounts.deleteAccount(next)).toMatchObject({ ok: true })
  expect(await accounts.signIn({ email, password: next })).toMatchObject({ ok: false })
  await here.close()
})
