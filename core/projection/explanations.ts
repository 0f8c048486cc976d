/** What explains each figure of a projection, apart from how it is read, so that who shows figures alone need not have it. */
import { explainAccount, explainInterest } from './figures/account-explained.ts'
import { explainAvailable, explainBegin, explainLowestPoint, explainSafeToSpend, explainTotal } from './figures/balances-explained.ts'
import { explainMoneyMoved, explainOntoAccounts } from './figures/money-moved.ts'
import { explainMonth } from './figures/month-explained.ts'
import { explainPayday } from './figures/payday-explained.ts'
import { explainDueBeforePayday, explainNextPayday } from './figures/paydays-explained.ts'
import { explainGoal, explainPot } from './figures/pots-explained.ts'
import { explainUndated } from './figures/undated-explained.ts'

/** What can be explained, each with what is said of the question. */
export const explanations = {
  available: explainAvailable,
  total: explainTotal,
  begin_total: explainBegin,
  lowest_point: explainLowestPoint,
  safe_to_spend: explainSafeToSpend,
  next_payday: explainNextPayday,
  due_before_payday: explainDueBeforePayday,
  pot: explainPot,
  goal: explainGoal,
  month: explainMonth,
  money_moved: explainMoneyMoved,
  onto_accounts: explainOntoAccounts,
  payday: explainPayday,
  undated: explainUndated,
  account: explainAccount,
  interest: explainInterest,
}

type Asked<Explain> = Explain extends (projection: never, asked: infer Of) => unknown ? Of : never

/** A figure that is asked about. Dates lie in the projection; without a date, its own. */
export type Figure = FigureOf<keyof typeof explanations>
type FigureOf<Name extends keyof typeof explanations> = Name extends unknown ? { figure: Name } & Asked<(typeof explanations)[Name]> : never
