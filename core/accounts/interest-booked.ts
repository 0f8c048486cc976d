/** The interest that a loan's payment bore, where the payment is said to be made: no other one of its month bears it again. */
import { addDays } from '../calendar.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { postingsOf } from '../projection/postings.ts'
import { project } from '../projection/project.ts'
import type { Account, Scenario } from '../scenario.ts'
import { isOf, type DatedPart } from './made-between.ts'

/**
 * Notes that the interest of loans is booked with a payment: with a transfer to one, or with an income that a rule shares with it; or that
 * one is drawn, which bears interest from that month on. Nothing where it is booked already, or where an open payment comes before, which
 * bears its own month's.
 */
export function interestBooked(scenario: Scenario, due: DatedPart): ScenarioEdit[] {
  const { accounts, start_date } = scenario
  if (due.date < start_date || accounts.every(({ kind }) => kind !== 'loan')) return []
  const projected = project(scenario, { today: start_date, until: addDays(due.date, 1) })
  if (!projected.ok) return []
  const { projection } = projected
  const isOwn = isOf(projection, due)
  const left = postingsOf(projection, ({ rule }) => rule !== 'balance', projection.day_count)
  return accounts.flatMap((account, nth) => {
    const { kind, balance_cents, interest } = account
    const first = kind === 'loan' && left.find(({ from, rule }) => from === nth + 1 && (rule === 'interest' || balance_cents >= 0))
    return first && interest && isOwn(first) ? [bookedEdit(scenario, account, due.date)] : []
  })
}

/** Takes the note back: a transfer is open again, and bears the interest. */
export function interestUnbooked(scenario: Scenario, { id, date }: DatedPart): ScenarioEdit[] {
  const row = scenario.transfers.find((transfer) => transfer.id === id)
  return scenario.accounts.flatMap((account) =>
    (account.id === row?.to_account_id || account.id === row?.from_account_id) &&
    account.kind === 'loan' &&
    date >= scenario.start_date &&
    account.interest?.accrued?.booked_on === date
      ? [bookedEdit(scenario, account, null)]
      : [],
  )
}

function bookedEdit({ start_date: on }: Scenario, { id, interest }: Account, booked_on: string | null): ScenarioEdit {
  const accrued = { on, cent_days: 0, carried_cents: 0, booked_on }
  return { type: 'put_row', collection: 'accounts', row: { id, interest: { ...interest!, accrued } } }
}
