/** A person's word that a payment pays a card of the plan: one edit. */
import { cardPaidSaid, type CardDate, type CardPaid } from '../../../core/actuals/card-payments.ts'
import type { Unplanned } from '../../../core/actuals/matched.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { notify, notifyDone } from '../frame/screen.ts'
import { saidOf, saySpent } from './answering.ts'
import { cardAsText, cardName, standingCards } from './cardsSaid.ts'
import { openPlan, useMatching } from './matching.ts'
import { payeeOf } from './names.ts'

/** Says that a payment pays a card. */
export async function answerCard(unplanned: Unplanned, card: CardDate): Promise<void> {
  const { run } = useMatching.getState()
  const scenario = openPlan()
  if (!run || !scenario) return
  const { base, matched, options } = run
  const { date, account_id, amount_cents, transactions } = unplanned
  const said = standingCards(run, scenario)
  const paid: CardPaid = { card, payment: { date, account_id, amount_cents }, transactions }
  const made = cardPaidSaid(scenario, { base, matched, options, said }, paid)
  if (!made.ok) return notify({ id: 'bank', tone: 'failure', text: textOf(made.problems[0]) ?? say('common.refused') })
  if (saySpent(run, unplanned, false, [made.edit]) === null) return
  notifyDone('bank', say('match.said.card', { payee: payeeOf(run.transactions, transactions), card: cardName(scenario, card) }))
  await saidOf({ ...run, cards: [...said, { ...paid, before: cardAsText(scenario, card.account_id) }] })
}
