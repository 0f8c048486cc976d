import { formatMoney } from '../../format/money.ts'
import { say, sayWith } from '../../words/say.ts'
import type { Headline } from '../../../core/projection/headline.ts'

/** What the rules on the balance leave of it, or by how much they want more. */
export function RulesSentence({ rules, currency_code }: { rules: Headline['rules']; currency_code: string }) {
  if (!rules) return null
  if (rules.over_by_cents === 0) return <>{say('plan.rules.leave', { amount: formatMoney(rules.remaining_cents, currency_code) })}</>
  const short = say('plan.rules.short', { amount: formatMoney(rules.over_by_cents, currency_code) })
  return sayWith('plan.rules.want', { short: <strong className="font-semibold text-amber">{short}</strong> })
}
