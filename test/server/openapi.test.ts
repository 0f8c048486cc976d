/** The API's document and the page made of it. */
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { allRoutes } from '../../core/contract/contract.ts'
import { planningPath } from '../../server/planning/routes.ts'
import { serve } from '../../server/serve.ts'
import { planningApp, type PlanningApp } from './planningApp.ts'

let app: PlanningApp
// Any JSON there is.
// oxlint-disable-next-line typescript/no-explicit-any
let document: any

beforeAll(async () => {
  app = await planningApp()
  document = (await app.ask('/api/openapi.json')).json
})
afterAll(() => app.close())

describe('the document', () => {
  test('is OpenAPI 3.1 and has every route of the table, with what it takes and answers', () => {
    expect(document.openapi).toBe('3.1.0')
    for (const route of allRoutes) {
      const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
      const operation = document.paths[path]?.[route.method.toLowerCase()]
      expect([route.method, path, operation?.summary]).toEqual([route.method, path, route.summary])
      expect(operation.security).toHaveLength({ reader: 2, writer: 2, session: 1, visitor: 0, secret: 0, anybody: 0 }[route.caller])
      expect(Boolean(operation.requestBody)).toBe(Boolean(route.body))
      const done = Object.keys(route.answers)
      expect(Object.keys(operation.responses)).toEqual([
        ...(done.length > 0 ? done : ['200']),
        ...(route.may_be_empty ? ['204'] : []),
        ...(route.headers?.includes('If-None-Match') ? ['304'] : []),
        ...route.statuses.map(String),
      ])
      const named = (place: string): string[] =>
        operation.parameters
          .filter((parameter: { in: string }) => parameter.in === place)
          .map((parameter: { name: string }) => parameter.name)
      expect(named('query')).toEqual((route.query ?? []).map(({ name }) => name))
      expect(named('path')).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))
      expect(named('header')).toEqual(route.headers ?? [])
    }
    expect(Object.values(document.paths).flatMap((operations) => Object.keys(operations as object))).toHaveLength(allRoutes.length)
  })

  test('every reference leads to a schema, and operation ids are unique', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1])
    expect(references.length).toBeGreaterThan(20)
    for (const name of references) expect(Object.keys(document.components.schemas)).toContain(name)
    const ids = Object.values(document.paths).flatMap((operations) =>
      Object.values(operations as object).map((operation) => operation.operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('its schemas describe what the API answers', async () => {
    const person = await app.person()
    const payment = {
      name: 'Rent',
      amount_cents: 5,
      due_date: '2026-07-05',
      schedule: { every: 1, unit: 'month', on: [-1] },
      amount_low_cents: 4,
      amount_high_cents: 6,
      exceptions: { '2026-07-31': { moved_to: '2026-08-03', rest: 'dropped' } },
      evidence: { payee: 'x', confidence: 0.5, charges: 3, first_date: '2026-01-01', last_date: '2026-06-01' },
    }
    const made = await app.ask(planningPath, {
      method: 'POST',
      by: person,
      body: {
        name: 'Baseline',
        bills: [payment],
        incomes: [payment],
        allocations: [{ target: 'savings:a', kind: 'fixed', value: 5 }],
        goals: [{ name: 'Car', target_cents: 5 }],
        opening_pots: [{ target: 'savings:a', amount_cents: 1 }],
      },
    })
    const branch = await app.ask(`${planningPath}/${made.json.id}/branch`, { method: 'POST', by: person, body: {} })
    for (const [id, floor_cents] of [
      [made.json.id, 1],
      [branch.json.id, 2],
    ])
      await app.ask(`${planningPath}/${id}`, { method: 'PATCH', by: person, body: { floor_cents } })
    const preview = await app.ask(`${planningPath}/${made.json.id}/merge-preview?from=${branch.json.id}`, { by: person })
    const validatorOf = (name: string): z.ZodType =>
      z.fromJSONSchema(
        JSON.parse(
          JSON.stringify({ ...document.components.schemas[name], $defs: document.components.schemas }).replaceAll(
            '#/components/schemas/',
            '#/$defs/',
          ),
        ),
      )
    const validator = validatorOf('Scenario')
    for (const answered of [made.json, branch.json]) expect(validator.safeParse(answered).error).toBeUndefined()
    expect(preview.json.clashes).toHaveLength(1)
    expect(validatorOf('MergePreview').safeParse(preview.json).error).toBeUndefined()
    const refused = await app.ask(`${planningPath}/${made.json.id}/merge`, { method: 'POST', by: person, body: { from: branch.json.id } })
    expect([refused.status, validatorOf('Problem').safeParse(refused.json).error]).toEqual([409, undefined])
    expect(validator.safeParse({ ...made.json, bills: [{}] }).success).toBe(false)
  })
})

describe('the page', () => {
  test('names every route, record and code, and loads nothing from elsewhere', async () => {
    const { text, headers } = await app.ask('/api/docs')
    expect(headers.get('content-type')).toMatch(/^text\/html/)
    for (const { summary } of allRoutes) expect(text.replaceAll('&#39;', "'")).toContain(summary)
    for (const name of ['Scenario', 'BillInput', 'percents_must_not_exceed_100']) expect(text).toContain(name)
    expect(text).not.toMatch(/<script|<style|style="|https?:\/\/(?!localhost)/)
    expect((await app.ask('/api/docs.css')).headers.get('content-type')).toBe('text/css; charset=utf-8')
  })

  test('reads well in light and dark and on a phone: no sideways scroll, nothing refused by the content policy', async () => {
    const serving = await serve({ fetch: app.app.fetch, host: '127.0.0.1', port: 0 })
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    })
    try {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport: { width: 390, height: 800 }, colorScheme })
        const complaints: string[] = []
        page.on('console', (message) => complaints.push(message.text()))
        await page.goto(`${serving.address}/api/docs`)
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
        expect(complaints).toEqual([])
        if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `docs-${colorScheme}.png`) })
        await page.close()
      }
    } finally {
      await browser.close()
      await serving.stop(0)
    }
  })
})
