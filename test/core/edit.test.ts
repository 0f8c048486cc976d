import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkScenario } from '../../core/edit/check-scenario.ts'
import { scenarioEditSchema } from '../../core/edit/edit-schema.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { scenarioSchema } from '../../core/scenario-schema.ts'
import type { Scenario } from '../../core/scenario.ts'
import { anyEdit, anyScenario, at, blank, contentOf, grown, ids } from './arbitraries.ts'
import { manyRuns, runs } from './runs.ts'
import { refusalOf } from './toldProblems.ts'

const rent = { id: ids[0]!, name: 'Rent', amount_cents: 90_000, due_date: '2026-03-31', category: 'Home' }
const later = '2026-04-01T00:00:00.000Z'

function done(scenario: Scenario, edit: ScenarioEdit): Scenario {
  const applied = applyEdit(scenario, edit, later)
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
  return applied.scenario
}
const refused = (scenario: Scenario, edit: ScenarioEdit) => {
  const applied = applyEdit(scenario, edit, later)
  return applied.ok ? [] : applied.problems.map((found) => `${found.code} ${found.path}`)
}

describe('an edit', () => {
  it('adds a row last, with its defaults, and changes only what it names afterwards', () => {
    const added = done(blank(), { type: 'put_row', collection: 'bills', row: { id: ids[0]!, name: ' Rent ', amount_cents: 90_000 } })
    const defaults = {
      due_date: null,
      category: null,
      predicted: false,
      schedule: null,
      amount_low_cents: null,
      amount_high_cents: null,
      exceptions: {},
      changes: [],
      evidence: null,
      spread: false,
      account_id: null,
    }
    expect(added.bills[0]).toEqual({
      id: ids[0],
      name: 'Rent',
      amount_cents: 90_000,
      ...defaults,
      position: 0,
      created_at: later,
      updated_at: later,
    })
    const changed = done(added, { type: 'put_row', collection: 'bills', row: { id: ids[0]!, due_date: '2026-05-01' } })
    expect(changed.bills[0]).toMatchObject({ name: 'Rent', amount_cents: 90_000, due_date: '2026-05-01' })
    expect(changed.revision).toBe(3)
  })

  it('that changes nothing makes no revision, but a PUT of the lists always does', () => {
    const plan = grown(blank(), [{ type: 'put_row', collection: 'bills', row: rent }])
    const same = applyEdit(plan, { type: 'put_row', collection: 'bills', row: rent }, later)
    expect(same).toMatchObject({ ok: true, changed: false, scenario: plan })
    expect(done(plan, { type: 'put_lists', bills: [rent] }).revision).toBe(plan.revision + 1)
  })

  it('that puts lists keeps what known rows do not name, clears what is null, and leaves other lists alone', () => {
    const plan = grown(blank(), [
      { type: 'put_row', collection: 'bills', row: rent },
      { type: 'put_row', collection: 'allocations', row: { id: ids[1]!, target: 'savings:x', kind: 'percent', value: 10 } },
    ])
    const put = done(plan, {
      type: 'put_lists',
      bills: [
        { id: ids[2]!, name: 'New', amount_cents: 1 },
        { id: ids[0]!, amount_cents: 5, category: null },
      ],
    })
    expect(put.bills.map((bill) => [bill.id, bill.name, bill.amount_cents, bill.due_date, bill.category, bill.position])).toEqual([
      [ids[2], 'New', 1, null, null, 0],
      [ids[0], 'Rent', 5, '2026-03-31', null, 1],
    ])
    expect(put.allocations).toEqual(plan.allocations)
  })

  it('that deletes a bill takes the allocations to it along, and undo brings all back in place', () => {
    const plan = grown(blank(), [
      { type: 'put_row', collection: 'bills', row: { id: ids[3]!, name: 'First', amount_cents: 1 } },
      { type: 'put_row', collection: 'bills', row: rent },
      { type: 'put_row', collection: 'allocations', row: { id: ids[1]!, target: `bill:${rent.id}`, kind: 'percent', value: 40 } },
      { type: 'put_row', collection: 'allocations', row: { id: ids[2]!, target: 'savings:x', kind: 'percent', value: 60 } },
      { type: 'put_row', collection: 'bills', row: { id: ids[4]!, name: 'Last', amount_cents: 2 } },
    ])
    const applied = applyEdit(plan, { type: 'delete_row', collection: 'bills', id: rent.id }, later)
    if (!applied.ok) throw new Error('refused')
    expect(applied.scenario.bills.map((bill) => [bill.name, bill.position])).toEqual([
      ['First', 0],
      ['Last', 1],
    ])
    expect(applied.scenario.allocations.map((row) => row.target)).toEqual(['savings:x'])
    expect(contentOf(done(applied.scenario, applied.inverse))).toEqual(contentOf(plan))
  })

  it('undo changes back only what the edit changed', () => {
    const plan = grown(blank(), [{ type: 'put_row', collection: 'bills', row: rent }])
    const renamed = applyEdit(plan, { type: 'put_row', collection: 'bills', row: { id: rent.id, name: 'Flat' } }, later)
    if (!renamed.ok) throw new Error('refused')
    const meanwhile = done(renamed.scenario, { type: 'put_row', collection: 'bills', row: { id: rent.id, amount_cents: 95_000 } })
    expect(done(meanwhile, renamed.inverse).bills[0]).toMatchObject({ name: 'Rent', amount_cents: 95_000 })
  })

  it('of the currency rescales every amount exactly, or says which one would lose a digit', () => {
    const plan = grown(blank(), [
      { type: 'set_fields', fields: { planning_balance_cents: 120_000 } },
      { type: 'put_row', collection: 'bills', row: rent },
      { type: 'put_row', collection: 'allocations', row: { id: ids[1]!, target: 'savings:x', kind: 'fixed', value: 5_000 } },
    ])
    const yen = done(plan, { type: 'set_fields', fields: { currency_code: 'jpy' } })
    expect([yen.currency_code, yen.planning_balance_cents, yen.bills[0]!.amount_cents, yen.allocations[0]!.value]).toEqual([
      'JPY',
      1_200,
      900,
      50,
    ])
    const odd = grown(plan, [{ type: 'put_row', collection: 'bills', row: { id: rent.id, amount_cents: 90_001 } }])
    const applied = applyEdit(odd, { type: 'set_fields', fields: { currency_code: 'JPY' } }, later)
    expect(refusalOf(applied)).toMatchObject([
      { code: 'currency_change_would_lose_digits', path: '/currency_code', message: expect.stringContaining('Rent') },
    ])
  })

  it.each<[string, ScenarioEdit, string[]]>([
    ['a blank name', { type: 'set_fields', fields: { name: '  ' } }, ['text_must_not_be_blank /name']],
    ['a name of 121 characters', { type: 'set_fields', fields: { name: '家'.repeat(121) } }, ['text_is_too_long /name']],
    ['a control character', { type: 'set_fields', fields: { name: 'a\u0000b' } }, ['text_must_not_hold_control_characters /name']],
    ['an unknown currency', { type: 'set_fields', fields: { currency_code: 'XYZ' } }, ['currency_is_not_known /currency_code']],
    [
      '30 February',
      { type: 'put_row', collection: 'bills', row: { ...rent, due_date: '2026-02-30' } },
      ['date_must_be_a_calendar_day /due_date'],
    ],
    [
      'a negative amount',
      { type: 'put_row', collection: 'bills', row: { ...rent, amount_cents: -1 } },
      ['amount_must_not_be_negative /amount_cents'],
    ],
    [
      'a fraction of a cent',
      { type: 'put_row', collection: 'bills', row: { ...rent, amount_cents: 1.5 } },
      ['amount_must_be_a_whole_number /amount_cents'],
    ],
    [
      'an amount beyond the limit',
      { type: 'put_row', collection: 'bills', row: { ...rent, amount_cents: 900_000_000_000_001 } },
      ['amount_is_too_large /amount_cents'],
    ],
    [
      'a new row without its amount',
      { type: 'put_row', collection: 'bills', row: { id: ids[5]!, name: 'x' } },
      ['is_required /amount_cents'],
    ],
    ['two rows of one id', { type: 'put_lists', bills: [rent, { ...rent, name: 'Twin' }] }, ['id_is_used_twice /bills/1/id']],
    [
      'an allocation to a bill that is not there',
      { type: 'put_row', collection: 'allocations', row: { id: ids[1]!, target: `bill:${ids[7]}`, kind: 'fixed', value: 1 } },
      ['target_names_no_bill /allocations/0/target'],
    ],
    [
      'every problem of a list at once',
      {
        type: 'put_lists',
        bills: [
          { id: ids[1]!, name: '', amount_cents: -5 },
          { id: ids[2]!, name: 'ok', amount_cents: 1, due_date: 'soon' },
        ],
      },
      [
        'text_must_not_be_blank /bills/0/name',
        'amount_must_not_be_negative /bills/0/amount_cents',
        'date_must_be_a_calendar_day /bills/1/due_date',
      ],
    ],
    [
      'what is wrong between rows along with what is wrong in them',
      {
        type: 'put_lists',
        bills: [{ ...rent, name: '' }],
        allocations: [
          { id: ids[1]!, target: 'savings:x', kind: 'percent', value: 120 },
          { id: ids[2]!, target: 'savings:y', kind: 'percent', value: 70 },
          { id: ids[2]!, target: `bill:${ids[7]}`, kind: 'percent', value: 40 },
        ],
      },
      [
        'text_must_not_be_blank /bills/0/name',
        'percent_must_be_from_0_to_100 /allocations/0/value',
        'id_is_used_twice /allocations/2/id',
        'target_names_no_bill /allocations/2/target',
        'percents_must_not_exceed_100 /allocations',
      ],
    ],
    [
      'a percent of a new row beyond 100',
      { type: 'put_row', collection: 'allocations', row: { id: ids[1]!, target: 'savings:x', kind: 'percent', value: 101 } },
      ['percent_must_be_from_0_to_100 /value'],
    ],
  ])('with %s is refused', (_name, edit, codes) => {
    expect(refused(blank(), edit)).toEqual(codes)
  })

  it('the percents of a plan stop at 100', () => {
    const plan = grown(blank(), [
      { type: 'put_row', collection: 'allocations', row: { id: ids[1]!, target: 'savings:x', kind: 'percent', value: 60 } },
    ])
    expect(
      refused(plan, { type: 'put_row', collection: 'allocations', row: { id: ids[2]!, target: 'goal:y', kind: 'percent', value: 41 } }),
    ).toEqual(['percents_must_not_exceed_100 /allocations'])
  })
})

it('a transfer is newer than the words of before: what they would say of it is left out, sent or applied', () => {
  const edit = {
    type: 'put_row',
    collection: 'transfers',
    row: { id: ids[1]!, name: 'Save', amount_cents: 5, due_date: '2026-04-01', settled: ['2026-04-01'] },
  } as unknown as ScenarioEdit
  const plan = grown(blank(), [
    { type: 'put_row', collection: 'accounts', row: { id: ids[2]!, name: 'Savings', kind: 'savings', balance_cents: 0 } },
  ])
  const named = { ...edit, row: { ...(edit as unknown as { row: object }).row, to_account_id: ids[2]! } } as ScenarioEdit
  const applied = applyEdit(plan, named, later)
  expect(applied.ok && applied.scenario.transfers).toMatchObject([{ name: 'Save', exceptions: {} }])
})

describe('whatever edits come', () => {
  it('a sound scenario stays sound, and reads back through its schema unchanged', () => {
    fc.assert(
      fc.property(anyScenario, anyEdit, (plan, edit) => {
        const applied = applyEdit(plan, edit, later)
        if (!applied.ok) return void expect(applied.problems.length).toBeGreaterThan(0)
        expect(checkScenario(applied.scenario)).toEqual([])
        expect(scenarioSchema.parse(applied.scenario)).toEqual(applied.scenario)
        applied.scenario.bills.forEach((bill, index) => expect(bill.position).toBe(index))
      }),
      { numRuns: manyRuns(2000) },
    )
  })

  it('the inverse takes every edit back, and the inverse of the inverse redoes it', () => {
    fc.assert(
      fc.property(anyScenario, anyEdit, (plan, edit) => {
        const applied = applyEdit(plan, edit, later)
        if (!applied.ok || !applied.changed) return
        const undone = applyEdit(applied.scenario, applied.inverse, later)
        if (!undone.ok) throw new Error(JSON.stringify(undone.problems))
        expect(contentOf(undone.scenario)).toEqual(contentOf(plan))
        const redone = applyEdit(undone.scenario, undone.inverse, later)
        if (!redone.ok) throw new Error(JSON.stringify(redone.problems))
        expect(contentOf(redone.scenario)).toEqual(contentOf(applied.scenario))
      }),
      { numRuns: manyRuns(4000) },
    )
  })

  describe('of what repeats', () => {
    const monthly = { every: 1, unit: 'month' as const }
    const more = {
      schedule: monthly,
      amount_low_cents: 80_000,
      amount_high_cents: 95_000,
      exceptions: { '2026-03-31': { rest: 'dropped' as const } },
      evidence: { payee: 'landlord', confidence: 0.97, charges: 9, first_date: '2025-07-31', last_date: '2026-02-28' },
    }
    const plan = grown(blank(), [{ type: 'put_row', collection: 'bills', row: { ...rent, ...more } }])

    it('by a client that knows six fields loses nothing newer', () => {
      const { category, ...known } = rent
      const put = done(plan, {
        type: 'put_lists',
        bills: [{ ...known, amount_cents: 91_000, category, predicted: false }],
        allocations: [],
      })
      expect(put.bills[0]).toMatchObject({ ...more, amount_cents: 91_000 })
    })

    it('that clears the due date clears the schedule with it, and undo brings both back', () => {
      const applied = applyEdit(plan, { type: 'put_row', collection: 'bills', row: { id: rent.id, due_date: null } }, later)
      expect(applied).toMatchObject({ ok: true, scenario: { bills: [{ due_date: null, schedule: null }] } })
      expect(applied.ok && done(applied.scenario, applied.inverse).bills[0]).toMatchObject({ due_date: rent.due_date, schedule: monthly })
    })

    it('that clears the due date and still says the schedule contradicts itself, and is refused', () => {
      expect(refused(plan, { type: 'put_row', collection: 'bills', row: { id: rent.id, due_date: null, schedule: monthly } })).toEqual([
        'schedule_needs_a_due_date /bills/0/schedule',
      ])
    })

    it('refuses a schedule without a date, half a range and a range that runs backwards', () => {
      const put = (row: object) =>
        refused(blank(), { type: 'put_row', collection: 'incomes', row: { id: ids[1]!, name: 'Pay', amount_cents: 1, ...row } })
      expect(put({ schedule: monthly })).toEqual(['schedule_needs_a_due_date /incomes/0/schedule'])
      expect(put({ amount_low_cents: 1 })).toEqual(['amount_range_needs_both_ends /incomes/0/amount_high_cents'])
      expect(put({ amount_low_cents: 2, amount_high_cents: 1 })).toEqual(['amount_range_is_reversed /incomes/0/amount_low_cents'])
    })

    it('keeps what is said of single dates in order, without what says nothing', () => {
      const exceptions = { '2026-05-31': { skipped: true as const }, '2026-04-30': {}, '2026-03-31': { rest: 'dropped' as const } }
      expect(
        Object.entries(done(plan, { type: 'put_row', collection: 'bills', row: { id: rent.id, exceptions } }).bills[0]!.exceptions),
      ).toEqual([
        ['2026-03-31', { rest: 'dropped' }],
        ['2026-05-31', { skipped: true }],
      ])
    })
  })

  describe('of a goal', () => {
    const holiday = { id: ids[5]!, name: 'Holiday', target_cents: 90_000 }
    const plan = grown(blank(), [
      { type: 'put_row', collection: 'goals', row: holiday },
      { type: 'put_row', collection: 'allocations', row: { id: ids[1]!, target: 'goal:Holiday', kind: 'percent', value: 10 } },
      { type: 'put_row', collection: 'allocations', row: { id: ids[2]!, target: 'goal:Seaside', kind: 'percent', value: 5 } },
      { type: 'set_fields', fields: { opening_pots: [{ target: 'goal:Holiday', amount_cents: 400 }] } },
    ])

    it('that renames it renames what goes to it, and undo leaves what had that name before', () => {
      const applied = applyEdit(plan, { type: 'put_row', collection: 'goals', row: { id: holiday.id, name: 'Seaside' } }, later)
      if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
      expect(applied.scenario.allocations.map((row) => row.target)).toEqual(['goal:Seaside', 'goal:Seaside'])
      expect(applied.scenario.opening_pots).toEqual([{ target: 'goal:Seaside', amount_cents: 400 }])
      expect(contentOf(done(applied.scenario, applied.inverse))).toEqual(contentOf(plan))
    })

    it('refuses a name that another goal has', () => {
      expect(refused(plan, { type: 'put_row', collection: 'goals', row: { ...holiday, id: ids[6]! } })).toEqual([
        'name_is_used_twice /goals/1/name',
      ])
    })
  })

  it("to a currency with other digits carries every amount along, or says which one can't come", () => {
    const pay = {
      id: ids[3]!,
      name: 'Pay',
      amount_cents: 250_000,
      due_date: '2026-03-15',
      amount_low_cents: 240_000,
      amount_high_cents: 260_000,
      schedule: { every: 1, unit: 'month' as const },
      exceptions: { '2026-04-15': { amount_cents: 300_000 } },
    }
    const plan = grown(blank(), [
      { type: 'put_row', collection: 'incomes', row: pay },
      { type: 'put_row', collection: 'goals', row: { id: ids[5]!, name: 'Holiday', target_cents: 90_000 } },
      { type: 'set_fields', fields: { floor_cents: 10_000, opening_pots: [{ target: 'goal:Holiday', amount_cents: 400 }] } },
    ])
    expect(done(plan, { type: 'set_fields', fields: { currency_code: 'JPY' } })).toMatchObject({
      floor_cents: 100,
      opening_pots: [{ amount_cents: 4 }],
      goals: [{ target_cents: 900 }],
      incomes: [
        { amount_cents: 2_500, amount_low_cents: 2_400, amount_high_cents: 2_600, exceptions: { '2026-04-15': { amount_cents: 3_000 } } },
      ],
    })
    const odd = done(plan, { type: 'put_row', collection: 'goals', row: { id: ids[5]!, target_cents: 90_001 } })
    expect(refusalOf(applyEdit(odd, { type: 'set_fields', fields: { currency_code: 'JPY' } }, later))).toMatchObject([
      { code: 'currency_change_would_lose_digits', message: expect.stringContaining('Holiday') },
    ])
  })

  it('that brings an allocation before its bill is taken back whole', () => {
    const plan = grown(blank(), [
      { type: 'put_row', collection: 'allocations', row: { id: ids[1]!, target: 'savings:x', kind: 'percent', value: 10 } },
    ])
    const batch: ScenarioEdit = {
      type: 'batch',
      edits: [
        { type: 'put_row', collection: 'allocations', row: { id: ids[1]!, target: `bill:${rent.id}` } },
        { type: 'put_row', collection: 'bills', row: rent },
      ],
    }
    const applied = applyEdit(plan, batch, later)
    if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
    expect(contentOf(done(applied.scenario, applied.inverse))).toEqual(contentOf(plan))
  })

  it('rows that did not change stay the same objects', () => {
    const plan = grown(
      blank(),
      ids.slice(0, 5).map((id) => ({ type: 'put_row', collection: 'bills', row: { ...rent, id } })),
    )
    const next = done(plan, { type: 'put_row', collection: 'bills', row: { id: ids[2]!, amount_cents: 1 } })
    expect(next.bills.map((bill, index) => bill === plan.bills[index])).toEqual([true, true, false, true, true])
    expect(next.allocations).toBe(plan.allocations)
  })

  it('a batch that would touch every row over and over is refused before it is applied', () => {
    const flips = Array.from({ length: 21 }, (_, index) => ({ type: 'set_fields', fields: { currency_code: index % 2 ? 'USD' : 'KWD' } }))
    expect(scenarioEditSchema.safeParse({ type: 'batch', edits: flips }).success).toBe(false)
    expect(scenarioEditSchema.safeParse({ type: 'batch', edits: flips.slice(1) }).success).toBe(true)
  })

  it('edits survive their schema, as they do on the wire', () => {
    fc.assert(
      fc.property(anyEdit, anyScenario, (edit, plan) => {
        const sent = scenarioEditSchema.safeParse(JSON.parse(JSON.stringify(edit)))
        const direct = applyEdit(plan, edit, at)
        if (!sent.success) return void expect(direct.ok).toBe(false)
        const there = applyEdit(plan, sent.data, at)
        expect(there.ok).toBe(direct.ok)
        if (there.ok && direct.ok) expect(there.scenario).toEqual(direct.scenario)
      }),
      { numRuns: runs(1000) },
    )
  })
})
