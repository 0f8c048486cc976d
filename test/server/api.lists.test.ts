/** Hundreds of plans with as much in their lists as one may hold: they are not all told at once. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { planningApp, type PlanningApp } from './planningApp.ts'

let planning: PlanningApp
beforeAll(async () => {
  planning = await planningApp()
})
afterAll(() => planning.close())

it(
  'the list of plans that comes to more than is listed together is refused with what would do, and each plan is there',
  { timeout: 120_000 },
  async () => {
    const ana = await planning.person()
    const wide = '𝔘'
    const dismissed = Array.from({ length: 500 }, (_, index) => ({
      direction: 'out',
      payee: `${index} ${wide.repeat(115)}`,
      amount_cents: index,
    }))
    const ids: string[] = []
    for (let count = 0; count < 68; count += 1) {
      const made = await planning.ask('/api/planning/', { method: 'POST', by: ana, body: { name: `Plan ${count}`, dismissed } })
      expect(made.status).toBe(201)
      ids.push(made.json.id)
    }
    for (const path of ['/api/planning/', '/api/planning/deleted']) {
      const refused = await planning.ask(path, { by: ana })
      expect(refused.status).toBe(422)
      expect(refused.json.detail).toMatch(
        /^The dismissed proposals and opening pots of all your plans come to 1[\d,]+ bytes, where 16,777,216 are listed together\./,
      )
    }
    expect((await planning.ask(`/api/planning/${ids[0]}`, { by: ana })).status).toBe(200)
    for (const id of ids.slice(0, 10))
      expect((await planning.ask(`/api/planning/${id}`, { method: 'PATCH', by: ana, body: { dismissed: [] } })).status).toBe(200)
    expect((await planning.ask('/api/planning/', { by: ana })).json).toHaveLength(68)
  },
)
