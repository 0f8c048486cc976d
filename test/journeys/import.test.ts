/** A bank's files at the import page: read, corrected, what repeats accepted, dismissed and linked; nothing of them leaves the device. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRules, violationsOn } from './axe.ts'
import { openApp, type OpenApp, type PersonOptions } from './browser.ts'
import { places } from './places.ts'
import { amountOf, billNames, openBills, startPlan } from './planSteps.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const two = (value: number): string => String(value).padStart(2, '0')

/** The 14 months before this one: water that varies, a subscription whose price rose, pay, and a shop that means nothing. */
function statement(payee = ''): { name: string; mimeType: string; buffer: Buffer } {
  const now = new Date()
  const rows: string[] = []
  for (let back = 14; back >= 1; back -= 1) {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1))
    const day = (date: number): string => `${two(date)}.${two(month.getUTCMonth() + 1)}.${month.getUTCFullYear()}`
    rows.push(
      `${day(3)};City Waterworks;Invoice 88${back}31;-${40 + ((back * 7) % 9)},5${back % 10}`,
      `${day(5)};STREAMFLIX;Subscription;-${back > 7 ? '12,99' : '14,99'}`,
      `${day(15)};ACME Corp;Salary;2.450,00`,
      `${day(2 + ((back * 5) % 20))};Corner shop;groceries;-${20 + ((back * 13) % 30)},1${back % 10}`,
    )
  }
  const own = rows.filter((row) => row.includes(payee))
  return { name: 'account.csv', mimeType: 'text/csv', buffer: Buffer.from(`Booking date;Payee;Purpose;Amount\n${own.join('\n')}\n`) }
}
/** The same again as another kind of file, which names the account and writes the payees in its own way. */
function otherStatement(): { name: string; mimeType: string; buffer: Buffer } {
  const [, ...lines] = statement().buffer.toString().trim().split('\n')
  const entries = lines.map((line, at) => {
    const [date, payee, , amount] = line.split(';') as [string, string, string, string]
    return `<STMTTRN><DTPOSTED>${date.split('.').reverse().join('')}<TRNAMT>${amount.replace('.', '').replace(',', '.')}<FITID>F0000${at}<NAME>${payee.toUpperCase()}</STMTTRN>`
  })
  const text = `<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>1234567890</BANKACCTFROM><BANKTRANLIST>${entries.join('')}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`
  return { name: 'account.ofx', mimeType: 'application/x-ofx', buffer: Buffer.from(text) }
}
const ambiguous = {
  name: 'old.qif',
  mimeType: 'text/plain',
  buffer: Buffer.from('!Type:Bank\nD03/04/2026\nT-12.00\nPShop\n^\nD05/06/2026\nT-13.00\nPShop\n^\n'),
}
const broken = {
  name: 'broken.ofx',
  mimeType: 'application/x-ofx',
  buffer: Buffer.from(
    '<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>1234567890</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261399<TRNAMT>-5.00<FITID>1<NAME>Shop</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>',
  ),
}

const proposal = (page: Page, name: string): Locator =>
  page.locator('li.proposal', { has: page.getByRole('heading', { name: new RegExp(name, 'i') }) })

async function openImport(options: PersonOptions) {
  const person = await app.newPerson(options)
  const { page } = person
  await startPlan(page)
  await page.goto(`${app.url}/import`)
  await page.getByText('Choose files of your bank').waitFor()
  return person
}

async function useStatement(page: Page): Promise<void> {
  await page.locator('#bank-files').setInputFiles(statement())
  await page.getByText('understood').waitFor()
  await page.getByRole('button', { name: 'Use this file' }).click()
  await proposal(page, 'streamflix').waitFor()
}

describe.each(places('on this device'))('importing, %s', (_place, options: PersonOptions) => {
  test('what repeats is proposed with its reason, and goes into the plan when it is accepted; nothing of the file is sent', async () => {
    const { page, close } = await openImport(options)
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')))
    await useStatement(page)
    expect(await proposal(page, 'streamflix').innerText()).toMatch(
      /every month on the 5th[\s\S]*\$14\.99[\s\S]*14 charges since .*, always on the 5th, \$12\.99 became \$14\.99 on/,
    )
    expect(await proposal(page, 'acme').innerText()).toMatch(/comes in[\s\S]*\$2,450\.00/)
    expect(await proposal(page, 'corner shop').count()).toBe(0)
    expect(sent.join('\n')).not.toMatch(/streamflix|waterworks|acme/i)

    await page.getByRole('button', { name: /^Accept STREAMFLIX/i }).click()
    await proposal(page, 'streamflix').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Edit and accept City/i }).click()
    await page.getByLabel('Name', { exact: true }).fill('Water')
    await page.getByLabel('Name', { exact: true }).press('Enter')
    await proposal(page, 'waterworks').waitFor({ state: 'detached' })
    await page.getByRole('status').filter({ hasText: 'saved' }).first().waitFor()
    await page.goto(`${app.url}/bills`)
    const rows = page.locator('tr[data-row]')
    await rows.filter({ hasText: 'Water' }).waitFor()
    expect(await rows.filter({ hasText: /streamflix/i }).innerText()).toContain('$14.99')
    expect(await page.getByText('predicted').count()).toBeGreaterThanOrEqual(2)
    await close()
  })

  test('what nobody has answered stays findable: counted on the plan, and there by itself on the bank page, until it is answered', async () => {
    const { page, close } = await openImport(options)
    await useStatement(page)
    const open = await page.locator('li.proposal').count()
    const look = (count: number) => page.getByRole('link', { name: `${count} to look at`, exact: true })
    await page.goto(`${app.url}/`)
    await page.getByText(`${open} things repeat at your bank that are not settled with your plan`).waitFor()
    await look(open).click()
    await page.getByRole('button', { name: /^Accept STREAMFLIX/i }).click()
    await proposal(page, 'streamflix').waitFor({ state: 'detached' })
    await page.getByRole('status').filter({ hasText: 'saved' }).first().waitFor()
    await page.goto(`${app.url}/`)
    await look(open - 1).waitFor()

    // A what-if keeps what it has otherwise: the bank's price is none of its business, and the plan's own proposals stay.
    await page.getByRole('button', { name: 'What if…' }).last().click()
    await page.getByRole('dialog', { name: 'What if…' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'What if', exact: true }).waitFor()
    await openBills(page)
    await amountOf(
      page,
      (await billNames(page)).find((name) => /streamflix/i.test(name))!,
    ).click()
    await page.keyboard.type('25')
    await page.keyboard.press('Enter')
    await page.goto(`${app.url}/`)
    await look(open - 1).click()
    await proposal(page, 'acme').waitFor()
    expect(await proposal(page, 'streamflix').count()).toBe(0)
    await page.getByRole('button', { name: 'Forget all transactions' }).click()
    await page.getByText('Kept on this device').waitFor({ state: 'detached' })
    // What is counted from then on is of what was read since.
    await page.locator('#bank-files').setInputFiles(statement('City'))
    await page.getByText('understood').waitFor()
    await page.getByRole('button', { name: 'Use this file' }).click()
    await proposal(page, 'city').waitFor()
    await page.goto(`${app.url}/`)
    await look(1).waitFor()
    await close()
  })

  test('what is put aside stays away, also on the next look, until it is brought back; undo takes it back at once', async () => {
    const { page, close } = await openImport(options)
    await useStatement(page)
    await page.getByRole('button', { name: /^Not this one: STREAMFLIX/i }).click()
    await proposal(page, 'streamflix').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await proposal(page, 'streamflix').waitFor()
    await page.getByRole('button', { name: /^Not this one: STREAMFLIX/i }).click()
    await page.getByRole('status').filter({ hasText: 'saved' }).first().waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Look again' }).click()
    await proposal(page, 'acme').waitFor()
    expect(await proposal(page, 'streamflix').count()).toBe(0)
    await page.getByText(/1 put aside/).click()
    await page.getByRole('button', { name: 'Propose it again' }).click()
    await proposal(page, 'streamflix').waitFor()
    await close()
  })
})

test('the same file twice adds nothing, it can be removed and comes back, and all that was kept can be forgotten', async () => {
  const { page, close } = await openImport({})
  await useStatement(page)
  await page.getByText('56 new').waitFor()
  // How it is read is known by now, so nothing is left to press.
  await page.locator('#bank-files').setInputFiles(statement())
  await page.getByText('nothing new').waitFor()
  await page.getByText('One file', { exact: true }).click()
  await page.getByText(/^account\.csv 56 transactions, kept on /).waitFor()
  await page.getByRole('button', { name: 'Remove account.csv' }).click()
  await page.getByText('Kept on this device').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await page.getByText('One file', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Forget all transactions' }).click()
  await page.getByText('Kept on this device').waitFor({ state: 'detached' })
  await page.reload()
  await page.getByText('Choose files of your bank').waitFor()
  expect(await page.getByText('Kept on this device').count()).toBe(0)
  await close()
})

test('the same account as another kind of file counts once, and one of its readings can be forgotten and comes back', async () => {
  const { page, close } = await openImport({})
  await useStatement(page)
  await page.locator('#bank-files').setInputFiles(otherStatement())
  await page.getByText('The same account as “An account without a number, from account.csv”').waitFor()
  expect(await proposal(page, 'streamflix').count()).toBe(1)
  expect(await proposal(page, 'acme').count()).toBe(1)
  await page.getByRole('button', { name: 'Forget account …7890' }).click()
  await page.getByText('Account …7890 is forgotten here.').waitFor()
  await page.getByText('The same account as').waitFor({ state: 'detached' })
  await proposal(page, 'streamflix').waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await page.getByText('The same account as').waitFor()
  await close()
})

test('a file that leaves a question open asks it, and one that is broken says what and where', async () => {
  const { page, close } = await openImport({})
  await page.locator('#bank-files').setInputFiles([ambiguous, broken])
  await page.getByText('Which day is').waitFor()
  await page.getByText(/20261399/).waitFor()
  expect(await page.getByRole('button', { name: /^Use/ }).count()).toBe(0)
  await page.getByRole('radio', { name: /Month, day, year/ }).click()
  await page.getByRole('button', { name: 'Use this file' }).waitFor()
  await close()
})

test('a file that is not used yet waits while another place, plan or currency is looked at, until it is left out', async () => {
  const { page, close } = await openImport({})
  await page.locator('#bank-files').setInputFiles(ambiguous)
  await page.getByRole('radio', { name: /Month, day, year/ }).click()
  const use = page.getByRole('button', { name: 'Use this file' })
  await page.getByText('$25.00').waitFor()
  const go = (place: string): Promise<void> => page.getByRole('link', { name: place, exact: true }).locator('visible=true').first().click()
  await go('Plan')
  await page.getByLabel('Currency', { exact: true }).selectOption('EUR')
  await go('Bank')
  await page.getByText('€25.00').waitFor()
  await use.waitFor()

  await page.getByRole('button', { name: 'My plan', exact: true }).click()
  await page.getByRole('menuitem', { name: 'New plan…', exact: true }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Other')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Other', exact: true }).waitFor()
  await use.waitFor()
  await page.getByRole('button', { name: 'Leave old.qif out' }).click()
  await use.waitFor({ state: 'detached' })
  await go('Plan')
  await go('Bank')
  await page.getByText('Choose files of your bank').waitFor()
  expect(await page.getByText('old.qif').count()).toBe(0)
  await close()
})

test.each(['light', 'dark'] as const)(
  'on a phone it is all there, nothing scrolls sideways, and axe finds nothing, %s',
  async (colorScheme) => {
    const { page, close } = await openImport({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, colorScheme })
    const found = (): Promise<string[]> => violationsOn(page, allRules)
    await page.locator('#bank-files').setInputFiles([statement(), ambiguous])
    await page.getByText('Which day is').waitFor()
    await page.getByText('Correct how it was read').first().click()
    expect(await found()).toEqual([])
    await page.getByRole('button', { name: 'Use this file' }).click()
    await proposal(page, 'streamflix').waitFor()
    expect(await found()).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await close()
  },
)

test('cash that is drawn about every thirty days, and money without a rhythm, go into the plan with one press each, and undo takes them back', async () => {
  const { page, close } = await openImport({})
  const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
  const cash = Array.from({ length: 12 }, (_, nth) => `${day(4 + 30 * nth)},-${300 + ((nth * 137) % 350)}.00,CASH WITHDRAWAL`)
  const jobs = Array.from({ length: 26 }, (_, nth) => `${day(6 + 13 * nth + (nth % 4))},${240 + ((nth * 61) % 90)}.00,CLIENT ${nth}`)
  await page.locator('#bank-files').setInputFiles({
    name: 'bank.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`Date,Amount,Payee\n${[...cash, ...jobs].sort().join('\n')}\n`),
  })
  await page.getByRole('button', { name: 'Use this file' }).click()
  const also = page.getByRole('region', { name: 'What else comes and goes' })
  await also.getByText(/^every 30 days, next on /).waitFor()
  await also.getByRole('button', { name: /^Plan it: Cash, / }).click()
  await also.getByRole('button', { name: /^Plan it: Money without a rhythm, / }).click()
  await also.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await also.getByRole('heading', { name: 'Money without a rhythm' }).waitFor()
  expect(await also.getByRole('heading').allTextContents()).toEqual(['What else comes and goes', 'Money without a rhythm'])
  await close()
})
