/** What was changed between two states of a plan, in the words a person would use: "Rent: $1,150 → $1,200 from 1 February". */
import { changesBetween, type PlanChange } from '../../../core/comparison/changes.ts'
import type { Collection, Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { changedFrom, fieldWord, goesOnWords, rowName, rowWords, valueWords } from '../compare/fieldWords.ts'
import { listOrderWords } from './clashWords.ts'

/** So many are told one by one; of more, the rest is counted. */
const told_most = 4

export function historyLines(before: Scenario, after: Scenario): string[] {
  const lines = changesBetween(before, after).map((change) => changeWords(change, before, after))
  if (lines.length === 0) return ['Nothing but where it parted from another plan']
  return lines.length <= told_most ? lines : [...lines.slice(0, told_most - 1), `and ${lines.length - told_most + 1} more changes`]
}

/** What a plan began with. */
export function beginningWords({ bills, incomes, goals }: { bills: number; incomes: number; goals: number }): string {
  const counts = [counted(bills, 'bill'), counted(incomes, 'income'), counted(goals, 'goal')].filter((words) => !words.startsWith('0 '))
  return counts.length === 0 ? 'The first state that is kept, still empty' : `The first state that is kept: ${counts.join(', ')}`
}

/** The program that made a change, by the name of its token. */
export function throughWords({ token }: { token: string | null }): string {
  if (token === null) return ''
  return token === '' ? ', by a token that is gone' : `, by the token “${token}”`
}

const counted = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`)

function changeWords(change: PlanChange, before: Scenario, after: Scenario): string {
  switch (change.kind) {
    case 'renamed':
      return `Renamed from “${change.from}” to “${change.to}”`
    case 'plan':
      return planWords(change, before, after)
    case 'added':
      return `Added ${rowWords(change.collection, change.row, after, true)}`
    case 'removed':
      return `Removed ${rowWords(change.collection, change.row, before, true)}`
    case 'from_dates':
      return `${change.from.name}: ${changedFrom(change.from, change.to, [before, after]).map(({ date, words: [was, is] }) => `${was} → ${is} from ${formatDate(date)}`).join(', ')}`
    case 'from_date': {
      const { whole, later, side, name, date } = change.cut
      const [one, other] = goesOnWords(whole, later, side === 'to' ? [before, after] : [after, before])
      return `${name}: ${side === 'to' ? `${one} → ${other}` : `${other} → ${one}`} from ${formatDate(date)}`
    }
    case 'row':
      return fieldLine(change, before, after)
    case 'settled':
    case 'unsettled':
      return paidWords(change)
    case 'order':
      return `${listOrderWords[change.collection]} changed`
  }
}

function planWords({ field, from, to }: PlanChange & { kind: 'plan' }, before: Scenario, after: Scenario): string {
  if (field === 'balance' && before.planning_balance_cents !== after.planning_balance_cents) {
    const [was, is] = [formatMoney(before.planning_balance_cents, before.currency_code), formatMoney(after.planning_balance_cents, after.currency_code)]
    return `Balance: ${was} → ${is}${before.start_date === after.start_date ? '' : ` on ${formatDate(after.start_date)}`}`
  }
  return `${fieldWord(null, field)}: ${valueWords(field, from, before)} → ${valueWords(field, to, after)}`
}

/** Amounts need no name of what they are; a name tells what it was. */
const amounts: ReadonlySet<string> = new Set(['amount_cents', 'value'])

function fieldLine({ collection, name, field, from, to }: PlanChange & { kind: 'row' }, before: Scenario, after: Scenario): string {
  const about = rowName(collection, name, before)
  if (field === 'name') return `${valueWords(field, from, before)} is called ${valueWords(field, to, after)} now`
  return `${about}${amounts.has(field) ? '' : `, ${fieldWord(collection, field)}`}: ${valueWords(field, from, before)} → ${valueWords(field, to, after)}`
}

function paidWords({ kind, collection, rows, dates, name }: PlanChange & { kind: 'settled' | 'unsettled' }): string {
  const word = `${kind === 'settled' ? 'marked' : 'no longer marked'} ${collection === 'bills' ? 'paid' : 'received'}`
  if (rows > 1) return `${rows} ${namesOf[collection]} ${word}`
  return dates === 1 ? `${name} ${word}` : `${name} ${word}, ${dates} dates`
}

const namesOf: Record<Collection, string> = { bills: 'bills', incomes: 'incomes', allocations: 'set-asides', goals: 'goals' }
