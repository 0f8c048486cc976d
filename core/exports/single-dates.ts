/** The dates of rows whose rule no calendar can be told: one by one, as far as the calendar stays of a size to read. */
import { dateOf, dayOf, lastDay } from '../calendar.ts'
import { exceptionDays } from '../schedule/exceptions.ts'
import { limits } from '../limits.ts'
import { expand, firstScheduled, type DatedRow, type Occurrence } from '../schedule/schedule.ts'

interface Single {
  row: number
  scheduled: number
  effective: number
}

const days_of_a_year = 366

/**
 * The dates of each row, in order, and the first day from which on dates of a rule may be missing; null: there is no rule.
 * What is due once is there wherever it lies. Of a rule there are the dates of ten years from
 * start_date on, or from its first date when that is later; of all rows together the nearest 10,000, and then all of that day. The
 * year before start_date is there as well, where there is room.
 */
export function singleDates(rows: readonly DatedRow[], start_date: string): { dates: Occurrence[][]; until: string | null } {
  const { calendar_single_events: most, calendar_single_years: years } = limits
  const start = dayOf(start_date)!
  const rules = rows.flatMap((dated, row) => (dated.schedule === null ? [] : [{ row, dated, from: Math.max(start, firstDay(dated)) }]))
  const between = (from: number, until: number): Single[] =>
    rules.flatMap(({ row, dated, from: own }) => {
      const { scheduled, effective } = expand(dated, own + from, own + until)
      return scheduled.map((day, index) => ({ row, scheduled: day, effective: effective[index]! }))
    })
  let found: Single[] = []
  let year = 0
  for (; year < years && found.length < most; year += 1) found.push(...between(year * days_of_a_year, (year + 1) * days_of_a_year))
  let end = Math.min(...rules.map(({ from }) => from + year * days_of_a_year))
  if (found.length > most) {
    const last = found.map(({ effective }) => effective).sort((a, b) => a - b)[most - 1]!
    found = found.filter(({ effective }) => effective <= last)
    end = Math.min(end, last + 1)
  }
  const before = between(-days_of_a_year, 0)
  if (found.length + before.length <= most) found.push(...before)
  const byRow = Map.groupBy(found, ({ row }) => row)
  const dates = rows.map((dated, row) => {
    const own = (dated.schedule === null ? onlyDate(dated, row) : (byRow.get(row) ?? [])).sort(
      (a, b) => a.effective - b.effective || a.scheduled - b.scheduled,
    )
    return own.map(({ scheduled, effective }) => {
      const nominal_date = dateOf(scheduled)
      return { nominal_date, date: dateOf(effective), amount_cents: dated.exceptions[nominal_date]?.amount_cents ?? null }
    })
  })
  return { dates, until: rules.length === 0 ? null : dateOf(Math.min(end, lastDay + 1)) }
}

/** The earliest day on which a rule can have a date: moved ones may come before the first of the rule. */
function firstDay({ due_date, schedule, exceptions }: DatedRow): number {
  const anchor = dayOf(due_date!)!
  const first = (firstScheduled(schedule, anchor) ?? anchor) - 2
  return Math.min(first, ...exceptionDays(exceptions).moved.values())
}

/** What is due once. */
function onlyDate(dated: DatedRow, row: number): Single[] {
  const { scheduled, effective } = expand(dated, -Infinity, Infinity)
  return scheduled.map((day, index) => ({ row, scheduled: day, effective: effective[index]! }))
}
