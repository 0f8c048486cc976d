/** From picked cells to transactions: what the marks, the order of days and the signs mean by all rows together. */
import { minorUnitDigits } from '../../money/money.ts'
import { currencyOf, inferDecimal, readCents, type AmountReading } from '../read-amounts.ts'
import type { Answers, ColumnRole, DecimalSign, Question } from '../bank-file.ts'
import { inferDateOrder, readDate } from '../read-dates.ts'
import { shortened, tellRounded, type Findings } from '../findings.ts'
import { addTransaction, type Ledger } from '../ledger.ts'
import { dateOrderQuestion, decimalQuestion, orderOf } from '../questions.ts'
import { currenciesBeside, currencyOfHeader, isUnknownCurrency } from './amount-marks.ts'
import { balanceAbove, isOtherBalance } from './balance-above.ts'
import { amountOf, balanceRowsOf, balanceTextOf, type BalanceRows } from './balance-rows.ts'
import { bookingOf, directionOf } from './cell-words.ts'
import { looksLikeDate } from './column.ts'
import { plainHeader } from './header-words.ts'
import { edgesOf } from './edges.ts'
import { countedInBalance, shownByBalance } from './in-balance.ts'
import { tellFees } from './fees.ts'
import { isKnownHeader } from './layout.ts'
import type { Layout, Picked } from './table-parts.ts'
import { onceAText } from './once.ts'
import { otherSideOf } from './other-side.ts'
import { hasText, rowsLookedAt, withoutRows } from './picked.ts'
import { signedCents, signsOf, type MoneyNames, type Signs } from './signs.ts'
import { tellNotBooked, tellRow, type LeftOut } from './rows-told.ts'
import { statesOf, statesOfRows, type StateOfRow } from './states.ts'
import { isStandingBalance } from './standing-balance.ts'
import { newStatements, settleBalance, standStill, withoutTotals } from './statements.ts'
import { undatedOf } from './undated.ts'
import { digitsIn, unitQuestion, unitsOf } from './units.ts'

export interface Interpreted {
  understood: Question[]
  /** Whether the balances are explained by the amounts; null where there are none to explain. */
  balanceAgrees: boolean | null
  /** The words for money out and in go against the balance, and are followed, or amounts of several rows are none: it is asked about. */
  isInDoubt: boolean
}

/** Adds the rows to the ledger, as their columns are understood; answers the choices that rests on. */
export function interpret(
  found: Picked,
  layout: Layout,
  roles: readonly ColumnRole[],
  answers: Answers,
  ledger: Ledger,
  findings: Findings,
): Interpreted {
  const beside = currenciesBeside(found)
  const whole = found.currencies.length === 0 && beside.rows.length > 0 ? { ...found, currencies: beside.rows } : found
  const isStanding = isStandingBalance(whole.balances, (row) => whole.accounts[row] ?? '')
  const picked = isStanding ? { ...whole, balances: [] } : whole
  const reader = readerOf(whole, layout, roles, answers, currencyOfHeader(layout, roles) ?? beside.most)
  const order = orderOf(reader.dates, answers.date_order, findings)
  const dayOf = onceAText((text) => readDate(text.trim(), order))
  const states = statesOf(picked, layout.header?.[roles.indexOf('status')] ?? '')
  const { amountReading, balanceReading } = reader
  const inBalance = countedInBalance(picked, amountReading, balanceReading)
  const rowStates = statesOfRows(picked, states, inBalance, amountReading, dayOf)
  const stateOf = rowStates.of
  const isBooked = (row: number): boolean => stateOf(row) === null
  const balances = balanceRowsOf(picked, amountReading, balanceReading, isBooked, answers.carried_are)
  const balanceRows = balances.rows
  const ofDay = (row: number): number => (isBooked(row) && !balanceRows.has(row) ? amountOf(picked, row, amountReading) : 0)
  const undated = undatedOf(picked, ofDay, answers.undated_are)
  picked.dates = undated.dates
  const edges = edgesOf(picked, balanceRows.size > 0, answers.edges_are)
  const hasEdges =
    picked.amounts.length > 0 &&
    picked.lines.length <= rowsLookedAt &&
    edges.are({
      count: picked.lines.length,
      amount: (row) => readCents(picked.amounts[row]!, { ...amountReading }) ?? 0,
      day: (row) => dayOf(picked.dates[row]!),
      places: () => [...picked.lines.keys()],
    })
  const isOut = (row: number): boolean =>
    balanceRows.has(row) ||
    dayOf(picked.dates[row]!) === null ||
    stateOf(row) !== null ||
    (hasEdges && (row === 0 || row === picked.lines.length - 1))
  const signs = signsOf(withoutRows(picked, isOut), namesOf(layout, roles), amountReading, balanceReading, dayOf, answers)
  const statements = newStatements(layout, picked)
  const told = isStanding && (signs.positive === 'out' || isOtherBalance(namesOf(layout, roles).balance)) ? [] : whole.balances
  const leftOut = addRows(picked, layout, { ...reader, dayOf, balances, told, stateOf, signs }, statements, findings)
  if (signs.doubt && answers.columns === undefined) findings.add(`bank.sign_is_in_doubt.${signs.doubt}`, picked.lines[0]!)
  tellNotBooked(leftOut, findings)
  states.tellUnknown(findings)
  rowStates.tellDoubtful(findings)
  let balanceAgrees: boolean | null = null
  const all = [...statements.all()]
  for (const statement of all) {
    withoutTotals(statement, picked, findings)
    edges.leaveOut(statement, findings)
    const agrees = isStanding ? standStill(statement) : settleBalance(statement, findings)
    if (!signs.isBalanceSure) delete statement.balance
    if (agrees !== null) balanceAgrees = agrees && balanceAgrees !== false
    const last_date = statement.transactions.reduce((last, { date }) => (date > last ? date : last), '')
    // Where signs are turned, a balance may be what is owed.
    const above = all.length === 1 && whole.balances.length === 0 && signs.positive === 'in'
    const balance = above && last_date !== '' ? balanceAbove(layout, dayOf, amountReading, last_date) : null
    if (balance) statement.balance = balance
    ledger.add(statement)
  }
  if (picked.fees.size > 0) {
    const isShown = shownByBalance(picked, balanceAgrees, inBalance.isCounted, dayOf)
    tellFees(picked, (row) => amountOf(picked, row, amountReading), isShown, amountReading, findings)
  }
  const { dates, decimals, sums } = reader
  const questions = [dateOrderQuestion(dates, order, answers.date_order), decimalQuestion(decimals, sums, answers.decimal)]
  const unit = unitQuestion(reader.units, sums, balanceAgrees, answers)
  return {
    understood: [...questions, signs.question, unit, edges.question(), balances.question, undated.question(balanceAgrees)].filter(
      (question) => question !== null,
    ),
    balanceAgrees,
    isInDoubt: signs.doubt !== null || (leftOut.unreadable.length > 0 && leftOut.unreadable.length * 10 >= picked.lines.length),
  }
}

/** How the texts of amounts and days are read, by all of them together. `currency`: of the whole file. */
function readerOf(picked: Picked, layout: Layout, roles: readonly ColumnRole[], answers: Answers, currency: string | null) {
  const codeOf = onceAText(currencyOf)
  const ownCurrency = (row: number): string | null =>
    picked.currencies.length > 0 ? (codeOf(picked.currencies[row] ?? '') ?? currency) : currency
  const unitDigits = minorUnitDigits((picked.lines.length > 0 ? ownCurrency(0) : currency) ?? answers.currency_code ?? '')
  const sums = picked.amounts.length > 0 ? picked.amounts : [...picked.debits, ...picked.credits]
  const decimals = inferDecimal(sums, unitDigits)
  const decimal = answers.decimal ?? decimals.decimal
  // Whoever writes the cents behind a comma writes the day before the month.
  const isEuropean = decimal === ',' && !decimals.is_open && sums.some((text) => text.includes(','))
  const dates = inferDateOrder(
    picked.dates,
    !isEuropean && (currency ?? answers.currency_code) === 'USD' ? 'mdy' : 'dmy',
    isEuropean,
    otherDates(layout, roles.indexOf('date')),
    picked.distinctDays,
  )
  const units = unitsOf(layout, roles, picked, sums, answers)
  const amountReading: AmountReading = { digits: digitsIn(units.amounts, unitDigits), decimal, rounded: 0 }
  const balanceReading: AmountReading = {
    digits: digitsIn(units.balances, unitDigits),
    decimal: decimalOfBalances(picked, unitDigits, decimal),
    rounded: 0,
  }
  const readings = new Map<string | null, Readings>()
  let last: { of: string | null; readings: Readings } | null = null
  const readingsOf = (of: string | null): Readings => {
    if (last !== null && last.of === of) return last.readings
    let found = readings.get(of)
    if (!found) {
      const own = minorUnitDigits(of ?? answers.currency_code ?? '')
      found = {
        amounts: { ...amountReading, digits: digitsIn(units.amounts, own) },
        balances: { ...balanceReading, digits: digitsIn(units.balances, own) },
      }
      readings.set(of, found)
    }
    last = { of, readings: found }
    return found
  }
  return { ownCurrency, sums, units, amountReading, balanceReading, decimals, dates, readingsOf }
}

/** Balances may be written with another decimal sign than amounts. */
function decimalOfBalances({ balances }: Picked, digits: number, decimal: DecimalSign): DecimalSign {
  const sample = balances.slice(0, rowsLookedAt)
  const found = inferDecimal(sample, digits)
  return !found.is_open && sample.some((text) => /[.,]/.test(text)) ? found.decimal : decimal
}

/** How sums in one currency are read. */
interface Readings {
  amounts: AmountReading
  balances: AmountReading
}

interface RowReader extends Pick<ReturnType<typeof readerOf>, 'ownCurrency' | 'readingsOf'> {
  dayOf: (text: string) => string | null
  /** Rows that say what is on the account and move nothing. */
  balances: BalanceRows
  /** What the file says to be on the account beside each row. */
  told: readonly string[]
  stateOf: StateOfRow
  signs: Signs
}

/** Each row to its statement; answers those that are not booked. Others that are left out are told. */
function addRows(
  picked: Picked,
  layout: Layout,
  { ownCurrency, readingsOf, dayOf, balances: balanceRows, told, stateOf, signs }: RowReader,
  statements: ReturnType<typeof newStatements>,
  findings: Findings,
): LeftOut {
  const isPending = onceAText((text) => bookingOf(text) === 'pending')
  const isHeaderAgain = onceAText((text) => layout.header !== null && isKnownHeader(text.split('\n')))
  const otherSide = otherSideOf(picked, (row) => signedCents(picked, row, readingsOf(ownCurrency(row)).amounts, signs))
  const leftOut: LeftOut = { pending: [], reverted: [], unreadable: [] }
  for (let row = 0; row < picked.lines.length; row += 1) {
    const line = picked.lines[row]!
    const own = ownCurrency(row)
    const { amounts: reading, balances } = readingsOf(own)
    const before = reading.rounded
    const date = dayOf(picked.dates[row]!)
    const amount_cents = signedCents(picked, row, reading, signs)
    const state = stateOf(row) ?? (date === null && isPending(picked.dates[row]!) ? 'pending' : null)
    if (state !== null) {
      leftOut[state].push(line)
      continue
    }
    if (balanceRows.rows.size > 0 && balanceRows.rows.has(row)) {
      const says = balanceRows.guessed.has(row) ? 'bank.row_is_a_balance.maybe' : 'bank.row_is_a_balance'
      findings.add(says, line, () => ({ text: shortened(balanceTextOf(picked, row)) }))
      continue
    }
    if (date === null || amount_cents === null || isUnknownCurrency(picked.currencies[row])) {
      if (date !== null && hasText(picked.amounts[row])) leftOut.unreadable.push(line)
      tellRow(picked, row, date, amount_cents, isHeaderAgain, findings)
      continue
    }
    if (reading.rounded > before) tellRounded(line, picked.amounts[row] ?? (picked.debits[row] || picked.credits[row] || ''), findings)
    if (saysNeither(picked, row, signs)) {
      findings.add('bank.sign_is_in_doubt.neither', line, () => ({
        word: shortened(picked.directions[row]!),
        amount: shortened(picked.amounts[row]!),
      }))
      continue
    }
    if (isSignInDoubt(picked, row, reading, signs)) {
      findings.add('bank.sign_is_in_doubt.word', line, () => ({
        word: shortened(picked.directions[row]!),
        amount: shortened(picked.amounts[row]!),
        way: amount_cents < 0 ? 'out' : 'in',
      }))
    }
    const statement = statements.of(picked.accounts[row] ?? '', own, line)
    const who = otherSide(row, amount_cents)
    addTransaction(
      statement,
      date,
      amount_cents,
      hasText(who) ? who : (picked.unnamed.get(row) ?? who),
      picked.memos[row] ?? '',
      picked.references[row]?.trim() ?? '',
    )
    statement.lines.push(line)
    const balance = told[row]
    if (balance !== undefined) statement.balances.push(balanceOf(balance, balances, signs))
  }
  return leftOut
}

const namesOf = ({ header }: Layout, roles: readonly ColumnRole[]): MoneyNames => {
  const nameOf = (role: ColumnRole): string => plainHeader(header?.[roles.indexOf(role)] ?? '')
  return { amount: nameOf('amount'), debit: nameOf('debit'), credit: nameOf('credit'), balance: nameOf('balance') }
}

/** What is on the account; what is owed is below nought. */
function balanceOf(text: string, reading: AmountReading, { isOwed }: Signs): number | null {
  const cents = readCents(text, reading)
  return cents !== null && isOwed ? 0 - cents : cents
}

/** Days in other columns, and within the texts above the table. */
function otherDates({ head, firstLine }: Layout, column: number): string[] {
  const above = head
    .filter(({ line }) => line < firstLine)
    .flatMap(({ cells }) => cells.flatMap((cell) => cell.match(/\b\d{1,2}([./-])\d{1,2}\1\d{2,4}\b/g) ?? []))
  return [
    ...above,
    ...head
      .filter(({ line }) => line >= firstLine)
      .flatMap(({ cells }) => cells.filter((cell, index) => index !== column && looksLikeDate(cell))),
  ]
}

/** A minus beside a word that says the same way already, as of a payment taken back, where others of that word have none. */
const isSignInDoubt = (picked: Picked, row: number, reading: AmountReading, signs: Signs): boolean =>
  signs.words !== null &&
  signs.mixed !== null &&
  (readCents(picked.amounts[row]!, { ...reading }) ?? 0) < 0 &&
  (directionOf(picked.directions[row] ?? '') ?? signs.words.blank) === signs.mixed

/** Beside unsigned amounts of both ways, a word that is neither: of a transfer between one's own accounts, or one unknown. */
const saysNeither = (picked: Picked, row: number, signs: Signs): boolean =>
  signs.words !== null && signs.words.blank === null && signs.areUnsigned && directionOf(picked.directions[row] ?? '') === null
