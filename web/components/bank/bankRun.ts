/** What is held against a plan, and what was said of it. */
import type { CardPaid } from '../../../core/actuals/card-payments.ts'
import type { PaymentAnswers } from '../../../core/actuals/answers.ts'
import type { BringOptions, ToldDifference } from '../../../core/actuals/bring-to-bank.ts'
import type { SpentNote } from '../../../core/actuals/spending-said.ts'
import type { KeptMatch } from '../../../core/actuals/kept.ts'
import type { KeptMissing } from '../../../core/actuals/not-come.ts'
import type { MatchedPayments, PaymentMatch } from '../../../core/actuals/matched.ts'
import type { ReckonedBalance } from '../../../core/actuals/reckoned.ts'
import type { KeptUnplanned } from '../../../core/actuals/unplanned-kept.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'

/** What was said of a payment of a card, and the card as it was before it. */
export interface CardAnswer extends CardPaid {
  before: string
}

export interface BankRun {
  plan_id: string
  /** The plan as it was before. */
  base: Scenario
  matched: MatchedPayments
  options: BringOptions
  /** By id. */
  transactions: ReadonlyMap<string, AccountTransaction>
  /** What was settled at once, or is so already. */
  known: MatchedPayments
  asked: PaymentMatch[]
  /** Dates that have not come, told now or before, of which nothing had been said; those that are said to stay due since among them. */
  missing: readonly KeptMissing[]
  /** What no date stood for as it was told before, and of which nothing has been said. */
  unplanned_before: readonly KeptUnplanned[]
  /** By key, what of it and of what is told now the person wants to see no more. */
  put_aside: ReadonlySet<string>
  /** It was asked what waits for a word, and nothing else. */
  asks_only: boolean
  /** What was matched before. */
  earlier: readonly KeptMatch[]
  answers: PaymentAnswers
  /** Which payments pay a card, as is sure or was said, in the order it was said. */
  cards: readonly CardAnswer[]
  /** What became everyday spending by a word, in the order it was said. */
  spent: readonly SpentNote[]
  /** null: the files tell no balance but the plan's own, or an older one. */
  difference: ToldDifference | null
  /** What no file tells of the balances of accounts, and where one told another sum. */
  reckoned: readonly ReckonedBalance[]
  /** The plan's start date since. */
  until: string
  changed: boolean
}
