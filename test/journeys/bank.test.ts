/** Three months of a household: each month's file is dropped, and the plan is where the bank is, to the cent. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { americanTable, camt, germanTable, household, mt940, ofx, statementOf, type BankUpload, type Statement } from './bankFiles.ts'
import { withPlan } from './bringPlan.ts'
import { openApp, type JourneyPerson, type OpenApp, type PersonOptions } from './browser.ts'
import { places } from './places.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

async function atBank(options: PersonOptions = {}): Promise<JourneyPerson> {
  const person = await withPlan(app, household.plan, '/settings', options)
  await on(person.page, '2030-09-20')
  return person
}

/** The import page, on a day. */
async function on(page: Page, day: string): Promise<void> {
  await page.clock.setFixedTime(new Date(`${day}T12:00:00-04:00`))
  await page.goto(`${app.url}/import`)
  await page.getByText('Choose files of your bank').waitFor()
}

/** Dropping a file is all: only how a bank's first table was read is looked at before it is used. */
async function drop(page: Page, file: BankUpload, is_first = false): Promise<void> {
  await page.locator('#bank-files').setInputFiles(file)
  if (!is_first || file.mimeType !== 'text/csv') return
  await page.getByText('understood').waitFor()
  await page.getByRole('button', { name: 'Use this file' }).click()
}

const plan = (page: Page) => page.getByRole('region', { name: 'Your plan and your bank' })
const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'saved' }).first().waitFor()

const banks: [string, (statement: Statement) => BankUpload][] = [
  ['a table of an American bank', americanTable],
  ['OFX', ofx],
  ['MT940', mt940],
  ['CAMT', camt],
]

describe.each(banks)('%s', (_name, fileOf) => {
  test('month after month what came is settled, and the difference sums to the cent', async () => {
    const { page, close } = await atBank()
    await drop(page, fileOf(statementOf('2030-09')), true)
    // Due were rent, water, phone, the dentist and the pay; water was 31.20 instead of 28, and the dentist has not come.
    await plan(page).getByText('3 of 5 planned payments came.').waitFor()
    // 1500 − 950 − 31.20 − 61 − 20 + 2100 − 48.50; planned were 1500 − 950 − 28 − 20 − 120 + 2100.
    await plan(page).getByText('On Sep 20 your bank has $2,489.30, $7.30 more than planned').waitFor()
    await plan(page).getByText('How that comes about').click()
    const lines = async (): Promise<string[]> =>
      (await plan(page).locator('.difference-table tr:not([data-cause])').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))
    expect(await lines()).toEqual([
      'The plan had said $2,482.00',
      'On other days than planned +$120.00',
      'Not planned -$109.50',
      'Waits for your word -$3.20',
      'Your bank, Sep 20 $2,489.30',
    ])
    await plan(page).getByText('Is it Waterworks, $28.00 on Sep 5?').waitFor()
    await plan(page).getByRole('button', { name: 'Yes, City Waterworks is Waterworks' }).click()
    await plan(page).getByText('4 of 5 planned payments came.').waitFor()
    expect(await lines()).toEqual([
      'The plan had said $2,482.00',
      'Other amounts -$3.20',
      'On other days than planned +$120.00',
      'Not planned -$109.50',
      'Your bank, Sep 20 $2,489.30',
    ])
    await plan(page)
      .getByRole('button', { name: /^Will not come: Dentist/ })
      .click()
    await plan(page).getByText('Dentist will not come and is left out.').waitFor()
    await saved(page)

    await on(page, '2030-10-31')
    await drop(page, fileOf(statementOf('2030-10', '2030-09')))
    // Both months are in the file; the first is known. Water is asked again, at the name that it is known by now.
    await plan(page).getByText('3 of 4 planned payments came.').waitFor()
    // 2489.30 + 2100 − 950 − 31.20 − 62 − 20 − 48.50; planned were 2489.30 + 2100 − 950 − 28 − 20.
    await plan(page).getByText('On Oct 20 your bank has $3,477.60, $113.70 less than planned').waitFor()
    await plan(page).getByRole('button', { name: 'Yes, City Waterworks is Waterworks' }).click()
    await plan(page).getByText('4 of 4 planned payments came.').waitFor()
    await saved(page)

    await on(page, '2030-11-30')
    await drop(page, fileOf(statementOf('2030-11')))
    await plan(page).getByText('3 of 4 planned payments came.').waitFor()
    await plan(page).getByText('On Nov 20 your bank has $4,464.90, $114.70 less than planned').waitFor()
    await plan(page).getByRole('button', { name: 'Yes, City Waterworks is Waterworks' }).click()
    await plan(page).getByText('4 of 4 planned payments came.').waitFor()
    // Three months at 31.20: it is offered, taken with a press, and offered no more.
    await plan(page).getByText('Waterworks was not $28.00 the last three times, but $31.20.').waitFor()
    await plan(page).getByRole('button', { name: 'Take $31.20 from Dec 5 on' }).click()
    await plan(page).getByText('What has changed').waitFor({ state: 'detached' })
    await close()
  })
})

describe.each(places('on the server'))('a file dropped again, %s', (_place, options: PersonOptions) => {
  test('says that nothing is new and changes nothing, also after a reload; undo takes what was settled back', async () => {
    const { page, close } = await atBank(options)
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')))
    const file = ofx(statementOf('2030-09'))
    await drop(page, file)
    await plan(page).getByText('3 of 5 planned payments came.').waitFor()
    await plan(page).getByRole('button', { name: 'Yes, City Waterworks is Waterworks' }).click()
    await plan(page)
      .getByRole('button', { name: /^Will not come: Dentist/ })
      .click()
    await plan(page).getByText('Dentist will not come and is left out.').waitFor()
    await saved(page)
    await on(page, '2030-09-20')
    await drop(page, file)
    await plan(page).getByText('Nothing new: your plan has all of this already.').waitFor()
    expect(sent.join('\n')).not.toMatch(/Corner Cafe|Green Grocer|1234567890/)
    await page.goto(`${app.url}/bills`)
    const rent = page.locator('tr[data-row]', { hasText: 'Rent' })
    expect(await rent.innerText()).toContain('Oct 3')
    await close()
  })

  test('is taken back as one step, and can be held against the plan again', async () => {
    const { page, close } = await atBank(options)
    await drop(page, ofx(statementOf('2030-09')))
    await plan(page).getByText('3 of 5 planned payments came.').waitFor()
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await plan(page).getByText('What your bank said was taken out of the plan again.').waitFor()
    await plan(page).getByRole('button', { name: 'Hold it against the plan again' }).click()
    await plan(page).getByText('3 of 5 planned payments came.').waitFor()
    await close()
  })
})

test('a bank that tells no balance is asked for it once, and the next file goes on from it', async () => {
  const { page, close } = await atBank()
  await drop(page, germanTable(statementOf('2030-09')), true)
  await page.getByLabel('What was on the account at the end of Sep 20?').waitFor()
  expect(await page.getByLabel('What was on the account at the end of Sep 20?').inputValue()).toBe('2,489.30')
  await page.getByRole('button', { name: 'That is it' }).click()
  await plan(page).getByText('On Sep 20 your bank has $2,489.30').waitFor()
  await plan(page).getByText('The main account: $2,489.30 at the end of Sep 20. None of your files says so: it is reckoned from').waitFor()
  await saved(page)
  await on(page, '2030-10-31')
  await drop(page, germanTable(statementOf('2030-10', '2030-09')))
  await plan(page).getByText('On Oct 20 your bank has $3,477.60').waitFor()
  await plan(page).getByRole('button', { name: 'It is another sum' }).click()
  await page.getByLabel('What was on the account at the end of Oct 20?').fill('3,400.00')
  await page.getByRole('button', { name: 'That is it' }).click()
  await plan(page).getByText('On Oct 20 your bank has $3,400.00').waitFor()
  await close()
})

test('a balance of a day before the plan’s is offered with its day, and the plan begins with it when that is pressed', async () => {
  const { page, close } = await withPlan(app, { ...household.plan, start_date: '2030-09-25' }, '/settings')
  await on(page, '2030-09-25')
  const september = statementOf('2030-09')
  await drop(page, ofx(september))
  const told = (september.balance_cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' })
  await plan(page).getByText(`Your bank had ${told} at the end of Sep 20. Your plan begins on Sep 25 with`).waitFor()
  expect(await plan(page).getByText('Nothing new').count()).toBe(0)
  await plan(page)
    .getByRole('button', { name: `Begin on Sep 21 with ${told}` })
    .click()
  await page.getByText(`${told} is now your balance on Sep 21.`).waitFor()
  await page.keyboard.press('Control+z')
  await plan(page)
    .getByRole('button', { name: `Begin on Sep 21 with ${told}` })
    .waitFor()
  await saved(page)
  // It is there again for who comes back.
  await page.goto(`${app.url}/`)
  await on(page, '2030-09-25')
  await plan(page)
    .getByRole('button', { name: `Begin on Sep 21 with ${told}` })
    .waitFor()
  await close()
})

test('two accounts are asked about once, also on another device; a new one is made, and no account number is sent', async () => {
  const { page, email, password, close } = await atBank({ account: true })
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')))
  const checking = statementOf('2030-09')
  const moved = { date: '2030-09-19', payee: 'Transfer to savings' }
  const bookings = [...checking.bookings, { ...moved, cents: -30_000 }].sort((a, b) => (a.date < b.date ? -1 : 1))
  const savings = { bookings: [{ ...moved, cents: 30_000 }], balance_cents: 530_000, last_day: '2030-09-19' }
  const files = [
    ofx({ ...checking, bookings, balance_cents: checking.balance_cents - 30_000 }),
    { ...ofx(savings, '555000111'), name: 'savings.ofx' },
  ]
  await page.locator('#bank-files').setInputFiles(files)
  await page.getByLabel('Account of the plan for: Account …7890').selectOption('The main account')
  await page.getByLabel('Account of the plan for: Account …0111').selectOption('A new account…')
  await page.getByLabel('Its name in the plan').fill('Rainy day')
  await page.getByRole('button', { name: 'Link them' }).click()
  await plan(page).getByText('On Sep 20 your bank has $2,189.30, $292.70 less than planned').waitFor()
  await saved(page)
  expect(sent.join('\n')).not.toMatch(/1234567890|555000111|Transfer to savings/)
  const other = await app.newPerson()
  await other.context.request.post(`${app.url}/api/auth/sign-in/email`, { data: { email, password }, headers: { origin: app.url } })
  await other.context.addInitScript(() => localStorage.setItem('pyNance:mode', 'api'))
  await on(other.page, '2030-09-20')
  await other.page.locator('#bank-files').setInputFiles(files)
  await plan(other.page).getByText('Is it Waterworks').waitFor()
  expect(await plan(other.page).getByText('than planned').count()).toBe(0)
  expect(await other.page.getByLabel(/^Account of the plan for/).count()).toBe(0)
  await other.close()
  await close()
})

test('a second device with the same plan imports the same file: nothing is counted twice', async () => {
  const { page, email, password, close } = await atBank({ account: true })
  const file = ofx(statementOf('2030-09'))
  await drop(page, file)
  await plan(page).getByText('3 of 5 planned payments came.').waitFor()
  await saved(page)
  const other = await app.newPerson()
  await other.context.request.post(`${app.url}/api/auth/sign-in/email`, { data: { email, password }, headers: { origin: app.url } })
  await other.context.addInitScript(() => localStorage.setItem('pyNance:mode', 'api'))
  await on(other.page, '2030-09-20')
  await drop(other.page, file)
  // Water waits for a word here too; the balance is the bank's already, and no money is told a second time.
  await plan(other.page).getByText('Is it Waterworks, $28.00 on Sep 5').waitFor()
  // Nothing differs from a plan that has been brought there.
  expect(await plan(other.page).getByText('more than planned').count()).toBe(0)
  expect(
    await plan(other.page)
      .getByText(/were not planned/)
      .count(),
  ).toBe(0)
  await other.close()
  await close()
})

test('the plan says how far it was from the bank, the dates of a bill what was paid, and the calendar what has not come', async () => {
  const { page, close } = await atBank()
  await drop(page, ofx(statementOf('2030-09')))
  await plan(page).getByText('3 of 5 planned payments came.').waitFor()
  await saved(page)
  await on(page, '2030-09-22')
  await page.goto(`${app.url}/`)
  const line = page.getByText('On Sep 20 your bank has $2,489.30, $7.30 more than planned')
  await line.waitFor()
  expect(await line.innerText()).toMatch(/That was 2 days ago\. Bring a newer file$/)
  await page.getByText('A payment at your bank may be one of the plan: until you say so, the plan counts it as still to come.').waitFor()
  await page.goto(`${app.url}/calendar`)
  // Water was due on the 5th and waits for a word, so it lies on the day of the balance.
  const water = page.getByRole('button', { name: /^Waterworks/ }).first()
  await water.waitFor()
  expect(await water.getAttribute('aria-label')).toMatch(/to pay, missing$/)
  await page.getByRole('button', { name: /^Rent/ }).first().click()
  await page.getByText('Paid on Sep 3: $950.00, as planned.').waitFor()
  await page.goto(`${app.url}/bills`)
  await page.locator('tr[data-row]', { hasText: 'Rent' }).locator('[data-cell="due_date"]').click()
  const lately = page.getByRole('table', { name: 'What was paid lately' })
  await lately.waitFor()
  expect((await lately.locator('tbody tr').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual(['Sep 3 $950.00 $950.00'])
  await close()
})

test('why the balance is another one is there again, line by line, and the sentence on the plan leads to it', async () => {
  const { page, close } = await atBank()
  await drop(page, ofx(statementOf('2030-09')))
  await plan(page).getByRole('button', { name: 'Yes, City Waterworks is Waterworks' }).click()
  await plan(page)
    .getByRole('button', { name: /^Will not come: Dentist/ })
    .click()
  await page
    .getByRole('button', { name: 'Put all aside' })
    .or(page.getByRole('button', { name: 'Put both aside' }))
    .first()
    .click()
  await saved(page)
  const lines = async (): Promise<string[]> =>
    (await plan(page).locator('.difference-table tr').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))
  await plan(page).getByText('How that comes about').click()
  const told = await lines()
  expect(told).toContain('Waterworks -$3.20')
  expect(told.at(-1)).toBe('Your bank, Sep 20 $2,489.30')
  await page.goto(`${app.url}/`)
  await page.getByRole('link', { name: 'How that comes about' }).click()
  await plan(page).getByText('On Sep 20 your bank has $2,489.30, $7.30 more than planned').waitFor()
  await page.locator('.difference-table').waitFor()
  expect(await lines()).toEqual(told)
  await close()
})

test('a file dropped again while something waits leaves the difference as it was told, and asks by the day it was due', async () => {
  const { page, close } = await atBank()
  await drop(page, ofx(statementOf('2030-09')))
  const told = plan(page).getByText('On Sep 20 your bank has $2,489.30, $7.30 more than planned')
  await told.waitFor()
  await saved(page)
  await on(page, '2030-09-20')
  await drop(page, ofx(statementOf('2030-09')))
  await plan(page).getByText('Is it Waterworks, $28.00 on Sep 5').waitFor()
  await told.waitFor()
  expect(
    await plan(page)
      .getByText(/0 of \d planned/)
      .count(),
  ).toBe(0)
  await close()
})

test('a payment that nobody has said anything of is told on the plan and asked about again, also after the page was closed', async () => {
  const { page, close } = await atBank()
  await drop(page, ofx(statementOf('2030-09')))
  await plan(page).getByText('3 of 5 planned payments came.').waitFor()
  await saved(page)
  await page.goto(`${app.url}/`)
  const told = page.getByText(/^A payment at your bank may be one of the plan/)
  await told.waitFor()
  await page.getByRole('link', { name: '2 need a word' }).click()
  await plan(page).getByRole('button', { name: 'Yes, City Waterworks is Waterworks' }).click()
  await saved(page)
  // Why the balance was another one stands there as it was told when the file was read.
  await plan(page).getByText('On Sep 20 your bank has $2,489.30, $7.30 more than planned').waitFor()
  await page.goto(`${app.url}/`)
  await page.getByText('On Sep 20 your bank has $2,489.30').waitFor()
  expect(await told.count()).toBe(0)
  await page.goto(`${app.url}/import`)
  await page.getByRole('button', { name: 'Look again' }).waitFor()
  expect(await page.getByText('Is it Waterworks').count()).toBe(0)
  await close()
})

test('what was not planned is still there when the page is opened again, until it is said what it is or it is put aside', async () => {
  const { page, close } = await atBank()
  const september = statementOf('2030-09')
  const bought: Statement['bookings'] = [
    { date: '2030-09-17', cents: -41_200, payee: 'Furniture House' },
    { date: '2030-09-08', cents: -11_900, payee: 'Doctor Green' },
    { date: '2030-09-19', cents: -30_000, payee: 'Uncle Bob' },
  ]
  const bookings = [...september.bookings, ...bought].sort((a, b) => (a.date < b.date ? -1 : 1))
  await drop(page, ofx({ ...september, bookings, balance_cents: september.balance_cents - 83_100 }))
  await plan(page).getByText('3 payments were not planned').waitFor()
  await saved(page)
  await page.goto(`${app.url}/`)
  await on(page, '2030-09-20')
  const unplanned = plan(page).getByRole('region', { name: 'payments were not planned' })
  await unplanned.getByText('Uncle Bob').waitFor()
  expect(await plan(page).getByText('Nothing new').count()).toBe(0)
  // What is likeliest comes first, the others by their names; what was carried along has its own day.
  const pays = plan(page).getByLabel('What Doctor Green, -\u2060$119.00 pays')
  await pays.waitFor()
  expect(await pays.locator('option').allInnerTexts()).toEqual([
    'It pays…',
    'Dentist, $120.00 on Sep 20',
    'Waterworks, $28.00 on Sep 5',
    'Further away…',
  ])
  await pays.selectOption('Further away…')
  expect(await pays.locator('option').allInnerTexts()).toEqual([
    'It pays…',
    'Dentist, $120.00 on Sep 20',
    'Waterworks, $28.00 on Sep 5',
    'Phone, $20.00 on Oct 12',
    'Rent, $950.00 on Oct 3',
    'Waterworks, $28.00 on Oct 5',
  ])
  await pays.selectOption('Dentist, $120.00 on Sep 20')
  await plan(page).getByText('Doctor Green is Dentist.').waitFor()
  await plan(page).getByRole('button', { name: 'Put aside: Uncle Bob, -\u2060$300.00' }).click()
  await unplanned.getByText('Uncle Bob').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await plan(page).getByRole('button', { name: 'Put aside: Uncle Bob, -\u2060$300.00' }).click()
  await saved(page)
  await page.goto(`${app.url}/`)
  await on(page, '2030-09-20')
  await plan(page).getByText('One payment was not planned').waitFor()
  const left = plan(page).getByRole('region', { name: 'One payment was not planned' })
  await left.getByText('Furniture House').waitFor()
  expect(await left.getByText(/Uncle Bob|Doctor Green/).count()).toBe(0)
  await close()
})

describe.each(places('on the server'))('what waits for a word, %s', (_place, options: PersonOptions) => {
  const needs = (page: Page, words: string) => page.getByRole('link', { name: words, exact: true }).waitFor()

  test('stays findable: counted on the plan and asked on the bank page, until each is answered', async () => {
    const { page, close } = await atBank(options)
    await drop(page, ofx(statementOf('2030-09')))
    await plan(page).getByText('3 of 5 planned payments came.').waitFor()
    await saved(page)
    await page.getByRole('button', { name: 'Look again' }).click()
    await plan(page).getByText('2 need a word').waitFor()
    await page.goto(`${app.url}/`)
    await page.getByText('A planned payment has not come: is it still due, or will it not come?').waitFor()
    await page.getByRole('link', { name: '2 need a word' }).click()
    await plan(page).getByText('2 need a word').waitFor()
    // It was carried to the day of the balance, and keeps its own.
    await plan(page).getByText('was due on Sep 18').waitFor()
    await plan(page).getByRole('button', { name: 'Yes, City Waterworks is Waterworks' }).click()
    await plan(page).getByText('One needs a word').waitFor()
    await saved(page)
    // What has not come is found again by itself, too.
    await page.goto(`${app.url}/`)
    await needs(page, 'One needs a word')
    await on(page, '2030-09-21')
    await plan(page).getByText('One needs a word').waitFor()
    await page.getByRole('button', { name: 'Look again' }).click()
    await plan(page).getByText('was due on Sep 18').waitFor()
    await plan(page)
      .getByRole('button', { name: /^Still due: Dentist/ })
      .click()
    await plan(page).getByText('Dentist stays due.').waitFor()
    await page.goto(`${app.url}/`)
    await page.getByText('On Sep 20 your bank has $2,489.30').waitFor()
    expect(await page.getByText(/need(s)? a word$/).count()).toBe(0)
    await on(page, '2030-09-21')
    await page.getByRole('button', { name: 'Look again' }).waitFor()
    expect(await page.getByText('was due on').count()).toBe(0)
    await close()
  })

  test('is gone once a later file answers it', async () => {
    const { page, close } = await atBank(options)
    const september = statementOf('2030-09')
    await drop(page, ofx({ ...september, bookings: september.bookings.filter(({ payee }) => payee !== 'Phone Telekom') }))
    await plan(page).getByText('2 of 5 planned payments came.').waitFor()
    await plan(page).getByRole('button', { name: 'Yes, City Waterworks is Waterworks' }).click()
    await plan(page).getByText('3 of 5 planned payments came.').waitFor()
    await saved(page)
    await page.goto(`${app.url}/`)
    await needs(page, '2 need a word')
    await on(page, '2030-09-22')
    const paid = [
      { date: '2030-09-21', cents: -12_000, payee: 'Dentist' },
      { date: '2030-09-21', cents: -2_000, payee: 'Phone' },
    ]
    await drop(page, ofx({ bookings: paid, balance_cents: september.balance_cents - 14_000, last_day: '2030-09-21' }))
    await plan(page).getByText('2 of 2 planned payments came.').waitFor()
    await saved(page)
    await page.goto(`${app.url}/`)
    await page.getByText('On Sep 21 your bank has').waitFor()
    expect(await page.getByText(/need(s)? a word$/).count()).toBe(0)
    await close()
  })

  test('is which account a file is of, also after a reload', async () => {
    const { page, close } = await atBank(options)
    const saved_up = {
      bookings: [{ date: '2030-09-19', cents: 30_000, payee: 'Interest' }],
      balance_cents: 530_000,
      last_day: '2030-09-19',
    }
    const files = [ofx(statementOf('2030-09')), { ...ofx(saved_up, '555000111'), name: 'savings.ofx' }]
    await page.locator('#bank-files').setInputFiles(files)
    await page.getByLabel('Account of the plan for: Account …7890').waitFor()
    await page.goto(`${app.url}/`)
    await page.getByText('A bank file waits until you say which account of your plan it is of.').waitFor()
    await page.getByRole('link', { name: 'One needs a word' }).click()
    await page.getByLabel('Account of the plan for: Account …7890').selectOption('The main account')
    await page.getByLabel('Account of the plan for: Account …0111').selectOption('None of this plan’s')
    await page.getByRole('button', { name: 'Link them' }).click()
    await plan(page).getByText('3 of 5 planned payments came.').waitFor()
    await close()
  })
})

test('by thumb on a phone nothing is wider than the screen, and each choice is large enough', async () => {
  const { page, close } = await atBank(phone)
  await drop(page, camt(statementOf('2030-09')))
  await plan(page).getByText('3 of 5 planned payments came.').waitFor()
  await plan(page).getByText('How that comes about').tap()
  // The grocer and the café are everyday spending, of which too little is known to tell a week by: it is asked for, and nothing else surprises.
  const everyday = plan(page).getByRole('region', { name: 'Everyday spending without a plan yet' })
  await everyday.getByText('2 payments, $109.50').waitFor()
  await everyday.getByLabel('About how much leaves in a week for groceries, fuel, eating out?').waitFor()
  expect(
    await plan(page)
      .getByText(/not planned$/)
      .count(),
  ).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const heights = await plan(page)
    .locator('button, select')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
  await plan(page).getByRole('button', { name: 'Yes, City Waterworks is Waterworks' }).tap()
  await plan(page).getByText('4 of 5 planned payments came.').waitFor()
  await close()
})
