/**
 * What the Flask app's planning page kept in the browser under `pyNance:planning:v1`:
 * `{scenarios: [{id, name, allocations, planningBalanceCents?}], bills, allocations}`, camelCase or snake_case, the bills
 * shared by all scenarios. Each scenario gets its own copy of the bills. Damaged parts are left out and named.
 */
import { parseTarget, formatTarget, percentTotal } from './allocation.ts'
import { applyEdit } from './edit.ts'
import { isBlank } from './blank.ts'
import { dateSchema, idSchema } from './fields.ts'
import { limits } from './limits.ts'
import { isAmount } from './money.ts'
import { allocationInputSchema, billInputSchema, emptyScenario, freeName, type AllocationInput, type BillInput, type Scenario } from './scenario.ts'

export interface ReadLegacy {
  scenarios: Scenario[]
  /** What could not be read, in words, for the person to check against the old data. */
  skipped: string[]
}

type Loose = Record<string, unknown>
const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)
/** Something was written there; a form that was left empty wrote nothing or "". */
const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== ''
/** What stood there, short enough to be told. */
const shown = (value: unknown): string => `“${(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 60)}”`
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** The value under any of its old names. */
const from = (record: Loose, ...names: string[]): unknown => names.map((name) => record[name]).find((value) => value !== undefined)

/** Reads the old text. Never throws; an unreadable text gives no scenarios and says so. */
export function readLegacyPlans(text: string, { newId, today, at }: { newId: () => string; today: string; at: string }): ReadLegacy {
  const skipped: string[] = []
  const parsed = parse(text)
  if (!isRecord(parsed)) return { scenarios: [], skipped: ['The old data could not be read at all.'] }

  for (const [list, words] of [['bills', 'bills'], ['allocations', 'allocations'], ['scenarios', 'plans']] as const) {
    if (isThere(parsed[list]) && !Array.isArray(parsed[list])) skipped.push(`The list of ${words} could not be read and was left out.`)
  }
  const bills = listOf(parsed.bills).flatMap((entry, index) => readBill(entry, `Bill ${index + 1}`, skipped))
  if (bills.length > limits.bills) skipped.push(`Only the first ${limits.bills} of ${bills.length} bills fit into a plan.`)
  const shared = listOf(parsed.allocations)
  const entries = listOf(parsed.scenarios)
  // Bills without any scenario were still on the person's page.
  const plans = entries.length > 0 ? entries : bills.length > 0 || shared.length > 0 ? [{ name: 'Base plan' }] : []
  const taken = new Set<string>()
  const takenIds = new Set<string>()
  const scenarios = plans.slice(0, limits.scenarios_per_user).flatMap((entry, index) => {
    if (!isRecord(entry)) {
      skipped.push(`Plan ${index + 1} could not be read.`)
      return []
    }
    if (isThere(entry.allocations) && !Array.isArray(entry.allocations)) skipped.push(`The allocations of plan ${index + 1} could not be read and were left out.`)
    const own = Array.isArray(entry.allocations) ? entry.allocations : shared.filter((row) => isRecord(row) && belongsTo(row, entry, entries.length))
    const scenario = readScenario(entry, bills.slice(0, limits.bills), own, taken, takenIds, { newId, today, at }, skipped)
    taken.add(scenario.name)
    takenIds.add(scenario.id)
    return [scenario]
  })
  if (plans.length > limits.scenarios_per_user) skipped.push(`Only the first ${limits.scenarios_per_user} plans fit.`)
  return { scenarios, skipped }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Allocations in the common list name their scenario; with a single scenario, or none named, they are everyone's. */
function belongsTo(row: Loose, scenario: Loose, count: number): boolean {
  const named = from(row, 'scenarioId', 'scenario_id')
  return named === undefined || named === null ? true : named === scenario.id || count === 1
}

interface OldBill {
  oldId: string | null
  input: BillInput
}

function readBill(entry: unknown, where: string, skipped: string[]): OldBill[] {
  if (!isRecord(entry)) {
    skipped.push(`${where} could not be read.`)
    return []
  }
  const known = typeof entry.name === 'string' && !isBlank(entry.name) ? `${where} (“${entry.name.trim().slice(0, limits.name_characters)}”)` : where
  const due = from(entry, 'due_date', 'dueDate')
  const category = from(entry, 'category')
  const date = typeof due === 'string' ? dateSchema.safeParse(due.trim().slice(0, 10)) : null
  const name = cleanText(entry.name, limits.name_characters)
  const read = billInputSchema.safeParse({
    name: name || 'Unnamed bill',
    amount_cents: wholeCents(from(entry, 'amount_cents', 'amountCents')),
    due_date: date?.success ? date.data : null,
    category: typeof category === 'string' ? cleanText(category, limits.category_characters) : null,
    predicted: from(entry, 'predicted') === true || entry.origin === 'predicted',
  })
  const oldId = typeof entry.id === 'string' || typeof entry.id === 'number' ? String(entry.id) : null
  if (!read.success || read.data.amount_cents === undefined) {
    skipped.push(`${known} had no readable amount and was left out.`)
    return []
  }
  if (isThere(due) && !date?.success) skipped.push(`${known} had no readable due date, ${shown(due)}; it came over undated.`)
  if (isThere(entry.name) && name === '') skipped.push(`${known} had no readable name, ${shown(entry.name)}; it is called “Unnamed bill” now.`)
  if (isThere(category) && typeof category !== 'string') skipped.push(`${known} had no readable category, ${shown(category)}; it came over without one.`)
  return [{ oldId, input: read.data }]
}

/** Old pages sometimes kept cents as text; fractions of a cent there were drift and round away. */
function wholeCents(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? Math.round(number) : undefined
}

function cleanText(value: unknown, most: number): string {
  const text = typeof value === 'string' ? value.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]+/gu, ' ').trim() : ''
  const cut = [...text].slice(0, most).join('').trim()
  return isBlank(cut) ? '' : cut
}

function readScenario(
  entry: Loose,
  bills: readonly OldBill[],
  rows: readonly unknown[],
  taken: ReadonlySet<string>,
  takenIds: ReadonlySet<string>,
  { newId, today, at }: { newId: () => string; today: string; at: string },
  skipped: string[],
): Scenario {
  const name = freeName(cleanText(entry.name, limits.name_characters) || 'Old plan', taken)
  const givenBalance = from(entry, 'planningBalanceCents', 'planning_balance_cents')
  const balance = wholeCents(givenBalance)
  if (balance === undefined && isThere(givenBalance)) skipped.push(`The balance of “${name}”, ${shown(givenBalance)}, could not be read and is 0 now.`)
  if (balance !== undefined && !isAmount(balance)) skipped.push(`The balance of “${name}” was too large and is 0 now.`)
  const newIds = new Map<string, string>()
  const ownBills = bills.map(({ oldId, input }) => {
    const id = keptId(oldId, new Set(newIds.values())) ?? newId()
    if (oldId !== null) newIds.set(oldId, id)
    return { ...input, id }
  })
  const allocations: (AllocationInput & { id: string })[] = []
  rows.forEach((row, index) => {
    const where = `Allocation ${index + 1} of “${name}”`
    const read = readAllocation(row, newIds)
    if (!read) skipped.push(`${where} could not be read and was left out.`)
    else if (percentTotal([...allocations, read] as { kind: 'fixed' | 'percent'; value: number }[]) > 100) skipped.push(`${where} would bring the percents over 100 and was left out.`)
    else if (allocations.length >= limits.allocations) skipped.push(`${where} was beyond the ${limits.allocations} a plan holds.`)
    else allocations.push({ ...read, id: newId() })
  })
  const start = emptyScenario({ id: keptId(entry.id, takenIds) ?? newId(), name, planning_balance_cents: balance !== undefined && isAmount(balance) ? balance : 0 }, today, at)
  const filled = applyEdit(start, { type: 'put_lists', bills: ownBills, allocations }, at)
  if (filled.ok) return { ...filled.scenario, revision: 1 }
  skipped.push(`The bills and allocations of “${name}” did not fit together and were left out.`)
  return start
}

/** An old id that is a UUID stays, so that bringing the same data again makes no second plan. */
function keptId(oldId: unknown, taken: ReadonlySet<string>): string | null {
  const read = idSchema.safeParse(oldId)
  return read.success && !taken.has(read.data) ? read.data : null
}

function readAllocation(row: unknown, newIds: ReadonlyMap<string, string>): AllocationInput | null {
  if (!isRecord(row)) return null
  const read = allocationInputSchema.safeParse({ target: newTarget(row, newIds), kind: from(row, 'kind', 'type'), value: wholeCents(from(row, 'value')) })
  if (!read.success || read.data.target === undefined || read.data.kind === undefined || read.data.value === undefined) return null
  const { target, kind, value } = read.data
  const fits = kind === 'percent' ? value >= 0 && value <= 100 : value >= 0 && isAmount(value)
  return fits ? { target, kind, value } : null
}

/** `bill:<old id>` follows the bill to its new id; old ids were not always UUIDs. */
function newTarget(row: Loose, newIds: ReadonlyMap<string, string>): string | undefined {
  if (typeof row.target !== 'string') return undefined
  const oldId = row.target.startsWith('bill:') ? row.target.slice(5).trim() : null
  if (oldId !== null) {
    const id = newIds.get(oldId)
    return id === undefined ? undefined : `bill:${id}`
  }
  const target = parseTarget(row.target)
  return target ? formatTarget(target) : undefined
}
