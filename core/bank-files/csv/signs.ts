/**
 * What the signs of a CSV file's amounts mean. A column of balances settles it by arithmetic; else words beside the amounts
 * do, or that most have a minus, as an account's have; else it is asked.
 */
import { markOf, readCents, type AmountReading } from '../read-amounts.ts'
import type { Answers, Question } from '../bank-file.ts'
import { signQuestion } from '../questions.ts'
import { byMark, directionOf, markedAlone } from './cell-words.ts'
import { headerFit, isNamed, isOwed, pairFit } from './header-words.ts'
import { blankMeans } from './money-readings.ts'
import { hasText } from './picked.ts'
import type { Picked } from './table-parts.ts'
import { count, guessed, isMostlyMinus, isOfAnAccount, payComesIn, positiveByWords, turned, votesOf } from './sign-counts.ts'
import { isExplained, stepsByDay, stepsByRow, type Steps } from './steps.ts'

export interface Signs {
  /** One column: what an amount without a minus or a word is. */
  positive: 'in' | 'out'
  /** One column with words beside it: what a row without a word is; null where the signs alone count. */
  words: { blank: 'in' | 'out' | null } | null
  /** The word beside which some amounts have a minus and more have none. */
  mixed: 'in' | 'out' | null
  /** No amount has a minus: a row whose word says neither in nor out can't be told. */
  areUnsigned: boolean
  /** Only these have CR or DR behind them, and the others go the other way. */
  marked: 'in' | 'out' | null
  /** The column of money out, or in, has a minus of its own. */
  debitsHaveMinus: boolean
  creditsHaveMinus: boolean
  /** The balances are what is owed, and count below nought. */
  isOwed: boolean
}

/** The names of the columns of money, in plain letters; '' where there is none. */
export interface MoneyNames {
  amount: string
  debit: string
  credit: string
  balance: string
}

export interface SignsFound extends Signs {
  /** What to ask of them; null where there is no choice. */
  question: Question | null
  /**
   * Why the columns are asked about. `owed`: the balance rises with what the words call money out, and no name says that it is owed;
   * the words are followed. `name`: its name alone says that it is owed.
   */
  doubt: 'owed' | 'name' | null
  /** Whether the balance is money or a debt is told by more than its name. */
  isBalanceSure: boolean
}

/** The day that a cell names, as plain text. */
export type DayOf = (cell: string) => string | null

const plainSigns: Signs = {
  positive: 'in',
  words: null,
  mixed: null,
  areUnsigned: false,
  marked: null,
  debitsHaveMinus: false,
  creditsHaveMinus: false,
  isOwed: false,
}

/** The signed amount of a row; null where one of its cells is none. */
export function signedCents(picked: Picked, row: number, reading: AmountReading, signs: Signs): number | null {
  if (picked.amounts.length > 0) {
    const text = picked.amounts[row]!
    const cents = readCents(text, reading)
    if (cents === null || cents === 0) return cents
    const word = signs.words && (directionOf(picked.directions[row] ?? '') ?? signs.words.blank)
    if (word) return word === 'out' ? -Math.abs(cents) : Math.abs(cents)
    if (signs.marked !== null) return byMark(text, cents, signs.marked)
    return signs.positive === 'out' && markOf(text) === null ? -cents : cents
  }
  const debit = picked.debits[row] ?? ''
  const credit = picked.credits[row] ?? ''
  const out = hasText(debit) ? readCents(debit, reading) : 0
  const into = hasText(credit) ? readCents(credit, reading) : 0
  if (out === null || into === null || (!hasText(debit) && !hasText(credit))) return null
  return (signs.creditsHaveMinus ? -into : into) + (signs.debitsHaveMinus ? out : -out) + 0
}

const countedForSigns = 10_000

/** The signs, what the balances are, and what to ask of them. */
export function signsOf(
  picked: Picked,
  names: MoneyNames,
  reading: AmountReading,
  balanceReading: AmountReading,
  dayOf: DayOf,
  answers: Answers,
): SignsFound {
  const rows = Math.min(picked.lines.length, countedForSigns)
  const isOwedByName = isOwed(
    names.balance,
    picked.balances.slice(0, rows).map((text) => readCents(text, balanceReading)),
  )
  const provenWhere = (owed: boolean, schemes: readonly Signs[]): Signs | null =>
    provenBy(
      picked,
      rows,
      reading,
      balanceReading,
      dayOf,
      schemes.map((signs) => ({ ...signs, isOwed: owed })),
    )
  const proven = provenWhere(isOwedByName, schemesOf(picked, rows, reading))
  const words = wordsAlone(picked, names, rows, reading)
  const isMoney = (found: Signs): boolean =>
    isOwedByName && !found.isOwed && payComesIn(picked, rows, (row) => signedCents(picked, row, reading, found))
  if (words !== null) {
    const ownWay = provenWhere(isOwedByName, [words])
    const otherWay = ownWay === null ? provenWhere(!isOwedByName, [words]) : null
    const found = ownWay ?? otherWay ?? proven
    const isByName = isOwedByName && found !== null && found !== ownWay && !isMoney(found)
    return {
      ...(found ?? { ...words, isOwed: isOwedByName }),
      question: null,
      doubt: isByName ? 'name' : otherWay && !isOwedByName ? 'owed' : null,
      isBalanceSure: !isOwedByName || found !== null,
    }
  }
  const isByNameOfBalance = isOwedByName && !isConfirmed(picked, names, rows, reading, proven)
  const found = signsOfOne(picked, names, rows, reading, proven, isByNameOfBalance, answers)
  if (!isOwedByName) {
    // A person's answer holds against the balance: what moves the other way is what is owed.
    return { ...found, isOwed: proven !== null && proven.positive !== found.positive, doubt: null, isBalanceSure: true }
  }
  const own = provenWhere(true, [found]) ?? provenWhere(false, [found])
  const isSaid = found.question !== null && (found.question.is_open || answers.positive_is !== undefined)
  return {
    ...found,
    isOwed: own?.isOwed ?? true,
    doubt: isByNameOfBalance && own !== null && !isSaid && !isMoney(own) ? 'name' : null,
    isBalanceSure: own !== null,
  }
}

/**
 * Whether more than its name says that a balance is owed: signs, or the name of the amounts, under which it rises with what goes out, or
 * what the rows say of pay and of purchases.
 */
function isConfirmed(picked: Picked, names: MoneyNames, rows: number, reading: AmountReading, proven: Signs | null): boolean {
  if (proven === null || picked.amounts.length === 0) return false
  if (positiveByWords(votesOf(picked, rows, reading)) === proven.positive) return true
  const isMarked = proven.marked !== null || picked.amounts.some((text) => markOf(text) !== null)
  return proven.positive === 'in' && (isMarked || isOfAnAccount(count(picked.amounts, rows, reading)) || isNamed(names.amount, 'paidOn'))
}

/** What columns of money out and in, or words beside the amounts, say by themselves; null where nothing is named. */
function wordsAlone(picked: Picked, names: MoneyNames, rows: number, reading: AmountReading): Signs | null {
  if (picked.amounts.length > 0) return picked.directions.length > 0 ? wordSigns(picked, rows, reading) : null
  return pairFit(names.debit, names.credit) > 0 ? pairSigns(picked, rows, reading) : null
}

const pairSigns = (picked: Picked, rows: number, reading: AmountReading): Signs => ({
  ...plainSigns,
  debitsHaveMinus: isMostlyMinus(picked.debits, rows, reading),
  creditsHaveMinus: isMostlyMinus(picked.credits, rows, reading),
})

/** As told by one column of amounts without a word beside it, or by two that have no names. */
function signsOfOne(
  picked: Picked,
  names: MoneyNames,
  rows: number,
  reading: AmountReading,
  proven: Signs | null,
  isByNameOfBalance: boolean,
  answers: Answers,
): Signs & { question: Question | null } {
  if (picked.amounts.length === 0) return { ...(proven ?? pairSigns(picked, rows, reading)), question: null }
  const counted = count(picked.amounts, rows, reading)
  const ask = (positive: 'in' | 'out', isOpen: boolean): Signs & { question: Question } => ({
    ...plainSigns,
    positive,
    question: signQuestion(counted.example, positive, isOpen),
  })
  // Where the ones with a mark are told by it, and the balance agrees, there is nothing to ask: an answer would turn those without.
  if (proven !== null && proven.marked !== null) return { ...proven, question: null }
  if (answers.positive_is !== undefined) return ask(answers.positive_is, false)
  const votes = votesOf(picked, rows, reading)
  const isAgainst = (positive: 'in' | 'out'): boolean =>
    positive === 'in' ? votes.out > 0 && votes.in === 0 : votes.in > 0 && votes.out === 0
  if (proven && isByNameOfBalance) {
    if (payComesIn(picked, rows, (row) => signedCents(picked, row, reading, plainSigns))) return ask('in', false)
    return ask(isOfAnAccount(counted) ? 'in' : proven.positive, true)
  }
  // What is owed on a card rises with what is bought: its balance can't tell that from money on an account.
  if (proven) {
    const isTold = counted.minus === 0 || isOfAnAccount(turned(counted)) || headerFit(names.amount, 'debit') > 0
    const isOpen = isAgainst(proven.positive) || (proven.positive === 'out' && !isTold)
    return { ...proven, question: signQuestion(counted.example, proven.positive, isOpen) }
  }
  const marked = markedAlone(picked.amounts.slice(0, rows))
  if (marked !== null && counted.minus === 0 && counted.plus > 0) return { ...plainSigns, marked, question: null }
  if (counted.plus + counted.minus === 0) return ask('in', false)
  // Whoever writes a plus says by it that the money came in.
  if (counted.minus > 0 && counted.plus > 0 && counted.told === counted.plus) return ask('in', false)
  if (isOfAnAccount(counted)) return isAgainst('in') ? ask('out', true) : ask('in', false)
  const byWords = positiveByWords(votes)
  // Without any minus the amounts of both ways may stand there unsigned, told apart by something that is not understood.
  return byWords && counted.minus > 0 ? ask(byWords, false) : ask(byWords ?? guessed(counted), true)
}

/** By the words, whatever the signs; a word whose amounts have a minus here and there is noted. */
function wordSigns(picked: Picked, rows: number, reading: AmountReading): Signs {
  const blank = blankMeans(picked.directions.slice(0, rows))
  const mixed = (['in', 'out'] as const).find((way) => {
    const own = picked.amounts.slice(0, rows).filter((_, row) => (directionOf(picked.directions[row]!) ?? blank) === way)
    const { plus, minus } = count(own, own.length, reading)
    return minus > 0 && plus >= minus
  })
  return { ...plainSigns, words: { blank }, mixed: mixed ?? null, areUnsigned: count(picked.amounts, rows, reading).minus === 0 }
}

/** All that the signs could mean, the usual first. */
function schemesOf(picked: Picked, rows: number, reading: AmountReading): Signs[] {
  if (picked.amounts.length === 0) {
    const [debits, credits] = [isMostlyMinus(picked.debits, rows, reading), isMostlyMinus(picked.credits, rows, reading)]
    return [
      [debits, credits],
      [!debits, credits],
      [debits, !credits],
      [!debits, !credits],
    ].map(([debitsHaveMinus, creditsHaveMinus]) => ({
      ...plainSigns,
      debitsHaveMinus: debitsHaveMinus!,
      creditsHaveMinus: creditsHaveMinus!,
    }))
  }
  const reversed: Signs = { ...plainSigns, positive: 'out' }
  const marked = markedAlone(picked.amounts.slice(0, rows))
  const marks = marked === null ? [] : [{ ...plainSigns, marked }]
  return picked.directions.length > 0 ? [wordSigns(picked, rows, reading), plainSigns, reversed] : [...marks, plainSigns, reversed]
}

/** The scheme under which the amounts are the steps of the balances; each account and currency has its own. */
function provenBy(
  picked: Picked,
  rows: number,
  reading: AmountReading,
  balanceReading: AmountReading,
  dayOf: DayOf,
  schemes: readonly Signs[],
): Signs | null {
  if (picked.balances.length === 0) return null
  const groups = new Map<string, number[]>()
  for (let row = 0; row < rows; row += 1) {
    const key = `${picked.accounts[row] ?? ''}\n${picked.currencies[row] ?? ''}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  const balances = [...groups.values()].map((group) => group.map((row) => readCents(picked.balances[row]!, balanceReading)))
  const owed = balances.map((own) => own.map((cents) => (cents === null ? null : 0 - cents)))
  const proves = (
    signs: Signs,
    steps: (amount: (index: number) => number | null, balances: (number | null)[], days: (string | null)[]) => Steps,
  ): boolean => {
    const found = [...groups.values()].map((group, at) => {
      const amounts = group.map((row) => signedCents(picked, row, reading, signs))
      return steps(
        (index) => amounts[index]!,
        (signs.isOwed ? owed : balances)[at]!,
        group.map((row) => dayOf(picked.dates[row]!)),
      )
    })
    return found.some(isExplained) && found.every((own) => own.steps === 0 || isExplained(own))
  }
  return schemes.find((signs) => proves(signs, stepsByRow)) ?? schemes.find((signs) => proves(signs, stepsByDay)) ?? null
}
