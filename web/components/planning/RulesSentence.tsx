import { formatMoney } from '../../format/money.ts'
import type { Headline } from './figures.ts'

/** What the rules on the balance leave of it, or by how much they want more. */
export function RulesSentence({ rules, currency_code }: { rules: Headline['rules']; currency_code: string }) {
  if (!rules) return null
  if (rules.over_by_cents === 0) return <>Where it goes leaves {formatMoney(rules.remaining_cents, currency_code)} unspoken for.</>
  return (
    <>
      Where it goes is <strong className="font-semibold text-amber">{formatMoney(rules.over_by_cents, currency_code)} short</strong>.
    </>
  )
}
