/** What was paid before the plan begins: accounts beside the main one have it in the balance that the plan has of them. */
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { rowDefaults, type Payment, type Scenario, type Transfer } from '../scenario.ts'
import { isLeftOpen } from '../payments/part-payments.ts'
import type { PaymentMatch } from './matched.ts'

/** What matches did to the accounts since the plan's start date. */
export interface SinceStart {
  /** Of which nothing came before it. */
  since: PaymentMatch[]
  /** Of which something did: their dates do nothing more by themselves. */
  early: PaymentMatch[]
  /** What came since then of these, once, on its day. */
  moves: Transfer[]
}

export function sinceStart(scenario: Scenario, open: readonly PaymentMatch[], transactions: readonly AccountTransaction[]): SinceStart {
  const { start_date } = scenario
  const byId = new Map(transactions.map((one) => [one.id, one]))
  const found: SinceStart = { since: [], early: [], moves: [] }
  for (const match of open) {
    const row = (scenario[match.row.collection] as readonly Payment[]).find(({ id }) => id === match.row.id)!
    const legs = isCarried(row, match, start_date) ? [] : legsOf(row, match, byId)
    if (!legs.some(({ came }) => came.some(({ date }) => date < start_date))) {
      found.since.push(match)
      continue
    }
    found.early.push(match)
    for (const { account_id, came } of legs) {
      const later = came.filter(({ date }) => date >= start_date)
      const cents = sumOf(later.map(({ amount_cents }) => amount_cents))
      const day = later
        .map(({ date }) => date)
        .toSorted()
        .at(-1)
      if (cents !== 0) found.moves.push(moveOf(scenario, match, account_id, cents, day!))
    }
  }
  return found
}

/**
 * Whether a date lies on the start date because it was open as the plan was brought there: then no balance has it. Of what is due once
 * nothing else says so.
 */
function isCarried(row: Payment, { scheduled_date, date }: PaymentMatch, start_date: string): boolean {
  if (date !== start_date) return false
  return row.schedule === null || isLeftOpen(row, scheduled_date)
}

/** Signed; minor units. */
type Came = Pick<AccountTransaction, 'date' | 'amount_cents'>

/** What came and went on each account beside the main one. Where the other side of a transfer is not known it is on the same days. */
function legsOf(
  row: Payment,
  { account_id, sign, paid_cents, paid_on, transactions, other_leg }: PaymentMatch,
  byId: ReadonlyMap<string, AccountTransaction>,
): { account_id: string; came: Came[] }[] {
  const told = transactions.flatMap((id) => byId.get(id) ?? [])
  const own: Came[] = told.length === transactions.length ? told : [{ date: paid_on, amount_cents: sign * paid_cents }]
  const legs = [{ account_id, came: own }]
  if ('from_account_id' in row) {
    const opposite = own.map(({ date, amount_cents }) => ({ date, amount_cents: 0 - amount_cents }))
    const other = other_leg === null ? undefined : byId.get(other_leg)
    legs.push({ account_id: sign < 0 ? row.to_account_id : row.from_account_id, came: other ? [other] : opposite })
  }
  return legs.flatMap(({ account_id: id, came }) => (id === null ? [] : [{ account_id: id, came }]))
}

/** Between an account and the main one, of which nothing is asked here. */
function moveOf(scenario: Scenario, { row, scheduled_date }: PaymentMatch, account_id: string, cents: number, due_date: string): Transfer {
  return {
    ...rowDefaults.transfers,
    id: `${row.id} ${scheduled_date} ${account_id}`,
    position: 0,
    created_at: scenario.updated_at,
    updated_at: scenario.updated_at,
    name: '',
    amount_cents: Math.abs(cents),
    due_date,
    from_account_id: cents < 0 ? account_id : null,
    to_account_id: cents < 0 ? null : account_id,
  } as Transfer
}
