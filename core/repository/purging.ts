/**
 * When a deleted plan goes for good. Clocks can be wrong, and what is gone does not come back: so no single look at the
 * clock removes anything. The first that finds the days of keeping over is noted; only one a day later or more removes.
 * A look in between that finds them not over, or the note in the future, takes the note back.
 */
import { addDays } from '../calendar.ts'
import { limits } from '../limits.ts'

/** Instants in UTC, ISO 8601 with milliseconds. */
export interface Deletion {
  deleted_at: string
  /** When a look first found the days of keeping over; null: none has. */
  purgeable_since: string | null
}

export type PurgeStep = 'none' | 'note' | 'take_back' | 'purge'

/** What a look at `at` does. */
export function purgeStep({ deleted_at, purgeable_since }: Deletion, at: string): PurgeStep {
  const isOver = deleted_at <= daysBefore(at, limits.deleted_kept_days)
  if (purgeable_since === null) return isOver ? 'note' : 'none'
  if (!isOver || purgeable_since > at) return 'take_back'
  return purgeable_since <= daysBefore(at, 1) ? 'purge' : 'none'
}

/** Plans deleted later than this can be had back. */
export const keptSince = (at: string): string => daysBefore(at, limits.deleted_kept_days)

/** A plan is deleted at no time before its last change, so that a clock that is behind shortens no days of keeping. */
export const latest = (a: string, b: string): string => (a > b ? a : b)

const daysBefore = (at: string, days: number): string => addDays(at.slice(0, 10), -days) + at.slice(10)
