/** What every journey needs: the built app on a server of its own with a fresh database, and people with browsers. */
import { randomUUID } from 'node:crypto'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.ts'
import { serve } from '../../server/serve.ts'
import type { Settings } from '../../server/settings.ts'
import { languages } from '../../server/words/words.ts'
import { goodPassword } from '../server/authApp.ts'
import { planningApp, type PlanningApp } from '../server/planningApp.ts'
import { builtApp } from './builtApp.ts'
import { asked, translatorTo } from './inLanguage.ts'

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
  /** Where the page starts: '/' where nothing is said, and nowhere yet with null. */
  place?: string | null
}

export interface OpenApp {
  url: string
  browser: Browser
  server: PlanningApp
  /** A browser profile of its own, with the app open in one page; of another `locale`, a page that is asked by English names and answers in its language. */
  newPerson(options?: PersonOptions): Promise<JourneyPerson>
  close(): Promise<void>
}

export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('The journeys need Chromium. Install it, or set CHROMIUM_PATH to one.')
  return chromium.launch({ executablePath, args: chromiumArguments })
}

let launched: Promise<Browser> | undefined
/** One for all journeys of a worker, which come one after the other, each with profiles of its own. It ends with the worker. */
const sharedChromium = (): Promise<Browser> => (launched ??= launchChromium())

/** For a browser that spares data: what no journey asks for is not fetched beforehand, which is half of what opening a page takes. */
const sparingData = (): void => void Object.defineProperty(navigator, 'connection', { value: { saveData: true } })

/** Whether what comes and goes is seen moving, which takes a tenth of a journey's time: where every case is wanted. */
const moves = process.env.EVERY_CASE === '1'

export interface AppOptions {
  settings?: Partial<Settings>
  /** Whether the pages keep themselves for when there is no connection, which takes a browser some seconds for each person. */
  serviceWorkers?: 'allow' | 'block'
  /** Whether they fetch beforehand what is not asked for yet. */
  fetchesAhead?: boolean
  /** 0: any free one. */
  port?: number
}

export async function openApp({
  settings = {},
  serviceWorkers = 'block',
  fetchesAhead = serviceWorkers === 'allow',
  port = 0,
}: AppOptions = {}): Promise<OpenApp> {
  // Behind one proxy, so that each person comes from an address of their own.
  const server = await planningApp({ web: builtApp(), settings: { trusted_proxies: 1, ...settings } })
  const serving = await serve({ fetch: server.app.fetch, host: '127.0.0.1', port })
  const url = serving.address
  const browser = await sharedChromium()
  let people = 0

  const newPerson = async ({ account = false, place = '/', ...options }: PersonOptions = {}): Promise<JourneyPerson> => {
    const address = `10.1.${Math.floor((people += 1) / 250)}.${(people % 250) + 1}`
    const context = await browser.newContext({
      serviceWorkers,
      locale: 'en-US',
      reducedMotion: moves ? 'no-preference' : 'reduce',
      timezoneId: 'America/New_York',
      viewport: { width: 1280, height: 900 },
      extraHTTPHeaders: { 'x-forwarded-for': address },
      ...options,
    })
    context.setDefaultTimeout(20_000)
    if (!fetchesAhead) await context.addInitScript(sparingData)
    const email = `person-${randomUUID()}@example.com`
    if (account) {
      const signedUp = await context.request.post(`${url}/api/auth/sign-up/email`, {
        data: { email, password: goodPassword, name: email },
        headers: { origin: url },
      })
      if (!signedUp.ok()) throw new Error(`Signing up answered ${signedUp.status()}: ${await signedUp.text()}`)
      await context.addInitScript(() => localStorage.setItem('pyNance:mode', 'api'))
    }
    const page = await context.newPage()
    if (place !== null) await page.goto(url + place)
    const language = (options.locale ?? 'en').split('-')[0]!
    return {
      page: language === 'en' || !languages.includes(language) ? page : asked(page, await translatorTo(language)),
      context,
      email,
      password: goodPassword,
      close: () => context.close(),
    }
  }
  const close = async (): Promise<void> => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    await serving.stop(0)
    await server.close()
  }
  return { url, browser, server, newPerson, close }
}
