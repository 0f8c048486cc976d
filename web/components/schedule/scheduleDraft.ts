/** Everything written in the schedule of a row and not saved yet: a rule, a pause, one date; together they are one edit. */
import { dateSaid } from '../../../core/date-said.ts'
import type { ScenarioEdit } from '../../../core/edit.ts'
import type { Payment } from '../../../core/scenario.ts'
import { datesToPause, pauseDates, splitAt, type Dated, type RowChange } from '../../../core/schedule-changes.ts'
import type { DateScope, ScopedChange } from '../../../core/schedule-moves.ts'
import type { MadePayment } from '../../../core/settling.ts'
import { changeRule, lostMarks, type Mark, type NewRule } from '../../../core/schedule-rules.ts'
import { formatAmount } from '../../format/money.ts'
import { newId } from '../../services/ids.ts'
import { readTypedAmount } from '../../ui/draft.ts'
import type { PaymentCollection } from '../sheet/collections.ts'
import { changeOf, scopedEdit } from './dateEdits.ts'
import { plannedDates, type PlannedDate } from './plannedDates.ts'
import { readRule, type RuleDraft } from './ruleDraft.ts'

/** What becomes of one date: it is due, paid, skipped, or it and all later ones are no more. */
export type DateState = 'due' | 'paid' | 'skipped' | 'ended'

export interface DateDraft {
  planned: PlannedDate
  date: string
  amount: string
  scope: DateScope
  state: DateState
  /** Whether the balance has it, where it is said to be paid; null: what lets nobody spend what is gone. */
  isCounted: boolean | null
}

export interface RuleChange {
  draft: RuleDraft
  /** null: as is safe. */
  scope: 'later' | 'all' | null
  /** Marks of dates that are no more go to the nearest ones there are. */
  carries: boolean
}

export interface Pause {
  from: string
  to: string
}

/** A row with the changes that led to it. */
export interface Working {
  row: Payment
  edits: readonly ScenarioEdit[]
  /** Dates that are said to be paid now. */
  made: readonly MadePayment[]
}

export type Step = { ok: true; working: Working } | { ok: false; problem: string }

const onward = (collection: PaymentCollection, { row, edits, made }: Working, change: ScopedChange): Step => {
  if (!change.ok) return { ok: false, problem: change.problems[0]!.message }
  const scoped = scopedEdit(collection, row, change, newId())
  if (!scoped.ok) return { ok: false, problem: scoped.problems[0]!.message }
  const isSame = change.next === null && Object.keys(change.fields).length === 0
  if (isSame) return { ok: true, working: { row, edits, made } }
  // A new row for the dates before stands above it.
  const next = change.next ? { ...change.next, position: row.position + 1 } : change.fields
  return { ok: true, working: { row: { ...row, ...next }, edits: [...edits, scoped.edit], made } }
}
const alone = (change: RowChange): ScopedChange => (change.ok ? { ...change, next: null } : change)

/** What a new rule would do to a row, and what there is to choose about it. */
export interface RuleEffect {
  rule: NewRule
  /** The first date still to come, where earlier ones could be left as they are; null: there are none. */
  laterFrom: string | null
  /** Marks of dates that the new rule lacks, were all dates changed. */
  lost: readonly Mark[]
  scope: 'later' | 'all'
}

/** null: what is written is no rule yet. */
export function ruleEffect(row: Payment, { draft, scope }: RuleChange, from: string): RuleEffect | null {
  const read = readRule(draft, row.schedule)
  if (!read.ok) return null
  const rule: NewRule = { due_date: read.due_date, schedule: read.schedule }
  const lost = lostMarks(row, rule)
  const next = plannedDates(row, from, 60).find(({ isSkipped, isSettled }) => !isSkipped && !isSettled)?.nominal_date
  const laterFrom = next !== undefined && rule.due_date !== null && splitAt(row, next) !== null ? next : null
  return { rule, laterFrom, lost, scope: laterFrom === null ? 'all' : (scope ?? (lost.length > 0 ? 'later' : 'all')) }
}

export function withRule(collection: PaymentCollection, working: Working, change: RuleChange | null, from: string): Step {
  if (!change) return { ok: true, working }
  const read = readRule(change.draft, working.row.schedule)
  if (!read.ok) return read
  const { rule, laterFrom, scope } = ruleEffect(working.row, change, from)!
  return onward(collection, working, changeRule(working.row, rule, scope === 'later' ? laterFrom : null, change.carries))
}

export function withPause(collection: PaymentCollection, working: Working, pause: Pause | null): Step {
  if (!pause || (pause.from === '' && pause.to === '')) return { ok: true, working }
  if (pause.from === '' || pause.to === '') return { ok: false, problem: 'Give both days of the pause, the first and the last.' }
  return onward(collection, working, alone(pauseDates(working.row, pause.from, pause.to)))
}

export const draftOfDate = (planned: PlannedDate, currency_code: string): DateDraft => ({
  planned,
  date: planned.date,
  amount: formatAmount(planned.amount_cents, currency_code),
  scope: 'this',
  state: planned.isSkipped ? 'skipped' : planned.isSettled ? 'paid' : 'due',
  isCounted: null,
})

export function withDate(collection: PaymentCollection, before: Working, draft: DateDraft | null, currency_code: string): Step {
  if (!draft) return { ok: true, working: before }
  const { planned, state, scope, date } = draft
  const { nominal_date } = planned
  const said = before.made.find((payment) => payment.nominal_date === nominal_date)
  // What was said of this date before, and of those that are no more, is said no longer.
  const working = { ...before, made: before.made.filter((payment) => payment.nominal_date !== nominal_date && !(state === 'ended' && payment.nominal_date > nominal_date)) }
  if (state === 'ended') {
    const split = splitAt(working.row, nominal_date)
    if (!split) return { ok: false, problem: 'Nothing comes before this date. Delete the row instead.' }
    return onward(collection, working, alone(split.ok ? { ok: true, fields: split.earlier } : split))
  }
  if (state === 'skipped') return planned.isSkipped ? { ok: true, working } : onward(collection, working, alone(dateSaid(working.row, nominal_date, { said: 'skipped' })))
  const amount = readTypedAmount(draft.amount, currency_code)
  if (date === '') return { ok: false, problem: 'Write a whole date: day, month and year.' }
  if (!amount.ok) return { ok: false, problem: amount.problem }
  const changes: ((row: Dated) => ScopedChange)[] = [
    ...(planned.isSkipped ? [(row: Dated) => alone(dateSaid(row, nominal_date, { said: 'back' }))] : []),
    ...(planned.isSettled === (state === 'paid') ? [] : [(row: Dated) => alone(dateSaid(row, nominal_date, { said: state === 'paid' ? 'paid' : 'open' }))]),
    (row) => changeOf(row, planned, { date, amount_cents: amount.value }, scope),
  ]
  let now: Step = { ok: true, working }
  for (const change of changes) if (now.ok) now = onward(collection, now.working, change(now.working.row))
  if (!now.ok || state !== 'paid' || (planned.isSettled && !said)) return now
  const payment: MadePayment = { collection, id: working.row.id, nominal_date, date, amount_cents: amount.value, is_counted: (draft.isCounted ?? said?.is_counted) ?? isCounted(collection, draft) }
  return { ok: true, working: { ...now.working, made: [...now.working.made, payment] } }
}

/** What is safe until something else is said: a bill is taken off the balance, an income is in it. */
export const isCounted = (collection: PaymentCollection, draft: DateDraft): boolean => draft.isCounted ?? collection === 'incomes'

/** What a pause leaves out, in words; null: nothing was written. */
export const pausedDates = (row: Payment, pause: Pause | null): string[] | null => (pause?.from && pause.to ? datesToPause(row, pause.from, pause.to) : null)
