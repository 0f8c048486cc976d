/** No request costs more than its budget, whatever its data: each route, with the worst plans within the limits that are found. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planningRoutes } from '../../server/planning/routes.ts'
import { seeded } from './seeded.ts'
import { takingBodies, wrongBodies } from './worstBodies.ts'
import { asksOf, openPlace, overBounds, type Ask, type Measured, type Place } from './worst.ts'
import { largeShapes, textKinds, worstOf, type Shape } from './worstPlans.ts'
import { drawnSeed } from '../draws.ts'

const seed = drawnSeed()
/** How often a request is asked at most that was over its bounds while other programs were provably at work, which counts for nothing. */
const attempts = 8

let place: Place
/** How many times running, on a machine at rest, a request has to be over its bounds to be so. */
let timesOver = 1

async function problemOf(name: string, ask: Ask, seen: string[]): Promise<string | null> {
  let problem: string | null = null
  let over = 0
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const measured: Measured = await place.measure(...ask)
    if (attempt === 0)
      seen.push(
        `${name}: ${measured.status}, ${measured.ms.toFixed(0)} ms (${measured.cpu_ms}), ${measured.memory_mb.toFixed(0)} MB, other ${measured.other_ms.toFixed(0)} ms, ${measured.disturbed ? `disturbed ×${measured.contention.toFixed(1)}` : 'quiet'}`,
      )
    problem = overBounds(name, measured)
    if (!problem) return null
    if (!measured.disturbed) over += 1
    if (over >= timesOver) return problem
  }
  return problem
}

async function problemsOf(shape: Shape, isAsked: (name: string) => boolean): Promise<string[]> {
  const send = async (path: string, body: unknown) => (await place.heavy.send(place.address, 'POST', `/api/planning/${path}`, body)).body
  const id = await place.make(shape)
  const isAny = (...names: string[]): boolean => names.some(isAsked)
  const branch = isAny('GET /compare', 'POST /:id/merge') ? String((await send(`${id}/branch`, {})).id) : ''
  const feed = isAny('GET /feeds/<secret>.ics') ? String((await send(`${id}/feed`, { shows_amounts: true })).path) : ''
  const spare = isAny('DELETE /:id') ? await place.make(shape) : ''
  if (isAny('POST /:id/merge')) {
    for (const [of, name] of [
      [id, 'Here'],
      [branch, 'There'],
    ] as const)
      await send(`${of}/edits`, {
        type: 'batch',
        edits: ids(shape).map((row) => ({ type: 'put_row', collection: 'bills', row: { id: row, name } })),
      })
  }
  const asks = asksOf(id, branch, shape, { feed, spare: () => spare })
  const seen: string[] = []
  const problems: string[] = []
  for (const [name, ask] of Object.entries(asks)) {
    if (!isAsked(name)) continue
    const problem = await problemOf(name, ask, seen)
    if (problem) problems.push(problem)
  }
  if (process.env.TELL) process.stdout.write(`${seen.join('\n')}\n`)
  return problems
}

const ids = (shape: Shape): string[] =>
  Array.from({ length: Math.min(shape.bills, 300) }, (_, index) => `00000001-0000-4000-8000-${String(index).padStart(12, '0')}`)

/** Which questions a kind of text answers. */
const askedOf = { projection: /projection/, comparison: /compare/, csv: /csv/, hledger: /hledger/, ics: /ics/, merge_preview: /merge/ }

/**
 * `tries` and `ms`: how long the worst of each kind is looked for; `shapes`: what every route is tried with besides, one in `oneOf.shapes` of
 * them; each wrong body is sent to one in `oneOf.paths` of what takes one, by the seed others each time; `timesOver`: 1, or more where a
 * machine that stutters once must not fail a run.
 */
export function worstSuite(search: {
  tries: number
  ms: number
  shapes: readonly Shape[]
  oneOf: { shapes: number; paths: number }
  timesOver: number
}): void {
  beforeAll(async () => {
    timesOver = search.timesOver
    place = await openPlace()
  })
  afterAll(() => place.close())

  describe(`the worst plans within the limits (seed ${seed})`, () => {
    it('there is a worst question to every route of the table', () => {
      const asked = new Set(
        Object.keys(asksOf('', '', largeShapes[0]!, { feed: '', spare: () => '' })).map((name) => name.replace(/ (as|by|of) .*/, '')),
      )
      expect(planningRoutes.map((route) => `${route.method} ${route.path}`).filter((route) => !asked.has(route))).toEqual([])
    })

    it.each(search.shapes.map((shape, index) => [index, shape] as const).filter(([index]) => (index + seed) % search.oneOf.shapes === 0))(
      'plan %i as large as it may be: every route answers or refuses within a second and 256 MB, and somebody else reads within 100 ms',
      { timeout: 180_000 },
      async (_index, shape) => {
        expect(await problemsOf(shape, () => true)).toEqual([])
      },
    )

    it(
      'bodies of 2 MiB that are wrong in as many ways as they have room for are refused within the same bounds',
      { timeout: 300_000 },
      async () => {
        const id = await place.make({ ...largeShapes[1]!, bills: 10, incomes: 1, rules: 0, own_amounts: 0, settled: 0, skipped: 0 })
        const seen: string[] = []
        const problems: string[] = []
        for (const [nth, [kind, body]] of Object.entries(wrongBodies()).entries()) {
          for (const [method, path] of takingBodies(id).filter((_path, which) => (nth + which + seed) % search.oneOf.paths === 0)) {
            const problem = await problemOf(`${method} ${path} with ${kind}`, [method, path, body], seen)
            if (problem) problems.push(problem)
          }
        }
        if (process.env.TELL) process.stdout.write(`${seen.join('\n')}\n`)
        expect(problems).toEqual([])
      },
    )

    it.each(textKinds)('the worst %s that a search finds is within the same bounds', { timeout: 1_800_000 }, async (kind) => {
      const found = worstOf(kind, seeded(seed), search.tries, search.ms)
      const told = `seed ${seed}, ${found.told} here in ${found.ms.toFixed(0)} ms: ${JSON.stringify(found.shape)}`
      expect(await problemsOf(found.shape, (name) => askedOf[kind].test(name)), told).toEqual([])
    })
  })
}
