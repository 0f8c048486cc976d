/**
 * Plans of one family are about one account, so they are compared from one day: the newest balance any of them has. A branch whose
 * balance is older takes that balance, what is set aside of it, and what was paid or left open meanwhile. Nothing stored is changed.
 */
import { ruledDay } from '../accounts/card-dates.ts'
import { dateOf, dayOf } from '../calendar.ts'
import { applyEdit } from '../edit/edit.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { creditedOn, withStatement } from '../projection/card-money.ts'
import { onlyFields, withChanges, withoutFields, type DateChange, type DateChanges } from '../schedule/exceptions.ts'
import { isLeftOpen, isSettled } from '../payments/part-payments.ts'
import { withPastChanges } from '../schedule/past-changes.ts'
import { rowEdits } from '../edit/row-edits.ts'
import type { Card } from '../accounts/account.ts'
import { datedCollections, type Account, type Payment, type Scenario } from '../scenario.ts'
import { ruledDate } from '../schedule/schedule.ts'
import { dateTest, moveDate } from '../schedule/schedule-changes.ts'

/** How a plan stands to the newest balance of those it is compared with. */
export type Standing =
  | { standing: 'own' }
  /** It is compared from the balance of another of its family; `edit` brings it there for good. */
  | { standing: 'brought'; from: string; to: string; balance_of: string; edit: ScenarioEdit }
  /**
   * Its balance is older, and stays so: the plans are not of one family, or not in one currency, or the family's newer state does not fit
   * it.
   */
  | { standing: 'apart'; from: string; to: string; why: 'not_related' | 'currency' | 'does_not_fit' }

export const standings = ['own', 'brought', 'apart'] as const satisfies readonly Standing['standing'][]
export const reasonsApart = ['not_related', 'currency', 'does_not_fit'] as const satisfies readonly (Standing & {
  standing: 'apart'
})['why'][]

export interface OnOneDay {
  scenarios: Scenario[]
  /** One a scenario, in their order. */
  standings: Standing[]
}

type Parent = Pick<Scenario, 'id' | 'parent_id'>

/** `known`: who is whose branch, also of plans that are not compared. A balance of a day to come is nobody else's. */
export function onOneDay(scenarios: readonly Scenario[], today: string, known: readonly Parent[] = scenarios): OnOneDay {
  const parents = new Map([...known, ...scenarios].map(({ id, parent_id }) => [id, parent_id]))
  const begun = scenarios.filter(({ start_date }) => start_date <= today)
  const latest = newestOf(begun, parents)
  const result: OnOneDay = { scenarios: [], standings: [] }
  for (const scenario of scenarios) {
    const newest = newestOf(
      begun.filter((other) => rootOf(other, parents) === rootOf(scenario, parents)),
      parents,
    )
    const [brought, standing] = standingTo(scenario, newest, latest)
    result.scenarios.push(brought)
    result.standings.push(standing)
  }
  return result
}

function standingTo(scenario: Scenario, newest: Scenario | undefined, latest: Scenario | undefined): [Scenario, Standing] {
  const from = scenario.start_date
  if (newest && newest.start_date > from) {
    const to = newest.start_date
    if (newest.currency_code !== scenario.currency_code) return [scenario, { standing: 'apart', from, to, why: 'currency' }]
    const edit = broughtTo(newest, scenario)
    const applied = applyEdit(scenario, edit, scenario.updated_at)
    return applied.ok
      ? [applied.scenario, { standing: 'brought', from, to, balance_of: newest.id, edit }]
      : [scenario, { standing: 'apart', from, to, why: 'does_not_fit' }]
  }
  return [
    scenario,
    latest && latest.start_date > from ? { standing: 'apart', from, to: latest.start_date, why: 'not_related' } : { standing: 'own' },
  ]
}

/** The edit that gives a plan the balance of a newer one of its family: on that day, what is on the account is the same for both. */
export function broughtTo(newest: Scenario, scenario: Scenario): ScenarioEdit {
  const { planning_balance_cents, start_date, opening_pots, balance_allocated } = newest
  const span: Span = { from: scenario.start_date, to: start_date }
  const rows = datedCollections.flatMap((collection) =>
    scenario[collection].flatMap((row: Payment): ScenarioEdit[] => {
      const same = (newest[collection] as readonly Payment[]).find(({ id }) => id === row.id)
      const happened = (same && happenedTo(same, row, span)) ?? {}
      const fields = { ...happened, ...withPastChanges({ ...row, ...happened }, start_date) }
      return Object.keys(fields).length > 0 ? rowEdits(collection, row, fields) : []
    }),
  )
  const accounts = scenario.accounts.flatMap((account): ScenarioEdit[] => {
    const { id, card, interest } = account
    const same = newest.accounts.find((other) => other.id === id)
    if (!same) return []
    const dates = card && same.card ? datesThere(same, account, span, cardTaking(same.card, card)) : {}
    const statement =
      card && same.card
        ? { card: withStatement(card, same.card.statement_cents, creditedOn(same.card, dayOf(start_date)!), start_date) }
        : {}
    const accrued = interest && same.interest ? { interest: { ...same.interest, rate_basis_points: interest.rate_basis_points } } : {}
    return [
      { type: 'put_row', collection: 'accounts', row: { id, balance_cents: same.balance_cents, ...statement, ...accrued } },
      ...(Object.keys(dates).length > 0 ? [{ type: 'set_dates' as const, collection: 'accounts' as const, id, dates }] : []),
    ]
  })
  return {
    type: 'batch',
    edits: [...rows, ...accounts, { type: 'set_fields', fields: { planning_balance_cents, start_date, opening_pots, balance_allocated } }],
  }
}

/** From the older plan's day to before that of the newer one. */
interface Span {
  from: string
  to: string
}

/** The day on which a rule has a date, in the newer plan and in the other; null: it has no such date, or there is no rule. */
interface RuledOn {
  there: (date: string) => string | null
  here: (date: string) => string | null
}

const cardTaking = (there: Card, here: Card): RuledOn => ({
  there: (date) => dateOf(ruledDay(there, dayOf(date)!)),
  here: (date) => dateOf(ruledDay(here, dayOf(date)!)),
})

function rowTaking(there: Payment, here: Payment): RuledOn {
  if (there.schedule === null || here.schedule === null) return { there: () => null, here: () => null }
  const isThere = dateTest(there)
  return { there: (date) => (isThere(date) ? ruledDate(there, date) : null), here: (date) => ruledDate(here, date) }
}

/**
 * What of a row's dates the newer plan says has happened: paid ones are paid, and those that were left open are due when they are due
 * there, and what came before its day lies there. Null: nothing that this row does not say.
 */
function happenedTo(newer: Payment, row: Payment, span: Span): Partial<Payment> | null {
  if (row.due_date === null) return null
  const isOnce = row.schedule === null && newer.schedule === null
  if (isOnce && newer.due_date !== null && isDueOtherwise(newer, newer.due_date, row.due_date, span)) {
    const moved = moveDate(row, row.due_date, newer.due_date)
    return moved.ok
      ? {
          due_date: newer.due_date,
          exceptions: withChanges(withoutFields(moved.fields.exceptions!, 'paid', 'rest'), onlyFields(newer.exceptions, ['paid', 'rest'])),
        }
      : null
  }
  const happened = datesThere(newer, row, span, rowTaking(newer, row))
  return Object.keys(happened).length === 0 ? null : { exceptions: withChanges(row.exceptions, happened) }
}

/** Of what is due once: it is past here and still to come there, or left open; or it came there, or was left open, and is still to come here. */
function isDueOtherwise(newer: Payment, there: string, here: string, { from, to }: Span): boolean {
  const isOpen = isLeftOpen(newer, there)
  return here < to ? there >= to || isOpen : there >= from && (there < to || (there === to && isOpen))
}

/**
 * What the newer plan says of dates, of a row or of a card's payments: that something was paid of them, or nothing more is due, and where
 * they lie if they fell due before its day and were left open, or came before it.
 */
function datesThere(newer: Payment | Account, row: Payment | Account, { from, to }: Span, ruledOn: RuledOn): DateChanges {
  const happened: DateChanges = {}
  for (const date of new Set([...Object.keys(newer.exceptions), ...Object.keys(row.exceptions)])) {
    const [said, own] = [newer.exceptions[date], row.exceptions[date]]
    if (said && isMade(newer, date) && !isSettled(row, date)) happened[date] = paymentsOf(newer, date)
    const ruled = ruledOn.here(date)
    const there = said?.moved_to ?? ruledOn.there(date)
    if (ruled === null || there === null || isSettled(newer, date) || isSettled(row, date)) continue
    const isCarried = there === to && ('card' in newer || isLeftOpen(newer, date))
    const isOpen = said?.moved_to !== undefined && there >= to && (ruled < to || isCarried)
    const hasCome = !said?.skipped && there >= from && there < to && (own?.moved_to ?? ruled) >= to
    if ((isOpen || hasCome) && own?.moved_to !== there) happened[date] = { ...happened[date], moved_to: there === ruled ? null : there }
  }
  return happened
}

/** Whether something was paid of a date, or nothing more is due of it. */
const isMade = (row: Payment | Account, date: string): boolean => isSettled(row, date) || (!('card' in row) && isLeftOpen(row, date))

/** What is paid of a date, said so that it is settled wherever its row costs something else. */
const paymentsOf = (row: Payment | Account, date: string): DateChange => ({
  paid: row.exceptions[date]!.paid ?? null,
  rest: isSettled(row, date) ? 'dropped' : 'open',
})

/** The latest balance; of equals the plan that others were branched from, then the first. */
function newestOf(scenarios: readonly Scenario[], parents: ReadonlyMap<string, string | null>): Scenario | undefined {
  return scenarios.toSorted((a, b) =>
    a.start_date < b.start_date ? 1 : a.start_date > b.start_date ? -1 : depthOf(a, parents) - depthOf(b, parents),
  )[0]
}

function lineage({ id }: Parent, parents: ReadonlyMap<string, string | null>): string[] {
  const line = [id]
  for (let parent = parents.get(id); parent && !line.includes(parent); parent = parents.get(parent)) line.push(parent)
  return line
}

const rootOf = (scenario: Parent, parents: ReadonlyMap<string, string | null>): string => lineage(scenario, parents).at(-1)!
const depthOf = (scenario: Parent, parents: ReadonlyMap<string, string | null>): number => lineage(scenario, parents).length
