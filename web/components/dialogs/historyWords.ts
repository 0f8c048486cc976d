/** What was changed between two states of a plan, in the words a person would use: "Rent: $1,150 → $1,200 from 1 February". */
import { changesBetween, type PlanChange } from '../../../core/comparison/changes.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { changedFrom, fieldWord, goesOnWords, rowName, rowWords, fieldValueWords } from '../compare/fieldWords.ts'
import { listOrderWords } from './conflictWords.ts'

/** So many are told one by one; of more, the rest is counted. */
const told_most = 4

export function historyLines(before: Scenario, after: Scenario): string[] {
  const lines = changesBetween(before, after).map((change) => changeWords(change, before, after))
  if (lines.length === 0) return [say('dialogs.history.nothing_else')]
  return lines.length <= told_most
    ? lines
    : [...lines.slice(0, told_most - 1), say('dialogs.history.more', { count: lines.length - told_most + 1 })]
}

/** What a plan began with. */
export function beginningWords({ bills, incomes, goals }: { bills: number; incomes: number; goals: number }): string {
  const counts = [
    ...(bills > 0 ? [say('dialogs.history.bills', { count: bills })] : []),
    ...(incomes > 0 ? [say('dialogs.history.incomes', { count: incomes })] : []),
    ...(goals > 0 ? [say('dialogs.history.goals', { count: goals })] : []),
  ]
  return counts.length === 0 ? say('dialogs.history.began_empty') : say('dialogs.history.began', { counts: counts.join(', ') })
}

function changeWords(change: PlanChange, before: Scenario, after: Scenario): string {
  switch (change.kind) {
    case 'renamed':
      return say('dialogs.history.renamed', { was: change.from, is: change.to })
    case 'plan':
      return planWords(change, before, after)
    case 'added':
      return say('dialogs.history.added', { row: rowWords(change.collection, change.row, after, true) })
    case 'removed':
      return say('dialogs.history.removed', { row: rowWords(change.collection, change.row, before, true) })
    case 'from_dates':
      return `${change.from.name}: ${changedFrom(change.from, change.to, [before, after])
        .map(({ date, words }) => fromDateWords(words, date))
        .join(', ')}`
    case 'from_date': {
      const { whole, later, side, name, date } = change.cut
      const words = goesOnWords(whole, later, side === 'to' ? [before, after] : [after, before])
      return `${name}: ${fromDateWords(side === 'to' ? words : [words[1], words[0]], date)}`
    }
    case 'row':
      return fieldLine(change, before, after)
    case 'settled':
    case 'unsettled':
      return paidWords(change)
    case 'order':
      return say('dialogs.history.order_changed', { list: listOrderWords(change.collection) })
  }
}

const fromDateWords = ([was, is]: [string, string], date: string): string =>
  say('dialogs.history.changed_from', { was, is, date: formatDate(date) })

function planWords({ field, from, to }: PlanChange & { kind: 'plan' }, before: Scenario, after: Scenario): string {
  if (field === 'balance' && before.planning_balance_cents !== after.planning_balance_cents) {
    const [was = '', is = ''] = [before, after].map(({ planning_balance_cents, currency_code }) =>
      formatMoney(planning_balance_cents, currency_code),
    )
    if (before.start_date === after.start_date) return say('dialogs.history.balance', { was, is })
    return say('dialogs.history.balance_on', { was, is, date: formatDate(after.start_date) })
  }
  return `${fieldWord(null, field)}: ${fieldValueWords(field, from, before)} → ${fieldValueWords(field, to, after)}`
}

/** Amounts need no name of what they are; a name tells what it was. */
const amounts: ReadonlySet<string> = new Set(['amount_cents', 'value'])

function fieldLine({ collection, name, field, from, to }: PlanChange & { kind: 'row' }, before: Scenario, after: Scenario): string {
  const about = rowName(collection, name, before)
  const [was, is] = [fieldValueWords(field, from, before), fieldValueWords(field, to, after)]
  if (field === 'name') return say('dialogs.history.called', { was, is })
  return `${amounts.has(field) ? about : `${about}, ${fieldWord(collection, field)}`}: ${was} → ${is}`
}

const paidIds = {
  settled: {
    bills: { one: 'dialogs.history.paid_bill', many: 'dialogs.history.paid_bills' },
    incomes: { one: 'dialogs.history.received_income', many: 'dialogs.history.received_incomes' },
  },
  unsettled: {
    bills: { one: 'dialogs.history.unpaid_bill', many: 'dialogs.history.unpaid_bills' },
    incomes: { one: 'dialogs.history.unreceived_income', many: 'dialogs.history.unreceived_incomes' },
  },
} as const

function paidWords({ kind, collection, rows, dates, name }: PlanChange & { kind: 'settled' | 'unsettled' }): string {
  const { one, many } = paidIds[kind][collection === 'bills' ? 'bills' : 'incomes']
  return rows > 1 ? say(many, { rows }) : say(one, { name, dates })
}
