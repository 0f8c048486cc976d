import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOf, dayOf, isPlainDate, nextOnDayOfMonth } from '../../core/calendar.ts'
import { checkScenario } from '../../core/edit/check-scenario.ts'
import { readLegacyPlans } from '../../core/plan-files/legacy.ts'
import { withNewIds } from '../../core/repository/new-scenario.ts'
import { planFileVersion, planImport, readPlanFile, writePlanFile } from '../../core/plan-files/plan-file.ts'
import { samplePlan } from '../../core/plan-files/sample.ts'
import { english } from '../../server/words/words.ts'
import { scenarioSchema } from '../../core/scenario-schema.ts'
import { freeName } from '../../core/scenario.ts'
import { anyScenario, at, blank, grown, ids, today } from './arbitraries.ts'
import { runs } from './runs.ts'

const counter = () => {
  let next = 0
  return () => `10000000-0000-4000-8000-${String((next += 1)).padStart(12, '0')}`
}

describe('a file of plans', () => {
  it('read back is what was written', () => {
    fc.assert(
      fc.property(fc.array(anyScenario, { maxLength: 4 }), (plans) => {
        const scenarios = plans.map((plan, index) => ({ ...plan, id: ids[index]!, name: `${plan.name} ${index}` }))
        expect(readPlanFile(writePlanFile(scenarios, at))).toEqual({ ok: true, scenarios })
      }),
      { numRuns: runs(300) },
    )
  })
  const file = () =>
    JSON.parse(writePlanFile([samplePlan(english, counter(), today, at)], at)) as {
      version: number
      scenarios: { bills: { amount_cents: number }[]; allocations: { value: number; kind: string; base: string }[]; name: string }[]
    }
  it('of a newer version is refused, not half read', () => {
    expect(readPlanFile(JSON.stringify({ ...file(), version: planFileVersion + 1 }))).toMatchObject({
      problems: [{ code: 'file_is_from_a_newer_version' }],
    })
  })
  it('of the first version comes in with what it did not know at its defaults', () => {
    const row = { position: 0, created_at: at, updated_at: at }
    const first = {
      id: ids[0],
      name: 'Old',
      planning_balance_cents: 500,
      start_date: today,
      currency_code: 'EUR',
      revision: 7,
      created_at: at,
      updated_at: at,
      bills: [{ ...row, id: ids[1], name: 'Rent', amount_cents: 100, due_date: today, category: null, predicted: false }],
      allocations: [{ ...row, id: ids[2], target: 'savings:Rainy day', kind: 'percent', value: 10 }],
    }
    const read = readPlanFile(JSON.stringify({ format: 'pynance-planning', version: 1, exported_at: at, scenarios: [first] }))
    expect(read).toMatchObject({
      ok: true,
      scenarios: [{ ...first, floor_cents: 0, safety_days: 90, incomes: [], goals: [], opening_pots: [], parent_id: null }],
    })
    expect(read.ok && read.scenarios[0]).toMatchObject({
      bills: [{ schedule: null, exceptions: {}, evidence: null }],
      allocations: [{ base: 'balance' }],
    })
  })
  it.each(['', '{', '[]', 'null', '{"format":"other","version":1}', 'name,amount\nRent,5'])('%j is no file of plans', (text) => {
    expect(readPlanFile(text)).toMatchObject({ ok: false, problems: [{ code: 'file_is_not_a_plan_file' }] })
  })
  it('with a wrong field says where', () => {
    const broken = file()
    broken.scenarios[0]!.bills[2]!.amount_cents = -4
    expect(readPlanFile(JSON.stringify(broken))).toMatchObject({
      problems: [{ code: 'amount_must_not_be_negative', path: '/scenarios/0/bills/2/amount_cents' }],
    })
  })
  it('whose percents go over 100 is refused', () => {
    const broken = file()
    broken.scenarios[0]!.allocations.find((row) => row.kind === 'percent' && row.base === 'income')!.value = 99
    expect(readPlanFile(JSON.stringify(broken))).toMatchObject({
      problems: [{ code: 'percents_must_not_exceed_100', path: '/scenarios/0/allocations' }],
    })
  })
  it('brought to where its plans are says which are new, the same, or different', () => {
    const [a, b, c] = [0, 1, 2].map((index) => ({ ...grown(blank(), []), id: ids[index]!, name: `Plan ${index}` }))
    const coming = planImport([a!, { ...b!, planning_balance_cents: 5 }, { ...c!, id: ids[5]! }], [a!, b!, c!])
    expect(coming.map((plan) => [plan.kind, 'name' in plan ? plan.name : null])).toEqual([
      ['same', null],
      ['differs', 'Plan 1 2'],
      ['new', 'Plan 2 2'],
    ])
  })
  it('asks nothing of a copy that is taken back unchanged, also under the number that its name got where it was', () => {
    const plan = { ...grown(blank(), []), id: ids[0]!, name: 'My plan' }
    const kinds = (here: string, coming: string, more: object = {}) =>
      planImport([{ ...plan, name: here }], [{ ...plan, name: coming, ...more }]).map(({ kind }) => kind)
    expect(kinds('My plan', 'My plan 2')).toEqual(['same'])
    expect(kinds('My plan 3', 'My plan')).toEqual(['same'])
    expect(kinds('My plan', 'My plan 2', { floor_cents: 7 })).toEqual(['differs'])
    // A name that a person gave is a change like any other.
    for (const name of ['Our plan', 'My plan 2031', 'My plan 02', 'My plan2', 'My plan 1'])
      expect(kinds('My plan', name)).toEqual(['differs'])
  })
  it('a copy with ids of its own keeps its targets on its own bills', () => {
    const copy = withNewIds(
      samplePlan(english, counter(), today, at),
      (() => {
        let n = 0
        return () => `20000000-0000-4000-8000-${String((n += 1)).padStart(12, '0')}`
      })(),
    )
    expect(checkScenario(copy)).toEqual([])
    expect(copy.bills.every((bill) => bill.id.startsWith('2'))).toBe(true)
  })
})

describe('old browser data', () => {
  const clock = { today, at, say: english }
  const old = {
    scenarios: [
      {
        id: 'a1',
        name: 'Base',
        planningBalanceCents: 120_050,
        allocations: [
          { target: 'bill:b1', kind: 'percent', value: 40 },
          { target: 'savings:Rainy', kind: 'fixed', value: 500 },
        ],
      },
      { id: ids[0], name: 'Base', planning_balance_cents: 7, allocations: [{ target: 'goal:Trip', kind: 'percent', value: 10 }] },
    ],
    bills: [
      { id: 'b1', name: 'Rent', amountCents: 90_000, dueDate: '2026-04-01', origin: 'manual' },
      { id: ids[1], name: 'Phone', amount_cents: 1_999, due_date: null, category: 'Home', origin: 'predicted' },
    ],
    allocations: [],
  }
  it('comes over whole: each plan with its own copy of the bills, in both spellings', () => {
    const { scenarios, skipped } = readLegacyPlans(JSON.stringify(old), { newId: counter(), ...clock })
    expect(skipped).toEqual([])
    expect(scenarios.map((plan) => [plan.name, plan.planning_balance_cents, plan.revision])).toEqual([
      ['Base', 120_050, 1],
      ['Base 2', 7, 1],
    ])
    expect(scenarios[0]!.bills.map((bill) => [bill.name, bill.amount_cents, bill.due_date, bill.category, bill.predicted])).toEqual([
      ['Rent', 90_000, '2026-04-01', null, false],
      ['Phone', 1_999, null, 'Home', true],
    ])
    expect(scenarios[0]!.allocations.map((row) => [row.target, row.kind, row.value])).toEqual([
      [`bill:${scenarios[0]!.bills[0]!.id}`, 'percent', 40],
      ['savings:Rainy', 'fixed', 500],
    ])
    expect(scenarios[1]!.id).toBe(ids[0])
    expect(scenarios[1]!.bills).toHaveLength(2)
    scenarios.forEach((plan) => expect(scenarioSchema.parse(plan)).toEqual(plan))
  })
  it('that is damaged in places comes over but for those, each named', () => {
    const damaged = {
      scenarios: [
        null,
        {
          name: '',
          planningBalanceCents: 'x',
          allocations: [
            { target: 'bill:gone', kind: 'percent', value: 10 },
            { target: 'savings:a', kind: 'percent', value: 80 },
            { target: 'savings:b', kind: 'percent', value: 30 },
            5,
          ],
        },
      ],
      bills: [
        { name: 'No amount' },
        { name: 'Odd date', amount_cents: '1250', due_date: '31.12.2026' },
        'x',
        { name: 'a\u0000b', amount_cents: 10.0000001 },
      ],
    }
    const { scenarios, skipped } = readLegacyPlans(JSON.stringify(damaged), { newId: counter(), ...clock })
    expect(scenarios).toHaveLength(1)
    expect(scenarios[0]!.bills.map((bill) => [bill.name, bill.amount_cents, bill.due_date])).toEqual([
      ['Odd date', 1250, null],
      ['a b', 10, null],
    ])
    expect(scenarios[0]!.allocations.map((row) => row.value)).toEqual([80])
    expect(skipped).toHaveLength(8)
  })
  it('names whatever is not as it was written: the balance, a due date, a name, a category, a list', () => {
    const unreadable = fc.constantFrom<unknown>('12,50', 'soon', 1_772_323_200_000, true, { a: 1 }, [7])
    const places: [string[], (value: unknown) => boolean][] = [
      [['scenarios', '0', 'planningBalanceCents'], (value) => typeof value !== 'number'],
      [['bills', '0', 'amountCents'], (value) => typeof value !== 'number'],
      [['bills', '0', 'dueDate'], () => true],
      [['bills', '1', 'category'], (value) => typeof value !== 'string'],
      [['bills', '0', 'name'], (value) => typeof value !== 'string'],
      [['scenarios', '0', 'allocations'], (value) => !Array.isArray(value)],
      [['scenarios', '0', 'allocations', '0', 'value'], (value) => value !== 1_772_323_200_000 && typeof value !== 'number'],
      [['scenarios', '0', 'allocations', '0', 'target'], () => true],
      [['bills'], (value) => !Array.isArray(value)],
      [['scenarios'], (value) => !Array.isArray(value)],
      [['allocations'], (value) => !Array.isArray(value)],
    ]
    fc.assert(
      fc.property(fc.constantFrom(...places), unreadable, ([path, isUnreadable], value) => {
        if (!isUnreadable(value)) return
        const damaged = structuredClone(old) as unknown as Record<string, unknown>
        path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, damaged)[path.at(-1)!] = value
        const { skipped } = readLegacyPlans(JSON.stringify(damaged), { newId: counter(), ...clock })
        expect(skipped.length, `${path.join('.')} ${JSON.stringify(value)}`).toBeGreaterThan(0)
      }),
      { numRuns: runs(400) },
    )
  })
  it('without scenarios still brings its bills, in a plan of their own', () => {
    const { scenarios } = readLegacyPlans(JSON.stringify({ bills: old.bills }), { newId: counter(), ...clock })
    expect(scenarios.map((plan) => [plan.name, plan.bills.length])).toEqual([['Base plan', 2]])
  })
  it('never throws and never gives an unsound plan, however it is damaged', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.nat({ max: 600 }).map((cut) => JSON.stringify(old).slice(0, cut)),
        ),
        (text) => {
          const { scenarios } = readLegacyPlans(text, { newId: counter(), ...clock })
          for (const plan of scenarios) expect(checkScenario(plan)).toEqual([])
        },
      ),
      { numRuns: runs(1000) },
    )
  })
})

describe('the sample plan', () => {
  it('is sound on every day of the year, with bills ahead and percents to spare', () => {
    for (let offset = 0; offset < 366; offset += 1) {
      const plan = samplePlan(english, counter(), addDays('2028-01-01', offset), at)
      expect(checkScenario(plan)).toEqual([])
      expect(plan.bills.every((bill) => bill.due_date === null || bill.due_date >= plan.start_date)).toBe(true)
    }
  })
})

describe('calendar days', () => {
  it('go to numbers and back', () => {
    fc.assert(fc.property(fc.integer({ min: -354_285, max: 2_932_896 }), (day) => void expect(dayOf(dateOf(day))).toBe(day)))
    expect(dayOf('1970-01-01')).toBe(0)
    expect(dateOf(20_513)).toBe('2026-03-01')
  })
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-01-01', '2026-1-1', '2026-01-01T00:00', '0999-01-01', ''])(
    '%s is none',
    (text) => expect(isPlainDate(text)).toBe(false),
  )
  it.each(['2028-02-29', '2000-02-29', '9999-12-31'])('%s is one', (text) => expect(isPlainDate(text)).toBe(true))
  it('the next 1st of the month is today or later', () => {
    expect(nextOnDayOfMonth('2026-12-02', 1)).toBe('2027-01-01')
    expect(nextOnDayOfMonth('2026-12-01', 1)).toBe('2026-12-01')
  })
})

it('a free name is cut so that its number fits', () => {
  expect(freeName('Plan', new Set(['Plan', 'Plan 2']))).toBe('Plan 3')
  const long = '家'.repeat(120)
  expect([...freeName(long, new Set([long]))]).toHaveLength(120)
})
