import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { purgeStep, type PurgeStep } from '../../core/repository/purging.ts'
import { runs } from './runs.ts'

const deleted_at = '2026-06-01T08:00:00.000Z'

test.each<[string, string, string | null, PurgeStep]>([
  ['on the day of deletion', '2026-06-01T08:00:00.000Z', null, 'none'],
  ['a moment before 30 days are over', '2026-07-01T07:59:59.999Z', null, 'none'],
  ['when 30 days are over', '2026-07-01T08:00:00.000Z', null, 'note'],
  ['years later, for the first time', '2099-01-01T00:00:00.000Z', null, 'note'],
  ['again on the same day', '2026-07-01T20:00:00.000Z', '2026-07-01T08:00:00.000Z', 'none'],
  ['again a moment before a day has passed', '2026-07-02T07:59:59.999Z', '2026-07-01T08:00:00.000Z', 'none'],
  ['again a day later', '2026-07-02T08:00:00.000Z', '2026-07-01T08:00:00.000Z', 'purge'],
  ['after a glance from the future, when 30 days are not over', '2026-06-03T08:00:00.000Z', '2099-01-01T00:00:00.000Z', 'take_back'],
  ['after a glance from the future, when they are', '2026-08-01T08:00:00.000Z', '2099-01-01T00:00:00.000Z', 'take_back'],
  ['after the clock was set back behind the deletion', '1980-01-01T00:00:00.000Z', '2026-07-01T08:00:00.000Z', 'take_back'],
])('a look %s', (_name, at, purgeable_since, step) => expect(purgeStep({ deleted_at, purgeable_since }, at)).toBe(step))

describe('over any looks at any clock', () => {
  const instant = fc
    .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString())

  test('a plan goes only after two looks that both found 30 days over, the second a day or more after the first', () => {
    fc.assert(
      fc.property(instant, fc.array(instant, { maxLength: 12 }), (deletion, looks) => {
        let purgeable_since: string | null = null
        const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
        for (const at of looks) {
          const step = purgeStep({ deleted_at: deletion, purgeable_since }, at)
          if (step === 'purge') {
            expect(purgeable_since).not.toBe(null)
            expect(daysBetween(deletion, purgeable_since!)).toBeGreaterThanOrEqual(30)
            expect(daysBetween(purgeable_since!, at)).toBeGreaterThanOrEqual(1)
            return
          }
          purgeable_since = step === 'note' ? at : step === 'take_back' ? null : purgeable_since
        }
      }),
      { numRuns: runs(500) },
    )
  })

  test('one look from elsewhere among looks that know the day removes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 29 }), { minLength: 1, maxLength: 8 }), instant, fc.nat(8), (days, wrong, place) => {
        const known = [...days].sort((a, b) => a - b).map((day) => new Date(Date.parse(deleted_at) + day * 86_400_000).toISOString())
        let purgeable_since: string | null = null
        for (const at of [...known.slice(0, place), wrong, ...known.slice(place)]) {
          const step = purgeStep({ deleted_at, purgeable_since }, at)
          expect(step).not.toBe('purge')
          purgeable_since = step === 'note' ? at : step === 'take_back' ? null : purgeable_since
        }
      }),
      { numRuns: runs(500) },
    )
  })
})
