import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { branchOf } from '../../core/repository/branching.ts'
import { mergeBranches } from '../../core/repository/merging.ts'
import { isSameContent } from '../../core/comparison/content.ts'
import { differences, takeOver, type Difference, type Differences, type RowDifference } from '../../core/comparison/differences.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { scenarioEditSchema } from '../../core/edit/edit-schema.ts'
import { changeUnits, type ChangeFromDate } from '../../core/schedule/dated-changes.ts'
import type { DateException } from '../../core/schedule/exceptions.ts'
import { haveOneRule } from '../../core/edit/row-edits.ts'
import { isSameValue } from '../../core/fields.ts'
import { datedCollections, type Account, type Payment, type Scenario } from '../../core/scenario.ts'
import { anyEdit, anyScenario, at, blank, grown, ids } from './arbitraries.ts'
import { manyRuns } from './runs.ts'

const bill = (index: number, fields: object = {}): ScenarioEdit => ({
  type: 'put_row',
  collection: 'bills',
  row: { id: ids[index]!, name: `Bill ${index}`, amount_cents: 100, ...fields },
})
const base = grown(blank(), [bill(0, { due_date: '2026-03-05' }), bill(1), bill(2)])

function taken(into: Scenario, from: Scenario, difference: Difference): Scenario {
  const applied = applyEdit(into, takeOver(into, from, difference)!, at)
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
  return applied.scenario
}
const of = (found: Differences): Difference[] => [
  ...found.rows.map(({ collection, id }): Difference => ({ of: 'row', collection, id, field: null })),
  ...found.fields.map(({ field }): Difference => ({ of: 'scenario', field })),
  ...found.orders.map((collection): Difference => ({ of: 'order', collection })),
]

describe('what differs between two plans', () => {
  it('is said by row and field: added, gone, changed, and the plan’s own fields', () => {
    const other = grown(base, [
      bill(0, { amount_cents: 150 }),
      { type: 'delete_row', collection: 'bills', id: ids[1]! },
      bill(5),
      { type: 'set_fields', fields: { floor_cents: 900, planning_balance_cents: 7 } },
    ])
    expect(differences(base, other)).toMatchObject({
      fields: [
        { field: 'balance', from: { planning_balance_cents: 0 }, to: { planning_balance_cents: 7 } },
        { field: 'floor_cents', from: 0, to: 900 },
      ],
      rows: [
        { id: ids[0], name: 'Bill 0', fields: [{ field: 'amount_cents', from: 100, to: 150 }] },
        { id: ids[5], name: 'Bill 5', from: null, to: { amount_cents: 100 }, fields: [] },
        { id: ids[1], name: 'Bill 1', from: { amount_cents: 100 }, to: null, fields: [] },
      ],
      orders: [],
    })
  })

  it('names what changes together as one: a due date and its schedule', () => {
    const other = grown(base, [bill(0, { schedule: { every: 1, unit: 'month' } })])
    expect(differences(base, other).rows[0]!.fields).toEqual([
      {
        field: 'due_date',
        from: { due_date: '2026-03-05', schedule: null },
        to: { due_date: '2026-03-05', schedule: { every: 1, unit: 'month' } },
      },
    ])
  })

  it('leaves out names and parentage, and the same amounts in another currency', () => {
    const rounded = grown(blank(), [bill(0, { amount_cents: 500 })])
    const branch = grown(branchOf(rounded, { id: ids[7]!, name: 'Branch' }, at), [{ type: 'set_fields', fields: { currency_code: 'JPY' } }])
    expect(differences(rounded, branch)).toEqual({ fields: [{ field: 'currency_code', from: 'USD', to: 'JPY' }], rows: [], orders: [] })
  })

  it('is nothing exactly where both say the same', () => {
    fc.assert(
      fc.property(anyScenario, fc.array(anyEdit, { maxLength: 3 }), (start, edits) => {
        const other = grown(start, edits)
        expect(of(differences(start, other)).length === 0).toBe(
          isSameContent({ ...other, name: start.name, dismissed: start.dismissed }, start),
        )
      }),
      { numRuns: manyRuns(1500) },
    )
  })
})

describe('taking one difference over', () => {
  it('changes a field and leaves the rest of the row', () => {
    const other = grown(base, [bill(0, { amount_cents: 150, category: 'Home' })])
    expect(taken(base, other, { of: 'row', collection: 'bills', id: ids[0]!, field: 'amount_cents' }).bills[0]).toMatchObject({
      amount_cents: 150,
      category: null,
    })
  })

  it('puts a new row behind the row it stands behind there', () => {
    const other = grown(base, [{ ...bill(5), position: 1 } as ScenarioEdit])
    expect(taken(base, other, { of: 'row', collection: 'bills', id: ids[5]!, field: null }).bills.map(({ name }) => name)).toEqual([
      'Bill 0',
      'Bill 5',
      'Bill 1',
      'Bill 2',
    ])
  })

  it('brings the bill along that an allocation goes to', () => {
    const other = grown(base, [
      bill(5),
      { type: 'put_row', collection: 'allocations', row: { id: ids[6]!, target: `bill:${ids[5]}`, kind: 'fixed', value: 10 } },
    ])
    expect(taken(base, other, { of: 'row', collection: 'allocations', id: ids[6]!, field: null })).toMatchObject({
      bills: [{}, {}, {}, { id: ids[5] }],
      allocations: [{ id: ids[6] }],
    })
  })

  it('brings the accounts along that a row names, and the one that pays their card', () => {
    const [joint, visa, fees] = [ids[3]!, ids[4]!, ids[5]!]
    const card = {
      closing_day: 3,
      due_day: 20,
      shift: null,
      paid_from_account_id: joint,
      pays: 'statement',
      minimum_percent: 0,
      minimum_cents: 0,
      fixed_cents: 0,
      statement_cents: null,
    }
    const other = grown(base, [
      { type: 'put_row', collection: 'accounts', row: { id: joint, name: 'Joint', kind: 'checking' } },
      { type: 'put_row', collection: 'accounts', row: { id: visa, name: 'Visa', kind: 'card', card } } as ScenarioEdit,
      bill(0, { account_id: visa }),
      {
        type: 'put_row',
        collection: 'transfers',
        row: { id: fees, name: 'Fees', amount_cents: 5, from_account_id: visa, to_account_id: joint },
      } as ScenarioEdit,
      { type: 'put_row', collection: 'allocations', row: { id: fees, target: `account:${joint}`, kind: 'fixed', value: 5 } },
    ])
    for (const [collection, id, field, count] of [
      ['bills', ids[0]!, 'account_id', 2],
      ['transfers', fees, null, 2],
      ['allocations', fees, null, 1],
      ['accounts', visa, null, 2],
    ] as const) {
      const into = taken(base, other, { of: 'row', collection, id, field })
      expect([
        collection,
        into.accounts.length,
        differences(into, other).rows.some((row) => row.collection === collection && row.id === id && field === null),
      ]).toEqual([collection, count, false])
      expect(scenarioEditSchema.safeParse(takeOver(base, other, { of: 'row', collection, id, field })).success).toBe(true)
    }
  })
  it('takes over what kind an account is with what only that kind has', () => {
    const account = (fields: object): ScenarioEdit =>
      ({ type: 'put_row', collection: 'accounts', row: { id: ids[3]!, name: 'Joint', ...fields } }) as ScenarioEdit
    const card = {
      closing_day: 3,
      due_day: 20,
      shift: null,
      paid_from_account_id: null,
      pays: 'statement',
      minimum_percent: 0,
      minimum_cents: 0,
      fixed_cents: 0,
      statement_cents: null,
    }
    const [before, after] = [grown(base, [account({ kind: 'card', card })]), grown(base, [account({ kind: 'cash', card: null })])]
    expect(taken(before, after, { of: 'row', collection: 'accounts', id: ids[3]!, field: 'kind' }).accounts).toMatchObject([
      { kind: 'cash', card: null },
    ])
    expect(taken(after, before, { of: 'row', collection: 'accounts', id: ids[3]!, field: 'card' }).accounts).toMatchObject([
      { kind: 'card', card },
    ])
  })

  it('writes amounts in its own currency, and says so where they can’t be held', () => {
    const yen = grown(blank(), [{ type: 'set_fields', fields: { currency_code: 'JPY' } }, bill(0, { amount_cents: 5_000 })])
    expect(taken(base, yen, { of: 'row', collection: 'bills', id: ids[0]!, field: 'amount_cents' }).bills[0]!.amount_cents).toBe(500_000)
    expect(
      takeOver(yen, grown(base, [bill(0, { amount_cents: 501 })]), { of: 'row', collection: 'bills', id: ids[0]!, field: null }),
    ).toBeNull()
  })

  it('makes that one no longer differ, whatever the two plans, and leaves the other lists alone', () => {
    fc.assert(
      fc.property(anyScenario, fc.array(anyEdit, { maxLength: 5 }), fc.nat(), (start, edits, which) => {
        const other = grown(start, edits)
        const all = of(differences(start, other)).filter(
          (difference) => difference.of !== 'scenario' || difference.field !== 'currency_code',
        )
        fc.pre(all.length > 0)
        const difference = all[which % all.length]!
        const edit = takeOver(start, other, difference)
        const applied = edit && applyEdit(start, edit, at)
        expect(edit === null || scenarioEditSchema.safeParse(edit).success).toBe(true)
        const named = new Set(applied?.ok === false ? applied.problems.map(({ code }) => code) : [])
        expect(
          ['account_is_not_in_the_plan', 'account_kind_does_not_fit', 'target_names_no_bill'].filter((code) => named.has(code as never)),
        ).toEqual([])
        if (!applied?.ok) return
        expect(of(differences(applied.scenario, other))).not.toContainEqual(difference)
        const touched =
          difference.of === 'row'
            ? [difference.collection, 'allocations', 'bills', ...(difference.collection === 'accounts' ? ['incomes'] : [])]
            : difference.of === 'order'
              ? [difference.collection]
              : []
        for (const collection of ['bills', 'incomes', 'allocations', 'goals'] as const)
          if (!touched.includes(collection)) expect(applied.scenario[collection]).toEqual(start[collection])
      }),
      { numRuns: manyRuns(2000) },
    )
  })
})

const isAboutDates = (collection: string, field: string): boolean =>
  (datedCollections as readonly string[]).includes(collection) && (field === 'due_date' || field === 'exceptions')
function haveOtherRules(mine: RowDifference, theirs: RowDifference): boolean {
  const [base, m, t] = [mine.from, mine.to, theirs.to] as Payment[]
  return !haveOneRule(base!, m!) && !haveOneRule(base!, t!) && !haveOneRule(m!, t!)
}

/** What both sides say otherwise of the payment of a card on one date, each in another way: the keys under which it is asked. An account has no rule of dates. */
function paymentsApart(mine: RowDifference, theirs: RowDifference): string[] {
  const [base, m, t] = [mine.from, mine.to, theirs.to].map((row) => (row as Account).exceptions)
  return [...new Set([base!, m!, t!].flatMap((exceptions) => Object.keys(exceptions)))].flatMap((date) =>
    [['skipped', 'moved_to'], ['amount_cents'], ['paid'], ['rest']].flatMap((unit) => {
      const of = (side: Account['exceptions']): unknown[] => unit.map((field) => side[date]?.[field as keyof DateException])
      const isApart = !isSameValue(of(m!), of(base!)) && !isSameValue(of(t!), of(base!)) && !isSameValue(of(m!), of(t!))
      return isApart ? [`${mine.collection}/${mine.id}/${date}/${unit.at(-1)!}`] : []
    }),
  )
}

/** What both sides say otherwise of one change from a date on, each in another way: the keys under which it is asked. */
function changesApart(mine: RowDifference, theirs: RowDifference): string[] {
  const [base, m, t] = [mine.from, mine.to, theirs.to].map(
    (row) => new Map((row as Payment).changes.map((change) => [change.from, change])),
  )
  return [...new Set([base!, m!, t!].flatMap((changes) => [...changes.keys()]))].flatMap((from) =>
    changeUnits.flatMap((unit) => {
      const of = (side: Map<string, ChangeFromDate>): unknown[] => unit.map((field) => side.get(from)?.[field])
      const isApart = !isSameValue(of(m!), of(base!)) && !isSameValue(of(t!), of(base!)) && !isSameValue(of(m!), of(t!))
      return isApart ? [`${mine.collection}/${mine.id}/changes/${from}/${unit.at(-1)!}`] : []
    }),
  )
}

describe('bringing changes over', () => {
  const edits = fc.array(anyEdit, { maxLength: 4 })
  it('never settles a conflict by itself: where both sides changed the same thing, what comes out is one of theirs only once it is answered', () => {
    fc.assert(
      fc.property(anyScenario, edits, edits, (start, here, there) => {
        const [from, into] = [grown(branchOf(start, { id: ids[7]!, name: 'Branch' }, at), here), grown(start, there)]
        const { clashes, scenario } = mergeBranches(start, from, into)
        const [mine, theirs] = [differences(start, from), differences(start, into)]
        fc.pre(from.currency_code === into.currency_code && into.currency_code === start.currency_code)
        const asked = new Set(clashes.map(({ key }) => key))
        const ruled = clashes.some(({ about }) => about === 'rule')
        for (const row of mine.rows) {
          const other = theirs.rows.find(({ collection, id }) => collection === row.collection && id === row.id)
          if (!other || ruled) continue
          for (const field of row.fields) {
            const same = other.fields.find((found) => found.field === field.field)
            if (!same || isSameValue(same.to, field.to)) continue
            // Dates are merged one by one (merging-dates.test.ts): what asks of itself is another rule on both sides.
            if (isAboutDates(row.collection, field.field) && !haveOtherRules(row, other)) continue
            const isWhole = asked.has(`${row.collection}/${row.id}/due_date`)
            if (field.field === 'changes') expect(isWhole ? [] : changesApart(row, other).filter((key) => !asked.has(key))).toEqual([])
            else if (row.collection === 'accounts' && field.field === 'exceptions')
              expect(paymentsApart(row, other).filter((key) => !asked.has(key))).toEqual([])
            else expect(asked).toContain(`${row.collection}/${row.id}/${field.field === 'exceptions' ? 'due_date' : field.field}`)
          }
          if ((row.to === null) !== (other.to === null)) expect(asked).toContain(`${row.collection}/${row.id}`)
        }
        for (const field of mine.fields) {
          const same = theirs.fields.find((found) => found.field === field.field)
          if (same && !isSameValue(same.to, field.to)) expect(asked).toContain(field.field)
        }
        expect(scenario.name).toBe(into.name)
      }),
      { numRuns: manyRuns(1500) },
    )
  })

  it('of changes that do not touch comes out the same whichever side is brought over', () => {
    fc.assert(
      fc.property(anyScenario, edits, edits, (start, here, there) => {
        const [branch, parent] = [grown(branchOf(start, { id: ids[7]!, name: 'Branch' }, at), here), grown(start, there)]
        const [one, other] = [mergeBranches(start, branch, parent), mergeBranches(start, parent, branch)]
        fc.pre(one.clashes.length === 0)
        expect(other.clashes).toEqual([])
        expect(of(differences(one.scenario, other.scenario))).toEqual([])
      }),
      { numRuns: manyRuns(1500) },
    )
  })
})
