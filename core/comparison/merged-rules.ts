/** The rules that hold between rows, of which two sides that are sound each may break one together. */
import { allocationBases, onBase, parseTarget, percentTotal } from '../allocation.ts'
import { checkScenario } from '../edit/check-scenario.ts'
import type { Problem } from '../problem.ts'
import { collections, type Collection, type Scenario } from '../scenario.ts'
import type { Conflict, Pick } from './conflict.ts'
import { nameOf, type Row } from './content.ts'

/**
 * The result is checked like a PUT; each broken rule becomes a question about the rows it names, answered by taking them all from one side.
 */
export function withRules(merged: Scenario, mine: Scenario, theirs: Scenario, pick: Pick): Scenario {
  let result = merged
  const answers = new Map<string, Scenario>()
  for (;;) {
    const broken = checkScenario(result)[0]
    if (!broken) return result
    const rows = rowsOf(broken, result)
    const row = (result[rows.collection] as readonly Row[]).find((other) => rows.ids.has(other.id))
    const isOfOneRow = rows.ids.size === 1
    const key = `rule/${broken.code}/${isOfOneRow ? [...rows.ids][0]! : rows.about}`
    // An answer that another one has undone: then the lists come from one side whole, which is sound.
    const answered = answers.get(key)
    if (answered) return { ...result, ...Object.fromEntries(collections.map((collection) => [collection, answered[collection]])) }
    const asIn = (scenario: Scenario): Row[] => (scenario[rows.collection] as readonly Row[]).filter(({ id }) => rows.ids.has(id))
    const conflict: Conflict = {
      key,
      about: 'rule',
      collection: rows.collection,
      row_id: isOfOneRow ? [...rows.ids][0]! : null,
      field: null,
      date: null,
      name: isOfOneRow && row ? nameOf(row) : null,
      base: null,
      mine: asIn(mine),
      theirs: asIn(theirs),
      problem: broken,
    }
    const side = pick(conflict) === 'mine' ? mine : theirs
    answers.set(key, side)
    result = takeRows(result, side, rows)
  }
}

interface RowSet {
  collection: Collection
  ids: Set<string>
  /** Bills that must come along for those rows to make sense. */
  bill_ids: Set<string>
  /** Tells this set from others with the same broken rule. */
  about: string
}

/** The rows that a broken rule is about: the one its path names, those that share what must be unshared, or the whole list. */
function rowsOf(found: Problem, scenario: Scenario): RowSet {
  const [, list, index] = found.path.split('/')
  const collection = collections.find((name) => name === list)!
  const rows: readonly Row[] = scenario[collection]
  const row = index === undefined ? undefined : rows[Number(index)]
  const set = (chosen: readonly Row[], about: string = collection, bill_ids: string[] = []): RowSet => ({
    collection,
    about,
    ids: new Set(chosen.map(({ id }) => id)),
    bill_ids: new Set(bill_ids),
  })
  if (found.code === 'percents_must_not_exceed_100') {
    const base = allocationBases.find((candidate) => percentTotal(onBase(scenario.allocations, candidate)) > 100)!
    return set(
      onBase(scenario.allocations, base).filter(({ kind }) => kind === 'percent'),
      `${collection}/${base}`,
    )
  }
  if (!row) return set(rows)
  if (found.code === 'name_is_used_twice')
    return set(
      rows.filter((other) => nameOf(other) === nameOf(row)),
      `${collection}/${nameOf(row)}`,
    )
  const target = 'target' in row ? parseTarget(row.target) : null
  return set([row], collection, found.code === 'target_names_no_bill' && target?.to === 'bill' ? [target.bill_id] : [])
}

/** The scenario with some rows as one side has them: changed, or gone where that side lacks them. */
function takeRows(scenario: Scenario, side: Scenario, rows: RowSet): Scenario {
  const taken = <R extends Row>(own: readonly R[], from: readonly R[], ids: ReadonlySet<string>): R[] => {
    const wanted = new Map(from.map((row) => [row.id, row]))
    const here = new Set(own.map((row) => row.id))
    const kept = own.flatMap((row) => (ids.has(row.id) ? (wanted.get(row.id) ?? []) : row))
    const added = from.filter((row) => ids.has(row.id) && !here.has(row.id))
    return [...kept, ...added].map((row, position) => (row.position === position ? row : { ...row, position }))
  }
  const { collection } = rows
  const result = { ...scenario, [collection]: taken<Row>(scenario[collection], side[collection], rows.ids) }
  return rows.bill_ids.size === 0 ? result : { ...result, bills: taken(scenario.bills, side.bills, rows.bill_ids) }
}
