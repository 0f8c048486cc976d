/** Which payments a person has said to pay a card of the plan, as long as the plan still says it. */
import { askedKey, type PaymentAnswers } from '../../../core/actuals/answers.ts'
import { differenceSaid, type ToldDifference } from '../../../core/actuals/bring-to-bank.ts'
import { withCardsPaid, type CardDate } from '../../../core/actuals/card-payments.ts'
import type { Unplanned } from '../../../core/actuals/matched.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { BankRun, CardAnswer } from './bankRun.ts'

export const cardAsText = ({ accounts }: Scenario, id: string): string => JSON.stringify(accounts.find((account) => account.id === id))

/** Those that the plan still says: undo has taken back whatever was said since a card was last as it is now. */
export function standingCards({ cards }: Pick<BankRun, 'cards'>, scenario: Scenario): CardAnswer[] {
  const isTakenBack = ({ card }: CardAnswer, nth: number): boolean =>
    cards
      .slice(0, nth + 1)
      .some(({ card: { account_id }, before }) => account_id === card.account_id && before === cardAsText(scenario, account_id))
  return cards.filter((answer, nth) => !isTakenBack(answer, nth))
}

/** Which card a payment was said to pay; undefined: none. */
export const cardSaid = (run: BankRun, scenario: Scenario, { transactions }: Unplanned): CardAnswer | undefined =>
  standingCards(run, scenario).find((answer) => answer.transactions[0] === transactions[0])

export const cardName = ({ accounts }: Scenario, { account_id }: CardDate): string =>
  accounts.find(({ id }) => id === account_id)?.name ?? ''

/** Why the balance is another one, by all that was said. */
export function differenceNow(run: BankRun, scenario: Scenario, answers: PaymentAnswers): ToldDifference | null {
  const { base, matched, options } = run
  return run.difference && differenceSaid(base, withCardsPaid(matched, standingCards(run, scenario)), answers, options)
}

/** What was said of cards, to be told when it changes. */
export const cardsStanding = (run: BankRun, scenario: Scenario): string => standingCards(run, scenario).map(askedKeyOf).join(' ')
const askedKeyOf = ({ transactions }: CardAnswer): string => askedKey({ transactions: [...transactions] })
