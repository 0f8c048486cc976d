import { formatMoney } from '../../format/money.ts'
import type { Headline } from './figures.ts'

/** What the rules on the balance leave of it, or by how much they want more. */
export function RulesSentence({ rules, currency_code }: { rules: Headline['rules']; currency_code: string }) {
  if (!rules) return null
  if (rules.over_by_cents === 0) return <>What you set aside leaves {formatMoney(rules.remaining_cents, currency_code)} free.</>
  return (
    <>
      What you set aside is <strong className="font-semibold text-amber">{formatMoney(rules.over_by_cents, currency_code)} short</strong>.
    </>
  )
}
