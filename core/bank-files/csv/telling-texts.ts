/**
 * Texts that say more of their row than whom it names: that it is not booked, a balance, carried over or a total. Few texts do, so each is
 * looked at once, as its row is read, and only the rows of such texts are thought about.
 */
import { carriedKeys, isBalanceText, isCarriedText } from './balance-words.ts'
import { mayBeginOrEndWith } from './glance.ts'
import { rememberedWhileFew } from './once.ts'
import { keysOfStates, saidBy } from './pending-texts.ts'
import { keysOfTotals, namesTotal } from './total-words.ts'

const { first, last } = keysOfStates
const firstKeys = first | carriedKeys | keysOfTotals

/** What banks write themselves comes again and again: "Card 1234". */
const tellsOnThought = rememberedWhileFew((text) => saidBy(text) !== null || isCarriedText(text) || namesTotal(text.trim()), 1_000)

/** Whether a text says, or may say, any of the four; a no is sure. */
export const isTelling = (text: string): boolean =>
  text.length > 1 && ((mayBeginOrEndWith(text, firstKeys, last) && tellsOnThought(text)) || isBalanceText(text))
