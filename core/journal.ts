/**
 * A projection as a journal of hledger (https://hledger.org/hledger.html), so that its balances can be read, and checked, with
 * another program: available and one account a pot under assets, what comes in and goes out under income and expenses.
 * A person's words reach the journal only as account names and descriptions from which nothing can break out of its line.
 */
import { parseTarget } from './allocation.ts'
import { dateOf } from './calendar.ts'
import { minorUnitDigits } from './money.ts'
import { listened } from './projection/divisions.ts'
import type { Rule } from './projection/explanation.ts'
import { layOutAll } from './projection/layout.ts'
import type { Projection } from './projection/projection.ts'
import type { Move } from './projection/run.ts'

const available = 'assets:available'
const opening = 'equity:opening balances'

/** Every movement from start_date to before `until`, in the order in which it happens. */
export function journalOf(projection: Projection): string {
  const { scenario, start_date, until } = projection
  const amount = amountsIn(scenario.currency_code)
  const accounts = accountsOf(projection)
  const moves = listened(projection, (move) => move.day < projection.day_count && (move.available_cents !== 0 || move.pot_cents !== 0))
  const heads = [
    `; ${oneLine(scenario.name)}: the balance ahead from ${start_date} to before ${until}, by pyNance Planning`,
    'decimal-mark .',
    `commodity ${amount.sample}`,
    ...[opening, available, ...accounts.pots, ...new Set(accounts.rows)].map((account) => `account ${account}`),
  ]
  return [heads.join('\n'), ...moves.map((move) => transaction(projection, accounts, amount.of, move))].join('\n\n') + '\n'
}

interface Accounts {
  /** One a pot, each its own. */
  pots: string[]
  /** One a name of incomes, and one a name of bills. */
  rows: string[]
}

/** What a movement is called where no row's name says it. */
const words: Partial<Record<Rule, string>> = { balance: 'Balance', opening_pot: 'Set aside before', allocated_from_balance: 'Set aside', allocated_from_income: 'Set aside', released: 'Back from its pot' }

function transaction({ rows, setup, pots, start_day }: Projection, accounts: Accounts, amount: (cents: number) => string, { rule, day, event, pot, available_cents, pot_cents }: Move): string {
  const row = event < 0 ? -1 : layOutAll(setup.calendar).row[event]!
  const isWithin = rule !== 'balance' && rule !== 'income' && rule !== 'bill'
  const what = words[rule] ?? rows[row]!.name
  const postings: [account: string, cents: number][] = [
    [isWithin ? '' : rule === 'balance' ? opening : accounts.rows[row]!, -(available_cents + pot_cents)],
    [available, available_cents],
    [accounts.pots[pot] ?? '', pot_cents],
  ]
  return [
    `${dateOf(start_day + day)} * (${rule.replaceAll('_', ' ')}) ${oneLine(isWithin ? `${what}: ${pots[pot]!.name}` : what)}`,
    ...postings.filter(([, cents]) => cents !== 0).map(([account, cents]) => `    ${account}  ${amount(cents)}`),
  ].join('\n')
}

function accountsOf({ rows, income_count, pots }: Projection): Accounts {
  const taken = new Set<string>()
  const ofPots = pots.map(({ target, name }) => {
    const wish = `assets:pots:${parseTarget(target)?.to ?? 'savings'}:${accountName(name)}`
    let account = wish
    for (let number = 2; taken.has(account); number += 1) account = `${wish} ${number}`
    taken.add(account)
    return account
  })
  return { pots: ofPots, rows: rows.map(({ name }, index) => `${index < income_count ? 'income' : 'expenses'}:${accountName(name)}`) }
}

/** Without what ends a line, begins a comment, or parts a description: text of one line with single spaces. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\p{Z}]+/gu, ' ').replaceAll(';', ',').replaceAll('|', '/').trim()
}

/** An account ends at two spaces and is cut at colons; a name of its own is neither. */
function accountName(text: string): string {
  return oneLine(text).replaceAll(':', '-') || 'unnamed'
}

/** Amounts as `USD -12.50`, with the currency's digits, and one that shows them to hledger. */
function amountsIn(currency: string): { sample: string; of: (cents: number) => string } {
  const digits = minorUnitDigits(currency)
  const of = (cents: number): string => {
    const text = String(Math.abs(cents)).padStart(digits + 1, '0')
    return `${currency} ${cents < 0 ? '-' : ''}${digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`}`
  }
  return { sample: `${currency} 1000.${'0'.repeat(digits)}`, of }
}
