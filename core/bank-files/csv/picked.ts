/** The cells of a CSV file that its transactions are made of, a list a role: the rows themselves are not kept. */
import { limits } from '../../limits.ts'
import type { ColumnRole } from '../bank-file.ts'
import type { Findings } from '../findings.ts'
import { saysNoSum } from '../read-amounts.ts'
import { isBalanceText } from './balance-words.ts'
import { bookingOf } from './cell-words.ts'
import { looksLikeAmount, looksLikeDate } from './column.ts'
import { feeColumns } from './fees.ts'
import { furtherFlags } from './flags.ts'
import { isNamed, plainHeader } from './header-words.ts'
import { isOfKinds, kindsOf } from './kinds.ts'
import type { Layout, Picked } from './table-parts.ts'
import { onceAText, oneForEqual, rememberedWhileFew } from './once.ts'
import { saidBy, saidOfKind, stateNamedBy, type InDoubt, type NotBooked } from './pending-texts.ts'
import type { OnRow } from './table.ts'
import { mostTextsKept, tellingTexts } from './telling-texts.ts'
import { namesTotal } from './total-words.ts'
import { textOfUnnamed } from './unnamed.ts'

const singles = {
  amounts: 'amount',
  debits: 'debit',
  credits: 'credit',
  directions: 'direction',
  references: 'reference',
  balances: 'balance',
  currencies: 'currency',
  accounts: 'account',
  statuses: 'status',
} as const

const listsOfSums: ReadonlySet<keyof typeof singles> = new Set(['amounts', 'debits', 'credits', 'balances'])

const nothingPicked = (): Picked => ({
  lines: [],
  dates: [],
  amounts: [],
  debits: [],
  credits: [],
  directions: [],
  payers: [],
  payees: [],
  memos: [],
  references: [],
  balances: [],
  currencies: [],
  accounts: [],
  statuses: [],
  kinds: [],
  underPending: new Set(),
  notBooked: new Map(),
  flagged: new Map(),
  distinctDays: [],
  telling: new Set(),
  totals: new Set(),
  datedElsewhere: new Set(),
  fees: new Map(),
  unused: new Map(),
  unnamed: new Map(),
})

/** `numbers`: columns of numbers that have no role. A row that has one and no sum is told of, not dropped. */
export function pick(
  eachRow: (onRow: OnRow) => void,
  layout: Layout,
  roles: readonly ColumnRole[],
  numbers: readonly number[],
  findings: Findings,
): Picked {
  const picked = nothingPicked()
  const single = (Object.keys(singles) as (keyof typeof singles)[]).flatMap((list) =>
    roles.includes(singles[list]) ? [{ list: picked[list], index: roles.indexOf(singles[list]), isOfSums: listsOfSums.has(list) }] : [],
  )
  const memos = roles.flatMap((role, index) => (role === 'memo' ? [index] : []))
  const { payers, payees } = sidesOf(layout, roles)
  const kind = kindsOf(layout, roles)
  const others = roles.flatMap((role, index) =>
    role === 'ignored' && mayBeText(layout.header?.[index] ?? '')
      ? [{ index, saidOf: rememberedWhileFew(isOfKinds(layout, index) ? saidOfKind : stateBeside, mostTextsKept), silent: '' }]
      : [],
  )
  const flags = furtherFlags(layout, roles)
  const date = roles.indexOf('date')
  const sums = (['amount', 'debit', 'credit'] as const).map((role) => roles.indexOf(role)).filter((index) => index >= 0)
  if (date < 0 || sums.length === 0) return picked
  const [days, kindsSeen, heading] = [oneForEqual(), oneForEqual(), onceAText(headingOf)]
  const tellingOf = tellingTexts()
  const [marked, unnamedText] = [markedColumns(layout), textOfUnnamed(layout, roles)]
  const unnamed = roles.flatMap((role, index) => (role === 'ignored' ? [index] : []))
  const fees = feeColumns(layout, unnamed)
  let isUnderPending = false
  eachRow((cells, line) => {
    if (line > limits.bank_file_rows) {
      findings.add('bank.too_many_transactions', line, { most: limits.bank_file_rows })
      return false
    }
    if (!hasText(cells[1]) && isAlone(cells)) {
      const says = heading(cells[0]!.trim())
      if (says !== null) isUnderPending = says === 'pending'
    }
    if (line < layout.firstLine || cells.length > limits.bank_file_columns) return true
    let unused = ''
    if (!hasSumAt(cells, sums)) {
      if (!hasText(cells[date])) return true
      const number = numbers.find((index) => hasText(cells[index]))
      unused = (number === undefined ? undefined : cells[number]) ?? strayAmount(cells, roles)
      if (unused === '') {
        if (looksLikeDate(cells[date]!)) findings.add('bank.amount_is_not_readable.missing', line)
        return true
      }
    }
    if (unused !== '') picked.unused.set(picked.lines.length, unused)
    if (isUnderPending) picked.underPending.add(picked.lines.length)
    if (!hasText(cells[date]) && cells.some(looksLikeDate)) picked.datedElsewhere.add(picked.lines.length)
    if (fees.length > 0) noteFees(picked, cells, unnamed, fees)
    for (const other of others) {
      const text = cells[other.index] ?? ''
      if (text === '' || text === other.silent) continue
      const said = other.saidOf(text)
      if (said === null) other.silent = text
      else picked.notBooked.set(picked.lines.length, { said, text })
    }
    for (const { index, stateOf } of flags) {
      const state = stateOf(cells[index] ?? '') ?? 'booked'
      if (state !== 'booked') picked.flagged.set(picked.lines.length, state)
    }
    picked.lines.push(line)
    for (const { list, index, isOfSums } of single) {
      const cell = cells[index] ?? ''
      // A dash, or "n/a", is no sum.
      list.push(isOfSums && saysNoSum(cell) ? '' : cell)
    }
    picked.dates.push(days.of(cells[date] ?? ''))
    if (kind >= 0) picked.kinds.push(kindsSeen.of(cells[kind] ?? ''))
    const payer = payers.length > 0 ? firstFilled(cells, payers, marked) : ''
    let payee = payees.length > 0 ? firstFilled(cells, payees, marked) : ''
    let memo = memos.length === 1 ? (cells[memos[0]!] ?? '') : memos.length > 1 ? joined(cells, memos) : ''
    if (!hasText(payee) && !hasText(memo) && !hasText(payer)) {
      if (payees.length > 0) payee = namedBySum(cells) ?? payee
      else memo = namedBySum(cells) ?? memo
      if (!hasText(payee) && !hasText(memo)) noteUnnamed(picked, unnamedText(cells))
    }
    const [ofPayer, ofPayee, ofMemo] = [tellingOf(payer), tellingOf(payee), tellingOf(memo)]
    if (payers.length > 0) picked.payers.push(ofPayer.text)
    if (payees.length > 0) picked.payees.push(ofPayee.text)
    if (memos.length > 0) picked.memos.push(ofMemo.text)
    if (ofPayee.answer || ofMemo.answer || ofPayer.answer) noteTelling(picked, [payee, memo, payer])
    return true
  })
  picked.distinctDays = days.all()
  return picked
}

/** The first of several cells that has text, without the mark by which spreadsheets know one. */
function firstFilled(cells: readonly string[], indexes: readonly number[], marked: ReadonlySet<number>): string {
  let index = indexes[0]!
  for (let nth = 1; nth < indexes.length && !hasText(cells[index]); nth += 1) if (hasText(cells[indexes[nth]!])) index = indexes[nth]!
  const cell = cells[index] ?? ''
  return marked.size > 0 && marked.has(index) && cell.startsWith("'") ? cell.slice(1) : cell
}

/** Notes what is said of the row that was picked last, of those that name nobody. */
function noteUnnamed({ lines, unnamed }: Picked, text: string): void {
  if (text !== '') unnamed.set(lines.length - 1, text)
}

/** Notes of the row that was picked last that its texts say something. */
function noteTelling({ lines, telling, totals }: Picked, texts: readonly string[]): void {
  telling.add(lines.length - 1)
  if (texts.some((text) => namesTotal(text.trim()))) totals.add(lines.at(-1)!)
}

/** Some banks write what was on the account, or a total, below their table, and "Anfangssaldo" wherever there is room: it is the row's text. */
const namedBySum = (cells: readonly string[]): string | undefined =>
  cells.find((cell) => isWord(cell) && (isBalanceText(cell) || namesTotal(cell)))

const isWord = (cell: string): boolean => cell.charCodeAt(0) > 64

/** The texts of several columns, one behind the other. */
function joined(cells: readonly string[], indexes: readonly number[]): string {
  let all = ''
  for (const index of indexes) {
    const text = (cells[index] ?? '').trim()
    if (text !== '') all = all === '' ? text : `${all} ${text}`
  }
  return all
}

/** A text of no role whose name is not that of a state of something else. */
const mayBeText = (name: string): boolean => !isNamed(plainHeader(name), 'checks')

/** Why a row is not booked, where one of its texts says so beside something else, or of what a fee is. */
function stateBeside(cell: string): NotBooked | InDoubt | null {
  const said = saidBy(cell)
  if (said !== null && typeof said === 'object') return said.fee === undefined ? null : said
  return said === null || stateNamedBy(cell) !== null ? null : said
}

/** Notes the fees of the row which comes next. */
function noteFees({ lines, fees }: Picked, cells: readonly string[], unnamed: readonly number[], ofFees: readonly number[]): void {
  for (const index of ofFees)
    if (fees.size < rowsLookedAt && /[1-9]/.test(cells[index] ?? ''))
      fees.set(lines.length, { text: cells[index]!, others: unnamed.filter((at) => at !== index).map((at) => cells[at] ?? '') })
}

/** Columns in which every cell begins with the mark by which spreadsheets know a text. */
function markedColumns({ samples, width }: Layout): ReadonlySet<number> {
  const isMarked = (index: number): boolean => {
    const full = samples.map((cells) => cells[index] ?? '').filter((cell) => cell !== '')
    return full.length > 1 && full.every((cell) => cell.startsWith("'"))
  }
  return new Set(Array.from({ length: width }, (_, index) => index).filter(isMarked))
}

/**
 * What a heading alone on its line, such as "Pending transactions" or "Gebuchte Umsätze", says of the rows below it. What is ordered for
 * days to come is not booked; a plain "Transactions" begins those that are.
 */
function headingOf(text: string): 'pending' | 'booked' | null {
  if (text.length > 40 || /\d/.test(text)) return null
  if (wordsOfOrders.test(text) || stateNamedBy(text) !== null) return 'pending'
  const words = text.split(/\s+/)
  if (words.length > 3 || (words.length > 1 && !wordsOfHeadings.test(text))) return null
  const says = bookingOf(text)
  if (says === 'pending' || says === 'booked') return says
  return says === null && wordsOfHeadings.test(text) ? 'booked' : null
}

const wordsOfOrders =
  /^(?:standing orders?|dauerauftr|terminauftr|termin[uü]berweis|virements? permanent|ordenes permanentes|transferencias programadas|ordini permanenti|periodieke overboek|st[åa]ende overf|zlecenia sta|trval[eéý] p[rř][ií]ka)/i

/** With no more than three words one of which is for transactions, a line is a heading and no sentence. */
const wordsOfHeadings =
  /transa|ums[aä]tz|buchung|op[eé]ra|movim|mouvem|mutat|mutaci|posten|poster|tapahtum|платеж|операц|hareket|明細|交易|거래|payment|zahlung|paiement|pagos|pagament|betaling|platb|p[lł]atno|activity|aktivit|purchases|entries/i

/**
 * The columns of the other side: for money in those of who paid, for money out those of who was paid; a column of either stands in both.
 */
function sidesOf({ header }: Layout, roles: readonly ColumnRole[]): { payers: number[]; payees: number[] } {
  const all = roles.flatMap((role, index) => (role === 'payee' ? [index] : []))
  const says = (index: number, kind: 'payers' | 'paid'): boolean => isNamed(plainHeader(header?.[index] ?? ''), kind)
  const payers = all.filter((index) => says(index, 'payers') && !says(index, 'paid'))
  const paid = all.filter((index) => says(index, 'paid') && !says(index, 'payers'))
  if (payers.length === 0 || paid.length === 0) return { payers: [], payees: all }
  return { payers: all.filter((index) => !paid.includes(index)), payees: all.filter((index) => !payers.includes(index)) }
}

/** Looks at so many rows for those to leave out. */
export const rowsLookedAt = 10_000

/** The cells of the rows but for some of the first ten thousand; the same object where there are none. */
export function withoutRows(picked: Picked, isOut: (row: number) => boolean): Picked {
  const out = new Set<number>()
  for (let row = 0; row < Math.min(picked.lines.length, rowsLookedAt); row += 1) if (isOut(row)) out.add(row)
  if (out.size === 0) return picked
  return Object.fromEntries(
    Object.entries(picked).map(([role, list]) => [role, Array.isArray(list) ? list.filter((_, row) => !out.has(row)) : list]),
  ) as unknown as Picked
}

/** A sum in a row whose own columns have none, as where a delimiter stands within a text; "" where there is none. */
function strayAmount(cells: readonly string[], roles: readonly ColumnRole[]): string {
  return (
    cells.find(
      (cell, index) =>
        (roles[index] === undefined || mayBeSums.has(roles[index])) &&
        /\d[.,]\d{1,2}\D{0,5}$/.test(cell) &&
        looksLikeAmount(cell) &&
        !looksLikeDate(cell),
    ) ?? ''
  )
}

const mayBeSums: ReadonlySet<ColumnRole> = new Set(['ignored', 'payee', 'memo'])

/** Whether a row has text in its first cell alone. */
function isAlone(cells: readonly string[]): boolean {
  for (let index = 1; index < cells.length; index += 1) if (hasText(cells[index])) return false
  return hasText(cells[0])
}

function hasSumAt(cells: readonly string[], indexes: readonly number[]): boolean {
  for (const index of indexes) if (hasText(cells[index]) && !saysNoSum(cells[index]!)) return true
  return false
}

export function hasText(cell: string | undefined): boolean {
  if (cell === undefined) return false
  for (let at = 0; at < cell.length; at += 1) if (cell.charCodeAt(at) > 32) return true
  return false
}
