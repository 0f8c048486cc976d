/** What a payment that is made does to each account, as the plan would have had it on its day: for who says that it is made. */
import { addDays, dayOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import { layOutAll, scheduledDateOf } from '../projection/layout.ts'
import { changeOf, isMainAccount, type Posting } from '../projection/posting.ts'
import { postingsOf } from '../projection/postings.ts'
import { project } from '../projection/project.ts'
import type { Projection } from '../projection/projection.ts'
import type { ExceptionCollection, Scenario } from '../scenario.ts'

/** A date of a row, or of a card's payments, and the day on which it moves money. */
export interface DatedPart {
  collection: ExceptionCollection
  id: string
  nominal_date: string
  date: string
}

/** A date of a transfer, or of a card's payments. */
export interface DueBetween extends DatedPart {
  collection: 'transfers' | 'accounts'
  amount_cents: number
}

/** What changes of the main account, and of others by their ids; signed. A loan takes what is owed, its interest booked before. */
export function madeBetween(scenario: Scenario, due: DueBetween): { main_cents: number; accounts: Map<string, number> } {
  const found = asProjected(scenario, due) ?? asSaid(scenario, due)
  const accounts = new Map([...found].flatMap(([id, cents]): [string, number][] => (id === null ? [] : [[id, cents]])))
  return { main_cents: found.get(null) ?? 0, accounts }
}

/** By account, null the main one. */
type Changes = Map<string | null, number>

/** Null: the plan does not come to that date, or moves nothing on it. */
function asProjected(scenario: Scenario, due: DueBetween): Changes | null {
  if (due.date < scenario.start_date) return null
  const projected = project(scenario, { today: scenario.start_date, until: addDays(due.date, 1) })
  if (!projected.ok) return null
  const { projection } = projected
  const postings = postingsOf(projection, isOf(projection, due), projection.day_count)
  const { accounts, first_pot } = projection.setup.places
  if (postings.length === 0) return null
  // A card's payment of another amount than the plan has it is what is said.
  if (due.collection === 'accounts' && sumOf(postings.map(({ cents }) => cents)) !== due.amount_cents) return null
  const change = (isThere: (place: number) => boolean): number => postings.reduce((sum, posting) => sum + changeOf(posting, isThere), 0)
  return new Map([
    [null, change(isMainAccount(first_pot))],
    ...accounts.map(({ id }, nth): [string, number] => [id, change((place) => place === nth + 1)]),
  ])
}

/** Whether a posting is of such a date, its interest among them. */
export function isOf({ setup }: Projection, { collection, id, nominal_date }: DatedPart): (posting: Posting) => boolean {
  const { occurrences: calendar, places } = setup
  if (collection === 'accounts') {
    const [place, due_day] = [places.accounts.findIndex((account) => account.id === id) + 1, dayOf(nominal_date)]
    return (posting) => posting.rule === 'card_payment' && posting.to === place && posting.due_day === due_day
  }
  const which = setup.rows.findIndex((row) => row.id === id)
  // The interest of a loan is booked with the payment, before it.
  return ({ event, day }) =>
    event >= 0 && layOutAll(calendar).row[event] === which && scheduledDateOf(calendar, day, event) === nominal_date
}

function asSaid({ accounts, transfers }: Scenario, { collection, id, amount_cents }: DueBetween): Changes {
  if (collection === 'accounts')
    return new Map([
      [accounts.find((account) => account.id === id)?.card?.paid_from_account_id ?? null, 0 - amount_cents],
      [id, amount_cents],
    ])
  const row = transfers.find((transfer) => transfer.id === id)
  return row
    ? new Map([
        [row.from_account_id, 0 - amount_cents],
        [row.to_account_id, amount_cents],
      ])
    : new Map()
}
