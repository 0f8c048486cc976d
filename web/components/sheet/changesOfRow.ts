/** What is otherwise of a row from dates on, as it is shown and written beneath its amount. */
import type { ChangeEdits, ChangeFromDate } from '../../../core/schedule/dated-changes.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { Payment } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { formatAmount, formatMoney } from '../../format/money.ts'
import { readTypedAmount } from '../../ui/draft.ts'
import { say } from '../../words/say.ts'
import type { PaymentCollection } from './collections.ts'

/** The next change in a few words: "$950 from 1 April", or that it is due otherwise from then; others are counted. */
export function comingWords({ changes }: Payment, currency_code: string, from: string): string {
  const next = changes.find((change) => change.from >= from) ?? changes.at(-1)!
  const coming = { date: formatDate(next.from, from), more: changes.length - 1 }
  return next.amount_cents === undefined
    ? say('bills.coming_otherwise', coming)
    : say('bills.coming', { ...coming, amount: formatMoney(next.amount_cents, currency_code) })
}

/** A change while it is being written. */
export interface ChangeDraft {
  /** The change that it was; null: a new one. */
  was: ChangeFromDate | null
  from: string
  /** "": this change says nothing of the amount. */
  amount: string
  isRemoved: boolean
}

export const draftOfChange = (was: ChangeFromDate, currency_code: string): ChangeDraft => ({
  was,
  from: was.from,
  amount: was.amount_cents === undefined ? '' : formatAmount(was.amount_cents, currency_code),
  isRemoved: false,
})
export const newDraft = (from: string): ChangeDraft => ({ was: null, from, amount: '', isRemoved: false })

export type ChangesRead = { ok: true; edit: ScenarioEdit | null } | { ok: false; problem: string }

/** The one edit of what was written; null where nothing was. */
export function readChanges(
  collection: PaymentCollection,
  row: Payment,
  drafts: readonly ChangeDraft[],
  currency_code: string,
): ChangesRead {
  const edits: ChangeEdits = {}
  const name = (from: string, fields: ChangeEdits[string]): void => void (edits[from] = { ...edits[from], ...fields })
  for (const { was, from, amount, isRemoved } of drafts) {
    if (was === null && amount.trim() === '') continue
    const others = was === null ? {} : withoutDate(was)
    if (isRemoved || (was !== null && from !== was.from)) name(was!.from, emptied(others))
    if (isRemoved) continue
    if (from === '') return { ok: false, problem: say('common.whole_date') }
    const read = amount.trim() === '' ? null : readTypedAmount(amount, currency_code)
    if (read && !read.ok) return { ok: false, problem: read.problem }
    if (from === was?.from && (read?.value ?? undefined) === was.amount_cents) continue
    name(from, { ...(from === was?.from ? {} : others), amount_cents: read?.value ?? null })
  }
  return { ok: true, edit: Object.keys(edits).length === 0 ? null : { type: 'set_changes', collection, id: row.id, changes: edits } }
}

function withoutDate({ from: _from, ...fields }: ChangeFromDate): Omit<ChangeFromDate, 'from'> {
  return fields
}

const emptied = (fields: object): ChangeEdits[string] => Object.fromEntries(Object.keys(fields).map((field) => [field, null]))
