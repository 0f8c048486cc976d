/** Clashes in words: what each is about, and what either side has there. */
import type { Clash } from '../../../core/comparison/clash.ts'
import type { Allocation, Bill, Scenario } from '../../../core/scenario.ts'
import { formatLongDate } from '../../format/date.ts'
import { formatMoney, formatPercent } from '../../format/money.ts'
import { targetWords } from '../planning/figures.ts'

const fieldWords: Record<string, string> = {
  name: 'name',
  amount_cents: 'amount',
  due_date: 'due date',
  category: 'category',
  predicted: 'predicted or not',
  target: 'where it goes',
  kind: 'fixed or percent',
  value: 'how much',
  rule: 'how much',
  balance: 'Balance and its day',
  currency_code: 'Currency',
}

/** What a clash is about, as a heading. */
export function aboutWords(clash: Clash, scenario: Scenario | null): string {
  const name = clash.collection === 'allocations' && clash.name ? targetWords(clash.name, scenario?.bills ?? []).name : clash.name
  const field = clash.field ? (fieldWords[clash.field] ?? clash.field) : ''
  if (clash.about === 'order') return clash.collection === 'bills' ? 'Order of the bills' : 'Order of where it goes'
  if (clash.about === 'rule') return name ?? 'Together they break a rule'
  if (clash.collection === null) return field === 'name' ? 'Name of the plan' : field
  return clash.about === 'row' ? (name ?? 'A row') : `${name ?? 'A row'}: ${field}`
}

/** What a side of a clash has there, as a person reads it. */
export function valueWords(clash: Clash, side: 'base' | 'mine' | 'theirs', scenario: Scenario | null): string {
  const value = clash[side]
  const currency_code = scenario?.currency_code ?? 'USD'
  if (clash.about === 'rule') return side === 'mine' ? 'These rows as they are here' : 'These rows as they are there'
  if (value === null || value === undefined) return clash.about === 'field' ? 'none' : 'deleted'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return clash.field === 'value' ? String(value) : formatMoney(value, currency_code)
  if (typeof value === 'string') {
    if (clash.field === 'due_date') return formatLongDate(value)
    return clash.field === 'target' ? targetWords(value, scenario?.bills ?? []).name : value
  }
  if (Array.isArray(value)) return value.map((name) => (clash.collection === 'allocations' ? targetWords(String(name), scenario?.bills ?? []).name : String(name))).join(', ')
  if (typeof value === 'object') return recordWords(value as Partial<Bill & Allocation & Scenario>, currency_code, scenario)
  return String(value)
}

function recordWords(record: Partial<Bill & Allocation & Scenario>, currency_code: string, scenario: Scenario | null): string {
  if (record.planning_balance_cents !== undefined) return `${formatMoney(record.planning_balance_cents, record.currency_code ?? currency_code)} on ${formatLongDate(record.start_date ?? '')}`
  if (record.target !== undefined) return `${targetWords(record.target, scenario?.bills ?? []).name}, ${ruleWords(record, currency_code)}`
  if (record.kind !== undefined) return ruleWords(record, currency_code)
  return [record.name, record.amount_cents === undefined ? null : formatMoney(record.amount_cents, currency_code), record.due_date ? formatLongDate(record.due_date) : null].filter(Boolean).join(', ')
}

const ruleWords = (rule: Partial<Allocation>, currency_code: string): string => (rule.kind === 'percent' ? formatPercent(rule.value ?? 0) : formatMoney(rule.value ?? 0, currency_code))
