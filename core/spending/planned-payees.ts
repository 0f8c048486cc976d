/**
 * Payments that a dated row of the plan stands for though no match says so: before the plan began, say, or where one came so late that its
 * series is none any more. Without them they would count as everyday spending beside the row.
 */
import { namesOfRows } from '../actuals/names.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { readPayee, textOf } from '../prediction/payees.ts'
import type { Payment, Scenario } from '../scenario.ts'
import { isSpread } from '../schedule/spread.ts'

/** What is known to be a row's by who is paid, while its amount is within so much of the row's: prices change. */
const known_percent = 30

/**
 * By id. A row takes one payment of a calendar month, the nearest to its amount; one that is due by weeks or days takes any. Of those to
 * whom it is known to be paid, what is about its amount; of other payees that fit its name, what is just that.
 */
export function plannedPayees(
  { bills, transfers }: Pick<Scenario, 'bills' | 'transfers'>,
  transactions: readonly AccountTransaction[],
): Set<string> {
  const rows = [
    ...bills.filter((bill) => !isSpread(bill) && bill.account_id === null),
    ...transfers.filter((one) => one.from_account_id === null),
  ]
  const left = transactions
    .filter(({ amount_cents }) => amount_cents < 0)
    .map((one) => ({ id: one.id, date: one.date, cents: 0 - one.amount_cents, payee: readPayee(textOf(one)).key }))
  const named = new Map(rows.map((row) => [row.id, { name: row.name, evidence: row.evidence, sign: -1 as const }]))
  const fits = namesOfRows(named, new Set(left.map(({ payee }) => payee)), new Map(), new Set())
  const found = new Set<string>()
  for (const row of rows) {
    const own = fits.get(row.id)!.fits
    const mayBe = left.filter(({ id, payee, cents }) => {
      const fit = own.get(payee)
      return fit !== undefined && !found.has(id) && (fit === 'known' ? isAbout(row, cents) : cents === row.amount_cents)
    })
    const isOften = row.schedule?.unit === 'week' || row.schedule?.unit === 'day'
    for (const together of Map.groupBy(mayBe, ({ date }) => (isOften ? date : date.slice(0, 7))).values()) {
      const apart = ({ cents }: (typeof left)[number]): number => Math.abs(cents - row.amount_cents)
      found.add(together.reduce((best, one) => (apart(one) < apart(best) ? one : best)).id)
    }
  }
  return found
}

const isAbout = ({ amount_cents, amount_low_cents, amount_high_cents }: Payment, cents: number): boolean =>
  (amount_low_cents !== null && amount_high_cents !== null && cents >= amount_low_cents && cents <= amount_high_cents) ||
  Math.abs(cents - amount_cents) * 100 <= known_percent * Math.max(cents, amount_cents)
