/**
 * Texts that say more of their row than whom it names: that it is not booked, a balance, carried over or a total. Few texts do, so each is
 * looked at once, as its row is read, and only the rows of such texts are thought about.
 */
import { carriedKeys, isBalanceText, isCarriedText } from './balance-words.ts'
import { mayBeginOrEndWith } from './glance.ts'
import { oneForEqualAnswered, type Answered } from './once.ts'
import { keysOfStates, saidBy } from './pending-texts.ts'
import { keysOfTotals, namesTotal } from './total-words.ts'

const { first, last } = keysOfStates
const firstKeys = first | carriedKeys | keysOfTotals

/** Whether a text says, or may say, any of the four; a no is sure. */
const isTelling = (text: string): boolean =>
  text.length > 1 &&
  ((mayBeginOrEndWith(text, firstKeys, last) && (saidBy(text) !== null || isCarriedText(text) || namesTotal(text.trim()))) ||
    isBalanceText(text))

/** Of each column. */
export const mostTextsKept = 4_000

/** Each text once, and whether it says, or may say, any of the four; a no is sure. Shops come again, and what banks write themselves. */
export const tellingTexts = (): ((text: string) => Answered<boolean>) => oneForEqualAnswered(isTelling, mostTextsKept)
