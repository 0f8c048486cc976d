/** Which reading of the money a column of balances proves: one whose amounts are all of its steps. */
import { isCurrencyCode } from '../../money/money.ts'
import { markedAlone } from './cell-words.ts'
import type { Column } from './column.ts'
import { headerFit, isFee, isNamed, isOwed } from './header-words.ts'
import { isAllMinus, mostColumns, signed, type MoneyColumns, type Reading } from './money-readings.ts'
import { isExplained, stepsByDay, stepsByRow, type Steps } from './steps.ts'

export type Days = readonly (string | null)[]

/** The reading whose amounts explain a column of balances. */
export function provenBy(
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
    const isNamedSo = headerFit(balance.header, 'balance') > 0
    const [named, ...others] = sensesOf(balance)
    for (const { covered, fit, ...reading } of readings) {
      if (covered < 1 || [reading.amount, reading.debit, reading.credit].includes(balance) || (!isNamedSo && isNamedAmount(balance)))
        continue
      for (const [turns, amount] of signed(reading).entries()) {
        for (const balances of [named!, ...others]) {
          const rows = stepsIn(accounts, stepsByRow, amount, balances, days)
          const found = isExplained(rows) ? rows : stepsIn(accounts, stepsByDay, amount, balances, days)
          // One step may be chance where no name says that this is the balance, but not one to the cent beside signs that say the same.
          const isPlain = turns === 0 && reading.amount?.hasMinus === true && reading.amount.hasDecimals && balance.hasDecimals
          if (!isExplained(found) || (found.steps < 2 && !isNamedSo && !(isPlain && isOfManyCents(balance, amount)))) continue
          // Where no name says which of two columns is money out, the balance does; a turned sign says less, and a name denied least.
          const score = (isNamedSo ? 100 : 0) + (found === rows ? 50 : 0) + fit - turns / 4 - (balances === named ? 0 : 2)
          const own: Proven = { ...reading, balance, isSure: true, score, own: amount }
          if (!best || score > best.score) [best, equals] = [own, []]
          else if (score === best.score && balance === best.balance) equals.push(own)
        }
      }
    }
  }
  if (!best) return null
  const isProven = ({ balance }: Proven, amount: Amount): boolean =>
    sensesOf(balance).some((balances) =>
      [stepsByRow, stepsByDay].some((steps) => isExplained(stepsIn(accounts, steps, amount, balances, days))),
    )
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
export const balancesOf = ({ header, cents }: Column): readonly (number | null)[] =>
  isOwed(header, cents) ? cents.map((own) => (own === null ? null : 0 - own)) : cents

/** Of one that is called owed its name is not all that counts: it may be money all the same. */
const sensesOf = (balance: Column): (readonly (number | null)[])[] => [...new Set([balancesOf(balance), balance.cents])]

const fewestCents = 1_000
/** Whether the amounts are such that a balance does not change by one of them by chance. */
const isOfManyCents = ({ cents }: Column, amount: Amount): boolean =>
  cents.every((own, row) => own !== null && Math.abs(amount(row) ?? 0) >= fewestCents && own !== amount(row))

export const everyRow = (count: number): number[] => Array.from({ length: count }, (_, row) => row)

/** The rows of each account and currency, where columns tell several: each has balances of its own. */
export function accountsOf(columns: readonly Column[]): number[][] {
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
