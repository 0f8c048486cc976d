import { Link } from 'wouter'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatMoney } from '../../format/money.ts'
import { headlineOf } from './figures.ts'
import { RulesSentence } from './RulesSentence.tsx'

/** Nothing is planned yet: what there is, and the one next step. */
export default function EmptySummary({ projection }: { projection: Projection }) {
  const { planning_balance_cents, currency_code } = projection.scenario
  return (
    <section aria-label="Summary" className="headline">
      <p>
        You have <strong className="figure money text-ink no-underline!">{formatMoney(planning_balance_cents, currency_code)}</strong>, and nothing is planned yet.{' '}
        <RulesSentence rules={headlineOf(projection).rules} currency_code={currency_code} />
      </p>
      <p className="mt-3">
        <Link href="/bills" className="button button-primary">
          Add bills and income
        </Link>
      </p>
    </section>
  )
}
