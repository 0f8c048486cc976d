/** Transfers that pay a loan off, as a calendar has them: its last payment at what is left, and none after it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../core/calendar.ts'
import { accountsAhead, card_horizon } from '../../core/exports/card-events.ts'
import { calendarOf } from '../../core/exports/ics.ts'
import { lastDateOf } from '../../core/horizon.ts'
import { decimalText, minorUnitDigits } from '../../core/money/money.ts'
import { eventsBetween } from '../../core/projection/events.ts'
import { project } from '../../core/projection/project.ts'
import { loanPayers } from '../../core/projection/taken.ts'
import { wholeAmount } from '../../core/payments/part-payments.ts'
import type { Scenario, Transfer } from '../../core/scenario.ts'
import { english } from '../../server/words/words.ts'
import { anyAccountsPlan } from './accountPlans.ts'
import { calendarReaders } from './calendarReaders.ts'
import { leastSaid, manyRuns } from './runs.ts'

const { read } = calendarReaders[0]!
const textOf = (scenario: Scenario): string => [...calendarOf(scenario, { shows_amounts: true }, english)].join('')
const withoutSign = (summary: string): string => summary.replace(/ [+-]([\d.]+ [A-Z]{3})$/, ' $1')

describe('a calendar of loans', () => {
  it('has what the days ahead have of each payment, and nothing once a loan is paid off', () => {
    let [last, ended] = [0, 0]
    fc.assert(
      fc.property(anyAccountsPlan, (scenario) => {
        const until = addDays(lastDateOf(scenario.start_date, card_horizon), 1)
        const projected = project(scenario, { today: scenario.start_date, until })
        if (!projected.ok) return
        const rowOf = (id: string): Transfer => scenario.transfers.find((row) => row.id === id)!
        const ids = new Set(loanPayers(scenario).map(({ id }) => id))
        const events = eventsBetween(projected.projection, scenario.start_date, until).filter(({ id }) => ids.has(id))
        const wanted = events
          .filter(({ id, nominal_date, amount_cents }) => amount_cents > 0 || wholeAmount(rowOf(id), nominal_date) === 0)
          .map(
            ({ id, date, name, amount_cents }) =>
              `${id} ${date} ${name} ${decimalText(amount_cents, minorUnitDigits(scenario.currency_code))}`,
          )
        last += accountsAhead(scenario, scenario.start_date).loan_ends.size
        ended += events.length - wanted.length
        const shown = read([textOf(scenario)], scenario.start_date, addDays(until, -1))[0]!
          .filter(([uid]) => ids.has(uid.split('.')[0]!))
          .map(([uid, date, summary]) => `${uid.split('.')[0]} ${date} ${withoutSign(summary).replace(/ [A-Z]{3}$/, '')}`)
        expect(shown.sort()).toEqual(wanted.sort())
      }),
      { numRuns: manyRuns(2_000) },
    )
    expect(Math.min(last, ended)).toBeGreaterThanOrEqual(leastSaid)
  })
})
