/** What if an income stops for a while, or a bill rises: the edit that makes it so, for a copy that stands beside the plan. */
import type { ScenarioEdit } from '../edit/edit.ts'
import { nextPayment } from '../payments/next-payment.ts'
import { problem, type Problem } from '../problem.ts'
import { rowEdit } from '../edit/row-edits.ts'
import type { Bill, Income } from '../scenario.ts'
import { pauseDates, skipDate } from '../schedule/schedule-changes.ts'
import { changeDates } from '../schedule/schedule-moves.ts'

export type WhatIf = { ok: true; edit: ScenarioEdit } | { ok: false; problems: Problem[] }

/**
 * None of an income's dates that fall on the days from one to another, both included, takes place. Problems: `schedule_has_no_such_date`
 * where there are none.
 */
export function incomeLost(income: Income, from: string, to: string): WhatIf {
  const next = nextPayment(income, from)
  if (next === null || next.date > to)
    return { ok: false, problems: [problem('schedule_has_no_such_date.to_pause', '/from', { from, to })] }
  const changed = income.schedule ? pauseDates(income, from, to) : skipDate(income, next.nominal_date)
  return changed.ok ? { ok: true, edit: rowEdit('incomes', income, changed.fields) } : changed
}

/**
 * A bill costs another amount from its first date on or after a day; minor units ≥ 0. Problems: `schedule_has_no_such_date` where it has
 * none.
 */
export function billRises(bill: Bill, from: string, amount_cents: number): WhatIf {
  const next = nextPayment(bill, from)
  if (next === null) return { ok: false, problems: [problem('schedule_has_no_such_date', '/from', { date: from })] }
  const changed = bill.schedule
    ? changeDates(bill, next.nominal_date, { amount_cents }, 'later')
    : { ok: true as const, fields: { amount_cents } }
  return changed.ok ? { ok: true, edit: rowEdit('bills', bill, changed.fields) } : changed
}
