/**
 * Which columns hold the money. A reading counts only if every row that has a number is accounted for and, where there is a
 * column of balances, if its steps are the amounts. Among the readings that count the best named one is taken; where none
 * does, the guess is asked about.
 */
import { isCurrencyCode } from '../../money/money.ts'
import { headerFit, isFee, isNamed, isOwed, pairFit } from './header-words.ts'
import { mostlySaysDirection, saysDirection, type Column } from './column.ts'
import { byMark, directionOf, markedAlone } from './cell-words.ts'
import { isExplained, stepsByDay, stepsByRow, stepsOf, type Steps } from './steps.ts'

export interface MoneyColumns {
  amount?: Column
  debit?: Column
  credit?: Column
  direction?: Column
  balance?: Column
  /** Names or arithmetic tell, and no row with a number is left over. */
  isSure: boolean
}

type Days = readonly (string | null)[]

/** A way to read one sum of each row: from one column, or from two of which each row fills one. */
interface Reading {
  amount?: Column
  debit?: Column
  credit?: Column
  direction?: Column
  /** Rows it gives a number, of all that have one. */
  covered: number
  /** How well the names fit; 0 where they say nothing. */
  fit: number
}

export function moneyColumns(columns: readonly Column[], days: Days): MoneyColumns {
  const found = filledColumns(columns, days)
  if (found.amount) return found
  // The next file of this bank may fill what this one leaves empty.
  const empty = (role: 'debit' | 'credit'): Column | undefined =>
    columns.find(({ filled, header }) => filled === 0 && headerFit(header, role) > 0)
  const [debit, credit] = [found.debit ?? (found.credit && empty('debit')), found.credit ?? (found.debit && empty('credit'))]
  return { ...found, ...(debit && { debit }), ...(credit && { credit }) }
}

function filledColumns(columns: readonly Column[], days: Days): MoneyColumns {
  const numbers = columns.filter((column) => column.isAmount && !isNamed(column.header, 'rates') && !isAbroad(column, columns))
  const named = numbers.filter((column) => headerFit(column.header, 'balance') > 0)
  const plain = numbers.filter((column) => !named.includes(column) && !isNamed(column.header, 'fees') && !isNamed(column.header, 'foreign'))
  const money = plain.length > 0 ? plain : numbers.filter((column) => !named.includes(column))
  if (money.length === 0) return { ...(named[0] && { balance: named[0] }), isSure: false }
  const directions = [
    ...columns.filter(saysDirection),
    ...columns.filter((column) => !saysDirection(column) && mostlySaysDirection(column)),
  ]
  const readings = readingsOf(money.slice(0, mostColumns), directions)

  const proven = provenBy(readings, numbers, days, [everyRow(days.length)]) ?? provenBy(readings, numbers, days, accountsOf(columns))
  if (proven) return proven
  const found = byNames(readings, money)
  const balance = named.find((column) => ![found.amount, found.debit, found.credit].includes(column))
  // A balance that the amounts do not explain is one more reason to ask; a column filled here and there is none.
  const agrees = !balance || balance.filled < 2 || signed(found).every((amount) => stepsOf(amount, balancesOf(balance), days).steps === 0)
  return { ...found, ...(balance && { balance }), isSure: found.isSure && agrees }
}

/** The column of currencies that stands right behind a sum. */
const currencyBehind = (sum: Column, columns: readonly Column[]): Column | undefined => {
  const next = columns.find(({ index }) => index === sum.index + 1)
  return next && next.filled > 0 && next.cells.every((cell) => cell.trim() === '' || isCurrencyCode(cell.trim())) ? next : undefined
}

/** A sum whose currency changes from row to row, beside another one in one and the same, is that of a purchase abroad. */
function isAbroad(sum: Column, columns: readonly Column[]): boolean {
  const own = currencyBehind(sum, columns)
  if (!own || own.distinct < 2) return false
  return columns.some(
    (other) =>
      other !== sum && other.isAmount && headerFit(other.header, 'balance') === 0 && currencyBehind(other, columns)?.distinct === 1,
  )
}

const mostColumns = 10

/** Rows in which a column says a number; a nought beside another number says none. */
const says = (column: Column, row: number): boolean => column.cents[row] !== null && column.cents[row] !== 0

function readingsOf(money: readonly Column[], directions: readonly Column[]): Reading[] {
  const rows = Array.from({ length: money[0]!.cents.length }, (_, row) => row)
  const withNumber = rows.filter((row) => money.some((column) => says(column, row)))
  const covered = (...own: Column[]): number =>
    withNumber.length === 0 ? 1 : withNumber.filter((row) => own.some((column) => says(column, row))).length / withNumber.length
  const singles = money.map((amount): Reading => {
    const direction = directions.find((column) => column !== amount && fitsDirection(column, amount))
    const isOneSided = headerFit(amount.header, 'debit') > 0 || headerFit(amount.header, 'credit') > 0
    return { amount, ...(direction && { direction }), covered: covered(amount), fit: isOneSided ? 0 : amountFit(amount) }
  })
  const pairs = money.flatMap((debit) =>
    money
      .filter((credit) => credit !== debit && areComplementary(debit, credit))
      .map((credit): Reading => {
        const fit = pairFit(debit.header, credit.header)
        const bySign = fit === 0 && isAllMinus(debit) && !credit.hasMinus ? 2 : 0
        return { debit, credit, covered: covered(debit, credit), fit: fit + bySign }
      }),
  )
  return [...pairs, ...singles]
}

const isAllMinus = ({ cents }: Column): boolean =>
  cents.every((value) => value === null || value <= 0) && cents.some((value) => value !== null && value < 0)

/** What was booked before what was asked for; of equals the first. */
const amountFit = ({ header }: Column): number => (headerFit(header, 'amount') === 0 ? 0 : isNamed(header, 'booked') ? 4 : 3)

/** Words beside an amount: for both ways, or for one of them, where those without a word go the other. */
function fitsDirection(words: Column, amount: Column): boolean {
  // One and the same way beside amounts of both signs is no word for them.
  if (amount.hasMinus && amount.cents.some((cents) => cents !== null && cents > 0) && new Set(words.cells.map(directionOf)).size === 1)
    return false
  return (
    words.cells.some((cell) => directionOf(cell) !== null) &&
    ((saysDirection(words) && words.filled === words.cells.length) || !amount.hasMinus)
  )
}

/** Two columns of which every row fills one, or leaves a nought in the other. */
function areComplementary(one: Column, other: Column): boolean {
  let either = 0
  for (let row = 0; row < one.cents.length; row += 1) {
    if (says(one, row) && says(other, row)) return false
    if (says(one, row) || says(other, row)) either += 1
  }
  return either > 0
}

/** The amounts of a reading under each scheme of signs it may have. */
function signed({
  amount,
  debit,
  credit,
  direction,
}: Pick<Reading, 'amount' | 'debit' | 'credit' | 'direction'>): ((row: number) => number | null)[] {
  if (amount && direction) {
    const blank = blankMeans(direction.cells)
    return [
      (row) => {
        const cents = amount.cents[row] ?? null
        const way = directionOf(direction.cells[row]!) ?? blank
        return cents === null ? null : way === 'out' ? -Math.abs(cents) : way === 'in' ? Math.abs(cents) : cents
      },
      (row) => amount.cents[row] ?? null,
    ]
  }
  if (amount) {
    const marked = markedAlone(amount.cells)
    const marks =
      marked === null
        ? []
        : [(row: number) => ((amount.cents[row] ?? null) === null ? null : byMark(amount.cells[row]!, amount.cents[row]!, marked))]
    return [...marks, ...[1, -1].map((sign) => (row: number) => ((amount.cents[row] ?? null) === null ? null : sign * amount.cents[row]!))]
  }
  const way =
    (into: 1 | -1, out: 1 | -1) =>
    (row: number): number | null => {
      const [plus, minus] = [credit?.cents[row] ?? null, debit?.cents[row] ?? null]
      return plus === null && minus === null ? null : into * (plus ?? 0) - out * (minus ?? 0)
    }
  return [way(1, 1), way(1, -1), way(-1, 1), way(-1, -1)]
}

/** Where only one of the two ways has a word, a row without one goes the other. */
export function blankMeans(cells: Iterable<string>): 'in' | 'out' | null {
  const seen = new Set<string>()
  for (const cell of cells) {
    const way = directionOf(cell)
    if (way) seen.add(way)
    if (seen.size > 1) return null
  }
  return seen.has('in') ? 'out' : seen.has('out') ? 'in' : null
}

/** The reading whose amounts explain a column of balances. */
function provenBy(
  readings: readonly Reading[],
  numbers: readonly Column[],
  days: Days,
  accounts: readonly (readonly number[])[],
): MoneyColumns | null {
  if (accounts.length === 0) return null
  let best: Proven | null = null
  let equals: Proven[] = []
  const fees = numbers.filter(({ header }) => isFee(header))
  const areWhole = numbers.every((column) => !column.hasDecimals)
  const mayBeBalances = numbers
    .filter((column) => column.hasDecimals || areWhole || headerFit(column.header, 'balance') > 0)
    .slice(0, mostColumns)
  for (const balance of mayBeBalances) {
    const balances = balancesOf(balance)
    const isNamedSo = headerFit(balance.header, 'balance') > 0
    for (const { covered, fit, ...reading } of readings) {
      if (covered < 1 || [reading.amount, reading.debit, reading.credit].includes(balance) || (!isNamedSo && isNamedAmount(balance)))
        continue
      for (const [turns, amount] of signed(reading).entries()) {
        const rows = stepsIn(accounts, stepsByRow, amount, balances, days)
        const found = isExplained(rows) ? rows : stepsIn(accounts, stepsByDay, amount, balances, days)
        // One step may be chance where no name says that this is the balance.
        if (!isExplained(found) || found.steps < (isNamedSo ? 1 : 2)) continue
        // Where no name says which of two columns is money out, the balance does; a turned sign says less.
        const score = (isNamedSo ? 100 : 0) + (found === rows ? 50 : 0) + fit - turns / 4
        const own: Proven = { ...reading, balance, isSure: true, score, own: amount }
        if (!best || score > best.score) [best, equals] = [own, []]
        else if (score === best.score && balance === best.balance) equals.push(own)
      }
    }
  }
  if (!best) return null
  const isProven = ({ balance }: Proven, amount: Amount): boolean =>
    [stepsByRow, stepsByDay].some((steps) => isExplained(stepsIn(accounts, steps, amount, balancesOf(balance), days)))
  const net = netOf(best, equals, fees)
  const chosen = net ?? best
  const isInDoubt = equals.some((other) => saysOtherwise(other, chosen)) || fees.some((fee) => mayCount(fee, chosen, isProven))
  const { score: _score, own: _own, ...found } = chosen
  return bySide({ ...found, isSure: net !== undefined || !isInDoubt })
}

type Amount = (row: number) => number | null

/** A reading that a column of balances proves, with its amounts. */
interface Proven extends MoneyColumns {
  balance: Column
  score: number
  own: Amount
}

/** Both prove the balance, as where they differ in the oldest row alone, whose amount no step shows. */
const saysOtherwise = (one: Proven, other: Proven): boolean =>
  one.amount !== undefined && one.amount !== other.amount && one.balance.cents.some((_, row) => one.own(row) !== other.own(row))

/** Of what was paid and what was left of it by fees the account moved by what was left. */
function netOf(best: Proven, equals: readonly Proven[], fees: readonly Column[]): Proven | undefined {
  const isNet = ({ amount }: Proven): boolean => amount !== undefined && isNamed(amount.header, 'nets')
  const nets = [best, ...equals].filter(isNet)
  const others = [best, ...equals].filter((own) => !isNet(own))
  const isLess = (net: Proven): boolean =>
    others.every((gross) =>
      net.balance.cents.every((_, row) => {
        const apart = Math.abs((net.own(row) ?? 0) - (gross.own(row) ?? 0))
        return apart === 0 || fees.some((fee) => Math.abs(fee.cents[row] ?? 0) === apart)
      }),
    )
  return nets.length === 1 && isLess(nets[0]!) ? nets[0] : undefined
}

/** Whether the balance is proven with a fee in a column of its own too, so that it does not show whether it counts it. */
const mayCount = (fee: Column, best: Proven, isProven: (best: Proven, amount: Amount) => boolean): boolean =>
  fee.cents.some((cents) => cents !== null && cents !== 0) &&
  isProven(best, (row) => {
    const own = best.own(row)
    return own === null ? null : own - Math.abs(fee.cents[row] ?? 0)
  })

/** A column of one sign that is named for one way is that way's, though the balance proves it as a column of amounts. */
function bySide({ amount, ...rest }: MoneyColumns): MoneyColumns {
  const role = amount && !rest.direction && (['debit', 'credit'] as const).find((own) => headerFit(amount.header, own) > 0)
  const isOfOneSign = amount?.hasMinus === false || (amount !== undefined && isAllMinus(amount))
  return role && isOfOneSign && markedAlone(amount.cells) === null ? { ...rest, [role]: amount } : { ...rest, ...(amount && { amount }) }
}

/** The balances of a column; what is owed by its name counts below nought. */
const balancesOf = ({ header, cents }: Column): readonly (number | null)[] =>
  isOwed(header, cents) ? cents.map((own) => (own === null ? null : 0 - own)) : cents

const everyRow = (count: number): number[] => Array.from({ length: count }, (_, row) => row)

/** The rows of each account and currency, where columns tell several: each has balances of its own. */
function accountsOf(columns: readonly Column[]): number[][] {
  const rows = columns[0]?.cells.length ?? 0
  const tells = columns.filter(
    ({ header, cells, filled, distinct }) =>
      filled === rows &&
      distinct > 1 &&
      distinct < rows &&
      ((headerFit(header, 'account') > 0 && !isNamed(header, 'others')) || cells.every((cell) => isCurrencyCode(cell.trim()))),
  )
  const groups = [...Map.groupBy(everyRow(rows), (row) => tells.map(({ cells }) => cells[row]).join('\n')).values()]
  return groups.length > 1 ? groups : []
}

/** The steps of all accounts together. */
function stepsIn(
  accounts: readonly (readonly number[])[],
  steps: typeof stepsByDay,
  amount: (row: number) => number | null,
  balances: readonly (number | null)[],
  days: Days,
): Steps {
  if (accounts.length === 1) return steps(amount, balances, days)
  const all = accounts.map((rows) =>
    steps(
      (index) => amount(rows[index]!),
      rows.map((row) => balances[row]!),
      rows.map((row) => days[row] ?? null),
    ),
  )
  const sum = (key: 'steps' | 'explained'): number => all.reduce((total, own) => total + own[key], 0)
  return { ...all[0]!, steps: sum('steps'), explained: sum('explained') }
}

const isNamedAmount = ({ header }: Column): boolean => (['amount', 'debit', 'credit'] as const).some((role) => headerFit(header, role) > 0)

function byNames(readings: readonly Reading[], money: readonly Column[]): MoneyColumns {
  const whole = readings.filter(({ covered }) => covered === 1)
  const pairs = whole.filter((reading) => reading.debit)
  const singles = whole.filter((reading) => reading.amount)
  const best = (of: readonly Reading[]): Reading | undefined =>
    of.reduce<Reading | undefined>((found, reading) => (found === undefined || reading.fit > found.fit ? reading : found), undefined)
  const [pair, single] = [best(pairs), best(singles)]
  const of = ({ covered: _covered, fit: _fit, ...columns }: Reading, isSure: boolean): MoneyColumns => ({ ...columns, isSure })
  // Both named, or one named and the other filling what it leaves.
  if (pair && pair.fit >= 2 && !(single && single.fit > 0 && single.amount!.hasMinus)) return of(pair, true)
  if (single && single.fit > 0) return of(single, isAlone(single, singles))
  const [debit, credit] = (['debit', 'credit'] as const).map((role) => money.find((column) => headerFit(column.header, role) > 0))
  if (debit && credit && debit !== credit) return { debit, credit, isSure: areComplementary(debit, credit) && money.length === 2 }
  if (debit ?? credit)
    return {
      ...(debit && { debit }),
      ...(credit && { credit }),
      isSure: [debit, credit].some(
        (column) => column !== undefined && money.every((other) => other === column || !saysWhere(other, column)),
      ),
    }
  const named = best(readings.filter(({ amount, fit }) => amount !== undefined && fit > 0))
  if (named) return of(named, false)
  return guessed(money, pairs, singles, of)
}

/** Whether some row has a number in one column and none in the other. */
const saysWhere = (one: Column, silent: Column): boolean => one.cents.some((_, row) => says(one, row) && !says(silent, row))

/** No other column is as well named and says other sums. */
const isAlone = (chosen: Reading, singles: readonly Reading[]): boolean =>
  singles.every(
    (other) => other === chosen || other.fit < chosen.fit || other.amount!.cents.every((cents, row) => cents === chosen.amount!.cents[row]),
  )

function guessed(
  money: readonly Column[],
  pairs: readonly Reading[],
  singles: readonly Reading[],
  of: (reading: Reading, isSure: boolean) => MoneyColumns,
): MoneyColumns {
  const whole = singles.map(({ amount }) => amount!)
  const full = whole.length > 0 ? whole : money
  const decimal = full.filter((column) => column.hasDecimals)
  const candidates = decimal.length > 0 ? decimal : full
  const pair = pairs.find(({ debit, credit }) => candidates.includes(debit!) && candidates.includes(credit!))
  if (pair && candidates.length <= 3) return of(pair, false)
  const signedOnes = candidates.filter((column) => column.hasMinus)
  const amount = signedOnes[0] ?? candidates[0]!
  const direction = singles.find((reading) => reading.amount === amount)?.direction
  // Another column of such numbers may be the amount as well, or the money out of a pair.
  const isAlone = money.every(
    (column) =>
      column === amount ||
      (amount.hasDecimals && !column.hasDecimals) ||
      (column.distinct === 1 && column.filled > 1 && column.filled === column.cells.length),
  )
  return { amount, ...(direction && { direction }), isSure: isAlone && (candidates.length === 1 || signedOnes.length === 1) }
}
