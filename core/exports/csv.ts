/** What lies ahead as a table for a spreadsheet: a line a movement, in the order in which they happen. */
import Papa from 'papaparse'
import { dayOf } from '../calendar.ts'
import { decimalText, minorUnitDigits } from '../money/money.ts'
import { movementsAtMost } from '../projection/movements-size.ts'
import { accountByDay } from '../projection/figures/accounts.ts'
import { eachMovement, type Movement } from '../projection/movements.ts'
import type { Projection } from '../projection/projection.ts'
import { describeSchedule } from '../schedule/describe-schedule.ts'
import type { Payment } from '../scenario.ts'
import { utf8Bytes } from '../text-size.ts'
import type { Say } from '../words/words.ts'
import { eachTextOnce } from './each-text-once.ts'

/** A text that a spreadsheet would take for a formula; a plain number such as -12.50 is none. */
const formula = /^[=+@\t\r]|^-(?!\d{1,16}(?:\.\d{1,4})?$)/

const columns = [
  'date',
  'kind',
  'name',
  'category',
  'repeats',
  'predicted',
  'money_in',
  'money_out',
  'into_pot',
  'from_pot',
  'available_at_end_of_day',
  'in_pots_at_end_of_day',
  'currency',
] as const

/**
 * The movements of a projection from its start date on, the balance first, then the rows without a date. On every line money_in −
 * money_out − into_pot + from_pot is what it changes of what is available, and into_pot − from_pot of what is in pots, so that the
 * lines sum to the balances. Of each account beside the main one two columns follow: what the line changes on it, and what is there at
 * the end of the day. Text that a spreadsheet would run as a formula stands behind an apostrophe. Lines end as RFC 4180 says. `reader`:
 * for a program columns and kinds are called the same in every language, commas part cells and amounts have a point; for a person all of
 * that is as in theirs, after a mark by which their spreadsheet knows the text for UTF-8.
 */
export function* csvOf(projection: Projection, say: Say, reader: CsvReader = 'program'): Generator<string> {
  const isPerson = reader === 'person'
  const { between, decimal } = isPerson ? marksOf(say) : plain_marks
  const cellOf = eachTextOnce((text) => Papa.unparse([[text]], { escapeFormulae: formula, newline, delimiter: between }))
  const names = isPerson ? columns.map((column) => cellOf(say('exports.csv.column', { column }))) : columns
  const ends = (name: string): string => cellOf(isPerson ? say('exports.csv.ends', { name }) : `${name}_at_end_of_day`)
  const head = [...names, ...projection.accounts.flatMap(({ name }) => [cellOf(name), ends(name)])].join(between)
  yield `${isPerson ? byte_order_mark : ''}${head}${newline}`
  const kindOf = (kind: string): string => (isPerson ? cellOf(say('exports.csv.kind', { kind })) : kind)
  const digits = minorUnitDigits(projection.scenario.currency_code)
  const money = (cents: number): string => decimalText(cents, digits).replace('.', decimal)
  yield* linesOf(projection, { cellOf, kindOf: eachTextOnce(kindOf), say, money, between })
}

export type CsvReader = 'person' | 'program'

interface Telling {
  cellOf: (text: string) => string
  kindOf: (kind: string) => string
  say: Say
  money: (cents: number) => string
  /** What parts cells. */
  between: string
}

/** What parts cells, and whole units from their fractions. */
interface Marks {
  between: string
  decimal: string
}
const plain_marks: Marks = { between: ',', decimal: '.' }

/** Where amounts have a comma, spreadsheets part cells by semicolons. */
function marksOf(say: Say): Marks {
  const decimal = say('exports.csv.decimal')
  return { between: decimal === ',' ? ';' : ',', decimal }
}
const byte_order_mark = '\uFEFF'

const newline = '\r\n'
/** Lines are told together: of each by itself the way to who takes it would cost as much as the line. */
const piece_characters = 16 * 1024

/** A person's words are cells once, however many lines they stand on; everything else is plain as it is. */
function* linesOf(projection: Projection, { cellOf, kindOf, say, money, between }: Telling): Generator<string> {
  const { scenario, start_date, until, start_day, available_cents, total_cents } = projection
  const { currency_code } = scenario
  const wordsOfRow = (row: Payment): string => {
    const [category, repeats, predicted] = words(row, say)
    return [cellOf(category), cellOf(repeats), predicted && kindOf(predicted)].join(between)
  }
  const known = new Map([...scenario.incomes, ...scenario.bills, ...scenario.transfers].map((row) => [row.id, wordsOfRow(row)]))
  const onAccounts = accountCells(projection, money, between)
  const balances = (day: number): string =>
    [money(available_cents[day]!), money(total_cents[day]! - available_cents[day]!), currency_code].join(between)
  const blank = between.repeat(2)
  let on = { date: '', day: 0, balances: '' }
  let lines = ''
  for (const movement of eachMovement(projection, start_date, until)) {
    const { date, kind, name, row, target, available_cents: free, pot_cents } = movement
    if (free === 0 && pot_cents === 0 && movement.accounts.length === 0) continue
    if (date !== on.date) {
      const day = dayOf(date)! - start_day
      on = { date, day, balances: balances(day) }
    }
    const own = target === null && row ? (known.get(row.id) ?? blank) : blank
    const who = cellOf(kind === 'balance' && name === '' ? say('exports.balance') : name)
    const cells = [date, kindOf(kind), who, own, amounts(movement, money, between), on.balances]
    lines += `${cells.join(between)}${onAccounts(movement, on.day)}${newline}`
    if (lines.length < piece_characters) continue
    yield lines
    lines = ''
  }
  if (lines !== '') yield lines
  const onNone = between.repeat(2 * projection.accounts.length)
  for (const collection of ['incomes', 'bills'] as const) {
    for (const row of scenario[collection]) {
      if (row.due_date !== null) continue
      const amount = money(row.amount_cents)
      const [kind, moneyIn, moneyOut] = collection === 'incomes' ? ['income', amount, ''] : ['bill', '', amount]
      const cells = ['', kindOf(kind!), cellOf(row.name), known.get(row.id)!, moneyIn, moneyOut, '', '', '', '', currency_code]
      yield `${cells.join(between)}${onNone}${newline}`
    }
  }
}

/**
 * The cells of the accounts beside the main one, of a movement on a day. Most movements change one account of many: what a cell says of
 * the others is made once a day, and of a balance that stays once.
 */
function accountCells(projection: Projection, money: Telling['money'], between: string): (movement: Movement, day: number) => string {
  const accounts = projection.accounts.map(({ id }) => ({ days: accountByDay(projection, id)!, cents: 0, balance: money(0) }))
  const places = new Map(projection.accounts.map(({ id }, place) => [id, place]))
  const zero = money(0)
  const unchanged = accounts.map(({ balance }) => between + zero + between + balance)
  let at = -1
  return ({ accounts: changes }, day) => {
    if (day !== at) {
      at = day
      accounts.forEach((account, place) => {
        const cents = account.days[day]!
        if (cents === account.cents) return
        account.cents = cents
        account.balance = money(cents)
        unchanged[place] = between + zero + between + account.balance
      })
    }
    const cells = [...unchanged]
    for (const { account_id, cents } of changes) {
      const place = places.get(account_id)
      if (place !== undefined) cells[place] = between + money(cents) + between + accounts[place]!.balance
    }
    return cells.join('')
  }
}

type Words = [category: string, repeats: string, predicted: string]
const none: Words = ['', '', '']

/** A row stays as it is: its words are put together once, for the size and for the lines. */
const put = new WeakMap<Say, WeakMap<Payment, Words>>()

function words(row: Payment, say: Say): Words {
  const known = put.get(say) ?? new WeakMap<Payment, Words>()
  put.set(say, known)
  const before = known.get(row)
  if (before) return before
  const found = wordsOf(row, say)
  known.set(row, found)
  return found
}

function wordsOf({ category, schedule, due_date, predicted, exceptions, changes }: Payment, say: Say): Words {
  return [
    category ?? '',
    schedule && due_date ? describeSchedule({ due_date, schedule, exceptions, changes }, say) : '',
    predicted ? 'yes' : '',
  ]
}

/** Money in, money out, into a pot, from a pot. An overdrawn balance goes out, and so does what a pot pays of a bill on another account. */
function amounts({ available_cents, pot_cents }: Movement, money: Telling['money'], between: string): string {
  return pair(available_cents + pot_cents, money, between) + between + pair(pot_cents, money, between)
}

/** An amount in the first of two cells, what is below zero in the second. */
const pair = (cents: number, money: Telling['money'], between: string): string =>
  cents > 0 ? money(cents) + between : cents < 0 ? between + money(-cents) : between

/** What the table comes to at most, each line at the longest of its row. */
export function csvSize(projection: Projection, say: Say): { count: number; bytes: number } {
  const { accounts } = projection.scenario
  const cellOf = (text: string): number => utf8Bytes(text.replaceAll('"', '""')) + 3
  const lineOf = (...texts: string[]): number =>
    texts.reduce((bytes, text) => bytes + cellOf(text), plain_cells + 2 * account_cell * accounts.length)
  const size = movementsAtMost(projection, {
    payment: (row) => lineOf(row.name, ...('schedule' in row ? words(row as Payment, say) : none)),
    pot: ({ name }) => lineOf(name),
  })
  const undated = projection.rows.filter((row) => row.due_date === null)
  return {
    count: size.count + undated.length,
    bytes: undated.reduce(
      (bytes, row) => bytes + lineOf(row.name, ...words(row, say)),
      size.bytes + 500 + accounts.reduce((bytes, { name }) => bytes + 2 * cellOf(name) + 20, 0),
    ),
  }
}

/** Of a line, everything but words: a day, the kind, four amounts, a currency. */
const plain_cells = 120
/** An amount on another account. */
const account_cell = 20
