/** Heavy work has limits that end a worker and not the server. */
import { afterEach, describe, expect, it } from 'vitest'
import { newScenario } from '../../core/new-scenario.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { TextJob } from '../../server/heavy/jobs.ts'
import { startWork, type ToldText, type Work, type WorkLimits } from '../../server/heavy/workers.ts'

const at = '2026-01-01T00:00:00.000Z'
const weekly = (name: string) => ({ id: crypto.randomUUID(), name, amount_cents: 100_000, due_date: '2026-01-01', schedule: { every: 1, unit: 'week' as const } })
const made = newScenario(
  {
    name: 'Heavy', start_date: '2026-01-01', planning_balance_cents: 1_000_000_000, incomes: Array.from({ length: 20 }, (_, index) => weekly(`Pay ${index}`)),
    allocations: Array.from({ length: 15 }, (_, index) => ({ id: crypto.randomUUID(), target: `savings:Jar ${index}`, kind: 'fixed' as const, value: 1, base: 'income' as const })),
  },
  { today: '2026-01-01', at, newId: () => crypto.randomUUID() },
)
const scenario = (made as { scenario: Scenario }).scenario
const journal: TextJob = { job: 'export', scenario, format: 'hledger', today: '2026-01-01', until: '2035-01-01', at }

let work: Work
afterEach(() => work.close())
const start = (limits: Partial<WorkLimits> = {}): Work => (work = startWork(limits))

async function lengthOf(told: ToldText): Promise<number> {
  if (!told.ok) throw new Error(told.problems[0]!.message)
  return typeof told.text === 'string' ? told.text.length : (await new Response(told.text).arrayBuffer()).byteLength
}
const codeOf = (told: { ok: boolean; problems?: { code: string }[] }): string | undefined => told.problems?.[0]?.code

describe('a worker', () => {
  it('says the same as the main thread', async () => {
    start()
    expect(await lengthOf(await work.tell('ana', journal, true))).toBe(await lengthOf(await work.tell('ana', journal, false)))
  })

  it('that takes too long is ended, with a sentence, and the next job gets another', async () => {
    start({ answer_ms: 1 })
    for (let time = 0; time < 2; time += 1) {
      const told = await work.tell('ana', journal, true)
      expect(told).toMatchObject({ ok: false, problems: [{ code: 'work_is_too_much', message: expect.stringMatching(/^This took longer/) }] })
      expect(codeOf(await work.inTurn('ana', (doing) => doing({ job: 'change', scenario, change: { edit: { type: 'set_fields', fields: { floor_cents: 3 } } }, at })))).toBe('work_is_too_much')
    }
  })

  it('that needs too much memory is ended, and the server goes on', { timeout: 120_000 }, async () => {
    start({ memory_mb: 16, answer_ms: 60_000 })
    const large: TextJob = { ...journal, scenario: { ...scenario, bills: Array.from({ length: 60_000 }, (_, index) => ({ ...scenario.incomes[0]!, id: String(index), due_date: null, schedule: null })) } }
    expect(codeOf(await work.tell('ana', large, true))).toBe('work_is_too_much')
    expect(codeOf(await work.tell('ana', large, true))).toBe('work_is_too_much')
  })

  it('serves others while a text is read slowly, and its own account once that is read or given up', async () => {
    start()
    const unread = await work.tell('ana', journal, true)
    expect(await lengthOf(await work.tell('ben', journal, true))).toBeGreaterThan(4_000_000)
    const next = work.tell('ana', journal, true)
    if (unread.ok && typeof unread.text !== 'string') await unread.text.cancel()
    expect(await lengthOf(await next)).toBeGreaterThan(4_000_000)
  })

  it('is not had by one account alone: what is asked beyond its line is sent away with a sentence', async () => {
    start()
    const answers = await Promise.all(Array.from({ length: 12 }, async () => {
      const told = await work.tell('ana', journal, true)
      return told.ok ? (await lengthOf(told), 'told') : codeOf(told)
    }))
    // Nine have a place; on a busy machine some of them wait in vain.
    expect(answers.filter((answer) => answer === 'server_is_busy').length).toBeGreaterThanOrEqual(3)
    expect(new Set(answers)).toEqual(new Set(['told', 'server_is_busy']))
  })
})
