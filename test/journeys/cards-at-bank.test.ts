/** A payment from the main account to a card of the plan: said to be that with a press, or by the list, and taken back. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { germanTable, household, ofx, statementOf, type Booking } from './bankFiles.ts'
import { withPlan } from './bringPlan.ts'
import { openApp, type OpenApp, type PersonOptions } from './browser.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const visa = {
  id: 'b0000000-0000-4000-8000-000000000020',
  name: 'Visa',
  kind: 'card',
  balance_cents: -42_000,
  card: {
    closing_day: 20,
    due_day: 7,
    shift: null,
    paid_from_account_id: null,
    pays: 'statement',
    minimum_percent: 0,
    minimum_cents: 0,
    fixed_cents: 0,
    statement_cents: 42_000,
  },
}

/** September with a payment of the card. */
function september(payee: string, cents: number) {
  const { bookings, balance_cents, last_day } = statementOf('2030-09')
  const paid: Booking = { date: '2030-09-06', cents, payee }
  const all = [...bookings, paid].sort((a, b) => (a.date < b.date ? -1 : 1))
  return ofx({ bookings: all, balance_cents: balance_cents + cents, last_day })
}

async function atBank(payee: string, cents: number, options: PersonOptions) {
  const person = await withPlan(app, { ...household.plan, accounts: [visa] }, '/settings', options)
  const { page } = person
  await page.clock.setFixedTime(new Date('2030-09-20T12:00:00-04:00'))
  await page.goto(`${app.url}/import`)
  await page.getByText('Choose files of your bank').waitFor()
  await page.locator('#bank-files').setInputFiles(september(payee, cents))
  await page.getByLabel(/^Account of the plan for: /).selectOption('The main account')
  await page.getByRole('button', { name: 'Link them' }).click()
  await plan(page).getByText('3 of 5 planned payments came.').waitFor()
  return person
}

const plan = (page: Page) => page.getByRole('region', { name: 'Your plan and your bank' })
const owed = async (page: Page): Promise<string> => {
  await page.goto(app.url)
  return page.locator('.account-line', { hasText: 'Visa' }).innerText()
}

const walked: [string, PersonOptions][] = [
  ['on the server, on a phone', { account: true, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
  ['on this device', {}],
]

describe.each(process.env.EVERY_CASE === '1' ? walked : walked.slice(0, 1))('a payment to a card, %s', (_mode, options: PersonOptions) => {
  test.each([
    ['whose name the bank has is told at once', 'VISA AUTOPAY', 'Visa Autopay'],
    ['that the bank’s words tell is said with a press', 'CREDIT CARD PAYMENT', 'Credit Card Payment'],
  ])('%s; what was not paid of the card is still owed', async (_how, printed, payee) => {
    const { page, close } = await atBank(printed, -40_000, options)
    if (printed !== 'VISA AUTOPAY')
      await plan(page)
        .getByRole('button', { name: `${payee} pays Visa.` })
        .click()
    await plan(page).getByText(`${payee} pays Visa.`).waitFor()
    await plan(page).getByText('How that comes about').click()
    // 20 less than the plan had for the card.
    await plan(page)
      .locator('.difference-table tr', { hasText: /^Visa\s*\+\$20\.00$/ })
      .waitFor()
    expect(await owed(page)).toContain('$20.00')
    await close()
  })

  test('that they do not tell is said by the list; undo asks again', async () => {
    const { page, close } = await atBank('Thank you payment', -42_000, options)
    const list = plan(page).getByLabel(/^What Thank You, -\u2060\$420\.00 pays$/)
    await list.selectOption({ label: 'Visa: its payment due Sep 7' })
    await plan(page)
      .getByText(/^Thank You pays Visa\.$/)
      .waitFor()
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await list.waitFor()
    await close()
  })
})

test('a card whose file tells no balance is asked for it once, and follows its transactions from then on, also those told late', async () => {
  const person = await atBank('VISA AUTOPAY', -42_000, {})
  const { page } = person
  const charged = (date: string, cents: number, payee = 'KIOSK'): Booking => ({ date, cents, payee })
  const table = (...bookings: Booking[]) => germanTable({ bookings, balance_cents: 0, last_day: '2030-09-18' })
  const paid = charged('2030-09-07', 42_000, 'PAYMENT THANK YOU')
  const first = [charged('2030-08-11', -10_000), charged('2030-09-03', -1_250), paid, charged('2030-09-18', -700)]
  await page.locator('#bank-files').setInputFiles(table(...first))
  await page.getByRole('button', { name: 'Use this file' }).click()
  await page.getByLabel(/^Account of the plan for: /).selectOption('Visa')
  await page.getByRole('button', { name: 'Link them' }).click()
  const asked = page.getByLabel('What was owed on Visa at the end of Sep 18?')
  await asked.waitFor()
  expect(await asked.inputValue()).toBe('19.50')
  await page.getByRole('button', { name: 'That is it' }).click()
  await plan(page).getByText('Visa: $19.50 owed at the end of Sep 18. None of your files says so: it is reckoned from $420.00').waitFor()
  expect(await owed(page)).toContain('$19.50')
  await page.goto(`${app.url}/import`)
  await page.locator('#bank-files').setInputFiles(table(...first, charged('2030-09-09', -3_000)))
  await plan(page).getByText('Visa: $49.50 owed at the end of Sep 18.').waitFor()
  expect(await owed(page)).toContain('$49.50')
  await person.close()
})

async function streamingOnVisa() {
  const person = await withPlan(app, { ...household.plan, accounts: [visa] }, '/settings')
  const { page } = person
  await page.clock.setFixedTime(new Date('2030-09-20T12:00:00-04:00'))
  await page.goto(`${app.url}/import`)
  const streaming = ['2030-05-11', '2030-06-11', '2030-07-11', '2030-08-11', '2030-09-11'].map((date): Booking => ({
    date,
    cents: -1_549,
    payee: 'STREAMFLIX',
  }))
  await page.locator('#bank-files').setInputFiles(ofx({ bookings: streaming, balance_cents: -7_745, last_day: '2030-09-19' }, '998877'))
  return { ...person, found: page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Streamflix/i }) }) }
}

test('a bill that is found on the card is the card’s once it is accepted', async () => {
  const { page, found, close } = await streamingOnVisa()
  // Which account it is of has to be said before: it would be the main one's.
  await found.getByRole('button', { name: /^Accept Streamflix/i }).click()
  await page.getByText('Say first which account of your plan this is from').waitFor()
  await page.getByLabel(/^Account of the plan for: /).selectOption('Visa')
  await page.getByRole('button', { name: 'Link them' }).click()
  await found.getByText('on Visa', { exact: true }).waitFor()
  await found.getByRole('button', { name: /^Accept Streamflix/i }).click()
  await page.goto(`${app.url}/bills`)
  await page.locator('tr[data-row]', { hasText: 'Streamflix' }).getByText('Visa', { exact: true }).waitFor()
  await close()
})

test('what is accepted before this device has looked up which account it is on waits for that', async () => {
  const { page, context, found, close } = await streamingOnVisa()
  await page.getByLabel(/^Account of the plan for: /).selectOption('Visa')
  await page.getByRole('button', { name: 'Link them' }).click()
  await found.getByText('on Visa', { exact: true }).waitFor()
  await page.getByRole('status').filter({ hasText: 'saved' }).first().waitFor()
  // Numbers are known by their hashes, which take their time here.
  await context.addInitScript(() => {
    const digest = crypto.subtle.digest.bind(crypto.subtle)
    crypto.subtle.digest = async (...given: Parameters<typeof digest>) => {
      await new Promise((resolve) => setTimeout(resolve, 3_000))
      return digest(...given)
    }
  })
  await page.reload()
  const accept = found.getByRole('button', { name: /^Accept Streamflix/i })
  await accept.click()
  await accept.click()
  await found.waitFor({ state: 'detached' })
  await page.goto(`${app.url}/bills`)
  await page.locator('tr[data-row]', { hasText: 'Streamflix' }).getByText('Visa', { exact: true }).waitFor()
  expect(await page.locator('tr[data-row]', { hasText: 'Streamflix' }).count()).toBe(1)
  await close()
})
