/** Keys that lead from day to day of a month, as in any grid of days. */
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { addDays, isPlainDate } from '../../../core/calendar.ts'
import { addMonths, firstWeekday, monthOf, weekdayOf } from './month.ts'

/** The day that a key leads to from another; null: it leads nowhere. A week begins with `first_weekday`. */
export function dayTowards(key: string, date: string, first_weekday: number): string | null {
  const inWeek = (weekdayOf(date) - first_weekday + 7) % 7
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: -inWeek,
    End: 6 - inWeek,
  }
  const step = steps[key]
  const day =
    step !== undefined ? addDays(date, step) : key === 'PageUp' ? otherMonth(date, -1) : key === 'PageDown' ? otherMonth(date, 1) : ''
  return isPlainDate(day) ? day : null
}

/** The same day of another month, or its last one where that is shorter. */
function otherMonth(date: string, months: 1 | -1): string {
  const month = addMonths(monthOf(date), months)
  const day = `${month}${date.slice(7)}`
  return isPlainDate(day) || !isPlainDate(`${month}-01`) ? day : addDays(`${addMonths(month, 1)}-01`, -1)
}

/** On a day's number: leads to another day, which is chosen with it; Enter goes on to what the chosen day holds. */
export function pressedOnDay(event: KeyboardEvent<HTMLElement>, date: string, onSelect: (date: string) => void): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
  const grid = event.currentTarget.closest('table')
  const isEnter = event.key === 'Enter'
  const day = isEnter ? date : dayTowards(event.key, date, firstWeekday())
  if (day === null) return
  event.preventDefault()
  flushSync(() => onSelect(day))
  const next = isEnter ? document.getElementById(chosenDayId) : grid?.querySelector<HTMLElement>(`[data-date="${day}"] .day-number`)
  next?.focus()
}

/** The list of the chosen day. */
export const chosenDayId = 'chosen-day'
