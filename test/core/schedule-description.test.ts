/** How a rule reads. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeSchedule } from '../../core/schedule/describe-schedule.ts'
import { english, sayingIn } from '../../server/words/words.ts'
import { manyRuns } from './runs.ts'
import { dated, schedulesWithExceptions, type Marked } from './schedule-reference.ts'

const german = sayingIn('de')
const m = (more: Partial<Marked> = {}): Marked => ({ every: 1, unit: 'month', ...more })
const w = (more: Partial<Marked> = {}): Marked => ({ every: 1, unit: 'week', ...more })
const y = (more: Partial<Marked> = {}): Marked => ({ every: 1, unit: 'year', ...more })

describe('a rule in words', () => {
  it.each<[Marked | null, string, string]>([
    [null, '2026-01-31', 'once, on 2026-01-31'],
    [{ every: 1, unit: 'day' }, '2026-01-31', 'every day'],
    [{ every: 2, unit: 'day' }, '2026-01-31', 'every second day'],
    [{ every: 10, unit: 'day', shift: 'after' }, '2026-01-31', 'every ten days, moved to Monday after a weekend'],
    [w(), '2026-01-02', 'every Friday'],
    [w({ every: 2 }), '2026-01-02', 'every second Friday'],
    [w({ every: 2, on: ['TH'] }), '2026-01-02', 'every second Thursday'],
    [w({ every: 6 }), '2026-01-02', 'every six weeks on Friday'],
    [w({ on: ['TH', 'MO'] }), '2026-01-02', 'every Monday and Thursday'],
    [w({ every: 2, on: ['MO', 'WE', 'FR'] }), '2026-01-02', 'every second week on Monday, Wednesday and Friday'],
    [w({ on: ['MO', 'TU', 'WE', 'TH', 'FR'] }), '2026-01-02', 'every weekday'],
    [w({ every: 3, on: ['MO', 'TU', 'WE', 'TH', 'FR'] }), '2026-01-02', 'every three weeks on Monday to Friday'],
    [w({ on: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] }), '2026-01-02', 'every day'],
    [w({ shift: 'before' }), '2026-01-02', 'every Friday'],
    [w({ shift: 'before' }), '2026-01-03', 'every Saturday, moved to Friday before a weekend'],
    [m(), '2026-01-15', 'every month on the 15th'],
    [m(), '2026-01-31', 'every month on the last day'],
    [m({ shift: 'before' }), '2026-01-31', 'every month on the last day, moved to Friday before a weekend'],
    [m({ on: [-1] }), '2026-01-15', 'every month on the last day'],
    [m(), '2026-01-30', 'every month on the 30th, or the last day of February'],
    [m({ short_month: 'skip' }), '2026-01-31', 'every month on the 31st, where there is one'],
    [m({ on: [1, 15] }), '2026-01-01', 'on the 1st and 15th of every month'],
    [m({ on: [15, 1, 31] }), '2026-01-01', 'on the 1st, 15th and last day of every month'],
    [m({ on: [2, 3, 11, 12, 13, 21, 22, 23] }), '2026-01-02', 'on the 2nd, 3rd, 11th, 12th, 13th, 21st, 22nd and 23rd of every month'],
    [m({ every: 2, on: [1, 15] }), '2026-01-01', 'every second month on the 1st and 15th'],
    [m({ every: 3, on: [-2] }), '2026-01-01', 'every three months on the second-to-last day'],
    [m({ on: [-10] }), '2026-01-01', 'every month on the 10th-to-last day'],
    [m({ on: ['2TU'] }), '2026-01-01', 'every month on the second Tuesday'],
    [m({ on: ['-1FR', '1FR', '3FR'] }), '2026-01-01', 'every month on the first, third and last Friday'],
    [m({ on: ['-1FR', '2TU'] }), '2026-01-01', 'every month on the second Tuesday and the last Friday'],
    [
      m({ on: ['5SA'], shift: 'after' }),
      '2026-01-01',
      'every month on the fifth Saturday, where there is one, moved to Monday after a weekend',
    ],
    [y(), '2026-03-15', 'every year on the 15th of March'],
    [y({ every: 2, on: [1, 15] }), '2026-03-15', 'every second year on the 1st and 15th of March'],
    [y(), '2024-02-29', 'every year on the 29th of February, or the 28th'],
    [y({ short_month: 'skip' }), '2024-02-29', 'every year on the 29th of February, where there is one'],
    [y({ on: [31] }), '2026-02-01', 'every year on the last day of February'],
    [y({ on: [1, 31] }), '2026-04-01', 'every year on the 1st and last day of April'],
    [y({ on: [31] }), '2026-03-01', 'every year on the 31st of March'],
    [y({ on: ['-1MO'] }), '2026-05-01', 'every year on the last Monday of May'],
    [m({ until: '2026-12-31' }), '2026-01-15', 'every month on the 15th, until 2026-12-31'],
    [m({ count: 12 }), '2026-01-15', 'every month on the 15th, 12 times'],
    [m({ count: 2 }), '2026-01-15', 'every month on the 15th, twice'],
    [m({ count: 1, on: [20] }), '2026-01-15', 'once, on 2026-01-20'],
    [
      m({ skip: ['2026-02-15', '2026-03-15'], move: { '2026-04-15': '2026-04-20' }, amounts: { '2026-05-15': 1 } }),
      '2026-01-15',
      'every month on the 15th; 2 skipped, 1 moved, 1 with another amount',
    ],
    [m({ skip: ['2026-02-14', '2026-03-15'], move: { '2026-03-15': '2026-04-20' } }), '2026-01-15', 'every month on the 15th; 1 skipped'],
  ])('%j from %s: %s', (schedule, anchor, words) => {
    expect(describeSchedule(dated(schedule, anchor), english)).toBe(words)
  })
  it('what came of a date that is paid, or paid in part, is no other amount of the rule', () => {
    const paid = [{ date: '2026-02-16', amount_cents: 41_25 }]
    const exceptions = {
      '2026-02-15': { amount_cents: 41_25, paid, rest: 'dropped' as const },
      '2026-03-15': { amount_cents: 250_00, paid },
      '2026-04-15': { moved_to: '2026-04-16', amount_cents: 1, rest: 'open' as const },
      '2026-05-15': { amount_cents: 300_00 },
    }
    const row = { ...dated(m(), '2026-01-15'), exceptions }
    expect(describeSchedule(row, english)).toBe('every month on the 15th; 1 with another amount')
  })
  it('its dates are written as the person reads them', () => {
    const words = describeSchedule(dated(m({ until: '2026-12-31' }), '2026-01-15'), english, (date) =>
      date.split('-').toReversed().join('.'),
    )
    expect(words).toBe('every month on the 15th, until 31.12.2026')
  })
  it('every rule has words, all of them words', () => {
    fc.assert(
      fc.property(schedulesWithExceptions, ({ schedule, anchor }) => {
        expect(describeSchedule(dated(schedule, anchor), english)).toMatch(/^(every|on the|once,) [A-Za-z0-9][A-Za-z0-9,; -]*$/)
        expect(describeSchedule(dated(schedule, anchor), german)).toMatch(
          /^(jeden|alle|am|jährlich|montags|einmalig)[ \u00a0][A-Za-zäöüß0-9][A-Za-zäöüß0-9.,; \u00a0-]*$/,
        )
        for (const say of [english, german])
          expect(describeSchedule(dated(schedule, anchor), say)).not.toMatch(
            /undefined|NaN|null|object|schedule\.|[{}]| {2}| [,;.]|,,|^ | $/,
          )
      }),
      { numRuns: manyRuns(2_000) },
    )
  })
})
