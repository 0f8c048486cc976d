/** What loans take of the transfers that pay them: no more than is owed when they come, and nothing once they are paid off. */
import { dayOf } from '../calendar.ts'
import { asDue, leftAmount, paidAmount } from '../payments/part-payments.ts'
import type { Scenario, Transfer } from '../scenario.ts'
import { inOrder, type DateException } from '../schedule/exceptions.ts'
import { occurrences } from '../schedule/schedule.ts'
import type { Projection } from './projection.ts'

/** What a loan takes of a date of a transfer, by the date on which its rule has it; minor units. undefined: it is taken whole. */
export type TakenOf = (id: string, nominal_date: string) => number | undefined

export const takenWhole: TakenOf = () => undefined

/** The dates of a transfer that pays a loan, in the order of their days, and what the loan takes of each; minor units. */
export interface TakenDates {
  id: string
  /** Scheduled days. */
  scheduled: readonly number[]
  cents: readonly number[]
}

/** As the days of a projection have it, from `from` to before `until`. */
export function takenDates({ scenario, rows, setup, simulation }: Projection, from: string, until: string): TakenDates[] {
  const ids = new Set(loanPayers(scenario).map(({ id }) => id))
  const [begin, end] = [dayOf(from)!, dayOf(until)!]
  return [...(simulation.accounts?.taken.entries() ?? [])].flatMap(([which, cents]): TakenDates[] => {
    const { id } = rows[which]!
    if (!cents || !ids.has(id)) return []
    const { scheduled, effective } = setup.occurrences.dates[which]!
    const within = [...effective.keys()].filter((index) => effective[index]! >= begin && effective[index]! < end)
    return [{ id, scheduled: within.map((index) => scheduled[index]!), cents: within.map((index) => cents[index]!) }]
  })
}

/** The same, asked date by date. */
export function takenIn(projection: Projection, from: string, until: string): TakenOf {
  const taken = new Map(
    takenDates(projection, from, until).map(({ id, scheduled, cents }) => [id, new Map(scheduled.map((day, nth) => [day, cents[nth]!]))]),
  )
  return (id, nominal_date) => taken.get(id)?.get(dayOf(nominal_date)!)
}

/** Dated payments at what is taken of them; those of which nothing is are none. */
export const asTaken = <P extends { id: string; nominal_date: string; amount_cents: number }>(
  payments: readonly P[],
  takenOf: TakenOf,
): P[] =>
  payments.flatMap((payment) => {
    const amount_cents = takenOf(payment.id, payment.nominal_date) ?? payment.amount_cents
    return amount_cents === 0 && payment.amount_cents > 0 ? [] : [{ ...payment, amount_cents }]
  })

/**
 * The plan whose loans take of each date until before a day what is said, also where earlier ones turn out not to be paid: of those of
 * which nothing was due they take nothing. The same object where all is taken whole.
 */
export function withTaken(scenario: Scenario, takenOf: TakenOf, until: string): Scenario {
  const payers = new Map(loanPayers(scenario).map((row) => [row, takingOnly(row, takenOf, scenario.start_date, until)]))
  if ([...payers].every(([row, taking]) => row === taking)) return scenario
  return { ...scenario, transfers: scenario.transfers.map((row) => payers.get(row) ?? row) }
}

function takingOnly(row: Transfer, takenOf: TakenOf, from: string, until: string): Transfer {
  const less = occurrences(asDue(row, from), from, until).flatMap(({ nominal_date }): [string, DateException][] => {
    const cents = takenOf(row.id, nominal_date)
    if (cents === undefined || cents >= leftAmount(row, nominal_date)) return []
    const said = row.exceptions[nominal_date]
    return [[nominal_date, { ...said, ...(cents === 0 ? { skipped: true } : { amount_cents: paidAmount(row, nominal_date) + cents }) }]]
  })
  return less.length === 0 ? row : { ...row, exceptions: inOrder({ ...row.exceptions, ...Object.fromEntries(less) }) }
}

/** The transfers that pay loans. */
export function loanPayers({ transfers, accounts }: Pick<Scenario, 'transfers' | 'accounts'>): Transfer[] {
  const loans = new Set(accounts.flatMap(({ id, kind }) => (kind === 'loan' ? [id] : [])))
  return loans.size === 0 ? [] : transfers.filter(({ to_account_id, due_date }) => due_date !== null && loans.has(to_account_id!))
}
