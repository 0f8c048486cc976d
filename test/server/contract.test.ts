/** The contract itself, and that an answer which breaks it fails whoever reads it. */
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { allRoutes } from '../../core/contract/contract.ts'
import { methodAndPath, pathTo } from '../../core/contract/paths.ts'
import { emptyScenario } from '../../core/scenario.ts'
import type { AppEnv } from '../../server/http/variables.ts'
import { holdAgainstContract } from './heldAgainstContract.ts'

const id = '01920000-0000-7000-8000-000000000001'
const scenario = emptyScenario({ id, name: 'Plan' }, '2026-01-01', '2026-01-01T00:00:00.000Z')
const problem = {
  type: '/api/docs#not_found',
  title: 'Not found',
  status: 404,
  detail: 'x',
  problems: [{ code: 'not_found', path: '', message: 'x' }],
}
const as = (type: string, headers: Record<string, string> = {}): Record<string, string> => ({ 'Content-Type': type, ...headers })
const json = as('application/json', { ETag: '"1"' })
const refused = as('application/problem+json')

/** Reads one answer of a route of plans. */
async function reading(status: number, body: unknown, headers: Record<string, string>): Promise<string> {
  const app = new Hono<AppEnv>()
  app.get('/api/planning/:id', () => new Response(body === null ? null : JSON.stringify(body), { status, headers }))
  const held = holdAgainstContract(app)
  const text = await (await app.request(`/api/planning/${id}`)).text()
  held.end()
  return text
}

describe('an answer', () => {
  test.each([
    ['a plan', 200, scenario, json],
    ['that it is known', 304, null, { ETag: '"1"' }],
    ['a refusal', 404, problem, refused],
  ])('as in the contract is read: %s', async (_what, status, body, headers) => {
    expect(await reading(status, body, headers)).toBe(body === null ? '' : JSON.stringify(body))
  })

  test.each([
    ['a field that nobody knows', 200, { ...scenario, colour: 'red' }, json, '/colour is not in the contract'],
    [
      'such a field in a row',
      200,
      {
        ...scenario,
        goals: [
          {
            id,
            position: 0,
            created_at: scenario.created_at,
            updated_at: scenario.created_at,
            name: 'Car',
            target_cents: 5,
            target_date: null,
            colour: 'red',
          },
        ],
      },
      json,
      '/goals/0/colour',
    ],
    ['a field that is missing', 200, { ...scenario, revision: undefined }, json, '/revision'],
    ['a value in another form', 200, { ...scenario, name: ' Plan' }, json, '/name is not in the contract'],
    ['a status there is not', 201, scenario, json, 'no such answer'],
    ['a refusal there is not', 409, problem, refused, 'no such refusal'],
    ['a refusal that is no problem', 404, { error: 'x' }, refused, '/type'],
    ['a refusal of another type', 404, problem, json, 'application/problem+json'],
    ['no ETag', 200, scenario, as('application/json'), 'an ETag that is missing'],
    ['a text that is none of its texts', 200, scenario, as('text/csv', { ETag: '"1"' }), 'text/csv is none'],
  ])('that breaks it fails while it is read: %s', async (_what, status, body, headers, message) => {
    await expect(reading(status, body, headers)).rejects.toThrow(message)
  })
})

describe('the contract', () => {
  test('lets tokens that only read do what changes nothing, and no more', () => {
    const questions = new Set<string>(['askAfford', 'askSave', 'askSetAside', 'askMoveBills', 'askDebts'])
    for (const { name, method, caller } of allRoutes)
      if (caller === 'reader' || caller === 'writer')
        expect([name, caller]).toEqual([name, method === 'GET' || questions.has(name) ? 'reader' : 'writer'])
  })

  test('every route has one answer at least, and a body only where its method has one', () => {
    for (const { name, method, answers, texts, body } of allRoutes) {
      expect([name, Object.keys(answers).length > 0 || texts !== undefined]).toEqual([name, true])
      if (method === 'GET' || method === 'DELETE') expect([name, body]).toEqual([name, undefined])
    }
  })

  test('a path takes its parameters and query whatever is in them', () => {
    expect(pathTo(methodAndPath('putBill').path, { id, rowId: 'a/b' })).toBe(`/api/planning/${id}/bills/a%2Fb`)
    expect(pathTo(methodAndPath('previewMerge').path, { id }, { from: 'a&b', none: undefined })).toBe(
      `/api/planning/${id}/merge-preview?from=a%26b`,
    )
  })
})
