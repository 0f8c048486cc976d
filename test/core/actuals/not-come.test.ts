/** What has not come stays to be said until it is: by a word, by the plan, or by a later file. */
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import fc from 'fast-check'
import { bringToBank } from '../../../core/actuals/bring-to-bank.ts'
import { withAnswers } from '../../../core/actuals/answers.ts'
import { datesFreed, keepMissing, saidToStay, waitingDates, type KeptMissing } from '../../../core/actuals/not-come.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { edited, evidence, match, monthly, paid, plan, rowId } from './plans.ts'

const accounts = { '': null }
const dentist = { id: rowId(1), name: 'Dentist', amount_cents: 12_000, due_date: '2026-03-06' }
const water = {
  id: rowId(2),
  name: 'Water',
  amount_cents: 2_800,
  due_date: '2026-03-05',
  schedule: monthly,
  evidence: evidence('WATERWORKS'),
}
const gym = {
  id: rowId(3),
  name: 'Gym',
  amount_cents: 3_000,
  due_date: '2026-03-07',
  schedule: monthly,
  evidence: evidence('FITNESS CLUB'),
}

/** The plan where the bank is on a day, and what is kept of dates that have not come. */
function brought(scenario: Scenario, kept: readonly KeptMissing[], day: string, transactions: AccountTransaction[] = []) {
  const balance = { date: day, amount_cents: 150_000 }
  const matched = match(scenario, transactions, day, { covered_until: day, accounts })
  const result = bringToBank(scenario, matched, { balance, transactions, accounts })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const after = edited(scenario, result.edit)
  const { known, asked } = withAnswers(matched, new Map())
  return { after, asked, kept: keepMissing(after, { told: known.missing, asked }, kept) }
}
const named = (scenario: Scenario, kept: readonly KeptMissing[]): string[] =>
  waitingDates(scenario, kept).map(({ row, date }) => `${row.id.slice(-1)} ${date}`)

const home = (): Scenario => plan({ bills: [dentist, water, gym] })

describe('dates that have not come', () => {
  it('are kept with their own day, also when the bank is looked at again and on a later day', () => {
    const first = brought(home(), [], '2026-03-10')
    expect(named(first.after, first.kept)).toEqual(
      ['1 2026-03-06', '2 2026-03-05', '3 2026-03-07'].sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1)),
    )
    const again = brought(first.after, first.kept, '2026-03-10')
    expect(named(again.after, again.kept).sort()).toEqual(named(first.after, first.kept).sort())
    const later = brought(again.after, again.kept, '2026-03-20')
    expect(named(later.after, later.kept).sort()).toEqual(named(first.after, first.kept).sort())
  })

  it('are gone once the plan says it: left out, paid, put on a later day, or by a later file', () => {
    const { after, kept } = brought(home(), [], '2026-03-10')
    const skipped = edited(after, { type: 'set_dates', collection: 'bills', id: rowId(1), dates: { '2026-03-10': { skipped: true } } })
    expect(named(skipped, kept)).toEqual(['2 2026-03-05', '3 2026-03-07'])
    const moved = edited(after, {
      type: 'set_dates',
      collection: 'bills',
      id: rowId(2),
      dates: { '2026-03-05': { moved_to: '2026-03-19' } },
    })
    expect(named(moved, kept)).toEqual(['1 2026-03-06', '3 2026-03-07'])
    const file = brought(after, kept, '2026-03-20', [paid(12, -2_800, 'WATERWORKS')])
    expect(named(file.after, file.kept).sort()).toEqual(['1 2026-03-06', '3 2026-03-07'])
    const gone = edited(after, { type: 'delete_row', collection: 'bills', id: rowId(1) })
    expect(named(gone, kept)).toEqual(['2 2026-03-05', '3 2026-03-07'])
  })

  it('that are said to stay due are asked about again on a later day alone', () => {
    const { after, kept } = brought(home(), [], '2026-03-10')
    const one = waitingDates(after, kept).find(({ row }) => row.id === rowId(1))!
    const said = saidToStay(after, kept, one)
    expect(named(after, said)).toEqual(['2 2026-03-05', '3 2026-03-07'])
    const again = brought(after, said, '2026-03-10')
    expect(named(again.after, again.kept).sort()).toEqual(['2 2026-03-05', '3 2026-03-07'])
    const later = brought(again.after, again.kept, '2026-03-20')
    expect(named(later.after, later.kept).sort()).toEqual(['1 2026-03-06', '2 2026-03-05', '3 2026-03-07'])
  })

  it('of which a payment was asked about are told once it is said to be none of the plan’s', () => {
    const { after, asked, kept } = brought(home(), [], '2026-03-20', [paid(19, -2_800, 'WATERWORKS')])
    expect(asked).toHaveLength(1)
    expect(named(after, kept)).toEqual(['1 2026-03-06', '3 2026-03-07'])
    const none = new Map([[asked[0]!.transactions[0]!, 'none' as const]])
    expect(datesFreed(asked, new Map(), after.start_date)).toEqual([])
    const freed = datesFreed(asked, none, after.start_date)
    expect(named(after, keepMissing(after, { told: freed, asked: [] }, kept))).toEqual(['1 2026-03-06', '3 2026-03-07', '2 2026-03-05'])
  })

  it('are none of a plan that was taken back to before they were told', () => {
    const { kept } = brought(home(), [], '2026-03-10')
    expect(named(home(), kept)).toEqual([])
  })

  it('are each kept once and never lost, whatever comes on which day and however often it is looked at', () => {
    const names = ['OTHER', 'WATERWORKS', 'FITNESS CLUB']
    fc.assert(
      fc.property(
        fc.array(fc.record({ after: fc.integer({ min: 0, max: 6 }), paid: fc.subarray([1, 2]), says: fc.boolean() }), { maxLength: 5 }),
        (looks) => {
          let state: ReturnType<typeof brought> = brought(home(), [], '2026-03-10')
          let day = '2026-03-10'
          const open = new Set([1, 2, 3])
          let due = new Set<number>()
          for (const look of looks) {
            day = addDays(day, look.after)
            if (look.after > 0) due = new Set()
            // What is paid within days of the next date is taken for that one.
            const coming = look.paid.filter((nth) => open.has(nth + 1) && look.after > 0 && day < '2026-03-26')
            const transactions = coming.map((nth) => paid(day, nth === 1 ? -2_800 : -3_000, names[nth]!))
            state = brought(state.after, state.kept, day, transactions)
            // A payment long after its date is asked about: its date waits for that word.
            const unsure = new Set(state.asked.map(({ row }) => Number(row.id.slice(-1))))
            for (const nth of coming) if (!unsure.has(nth + 1)) open.delete(nth + 1)
            const waiting = waitingDates(state.after, state.kept)
            if (look.says && waiting.length > 0) {
              state.kept = saidToStay(state.after, state.kept, waiting[0]!)
              due.add(Number(waiting[0]!.row.id.slice(-1)))
            }
            const told = [...waitingDates(state.after, state.kept), ...state.asked].filter(
              (one) => !['2026-04-05', '2026-04-07'].includes(one.scheduled_date),
            )
            const left = told.map(({ row }) => Number(row.id.slice(-1)))
            expect(left.sort()).toEqual([...open].filter((nth) => !due.has(nth)).sort())
            expect(new Set(state.kept.map(({ row, scheduled_date }) => `${row.id} ${scheduled_date}`)).size).toBe(state.kept.length)
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})
