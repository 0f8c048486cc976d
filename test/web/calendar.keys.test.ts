/** Where keys lead from a day of the calendar. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dateOf, dayOf } from '../../core/calendar.ts'
import { dayTowards } from '../../web/components/calendar/dayKeys.ts'
import { monthOf } from '../../web/components/calendar/month.ts'

const anyDay = fc.integer({ min: dayOf('1970-02-01')!, max: dayOf('2200-01-01')! }).map(dateOf)
const anyFirst = fc.integer({ min: 0, max: 6 })

it('leads there and back, by a week within the week, by a month to the same day or its last', () => {
  fc.assert(
    fc.property(anyDay, anyFirst, (date, first) => {
      const to = (key: string, from = date): string => dayTowards(key, from, first)!
      expect(to('ArrowLeft', to('ArrowRight'))).toBe(date)
      expect(to('ArrowUp', to('ArrowDown'))).toBe(date)
      expect(dayOf(to('End'))! - dayOf(to('Home'))!).toBe(6)
      expect(to('Home') <= date && date <= to('End')).toBe(true)
      const next = to('PageDown')
      expect(monthOf(to('PageUp', next))).toBe(monthOf(date))
      expect(next.slice(8) === date.slice(8) || monthOf(to('ArrowRight', next)) > monthOf(next)).toBe(true)
    }),
  )
})

it('leads nowhere beyond the calendar, and other keys lead nowhere', () => {
  expect(dayTowards('ArrowRight', '9999-12-31', 0)).toBe(null)
  expect(dayTowards('PageDown', '9999-12-31', 0)).toBe(null)
  expect(dayTowards('Tab', '2031-03-01', 0)).toBe(null)
})
