/** What a scenario says, as far as two of them are compared and merged: its fields, its rows, their order. */
import { withAmounts } from '../money/plan-amounts.ts'
import { isSameValue } from '../fields.ts'
import { minorUnitDigits, rescale } from '../money/money.ts'
import {
  collections,
  rowFieldNames,
  scenarioFieldNames,
  type Collection,
  type Rows,
  type Scenario,
  type ScenarioFields,
} from '../scenario.ts'

export type Row = Rows[Collection]

export const fieldsOf = (collection: Collection): readonly string[] => rowFieldNames[collection]
export const valueOf = (row: Row, field: string): unknown => (row as Record<string, unknown>)[field]
export const isSameRow = (collection: Collection, a: Row, b: Row): boolean =>
  fieldsOf(collection).every((field) => isSameValue(valueOf(a, field), valueOf(b, field)))

/** What a person knows a row by: a name, or where an allocation goes. */
export const nameOf = (row: Row): string => ('name' in row ? row.name : row.target)

/** The scenario's own fields in groups that change together. The currency is none of them: it changes every amount. */
export const fieldGroups: Record<string, readonly (keyof ScenarioFields)[]> = {
  name: ['name'],
  balance: ['planning_balance_cents', 'start_date', 'opening_pots', 'balance_allocated'],
  floor_cents: ['floor_cents'],
  safety_days: ['safety_days'],
}

/**
 * The fields of a row in groups that change together: an anchor and its rule, the ends of a range, a value and its kind, both accounts of a
 * transfer. The last names the group.
 */
const datedGroups = [
  ['name'],
  ['amount_cents'],
  ['schedule', 'due_date'],
  ['amount_high_cents', 'amount_low_cents'],
  ['category'],
  ['predicted'],
  ['exceptions'],
  ['changes'],
  ['evidence'],
]
const paymentGroups = [...datedGroups, ['account_id']]
const billGroups = [...paymentGroups, ['spread']]
export const rowGroups: { [C in Collection]: readonly (readonly string[])[] } = {
  bills: billGroups,
  incomes: paymentGroups,
  allocations: [['target'], ['kind', 'value'], ['base'], ['keeps_filling']],
  goals: [['name'], ['target_cents'], ['target_date']],
  accounts: [['name'], ['kind'], ['balance_cents'], ['floor_cents'], ['interest'], ['card'], ['exceptions']],
  transfers: [...datedGroups, ['from_account_id', 'to_account_id']],
}

/** What a group holds: the value of its one field, else a record of them. */
export const groupValue = (record: object, group: readonly string[]): unknown => {
  const values = record as Record<string, unknown>
  return group.length === 1 ? values[group[0]!] : Object.fromEntries(group.map((field) => [field, values[field]]))
}

/** Whether two scenarios say the same: fields, rows and order; not revision and times. */
export function isSameContent(a: Scenario, b: Scenario): boolean {
  return (
    scenarioFieldNames.every((field) => isSameValue(a[field], b[field])) &&
    collections.every(
      (collection) =>
        a[collection].length === b[collection].length &&
        a[collection].every((row, index) => row.id === b[collection][index]!.id && isSameRow(collection, row, b[collection][index]!)),
    )
  )
}

/** The scenario with its amounts at the digits of another currency; null where one can't be held exactly. */
export function inCurrency(scenario: Scenario, currency_code: string): Scenario | null {
  const [from, to] = [minorUnitDigits(scenario.currency_code), minorUnitDigits(currency_code)]
  if (from === to) return scenario.currency_code === currency_code ? scenario : { ...scenario, currency_code }
  let isExact = true
  const result = withAmounts(scenario, (amount) => {
    const scaled = rescale(amount, from, to)
    isExact &&= scaled !== null
    return scaled ?? amount
  })
  return isExact ? { ...result, currency_code } : null
}
