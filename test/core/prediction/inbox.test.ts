import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { predictBills } from '../../../core/prediction/predictBills.ts'
import { inboxOf, proposalsToKeep } from '../../../core/prediction/inbox.ts'
import { rowOf, type Proposal } from '../../../core/prediction/proposal.ts'
import { dismissal } from '../../../core/prediction/reconcile.ts'
import { applyEdit } from '../../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { Bill, Scenario } from '../../../core/scenario.ts'
import { at, blank, ids } from '../arbitraries.ts'
import { runs } from '../runs.ts'
import { charges, monthly, today } from './charges.ts'

const paid = [
  ...charges('Housing Company', monthly('2025-05-01'), 90_000),
  ...charges('Streamflix', monthly('2025-05-05'), 1_499),
  ...charges('Acme Corp', monthly('2025-05-15'), -245_000),
]
const proposals = predictBills(paid, today)
const of = (payee: string): Proposal => proposals.find((one) => one.name.toLowerCase().includes(payee))!

function grown(plan: Scenario, ...edits: ScenarioEdit[]): Scenario {
  const applied = applyEdit(plan, { type: 'batch', edits }, at)
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
  return applied.scenario
}
const put = (nth: number, row: object): ScenarioEdit => ({ type: 'put_row', collection: 'bills', row: { id: ids[nth]!, ...row } as Bill })
const names = (plan: Scenario, parted: Scenario | null = null): string[] =>
  inboxOf(proposals, plan, { parted }).going.map(({ proposal }) => proposal.payee)

const base = grown(blank(), put(0, rowOf(of('housing'))), put(1, rowOf(of('streamflix'))))

describe('what waits for a word', () => {
  it('is what the plan has not, until it is taken or put aside', () => {
    expect(names(blank()).length).toBe(3)
    expect(names(base)).toEqual([of('acme').payee])
    expect(names(grown(base, { type: 'set_fields', fields: { dismissed: [dismissal(of('acme'))] } }))).toEqual([])
  })

  it('is counted alike from what is kept of it', () => {
    fc.assert(
      fc.property(fc.subarray([...proposals]), fc.subarray([...proposals]), (taken, aside) => {
        const plan = grown(blank(), ...taken.map((one, nth) => put(nth, { ...rowOf(one), ...(nth === 1 && { amount_cents: 7 }) })), {
          type: 'set_fields',
          fields: { dismissed: aside.map(dismissal) },
        })
        const known = new Map(paid.map((one) => [one.id, one]))
        const kept = proposalsToKeep(proposals, plan, known)
        expect(inboxOf(kept, plan).going.length).toBe(inboxOf(proposals, plan, { charges: known }).going.length)
      }),
      { numRuns: runs(60) },
    )
  })
})

describe('in a what-if', () => {
  const dearer = grown(base, put(0, { amount_cents: 120_000, amount_low_cents: null, amount_high_cents: null }))
  const later = grown(base, put(0, { changes: [{ from: '2026-07-01', amount_cents: 130_000 }] }))
  const without = grown(base, { type: 'delete_row', collection: 'bills', id: ids[1]! })
  const ended = grown(base, put(1, { schedule: { every: 1, unit: 'month', until: '2026-07-31' } }))

  it('what is otherwise on purpose is not brought back to what the bank says', () => {
    for (const plan of [dearer, later, without, ended]) {
      expect(names(plan, base)).toEqual([of('acme').payee])
    }
    expect(names(dearer)).toContain(of('housing').payee)
    expect(names(without)).toContain(of('streamflix').payee)
  })

  it('what both have otherwise than the bank is offered in both', () => {
    const wrong = grown(base, put(0, { amount_cents: 85_000, amount_low_cents: null, amount_high_cents: null }))
    expect(names(wrong, wrong)).toContain(of('housing').payee)
    const alsoOther = grown(wrong, put(1, { amount_cents: 2_000 }))
    expect(names(alsoOther, wrong)).toContain(of('housing').payee)
    expect(names(alsoOther, wrong)).not.toContain(of('streamflix').payee)
  })

  it('of a row that has its own amount its days are still offered, and the other way around', () => {
    const found = inboxOf(proposals, grown(dearer, put(0, { due_date: '2026-07-20' })), {
      parted: grown(base, put(0, { due_date: '2026-07-20' })),
    }).going.find(({ proposal }) => proposal.payee === of('housing').payee)
    expect(found?.kind === 'known' && Object.keys(found.fields)).not.toContain('amount_cents')
    expect(found?.kind === 'known' && Object.keys(found.fields)).toContain('due_date')
  })

  it('what the person wrote, and changed there so far that it is known no more, is not offered as new', () => {
    const written = grown(
      blank(),
      put(0, { name: 'Rent', amount_cents: 90_000, due_date: '2026-07-01', schedule: { every: 1, unit: 'month' } }),
    )
    const moved = grown(written, put(0, { amount_cents: 300_000 }))
    expect(names(moved)).toContain(of('housing').payee)
    expect(names(moved, written)).not.toContain(of('housing').payee)
  })
})
