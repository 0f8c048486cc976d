/** What a payment that was told later did to the accounts beside the main one, as if the plan had known it on its day. */
import type { Accrued } from '../accounts/account.ts'
import { addDays, dayOf } from '../calendar.ts'
import { accountsAdjusted } from '../edit/account-adjusted.ts'
import { applyEdit } from '../edit/edit.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { accruedOn } from '../projection/card-money.ts'
import { carriedTo, type Carried } from '../payments/roll-forward.ts'
import { sumOf } from '../money/money.ts'
import type { Problem } from '../problem.ts'
import { asCarried } from '../payments/carried-along.ts'
import type { Account, Scenario, Transfer } from '../scenario.ts'
import { isSpread } from '../schedule/spread.ts'
import { askedKey, idsOf, withAnswers, type PaymentAnswers } from './answers.ts'
import { paidOnFirstDay } from './accounts-lived.ts'
import { livedUntil, type Lived } from './lived.ts'
import type { MatchedPayments, PaymentMatch } from './matched.ts'
import { planDates } from './plan-dates.ts'
import { reconcile, type ReconcileOptions } from './reconcile.ts'

/** `pots_are_moved`: what it did to the pots is among the edits. `from_pot_cents`: what of it its bill's pot gave. */
type Moved = { ok: true; edits: ScenarioEdit[]; pots_are_moved: boolean; from_pot_cents?: number } | { ok: false; problems: Problem[] }
type AccountThen = Extract<Carried, { ok: true }>['accounts'][number]

/** The plan as it was before it was brought to its day, with what was said since. */
export interface SaidBefore {
  base: Scenario
  matched: MatchedPayments
  options: ReconcileOptions
  answers: PaymentAnswers
}

/**
 * Accounts are moved by what is between the plan with the payment and without it, interest included. `nominal_date`: by what the plan has
 * the date now. Accounts whose balance the bank has told stay as they are. `before`: where it is not known, or the plan stayed on its
 * day, the plan is set back to the day of the payment.
 */
export function paymentMoved(
  scenario: Scenario,
  match: PaymentMatch,
  nominal_date: string,
  known: ReadonlySet<string | null>,
  before?: SaidBefore,
): Moved {
  const { start_date } = scenario
  const accounts = scenario.accounts.filter(({ id }) => !known.has(id))
  if (before && before.base.start_date < start_date && before.options.balance.date === start_date)
    return broughtOtherwise(accounts, match, before)
  if (accounts.length === 0) return { ok: true, edits: [], pots_are_moved: false }
  const day = match.paid_on
  const date = { ...match, scheduled_date: nominal_date }
  if (day === start_date) {
    const paid = paidOnFirstDay(scenario, date, accounts)
    return paid.ok ? { ...paid, pots_are_moved: false } : paid
  }
  const isAhead = day > start_date
  const eve = addDays(start_date, -1)
  const then = isAhead ? setBack(scenario, start_date) : asUnbooked(setBack(scenario, day < eve ? day : eve), date, day)
  const until = isAhead ? addDays(day, 1) : start_date
  const others = isAhead ? [] : datesHad(then, date, until)
  const paid = accountsThen(then, { open: [date], dropped: others }, until)
  if (!paid.ok) return paid
  const unpaid = accountsThen(then, { open: [], dropped: [date, ...others] }, until)
  if (!unpaid.ok) return unpaid
  const between = accounts.map((account) => {
    const ofAccount = ({ id }: AccountThen): boolean => id === account.id
    return { account, is: paid.accounts.find(ofAccount)!, was: unpaid.accounts.find(ofAccount)! }
  })
  const changes = new Map(between.map(({ account, is, was }) => [account.id, is.balance_cents - was.balance_cents]))
  const borne = between.flatMap(({ account, is, was }) => {
    // Of a plan that stays on its day nothing has accrued by then; a month's interest is booked all the same.
    const accrued = isAhead ? { ...was.accrued, booked_on: is.accrued.booked_on } : is.accrued
    return interestEdit(account, start_date, accrued, was.accrued)
  })
  return { ok: true, edits: [...accountsAdjusted(scenario, changes), ...borne], pots_are_moved: false }
}

/** What accounts and pots have otherwise where the plan is brought to its day with one payment more. */
function broughtOtherwise(accounts: readonly Account[], match: PaymentMatch, { base, matched, options, answers }: SaidBefore): Moved {
  const bring = (said: PaymentAnswers): ReturnType<typeof applyEdit> => {
    const { known, asked } = withAnswers(matched, said)
    const brought = reconcile(base, known, { ...options, waiting: idsOf(asked) })
    return brought.ok ? applyEdit(base, brought.edit ?? { type: 'batch', edits: [] }, base.updated_at) : brought
  }
  const was = bring(answers)
  if (!was.ok) return was
  const is = bring(new Map(answers).set(askedKey(match), match))
  if (!is.ok) return is
  const edits = accounts.flatMap(({ id }): ScenarioEdit[] => {
    const [one, other] = [was, is].map(({ scenario }) => scenario.accounts.find((account) => account.id === id))
    if (!one || !other) return []
    const delta_cents = other.balance_cents - one.balance_cents
    const fields = {
      ...(JSON.stringify(one.card) !== JSON.stringify(other.card) && { card: other.card }),
      ...(JSON.stringify(one.interest) !== JSON.stringify(other.interest) && { interest: other.interest }),
    }
    return [
      ...(delta_cents === 0 ? [] : [{ type: 'adjust_balance' as const, account_id: id, delta_cents }]),
      ...(Object.keys(fields).length === 0 ? [] : [{ type: 'put_row' as const, collection: 'accounts' as const, row: { id, ...fields } }]),
    ]
  })
  const from_pot_cents = notedFromPot(is.scenario, match) - notedFromPot(was.scenario, match)
  return { ok: true, edits: [...potEdits(was.scenario, is.scenario), ...edits], pots_are_moved: true, from_pot_cents }
}

/** What of a row's payments its pot gave, by what is noted. */
function notedFromPot(scenario: Scenario, { row }: PaymentMatch): number {
  const found = scenario[row.collection].find(({ id }) => id === row.id)
  return sumOf(Object.values(found?.exceptions ?? {}).flatMap(({ paid = [] }) => paid.map(({ from_pot_cents = 0 }) => from_pot_cents)))
}

/** What the pots have otherwise in one plan than in another; those of everyday spending move with what is said of it (spending-said.ts). */
export function potEdits(was: Scenario, is: Scenario): ScenarioEdit[] {
  const inPot = ({ opening_pots }: Scenario, target: string): number => opening_pots.find((pot) => pot.target === target)?.amount_cents ?? 0
  const everyday = new Set(was.bills.filter(isSpread).map(({ id }) => `bill:${id}`))
  const targets = new Set([...was.opening_pots, ...is.opening_pots].map(({ target }) => target))
  const pots = [...targets.difference(everyday)].flatMap((target) => {
    const delta_cents = inPot(is, target) - inPot(was, target)
    return delta_cents === 0 ? [] : [{ target, delta_cents }]
  })
  return pots.length === 0 ? [] : [{ type: 'adjust_balance', delta_cents: 0, pots }]
}

/** The plan from an earlier day on, with what is on its accounts now. What is carried along to its day stays on it. */
const setBack = (scenario: Scenario, start_date: string): Scenario => ({
  ...scenario,
  bills: scenario.bills.map((row) => asCarried(row, scenario.start_date)),
  incomes: scenario.incomes.map((row) => asCarried(row, scenario.start_date)),
  transfers: scenario.transfers.map((row) => asCarried(row, scenario.start_date)),
  start_date,
  accounts: scenario.accounts.map((account) => {
    const accrued = accruedOn(account, dayOf(scenario.start_date)!)
    return accrued === null ? account : { ...account, interest: { ...account.interest!, accrued: { ...accrued, on: start_date } } }
  }),
})

/** The other dates until the plan's day: its balances have what was paid of them. */
const datesHad = (then: Scenario, date: PaymentMatch, until: string): Lived['dropped'] =>
  planDates(then, dayOf(then.start_date)!, dayOf(until)!).filter(
    ({ row, scheduled_date, state }) => state === 'open' && (row.id !== date.row.id || scheduled_date !== date.scheduled_date),
  )

/**
 * Where no other payment of a loan came in the month of this one, its interest of that month was not booked: that a plan says so only means
 * that it began in it.
 */
function asUnbooked(then: Scenario, date: PaymentMatch, day: string): Scenario {
  const month = day.slice(0, 7)
  const row = then.transfers.find(({ id }) => id === date.row.id)
  const isPaid = ({ exceptions }: Transfer): boolean =>
    Object.values(exceptions).some(({ paid = [] }) => paid.some((one) => one.date.startsWith(month)))
  const accounts = then.accounts.map((account) => {
    const { id, kind, interest } = account
    const accrued = interest?.accrued
    if (id !== row?.to_account_id || kind !== 'loan' || !accrued?.booked_on?.startsWith(month)) return account
    if (then.transfers.some((one) => one.to_account_id === id && isPaid(one))) return account
    return { ...account, interest: { ...interest!, accrued: { ...accrued, booked_on: addDays(`${month}-01`, -1) } } }
  })
  return { ...then, accounts }
}

function accountsThen(scenario: Scenario, dates: Pick<Lived, 'open' | 'dropped'>, until: string): Carried {
  const lived = livedUntil(scenario, { ...dates, kept: [], refunds: [] }, addDays(until, -1), until)
  return lived.ok ? carriedTo(lived.scenario, until, []) : lived
}

/** What has accrued by the plan's day and when interest was booked last, by what is otherwise with the payment. */
function interestEdit(account: Account, on: string, is: Accrued, was: Accrued): ScenarioEdit[] {
  const { id, interest } = account
  const isSame = is.cent_days === was.cent_days && is.carried_cents === was.carried_cents && is.booked_on === was.booked_on
  if (!interest || interest.rate_basis_points === 0 || isSame) return []
  const now = accruedOn(account, dayOf(on)!) ?? { on, cent_days: 0, carried_cents: 0, booked_on: null }
  const accrued = {
    on,
    cent_days: Math.max(0, now.cent_days + is.cent_days - was.cent_days),
    carried_cents: Math.max(0, now.carried_cents + is.carried_cents - was.carried_cents),
    booked_on: is.booked_on === was.booked_on ? now.booked_on : is.booked_on,
  }
  return [{ type: 'put_row', collection: 'accounts', row: { id, interest: { ...interest, accrued } } }]
}
