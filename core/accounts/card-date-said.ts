/** What is said of one payment of a card: left out, on another day, back, paid, open again. By the date on which the rule has it due. */
import { dateOf, dayOf } from '../calendar.ts'
import { limits } from '../limits.ts'
import { areTooMany, mostDates, withChanges, type DateChange, type DateException, type PartPayment } from '../schedule/exceptions.ts'
import type { Problem } from '../problem.ts'
import { noSuchDate, refused } from '../schedule/schedule-changes.ts'
import { offWeekend } from '../schedule/schedule.ts'
import type { Account } from '../scenario.ts'
import { closingDays, dueAfter } from './card-dates.ts'

export type CardSaid =
  | { said: 'open' | 'skipped' | 'back' }
  | { said: 'moved'; to: string }
  /** `on`: the day on which it was paid by the bank, which is noted; left out: it is not known. */
  | { said: 'paid'; amount_cents: number; on?: string }

/** What it changes of the date. Problems: `schedule_has_no_such_date`, `date_must_be_a_calendar_day`, `too_many_dates.of_row`. */
export function cardDateSaid(
  account: Account,
  date: string,
  said: CardSaid,
): { ok: true; change: DateChange } | { ok: false; problems: Problem[] } {
  const day = dayOf(date)
  if (!account.card || day === null || !isDue(account.card, day)) return noSuchDate(date)
  if (said.said === 'moved' && dayOf(said.to) === null) return refused('date_must_be_a_calendar_day', '')
  const change = changeOf(said, dateOf(offWeekend(day, account.card.shift ?? undefined)), account.exceptions[date])
  return areTooMany(withChanges(account.exceptions, { [date]: change }))
    ? refused('too_many_dates.of_row', '', mostDates)
    : { ok: true, change }
}

function changeOf(said: CardSaid, place: string, known: DateException | undefined): DateChange {
  switch (said.said) {
    case 'paid': {
      const noted = said.on === undefined ? {} : cardPaymentNoted(known, { date: said.on, amount_cents: said.amount_cents })
      return { amount_cents: said.amount_cents, ...noted, rest: 'dropped' }
    }
    case 'open':
      return { paid: null, rest: null }
    case 'skipped':
      return { skipped: true, moved_to: null, amount_cents: null }
    case 'back':
      return { skipped: null, moved_to: null, amount_cents: null }
    case 'moved':
      return { skipped: null, moved_to: said.to === place ? null : said.to }
  }
}

/** A payment noted with those that are noted of a date already; of more than a date keeps, the last ones. */
export const cardPaymentNoted = ({ paid = [] }: DateException = {}, payment: PartPayment): Pick<DateChange, 'paid'> => ({
  paid: [...paid, payment].slice(-limits.payments_of_a_date),
})

/** The date of a card of which a payment is noted: that which it pays, one that is named, else its own day. */
export const noteDate = (of: { scheduled_date: string | null; noted_on?: string }, paid_on: string): string =>
  of.scheduled_date ?? of.noted_on ?? paid_on

/** Whether some statement is due on a day by the rule: one closes two months before it at the earliest. */
const isDue = (card: NonNullable<Account['card']>, day: number): boolean =>
  closingDays(card, day - 62, day).some((closing) => dueAfter(card, closing) === day)
