/** The app with a provider of sign-ins beside it, and what is done on the provider's own page. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { signInProvider, type SignInProvider } from '../server/signInProvider.ts'
import { openApp, type OpenApp } from './browser.ts'

export interface ProviderApp extends OpenApp {
  provider: SignInProvider
  /** Fills in the provider's page, which the browser is on its way to. */
  signInThere(page: Page, login: string): Promise<void>
}

export async function openProviderApp(): Promise<ProviderApp> {
  const port = await freePort()
  const public_url = `http://127.0.0.1:${port}`
  const provider = await signInProvider(public_url)
  const app = await openApp({ settings: { public_url, provider: provider.settings, default_mode: 'api' }, port })
  const signInThere = async (page: Page, login: string): Promise<void> => {
    await page.waitForURL(`${provider.issuer}/**`)
    await page.locator('[name=login]').fill(login)
    await page.locator('[name=password]').fill('any')
    await page.locator('[type=submit]').click()
  }
  const close = async (): Promise<void> => {
    await app.close()
    await provider.close()
  }
  return { ...app, provider, signInThere, close }
}

/** The provider has to know where it leads back to before the app is there. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
