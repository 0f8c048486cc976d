/** Everything written in the schedule of a row and not saved yet: a rule, a pause, one date; together they are one edit. */
import { dateSaid } from '../../../core/payments/date-said.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import { partOn } from '../../../core/schedule/row-parts.ts'
import type { Payment } from '../../../core/scenario.ts'
import { datesToPause, endBefore, hasEarlier, pauseDates, type Dated, type RowChange } from '../../../core/schedule/schedule-changes.ts'
import type { DateScope } from '../../../core/schedule/schedule-moves.ts'
import type { MadePayment } from '../../../core/payments/settling.ts'
import { changeRule, lostMarks, type Mark, type NewRule } from '../../../core/schedule/schedule-rules.ts'
import { formatAmount } from '../../format/money.ts'
import { readTypedAmount } from '../../ui/draft.ts'
import type { PaymentCollection } from '../sheet/collections.ts'
import { changeOf, rowEdit } from './dateEdits.ts'
import { datesAhead, type PlannedDate } from './plannedDates.ts'
import { readRule, type RuleDraft } from './ruleDraft.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'

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

const onward = (collection: PaymentCollection, { row, edits, made }: Working, change: RowChange): Step => {
  const changed = rowEdit(collection, row, change)
  if (!change.ok || !changed.ok) return { ok: false, problem: textOf((change.ok ? [] : change.problems)[0]!) }
  if (Object.keys(change.fields).length === 0) return { ok: true, working: { row, edits, made } }
  return { ok: true, working: { row: { ...row, ...change.fields }, edits: [...edits, changed.edit], made } }
}

/** What a new rule would do to a row, and what there is to choose about it. */
export interface RuleEffect {
  rule: NewRule
  /** The first date still to come, where earlier ones could be left as they are; null: there are none. */
  laterFrom: string | null
  /** Marks of dates that the new rule lacks, were all dates changed. */
  lost: readonly Mark[]
  scope: 'later' | 'all'
  /** False where another rule held before. */
  canBeAll: boolean
}

const nextOpen = (row: Payment, from: string): string | undefined =>
  datesAhead(row, from, 60).find(({ isSkipped, isSettled }) => !isSkipped && !isSettled)?.nominal_date

/** The rule that is shown and changed: the one by which the next open date is due, be it the row's own or that of a change. */
export function ruleHeld(row: Payment, from: string): Pick<Dated, 'due_date' | 'schedule'> & { isOwn: boolean } {
  const next = row.changes.length > 0 ? nextOpen(row, from) : undefined
  const part = next === undefined ? null : partOn(row, next)
  return part && part.rule_of >= 0
    ? { due_date: part.due_date, schedule: part.schedule, isOwn: false }
    : { due_date: row.due_date, schedule: row.schedule, isOwn: true }
}

/** null: what is written is no rule yet. */
export function ruleEffect(row: Payment, { draft, scope }: RuleChange, from: string): RuleEffect | null {
  const { schedule, isOwn } = ruleHeld(row, from)
  const read = readRule(draft, schedule)
  if (!read.ok) return null
  const rule: NewRule = { due_date: read.due_date, schedule: read.schedule }
  const lost = lostMarks(row, rule)
  const next = nextOpen(row, from)
  const laterFrom = next !== undefined && rule.due_date !== null && hasEarlier(row, next) ? next : null
  if (!isOwn && laterFrom !== null) return { rule, laterFrom, lost: [], scope: 'later', canBeAll: false }
  return { rule, laterFrom, lost, scope: laterFrom === null ? 'all' : (scope ?? (lost.length > 0 ? 'later' : 'all')), canBeAll: true }
}

export function withRule(collection: PaymentCollection, working: Working, change: RuleChange | null, from: string): Step {
  if (!change) return { ok: true, working }
  const read = readRule(change.draft, ruleHeld(working.row, from).schedule)
  if (!read.ok) return read
  const { rule, laterFrom, scope } = ruleEffect(working.row, change, from)!
  return onward(collection, working, changeRule(working.row, rule, scope === 'later' ? laterFrom : null, change.carries))
}

export function withPause(collection: PaymentCollection, working: Working, pause: Pause | null): Step {
  if (!pause || (pause.from === '' && pause.to === '')) return { ok: true, working }
  if (pause.from === '' || pause.to === '') return { ok: false, problem: say('schedule.wants.pause') }
  return onward(collection, working, pauseDates(working.row, pause.from, pause.to))
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
  const working = {
    ...before,
    made: before.made.filter(
      (payment) => payment.nominal_date !== nominal_date && !(state === 'ended' && payment.nominal_date > nominal_date),
    ),
  }
  if (state === 'ended') {
    const ended = endBefore(working.row, nominal_date)
    return ended ? onward(collection, working, ended) : { ok: false, problem: say('schedule.wants.earlier') }
  }
  if (state === 'skipped')
    return planned.isSkipped ? { ok: true, working } : onward(collection, working, dateSaid(working.row, nominal_date, { said: 'skipped' }))
  const amount = readTypedAmount(draft.amount, currency_code)
  if (date === '') return { ok: false, problem: say('common.whole_date') }
  if (!amount.ok) return { ok: false, problem: amount.problem }
  const changes: ((row: Dated) => RowChange)[] = [
    ...(planned.isSkipped ? [(row: Dated) => dateSaid(row, nominal_date, { said: 'back' })] : []),
    ...(planned.isSettled === (state === 'paid')
      ? []
      : [(row: Dated) => dateSaid(row, nominal_date, { said: state === 'paid' ? 'paid' : 'open' })]),
    (row) => changeOf(row, planned, { date, amount_cents: amount.value }, scope),
  ]
  let now: Step = { ok: true, working }
  for (const change of changes) if (now.ok) now = onward(collection, now.working, change(now.working.row))
  if (!now.ok || state !== 'paid' || (planned.isSettled && !said)) return now
  const payment: MadePayment = {
    collection,
    id: working.row.id,
    nominal_date,
    date,
    amount_cents: amount.value,
    is_counted: draft.isCounted ?? said?.is_counted ?? isCounted(collection, draft),
  }
  return { ok: true, working: { ...now.working, made: [...now.working.made, payment] } }
}

/** What is safe until something else is said: a bill is taken off the balance, an income is in it. */
export const isCounted = (collection: PaymentCollection, draft: DateDraft): boolean => draft.isCounted ?? collection === 'incomes'

/** What a pause leaves out, in words; null: nothing was written. */
export const pausedDates = (row: Payment, pause: Pause | null): string[] | null =>
  pause?.from && pause.to ? datesToPause(row, pause.from, pause.to) : null
