/**
 * Dates of cards that counted as they were planned, since nothing told of the account that pays them. What they came to is noted of them
 * alone, so that they are open again once a file tells of that time.
 */
import { dueAfter, lastClosing, ruledDay } from '../accounts/card-dates.ts'
import { dateOf, dayOf } from '../calendar.ts'
import { accountsAdjusted } from '../edit/account-adjusted.ts'
import { applyEdit } from '../edit/edit.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { sumOf } from '../money/money.ts'
import { creditedOn, openingStatement, withStatement } from '../projection/card-money.ts'
import type { Account, Scenario } from '../scenario.ts'
import type { LinkedAccounts } from './bank-side.ts'

/** So many days later at the latest a payment stands in the file of the card that it is for. */
export const days_to_arrive = 4
/** So many days after its last file an account counts as one that is read no more. */
const days_read = 45

export interface FilesRead {
  accounts?: LinkedAccounts | undefined
  covered_of?: Readonly<Record<string, string>> | undefined
}

/** Of an account that is not read nothing says whether it paid on a day; null: the main one. */
export function isRead(account_id: string | null, day: number, { accounts, covered_of }: FilesRead): boolean {
  if (account_id === null) return true
  const until = covered_of?.[account_id]
  return until === undefined ? Object.values(accounts ?? {}).includes(account_id) : day <= dayOf(until)! + days_read
}

/** Whether something tells if a date was paid: the account that pays it is read, or the card's own file would have it by then. */
export function isToldOf({ id, card }: Account, own_day: number, files: FilesRead): boolean {
  const until = files.covered_of?.[id]
  return isRead(card!.paid_from_account_id, own_day, files) || (until !== undefined && dayOf(until)! >= own_day + days_to_arrive)
}

/** Whether a date before a plan's start date counted as it was planned: its sum is noted and nothing else. */
export function isCounted({ card, exceptions }: Pick<Account, 'card' | 'exceptions'>, scheduled_date: string, start_date: string): boolean {
  const { amount_cents = 0, ...others } = exceptions[scheduled_date] ?? {}
  const isPast = card !== null && ruledDay(card, dayOf(scheduled_date)!) < dayOf(start_date)!
  return isPast && card.paid_from_account_id !== null && amount_cents > 0 && Object.keys(others).length === 0
}

/** A payment of which it is known which card it is of, and of which of its dates. */
export interface KnownToPay {
  card: { account_id: string; scheduled_date: string | null }
  transactions: readonly string[]
}

export interface OpenedAgain {
  /** The plan with them open. */
  scenario: Scenario
  edits: ScenarioEdit[]
}

/**
 * The dates that counted as planned of which files tell now: they are open, as if the files had been there then. Not those of which the
 * payment is found.
 */
export function openedAgain(
  scenario: Scenario,
  files: FilesRead & { balance: { date: string } | null; cards_found?: readonly KnownToPay[] | undefined },
): OpenedAgain {
  const { start_date, accounts } = scenario
  if (files.balance === null || files.balance.date < start_date) return { scenario, edits: [] }
  const found = new Set((files.cards_found ?? []).map(({ card }) => `${card.account_id} ${card.scheduled_date}`))
  const edits = accounts
    .filter(({ kind, card }) => kind === 'card' && card !== null)
    .flatMap((account) => {
      const dates = Object.keys(account.exceptions).filter(
        (date) =>
          isCounted(account, date, start_date) &&
          isToldOf(account, ruledDay(account.card!, dayOf(date)!), files) &&
          !found.has(`${account.id} ${date}`),
      )
      return dates.length === 0 ? [] : openedEdits(scenario, account, dates)
    })
  const applied = applyEdit(scenario, { type: 'batch', edits }, scenario.updated_at)
  return edits.length > 0 && applied.ok ? { scenario: applied.scenario, edits } : { scenario, edits: [] }
}

/** What was counted is owed again, as if it had been open since. */
function openedEdits(scenario: Scenario, account: Account, dates: readonly string[]): ScenarioEdit[] {
  const { start_date } = scenario
  const { id, exceptions } = account
  const card = account.card!
  const start = dayOf(start_date)!
  const last = dateOf(dueAfter(card, lastClosing(card, start)))
  const [all, ofLast] = [dates, dates.filter((date) => date === last)].map((list) =>
    sumOf(list.map((date) => exceptions[date]!.amount_cents!)),
  ) as [number, number]
  const { statement_cents } = openingStatement({ ...account, card }, start)
  const stated = withStatement(card, statement_cents + all, Math.max(0, creditedOn(card, start) - ofLast), start_date)
  const changes = new Map([
    [id, 0 - all],
    [card.paid_from_account_id!, all],
  ])
  return [
    ...accountsAdjusted(scenario, changes),
    { type: 'put_row', collection: 'accounts', row: { id, card: stated } },
    {
      type: 'set_dates',
      collection: 'accounts',
      id,
      dates: Object.fromEntries(dates.map((date) => [date, { amount_cents: null, moved_to: start_date }])),
    },
  ]
}
