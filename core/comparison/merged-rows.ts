/** The merged rows of one list. */
import type { Card } from '../accounts/account.ts'
import type { Exceptions } from '../schedule/exceptions.ts'
import { isSameValue } from '../fields.ts'
import { isDated, type Account, type Collection, type Payment } from '../scenario.ts'
import type { DatedRow } from '../schedule/schedule.ts'
import type { Conflict, Pick } from './conflict.ts'
import { groupValue, isSameRow, nameOf, rowGroups, valueOf, type Row } from './content.ts'
import { datesOf as wholeDates, mergedDates, mergedExceptions } from './merged-dates.ts'
import { mergedOrder } from './merged-order.ts'
import { partsOf, type Parts } from './merged-parts.ts'

/** What both sides' payments leave on accounts, by their ids: an amount, a question, or (null) nothing that follows from payments. */
type Balances = ReadonlyMap<string, number | 'asks' | null>

export function mergedRows(
  collection: Collection,
  base: readonly Row[],
  mine: readonly Row[],
  theirs: readonly Row[],
  pick: Pick,
  balances: Balances,
): Row[] {
  const [b, m, t] = [base, mine, theirs].map((rows) => new Map(rows.map((row) => [row.id, row]))) as [
    Map<string, Row>,
    Map<string, Row>,
    Map<string, Row>,
  ]
  const parts = isDated(collection) ? partsOf(collection, b as ById, m as ById, t as ById, pick) : null
  const merged = new Map<string, Row>()
  const past = new Map<string, Exceptions | null>()
  for (const id of new Set([...t.keys(), ...m.keys()])) {
    if (parts?.doubled.has(id)) continue
    const row = mergedRow(
      collection,
      b.get(id),
      m.get(id),
      t.get(id),
      parts,
      past,
      pick,
      collection === 'accounts' ? (balances.get(id) ?? null) : null,
    )
    if (row) merged.set(id, row)
  }
  for (const [id, exceptions] of past) {
    const part = merged.get(id)
    if (exceptions === null) merged.delete(id)
    else if (part) merged.set(id, { ...part, exceptions } as Row)
  }
  return mergedOrder(collection, base, mine, theirs, pick, new Set(merged.keys())).map((id) => merged.get(id)!)
}

type ById = ReadonlyMap<string, Payment>

/** `past`: takes what is said of dates that another row has now. */
function mergedRow(
  collection: Collection,
  base: Row | undefined,
  mine: Row | undefined,
  theirs: Row | undefined,
  parts: Parts | null,
  past: Map<string, Exceptions | null>,
  pick: Pick,
  balance: number | 'asks' | null,
): Row | undefined {
  const conflict = (field: string | null, values: [unknown, unknown, unknown]): Conflict => ({
    key: `${collection}/${(mine ?? theirs)!.id}${field === null ? '' : `/${field}`}`,
    about: field === null ? 'row' : 'field',
    collection,
    row_id: (mine ?? theirs)!.id,
    field,
    date: null,
    name: nameOf((base ?? theirs ?? mine)!),
    base: values[0] ?? null,
    mine: values[1],
    theirs: values[2],
    problem: null,
  })
  if (!mine || !theirs) {
    if (!base) return mine ?? theirs
    const kept = (mine ?? theirs)!
    if (isSameRow(collection, kept, base)) return undefined
    return pick(conflict(null, [base, mine ?? null, theirs ?? null])) === 'mine' ? mine : theirs
  }
  const result: Record<string, unknown> = { ...theirs }
  let dated: object | null = null
  if (base && parts) dated = datesOf(collection, [base, mine, theirs] as Payment[], parts, past, pick)
  if (base && collection === 'accounts') {
    const [b, m, t] = [base, mine, theirs].map((row) => (row as Account).exceptions) as [Exceptions, Exceptions, Exceptions]
    dated = { exceptions: mergedExceptions(collection, base, [b, m, t], pick, null) }
  }
  if (dated) Object.assign(result, dated)
  for (const group of rowGroups[collection]) {
    if (dated && group.every((field) => field in dated)) continue
    const isSame = (a: Row, b: Row): boolean => group.every((field) => isSameValue(valueOf(a, field), valueOf(b, field)))
    const added = group[0] === 'balance_cents' ? balance : null
    if (typeof added === 'number') {
      result.balance_cents = added
      continue
    }
    const card = group[0] === 'card' ? mergedCard(base as Account, mine as Account, theirs as Account) : null
    if (card !== null) {
      result.card = card
      continue
    }
    if (added === null && (isSame(mine, theirs) || (base && isSame(mine, base)))) continue
    const isMine =
      (added === null && base && isSame(theirs, base)) ||
      pick(conflict(group.at(-1)!, [base && groupValue(base, group), groupValue(mine, group), groupValue(theirs, group)])) === 'mine'
    if (isMine) for (const field of group) result[field] = valueOf(mine, field)
  }
  return result as unknown as Row
}

/** What of a card changes together: what is paid of a statement is one thing. */
const cardGroups: readonly (readonly (keyof Card)[])[] = [
  ['closing_day'],
  ['due_day'],
  ['shift'],
  ['paid_from_account_id'],
  ['pays', 'minimum_percent', 'minimum_cents', 'fixed_cents'],
  ['statement_cents', 'credited_cents', 'credited_on'],
]

/** A card with both sides' changes; null: they changed one thing of it differently, or one of them made a card of it or took it away. */
function mergedCard(base: Account | undefined, { card: mine }: Account, { card: theirs }: Account): Card | null {
  const before = base?.card
  if (!before || !mine || !theirs) return null
  const merged = { ...theirs }
  for (const group of cardGroups) {
    const isSame = (a: Card, b: Card): boolean => group.every((field) => a[field] === b[field])
    if (isSame(mine, theirs) || isSame(mine, before)) continue
    if (!isSame(theirs, before)) return null
    for (const field of group) {
      if (mine[field] === undefined) delete (merged as Partial<Card>)[field]
      else Object.assign(merged, { [field]: mine[field] })
    }
  }
  return merged
}

function datesOf(
  collection: Collection,
  [base, mine, theirs]: Payment[],
  { of, sides }: Parts,
  past: Map<string, Exceptions | null>,
  pick: Pick,
): DatedRow {
  const side = sides.get(base!.id)
  if (side) return wholeDates(side === 'mine' ? mine! : theirs!)
  const before = of.get(base!.id) ?? null
  const { dates, part } = mergedDates(collection, base!, mine!, theirs!, before, pick)
  if (before) past.set(before.id, part)
  return dates
}
