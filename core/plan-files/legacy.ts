/**
 * What the Flask app's planning page kept in the browser under `pyNance:planning:v1`:
 * `{scenarios: [{id, name, allocations, planningBalanceCents?}], bills, allocations}`, camelCase or snake_case, the bills
 * shared by all scenarios. Each scenario gets its own copy of the bills. Damaged parts are left out and named.
 */
import { parseTarget, formatTarget, percentTotal } from '../allocation.ts'
import { applyEdit } from '../edit/edit.ts'
import { isBlank } from '../blank.ts'
import { dateSchema, idSchema } from '../fields.ts'
import { limits } from '../limits.ts'
import { isAmount } from '../money/money.ts'
import {
  allocationInputSchema,
  billInputSchema,
  emptyScenario,
  freeName,
  type AllocationInput,
  type BillInput,
  type Scenario,
} from '../scenario.ts'
import type { Say, Values, WordId } from '../words/words.ts'

export interface ReadLegacy {
  scenarios: Scenario[]
  /** What could not be read, told for the person to check against the old data. */
  skipped: string[]
}

type Loose = Record<string, unknown>
const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)
/** Something was written there; a form that was left empty wrote nothing or "". */
const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== ''
/** What stood there, short enough to be told. */
const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 60)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** The value under any of its old names. */
const from = (record: Loose, ...names: string[]): unknown => names.map((name) => record[name]).find((value) => value !== undefined)

interface Reading {
  newId: () => string
  today: string
  at: string
  /** What is left out is told in, and what had no name called in. */
  say: Say
}

/** Tells that something is left out. */
type Skip = (id: WordId, values?: Values) => void

/** Reads the old text. Never throws; an unreadable text gives no scenarios and says so. */
export function readLegacyPlans(text: string, reading: Reading): ReadLegacy {
  const { say } = reading
  const skipped: string[] = []
  const skip: Skip = (id, values) => void skipped.push(say(id, values))
  const parsed = parse(text)
  if (!isRecord(parsed)) return { scenarios: [], skipped: [say('legacy.unreadable')] }

  for (const list of ['bills', 'allocations', 'scenarios'] as const) {
    if (isThere(parsed[list]) && !Array.isArray(parsed[list])) skip('legacy.list', { list })
  }
  const bills = listOf(parsed.bills).flatMap((entry, index) => readBill(entry, index + 1, say, skip))
  if (bills.length > limits.bills) skip('legacy.bills_over', { most: limits.bills, count: bills.length })
  const shared = listOf(parsed.allocations)
  const entries = listOf(parsed.scenarios)
  // Bills without any scenario were still on the person's page.
  const plans = entries.length > 0 ? entries : bills.length > 0 || shared.length > 0 ? [{ name: say('legacy.base_plan') }] : []
  const taken = new Set<string>()
  const takenIds = new Set<string>()
  const scenarios = plans.slice(0, limits.scenarios_per_user).flatMap((entry, index) => {
    if (!isRecord(entry)) {
      skip('legacy.plan', { nth: index + 1 })
      return []
    }
    if (isThere(entry.allocations) && !Array.isArray(entry.allocations)) skip('legacy.plan_allocations', { nth: index + 1 })
    const own = Array.isArray(entry.allocations)
      ? entry.allocations
      : shared.filter((row) => isRecord(row) && belongsTo(row, entry, entries.length))
    const scenario = readScenario(entry, bills.slice(0, limits.bills), own, { taken, takenIds }, reading, skip)
    taken.add(scenario.name)
    takenIds.add(scenario.id)
    return [scenario]
  })
  if (plans.length > limits.scenarios_per_user) skip('legacy.plans_over', { most: limits.scenarios_per_user })
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

function readBill(entry: unknown, nth: number, say: Say, skip: Skip): OldBill[] {
  if (!isRecord(entry)) {
    skip('legacy.bill', { nth })
    return []
  }
  const isNamed = typeof entry.name === 'string' && !isBlank(entry.name)
  const which = { nth, named: isNamed ? 'yes' : 'no', name: isNamed ? String(entry.name).trim().slice(0, limits.name_characters) : '' }
  const unnamed = say('legacy.unnamed_bill')
  const due = from(entry, 'due_date', 'dueDate')
  const category = from(entry, 'category')
  const date = typeof due === 'string' ? dateSchema.safeParse(due.trim().slice(0, 10)) : null
  const name = cleanText(entry.name, limits.name_characters)
  const read = billInputSchema.safeParse({
    name: name || unnamed,
    amount_cents: wholeCents(from(entry, 'amount_cents', 'amountCents')),
    due_date: date?.success ? date.data : null,
    category: typeof category === 'string' ? cleanText(category, limits.category_characters) : null,
    predicted: from(entry, 'predicted') === true || entry.origin === 'predicted',
  })
  const oldId = typeof entry.id === 'string' || typeof entry.id === 'number' ? String(entry.id) : null
  if (!read.success || read.data.amount_cents === undefined) {
    skip('legacy.bill_amount', which)
    return []
  }
  if (isThere(due) && !date?.success) skip('legacy.bill_date', { ...which, text: shown(due) })
  if (isThere(entry.name) && name === '') skip('legacy.bill_name', { ...which, text: shown(entry.name), called: unnamed })
  if (isThere(category) && typeof category !== 'string') skip('legacy.bill_category', { ...which, text: shown(category) })
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
  { taken, takenIds }: { taken: ReadonlySet<string>; takenIds: ReadonlySet<string> },
  { newId, today, at, say }: Reading,
  skip: Skip,
): Scenario {
  const name = freeName(cleanText(entry.name, limits.name_characters) || say('legacy.old_plan'), taken)
  const givenBalance = from(entry, 'planningBalanceCents', 'planning_balance_cents')
  const balance = wholeCents(givenBalance)
  if (balance === undefined && isThere(givenBalance)) skip('legacy.balance', { plan: name, text: shown(givenBalance) })
  if (balance !== undefined && !isAmount(balance)) skip('legacy.balance_large', { plan: name })
  const newIds = new Map<string, string>()
  const ownBills = bills.map(({ oldId, input }) => {
    const id = keptId(oldId, new Set(newIds.values())) ?? newId()
    if (oldId !== null) newIds.set(oldId, id)
    return { ...input, id }
  })
  const allocations: (AllocationInput & { id: string })[] = []
  rows.forEach((row, index) => {
    const which = { nth: index + 1, plan: name }
    const read = readAllocation(row, newIds)
    if (!read) skip('legacy.allocation', which)
    else if (percentTotal([...allocations, read] as { kind: 'fixed' | 'percent'; value: number }[]) > 100)
      skip('legacy.allocation_percents', which)
    else if (allocations.length >= limits.allocations) skip('legacy.allocation_over', { ...which, most: limits.allocations })
    else allocations.push({ ...read, id: newId() })
  })
  const start = emptyScenario(
    { id: keptId(entry.id, takenIds) ?? newId(), name, planning_balance_cents: balance !== undefined && isAmount(balance) ? balance : 0 },
    today,
    at,
  )
  const filled = applyEdit(start, { type: 'put_lists', bills: ownBills, allocations }, at)
  if (filled.ok) return { ...filled.scenario, revision: 1 }
  skip('legacy.not_together', { plan: name })
  return start
}

/** An old id that is a UUID stays, so that bringing the same data again makes no second plan. */
function keptId(oldId: unknown, taken: ReadonlySet<string>): string | null {
  const read = idSchema.safeParse(oldId)
  return read.success && !taken.has(read.data) ? read.data : null
}

function readAllocation(row: unknown, newIds: ReadonlyMap<string, string>): AllocationInput | null {
  if (!isRecord(row)) return null
  const read = allocationInputSchema.safeParse({
    target: newTarget(row, newIds),
    kind: from(row, 'kind', 'type'),
    value: wholeCents(from(row, 'value')),
  })
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
