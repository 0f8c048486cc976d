/**
 * What becomes of a plan when accounts at the bank turn out to be other ones of it: what their payments had settled is looked at anew, and
 * whose balance no file tells any more is to be said. What was changed by hand stays.
 */
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { applyEdit } from '../edit/edit.ts'
import { givenBack } from '../payments/settling.ts'
import type { Problem } from '../problem.ts'
import { isDebt } from '../projection/account-places.ts'
import type { Payment, Scenario } from '../scenario.ts'
import { settleDate } from '../schedule/schedule-changes.ts'
import type { KeptMatch, KeptOfPlan } from './kept.ts'
import type { BankBalance } from './difference.ts'
import { heldAgainst, toldOf, type HeldAccount, type Links } from './linked.ts'
import type { Refund } from './matched.ts'
import { datedRows } from './plan-dates.ts'
import type { Bases } from './reckoned.ts'
import { rowsChanged, takenBack, type RowChanges } from './row-changes.ts'
import { withPotsBack, withSharesBack } from './shares-back.ts'
import { spendingSaid } from './spending-said.ts'

export interface ChangedLinks {
  held: readonly HeldAccount[]
  before: Links
  after: Links
}

/** Those that were linked and are another account of the plan from now on. */
export const accountsChanged = ({ held, before, after }: ChangedLinks): HeldAccount[] =>
  held.filter(({ account }) => account in before && account in after && before[account] !== after[account])

/** The accounts of the plan that a file told the balance of and none does any more; null: the main one. */
export function balancesToSay({ accounts }: Pick<Scenario, 'accounts'>, changed: ChangedLinks): (string | null)[] {
  const tells = (links: Links, id: string | null): boolean => {
    const account = accounts.find((one) => one.id === id)
    const own = changed.held.filter((one) => links[one.account] === id)
    return toldOf(own, account !== undefined && isDebt(account)) !== null
  }
  return [null, ...accounts.map(({ id }) => id)].filter((id) => tells(changed.before, id) && !tells(changed.after, id))
}

/** Matches that payments of these accounts made. */
export function matchesOf(changed: ChangedLinks, matches: readonly KeptMatch[]): KeptMatch[] {
  const ids = new Set(accountsChanged(changed).flatMap(({ transactions }) => transactions.map(({ id }) => id)))
  return matches.filter(({ transactions }) => transactions.some((id) => ids.has(id)))
}

export type LinksChanged =
  | {
      ok: true
      /** Of the plan, but for the links. */
      edits: ScenarioEdit[]
      /** What is kept from then on: what these accounts, and those that they were or are, told is new again. */
      kept: KeptOfPlan
    }
  | { ok: false; problems: Problem[] }

/** What a person says is on accounts of the plan that no file tells of any more, by their ids; null: the main one. */
export type SaidBalances = ReadonlyMap<string | null, number>

/** The plan's balance, where the right files tell one of a day before the plan's own: what a later one says is taken as files are read. */
export function earlierOfMain(scenario: Scenario, changed: ChangedLinks, today: string): BankBalance | null {
  const concerned = accountsChanged(changed).some(({ account }) => changed.before[account] === null || changed.after[account] === null)
  const { balance } = heldAgainst(scenario, changed.held, changed.after, today)
  return concerned && balance !== null && balance.date < scenario.start_date ? balance : null
}

export function linksChanged(
  scenario: Scenario,
  kept: KeptOfPlan,
  changed: ChangedLinks,
  { today, said = new Map() }: { today: string; said?: SaidBalances },
): LinksChanged {
  const { held, before, after } = changed
  const others = accountsChanged(changed)
  const settled = matchesOf(changed, kept.matches).filter((match) => isNoted(scenario, match))
  const rows = new Map([...datedRows(scenario)].map((one) => [one.row.id, one]))
  const isKnown = (id: string | null | undefined): boolean => held.some(({ account }) => id !== undefined && after[account] === id)
  const opened = settled.filter(({ row }) => isKnown(rows.get(row.id)?.account_id))
  const back = settled.map(asBack)
  const isOpened = new Set<Refund>(opened.map((match) => back[settled.indexOf(match)]!))
  const dates = rowsChanged(
    scenario,
    back.map((one): RowChanges => [one.row, changesOf(scenario, one, isOpened.has(one))]),
  )
  if (!dates.ok) return dates
  const between = movedBack(scenario, opened, dates.edits)
  if (!between.ok) return between
  const spent = spentBack(scenario, kept, changed)
  if (!spent.ok) return spent
  const refunds = [...isOpened]
  const opening_pots = withPotsBack(scenario, withSharesBack(scenario, scenario.opening_pots, refunds), refunds)
  const arePotsSame = JSON.stringify(opening_pots) === JSON.stringify(scenario.opening_pots)
  const pots: ScenarioEdit[] = arePotsSame ? [] : [{ type: 'set_fields', fields: { opening_pots } }]
  const balances = balanceEdits(earlierOfMain(scenario, changed, today), said)
  const concerned = new Set(others.flatMap(({ account }) => [before[account], after[account]]))
  const anew = held.filter(({ account }) => concerned.has(before[account]) || concerned.has(after[account]))
  const ids = new Set(anew.flatMap(({ transactions }) => transactions.map(({ id }) => id)))
  const gone = new Set(matchesOf(changed, kept.matches))
  return {
    ok: true,
    edits: [...dates.edits, ...between.edits, ...pots, ...spent.edits, ...balances],
    kept: {
      ...kept,
      matches: kept.matches.filter((match) => !gone.has(match)),
      seen: kept.seen.filter(({ id }) => !ids.has(id)),
      last: concerned.has(null) ? null : kept.last,
      asked: undefined,
      ...(kept.bases && { bases: withoutBases(kept.bases, concerned) }),
    },
  }
}

/** What is on these accounts is another file's to tell, or to be said. */
const withoutBases = (bases: Bases, accounts: ReadonlySet<string | null | undefined>): Bases =>
  Object.fromEntries(Object.entries(bases).filter(([key]) => !accounts.has(key === '' ? null : key)))

function balanceEdits(earlier: BankBalance | null, said: SaidBalances): ScenarioEdit[] {
  const all = new Map([...(earlier ? [[null, earlier.amount_cents] as const] : []), ...said])
  return [...all].map(([id, balance_cents]) =>
    id === null
      ? { type: 'set_fields', fields: { planning_balance_cents: balance_cents } }
      : { type: 'put_row', collection: 'accounts', row: { id, balance_cents } },
  )
}

/** What is due once has the day it was carried to as its date. */
const dateIn = (row: Payment, { scheduled_date }: Pick<KeptMatch, 'scheduled_date'>): string =>
  row.schedule === null ? (row.due_date ?? scheduled_date) : scheduled_date

/** Whether the plan notes that payment of its date. */
function isNoted(scenario: Scenario, match: KeptMatch): boolean {
  const row = (scenario[match.row.collection] as readonly Payment[]).find(({ id }) => id === match.row.id)
  const paid = row?.exceptions[dateIn(row, match)]?.paid ?? []
  return match.state === 'open' ? paid.length > 0 : paid.some((one) => one.date === match.paid_on && one.amount_cents === match.paid_cents)
}

const asBack = ({ row, scheduled_date, transactions, paid_cents }: KeptMatch): Refund => ({
  row,
  scheduled_date,
  transaction: transactions[0]!,
  amount_cents: paid_cents,
  due: 'all',
})

/**
 * A date is due again, on the plan's own day at the earliest, where files tell of its account still. Else it counts as planned,
 * as all that is due on an account without files, and no payment is noted of it.
 */
function changesOf({ start_date }: Scenario, back: Refund, is_opened: boolean): RowChanges[1] {
  return is_opened ? [takenBack(back, start_date)] : [takenBack(back, ''), (row) => settleDate(row, dateIn(row, back), true)]
}

/** What a transfer that is still to come had brought to the account on its other side, or taken from it. */
function movedBack(scenario: Scenario, opened: readonly KeptMatch[], dates: readonly ScenarioEdit[]) {
  const edits: ScenarioEdit[] = []
  for (const match of opened) {
    const row = match.row.collection === 'transfers' ? scenario.transfers.find(({ id }) => id === match.row.id) : undefined
    // Its own side is as the bank says.
    const other = row?.to_account_id ?? row?.from_account_id
    if (!row || other === undefined || other === null) continue
    const now = applyEdit(scenario, { type: 'batch', edits }, scenario.updated_at)
    if (!now.ok) return now
    const payment = { collection: 'transfers' as const, id: row.id, nominal_date: dateIn(row, match) }
    const given = givenBack(
      now.scenario,
      { ...payment, date: match.paid_on, amount_cents: match.paid_cents },
      { type: 'batch', edits: [...dates] },
    )
    if (!given.ok) return given
    edits.push(...given.edits.filter((edit) => accountOf(edit) === other))
  }
  return { ok: true as const, edits }
}

const accountOf = (edit: ScenarioEdit): string | null =>
  edit.type === 'adjust_balance' ? (edit.account_id ?? null) : edit.type === 'put_row' ? (edit.row.id ?? null) : null

/** What of their payments was noted as everyday spending of the account that they were. */
function spentBack(scenario: Scenario, { seen }: KeptOfPlan, changed: ChangedLinks) {
  const known = new Set(seen.map(({ id }) => id))
  const edits: ScenarioEdit[] = []
  for (const { account, transactions } of accountsChanged(changed)) {
    const link = changed.before[account]!
    if (link === 'none') continue
    const said = spendingSaid(
      scenario,
      transactions.filter(({ id }) => known.has(id)),
      false,
      link,
    )
    if (!said.ok) return said
    if (said.edit) edits.push(said.edit)
  }
  return { ok: true as const, edits }
}
