/** A person looks ahead: how low it gets and why, the picture, what comes up, goals, and an old plan brought to today; on the device and on the server. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '../../core/calendar.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import { lastDayOf } from '../../core/horizon.ts'
import { writePlanFile } from '../../core/plan-files/plan-file.ts'
import { emptyScenario, type ScenarioFields } from '../../core/scenario.ts'
import { systemClock } from '../../web/services/clock.ts'
import { openApp, type JourneyPerson, type OpenApp, type PersonOptions } from './browser.ts'
import { places } from './places.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const at = systemClock.at()
/** The journeys' browsers and this process share a day only where they share a zone. */
const zone = { timezoneId: Intl.DateTimeFormat().resolvedOptions().timeZone }
const today = systemClock.today()
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const monthly = { every: 1, unit: 'month' } as const

/** $1,000 on hand, rent of $700 in five days, $1,500 in ten, a goal that gets a tenth of that. */
function household(fields: Partial<ScenarioFields> = {}): string {
  const start = fields.start_date ?? today
  const due = (days: number): string => addDays(start, days)
  const plan = applyEdit(
    emptyScenario({ id: id(9), name: 'Household', planning_balance_cents: 100_000, floor_cents: 20_000, ...fields }, start, at),
    {
      type: 'put_lists',
      bills: [
        { id: id(1), name: 'Rent', amount_cents: 70_000, due_date: due(5), schedule: monthly },
        { id: id(2), name: 'Dentist', amount_cents: 5_000, due_date: due(2) },
        { id: id(3), name: 'Chimney', amount_cents: 9_000, due_date: null },
      ],
      incomes: [{ id: id(4), name: 'Salary', amount_cents: 150_000, due_date: due(10), schedule: monthly }],
      allocations: [{ id: id(5), target: 'goal:Bicycle', kind: 'percent', value: 10, base: 'income' }],
      goals: [{ id: id(6), name: 'Bicycle', target_cents: 30_000, target_date: due(200) }],
    },
    at,
  )
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems))
  return writePlanFile([plan.scenario], at)
}

async function withHousehold(options: PersonOptions = {}, fields: Partial<ScenarioFields> = {}): Promise<JourneyPerson> {
  const person = await app.newPerson({ ...zone, ...options })
  const { page } = person
  await page.getByText('How much is on your account today?').waitFor()
  await page.goto(`${app.url}/settings`)
  await page
    .getByLabel('Import a file')
    .setInputFiles({ name: 'plans.json', mimeType: 'application/json', buffer: Buffer.from(household(fields)) })
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText('One plan is there now').waitFor()
  await page.getByRole('link', { name: 'Plan', exact: true }).locator('visible=true').first().click()
  await page.getByRole('heading', { name: 'Coming up' }).waitFor()
  return person
}

const head = (page: Page) => page.getByRole('region', { name: 'Summary' })
const coming = (page: Page) => page.getByRole('region', { name: 'Coming up' })
const days = (page: Page) => page.getByRole('slider', { name: 'The balance ahead, day by day' })
const dayWord = (date: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric' }).format(Date.parse(date))

describe.each(places('on the server'))('%s', (_words, options) => {
  test('the head says how low it gets and why, and each figure opens the lines that sum to it', async () => {
    const { page, close } = await withHousehold(options)
    // Why it is so low, and what a goal comes to, follow the figures.
    await head(page)
      .getByText(/mostly because of Rent/)
      .waitFor()
    await head(page)
      .getByText(/Bicycle is reached/)
      .waitFor()
    const said = await head(page).innerText()
    expect(said).toMatch(/Lowest point\s+\$250\.00\s+on .*, mostly because of Rent\./)
    expect(said).toMatch(/You can spend\s+\$50\.00\s+today and stay above your floor of \$200\./)
    expect(said).toMatch(/Due before payday on .*:\s+\$750\.00\s+\(2 bills\)/)
    expect(said).toMatch(/Bicycle is reached on .* early\. Bills without a date come to \$90\.00\./)
    await head(page)
      .getByTitle(/^Safe to spend/)
      .click()
    const explanation = page.getByRole('dialog', { name: 'Safe to spend' })
    await explanation.getByText('Together').waitFor()
    expect((await explanation.locator('tr').allInnerTexts()).map((line) => line.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringMatching(/^Your balance .* \$1,000\.00$/),
      expect.stringMatching(/^Dentist .* -\$50\.00$/),
      expect.stringMatching(/^Rent .* -\$700\.00$/),
      'Your floor -$200.00',
      'Together $50.00',
    ])
    await page.keyboard.press('Escape')
    await explanation.waitFor({ state: 'detached' })
    await close()
  })

  test('an edit changes head, picture and list at once, and undo brings all of it back', async () => {
    const { page, close } = await withHousehold(options)
    await page.getByLabel('On hand').fill('800')
    await page.getByLabel('On hand').press('Enter')
    await head(page)
      .getByText(/below your floor/)
      .first()
      .waitFor()
    await expect.poll(() => head(page).innerText()).toMatch(/You need\s+\$150\.00\s+more to stay above your floor of \$200\./)
    await expect.poll(() => page.locator('.chart-words').first().textContent()).toMatch(/\$50\.00 on .*, below your floor/)
    await expect.poll(() => coming(page).innerText()).toMatch(/below your floor\s*\$50\.00/)
    await page.keyboard.press('Control+z')
    await expect.poll(() => head(page).innerText()).toMatch(/You can spend\s+\$50\.00/)
    await close()
  })

  test('what comes up is paid or skipped there; paid ones stay to be taken back, and can be taken off the balance', async () => {
    const { page, close } = await withHousehold(options)
    const paid = coming(page).getByRole('button', { name: /^Dentist on .*: paid$/ })
    const question = page.getByRole('dialog', { name: 'Is Dentist off your balance already?' })
    await paid.click()
    await question.waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => paid.getAttribute('aria-pressed')).toBe('false')
    await paid.click()
    // The answer that lets nobody spend what is gone has the focus.
    await question.getByRole('button', { name: 'No, take $50.00 off' }).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => paid.getAttribute('aria-pressed')).toBe('true')
    await expect.poll(() => head(page).innerText()).toMatch(/Lowest point\s+\$250\.00/)
    expect(await page.getByLabel('On hand').inputValue()).toBe('950.00')
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.getByLabel('On hand').inputValue()).toBe('1,000.00')
    await expect.poll(() => paid.getAttribute('aria-pressed')).toBe('false')
    await paid.click()
    await question.getByRole('button', { name: 'Yes, it is off it' }).click()
    await expect.poll(() => head(page).innerText()).toMatch(/Lowest point\s+\$300\.00/)
    const taken = page.getByRole('dialog', { name: 'Was Dentist taken off your balance when you marked it?' })
    await paid.click()
    await taken.getByRole('button', { name: 'No, my balance stays' }).click()
    await expect.poll(() => paid.getAttribute('aria-pressed')).toBe('false')
    expect(await page.getByLabel('On hand').inputValue()).toBe('1,000.00')
    // What marking took off is put back.
    await paid.click()
    await question.getByRole('button', { name: 'No, take $50.00 off' }).click()
    await expect.poll(() => page.getByLabel('On hand').inputValue()).toBe('950.00')
    await paid.click()
    await taken.getByRole('button', { name: 'Yes, put $50.00 back' }).click()
    await expect.poll(() => page.getByLabel('On hand').inputValue()).toBe('1,000.00')
    await expect.poll(() => paid.getAttribute('aria-pressed')).toBe('false')
    // What is skipped stays to be seen, and counts no more.
    const skip = coming(page).getByRole('button', { name: /^Skip Rent/ })
    const isOpen = coming(page).getByRole('button', { name: /^Rent on .*: paid$/ })
    await skip.click()
    await coming(page)
      .getByText(/Rent\s+skipped/)
      .waitFor()
    expect(await isOpen.count()).toBe(0)
    await coming(page)
      .getByRole('button', { name: /^Bring Rent on .* back$/ })
      .click()
    await isOpen.waitFor()
    await skip.click()
    await coming(page)
      .getByText(/Rent\s+skipped/)
      .waitFor()
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
    await isOpen.waitFor()
    await close()
  })

  test('a goal is added, fed with one click, changed, and deleted with what goes to it; undo brings both back', async () => {
    const { page, close } = await withHousehold(options)
    const goals = page.getByRole('region', { name: 'Goals' })
    await goals.getByRole('button', { name: 'Add a goal' }).click()
    await goals.getByLabel('Name').fill('Piano')
    await goals.getByLabel('How much').fill('600')
    await page.keyboard.press('Enter')
    await goals.getByText('Nothing goes to it yet').waitFor()
    await goals.getByRole('button', { name: 'Give it 10% of each payday' }).click()
    await goals
      .getByText(/^Reached on/)
      .nth(1)
      .waitFor()
    await goals.getByRole('button', { name: 'Edit Piano' }).click()
    await goals.getByLabel('By when, if any day').fill(addDays(today, 20))
    await goals.getByRole('button', { name: 'Save' }).click()
    await goals.getByText(/^At this rate not by .*: \$450\.00 short/).waitFor()
    await goals.getByRole('button', { name: /^Give it another \$\d.* of each payday, which reaches it by / }).waitFor()
    await goals.getByRole('button', { name: 'Delete Piano' }).click()
    await goals.getByText('Piano').waitFor({ state: 'detached' })
    await page.getByText('Piano is deleted, with what goes to it.').waitFor()
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
    await goals.getByText(/\$450\.00 short/).waitFor()
    await close()
  })

  test('a plan that is days old is brought to today in one step, and one undo takes it back', async () => {
    const { page, close } = await withHousehold(options, { start_date: addDays(today, -6) })
    await page.getByText(/^Your balance is 6 days old/).waitFor()
    await head(page)
      .getByText(/because of/)
      .waitFor()
    const before = await head(page).innerText()
    await page.getByRole('button', { name: 'Bring it to today' }).click()
    const dialog = page.getByRole('dialog', { name: 'Bring the plan to today' })
    expect(await dialog.getByLabel('On hand today').inputValue()).toBe('250.00')
    await dialog.getByRole('checkbox', { name: /^Rent/ }).uncheck()
    await expect.poll(() => dialog.getByLabel('On hand today').inputValue()).toBe('950.00')
    await dialog.getByLabel('On hand today').fill('940')
    const blinks = await blinksOf(page)
    await dialog.getByRole('button', { name: 'Bring it to today' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).waitFor()
    expect(await blinks()).toBe(0)
    expect(await page.getByLabel('On hand').inputValue()).toBe('940.00')
    expect(await page.getByLabel('On the day').inputValue()).toBe(today)
    await expect.poll(() => coming(page).innerText()).toMatch(/Today\s*\$240\.00[\s\S]*Rent/)
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
    await page.getByText(/^Your balance is 6 days old/).waitFor()
    await expect.poll(() => head(page).innerText()).toBe(before)
    await close()
  })
})

/** Counts how often the page is taken away while something that it needs is fetched. */
async function blinksOf(page: Page): Promise<() => Promise<number>> {
  const seen = await page.locator('main').evaluateHandle((main) => {
    const counted = { blinks: 0 }
    const look = (): void => void (counted.blinks += main.querySelector<HTMLElement>('.headline')?.style.display === 'none' ? 1 : 0)
    new MutationObserver(look).observe(main, { subtree: true, attributes: true, attributeFilter: ['style'] })
    return counted
  })
  return () => seen.evaluate(({ blinks }) => blinks)
}

describe('the picture', () => {
  test('is read day by day with the keys, and says what comes and goes', async () => {
    const { page, close } = await withHousehold()
    await days(page).focus()
    const heard = () => days(page).getAttribute('aria-valuetext')
    expect(await heard()).toMatch(/^Today, .*: \$1,000\.00$/)
    for (let day = 0; day < 5; day += 1) await page.keyboard.press('ArrowRight')
    expect(await heard()).toMatch(/: \$250\.00\. Rent -\u2060\$700\.00$/)
    await page.keyboard.press('ArrowLeft')
    expect(await heard()).toMatch(/: \$950\.00$/)
    await page.keyboard.press('PageUp')
    expect(Number(await days(page).getAttribute('aria-valuenow')) - 4).toBeGreaterThanOrEqual(28)
    await page.keyboard.press('End')
    const threeMonths = lastDayOf(dayOf(today)!, { count: 3, unit: 'month' }) - dayOf(today)!
    expect(Number(await days(page).getAttribute('aria-valuenow'))).toBe(threeMonths)
    await page.keyboard.press('Home')
    expect(await heard()).toMatch(/^Today/)
    await close()
  })

  test('looks as far ahead as was chosen, remembers it, and can be hidden', async () => {
    const { page, close } = await withHousehold()
    await page.getByRole('button', { name: /5 years/ }).click()
    await page.getByText('The line is each month at its lowest day').waitFor()
    await page.reload()
    await page.getByText('The line is each month at its lowest day').waitFor()
    expect(await page.getByRole('button', { name: /5 years/ }).getAttribute('aria-pressed')).toBe('true')
    await expect.poll(() => head(page).innerText()).toMatch(/Lowest point\s+\$250\.00/)
    await page.getByRole('button', { name: 'Hide chart' }).click()
    expect(await days(page).count()).toBe(0)
    await page.getByRole('button', { name: 'Show chart' }).click()
    await days(page).waitFor()
    await close()
  })

  test('has its months as a table beside it', async () => {
    const { page, close } = await withHousehold()
    await page.getByText('Month by month, as a table').click()
    const table = page.getByRole('region', { name: 'Month by month' })
    await table.getByText('Lowest').waitFor()
    expect(await table.getByRole('row').count()).toBeGreaterThanOrEqual(4)
    expect(await table.innerText()).toContain('$250.00')
    await close()
  })

  test('follows the pointer, and names the day', async () => {
    const { page, close } = await withHousehold()
    await page.getByRole('button', { name: /1 month/ }).click()
    const box = (await days(page).boundingBox())!
    await page.mouse.move(box.x + (box.width * 5.5) / 31, box.y + box.height / 2)
    await page.locator('.chart-readout').getByText('Rent -$700.00').waitFor()
    expect(await page.locator('.chart-readout').innerText()).toContain(dayWord(addDays(today, 5)))
    await close()
  })
})

test('the picture and the list fit a phone, by touch', async () => {
  const { page, close } = await withHousehold({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  const isInside = () => page.evaluate(() => document.documentElement.scrollWidth <= 390)
  for (const range of [/1 month/, /5 years/]) {
    await page.getByRole('button', { name: range }).tap()
    expect(await isInside()).toBe(true)
  }
  await page.getByText('Month by month, as a table').tap()
  await page.getByRole('region', { name: 'Month by month' }).waitFor()
  expect(await isInside()).toBe(true)
  await coming(page)
    .getByText(/set aside, .* on the account$/)
    .first()
    .waitFor()
  const ends = await coming(page)
    .locator('.coming-day > :first-child, .coming-balance > :not(.sr-only), .coming-aside, .coming-name, .coming-amount')
    .evaluateAll((all) =>
      all.map((each) => {
        const words = document.createRange()
        words.selectNodeContents(each)
        return words.getBoundingClientRect().right
      }),
    )
  expect(Math.max(...ends)).toBeLessThanOrEqual(390 - 16)
  await coming(page)
    .getByRole('button', { name: /^Rent on .*: paid$/ })
    .tap()
  await page.getByRole('button', { name: 'No, take $700.00 off' }).tap()
  expect(await page.getByLabel('On hand').inputValue()).toBe('300.00')
  await close()
})

test('an empty plan leads to its bills and income', async () => {
  const { page, close } = await app.newPerson()
  await page.getByLabel('How much is on your account today?').fill('2400')
  await page.keyboard.press('Enter')
  await head(page).getByText('nothing is planned yet').waitFor()
  await head(page).getByRole('link', { name: 'Add bills and income' }).click()
  await page.getByRole('heading', { name: 'Bills', exact: true }).first().waitFor()
  await close()
})
