import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import { eventsBetween } from '../../../core/projection/events.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { estimateSpending } from '../../../core/spending/estimate-spending.ts'
import { everydayBill, everydayOfWeek, spendingTaken } from '../../../core/spending/everyday.ts'
import { spendingProposals } from '../../../core/spending/spending-bills.ts'
import { spendingOfMonth } from '../../../core/spending/spending-month.ts'
import { blank, grown, ids } from '../arbitraries.ts'
import { projected } from '../projectionPlans.ts'
import { runs } from '../runs.ts'
import { later } from '../schedule-reference.ts'
import { withSpent } from './noting.ts'

const named = (name: string) => ({ name, category: null })
const put = (at: number, row: object): ScenarioEdit => ({ type: 'put_row', collection: 'bills', row: { id: ids[at]!, ...row } as never })
const weekly = (name: string, amount_cents: number, due_date = '2026-06-01') => ({
  name,
  amount_cents,
  due_date,
  schedule: { every: 1, unit: 'week' as const },
  spread: true,
})
const from = (day: string): ScenarioEdit => ({ type: 'set_fields', fields: { start_date: day, planning_balance_cents: 100_000 } })
const paid = (date: string, cents: number, payee: string) => ({
  id: `${date} ${payee} ${cents}`,
  date,
  amount_cents: -cents,
  payee,
  memo: '',
})
/** Thirteen weeks before 29 June, 80 a week at a shop and 20 elsewhere. */
const estimate = estimateSpending(
  Array.from({ length: 13 }, (_, week) => [
    paid(later('2026-04-01', 7 * week), 8_000, 'REWE'),
    paid(later('2026-04-02', 7 * week), 2_000, 'KIOSK'),
  ]).flat(),
  { today: '2026-06-29', from: '2026-03-30', until: '2026-06-29' },
)!

describe('what is said in one sum', () => {
  const said = grown(blank(), [from('2026-06-29'), put(0, everydayBill('Everyday spending', 8_500, '2026-06-29'))])
  const takenInto = (plan: Scenario) => {
    let at = 5
    const edit = spendingTaken(plan, spendingProposals(plan, estimate, '2026-06-29'), {
      named,
      said: 'Everyday spending',
      newId: () => ids[(at += 1)]!,
    })
    return edit ? grown(plan, [edit]) : null
  }
  it('leaves day by day, and is told as so much a week', () => {
    expect(projected(said, '2026-06-29', '2026-07-06').total_cents.at(-1)).toBe(100_000 - 8_500)
    expect(everydayOfWeek(said, '2026-07-02')).toBe(8_500)
    expect(everydayOfWeek(said, '2026-06-28')).toBe(0)
    expect(everydayOfWeek(grown(said, [put(1, { ...weekly('Fuel', 6_000), schedule: { every: 1, unit: 'month' } })]), '2026-07-02')).toBe(
      8_500 + 1_355,
    )
  })
  it('becomes the rest when what the bank says is taken, so that nothing counts twice; taken again, nothing changes', () => {
    const plan = takenInto(said)!
    expect(plan.bills.map(({ id, name, amount_cents }) => [id === ids[0], name, amount_cents])).toEqual([
      [true, 'rest', 2_000],
      [false, 'groceries', 8_000],
    ])
    expect(everydayOfWeek(plan, '2026-06-29')).toBe(10_000)
    expect(takenInto(plan)).toBeNull()
  })
  it('goes where it leaves by the month', () => {
    const plan = takenInto(grown(said, [put(0, { schedule: { every: 1, unit: 'month' } })]))!
    expect(plan.bills.map(({ name, amount_cents }) => [name, amount_cents])).toEqual([
      ['groceries', 8_000],
      ['rest', 2_000],
    ])
  })
})

describe('a month of everyday spending', () => {
  const june = { from: '2026-06-01', until: '2026-07-01' }
  const plan = grown(blank(), [from('2026-06-01'), put(0, weekly('Groceries', 7_000)), put(1, weekly('Fuel', 1_400))])
  /** Brought to the bank as a day ends. */
  const brought = (payments: ReturnType<typeof paid>[], day: string) => {
    const noted = plan.bills.map((bill) =>
      withSpent(
        bill,
        payments.filter(({ payee }) => (payee === 'SHELL') === (bill.name === 'Fuel')),
        day,
        '2026-06-01',
      ),
    )
    return { ...plan, bills: noted, start_date: day }
  }
  const figures = (scenario: Scenario, today: string, at = 0) => {
    const { planned_cents, spent_cents, assumed_cents, left_cents, over_cents } = spendingOfMonth(scenario, { ...june, today }).bills[at]!
    return [planned_cents, spent_cents, assumed_cents, left_cents, over_cents]
  }
  it('says what was planned where no bank has told anything: what is past counts as planned', () => {
    expect(figures(plan, '2026-06-01')).toEqual([30_000, 0, 0, 30_000, 0])
    expect(figures(plan, '2026-06-11')).toEqual([30_000, 0, 10_000, 20_000, 0])
    expect(figures({ ...plan, start_date: '2026-06-11' }, '2026-06-11')).toEqual([30_000, 0, 10_000, 20_000, 0])
    expect(spendingOfMonth(plan, { ...june, today: '2026-06-11' }).known_until).toBeNull()
  })
  it('says of a week that runs over the end of a month apart what it has more or less in the one month', () => {
    // Of the week from Jun 29 nothing was spent until Jun 30, so its 70 are left for the five days of July that had 50.
    const july = spendingOfMonth(brought([], '2026-06-30'), { from: '2026-07-01', until: '2026-08-01', today: '2026-07-01' }).bills[0]!
    expect([july.planned_cents, july.left_cents, july.over_cents, july.edge_cents]).toEqual([31_000, 33_000, 2_000, 2_000])
    const known = brought([paid('2026-06-02', 8_000, 'REWE')], '2026-06-30')
    const june_told = spendingOfMonth(known, { ...june, today: '2026-07-01' }).bills[0]!
    // 10 over in the first week, three weeks of 70 of which nothing was spent; the two days of the last had 20.
    expect([june_told.over_cents, june_told.edge_cents]).toEqual([1_000 - 21_000 - 2_000, -2_000])
  })
  it('says what was spent, what is left of the week that runs, and what of a week that is over is not carried on', () => {
    // 80 in the first week (70 planned), 20 of the second until Thursday: 50 left of it, then 70 and 70 and two days of 10.
    const known = brought(
      [paid('2026-06-02', 5_000, 'REWE'), paid('2026-06-06', 3_000, 'LIDL'), paid('2026-06-09', 2_000, 'REWE')],
      '2026-06-11',
    )
    expect(figures(known, '2026-06-12')).toEqual([30_000, 10_000, 0, 21_000, 1_000])
    // Of fuel nothing was spent: the first week leaves nothing more, the second is open in full.
    expect(figures(known, '2026-06-12', 1)).toEqual([6_000, 0, 0, 1_400 + 2_800 + 400, -1_400])
    const month = spendingOfMonth(known, { ...june, today: '2026-06-12' })
    expect(month.known_until).toBe('2026-06-11')
    expect(month.sums).toMatchObject({ planned_cents: 36_000, spent_cents: 10_000, over_cents: -400 })
    expect(month.bills[0]!.periods.slice(0, 2)).toMatchObject([
      { scheduled_date: '2026-06-01', spent_cents: 8_000, left_cents: 0, over_cents: 1_000 },
      { scheduled_date: '2026-06-08', spent_cents: 2_000, left_cents: 5_000, over_cents: 0 },
    ])
    expect(month.bills[0]!.days.find(({ date }) => date === '2026-06-09')).toEqual({
      date: '2026-06-09',
      planned_cents: 1_000,
      spent_cents: 2_000,
      assumed_cents: 0,
      left_cents: 0,
    })
    expect(month.bills.map(({ spent_until }) => spent_until)).toEqual([null, null])
  })
  it('says until when nothing is left of a week that is spent', () => {
    const known = brought([paid('2026-06-09', 9_000, 'REWE')], '2026-06-10')
    const [groceries] = spendingOfMonth(known, { ...june, today: '2026-06-11' }).bills
    expect(groceries).toMatchObject({ spent_until: '2026-06-15', spent_cents: 9_000, left_cents: 16_000 })
  })
  it('has left, on every day and whatever was spent, what the balance ahead counts', () => {
    const spent = fc.record({ day: fc.nat(40), cents: fc.integer({ min: 1, max: 9_000 }), payee: fc.constantFrom('REWE', 'SHELL') })
    fc.assert(
      fc.property(fc.array(spent, { maxLength: 20 }), fc.nat(29), fc.nat(9), (list, day, more) => {
        const bank = later('2026-06-01', day)
        const known = brought(
          list.map((one) => paid(later('2026-06-01', one.day), one.cents, one.payee)),
          bank,
        )
        const today = later(bank, more)
        const { bills } = spendingOfMonth(known, { ...june, today })
        const projection = projected(known, today, '2026-09-01')
        for (const { bill, left_cents, periods, days } of bills) {
          const ahead = (since: string, until: string) =>
            eventsBetween(projection, since, until)
              .filter(({ id }) => id === bill.id)
              .reduce((sum, event) => sum + event.amount_cents, 0)
          expect(left_cents).toBe(today < june.until ? ahead(today, june.until) : 0)
          expect(periods.reduce((sum, one) => sum + one.spent_cents, 0)).toBe(days.reduce((sum, one) => sum + one.spent_cents, 0))
        }
      }),
      { numRuns: runs(200) },
    )
  })
})
