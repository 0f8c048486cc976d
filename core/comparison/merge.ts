/**
 * Three-way merge: changes from both sides of a common state, with a question wherever they conflict. Nothing is resolved
 * silently: what is not asked about was changed on one side alone, or alike on both.
 */
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { linksKept } from '../edit/edit-accounts.ts'
import { isSameValue } from '../fields.ts'
import { limits } from '../limits.ts'
import { collections, type Scenario, type ScenarioFields } from '../scenario.ts'
import type { Conflict, MergeChoices, Pick, Side } from './conflict.ts'
import { fieldGroups, groupValue, inCurrency, isSameContent } from './content.ts'
import { diffScenarios } from './edit-between.ts'
import { balanceOfPayments, balancesOfPayments } from './merged-balance.ts'
import { ofOneDay } from './merged-day.ts'
import { mergedRows } from './merged-rows.ts'
import { withRolledForward } from './merged-rolled.ts'
import { withRules } from './merged-rules.ts'

export interface Merged {
  /** Leads from `theirs` to the merged state; where a conflict is not yet answered, theirs stands. */
  edit: ScenarioEdit
  scenario: Scenario
  /** Those that still want an answer. */
  clashes: Conflict[]
}

/**
 * Merges what changed from `base` to `mine` and to `theirs`. Different fields and rows merge; the same field, or a row
 * deleted here and changed there, asks. The balance, its day and what of it is set aside are one field; what payments take off it
 * adds up, whichever side marked them. Symmetric: with mine and theirs swapped and no conflict, the same content comes out. Without
 * a known base (null) whatever differs asks, and no row that one side has is lost.
 */
export function mergeScenarios(base: Scenario | null, mine: Scenario, theirs: Scenario, choices: MergeChoices = {}): Merged {
  if (base && isSameContent(theirs, base)) return { edit: diffScenarios(theirs, mine), scenario: mine, clashes: [] }
  if ((base && isSameContent(mine, base)) || isSameContent(mine, theirs))
    return { edit: { type: 'batch', edits: [] }, scenario: theirs, clashes: [] }
  const clashes: Conflict[] = []
  const pick = (conflict: Conflict): Side => {
    const choice = choices[conflict.key]
    if (!choice && clashes.every(({ key }) => key !== conflict.key)) clashes.push(conflict)
    return choice ?? 'theirs'
  }
  const currency_code = mergedCurrency(base, mine, theirs, pick)
  const sides = [base, mine, theirs].map((scenario) => scenario && inCurrency(scenario, currency_code))
  if (sides.some((side, index) => side === null && (index > 0 || base))) {
    const side = pick({
      ...fieldConflict('currency_code', base?.currency_code ?? null, mine.currency_code, theirs.currency_code),
      key: 'currency_and_amounts',
    })
    const scenario = side === 'mine' ? mine : theirs
    return { edit: diffScenarios(theirs, scenario), scenario, clashes }
  }
  const [before, here, there] = sides as [Scenario | null, Scenario, Scenario]
  const askBalance = (ids: readonly string[]): Side => {
    const [base, mine, theirs] = [before, here, there].map((side) => side && balanceWith(side, ids))
    return pick(fieldConflict('balance', base, mine, theirs))
  }
  const { side, base: b, mine: m, theirs: t } = ofOneDay(before, here, there, askBalance)

  const balances = b ? balancesOfPayments(b, m, t) : new Map<string, null>()
  const lists = collections.map((collection) => {
    const rows = mergedRows(collection, b?.[collection] ?? [], m[collection], t[collection], pick, balances)
    return [collection, rows.map((row, position) => (row.position === position ? row : { ...row, position }))]
  })
  const together = withRolledForward({ ...t, ...mergedFields(b, m, t, pick, side), ...Object.fromEntries(lists) }, b, m, t, pick)
  const merged = linked(withRules(linked(together), m, t, pick))
  return { edit: diffScenarios(theirs, merged), scenario: merged, clashes }
}

/** What the question about the balance shows of a side: with it what is on the accounts that go with it. */
function balanceWith(scenario: Scenario, ids: readonly string[]): unknown {
  const accounts = scenario.accounts.filter(({ id }) => ids.includes(id)).map(({ id, balance_cents }) => ({ id, balance_cents }))
  return { ...(groupValue(scenario, fieldGroups.balance!) as object), ...(accounts.length > 0 && { accounts }) }
}

/** Without the links to accounts that a side has deleted. */
const linked = (scenario: Scenario): Scenario => ({ ...scenario, bank_links: linksKept(scenario) })

const fieldConflict = (field: string, base: unknown, mine: unknown, theirs: unknown): Conflict => ({
  key: field,
  about: 'field',
  collection: null,
  row_id: null,
  field,
  date: null,
  name: null,
  base,
  mine,
  theirs,
  problem: null,
})

function mergedCurrency(base: Scenario | null, mine: Scenario, theirs: Scenario, pick: Pick): string {
  const [b, m, t] = [base?.currency_code ?? null, mine.currency_code, theirs.currency_code]
  if (m === t || t === b) return m
  if (m === b) return t
  return pick(fieldConflict('currency_code', b, m, t)) === 'mine' ? m : t
}

/** `balanceOf`: the side whose balance holds; null: that of both. */
function mergedFields(
  base: Scenario | null,
  mine: Scenario,
  theirs: Scenario,
  pick: Pick,
  balanceOf: Side | null,
): Partial<ScenarioFields> {
  const result: Partial<ScenarioFields> = {}
  for (const [group, fields] of Object.entries(fieldGroups)) {
    const isSame = (a: Scenario, b: Scenario | null): boolean => b !== null && fields.every((field) => isSameValue(a[field], b[field]))
    const ask = (): Scenario =>
      pick(fieldConflict(group, base && groupValue(base, fields), groupValue(mine, fields), groupValue(theirs, fields))) === 'mine'
        ? mine
        : theirs
    let side: Partial<ScenarioFields> = theirs
    const added = group === 'balance' && base ? balanceOfPayments(base, mine, theirs) : null
    if (group === 'balance' && balanceOf) side = balanceOf === 'mine' ? mine : theirs
    else if (added !== null) side = added === 'asks' ? ask() : added
    else if (isSame(theirs, base)) side = mine
    else if (!isSame(mine, base) && !isSame(mine, theirs)) side = ask()
    for (const field of fields) Object.assign(result, { [field]: side[field] })
  }
  return {
    ...result,
    dismissed: mergedSet(base?.dismissed ?? [], mine.dismissed, theirs.dismissed).slice(0, limits.dismissed),
    bank_links: mergedSet(base?.bank_links ?? [], mine.bank_links, theirs.bank_links).slice(0, limits.bank_links),
  }
}

/** What either side added and neither took away; sets have nothing to conflict about. In an order that is the same from both sides. */
function mergedSet<T>(base: readonly T[], mine: readonly T[], theirs: readonly T[]): T[] {
  const keyOf = (value: T): string => JSON.stringify(Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1)))
  const [inBase, inMine, inTheirs] = [base, mine, theirs].map((values) => new Map(values.map((value) => [keyOf(value), value]))) as [
    Map<string, T>,
    Map<string, T>,
    Map<string, T>,
  ]
  const isKept = (key: string): boolean => (inMine.has(key) && inTheirs.has(key)) || !inBase.has(key)
  return [...new Map([...inMine, ...inTheirs])]
    .filter(([key]) => isKept(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value)
}
