/** What the signs of a column of amounts are by how many have a minus, and by what their rows say of pay and of purchases. */
import { markOf, readCents, type AmountReading } from '../read-amounts.ts'
import { isPurchase, mayNameMoney, moneyWordsOf } from './cell-words.ts'
import { onceAText } from './once.ts'
import type { Picked } from './table-parts.ts'

export interface Counted {
  plus: number
  minus: number
  plusSum: number
  minusSum: number
  /** Amounts with a plus of their own. */
  told: number
  example: string
}

/**
 * Of an account several go out for one that comes in, which is the larger; many go out for one, whatever their size. A card's
 * purchases have no minus, and what it is paid is more.
 */
export function isOfAnAccount({ plus, minus, plusSum, minusSum }: Counted): boolean {
  if (minus === 0) return false
  return (minus >= 2 * plus && plusSum * minus >= minusSum * plus) || (minus >= 4 && minus >= 4 * plus)
}

/** As counted were every sign the other one. */
export const turned = ({ plus, minus, plusSum, minusSum, ...rest }: Counted): Counted => ({
  ...rest,
  plus: minus,
  minus: plus,
  plusSum: minusSum,
  minusSum: plusSum,
})

/** Amounts without a minus beside a few with one are what was bought with a card, and what was paid back. */
export function guessed({ plus, minus, plusSum, minusSum }: Counted): 'in' | 'out' {
  if (minus === 0) return 'in'
  return plus > minus || plusSum < minusSum ? 'out' : 'in'
}

/** Amounts with CR or DR are settled by that and not counted. */
export function count(texts: readonly string[], rows: number, reading: AmountReading): Counted {
  const counted: Counted = { plus: 0, minus: 0, plusSum: 0, minusSum: 0, told: 0, example: '' }
  for (const text of texts.slice(0, rows)) {
    const cents = readCents(text, reading)
    if (cents === null || cents === 0 || markOf(text) !== null) continue
    if (cents < 0) {
      counted.minus += 1
      counted.minusSum -= cents
    } else {
      counted.plus += 1
      counted.plusSum += cents
      if (text.includes('+')) counted.told += 1
      if (counted.example === '') counted.example = text
    }
  }
  return counted
}

export function isMostlyMinus(texts: readonly string[], rows: number, reading: AmountReading): boolean {
  const { plus, minus } = count(texts, rows, reading)
  return minus > plus
}

const fewestVotes = 2

/** What an amount without a minus is by what the rows say of pay and of direct debits, a vote a row. */
export function votesOf(picked: Picked, rows: number, reading: AmountReading): { in: number; out: number } {
  let [into, out] = [0, 0]
  const wordsOf = onceAText(moneyWordsOf)
  const saysMoney = (row: number): boolean => mayNameMoney(picked.payees[row] ?? '') || mayNameMoney(picked.memos[row] ?? '')
  for (let row = 0; row < rows; row += 1) {
    const cents = readCents(picked.amounts[row]!, reading)
    const says =
      cents === null || cents === 0
        ? null
        : isPurchase(picked.kinds[row] ?? '')
          ? 'out'
          : saysMoney(row)
            ? wordsOf(`${picked.payees[row] ?? ''} ${picked.memos[row] ?? ''}`)
            : null
    if (says === null) continue
    // Nobody's pay goes to a card.
    const votes = says === 'pay' ? fewestVotes : 1
    if ((says !== 'out') === cents! > 0) into += votes
    else out += votes
    // Where some say one way and some the other, no more of them tell anything.
    if (into > 0 && out > 0) break
  }
  return { in: into, out }
}

/** Whether pay came in by these amounts, and none went out: nobody's goes to a card, nor to a loan. */
export function payComesIn({ payees, memos }: Picked, rows: number, centsOf: (row: number) => number | null): boolean {
  let into = false
  for (let row = 0; row < rows; row += 1) {
    const text = `${payees[row] ?? ''} ${memos[row] ?? ''}`
    if (!mayNameMoney(text) || moneyWordsOf(text) !== 'pay') continue
    if ((centsOf(row) ?? 0) < 0) return false
    into ||= (centsOf(row) ?? 0) > 0
  }
  return into
}

/** Null unless several votes agree and none says otherwise. */
export function positiveByWords({ in: into, out }: { in: number; out: number }): 'in' | 'out' | null {
  if (into + out < fewestVotes || (into > 0 && out > 0)) return null
  return into > 0 ? 'in' : 'out'
}
