/**
 * npm run verify -- URL: whether a running deployment does what it is for. A throwaway person signs up, keeps a plan
 * through the API and finds it again in a real browser; the account is deleted afterwards, also when a step fails.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { Refusal, runCommand } from '../server/refusal.ts'
import { findChromium } from './chromium.ts'

/** Milliseconds a request, and a look at the page, may take. */
const patienceMs = 30_000

interface Person {
  email: string
  password: string
  /** name=value pairs. */
  cookies: [string, string][]
}

interface Plan {
  id: string
  name: string
  bill: string
}

type Request = (
  method: string,
  path: string,
  body?: unknown,
  cookies?: Person['cookies'],
) => Promise<{ json: Record<string, unknown>; headers: Headers }>

await runCommand(async () => {
  const origin = readOrigin(process.argv[2])
  const request = requestsTo(origin)
  await step('the database answers', () => request('GET', '/api/health'))
  const browser = await step('a browser opens', openBrowser)
  try {
    const person = await step('somebody signs up', () => signUp(request))
    try {
      await Promise.race([interrupted(), keepAndFind(browser, origin, request, person)])
    } finally {
      await step('the account is deleted, with all that was in it', () => leave(request, person))
    }
  } finally {
    await browser.close()
  }
  console.log(`${origin} works.`)
})

async function keepAndFind(browser: Browser, origin: string, request: Request, person: Person): Promise<void> {
  const plan = await step('a plan is kept through the API', () => keepPlan(request, person))
  await step('it is read back the same', () => readPlan(request, person, plan))
  const page = await step('it is on the page', () => openPlan(browser, origin, person, plan))
  await step('it is on the page after a reload', () => reload(page, plan))
}

async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath)
    throw new Error(
      'Chromium or Chrome is needed to look at the page. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH to one.',
    )
  // Stopping the command is ours to handle: the account is still to be deleted.
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}

function readOrigin(given: string | undefined): string {
  if (!given) throw new Refusal('Name the deployment: npm run verify -- https://plan.example.org')
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw new Refusal(`${given} is no address of a deployment. One looks like https://plan.example.org`)
  return new URL(given).origin
}

/** Says how a step went; what fails is named with its reason. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  try {
    const result = await work()
    console.log(`ok      ${name} (${Math.round(performance.now() - started)} ms)`)
    return result
  } catch (error) {
    console.log(`FAILED  ${name}`)
    throw new Refusal(error instanceof Error ? error.message : String(error))
  }
}

/** Rejects when somebody stops the command, so that what was begun is still cleaned up. */
function interrupted(): Promise<never> {
  return new Promise((_, reject) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => reject(new Refusal('Stopped.')))
  })
}

/** Requests as a page of that origin makes them; anything but success is a failure that says what was answered. */
function requestsTo(origin: string): Request {
  return async (method, path, body, cookies = []) => {
    const headers = { origin, 'content-type': 'application/json', cookie: cookies.map((pair) => pair.join('=')).join('; ') }
    const response = await fetch(origin + path, {
      method,
      headers,
      signal: AbortSignal.timeout(patienceMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: Error) => {
      throw new Error(`${origin} cannot be reached: ${error.cause instanceof Error ? error.cause.message : error.message}`)
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`)
    return { json: parsed(text, `${method} ${path}`), headers: response.headers }
  }
}

function parsed(text: string, what: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    throw new Error(`${what} did not answer with JSON. Is there a pyNance Planning at this address?`)
  }
}

async function signUp(request: Request): Promise<Person> {
  const email = `verify-${randomUUID()}@example.com`
  const password = randomBytes(24).toString('base64url')
  const { headers } = await request('POST', '/api/auth/sign-up/email', { email, password })
  const cookies = headers.getSetCookie().map((line): [string, string] => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    return [name, value]
  })
  return { email, password, cookies }
}

async function keepPlan(request: Request, { cookies }: Person): Promise<Plan> {
  const plan = { id: randomUUID(), name: `Check ${randomUUID().slice(0, 8)}`, bill: `Rent ${randomUUID().slice(0, 8)}` }
  await request('POST', '/api/planning', { id: plan.id, name: plan.name }, cookies)
  const bills = [{ name: plan.bill, amount_cents: 123_456, due_date: null, category: null, predicted: false }]
  const allocations = [{ target: 'savings:Rainy days', kind: 'percent', value: 25 }]
  await request('PUT', `/api/planning/${plan.id}`, { planning_balance_cents: 500_000, bills, allocations }, cookies)
  return plan
}

async function readPlan(request: Request, { cookies }: Person, plan: Plan): Promise<void> {
  const { json } = await request('GET', `/api/planning/${plan.id}`, undefined, cookies)
  const { name, planning_balance_cents, bills, allocations } = json as {
    name: string
    planning_balance_cents: number
    bills: { name: string; amount_cents: number }[]
    allocations: { target: string; value: number }[]
  }
  const isSame =
    name === plan.name &&
    planning_balance_cents === 500_000 &&
    bills[0]?.name === plan.bill &&
    bills[0].amount_cents === 123_456 &&
    allocations[0]?.target === 'savings:Rainy days' &&
    allocations[0].value === 25
  if (!isSame) throw new Error(`The plan came back different: ${JSON.stringify(json).slice(0, 500)}`)
}

/** A browser that keeps plans on the server, with the person's session. */
async function openPlan(browser: Browser, origin: string, { cookies }: Person, plan: Plan): Promise<Page> {
  const context: BrowserContext = await browser.newContext()
  context.setDefaultTimeout(patienceMs)
  await context.addCookies(
    cookies.map(([name, value]) => ({
      name,
      value,
      url: origin,
      httpOnly: true,
      secure: origin.startsWith('https:'),
      sameSite: 'Strict' as const,
    })),
  )
  await context.addInitScript(() => localStorage.setItem('pyNance:mode', 'api'))
  const page = await context.newPage()
  await page.goto(new URL('/bills', origin).href)
  await seePlan(page, plan)
  return page
}

async function reload(page: Page, plan: Plan): Promise<void> {
  await page.reload()
  await seePlan(page, plan)
}

async function seePlan(page: Page, { name, bill }: Plan): Promise<void> {
  for (const text of [name, bill]) {
    await page
      .getByText(text)
      .first()
      .waitFor({ state: 'visible' })
      .catch(() => {
        throw new Error(`The page does not show "${text}".`)
      })
  }
}

async function leave(request: Request, { password, cookies }: Person): Promise<void> {
  await request('POST', '/api/auth/delete-user', { password }, cookies)
  const { json } = await request('GET', '/api/auth/get-session', undefined, cookies)
  if (json !== null) throw new Error('The account is still signed in after it was deleted.')
}
