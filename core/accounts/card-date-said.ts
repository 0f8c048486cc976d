/** What is said of one payment of a card: left out, on another day, back, open again. By the date on which the rule has it due. */
import { dateOf, dayOf } from '../calendar.ts'
import { areTooMany, mostDates, withChanges, type DateChange } from '../schedule/exceptions.ts'
import type { Problem } from '../problem.ts'
import { noSuchDate, refused } from '../schedule/schedule-changes.ts'
import { offWeekend } from '../schedule/schedule.ts'
import type { Account } from '../scenario.ts'
import { closingDays, dueAfter } from './card-dates.ts'

export type CardSaid = { said: 'open' | 'skipped' | 'back' } | { said: 'moved'; to: string } | { said: 'paid'; amount_cents: number }

/** What it changes of the date. Problems: `schedule_has_no_such_date`, `date_must_be_a_calendar_day`, `too_many_dates.of_row`. */
export function cardDateSaid(
  account: Account,
  date: string,
  said: CardSaid,
): { ok: true; change: DateChange } | { ok: false; problems: Problem[] } {
  const day = dayOf(date)
  if (!account.card || day === null || !isDue(account.card, day)) return noSuchDate(date)
  if (said.said === 'moved' && dayOf(said.to) === null) return refused('date_must_be_a_calendar_day', '')
  const change = changeOf(said, dateOf(offWeekend(day, account.card.shift ?? undefined)))
  return areTooMany(withChanges(account.exceptions, { [date]: change }))
    ? refused('too_many_dates.of_row', '', mostDates)
    : { ok: true, change }
}

function changeOf(said: CardSaid, place: string): DateChange {
  switch (said.said) {
    case 'paid':
      return { amount_cents: said.amount_cents, rest: 'dropped' }
    case 'open':
      return { rest: null }
    case 'skipped':
      return { skipped: true, moved_to: null, amount_cents: null }
    case 'back':
      return { skipped: null, moved_to: null, amount_cents: null }
    case 'moved':
      return { skipped: null, moved_to: said.to === place ? null : said.to }
  }
}

/** Whether some statement is due on a day by the rule: one closes two months before it at the earliest. */
const isDue = (card: NonNullable<Account['card']>, day: number): boolean =>
  closingDays(card, day - 62, day).some((closing) => dueAfter(card, closing) === day)
