/** What is told of a body that names a field nobody knows, or a value that is none of those there are. */
import fc from 'fast-check'
import type * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { copySchema } from '../../core/contract/plans.ts'
import { scenarioEditSchema } from '../../core/edit/edit-schema.ts'
import { newScenario } from '../../core/repository/new-scenario.ts'
import { parsedJson } from '../../server/http/parsedJson.ts'
import { readCopy, readEdit, readMerge, readNew, readPatch, readPut, readRow, type Read } from '../../server/planning/bodies.ts'
import { problemText } from '../../core/problem.ts'
import { english } from '../../server/words/words.ts'

const id = '01920000-0000-7000-8000-000000000001'
const newId = (): string => id
const told = (read: Read<unknown>): [string, string, string][] =>
  read.ok ? [] : read.problems.map((found) => [found.code, found.path, problemText(found, english)])

const schedule = { every: 1, unit: 'month', on: [1], short_month: 'last', until: '2027-01-01', count: 3, shift: 'before' }
const exceptions = { '2026-02-01': { skipped: true }, '2026-03-01': { moved_to: '2026-03-02', amount_cents: 5 } }
const evidence = { payee: 'x', confidence: 0.5, charges: 2, first_date: '2026-01-01', last_date: '2026-02-01' }
const bill = {
  id,
  name: 'Rent',
  amount_cents: 5,
  due_date: '2026-01-01',
  category: null,
  predicted: false,
  schedule,
  amount_low_cents: null,
  amount_high_cents: null,
  exceptions,
  evidence,
}
const allocation = { id, target: 'savings:x', kind: 'fixed', value: 5, base: 'balance' }
const goal = { id, name: 'Car', target_cents: 5, target_date: null }
const fields = {
  name: 'Plan',
  opening_pots: [{ target: 'savings:x', amount_cents: 5 }],
  dismissed: [{ direction: 'out', payee: 'x', amount_cents: 5 }],
}
/** In the words of clients from before there were exceptions. */
const older = {
  ...bill,
  exceptions: undefined,
  schedule: { ...schedule, skip: ['2026-02-01'], move: { '2026-03-01': '2026-03-02' }, amounts: { '2026-03-01': 5 } },
  settled: ['2026-04-01'],
}
const edits = [
  { type: 'set_fields', fields },
  { type: 'put_row', collection: 'bills', row: bill, position: 0 },
  { type: 'put_row', collection: 'incomes', row: bill },
  { type: 'put_row', collection: 'bills', row: older },
  { type: 'set_dates', collection: 'bills', id, dates: { '2026-02-01': { skipped: null, rest: 'dropped' } } },
  { type: 'put_row', collection: 'allocations', row: allocation },
  { type: 'put_row', collection: 'goals', row: goal },
  { type: 'delete_row', collection: 'bills', id },
  { type: 'put_lists', bills: [bill], incomes: [bill], allocations: [allocation], goals: [goal], fields },
  { type: 'set_parentage', parentage: { parent_revision: 1 } },
]
const bodies: unknown[] = [...edits, { type: 'batch', edits }]

/** Where objects stand in a value: each may be given a field that nobody knows. Objects by date have no fields. */
function objectsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || ['move', 'amounts'].includes(path.at(-1) ?? '')) return []
  const here = Array.isArray(value) || ['exceptions', 'dates'].includes(path.at(-1) ?? '') ? [] : [[...path]]
  return [...here, ...Object.entries(value).flatMap(([key, one]) => objectsIn(one, [...path, key]))]
}
const changed = (body: unknown, path: readonly string[], change: (at: Record<string, unknown>) => void): unknown => {
  const copy = JSON.parse(JSON.stringify(body)) as unknown
  change(path.reduce((at, key) => at[key] as Record<string, unknown>, copy as Record<string, unknown>))
  return copy
}

describe('a field that nobody knows', () => {
  test('is refused wherever it stands in an edit, and an edit without one is not', () => {
    for (const body of bodies) {
      expect(told(readEdit(body))).toEqual([])
      for (const path of objectsIn(body)) {
        const found = told(readEdit(changed(body, path, (at) => void (at.colour = 'red'))))
        expect(found.map(([code, where]) => [code, where])).toEqual([['field_is_not_known', ['', ...path, 'colour'].join('/')]])
      }
    }
  })

  test('a misspelt one is told with the one that is meant', () => {
    const meant: [Read<unknown>, string, string][] = [
      [
        readRow(
          { name: 'Rent', amount_cents: 5, due_date: '2026-01-01', schedule: { every: 1, unit: 'month', untill: '2027-01-01' } },
          'bills',
          id,
        ),
        '/schedule/untill',
        'until',
      ],
      [readPut({ bills: [{ ...bill, amountCents: 5 }], allocations: [] }, newId), '/bills/0/amountCents', 'amount_cents'],
      [readNew({ name: 'Plan', bills: [{ ...bill, due_dat: '2026-01-01' }] }, newId), '/bills/0/due_dat', 'due_date'],
      [readPatch({ flor_cents: 5 }, newId), '/flor_cents', 'floor_cents'],
      [readCopy({ nam: 'Copy' }), '/nam', 'name'],
      [readMerge({ from: id, choises: {} }), '/choises', 'choices'],
    ]
    for (const [read, path, name] of meant)
      expect(told(read)).toEqual([['field_is_not_known', path, `There is no such field here. The nearest there is: ${name}.`]])
    expect(told(readCopy({ colour: 'red' }))).toEqual([
      ['field_is_not_known', '/colour', `There is no such field here. There are ${Object.keys(copySchema.shape).join(', ')}.`],
    ])
  })

  test('what the API answers can be sent back: a whole plan, with positions, times and revision', () => {
    const made = newScenario({ ...fields, name: 'Plan', bills: [bill], allocations: [allocation], goals: [goal] } as never, {
      today: '2026-01-01',
      at: '2026-01-01T00:00:00.000Z',
      newId,
    })
    if (!made.ok) throw new Error(JSON.stringify(made.problems))
    for (const read of [
      readPut(made.scenario, newId),
      readNew(made.scenario, newId),
      readPatch(made.scenario, newId),
      readRow(made.scenario.bills[0], 'bills', id),
    ])
      expect(told(read)).toEqual([])
  })

  test('any body is answered, never thrown at', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        (body) =>
          void [
            readEdit(body),
            readPut(body, newId),
            readNew(body, newId),
            readPatch(body, newId),
            readRow(body, 'bills', id),
            readCopy(body),
            readMerge(body),
          ],
      ),
    )
  })
})

interface Definition {
  type: string
  innerType?: z.ZodMiniType
  in?: z.ZodMiniType
  element?: z.ZodMiniType
  shape?: Record<string, z.ZodMiniType>
  options?: z.ZodMiniType[]
}

/** Where the schema allows certain values alone. */
function choicesIn(value: unknown, schema: z.ZodMiniType, path: readonly string[] = []): string[][] {
  const definition = schema.def as unknown as Definition
  const inner = definition.innerType ?? definition.in
  if (inner) return choicesIn(value, inner, path)
  if (definition.type === 'enum' || definition.type === 'literal') return value === undefined || value === null ? [] : [[...path]]
  if (typeof value !== 'object' || value === null) return []
  if (definition.options) {
    const option = definition.options.find((one) => one.safeParse(value).success)
    return option ? choicesIn(value, option, path) : []
  }
  const given = value as Record<string, unknown>
  if (definition.element) return Object.entries(given).flatMap(([key, one]) => choicesIn(one, definition.element!, [...path, key]))
  return Object.entries(definition.shape ?? {}).flatMap(([key, field]) => choicesIn(given[key], field, [...path, key]))
}

describe('a value that is none of those there are', () => {
  test('is told as must_be_one_of, with those there are, wherever a schema allows certain values alone', () => {
    const paths = bodies.flatMap((body) => choicesIn(body, scenarioEditSchema).map((path) => ({ body, path })))
    expect(new Set(paths.map(({ path }) => path.at(-1)))).toEqual(
      new Set(['type', 'collection', 'unit', 'short_month', 'shift', 'kind', 'base', 'direction']),
    )
    for (const { body, path } of paths) {
      const found = readEdit(changed(body, path.slice(0, -1), (at) => void (at[path.at(-1)!] = 'nonsense')))
      expect(
        told(found).map(([code, where]) => [code, where]),
        path.join('/'),
      ).toContainEqual(['must_be_one_of', ['', ...path].join('/')])
    }
    expect(told(readMerge({ from: id, choices: { x: 'both' } }))).toEqual([
      ['must_be_one_of', '/choices/x', 'This must be one of "mine", "theirs".'],
    ])
  })
})

test('a plan is not its own parent', () => {
  const made = newScenario({ id, name: 'Plan', parent_id: id }, { today: '2026-01-01', at: '2026-01-01T00:00:00.000Z', newId })
  expect(made.ok ? [] : made.problems.map(({ path }) => path)).toEqual(['/parent_id'])
  expect(told(readEdit({ type: 'set_parentage', parentage: { parent_id: id } })).map(([code, path]) => [code, path])).toEqual([
    ['field_is_not_known', '/parentage/parent_id'],
  ])
})

describe('a body with an object of more fields than any has', () => {
  const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
  const many = (count: number): object => Object.fromEntries(Array.from({ length: count }, (_, nth) => [`date ${nth}`, 0]))
  test('is refused before each of these is found wrong, wherever it stands; as many as dates may have are read', () => {
    for (const body of [many(16_001), { bills: [{ schedule: { amounts: many(16_001) } }] }, [[[[many(50_000)]]]]]) {
      const read = parsedJson(bytesOf(body))
      expect(read).toMatchObject({ ok: false, problems: [{ code: 'body_is_too_large', path: '' }] })
    }
    expect(parsedJson(bytesOf({ dates: many(16_000), more: 'x'.repeat(90_000) })).ok).toBe(true)
    expect(parsedJson(bytesOf(Array.from({ length: 50_000 }, () => ({})))).ok).toBe(true)
  })
})

test('an edit that is wrong in more places than can be told is refused, and does not throw', () => {
  const dates = Object.fromEntries(Array.from({ length: 15_900 }, (_, nth) => [`d${nth}`, 0]))
  const dated = { type: 'set_dates', collection: 'bills', id, dates }
  const amounts = { ...bill, schedule: { every: 1, unit: 'day', amounts: dates } }
  const batch = told(readEdit({ type: 'batch', edits: Array.from({ length: 12 }, () => dated) }))
  expect(batch).toHaveLength(100)
  expect(batch[0]?.slice(0, 2)).toEqual(['value_is_not_valid', '/edits/0/dates/d0'])
  expect(told(readEdit({ type: 'put_lists', bills: Array.from({ length: 12 }, () => amounts) }))[0]?.[0]).toBe('body_is_too_large')
})

test('of a batch nothing is looked at behind as many problems as are told, and where each is wrong is said from its beginning', () => {
  const fine = { type: 'delete_row', collection: 'bills', id }
  const batch = (...edits: unknown[]) => told(readEdit({ type: 'batch', edits })).map(([code, path]) => [code, path])
  expect(readEdit({ type: 'batch', edits: [fine, fine] })).toEqual({ ok: true, value: { type: 'batch', edits: [fine, fine] } })
  expect(batch(fine, { ...fine, id: 'x' }, { ...fine, more: 1 })).toEqual([
    ['must_be_a_uuid', '/edits/1/id'],
    ['field_is_not_known', '/edits/2/more'],
  ])
  expect(batch(...Array.from({ length: 5_001 }, () => ({ type: 'x' })))).toEqual([['too_many_rows', '/edits']])
  const whole = { type: 'put_lists', bills: [] }
  expect(batch(...Array.from({ length: 21 }, () => whole))).toEqual([['too_many_rows', '/edits']])
})
