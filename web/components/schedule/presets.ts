/** The rhythms that people name in a word. */
import type { Schedule } from '../../../core/schedule/rule.ts'

export const presets = ['once', 'weekly', 'two_weeks', 'twice_a_month', 'monthly', 'quarterly', 'half_yearly', 'yearly'] as const
export type Preset = (typeof presets)[number]

type Rhythm = Pick<Schedule, 'every' | 'unit' | 'on'>

/** What a preset means from a first date on; null: once. */
export function rhythmOf(preset: Preset, due_date: string | null): Rhythm | null {
  switch (preset) {
    case 'once':
      return null
    case 'weekly':
      return { every: 1, unit: 'week' }
    case 'two_weeks':
      return { every: 2, unit: 'week' }
    case 'twice_a_month':
      return { every: 1, unit: 'month', on: halvesOf(due_date) }
    case 'monthly':
      return { every: 1, unit: 'month' }
    case 'quarterly':
      return { every: 3, unit: 'month' }
    case 'half_yearly':
      return { every: 6, unit: 'month' }
    case 'yearly':
      return { every: 1, unit: 'year' }
  }
}

/**
 * The first date's day and the one half a month from it: 5 and 20; of the ends of a half, as wages are paid, the 1st and 15th or the 15th
 * and last.
 */
function halvesOf(due_date: string | null): number[] {
  const day = Number(due_date?.slice(8) ?? 1)
  if (day === 1) return [1, 15]
  if (day === 15 || day > 27) return [15, -1]
  return day < 15 ? [day, day + 15] : [day - 15, day]
}

/** The preset that a rule is, or null when it needs more words. */
export function presetOf(schedule: Rhythm | null): Preset | null {
  if (schedule === null) return 'once'
  const { every, unit, on } = schedule
  if (unit === 'month' && every === 1 && on?.length === 2 && on.every((day) => typeof day === 'number')) return 'twice_a_month'
  if (on && on.length > 1) return null
  const rhythm = `${every} ${unit}`
  const named: Record<string, Preset> = {
    '1 week': 'weekly',
    '2 week': 'two_weeks',
    '1 month': 'monthly',
    '3 month': 'quarterly',
    '6 month': 'half_yearly',
    '1 year': 'yearly',
  }
  return named[rhythm] ?? null
}
