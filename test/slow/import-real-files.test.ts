/** Banks' real files at the import page, in both modes and on a phone: where they lie beside the project, else this says that they do not. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApp, type OpenApp, type PersonOptions } from '../journeys/browser.ts'
import { startPlan } from '../journeys/planSteps.ts'

const folder = join(import.meta.dirname, '../../../shared/data/bank-files')
const filesIn = (kind: string): string[] =>
  existsSync(join(folder, kind))
    ? readdirSync(join(folder, kind))
        .sort()
        .map((name) => join(folder, kind, name))
    : []
const files = [...filesIn('ofx'), ...filesIn('mt940')]

let app: OpenApp
beforeAll(async () => void (app = await openApp()))
afterAll(() => app.close())

const phone: PersonOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

describe.each<[string, PersonOptions]>([
  ['on this device', {}],
  ['on the server', { account: true }],
  ['on a phone', phone],
])('real files, %s', (_where, options) => {
  test(
    files.length === 0
      ? 'are not beside the project, so nothing is claimed of them'
      : `all ${files.length} are read or say what is wrong, are kept once, and nothing of them is sent`,
    async () => {
      if (files.length === 0) return expect(files).toEqual([])
      const { page, close } = await app.newPerson(options)
      await startPlan(page)
      await page.goto(`${app.url}/import`)
      const sent: string[] = []
      page.on('request', (request) => sent.push(request.postData() ?? ''))
      await page.locator('#bank-files').setInputFiles(files)
      const cards = page.getByRole('region', { name: 'Files' }).locator('ul').first().locator('> li')
      await expect.poll(() => cards.count()).toBe(files.length)
      await expect.poll(() => page.getByText('reading…').count(), { timeout: 60_000 }).toBe(0)
      for (const card of await cards.all()) {
        const [text, problems] = [await card.innerText(), await card.locator('.problem').count()]
        expect(/[1-9]\d* transactions?/.test(text) || problems > 0, text).toBe(true)
      }
      await page.getByRole('button', { name: /^Use these \d+ files$/ }).click()
      await page.getByRole('heading', { name: 'Kept on this device' }).waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()!.width)
      expect(sent.join('')).not.toMatch(/OFXHEADER|:61:|transactions/)
      await close()
    },
  )
})
