/** The words of the pictures as a browser draws them, in its own font: the places are worked out from a guess at their width. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withPlan, type GivenPlan } from './bringPlan.ts'
import { openApp, type OpenApp } from './browser.ts'

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const at = new Date().toISOString()
const id = (nth: number): string => `a0000000-0000-4000-8000-${String(nth).padStart(12, '0')}`

/** Plans of all kinds, the same each time for one seed. */
function plans(seed: number): { id: string }[] {
  let state = seed
  const below = (most: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % most
  }
  let nth = 0
  const day = (): string => new Date(Date.now() + below(45) * 86_400_000).toISOString().slice(0, 10)
  const rows = (count: number, scale: number): object[] =>
    Array.from({ length: count }, (_, position) => ({
      id: id((nth += 1)),
      created_at: at,
      updated_at: at,
      position,
      name: `Row ${position}`,
      amount_cents: below(300_000) * scale,
      due_date: day(),
      category: null,
      predicted: false,
      schedule: [{ every: 1, unit: 'month' }, { every: 1, unit: 'week' }, { every: 2, unit: 'week' }, null][below(4)],
      amount_low_cents: null,
      amount_high_cents: null,
      settled: [],
      evidence: null,
    }))
  return Array.from({ length: 8 }, (_, index) => {
    const scale = [1, 1, 100, 10_000][below(4)]!
    return {
      id: id((nth += 1)),
      name: `${['Base plan', 'What if I move to another town', 'Third'][index % 3]} ${index}`,
      created_at: at,
      updated_at: at,
      revision: 1,
      parent_id: null,
      parent_revision: null,
      branch_revision: null,
      planning_balance_cents: (below(400_000) - 60_000) * scale,
      start_date: at.slice(0, 10),
      currency_code: 'USD',
      opening_pots: [],
      balance_allocated: false,
      floor_cents: [0, 20_000, 100_000, -30_000][below(4)]! * scale,
      safety_days: 90,
      dismissed: [],
      bills: rows(1 + below(6), scale),
      incomes: rows(below(4), scale),
      allocations: [],
      goals: [],
    }
  })
}

/** Words that lie over each other, over a rule of the floor or of zero, or beside the picture. */
const faults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const picture = document.querySelector('svg.chart-picture')!
    const words = [...picture.querySelectorAll('text')].map((text) => ({
      said: text.textContent,
      isAxis: text.matches('.chart-axis, .chart-name'),
      box: text.getBBox(),
    }))
    const found: string[] = []
    words.forEach(({ said, isAxis, box }, nth) => {
      if (box.x < -1 || box.x + box.width > Number(picture.getAttribute('width')) + 1 || box.y < -3)
        found.push(`${said} lies beside the picture`)
      for (const other of words.slice(nth + 1)) {
        // A line of text is higher than its letters.
        if (
          box.x + 1 < other.box.x + other.box.width &&
          other.box.x + 1 < box.x + box.width &&
          box.y + 3 < other.box.y + other.box.height &&
          other.box.y + 3 < box.y + box.height
        )
          found.push(`${said} lies over ${other.said}`)
      }
      if (isAxis) return
      for (const rule of picture.querySelectorAll<SVGPathElement>('.chart-floor, .chart-zero')) {
        const { y } = rule.getBBox()
        if (y > box.y + 3 && y < box.y + box.height - 3) found.push(`a rule runs through ${said}`)
      }
    })
    return found
  })

/** The narrowest and the widest; `npm run test:slow` tries each. */
const sizes = [
  [320, 1],
  [390, 2],
  [390, 3],
  [1280, 4],
] as const

test.each(process.env.EVERY_CASE === '1' ? sizes : [sizes[0], sizes[3]])(
  '%i px wide no words lie over others, over the rules of floor and zero, or beside the picture (seed %i)',
  async (width, seed) => {
    const { page, close } = await app.newPerson({ viewport: { width, height: 844 } })
    const scenarios = plans(seed)
    await page.goto(`${app.url}/settings`)
    await page.getByLabel('Import a file').setInputFiles({
      name: 'plans.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ format: 'pynance-planning', version: 2, exported_at: at, scenarios })),
    })
    await page.locator('button', { hasText: /^Import$/ }).click()
    await page.getByText('are there now').waitFor()
    const openId = scenarios.at(-1)!.id
    const found: string[] = []
    for (const others of [[0], [1, 2], [3, 4, 5], []]) {
      const place = others.length === 0 ? '/' : '/compare'
      await page.evaluate(
        (ids) => localStorage.setItem('pyNance:compare', ids),
        [...others.map((nth) => scenarios[nth]!.id), openId].join(' '),
      )
      await page.goto(`${app.url}${place}`)
      await page.locator('svg.chart-picture').first().waitFor()
      for (const range of ['1 m', '3 m', '6 m', '1 y', '5 y']) {
        await page.getByText(range, { exact: true }).first().click()
        await page.waitForTimeout(150)
        for (const fault of await faults(page)) found.push(`${place} ${others.join()} ${range}: ${fault}`)
      }
    }
    expect(found).toEqual([])
    await close()
  },
)

test('the picture of where it goes holds long amounts and names', async () => {
  const plan: GivenPlan = {
    name: 'Rupiah',
    planning_balance_cents: 2_763_555_000,
    start_date: at.slice(0, 10),
    currency_code: 'IDR',
    goals: [],
    allocations: [],
    bills: [
      {
        id: id(1),
        name: 'Rent of the house by the river',
        amount_cents: 18_000_000_00,
        due_date: at.slice(0, 10),
        category: null,
        predicted: false,
        schedule: { every: 1, unit: 'month' },
        amount_low_cents: null,
        amount_high_cents: null,
        settled: [],
        evidence: null,
      },
    ],
    incomes: [
      {
        id: id(2),
        name: 'Pay',
        amount_cents: 21_300_000_00,
        due_date: at.slice(0, 10),
        category: null,
        predicted: false,
        schedule: { every: 2, unit: 'week' },
        amount_low_cents: null,
        amount_high_cents: null,
        settled: [],
        evidence: null,
      },
    ],
  }
  const { page, close } = await withPlan(app, plan, '/', { viewport: { width: 390, height: 844 }, locale: 'id-ID' })
  await page.getByRole('button', { name: 'Show as a picture' }).click()
  const picture = page.getByRole('img', { name: /flowing to/ })
  await picture.waitFor()
  const beside = await picture.evaluate((svg: SVGSVGElement) =>
    [...svg.querySelectorAll('text')]
      .filter((text) => text.getBBox().x < 0 || text.getBBox().x + text.getBBox().width > svg.viewBox.baseVal.width)
      .map(({ textContent }) => textContent),
  )
  expect(beside).toEqual([])
  await close()
})
