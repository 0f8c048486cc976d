/** Names that look the same, written in two ways of Unicode. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit } from '../../core/edit/edit.ts'
import { project } from '../../core/projection/project.ts'
import type { Scenario } from '../../core/scenario.ts'
import { at, blank, grown, ids } from './arbitraries.ts'
import { runs } from './runs.ts'

const names = fc.constantFrom('Café', 'Ünïcødé', 'Épargne à nous', 'Å', 'ガソリン', 'Žluťoučký', 'Việt Nam', '각')
const writing = fc.constantFrom(
  (name: string) => name.normalize('NFD'),
  (name: string) => name.normalize('NFC'),
  (name: string) => name.replaceAll(' ', '\u00a0'),
)
const potsOf = (scenario: Scenario): [string, number][] => {
  const found = project(scenario, { today: '2026-03-01', until: '2026-04-01' })
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found.projection.pots.map(({ target, end_cents }) => [target, end_cents])
}

describe('a name written in two ways', () => {
  it('is one pot, however it is entered', () => {
    fc.assert(
      fc.property(names, writing, writing, (name, one, other) => {
        const plan = grown(
          { ...blank(), planning_balance_cents: 10_000 },
          [one, other].map((write, index) => ({
            type: 'put_row' as const,
            collection: 'allocations' as const,
            row: { id: ids[index]!, target: `savings:${write(name)}`, kind: 'fixed' as const, value: 1_000 },
          })),
        )
        expect(potsOf(plan)).toEqual([[`savings:${name}`, 2_000]])
      }),
      { numRuns: runs(100) },
    )
  })

  it('is one goal: a second one is refused', () => {
    const first = grown(blank(), [{ type: 'put_row', collection: 'goals', row: { id: ids[0]!, name: 'Café', target_cents: 5 } }])
    const second = applyEdit(first, { type: 'put_row', collection: 'goals', row: { id: ids[1]!, name: 'Cafe\u0301', target_cents: 5 } }, at)
    expect(second.ok ? [] : second.problems.map(({ code }) => code)).toEqual(['name_is_used_twice'])
  })

  it('that was stored as two pots is one, with the money of both', () => {
    const stored: Scenario = {
      ...grown(blank(), [
        { type: 'put_row', collection: 'allocations', row: { id: ids[0]!, target: 'savings:Café', kind: 'fixed', value: 1_000 } },
      ]),
      planning_balance_cents: 10_000,
      opening_pots: [
        { target: 'savings:Cafe\u0301', amount_cents: 300 },
        { target: 'savings:Café', amount_cents: 200 },
      ],
    }
    expect(potsOf(stored)).toEqual([['savings:Café', 1_500]])
  })
})
