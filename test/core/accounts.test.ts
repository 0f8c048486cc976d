/** Cards, loans, savings and transfers, against a slow reference and by what must hold of every plan. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayLines } from '../../core/payments/day-lines.ts'
import { heldOn } from '../../core/payments/held-on.ts'
import { flowsOf } from '../../core/flows.ts'
import { paydayTable } from '../../core/payments/payday-table.ts'
import { paydayDivisions, potByDay } from '../../core/projection/divisions.ts'
import { occurrenceCache } from '../../core/projection/occurrences.ts'
import { eventsBetween } from '../../core/projection/events.ts'
import { explain } from '../../core/projection/explain.ts'
import type { Figure } from '../../core/projection/explanations.ts'
import { accountByDay, togetherByDay } from '../../core/projection/figures/accounts.ts'
import { outside } from '../../core/projection/posting.ts'
import { postingsOf } from '../../core/projection/postings.ts'
import { project } from '../../core/projection/project.ts'
import type { Projection } from '../../core/projection/projection.ts'
import { sumNames } from '../../core/projection/simulate.ts'
import { anyAccountEdit, anyAccountsPlan, withAccountEdit } from './accountPlans.ts'
import { anyToday, projected } from './projectionPlans.ts'
import { referenceProjection } from './referenceProjection.ts'
import { manyRuns } from './runs.ts'
import { later } from './schedule-reference.ts'

function firstDifference(projection: Projection, ours: Float64Array, theirs: (bigint | undefined)[]): unknown {
  const day = theirs.findIndex((cents, index) => cents === undefined || BigInt(ours[index]!) !== cents)
  return day < 0 ? null : { date: later(projection.start_date, day), ours: ours[day], theirs: theirs[day] }
}

describe('a projection with accounts, against one day at a time with bigints', () => {
  it('has the same accounts, days, pots, events and interest over five years', { timeout: 1_800_000 }, () => {
    fc.assert(
      fc.property(anyAccountsPlan, anyToday, (scenario, today) => {
        const until = '2031-01-01'
        const reference = referenceProjection(scenario, today, until)
        const projection = projected(scenario, today, until)
        for (const { id, name } of scenario.accounts)
          expect([
            name,
            firstDifference(
              projection,
              accountByDay(projection, id)!,
              reference.days.map((day) => day.accounts.get(id)),
            ),
          ]).toEqual([name, null])
        expect(
          firstDifference(
            projection,
            projection.available_cents,
            reference.days.map((day) => day.available),
          ),
        ).toBeNull()
        expect(
          firstDifference(
            projection,
            projection.total_cents,
            reference.days.map((day) => day.total),
          ),
        ).toBeNull()
        for (const { target } of projection.pots)
          expect([
            target,
            firstDifference(
              projection,
              potByDay(projection, target)!,
              reference.days.map((day) => day.pots.get(target) ?? 0n),
            ),
          ]).toEqual([target, null])
        const events = eventsBetween(projection, scenario.start_date, until).map(
          ({ date, kind, id, nominal_date, amount_cents, from_pot_cents }) =>
            [date, kind, id, nominal_date, amount_cents, from_pot_cents].join(' '),
        )
        expect(events.join('\n')).toBe(
          reference.events
            .map(({ date, kind, id, nominal_date, amount, fromPot }) => [date, kind, id, nominal_date, amount, fromPot].join(' '))
            .join('\n'),
        )
        if (projection.counted_until === until)
          expect(projection.accounts.map(({ interest_cents }) => BigInt(interest_cents))).toEqual(
            scenario.accounts.map(({ id }) => reference.interest.get(id)!),
          )
        expect(projection.lowest_point.date).toBe(reference.lowest.date)
        expect(
          projection.next_payday && { date: projection.next_payday.date, amount: BigInt(projection.next_payday.amount_cents) },
        ).toEqual(reference.nextPayday)
      }),
      { numRuns: manyRuns(2_000) },
    )
  })
})

const sumOf = (contributions: readonly { cents: number }[]): bigint => contributions.reduce((sum, { cents }) => sum + BigInt(cents), 0n)

describe('of every plan with accounts', () => {
  it('what is kept from the plan before gives the same projection as a fresh one, edit after edit', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(anyAccountsPlan, fc.array(anyAccountEdit, { minLength: 1, maxLength: 12 }), (plan, edits) => {
        const kept = occurrenceCache()
        let scenario = plan
        for (const edit of edits) {
          const asked = { today: '2026-01-10', until: edit.at % 5 === 0 ? '2027-03-01' : '2028-01-01' }
          const [warm, fresh] = [project(scenario, { ...asked, kept }), project(scenario, asked)]
          if (!warm.ok || !fresh.ok) throw new Error('These plans are small.')
          const told = ({ projection }: typeof warm) => {
            const { months, pots, goals, accounts, available_cents, total_cents, lowest_point, due_before_payday, simulation } = projection
            return {
              months,
              pots,
              goals,
              accounts,
              available_cents,
              total_cents,
              lowest_point,
              due_before_payday,
              payments: simulation.accounts?.payments,
              days: scenario.accounts.map(({ id }) => accountByDay(projection, id)),
              events: eventsBetween(projection, '2026-01-01', '2028-01-01'),
            }
          }
          expect(told(warm)).toEqual(told(fresh))
          scenario = withAccountEdit(scenario, edit)
        }
      }),
      { numRuns: manyRuns(500) },
    )
  })
  it('each day the sum of all accounts changes only by incomes, bills and interest', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(anyAccountsPlan, (scenario) => {
        const projection = projected(scenario, '2026-01-01', '2028-01-01')
        const byDay = scenario.accounts.map(({ id }) => accountByDay(projection, id)!)
        const together = togetherByDay(projection)
        const crossing = new Float64Array(projection.day_count)
        for (const { rule, day, from, to, cents } of postingsOf(projection, ({ day }) => day < projection.day_count)) {
          expect(from === to).toBe(false)
          if (from !== outside && to !== outside) continue
          expect(['balance', 'income', 'bill', 'interest']).toContain(rule)
          crossing[day]! += to === outside ? -cents : cents
        }
        let expected = 0
        for (let day = 0; day < projection.day_count; day += 1) {
          expected += crossing[day]!
          expect(byDay.reduce((sum, days) => sum + days[day]!, projection.total_cents[day]!)).toBe(expected)
          expect(together[day]).toBe(expected)
        }
      }),
      { numRuns: manyRuns(300) },
    )
  })

  it(
    'the rules on incomes divide what comes onto the main account, and what they are told to move is what moves',
    { timeout: 600_000 },
    () => {
      fc.assert(
        fc.property(anyAccountsPlan, (scenario) => {
          const projection = projected(scenario, '2026-01-01', '2028-01-01')
          const divisions = paydayDivisions(projection, '2026-01-01', '2028-01-01')
          const landed = eventsBetween(projection, '2026-01-01', '2028-01-01').filter(
            ({ kind, to_account_id }) => kind === 'income' && to_account_id === null,
          )
          expect(divisions.map(({ income_id, date, base_cents }) => [income_id, date, base_cents])).toEqual(
            landed.map(({ id, date, amount_cents }) => [id, date, amount_cents]),
          )
          const moved = postingsOf(projection, ({ rule, day }) => rule === 'allocated_from_income' && day < projection.day_count)
          expect(sumOf(divisions.flatMap(({ shares }) => shares.map(({ kept_cents: cents }) => ({ cents }))))).toBe(sumOf(moved))
        }),
        { numRuns: manyRuns(200) },
      )
    },
  )

  it('every explanation sums exactly, across accounts', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(anyAccountsPlan, anyToday, fc.nat(399), fc.nat(399), (scenario, today, day, since) => {
        const projection = projected(scenario, today, later('2026-01-01', 400))
        const [date, from] = [later('2026-01-01', day), later('2026-01-01', since)]
        const monthSums = [...sumNames, 'end_available_cents', 'end_total_cents'] as const
        const shown: [Figure, number | null][] = [
          [{ figure: 'available', date }, projection.available_cents[day]!],
          [{ figure: 'total', date, since: from }, projection.total_cents[day]!],
          [{ figure: 'safe_to_spend' }, projection.safe_to_spend_cents],
          [{ figure: 'next_payday' }, projection.next_payday?.amount_cents ?? null],
          [{ figure: 'due_before_payday' }, projection.due_before_payday.amount_cents],
          ...projection.pots.map(({ target }): [Figure, number] => [{ figure: 'pot', target, date }, potByDay(projection, target)![day]!]),
          ...scenario.accounts.flatMap(({ id }, nth): [Figure, number][] => [
            [{ figure: 'account', id, date }, accountByDay(projection, id)![day]!],
            [{ figure: 'account', id, date, since: from }, accountByDay(projection, id)![day]!],
            [{ figure: 'interest', id }, projection.accounts[nth]!.interest_cents],
          ]),
          ...projection.months.flatMap((month) =>
            monthSums.map((sum): [Figure, number] => [{ figure: 'month', month: month.month, sum }, month[sum]]),
          ),
        ]
        for (const [figure, cents] of shown) {
          const explanation = explain(projection, figure)
          expect([figure, explanation?.cents ?? null]).toEqual([figure, cents])
          if (explanation) expect(sumOf(explanation.contributions)).toBe(BigInt(explanation.cents))
        }
      }),
      { numRuns: manyRuns(200) },
    )
  })

  it('the lines of each day sum to what the day changes on the main account', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(anyAccountsPlan, (scenario) => {
        const projection = projected(scenario, '2026-01-01', '2027-01-01')
        for (const { date, before, after, lines } of dayLines(projection, '2026-01-01', '2027-01-01')) {
          if (!before || !after) continue
          const available = lines.reduce((sum, line) => sum + line.available_cents, before.available_cents)
          const total = lines.reduce((sum, line) => sum + line.available_cents + line.pot_cents, before.total_cents)
          expect([date, available, total]).toEqual([date, after.available_cents, after.total_cents])
        }
        const last = heldOn(projection, '2026-12-31').after!
        expect(last.available_cents).toBe(projection.available_cents.at(-1))
      }),
      { numRuns: manyRuns(200) },
    )
  })

  it('what flows out of the main account is what came onto it and what is missing', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(anyAccountsPlan, (scenario) => {
        const projection = projected(scenario, '2026-01-01', '2027-01-01')
        const flows = flowsOf(projection, '2026-02-01', '2026-08-01')
        const rest = flows.filter(({ target }) => target === 'rest').reduce((sum, { cents }) => sum + cents, 0)
        const missing = flows.filter(({ source }) => source === 'shortfall').reduce((sum, { cents }) => sum + cents, 0)
        const last = heldOn(projection, '2026-07-31').after!
        expect(rest - missing).toBe(last.available_cents)
      }),
      { numRuns: manyRuns(200) },
    )
  })

  it('each payday carries exactly what comes until the next one', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(anyAccountsPlan, fc.nat(200), (scenario, day) => {
        const projection = projected(scenario, '2026-01-01', '2027-06-01')
        const rows = paydayTable(projection, later('2026-01-01', day), '2027-06-01')
        expect([rows[0]!.from, rows.at(-1)!.until]).toEqual([later('2026-01-01', day), '2027-06-01'])
        expect(rows.at(-1)!.left_cents).toBe(projection.available_cents.at(-1))
        for (const [nth, { from, until, carried_in_cents, lands_cents, set_aside_cents, due_cents, left_cents }] of rows.entries()) {
          expect(carried_in_cents + lands_cents - set_aside_cents - due_cents).toBe(left_cents)
          if (nth > 0) expect([rows[nth - 1]!.until, rows[nth - 1]!.left_cents]).toEqual([rows[nth]!.from, carried_in_cents])
          if (nth > 2) continue
          const told = (['lands', 'set_aside', 'due'] as const).map(
            (of) => explain(projection, { figure: 'payday', of, from, until })!.cents,
          )
          expect(told).toEqual([lands_cents, set_aside_cents, due_cents])
        }
      }),
      { numRuns: manyRuns(300) },
    )
  })

  it('a wider window never changes what was there before it ends', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(anyAccountsPlan, anyToday, fc.integer({ min: 1, max: 900 }), (scenario, today, days) => {
        const [near, far] = [projected(scenario, today, later('2026-01-01', days)), projected(scenario, today, '2029-06-01')]
        for (const { id } of scenario.accounts)
          expect([...accountByDay(near, id)!]).toEqual([...accountByDay(far, id)!.subarray(0, near.counted)])
        const { lowest_point, next_payday, due_before_payday } = far
        expect(near).toMatchObject({ lowest_point, next_payday, due_before_payday })
        expect(near.accounts.map(({ now_cents, lowest }) => [now_cents, lowest])).toEqual(
          far.accounts.map(({ now_cents, lowest }) => [now_cents, lowest]),
        )
      }),
      { numRuns: manyRuns(300) },
    )
  })
})
