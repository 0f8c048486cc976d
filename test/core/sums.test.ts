/** Wherever balances are listed, the lines sum to them: what was there before, and each line, is what is there. */
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf } from '../../core/calendar.ts'
import { dayLines } from '../../core/payments/day-lines.ts'
import { csvOf } from '../../core/exports/csv.ts'
import { journalOf } from '../../core/exports/journal.ts'
import { paymentsBetween } from '../../core/payments/payments-between.ts'
import { reportOf, type ProjectionReport, type ReportDay } from '../../core/exports/projection-report.ts'
import { daysOfPeriod, isSpread } from '../../core/schedule/spread.ts'
import { potByDay } from '../../core/projection/divisions.ts'
import { explain } from '../../core/projection/explain.ts'
import { eventsBetween } from '../../core/projection/events.ts'
import { movementsBetween } from '../../core/projection/movements.ts'
import type { Projection } from '../../core/projection/projection.ts'
import { english } from '../../server/words/words.ts'
import { anyPlan, anyToday, planOf, projected } from './projectionPlans.ts'
import { manyRuns } from './runs.ts'
import { later } from './schedule-reference.ts'

function dayReport(projection: Projection): ReportDay[] {
  const told = reportOf(projection, 'day')
  if (!told.ok) throw new Error(told.problems[0]!.says)
  return (JSON.parse([...told.pieces].join('')) as ProjectionReport).days!
}

const sum = (cents: readonly number[]): number => Number(cents.reduce((all, one) => all + BigInt(one), 0n))

/** Available and in pots at the end of each day, as the lines of a list add up. */
function balancesOf(
  projection: Projection,
  lines: readonly { date: string; available_cents: number; pot_cents: number }[],
): { available: number[]; pots: number[] } {
  const byDay = Map.groupBy(lines, ({ date }) => date)
  const found: { available: number[]; pots: number[] } = { available: [], pots: [] }
  let [available, pots] = [0, 0]
  for (let day = 0; day < projection.day_count; day += 1) {
    const own = byDay.get(dateOf(projection.start_day + day)) ?? []
    available += sum(own.map(({ available_cents }) => available_cents))
    pots += sum(own.map(({ pot_cents }) => pot_cents))
    found.available.push(available)
    found.pots.push(pots)
  }
  return found
}

const shown = ({ available_cents, total_cents }: Projection) => ({
  available: [...available_cents],
  pots: Array.from(total_cents, (total, day) => total - available_cents[day]!),
})

/** Cents of decimal text with two digits. */
const cents = (text: string): number => (text === '' ? 0 : Number(text.replace('.', '')))

const until = '2027-07-01'
const holds = (name: string, all: number, check: (projection: Projection, today: string) => void): void =>
  it(name, () =>
    fc.assert(
      fc.property(anyPlan, anyToday, (scenario, today) => check(projected(scenario, today, until), today)),
      { numRuns: manyRuns(all) },
    ),
  )

describe('lines sum to the balances shown', () => {
  holds('the movements, to what is available and to what is in the pots, on every day', 300, (projection) => {
    expect(balancesOf(projection, movementsBetween(projection, projection.start_date, until))).toEqual(shown(projection))
    for (const { target } of projection.pots) {
      const own = movementsBetween(projection, projection.start_date, until).filter((movement) => movement.target === target)
      expect(balancesOf(projection, own).pots).toEqual([...potByDay(projection, target)!])
    }
  })

  holds('a part of the movements is that part of all of them', 100, (projection) => {
    const [from, to] = [later(projection.start_date, 40), later(projection.start_date, 130)]
    expect(movementsBetween(projection, from, to)).toEqual(
      movementsBetween(projection, projection.start_date, until).filter(({ date }) => date >= from && date < to),
    )
  })

  holds('the days of the calendar and of what comes up: as a day begins, its lines, as it ends', 300, (projection, today) => {
    for (const from of [projection.start_date, today > projection.start_date ? today : projection.start_date]) {
      let last = from === projection.start_date ? projection.scenario.planning_balance_cents : null
      for (const { before, after, lines } of dayLines(projection, from, later(from, 60))) {
        if (!before || !after) continue
        // Days that are left out change nothing.
        if (last !== null) expect(before.available_cents).toBe(last)
        expect(before.available_cents + sum(lines.map(({ available_cents }) => available_cents))).toBe(after.available_cents)
        expect(before.total_cents + sum(lines.map(({ available_cents, pot_cents }) => available_cents + pot_cents))).toBe(after.total_cents)
        last = after.available_cents
      }
    }
  })

  holds('the table for a spreadsheet', 100, (projection) => {
    const rows = Papa.parse<Record<string, string>>([...csvOf(projection, english)].join(''), {
      header: true,
      skipEmptyLines: true,
    }).data.filter(({ date }) => date !== '')
    const lines = rows.map((row) => ({
      date: row.date!,
      available_cents: cents(row.money_in!) - cents(row.money_out!) - cents(row.into_pot!) + cents(row.from_pot!),
      pot_cents: cents(row.into_pot!) - cents(row.from_pot!),
    }))
    const { available, pots } = balancesOf(projection, lines)
    expect({ available, pots }).toEqual(shown(projection))
    for (const row of rows) {
      const day = (Date.parse(row.date!) - Date.parse(projection.start_date)) / 86_400_000
      expect([cents(row.available_at_end_of_day!), cents(row.in_pots_at_end_of_day!)]).toEqual([available[day], pots[day]])
    }
  })

  holds('the report by the day, and its events to the totals', 100, (projection) => {
    const days = dayReport(projection)
    expect(
      balancesOf(
        projection,
        days.flatMap(({ movements }) => movements),
      ),
    ).toEqual({ available: days.map((day) => day.available_cents), pots: days.map((day) => day.total_cents - day.available_cents) })
    let total = projection.scenario.planning_balance_cents
    for (const { events, total_cents } of days) {
      total += sum(events.map(({ kind, amount_cents }) => (kind === 'income' ? amount_cents : -amount_cents)))
      expect(total_cents).toBe(total)
    }
  })

  holds('the payments that count, to the totals', 100, (projection) => {
    const { scenario, start_date, today } = projection
    const spread = new Map(scenario.bills.filter(isSpread).map((bill) => [bill.id, bill]))
    const planned = paymentsBetween(scenario, start_date, until, today).filter(({ state }) => state === 'planned')
    const events = eventsBetween(projection, start_date, until)
    const told = (payments: readonly { id: string; nominal_date: string; amount_cents: number }[]): unknown[] =>
      payments.filter(({ id }) => !spread.has(id)).map(({ id, nominal_date, amount_cents }) => [id, nominal_date, amount_cents])
    expect(told(planned)).toEqual(told(events))
    // Of what leaves over the days each day has its share; those of a period that is over are the payment.
    const shares = Map.groupBy(events, ({ id, nominal_date }) => `${id} ${nominal_date}`)
    for (const { id, date, nominal_date, amount_cents } of planned) {
      const bill = spread.get(id)
      if (!bill || daysOfPeriod(bill, dayOf(nominal_date)!, dayOf(date)!).until > dayOf(until)!) continue
      expect(sum((shares.get(`${id} ${nominal_date}`) ?? []).map((share) => share.amount_cents))).toBe(amount_cents)
    }
  })

  holds('the journal for hledger, posting by posting', 60, (projection) => {
    const postings = new Map<string, number>()
    let date = ''
    for (const line of [...journalOf(projection, english)].join('').split('\n')) {
      date = /^(\d{4}-\d{2}-\d{2}) /.exec(line)?.[1] ?? date
      const posting = /^ {4}(assets:\S.*?) {2}\w+ (-?[\d.]+)$/.exec(line)
      if (posting)
        postings.set(
          posting[1]!.startsWith('assets:available') ? 'available' : 'pots',
          (postings.get(posting[1]!.startsWith('assets:available') ? 'available' : 'pots') ?? 0) + cents(posting[2]!),
        )
    }
    expect(date < until).toBe(true)
    expect([postings.get('available') ?? 0, postings.get('pots') ?? 0]).toEqual([
      shown(projection).available.at(-1),
      shown(projection).pots.at(-1),
    ])
  })

  holds('an explanation of what is available, since any day', 60, (projection) => {
    for (const days of [0, 31, 200]) {
      const date = later(projection.start_date, days)
      for (const since of [undefined, later(projection.start_date, 20)])
        expect(explain(projection, { figure: 'available', date, ...(since && { since }) })!.cents).toBe(projection.available_cents[days])
    }
  })
})

it('a day tells what a pot does because of a payment right behind it, and what is paid already moves nothing', () => {
  const bill = { name: 'Insurance', amount_cents: 50_000, due_date: '2026-01-10' }
  const plan = planOf({
    balance: 100_000,
    bills: [bill, { name: 'Gym', amount_cents: 900, due_date: '2026-01-10', settled: ['2026-01-10'] }],
    incomes: [{ name: 'Pay', amount_cents: 80_000, due_date: '2026-01-10' }],
    opening_pots: [{ target: 'savings:Car', amount_cents: 7_000 }],
  })
  const rules = [
    { target: `bill:${plan.bills[0]!.id}`, kind: 'fixed' as const, value: 30_000, base: 'balance' as const },
    { target: 'savings:Car', kind: 'percent' as const, value: 10, base: 'income' as const },
  ]
  const projection = projected(planOf({ ...plan, balance: 100_000, allocations: rules }), '2026-01-01', '2026-02-01')
  const told = dayLines(projection, '2025-12-20', '2026-01-20').map(({ date, before, after, lines }) => [
    date,
    before && `${before.available_cents} of ${before.total_cents}`,
    ...lines.map(
      (line) =>
        `${line.payment ? `${line.payment.name} ${line.payment.state}` : `${line.movement.kind} ${line.movement.name}`} ${line.available_cents} ${line.pot_cents}`,
    ),
    after && `${after.available_cents} of ${after.total_cents}`,
  ])
  expect(told).toEqual([
    ['2026-01-01', '100000 of 100000', 'opening_pot Car -7000 7000', 'set_aside Insurance -30000 30000', '63000 of 100000'],
    [
      '2026-01-10',
      '63000 of 100000',
      'Pay planned 80000 0',
      'set_aside Car -8000 8000',
      'Insurance planned -50000 0',
      'from_pot Insurance 30000 -30000',
      'Gym settled 0 0',
      '115000 of 130000',
    ],
  ])
})
