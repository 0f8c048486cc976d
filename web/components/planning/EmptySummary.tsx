import { Suspense } from 'react'
import { Link } from 'wouter'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatMoney } from '../../format/money.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say, sayWith } from '../../words/say.ts'
import { headlineOf } from '../../../core/projection/headline.ts'
import { RulesSentence } from './RulesSentence.tsx'

const EverydayQuestion = lazily(() => import('../everyday/EverydayQuestion.tsx'), 'everyday')

/** Nothing is planned yet: what there is, and the one next step. */
export default function EmptySummary({ projection }: { projection: Projection }) {
  const { planning_balance_cents, currency_code } = projection.scenario
  const amount = <strong className="figure money text-ink no-underline!">{formatMoney(planning_balance_cents, currency_code)}</strong>
  return (
    <>
      <section aria-label={say('common.summary')} className="headline">
        <p>
          {sayWith('plan.empty', { amount })} <RulesSentence rules={headlineOf(projection).rules} currency_code={currency_code} />
        </p>
        <p className="mt-3">
          <Link href="/bills" className="button button-primary">
            {say('plan.add_bills')}
          </Link>
        </p>
      </section>
      <Suspense fallback={null}>
        <EverydayQuestion scenario={projection.scenario} />
      </Suspense>
    </>
  )
}
