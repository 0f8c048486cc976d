/** The payments of cards where one side was brought to a later day: as of rows, those that the other side put elsewhere are asked about. */
import type { Card } from '../accounts/account.ts'
import { cardDues } from '../accounts/card-dates.ts'
import { dayOf } from '../calendar.ts'
import { isSameValue } from '../fields.ts'
import { settledDates } from '../payments/part-payments.ts'
import type { Account, Scenario } from '../scenario.ts'
import { withoutFields } from '../schedule/exceptions.ts'
import type { Conflict } from './conflict.ts'
import { groupValue } from './content.ts'
import { movedTo, wouldCountOtherwise } from './counted-otherwise.ts'

/** A state of an account that is a card. */
type CardAccount = Account & { card: Card }

/** The sides of a merge of which one was brought to a later day. `ask`: of a card, whose dates it has. */
interface CardSides {
  base: Scenario
  newer: Scenario
  other: Scenario
  ask: (before: Account, now: Account, there: Account, field: 'card' | 'exceptions') => 'newer' | 'other'
}

/** The merged accounts, each card with the dates of the side that was chosen where it is asked about. */
export function cardsOn(merged: Scenario, { base, newer, other, ask }: CardSides): Account[] {
  return merged.accounts.map((account): Account => {
    const [before, now, there] = [base, newer, other].map(({ accounts }) => accounts.find(({ id }) => id === account.id))
    if (!account.card || !isCard(before) || !isCard(now) || !isCard(there)) return account
    if (areDueAlike(before, there) && areDueAlike(before, now)) return account
    const isAsked = wouldCountOtherwise({
      due: datesWithin(before, base.start_date, merged.start_date),
      due_there: datesWithin(there, base.start_date, merged.start_date),
      open: movedTo(now, merged.start_date),
      passed_there: datesWithin(before, base.start_date, other.start_date),
      open_there: movedTo(there, other.start_date),
      settled: settledDates(account).map((date) => dayOf(date)!),
    })
    if (!isAsked) return account
    const field = isSameValue(ruleOf(now), ruleOf(there)) ? 'exceptions' : 'card'
    const { exceptions, card } = ask(before, now, there, field) === 'newer' ? now : there
    return { ...account, exceptions, card: { ...account.card, ...ruleOf({ card }) } }
  })
}

/** The question about a card's dates: what is said of single ones, or the days of all of them. */
export function cardConflict(base: Account, mine: Account, theirs: Account, field: 'card' | 'exceptions'): Conflict {
  const [b, m, t] = [base, mine, theirs].map((account) => groupValue(account, [field]))
  return {
    key: `accounts/${base.id}/${field}`,
    about: 'field',
    collection: 'accounts',
    row_id: base.id,
    field,
    date: null,
    name: base.name,
    base: b,
    mine: m,
    theirs: t,
    problem: null,
  }
}

const isCard = (account: Account | undefined): account is CardAccount => account !== undefined && account.card !== null

/** The days that say when a card is due. */
const ruleOf = ({ card: { closing_day, due_day, shift } }: Pick<CardAccount, 'card'>): Pick<Card, 'closing_day' | 'due_day' | 'shift'> => ({
  closing_day,
  due_day,
  shift,
})

const areDueAlike = (a: CardAccount, b: CardAccount): boolean =>
  isSameValue(ruleOf(a), ruleOf(b)) &&
  (a.exceptions === b.exceptions || isSameValue(withoutFields(a.exceptions, 'paid', 'rest'), withoutFields(b.exceptions, 'paid', 'rest')))

/** The scheduled dates whose payments fall on some days; skipped ones with them. */
const datesWithin = ({ card, exceptions }: CardAccount, from: string, until: string): Set<number> =>
  new Set(until <= from ? [] : cardDues(card, exceptions, dayOf(from)!, dayOf(until)!).map(({ scheduled_day }) => scheduled_day))
