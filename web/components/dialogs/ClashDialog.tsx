import { useState } from 'react'
import type { Clash, MergeChoices } from '../../../core/comparison.ts'
import type { Allocation, Bill, Scenario } from '../../../core/scenario.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { formatLongDate } from '../../format/date.ts'
import { formatMoney, formatPercent } from '../../format/money.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { targetWords } from '../planning/figures.ts'

type Side = 'mine' | 'theirs'

/** The same thing was changed here and elsewhere: what it was, both ways, and a choice for each. */
export default function ClashDialog() {
  const clash = usePlanning((planning) => planning.clash)
  const scenario = usePlanning((planning) => planning.scenario)
  const [chosen, setChosen] = useState<Record<string, Side>>({})
  if (!clash) return null
  const open = clash.clashes.filter((one) => !chosen[one.key]).length
  const all = (side: Side): void => setChosen(Object.fromEntries(clash.clashes.map((one) => [one.key, side])))
  const choose = (choices: MergeChoices): void => void planningActions().resolveClash(choices)

  return (
    <Dialog
      title={`${clash.scenario_name} was changed elsewhere too`}
      lead="What differed without touching is joined already. For the rest, say which way it shall be. Nothing is lost meanwhile."
      width="wide"
    >
      <div className="mb-2 flex flex-wrap gap-2">
        <button type="button" className="button" onClick={() => all('mine')}>All mine</button>
        <button type="button" className="button" onClick={() => all('theirs')}>All theirs</button>
      </div>
      <ul className="max-h-[50dvh] overflow-y-auto" tabIndex={0} aria-label="What was changed on both sides">
        {clash.clashes.map((one) => (
          <li key={one.key} className="border-b border-hairline py-3">
            <fieldset>
              <legend className="font-semibold">{aboutWords(one, scenario)}</legend>
              {one.problem && <p className="problem">{one.problem.message}</p>}
              <p className="text-sm text-quiet">It was: {valueWords(one, one.base, scenario)}</p>
              <div className="mt-1 grid gap-2 sm:grid-cols-2">
                {(['mine', 'theirs'] as const).map((side) => (
                  <label key={side} className="flex min-h-11 items-center gap-2 rounded-lg border border-hairline px-3 py-1 has-checked:border-accent has-checked:bg-tint">
                    <input type="radio" className="size-5 accent-(--accent)" name={one.key} checked={chosen[one.key] === side} onChange={() => setChosen({ ...chosen, [one.key]: side })} />
                    <span className="wrap-anywhere">
                      <span className="block text-sm text-quiet">{side === 'mine' ? 'Mine' : 'Theirs'}</span>
                      {valueWords(one, one[side], scenario)}
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
      <div className="mt-4 flex items-center justify-end gap-3">
        <p className="text-sm text-quiet" aria-live="polite">
          {open > 0 ? `${open} still to choose` : ''}
        </p>
        <button type="button" className="button button-primary" disabled={open > 0} onClick={() => choose(chosen)}>
          Keep these
        </button>
      </div>
    </Dialog>
  )
}

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

function aboutWords(clash: Clash, scenario: Scenario | null): string {
  const name = clash.collection === 'allocations' && clash.name ? targetWords(clash.name, scenario?.bills ?? []).name : clash.name
  const field = clash.field ? (fieldWords[clash.field] ?? clash.field) : ''
  if (clash.about === 'order') return clash.collection === 'bills' ? 'Order of the bills' : 'Order of where it goes'
  if (clash.about === 'rule') return name ?? 'Together they break a rule'
  if (clash.collection === null) return field === 'name' ? 'Name of the plan' : field
  return clash.about === 'row' ? (name ?? 'A row') : `${name ?? 'A row'}: ${field}`
}

/** A value of either side, as a person reads it. */
function valueWords(clash: Clash, value: unknown, scenario: Scenario | null): string {
  const currency_code = scenario?.currency_code ?? 'USD'
  if (value === null || value === undefined) return clash.about === 'field' ? 'none' : 'deleted'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return clash.field === 'value' ? String(value) : formatMoney(value, currency_code)
  if (typeof value === 'string') {
    if (clash.field === 'due_date') return formatLongDate(value)
    return clash.field === 'target' ? targetWords(value, scenario?.bills ?? []).name : value
  }
  if (Array.isArray(value)) return clash.about === 'order' ? 'in this order' : `${value.length} rows`
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
