/** Which debts of a plan can be ordered, what the plan pays on them, and as much of it as they depend on. */
import { formatTarget } from '../allocation.ts'
import { dateOf, dayOf } from '../calendar.ts'
import { limits } from '../limits.ts'
import { problem, type Problem } from '../problem.ts'
import { isDebt } from '../projection/account-places.ts'
import { allRules } from '../projection/all-rules.ts'
import { dueAmount } from '../projection/due-amounts.ts'
import { main } from '../projection/posting.ts'
import type { Projection } from '../projection/projection.ts'
import { prepare } from '../projection/projecting.ts'
import type { SimulationSetup } from '../projection/setup.ts'
import { projectionWork } from '../projection/work.ts'
import type { Account, Scenario } from '../scenario.ts'
import type { Owing } from './debt-run.ts'
import { farthestDay, type Looking } from './looking.ts'

export interface OpenDebt {
  account: Account
  /** Minor units, > 0. */
  owed_cents: number
}

export interface LeftOut {
  account_id: string
  name: string
  because: 'paid_in_full' | 'still_charged'
}

/** The debts on which something is owed now, in list order. */
export function openDebts(
  scenario: Scenario,
  { projection }: { projection: Pick<Projection, 'accounts' | 'setup'> },
  now_date: string,
): { open: OpenDebt[]; left_out: LeftOut[] } {
  const open: OpenDebt[] = []
  const left_out: LeftOut[] = []
  const { rows, places, occurrences } = projection.setup
  const now_day = dayOf(now_date)!
  const isToCome = (which: number): boolean =>
    occurrences.dates[which]!.goes_on || (occurrences.dates[which]!.effective.at(-1) ?? -Infinity) >= now_day
  // Also of the days on which a bill leaves that has no date more.
  const isCharged = (id: string): boolean => {
    const place = places.accounts.findIndex((account) => account.id === id) + 1
    return (
      rows.some((_, which) => places.from[which] === place && isToCome(which)) ||
      scenario.accounts.some(({ card }) => card?.paid_from_account_id === id)
    )
  }
  for (const account of scenario.accounts.filter(isDebt)) {
    const { id, name, card } = account
    const owed_cents = 0 - (projection.accounts.find((figures) => figures.id === id)?.now_cents ?? 0)
    if (owed_cents <= 0) continue
    if (card?.pays === 'statement') left_out.push({ account_id: id, name, because: 'paid_in_full' })
    else if (isCharged(id)) left_out.push({ account_id: id, name, because: 'still_charged' })
    else open.push({ account, owed_cents })
  }
  return { open, left_out }
}

/**
 * What the main account pays on each in a month, from a day (an index) on: a twelfth of what transfers bring in a year, and what a card
 * takes first.
 */
export function regularOf(open: readonly OpenDebt[], { projection }: Looking, from: number): Owing[] {
  const { setup, simulation, start_day } = projection
  const { places, occurrences, amounts } = setup
  return open.map(({ account: { id } }) => {
    const place = places.accounts.findIndex((account) => account.id === id) + 1
    let year_cents = 0
    for (let which = 0; which < setup.rows.length; which += 1) {
      if (places.from[which] !== main || places.to[which] !== place) continue
      occurrences.dates[which]!.effective.forEach((day, nth) => {
        if (day - start_day >= from && day - start_day < from + 365) year_cents += dueAmount(amounts, which, nth)
      })
    }
    const payment = places.paid_from[place] === main ? simulation.accounts!.payments[place - 1]!.find(({ day }) => day >= from) : undefined
    const card_cents = payment?.cents ?? 0
    return { id, card_cents, regular_cents: Math.floor(year_cents / 12) + card_cents }
  })
}

/** How far is looked, in years, until all is paid off. */
const looks = [4, 12, 30, limits.horizon_years]

/** What going through a plan once costs, by its accounts' days and its payments. */
export const runWork = ({ accounts }: Pick<Scenario, 'accounts'>, payments: number, days: number): number =>
  days * (1 + accounts.length) + 4 * payments
const most_run_work = 250_000

/** The plan as far as its debts depend on it, each time looked at farther; the problem where even the first look is too much. */
export function* setupsOf(
  scenario: Scenario,
  ids: ReadonlySet<string>,
  today: string,
): Generator<{ ok: true; setup: SimulationSetup } | { ok: false; problems: Problem[] }> {
  const plan = asFarAsTheyDepend(scenario, ids)
  const start_day = dayOf(scenario.start_date)!
  const now_day = Math.max(start_day, dayOf(today)!)
  for (const [nth, years] of looks.entries()) {
    const until_day = Math.min(farthestDay(scenario), now_day + years * 366)
    const { payments, postings } = projectionWork(plan, { start_day, until_day })
    const isTooMuch =
      payments > limits.question_payments ||
      postings > limits.question_postings ||
      (nth > 0 && runWork(plan, payments + postings / 4, until_day - start_day) > most_run_work)
    if (isTooMuch && nth > 0) return
    if (isTooMuch)
      return void (yield {
        ok: false,
        problems: [
          problem('projection_too_large', '', { count: Math.max(payments, postings), what: 'payments', most: limits.question_payments }),
        ],
      })
    const prepared = prepare(allRules, plan, { today, until: dateOf(until_day) })
    if (!prepared.ok && nth > 0) return
    yield prepared
    if (!prepared.ok) return
  }
}

/**
 * Without what debts do not depend on, as for one loan (core/accounts/loan-outlook.ts). Where a pot, a rule or another debt has a say: the
 * whole plan.
 */
function asFarAsTheyDepend(scenario: Scenario, ids: ReadonlySet<string>): Scenario {
  const { accounts, transfers, allocations, opening_pots } = scenario
  const own = (id: string | null): id is string => id !== null && ids.has(id)
  const targets = new Set([...allocations, ...opening_pots].map(({ target }) => target))
  const debts = new Set(accounts.filter(isDebt).map(({ id }) => id))
  const others = (id: string | null): boolean => id !== null && debts.has(id) && !ids.has(id)
  const hasOthersSay =
    [...ids].some((id) => targets.has(formatTarget({ to: 'account', account_id: id }))) ||
    transfers.some((row) => (own(row.to_account_id) && others(row.from_account_id)) || own(row.from_account_id)) ||
    accounts.some(({ id, card }) => own(card?.paid_from_account_id ?? null) || (own(id) && others(card?.paid_from_account_id ?? null)))
  if (hasOthersSay) return scenario
  const payers = new Set([
    ...transfers.filter((row) => own(row.to_account_id)).map((row) => row.from_account_id),
    ...accounts.filter(({ id }) => own(id)).map(({ card }) => card?.paid_from_account_id ?? null),
  ])
  return {
    ...scenario,
    bills: [],
    incomes: scenario.incomes.filter(({ account_id }) => own(account_id)),
    allocations: [],
    goals: [],
    opening_pots: [],
    accounts: accounts.filter(({ id }) => own(id) || payers.has(id)),
    transfers: transfers.filter((row) => own(row.to_account_id)),
  }
}
