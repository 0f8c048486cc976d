/**
 * A projection as a journal of hledger (https://hledger.org/hledger.html), so that its balances can be read, and checked, with
 * another program: available and one account a pot under assets, what comes in and goes out under income and expenses.
 * A person's words reach the journal only as account names and descriptions from which nothing can break out of its line.
 */
import { parseTarget } from './allocation.ts'
import { dateOf } from './calendar.ts'
import { minorUnitDigits } from './money.ts'
import { layOutAll } from './projection/layout.ts'
import { movementsAtMost } from './projection/movements-size.ts'
import { entriesOf, outside, type Place, type Posting, type PostingRule } from './projection/posting.ts'
import { postingsOf } from './projection/postings.ts'
import type { Projection } from './projection/projection.ts'
import { utf8Bytes } from './text-size.ts'
import type { Say, WordId } from './words/words.ts'

const available = 'assets:available'
const opening = 'equity:opening balances'

/** Every movement from start_date to before `until`, in the order in which it happens, entry by entry. */
export function* journalOf(projection: Projection, say: Say): Generator<string> {
  const { scenario, start_date, until, rows, pots } = projection
  const amount = amountsIn(scenario.currency_code)
  const accounts = accountsOf(projection)
  const entries = entriesOf(postingsOf(projection, ({ cents }) => cents !== 0, projection.day_count))
  const heads = [
    `; ${say('exports.journal', { name: oneLine(scenario.name), from: start_date, until })}`,
    'decimal-mark .',
    `commodity ${amount.sample}`,
    ...[opening, available, ...accounts.pots, ...new Set(accounts.rows)].map((account) => `account ${account}`),
  ]
  const named = { ...accounts, titles: [...rows, ...pots].map(({ name }) => oneLine(name)) }
  yield `${heads.join('\n')}\n`
  for (const entry of entries) yield `\n${transaction(projection, named, { amount: amount.of, say }, entry)}\n`
}

/** What a journal comes to at most. */
export function journalSize(projection: Projection): { count: number; bytes: number } {
  const entry = (name: string): number => plain_entry + 2 * utf8Bytes(name)
  const size = movementsAtMost(projection, { payment: ({ name }) => entry(name), pot: ({ name }) => entry(name) })
  const named = [...projection.rows, ...projection.pots].reduce((bytes, { name }) => bytes + utf8Bytes(name) + 40, 500)
  return { count: size.count, bytes: size.bytes + named }
}

/** Of an entry, everything but names: a day, the rule, words, accounts and amounts. */
const plain_entry = 150

interface Accounts {
  /** One a pot, each its own. */
  pots: string[]
  /** One a name of incomes, and one a name of bills. */
  rows: string[]
}

interface Written {
  amount: (cents: number) => string
  say: Say
}

interface Names extends Accounts {
  /** Of the rows, then of the pots, each as one line. */
  titles: string[]
}

/** What an entry of a pot is called. */
const words: Partial<Record<PostingRule, WordId>> = {
  opening_pot: 'exports.set_aside_before',
  allocated_from_balance: 'exports.set_aside',
  allocated_from_income: 'exports.set_aside',
  released: 'exports.released',
}

/** An entry: what its postings change at each place, the outside first, then the main account, then pots. */
function transaction({ rows, setup, start_day }: Projection, accounts: Names, { amount, say }: Written, entry: readonly Posting[]): string {
  const { rule, day, event } = entry[0]!
  const row = event < 0 ? -1 : layOutAll(setup.calendar).row[event]!
  const changes = new Map<Place, number>()
  for (const { from, to, cents } of entry) {
    changes.set(from, (changes.get(from) ?? 0) - cents)
    changes.set(to, (changes.get(to) ?? 0) + cents)
  }
  const pot = Math.max(...changes.keys()) - setup.first_pot
  const title = rule === 'balance' ? say('exports.balance') : changes.has(outside) ? accounts.titles[row]! : say(words[rule]!, { pot: accounts.titles[rows.length + pot]! }).trim()
  const accountOf = (place: Place): string => (place === outside ? (rule === 'balance' ? opening : accounts.rows[row]!) : (accounts.pots[place - setup.first_pot] ?? available))
  const postings = [...changes].sort(([a], [b]) => a - b).map(([place, cents]) => `\n    ${accountOf(place)}  ${amount(cents)}`)
  return `${dateOf(start_day + day)} * (${rule.replaceAll('_', ' ')}) ${title}${postings.join('')}`
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
