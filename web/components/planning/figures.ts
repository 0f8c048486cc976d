/** The figures of the summary, each with the lines it is the sum of. The arithmetic is core's. */
import { allocate, parseTarget } from '../../../core/allocation.ts'
import { billTotals, type Allocation, type Bill, type Scenario } from '../../../core/scenario.ts'

export interface Line {
  key: string
  label: string
  /** A date, a rule: what stands small beside the label. */
  note?: string
  cents: number
}

export interface Figure {
  cents: number
  title: string
  /** Made when somebody asks: there are as many as there are bills. */
  lines: () => Line[]
}

/** What an allocation is called: the bill's name, or that of the savings or goal; and which of the three it is. */
export function targetWords(target: string, bills: readonly Bill[]): { name: string; to: 'bill' | 'savings' | 'goal' } {
  const parsed = parseTarget(target)
  if (parsed === null) return { name: target, to: 'savings' }
  if (parsed.to !== 'bill') return { name: parsed.name, to: parsed.to }
  return { name: bills.find((bill) => bill.id === parsed.bill_id)?.name ?? 'A bill', to: 'bill' }
}

export interface Summary {
  balance: Figure
  bills: Figure
  undated: Figure
  /** By how much the bills go beyond the balance; 0 when they don't. */
  beyond: Figure
  remaining: Figure
  shortfall: Figure
}

export function summaryFigures(scenario: Scenario, formatDay: (date: string) => string, percent: (value: number) => string): Summary {
  const { planning_balance_cents, start_date, bills, allocations } = scenario
  const totals = billTotals(bills)
  const allocated = allocate(planning_balance_cents, allocations)
  const balanceLine: Line = { key: 'balance', label: 'Your balance', note: formatDay(start_date), cents: planning_balance_cents }
  const billLine = (bill: Bill): Line => ({ key: bill.id, label: bill.name, note: bill.due_date ? formatDay(bill.due_date) : 'no date', cents: bill.amount_cents })
  const allocationLine = (allocation: Allocation, cents: number): Line => ({
    key: allocation.id,
    label: targetWords(allocation.target, bills).name,
    note: allocation.kind === 'percent' ? percent(allocation.value) : 'fixed',
    cents,
  })
  return {
    balance: { cents: planning_balance_cents, title: 'What you have', lines: () => [balanceLine] },
    bills: { cents: totals.total_cents, title: 'Bills planned', lines: () => bills.map(billLine) },
    undated: { cents: totals.undated_cents, title: 'Bills without a date', lines: () => bills.filter((bill) => bill.due_date === null).map(billLine) },
    beyond: {
      cents: Math.max(0, totals.total_cents - planning_balance_cents),
      title: 'More than you have',
      lines: () => [{ key: 'bills', label: 'All bills', cents: totals.total_cents }, { ...balanceLine, cents: -planning_balance_cents }],
    },
    remaining: {
      cents: allocated.remaining,
      title: 'Unspoken for',
      lines: () => [
        { ...balanceLine, cents: Math.max(0, planning_balance_cents) },
        ...allocations.map((allocation, index) => allocationLine(allocation, -allocated.shares[index]!)),
      ],
    },
    shortfall: {
      cents: allocated.over_by,
      title: 'What is missing',
      lines: () => allocations.flatMap((allocation, index) => (allocated.shortfalls[index]! > 0 ? [allocationLine(allocation, allocated.shortfalls[index]!)] : [])),
    },
  }
}
