/** The six questions on a phone in German: each by its sentence, with its answer and what it rests on, on the screen and on paper. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withPlan, type GivenPlan } from './bringPlan.ts'
import { openApp, type OpenApp } from './browser.ts'
import { realPage } from './inLanguage.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const phone = { locale: 'de-DE', viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const monthly = { every: 1, unit: 'month' }
const id = (end: number): string => `a0000000-0000-4000-8000-00000000000${end}`
/** 1.000 € am 1. März, Miete von 700 € am 5., 1.500 € am 10. */
const household: GivenPlan = {
  name: 'Haushalt',
  planning_balance_cents: 100_000,
  floor_cents: 20_000,
  start_date: '2031-03-01',
  currency_code: 'EUR',
  allocations: [],
  bills: [{ id: id(1), name: 'Miete', amount_cents: 70_000, due_date: '2031-03-05', schedule: monthly }],
  incomes: [{ id: id(2), name: 'Gehalt', amount_cents: 150_000, due_date: '2031-03-10', schedule: monthly }],
}
const asking = (page: Page) => page.getByRole('region', { name: 'Fragen', exact: true })
const about = (page: Page, name: string): Promise<void> => asking(page).getByRole('button', { name, exact: true }).tap()

async function opened(plan: GivenPlan) {
  const person = await withPlan(app, plan, '/', phone)
  const page = realPage(person.page)
  await page.getByRole('button', { name: 'Fragen …' }).tap()
  return { ...person, page }
}

/** The sentence as it is read, with what stands in its fields. */
const sentence = (page: Page): Promise<string> =>
  asking(page)
    .locator('.ask-sentence')
    .evaluate((line) =>
      [...line.childNodes]
        .map((part) =>
          part instanceof HTMLSelectElement
            ? part.selectedOptions[0]!.text
            : part instanceof HTMLInputElement
              ? part.value
              : (part.textContent ?? ''),
        )
        .join('')
        .replace(/\s+/g, ' '),
    )

/** What is said stands there, and on paper with all it rests on, without anything to press. */
async function reads(page: Page, asked: string, answers: readonly string[], proofs: readonly string[] = []): Promise<void> {
  const region = asking(page)
  for (const answer of answers) await region.getByText(answer).first().waitFor()
  expect(await sentence(page)).toBe(asked)
  const why = region.getByText('Warum', { exact: true })
  if (proofs.length > 0) await why.press('Enter')
  for (const proof of proofs) await region.getByText(proof).waitFor()
  if (proofs.length > 0) {
    await why.press('Enter')
    await region.getByText(proofs[0]!).waitFor({ state: 'hidden' })
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.emulateMedia({ media: 'print' })
  for (const told of [...answers, ...proofs]) await region.getByText(told).first().waitFor()
  const pressed = region.locator('.button, svg, [type="checkbox"], [type="radio"]').locator('visible=true')
  expect(await pressed.count()).toBe(0)
  await page.emulateMedia({ media: null })
  if (proofs.length > 0) await region.getByText(proofs[0]!).waitFor({ state: 'hidden' })
}

test('whether it can be afforded, what can be saved and set aside, and what if a bill rises or an income stops', async () => {
  const { page, close } = await opened(household)
  await asking(page).getByLabel('Was es kostet').fill('150')
  await reads(
    page,
    'Kann ich mir 150 am 2031-03-01 leisten?',
    [
      'Nein: Am 5. März 2031 blieben 150,00 €, 50,00 € unter deinem Mindeststand von 200 €.',
      'Frühestens geht es am 10. März 2031; am knappsten Tag danach, dem 5. Apr. 2031, bleiben dann 950,00 €.',
    ],
    [
      'An diesem Tag wären 100,00 € möglich. Mit 100,01 € läge der 5. März 2031 unter deinem Mindeststand.',
      'An diesem Tag ist so wenig da, wegen Miete.',
    ],
  )
  await about(page, 'Sparen')
  await asking(page).getByLabel('Bis zu welchem Tag es reichen muss').fill('2031-05-09')
  await reads(
    page,
    'Wie viel von jeder Einnahme kann ich bis zum 2031-05-09 sparen, als Betrag?',
    ['850,00 € von jeder der 2 Einnahmen bis dahin: zusammen 1.700,00 €.'],
    ['Mit 850,01 € läge der 5. Mai 2031 unter deinem Mindeststand; es blieben 199,98 €.'],
  )
  await about(page, 'Zurücklegen')
  await reads(page, 'Wie viel muss ich von jeder Einnahme für Miete zurücklegen?', [
    '700,00 € von der einen Einnahme bis zum 5. Apr. 2031 ergeben die 700,00 €, die fehlen.',
  ])
  await about(page, 'Ausgabe steigt')
  await asking(page).getByLabel('Was sie dann kostet').fill('750')
  await reads(page, 'Was, wenn Miete vom 2031-03-01 an 750 kostet?', [
    'Dann ist der tiefste Stand der nächsten 90 Tage 250,00 € am 5. März 2031, 50,00 € tiefer.',
  ])
  await about(page, 'Einnahme fällt aus')
  await asking(page).getByLabel('Letzter Tag ohne die Einnahme').fill('2031-04-30')
  await reads(page, 'Was, wenn Gehalt ab dem 2031-03-01 bis zum 2031-04-30 ausfällt?', [
    'Dann ist der tiefste Stand der nächsten 90 Tage -1.100,00 € am 5. Mai 2031, 1.400,00 € tiefer.',
    'sind es insgesamt 3.000,00 € weniger',
  ])
  await close()
})

test('which due dates should move, and in which order debts are paid off', async () => {
  const { page, close } = await opened({
    ...household,
    floor_cents: 60_000,
    bills: [
      ...household.bills,
      { id: id(3), name: 'Strom', amount_cents: 30_000, due_date: '2031-03-06', schedule: monthly },
      { id: id(4), name: 'Wochenmarkt', amount_cents: 1_000, due_date: '2031-03-07', schedule: { every: 1, unit: 'week' } },
    ],
    accounts: [
      { id: id(5), name: 'Auto', kind: 'loan', balance_cents: -60_000, interest: { rate_basis_points: 600 } },
      { id: id(6), name: 'Sofa', kind: 'loan', balance_cents: -30_000 },
    ],
    transfers: [5, 6].map((nth) => ({
      id: id(nth + 2),
      name: `Rate ${nth}`,
      amount_cents: 10_000,
      due_date: '2031-03-15',
      schedule: monthly,
      to_account_id: id(nth),
    })),
  })
  await about(page, 'Termine verlegen')
  await reads(
    page,
    'Welche Termine soll ich ab dem 2031-03-01 verlegen, um bis zum 2031-05-29 über meinem Mindeststand zu bleiben?',
    [
      'Verleg eine Ausgabe: Dann bleiben am knappsten Tag, dem 7. März 2031, 690,00 € statt -10,00 € am 7. März 2031.',
      'Miete, 700,00 €: vom 5. auf den 10. jedes Monats, zum ersten Mal am 10. März 2031 statt am 5. März 2031.',
      'Ohne dies blieben am 7. März 2031 nur -10,00 €.',
    ],
    [
      'Am 7. März 2031 ist so wenig da, vor allem wegen Miete am 5. März 2031.',
      'Nicht genau einmal im Monat fällig, bleibt also, wo es ist: Wochenmarkt.',
    ],
  )
  await about(page, 'Schulden tilgen')
  await asking(page).getByLabel('Wie viel mehr im Monat auf Schulden gezahlt wird').fill('50')
  await reads(
    page,
    'In welcher Reihenfolge tilge ich meine Schulden, mit 50 mehr im Monat?',
    [
      'Tilg zuerst Auto, dann Sofa: Ab dem 15. Juni 2031 ist nichts mehr offen, und es kostet 7,57 € Zinsen, 3,17 € weniger als geplant.',
      'Auto: 15. Sept. 2031, 10,74 € · Sofa: 15. Mai 2031, 0,00 €',
    ],
    [
      'Ab dem 15. März 2031 zusammen 250,00 € im Monat: was der Plan schon zahlt, und 50,00 € mehr',
      'Beide Reihenfolgen wurden ausprobiert.',
    ],
  )
  await close()
})
