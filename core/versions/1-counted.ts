/** Record version 1: the last before versions were counted. What earlier ones did not know takes its default of then. */
import { eachRow, type Json, type Step } from './step.ts'

const scenarioThen = {
  planning_balance_cents: 0,
  start_date: '',
  currency_code: 'USD',
  opening_pots: [],
  balance_allocated: false,
  floor_cents: 0,
  safety_days: 90,
  dismissed: [],
  parent_id: null,
  parent_revision: null,
  branch_revision: null,
  revision: 1,
  created_at: '',
  updated_at: '',
  bills: [],
  incomes: [],
  allocations: [],
  goals: [],
}
const paymentThen = {
  due_date: null,
  category: null,
  predicted: false,
  schedule: null,
  amount_low_cents: null,
  amount_high_cents: null,
  settled: [],
  evidence: null,
}
const rowsThen: Record<string, Json> = {
  bills: paymentThen,
  incomes: paymentThen,
  allocations: { base: 'balance', keeps_filling: false },
  goals: { target_date: null },
}

export const counted: Step = {
  scenario: (stored) => eachRow({ ...scenarioThen, ...stored }, Object.keys(rowsThen), (row, list) => ({ ...rowsThen[list], ...row })),
  edit: (edit) => edit,
}
