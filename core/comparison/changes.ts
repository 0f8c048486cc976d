/** What was changed from one state of a plan to a later one, as a person would list it: facts without words. */
import { eachException, type Exceptions } from '../schedule/exceptions.ts'
import { isSameValue } from '../fields.ts'
import { settledDates } from '../payments/part-payments.ts'
import type { Collection, Payment, Scenario } from '../scenario.ts'
import { nameOf, type Row } from './content.ts'
import { withoutCuts, type Cut } from './cuts.ts'
import { differences, type FieldDifference } from './differences.ts'

export type PlanChange =
  /** The plan's name. */
  | { kind: 'renamed'; from: string; to: string }
  /** A field of the plan, or several that change together. */
  | ({ kind: 'plan' } & FieldDifference)
  | { kind: 'added' | 'removed'; collection: Collection; row: Row }
  /** A field of a row, or several that change together. */
  | ({ kind: 'row'; collection: Collection; name: string } & FieldDifference)
  /** A row that is otherwise than it was from dates on. */
  | { kind: 'from_dates'; collection: Collection; from: Payment; to: Payment }
  /** A row that goes on otherwise from a date, as one that was cut in two. */
  | { kind: 'from_date'; cut: Cut }
  /** Dates marked as paid, or no longer so, by how many rows, and the name where it is one. */
  | { kind: 'settled' | 'unsettled'; collection: Collection; rows: number; dates: number; name: string }
  /** A list in another order. */
  | { kind: 'order'; collection: Collection }

/**
 * Every difference once, in the order a person would ask for them: the plan, rows that came and went, what of rows changed, what was paid.
 */
export function changesBetween(from: Scenario, to: Scenario): PlanChange[] {
  const found = differences(from, to)
  const { cuts, rest } = withoutCuts(found.rows)
  // What is paid is told for all rows together.
  const told = (changed: readonly FieldDifference[], after: Row): FieldDifference[] =>
    changed.flatMap((one) => (one.field === 'exceptions' ? besidePaid(one, after) : [one]))
  const whole = rest.flatMap(({ collection, from: before, to: after }): PlanChange[] => {
    if (before && after) return []
    return [{ kind: after ? 'added' : 'removed', collection, row: (after ?? before)! }]
  })
  const fields = rest.flatMap(({ collection, name, fields: changed, to: after }) =>
    told(changed, after!)
      .filter(({ field }) => field !== 'changes')
      .map((field): PlanChange => ({ kind: 'row', collection, name, ...field })),
  )
  const later = rest.flatMap(({ collection, from: before, to: after, fields: changed }): PlanChange[] =>
    changed.some(({ field }) => field === 'changes')
      ? [{ kind: 'from_dates', collection, from: before as Payment, to: after as Payment }]
      : [],
  )
  return [
    ...(from.name === to.name ? [] : [{ kind: 'renamed' as const, from: from.name, to: to.name }]),
    ...found.fields.map((field): PlanChange => ({ kind: 'plan', ...field })),
    ...cuts.map((cut): PlanChange => ({ kind: 'from_date', cut })),
    ...whole,
    ...later,
    ...fields,
    ...(['bills', 'incomes'] as const).flatMap((collection) => settledIn(collection, from, to, cuts)),
    ...found.orders.map((collection): PlanChange => ({ kind: 'order', collection })),
  ]
}

/** What is said of single dates but that they are paid, of those paid in part with what was; none where nothing else differs. */
function besidePaid({ field, from, to }: FieldDifference, row: Row): FieldDifference[] {
  const settled =
    'amount_cents' in row
      ? new Set([from, to].flatMap((exceptions) => settledDates({ ...row, exceptions: exceptions as Exceptions })))
      : null
  const [before, after] = [from, to].map((exceptions) =>
    eachException(exceptions as Exceptions, ({ paid, rest, ...said }, date) =>
      rest === 'dropped' || settled?.has(date) ? said : { ...said, ...(paid && { paid }), ...(rest && { rest }) },
    ),
  )
  return isSameValue(before, after) ? [] : [{ field, from: before, to: after }]
}

/** Of rows that both have; the two parts of one that was cut count as one. */
function settledIn(collection: 'bills' | 'incomes', from: Scenario, to: Scenario, cuts: readonly Cut[]): PlanChange[] {
  const paidOf = (scenario: Scenario, row: Payment): readonly string[] => {
    const cut = cuts.find(({ id }) => id === row.id)
    const other = scenario[collection].find(({ id }) => id === cut?.other_id)
    return [...settledDates(row), ...(other ? settledDates(other) : [])]
  }
  const before = new Map<string, Payment>(from[collection].map((row) => [row.id, row]))
  const both = to[collection].flatMap((row) => {
    const known = before.get(row.id)
    return known ? [{ row, known: paidOf(from, known), now: paidOf(to, row) }] : []
  })
  const counts = (kind: 'settled' | 'unsettled', some: 'known' | 'now', others: 'known' | 'now'): PlanChange[] => {
    const counted = both
      .map((one) => ({ row: one.row, dates: one[some].filter((date) => !one[others].includes(date)).length }))
      .filter(({ dates }) => dates > 0)
    const dates = counted.reduce((sum, one) => sum + one.dates, 0)
    return dates === 0 ? [] : [{ kind, collection, rows: counted.length, dates, name: nameOf(counted[0]!.row) }]
  }
  return [...counts('settled', 'now', 'known'), ...counts('unsettled', 'known', 'now')]
}
