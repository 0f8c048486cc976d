import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { occurrences } from '../../core/schedule/schedule.ts'
import { scheduleSchema, type Schedule } from '../../core/schedule/rule.ts'
import { presetOf, presets, rhythmOf } from '../../web/components/schedule/presets.ts'
import {
  canBeOnWeekend,
  canBeShort,
  daysMeant,
  draftOf,
  readRule,
  withDays,
  withPreset,
  type RuleDraft,
} from '../../web/components/schedule/ruleDraft.ts'
import { ordinal } from '../../web/components/schedule/names.ts'
import { runs } from '../core/runs.ts'
import { anchors, plainSchedules } from '../core/schedule-reference.ts'

const drafted = (due_date: string | null, schedule: Schedule | null = null): RuleDraft => draftOf({ due_date, schedule })
const ruleOf = (draft: RuleDraft) => {
  const read = readRule(draft, null)
  return read.ok ? read.schedule : read.problem
}

describe('a rule in the editor', () => {
  test('says the same dates when nothing was changed', () => {
    fc.assert(
      fc.property(plainSchedules, anchors, (schedule, anchor) => {
        const read = readRule(drafted(anchor, scheduleSchema.parse(schedule)), null)
        if (!read.ok) return
        const dates = (rule: Schedule | null): string[] =>
          occurrences({ schedule: rule, due_date: anchor, exceptions: {} }, anchor, '2200-01-01')
            .slice(0, 40)
            .map(({ date }) => date)
        expect(dates(read.schedule)).toEqual(dates(schedule))
      }),
      { numRuns: runs(200) },
    )
  })

  test('follows its first date where it names no day of its own', () => {
    const draft = drafted('2026-01-31', { every: 1, unit: 'month' })
    expect(daysMeant(draft)).toEqual([31])
    expect(daysMeant({ ...draft, due_date: '2026-02-05' })).toEqual([5])
    expect(withDays(draft, [15]).on).toEqual([15])
    expect(withDays(draft, [31]).on).toBe(null)
    expect(daysMeant(drafted('2026-01-31', { every: 1, unit: 'week' }))).toEqual(['SA'])
  })

  test('asks about short months only where a day may be missing', () => {
    const monthly = (day: number) => canBeShort(drafted(`2026-01-${day}`, { every: 1, unit: 'month' }))
    expect([28, 29, 31].map(monthly)).toEqual([false, true, true])
    expect(canBeShort(drafted('2024-02-29', { every: 1, unit: 'year' }))).toBe(true)
    expect(canBeShort(drafted('2026-03-31', { every: 1, unit: 'year' }))).toBe(false)
    expect(canBeShort(drafted('2026-01-31', { every: 1, unit: 'week' }))).toBe(false)
    expect(canBeShort(drafted('2026-01-31', { every: 1, unit: 'month', on: ['-1FR'] }))).toBe(false)
  })

  test('asks about weekends only where one can be met', () => {
    expect(canBeOnWeekend(drafted('2026-01-05', { every: 1, unit: 'week', on: ['MO', 'FR'] }))).toBe(false)
    expect(canBeOnWeekend(drafted('2026-01-05', { every: 1, unit: 'week', on: ['FR', 'SA'] }))).toBe(true)
    expect(canBeOnWeekend(drafted('2026-01-05', { every: 1, unit: 'month' }))).toBe(true)
    expect(canBeOnWeekend(drafted('2026-01-05'))).toBe(false)
  })

  test('that is no rule yet is refused in words', () => {
    const monthly = drafted('2026-01-31', { every: 1, unit: 'month' })
    expect(ruleOf({ ...monthly, due_date: '' })).toBe('Give the first date; the others are counted from it.')
    expect(ruleOf({ ...monthly, every: '' })).toBe('A schedule repeats every 1 to 1000 days, weeks, months or years.')
    expect(ruleOf({ ...monthly, ends: 'until' })).toBe('Give the day on which it ends.')
    expect(ruleOf({ ...monthly, ends: 'until', until: '2025-01-01' })).toMatch(/^No day from Jan 31, 2026 on fits this rule/)
    expect(ruleOf({ ...monthly, ends: 'count', count: '' })).toMatch(/^A schedule ends after 1 to/)
    expect(ruleOf({ ...monthly, due_date: '', repeats: false })).toBe(null)
  })
})

describe('presets', () => {
  test('each is known again as what it is, from any first date', () => {
    fc.assert(
      fc.property(anchors, fc.constantFrom(...presets), (due_date, preset) => {
        expect(presetOf(rhythmOf(preset, due_date))).toBe(preset)
        expect(ruleOf(withPreset(drafted(due_date), preset, '2026-01-01'))).toEqual(rhythmOf(preset, due_date))
      }),
      { numRuns: runs(200) },
    )
  })

  test('twice a month is on the first date’s day and half a month from it', () => {
    const days = (due_date: string) => rhythmOf('twice_a_month', due_date)!.on
    expect(['2026-01-01', '2026-01-05', '2026-01-15', '2026-01-20', '2026-01-31'].map(days)).toEqual([
      [1, 15],
      [5, 20],
      [15, -1],
      [5, 20],
      [15, -1],
    ])
  })

  test('one chosen without a date starts today', () =>
    expect(withPreset(drafted(null), 'monthly', '2026-03-09')).toMatchObject({ due_date: '2026-03-09', repeats: true, unit: 'month' }))
})

test('days are named as they are spoken', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31, -1, -2, -3].map(ordinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '22nd',
    '23rd',
    '31st',
    'last',
    '2nd to last',
    '3rd to last',
  ])
})
