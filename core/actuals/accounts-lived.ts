/**
 * What is on the accounts beside the main one as a plan is brought to a day: what the plan says for its beginning, and what was paid on it.
 * What else is due on that day is still to come, and interest counts the day's end.
 */
import type { Accrued } from '../accounts/account.ts'
import { addDays, dayOf } from '../calendar.ts'
import { accountsAdjusted } from '../edit/account-adjusted.ts'
import { applyEdit } from '../edit/edit.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { accountsCarried, carriedTo, type Carried } from '../payments/roll-forward.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { layOutAll, scheduledDateOf } from '../projection/layout.ts'
import { changeOf, type Posting } from '../projection/posting.ts'
import { tellInOrder } from '../projection/postings.ts'
import { project } from '../projection/project.ts'
import type { Problem } from '../problem.ts'
import type { Account, Scenario } from '../scenario.ts'
import { sinceStart, type SinceStart } from './before-start.ts'
import { livedUntil, type Lived } from './lived.ts'
import type { PaymentMatch } from './matched.ts'
import { planDates } from './plan-dates.ts'

type Accounts = { ok: true; edits: ScenarioEdit[] } | { ok: false; problems: Problem[] }
type AccountThen = Extract<Carried, { ok: true }>['accounts'][number]

/** What the bank says is on an account at the end of a day: what moves by the plan after it goes on from there. Minor units. */
export interface ToldOnDay {
  account_id: string
  date: string
  amount_cents: number
  /** Of a loan, a day of the month whose interest it has; left out, null: none says so. */
  booked_on?: string | null
}

/** `told`: on days from the plan's start date on, before the one to which it is brought. */
export function accountsLived(
  scenario: Scenario,
  dates: Lived,
  date: string,
  transactions: readonly AccountTransaction[],
  told: readonly ToldOnDay[] = [],
): Accounts {
  if (scenario.accounts.length === 0) return { ok: true, edits: [] }
  const open = dates.open.map((match) => asTold(scenario, match, told))
  const came = sinceStart(scenario, open, transactions)
  const lived = livedUntil(scenario, { ...dates, open: came.since, dropped: [...dates.dropped, ...came.early] }, date, addDays(date, 1))
  if (!lived.ok) return lived
  const moves = came.moves.map((one) => (one.due_date! > date ? { ...one, due_date: date } : one))
  const then = { ...lived.scenario, transfers: [...moves, ...lived.scenario.transfers] }
  if (date === scenario.start_date) {
    const paid = paidOn(then, { ...came, moves }, date)
    return paid.ok ? { ok: true, edits: adjusted(scenario, paid.accounts) } : paid
  }
  const begun = begunWith(then, told, date)
  if (!begun.ok) return begun
  const paid = paidOn(begun.scenario, { ...came, moves }, date)
  if (!paid.ok) return paid
  const accounts = begun.accounts.map((account) => withPaid(account, paid.accounts.get(account.id)))
  return { ok: true, edits: accountsCarried(scenario, accounts) }
}

/** What stands in an account's own file until the day of its balance is in that, though it left the other account later. */
function asTold({ transfers }: Scenario, match: PaymentMatch, told: readonly ToldOnDay[]): PaymentMatch {
  const row = match.other_leg === null ? undefined : transfers.find(({ id }) => id === match.row.id)
  const other = row && (row.from_account_id === match.account_id ? row.to_account_id : row.from_account_id)
  const has = told.find(({ account_id, date }) => account_id === other && date < match.paid_on)
  return has ? { ...match, paid_on: has.date } : match
}

type Begun = { ok: true; scenario: Scenario; accounts: AccountThen[] } | { ok: false; problems: Problem[] }

/** What is on the accounts as a day begins, and the plan as it goes on after the last balance that was told before. */
function begunWith(lived: Scenario, told: readonly ToldOnDay[], date: string): Begun {
  let scenario = lived
  for (const day of [...new Set(told.map((one) => one.date))].sort()) {
    const next = addDays(day, 1)
    const carried = carriedTo(scenario, next, [])
    if (!carried.ok) return carried
    const { planning_balance_cents, opening_pots } = carried
    const now = new Map(told.filter((one) => one.date === day).map((one) => [one.account_id, one]))
    const accounts = carried.accounts.map((one) => withTold(one, now.get(one.id)))
    const fields = { start_date: next, planning_balance_cents, opening_pots, balance_allocated: true }
    const edit: ScenarioEdit = { type: 'batch', edits: [...accountsCarried(scenario, accounts), { type: 'set_fields', fields }] }
    const applied = applyEdit(scenario, edit, scenario.updated_at)
    if (!applied.ok) return applied
    scenario = applied.scenario
    if (next === date) return { ok: true, scenario, accounts }
  }
  const carried = carriedTo(scenario, date, [])
  return carried.ok ? { ok: true, scenario, accounts: carried.accounts } : carried
}

function withTold(account: AccountThen, told: ToldOnDay | undefined): AccountThen {
  if (told === undefined) return account
  const booked_on = told.booked_on ?? account.accrued.booked_on
  return { ...account, balance_cents: told.amount_cents, accrued: { ...account.accrued, booked_on } }
}

/** The same of some accounts by one payment that was made on the day on which the plan begins. */
export function paidOnFirstDay(scenario: Scenario, match: PaymentMatch, accounts: readonly Pick<Account, 'id'>[]): Accounts {
  const { start_date } = scenario
  const start = dayOf(start_date)!
  // What else is due on that day, or was carried to it, comes after it: a loan's interest is booked with the first payment.
  const kept = planDates(scenario, start, start + 1).filter(
    ({ row, scheduled_date, state }) => state === 'open' && (row.id !== match.row.id || scheduled_date !== match.scheduled_date),
  )
  const dates = { open: [match], kept, dropped: [], refunds: [] }
  const lived = livedUntil(scenario, dates, start_date, addDays(start_date, 1))
  if (!lived.ok) return lived
  const paid = paidOn(lived.scenario, { since: [match], moves: [] }, start_date)
  if (!paid.ok) return paid
  const isOne = ([id]: [string, PaidOn]): boolean => accounts.some((account) => account.id === id)
  return { ok: true, edits: adjusted(scenario, new Map([...paid.accounts].filter(isOne))) }
}

/** What came onto an account and left it by what was paid on a day; minor units ≥ 0. */
interface PaidOn {
  came_cents: number
  left_cents: number
  /** Of a loan, when its interest was booked last by then. */
  booked_on: Accrued['booked_on']
}

/** By account, those that anything was paid on. The interest of a loan is booked with its payment. */
function paidOn(
  lived: Scenario,
  { since, moves }: Pick<SinceStart, 'since' | 'moves'>,
  date: string,
): { ok: true; accounts: Map<string, PaidOn> } | { ok: false; problems: Problem[] } {
  const projected = project(lived, { today: date, until: addDays(date, 1) })
  if (!projected.ok) return projected
  const { setup, day_count } = projected.projection
  const { occurrences, rows, places } = setup
  const known = new Set([...since.map(({ row, scheduled_date }) => `${row.id} ${scheduled_date}`), ...moves.map(({ id }) => id)])
  const once = new Set(since.map(({ row }) => row.id))
  const isPaid = ({ day, event }: Posting): boolean => {
    if (event < 0 || day !== day_count - 1) return false
    const row = rows[layOutAll(occurrences).row[event]!]!
    // What is due once has the day it was paid on as its date.
    return row.schedule === null
      ? once.has(row.id) || known.has(row.id)
      : known.has(`${row.id} ${scheduledDateOf(occurrences, day, event)}`)
  }
  const postings: Posting[] = []
  const others = tellInOrder(setup, (posting) => void (isPaid(posting) && postings.push(posting)), day_count)
  const accounts = new Map<string, PaidOn>()
  places.accounts.forEach(({ id }, nth) => {
    const changes = postings.map((posting) => changeOf(posting, (place) => place === nth + 1)).filter((cents) => cents !== 0)
    if (changes.length === 0) return
    const sum = (isIt: (cents: number) => boolean): number => changes.filter(isIt).reduce((all, cents) => all + Math.abs(cents), 0)
    const { booked_on } = others!.money.accruedBy(nth + 1, day_count)
    accounts.set(id, { came_cents: sum((cents) => cents > 0), left_cents: sum((cents) => cents < 0), booked_on })
  })
  return { ok: true, accounts }
}

/** What comes onto a card is paid of its last statement. */
function withPaid(account: AccountThen, paid: PaidOn | undefined): AccountThen {
  if (paid === undefined) return account
  const { came_cents, left_cents, booked_on } = paid
  const { balance_cents, statement_cents, credited_cents, accrued } = account
  return {
    ...account,
    balance_cents: balance_cents + came_cents - left_cents,
    ...(statement_cents !== null && {
      statement_cents: Math.max(0, statement_cents - came_cents),
      credited_cents: credited_cents + came_cents,
    }),
    accrued: { ...accrued, carried_cents: Math.max(0, accrued.carried_cents - came_cents), booked_on },
  }
}

/** The same of a plan that stays on its day. */
function adjusted(scenario: Scenario, accounts: ReadonlyMap<string, PaidOn>): ScenarioEdit[] {
  const changes = new Map([...accounts].map(([id, { came_cents, left_cents }]) => [id, came_cents - left_cents]))
  const booked = scenario.accounts.flatMap(({ id, kind, interest }): ScenarioEdit[] => {
    const paid = accounts.get(id)
    if (kind !== 'loan' || !interest || !paid || paid.booked_on === null) return []
    const { accrued } = interest
    const now = accrued?.on === scenario.start_date ? accrued : { on: scenario.start_date, cent_days: 0, carried_cents: 0 }
    const row = { id, interest: { ...interest, accrued: { ...now, booked_on: paid.booked_on } } }
    return [{ type: 'put_row', collection: 'accounts', row }]
  })
  return [...accountsAdjusted(scenario, changes), ...booked]
}
