/**
 * A projection as a journal of hledger (https://hledger.org/hledger.html), so that its balances can be read, and checked, with
 * another program: available and one account a pot under assets, what comes in and goes out under income and expenses.
 * A person's words reach the journal only as account names and descriptions from which nothing can break out of its line.
 * What the plan begins with is cleared (`*`); what was planned for days before today is pending (`!`), since nobody has said that it
 * was so; what is to come is unmarked.
 */
import { parseTarget } from '../allocation.ts'
import { dateOf } from '../calendar.ts'
import { decimalText, minorUnitDigits } from '../money/money.ts'
import { isDebt } from '../projection/account-places.ts'
import { behind } from '../projection/contributions.ts'
import { layOutAll } from '../projection/layout.ts'
import { movementsAtMost } from '../projection/movements-size.ts'
import { entriesOf, main, outside, type Place, type Posting, type PostingRule } from '../projection/posting.ts'
import { postingsOf } from '../projection/postings.ts'
import type { Projection } from '../projection/projection.ts'
import type { Account } from '../scenario.ts'
import { utf8Bytes } from '../text-size.ts'
import { eachTextOnce } from './each-text-once.ts'
import type { Say, WordId } from '../words/words.ts'

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
    ...[opening, available, ...accounts.accounts, ...accounts.pots, ...interestAccounts(projection), ...new Set(accounts.rows)].map(
      (account) => `account ${account}`,
    ),
  ]
  const names: Names = {
    ...accounts,
    titles: [...rows, ...pots].map(({ name }) => oneLine(name)),
    line: eachTextOnce(oneLine),
    titled: new Map(Object.entries(words).map(([rule, word]) => [rule, eachTextOnce((pot) => say(word, { pot }).trim())])),
  }
  yield `${heads.join('\n')}\n`
  const { start_day } = projection
  let on = { day: -1, date: '' }
  for (const entry of entries) {
    const { day } = entry[0]!
    if (day !== on.day) on = { day, date: dateOf(start_day + day) }
    yield `\n${transaction(projection, names, { amount: amount.of, say, date: on.date }, entry)}\n`
  }
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
  /** One an account beside the main one: what is there, or what is owed. */
  accounts: string[]
  /** One a pot, each its own. */
  pots: string[]
  /** One a name of incomes, and one a name of bills; transfers have none. */
  rows: string[]
}

interface Written {
  amount: (cents: number) => string
  say: Say
  /** Of the entry. */
  date: string
}

interface Names extends Accounts {
  /** Of the rows, then of the pots, each as one line. */
  titles: string[]
  /** Any other name as one line. */
  line: (name: string) => string
  /** By its rule, what an entry is called by the name of its pot or account. */
  titled: ReadonlyMap<string, (name: string) => string>
}

/** What an entry of a pot, or of a rule that moves money to an account, is called. */
const words: Partial<Record<PostingRule, WordId>> = {
  opening_pot: 'exports.set_aside_before',
  allocated_from_balance: 'exports.set_aside',
  allocated_from_income: 'exports.set_aside',
  released: 'exports.released',
  held: 'exports.held',
}

/** An entry: what its postings change at each place, the outside first, then the main account, then pots. */
function transaction(projection: Projection, accounts: Names, { amount, say, date }: Written, entry: readonly Posting[]): string {
  const { rows, setup } = projection
  const { first_pot } = setup
  const { rule, event } = entry[0]!
  const row = event < 0 ? -1 : layOutAll(setup.occurrences).row[event]!
  const changes = changesOf(entry)
  const last = changes.at(-1)!.place
  const isInPot = last >= first_pot && rule !== 'bill' && rule !== 'card_payment'
  const own = isInPot ? accounts.titles[rows.length + last - first_pot]! : accounts.line(behind(projection, entry[0]!).name)
  const moved = last > main && last < first_pot ? accounts.line(setup.places.accounts[last - 1]!.name) : own
  const title = rule === 'balance' && last === main ? say('exports.balance') : (accounts.titled.get(rule)?.(moved) ?? own)
  const other = (): string =>
    rule === 'balance' ? opening : rule === 'interest' ? interestOf(setup.places.accounts[last - 1]!) : accounts.rows[row]!
  const accountOf = (place: Place): string => {
    if (place === outside) return other()
    return place === main ? available : (accounts.pots[place - first_pot] ?? accounts.accounts[place - 1]!)
  }
  let text = `${date} ${markOf(projection, entry[0]!)}(${ruleWords(rule)}) ${title}`
  for (const { place, cents } of changes) text += `\n    ${accountOf(place)}  ${amount(cents)}`
  return text
}

const ruleWords = eachTextOnce((rule) => rule.replaceAll('_', ' '))

/** The status of an entry, as hledger's users read it: cleared, pending, or none. */
function markOf({ start_date, today, now }: Projection, { rule, day, event }: Posting): '* ' | '! ' | '' {
  const isBeginning = day === 0 && event < 0 && rule !== 'interest' && rule !== 'card_payment'
  if (isBeginning) return start_date <= today ? '* ' : ''
  return day < now ? '! ' : ''
}

interface Change {
  place: Place
  cents: number
}

/** What an entry changes, place by place in their order. */
function changesOf(entry: readonly Posting[]): Change[] {
  if (entry.length === 1) {
    const { from, to, cents } = entry[0]!
    const [gives, takes] = [
      { place: from, cents: -cents },
      { place: to, cents },
    ]
    return from < to ? [gives, takes] : [takes, gives]
  }
  const changes: Change[] = []
  const change = (place: Place, cents: number): void => {
    const known = changes.find((one) => one.place === place)
    if (known) known.cents += cents
    else changes.push({ place, cents })
  }
  for (const { from, to, cents } of entry) {
    change(from, -cents)
    change(to, cents)
  }
  return changes.sort((a, b) => a.place - b.place)
}

function accountsOf({ rows, income_count, pots, setup }: Projection): Accounts {
  const taken = new Set<string>()
  const once = (wish: string): string => {
    let account = wish
    for (let number = 2; taken.has(account); number += 1) account = `${wish} ${number}`
    taken.add(account)
    return account
  }
  const ofPots = pots.map(({ target, name }) => {
    const to = parseTarget(target)?.to ?? 'savings'
    return once(`assets:pots:${to === 'account' ? 'held' : to}:${accountName(name)}`)
  })
  const ofAccounts = setup.places.accounts.map((account) =>
    once(`${isDebt(account) ? 'liabilities' : 'assets'}:${account.kind}:${accountName(account.name)}`),
  )
  return {
    pots: ofPots,
    accounts: ofAccounts,
    rows: rows.map(({ name }, index) => `${index < income_count ? 'income' : 'expenses'}:${accountName(name)}`),
  }
}

/** Where interest comes from, and where it goes. */
const interestOf = (account: Account): string => (isDebt(account) ? 'expenses:interest' : 'income:interest')

function interestAccounts({ setup }: Projection): string[] {
  return [...new Set(setup.places.accounts.filter(({ interest }) => interest !== null).map((account) => interestOf(account)))]
}

/** Without what ends a line, begins a comment, or parts a description: text of one line with single spaces. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\p{Z}]+/gu, ' ')
    .replaceAll(';', ',')
    .replaceAll('|', '/')
    .trim()
}

/** An account ends at two spaces and is cut at colons; a name of its own is neither. */
function accountName(text: string): string {
  return oneLine(text).replaceAll(':', '-') || 'unnamed'
}

/** Amounts as `USD -12.50`, with the currency's digits, and one that shows them to hledger. */
function amountsIn(currency: string): { sample: string; of: (cents: number) => string } {
  const digits = minorUnitDigits(currency)
  const of = (cents: number): string => `${currency} ${decimalText(cents, digits)}`
  return { sample: `${currency} 1000.${'0'.repeat(digits)}`, of }
}
