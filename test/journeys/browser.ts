/** What every journey needs: the built app on a server of its own with a fresh database, and people with browsers. */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.ts'
import { serve } from '../../server/serve.ts'
import type { Settings } from '../../server/settings.ts'
import { goodPassword } from '../server/authApp.ts'
import { planningApp, type PlanningApp } from '../server/planningApp.ts'

export interface JourneyPerson {
  page: Page
  context: BrowserContext
  /** Of the account, when the person was given one. */
  email: string
  password: string
  close(): Promise<void>
}

export interface PersonOptions extends BrowserContextOptions {
  /** Signed up, and in API mode. Else the person starts on their device with nothing. */
  account?: boolean
}

export interface OpenApp {
  url: string
  browser: Browser
  server: PlanningApp
  /** A browser profile of its own, with the app open in one page. */
  newPerson(options?: PersonOptions): Promise<JourneyPerson>
  close(): Promise<void>
}

const root = join(import.meta.dirname, '../..')
const built = join(root, 'dist')
const sources = ['web', 'core', 'index.html', 'vite.config.ts', 'package-lock.json']

const newestChange = (path: string): number => {
  const found = statSync(path)
  return found.isDirectory() ? Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name)))) : found.mtimeMs
}

/** The built web app, as old as its sources at most. */
export function builtApp(): string {
  const page = join(built, 'index.html')
  if (existsSync(page) && statSync(page).mtimeMs >= Math.max(...sources.map((source) => newestChange(join(root, source))))) return built
  // The test runner's own NODE_ENV would make a development build of it.
  const build = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } })
  if (build.status !== 0) throw new Error(`The web app could not be built.\n${build.stdout}${build.stderr}`)
  return built
}

export const chromiumArguments = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('The journeys need Chromium. Install it, or set CHROMIUM_PATH to one.')
  return chromium.launch({ executablePath, args: chromiumArguments })
}

export async function openApp({ settings = {} }: { settings?: Partial<Settings> } = {}): Promise<OpenApp> {
  // Behind one proxy, so that each person comes from an address of their own.
  const server = await planningApp({ web: builtApp(), settings: { trusted_proxies: 1, ...settings } })
  const serving = await serve({ fetch: server.app.fetch, host: '127.0.0.1', port: 0 })
  const url = serving.address
  const browser = await launchChromium()
  let people = 0

  const newPerson = async ({ account = false, ...options }: PersonOptions = {}): Promise<JourneyPerson> => {
    const address = `10.1.${Math.floor((people += 1) / 250)}.${(people % 250) + 1}`
    const context = await browser.newContext({ locale: 'en-US', timezoneId: 'America/New_York', viewport: { width: 1280, height: 900 }, extraHTTPHeaders: { 'x-forwarded-for': address }, ...options })
    context.setDefaultTimeout(20_000)
    const email = `person-${randomUUID()}@example.com`
    if (account) {
      const signedUp = await context.request.post(`${url}/api/auth/sign-up/email`, { data: { email, password: goodPassword, name: email }, headers: { origin: url } })
      if (!signedUp.ok()) throw new Error(`Signing up answered ${signedUp.status()}: ${await signedUp.text()}`)
      await context.addInitScript(() => localStorage.setItem('pyNance:mode', 'api'))
    }
    const page = await context.newPage()
    await page.goto(url)
    return { page, context, email, password: goodPassword, close: () => context.close() }
  }
  const close = async (): Promise<void> => {
    await browser.close()
    await serving.stop(0)
    await server.close()
  }
  return { url, browser, server, newPerson, close }
}
