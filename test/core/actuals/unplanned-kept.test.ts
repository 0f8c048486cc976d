/** What was not planned can be said later too: until it is, is put aside, or the plan says it. */
import { describe, expect, it } from 'vitest'
import type { KeptOfPlan } from '../../../core/actuals/kept.ts'
import type { Unplanned } from '../../../core/actuals/matched.ts'
import { keepUnplanned, waitingUnplanned, type KeptUnplanned } from '../../../core/actuals/unplanned-kept.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { edited, evidence, monthly, plan, rowId } from './plans.ts'

const unplanned = (id: string, date: string, payee = 'FURNITURE HOUSE'): Unplanned => ({
  transactions: [id],
  date,
  account_id: null,
  payee,
  amount_cents: -41_200,
})
const nothing: KeptOfPlan = { matches: [], seen: [], last: null }
const none: ReadonlySet<string> = new Set()
const on = (start_date: string): Scenario => edited(plan({}), { type: 'set_fields', fields: { start_date } })
const idsOf = (scenario: Scenario, kept: readonly KeptUnplanned[], ofPlan = nothing): string[] =>
  waitingUnplanned(scenario, kept, ofPlan).flatMap(({ transactions }) => transactions)

describe('what was not planned', () => {
  const first = keepUnplanned([unplanned('a', '2026-03-11'), unplanned('b', '2026-03-12')], [], none, '2026-03-20')

  it('waits when the page is opened again, and once later files have brought the plan further', () => {
    expect(idsOf(on('2026-03-20'), first)).toEqual(['a', 'b'])
    const later = keepUnplanned([unplanned('c', '2026-04-02')], first, none, '2026-04-05')
    expect(idsOf(on('2026-04-05'), later)).toEqual(['a', 'b', 'c'])
    // Undo of the later step alone leaves what the first told.
    expect(idsOf(on('2026-03-20'), later)).toEqual(['a', 'b'])
    expect(idsOf(on('2026-03-19'), later)).toEqual([])
  })

  it('is told once, and keeps the day on which it was told first', () => {
    const again = keepUnplanned(waitingUnplanned(on('2026-04-05'), first, nothing), first, none, '2026-04-05')
    expect(again).toEqual(first)
  })

  it('comes no more once it is put aside, or is two months back', () => {
    expect(idsOf(on('2026-03-20'), keepUnplanned([], first, new Set(['a']), '2026-03-20'))).toEqual(['b'])
    expect(keepUnplanned([], first, none, '2026-05-11')).toEqual([first[1]])
  })

  it('is said where it pays a date or a card, or is a row of every month, as long as the plan says so', () => {
    const rent = { id: rowId(1), name: 'Rent', amount_cents: 41_200, due_date: '2026-03-11', schedule: monthly }
    const paid = edited(edited(plan({ bills: [rent] }), { type: 'set_fields', fields: { start_date: '2026-03-20' } }), {
      type: 'set_dates',
      collection: 'bills',
      id: rowId(1),
      dates: { '2026-03-11': { rest: 'dropped' } },
    })
    const match = {
      row: { collection: 'bills' as const, id: rowId(1) },
      scheduled_date: '2026-03-11',
      transactions: ['a'],
      date: '2026-03-11',
      state: 'open' as const,
      amount_cents: 41_200,
      paid_cents: 41_200,
      rest_cents: 0,
      paid_on: '2026-03-11',
      until: '2026-03-20',
    }
    const said = { ...nothing, matches: [match] }
    expect(idsOf(paid, first, said)).toEqual(['b'])
    const opened = edited(paid, { type: 'set_dates', collection: 'bills', id: rowId(1), dates: { '2026-03-11': { rest: null } } })
    expect(idsOf(opened, first, said)).toEqual(['a', 'b'])
    const made = { ...rent, evidence: { ...evidence('FURNITURE HOUSE'), first_date: '2026-03-12', last_date: '2026-03-12' } }
    expect(idsOf({ ...plan({ bills: [made] }), start_date: '2026-03-20' }, first)).toEqual(['a'])
  })
})
