import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameContent } from '../../core/comparison/content.ts'
import { diffScenarios } from '../../core/comparison/edit-between.ts'
import { mergeScenarios } from '../../core/comparison/merge.ts'
import { checkScenario } from '../../core/edit/check-scenario.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import type { Scenario } from '../../core/scenario.ts'
import { anyEdit, anyScenario, at, blank, contentOf, grown, ids } from './arbitraries.ts'
import { manyRuns } from './runs.ts'

const bill = (index: number, fields: object = {}): ScenarioEdit => ({
  type: 'put_row',
  collection: 'bills',
  row: { id: ids[index]!, name: `Bill ${index}`, amount_cents: 100, ...fields },
})
const share = (index: number, value: number): ScenarioEdit => ({
  type: 'put_row',
  collection: 'allocations',
  row: { id: ids[index]!, target: `savings:${index}`, kind: 'percent', value },
})
const drop = (index: number): ScenarioEdit => ({ type: 'delete_row', collection: 'bills', id: ids[index]! })
const base = grown(blank(), [bill(0), bill(1), bill(2), share(3, 20), share(4, 20)])

function applied(scenario: Scenario, edit: ScenarioEdit): Scenario {
  const result = applyEdit(scenario, edit, at)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.scenario
}

describe('a difference', () => {
  it('applied to where it starts gives where it leads, whatever the two plans', () => {
    fc.assert(
      fc.property(anyScenario, anyScenario, (from, to) => {
        expect(contentOf(applied(from, diffScenarios(from, to)))).toEqual(contentOf(to))
      }),
      { numRuns: manyRuns(3000) },
    )
  })
  it('between plans of the same content is empty', () => {
    expect(diffScenarios(base, { ...base, revision: 9 })).toEqual({ type: 'batch', edits: [] })
  })
})

const ordersOf = (rows: string[]): string[][] =>
  rows.length === 0 ? [[]] : rows.flatMap((row) => ordersOf(rows.filter((other) => other !== row)).map((others) => [row, ...others]))

/** Whether there is an order with each side's moved rows where it has them among the others, and what both have alike. */
function canAllBeKept([base, mine, theirs]: string[][], [byMine, byTheirs]: Set<string>[]): boolean {
  const isBefore = (first: string, second: string): boolean => {
    const by = (names: string[] | undefined): boolean => names!.indexOf(first) < names!.indexOf(second)
    const [isOfMine, isOfTheirs] = [byMine!, byTheirs!].map((moved) => moved.has(first) || moved.has(second))
    if (by(mine) === by(theirs)) return by(mine)
    return isOfMine ? !isOfTheirs && by(mine) : by(isOfTheirs ? theirs : base)
  }
  let left = base!
  for (;;) {
    const next = left.find((name) => left.every((other) => other === name || !isBefore(other, name)))
    if (next === undefined) return left.length === 0
    left = left.filter((name) => name !== next)
  }
}

describe('merging', () => {
  it('takes changes of different rows and of different fields of one row from both sides', () => {
    const mine = grown(base, [bill(0, { amount_cents: 150 }), bill(5)])
    const theirs = grown(base, [
      bill(0, { amount_cents: 100, due_date: '2026-05-01' }),
      drop(2),
      { type: 'set_fields', fields: { planning_balance_cents: 77 } },
    ])
    const { scenario, clashes, edit } = mergeScenarios(base, mine, theirs)
    expect(clashes).toEqual([])
    expect(scenario.bills.map((row) => [row.name, row.amount_cents, row.due_date])).toEqual([
      ['Bill 0', 150, '2026-05-01'],
      ['Bill 1', 100, null],
      ['Bill 5', 100, null],
    ])
    expect(scenario.planning_balance_cents).toBe(77)
    expect(contentOf(applied(theirs, edit))).toEqual(contentOf(scenario))
  })

  it('asks about the same field changed differently, and does as answered', () => {
    const mine = grown(base, [bill(0, { amount_cents: 150 })])
    const theirs = grown(base, [bill(0, { amount_cents: 160 })])
    const asked = mergeScenarios(base, mine, theirs)
    expect(asked.clashes).toMatchObject([
      { key: `bills/${ids[0]}/amount_cents`, about: 'field', name: 'Bill 0', base: 100, mine: 150, theirs: 160 },
    ])
    const key = asked.clashes[0]!.key
    expect(mergeScenarios(base, mine, theirs, { [key]: 'mine' })).toMatchObject({
      clashes: [],
      scenario: { bills: [{ amount_cents: 150 }, {}, {}] },
    })
    expect(mergeScenarios(base, mine, theirs, { [key]: 'theirs' })).toMatchObject({
      clashes: [],
      scenario: { bills: [{ amount_cents: 160 }, {}, {}] },
    })
  })

  it('the same change on both sides is no question', () => {
    const both = grown(base, [bill(0, { amount_cents: 150 })])
    expect(mergeScenarios(base, both, both)).toMatchObject({ clashes: [], edit: { edits: [] } })
  })

  it('asks about a row deleted on one side and changed on the other', () => {
    const asked = mergeScenarios(base, grown(base, [drop(1)]), grown(base, [bill(1, { amount_cents: 1 })]))
    expect(asked.clashes).toMatchObject([{ about: 'row', row_id: ids[1], mine: null, theirs: { amount_cents: 1 } }])
  })

  it('the balance and its day are one field', () => {
    const mine = grown(base, [{ type: 'set_fields', fields: { planning_balance_cents: 5 } }])
    const theirs = grown(base, [{ type: 'set_fields', fields: { start_date: '2026-04-02' } }])
    expect(mergeScenarios(base, mine, theirs).clashes).toMatchObject([
      { key: 'balance', mine: { planning_balance_cents: 5, start_date: '2026-03-01' } },
    ])
  })

  it('a rule that only both together break is a question about the rows it names', () => {
    const mine = grown(base, [share(3, 70)])
    const theirs = grown(base, [share(4, 70)])
    const asked = mergeScenarios(base, mine, theirs)
    expect(asked.clashes).toMatchObject([{ about: 'rule', problem: { code: 'percents_must_not_exceed_100' } }])
    const settled = mergeScenarios(base, mine, theirs, { [asked.clashes[0]!.key]: 'mine' })
    expect(settled.clashes).toEqual([])
    expect(settled.scenario.allocations.map((row) => row.value)).toEqual([70, 20])
  })

  it('an allocation added to a bill that the other side deleted is a question', () => {
    const mine = grown(base, [
      { type: 'put_row', collection: 'allocations', row: { id: ids[6]!, target: `bill:${ids[1]}`, kind: 'fixed', value: 10 } },
    ])
    const theirs = grown(base, [drop(1)])
    const asked = mergeScenarios(base, mine, theirs)
    expect(asked.clashes).toMatchObject([{ about: 'rule', problem: { code: 'target_names_no_bill' } }])
    const key = asked.clashes[0]!.key
    expect(mergeScenarios(base, mine, theirs, { [key]: 'mine' }).scenario.bills).toHaveLength(3)
    expect(mergeScenarios(base, mine, theirs, { [key]: 'theirs' }).scenario.allocations).toHaveLength(2)
  })

  const move = (index: number, position: number): ScenarioEdit => ({
    type: 'put_row',
    collection: 'bills',
    row: { id: ids[index]! },
    position,
  })
  const namesOf = ({ bills }: Scenario): string[] => bills.map((row) => row.name)

  it('a row that both sides moved, to different places, asks', () => {
    const many = grown(
      blank(),
      Array.from({ length: 8 }, (_, index) => bill(index)),
    )
    expect(mergeScenarios(many, grown(many, [move(2, 0)]), grown(many, [move(2, 6)])).clashes).toMatchObject([
      { key: 'bills/order', about: 'order' },
    ])
  })
  it('rows that one side each moved are moved, and so are those added beside them', () => {
    const five = grown(base, [bill(5), bill(6)])
    const merged = mergeScenarios(five, grown(five, [move(2, 0)]), grown(five, [move(1, 4), bill(7)]))
    expect(merged.clashes).toEqual([])
    expect(namesOf(merged.scenario)).toEqual(['Bill 2', 'Bill 0', 'Bill 5', 'Bill 6', 'Bill 1', 'Bill 7'])
  })
  it('where one side exchanged two neighbours, the one that the other side moved is not asked about', () => {
    const four = grown(base, [bill(5)])
    const merged = mergeScenarios(four, grown(four, [move(1, 0)]), grown(four, [move(0, 3)]))
    expect(merged.clashes).toEqual([])
    expect(namesOf(merged.scenario)).toEqual(['Bill 1', 'Bill 2', 'Bill 5', 'Bill 0'])
    const other = mergeScenarios(four, grown(four, [move(0, 1)]), grown(four, [move(1, 3)]))
    expect(other.clashes).toEqual([])
    expect(namesOf(other.scenario)).toEqual(['Bill 0', 'Bill 2', 'Bill 5', 'Bill 1'])
  })
  it('moves of different rows are kept, and come out the same whichever side is mine', () => {
    let asked = 0
    const many = grown(
      blank(),
      Array.from({ length: 8 }, (_, index) => bill(index)),
    )
    const moves = fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(moves, fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 4, maxLength: 4 }), (moved, places) => {
        const movedBy = [0, 1].map((side) => moved.filter((_, nth) => nth % 2 === side))
        const [mine, theirs] = [0, 1].map((side) =>
          grown(
            many,
            movedBy[side]!.map((index, nth) => move(index, places[nth * 2 + side]!)),
          ),
        )
        const [one, other] = [mergeScenarios(many, mine!, theirs!), mergeScenarios(many, theirs!, mine!)]
        expect(other.clashes.length).toBe(one.clashes.length)
        if (one.clashes.length > 0) {
          const names = movedBy.map((indexes) => new Set(indexes.map((index) => `Bill ${index}`)))
          if (canAllBeKept([many, mine!, theirs!].map(namesOf), names)) asked += 1
          return
        }
        expect(namesOf(one.scenario)).toEqual(namesOf(other.scenario))
        expect(namesOf(one.scenario).toSorted()).toEqual(namesOf(many).toSorted())
        const untouched = (names: string[]): string[] => names.filter((name) => !moved.some((index) => name === `Bill ${index}`))
        expect(untouched(namesOf(one.scenario))).toEqual(untouched(namesOf(many)))
      }),
      { numRuns: manyRuns(2000) },
    )
    // Several moves of one side may come to a single one of a row that the other moved: so it is in one case of some seven hundred.
    expect(asked).toBeLessThanOrEqual(2 + manyRuns(2000) / 100)
  })

  const mergedNames = (base: string[], mine: string[], theirs: string[]): string[] | null => {
    const [b, m, t] = [base, mine, theirs].map((names) =>
      grown(
        blank(),
        names.map((name) => bill(Number(name))),
      ),
    )
    const { scenario, clashes } = mergeScenarios(b!, m!, t!)
    return clashes.length > 0 ? null : scenario.bills.map(({ name }) => name.slice(-1))
  }
  const isInOrder = (names: string[], [first, second]: string[]): boolean => names.indexOf(first!) < names.indexOf(second!)
  function expectFair(base: string[], mine: string[], theirs: string[]): void {
    const merged = mergedNames(base, mine, theirs)
    expect(mergedNames(base, theirs, mine)).toEqual(merged)
    const both = mine.filter((name) => theirs.includes(name))
    const [ofBase, ofMine, ofTheirs] = [base, mine, theirs].map((names) => names.filter((name) => both.includes(name)))
    const of = merged?.filter((name) => both.includes(name))
    if (String(ofMine) === String(ofTheirs)) expect(of).toEqual(ofMine)
    else if (base.length > 0 && String(ofMine) === String(ofBase)) expect(of).toEqual(ofTheirs)
    for (const [at, first] of both.entries()) {
      const alike = both.slice(at + 1).filter((second) => isInOrder(theirs, [first, second]))
      for (const second of alike)
        expect(merged === null || isInOrder(merged, [first, second]), `${mine} and ${theirs}: ${merged}`).toBe(true)
    }
  }

  it('of an order that both sides have alike nothing is turned round', () => {
    expect(mergedNames(['0', '1', '2'], ['0', '2', '1'], ['2', '1', '0'])).toEqual(['2', '1', '0'])
    expect(mergedNames([...'0123'], [...'0132'], [...'0231'])).toEqual([...'0321'])
    for (const rows of ['012', '0123']) {
      const orders = ordersOf([...rows])
      for (const mine of orders) for (const theirs of orders) expectFair([...rows], mine, theirs)
    }
  })
  it('nor where there are more rows, and either side takes some away and adds others', () => {
    const order = fc.shuffledSubarray([...'0123456'], { minLength: 5 })
    fc.assert(
      fc.property(order, order, (mine, theirs) => {
        for (const base of ['', '01234', '0123456']) expectFair([...base], mine, theirs)
      }),
      { numRuns: manyRuns(3000) },
    )
  })
  it('an order that one side changed holds, with what the other added', () => {
    expect(mergeScenarios(base, grown(base, [move(2, 0)]), grown(base, [bill(5)])).scenario.bills.map((row) => row.name)).toEqual([
      'Bill 2',
      'Bill 5',
      'Bill 0',
      'Bill 1',
    ])
  })

  it('a row that both sides added, at different places and beside others, comes out the same whichever side is mine', () => {
    const put = (index: number, position: number): ScenarioEdit => ({
      type: 'put_row',
      collection: 'bills',
      row: { id: ids[index]!, name: `Bill ${index}`, amount_cents: 100 },
      position,
    })
    const [one, other] = [grown(base, [put(5, 0), put(6, 1)]), grown(base, [put(6, 3), put(7, 4), put(5, 5)])]
    expect(contentOf(mergeScenarios(base, one, other).scenario)).toEqual(contentOf(mergeScenarios(base, other, one).scenario))
  })

  it('a currency changed here and an amount changed there come together', () => {
    const mine = grown(base, [{ type: 'set_fields', fields: { currency_code: 'JPY' } }])
    const theirs = grown(base, [bill(0, { amount_cents: 500 })])
    const merged = mergeScenarios(base, mine, theirs)
    expect(merged.clashes).toEqual([])
    expect(contentOf(applied(theirs, merged.edit))).toMatchObject({
      currency_code: 'JPY',
      bills: [{ amount_cents: 5 }, { amount_cents: 1 }, { amount_cents: 1 }],
    })
  })

  const edits = fc.array(anyEdit, { maxLength: 4 })
  it('is sound and reachable whatever both sides did, once every question is answered', () => {
    fc.assert(
      fc.property(
        anyScenario,
        edits,
        edits,
        fc.infiniteStream(fc.constantFrom('mine' as const, 'theirs' as const)),
        (start, a, b, answers) => {
          const [mine, theirs] = [grown(start, a), grown(start, b)]
          const choices: Record<string, 'mine' | 'theirs'> = {}
          let merged = mergeScenarios(start, mine, theirs, choices)
          for (let round = 0; merged.clashes.length > 0; round += 1) {
            if (round > 50) throw new Error(`never settles: ${JSON.stringify(merged.clashes)}`)
            for (const conflict of merged.clashes) choices[conflict.key] = answers.next().value!
            merged = mergeScenarios(start, mine, theirs, choices)
          }
          expect(checkScenario(merged.scenario)).toEqual([])
          expect(contentOf(applied(theirs, merged.edit))).toEqual(contentOf({ ...merged.scenario, name: merged.scenario.name }))
        },
      ),
      { numRuns: manyRuns(3000) },
    )
  })

  it('gives the same content with the sides swapped, where nothing clashes', () => {
    fc.assert(
      fc.property(anyScenario, edits, edits, (start, a, b) => {
        const [mine, theirs] = [grown(start, a), grown(start, b)]
        const one = mergeScenarios(start, mine, theirs)
        const other = mergeScenarios(start, theirs, mine)
        expect(one.clashes.length > 0).toBe(other.clashes.length > 0)
        if (one.clashes.length === 0) expect(contentOf(one.scenario)).toEqual(contentOf(other.scenario))
      }),
      { numRuns: manyRuns(3000) },
    )
  })

  it('loses nothing that one side alone changed', () => {
    fc.assert(
      fc.property(anyScenario, edits, (start, a) => {
        const mine = grown(start, a)
        const merged = mergeScenarios(start, mine, start)
        expect(merged.clashes).toEqual([])
        expect(isSameContent(merged.scenario, mine)).toBe(true)
      }),
      { numRuns: manyRuns(2000) },
    )
  })
})
